#include "invoice/einvoice_shares.hpp"

#include <algorithm>
#include <numeric>

#include "pricetalk/number/ratio.hpp"

namespace pricetalk::einvoice {

std::vector<Decimal> shared(const Decimal& total, const std::vector<Ratio>& weights, int decimals) {
  const int scale = std::max(decimals, total.scale());
  const Rounding down = Rounding::decimals(scale, RoundingMode::floor);
  const Ratio step(down.step);
  Ratio whole(0);
  for (const Ratio& weight : weights) whole = whole + weight;
  std::vector<Ratio> shares;
  std::vector<Ratio> remainders;
  Ratio left(total);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const Ratio exact = whole.is_zero() ? Ratio(i == 0 ? Ratio(total) : Ratio(0))
                                        : Ratio(total) * weights[i] / whole;
    shares.emplace_back(round(exact, down));
    remainders.push_back(exact - shares.back());
    left = left - shares.back();
  }
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (std::size_t i = 0; left.sign() > 0 && i < order.size(); ++i) {
    shares[order[i]] = shares[order[i]] + step;
    left = left - step;
  }
  std::vector<Decimal> made;
  for (const Ratio& share : shares) made.push_back(round(share, Rounding::decimals(scale)));
  return made;
}

}  // namespace pricetalk::einvoice
