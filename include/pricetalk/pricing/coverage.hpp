#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/index/look_up.hpp"

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

/// Since when a figure can be read.
struct KnownSince {
  Date day;              ///< first day
  bool recorded = true;  ///< no: the day of retrieval, so at the latest then
};

/// Answers the structural questions of lowering: which figures exist on which day. Never values, so
/// that scenarios can reuse the shape of a calculation.
class Coverage {
 public:
  /// The library must outlive the coverage.
  Coverage(const Library& library, std::optional<Date> today, std::optional<Date> as_known = {})
      : library_(&library), today_(today), as_known_(as_known) {}

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
  /// As it was made with.
  const Library& library() const { return *library_; }
  /// As it was made with.
  std::optional<Date> today() const { return today_; }

 private:
  Viewpoint from(Date reading_day) const { return {reading_day, today_, as_known_}; }
  const Library* library_;
  std::optional<Date> today_;
  std::optional<Date> as_known_;
};

}  // namespace pricetalk
