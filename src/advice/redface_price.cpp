#include <algorithm>

#include "advice/price_gap.hpp"
#include "advice/redface_rules.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

std::vector<Finding> index_ahead_of_cost(const Dossier& d) {
  std::vector<Finding> made;
  for (const Line& line : d.contract->lines) {
    const PriceEntry* entry = now(d, line);
    const auto fair = entry == nullptr ? std::nullopt : fair_reference(d, line);
    if (!fair) continue;
    const PriceSchedule reference = fair->prices(*d.coverage, d.today, line.id);
    const PriceEntry* right = reference.on(d.today);
    if (right == nullptr || !right->price || *entry->price <= *right->price) continue;
    const Phrase label{"price by the real cost mix", "prijs volgens de echte kosten"};
    Gap found =
        gap(d, line, {entry->price, {"allowed price", "toegestane prijs"}, from_entry(*entry)},
            {right->price, label, from_entry(*right)}, "index-ahead-of-cost");
    const Ratio share = found.per_unit / *right->price;
    if (share < red_face_thresholds.ahead_of_cost.as_fraction() ||
        !at_least(found, red_face_thresholds.ahead_of_cost_per_year))
      continue;
    Finding finding =
        blush(&line,
              {line.title + ": the price rose faster than the costs, " +
                   price_text(d, line, *entry->price, Language::en) + " against " +
                   price_text(d, line, *right->price, Language::en),
               line.title + ": de prijs steeg harder dan de kosten, " +
                   price_text(d, line, *entry->price, Language::nl) + " tegen " +
                   price_text(d, line, *right->price, Language::nl)},
              {"Why does your price rise faster than your costs?",
               "Waarom stijgt uw prijs harder dan uw kosten?"},
              {"Lower or freeze the price, or show what is different about your costs.",
               "Verlaag of bevries de prijs, of laat zien wat er aan uw kosten anders is."});
    finding.per_year = found.per_year;
    finding.since = fair->since;
    finding.evidence = std::move(found.evidence);
    finding.evidence.push_back({{right->address.text + "/fair-reference"},
                                label,
                                std::make_shared<const Derivation>(right->why),
                                right->answer});
    made.push_back(std::move(finding));
  }
  return made;
}

std::vector<Finding> outside_price_level(const Dossier& d) {
  std::vector<Finding> made;
  for (const PriceLevelTerms& level : d.contract->terms.price_level) {
    const Line* line = d.contract->find_line(level.price.value.value);
    const PriceEntry* entry = line == nullptr ? nullptr : now(d, *line);
    if (entry == nullptr || level.as_of.value > d.today) continue;
    const Amount price{entry->price, {"price", "prijs"}, from_entry(*entry)};
    const auto band = [&](const Stated<Decimal>& end, const Phrase& label) {
      return Amount{
          Outcome<Ratio>(Ratio(end.value)), label,
          from_contract({"price level in the contract file", "prijspeil in het contractbestand"},
                        end.where.value_or(level.span))};
    };
    const auto text = [&](const Ratio& value, Language language) {
      return price_text(d, *line, value, language);
    };
    if (level.high && *entry->price > Ratio(level.high->value)) {
      Gap found = gap(d, *line, price,
                      band(*level.high, {"upper end of the market", "bovenkant van de markt"}),
                      "outside-price-level");
      Finding finding = blush(
          line,
          {line->title + ": " + text(*entry->price, Language::en) + ", while the market asks " +
               text(level.high->value, Language::en) + " at most",
           line->title + ": " + text(*entry->price, Language::nl) + ", terwijl de markt hooguit " +
               text(level.high->value, Language::nl) + " vraagt"},
          {"Why do we pay more than others?", "Waarom betalen wij meer dan anderen?"},
          {"Lower the price, or show what the customer gets for it that others do not give.",
           "Verlaag de prijs, of laat zien wat de klant ervoor krijgt dat anderen niet geven."});
      finding.per_year = found.per_year;
      finding.evidence = std::move(found.evidence);
      made.push_back(std::move(finding));
    } else if (level.low && *entry->price < Ratio(level.low->value)) {
      Gap found =
          gap(d, *line, band(*level.low, {"lower end of the market", "onderkant van de markt"}),
              price, "outside-price-level");
      Finding finding =
          blush(line,
                {line->title + ": " + text(*entry->price, Language::en) + ", below the market's " +
                     text(level.low->value, Language::en),
                 line->title + ": " + text(*entry->price, Language::nl) + ", onder de " +
                     text(level.low->value, Language::nl) + " van de markt"},
                {"How can this be so cheap, and what suffers for it?",
                 "Hoe kan dit zo goedkoop, en waar gaat dat ten koste van?"},
                {"Do not sign under " + text(level.low->value, Language::en) +
                     ". Say openly what the work costs.",
                 "Teken niet onder " + text(level.low->value, Language::nl) +
                     ". Zeg eerlijk wat het werk kost."});
      finding.per_year = found.per_year;
      finding.evidence = std::move(found.evidence);
      made.push_back(std::move(finding));
    }
  }
  return made;
}

}  // namespace pricetalk
