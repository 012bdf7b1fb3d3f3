#include "contract/resolve_surcharge.hpp"

#include <optional>
#include <utility>

namespace pricetalk {

namespace {

bool is_surcharge(const Stated<Formula>& formula) {
  return formula.value.result == FormulaResult::surcharge;
}

/// The formulas of a clause as written: its own and those of `during`.
std::vector<const Stated<Formula>*> formulas(const ClauseTerms& terms) {
  std::vector<const Stated<Formula>*> all;
  if (terms.formula) all.push_back(&*terms.formula);
  for (const DuringTerms& entry : terms.during)
    if (entry.formula) all.push_back(&*entry.formula);
  return all;
}

void check_one_kind(const ClauseTerms& terms, Diagnostics& diagnostics) {
  const auto all = formulas(terms);
  const bool surcharge = gives_surcharge(terms);
  for (const Stated<Formula>* formula : all)
    if (is_surcharge(*formula) != surcharge)
      diagnostics.error("C0221", formula->where.value_or(terms.span),
                        {"one formula of this clause gives a surcharge, another one a price",
                         "de ene formule van deze clausule geeft een toeslag, de andere een prijs"},
                        {"write a clause of its own for the surcharge",
                         "schrijf voor de toeslag een eigen clausule"});
}

void check_retention(const ClauseTerms& terms, Diagnostics& diagnostics) {
  if (!terms.retention) return;
  const RetentionTerms& retention = *terms.retention;
  if (!gives_surcharge(terms))
    diagnostics.error(
        "C0222", retention.span,
        {"own risk is kept on surcharges; this clause gives none",
         "een eigen risico geldt voor toeslagen; deze clausule geeft er geen"},
        {"let the formula give surcharge =, or write pass_through for a share of the change",
         "laat de formule surcharge = geven, of schrijf pass_through voor een deel van de "
         "verandering"});
  const bool minimum = !retention.minimum.value.of_hundred.is_zero();
  if (minimum != retention.contract_sum.has_value())
    diagnostics.error(
        "C0223", retention.span,
        {"`minimum` is a share of `contract_sum`: one is here, the other is not",
         "`minimum` is een deel van `contract_sum`: het ene staat hier, het andere niet"},
        {"for example retention = { share = \"10%\", minimum = \"2%\", contract_sum = 530000 }",
         "bijvoorbeeld retention = { share = \"10%\", minimum = \"2%\", contract_sum = 530000 }"});
  for (const auto* share : {&retention.share, &retention.minimum})
    if (share->value.of_hundred.is_negative() || share->value.as_fraction() > Ratio(1))
      diagnostics.error(
          "C0224", share->where.value_or(retention.span),
          {"own risk lies between 0% and 100%", "een eigen risico ligt tussen 0% en 100%"},
          {"it is the part that is not paid, for example \"10%\"",
           "het is het deel dat niet wordt betaald, bijvoorbeeld \"10%\""});
}

/// The first place of a key that only moves prices, with its name.
void check_idle(const LadderTerms& terms, std::string_view id, Diagnostics& diagnostics) {
  std::vector<std::pair<std::string, Span>> idle;
  if (terms.threshold) idle.emplace_back("threshold", terms.threshold->span);
  if (terms.pass_through && terms.pass_through->where)
    idle.emplace_back("pass_through", *terms.pass_through->where);
  if (terms.limits) idle.emplace_back("limits", terms.limits->span);
  if (terms.rounding) {
    const auto rounding = [&](const std::string& key, const auto& stated) {
      if (stated && stated->where) idle.emplace_back("rounding." + key, *stated->where);
    };
    rounding("change", terms.rounding->change);
    rounding("coefficient", terms.rounding->coefficient);
    rounding("increase", terms.rounding->increase);
    rounding("price", terms.rounding->price);
    rounding("carry", terms.rounding->carry);
  }
  for (const auto& [key, where] : idle)
    diagnostics.warning(
        "C0225", where,
        {"`" + key + "` does nothing in '" + std::string(id) + "': its formula gives a surcharge",
         "`" + key + "` doet niets in '" + std::string(id) + "': de formule geeft een toeslag"},
        {"write limits, shares and rounding of steps in the formula: surcharge = max(…, 0); of "
         "`rounding` only `surcharge` counts",
         "schrijf grenzen, aandelen en tussentijdse afronding in de formule: surcharge = "
         "max(…, 0); van `rounding` telt alleen `surcharge`"});
}

}  // namespace

bool gives_surcharge(const ClauseTerms& terms) {
  return terms.formula && is_surcharge(*terms.formula);
}

void check_surcharge(const ClauseTerms& terms, const std::string& id, Diagnostics& diagnostics) {
  check_one_kind(terms, diagnostics);
  check_retention(terms, diagnostics);
  if (!gives_surcharge(terms)) return;
  check_idle(terms, id, diagnostics);
  for (const DuringTerms& entry : terms.during) check_idle(entry, id, diagnostics);
  if (terms.notice)
    diagnostics.warning(
        "C0225", terms.notice->span,
        {"`notice` does nothing in '" + id + "': a surcharge is not announced",
         "`notice` doet niets in '" + id + "': een toeslag wordt niet aangekondigd"},
        {"leave it out, or write a clause that moves the price",
         "laat het weg, of schrijf een clausule die de prijs verandert"});
}

}  // namespace pricetalk
