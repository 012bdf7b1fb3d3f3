#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "chance/paths.hpp"
#include "pricetalk/pricing/schedule.hpp"
#include "pricing/hoist.hpp"
#include "pricing/specialise.hpp"

namespace pricetalk {

/// Which projected figures differ from path to path, and where `Paths` holds them.
class DrawnFigures {
 public:
  struct At {
    std::uint32_t series = 0;
    std::uint32_t period = 0;
    friend bool operator==(const At&, const At&) = default;
  };

  /// As a run of paths has them; of all runs they are the same.
  explicit DrawnFigures(const Paths& paths);
  std::optional<At> find(const std::string& series, const Period& period) const;

 private:
  std::map<std::string, std::map<Period, At>, std::less<>> all_;
};

/// A number that follows from the figures of a path and nothing else: the coefficient of a clause
/// on a date. All lines of all contracts that need it share it.
struct PathValue {
  Specialised made;
  std::vector<DrawnFigures::At> reads;  ///< of `made`
  std::vector<bool> percent;            ///< of each: the figure is of hundred
  /// This number is that one within these limits; then `made` is empty.
  std::shared_ptr<const PathValue> inner;
  std::vector<OuterLimit> limits;
};

/// Every path value once, by what it computes.
class PathValues {
 public:
  std::shared_ptr<const PathValue> kept(PathValue value);

 private:
  std::map<std::string, std::shared_ptr<const PathValue>, std::less<>> all_;
};

/// Where a number of a step comes from, path by path.
struct PathRead {
  enum class From : std::uint8_t {
    value,  ///< a path value of the course
    start,  ///< the price of the line as written
    price,  ///< the price after a step
    kept,   ///< what a step left for a later one
  };
  From from = From::value;
  std::size_t at = 0;    ///< which value or step
  std::size_t kept = 0;  ///< of `kept`: which number of the step
};

/// A number of a step: what differs from path to path (or from line to line) of its calculation.
struct PathNumber {
  Specialised made;
  std::vector<PathRead> reads;  ///< of `made`
};

/// What one step does on every path.
struct PathStep {
  Date from;                        ///< first day of the new price
  std::optional<PathNumber> price;  ///< nothing: the price stays
  /// Whether the threshold lets it through (1 or 0), where that differs; and what it was on the
  /// path that stands for all.
  std::optional<PathNumber> passes;
  bool passed = true;
  bool moved = false;            ///< whether the price moved on that path
  std::vector<PathNumber> kept;  ///< that a later step reads
};

/// The fold of one line on one path, as what it does on every path that branches in the same way:
/// its calculations are those of the schedule, with the projected figures and what was computed
/// from them left open.
struct PathCourse {
  std::vector<PathStep> steps;
  std::vector<std::shared_ptr<const PathValue>> values;
  /// Whether a later step asks if an earlier one moved the price.
  bool remembers_moves = false;
  Phrase refused;  ///< why there is no such course; empty: there is

  /// First days of its prices, the starting one first.
  std::vector<Date> dates(Date start) const;
};

/// REQUIRES: a line without tiers, parts and surcharges, none of whose clauses resets another, and
/// a schedule over figures of one path.
PathCourse path_course(const PriceSchedule& schedule, const DrawnFigures& drawn,
                       PathValues& values);

}  // namespace pricetalk
