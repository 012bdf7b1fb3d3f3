#include "lint/trial_months.hpp"

#include <algorithm>

#include "calendar/counts.hpp"

namespace pricetalk {

namespace {

using Kind = Oddity::Kind;

/// The last period of which a figure makes up an input; nothing where none is known.
std::optional<Period> last_period(const PriceEntry& entry, const std::string& name) {
  std::optional<Period> found;
  const auto& inputs = entry.why.calculation->inputs;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const std::string& symbol = inputs[i].symbol;
    const auto& figure = entry.why.inputs[i].figure;
    if (!figure || symbol.substr(0, symbol.find_first_of("*[")) != name) continue;
    if (!found || found->first_day() < figure->about.first_day()) found = figure->about;
  }
  return found;
}

/// Whether a rule names periods that go along with the date, always as far away from it.
bool goes_along(const PeriodRule& rule) {
  if (rule.reading != PeriodRule::Reading::figure) return false;
  if (const auto* back = rule.back()) return back->what == LookBack::earlier;
  if (const auto* before = std::get_if<PeriodRule::Before>(&rule.what))
    return before->event == Event::adjustment && !before->window;
  const auto* named = std::get_if<PeriodRule::Named>(&rule.what);
  return named != nullptr && named->first == named->last;
}

/// Both figures of each step, where they lie as far apart by the words of the contract, and the
/// dates one interval: then each month is charged once or it is not, whatever the figures do.
bool is_steady(const TrialStep& step, const IndexRead& read, int months, int every) {
  if (!goes_along(read.use.value) || !goes_along(read.base.value) || read.first_base) return false;
  if (step.last->date + Duration{every, Unit::month} != step.entry.date) return false;
  const auto unit_of = [&](const PriceEntry& entry, const std::string& name) {
    const auto found = last_period(entry, name);
    return found ? found->unit() : Unit::day;
  };
  const Unit unit = unit_of(step.entry, read.symbol);
  if (unit == Unit::day || unit == Unit::week || unit_of(step.entry, read.symbol + "0") != unit)
    return false;
  const auto then = last_period(*step.last, read.symbol + "0");
  const auto now = last_period(*step.last, read.symbol);
  return then && now && calendar_months_between(then->first_day(), now->first_day()) == months;
}

/// Of how many periods shorter than a year an input is made.
int short_periods(const PriceEntry& entry, const std::string& name) {
  int count = 0;
  const auto& inputs = entry.why.calculation->inputs;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const std::string& symbol = inputs[i].symbol;
    const auto& figure = entry.why.inputs[i].figure;
    if (figure && symbol.substr(0, symbol.find_first_of("*[")) == name &&
        figure->about.unit() != Unit::year)
      ++count;
  }
  return count;
}

bool is_stated(const PeriodRule& rule) {
  return std::holds_alternative<PeriodRule::Fixed>(rule.what) || rule.number() != nullptr;
}

/// Over how many months the change of an index is that a step charges; nothing where that is not
/// known, or the reference stays.
std::optional<int> months_charged(const TrialStep& step, const IndexRead& read) {
  if (!step.tried.in_formula(read.symbol) || is_stated(read.use.value)) return std::nullopt;
  if (!step.tried.in_formula(read.symbol + "0")) {
    const Series* series = step.series_of(read.symbol);
    return series != nullptr && !series->rate_of.empty() ? std::optional(12) : std::nullopt;
  }
  if (is_stated(read.base.value)) return std::nullopt;
  const auto then = last_period(step.entry, read.symbol + "0");
  const auto now = last_period(step.entry, read.symbol);
  if (!then || !now) return std::nullopt;
  return calendar_months_between(then->first_day(), now->first_day());
}

/// Not of the day on which the price was signed or offered, which may lie long before its date.
bool counts_from_the_price(const PeriodRule& rule) {
  if (rule.number() != nullptr) return false;
  if (const auto* back = rule.back())
    return back->what != LookBack::at_signature && back->what != LookBack::at_bid;
  const auto* before = std::get_if<PeriodRule::Before>(&rule.what);
  return before == nullptr || (before->event != Event::signature && before->event != Event::bid);
}

/// Whether so many months are too many before the price. That of the start may be the price of a
/// bid that came before it; a whole year is sooner a year mistyped.
bool is_too_old(int months, const Line& line) {
  return line.from.value < line.price_date ? 12 <= months : 18 <= months || months == 12;
}

/// The price of the start may be that of a bid or of a signature long before it: what lies in the
/// year before that day, or between it and the start, is a figure of its time.
bool goes_with_a_stated_day(const TrialStep& step, const Period& then) {
  if (step.line.from.value < step.line.price_date) return false;
  const ContractSection& own = step.contract.terms.contract;
  const Date start = step.contract.start;
  const Duration year{1, Unit::year};
  for (const auto& day : {own.bid, own.signed_on})
    if (day && day->value < start && day->value - year <= then.last_day()) return true;
  return false;
}

void compare_each_time_with_the_last(Clause& clause, const std::string& index) {
  for (IndexRead& read : clause.reads)
    if (read.symbol == index)
      read.base.value.what = PeriodRule::Back{LookBack::at_previous_date, Duration{}};
}

void compare_with(Clause& clause, const std::string& index, const Period& period) {
  for (IndexRead& read : clause.reads)
    if (read.symbol == index) {
      PeriodRule& reference = read.first_base ? read.first_base->value : read.base.value;
      reference.reading = PeriodRule::Reading::figure;
      reference.what = PeriodRule::Fixed{PeriodSpan{period, period}};
    }
}

}  // namespace

void ask_for_months_left_out(const TrialStep& step) {
  const Clause& clause = *step.entry.clause;
  const int every = clause.when.every ? clause.when.every->value.months().value_or(0) : 0;
  const bool each_counts = clause.compounding.value == Compounding::previous &&
                           !clause.ladder_on(step.entry.date).threshold && !step.is_of_money();
  if (every == 0 || !each_counts || !step.entry.before || !step.entry.price) return;
  for (const IndexRead& read : clause.reads) {
    const auto months = months_charged(step, read);
    if (!months || *months <= 0 || *months == every) continue;
    const bool half = 2 * *months <= every;
    if (!half && !is_steady(step, read, *months, every)) continue;
    const bool twice = every < *months;
    if (twice && !step.last->before) continue;
    Oddity odd =
        twice ? oddity_of(Kind::overlaps, step.line, *step.last, *step.last->before, Ratio(0))
              : step.odd(Kind::leaves_months_out, *step.entry.before, Ratio(0));
    odd.where = read.base.where.value_or(read.use.where.value_or(read.where));
    odd.after = *step.entry.price;
    odd.index = read.symbol;
    odd.months = *months;
    odd.every = every;
    if (twice) odd.again = step.entry.date;
    if (!twice && step.tried.in_formula(read.symbol + "0"))
      odd.from_start = price_when(
          step, [&](Clause& other) { compare_each_time_with_the_last(other, read.symbol); });
    step.oddities.keep_at_last(std::move(odd));
  }
}

void ask_for_an_older_reference(const TrialStep& step) {
  const PriceEntry& entry = step.entry;
  const Clause& clause = *entry.clause;
  if (!entry.price || clause.resets_base.value) return;
  for (const IndexRead& read : clause.reads) {
    const bool stays = clause.compounding.value == Compounding::base;
    const Stated<PeriodRule>& reference = read.first_base ? *read.first_base : read.base;
    if (!stays && (!read.first_base || step.last != nullptr)) continue;
    if (!step.tried.in_formula(read.symbol) || is_stated(read.use.value) ||
        !counts_from_the_price(reference.value))
      continue;
    const auto then = last_period(entry, read.symbol + "0");
    const auto now = last_period(entry, read.symbol);
    if (!then || !now || now->unit() == Unit::week || now->unit() == Unit::day) continue;
    const int since_price = calendar_months_between(step.line.price_date, entry.date);
    const Period with_price = now->plus(-since_price * periods_in_a_year(now->unit()) / 12);
    const int older = calendar_months_between(then->first_day(), with_price.first_day());
    if (!is_too_old(older, step.line) || goes_with_a_stated_day(step, *then)) continue;
    Oddity odd = step.odd(Kind::older_reference, *step.tried.original(), Ratio(0));
    odd.where = reference.where.value_or(read.where);
    odd.after = *entry.price;
    odd.index = read.symbol;
    odd.months = older;
    odd.compared = PeriodSpan{*then, with_price};
    odd.from_start =
        price_when(step, [&](Clause& other) { compare_with(other, read.symbol, with_price); });
    step.oddities.keep_at_last(std::move(odd));
  }
}

void ask_for_a_later_reference(const TrialStep& step) {
  const PriceEntry& entry = step.entry;
  const Clause& clause = *entry.clause;
  if (!entry.price || step.last != nullptr || clause.resets_base.value) return;
  for (const IndexRead& read : clause.reads) {
    const bool stays = clause.compounding.value == Compounding::base;
    const Stated<PeriodRule>& reference = read.first_base ? *read.first_base : read.base;
    if (!stays && !read.first_base) continue;
    if (!step.tried.in_formula(read.symbol) || is_stated(read.use.value) ||
        !std::holds_alternative<PeriodRule::Fixed>(reference.value.what))
      continue;
    const auto then = last_period(entry, read.symbol + "0");
    const auto now = last_period(entry, read.symbol);
    if (!then || !now || *then != *now || now->unit() == Unit::week || now->unit() == Unit::day)
      continue;
    const int since_price = calendar_months_between(step.line.price_date, entry.date);
    const Period with_price = now->plus(-since_price * periods_in_a_year(now->unit()) / 12);
    const int later = calendar_months_between(with_price.first_day(), then->first_day());
    if (later < 6 || then->first_day() < step.line.price_date) continue;
    Oddity odd = step.odd(Kind::reference_after_price, *step.tried.original(), Ratio(0));
    odd.where = reference.where.value_or(read.where);
    odd.after = *entry.price;
    odd.index = read.symbol;
    odd.months = later;
    odd.compared = PeriodSpan{*then, with_price};
    odd.from_start =
        price_when(step, [&](Clause& other) { compare_with(other, read.symbol, with_price); });
    step.oddities.keep_at_last(std::move(odd));
  }
}

void ask_for_years_compounded(const TrialStep& step) {
  const PriceEntry& entry = step.entry;
  if (!entry.price || !entry.before) return;
  for (const IndexRead& read : entry.clause->reads) {
    const Series* series = step.series_of(read.symbol);
    const bool compounds = read.use.value.reading == PeriodRule::Reading::compound;
    if (!compounds || series == nullptr || series->rate_of.empty()) continue;
    const int count = short_periods(entry, read.symbol);
    if (count < 2) continue;
    Oddity odd = step.odd(Kind::compounds_years, *entry.before, Ratio(0));
    odd.where = read.use.where.value_or(read.where);
    odd.after = *entry.price;
    odd.index = read.symbol;
    odd.months = count;
    odd.from_start = price_when(step, [&](Clause& other) {
      for (IndexRead& each : other.reads)
        if (each.symbol == read.symbol) each.use.value.reading = PeriodRule::Reading::average;
    });
    step.oddities.keep(std::move(odd));
  }
}

}  // namespace pricetalk
