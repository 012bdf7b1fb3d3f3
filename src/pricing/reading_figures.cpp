#include <algorithm>

#include "pricetalk/explain/format.hpp"
#include "pricing/reading_table.hpp"

namespace pricetalk {

namespace {

/// The rule a number of months later; nothing when it names no months.
std::optional<PeriodRule> months_later(const PeriodRule& rule, int months) {
  PeriodRule moved = rule;
  if (auto* named = std::get_if<PeriodRule::Named>(&moved.what)) {
    if (named->unit != Unit::month) return std::nullopt;
    named->first += months;
    named->last += months;
    const int years = named->first > 12 ? -1 : named->first < 1 ? 1 : 0;
    named->first += 12 * years;
    named->last += 12 * years;
    named->years_before += years;
    if (named->last > 12 || named->last < 1 || named->years_before < 0) return std::nullopt;
  } else if (auto* before = std::get_if<PeriodRule::Before>(&moved.what)) {
    before->count -= months;
    if (before->unit != Unit::month || before->count < (before->window ? 1 : 0))
      return std::nullopt;
  } else if (auto* fixed = std::get_if<PeriodRule::Fixed>(&moved.what)) {
    if (fixed->span.first.unit() != Unit::month) return std::nullopt;
    fixed->span = {fixed->span.first.plus(months), fixed->span.last.plus(months)};
  } else {
    return std::nullopt;
  }
  moved.text = in_words(moved).en;
  return moved;
}

void move(Stated<PeriodRule>& stated, int months) {
  if (auto moved = months_later(stated.value, months)) stated.value = std::move(*moved);
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
           before != nullptr && before->unit == Unit::month)
    before->count += 12;
  else
    return std::nullopt;
  made.text = in_words(made).en;
  return made;
}

enum class Sides { both, comparison };

/// Whether any of the named reads moved. An empty symbol means all of them.
bool move_months(Clause& clause, const std::string& symbol, int months, Sides sides) {
  bool changed = false;
  for (IndexRead& read : clause.reads) {
    if (!symbol.empty() && read.symbol != symbol) continue;
    if (!months_later(read.use.value, months)) continue;
    if (sides == Sides::comparison) {
      const auto reference = explicit_reference(clause, read);
      if (!reference) continue;
      read.base = {*reference, read.base.where};
    } else {
      move(read.base, months);
      if (read.first_base) move(*read.first_base, months);
    }
    move(read.use, months);
    changed = true;
  }
  return changed;
}

Phrase month_sentence(const Clause& clause, const std::string& symbol, int months, Sides sides) {
  const std::string of = symbol.empty() ? "" : " (" + symbol + ")";
  const std::string en_end =
      sides == Sides::comparison ? ", against the old figure of the right month" : "";
  const std::string nl_end =
      sides == Sides::comparison ? ", tegenover het oude cijfer van de juiste maand" : "";
  for (const IndexRead& read : clause.reads) {
    if (!symbol.empty() && read.symbol != symbol) continue;
    const auto* now = std::get_if<PeriodRule::Named>(&read.use.value.what);
    const auto moved = months_later(read.use.value, months);
    if (now == nullptr || !moved || now->first != now->last) break;
    const int month = std::get<PeriodRule::Named>(moved->what).first;
    return {"on {} the figure of " + month_name(month, Language::en) + " used instead of " +
                month_name(now->first, Language::en) + of + en_end,
            "op {} het cijfer van " + month_name(month, Language::nl) + " gebruikt in plaats van " +
                month_name(now->first, Language::nl) + of + nl_end};
  }
  const int count = months < 0 ? -months : months;
  const std::string number = std::to_string(count);
  return {"on {} the figures of " + (count == 1 ? std::string("a month") : number + " months") +
              (months < 0 ? " earlier" : " later") + " used" + of + en_end,
          "op {} de cijfers van " + (count == 1 ? std::string("een maand") : number + " maanden") +
              (months < 0 ? " eerder" : " later") + " gebruikt" + of + nl_end};
}

/// U1: the reference one interval too far back, on a price that was raised in between.
bool span_two_years(Clause& clause) {
  if (!clause.when.every || clause.when.every->value.unit != Unit::year) return false;
  const Duration twice{clause.when.every->value.count * 2, Unit::year};
  bool changed = false;
  for (IndexRead& read : clause.reads) {
    const PeriodRule::Back* back = read.base.value.back();
    if (back == nullptr ||
        (back->what != LookBack::at_previous_date && back->what != LookBack::at_last_adjustment &&
         back->what != LookBack::earlier))
      continue;
    PeriodRule rule;
    rule.what = PeriodRule::Back{LookBack::earlier, twice};
    rule.text = twice.text() + " earlier";
    read.base = {rule, read.base.where};
    changed = true;
  }
  return changed;
}

/// U2: the figure of the start as reference, on the price that was already raised.
bool mix_bases(Clause& clause) {
  if (clause.compounding.value == Compounding::base) {
    clause.compounding.value = Compounding::previous;
    for (DatedLadder& dated : clause.ladders)
      if (dated.ladder.limits.carry_over.by_default())
        dated.ladder.limits.carry_over.value = CarryOver::none;
    return true;
  }
  bool changed = false;
  for (IndexRead& read : clause.reads) {
    const PeriodRule::Back* back = read.base.value.back();
    if (back == nullptr || back->what == LookBack::at_start) continue;
    if (read.first_base) {
      read.base = *read.first_base;
    } else {
      PeriodRule rule;
      rule.what = PeriodRule::Back{LookBack::at_start, {}};
      rule.text = "at start";
      read.base = {rule, read.base.where};
    }
    changed = true;
  }
  return changed;
}

}  // namespace

void figure_readings(const ReadingScope& scope, std::vector<Reading>& made) {
  const Clause& clause = *scope.clause;
  made.push_back(clause_reading(
      scope, "mixed-base", 11,
      {"on {} compared with the very first figure, on a price that was already raised",
       "op {} vergeleken met het allereerste cijfer, op een prijs die al verhoogd was"},
      mix_bases));
  made.push_back(clause_reading(scope, "two-year-span", 12,
                                {"on {} counted over two years, on a price that was already raised",
                                 "op {} over twee jaar gerekend, op een prijs die al verhoogd was"},
                                span_two_years));
  std::vector<std::string> symbols{""};
  if (clause.reads.size() > 1)
    for (const IndexRead& read : clause.reads) symbols.push_back(read.symbol);
  for (const std::string& symbol : symbols)
    for (const int months : {-1, 1, -2, 2, -3, 3})
      for (const Sides sides : {Sides::both, Sides::comparison}) {
        const std::string which = sides == Sides::both ? "wrong-month" : "wrong-comparison-month";
        const std::string by = (months > 0 ? "+" : "") + std::to_string(months);
        const int rank = (sides == Sides::both ? 25 : 28) + (symbol.empty() ? 0 : 1);
        made.push_back(clause_reading(
            scope, which + by + (symbol.empty() ? "" : "/" + symbol), rank,
            month_sentence(clause, symbol, months, sides),
            [symbol, months, sides](Clause& c) { return move_months(c, symbol, months, sides); }));
      }
}

}  // namespace pricetalk
