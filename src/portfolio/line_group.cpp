#include "portfolio/line_group.hpp"

#include <algorithm>
#include <span>

#include "number/wide.hpp"

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

/// REQUIRES: the scale is not below that of the value, and what comes out has no more than 18
/// digits.
std::int64_t whole(const Decimal& value, int scale) {
  return value.mantissa() * wide::power_of_ten(scale - value.scale());
}

/// Which numbers of a line repeat which, in four bits each: the first that is equal to it.
constexpr std::size_t most_compared = 16;
std::uint64_t repeats(std::span<const Decimal> numbers) {
  std::uint64_t made = 0;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    std::size_t first = 0;
    while (numbers[first] != numbers[i]) ++first;
    made |= std::uint64_t{first} << (4 * i);
  }
  return made;
}

/// Puts lines together whose numbers repeat in the same way; gives how each of them repeats.
std::vector<std::pair<std::uint64_t, std::size_t>> in_order(const LineGroup& group,
                                                            std::size_t count) {
  std::vector<std::pair<std::uint64_t, std::size_t>> order;
  for (std::size_t line = 0; line < group.written.size(); ++line)
    order.emplace_back(repeats(std::span(group.numbers).subspan(line * count, count)), line);
  std::sort(order.begin(), order.end());
  return order;
}

/// The different numbers of lines that stand together.
LineColumns::Alike different_numbers(const LineColumns& columns, std::uint64_t repeats,
                                     std::size_t first, std::size_t lines) {
  LineColumns::Alike made{lines, {}, {}};
  std::size_t different = 0;
  for (std::size_t i = 0; i < columns.numbers.size(); ++i) {
    const std::size_t known = repeats >> (4 * i) & 15U;
    made.which.push_back(known == i ? different++ : made.which[known]);
    if (known != i) continue;
    const auto from = columns.numbers[i].begin() + static_cast<std::ptrdiff_t>(first);
    made.numbers.insert(made.numbers.end(), from, from + static_cast<std::ptrdiff_t>(lines));
  }
  return made;
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

LineColumns columns_of(const LineGroup& group, LineOrder order) {
  LineColumns made;
  made.price_scale = scale_of(group.written);
  made.number_scale = scale_of(group.numbers);
  const std::size_t count = group.numbers.size() / group.written.size();
  made.numbers.resize(count);
  const auto take = [&](std::size_t line) {
    made.contracts.push_back(group.contracts[line]);
    made.prices.push_back(whole(group.written[line], made.price_scale));
    for (std::size_t i = 0; i < count; ++i)
      made.numbers[i].push_back(whole(group.numbers[line * count + i], made.number_scale));
  };
  if (order == LineOrder::repeating && count <= most_compared) {
    const auto sorted = in_order(group, count);
    for (const auto& [how, line] : sorted) take(line);
    for (std::size_t first = 0; first < sorted.size();) {
      std::size_t end = first;
      while (end < sorted.size() && sorted[end].first == sorted[first].first) ++end;
      made.alike.push_back(different_numbers(made, sorted[first].first, first, end - first));
      first = end;
    }
  } else {
    for (std::size_t line = 0; line < group.written.size(); ++line) take(line);
  }
  for (const std::vector<std::int64_t>& numbers : made.numbers)
    made.number_ranges.emplace_back(ColumnRange::of(numbers, made.number_scale));
  return made;
}

bool fits_columns(const Line& line) {
  std::vector<Decimal> numbers;
  if (line.quantity) numbers = numbers_of(line.quantity->value);
  return short_enough(line.prices.front().original.value) &&
         std::all_of(numbers.begin(), numbers.end(), short_enough);
}

}  // namespace pricetalk
