#include "register/list_file.hpp"

#include <algorithm>

#include "document/words.hpp"
#include "index/publication/spreadsheet.hpp"
#include "invoice/cells.hpp"
#include "invoice/text.hpp"

namespace pricetalk {

namespace {

/// The sign that stands most often in the first lines.
char separator_of(std::string_view text, std::size_t lines) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < lines && end != std::string_view::npos; ++i)
    end = text.find_first_of("\r\n", end == 0 ? 0 : text.find_first_not_of("\r\n", end));
  const std::string_view first = text.substr(0, end);
  const auto count = [&](char sign) { return std::count(first.begin(), first.end(), sign); };
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
    : places_(shape.columns), headings_(shape.columns), orders_(shape.columns) {
  const auto decoded = invoice_text::decoded(source, std::nullopt, diagnostics);
  if (!decoded) return;
  source_ = decoded->source;
  csv::Style style;
  style.separator = separator_of(source_->bytes(), shape.titles + 1);
  style.broken_quote = shape.code;
  rows_ = csv::rows(source_, diagnostics, style);
  std::erase_if(rows_, is_empty);
  if (rows_.empty()) return;
  find_headings(shape);
  usable_ = true;
  for (const std::size_t column : shape.days) find_order(column);
}

ListFile::Places ListFile::places_in(std::size_t row, const ListShape& shape,
                                     std::vector<std::string>& headings,
                                     std::vector<std::string>& ignored) const {
  const auto column_of = [&](const std::string& text) -> std::optional<std::size_t> {
    if (shape.heading != nullptr) return shape.heading(text);
    const std::string folded = cells::folded(text);
    const auto known = std::find_if(shape.headings.begin(), shape.headings.end(),
                                    [&](const ListHeading& each) { return each.folded == folded; });
    return known == shape.headings.end() ? std::nullopt : std::optional(known->column);
  };
  Places made(shape.columns);
  static const std::vector<csv::Field> nothing;
  const std::vector<csv::Field>& fields = rows_[row].fields;
  const auto& upper = row > 0 && shape.titles > 0 ? rows_[row - 1].fields : nothing;
  std::string above;
  for (std::size_t i = 0; i < std::max(fields.size(), upper.size()); ++i) {
    std::string text = i < fields.size() ? fields[i].text : std::string();
    if (i < upper.size() && !upper[i].text.empty()) above = upper[i].text;
    // A word over several columns begins the heading of each.
    std::optional<std::size_t> column;
    if (!above.empty() && !text.empty()) column = column_of(above + " " + text);
    if (column)
      text = above + " " + text;
    else
      column = column_of(text);
    if (!column && text.empty() && i < upper.size()) {
      // One that stands over two rows stands in the first of them.
      text = upper[i].text;
      column = text.empty() ? std::nullopt : column_of(text);
    }
    if (column && !made[*column]) {
      made[*column] = i;
      headings[*column] = text;
    } else if (!text.empty() || shape.titles == 0) {
      ignored.push_back(text);
    }
  }
  return made;
}

void ListFile::find_headings(const ListShape& shape) {
  std::size_t best = 0;
  std::ptrdiff_t most = -1;
  for (std::size_t row = 0; row <= shape.titles && row < rows_.size(); ++row) {
    std::vector<std::string> headings(shape.columns);
    std::vector<std::string> ignored;
    Places places = places_in(row, shape, headings, ignored);
    const auto known = std::count_if(places.begin(), places.end(),
                                     [](const auto& each) { return each.has_value(); });
    if (known <= most) continue;
    most = known;
    best = row;
    places_ = std::move(places);
    headings_ = std::move(headings);
    ignored_ = std::move(ignored);
  }
  rows_.erase(rows_.begin(), rows_.begin() + static_cast<std::ptrdiff_t>(best) + 1);
}

std::uint32_t ListFile::number(std::size_t row) const {
  return source_->position(rows_[row].where.begin).line;
}

std::string ListFile::address(std::size_t row, std::size_t column) const {
  const auto& place = places_[column];
  const std::uint32_t line = number(row);
  return place ? publication::cell_name(static_cast<std::uint32_t>(*place), line)
               : std::to_string(line);
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
