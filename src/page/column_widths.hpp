#pragma once

#include <string>
#include <vector>

#include "pricetalk/page/page.hpp"

namespace pricetalk {

/// How wide the columns of a table are on a letter's sheet, of a thousand, by what stands in them:
/// together less where it fits beside each other. Numbers are not broken.
std::vector<int> column_widths(const Page::Grid& grid);

/// The same as the columns of a table in HTML.
std::string office_columns(const Page::Grid& grid);

}  // namespace pricetalk
