#include "audit/seen_rows.hpp"

#include <utility>

namespace pricetalk {

namespace {

__extension__ using Product = unsigned __int128;

/// Both halves of a product, folded: every bit of the operands moves many of the result.
std::uint64_t folded(std::uint64_t a, std::uint64_t b) {
  const Product product = static_cast<Product>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

constexpr std::uint64_t line_bits = 40;
constexpr std::uint64_t line_mask = (std::uint64_t{1} << line_bits) - 1;

}  // namespace

void Fingerprint::add(std::uint64_t value) {
  low_ = folded(low_ ^ value, 0xA0761D6478BD642FU ^ high_) + 0x9E3779B97F4A7C15U;
  high_ = folded(high_ + value, 0xE7037ED1A0B428DBU) ^ low_;
}

void Fingerprint::add(std::string_view text) {
  add(std::uint64_t{text.size()});
  while (!text.empty()) {
    std::uint64_t word = 0;
    const std::size_t count = text.size() < sizeof word ? text.size() : sizeof word;
    for (std::size_t i = 0; i < count; ++i)
      word |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
    add(word);
    text.remove_prefix(count);
  }
}

void Fingerprint::add(const Decimal& number) {
  std::int64_t mantissa = number.mantissa();
  int scale = number.scale();
  while (scale > 0 && mantissa % 10 == 0) {
    mantissa /= 10;
    --scale;
  }
  add(static_cast<std::uint64_t>(mantissa));
  add(static_cast<std::uint64_t>(scale));
}

void SeenRows::grow(Table& table) {
  std::vector<Entry> before = std::exchange(table.entries, {});
  table.entries.resize(before.empty() ? 64 : before.size() * 2);
  const std::size_t mask = table.entries.size() - 1;
  for (const Entry& entry : before) {
    if (entry.rest == 0) continue;
    std::size_t at = entry.low & mask;
    while (table.entries[at].rest != 0) at = (at + 1) & mask;
    table.entries[at] = entry;
  }
}

void SeenRows::fetch(const Fingerprint& row) const {
  const Table& table = tables_[row.high() % tables_.size()];
  if (!table.entries.empty())
    __builtin_prefetch(&table.entries[row.low() & (table.entries.size() - 1)], 1);
}

std::optional<std::uint64_t> SeenRows::seen(const Fingerprint& row, std::uint64_t line) {
  Table& table = tables_[row.high() % tables_.size()];
  if ((table.used + 1) * 8 > table.entries.size() * 7) grow(table);
  const std::uint64_t high = row.high() & ~line_mask;
  const std::size_t mask = table.entries.size() - 1;
  std::size_t at = row.low() & mask;
  for (; table.entries[at].rest != 0; at = (at + 1) & mask) {
    const Entry& entry = table.entries[at];
    if (entry.low == row.low() && (entry.rest & ~line_mask) == high) return entry.rest & line_mask;
  }
  table.entries[at] = {row.low(), high | (line & line_mask)};
  ++table.used;
  return std::nullopt;
}

}  // namespace pricetalk
