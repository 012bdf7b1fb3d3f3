#include "lint/times_meant.hpp"

#include <algorithm>

#include "contract/accepted.hpp"
#include "document/time_words.hpp"
#include "lint/stated_days.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

constexpr const char* code_of_times = "W0132";

// Nobody pays later, and no claim lives longer than the longest limitation of a law.
constexpr Duration longest_payment{6, Unit::month};
constexpr Duration longest_limitation{30, Unit::year};

class TimeTrial {
 public:
  TimeTrial(const Contract& contract, Date today, int far)
      : contract_(contract), today_(today), far_(far), far_time_{far, Unit::year} {}

  std::vector<Doubt> run() && {
    if (contract_.terms.billing && contract_.terms.billing->payment)
      payment(*contract_.terms.billing->payment);
    if (contract_.terms.talk) talk(*contract_.terms.talk);
    for (const Line& line : contract_.lines) {
      begins("from", line.from, contract_.start, {});
      quantities(line);
      for (const std::size_t position : line.clauses) clause(contract_.clauses[position]);
    }
    return std::move(found_);
  }

 private:
  bool is_longer(const Duration& time, const Duration& most) const {
    return contract_.start + most < contract_.start + time;
  }

  void payment(const Stated<Duration>& time) {
    if (!time.where || !is_longer(time.value, longest_payment)) return;
    add(*time.where,
        {"`payment` is " + duration_words(time.value).en + " after the invoice",
         "`payment` is " + duration_words(time.value).nl + " na de factuur"},
        {"look at the number and its unit: \"30 days\"",
         "controleer het getal en de eenheid: \"30 days\""});
  }

  void talk(const TalkTerms& terms) {
    if (!terms.on.where || terms.on.value <= today_ + far_time_) return;
    const Date day = terms.on.value;
    const int years = whole_years(today_, day);
    const auto title = [&](Language language) {
      const Phrase unit = words(Unit::year, years);
      return say(language, "the price talk is on ", "het prijsgesprek is op ") +
             date_text(day, language) + ", " + std::to_string(years) + " " +
             say(language, unit.en + " from now", unit.nl + " na vandaag");
    };
    add(*terms.on.where, {title(Language::en), title(Language::nl)},
        look_at_the_year(day, today_, far_));
  }

  /// A clause of a shared file is written for more contracts than this one.
  void clause(const Clause& clause) {
    if (clause.where.source != contract_.sources.front().get()) return;
    arrears(clause.notice.arrears_limit);
    objection(clause);
    for (const DatedLadder& dated : clause.ladders)
      for (const auto& [name, constant] : dated.ladder.constants) {
        Date before = contract_.start;
        for (const ConstantValue::From& row : constant.value.values) {
          if (!row.from) continue;
          begins(name, Stated<Date>{*row.from, constant.where}, before,
                 {": until then the value before it holds", ": tot dan geldt de waarde ervoor"});
          before = std::max(before, *row.from);
        }
      }
  }

  void arrears(const std::optional<Stated<Duration>>& limit) {
    if (!limit || !limit->where || !is_longer(limit->value, longest_limitation)) return;
    add(*limit->where,
        {"`arrears_limit` is " + duration_words(limit->value).en +
             ": so far back nothing can be claimed any more",
         "`arrears_limit` is " + duration_words(limit->value).nl +
             ": zo ver terug is niets meer te vorderen"},
        {"look at the number and its unit: \"6 months\", \"1 year\"",
         "controleer het getal en de eenheid: \"6 months\", \"1 year\""});
  }

  /// An objection against one step that may still come after the next one.
  void objection(const Clause& clause) {
    const auto& within = clause.notice.object_within;
    if (!within || !within->where || !clause.when.every) return;
    const Duration& every = clause.when.every->value;
    if (!is_longer(every, Duration{3, Unit::month}) || !is_longer(within->value, every)) return;
    add(*within->where,
        {"`object_within` is " + duration_words(within->value).en +
             ", longer than the time between two adjustments",
         "`object_within` is " + duration_words(within->value).nl +
             ", langer dan de tijd tussen twee aanpassingen"},
        {"look at the number and its unit: \"14 days\", \"1 month\"",
         "controleer het getal en de eenheid: \"14 days\", \"1 month\""});
  }

  void quantities(const Line& line) {
    if (!line.quantity) return;
    Date before = contract_.start;
    for (const QuantityValue::From& row : line.quantity->value.rates) {
      if (!row.from) continue;
      begins(
          "quantity.from", Stated<Date>{*row.from, line.quantity->where}, before,
          {": until then the quantity before it holds", ": tot dan geldt de hoeveelheid ervoor"});
      before = std::max(before, *row.from);
    }
  }

  /// A day from which something holds: after the end, or years after what held before it and still
  /// to come.
  void begins(const std::string& key, const Stated<Date>& day, Date before, const Phrase& effect) {
    if (!day.where) return;
    if (contract_.end && *contract_.end < day.value) {
      // What comes in the years after the end is for when the contract is renewed.
      if (day.value <= *contract_.end + far_time_ && key != "from") return;
      const auto title = [&](Language language) {
        return stated_day(key, day.value, language) +
               say(language, ", after the end of the contract on ",
                   ", na het einde van het contract op ") +
               date_text(*contract_.end, language);
      };
      return add(*day.where, {title(Language::en), title(Language::nl)},
                 look_at_the_year(day.value, contract_.start, far_));
    }
    const bool ahead = today_ < day.value && before + far_time_ < day.value;
    const bool long_before = day.value + far_time_ < contract_.start;
    if (!long_before && (!ahead || contract_.end)) return;
    const Date from = long_before ? contract_.start : before;
    const int years = long_before ? whole_years(day.value, from) : whole_years(from, day.value);
    const Phrase unit = words(Unit::year, years);
    const auto title = [&](Language language) {
      const Phrase what = from == contract_.start
                              ? Phrase{"the start of the contract", "het begin van het contract"}
                              : Phrase{"the day of the one before it", "de dag van de vorige"};
      return stated_day(key, day.value, language) + ", " + std::to_string(years) + " " +
             say(language, unit.en, unit.nl) + " " +
             (long_before ? say(language, "before ", "voor ") : say(language, "after ", "na ")) +
             say(language, what.en, what.nl) +
             (long_before ? std::string() : say(language, effect.en, effect.nl));
    };
    add(*day.where, {title(Language::en), title(Language::nl)},
        look_at_the_year(day.value, from, far_));
  }

  void add(const Span& where, Phrase title, const Phrase& remedy) {
    const bool accepted =
        std::any_of(contract_.clauses.begin(), contract_.clauses.end(),
                    [](const Clause& each) { return accepts(each.accepts, code_of_times); });
    const bool known = std::any_of(found_.begin(), found_.end(),
                                   [&](const Doubt& each) { return each.where == where; });
    if (accepted || known) return;
    const bool may_accept = !contract_.clauses.empty();
    found_.push_back({code_of_times, where, std::move(title),
                      may_accept ? unless_accepted(code_of_times, remedy) : remedy});
  }

  const Contract& contract_;
  Date today_;
  int far_;
  Duration far_time_;
  std::vector<Doubt> found_;
};

}  // namespace

std::vector<Doubt> doubtful_times(const Contract& contract, Date today, const TrialLimits& limits) {
  return TimeTrial(contract, today, limits.years.value).run();
}

}  // namespace pricetalk
