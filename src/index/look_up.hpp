#pragma once

#include <optional>
#include <string>
#include <variant>

#include "pricetalk/explain/derivation.hpp"
#include "pricetalk/explain/outcome.hpp"
#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// The day from which the world is looked at. Always an argument, never a clock.
struct Viewpoint {
  /// The clause's own reading day: the announcement, else the adjustment date. A record without
  /// publication day counts as known on it, and the derivation says so.
  Date reading_day;
  /// Hides records published after it, and undated ones that were brought in later while their
  /// period is not over; those not from a step that was due by then.
  std::optional<Date> today;
  /// Asked explicitly: an undated record counts as known from the day on which it was brought in,
  /// or the day after its period.
  std::optional<Date> as_known;
};

/// A record of a series: a number always arrives with its record.
struct Seen {
  const Series* series = nullptr;  ///< never nothing; lives in the library
  RecordId record = 0;             ///< position in it
  /// The record itself.
  const Observation& observation() const { return series->records[record]; }
};

/// The world may still answer: wait.
struct NotYet {
  const Series* series = nullptr;  ///< never nothing
  Period period;                   ///< asked for
  std::optional<Date> expected;    ///< only where the publisher's calendar states it
  /// It must have come by today: the library lacks it.
  bool overdue = false;
};

/// Nobody will answer without a decision.
struct Missing {
  /// Why there is none.
  enum class Why : std::uint8_t {
    unknown_series,  ///< the library has no series of that id
    before_start,    ///< of the first figure that the library has
    gap,             ///< no figure, though there are later ones: the library lacks it
    never,           ///< its publisher has said that there will be none
    stopped,         ///< the period lies after the last one that is ever published
    withdrawn,       ///< the figure was taken back, and none came in its place
    day_unknown,     ///< retrieved later than the day asked for, publication day not recorded
    not_definitive,  ///< only a provisional version is there
    no_first,        ///< the first publication is not in the library
  };
  std::string series;                   ///< id asked for
  Period period;                        ///< asked for
  Why why = Why::gap;                   ///< default: there are only others
  std::string successor;                ///< id of the series that goes on; empty: none is named
  Phrase why_never = {};                ///< of `never`: what its publisher says
  std::optional<SeriesLink> link = {};  ///< of `stopped`: its publisher's own link to `successor`
  const Series* known = nullptr;        ///< of `before_start` and `gap`: the series
};

/// A figure, or why there is none.
using Lookup = std::variant<Seen, NotYet, Missing>;

/// The figure of a period, as seen from the viewpoint.
Lookup look_up(const Library& library, std::string_view series, const Period& period, Which which,
               const Viewpoint& viewpoint);

/// The latest period of the series that is visible from the viewpoint; nothing when there is none.
std::optional<Period> latest_period(const Library& library, std::string_view series, Which which,
                                    const Viewpoint& viewpoint);

/// All periods of the series that have at least one record and lie inside the span, in order.
std::vector<Period> periods_inside(const Series& series, const PeriodSpan& span);

/// The value, as a fraction for percent series; or the reason in words. The one way from a look-up
/// to an input of a calculation.
Outcome<Ratio> value(const Lookup& lookup);
/// These two: what is missing, in words, and where and when it will be found.
Reason reason(const NotYet& not_yet);
Reason reason(const Missing& missing);
/// What may be said of how sure a figure is: its publisher's word, or that a person entered it, and
/// whether that was before its period was over.
Phrase status_of(const Observation& o);
/// What the annex prints about a figure. REQUIRES: the series of `seen` is alive.
InputSource source_of(const Seen& seen);

}  // namespace pricetalk
