#include "answer/list_file.hpp"

#include <algorithm>

#include "invoice/cells.hpp"
#include "invoice/text.hpp"

namespace pricetalk {

namespace {

/// The sign that stands most often in the first line.
char separator_of(std::string_view text) {
  const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
  const auto count = [&](char sign) { return std::count(line.begin(), line.end(), sign); };
  char best = ',';
  for (const char sign : {';', '\t'})
    if (count(sign) > count(best)) best = sign;
  return best;
}

bool is_empty(const csv::Row& row) {
  return std::all_of(row.fields.begin(), row.fields.end(),
                     [](const csv::Field& field) { return field.text.empty(); });
}

}  // namespace

ListFile::ListFile(const SourcePtr& source, std::span<const ListHeading> headings,
                   std::size_t columns, const char* code, Diagnostics& diagnostics)
    : places_(columns), orders_(columns) {
  const auto decoded = invoice_text::decoded(source, std::nullopt, diagnostics);
  if (!decoded) return;
  source_ = decoded->source;
  csv::Style style;
  style.separator = separator_of(source_->bytes());
  style.broken_quote = code;
  rows_ = csv::rows(source_, diagnostics, style);
  std::erase_if(rows_, is_empty);
  if (rows_.empty()) return;
  const csv::Row heading = rows_.front();
  rows_.erase(rows_.begin());
  for (std::size_t i = 0; i < heading.fields.size(); ++i) {
    const std::string folded = cells::folded(heading.fields[i].text);
    const auto known = std::find_if(headings.begin(), headings.end(),
                                    [&](const ListHeading& each) { return each.folded == folded; });
    if (known == headings.end() || places_[known->column])
      ignored_.push_back(heading.fields[i].text);
    else
      places_[known->column] = i;
  }
  usable_ = true;
  find_order();
}

void ListFile::find_order() {
  for (std::size_t column = 0; column < places_.size(); ++column)
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      const auto says = cells::order_evidence(text(row, column));
      if (says == cells::OrderEvidence::day_first) orders_[column] = DateOrder::day_month_year;
      if (says == cells::OrderEvidence::month_first) orders_[column] = DateOrder::month_day_year;
    }
}

std::string ListFile::text(std::size_t row, std::size_t column) const {
  const auto& place = places_[column];
  const std::vector<csv::Field>& fields = rows_[row].fields;
  return place && *place < fields.size() ? fields[*place].text : std::string();
}

Span ListFile::where(std::size_t row, std::size_t column) const {
  const auto& place = places_[column];
  const std::vector<csv::Field>& fields = rows_[row].fields;
  return place && *place < fields.size() ? fields[*place].where : rows_[row].where;
}

std::optional<Date> ListFile::day(std::size_t row, std::size_t column) const {
  const std::string cell = text(row, column);
  if (orders_[column]) return cells::date(cell, orders_[column]);
  const auto day_first = cells::date(cell, DateOrder::day_month_year);
  const auto month_first = cells::date(cell, DateOrder::month_day_year);
  if (day_first && month_first && !(*day_first == *month_first)) return std::nullopt;
  return day_first ? day_first : month_first;
}

}  // namespace pricetalk
