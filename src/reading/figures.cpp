#include <algorithm>

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
    if (before->unit != unit) return std::nullopt;
    before->count -= count;
    if (before->window) before->last -= count;
    if (before->event == Event::adjustment && (before->window ? before->last : before->count) < 0)
      return std::nullopt;
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

/// Whether the rule counts in years; then a year is one of its own periods.
bool counts_in_years(const PeriodRule& rule) {
  if (const auto* before = std::get_if<PeriodRule::Before>(&rule.what))
    return before->unit == Unit::year;
  const auto* fixed = std::get_if<PeriodRule::Fixed>(&rule.what);
  return fixed != nullptr && fixed->span.first.unit() == Unit::year;
}

/// The same month or quarter of another year.
std::optional<PeriodRule> years_later(const PeriodRule& rule, int count) {
  PeriodRule moved = rule;
  if (auto* named = std::get_if<PeriodRule::Named>(&moved.what)) {
    named->years_before -= count;
    if (named->years_before < 0) return std::nullopt;
  } else if (auto* before = std::get_if<PeriodRule::Before>(&moved.what);
             before != nullptr && !before->window &&
             (before->unit == Unit::month || before->unit == Unit::quarter)) {
    before->count -= count * (before->unit == Unit::month ? 12 : 4);
    if (before->event == Event::adjustment && before->count < 0) return std::nullopt;
  } else {
    return std::nullopt;
  }
  moved.text = in_words(moved).en;
  return moved;
}

std::optional<PeriodRule> moved_by(const PeriodRule& rule, Away away) {
  if (away.unit == Unit::year && !counts_in_years(rule)) return years_later(rule, away.count);
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

/// Whether any of the named reads moved. An empty symbol means all of them.
bool move_periods(Clause& clause, const std::string& symbol, Away away, Sides sides) {
  bool changed = false;
  for (IndexRead& read : clause.reads) {
    if (!symbol.empty() && read.symbol != symbol) continue;
    if (!moved_by(read.use.value, away)) continue;
    if (sides == Sides::comparison) {
      // The new figure of a year ago against that of a year ago is no step at all.
      if (away.unit == Unit::year && !counts_in_years(read.use.value)) continue;
      if (!formula_names(clause, read.symbol + "0")) continue;  // "X/X0" does
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

/// The figure so long before the latest published one, against the reference as much earlier, or
/// against the right one.
bool take_older(Clause& clause, const Duration& by, Sides sides) {
  bool changed = false;
  for (IndexRead& read : clause.reads) {
    if (!std::holds_alternative<PeriodRule::Latest>(read.use.value.what)) continue;
    if (const PeriodRule::Back* back = read.base.value.back();
        sides == Sides::comparison && back != nullptr) {
      if (back->what != LookBack::at_previous_date || !clause.when.every) continue;
      const Duration every = clause.when.every->value;
      read.base.value.what = PeriodRule::Back{LookBack::earlier, every};
      read.base.value.text = every.text() + " earlier";
    }
    read.use.value.what = PeriodRule::Back{LookBack::earlier, by};
    read.use.value.text = by.text() + " earlier";
    changed = true;
  }
  return changed;
}

void older_figure_mistakes(const ReadingScope& scope, std::vector<Reading>& made) {
  const auto& reads = scope.clause->reads;
  const auto latest = std::find_if(reads.begin(), reads.end(), [](const IndexRead& read) {
    return std::holds_alternative<PeriodRule::Latest>(read.use.value.what);
  });
  if (latest == reads.end()) return;
  const Series* series = scope.library->find(latest->series.value.value);
  if (series == nullptr || series->records.empty()) return;
  const Unit unit = series->frequency.value_or(series->records.front().period.unit());
  const auto add = [&](const char* id, int rank, int periods, Sides sides, const Phrase& sentence) {
    const Duration by{periods, unit};
    made.push_back(clause_reading(scope, id, rank, sentence,
                                  [by, sides](Clause& c) { return take_older(c, by, sides); }));
    made.back().aspect = {Aspect::Part::month};
  };
  add("older-figure-1", rank::wrong_month, 1, Sides::both,
      {"on {} the figures before the latest published ones used",
       "op {} de cijfers vóór de laatst gepubliceerde gebruikt"});
  add("older-figure-2", rank::wrong_month + 1, 2, Sides::both,
      {"on {} figures of two periods before the latest published ones used",
       "op {} cijfers van twee perioden vóór de laatst gepubliceerde gebruikt"});
  add("older-comparison-figure-1", rank::wrong_comparison_month, 1, Sides::comparison,
      {"on {} the figure before the latest published one used, against the right old figure",
       "op {} het cijfer vóór het laatst gepubliceerde gebruikt, tegenover het juiste oude "
       "cijfer"});
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

/// All twelve months of the year that has a month of the rule; a year that is over.
std::optional<PeriodRule> whole_year(const PeriodRule& rule) {
  PeriodRule made = rule;
  const auto* before = std::get_if<PeriodRule::Before>(&rule.what);
  const bool one_month = before != nullptr && !before->window && before->unit == Unit::month &&
                         before->event == Event::adjustment;
  if (one_month || std::holds_alternative<PeriodRule::Latest>(rule.what)) {
    made.what = PeriodRule::Named{Unit::month, 1, 12, one_month ? 1 + before->count / 12 : 1};
  } else if (auto* named = std::get_if<PeriodRule::Named>(&made.what)) {
    if (named->unit != Unit::month || named->first != named->last) return std::nullopt;
    named->first = 1;
    named->last = 12;
    named->years_before = std::max(named->years_before, 1);
  } else if (auto* fixed = std::get_if<PeriodRule::Fixed>(&made.what)) {
    if (fixed->span.first.unit() != Unit::month || !(fixed->span.first == fixed->span.last))
      return std::nullopt;
    const int month = fixed->span.first.first_day().month();
    fixed->span = {fixed->span.first.plus(1 - month), fixed->span.first.plus(12 - month)};
  } else {
    return std::nullopt;
  }
  made.reading = PeriodRule::Reading::average;
  made.text = in_words(made).en;
  return made;
}

/// As publishers round the average of a year: to the decimals of its figures.
void round_as_published(IndexRead& read, const Library& library) {
  const Series* series = library.find(read.series.value.value);
  if (series == nullptr || read.rounding.value.kind != RoundingRule::Kind::none) return;
  read.rounding.value.kind = RoundingRule::Kind::decimals;
  read.rounding.value.decimals = series->published_decimals();
}

/// The average of a year where one month counts, new and old.
bool average_the_year(Clause& clause, const Library& library) {
  bool changed = false;
  for (IndexRead& read : clause.reads) {
    const auto year = whole_year(read.use.value);
    if (!year || year->text == read.use.value.text) continue;
    read.use.value = *year;
    round_as_published(read, library);
    if (auto before = whole_year(read.base.value)) read.base.value = std::move(*before);
    if (read.first_base)
      if (auto first = whole_year(read.first_base->value))
        read.first_base->value = std::move(*first);
    changed = true;
  }
  return changed;
}

void average_mistake(const ReadingScope& scope, std::vector<Reading>& made) {
  made.push_back(clause_reading(
      scope, "yearly-average", rank::yearly_average,
      {"on {} the average of the year used instead of one month",
       "op {} het jaargemiddelde gebruikt in plaats van één maand"},
      [library = scope.library](Clause& clause) { return average_the_year(clause, *library); }));
  made.back().aspect = {Aspect::Part::month};
}

void figure_mistakes(const ReadingScope& scope, std::vector<Reading>& made) {
  average_mistake(scope, made);
  older_figure_mistakes(scope, made);
  const Clause& clause = *scope.clause;
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
        made.push_back(clause_reading(
            scope, which + by + (symbol.empty() ? "" : "/" + symbol), rank,
            away_sentence(clause, symbol, away, sides),
            [symbol, away, sides](Clause& c) { return move_periods(c, symbol, away, sides); }));
        made.back().aspect = {Aspect::Part::month, symbol};
      }
}

/// A latest published figure against the one of the same period a step earlier.
void same_period_point(const ReadingScope& scope, std::vector<Reading>& made) {
  if (!scope.clause->when.every) return;
  const Duration every = scope.clause->when.every->value;
  made.push_back(
      index_point(scope, Point::reference, "reference-of-the-same-period",
                  {"the figure of the same period one adjustment earlier",
                   "het cijfer van dezelfde periode, één aanpassing eerder"},
                  [every](IndexRead& read) {
                    const PeriodRule::Back* back = read.base.value.back();
                    if (!std::holds_alternative<PeriodRule::Latest>(read.use.value.what) ||
                        back == nullptr || back->what != LookBack::at_previous_date)
                      return false;
                    PeriodRule rule;
                    rule.what = PeriodRule::Back{LookBack::earlier, every};
                    rule.text = every.text() + " earlier";
                    return instead(read.base, std::move(rule));
                  }));
}

void figure_points(const ReadingScope& scope, std::vector<Reading>& made) {
  same_period_point(scope, made);
  made.push_back(index_point(
      scope, Point::reference, "reference-at-last-adjustment",
      {"the figure used at the last adjustment, so that a skipped year is caught up",
       "het cijfer van de laatste aanpassing, zodat een overgeslagen jaar wordt ingehaald"},
      [](IndexRead& read) {
        const PeriodRule::Back* back = read.base.value.back();
        return back != nullptr && back->what == LookBack::at_previous_date &&
               instead(read.base, looking_back(LookBack::at_last_adjustment, "at last adjustment"));
      }));
  made.push_back(
      index_point(scope, Point::reference, "reference-at-signature",
                  {"the figure of the day of signature", "het cijfer van de dag van ondertekening"},
                  [](IndexRead& read) {
                    const PeriodRule::Back* back = read.base.value.back();
                    return back != nullptr && back->what == LookBack::at_start &&
                           instead(read.base, looking_back(LookBack::at_signature, "at signature"));
                  }));
  made.push_back(index_point(
      scope, Point::first_reference, "first-reference-at-start",
      {"at the first adjustment the figure of the start of the line",
       "bij de eerste aanpassing het cijfer van het begin van de regel"},
      [](IndexRead& read) {
        const PeriodRule::Back* back = read.base.value.back();
        if (read.first_base || back == nullptr || back->what != LookBack::at_previous_date)
          return false;
        read.first_base =
            Stated<PeriodRule>{looking_back(LookBack::at_start, "at start"), std::nullopt};
        return true;
      }));
}

void figures_as_read(PointReader& reader) {
  for (const IndexRead& read : reader.clause.reads) {
    if (!is_compared(reader.clause, read)) continue;
    const PeriodRule::Back* back = read.base.value.back();
    reader.say(read, Point::reference, in_words(read.base.value), read.base.where);
    if (read.first_base)
      reader.say(read, Point::first_reference, in_words(read.first_base->value),
                 read.first_base->where);
    else if (back != nullptr && back->what == LookBack::at_previous_date)
      reader.say(read, Point::first_reference, {"one interval back", "één tussentijd terug"},
                 std::nullopt);
  }
}

}  // namespace

const Stage figure_stage{Stage::Of::both, figure_mistakes, figure_points, figures_as_read};

}  // namespace pricetalk
