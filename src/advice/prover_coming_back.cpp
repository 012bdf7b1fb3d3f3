#include <algorithm>

#include "advice/prover.hpp"
#include "advice/prover_parts.hpp"
#include "advice/same_factor.hpp"
#include "advice/ways.hpp"
#include "pricing/later_figures.hpp"

// What becomes of a waived step in later years.

namespace pricetalk {

namespace {

/// The first day on which one of the two says that something is back.
std::optional<Date> earlier(const std::optional<Date>& a, const std::optional<Date>& b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

/// What two futures come to, of which nobody knows which it will be, or two prices of one future:
/// one that is back and one that is not are back in part together.
ComingBack together(const ComingBack& a, const ComingBack& b, bool futures) {
  if (std::max(a.kind, b.kind) == ComingBack::Kind::more) {
    if (a.kind != b.kind) return a.kind == ComingBack::Kind::more ? a : b;
    return {a.kind, earlier(a.from, b.from), a.sure && b.sure};
  }
  const bool alike = a.kind == b.kind && a.from == b.from;
  const ComingBack::Kind kind = a.kind == b.kind ? a.kind
                                : futures        ? std::max(a.kind, b.kind)
                                                 : ComingBack::Kind::partly;
  return {kind, earlier(a.from, b.from), a.sure && b.sure && alike};
}

/// One price: with every step, and with the waived one left out.
ComingBack comes_back(const PriceSchedule& declined, const PriceSchedule& waived,
                      const Currency& currency, Date from, Date until) {
  ComingBack made;
  std::set<Date> days;
  add_days(declined, from, until, days);
  add_days(waived, from, until, days);
  const Ratio unit = Ratio(Decimal(1, declined.line->price_decimals(currency, declined.price)));
  std::optional<std::pair<Ratio, Ratio>> first;  // gap and ratio when it opened
  int later = 0;
  for (const Date day : days) {
    const Outcome<Ratio> with = price_on(declined, day);
    const Outcome<Ratio> without = price_on(waived, day);
    if (!with || !without) return {ComingBack::Kind::partly, day};
    if (*without > *with) return {ComingBack::Kind::more, day};
    const Ratio gap = *with - *without;
    if (!first) {
      if (gap.sign() > 0 && with->sign() > 0) first = {gap, *without / *with};
      continue;
    }
    ++later;
    if (gap.is_zero()) {
      // What came back in steps is wholly back on no one day.
      if (made.kind == ComingBack::Kind::never)
        made = {ComingBack::Kind::wholly, day};
      else if (made.kind == ComingBack::Kind::partly)
        made = {ComingBack::Kind::wholly, made.from, false};
      continue;
    }
    // A gap that opens again was closed for a time.
    if (made.kind == ComingBack::Kind::wholly) made.kind = ComingBack::Kind::partly;
    // Every price was rounded once: so much may come from that.
    const Ratio slack = unit * Ratio(later + 1);
    const bool smaller = first->first - gap > slack;
    const bool nearer = *without / *with - first->second > slack / *with;
    if (smaller && nearer && made.kind == ComingBack::Kind::never)
      made = {ComingBack::Kind::partly, day};
  }
  return made;
}

}  // namespace

bool Prover::for_good() const {
  const Contract& contract = *input_.contract;
  return std::all_of(input_.waived.begin(), input_.waived.end(), [&](const WaivedStep& step) {
    const Line* line = contract.find_line(step.line);
    return line != nullptr && same_factor_whatever_comes(contract, *line, input_.adjustment);
  });
}

std::optional<Date> Prover::first_open_step(Date until) const {
  std::optional<Date> found;
  for (const PriceSchedule& prices : input_.accepted) {
    const bool concerned =
        std::any_of(input_.waived.begin(), input_.waived.end(),
                    [&](const WaivedStep& step) { return step.line == prices.line->id; });
    if (!concerned) continue;
    for (const PriceEntry& entry : prices.entries) {
      if (entry.from <= input_.adjustment || entry.from > until) continue;
      if (entry.price && !may_still_change(prices, entry, input_.today)) continue;
      if (!found || entry.from < *found) found = entry.from;
    }
  }
  return found;
}

ComingBack Prover::coming_back(Date until) const {
  ComingBack made;
  bool first = true;
  const auto declined = runs_of(*input_.years, as_it_is);
  const auto waived = runs_of(*input_.years, way_waived);
  for (std::size_t i = 0; i < declined.size() && i < waived.size(); ++i) {
    std::vector<ComingBack> lines;
    for (const PriceSchedule& prices : declined[i]->schedules) {
      const bool concerned =
          std::any_of(input_.waived.begin(), input_.waived.end(),
                      [&](const WaivedStep& step) { return step.line == prices.line->id; });
      const PriceSchedule* other = same_price(waived[i]->schedules, prices);
      if (!concerned || other == nullptr) continue;
      lines.push_back(
          comes_back(prices, *other, input_.contract->currency, input_.adjustment, until));
    }
    if (lines.empty()) continue;
    ComingBack all = lines.front();
    for (const ComingBack& each : lines) all = together(all, each, false);
    made = first ? all : together(made, all, true);
    first = false;
    for (std::size_t year = 1; year < input_.sums.years.size(); ++year) {
      const ProposalYear& when = input_.sums.years[year];
      const auto with = paid(*declined[i], when.from, when.until);
      const auto without = paid(*waived[i], when.from, when.until);
      if (with && without && *without > *with)
        made = together(made, {ComingBack::Kind::more, when.from}, true);
    }
  }
  // What the futures show holds for these futures; a step of another factor may come out otherwise.
  if (made.kind == ComingBack::Kind::never && !for_good())
    if (const auto open = first_open_step(until)) made = {ComingBack::Kind::never, open, false};
  return made;
}

}  // namespace pricetalk
