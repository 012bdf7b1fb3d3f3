#include "pricetalk/number/money.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

// ISO 4217 minor units, where they are not 2. Units of account without minor units (XAU, XDR) are
// not money that a contract is paid in.
constexpr std::array<std::string_view, 16> without_decimals{
    "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW",
    "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"};
constexpr std::array<std::string_view, 7> with_three_decimals{"BHD", "IQD", "JOD", "KWD",
                                                              "LYD", "OMR", "TND"};

bool is_capital(char c) { return 'A' <= c && c <= 'Z'; }

}  // namespace

std::optional<Currency> Currency::parse(std::string_view code) {
  Currency currency;
  if (code.size() != currency.code_.size()) return std::nullopt;
  if (!std::all_of(code.begin(), code.end(), is_capital)) return std::nullopt;
  std::copy(code.begin(), code.end(), currency.code_.begin());
  return currency;
}

int Currency::minor_decimals() const {
  const auto in = [this](const auto& codes) {
    return std::find(codes.begin(), codes.end(), code()) != codes.end();
  };
  if (in(without_decimals)) return 0;
  if (in(with_three_decimals)) return 3;
  return 2;
}

std::string Money::text() const {
  std::string result = amount.text();
  result += ' ';
  result += currency.code();
  return result;
}

ExactMoney operator*(const Money& money, const Ratio& factor) {
  return {Ratio(money.amount) * factor, money.currency};
}

Money round(const ExactMoney& money, const Rounding& rounding) {
  return {round(money.amount, rounding), money.currency};
}

}  // namespace pricetalk
