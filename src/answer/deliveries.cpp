#include "answer/deliveries.hpp"

#include <algorithm>
#include <array>

#include "billing/charge.hpp"
#include "explain/book.hpp"
#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

namespace {

AtStake stake_of(const DeliveryPeriods& periods) {
  if (periods.withdrew()) return AtStake::refund;
  if (periods.may_withdraw()) return AtStake::whole;
  const bool proves = periods.prover == MustProve::seller && periods.claim != ClaimState::closed;
  return proves ? AtStake::proof : AtStake::nothing;
}

/// The value of deliveries, each by the room billing.
class DeliveryMoney {
 public:
  DeliveryMoney(const Contract& contract, const Library& library, Date today)
      : contract_(contract),
        coverage_(library, today, std::nullopt),
        schedules_(schedule(contract, coverage_, today)),
        book_(contract.currency) {}

  std::optional<Figure> value(const DeliveryRow& row, std::size_t number) {
    const auto node = amount(row);
    if (!node || !book_.sheet().value(*node)) return std::nullopt;
    return book_.known_figure(*node, address("delivery-" + std::to_string(number)),
                              book_.sheet().fixity(*node),
                              {"value of the delivery", "waarde van de levering"});
  }

  Figure total(const std::vector<JudgedDelivery>& all, AtStake stake, const Phrase& label) {
    std::vector<NodeId> nodes;
    Fixity fixity = Fixity::fixed;
    for (const JudgedDelivery& each : all) {
      if (each.stake != stake || !each.value) continue;
      nodes.push_back(book_.sheet().given(*each.value, same(each.name)));
      fixity = std::max(fixity, each.value->fixity);
    }
    return book_.known_figure(book_.sum(nodes, label), address(std::string(word(stake))), fixity,
                              label);
  }

  void close(std::vector<Evidence>& evidence) && { std::move(book_).close(evidence); }

 private:
  std::string address(const std::string& what) const { return contract_.id + "/periods/" + what; }

  static InputSource from_list(const DeliveryRow& row, Phrase what) {
    InputSource source;
    source.text = std::move(what);
    source.where = row.where;
    return source;
  }

  std::optional<NodeId> amount(const DeliveryRow& row) {
    Worksheet& sheet = book_.sheet();
    if (row.amount)
      return sheet.round(
          sheet.given(Ratio(*row.amount), {"amount of the list", "bedrag uit de lijst"},
                      from_list(row, {"the list of deliveries", "de lijst met leveringen"})),
          contract_.currency.rounding());
    if (!row.quantity || row.facts.line == nullptr) return std::nullopt;
    const Days day{row.facts.delivered, row.facts.delivered};
    const TierPrices prices = dated_prices(schedules_, *row.facts.line, day);
    const Ratio quantity(*row.quantity);
    const InputSource source =
        from_list(row, {"quantity in the list of deliveries", "aantal in de lijst met leveringen"});
    const auto made = charge(sheet, {.contract = &contract_,
                                     .line = row.facts.line,
                                     .prices = &prices,
                                     .invoice = day,
                                     .taken = Taken{quantity, quantity},
                                     .taken_from = &source});
    return made ? std::optional(made->amount) : std::nullopt;
  }

  const Contract& contract_;
  Coverage coverage_;
  std::vector<PriceSchedule> schedules_;
  Book book_;
};

/// Most money at stake first; then what may come back, what is proved, and the latest delivery.
bool is_worse(const JudgedDelivery& a, const JudgedDelivery& b) {
  const auto at_stake = [](const JudgedDelivery& each) {
    return each.stake == AtStake::nothing || !each.value ? Decimal(0, 0) : amount_of(*each.value);
  };
  const Decimal of_a = at_stake(a);
  const Decimal of_b = at_stake(b);
  if (of_a != of_b) return of_b < of_a;
  if (a.stake != b.stake) return b.stake < a.stake;
  return b.periods.facts.delivered < a.periods.facts.delivered;
}

}  // namespace

std::string_view word(AtStake stake) {
  static constexpr std::array<std::string_view, 4> all = {"nothing", "proof", "whole", "refund"};
  return all[static_cast<std::size_t>(stake)];
}

const Phrase& words(AtStake stake) {
  static const std::array<Phrase, 4> all = {{{"buyer proves", "koper bewijst"},
                                             {"seller proves", "verkoper bewijst"},
                                             {"may come back", "mag terug"},
                                             {"withdrawn", "herroepen"}}};
  return all[static_cast<std::size_t>(stake)];
}

JudgedDeliveries judge_deliveries(const Contract& contract, const Library& library, const Law& law,
                                  const std::vector<DeliveryRow>& rows, Date today) {
  JudgedDeliveries made;
  DeliveryMoney money(contract, library, today);
  for (const DeliveryRow& row : rows) {
    JudgedDelivery each;
    each.name = row.name.empty() ? row.where.place() : row.name;
    each.where = row.where;
    each.periods = delivery_periods(contract, law, row.facts, today);
    each.stake = stake_of(each.periods);
    each.value = money.value(row, made.all.size() + 1);
    if (!each.value) ++made.without_value;
    made.all.push_back(std::move(each));
  }
  made.refund = money.total(made.all, AtStake::refund,
                            {"value of what was withdrawn", "waarde van wat is herroepen"});
  made.whole = money.total(made.all, AtStake::whole,
                           {"value of what may still come back", "waarde van wat nog terug mag"});
  made.proof =
      money.total(made.all, AtStake::proof,
                  {"value of what the seller must prove", "waarde van wat de verkoper bewijst"});
  std::stable_sort(made.all.begin(), made.all.end(), is_worse);
  std::move(money).close(made.evidence);
  return made;
}

}  // namespace pricetalk
