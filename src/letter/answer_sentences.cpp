#include "letter/answer_sentences.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "explain/unit_words.hpp"
#include "letter/sentences.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/late_words.hpp"

namespace pricetalk {

namespace {

template <typename Told>
void each_price(const AnsweredLetter& answer, Told told) {
  for (const AnsweredLine& line : answer.lines)
    for (const AnsweredPrice& each : line.prices) told(each);
}

/// " per maand", " a year"; of other days from when until when.
std::string over_days(const Days& days, Language language) {
  const auto lasts = [&](Duration length) { return days.first + length == days.last.plus_days(1); };
  if (lasts({1, Unit::month})) return " " + per_unit("month", language);
  if (lasts({3, Unit::month})) return " " + per_unit("quarter", language);
  if (lasts({1, Unit::year})) return " " + per_unit("year", language);
  return say(language, " from ", " van ") + date_text(days.first, language) +
         say(language, " to ", " tot en met ") + date_text(days.last, language);
}

/// Whether the price that the letter then means is allowed, so that nothing is left to ask.
bool would_agree(const AnsweredPrice& each) {
  return each.meant && each.allowed && each.meant->price.sign() > 0 &&
         each.meant->price <= *each.allowed;
}

std::string and_then(const AnsweredPrice& each, Language language) {
  std::string made = each.meant->of_now ? say(language, ", the price of now.", ", de prijs van nu.")
                                        : say(language, ", the price by the contract.",
                                              ", de prijs volgens het contract.");
  if (would_agree(each))
    made += say(language, " If that is what you mean, we agree.",
                " Is dat de bedoeling, dan gaan wij akkoord.");
  return made;
}

std::string meaning_question(const AnsweredPrice& each, Language language) {
  using Kind = OtherMeaning::Kind;
  const OtherMeaning& meant = *each.meant;
  const Line& line = *each.prices->line;
  const std::string stated =
      money_text({each.announced->price, each.prices->contract->currency}, language);
  const std::string name = quoted_name(each, language);
  const std::string unit = per_unit(line.unit, language);
  const std::string per = unit.empty() ? "" : " " + unit;
  const std::string own = answer_price(each, meant.price, language);
  switch (meant.kind) {
    case Kind::sum: {
      const auto exact = meant.quantity.exact_decimal();
      const std::string many =
          decimal_text(exact ? *exact : as_decimal(meant.quantity, 2), language);
      return say(language, "Is ", "Is ") + stated + say(language, " the amount", " het bedrag") +
             over_days(meant.days, language) + say(language, " for ", " voor ") + name +
             say(language, "? That is ", "? Dat is ") + many + " × " + own + per +
             and_then(each, language);
    }
    case Kind::with_vat:
      return say(language, "Is ", "Is ") + stated + say(language, " for ", " voor ") + name +
             say(language, " a price with VAT? Without VAT that is ",
                 " een prijs met btw? Zonder btw is dat ") +
             own + per + and_then(each, language);
    case Kind::without_vat:
      return say(language, "Is ", "Is ") + stated + say(language, " for ", " voor ") + name +
             say(language, " a price without VAT? With VAT that is ",
                 " een prijs zonder btw? Met btw is dat ") +
             own + per + and_then(each, language);
    case Kind::larger:
    case Kind::smaller:
      break;
  }
  return say(language, "For which period and which unit is ",
             "Voor welke periode en welke eenheid geldt ") +
         stated + say(language, " for ", " voor ") + name +
         say(language, "? By the contract the price is ", "? Volgens het contract is de prijs ") +
         answer_price(each, each.allowed, language) + per + ".";
}

/// "The contract uses the figure of October 2025, which is not published yet."
std::string waits_for(const Reason& reason, Language language) {
  const std::string period = reason.period ? span_text(*reason.period, language) : "";
  std::string made =
      say(language, "The contract uses the figure of ", "Het contract rekent met het cijfer van ") +
      period + say(language, ", which is not published yet", ", en dat is nog niet gepubliceerd");
  if (reason.expected)
    made += say(language, "; it is expected on ", "; het wordt verwacht op ") +
            date_text(*reason.expected, language);
  return made + say(language, ". Until then we cannot work out the new price.",
                    ". Tot die tijd kunnen wij de nieuwe prijs niet narekenen.");
}

void tell_once(std::vector<std::string>& told, std::string sentence) {
  if (std::find(told.begin(), told.end(), sentence) == told.end())
    told.push_back(std::move(sentence));
}

std::string joined(const std::vector<std::string>& told) {
  std::string made;
  for (const std::string& each : told) made += (made.empty() ? "" : " ") + each;
  return made;
}

/// What the contract makes of one step that was announced too late.
std::string late_step_outcome(const AnsweredPrice& price, Date on, Language language) {
  if (price.later)
    return say(language, "The change can therefore be made from ",
               "De aanpassing kan daarom ingaan vanaf ") +
           date_text(*price.later, language) +
           say(language, ", and not before.", ", en niet eerder.");
  if (price.lapsed)
    return say(language, "The change therefore lapses.", "De aanpassing vervalt daarmee.");
  return say(language, "The change can therefore not be made on ",
             "De aanpassing kan daarom niet ingaan op ") +
         date_text(on, language) +
         say(language, "; by the contract it moves on to the next date for a change.",
             "; volgens het contract schuift zij door naar de volgende datum voor een aanpassing.");
}

}  // namespace

std::string answer_price(const AnsweredPrice& of, const Outcome<Ratio>& value, Language language) {
  if (!value) return say(language, "not known", "niet bekend");
  const Currency& currency = of.prices->contract->currency;
  const int decimals = of.prices->line->price_decimals(currency, of.prices->price);
  return money_text({as_decimal(*value, decimals), currency}, language);
}

std::string quoted_name(const AnsweredPrice& of, Language language) {
  return "\"" + price_name(*of.prices->line, of.prices->price, language) + "\"";
}

std::string meaning_questions(const AnsweredLetter& answer, Language language) {
  std::string made;
  each_price(answer, [&](const AnsweredPrice& each) {
    if (each.meant) made += (made.empty() ? "" : " ") + meaning_question(each, language);
  });
  return made;
}

std::string asking_reasons(const AnsweredLetter& answer, Language language) {
  std::vector<std::string> told;
  each_price(answer, [&](const AnsweredPrice& each) {
    if (each.verdict != LetterVerdict::ask || each.meant) return;
    if (each.allowed) {
      tell_once(told, say(language,
                          "We arrive at another price. Perhaps you use another figure, or round "
                          "otherwise than we do.",
                          "Wij komen op een andere prijs uit. Misschien is er met een ander cijfer "
                          "gerekend, of anders afgerond."));
      return;
    }
    for (const Reason& reason : each.allowed.why().reasons()) {
      const bool waits = reason.kind == Reason::Kind::not_yet && reason.period;
      tell_once(told, waits ? waits_for(reason, language)
                            : say(language,
                                  "We cannot work out the price from the contract alone: it "
                                  "does not say all that is needed for it.",
                                  "Uit het contract alleen kunnen wij de prijs niet afleiden: "
                                  "niet alles wat daarvoor nodig is, staat erin."));
    }
  });
  return joined(told);
}

std::optional<Ratio> agreed_price(const AnsweredPrice& of) {
  if (!of.announced) return std::nullopt;
  const Ratio stated(of.announced->price);
  return of.allowed ? std::min(stated, *of.allowed) : stated;
}

std::string agreed_part(const AnsweredLetter& answer, Language language) {
  std::string prices;
  std::size_t many = 0;
  each_price(answer, [&](const AnsweredPrice& each) {
    const auto agreed = each.verdict == LetterVerdict::accept ? agreed_price(each) : std::nullopt;
    if (!agreed) return;
    ++many;
    prices += (prices.empty() ? "" : ", ") + quoted_name(each, language) + " " +
              answer_price(each, *agreed, language);
  });
  if (many == 0) return {};
  const std::string day = date_text(answer.letter.on, language);
  return (many == 1 ? say(language, "We agree with this price from ",
                          "Met deze prijs gaan wij akkoord, vanaf ")
                    : say(language, "We agree with these prices from ",
                          "Met deze prijzen gaan wij akkoord, vanaf ")) +
         day + ": " + prices + ".";
}

std::string paid_lower(const AnsweredLetter& answer, Language language) {
  std::string made;
  each_price(answer, [&](const AnsweredPrice& each) {
    if (each.verdict != LetterVerdict::ask || !each.before) return;
    std::optional<Ratio> stated;
    if (each.announced && !each.meant) stated = Ratio(each.announced->price);
    const bool by_contract = each.allowed && !(stated && *stated < *each.allowed);
    const std::optional<Ratio> least = by_contract ? std::optional(*each.allowed) : stated;
    if (!least || *each.before <= *least) return;
    made += say(language, " For ", " Voor ") + quoted_name(each, language) +
            say(language, " we pay ", " betalen wij vanaf ") +
            (language == Language::nl ? date_text(answer.letter.on, language) + " " +
                                            answer_price(each, *least, language)
                                      : answer_price(each, *least, language) + " from " +
                                            date_text(answer.letter.on, language)) +
            (by_contract ? say(language, ": by the contract this price falls.",
                               ": volgens het contract daalt deze prijs.")
                         : say(language, ", the price in the letter.", ", de prijs uit de brief."));
  });
  return made;
}

std::string late_outcome(const AnsweredLetter& answer, Language language) {
  std::string made;
  if (answer.reply.announce_by)
    made = say(language, "The last day for this was ", "De laatste dag daarvoor was ") +
           date_text(answer.reply.announce_by->adjusted_from, language) + ". ";
  std::vector<std::pair<std::string, std::string>> told;
  each_price(answer, [&](const AnsweredPrice& each) {
    if (each.verdict != LetterVerdict::too_late) return;
    const std::string outcome = late_step_outcome(each, answer.letter.on, language);
    const auto same = std::find_if(told.begin(), told.end(),
                                   [&](const auto& known) { return known.first == outcome; });
    const std::string name = quoted_name(each, language);
    if (same == told.end())
      told.emplace_back(outcome, name);
    else
      same->second += ", " + name;
  });
  for (const auto& [outcome, names] : told)
    made += (&outcome == &told.front().first ? "" : " ") +
            (told.size() > 1 ? names + ": " : std::string()) + outcome;
  return made;
}

}  // namespace pricetalk
