#include "index/figure_doubts.hpp"

#include "index/figure_steps.hpp"
#include "index/guard.hpp"
#include "index/mistyped_figures.hpp"

namespace pricetalk {

namespace {

constexpr std::size_t most_doubts = 3;
constexpr std::size_t least_history = 6;  ///< figures that show how a series moves
constexpr std::size_t long_series = 400;  ///< nobody types so many figures
constexpr int most_decimals = 18;
constexpr int high_rate = 15;  ///< per cent: below it rates leap from year to year, as in 2022

Series heading_of(const Series& series) {
  Series heading = series;
  heading.records = {};
  heading.decimals = most_decimals;  // other decimals are no doubt here
  return heading;
}

FigureChange as_new(const Observation& figure) {
  FigureChange made;
  made.kind = ChangeKind::held_back;
  made.period = figure.period;
  made.value = figure.value;
  return made;
}

/// The figures of one series, each held against those before it.
class Watched {
 public:
  Watched(const Series& series, const Library& library, Watch watch)
      : series_(series),
        library_(library),
        closely_(watch == Watch::unusual && series.unit == SeriesUnit::index &&
                 series.records.size() <= long_series),
        spot_(series.unit == SeriesUnit::price && goes_below_zero(series)),
        heading_(heading_of(series)),
        shown_(heading_),
        guard_(heading_, std::nullopt) {}

  std::vector<FigureDoubt> doubts() && {
    std::vector<FigureDoubt> made;
    bool after_doubt = false;
    RecordId doubtful = 0;  // the figure before, where `after_doubt`
    const bool first_is_odd = the_first_is_odd();
    if (first_is_odd) made.push_back(doubt_of_the_first());
    for (RecordId id = first_is_odd ? 1 : 0;
         id < series_.records.size() && made.size() < most_doubts; ++id) {
      const Observation& each = series_.records[id];
      if (each.status == FigureStatus::withdrawn) continue;
      const FigureChange figure = as_new(each);
      const bool goes_on = after_doubt && goes_on_from(series_.records[doubtful], each);
      const bool rises = after_doubt && !shown_.records.empty() &&
                         shown_.records.back().value < series_.records[doubtful].value;
      if (goes_on) take(series_.records[doubtful]);
      Phrase why = against(figure);
      if (!why.empty()) {
        // The same leap once more, or the rest of it: it is told of the first.
        const bool the_rest = goes_on && rises == (series_.records[doubtful].value < each.value);
        const bool the_same = after_doubt && stays_at(series_.records[doubtful], each);
        if (the_same || the_rest) {
          if (goes_on) doubtful = id;
          continue;
        }
        after_doubt = true;
        doubtful = id;
        made.push_back({id, std::move(why), cause_of(figure)});
        continue;
      }
      take(each);
      // Another base year or unit is that of all figures from there on.
      if (!goes_on)
        for (FigureDoubt& doubt : made) doubt.cause = {};
      after_doubt = false;
    }
    return made;
  }

 private:
  /// Whether the first figure is the one that is wrong: it leaves the second far behind, and the
  /// two after that stay with the second.
  bool the_first_is_odd() const {
    constexpr RecordId looked_at = 4;
    if (series_.records.size() < looked_at || spot_ || series_.unit == SeriesUnit::percent)
      return false;
    for (RecordId id = 0; id < looked_at; ++id)
      if (!above_zero(series_.records[id].value) ||
          series_.records[id].status == FigureStatus::withdrawn ||
          series_.records[id].period.unit() != series_.records[0].period.unit())
        return false;
    const Decimal& second = series_.records[1].value;
    const auto stays = [&](RecordId id) {
      return factor_between(series_.records[id].value, second) <= Ratio(Decimal(15, 1));
    };
    return stays(2) && stays(3) && Ratio(5) < factor_between(series_.records[0].value, second);
  }

  /// Held against the figure after it.
  FigureDoubt doubt_of_the_first() const {
    FigureGuard guard(heading_, std::nullopt);
    guard.accept(as_new(series_.records[1]));
    const FigureChange figure = as_new(series_.records[0]);
    return {0, guard.against_ahead(figure), {}};
  }

  /// Whether a figure stays where a doubtful one went.
  static bool stays_at(const Observation& doubtful, const Observation& figure) {
    return above_zero(doubtful.value) && above_zero(figure.value) &&
           factor_between(doubtful.value, figure.value) <= Ratio::of(105, 100);
  }

  /// Whether the next figure is nearer to an unusual one than to those before it: what the index
  /// did, right or wrong, and no slip of one figure. What cannot be at all is followed by nothing.
  bool goes_on_from(const Observation& doubtful, const Observation& next) const {
    if (shown_.records.empty() || !guard_.against_ahead(as_new(doubtful)).empty()) return false;
    const Decimal& before = shown_.records.back().value;
    return above_zero(before) && above_zero(doubtful.value) && above_zero(next.value) &&
           factor_between(next.value, doubtful.value) < factor_between(next.value, before);
  }

  void take(const Observation& figure) {
    guard_.accept(as_new(figure));
    shown_.records.push_back(figure);
  }

  Phrase against(const FigureChange& figure) const {
    if (series_.unit == SeriesUnit::percent &&
        distance(Ratio(figure.value), Ratio(0)) < Ratio(high_rate))
      return {};
    if (spot_) return {};
    Phrase why = guard_.against_ahead(figure);
    if (!why.empty() || !closely_ || shown_.records.size() < least_history) return why;
    return FigureGuard(shown_, std::nullopt).against_ahead(figure);
  }
  /// That of a figure which an import holds back.
  Phrase cause_of(const FigureChange& held) const {
    SeriesChange change;
    change.series = shown_;
    change.changes = {held};
    return likely_cause(change, library_);
  }

  const Series& series_;
  const Library& library_;
  bool closely_;
  bool spot_;       ///< prices that go below zero
  Series heading_;  // without figures, so that the guard expects nothing
  Series shown_;    // the figures that follow from those before them
  FigureGuard guard_;
};

}  // namespace

std::vector<FigureDoubt> figure_doubts(const Series& series, const Library& library, Watch watch) {
  std::vector<FigureDoubt> found = Watched(series, library, watch).doubts();
  if (found.empty() && watch == Watch::unusual) found = mistyped_figures(series);
  return found;
}

const std::vector<FigureDoubt>& KnownFigureDoubts::of(const std::shared_ptr<const Series>& series,
                                                      const Library& library) {
  const auto found = known_.find(series);
  if (found != known_.end()) return found->second;
  return known_.emplace(series, figure_doubts(*series, library, Watch::impossible)).first->second;
}

}  // namespace pricetalk
