#include <algorithm>

#include "pricetalk/advice/proposal.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/explain/worksheet.hpp"
#include "pricetalk/pricing/timeline.hpp"

namespace pricetalk {

namespace {

Phrase name_of(const std::string& id) {
  constexpr std::string_view known[][2] = {
      {"low", "laag"}, {"expected", "verwacht"}, {"high", "hoog"}};
  for (const auto& [en, nl] : known)
    if (id == en || id == nl) return {std::string(en), std::string(nl)};
  return same(id);
}

/// What the customer pays in the contracted part of a year, before any innovation.
Outcome<Figure> prices_only(const Run& run, const YearTotal& year,
                            std::vector<PriceSums::Made>& made) {
  const Outcome<Figure>& paid = year.total.contracted.figure;
  if (!paid) return paid;
  Worksheet sheet(run.ledger.currency);
  NodeId prices =
      sheet.given(*paid, {"to pay, with the innovation", "te betalen, met de innovatie"});
  bool changed = false;
  for (const LedgerRow& row : run.ledger.rows) {
    if (row.kind != LedgerKind::innovation) continue;
    for (std::size_t i = 0; i < run.ledger.periods.size(); ++i) {
      const LedgerPeriod& period = run.ledger.periods[i];
      const LedgerCell& cell = row.cells[i];
      const bool inside =
          period.contracted && year.first <= period.first && period.first <= year.last;
      if (!inside || !cell.why || !cell.units) continue;
      const Figure amount{run.ledger.money(*cell.units), cell.address, cell.fixity};
      prices = sheet.sub(prices, sheet.given(amount, row.title));
      changed = true;
    }
  }
  if (!changed) return paid;
  const std::string address = paid->address.text + "/prices";
  const NodeId rounded = sheet.round(prices, run.ledger.currency.rounding(),
                                     {"to pay, prices only", "te betalen, alleen de prijzen"});
  made.push_back({Address{address}, sheet.derivation(), rounded});
  return sheet.money(rounded, address);
}

}  // namespace

Phrase ProposalYear::name() const {
  const bool calendar_year =
      from.month() == 1 && from.day() == 1 && until == *Date::make(from.year(), 12, 31);
  if (calendar_year) return same(std::to_string(from.year()));
  const auto month = [](const Date& date, Language language) {
    return month_name(date.month(), language) + " " + std::to_string(date.year());
  };
  return {month(from, Language::en) + " - " + month(until, Language::en),
          month(from, Language::nl) + " - " + month(until, Language::nl)};
}

PriceSums price_sums(const Simulation& enforced, const Simulation& waived,
                     std::string_view alternative) {
  PriceSums sums;
  for (const std::string& id : enforced.futures) {
    const Run* with = enforced.find(id, as_it_is);
    const Run* without = waived.find(id, alternative);
    if (with == nullptr || without == nullptr) continue;
    const bool first = sums.futures.empty();
    PriceFuture future{id, name_of(id), {}, {}};
    for (std::size_t i = 0; i < with->running_years.size() && i < without->running_years.size();
         ++i) {
      const YearTotal& year = with->running_years[i];
      if (year.total.months_contracted == 0) continue;
      if (first) {
        const Date end = enforced.contract_end.value_or(year.last);
        sums.years.push_back({year.first, std::min(year.last, end)});
      }
      future.enforced.push_back(prices_only(*with, year, sums.made));
      future.waived.push_back(prices_only(*without, without->running_years[i], sums.made));
    }
    sums.futures.push_back(std::move(future));
  }
  return sums;
}

std::optional<Date> adjustment_under_discussion(const Contract& contract, Date today) {
  std::optional<Date> found;
  const Date horizon = shift(today, Duration{1, Unit::year}, 10);
  for (const Line& line : contract.lines)
    for (const Occasion& occasion : timeline(contract, line, horizon))
      if (occasion.kind != Occasion::Kind::agreed && occasion.day > today &&
          (!found || occasion.day < *found))
        found = occasion.day;
  return found;
}

std::optional<Contract> enforceable(const Contract& contract, Date adjustment, Date today) {
  std::optional<Contract> edited;
  for (const Clause& clause : contract.clauses) {
    if (!clause.notice.before || contract.announcement_for(adjustment, clause) != nullptr) continue;
    if (today <= adjustment - clause.notice.before->value) continue;
    if (!edited) edited = contract;
    AnnouncementTerms announcement;
    announcement.date.value = today;
    announcement.clause.value.value = clause.id;
    announcement.for_date.value = adjustment;
    edited->terms.announcement.push_back(std::move(announcement));
  }
  return edited;
}

}  // namespace pricetalk
