#include "portfolio/column_run.hpp"

#include <algorithm>

#include "number/wide.hpp"

namespace pricetalk {

namespace {

/// Amounts up to this are added up over the longest simulation without leaving 64 bits.
constexpr std::int64_t largest_amount = 1'000'000'000'000'000;

}  // namespace

void ColumnRun::add_known(const Specialised& made) {
  for (const Decimal& number : made.known) {
    inputs_.push_back({nullptr, number.mantissa()});
    ranges_.push_back(ColumnRange::of(number));
  }
}

const Plan* ColumnRun::plan_of(const Specialised& made) {
  const auto& found = plans_.plan_of(made, ranges_);
  if (const auto* not_planned = std::get_if<NotPlanned>(&found)) {
    refused_ = not_planned->why;
    return nullptr;
  }
  return &std::get<Plan>(found);
}

void ColumnRun::follow(const PriceCourse& course) {
  own_way_.assign(lines_.size(), false);
  prices_ = {{lines_.prices, ColumnRange::of(lines_.prices, lines_.price_scale)}};
  price_at_ = {0};
  for (const auto& numbers : lines_.numbers)
    number_ranges_.push_back(ColumnRange::of(numbers, lines_.number_scale));
  for (const CourseStep& step : course.steps) {
    if (!step.made) {
      price_at_.push_back(price_at_.back());
      continue;
    }
    inputs_.clear();
    ranges_.clear();
    for (const Slot slot : step.reads) {
      const Prices& read = prices_[slot == Slot::original ? 0 : price_at_.back()];
      inputs_.push_back({read.values.data(), 0});
      ranges_.push_back(read.range);
    }
    add_known(*step.made);
    const Plan* plan = plan_of(*step.made);
    if (plan == nullptr) return;
    Prices now;
    now.values.resize(lines_.size());
    if (!run(*plan, inputs_, lines_.size(), now.values.data())) {
      refused_ = {"bands", "een staffel"};
      return;
    }
    now.range = ColumnRange::of(now.values, plan->price_scale());
    mark(course, step, prices_[price_at_.back()], now);
    price_at_.push_back(prices_.size());
    prices_.push_back(std::move(now));
    steps_ += lines_.size();
  }
}

/// A price that fell to zero stays there, whatever its clause gives; and where the fold asks
/// whether a step moved the price, only lines that answer alike go on together.
void ColumnRun::mark(const PriceCourse& course, const CourseStep& step, const Prices& before,
                     const Prices& now) {
  if (now.range.low <= 0 && now.range.high >= 0)
    for (std::size_t line = 0; line < lines_.size(); ++line)
      if (now.values[line] == 0 && lines_.prices[line] != 0) own_way_[line] = true;
  if (!course.remembers_moves) return;
  for (std::size_t line = 0; line < lines_.size(); ++line) {
    const bool moved = Decimal(now.values[line], now.range.scale) !=
                       Decimal(before.values[line], before.range.scale);
    if (!moved || !step.moved) own_way_[line] = true;
  }
}

const std::vector<std::int64_t>& ColumnRun::charge(const CourseAmount& amount, int decimals) {
  amounts_.clear();
  if (!amount.made) return amounts_;
  inputs_.clear();
  ranges_.clear();
  for (const CourseAmount::Read& read : amount.reads) {
    if (read.price) {
      const Prices& price = prices_[price_at_[read.at]];
      inputs_.push_back({price.values.data(), 0});
      ranges_.push_back(price.range);
    } else {
      inputs_.push_back({lines_.numbers[read.at].data(), 0});
      ranges_.push_back(number_ranges_[read.at]);
    }
  }
  add_known(*amount.made);
  const Plan* plan = plan_of(*amount.made);
  if (plan == nullptr) return amounts_;
  amounts_.resize(lines_.size());
  if (!run(*plan, inputs_, lines_.size(), amounts_.data())) refused_ = {"bands", "een staffel"};
  const std::int64_t up = wide::power_of_ten(std::max(0, decimals - plan->price_scale()));
  for (std::int64_t& each : amounts_) {
    if (each > largest_amount / up || each < -largest_amount / up)
      refused_ = {"amounts that are too large to be added up together",
                  "bedragen die te groot zijn om samen op te tellen"};
    else
      each *= up;
  }
  return amounts_;
}

}  // namespace pricetalk
