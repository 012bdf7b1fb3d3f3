#pragma once

#include <string>

#include "pricetalk/diagnostic/language.hpp"
#include "pricetalk/index/series.hpp"

namespace pricetalk {

// How a letter names what is published, so that its reader can look it up.

/// The table as its publisher names it: "86141NED T001112 M000215" is "table 86141NED", the rest
/// says which column our file was read from.
std::string table_words(std::string table, Language language);

/// "CBS, Consumentenprijsindex (CPI), alle bestedingen (tabel 86141NED)"; never our own id where
/// the series has a title.
std::string published_name(const Series& series, Language language);

}  // namespace pricetalk
