#include "store/ledger_totals.hpp"

#include <algorithm>

namespace pricetalk {

std::size_t LedgerTotals::place(std::vector<std::string>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  const auto at = static_cast<std::size_t>(found - names.begin());
  if (found == names.end()) names.emplace_back(name);
  return at;
}

void LedgerTotals::add(const LedgerLine& line) {
  if (!is_paid(line.row.kind)) return;
  const int year = line.period.first.year();
  first_year_ = rows_.empty() ? year : std::min(first_year_, year);
  last_year_ = rows_.empty() ? year : std::max(last_year_, year);
  decimals_ = std::max(decimals_, line.row.decimals);
  if (line.open()) ++open_;
  const Ratio amount(line.open() ? Decimal(0, 0) : line.value());
  Key key{{},
          {},
          std::string(line.owner.currency.code()),
          line.owner.vat == Vat::included,
          place(futures_, line.future),
          place(alternatives_, line.alternative)};
  const auto count = [&] {
    Sum& sum = rows_[key][year];
    sum.all = sum.all + amount;
    if (!line.period.contracted) sum.renewal = sum.renewal + amount;
  };
  count();
  for (const std::string& tag : tags_) {
    key.tag = tag;
    key.value = line.owner.tag(tag);
    count();
  }
}

}  // namespace pricetalk
