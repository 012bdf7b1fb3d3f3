#include "contract/weights.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "contract/formula.hpp"
#include "contract/last_step.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

namespace {

/// The expression that gives the coefficient; nothing for other results.
const Expression* coefficient_of(const Formula& formula) {
  const Expression& last = formula.lines.back().value;
  if (formula.result == FormulaResult::coefficient) return &last;
  if (formula.result != FormulaResult::price || last.kind != Expression::Kind::mul) return nullptr;
  for (std::size_t i : {0U, 1U})
    if (last.operands[i].kind == Expression::Kind::name && last.operands[i].name == "P0")
      return &last.operands[1 - i];
  return nullptr;
}

void terms_of(const Expression& sum, std::vector<const Expression*>& terms) {
  if (sum.kind != Expression::Kind::add) {
    terms.push_back(&sum);
    return;
  }
  terms_of(sum.operands[0], terms);
  terms_of(sum.operands[1], terms);
}

/// The number that stands before a figure (`0.70*L/L0`), or that stands alone.
const Expression* weight_of(const Expression& term) {
  switch (term.kind) {
    case Expression::Kind::number:
      return &term;
    case Expression::Kind::div:
      return term.operands[1].kind == Expression::Kind::number ? nullptr
                                                               : weight_of(term.operands[0]);
    case Expression::Kind::mul: {
      const bool left = term.operands[0].kind == Expression::Kind::number;
      const bool right = term.operands[1].kind == Expression::Kind::number;
      if (left && right) return nullptr;
      if (right) return &term.operands[1];
      return weight_of(term.operands[0]);
    }
    default:
      return nullptr;
  }
}

/// Whether something stands there that is not the same on every date: `4% * months/24` has no
/// weight, but is a share by itself.
bool has_figure(const Expression& term, const std::set<std::string>& constants) {
  std::vector<NameUse> names;
  names_in(term, names);
  return std::any_of(names.begin(), names.end(), [&](const NameUse& use) {
    return constants.count(use.name) == 0 && use.name != months_since_last_word;
  });
}

}  // namespace

void check_weights(const Formula& formula, const std::set<std::string>& constants,
                   Diagnostics& diagnostics) {
  const Expression* sum = coefficient_of(formula);
  if (sum == nullptr || sum->kind != Expression::Kind::add) return;
  std::vector<const Expression*> terms;
  terms_of(*sum, terms);
  Ratio total(0);
  std::string addition;
  bool moves = false;
  for (const Expression* term : terms) {
    const Expression* weight = weight_of(*term);
    if (weight == nullptr || (weight != term && !has_figure(*term, constants))) return;
    moves = moves || weight != term;
    total = total + (weight->percent ? Ratio(weight->number) / Ratio(100) : Ratio(weight->number));
    addition +=
        (addition.empty() ? "" : " + ") + weight->number.text() + (weight->percent ? "%" : "");
  }
  const auto exact = total.exact_decimal();
  if (!moves || total == Ratio(1) || !exact) return;
  const auto change = [&](Language language) {
    return percent_text(total - Ratio(1), 2, language);
  };
  diagnostics.warning(
      "F0107", sum->span,
      {"the weights add up to " + grouped(*exact, Language::en) + ", not to 1",
       "de gewichten zijn samen " + grouped(*exact, Language::nl) + ", geen 1"},
      {addition + ": if no figure changes, the price still changes by " + change(Language::en),
       addition + ": als geen enkel cijfer verandert, verandert de prijs toch met " +
           change(Language::nl)});
}

}  // namespace pricetalk
