#include "index/publication/statline_layout.hpp"

#include <algorithm>

#include "document/words.hpp"
#include "index/publication/figure_text.hpp"

namespace pricetalk::publication {

using document::lower;
using document::trimmed;

namespace {

bool names_periods(const std::string& text) {
  const std::string word = lower(text);
  return word == "perioden" || word == "periods";
}

bool names_topics(const std::string& text) {
  const std::string word = lower(text);
  return word == "onderwerp" || word == "topic" || word == "topics";
}

/// How many cells a row has before the empty ones at its end.
std::size_t filled(const csv::Row& row) {
  std::size_t size = row.fields.size();
  while (size > 0 && row.fields[size - 1].text.empty()) --size;
  return size;
}

}  // namespace

bool StatlineLayout::is_footer(const csv::Row& row) {
  const std::string& text = row.fields.front().text;
  const std::string word = lower(text);
  return filled(row) == 1 &&
         (word.starts_with("bron:") || word.starts_with("source:") || text.starts_with("\xC2\xA9"));
}

void StatlineLayout::take_heading(const csv::Row& row) {
  const auto found = std::find_if(row.fields.begin(), row.fields.end(),
                                  [](const csv::Field& cell) { return names_periods(cell.text); });
  if (found != row.fields.end() && row.fields.size() > 1)
    return finish(row, static_cast<std::size_t>(found - row.fields.begin()));
  const bool first = title_.empty() && above_.empty();
  if (first) padded_ = row.fields.size() > 1 && filled(row) == 1;
  const std::size_t size = padded_ ? filled(row) : row.fields.size();
  if (size == 0) return;
  if (size > 1) {
    above_.emplace_back();
    for (std::size_t i = 0; i < size; ++i) above_.back().push_back(row.fields[i].text);
    return;
  }
  const std::string& text = row.fields.front().text;
  const auto colon = text.find(": ");
  if (title_.empty())
    title_ = text;
  else if (colon != std::string::npos)
    fixed_.emplace_back(trimmed(std::string_view(text).substr(colon + 2)));
}

std::vector<std::string> StatlineLayout::label_above(std::size_t column) const {
  std::vector<std::string> label;
  for (const auto& row : above_) {
    // A row that only names its dimension is as short as its name is far from the left.
    if (column >= row.size() || row[column].empty() || names_topics(row[column])) continue;
    if (row.size() < width_) continue;
    label.push_back(row[column]);
  }
  return label;
}

void StatlineLayout::finish(const csv::Row& row, std::size_t period) {
  complete_ = true;
  width_ = row.fields.size();
  if (lower(row.fields[period].text) == "periods") mark_ = DecimalMark::point;
  period_ = period;
  const auto period_at = [&](std::size_t column) {
    return read_period(split_stars(row.fields[column].text).label);
  };
  across_ = period + 1 < width_ && period_at(period + 1).has_value();
  // With several dimensions at the side, those above begin behind them.
  std::size_t side = period + 1;
  for (const auto& above : above_) {
    if (across_ || above.size() < width_) continue;
    std::size_t empty = 0;
    while (empty < above.size() && above[empty].empty()) ++empty;
    side = std::max(side, std::min(empty, width_));
  }
  for (std::size_t i = 0; i < side; ++i)
    if (i != period) labels_.push_back(i);
  for (std::size_t i = side; i < width_; ++i) {
    Column made;
    made.index = i;
    made.label = label_above(i);
    if (across_) {
      made.period = period_at(i);
      made.status = split_stars(row.fields[i].text).status;
      // Behind the last period nothing stands but an empty end.
      if (!made.period) continue;
    } else {
      made.unit = row.fields[i].text;
      if (made.label.empty()) made.label.push_back(made.unit);
    }
    columns_.push_back(std::move(made));
  }
}

}  // namespace pricetalk::publication
