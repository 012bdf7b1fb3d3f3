#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pricetalk {

/// "october of previous year" for "oktober van vorig jaar", "average of previous year" for
/// "gemiddelde van het vorige jaar": the words of a rule in Dutch as the format has them. Nothing
/// where that is no rule.
std::optional<std::string> period_rule_from_dutch(std::string_view text);

}  // namespace pricetalk
