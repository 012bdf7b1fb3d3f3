#include "advice/contract_overview.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "advice/looked_at.hpp"
#include "advice/ways.hpp"
#include "portfolio/hinges.hpp"
#include "portfolio/tags.hpp"
#include "pricing/shown_step.hpp"

namespace pricetalk {

namespace {

bool has_moved(const PriceEntry& entry) {
  return entry.verdict == Verdict::adjusted || entry.verdict == Verdict::reduced ||
         entry.verdict == Verdict::agreed;
}

/// A step that will be made, or may be once a figure is there.
bool may_move(const PriceEntry& entry) {
  return has_moved(entry) || entry.verdict == Verdict::undetermined;
}

/// Whether a cap made the step of this entry smaller.
bool is_capped(const PriceEntry& entry) {
  if (!entry.why) return false;
  if (cut_in_money(entry)) return true;
  const Calculation& made = *entry.why.calculation;
  for (NodeId node = 0; node < made.nodes.size(); ++node) {
    if (made.notes[node].role != Role::after_cap || made.nodes[node].op != Op::min) continue;
    const Outcome<Ratio> step = entry.why.tape.at(made.nodes[node].a);
    const Outcome<Ratio> cap = entry.why.tape.at(made.nodes[node].b);
    if (step && cap && *step > *cap) return true;
  }
  return false;
}

void take_in(std::optional<OverviewStep>& step, const PriceSchedule& prices,
             const PriceEntry& entry) {
  if (!step || step->from != entry.from) step = OverviewStep{entry.from, std::nullopt};
  const Outcome<Ratio> change = shown_step(prices, entry).step;
  if (!change) return;
  if (!step->change)
    step->change = {*change, *change};
  else
    step->change = {std::min(step->change->first, *change),
                    std::max(step->change->second, *change)};
}

const PriceEntry* last_move(const PriceSchedule& prices, Date today) {
  const PriceEntry* found = nullptr;
  for (const PriceEntry& entry : prices.entries)
    if (entry.from <= today && has_moved(entry)) found = &entry;
  return found;
}

const PriceEntry* next_move(const PriceSchedule& prices, Date today) {
  for (const PriceEntry& entry : prices.entries)
    if (entry.from > today && may_move(entry)) return &entry;
  return nullptr;
}

void take_steps(ContractOverview& row, const std::vector<PriceSchedule>& schedules, Date today) {
  for (const PriceSchedule& prices : schedules) {
    const PriceEntry* last = last_move(prices, today);
    const PriceEntry* next = next_move(prices, today);
    if (last != nullptr && (!row.last || last->from >= row.last->from))
      take_in(row.last, prices, *last);
    if (next != nullptr && (!row.next || next->from <= row.next->from))
      take_in(row.next, prices, *next);
    const PriceEntry* now = prices.on(today);
    const auto any = [&](const auto& is) {
      return (now != nullptr && is(*now)) || (next != nullptr && is(*next));
    };
    if (any(is_capped)) ++row.capped;
    if (any([](const PriceEntry& entry) { return entry.fixity == Fixity::provisional; }))
      ++row.provisional;
  }
}

void take_deadlines(ContractOverview& row, const Contract& contract,
                    const std::vector<PriceSchedule>& schedules, Date today) {
  const auto take = [&](Date on, OverviewDeadline::Kind kind) {
    if (on >= today && (!row.deadline || on < row.deadline->on)) row.deadline = {on, kind};
  };
  for (const PriceSchedule& prices : schedules)
    for (const PriceEntry& entry : prices.entries)
      if (entry.from > today && entry.deadline && entry.announcement == nullptr &&
          must_be_announced(entry))
        take(entry.deadline->on, OverviewDeadline::Kind::announce);
  if (const auto cancel = last_day_to_cancel(contract))
    take(*cancel, OverviewDeadline::Kind::cancel);
}

}  // namespace

ContractOverview overview_of(const Contract& contract, const Library& library, Date today) {
  ContractOverview row;
  row.id = contract.id;
  row.title = contract.title;
  row.tags = tags_of(contract);
  row.currency = contract.currency;
  row.vat = contract.vat;
  row.end = contract.end;
  const LookedAt looked(contract, library, today);
  take_steps(row, looked.schedules(), today);
  take_deadlines(row, contract, looked.schedules(), today);
  for (const Finding& finding : red_face(looked.dossier()))
    ++(finding.kind == FindingKind::wrong ? row.wrong : row.blush);
  return row;
}

void sort(std::vector<ContractOverview>& contracts, OverviewOrder order) {
  const auto currency = [](const ContractOverview& row) {
    return std::pair(std::string(row.currency.code()), row.vat == Vat::included);
  };
  const auto far = *Date::parse("9999-12-31");
  const auto before = [&](const ContractOverview& a, const ContractOverview& b) {
    switch (order) {
      case OverviewOrder::cost:
        return a.costs.front().amount > b.costs.front().amount;
      case OverviewOrder::contract:
        return false;
      case OverviewOrder::next:
        return (a.next ? a.next->from : far) < (b.next ? b.next->from : far);
      case OverviewOrder::step: {
        const auto step = [](const ContractOverview& row) {
          return row.next && row.next->change ? row.next->change->second : Ratio(-1);
        };
        return step(a) > step(b);
      }
      case OverviewOrder::deadline:
        return (a.deadline ? a.deadline->on : far) < (b.deadline ? b.deadline->on : far);
      case OverviewOrder::end:
        return a.end.value_or(far) < b.end.value_or(far);
      case OverviewOrder::caps:
        return a.capped > b.capped;
      case OverviewOrder::provisional:
        return a.provisional > b.provisional;
      case OverviewOrder::findings:
        return std::pair(a.wrong + a.examples, a.blush) > std::pair(b.wrong + b.examples, b.blush);
    }
    return false;
  };
  std::sort(contracts.begin(), contracts.end(),
            [](const auto& a, const auto& b) { return a.id < b.id; });
  std::stable_sort(contracts.begin(), contracts.end(), [&](const auto& a, const auto& b) {
    if (currency(a) != currency(b)) return currency(a) < currency(b);
    return before(a, b);
  });
}

}  // namespace pricetalk
