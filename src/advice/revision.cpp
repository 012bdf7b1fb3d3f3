#include "advice/revision.hpp"

#include <algorithm>

#include "billing/yearly.hpp"
#include "explain/worksheet.hpp"
#include "pricetalk/advice/redface.hpp"

namespace pricetalk {

namespace {

bool same_outcome(const Outcome<Ratio>& a, const Outcome<Ratio>& b) {
  return a ? b && *a == *b : !b;
}

class Comparing {
 public:
  /// `after`: the schedules of every price of the contract.
  Comparing(const Contract& contract, const std::vector<PriceSchedule>& after)
      : contract_(contract), after_(after), sheet_(contract.currency) {}

  void compare(const PriceSchedule& before, const PriceSchedule& after) {
    const std::size_t first = made_.shifts.size();
    for (const PriceEntry& entry : after.entries) {
      const PriceEntry* earlier = before.on(entry.from);
      if (earlier == nullptr || same_outcome(earlier->price, entry.price)) continue;
      PriceShift shift;
      shift.entry = &entry;
      shift.prices = &after;
      shift.before = earlier->price;
      shift.after = entry.price;
      nodes_.push_back(yearly(after, *earlier, entry, shift));
      made_.shifts.push_back(std::move(shift));
    }
    if (made_.shifts.size() == first) return;
    PriceShift& last = made_.shifts.back();
    last.last = std::none_of(after.entries.begin(), after.entries.end(), [&](const auto& entry) {
      // A difference that a later price no longer has is over; of an open price nobody knows.
      return entry.from > last.entry->from && entry.price;
    });
    if (last.last && nodes_.back()) remaining_.push_back(*nodes_.back());
  }

  Revision finish() {
    if (!remaining_.empty()) {
      const NodeId total = sheet_.sum(remaining_, {"all lines, a year", "alle regels, per jaar"});
      made_.total = sheet_.money(total, contract_.id + "/revision/total");
    }
    made_.why = sheet_.derivation();
    return std::move(made_);
  }

 private:
  std::optional<NodeId> yearly(const PriceSchedule& prices, const PriceEntry& before,
                               const PriceEntry& after, PriceShift& shift) {
    const Line& line = *prices.line;
    if (!bought_by_time(line)) return std::nullopt;
    const NodeId amount = invoiced_difference(
        sheet_, contract_, line,
        tiers(prices, after, after, {"price with the new figures", "prijs met de nieuwe cijfers"}),
        tiers(prices, after, before, {"price as it was", "prijs zoals die was"}),
        year_from(after.from), {"difference a year", "verschil per jaar"});
    shift.per_year = sheet_.money(amount, after.address.text + "/revision");
    return amount;
  }

  static DatedPrices price(const PriceEntry& entry, Phrase label) {
    return one_price(entry.price, {.kind = InputSource::Kind::earlier_price,
                                   .text = std::move(label),
                                   .figure = {},
                                   .where = {},
                                   .address = entry.address.text,
                                   .fixity = entry.fixity})
        .front();
  }

  /// The prices of every tier of the line: this one's, and of the others those of the same day with
  /// the new figures, so that the difference is this tier's alone.
  TierPrices tiers(const PriceSchedule& prices, const PriceEntry& after, const PriceEntry& of_tier,
                   const Phrase& label) const {
    TierPrices made;
    for (std::size_t tier = 0; tier < prices.line->prices.size(); ++tier) {
      const auto other = std::find_if(after_.begin(), after_.end(), [&](const PriceSchedule& each) {
        return each.line == prices.line && each.price == tier;
      });
      const PriceEntry* entry = other == after_.end() ? nullptr : other->on(after.from);
      made.push_back(price(tier == prices.price || entry == nullptr ? of_tier : *entry, label));
    }
    return made;
  }

  const Contract& contract_;
  const std::vector<PriceSchedule>& after_;
  Worksheet sheet_;
  Revision made_;
  std::vector<std::optional<NodeId>> nodes_;
  std::vector<NodeId> remaining_;
};

}  // namespace

Revision compare(const Contract& contract, const std::vector<PriceSchedule>& before,
                 const std::vector<PriceSchedule>& after) {
  Comparing comparing(contract, after);
  for (std::size_t i = 0; i < after.size() && i < before.size(); ++i)
    comparing.compare(before[i], after[i]);
  return comparing.finish();
}

}  // namespace pricetalk
