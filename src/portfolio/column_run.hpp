#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "portfolio/amount_course.hpp"
#include "portfolio/plans.hpp"
#include "portfolio/price_course.hpp"
#include "pricing/plan_kernel.hpp"

namespace pricetalk {

/// The numbers in which the lines of one content differ.
struct LineColumns {
  std::vector<std::uint32_t> contracts;  ///< to which contract each line belongs
  std::vector<std::int64_t> prices;
  int price_scale = 0;
  std::vector<std::vector<std::int64_t>> numbers;  ///< of the quantity, a column for each
  int number_scale = 0;
  std::vector<ColumnRanges> number_ranges;
  /// Lines one after the other of which the same numbers are equal, so that their products are
  /// computed once; none: nothing is known of it.
  struct Alike {
    std::size_t lines = 0;
    std::vector<std::size_t> which;     ///< of each number: which of the different ones it is
    std::vector<std::int64_t> numbers;  ///< the different ones, one column after the other
  };
  std::vector<Alike> alike = {};

  std::size_t size() const { return contracts.size(); }
};

/// The prices and amounts of all lines of a content.
class ColumnRun {
 public:
  ColumnRun(Plans& plans, const LineColumns& lines) : plans_(plans), lines_(lines) {}

  /// Follows the prices. What cannot be proven is `refused`; lines that go their own way are
  /// marked.
  void follow(const PriceCourse& course);
  /// Adds up the amounts of all columns of the ledger, in whole units of the last of `decimals`,
  /// into `sums`, one for each line; a part to which nothing is charged stays empty. `summed`: how
  /// those of the course are put together. REQUIRES: `follow` was not refused.
  void charge(const AmountCourse& course, const SummedAmounts& summed, int decimals,
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
    const std::int64_t* values = nullptr;
    ColumnRanges ranges;
  };
  /// The last products that were asked how many decimals go, and the answer.
  struct AskedProducts {
    std::shared_ptr<const std::string> shape;
    ColumnRange price;
    std::size_t numbers = 0;
    std::optional<int> dropped;
  };

  const Plan* plan_of(const Specialised& made);
  void add_known(const Specialised& made);
  bool take(const CourseStep& step);
  bool one_product(const CourseStep& step, const Plan& plan);
  bool run_whole(const Plan& plan);
  std::int64_t* room(std::size_t at) { return room_.get() + (at - 1) * lines_.size(); }
  void run_steps();
  void mark(const PriceCourse& course);
  void mark(const PriceCourse& course, const CourseStep& step, const Prices& before,
            const Prices& now);
  const Plan* read(const CourseAmount& amount);
  std::optional<int> dropped_of(const SummedAmounts::Stretch& stretch, const CourseAmount& first,
                                std::span<const std::size_t> numbers, int decimals);
  std::optional<int> ask(const SummedAmounts::Stretch& stretch, const CourseAmount& first,
                         std::span<const std::size_t> numbers, int decimals);
  void charge_open(const SummedAmounts& summed);
  void charge_one(const CourseAmount& amount, int decimals, std::vector<std::int64_t>& sum);
  void add_one(const Plan& plan, int decimals, std::vector<std::int64_t>& sum);
  static bool stays_small(const ColumnRange& price, const ColumnRange& number, int decimals);
  void refuse(Phrase why) { refused_ = std::move(why); }

  Plans& plans_;
  const LineColumns& lines_;
  std::vector<Prices> prices_;            ///< different ones
  std::unique_ptr<std::int64_t[]> room_;  ///< for all of them but the first
  std::vector<StepHalfUp> steps_open_;    ///< to the last prices, not yet run
  std::vector<std::size_t> price_at_;     ///< which of them holds after each step; the start first
  std::vector<Column> inputs_;
  std::vector<ColumnRanges> ranges_;
  AskedProducts asked_;
  // Products that wait for those of the same numbers.
  std::vector<SummedColumn> open_;
  std::size_t open_numbers_ = 0;
  int open_dropped_ = 0;
  std::vector<RepeatedColumn> by_;
  std::vector<std::int64_t> amounts_;
  std::vector<bool> own_way_;
  std::size_t steps_ = 0;
  std::size_t charged_ = 0;
  Phrase refused_;
};

}  // namespace pricetalk
