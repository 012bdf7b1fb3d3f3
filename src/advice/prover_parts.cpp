#include "advice/prover_parts.hpp"

namespace pricetalk {

std::vector<const Run*> runs_of(const Simulation& years, std::string_view way) {
  std::vector<const Run*> found;
  for (const Run& run : years.runs)
    if (run.alternative == way) found.push_back(&run);
  return found;
}

const PriceSchedule* same_price(std::span<const PriceSchedule> all, const PriceSchedule& of) {
  for (const PriceSchedule& each : all)
    if (each.line->id == of.line->id && each.price == of.price) return &each;
  return nullptr;
}

Outcome<Ratio> price_on(const PriceSchedule& prices, Date day) {
  const PriceEntry* entry = prices.on(day);
  return entry == nullptr ? Outcome<Ratio>(Undetermined()) : entry->price;
}

void add_days(const PriceSchedule& prices, Date from, Date until, std::set<Date>& days) {
  for (const PriceEntry& entry : prices.entries)
    if (entry.verdict != Verdict::start && entry.from >= from && entry.from <= until)
      days.insert(entry.from);
}

Ratio in_money(const Ledger& ledger, std::int64_t units) { return ledger.money(units).amount; }

std::optional<Ratio> paid(const Run& run, Date from, Date until) {
  Ratio sum;
  for (const LedgerRow& row : run.ledger.rows) {
    if (!is_paid(row.kind)) continue;
    for (std::size_t i = 0; i < run.ledger.periods.size(); ++i) {
      const LedgerPeriod& period = run.ledger.periods[i];
      if (!period.contracted || period.first < from || period.first > until) continue;
      if (!row.cells[i].units) return std::nullopt;
      sum = sum + in_money(run.ledger, *row.cells[i].units);
    }
  }
  return sum;
}

}  // namespace pricetalk
