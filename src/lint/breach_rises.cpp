#include "lint/breach_rises.hpp"

#include <algorithm>

#include "document/time_words.hpp"
#include "explain/rounded.hpp"
#include "lint/breach_reads.hpp"
#include "lint/lawful_rises.hpp"
#include "lint/rise_text.hpp"
#include "lint/spread_a_year.hpp"
#include "lint/subject_fit.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/fold.hpp"

namespace pricetalk {

namespace {

std::string price_in(const RuleScope& scope, const Line& line, const Ratio& price,
                     Language language) {
  const Currency& currency = scope.contract.currency;
  return money_text({round(price, Rounding::decimals(line.price_decimals(currency))), currency},
                    language);
}

/// "5%", "5,8%": as the table says it.
std::string maximum(const HighestRise& rate, Language language) {
  return rise_text(rate.rise, language);
}

Phrase to_verify_question(const HighestRise& rate) {
  if (!rate.to_verify) return {};
  return {"the maximum of that day was not seen in an official text; check it first",
          "het maximum van die dag is niet in een officiële tekst gezien; controleer het eerst"};
}

Phrase is_it_the_rent(const Line& line) {
  return {"is " + line.title + " the rent itself? The rule is about nothing that is paid beside it",
          "is " + line.title + " de huur zelf? De regel gaat niet over wat ernaast wordt betaald"};
}

/// What decides before a rise breaks the rule; empty: nothing. Of a contract that does not say what
/// it is about, that is asked already.
Phrase question_of(const RuleScope& scope, const Line& line,
                   const std::optional<HighestRise>& rate = {}) {
  const Phrase verify = !rate ? Phrase{} : to_verify_question(*rate);
  const bool sure = fit(scope.rule, scope.contract) == SubjectFit::yes;
  if (!sure || rent_line(scope.contract, line) != RentLine::perhaps) return verify;
  return is_it_the_rent(line);
}

PriceSpread spread_above(const RuleScope& scope, const Line& line, Date from, const Ratio& allowed,
                         const Ratio& asked) {
  PriceSpread made{&line,
                   from,
                   allowed,
                   asked,
                   {"with the maximum", "met het maximum"},
                   {"as it is computed", "zoals het is berekend"},
                   {}};
  made.a_year = spread_a_year(scope.contract, line, made);
  return made;
}

/// "; with 5% it is €892.50, €132.60 a year less". After a rise that was too high, what was allowed
/// then is what the next one counts from.
std::string less(const RuleScope& scope, const HighestRise& rate, const PriceSpread& spread,
                 bool after_another, Language language) {
  std::string text = say(language, "; with ", "; met ") + maximum(rate, language);
  if (after_another)
    text += say(language, ", counted from what was allowed before,",
                ", gerekend vanaf wat daarvoor was toegestaan,");
  text +=
      say(language, " it is ", " is het ") + price_in(scope, *spread.line, spread.low, language);
  if (spread.a_year)
    text += ", " + money_text(*spread.a_year, language) +
            say(language, " a year less", " per jaar minder");
  return text;
}

Breach above(const RuleScope& scope, const LawfulRise& rise) {
  Breach made{rise.clause->where, rise.clause->id, {}};
  made.ask = question_of(scope, *rise.line, rise.maximum);
  made.spread = spread_above(scope, *rise.line, rise.from, *rise.most, rise.after);
  const auto said = [&](Language language) {
    return rise.line->title + say(language, " rises by ", " stijgt met ") +
           percent_text(rise.after / rise.before - Ratio(1), 2, language) +
           say(language, " on ", " op ") + date_text(rise.from, language) +
           say(language, " (from ", " (van ") + price_in(scope, *rise.line, rise.before, language) +
           say(language, " to ", " naar ") + price_in(scope, *rise.line, rise.after, language) +
           ")" + less(scope, *rise.maximum, *made.spread, rise.after_another, language);
  };
  made.what = {said(Language::en), said(Language::nl)};
  return made;
}

/// Days of rises that no row covers: one remark of a clause.
void no_row(const Clause& clause, const std::vector<Date>& days, std::vector<Breach>& made) {
  if (days.empty()) return;
  const auto said = [&](Language language) {
    std::string text = say(language, "the price rises on ", "de prijs stijgt op ");
    for (std::size_t i = 0; i < days.size(); ++i)
      text += (i == 0                 ? ""
               : i + 1 == days.size() ? say(language, " and ", " en ")
                                      : ", ") +
              date_text(days[i], language);
    return text;
  };
  Breach breach{clause.where, clause.id, {said(Language::en), said(Language::nl)}};
  breach.no_row = true;
  made.push_back(std::move(breach));
}

/// The rises of one line and clause against the maximum of their days.
void computed_rises(const RuleScope& scope, const std::vector<LawfulRise>& all,
                    const Clause& clause, std::vector<Breach>& made) {
  std::vector<Date> unknown;
  for (const LawfulRise& rise : all) {
    if (rise.clause != &clause || !rise.held) continue;
    if (!rise.maximum) unknown.push_back(rise.from);
    if (rise.higher) made.push_back(above(scope, rise));
  }
  if (fit(scope.rule, scope.contract) == SubjectFit::yes) no_row(clause, unknown, made);
}

/// The last price of a line that is known before a day.
std::optional<Ratio> price_before(const RuleScope& scope, const Line& line, Date day) {
  const PriceSchedule prices =
      schedule(PricingContext{&scope.contract, &line, 0, &scope.coverage}, day.plus_days(-1));
  const PriceEntry* entry = prices.on(day.plus_days(-1));
  if (entry == nullptr || !entry->price) return std::nullopt;
  return *entry->price;
}

/// "for 1 July 2026 a rise of 6.00% was announced".
std::string announced(const AnnouncementTerms& each, Language language) {
  return say(language, "for ", "voor ") + date_text(each.for_date.value, language) +
         say(language, " a rise of ", " is een verhoging van ") +
         percent_text(each.change->value.as_fraction(), 2, language) +
         say(language, " was announced", " aangekondigd");
}

/// An announced rise of a day that no row covers.
Breach announced_without_row(const AnnouncementTerms& each, const Clause& clause) {
  Breach made{each.change->where.value_or(each.span),
              clause.id,
              {announced(each, Language::en), announced(each, Language::nl)}};
  made.no_row = true;
  return made;
}

Breach announced_above(const RuleScope& scope, const Line& line, const AnnouncementTerms& each,
                       const Clause& clause, const HighestRise& rate) {
  Breach made{each.change->where.value_or(each.span), clause.id, {}};
  made.ask = question_of(scope, line, rate);
  const Date day = each.for_date.value;
  if (const auto before = line.parts.empty() ? price_before(scope, line, day) : std::nullopt)
    made.spread = spread_above(scope, line, day, *before * (Ratio(1) + rate.rise),
                               *before * (Ratio(1) + each.change->value.as_fraction()));
  const auto said = [&](Language language) {
    std::string text = announced(each, language) +
                       say(language, ", above the maximum of ", ", boven het maximum van ") +
                       maximum(rate, language);
    if (made.spread) text += less(scope, rate, *made.spread, false, language);
    return text;
  };
  made.what = {said(Language::en), said(Language::nl)};
  return made;
}

/// What was announced for a clause above the maximum, where no computed rise of that day is.
void announced_rises(const RuleScope& scope, const Line& line, const std::vector<LawfulRise>& all,
                     const Clause& clause, std::vector<Breach>& made) {
  for (const AnnouncementTerms& each : scope.contract.terms.announcement) {
    if (each.clause.value.value != clause.id || !each.change) continue;
    const Date day = each.for_date.value;
    const Ratio asked = each.change->value.as_fraction();
    const auto step = std::find_if(all.begin(), all.end(), [&](const LawfulRise& rise) {
      return rise.clause == &clause && rise.from == day;
    });
    const bool told = step != all.end() && step->after / step->before - Ratio(1) >= asked;
    if (day < scope.rule.from || asked.sign() <= 0 || told) continue;
    const std::optional<HighestRise> rate = scope.rule.highest_rise(day, asked);
    if (rate && rate->rise < asked)
      made.push_back(announced_above(scope, line, each, clause, *rate));
    const bool sure = fit(scope.rule, scope.contract) == SubjectFit::yes;
    if (!rate && sure && step == all.end()) made.push_back(announced_without_row(each, clause));
  }
}

}  // namespace

void rises_above_the_maximum(const RuleScope& scope, std::vector<Breach>& made) {
  for (const Line& line : scope.contract.lines) {
    if (rent_line(scope.contract, line) == RentLine::no) continue;
    const std::vector<LawfulRise> all = lawful_rises(scope, line);
    for (const std::size_t position : line.clauses) {
      const Clause& clause = scope.contract.clauses[position];
      computed_rises(scope, all, clause, made);
      announced_rises(scope, line, all, clause, made);
    }
  }
}

void rises_too_soon(const RuleScope& scope, std::vector<Breach>& made) {
  if (!scope.rule.time) return;
  const Phrase time = duration_words(*scope.rule.time);
  for (const Line& line : scope.contract.lines) {
    if (rent_line(scope.contract, line) == RentLine::no) continue;
    std::optional<Date> before;
    if (scope.rule.from_start) before = line.from.value;
    for (const LawfulRise& rise : lawful_rises(scope, line)) {
      const bool soon = before && rise.from < *before + *scope.rule.time;
      const bool within = scope.rule.from <= rise.from && rise.from <= scope.rule.read_on;
      if (soon && within) {
        const auto said = [&](Language language, const std::string& length) {
          return rise.line->title + say(language, " rises on ", " stijgt op ") +
                 date_text(rise.from, language) +
                 say(language, ", less than " + length + " after ",
                     ", minder dan " + length + " na ") +
                 date_text(*before, language);
        };
        made.push_back({rise.clause->where,
                        rise.clause->id,
                        {said(Language::en, time.en), said(Language::nl, time.nl)},
                        question_of(scope, line)});
        break;
      }
      before = rise.from;
    }
  }
}

std::optional<Date> last_rise_within(const RuleScope& scope, const Clause& clause) {
  std::optional<Date> found;
  for (const Line& line : scope.contract.lines)
    for (const LawfulRise& rise : lawful_rises(scope, line))
      if (rise.clause == &clause && scope.rule.holds_on(rise.from) &&
          (!found || *found < rise.from))
        found = rise.from;
  return found;
}

}  // namespace pricetalk
