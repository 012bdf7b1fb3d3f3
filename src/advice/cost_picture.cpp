#include "advice/cost_picture.hpp"

#include <algorithm>
#include <string>

#include "advice/prover_parts.hpp"
#include "advice/redface_rules.hpp"

namespace pricetalk {

bool CostYear::behind() const {
  if (ahead) return ahead->determined() && std::get<Money>((*ahead)->value).amount.mantissa() < 0;
  return price && by_costs && *price < *by_costs;
}

std::optional<CostPicture> cost_picture(const Dossier& d, const Line& line) {
  const auto fair = fair_reference(d, line);
  if (!fair) return std::nullopt;
  CostPicture made;
  made.since = std::max(fair->since, line.from.value);
  const Date last = line.until ? std::min(line.until->value, d.today) : d.today;
  if (last < made.since) return std::nullopt;
  const PriceSchedule& own = *d.schedule_of(line.id);
  const PriceSchedule reference = fair->prices(*d.coverage, last, line.id);
  made.price = price_on(own, last);
  made.by_costs = price_on(reference, last);
  const TierPrices high = priced(own);
  const TierPrices low = priced(reference);
  const std::string address = d.contract->id + "/" + line.id + "/level/cost-mix";
  Book book(d.contract->currency);
  std::vector<NodeId> nodes;
  for (int year = made.since.year(); year <= last.year(); ++year) {
    CostYear one;
    one.days = {std::max(made.since, *Date::make(year, 1, 1)),
                std::min(last, *Date::make(year, 12, 31))};
    one.price = price_on(own, one.days.last);
    one.by_costs = price_on(reference, one.days.last);
    if (bought_by_time(line)) {
      const std::string name = std::to_string(year);
      const Phrase label{"ahead of the costs in " + name, "vooruit op de kosten in " + name};
      nodes.push_back(
          invoiced_difference(book.sheet(), *d.contract, line, high, low, one.days, label));
      one.ahead =
          book.figure(nodes.back(), address + "/" + name, book.sheet().fixity(nodes.back()), label);
    }
    made.years.push_back(std::move(one));
  }
  if (!nodes.empty()) {
    const Phrase label{"ahead of the costs since the cost mix",
                       "vooruit op de kosten sinds de kostenverdeling"};
    const NodeId total = book.sum(nodes, label);
    made.ahead = book.figure(total, address, book.sheet().fixity(total), label);
  }
  std::move(book).close(made.evidence);
  if (const PriceEntry* entry = reference.on(last); entry != nullptr && entry->why)
    made.evidence.push_back({{address + "/price"},
                             {"price by the real cost mix", "prijs volgens de echte kosten"},
                             std::make_shared<const Derivation>(entry->why),
                             entry->answer});
  return made;
}

}  // namespace pricetalk
