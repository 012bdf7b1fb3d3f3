#include <algorithm>
#include <array>
#include <string_view>

#include "contract/formula.hpp"
#include "reading/rank.hpp"
#include "reading/table.hpp"

// Another measure than that of the clause: a percentage that somebody remembers.

namespace pricetalk {

namespace {

constexpr std::array<std::string_view, 9> usual_steps{"1%",   "1.5%", "2%", "2.5%", "3%",
                                                      "3.5%", "4%",   "5%", "10%"};
constexpr std::array<std::string_view, 4> usual_margins{"0.5%", "1%", "1.5%", "2%"};
constexpr std::array<std::string_view, 9> usual_caps{"1%", "2%", "2.5%", "3%", "3.5%",
                                                     "4%", "5%", "6%",   "10%"};

std::optional<Formula> formula_of(const std::string& text) {
  Diagnostics unseen;
  return parse_formula(text, {}, unseen);
}

/// Another reading says that a limit was taken for the step.
bool is_limit(const Ladder& ladder, const Expression& percentage) {
  const auto same = [&](const Stated<LimitValue>& limit) {
    return !limit.value.none && limit.value.value.percent &&
           limit.value.value.number == percentage.number;
  };
  return std::any_of(ladder.limits.cap.begin(), ladder.limits.cap.end(), same) ||
         std::any_of(ladder.limits.floor.begin(), ladder.limits.floor.end(), same);
}

/// A fixed step, whatever the figures say and whatever limits them.
bool take_percentage(Ladder& ladder, std::string_view percentage) {
  const auto fixed = formula_of("change = " + std::string(percentage));
  if (!fixed || is_limit(ladder, fixed->lines.back().value)) return false;
  ladder.formula = {*fixed, ladder.formula.where};
  ladder.pass_through = {};
  ladder.threshold.reset();
  ladder.limits = {};
  return true;
}

/// "CPI plus 1": the points come on top of what the formula measures.
bool add_margin(Ladder& ladder, std::string_view margin) {
  Formula formula = ladder.formula.value;
  if (formula.lines.empty()) return false;
  std::string text;
  for (const Formula::Line& line : formula.lines)
    if (&line != &formula.lines.back()) text += line.name + " = " + normal_form(line.value) + "\n";
  const std::string last = "(" + normal_form(formula.lines.back().value) + ")";
  const std::string points(margin);
  switch (formula.result) {
    case FormulaResult::change:
      text += "change = " + last + " + " + points;
      break;
    case FormulaResult::coefficient:
      text += "coefficient = " + last + " + " + points;
      break;
    case FormulaResult::price:
      text += "P = " + last + " + P0*" + points;
      break;
    case FormulaResult::surcharge:
      return false;
  }
  const auto made = formula_of(text);
  if (!made) return false;
  ladder.formula = {*made, ladder.formula.where};
  return true;
}

/// The one cap of the clause remembered as another one.
bool take_other_cap(Ladder& ladder, std::string_view cap) {
  if (ladder.limits.cap.size() != 1) return false;
  LimitValue& own = ladder.limits.cap.front().value;
  if (own.none || !own.value.percent) return false;
  Diagnostics unseen;
  const auto other = parse_expression(cap, {}, unseen);
  if (!other || other->number == own.value.number) return false;
  own.value = *other;
  own.text = std::string(cap);
  return true;
}

void measure_mistakes(const ReadingScope& scope, std::vector<Reading>& made) {
  const auto add = [&](const char* kind, std::string_view percent, int rank, const Phrase& sentence,
                       bool (*edit)(Ladder&, std::string_view)) {
    made.push_back(
        ladder_reading(scope, kind + std::string("/") + std::string(percent), rank, sentence,
                       [edit, percent](Ladder& ladder) { return edit(ladder, percent); }));
    made.back().remembered = true;
  };
  for (const std::string_view percent : usual_steps) {
    const Phrase text = in_both(std::string(percent));
    add("fixed-percentage", percent, rank::fixed_percentage,
        {"a fixed " + text.en + " charged on {}", "op {} een vaste " + text.nl + " gerekend"},
        take_percentage);
    made.back().aspect = {Aspect::Part::all};
  }
  for (const std::string_view margin : usual_margins) {
    const Phrase text = in_both(std::string(margin));
    add("index-plus", margin, rank::index_plus,
        {text.en + " added on {} to what the figures give",
         "op {} " + text.nl + " opgeteld bij wat de cijfers geven"},
        add_margin);
    made.back().aspect = {Aspect::Part::formula, "margin"};
  }
  for (const std::string_view cap : usual_caps) {
    const Phrase text = in_both(std::string(cap));
    add("other-cap", cap, rank::other_cap,
        {"a cap of " + text.en + " applied on {}, which the contract does not have",
         "op {} een maximum van " + text.nl + " toegepast, dat het contract niet heeft"},
        take_other_cap);
    made.back().aspect = {Aspect::Part::cap};
  }
}

}  // namespace

const Stage measure_stage{Stage::Of::prices, measure_mistakes};

}  // namespace pricetalk
