#include "contract/weights.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "contract/formula.hpp"
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

/// The one number of a term, and the figures that it multiplies and divides by.
struct Factors {
  const Expression* number = nullptr;
  /// By index: how often the term multiplies by its figures, less how often it divides by them.
  std::map<std::string, int> figures = {};

  /// Whether it is the same when no figure changes.
  bool of_ratios() const {
    return std::all_of(figures.begin(), figures.end(),
                       [](const auto& each) { return each.second == 0; });
  }
};

/// The index that a name is the figure or the reference of.
const IndexRead* index_of(std::string_view name, const Clause& clause) {
  if (const IndexRead* read = clause.find(name)) return read;
  if (!name.ends_with('0')) return nullptr;
  name.remove_suffix(1);
  return clause.find(name);
}

/// Takes a term apart; false where something else stands in it than figures and one number.
bool take_apart(const Expression& term, const Clause& clause, bool divided, Factors& made) {
  switch (term.kind) {
    case Expression::Kind::number:
      if (made.number != nullptr || divided) return false;
      made.number = &term;
      return true;
    case Expression::Kind::name: {
      const IndexRead* read = index_of(term.name, clause);
      if (read != nullptr) made.figures[read->symbol] += divided ? -1 : 1;
      return read != nullptr;
    }
    case Expression::Kind::mul:
      return take_apart(term.operands[0], clause, divided, made) &&
             take_apart(term.operands[1], clause, divided, made);
    case Expression::Kind::div:
      return take_apart(term.operands[0], clause, divided, made) &&
             take_apart(term.operands[1], clause, !divided, made);
    default:
      return false;
  }
}

/// The number that stands before a ratio of figures (`0.70*L/L0`), or that stands alone.
const Expression* weight_of(const Expression& term, const Clause& clause) {
  Factors factors;
  const bool plain = take_apart(term, clause, false, factors);
  return plain && factors.of_ratios() ? factors.number : nullptr;
}

}  // namespace

void check_weights(const Formula& formula, const Clause& clause, Diagnostics& diagnostics) {
  const Expression* sum = coefficient_of(formula);
  if (sum == nullptr || sum->kind != Expression::Kind::add) return;
  std::vector<const Expression*> terms;
  terms_of(*sum, terms);
  Ratio total(0);
  std::string addition;
  bool moves = false;
  for (const Expression* term : terms) {
    const Expression* weight = weight_of(*term, clause);
    if (weight == nullptr) return;
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
