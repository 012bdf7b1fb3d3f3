#include "portfolio/line_group.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

/// What columns on one scale can hold, whatever the scale of the line beside it.
constexpr int finest_scale = 9;
constexpr std::int64_t largest_number = 99'999'999;

bool short_enough(const Decimal& number) {
  return number.scale() <= finest_scale && abs(Ratio(number)) <= Ratio(largest_number);
}

int scale_of(const std::vector<Decimal>& all) {
  int scale = 0;
  for (const Decimal& each : all) scale = std::max(scale, each.scale());
  return scale;
}

std::int64_t whole(const Decimal& value, int scale) {
  return round(Ratio(value), Rounding::decimals(scale)).mantissa();
}

}  // namespace

void LineGroup::add(std::uint32_t contract_at, const LineEntry& line) {
  contracts.push_back(contract_at);
  written.push_back(line.price);
  numbers.insert(numbers.end(), line.numbers.begin(), line.numbers.end());
}

void LineGroup::stand_for(const Contract& whole, const Library& figures_of_it) {
  contract = whole;
  contract->lines = {*whole.find_line(line_id)};
  library = figures_of_it;
}

LineColumns columns_of(const LineGroup& group) {
  LineColumns made;
  made.contracts = group.contracts;
  made.price_scale = scale_of(group.written);
  made.number_scale = scale_of(group.numbers);
  for (const Decimal& price : group.written) made.prices.push_back(whole(price, made.price_scale));
  const std::size_t count = group.numbers.size() / group.written.size();
  made.numbers.resize(count);
  for (std::size_t i = 0; i < group.numbers.size(); ++i)
    made.numbers[i % count].push_back(whole(group.numbers[i], made.number_scale));
  return made;
}

bool fits_columns(const Line& line) {
  const std::vector<Decimal> numbers = numbers_of(line.quantity->value);
  return short_enough(line.prices.front().original.value) &&
         std::all_of(numbers.begin(), numbers.end(), short_enough);
}

}  // namespace pricetalk
