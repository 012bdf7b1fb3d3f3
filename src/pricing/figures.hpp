#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/look_up.hpp"
#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// One figure that a calculation reads.
struct FigureRequest {
  std::string series;             ///< id of the series
  Period period;                  ///< that is asked for
  Which which = Which::as_known;  ///< default: the last version known on the reading day
  Date reading_day;               ///< the announcement, else the adjustment date
  /// It stands in for these, which were not there on the reading day.
  std::optional<PeriodSpan> instead_of = {};
};

/// What a coverage shows: which figures exist on which day, so that scenarios can reuse the shape
/// of a calculation, and in the end the figure itself.
class Figures {
 public:
  /// The library must outlive the figures.
  explicit Figures(const Coverage& coverage) : coverage_(coverage) {}

  /// Whether the figure is known, as the request asks for it.
  bool sees(const FigureRequest& request) const;
  /// Whether the series has a record of this period, visible or not.
  bool records(std::string_view series, const Period& period) const;
  /// Whether the series has a record of a day from here on, or up to here.
  bool any_day_from(std::string_view series, Date day) const;
  /// The same for a day up to here.
  bool any_day_until(std::string_view series, Date day) const;
  /// Whether its publisher has said that there will be no figure.
  bool hole(std::string_view series, const Period& period) const;
  /// The first day on which a version of the figure could be read, whatever the request's reading
  /// day; nothing while it is not there. A record of which no day is stated has the last day of the
  /// calendar.
  std::optional<KnownSince> known_since(const FigureRequest& request) const;
  /// As index/look_up.hpp, of the series of that id; none of an unknown one.
  std::vector<Period> periods_inside(std::string_view series, const PeriodSpan& span) const;
  /// How often it appears; nothing: mixed, or unknown.
  std::optional<Unit> frequency(std::string_view series) const;
  /// The latest period that can be read on the day, or nothing.
  std::optional<Period> latest(std::string_view series, Which which, Date reading_day) const;
  /// The latest period that is definitive in both series, or nothing.
  std::optional<Period> last_definitive(std::string_view a, std::string_view b,
                                        Date reading_day) const;
  /// Whether its figures are percentages.
  bool percent(std::string_view series) const;

  /// The value with its record; the only way from here to a number.
  Lookup look_up(const FigureRequest& request) const;

 private:
  const Library& library() const { return coverage_.library(); }
  Viewpoint from(Date reading_day) const {
    return {reading_day, coverage_.today(), coverage_.as_known()};
  }
  Coverage coverage_;
};

}  // namespace pricetalk
