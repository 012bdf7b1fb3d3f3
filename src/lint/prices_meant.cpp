#include "lint/prices_meant.hpp"

#include <algorithm>

#include "contract/accepted.hpp"
#include "contract/value_kind.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/fold.hpp"

namespace pricetalk {

namespace {

constexpr const char* code_of_nothing = "W0136";

bool is_nothing(const Line& line) {
  return !line.prices.empty() &&
         std::all_of(line.prices.begin(), line.prices.end(),
                     [](const auto& each) { return each.original.value.is_zero(); });
}

/// Whether a clause makes a price of its own, as that of a market is.
bool makes_a_price(const Clause& clause) {
  return std::any_of(clause.ladders.begin(), clause.ladders.end(), [&](const DatedLadder& each) {
    return starts_from_money(each.ladder, clause);
  });
}

bool ever_costs(const Contract& contract, const Line& line, const Coverage& coverage, Date until) {
  const PriceSchedule prices = schedule(PricingContext{&contract, &line, 0, &coverage}, until);
  return std::any_of(prices.entries.begin(), prices.entries.end(), [](const PriceEntry& entry) {
    return entry.price && !entry.price->is_zero();
  });
}

}  // namespace

std::vector<Doubt> prices_of_nothing(const Contract& contract, const Coverage& coverage,
                                     Date until) {
  std::vector<Doubt> found;
  for (const Line& line : contract.lines) {
    if (line.clauses.empty() || line.follows || !line.parts.empty() || !is_nothing(line)) continue;
    const auto& price = line.prices.front().original;
    const bool meant =
        std::any_of(line.clauses.begin(), line.clauses.end(), [&](const std::size_t position) {
          const Clause& clause = contract.clauses[position];
          return accepts(clause.accepts, code_of_nothing) || makes_a_price(clause);
        });
    if (meant || !price.where || ever_costs(contract, line, coverage, until)) continue;
    const auto title = [&](Language language) {
      const std::string nothing = money_text({price.value, contract.currency}, language);
      return say(language, "the price is ", "de prijs is ") + nothing +
             say(language, ", and the clause leaves it at nothing whatever its figures do",
                 ", en de clausule laat die op nul staan, wat de cijfers ook doen");
    };
    found.push_back(
        {code_of_nothing,
         *price.where,
         {title(Language::en), title(Language::nl)},
         unless_accepted(
             code_of_nothing,
             {"write the price per unit, or leave `clause` out where it is free",
              "schrijf de prijs per eenheid, of laat `clause` weg als het gratis is"})});
  }
  return found;
}

}  // namespace pricetalk
