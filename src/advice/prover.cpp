#include "advice/prover.hpp"

#include <algorithm>
#include <set>

#include "advice/proposal_flows.hpp"
#include "advice/prover_parts.hpp"
#include "advice/ways.hpp"
#include "billing/charge.hpp"
#include "billing/days_text.hpp"
#include "billing/prices.hpp"
#include "calendar/working_day.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/later_figures.hpp"

namespace pricetalk {

namespace {

bool names(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

Figure figure_on(const PriceSchedule& prices, const Currency& currency, Date day) {
  const PriceEntry& entry = *prices.on(day);
  const int decimals = prices.line->price_decimals(currency, prices.price);
  return {Money{as_decimal(*entry.price, decimals), currency}, entry.address, entry.fixity};
}

/// Whether two prices have the same surcharges on these days.
bool same_surcharges(const PriceSchedule& a, const PriceSchedule& b, const Days& days) {
  return dated_surcharges(a, days) == dated_surcharges(b, days);
}

/// The weakest of the figures behind what two runs differ by in a cell: surcharges that both have
/// alike do not count.
Fixity behind_difference(const Run& with, const Run& without, const LedgerRow& row,
                         const LedgerPeriod& period, Fixity of_cells) {
  if (row.kind != LedgerKind::price) return of_cells;
  const Days days{period.first, period.last};
  Fixity found = Fixity::fixed;
  for (const PriceSchedule& prices : with.schedules) {
    if (prices.line->id != row.line) continue;
    const PriceSchedule* other = same_price(without.schedules, prices);
    if (prices.line->surcharges.empty() || other == nullptr ||
        !same_surcharges(prices, *other, days))
      return of_cells;
    for (const PriceSchedule* each : {&prices, other})
      for (const PriceEntry& entry : each->entries)
        if (entry.from <= days.last) found = std::max(found, entry.fixity);
  }
  return found;
}

}  // namespace

Date answered_by(const ProposalInput& input) {
  const auto& talk = input.contract->terms.talk;
  return talk && talk->reply_by ? std::max(input.today, talk->reply_by->value.date) : input.today;
}

Prover::Prover(const ProposalInput& input) : input_(input) {}

std::vector<PriceMove> Prover::moves(Date from, Date until) const {
  std::vector<PriceMove> found;
  const Currency& currency = input_.contract->currency;
  for (const PriceSchedule& known : input_.accepted) {
    const Line& line = *known.line;
    std::set<Date> days;
    std::vector<const PriceSchedule*> futures;
    for (const Run* run : runs_of(*input_.years, way_waived))
      if (const PriceSchedule* prices = same_price(run->schedules, known))
        futures.push_back(prices);
    for (const PriceSchedule* prices : futures) add_days(*prices, from, until, days);
    add_days(known, from, until, days);
    for (const Date day : days) {
      if (line.until && !line.until->by_default() && day > line.until->value) continue;
      const Date before = day.plus_days(-1);
      if (known.on(before) == nullptr) continue;
      PriceMove move{PriceMove::Kind::rises, &line, known.price, day, {}, {}, nullptr};
      move.charged_from = charged_from(*input_.contract, line, day);
      const Outcome<Ratio> now = price_on(known, before);
      const Outcome<Ratio> then = price_on(known, day);
      if (now) move.now = figure_on(known, currency, before);
      const PriceEntry& entry = *known.on(day);
      const bool open = then && entry.from == day && may_still_change(known, entry, input_.today);
      if (now && then && !open) {
        if (*now == *then) continue;
        move.then = figure_on(known, currency, day);
        move.entry = &entry;
        if (*then < *now) move.kind = PriceMove::Kind::falls;
      } else {
        // Which way an unpublished figure goes nobody knows, whatever the futures say.
        bool moves = false;
        for (const PriceSchedule* prices : futures) {
          const Outcome<Ratio> a = price_on(*prices, before);
          const Outcome<Ratio> b = price_on(*prices, day);
          moves = moves || !a || !b || !(*a == *b);
        }
        if (!moves && !futures.empty()) continue;
      }
      found.push_back(std::move(move));
    }
    if (known.price == 0 && line.discount && line.discount->until) {
      const Date ends = line.discount->until->value.plus_days(1);
      if (ends >= from && ends <= until)
        found.push_back({PriceMove::Kind::discount_ends, &line, 0, ends, {}, {}, nullptr});
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const PriceMove& a, const PriceMove& b) { return a.from < b.from; });
  return found;
}

bool Prover::rests_on_futures(Date from, Date until) const {
  const auto declined = runs_of(*input_.years, as_it_is);
  const auto waived = runs_of(*input_.years, way_waived);
  for (std::size_t i = 0; i < declined.size() && i < waived.size(); ++i)
    for (const LedgerRow& row : declined[i]->ledger.rows) {
      const LedgerRow* other = waived[i]->ledger.find(row.kind, row.line);
      if (!is_paid(row.kind) || other == nullptr) continue;
      const auto& periods = declined[i]->ledger.periods;
      for (std::size_t p = 0; p < periods.size() && p < other->cells.size(); ++p) {
        if (!periods[p].contracted || periods[p].first < from || periods[p].first > until) continue;
        const LedgerCell& with = row.cells[p];
        const LedgerCell& without = other->cells[p];
        const bool equal = with.units && without.units && *with.units == *without.units;
        const Fixity cells = std::max(with.fixity, without.fixity);
        if (!equal && cells == Fixity::projected &&
            behind_difference(*declined[i], *waived[i], row, periods[p], cells) ==
                Fixity::projected)
          return true;
      }
    }
  return false;
}

std::optional<BillTooSmall> Prover::bill_too_small() const {
  const std::vector<const InnovationTerms*> offered = choose(input_).all();
  for (const Run* run : runs_of(*input_.years, way_offered)) {
    const Ledger& ledger = run->ledger;
    for (std::size_t i = 0; i < ledger.periods.size(); ++i) {
      if (!ledger.periods[i].contracted) continue;
      std::int64_t bill = 0;
      std::int64_t less = 0;
      bool known = true;
      for (const LedgerRow& row : ledger.rows) {
        const bool off = row.kind == LedgerKind::innovation;
        if (!off && (row.kind != LedgerKind::price || !touches(offered, row.line))) continue;
        known = known && row.cells[i].units.determined();
        if (row.cells[i].units) (off ? less : bill) += *row.cells[i].units;
      }
      if (known && less < 0 && bill + less < 0)
        return BillTooSmall{days_text({ledger.periods[i].first, ledger.periods[i].last}),
                            ledger.money(bill)};
    }
  }
  return std::nullopt;
}

std::optional<Proved<ClaimKind::no_increase>> Prover::no_increase(std::vector<std::string> lines,
                                                                  Date from, Date until) const {
  if (lines.empty() || until < from) return std::nullopt;
  for (const PriceMove& move : moves(from, until))
    if (move.kind != PriceMove::Kind::falls && names(lines, move.line->id)) return std::nullopt;
  return Proved<ClaimKind::no_increase>({std::move(lines), from, until});
}

std::optional<Proved<ClaimKind::less_in_year>> Prover::less_in_year(std::string_view way, Date from,
                                                                    Date until,
                                                                    const Explained& amount) const {
  const auto declined = runs_of(*input_.years, as_it_is);
  const auto other = runs_of(*input_.years, way);
  if (declined.empty() || declined.size() != other.size()) return std::nullopt;
  bool exact = false;
  for (std::size_t i = 0; i < declined.size(); ++i) {
    const auto with = paid(*declined[i], from, until);
    const auto without = paid(*other[i], from, until);
    const Ratio promised = amount_of(amount.figure);
    if (!with || !without || promised.sign() <= 0 || *with - *without < promised)
      return std::nullopt;
    exact = exact || *with - *without == promised;
  }
  if (!exact) return std::nullopt;
  return Proved<ClaimKind::less_in_year>({{}, from, until, amount});
}

std::optional<Proved<ClaimKind::nothing_comes_back>> Prover::nothing_comes_back(Date from,
                                                                                Date until) const {
  if (input_.waived.empty()) return std::nullopt;
  const ComingBack back = coming_back(until);
  if (back.kind != ComingBack::Kind::never || !back.sure) return std::nullopt;
  std::vector<std::string> lines;
  for (const WaivedStep& step : input_.waived)
    if (!names(lines, step.line)) lines.push_back(step.line);
  Claim claim{std::move(lines), from, until};
  const auto& end = input_.contract->end;
  claim.for_good = (end && *end <= until) || for_good();
  return Proved<ClaimKind::nothing_comes_back>(std::move(claim));
}

std::optional<Proved<ClaimKind::reduction>> Prover::reduction(const BillReduction& reduction,
                                                              Date until) const {
  const Date from = reduction.from;
  if (from <= answered_by(input_) || bill_too_small()) return std::nullopt;
  Ratio months;
  for (const std::string& id : reduction.ids) {
    const auto month = taken_off(id, from, until);
    if (!month) return std::nullopt;
    months = months + *month;
  }
  if (months != Ratio(amount_of(reduction.month.figure))) return std::nullopt;
  return Proved<ClaimKind::reduction>({{}, from, until, reduction.month});
}

std::optional<Ratio> Prover::taken_off(const std::string& id, Date from, Date until) const {
  const auto* offered = offered_innovation(*input_.contract, id);
  if (offered == nullptr || !offered->terms.reduction_per_month) return std::nullopt;
  const Ratio month(offered->terms.reduction_per_month->value);
  bool seen = false;
  for (const Run* run : runs_of(*input_.years, way_offered))
    for (const LedgerRow& row : run->ledger.rows) {
      if (row.kind != LedgerKind::innovation || row.line != id) continue;
      for (std::size_t i = 0; i < run->ledger.periods.size(); ++i) {
        const LedgerPeriod& period = run->ledger.periods[i];
        if (!period.contracted || period.first < from || period.last > until) continue;
        if (!row.cells[i].units) return std::nullopt;
        const auto due_by = [&](Date day) {
          if (day < from) return Ratio(0);
          return Ratio(round(month * months_between(from, day), run->ledger.currency.rounding()));
        };
        const Ratio taken = due_by(period.last) - due_by(period.first.plus_days(-1));
        if (in_money(run->ledger, *row.cells[i].units) + taken != Ratio(0)) return std::nullopt;
        seen = true;
      }
    }
  return seen ? std::optional(month) : std::nullopt;
}

std::optional<Proved<ClaimKind::lower_bill>> Prover::lower_bill(Date from, Date first_year,
                                                                Date until) const {
  if (from > first_year) return std::nullopt;
  const Contract& contract = *input_.contract;
  if (std::any_of(contract.lines.begin(), contract.lines.end(),
                  [](const Line& line) { return !line.surcharges.empty(); }))
    return std::nullopt;
  for (const PriceMove& move : moves(input_.today.plus_days(1), first_year))
    if (move.kind != PriceMove::Kind::falls) return std::nullopt;
  const auto declined = runs_of(*input_.years, as_it_is);
  const auto offered = runs_of(*input_.years, way_offered);
  if (offered.empty() || declined.size() != offered.size()) return std::nullopt;
  for (std::size_t i = 0; i < offered.size(); ++i)
    for (const LedgerPeriod& period : offered[i]->ledger.periods) {
      if (!period.contracted || period.first < from || period.last > until) continue;
      const auto with = paid(*declined[i], period.first, period.first);
      const auto without = paid(*offered[i], period.first, period.first);
      if (!with || !without || !(*without < *with)) return std::nullopt;
    }
  return Proved<ClaimKind::lower_bill>({{}, from, until});
}

std::optional<Proved<ClaimKind::price_becomes>> Prover::price_becomes(
    const FallbackPrice& price) const {
  if (!price.then) return std::nullopt;
  for (const PriceSchedule& prices : input_.schedules) {
    if (prices.line->id != price.line->id || prices.price != price.price) continue;
    const Outcome<Ratio> now = price_on(prices, price.from.plus_days(-1));
    const Outcome<Ratio> then = price_on(prices, price.from);
    if (!now || !then || !(*now == Ratio(amount_of(price.now))) ||
        !(*then == Ratio(amount_of(*price.then))))
      return std::nullopt;
    const Phrase label = {"price with the usual indexation, " + prices.line->title,
                          "prijs met de gewone indexatie, " + prices.line->title};
    const PriceEntry* entry = prices.on(price.from);
    Claim claim{{price.line->id},
                price.from,
                price.from,
                Explained{*price.then, label, entry == nullptr ? no_node : entry->answer}};
    claim.may_change = entry != nullptr && may_still_change(prices, *entry, input_.today);
    return Proved<ClaimKind::price_becomes>(std::move(claim));
  }
  return std::nullopt;
}

std::optional<Proved<ClaimKind::agreed_price>> Prover::agreed_price(const GlideStep& step) const {
  if (!step.then || step.entry == nullptr) return std::nullopt;
  const Ratio promised(amount_of(*step.then));
  const Date day = step.entry->from;
  const auto is_promised = [&](std::span<const PriceSchedule> schedules) {
    return std::any_of(schedules.begin(), schedules.end(), [&](const PriceSchedule& prices) {
      if (prices.line->id != step.line->id || prices.price != step.price) return false;
      const Outcome<Ratio> price = price_on(prices, day);
      return price && *price == promised;
    });
  };
  const auto futures = runs_of(*input_.years, way_waived);
  if (futures.empty() || !is_promised(input_.accepted)) return std::nullopt;
  for (const Run* run : futures)
    if (!is_promised(run->schedules)) return std::nullopt;
  for (const PriceSchedule& prices : input_.accepted)
    if (prices.line->id == step.line->id && prices.price == step.price &&
        may_still_change(prices, *step.entry, input_.today))
      return std::nullopt;
  const Phrase label = {"price by the steps, " + step.line->title,
                        "prijs volgens de stappen, " + step.line->title};
  return Proved<ClaimKind::agreed_price>(
      {{step.line->id}, day, day, Explained{*step.then, label, step.entry->answer}});
}

std::optional<Proved<ClaimKind::announced_in_time>> Prover::announced_in_time() const {
  std::vector<std::string> lines;
  for (const WaivedStep& step : input_.waived) {
    const Clause* clause = input_.contract->find_clause(step.clause);
    if (clause == nullptr) return std::nullopt;
    const auto& before = clause->notice.before;
    const AnnouncementTerms* on_record = input_.contract->announcement_for(step.date, *clause);
    const Date announced = on_record != nullptr ? on_record->date.value : input_.today;
    if (before && too_late(announced, step.date, before->value)) return std::nullopt;
    if (!names(lines, step.line)) lines.push_back(step.line);
  }
  if (lines.empty()) return std::nullopt;
  return Proved<ClaimKind::announced_in_time>({std::move(lines), input_.today, input_.adjustment});
}

std::optional<Proved<ClaimKind::good_for_both>> Prover::good_for_both(
    const std::vector<FutureBargain>& futures, std::size_t expected) const {
  const auto gains = [](const Explained& amount) {
    return Ratio(amount_of(amount.figure)).sign() > 0;
  };
  if (futures.empty() || !gains(futures[expected].supplier.front().discounted)) return std::nullopt;
  for (const FutureBargain& each : futures)
    if (!gains(each.customer.discounted)) return std::nullopt;
  return Proved<ClaimKind::good_for_both>(
      {{}, input_.sums.years.front().from, input_.sums.years.back().until});
}

}  // namespace pricetalk
