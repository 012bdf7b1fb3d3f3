#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "portfolio/amount_course.hpp"
#include "portfolio/path_columns.hpp"
#include "portfolio/path_course.hpp"
#include "pricing/plan_kernel.hpp"

namespace pricetalk {

/// The numbers of one line.
struct PathLine {
  Decimal price;                 ///< as written
  std::vector<Decimal> numbers;  ///< of its quantity
  /// Whether the course is that of this very line, and not of another line of its content.
  bool own = false;
};

/// The prices and amounts of one line on some paths.
class PathRun {
 public:
  PathRun(Plans& plans, PathColumns& columns, const PathLine& line)
      : plans_(plans), columns_(columns), line_(line) {}

  /// Follows the prices. What cannot be proven is `refused`; paths that branch otherwise than the
  /// one that stands for all are marked.
  void follow(const PathCourse& course);
  /// The amounts of all columns of the ledger, in whole units of the last of `decimals`: those of
  /// column i are added to `sums[parts[i]]`, which has a number for each path. Nothing is added
  /// where it is refused. REQUIRES: `follow` was not refused.
  void charge(const AmountCourse& course, std::span<const std::size_t> parts, int decimals,
              std::span<const std::span<std::int64_t>> sums);

  const Phrase& refused() const { return refused_; }
  const std::vector<bool>& own_way() const { return own_way_; }
  bool any_own_way() const { return any_own_way_; }
  /// The price after a step, 0 the one it starts with. REQUIRES: `follow` was not refused.
  Decimal price(std::size_t step, std::size_t path) const {
    const PathColumn& found = prices_[price_at_[step]];
    return {found.at(path), found.ranges.own.scale};
  }

 private:
  /// Amounts of one part that are one price times numbers.
  struct Products {
    const PathColumn* price = nullptr;
    std::size_t part = 0;
    int dropped = 0;
    std::vector<Repeated> by;
  };
  struct Other {
    const Plan* plan = nullptr;
    const CourseAmount* amount = nullptr;
    std::size_t part = 0;
  };

  bool compute(const PathNumber& number, PathColumn& into);
  const PathColumn* read(const PathRead& read, std::size_t at);
  void mark(const PathCourse& course, const PathStep& step, const PathColumn& before,
            const PathColumn& now);
  void go_own_way(std::size_t path);
  const PathColumn& read_of(const CourseAmount::Read& read) const;
  /// `numbers`: where the numbers of amounts like this one lie; null: its own.
  const Plan* plan_of(const CourseAmount& amount, const ColumnRanges* numbers);
  const PathColumn* price_in(const CourseAmount& amount) const;
  const PathColumn& number_in(const CourseAmount& amount) const;
  bool prepare(const AmountCourse& course, std::span<const std::size_t> parts, int decimals);
  std::size_t prepare_products(const AmountCourse& course, std::span<const std::size_t> parts,
                               int decimals, std::size_t at);
  bool add_other(const Other& other, int decimals, std::int64_t& same,
                 std::vector<std::int64_t>& sum);
  void refuse(Phrase why) { refused_ = std::move(why); }

  Plans& plans_;
  PathColumns& columns_;
  const PathLine& line_;
  const PathCourse* course_ = nullptr;
  std::vector<PathColumn> prices_;
  std::vector<std::size_t> price_at_;  ///< which price holds after each step; the start first
  std::vector<std::vector<PathColumn>> kept_;
  std::vector<PathColumn> numbers_;
  std::vector<PathColumn> rooms_;
  std::vector<Column> inputs_;
  std::vector<ColumnRanges> ranges_;
  std::vector<Products> products_;
  std::vector<Other> others_;
  std::vector<std::int64_t> amounts_;
  std::vector<bool> own_way_;
  bool any_own_way_ = false;
  Phrase refused_;
};

}  // namespace pricetalk
