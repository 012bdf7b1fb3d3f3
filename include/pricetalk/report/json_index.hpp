#pragma once

#include <optional>
#include <string>

#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// All series with their provenance, without figures.
std::string index_list_json(const Library& library);

/// One series with its figures inside [from, to].
std::string index_show_json(const Series& series, const std::optional<Period>& from,
                            const std::optional<Period>& to);

}  // namespace pricetalk
