#include "store/frozen_amounts.hpp"

#include <algorithm>
#include <charconv>

#include "document/csv.hpp"

namespace pricetalk {

namespace {

int number(const std::string& text) {
  int made = 0;
  std::from_chars(text.data(), text.data() + text.size(), made);
  return made;
}

/// A text without the apostrophe that keeps a spreadsheet from taking it for a formula.
std::string plain(const std::string& text) {
  const bool kept = text.size() > 1 && text[0] == '\'' &&
                    std::string_view("=+-@\t\r\n").find(text[1]) != std::string_view::npos;
  return kept ? text.substr(1) : text;
}

}  // namespace

std::map<std::string, FrozenCost> read_frozen_costs(const SourcePtr& result,
                                                    const std::string& future,
                                                    const std::string& alternative) {
  std::map<std::string, FrozenCost> made;
  Diagnostics unused;
  csv::RowReader reader(*result, {}, unused);
  csv::Row row;
  std::map<std::string, std::size_t> columns;
  if (reader.next(row))
    for (std::size_t i = 0; i < row.fields.size(); ++i) columns[row.fields[i].text] = i;
  const auto cell = [&](const std::string& name) {
    const auto at = columns.find(name);
    const bool there = at != columns.end() && at->second < row.fields.size();
    return there ? plain(row.fields[at->second].text) : std::string();
  };
  while (reader.next(row)) {
    if (cell("future") != future || cell("alternative") != alternative) continue;
    const auto contracted = Decimal::parse(cell("contracted"));
    const auto renewal = Decimal::parse(cell("renewal"));
    if (!contracted || !renewal) continue;
    FrozenCost& cost = made[cell("contract")];
    cost.years[number(cell("year"))] = {*contracted, *renewal};
    cost.open = std::max(cost.open, number(cell("open")));
  }
  return made;
}

}  // namespace pricetalk
