#include "audit/replay.hpp"

#include <algorithm>
#include <tuple>

#include "pricetalk/pricing/timeline.hpp"

namespace pricetalk {

namespace {

bool same(const std::optional<ClauseMemory::Origin>& a,
          const std::optional<ClauseMemory::Origin>& b) {
  return a.has_value() == b.has_value() && (!a || (a->price == b->price && a->reset == b->reset));
}

bool same(const ClauseMemory& a, const ClauseMemory& b) {
  return a.used_on == b.used_on && a.last_step == b.last_step && a.m_last == b.m_last &&
         a.carry == b.carry && a.room == b.room && a.lost == b.lost && same(a.origin, b.origin);
}

bool same(const PartState& a, const PartState& b) {
  return a.price == b.price && a.exact == b.exact;
}

bool same(const State& a, const State& b) {
  return a.price == b.price && a.exact == b.exact &&
         std::equal(a.memory.begin(), a.memory.end(), b.memory.begin(), b.memory.end(),
                    [](const ClauseMemory& x, const ClauseMemory& y) { return same(x, y); }) &&
         std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(),
                    [](const PartState& x, const PartState& y) { return same(x, y); });
}

/// The prices that later periods can still meet: the last few.
bool same_tail(const DatedPrices& a, const DatedPrices& b) {
  constexpr std::size_t tail = 3;
  const std::size_t count = std::min(tail, std::max(a.size(), b.size()));
  if (a.size() < count || b.size() < count) return false;
  return std::equal(a.end() - static_cast<std::ptrdiff_t>(count), a.end(),
                    b.end() - static_cast<std::ptrdiff_t>(count),
                    [](const DatedPrice& x, const DatedPrice& y) {
                      return x.from == y.from && x.price == y.price;
                    });
}

}  // namespace

const Contract* Editions::under(const std::vector<std::size_t>& readings) {
  if (readings.empty()) return &contract_;
  const auto known = made_.find(readings);
  if (known != made_.end()) return known->second.get();
  std::optional<Contract> edited;
  for (const std::size_t reading : readings) {
    edited = readings_[reading].edit(edited ? *edited : contract_);
    if (!edited) break;
  }
  auto& slot = made_[readings];
  if (edited) slot = std::make_unique<const Contract>(std::move(*edited));
  return slot.get();
}

std::vector<Date> replay_dates(const Contract& contract, const Line& line, Date until) {
  std::vector<Date> dates;
  for (const Occasion& occasion : timeline(contract, line, until)) dates.push_back(occasion.date);
  std::sort(dates.begin(), dates.end());
  dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
  return dates;
}

Replay::Replay(const Line& line, std::size_t tier, const Coverage& coverage,
               const std::vector<Date>& dates, Editions& editions,
               std::vector<ChargedPeriod> charged)
    : line_(&line),
      tier_(tier),
      coverage_(&coverage),
      dates_(&dates),
      editions_(&editions),
      contract_(editions.under({})),
      charged_(std::move(charged)),
      of_date_(dates.size()) {
  for (std::size_t i = 0; i <= dates.size(); ++i) {
    const auto before = [&](const ChargedPeriod& each) {
      return i == dates.size() || each.to < dates[i] - longest_early;
    };
    settled_before_.push_back(
        static_cast<std::size_t>(std::count_if(charged_.begin(), charged_.end(), before)));
  }
  if (!line.surcharges.empty() && !charged_.empty()) {
    Date first = charged_.front().from;
    for (const ChargedPeriod& each : charged_) first = std::min(first, each.from);
    surcharges_ = dated_surcharges(
        schedule(PricingContext{contract_, line_, tier_, coverage_}, charged_.back().to), first,
        charged_.back().to);
  }
  auto [state, entry] = begin(PricingContext{contract_, line_, tier_, coverage_});
  Node root{std::move(state), {{entry.from, entry.price, entry.fixity, {}, nullptr}}, false};
  root.right = agrees(root.prices, 0, settled_before_[0]);
  nodes_.push_back(std::move(root));
}

bool Replay::charged_as(const ChargedPeriod& charged, const DatedPrices& folded) const {
  const DatedPrices prices = with_surcharges(folded, surcharges_);
  const auto parts = shares(prices, charged.from, charged.to, contract_->billing.proration.value);
  Worksheet sheet(contract_->currency);
  if (parts.size() == 1 && charged.unit_price && parts[0].price != nullptr) {
    const Outcome<Ratio>& price = parts[0].price->price;
    if (!price) return false;
    if (!line_->discount) return *price == Ratio(*charged.unit_price);
    const NodeId net =
        net_price(sheet, *contract_, *line_, sheet.given(price, {}, {}), charged.from);
    return sheet.value(net) == Outcome<Ratio>(Ratio(*charged.unit_price));
  }
  std::vector<DatedPrices> tiers(tier_ + 1);
  tiers[tier_] = prices;
  const AllowedNodes made = allowed(sheet, *contract_, *line_, tiers, {{tier_, charged.quantity}},
                                    charged.from, charged.to);
  return sheet.value(made.amount) == Outcome<Ratio>(Ratio(charged.amount));
}

bool Replay::agrees(const DatedPrices& prices, std::size_t from, std::size_t to) const {
  for (std::size_t i = from; i < to; ++i)
    if (!charged_as(charged_[i], prices)) return false;
  return true;
}

std::optional<Replay::Node> Replay::folded(const Node& from, std::size_t date,
                                           const Contract& contract) const {
  const Line* line = contract.find_line(line_->id);
  Node node{from.state, from.prices, false};
  const PricingContext context{&contract, line, tier_, coverage_};
  Date until = std::max((*dates_)[date], charged_.back().to);
  for (const Occasion& occasion : timeline(contract, *line, until)) {
    if (occasion.date != (*dates_)[date]) continue;
    auto [state, entry] = step(context, node.state, occasion);
    node.state = std::move(state);
    node.prices.push_back({entry.from, entry.price, entry.fixity, {}, nullptr});
  }
  return node;
}

std::size_t Replay::intern(std::size_t date, Node node) {
  for (const std::size_t known : of_date_[date])
    if (same(nodes_[known].state, node.state) && same_tail(nodes_[known].prices, node.prices) &&
        nodes_[known].right == node.right)
      return known;
  nodes_.push_back(std::move(node));
  of_date_[date].push_back(nodes_.size() - 1);
  return nodes_.size() - 1;
}

std::size_t Replay::next(std::size_t node, std::size_t date,
                         const std::vector<std::size_t>& readings) {
  const auto key = std::make_tuple(node, date, readings);
  if (const auto known = steps_.find(key); known != steps_.end()) return known->second;
  std::size_t reached = dead;
  if (const Contract* contract = editions_->under(readings)) {
    if (auto made = folded(nodes_[node], date, *contract)) {
      made->right = agrees(made->prices, settled_before_[date], settled_before_[date + 1]);
      reached = intern(date, std::move(*made));
    }
  }
  return steps_[key] = reached;
}

bool Replay::gives(const Active& active, std::size_t dates) {
  std::size_t node = 0;
  for (std::size_t i = 0; i < std::min(dates, active.size()); ++i) {
    if (!nodes_[node].right) return false;
    node = next(node, i, active[i]);
    if (node == dead) return false;
  }
  return nodes_[node].right;
}

bool Replay::moves(const Active& a, const Active& b, std::size_t at) {
  std::size_t node = 0;
  for (std::size_t i = 0; i < at; ++i) node = next(node, i, a[i]);
  const std::size_t first = next(node, at, a[at]);
  const std::size_t second = next(node, at, b[at]);
  if (first == dead || second == dead || first == second) return false;
  const auto prices = [&](std::size_t n) { return nodes_[n].prices; };
  return !same_tail(prices(first), prices(second));
}

}  // namespace pricetalk
