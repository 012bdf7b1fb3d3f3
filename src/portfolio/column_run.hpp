#pragma once

#include <cstdint>
#include <span>
#include <utility>
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
  /// Adds up the amounts of all columns of the ledger, in whole units of the last of `decimals`:
  /// those of column i into `sums[parts[i]]`, one for each line; a part to which nothing is charged
  /// stays empty. REQUIRES: `follow` was not refused.
  void charge(const AmountCourse& course, std::span<const std::size_t> parts, int decimals,
              std::vector<std::vector<std::int64_t>>& sums);

  const Phrase& refused() const { return refused_; }
  /// Lines whose step is not that of the others.
  const std::vector<bool>& own_way() const { return own_way_; }
  /// The price of a line after a step; 0: the one it starts with. REQUIRES: `follow` was not
  /// refused.
  Decimal price(std::size_t step, std::size_t line) const {
    const Prices& prices = prices_[price_at_[step]];
    return {prices.values[line], prices.ranges.own.scale};
  }
  std::size_t steps() const { return steps_; }
  std::size_t amounts() const { return charged_; }

 private:
  struct Prices {
    std::vector<std::int64_t> values;
    ColumnRanges ranges;
  };

  const Plan* plan_of(const Specialised& made);
  void add_known(const Specialised& made);
  void mark(const PriceCourse& course, const CourseStep& step, const Prices& before,
            const Prices& now);
  const Plan* read(const CourseAmount& amount);
  bool all_products(const AmountCourse& course, std::span<const std::size_t> parts, int decimals,
                    std::size_t& at, std::vector<std::int64_t>& sum);
  void add_one(const Plan& plan, int decimals, std::vector<std::int64_t>& sum);
  static bool stays_small(const ColumnRange& price, const ColumnRange& number, int decimals);
  void refuse(Phrase why) { refused_ = std::move(why); }

  Plans& plans_;
  const LineColumns& lines_;
  std::vector<Prices> prices_;         ///< different ones
  std::vector<std::size_t> price_at_;  ///< which of them holds after each step; the start first
  std::vector<ColumnRanges> number_ranges_;
  std::vector<Column> inputs_;
  std::vector<ColumnRanges> ranges_;
  std::vector<Column> numbers_;
  std::vector<std::int64_t> amounts_;
  std::vector<bool> own_way_;
  std::size_t steps_ = 0;
  std::size_t charged_ = 0;
  Phrase refused_;
};

}  // namespace pricetalk
