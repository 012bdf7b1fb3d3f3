#include "store/packed_numbers.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

void put(std::string& bytes, std::uint64_t number, std::size_t width) {
  for (std::size_t i = 0; i < width; ++i) bytes += static_cast<char>((number >> (8 * i)) & 0xffU);
}

std::uint64_t take(std::string_view bytes, std::size_t from, std::size_t width) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < width; ++i)
    number |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[from + i])) << (8 * i);
  return number;
}

std::size_t width_of(std::uint64_t largest) {
  std::size_t width = 0;
  for (; largest > 0; largest >>= 8) ++width;
  return width;
}

constexpr std::size_t whole_width = 8;
/// How many numbers, the smallest, and the width of a distance.
constexpr std::size_t head_width = whole_width + whole_width + 1;

}  // namespace

std::string packed(std::span<const std::int64_t> numbers) {
  std::string bytes;
  const auto [low, high] = std::minmax_element(numbers.begin(), numbers.end());
  const std::uint64_t smallest = numbers.empty() ? 0 : static_cast<std::uint64_t>(*low);
  const std::size_t width =
      numbers.empty() ? 0 : width_of(static_cast<std::uint64_t>(*high) - smallest);
  bytes.reserve(head_width + numbers.size() * width);
  put(bytes, numbers.size(), whole_width);
  put(bytes, smallest, whole_width);
  put(bytes, width, 1);
  for (const std::int64_t number : numbers)
    put(bytes, static_cast<std::uint64_t>(number) - smallest, width);
  return bytes;
}

std::vector<std::int64_t> unpacked(std::string_view bytes) {
  const std::uint64_t count = take(bytes, 0, whole_width);
  const std::uint64_t smallest = take(bytes, whole_width, whole_width);
  const std::size_t width = take(bytes, 2 * whole_width, 1);
  std::vector<std::int64_t> numbers;
  numbers.reserve(count);
  for (std::size_t i = 0; i < count; ++i)
    numbers.push_back(
        static_cast<std::int64_t>(smallest + take(bytes, head_width + i * width, width)));
  return numbers;
}

}  // namespace pricetalk
