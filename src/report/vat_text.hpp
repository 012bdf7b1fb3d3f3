#pragma once

#include <string>

#include "pricetalk/contract/terms.hpp"
#include "pricetalk/diagnostic/language.hpp"

namespace pricetalk {

/// "without VAT", "met btw": what the amounts of a table hold.
std::string vat_text(Vat vat, Language language);

}  // namespace pricetalk
