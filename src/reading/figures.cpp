#include <algorithm>

#include "contract/formula.hpp"
#include "contract/period_rule.hpp"
#include "pricetalk/explain/format.hpp"
#include "reading/rank.hpp"
#include "reading/table.hpp"

namespace pricetalk {

namespace {

/// The rule a number of its own periods later; nothing when it names none of this length.
std::optional<PeriodRule> periods_later(const PeriodRule& rule, Unit unit, int count) {
  PeriodRule moved = rule;
  if (auto* named = std::get_if<PeriodRule::Named>(&moved.what)) {
    const int in_a_year = unit == Unit::month ? 12 : 4;
    if (named->unit != unit || unit == Unit::year) return std::nullopt;
    named->first += count;
    named->last += count;
    const int years = named->first > in_a_year ? -1 : named->first < 1 ? 1 : 0;
    named->first += in_a_year * years;
    named->last += in_a_year * years;
    named->years_before += years;
    if (named->last > in_a_year || named->last < 1 || named->years_before < 0) return std::nullopt;
  } else if (auto* before = std::get_if<PeriodRule::Before>(&moved.what)) {
    before->count -= count;
    if (before->unit != unit || before->count < (before->window ? 1 : 0)) return std::nullopt;
  } else if (auto* fixed = std::get_if<PeriodRule::Fixed>(&moved.what)) {
    if (fixed->span.first.unit() != unit) return std::nullopt;
    fixed->span = {fixed->span.first.plus(count), fixed->span.last.plus(count)};
  } else {
    return std::nullopt;
  }
  moved.text = in_words(moved).en;
  return moved;
}

/// A figure some periods away.
struct Away {
  Unit unit = Unit::month;
  int count = 0;
};

std::optional<PeriodRule> moved_by(const PeriodRule& rule, Away away) {
  return periods_later(rule, away.unit, away.count);
}

void move(Stated<PeriodRule>& stated, Away away) {
  if (auto moved = moved_by(stated.value, away)) stated.value = std::move(*moved);
}

/// The reference of a yearly rolling clause in its own words: a year before the comparison.
std::optional<PeriodRule> explicit_reference(const Clause& clause, const IndexRead& read) {
  const PeriodRule::Back* back = read.base.value.back();
  if (back == nullptr) return read.base.value;
  if (back->what != LookBack::at_previous_date || !clause.when.every ||
      clause.when.every->value != Duration{1, Unit::year})
    return std::nullopt;
  PeriodRule made = read.use.value;
  if (auto* named = std::get_if<PeriodRule::Named>(&made.what))
    ++named->years_before;
  else if (auto* before = std::get_if<PeriodRule::Before>(&made.what);
           before != nullptr && !before->window &&
           (before->unit == Unit::month || before->unit == Unit::quarter ||
            before->unit == Unit::year))
    before->count += before->unit == Unit::month ? 12 : before->unit == Unit::quarter ? 4 : 1;
  else
    return std::nullopt;
  made.text = in_words(made).en;
  return made;
}

enum class Sides { both, comparison };

/// Whether the formula reads the reference of an index at all; "X/X0" does.
bool reads_reference(const Clause& clause, const std::string& symbol) {
  for (const DatedLadder& dated : clause.ladders)
    for (const Formula::Line& line : dated.ladder.formula.value.lines) {
      std::vector<NameUse> names;
      names_in(line.value, names);
      for (const NameUse& use : names)
        if (use.name == symbol + "0") return true;
    }
  return false;
}

/// Whether any of the named reads moved. An empty symbol means all of them.
bool move_periods(Clause& clause, const std::string& symbol, Away away, Sides sides) {
  bool changed = false;
  for (IndexRead& read : clause.reads) {
    if (!symbol.empty() && read.symbol != symbol) continue;
    if (!moved_by(read.use.value, away)) continue;
    if (sides == Sides::comparison) {
      if (!reads_reference(clause, read.symbol)) continue;
      const auto reference = explicit_reference(clause, read);
      if (!reference) continue;
      read.base = {*reference, read.base.where};
    } else {
      move(read.base, away);
      if (read.first_base) move(*read.first_base, away);
    }
    move(read.use, away);
    changed = true;
  }
  return changed;
}

Phrase count_of(Away away) {
  const int count = away.count < 0 ? -away.count : away.count;
  const std::string number = std::to_string(count);
  switch (away.unit) {
    case Unit::quarter:
      return {"a quarter", "een kwartaal"};
    case Unit::year:
      return {"a year", "een jaar"};
    default:
      return count == 1 ? Phrase{"a month", "een maand"}
                        : Phrase{number + " months", number + " maanden"};
  }
}

Phrase away_sentence(const Clause& clause, const std::string& symbol, Away away, Sides sides) {
  const std::string of = symbol.empty() ? "" : " (" + symbol + ")";
  const std::string en_end =
      sides == Sides::comparison ? ", against the old figure of the right period" : "";
  const std::string nl_end =
      sides == Sides::comparison ? ", tegenover het oude cijfer van de juiste periode" : "";
  for (const IndexRead& read : clause.reads) {
    if (away.unit != Unit::month || (!symbol.empty() && read.symbol != symbol)) continue;
    const auto* now = std::get_if<PeriodRule::Named>(&read.use.value.what);
    const auto moved = moved_by(read.use.value, away);
    if (now == nullptr || !moved || now->first != now->last) break;
    const int month = std::get<PeriodRule::Named>(moved->what).first;
    return {"on {} the figure of " + month_name(month, Language::en) + " used instead of " +
                month_name(now->first, Language::en) + of + en_end,
            "op {} het cijfer van " + month_name(month, Language::nl) + " gebruikt in plaats van " +
                month_name(now->first, Language::nl) + of + nl_end};
  }
  const Phrase count = count_of(away);
  return {"on {} the figures of " + count.en + (away.count < 0 ? " earlier" : " later") + " used" +
              of + en_end,
          "op {} de cijfers van " + count.nl + (away.count < 0 ? " eerder" : " later") +
              " gebruikt" + of + nl_end};
}

/// U1: the reference one interval too far back, on a price that was raised in between.
bool span_two_years(Clause& clause) {
  if (!clause.when.every || clause.when.every->value.unit != Unit::year) return false;
  const int years = clause.when.every->value.count;
  bool changed = false;
  for (IndexRead& read : clause.reads) {
    PeriodRule rule = read.base.value;
    if (const PeriodRule::Back* back = rule.back()) {
      if (back->what != LookBack::at_previous_date && back->what != LookBack::at_last_adjustment &&
          back->what != LookBack::earlier)
        continue;
      const Duration twice{years * 2, Unit::year};
      rule.what = PeriodRule::Back{LookBack::earlier, twice};
      rule.text = twice.text() + " earlier";
    } else if (auto* named = std::get_if<PeriodRule::Named>(&rule.what)) {
      named->years_before += years;
      rule.text = in_words(rule).en;
    } else {
      continue;
    }
    read.base = {rule, read.base.where};
    changed = true;
  }
  return changed;
}

/// Each time the change of the year, on the price of the beginning: what came before is lost.
bool start_from_original(Clause& clause) {
  if (clause.compounding.value == Compounding::base) return false;
  clause.compounding.value = Compounding::base;
  for (DatedLadder& dated : clause.ladders) dated.ladder.limits.carry_over.value = CarryOver::both;
  return true;
}

/// The version of a figure that was first published, where the clause takes a later one.
bool take_provisional(Clause& clause) {
  bool changed = false;
  for (IndexRead& read : clause.reads) {
    if (read.publication.value == Which::first) continue;
    read.publication.value = Which::first;
    changed = true;
  }
  return changed;
}

/// A version that was published after the day on which the clause reads.
bool take_later(Clause& clause) {
  bool changed = false;
  for (IndexRead& read : clause.reads) {
    if (std::holds_alternative<PeriodRule::Latest>(read.use.value.what)) return false;
    changed = changed || read.publication.value != Which::definitive;
    read.publication.value = Which::as_known;
  }
  if (clause.reads.empty() || clause.reads_revised) return changed;
  clause.reads_revised = true;
  return true;
}

}  // namespace

void version_readings(const ReadingScope& scope, std::vector<Reading>& made) {
  const auto add = [&](const char* id, Phrase sentence, std::function<bool(Clause&)> edit) {
    made.push_back(clause_reading(scope, id, rank::version, std::move(sentence), std::move(edit)));
    made.back().aspect = {Aspect::Part::version};
  };
  add("provisional-figure",
      {"on {} the figure as first published used, although it was revised",
       "op {} het eerst gepubliceerde cijfer gebruikt, terwijl dat is herzien"},
      take_provisional);
  add("later-figure",
      {"on {} a figure used that was revised after the day that counts",
       "op {} een cijfer gebruikt dat na de afgesproken dag is herzien"},
      take_later);
}

void figure_readings(const ReadingScope& scope, std::vector<Reading>& made) {
  const Clause& clause = *scope.clause;
  const auto add = [&](std::string id, int rank, Aspect aspect, Phrase sentence,
                       std::function<bool(Clause&)> edit) {
    made.push_back(
        clause_reading(scope, std::move(id), rank, std::move(sentence), std::move(edit)));
    made.back().aspect = std::move(aspect);
  };
  if (!clause.surcharge) {
    start_readings(scope, made);
    add("two-year-span", rank::two_year_span, {Aspect::Part::base},
        {"on {} counted over two years, on a price that was already raised",
         "op {} over twee jaar gerekend, op een prijs die al verhoogd was"},
        span_two_years);
    add("original-price", rank::original_price, {Aspect::Part::base},
        {"on {} the change of the year applied to the original price instead of the last one",
         "op {} de wijziging van het jaar toegepast op de oorspronkelijke prijs in plaats van de "
         "laatste"},
        start_from_original);
  }
  version_readings(scope, made);
  std::vector<std::string> symbols{""};
  if (clause.reads.size() > 1)
    for (const IndexRead& read : clause.reads) symbols.push_back(read.symbol);
  constexpr Away aways[] = {{Unit::month, -1},   {Unit::month, 1},   {Unit::month, -2},
                            {Unit::month, 2},    {Unit::month, -3},  {Unit::month, 3},
                            {Unit::quarter, -1}, {Unit::quarter, 1}, {Unit::year, -1},
                            {Unit::year, 1}};
  for (const std::string& symbol : symbols)
    for (const Away away : aways)
      for (const Sides sides : {Sides::both, Sides::comparison}) {
        const std::string unit = away.unit == Unit::month     ? "month"
                                 : away.unit == Unit::quarter ? "quarter"
                                                              : "year";
        const std::string which = (sides == Sides::both ? "wrong-" : "wrong-comparison-") + unit;
        const std::string by = (away.count > 0 ? "+" : "") + std::to_string(away.count);
        const int rank = (sides == Sides::both ? rank::wrong_month : rank::wrong_comparison_month) +
                         (symbol.empty() ? 0 : 1);
        add(which + by + (symbol.empty() ? "" : "/" + symbol), rank, {Aspect::Part::month, symbol},
            away_sentence(clause, symbol, away, sides),
            [symbol, away, sides](Clause& c) { return move_periods(c, symbol, away, sides); });
      }
}

}  // namespace pricetalk
