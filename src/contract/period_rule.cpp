#include "contract/period_rule.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "calendar/digits.hpp"
#include "contract/dutch_period.hpp"
#include "contract/leaves.hpp"
#include "document/reader.hpp"
#include "document/time_words.hpp"
#include "document/words.hpp"
#include "pricetalk/explain/derivation.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

constexpr std::array<std::string_view, 4> quarter_names = {"q1", "q2", "q3", "q4"};

/// Words of a phrase, read from left to right.
class Words {
 public:
  explicit Words(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t end = std::min(text.find(' ', at), text.size());
      if (end > at) words_.emplace_back(text.substr(at, end - at));
      at = end + 1;
    }
  }
  bool done() const { return at_ == words_.size(); }
  std::string_view peek(std::size_t ahead = 0) const {
    return at_ + ahead < words_.size() ? std::string_view(words_[at_ + ahead]) : std::string_view();
  }
  bool take(std::string_view word) {
    if (peek() != word) return false;
    ++at_;
    return true;
  }
  bool take(std::string_view a, std::string_view b) {
    if (peek() != a || peek(1) != b) return false;
    at_ += 2;
    return true;
  }
  std::string_view next() { return done() ? std::string_view() : std::string_view(words_[at_++]); }
  std::size_t mark() const { return at_; }
  void back_to(std::size_t mark) { at_ = mark; }

 private:
  std::vector<std::string> words_;
  std::size_t at_ = 0;
};

std::optional<int> whole(std::string_view text) {
  const auto value = digits::read(text);
  return value && *value <= 9999 ? value : std::nullopt;
}

std::optional<Event> event(std::string_view word) {
  for (const Event each : {Event::adjustment, Event::signature, Event::start, Event::bid,
                           Event::delivery, Event::reset})
    if (words(each).en == word) return each;
  return std::nullopt;
}

/// "july": the English name in small letters, as the format has it.
std::optional<int> month(std::string_view word) {
  for (int number = 1; number <= 12; ++number)
    if (word == document::lower(month_name(number).en)) return number;
  return std::nullopt;
}

std::optional<int> quarter(std::string_view word) {
  const auto found = std::find(quarter_names.begin(), quarter_names.end(), word);
  if (found == quarter_names.end()) return std::nullopt;
  return static_cast<int>(found - quarter_names.begin()) + 1;
}

std::optional<LookBack> look_back(Words& words) {
  if (words.take("at", "start")) return LookBack::at_start;
  if (words.take("at", "signature")) return LookBack::at_signature;
  if (words.take("at", "bid")) return LookBack::at_bid;
  const std::size_t mark = words.mark();
  if (words.take("at", "previous") && words.take("date")) return LookBack::at_previous_date;
  words.back_to(mark);
  if (words.take("at", "last") && words.take("adjustment")) return LookBack::at_last_adjustment;
  words.back_to(mark);
  return std::nullopt;
}

std::optional<int> years_before(Words& words) {
  if (words.take("same", "year")) return 0;
  if (words.take("previous", "year")) return 1;
  const std::size_t mark = words.mark();
  const auto count = whole(words.next());
  if (count && (words.take("years", "before") || words.take("year", "before"))) return count;
  words.back_to(mark);
  return std::nullopt;
}

std::optional<PeriodRule::Named> named(Words& words) {
  const std::size_t mark = words.mark();
  PeriodRule::Named made{.unit = Unit::month, .first = 1, .last = 1, .years_before = 0};
  const std::string_view first = words.next();
  auto number = month(first);
  if (!number) {
    number = quarter(first);
    made.unit = Unit::quarter;
  }
  if (number) {
    made.first = made.last = *number;
    if (words.take("to")) {
      const std::string_view last = words.next();
      number = made.unit == Unit::month ? month(last) : quarter(last);
      made.last = number.value_or(0);
    }
    if (number && made.last >= made.first && words.take("of"))
      if (const auto years = years_before(words)) {
        made.years_before = *years;
        return made;
      }
  }
  words.back_to(mark);
  return std::nullopt;
}

/// "3 months before signature", "month of bid": counted from an event that may be left out.
struct CountedPeriod {
  int count = 0;  ///< before the event
  Unit unit = Unit::month;
  std::optional<Event> event = {};
};

std::optional<Event> stated_event(Words& words) {
  const auto found = event(words.peek());
  if (found) words.next();
  return found;
}

/// "before" is 1, "after" -1; nothing for another word.
std::optional<int> direction(Words& words) {
  if (words.take("before")) return 1;
  if (words.take("after")) return -1;
  return std::nullopt;
}

std::optional<CountedPeriod> counted_period(Words& words) {
  const std::size_t mark = words.mark();
  if (const auto own = unit_named(words.peek()); own && words.peek(1) == "of") {
    words.next();
    words.next();
    if (const auto when = stated_event(words)) return CountedPeriod{0, *own, when};
  } else if (const auto count = whole(words.next())) {
    if (const auto unit = unit_named(words.next()))
      if (const auto sign = direction(words))
        return CountedPeriod{*count * *sign, *unit, stated_event(words)};
  }
  words.back_to(mark);
  return std::nullopt;
}

/// The first period of "9 to 4 months before" and "9 months to 4 months before": what it leaves out
/// stands with the last one.
std::optional<CountedPeriod> shortened(Words& words) {
  const std::size_t mark = words.mark();
  if (const auto count = whole(words.next())) {
    const auto unit = unit_named(words.peek());
    if (unit) words.next();
    const std::size_t to = words.mark();
    if (words.take("to"))
      if (const auto last = counted_period(words); last && (!unit || *unit == last->unit)) {
        words.back_to(to);
        return CountedPeriod{last->count < 0 ? -*count : *count, last->unit, last->event};
      }
  }
  words.back_to(mark);
  return std::nullopt;
}

/// "the 4 weeks before bid".
std::optional<PeriodRule::Before> window_before(Words& words) {
  const std::size_t mark = words.mark();
  if (words.take("the"))
    if (const auto made = counted_period(words); made && made->count > 0)
      return PeriodRule::Before{.count = made->count,
                                .unit = made->unit,
                                .event = made->event.value_or(Event::adjustment),
                                .window = true,
                                .last = 1};
  words.back_to(mark);
  return std::nullopt;
}

std::optional<PeriodRule::Before> before(Words& words) {
  if (const auto window = window_before(words)) return window;
  const std::size_t mark = words.mark();
  auto first = counted_period(words);
  if (!first) first = shortened(words);
  if (!first) return std::nullopt;
  PeriodRule::Before made{.count = first->count,
                          .unit = first->unit,
                          .event = first->event.value_or(Event::adjustment),
                          .window = false,
                          .last = 1};
  if (!words.take("to")) return made;
  const auto last = counted_period(words);
  const bool fits = last && last->unit == first->unit && last->count < first->count &&
                    (!first->event || !last->event || first->event == last->event);
  if (!fits) {
    words.back_to(mark);
    return std::nullopt;
  }
  made.window = true;
  made.last = last->count;
  if (last->event) made.event = *last->event;
  return made;
}

/// "first monday of month of adjustment", "last day of july of same year".
std::optional<PeriodRule::DayIn> day_in(Words& words) {
  static constexpr std::array<std::pair<std::string_view, int>, 5> ordinals = {
      {{"first", 1}, {"second", 2}, {"third", 3}, {"fourth", 4}, {"last", -1}}};
  const std::size_t mark = words.mark();
  const std::string_view ordinal = words.next();
  const auto nth = std::find_if(ordinals.begin(), ordinals.end(),
                                [&](const auto& row) { return row.first == ordinal; });
  const std::string_view name = words.next();
  int weekday = name == "day" ? 0 : -1;
  for (int i = 1; i <= 7; ++i)
    if (name == document::lower(weekday_name(i, Language::en))) weekday = i;
  if (nth != ordinals.end() && weekday >= 0 && words.take("of")) {
    if (const auto by_name = named(words); by_name && by_name->first == by_name->last)
      return PeriodRule::DayIn{nth->second, weekday, *by_name};
    if (const auto counted = before(words);
        counted && !counted->window && counted->unit >= Unit::month)
      return PeriodRule::DayIn{nth->second, weekday, *counted};
  }
  words.back_to(mark);
  return std::nullopt;
}

std::optional<PeriodRule::Fixed> fixed(Words& words) {
  const std::size_t mark = words.mark();
  if (const auto first = Period::parse(words.next())) {
    if (words.done()) return PeriodRule::Fixed{{*first, *first}};
    if (words.take("to"))
      if (const auto last = Period::parse(words.next());
          last && last->unit() == first->unit() && *first <= *last)
        return PeriodRule::Fixed{{*first, *last}};
  }
  words.back_to(mark);
  return std::nullopt;
}

bool parse_span(Words& words, PeriodRule& rule) {
  if (words.take("previous", "year")) {
    rule.what = PeriodRule::Before{
        .count = 1, .unit = Unit::year, .event = Event::adjustment, .window = false, .last = 1};
    return true;
  }
  if (const auto found = fixed(words))
    rule.what = *found;
  else if (const auto by_name = named(words))
    rule.what = *by_name;
  else if (const auto day = day_in(words))
    rule.what = *day;
  else if (const auto counted = before(words))
    rule.what = *counted;
  else
    return false;
  return true;
}

bool several(const PeriodRule& rule) {
  if (const auto* f = std::get_if<PeriodRule::Fixed>(&rule.what))
    return !(f->span.first == f->span.last);
  if (const auto* n = std::get_if<PeriodRule::Named>(&rule.what)) return n->first != n->last;
  if (const auto* b = std::get_if<PeriodRule::Before>(&rule.what)) return b->window;
  return false;
}

/// Whether a rule asks for periods behind the adjustment.
bool behind_adjustment(const PeriodRule& rule) {
  const auto* counted = std::get_if<PeriodRule::Before>(&rule.what);
  if (const auto* day = std::get_if<PeriodRule::DayIn>(&rule.what))
    counted = std::get_if<PeriodRule::Before>(&day->in);
  return counted != nullptr && counted->event == Event::adjustment &&
         (counted->window ? counted->last : counted->count) < 0;
}

std::string lower_case(std::string_view text) {
  std::string made(text);
  for (char& c : made)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return made;
}

/// Periods are written with capitals ("2019-Q3", "2019-W27"); words match in any case.
std::string normal(std::string_view text) {
  std::string made = lower_case(text);
  for (std::size_t i = 1; i + 1 < made.size(); ++i)
    if (made[i - 1] == '-' && (made[i] == 'q' || made[i] == 'w') && made[i + 1] >= '0' &&
        made[i + 1] <= '9')
      made[i] = static_cast<char>(made[i] - 'a' + 'A');
  return made;
}

}  // namespace

std::optional<PeriodRule> parse_period_rule(std::string_view text, Phrase* problem) {
  const auto fail = [&](Phrase why) -> std::optional<PeriodRule> {
    if (problem != nullptr) *problem = std::move(why);
    return std::nullopt;
  };
  PeriodRule rule;
  rule.text = std::string(text);
  Words words(normal(text));
  if (words.take("latest", "published") && words.done()) {
    rule.what = PeriodRule::Latest{};
    return rule;
  }
  if (const auto back = look_back(words); back && words.done()) {
    rule.what = PeriodRule::Back{*back, {}};
    return rule;
  }
  const std::size_t mark = words.mark();
  if (const auto count = whole(words.next()))
    if (const auto what = unit_named(words.next()); what && words.take("earlier") && words.done()) {
      rule.what = PeriodRule::Back{LookBack::earlier, {*count, *what}};
      return rule;
    }
  words.back_to(mark);
  if (words.take("average", "of"))
    rule.reading = PeriodRule::Reading::average;
  else if (words.take("compound", "of"))
    rule.reading = PeriodRule::Reading::compound;
  if (!parse_span(words, rule) || !words.done())
    return fail({"\"" + rule.text + "\" is not a period rule",
                 "\"" + rule.text + "\" is geen periode-aanduiding"});
  if (behind_adjustment(rule))
    return fail({"\"" + rule.text + "\" lies after the adjustment, when no figure of it is known",
                 "\"" + rule.text + "\" ligt na de aanpassing, als er nog geen cijfer van is"});
  if (several(rule) && rule.reading == PeriodRule::Reading::figure)
    return fail({"\"" + rule.text + "\" is more than one period",
                 "\"" + rule.text + "\" is meer dan één periode"});
  return rule;
}

Phrase Leaf<PeriodRule>::expected() {
  return {"a period rule, such as \"july of previous year\", \"3 months before\" or \"2019-07\"",
          "een periode-aanduiding, zoals \"july of previous year\", \"3 months before\" of "
          "\"2019-07\""};
}

bool Leaf<PeriodRule>::read(Reader& reader, const DocumentNode& node, PeriodRule& out) {
  if (node.kind == DocumentNode::Kind::number) {
    Decimal value;
    if (!reader.value(node, value)) return false;
    out = {.reading = {}, .what = PeriodRule::Number{value}, .text = node.raw};
    return true;
  }
  if (node.kind == DocumentNode::Kind::date) {
    Period day;
    if (!reader.value(node, day)) return false;
    out = {.reading = {}, .what = PeriodRule::Fixed{{day, day}}, .text = node.raw};
    return true;
  }
  if (node.kind != DocumentNode::Kind::text) return false;
  Phrase problem;
  if (auto rule = parse_period_rule(node.raw, &problem)) {
    out = std::move(*rule);
    return true;
  }
  Phrase hint{
      "for example \"july of previous year\", \"3 months before\", \"2019-07\", \"average of "
      "previous year\"",
      "de woorden zijn Engels, bijvoorbeeld \"july of previous year\", \"3 months before\", "
      "\"2019-07\", "
      "\"average of previous year\""};
  if (parse_period_rule("average of " + node.raw))
    hint = {
        "write \"average of " + node.raw + "\", or \"compound of\" for a series in percent",
        "schrijf \"average of " + node.raw + "\", of \"compound of\" bij een reeks in procenten"};
  if (const auto meant = period_rule_from_dutch(node.raw))
    hint = {"write \"" + *meant + "\"", "de woorden zijn Engels: schrijf \"" + *meant + "\""};
  return reader.error("C0101", node.span, std::move(problem), std::move(hint));
}

namespace {

Outcome<Date> day_of(Event event, const EventDates& dates) {
  const auto stated = [&](const std::optional<Date>& day, const char* key) -> Outcome<Date> {
    if (day) return *day;
    const Phrase& name = words(event);
    return Undetermined(Reason{.kind = Reason::Kind::not_stated,
                               .key = key,
                               .text = {"the contract does not state the day of the " + name.en,
                                        "het contract noemt de dag van de " + name.nl + " niet"},
                               .series = {},
                               .period = {},
                               .expected = {},
                               .source = {}});
  };
  switch (event) {
    case Event::adjustment:
      return dates.adjustment;
    case Event::signature:
      return dates.signature;
    case Event::start:
      return dates.start;
    case Event::bid:
      return stated(dates.bid, "event bid");
    case Event::delivery:
      return stated(dates.delivery, "event delivery");
    case Event::reset:
      return stated(dates.reset, "event reset");
  }
  return dates.adjustment;
}

}  // namespace

namespace {

PeriodSpan named_span(const PeriodRule::Named& n, const EventDates& dates) {
  const int year = dates.adjustment.year() - n.years_before;
  const auto period = [&](int number) {
    return n.unit == Unit::month ? Period::month(year, number) : Period::quarter(year, number);
  };
  return {period(n.first), period(n.last)};
}

Outcome<PeriodSpan> counted_span(const PeriodRule::Before& b, const EventDates& dates) {
  const Outcome<Date> day = day_of(b.event, dates);
  if (!day) return day.why();
  const Period own = Period::containing(*day, b.unit);
  return PeriodSpan{own.plus(-b.count), own.plus(b.window ? -b.last : -b.count)};
}

/// The day of a period that a rule names.
Date day_within(const PeriodRule::DayIn& rule, const Period& period) {
  const bool last = rule.nth < 0;
  const Date end = last ? period.last_day() : period.first_day();
  if (rule.weekday == 0) return last ? end : end.plus_days(rule.nth - 1);
  const int away = last ? -((end.weekday() - rule.weekday + 7) % 7)
                        : (rule.weekday - end.weekday() + 7) % 7 + 7 * (rule.nth - 1);
  return end.plus_days(away);
}

}  // namespace

Outcome<PeriodSpan> span_of(const PeriodRule& rule, const EventDates& dates,
                            const std::optional<Duration>& back) {
  const auto moved = [&](const PeriodSpan& span) { return back ? earlier(span, *back) : span; };
  if (const auto* day = std::get_if<PeriodRule::DayIn>(&rule.what)) {
    const auto* named = std::get_if<PeriodRule::Named>(&day->in);
    const Outcome<PeriodSpan> period =
        named != nullptr ? Outcome<PeriodSpan>(named_span(*named, dates))
                         : counted_span(std::get<PeriodRule::Before>(day->in), dates);
    if (!period) return period;
    const Period found = Period::containing(day_within(*day, moved(*period).first), Unit::day);
    return PeriodSpan{found, found};
  }
  if (const auto* f = std::get_if<PeriodRule::Fixed>(&rule.what)) return moved(f->span);
  if (const auto* n = std::get_if<PeriodRule::Named>(&rule.what))
    return moved(named_span(*n, dates));
  const Outcome<PeriodSpan> span = counted_span(std::get<PeriodRule::Before>(rule.what), dates);
  if (!span) return span;
  return moved(*span);
}

PeriodSpan earlier(const PeriodSpan& span, const Duration& by) {
  const auto shifted = [&](const Period& period) {
    if (by.unit == period.unit()) return period.plus(-by.count);
    const auto months = by.months();
    switch (period.unit()) {
      case Unit::month:
        return period.plus(-months.value_or(0));
      case Unit::quarter:
        return period.plus(-months.value_or(0) / 3);
      case Unit::year:
        return period.plus(-months.value_or(0) / 12);
      default:
        return Period::containing(period.first_day() - by, period.unit());
    }
  };
  return {shifted(span.first), shifted(span.last)};
}

const Phrase& words(Event event) {
  static const std::array<Phrase, 6> table = {{{"adjustment", "aanpassing"},
                                               {"signature", "ondertekening"},
                                               {"start", "ingangsdatum"},
                                               {"bid", "inschrijving"},
                                               {"delivery", "levering"},
                                               {"reset", "herijking"}}};
  return table[static_cast<std::size_t>(event)];
}

namespace {

Phrase named_words(const PeriodRule::Named& n) {
  const auto one = [&](int number) {
    if (n.unit == Unit::month) return month_name(number);
    const std::string digit = std::to_string(number);
    return Phrase{"quarter " + digit, "kwartaal " + digit};
  };
  Phrase made = one(n.first);
  if (n.last != n.first) {
    made.en += " to " + one(n.last).en;
    made.nl += " tot en met " + one(n.last).nl;
  }
  if (n.years_before == 0) return {made.en + " of the same year", made.nl + " van hetzelfde jaar"};
  if (n.years_before == 1)
    return {made.en + " of the year before", made.nl + " van het jaar ervoor"};
  const std::string count = std::to_string(n.years_before);
  return {made.en + " " + count + " years before", made.nl + " van " + count + " jaar ervoor"};
}

/// "3 months before", "6 months after", "up to the month": a side of a window.
Phrase counted_words(const PeriodRule::Before& b, int count) {
  const int size = count < 0 ? -count : count;
  const Phrase unit = words(b.unit, size);
  const std::string number = std::to_string(size);
  return {number + " " + unit.en + (count < 0 ? " after" : " before"),
          number + " " + unit.nl + (count < 0 ? " na" : " vóór")};
}

Phrase own_unit_words(const PeriodRule::Before& b) {
  const Phrase unit = words(b.unit, 1);
  const Phrase& when = words(b.event);
  return {"the " + unit.en + " of the " + when.en,
          (b.unit == Unit::quarter || b.unit == Unit::year ? "het " : "de ") + unit.nl +
              " van de " + when.nl};
}

/// "9 to 4 months before the adjustment".
Phrase window_words(const PeriodRule::Before& b) {
  const Phrase& when = words(b.event);
  const std::string count = std::to_string(b.count);
  const Phrase unit = words(b.unit, b.count);
  if (b.last == 1)
    return {"the " + count + " " + unit.en + " before the " + when.en,
            "de " + count + " " + unit.nl + " vóór de " + when.nl};
  if (b.last > 0) {
    const Phrase last = counted_words(b, b.last);
    return {count + " to " + last.en + " the " + when.en,
            count + " tot en met " + last.nl + " de " + when.nl};
  }
  const auto side = [&](int at) {
    const Phrase counted = counted_words(b, at);
    return at == 0 ? own_unit_words(b)
                   : Phrase{counted.en + " the " + when.en, counted.nl + " de " + when.nl};
  };
  const Phrase from = side(b.count);
  const Phrase to = side(b.last);
  return {from.en + " up to " + to.en, from.nl + " tot en met " + to.nl};
}

Phrase before_words(const PeriodRule::Before& b) {
  if (b.window) return window_words(b);
  if (b.count == 0) return own_unit_words(b);
  if (b.unit == Unit::year && b.count == 1 && b.event == Event::adjustment)
    return {"the year before", "het jaar ervoor"};
  const Phrase counted = counted_words(b, b.count);
  const Phrase& when = words(b.event);
  return {counted.en + " the " + when.en, counted.nl + " de " + when.nl};
}

Phrase day_in_words(const PeriodRule::DayIn& day) {
  static const std::array<Phrase, 4> ordinals = {
      {{"first", "eerste"}, {"second", "tweede"}, {"third", "derde"}, {"fourth", "vierde"}}};
  const Phrase nth =
      day.nth < 0 ? Phrase{"last", "laatste"} : ordinals[static_cast<std::size_t>(day.nth - 1)];
  const Phrase name = day.weekday == 0 ? Phrase{"day", "dag"}
                                       : Phrase{weekday_name(day.weekday, Language::en),
                                                weekday_name(day.weekday, Language::nl)};
  Phrase period;
  if (const auto* by_name = std::get_if<PeriodRule::Named>(&day.in)) {
    period = named_words(*by_name);
  } else {
    const auto& counted = std::get<PeriodRule::Before>(day.in);
    const Phrase unit = words(counted.unit, 1);
    const bool neuter = counted.unit == Unit::quarter || counted.unit == Unit::year;
    period = before_words(counted);
    if (counted.count != 0)
      period = {"the " + unit.en + " " + period.en,
                (neuter ? "het " : "de ") + unit.nl + " " + period.nl};
  }
  return {"the " + nth.en + " " + name.en + " of " + period.en,
          "de " + nth.nl + " " + name.nl + " van " + period.nl};
}

Phrase span_words(const PeriodSpan& span) {
  const Phrase first{period_text(span.first, Language::en), period_text(span.first, Language::nl)};
  if (span.first == span.last) return first;
  return {first.en + " to " + period_text(span.last, Language::en),
          first.nl + " tot en met " + period_text(span.last, Language::nl)};
}

Phrase back_words(const PeriodRule::Back& back) {
  switch (back.what) {
    case LookBack::earlier: {
      const Phrase unit = words(back.by.unit, back.by.count);
      const std::string count = std::to_string(back.by.count);
      return {count + " " + unit.en + " earlier", count + " " + unit.nl + " eerder"};
    }
    case LookBack::at_previous_date:
      return {"the same, at the previous adjustment date",
              "hetzelfde, op de vorige aanpassingsdatum"};
    case LookBack::at_last_adjustment:
      return {"the same, at the last adjustment that moved the price",
              "hetzelfde, bij de laatste aanpassing waarbij de prijs veranderde"};
    case LookBack::at_start:
      return {"the same, at the start", "hetzelfde, bij de ingangsdatum"};
    case LookBack::at_signature:
      return {"the same, at signature", "hetzelfde, bij ondertekening"};
    case LookBack::at_bid:
      return {"the same, at the bid", "hetzelfde, bij inschrijving"};
  }
  return {};
}

}  // namespace

Phrase in_words(const PeriodRule& rule) {
  Phrase made;
  if (const auto* f = std::get_if<PeriodRule::Fixed>(&rule.what))
    made = span_words(f->span);
  else if (const auto* n = std::get_if<PeriodRule::Named>(&rule.what))
    made = named_words(*n);
  else if (const auto* b = std::get_if<PeriodRule::Before>(&rule.what))
    made = before_words(*b);
  else if (const auto* day = std::get_if<PeriodRule::DayIn>(&rule.what))
    made = day_in_words(*day);
  else if (const auto* back = rule.back())
    made = back_words(*back);
  else if (const auto* number = rule.number())
    made = {decimal_text(number->value, Language::en), decimal_text(number->value, Language::nl)};
  else
    made = {"the latest published period", "de laatst gepubliceerde periode"};
  if (rule.reading == PeriodRule::Reading::average)
    made = {"the average of " + made.en, "het gemiddelde van " + made.nl};
  if (rule.reading == PeriodRule::Reading::compound)
    made = {"the compounded change over " + made.en,
            "de opgetelde en doorgerekende verandering over " + made.nl};
  return made;
}

}  // namespace pricetalk
