#pragma once

#include <optional>
#include <string>
#include <vector>

#include "index/check.hpp"
#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// All series with their provenance, without figures.
std::string index_list_json(const Library& library);

/// One series with its figures inside [from, to].
std::string index_show_json(const Series& series, const std::optional<Period>& from,
                            const std::optional<Period>& to);

/// What was compared and found, series by series. `today` is the day of the run.
std::string index_check_json(const std::vector<SeriesCheck>& checks, const Date& today,
                             bool today_from_clock);

}  // namespace pricetalk
