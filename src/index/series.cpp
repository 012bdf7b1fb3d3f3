#include "pricetalk/index/series.hpp"

#include <algorithm>
#include <array>

namespace pricetalk {

const Phrase& words(FigureStatus status) {
  static const std::array<Phrase, 6> table = {{{"definitive", "definitief"},
                                               {"provisional", "voorlopig"},
                                               {"estimate", "raming"},
                                               {"revised", "herzien"},
                                               {"withdrawn", "ingetrokken"},
                                               {"projected", "aangenomen"}}};
  return table[static_cast<std::size_t>(status)];
}

int Series::published_decimals() const {
  if (decimals) return *decimals;
  int most = 0;
  for (const Observation& o : records) most = std::max(most, o.value.scale());
  return most;
}

std::optional<Date> Series::publication_day(const Period& period) const {
  for (const auto& [what, day] : calendar)
    if (what == period) return day;
  return std::nullopt;
}

const SeriesHole* Series::hole(const Period& period) const {
  for (const SeriesHole& each : holes)
    if (each.period == period) return &each;
  return nullptr;
}

namespace {
bool before(const std::shared_ptr<const Series>& series, std::string_view id) {
  return series->id < id;
}
}  // namespace

const Series* Library::find(std::string_view id) const {
  const auto at = std::lower_bound(series_.begin(), series_.end(), id, before);
  return at != series_.end() && (*at)->id == id ? at->get() : nullptr;
}

std::shared_ptr<const Series> Library::shared(std::string_view id) const {
  const auto at = std::lower_bound(series_.begin(), series_.end(), id, before);
  return at != series_.end() && (*at)->id == id ? *at : nullptr;
}

std::vector<std::string_view> Library::ids() const {
  std::vector<std::string_view> found;
  found.reserve(series_.size());
  for (const auto& series : series_) found.push_back(series->id);
  return found;
}

Library Library::with(std::vector<Series> more, std::vector<SourcePtr> sources) const {
  Library made = *this;
  for (Series& series : more) {
    const auto at = std::lower_bound(made.series_.begin(), made.series_.end(), series.id, before);
    const bool known = at != made.series_.end() && (*at)->id == series.id;
    auto added = std::make_shared<const Series>(std::move(series));
    if (known)
      *at = std::move(added);
    else
      made.series_.insert(at, std::move(added));
  }
  made.sources_.insert(made.sources_.end(), sources.begin(), sources.end());
  return made;
}

}  // namespace pricetalk
