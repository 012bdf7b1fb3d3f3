#include <algorithm>

#include "audit/charged_twice.hpp"
#include "audit/seen_rows.hpp"

// A second invoice for the same days often names them otherwise: 1 to 30 January, or 2 to 31.
namespace pricetalk {

namespace {

bool are_whole_months(const Days& days) {
  return days.first.day() == 1 && days.last.plus_days(1).day() == 1;
}

}  // namespace

bool nearly_same_days(const Days& a, const Days& b) {
  const auto both = common(a, b);
  if (!both) return false;
  const Days all{std::min(a.first, b.first), std::max(a.last, b.last)};
  return both->count() * 10 >= all.count() * 9;
}

bool are_better_days(const Days& days, const Days& than) {
  if (are_whole_months(days) != are_whole_months(than)) return are_whole_months(days);
  return days.count() > than.count();
}

std::uint32_t print_of_invoice(std::string_view invoice) {
  if (invoice.empty()) return 0;
  Fingerprint made;
  made.add(invoice);
  return static_cast<std::uint32_t>(made.low());
}

/// A charge of the same quantity and amount on another invoice; of a credit any charge. Nothing
/// where the very same days were charged.
ChargedPeriods::Periods::iterator ChargedPeriods::nearly_same(Periods& periods, const Rows& rows) {
  const Days days{rows.from, rows.to};
  const int reach = days.count() / 9;
  if (reach == 0 || periods.contains({rows.from, rows.to, false})) return periods.end();
  const auto charges_the_same = [&](const Rows& other) {
    const Ratio own(static_cast<std::int64_t>(rows.count));
    const Ratio its(static_cast<std::int64_t>(other.count));
    return rows.print != 0 && other.print != 0 && rows.print != other.print &&
           other.amount * own == rows.amount * its && other.quantity * own == rows.quantity * its;
  };
  const Date end = rows.from.plus_days(reach);
  auto at = periods.lower_bound({rows.from.plus_days(-reach), Date(), false});
  for (; at != periods.end() && std::get<0>(at->first) <= end; ++at) {
    const Period& period = at->second;
    if (period.all.credit || !nearly_same_days(days, {period.all.from, period.all.to})) continue;
    if (rows.credit || std::any_of(period.rows.begin(), period.rows.end(), charges_the_same))
      return at;
  }
  return periods.end();
}

}  // namespace pricetalk
