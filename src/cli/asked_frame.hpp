#pragma once

#include <optional>
#include <utility>

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

struct SimulateOptions;

/// The days that `--from`, `--until` and `--months` ask for.
class AskedFrame {
 public:
  AskedFrame(const SimulateOptions& options, Date today);

  /// What contradicts itself or reaches too far (U0007).
  Diagnostics problems() const;
  /// In place of the months of all scenarios, which then need not be equal; nothing: theirs count.
  std::optional<int> months() const;
  /// First and last day of every contract; nothing: of each from its next invoice on. `months`: of
  /// the scenario. REQUIRES: no problems.
  std::optional<std::pair<Date, Date>> days(int months) const;

 private:
  /// Where an end without a beginning counts from: the next month.
  Date first() const;

  std::optional<Date> from_;
  std::optional<Date> until_;
  std::optional<int> months_;
  Date today_;
};

}  // namespace pricetalk
