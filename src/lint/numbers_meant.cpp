#include "lint/numbers_meant.hpp"

#include <algorithm>

#include "contract/accepted.hpp"
#include "index/moved_sign.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

constexpr const char* code_of_numbers = "W0123";

struct FiguresReach {
  Decimal lowest;
  Decimal highest;

  /// Give or take a half.
  bool holds(const Ratio& value) const {
    return Ratio(lowest) <= value * Ratio(2) && value <= Ratio(highest) * Ratio(2);
  }
};

std::optional<FiguresReach> figures_reach_of(const Series& series) {
  std::optional<FiguresReach> reach;
  for (const Observation& each : series.records) {
    if (each.value <= Decimal(0, 0)) return std::nullopt;
    if (!reach) reach = FiguresReach{each.value, each.value};
    reach->lowest = std::min(reach->lowest, each.value);
    reach->highest = std::max(reach->highest, each.value);
  }
  return reach;
}

bool is_power_of_ten(const Decimal& number) {
  for (const std::int64_t power : {1, 10, 100, 1000, 10'000})
    if (Ratio(number) == Ratio(power) || Ratio(number) * Ratio(power) == Ratio(1)) return true;
  return false;
}

/// The formulas of one clause.
class NumberTrial {
 public:
  NumberTrial(const Clause& clause, const Library& library, std::vector<Doubt>& found)
      : clause_(clause), library_(library), found_(found) {}

  void look() {
    for (const DatedLadder& dated : clause_.ladders)
      for (const Formula::Line& line : dated.ladder.formula.value.lines)
        look_at(line.value, dated.ladder);
  }

 private:
  /// `D - 145`, `D/145`: an index beside a number. A division by ten or a hundred converts units.
  void look_at(const Expression& e, const Ladder& ladder) {
    using Kind = Expression::Kind;
    for (const Expression& operand : e.operands) look_at(operand, ladder);
    if (e.kind != Kind::sub && e.kind != Kind::div) return;
    const Expression& left = e.operands[0];
    const IndexRead* read = left.kind == Kind::name ? clause_.find(left.name) : nullptr;
    const auto number = number_of(e.operands[1], ladder);
    if (read == nullptr || !number || *number <= Decimal(0, 0) || is_power_of_ten(*number)) return;
    const Series* series = library_.find(read->series.value.value);
    if (series == nullptr || series->unit == SeriesUnit::percent ||
        series->unit == SeriesUnit::ratio)
      return;
    const auto reach = figures_reach_of(*series);
    if (!reach || reach->holds(Ratio(*number))) return;
    // A base of 150 beside copper at 900: what a surcharge begins at was fixed long ago.
    const bool is_below =
        Ratio(*number) < Ratio(reach->lowest) && Ratio(reach->lowest) < Ratio(*number) * Ratio(10);
    if (series->unit == SeriesUnit::price && e.kind == Kind::sub && is_below) return;
    const auto is_held = [&](const Decimal& moved) { return reach->holds(Ratio(moved)); };
    if (const auto meant = with_sign_moved(*number, Zeros::added, is_held))
      say_it(*read, *number, *meant, *reach, ladder);
  }

  static std::optional<Decimal> number_of(const Expression& e, const Ladder& ladder) {
    if (e.kind == Expression::Kind::number && !e.percent) return e.number;
    if (e.kind != Expression::Kind::name) return std::nullopt;
    for (const auto& [name, constant] : ladder.constants)
      if (name == e.name && constant.value.values.size() == 1 &&
          constant.value.values.front().value.form == Form::plain)
        return constant.value.values.front().value.value;
    return std::nullopt;
  }

  void say_it(const IndexRead& read, const Decimal& number, const Decimal& meant,
              const FiguresReach& reach, const Ladder& ladder) {
    const Span where = ladder.formula.where.value_or(clause_.where);
    const bool known = std::any_of(found_.begin(), found_.end(), [&](const Doubt& each) {
      return each.where.place() == where.place();
    });
    if (known) return;
    const auto title = [&](Language language) {
      return decimal_text(number, language) +
             say(language, " stands beside " + read.symbol + " in the formula, and ",
                 " staat in de formule naast " + read.symbol + ", en ") +
             read.series.value.value + say(language, " stood at ", " stond op ") +
             decimal_text(reach.lowest, language) + say(language, " to ", " tot en met ") +
             decimal_text(reach.highest, language);
    };
    found_.push_back(
        {code_of_numbers,
         where,
         {title(Language::en), title(Language::nl)},
         unless_accepted(code_of_numbers,
                         {"write both in one unit: is " + meant.text() + " meant?",
                          "schrijf beide in één eenheid: is " + decimal_text(meant, Language::nl) +
                              " bedoeld, schrijf dan " + meant.text()})});
  }

  const Clause& clause_;
  const Library& library_;
  std::vector<Doubt>& found_;
};

}  // namespace

std::vector<Doubt> numbers_of_another_size(const Contract& contract, const Library& library) {
  std::vector<Doubt> found;
  for (const Clause& clause : contract.clauses) {
    if (accepts(clause.accepts, code_of_numbers)) continue;
    NumberTrial(clause, library, found).look();
  }
  return found;
}

}  // namespace pricetalk
