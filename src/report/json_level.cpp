#include "report/json_level.hpp"

#include "document/word_of.hpp"
#include "pricetalk/contract/contract.hpp"
#include "report/json_finding.hpp"

namespace pricetalk {

namespace {

class PositionJson {
 public:
  PositionJson(const Dossier& d, const PricePosition& p) : d_(d), p_(p) {}

  Json made() const {
    Json made{{"line", p_.line->id},
              {"title", p_.line->title},
              {"price", p_.paid ? amount(*p_.paid) : Json(nullptr)}};
    if (!p_.paid) made["not_compared"] = sentence_json(p_.not_compared);
    made["market"] = market();
    made["place"] = p_.place ? Json(word(*p_.place)) : Json(nullptr);
    made["passes_by"] = p_.passes ? Json(percent(*p_.passes)) : Json(nullptr);
    made["newer_customer"] = newer();
    made["costs"] = costs();
    made["floor"] = p_.floor ? floor() : Json(nullptr);
    made["findings"] = Json::array();
    for (const Finding& each : p_.findings)
      made["findings"].push_back(
          {{"rule", each.rule},
           {"title", sentence_json(each.title)},
           {"per_year", each.per_year ? outcome_or_null(*each.per_year) : Json(nullptr)},
           {"question", sentence_json(each.customer_question)}});
    made["advice"] = sentence_json(p_.advice);
    return made;
  }

 private:
  Json price(const Outcome<Ratio>& value) const {
    if (!value) return nullptr;
    return as_decimal(*value, p_.line->price_decimals(d_.contract->currency)).text();
  }
  /// An amount with how it was made, where it is more than one given figure.
  Json amount(const Amount& of) const {
    Json made{{"amount", price(of.price)}};
    if (!of.make) return made;
    Worksheet sheet(d_.contract->currency);
    const NodeId node = of.on(sheet);
    made["steps"] = steps_json(sheet.derivation(), node, Language::en);
    return made;
  }
  Json amount(const std::optional<Amount>& of) const { return of ? amount(*of) : Json(nullptr); }
  static Json percent(const Ratio& share) { return round(share, Rounding::decimals(4)).text(); }
  static Json figure_of(const Observation& o) {
    return {{"period", o.period.text()}, {"value", o.value.text()}};
  }

  Json market() const {
    if (!p_.band) return nullptr;
    const PriceLevelTerms& level = *p_.band->level;
    const auto text = [](const std::optional<Stated<std::string>>& each) {
      return each ? Json(each->value) : Json(nullptr);
    };
    Json made{{"as_of", level.as_of.value.text()}, {"source", text(level.source)},
              {"region", text(level.region)},      {"volume_class", text(level.volume_class)},
              {"low", amount(p_.band->low)},       {"normal", amount(p_.band->normal)},
              {"high", amount(p_.band->high)}};
    if (level.moved_by)
      made["moved_by"] = {
          {"series", level.moved_by->value.value},
          {"now", p_.band->move ? figure_of(p_.band->move->now.observation()) : Json(nullptr)},
          {"then", p_.band->move ? figure_of(p_.band->move->then.observation()) : Json(nullptr)}};
    return made;
  }

  Json newer() const {
    if (!p_.newer) return nullptr;
    const Contract& other = *p_.newer->dossier->contract;
    return {{"contract", other.id},
            {"line", p_.newer->line->id},
            {"customer_since", other.customer_since.text()},
            {"price", price(p_.newer->price.price)}};
  }

  Json costs() const {
    if (!p_.costs) {
      if (p_.no_costs.empty()) return nullptr;
      return {{"not_told", sentence_json(p_.no_costs)}};
    }
    Json made{{"since", p_.costs->since.text()},
              {"allowed", price(p_.costs->price)},
              {"by_costs", price(p_.costs->by_costs)},
              {"ahead", p_.costs->ahead ? outcome_or_null(*p_.costs->ahead) : Json(nullptr)}};
    made["years"] = Json::array();
    for (const CostYear& each : p_.costs->years)
      made["years"].push_back({{"from", each.days.first.text()},
                               {"until", each.days.last.text()},
                               {"allowed", price(each.price)},
                               {"by_costs", price(each.by_costs)},
                               {"ahead", each.ahead ? outcome_or_null(*each.ahead) : Json(nullptr)},
                               {"behind", each.behind()}});
    return made;
  }

  Json floor() const {
    Json made = amount(p_.floor->amount);
    made["by"] = word(p_.floor->by);
    return made;
  }

  const Dossier& d_;
  const PricePosition& p_;
};

}  // namespace

Json level_json(const Dossier& dossier, const std::vector<PricePosition>& positions) {
  Json made{{"contract", dossier.contract->id}, {"vat", word_of(dossier.contract->vat)}};
  made["lines"] = Json::array();
  for (const PricePosition& each : positions)
    made["lines"].push_back(PositionJson(dossier, each).made());
  return made;
}

}  // namespace pricetalk
