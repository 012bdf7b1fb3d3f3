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

/// A product of numbers and figures: what stands before them, and how often each index counts.
struct Product {
  Ratio number = Ratio(1);
  std::map<std::string, int> figures = {};
  bool moves = false;  ///< a figure stands in it

  bool of_ratios() const {
    return std::all_of(figures.begin(), figures.end(),
                       [](const auto& each) { return each.second == 0; });
  }
};

/// Reads weights through brackets, constants and lines of their own.
class WeightReader {
 public:
  WeightReader(const Ladder& ladder, const Clause& clause) : ladder_(ladder), clause_(clause) {}

  std::optional<Product> read(const Expression& e) const {
    switch (e.kind) {
      case Expression::Kind::number:
        return Product{e.percent ? Ratio(e.number) / Ratio(100) : Ratio(e.number)};
      case Expression::Kind::name:
        return name(e.name);
      case Expression::Kind::mul:
      case Expression::Kind::div:
        return product(e);
      case Expression::Kind::add:
      case Expression::Kind::sub:
        return sum(e);
      case Expression::Kind::round:
        return read(e.operands[0]);
      default:
        return std::nullopt;
    }
  }

 private:
  std::optional<Product> name(const std::string& name) const {
    if (const IndexRead* read = index_of(name, clause_))
      return Product{Ratio(1), {{read->symbol, 1}}, true};
    for (const auto& [id, constant] : ladder_.constants)
      if (id == name && constant.value.values.size() == 1)
        return Product{Ratio(constant.value.values.front().value.value)};
    for (const Formula::Line& line : ladder_.formula.value.lines)
      if (line.name == name && &line != &ladder_.formula.value.lines.back())
        return read(line.value);
    return std::nullopt;
  }
  std::optional<Product> product(const Expression& e) const {
    auto left = read(e.operands[0]);
    const auto right = read(e.operands[1]);
    const bool divided = e.kind == Expression::Kind::div;
    if (!left || !right || (divided && right->number.is_zero())) return std::nullopt;
    left->number = divided ? left->number / right->number : left->number * right->number;
    left->moves = left->moves || right->moves;
    for (const auto& [index, count] : right->figures)
      left->figures[index] += divided ? -count : count;
    return left;
  }
  /// A sum of ratios; a difference only of numbers: what is taken off a change is no weight.
  std::optional<Product> sum(const Expression& e) const {
    auto left = read(e.operands[0]);
    const auto right = read(e.operands[1]);
    if (!left || !right || !left->of_ratios() || !right->of_ratios()) return std::nullopt;
    const bool taken_off = e.kind == Expression::Kind::sub;
    if (taken_off && (left->moves || right->moves)) return std::nullopt;
    left->number = taken_off ? left->number - right->number : left->number + right->number;
    left->moves = left->moves || right->moves;
    left->figures.clear();
    return left;
  }

  const Ladder& ladder_;
  const Clause& clause_;
};

/// "0.15 + 0.70 + 0.14: "; empty where the weights do not stand in the sum itself.
std::string addition_of(const Expression& sum, const Clause& clause) {
  std::vector<const Expression*> terms;
  terms_of(sum, terms);
  std::string addition;
  for (const Expression* term : terms) {
    const Expression* weight = weight_of(*term, clause);
    if (weight == nullptr) return {};
    addition +=
        (addition.empty() ? "" : " + ") + weight->number.text() + (weight->percent ? "%" : "");
  }
  return addition + ": ";
}

/// `C/C0 + 1%`: the index and a point more. What moves is whole, and what stands beside it are
/// percentages.
bool adds_points(const Expression& sum, const Ladder& ladder, const Clause& clause) {
  std::vector<const Expression*> terms;
  terms_of(sum, terms);
  Ratio moving(0);
  for (const Expression* term : terms) {
    const auto weight = sum_of_weights(*term, ladder, clause);
    if (weight && weight->moves)
      moving = moving + weight->total;
    else if (term->kind != Expression::Kind::number || !term->percent)
      return false;
  }
  return moving == Ratio(1);
}

}  // namespace

std::optional<Weights> sum_of_weights(const Expression& expression, const Ladder& ladder,
                                      const Clause& clause) {
  const auto made = WeightReader(ladder, clause).read(expression);
  if (!made || !made->of_ratios()) return std::nullopt;
  return Weights{made->number, made->moves};
}

void check_weights(const Ladder& ladder, const Clause& clause, Diagnostics& diagnostics) {
  const Formula& formula = ladder.formula.value;
  if (formula.lines.empty()) return;
  const Expression* sum = coefficient_of(formula);
  if (sum == nullptr || sum->kind != Expression::Kind::add) return;
  const auto weights = sum_of_weights(*sum, ladder, clause);
  if (!weights || !weights->moves || weights->total == Ratio(1)) return;
  if (adds_points(*sum, ladder, clause)) return;
  const auto exact = weights->total.exact_decimal();
  if (!exact) return;
  const auto change = [&](Language language) {
    return percent_text(weights->total - Ratio(1), 2, language);
  };
  const std::string addition = addition_of(*sum, clause);
  diagnostics.warning(
      "F0107", sum->span,
      {"the weights add up to " + grouped(*exact, Language::en) + ", not to 1",
       "de gewichten zijn samen " + grouped(*exact, Language::nl) + ", geen 1"},
      {addition + "if no figure changes, the price still changes by " + change(Language::en),
       addition + "als geen enkel cijfer verandert, verandert de prijs toch met " +
           change(Language::nl)});
}

std::vector<WeighedTerm> weighed_terms(const Ladder& ladder, const Clause& clause) {
  const Expression* sum = coefficient_of(ladder.formula.value);
  if (sum == nullptr) return {};
  std::vector<const Expression*> terms;
  terms_of(*sum, terms);
  std::vector<WeighedTerm> made;
  for (const Expression* term : terms) {
    Factors factors;
    const bool plain = take_apart(*term, clause, false, factors) && factors.of_ratios();
    if (!plain || factors.figures.size() > 1) return {};
    const Expression* number = factors.number;
    const Ratio weight = number == nullptr ? Ratio(1)
                         : number->percent ? Ratio(number->number) / Ratio(100)
                                           : Ratio(number->number);
    made.push_back(
        {weight, factors.figures.empty() ? nullptr : clause.find(factors.figures.begin()->first)});
  }
  return made;
}

}  // namespace pricetalk
