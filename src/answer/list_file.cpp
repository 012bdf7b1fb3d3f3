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

ListFile::ListFile(const SourcePtr& source, const ListShape& shape, Diagnostics& diagnostics)
    : places_(shape.columns), orders_(shape.columns) {
  const auto decoded = invoice_text::decoded(source, std::nullopt, diagnostics);
  if (!decoded) return;
  source_ = decoded->source;
  csv::Style style;
  style.separator = separator_of(source_->bytes());
  style.broken_quote = shape.code;
  rows_ = csv::rows(source_, diagnostics, style);
  std::erase_if(rows_, is_empty);
  if (rows_.empty()) return;
  const csv::Row heading = rows_.front();
  rows_.erase(rows_.begin());
  for (std::size_t i = 0; i < heading.fields.size(); ++i) {
    const std::string folded = cells::folded(heading.fields[i].text);
    const auto known = std::find_if(shape.headings.begin(), shape.headings.end(),
                                    [&](const ListHeading& each) { return each.folded == folded; });
    if (known == shape.headings.end() || places_[known->column])
      ignored_.push_back(heading.fields[i].text);
    else
      places_[known->column] = i;
  }
  usable_ = true;
  for (const std::size_t column : shape.days) find_order(column);
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

}  // namespace pricetalk
