#include "lint/days_meant.hpp"

#include <algorithm>

#include "calendar/counts.hpp"
#include "contract/accepted.hpp"
#include "document/time_words.hpp"
#include "lint/stated_days.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

constexpr const char* code_of_days = "W0132";

/// A lease of 99 years is the longest that is meant.
constexpr Duration longest_term{100, Unit::year};

/// The days of one contract, each held against the day from which it is counted.
class DayTrial {
 public:
  DayTrial(const Contract& contract, Date today, int far)
      : contract_(contract), today_(today), far_(far), far_time_{far, Unit::year} {}

  std::vector<Doubt> run() && {
    const ContractSection& own = contract_.terms.contract;
    if (today_ + far_time_ < contract_.start) far_away("start", own.start, today_, of_today(), {});
    if (contract_.end) until_the_end(*own.end);
    if (own.signed_on) signature(*own.signed_on);
    if (own.bid) around_the_start("bid", *own.bid);
    for (const Line& line : contract_.lines) {
      price(line);
      for (const std::size_t position : line.clauses)
        adjustments(line, contract_.clauses[position]);
    }
    for (const auto& clause : contract_.terms.clause) terms(clause.terms);
    for (const DecisionTerms& decision : contract_.terms.decision) {
      decided(decision);
      if (decision.confirmed_on) confirmed(*decision.confirmed_on);
    }
    for (const PromiseTerms& promise : contract_.terms.promise)
      if (promise.confirmed_on) confirmed(*promise.confirmed_on);
    if (contract_.terms.value)
      for (const ValueItemTerms& item : contract_.terms.value->item)
        if (item.confirmed_on) confirmed(*item.confirmed_on);
    for (const AnnouncementTerms& sent : contract_.terms.announcement) announced(sent);
    if (contract_.terms.renewal) cancelled(*contract_.terms.renewal);
    return std::move(found_);
  }

 private:
  static Phrase of_today() { return {"today", "vandaag"}; }
  static Phrase of_start() { return {"the start of the contract", "het begin van het contract"}; }
  /// ": until then €100.00 stays what it is".
  Phrase stays(const Line& line) const {
    const Decimal& price = line.prices.front().original.value;
    const Money money{price, contract_.currency};
    return {": until then " + money_text(money, Language::en) + " stays what it is",
            ": tot dan blijft de prijs " + money_text(money, Language::nl)};
  }

  static Phrase not_in_between() {
    return {": in between no price is adjusted", ": daartussen wordt geen prijs aangepast"};
  }
  /// What has come already is no slip of a hand: it was used.
  bool lies_ahead(Date day, Date from) const { return today_ < day && from + far_time_ < day; }

  /// An addendum is signed years after the start, and that has come: one that lies ahead has not.
  void signature(const Stated<Date>& day) {
    if (contract_.start < day.value && day.value <= today_) {
      after_the_end("signed", day, {});
      return;
    }
    around_the_start("signed", day);
  }

  /// A contract of one day, or of more than a century.
  void until_the_end(const Stated<Date>& end) {
    if (contract_.start + longest_term < end.value)
      return far_away("end", end, contract_.start, of_start(), {});
    if (end.value != contract_.start || !end.where || !adjusts()) return;
    const auto title = [&](Language language) {
      return say(language, "the contract begins and ends on ",
                 "het contract begint en eindigt op ") +
             date_text(end.value, language) +
             say(language, ": no price is ever adjusted", ": er wordt nooit een prijs aangepast");
    };
    add(*end.where, {title(Language::en), title(Language::nl)},
        {"write the last day of the contract, or leave `end` out",
         "schrijf de laatste dag van het contract, of laat `end` weg"});
  }
  bool adjusts() const {
    return std::any_of(contract_.lines.begin(), contract_.lines.end(),
                       [](const Line& line) { return !line.clauses.empty(); });
  }

  /// What is confirmed has happened.
  void confirmed(const Stated<Date>& day) {
    if (day.value <= today_ || !day.where) return;
    const auto title = [&](Language language) {
      return "`confirmed_on` is " + date_text(day.value, language) +
             say(language, ", and that day has not come yet", ", en die dag moet nog komen");
    };
    add(*day.where, {title(Language::en), title(Language::nl)},
        look_at_the_year(day.value, today_));
  }

  void around_the_start(const std::string& key, const Stated<Date>& day) {
    if (after_the_end(key, day, {})) return;
    if (contract_.start + far_time_ < day.value || day.value + far_time_ < contract_.start)
      far_away(key, day, contract_.start, of_start(), {});
  }

  void price(const Line& line) {
    const PriceTerms* terms = nullptr;
    for (const auto& each : contract_.terms.price)
      if (each.id == line.id) terms = &each.terms;
    const Duration year{1, Unit::year};
    if (terms != nullptr && terms->price_date && line.from.value + year < line.price_date &&
        today_ + year < line.price_date)
      far_away("price_date", *terms->price_date, line.from.value, of_start(), stays(line));
    if (line.price_binding) lasts("price_binding", *line.price_binding, line);
  }

  /// A clause of a shared file is written for more contracts than this one.
  void adjustments(const Line& line, const Clause& clause) {
    if (clause.where.source != contract_.sources.front().get()) return;
    if (clause.when.minimum_interval)
      lasts("minimum_interval", *clause.when.minimum_interval, line);
    if (clause.when.first) first(line, clause);
    if (clause.notice.before) announced_before(*clause.notice.before, line, clause);
    std::vector<Stated<Date>> dates = clause.when.dates;
    std::sort(dates.begin(), dates.end(),
              [](const auto& a, const auto& b) { return a.value < b.value; });
    Date before = contract_.start;
    for (const Stated<Date>& day : dates) {
      const Date counted_from = std::max(before, contract_.start);
      before = day.value;
      if (is_of_a_renewal(day.value, clause) || after_the_end("dates", day, {})) continue;
      if (!contract_.end && lies_ahead(day.value, counted_from))
        far_away("dates", day, counted_from,
                 counted_from == contract_.start ? of_start()
                                                 : Phrase{"the date before", "de datum ervoor"},
                 counted_from == contract_.start ? stays(line) : not_in_between());
      else if (day.value + far_time_ < contract_.start)
        far_away("dates", day, contract_.start, of_start(), {});
    }
  }

  /// A step that must be announced before the one before it, or before the contract begins.
  void announced_before(const Stated<Duration>& before, const Line& line, const Clause& clause) {
    const int months = before.value.months().value_or(0);
    const int every = clause.when.every ? clause.when.every->value.months().value_or(0) : 0;
    if (!before.where || every == 0 || months <= std::max(every, 12)) return;
    const Date step =
        clause.when.first ? clause.when.first->value : line.from.value + clause.when.every->value;
    const Date last = step - before.value;
    const Phrase unit = words(before.value.unit, before.value.count);
    const std::string count = std::to_string(before.value.count) + " ";
    const auto title = [&](Language language) {
      const std::string day = date_text(step, language);
      const std::string by = date_text(last, language);
      return say(language,
                 "`notice.before` is " + count + unit.en +
                     ", longer than the time between two adjustments: that of " + day +
                     " would have to be announced by " + by,
                 "`notice.before` is " + count + unit.nl +
                     ", langer dan de tijd tussen twee aanpassingen: die van " + day +
                     " zou uiterlijk op " + by + " moeten zijn aangekondigd");
    };
    add(*before.where, {title(Language::en), title(Language::nl)},
        {"look at the number and its unit: \"2 months\", \"60 days\"",
         "controleer het getal en de eenheid: \"2 months\", \"60 days\""});
  }

  void first(const Line& line, const Clause& clause) {
    const Stated<Date>& day = *clause.when.first;
    if (after_the_end("first", day, {})) return;
    const Date next = line.from.value + clause.when.every->value;
    if (next < day.value && lies_ahead(day.value, contract_.start))
      far_away("first", day, contract_.start, of_start(), stays(line));
    else if (day.value + far_time_ < contract_.start)
      far_away("first", day, contract_.start, of_start(), {});
  }

  void terms(const ClauseTerms& clause) {
    for (const DuringTerms& each : clause.during) {
      if (!each.from) continue;
      if (soon_after_the_end(each.from->value)) continue;
      const Phrase never{", so these terms hold in no year of it",
                         ", dus deze voorwaarden gelden in geen enkel contractjaar"};
      if (after_the_end("from", *each.from, never)) continue;
      if (!contract_.end && std::max(today_, contract_.start) + far_time_ < each.from->value)
        far_away("from", *each.from, std::max(today_, contract_.start),
                 today_ < contract_.start ? of_start() : of_today(), {});
    }
  }

  void decided(const DecisionTerms& decision) {
    if (decision.to && decision.date.value + far_time_ < decision.to->value)
      far_away("to", *decision.to, decision.date.value,
               {"the step that is deferred", "de aanpassing die wordt uitgesteld"}, {});
    if (std::max(today_, contract_.start) + far_time_ < decision.date.value)
      far_away("date", decision.date, contract_.start, of_start(), {});
  }

  /// An announcement of another year than its step. One that comes late is no slip by itself, but
  /// one that comes months late loses a step that nobody gives up.
  void announced(const AnnouncementTerms& sent) {
    const Date date = sent.date.value;
    const Date step = sent.for_date.value;
    const Duration year{1, Unit::year};
    const bool slips = date + year < step || step + Duration{2, Unit::year} < date ||
                       (step < date && today_ < date) ||
                       (step + Duration{6, Unit::month} < date &&
                        (loses(sent.clause.value.value) || is_of_the_next_step(sent)));
    if (!slips || !sent.date.where) return;
    const bool later = step < date;
    const int months =
        later ? calendar_months_between(step, date) : calendar_months_between(date, step);
    const auto title = [&](Language language) {
      const Phrase unit = words(Unit::month, months);
      return say(language, "the announcement of ", "de aankondiging van ") +
             date_text(date, language) + say(language, " comes ", " komt ") +
             std::to_string(months) + " " + say(language, unit.en, unit.nl) +
             (later ? say(language, " after", " na") : say(language, " before", " voor")) +
             say(language, " the step of ", " de aanpassing van ") + date_text(step, language) +
             (later && today_ < date
                  ? say(language, ", and that day is still to come", ", en die dag moet nog komen")
                  : "");
    };
    // The same day of the year that comes last before the step.
    int meant = step.year();
    const auto in_year = [&](int other) {
      return date + Duration{other - date.year(), Unit::year};
    };
    if (step < in_year(meant)) --meant;
    const std::string text = std::to_string(meant);
    add(*sent.date.where, {title(Language::en), title(Language::nl)},
        {"look at the year: write " + text + " if that is meant",
         "controleer het jaartal: schrijf " + text + " als dat is bedoeld"});
  }

  /// Sent for a step of the past, and in time for that of a year later, of which nothing is
  /// announced: its year is most often a slip.
  bool is_of_the_next_step(const AnnouncementTerms& sent) const {
    const Date next = sent.for_date.value + Duration{1, Unit::year};
    const bool in_time = sent.date.value < next;
    const auto same = [&](const AnnouncementTerms& each) {
      return each.clause.value.value == sent.clause.value.value && each.for_date.value == next;
    };
    const auto must = [&](const Clause& each) {
      return each.id == sent.clause.value.value && each.notice.before;
    };
    const auto& all = contract_.terms.announcement;
    return in_time && std::none_of(all.begin(), all.end(), same) &&
           std::any_of(contract_.clauses.begin(), contract_.clauses.end(), must);
  }

  /// The last day to cancel lies before the end, and where a notice stands beside it, that long
  /// before it: a day more or less is another way of counting.
  void cancelled(const RenewalTerms& renewal) {
    const auto& stated = renewal.last_day_to_cancel;
    if (!stated || !stated->where || !contract_.end) return;
    const Date day = stated->value;
    const Date end = *contract_.end;
    std::optional<Date> meant;
    if (renewal.notice) meant = end - renewal.notice->value;
    const bool after = end < day;
    const bool far_from_it = meant && (meant->plus_days(40) < day || day.plus_days(40) < *meant);
    if (!after && !far_from_it) return;
    const auto title = [&](Language language) {
      const std::string begin = "`last_day_to_cancel` is " + date_text(day, language);
      if (after)
        return begin +
               say(language, ", after the end of the contract on ",
                   ", na het einde van het contract op ") +
               date_text(end, language);
      return begin + say(language, ", and the notice says ", ", en de opzegtermijn zegt ") +
             date_text(*meant, language) +
             say(language, ": " + duration_words(renewal.notice->value).en + " before the end on ",
                 ": " + duration_words(renewal.notice->value).nl + " voor het einde op ") +
             date_text(end, language);
    };
    add(*stated->where, {title(Language::en), title(Language::nl)},
        meant ? Phrase{"write " + meant->text() + ", or the day that the contract itself names",
                       "schrijf " + meant->text() + ", of de dag die het contract zelf noemt"}
              : look_at_the_year(day, end));
  }

  /// Whether a step of the clause that is announced too late is lost.
  bool loses(const std::string& clause) const {
    return std::any_of(contract_.clauses.begin(), contract_.clauses.end(), [&](const Clause& each) {
      return each.id == clause && each.notice.late.value == Late::forfeits;
    });
  }

  void lasts(const std::string& key, const Stated<Duration>& time, const Line& line) {
    const Date until = line.from.value + time.value;
    if (!time.where || until <= line.from.value + far_time_) return;
    const Phrase unit = words(time.value.unit, time.value.count);
    const std::string count = std::to_string(time.value.count) + " ";
    const Phrase still = stays(line);
    add(*time.where,
        {"`" + key + "` is " + count + unit.en + ", to " + date_text(until, Language::en) +
             still.en,
         "`" + key + "` is " + count + unit.nl + ", tot " + date_text(until, Language::nl) +
             still.nl},
        {"look at the number and its unit: \"1 year\", \"6 months\"",
         "controleer het getal en de eenheid: \"1 year\", \"6 months\""});
  }

  /// What comes in the years after the end is applied when the contract is renewed.
  bool soon_after_the_end(Date day) const {
    return contract_.end && *contract_.end < day && day <= *contract_.end + far_time_;
  }
  /// Days of a renewal follow on days of the contract itself.
  bool is_of_a_renewal(Date day, const Clause& clause) const {
    return soon_after_the_end(day) &&
           std::any_of(clause.when.dates.begin(), clause.when.dates.end(),
                       [&](const auto& each) { return each.value <= *contract_.end; });
  }

  bool after_the_end(const std::string& key, const Stated<Date>& day, const Phrase& effect) {
    if (!contract_.end || day.value <= *contract_.end || !day.where) return false;
    const auto title = [&](Language language) {
      return stated_day(key, day.value, language) +
             say(language, ", after the end of the contract on ",
                 ", na het einde van het contract op ") +
             date_text(*contract_.end, language);
    };
    add(*day.where, {title(Language::en) + effect.en, title(Language::nl) + effect.nl},
        look_at_the_year(day.value, contract_.start));
    return true;
  }

  void far_away(const std::string& key, const Stated<Date>& day, Date from, const Phrase& what,
                const Phrase& effect) {
    if (!day.where) return;
    const bool later = from < day.value;
    const int years = later ? whole_years(from, day.value) : whole_years(day.value, from);
    const auto title = [&](Language language) {
      return stated_day(key, day.value, language) + ", " + std::to_string(years) + " " +
             say(language, words(Unit::year, years).en, words(Unit::year, years).nl) + " " +
             (later ? say(language, "after ", "na ") : say(language, "before ", "voor ")) +
             say(language, what.en, what.nl);
    };
    add(*day.where, {title(Language::en) + effect.en, title(Language::nl) + effect.nl},
        look_at_the_year(day.value, from));
  }

  Phrase look_at_the_year(Date day, Date near) const {
    return pricetalk::look_at_the_year(day, near, far_);
  }

  void add(const Span& where, Phrase title, const Phrase& remedy) {
    const bool accepted =
        std::any_of(contract_.clauses.begin(), contract_.clauses.end(),
                    [](const Clause& each) { return accepts(each.accepts, code_of_days); });
    const bool known = std::any_of(found_.begin(), found_.end(),
                                   [&](const Doubt& each) { return each.where == where; });
    if (accepted || known) return;
    const bool may_accept = !contract_.clauses.empty();
    found_.push_back({code_of_days, where, std::move(title),
                      may_accept ? unless_accepted(code_of_days, remedy) : remedy});
  }

  const Contract& contract_;
  Date today_;
  int far_;
  Duration far_time_;
  std::vector<Doubt> found_;
};

}  // namespace

std::vector<Doubt> doubtful_days(const Contract& contract, Date today, const TrialLimits& limits) {
  return DayTrial(contract, today, limits.years.value).run();
}

}  // namespace pricetalk
