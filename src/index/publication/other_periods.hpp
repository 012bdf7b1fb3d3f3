#pragma once

#include <optional>
#include <string_view>

#include "pricetalk/diagnostic/language.hpp"

namespace pricetalk::publication {

/// Publishers also count in half-years (`2025HJ01`, `2025 1e halfjaar`), weeks (`2025W105`), school
/// years (`2025SJ00`) and four quarters up to one (`2023VJ12`). The program knows none of them:
/// what is left out then, in words. Nothing for any other text.
std::optional<Phrase> left_out_period(std::string_view label);

}  // namespace pricetalk::publication
