#pragma once

#include <cstdint>

#include "explain/rounded.hpp"
#include "pricetalk/number/decimal.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

__extension__ using Millionths = __int128;

/// A sum of very many amounts: in millionths, of which an invoice row has no smaller part.
class MoneySum {
 public:
  void add(const Decimal& amount) {
    constexpr int decimals = 6;
    if (amount.scale() > decimals) {
      finer_ = finer_ + Ratio(amount);
      return;
    }
    std::int64_t factor = 1;
    for (int i = amount.scale(); i < decimals; ++i) factor *= 10;
    millionths_ += static_cast<Millionths>(amount.mantissa()) * factor;
  }
  Decimal value(int decimals) const {
    constexpr std::int64_t million = 1'000'000;
    constexpr std::int64_t whole = 1'000'000'000'000;
    const Ratio high(static_cast<std::int64_t>(millionths_ / whole / million));
    const Ratio low(static_cast<std::int64_t>(millionths_ / million % whole));
    const Ratio rest = Ratio::of(static_cast<std::int64_t>(millionths_ % million), million);
    return as_decimal(high * Ratio(whole) + low + rest + finer_, decimals);
  }

 private:
  Millionths millionths_ = 0;
  Ratio finer_{0};
};

/// Where the money of one currency went.
struct MoneySums {
  int decimals = 2;
  MoneySum charged;
  MoneySum matched;
  MoneySum unmatched;
  MoneySum elsewhere;
  MoneySum aside;
};

}  // namespace pricetalk
