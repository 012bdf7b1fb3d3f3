#pragma once

#include <span>
#include <string>
#include <vector>

#include "portfolio/exposure.hpp"

namespace pricetalk {

/// The scenarios that an exposure is computed from.
class MovedScenarios {
 public:
  explicit MovedScenarios(const ExposureQuestion& question);

  const Future& future() const { return future_; }

  /// The future as it is first; then volumes a point less and a point more.
  Scenario volumes() const;
  static constexpr std::size_t smaller = 1;
  static constexpr std::size_t larger = 2;
  /// The future as it is first; then for each series three: its figures 1 % higher, its growth a
  /// point less, a point more.
  Scenario moved(std::span<const std::string> series) const;
  /// By future of `moved`: the only series in which it differs from the first.
  static std::vector<std::string> moved_series(std::span<const std::string> series);
  static std::size_t higher(std::size_t series) { return 1 + 3 * series; }
  static std::size_t slower(std::size_t series) { return 2 + 3 * series; }
  static std::size_t faster(std::size_t series) { return 3 + 3 * series; }

  /// One alternative without caps and one without floors, from the day after today.
  Scenario without_limits(bool caps, bool floors) const;
  /// An alternative for each of these fixed rises a year.
  Scenario fixed(const std::vector<Decimal>& percents) const;

 private:
  Future with_series(const std::string& series, std::optional<Percent> higher,
                     std::optional<Percent> steeper, const std::string& id) const;
  Future with_volume(const Percent& points, const std::string& id) const;
  Scenario with_alternatives(const std::string& text) const;

  Scenario scenario_;
  Future future_;
  Date today_;
};

}  // namespace pricetalk
