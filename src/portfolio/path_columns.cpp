#include "portfolio/path_columns.hpp"

#include <algorithm>

#include "pricing/plan_kernel.hpp"

namespace pricetalk {

namespace {

/// Limits as one smallest and one largest number: what keeps them in order comes out within both.
std::pair<std::int64_t, std::int64_t> ends_of(const std::vector<OuterLimit>& limits, int scale) {
  std::int64_t low = INT64_MIN;
  std::int64_t high = INT64_MAX;
  for (const OuterLimit& limit : limits) {
    const std::int64_t end = round(Ratio(limit.end), Rounding::decimals(scale)).mantissa();
    if (limit.cap) {
      low = std::min(low, end);
      high = std::min(high, end);
    } else {
      low = std::max(low, end);
      high = std::max(high, end);
    }
  }
  return {low, high};
}

}  // namespace

Phrase no_bands() { return {"a table of bands", "een tabel met schijven"}; }

PathColumns::PathColumns(const Paths& paths, std::vector<std::uint32_t> chosen, Plans& plans)
    : paths_(paths),
      chosen_(std::move(chosen)),
      size_(chosen_.empty() ? paths.count : chosen_.size()),
      plans_(plans) {
  for (const SeriesPaths& series : paths.series) figures_.emplace_back(series.periods.size());
}

const PathColumns::Figure& PathColumns::figure(DrawnFigures::At at) {
  Figure& found = figures_[at.series][at.period];
  if (found.values != nullptr) return found;
  const SeriesPaths& series = paths_.series[at.series];
  const std::vector<std::int64_t>& all = series.figures[at.period];
  found.values = all.data();
  if (!chosen_.empty()) {
    for (const std::uint32_t path : chosen_) found.own.push_back(all[path]);
    found.values = found.own.data();
  }
  found.range = ColumnRange::of({found.values, size_}, series.decimals);
  return found;
}

const PathColumn* PathColumns::of(const PathValue& value, PathColumn& room) {
  if (!value.inner) return computed(value);
  const PathColumn* inner = computed(*value.inner);
  if (inner == nullptr) return nullptr;
  room.own.resize(size_);
  room.values = room.own.data();
  const ColumnRange& range = inner->ranges.own;
  const auto [low, high] = ends_of(value.limits, range.scale);
  keep_within({inner->values, size_}, low, high, room.own.data());
  room.ranges = ColumnRanges(ColumnRange{std::min(std::max(range.low, low), high),
                                         std::min(std::max(range.high, low), high), range.scale});
  return &room;
}

const PathColumn* PathColumns::computed(const PathValue& value) {
  const auto [at, fresh] = computed_.try_emplace(&value);
  PathColumn& found = at->second;
  if (!fresh) return found.values == nullptr ? nullptr : &found;
  std::vector<Column> inputs;
  std::vector<ColumnRanges> ranges;
  for (std::size_t i = 0; i < value.reads.size(); ++i) {
    const Figure& read = figure(value.reads[i]);
    ColumnRange range = read.range;
    if (value.percent[i]) range.scale += 2;
    inputs.push_back({read.values, 0});
    ranges.emplace_back(range);
  }
  for (const Decimal& number : value.made.known) {
    inputs.push_back({nullptr, number.mantissa()});
    ranges.emplace_back(ColumnRange::of(number));
  }
  const auto& planned = plans_.plan_of(value.made, ranges);
  if (const auto* not_planned = std::get_if<NotPlanned>(&planned)) {
    refused_ = not_planned->why;
    return nullptr;
  }
  const Plan& plan = std::get<Plan>(planned);
  found.own.resize(size_);
  if (!run(plan, inputs, size_, found.own.data())) {
    refused_ = no_bands();
    return nullptr;
  }
  found.values = found.own.data();
  found.ranges = ColumnRanges(ColumnRange::of(found.own, plan.price_scale()));
  return &found;
}

}  // namespace pricetalk
