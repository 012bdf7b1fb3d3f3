#pragma once

#include <cstdint>
#include <vector>

#include "portfolio/amount_course.hpp"
#include "portfolio/plans.hpp"
#include "portfolio/price_course.hpp"

namespace pricetalk {

/// The numbers in which the lines of one content differ.
struct LineColumns {
  std::vector<std::uint32_t> contracts;  ///< to which contract each line belongs
  std::vector<std::int64_t> prices;
  int price_scale = 0;
  std::vector<std::vector<std::int64_t>> numbers;  ///< of the quantity, a column for each
  int number_scale = 0;

  std::size_t size() const { return contracts.size(); }
};

/// The prices and amounts of all lines of a content.
class ColumnRun {
 public:
  ColumnRun(Plans& plans, const LineColumns& lines) : plans_(plans), lines_(lines) {}

  /// Follows the prices. What cannot be proven is `refused`; lines that go their own way are
  /// marked.
  void follow(const PriceCourse& course);
  /// The amounts of one column of the ledger, with `decimals`; empty: nothing is charged.
  /// REQUIRES: `follow` was not refused.
  const std::vector<std::int64_t>& charge(const CourseAmount& amount, int decimals);

  const Phrase& refused() const { return refused_; }
  /// Lines whose step is not that of the others.
  const std::vector<bool>& own_way() const { return own_way_; }
  std::size_t steps() const { return steps_; }

 private:
  struct Prices {
    std::vector<std::int64_t> values;
    ColumnRange range;
  };

  const Plan* plan_of(const Specialised& made);
  void add_known(const Specialised& made);
  void mark(const PriceCourse& course, const CourseStep& step, const Prices& before,
            const Prices& now);

  Plans& plans_;
  const LineColumns& lines_;
  std::vector<Prices> prices_;         ///< different ones
  std::vector<std::size_t> price_at_;  ///< which of them holds after each step; the start first
  std::vector<ColumnRange> number_ranges_;
  std::vector<Column> inputs_;
  std::vector<ColumnRange> ranges_;
  std::vector<std::int64_t> amounts_;
  std::vector<bool> own_way_;
  std::size_t steps_ = 0;
  Phrase refused_;
};

}  // namespace pricetalk
