#pragma once

#include <string>
#include <variant>
#include <vector>

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/number/decimal.hpp"

namespace pricetalk {

/// A cell of a list: a text (empty: nothing), a number with its decimals, or a day.
using ListCell = std::variant<std::string, Decimal, Date>;

/// A list as a sheet of a workbook.
struct ListSheet {
  std::string name;
  std::vector<std::string> headings;
  std::vector<std::vector<ListCell>> rows;  ///< as many cells as headings
};

/// Builds a workbook (XLSX) of lists at `path`, with filters over their headings; the same lists on
/// the same day give the same bytes. False when the disk refused, or a text has more letters than a
/// cell holds.
bool build_list_workbook(const std::string& path, const std::vector<ListSheet>& sheets, Date today);

}  // namespace pricetalk
