#include "invoice/invoice_vat.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>

#include "invoice/vat_rates.hpp"

namespace pricetalk::invoices {

namespace {

bool has_vat(const InvoiceLine& row) { return row.vat && !row.vat->is_zero(); }

/// The rate above nothing at which VAT is that on an amount, in tenths of a percent.
std::optional<std::int64_t> rate_that_gives(const Ratio& vat, const Ratio& amount,
                                            const Ratio& rounding) {
  for (const std::int64_t tenths : vat::tenths_of_rates)
    if (tenths > 0 && abs(vat - amount * Ratio::of(tenths, 1000)) <= rounding) return tenths;
  return std::nullopt;
}

}  // namespace

/// Whether the VAT on a row is at no rate of its amount, so that it may be that of more rows.
bool InvoiceVat::begins_one(const InvoiceLine& row) {
  return has_vat(row) && !row.invoice.empty() &&
         !rate_that_gives(Ratio(*row.vat), Ratio(row.amount), vat::a_cent());
}

void InvoiceVat::settle() {
  if (held_ < 2 || held_ == most) return;
  const auto begin = rows_.begin();
  const auto end = begin + static_cast<std::ptrdiff_t>(held_);
  const bool on_each = std::all_of(
      begin, end, [&](const InvoiceLine& row) { return row.vat && *row.vat == *begin->vat; });
  const bool on_first = std::none_of(begin + 1, end, has_vat);
  if (!on_each && !on_first) return;
  // Of two equal rows it may as well be that each has its own VAT twice.
  if (on_each && held_ == 2 && begin->amount == rows_[1].amount && shared_ == 0) return;
  const Ratio all(*begin->vat);
  const Ratio net = std::accumulate(
      begin, end, Ratio(0),
      [](const Ratio& sum, const InvoiceLine& row) { return sum + Ratio(row.amount); });
  const Ratio rounding = std::max(vat::a_cent(), Ratio::of(static_cast<std::int64_t>(held_), 200));
  const auto rate = rate_that_gives(all, net, rounding);
  // Once the file has shown how it writes VAT, what is at no rate is of the invoice as well.
  if ((!rate && shared_ == 0) || net.is_zero()) return;
  const Ratio share = rate ? Ratio::of(*rate, 1000) : all / net;
  const Rounding cents = Rounding::decimals(2);
  Ratio left = all;
  std::vector<InvoiceLine*> by_size;
  for (auto row = begin; row != end; ++row) {
    row->vat = round(Ratio(row->amount) * share, cents);
    row->without_vat = true;
    left = left - Ratio(*row->vat);
    by_size.push_back(&*row);
  }
  // The cents of rounding go to the largest rows.
  std::stable_sort(by_size.begin(), by_size.end(), [](const auto* a, const auto* b) {
    return abs(Ratio(a->amount)) > abs(Ratio(b->amount));
  });
  const Ratio cent = left.sign() < 0 ? Ratio(0) - vat::a_cent() : vat::a_cent();
  for (InvoiceLine* row : by_size) {
    if (abs(left) < vat::a_cent()) break;
    row->vat = round(Ratio(*row->vat) + cent, cents);
    left = left - cent;
  }
  shared_ += held_;
}

}  // namespace pricetalk::invoices
