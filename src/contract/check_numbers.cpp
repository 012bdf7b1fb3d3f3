#include "contract/check_numbers.hpp"

#include <algorithm>

#include "contract/accepted.hpp"
#include "contract/formula.hpp"
#include "contract/value_kind.hpp"

namespace pricetalk {

namespace {

constexpr int months_of_a_year = 12;
/// A ratio of figures beyond it is a percentage without its sign: 104 for 104%.
constexpr int largest_ratio = 10;

class NumberCheck {
 public:
  NumberCheck(const Clause& clause, const Ladder& ladder, Diagnostics& diagnostics)
      : clause_(clause), ladder_(ladder), diagnostics_(diagnostics) {}

  void check(const Expression& e) const {
    if (e.kind == Expression::Kind::call && (e.name == "min" || e.name == "max")) check_choice(e);
    if (e.kind == Expression::Kind::round) check_rounding(e);
    for (const Expression& operand : e.operands) check(operand);
  }

 private:
  ValueKind kind_of(const Expression& e) const { return kind_of_value(e, ladder_, clause_); }

  /// Between a change and a number of 1 or more: that is 100% or more. Beside a ratio 104 is no
  /// limit at all.
  void check_choice(const Expression& choice) const {
    const auto any_is = [&](ValueKind kind) {
      return std::any_of(choice.operands.begin(), choice.operands.end(),
                         [&](const Expression& e) { return kind_of(e) == kind; });
    };
    const bool changes = any_is(ValueKind::change);
    if (!changes && !any_is(ValueKind::ratio)) return;
    if (!changes && choice.name == "max") check_smallest(choice);
    for (const Expression& e : choice.operands) {
      const Expression& number = e.kind == Expression::Kind::negate ? e.operands[0] : e;
      if (number.kind != Expression::Kind::number || number.percent ||
          number.number < Decimal(changes ? 1 : largest_ratio, 0))
        continue;
      const std::string text = normal_form(e);
      diagnostics_.warning(
          "W0115", e.span,
          {"beside a " + std::string(changes ? "change " : "ratio ") + text + " is " +
               hundredfold(number.number),
           "naast een " + std::string(changes ? "verandering" : "verhouding") + " is " + text +
               " " + hundredfold(number.number)},
          unless_accepted("W0115", {"write " + text + "%", "schrijf " + text + "%"}));
    }
  }
  /// `max(S/S0, 0%)`: a ratio is never that small, so the price follows every fall.
  void check_smallest(const Expression& choice) const {
    for (const Expression& e : choice.operands) {
      if (e.kind != Expression::Kind::number || !e.percent || Decimal(50, 0) <= e.number) continue;
      const std::string text = normal_form(e);
      const std::string ratio = (Ratio(e.number) + Ratio(100)).exact_decimal()->text() + "%";
      diagnostics_.warning("W0115", e.span,
                           {"beside a ratio " + text +
                                " is no limit: no change is 100% there, and every fall is "
                                "followed",
                            "naast een verhouding is " + text +
                                " geen grens: geen verandering is daar 100%, en "
                                "elke daling wordt gevolgd"},
                           unless_accepted("W0115", {"write " + ratio, "schrijf " + ratio}));
    }
  }
  static std::string hundredfold(const Decimal& number) {
    const auto percent = (Ratio(number) * Ratio(100)).exact_decimal();
    return (percent ? percent->text() : number.text() + "00") + "%";
  }

  /// `round(x, 2)`: two decimals are meant, and multiples of 2 come out.
  void check_rounding(const Expression& rounding) const {
    const RoundingRule& rule = rounding.rounding;
    const bool can_be_decimals = rule.kind == RoundingRule::Kind::step && rule.step.scale() == 0 &&
                                 rule.step < Decimal(10, 0) && rule.mode == RoundingMode::half_up;
    if (!can_be_decimals) return;
    // Money may be rounded to 1 or 5, a fraction hardly.
    const bool fraction = kind_of(rounding.operands[0]) != ValueKind::other;
    const bool usual = rule.step == Decimal(1, 0) || rule.step == Decimal(5, 0);
    if (usual && !fraction) return;
    const std::string step = rule.step.text();
    const std::string value = normal_form(rounding.operands[0]);
    diagnostics_.warning(
        "W0118", rounding.span,
        {"this rounds to multiples of " + step + ", not to " + step + " decimals",
         "dit rondt af op veelvouden van " + step + ", niet op " + step + " decimalen"},
        unless_accepted("W0118", {"write round(" + value + ", " + step + " decimals)",
                                  "schrijf round(" + value + ", " + step + " decimals)"}));
  }

  const Clause& clause_;
  const Ladder& ladder_;
  Diagnostics& diagnostics_;
};

/// Whether the figure of the step before is the reference, so that the change is one step's.
bool is_of_step_before(const IndexRead& read) {
  const PeriodRule::Back* back = read.base.value.back();
  return back != nullptr &&
         (back->what == LookBack::at_previous_date || back->what == LookBack::at_last_adjustment);
}

/// Whether the reference goes along with the date: "12 months earlier", "july of previous year".
bool goes_along(const IndexRead& read) {
  const PeriodRule& base = read.base.value;
  if (const PeriodRule::Back* back = base.back()) return back->what == LookBack::earlier;
  const auto* before = std::get_if<PeriodRule::Before>(&base.what);
  return std::holds_alternative<PeriodRule::Named>(base.what) ||
         (before != nullptr && before->event == Event::adjustment);
}

/// `P = 100 * S/S0`: each step would start from 100, and what was charged before is lost.
void check_start(const Clause& clause, const Ladder& ladder, Diagnostics& diagnostics) {
  const Formula& formula = ladder.formula.value;
  const bool again = clause.when.every || clause.when.dates.size() > 1;
  if (!again || !starts_from_money(ladder, clause)) return;
  std::vector<NameUse> uses;
  for (const Formula::Line& line : formula.lines) names_in(line.value, uses);
  const auto uses_name = [&](const std::string& name) {
    return std::any_of(uses.begin(), uses.end(),
                       [&](const NameUse& use) { return use.name == name; });
  };
  for (const IndexRead& read : clause.reads) {
    const bool one_step = is_of_step_before(read);
    if ((!one_step && !goes_along(read)) || !uses_name(read.symbol + "0")) continue;
    const Phrase from = one_step
                            ? Phrase{"the step before", "de vorige stap"}
                            : Phrase{"a reference that goes along (" + read.base.value.text + ")",
                                     "een referentie die meegaat (" + read.base.value.text + ")"};
    return diagnostics.warning(
        "W0119", formula.lines.back().span,
        {"each step starts from the same amount, and " + read.symbol + " counts from " + from.en +
             ": what was charged before is lost",
         "elke stap begint bij hetzelfde bedrag, en " + read.symbol + " telt vanaf " + from.nl +
             ": wat eerder is berekend, gaat verloren"},
        unless_accepted("W0119",
                        {"write P0 for the price in force, P = P0 * ..., or base = \"at start\" at "
                         "index " +
                             read.symbol,
                         "schrijf P0 voor de geldende prijs, P = P0 * ..., of base = \"at start\" "
                         "bij index " +
                             read.symbol}));
  }
}

/// `compounding = "base"` beside a reference that goes along, or a percentage of one year: each
/// step starts from the original price, and what was charged before is lost.
void check_start_of_base(const Clause& clause, const Ladder& ladder, Diagnostics& diagnostics) {
  const auto& every = clause.when.every;
  // On dates that follow sooner a change over a year is shown each time, not charged again.
  if (!every || every->value.months().value_or(0) < months_of_a_year ||
      clause.compounding.value != Compounding::base || clause.reads.size() != 1)
    return;
  const IndexRead& read = clause.reads.front();
  std::vector<NameUse> uses;
  for (const Formula::Line& line : ladder.formula.value.lines) names_in(line.value, uses);
  const bool compares = std::any_of(
      uses.begin(), uses.end(), [&](const NameUse& use) { return use.name == read.symbol + "0"; });
  if (!compares || !read.base.where || !goes_along(read)) return;
  const std::string& base = read.base.value.text;
  diagnostics.warning(
      "W0119", *read.base.where,
      {"each step starts from the original price (compounding = \"base\"), and " + read.symbol +
           " counts from a reference that goes along (" + base +
           "): what was charged before is lost",
       "elke stap begint bij de oorspronkelijke prijs (compounding = \"base\"), en " + read.symbol +
           " telt vanaf een referentie die meegaat (" + base +
           "): wat eerder is berekend, gaat verloren"},
      unless_accepted("W0119", {"write base = \"at start\", or leave compounding out",
                                "schrijf base = \"at start\", of laat compounding weg"}));
}

bool is_fraction(const Expression& e, const Ladder& ladder, const Clause& clause) {
  if (e.kind != Expression::Kind::mul)
    return kind_of_value(e, ladder, clause) != ValueKind::other ||
           (e.kind == Expression::Kind::number && e.percent);
  return is_fraction(e.operands[0], ladder, clause) && is_fraction(e.operands[1], ladder, clause);
}

/// `surcharge = F/F0 - 1`: three per cent would be three cents.
void check_money(const Clause& clause, const Ladder& ladder, Diagnostics& diagnostics) {
  const Formula::Line& last = ladder.formula.value.lines.back();
  if (ladder.formula.value.result != FormulaResult::surcharge ||
      !is_fraction(last.value, ladder, clause))
    return;
  diagnostics.warning(
      "W0120", last.span,
      {"a surcharge is money per unit, and this is a fraction: 0.03 for 3%",
       "een toeslag is geld per eenheid, en dit is een fractie: 0,03 bij 3%"},
      unless_accepted("W0120", {"multiply by the price: surcharge = P0 * (...)",
                                "vermenigvuldig met de prijs: surcharge = P0 * (...)"}));
}

}  // namespace

void check_numbers(const Clause& clause, Diagnostics& diagnostics) {
  for (const DatedLadder& dated : clause.ladders) {
    for (const Formula::Line& line : dated.ladder.formula.value.lines)
      NumberCheck(clause, dated.ladder, diagnostics).check(line.value);
    check_start(clause, dated.ladder, diagnostics);
    check_start_of_base(clause, dated.ladder, diagnostics);
    if (clause.surcharge) check_money(clause, dated.ladder, diagnostics);
  }
}

}  // namespace pricetalk
