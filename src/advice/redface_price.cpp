#include <algorithm>

#include "advice/price_floor.hpp"
#include "advice/redface_rules.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

/// The first day from which on one price lies above the other without a break, up to today.
std::optional<Date> above_since(const Dossier& d, const PriceSchedule& high,
                                const PriceSchedule& low, Date first) {
  std::vector<Date> days{first};
  for (const PriceSchedule* each : {&high, &low})
    for (const PriceEntry& entry : each->entries)
      if (first < entry.from && entry.from <= d.today) days.push_back(entry.from);
  std::sort(days.begin(), days.end());
  std::optional<Date> since;
  for (const Date day : days) {
    const PriceEntry* a = high.on(day);
    const PriceEntry* b = low.on(day);
    const bool above =
        a != nullptr && b != nullptr && a->price && b->price && *a->price > *b->price;
    if (!above)
      since.reset();
    else if (!since)
      since = day;
  }
  return since;
}

}  // namespace

std::vector<Finding> index_ahead_of_cost(const Dossier& d, const RedFaceThresholds& t) {
  std::vector<Finding> made;
  const std::string rule = "index-ahead-of-cost";
  for (const Line& line : d.contract->lines) {
    const PriceEntry* entry = now(d, line);
    const auto fair = entry == nullptr ? std::nullopt : fair_reference(d, line);
    if (!fair) continue;
    const PriceSchedule& own = *d.schedule_of(line.id);
    const PriceSchedule reference = fair->prices(*d.coverage, d.today, line.id);
    const PriceEntry* right = reference.on(d.today);
    if (right == nullptr || !right->price || *entry->price <= *right->price) continue;
    const Phrase label{"price by the real cost mix", "prijs volgens de echte kosten"};
    Gap found =
        gap(d, line, {entry->price, {"allowed price", "toegestane prijs"}, from_entry(*entry)},
            {right->price, label, from_entry(*right)}, rule);
    const TierPrices high = priced(own);
    const TierPrices low = priced(reference);
    const Date window =
        std::max(fair->since, d.today - Duration{t.ahead_of_cost_months.value, Unit::month});
    std::vector<Evidence> of_window;
    const auto in_window = so_far(
        d, line, window,
        {rule_address(d, line, rule + "/window"),
         {"ahead of the costs in the last months", "vooruit op de kosten in de laatste maanden"},
         entry->fixity},
        high, low, of_window);
    if (found.per_unit < *right->price * t.ahead_of_cost.value.as_fraction() ||
        !at_least(in_window, t.ahead_of_cost_amount.value))
      continue;
    Finding finding =
        about(&line, {line.title + ": the price rose faster than the costs, " +
                          price_text(d, line, *entry->price, Language::en) + " against " +
                          price_text(d, line, *right->price, Language::en),
                      line.title + ": de prijs steeg harder dan de kosten, " +
                          price_text(d, line, *entry->price, Language::nl) + " tegen " +
                          price_text(d, line, *right->price, Language::nl)});
    finding.per_year = found.per_year;
    finding.since = above_since(d, own, reference, fair->since);
    finding.evidence = std::move(found.evidence);
    finding.evidence.push_back({{right->address.text + "/fair-reference"},
                                label,
                                std::make_shared<const Derivation>(right->why),
                                right->answer});
    if (finding.since)
      finding.total =
          so_far(d, line, *finding.since,
                 {rule_address(d, line, rule + "/total"),
                  {"ahead of the costs since it began", "vooruit op de kosten sinds het begin"},
                  entry->fixity},
                 high, low, finding.evidence);
    made.push_back(std::move(finding));
  }
  return made;
}

namespace {

/// A price that lies outside its band, and the end of the band that it passes.
struct Outside {
  const Line* line = nullptr;
  const PriceLevelTerms* level = nullptr;
  Amount price;
  Amount end;
};

std::vector<Outside> outside_market(const Dossier& d, const RedFaceThresholds& t,
                                    bool (*passed)(MarketPlace)) {
  std::vector<Outside> made;
  for (const Line& line : d.contract->lines) {
    const auto band = market_band(d, line, d.today);
    const auto paid = band ? paid_on(d, line, d.today) : std::nullopt;
    const auto place = paid ? place_in(*band, *paid->price, t) : std::nullopt;
    if (!place || !passed(*place)) continue;
    made.push_back({&line, band->level, *paid, is_above(*place) ? *band->high : *band->low});
  }
  return made;
}

}  // namespace

std::vector<Finding> price_above_market(const Dossier& d, const RedFaceThresholds& t) {
  std::vector<Finding> made;
  for (const Outside& each : outside_market(d, t, is_above)) {
    const auto text = [&](const Amount& amount, Language language) {
      return price_text(d, *each.line, *amount.price, language);
    };
    Gap found = gap_to_paid(d, *each.line, each.end, Than::paid_is_more, "price-above-market");
    Finding finding = about(
        each.line,
        {each.line->title + ": " + text(each.price, Language::en) + ", while the market asks " +
             text(each.end, Language::en) + " at most" + market_remark(*each.level).en,
         each.line->title + ": " + text(each.price, Language::nl) + ", terwijl de markt hooguit " +
             text(each.end, Language::nl) + " vraagt" + market_remark(*each.level).nl});
    finding.per_year = found.per_year;
    finding.evidence = std::move(found.evidence);
    made.push_back(std::move(finding));
  }
  return made;
}

std::vector<Finding> price_below_market(const Dossier& d, const RedFaceThresholds& t) {
  std::vector<Finding> made;
  for (const Outside& each : outside_market(d, t, is_below)) {
    const auto text = [&](const Amount& amount, Language language) {
      return price_text(d, *each.line, *amount.price, language);
    };
    Gap found = gap_to_paid(d, *each.line, each.end, Than::paid_is_less, "price-below-market");
    Finding finding =
        about(each.line,
              {each.line->title + ": " + text(each.price, Language::en) + ", below the market's " +
                   text(each.end, Language::en) + market_remark(*each.level).en,
               each.line->title + ": " + text(each.price, Language::nl) + ", onder de " +
                   text(each.end, Language::nl) + " van de markt" + market_remark(*each.level).nl});
    const Amount floor = price_floor(d, *each.line)->amount;
    finding.advice = {
        "Do not sign under " + text(floor, Language::en) + ". Say openly what the work costs.",
        "Teken niet onder " + text(floor, Language::nl) + ". Zeg eerlijk wat het werk kost."};
    finding.per_year = found.per_year;
    finding.evidence = std::move(found.evidence);
    made.push_back(std::move(finding));
  }
  return made;
}

}  // namespace pricetalk
