#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "pricing/plan.hpp"
#include "pricing/specialise.hpp"

namespace pricetalk {

/// Where the numbers of a column lie, in whole multiples of 10^-scale.
struct ColumnRange {
  std::int64_t low = 0;
  std::int64_t high = 0;
  int scale = 0;

  /// REQUIRES: not empty.
  static ColumnRange of(std::span<const std::int64_t> values, int scale);
  static ColumnRange of(const Decimal& value);
  /// A range that many columns share: up to a power of ten, on the same sides of zero.
  ColumnRange wider() const;
  friend bool operator==(const ColumnRange&, const ColumnRange&) = default;
};

/// A column's own range, and the one for which plans are made.
struct ColumnRanges {
  ColumnRange own;
  ColumnRange wide;
  explicit ColumnRanges(const ColumnRange& range) : own(range), wide(range.wider()) {}
};

/// Plans by shape, and by how large the numbers are that they were proven for: all contents of one
/// shape share one plan. For one thread.
class Plans {
 public:
  /// The plan of a calculation for columns in these ranges, one per input; or why there is none.
  /// Lives as long as this does.
  const std::variant<Plan, NotPlanned>& plan_of(const Specialised& made,
                                                std::span<const ColumnRanges> ranges);
  std::size_t size() const { return plans_.size(); }

 private:
  const std::variant<Plan, NotPlanned>& kept(const Specialised& made,
                                             const std::vector<ColumnRange>& ranges);
  /// What was asked last: nearly always what is asked next.
  struct Asked {
    std::shared_ptr<const std::string> shape;
    std::vector<ColumnRange> wide;
    const std::variant<Plan, NotPlanned>* plan = nullptr;
  };
  static bool is(const Asked& asked, std::span<const ColumnRanges> ranges);

  std::map<std::string, std::variant<Plan, NotPlanned>, std::less<>> plans_;
  std::array<Asked, 4> asked_;
  std::size_t next_ = 0;
};

}  // namespace pricetalk
