#include "advice/price_position.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

constexpr std::array<std::string_view, 4> about_price_levels = {
    "price-below-market", "price-above-market", "loyal-customer-pays-more", "index-ahead-of-cost"};

Phrase why_not_compared(const Dossier& d, const Line& line) {
  if (line.prices.size() != 1)
    return {"its price has tiers, and which of them counts depends on the quantity",
            "de prijs kent staffels, en welke geldt hangt af van de hoeveelheid"};
  if (d.today < line.from.value)
    return {"it begins on " + date_text(line.from.value, Language::en),
            "de regel begint op " + date_text(line.from.value, Language::nl)};
  if (line.until && d.today > line.until->value)
    return {"it ended on " + date_text(line.until->value, Language::en),
            "de regel is geëindigd op " + date_text(line.until->value, Language::nl)};
  const PriceSchedule* prices = d.schedule_of(line.id);
  const PriceEntry* entry = prices == nullptr ? nullptr : prices->on(d.today);
  if (entry != nullptr && !entry->price && !entry->price.why().reasons().empty())
    return entry->price.why().reasons().front().text;
  return {"it has no price on that day", "op die dag is er geen prijs"};
}

Phrase why_no_costs(const Dossier& d, const Line& line) {
  const auto& shares = d.contract->terms.cost_share;
  if (std::none_of(shares.begin(), shares.end(),
                   [&](const CostShareTerms& each) { return each.price.value.value == line.id; }))
    return {};
  if (line.prices.size() != 1) return {"its price has tiers", "de prijs kent staffels"};
  if (line.clauses.empty())
    return {"no clause moves its price, so it is not said when costs would be followed",
            "geen clausule beweegt de prijs, dus staat er niet wanneer de kosten worden gevolgd"};
  return {"its shares are of different days, or its price on that day is not known",
          "de aandelen zijn van verschillende dagen, of de prijs op die dag is niet bekend"};
}

/// Sentences one after the other.
class Advice {
 public:
  Advice(const Dossier& d, const PricePosition& p, const RedFaceThresholds& t)
      : d_(d), p_(p), t_(t) {}

  Phrase made() {
    if (!p_.paid) {
      add({"Not compared: " + p_.not_compared.en + ".",
           "Niet vergeleken: " + p_.not_compared.nl + "."});
      return text_;
    }
    if (is_under_floor()) do_not_sign();
    if (p_.place && is_below(*p_.place)) {
      add({"Say openly what the work costs.", "Zeg eerlijk wat het werk kost."});
    } else {
      for (const std::string_view rule : about_price_levels) expect(rule);
    }
    if (text_.empty()) nothing_to_expect();
    return text_;
  }

 private:
  void add(const Phrase& sentence) {
    const std::string space = text_.empty() ? "" : " ";
    text_ = {text_.en + space + sentence.en, text_.nl + space + sentence.nl};
  }

  /// By a cost mix only when it is so much as red face asks of one that runs ahead.
  bool is_under_floor() const {
    if (!p_.floor) return false;
    const Ratio floor = *p_.floor->amount.price;
    const Ratio lacks = floor - *p_.paid->price;
    if (p_.floor->by == PriceFloor::By::cost_mix &&
        lacks < floor * t_.ahead_of_cost.value.as_fraction())
      return false;
    return lacks.sign() > 0;
  }

  void do_not_sign() {
    const auto amount = [&](Language language) {
      return price_text(d_, *p_.line, *p_.floor->amount.price, language);
    };
    const Phrase& by = words(p_.floor->by);
    add({"Do not sign under " + amount(Language::en) + ", " + by.en + ".",
         "Teken niet onder " + amount(Language::nl) + ", " + by.nl + "."});
  }

  void expect(std::string_view rule) {
    const auto found = std::find_if(p_.findings.begin(), p_.findings.end(),
                                    [&](const Finding& each) { return each.rule == rule; });
    if (found == p_.findings.end()) return;
    add({"Expect the question: \"" + found->customer_question.en + "\" " + found->advice.en,
         "Verwacht de vraag: \"" + found->customer_question.nl + "\" " + found->advice.nl});
  }

  void nothing_to_expect() {
    if (p_.place == MarketPlace::in) {
      add({"The price is in the market's band: name the band and its source when it comes up.",
           "De prijs ligt binnen de band van de markt: noem de band en de bron als het ter sprake "
           "komt."});
    } else if (p_.place) {
      add({"Only one end of the market is stated: add low and high to [[price_level]].",
           "Van de markt staat er maar één kant: zet low en high bij [[price_level]]."});
    } else if (p_.band && p_.band->cannot_be_moved()) {
      const std::string& id = p_.band->level->moved_by->value.value;
      const Date day = p_.band->level->as_of.value;
      add({"The level of " + date_text(day, Language::en) + " cannot be moved to today: " + id +
               " has no figure of that period, or none after it. Bring in its figures, or state a "
               "newer level.",
           "Het peil van " + date_text(day, Language::nl) + " kan niet naar vandaag: " + id +
               " heeft geen cijfer van die periode, of geen later. Haal de cijfers op, of zet er "
               "een nieuwer peil in."});
    } else if (p_.band) {
      add({"Only the usual price of the market is stated: add low and high to [[price_level]].",
           "Van de markt staat er alleen de gewone prijs: zet low en high bij [[price_level]]."});
    } else {
      add({"What the market pays is not stated: add a [[price_level]] with its day and source.",
           "Wat de markt betaalt, staat er niet: voeg een [[price_level]] toe met peildatum en "
           "bron."});
    }
  }

  const Dossier& d_;
  const PricePosition& p_;
  const RedFaceThresholds& t_;
  Phrase text_;
};

std::optional<Ratio> share_passed(const PricePosition& p) {
  if (!p.place || !(is_above(*p.place) || is_below(*p.place))) return std::nullopt;
  const Ratio end = is_above(*p.place) ? *p.band->high->price : *p.band->low->price;
  if (end.is_zero()) return std::nullopt;
  const Ratio by = is_above(*p.place) ? *p.paid->price - end : end - *p.paid->price;
  return by / end;
}

}  // namespace

PricePositions::PricePositions(std::span<const Dossier> dossiers,
                               const RedFaceThresholds& thresholds)
    : dossiers_(dossiers),
      thresholds_(thresholds),
      customers_(dossiers, thresholds),
      across_(red_face_across(dossiers, thresholds)) {}

std::vector<PricePosition> PricePositions::of(std::size_t dossier) const {
  const Dossier& d = dossiers_[dossier];
  const RedFaceThresholds& t = thresholds_;
  std::vector<Finding> findings = red_face(d, t);
  for (const FindingIn& across : across_)
    if (across.dossier == dossier) findings.push_back(across.finding);
  std::vector<PricePosition> made;
  for (const Line& line : d.contract->lines) {
    PricePosition p;
    p.line = &line;
    p.paid = paid_on(d, line, d.today);
    if (!p.paid) p.not_compared = why_not_compared(d, line);
    p.band = market_band(d, line, d.today);
    if (p.paid && p.band) p.place = place_in(*p.band, *p.paid->price, t);
    p.passes = share_passed(p);
    if (p.paid) p.newer = customers_.cheapest(dossier, line);
    p.costs = cost_picture(d, line);
    if (!p.costs) p.no_costs = why_no_costs(d, line);
    p.floor = price_floor(d, line);
    for (const Finding& finding : findings)
      if (finding.line == line.id && std::find(about_price_levels.begin(), about_price_levels.end(),
                                               finding.rule) != about_price_levels.end())
        p.findings.push_back(finding);
    p.advice = Advice(d, p, t).made();
    made.push_back(std::move(p));
  }
  return made;
}

}  // namespace pricetalk
