#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/index/look_up.hpp"

namespace pricetalk {

/// One figure that a calculation reads.
struct FigureRequest {
  std::string series;
  Period period;
  Which which = Which::as_known;
  Date reading_day;
};

/// Answers the structural questions of lowering: which figures exist on which day. Never values, so
/// that scenarios can reuse the shape of a calculation.
class Coverage {
 public:
  /// The library must outlive the coverage.
  Coverage(const Library& library, std::optional<Date> today, std::optional<Date> as_known = {})
      : library_(&library), today_(today), as_known_(as_known) {}

  bool sees(const FigureRequest& request) const;
  /// Whether the series has a record of this period, visible or not.
  bool records(std::string_view series, const Period& period) const;
  std::vector<Period> periods_inside(std::string_view series, const PeriodSpan& span) const;
  std::optional<Unit> frequency(std::string_view series) const;
  std::optional<Period> latest(std::string_view series, Which which, Date reading_day) const;
  /// The latest period that is definitive in both series, or nothing.
  std::optional<Period> last_definitive(std::string_view a, std::string_view b,
                                        Date reading_day) const;
  bool percent(std::string_view series) const;

  /// The value with its record; the only way from here to a number.
  Lookup look_up(const FigureRequest& request) const;
  const Library& library() const { return *library_; }
  std::optional<Date> today() const { return today_; }

 private:
  Viewpoint from(Date reading_day) const { return {reading_day, today_, as_known_}; }
  const Library* library_;
  std::optional<Date> today_;
  std::optional<Date> as_known_;
};

}  // namespace pricetalk
