#include "index/publication/collector.hpp"

#include <algorithm>
#include <string_view>

#include "index/publication/figure_text.hpp"

namespace pricetalk::publication {

namespace {

void report_twice(const PublishedSeries& series, const PublishedRow& first,
                  const PublishedRow& second, Diagnostics& diagnostics) {
  const std::string period = second.period.text();
  Diagnostic made;
  made.code = "I0306";
  made.span = second.where;
  const std::string name = series.table.empty() ? "" : series.table + ": ";
  made.title = {name + "period " + period + " stands twice, with different figures",
                name + "periode " + period + " staat er twee keer, met verschillende cijfers"};
  made.hint = {
      "do these rows stand on two bases, or are they two series? keep the rows of one of them",
      "staan deze regels op twee bases, of zijn het twee reeksen? houd van één daarvan de regels"};
  made.context = {{first.where, {"first here", "eerst hier"}}};
  diagnostics.add(std::move(made));
}

/// Rows in order; of two that say the same, one.
void settle(PublishedSeries& series, Diagnostics& diagnostics) {
  std::stable_sort(series.rows.begin(), series.rows.end(),
                   [](const auto& a, const auto& b) { return a.period < b.period; });
  std::vector<PublishedRow> kept;
  kept.reserve(series.rows.size());
  int reported = 0;
  for (PublishedRow& row : series.rows) {
    if (kept.empty() || !(kept.back().period == row.period)) {
      kept.push_back(std::move(row));
    } else if (kept.back().value && row.value && !(*kept.back().value == *row.value)) {
      // One mistake repeats itself on every line; a few places show it.
      if (++reported <= 3) report_twice(series, kept.back(), row, diagnostics);
    } else if (!kept.back().value) {
      kept.back() = std::move(row);
    }
  }
  series.rows = std::move(kept);
}

void restore_zeros(PublishedSeries& series) {
  int decimals = series.decimals.value_or(0);
  if (!series.decimals)
    for (const PublishedRow& row : series.rows)
      if (row.value) decimals = std::max(decimals, row.value->scale());
  for (PublishedRow& row : series.rows)
    if (row.value) row.value = with_decimals(*row.value, decimals);
  series.decimals = decimals;
}

}  // namespace

std::size_t Collector::open(const Head& head) {
  const auto [at, fresh] =
      known_.emplace(Key(head.publisher, head.table, head.base, head.unit), open_.size());
  if (fresh) open_.push_back({head, {}});
  return at->second;
}

void Collector::add(std::size_t series, PublishedRow row) {
  open_[series].rows[row.period.unit()].push_back(std::move(row));
}

void Collector::remark(Phrase remark) {
  if (std::find(remarks_.begin(), remarks_.end(), remark) == remarks_.end())
    remarks_.push_back(std::move(remark));
}

void Collector::finish(PublicationFormat format, const std::string& file, Publication& into,
                       Diagnostics& diagnostics) {
  for (Open& one : open_) {
    for (auto& [frequency, rows] : one.rows) {
      PublishedSeries made;
      made.publisher = one.head.publisher;
      made.table = one.head.table;
      made.title = one.head.title;
      made.base = one.head.base;
      made.unit = one.head.unit;
      made.frequency = frequency;
      made.currency = one.head.currency;
      made.per = one.head.per;
      made.decimals = one.head.decimals;
      made.licence = one.head.licence;
      made.source = one.head.source;
      made.released = one.head.released;
      made.states_status = one.head.states_status;
      made.format = format;
      // Of several parts, the one that holds the figures.
      const SourceText* source = rows.empty() ? nullptr : rows.front().where.source;
      made.file = source == nullptr ? file : source->name();
      made.rows = std::move(rows);
      settle(made, diagnostics);
      if (one.head.loses_zeros) restore_zeros(made);
      into.series.push_back(std::move(made));
    }
  }
  into.remarks.insert(into.remarks.end(), remarks_.begin(), remarks_.end());
  open_.clear();
  known_.clear();
  remarks_.clear();
}

}  // namespace pricetalk::publication
