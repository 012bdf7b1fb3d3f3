#include "pricetalk/advice/proposal.hpp"

#include <algorithm>
#include <numeric>

#include "advice/proposal_verdict.hpp"

namespace pricetalk {

namespace {

Figure unit_price(const PriceSchedule& prices, const Contract& contract, const Ratio& price, const Address& address, Fixity fixity) {
  const int decimals = prices.line->price_decimals(contract.currency, prices.price);
  return {Money{as_decimal(price, decimals), contract.currency}, address, fixity};
}

/// The first step after the one under discussion that really happens.
const PriceEntry* next_step(const PriceSchedule& prices, const PriceEntry& entry) {
  for (const PriceEntry& later : prices.entries)
    if (later.date > entry.date && later.clause == entry.clause) return &later;
  return nullptr;
}

/// The price of one line with and without the step under discussion; nothing when no step is due.
std::optional<FallbackPrice> fallback_of(const PriceSchedule& prices, const ProposalInput& input, Undetermined& open) {
  const PriceEntry* entry = nullptr;
  const PriceEntry* before = nullptr;
  for (const PriceEntry& each : prices.entries) {
    if (each.date == input.adjustment && each.clause != nullptr) entry = &each;
    else if (each.date < input.adjustment) before = &each;
  }
  if (entry == nullptr || before == nullptr) return std::nullopt;
  if (!before->price) {
    open.add(before->price.why());
    return std::nullopt;
  }
  FallbackPrice made{prices.line, prices.price, unit_price(prices, *input.contract, *before->price, before->address, before->fixity),
                     {}, entry->from, entry};
  const PriceEntry* moves = entry->verdict == Verdict::moved_on ? next_step(prices, *entry) : entry;
  if (moves == nullptr) return made;
  made.from = moves->from;
  if (moves->price) made.then = unit_price(prices, *input.contract, *moves->price, moves->address, moves->fixity);
  else if (moves == entry) open.add(entry->price.why());
  return made;
}

/// Which future decides: the one called expected, else the middle one by what the clause costs.
std::size_t expected_of(const std::vector<PriceFuture>& futures) {
  for (std::size_t i = 0; i < futures.size(); ++i)
    if (futures[i].name.en == "expected") return i;
  std::vector<std::size_t> order(futures.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto cost = [&](std::size_t i) {
    Ratio sum;
    for (const Outcome<Figure>& year : futures[i].enforced)
      if (year) sum = sum + Ratio(std::get<Money>(year->value).amount);
    return sum;
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return cost(a) < cost(b); });
  return order[order.size() / 2];
}

Undetermined not_stated(std::string key, Phrase text) {
  return Undetermined(Reason{.kind = Reason::Kind::not_stated, .key = std::move(key), .text = std::move(text),
                             .series = {}, .period = {}, .expected = {}, .source = {}});
}

struct Computed {
  std::vector<Flows> flows;
  std::vector<SavingFlows> savings;
};

/// Both sides in every future, or the reasons why not.
std::optional<Undetermined> compute(Proposal& proposal, const ProposalInput& input, const Chosen& chosen, Worksheet& sheet, Bargain& bargain,
                                    std::vector<Bargain>& per_future, Computed& computed) {
  static_cast<void>(bargain);
  computed.savings = savings_of(sheet, input, chosen);
  for (const PriceFuture& future : input.sums.futures) {
    Outcome<Flows> flows = flows_of(sheet, input, chosen, future);
    if (!flows) return flows.why();
    FutureBargain made{future.id, future.name, {}, {}};
    Bargain& own = per_future.emplace_back(sheet, input.discount_rate,
                                           input.contract->id + "/proposal/" + input.adjustment.text() + "/" + future.id);
    made.customer = own.customer(*flows, computed.savings.front());
    for (const SavingFlows& saving : computed.savings) made.supplier.push_back(own.supplier(*flows, saving));
    computed.flows.push_back(*flows);
    proposal.futures.push_back(std::move(made));
  }
  return std::nullopt;
}

}  // namespace

Proposal propose(const ProposalInput& input) { return {}; }

}  // namespace pricetalk
