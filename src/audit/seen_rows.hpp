#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "pricetalk/number/decimal.hpp"

namespace pricetalk {

/// Takes values one by one into 128 bits. Not against an enemy; equal values give equal bits on
/// every machine.
class Fingerprint {
 public:
  void add(std::uint64_t value);
  void add(std::string_view text);
  /// By value: 1.50 as 1.5.
  void add(const Decimal& number);

  std::uint64_t high() const { return high_; }
  std::uint64_t low() const { return low_; }

 private:
  std::uint64_t high_ = 0x243F6A8885A308D3U;
  std::uint64_t low_ = 0x13198A2E03707344U;
};

/// Fingerprints that were there before, and where: 16 bytes each, in tables that are filled up to
/// seven eighths. 88 bits are compared: of a billion rows one pair in a billion runs falls
/// together.
class SeenRows {
 public:
  /// The line at which this row stood before; nothing when it is new, and then it is kept.
  /// `line` counts over all files, below 2^40.
  std::optional<std::uint64_t> seen(const Fingerprint& row, std::uint64_t line);
  /// Fetches what `seen` will look at, so that it need not wait for memory.
  void fetch(const Fingerprint& row) const;

 private:
  struct Entry {
    std::uint64_t low = 0;
    std::uint64_t rest = 0;  ///< 24 bits of the fingerprint, 40 of the line; 0: empty
  };
  struct Table {
    std::vector<Entry> entries;
    std::size_t used = 0;
  };
  static void grow(Table& table);

  std::array<Table, 64> tables_;  ///< grow one after the other, not all at once
};

}  // namespace pricetalk
