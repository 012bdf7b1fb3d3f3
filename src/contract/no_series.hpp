#pragma once

#include <string_view>

namespace pricetalk {

/// Stands for the id of a series where a contract, or the row of a register, names none at all.
inline constexpr std::string_view no_series = "unknown";

}  // namespace pricetalk
