#pragma once

#include "billing/period.hpp"

namespace pricetalk {

/// "april 2026" of a whole month; "1 april 2026"; "1 april 2026 tot en met 15 mei 2026".
Phrase days_text(const Days& days);

}  // namespace pricetalk
