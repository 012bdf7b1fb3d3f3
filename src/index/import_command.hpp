#pragma once

#include <string>
#include <string_view>

#include "pricetalk/diagnostic/language.hpp"
#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// What to type to bring a publisher's file into a series, as it can be copied:
/// `pricetalk index import FILE --into indices --as cbs/cpi`. The folder is that of the series'
/// own file; of a series that is not there (null) the library that ships.
std::string import_command(std::string_view id, const Series* series, Language language);

}  // namespace pricetalk
