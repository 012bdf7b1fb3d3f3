#include "invoice/vat_on_top.hpp"

#include <algorithm>
#include <array>

#include "invoice/vat_rates.hpp"

namespace pricetalk::invoices {

namespace {

/// The usual rate above nothing that gives this VAT to the cent; of several the nearest.
std::optional<std::int64_t> rate_of(const Ratio& net, const Ratio& amount) {
  std::optional<std::int64_t> made;
  Ratio least(0);
  for (const std::int64_t tenths : vat::tenths_of_rates) {
    const Ratio off = abs(amount - net * Ratio::of(1000 + tenths, 1000));
    if (tenths == 0 || vat::a_cent() < off || (made && !(off < least))) continue;
    made = tenths;
    least = off;
  }
  return made;
}

}  // namespace

std::optional<Ratio> net_below_vat(const Factors& factors, const Ratio& amount) {
  const Ratio size = abs(amount);
  const Ratio gross = abs(Ratio(factors.quantity) * Ratio(factors.price));
  const Ratio discount = factors.discount ? abs(Ratio(*factors.discount)) : Ratio(0);
  const std::array<Ratio, 4> nets{gross, gross * (Ratio(100) - discount) / Ratio(100),
                                  gross - discount,
                                  gross - discount * abs(Ratio(factors.quantity))};
  for (std::size_t i = 0; i < (factors.discount ? nets.size() : 1); ++i)
    if (nets[i].sign() > 0 && rate_of(nets[i], size))
      return amount.sign() < 0 ? Ratio(0) - nets[i] : nets[i];
  return std::nullopt;
}

std::int64_t rate_between(const Ratio& net, const Ratio& amount) {
  return *rate_of(abs(net), abs(amount));
}

}  // namespace pricetalk::invoices
