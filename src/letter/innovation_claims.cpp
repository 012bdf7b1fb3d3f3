#include "letter/innovation_claims.hpp"

#include <algorithm>

#include "letter/innovation.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

std::string tier_of(const Line& line, std::size_t price, Language language) {
  if (line.prices.size() < 2) return line.title;
  const auto& up_to = line.prices[price].up_to;
  if (!up_to) return line.title + (is_nl(language) ? ", daarboven" : ", above that");
  return line.title + (is_nl(language) ? ", tot en met " : ", up to ") +
         decimal_text(*up_to, language);
}

AmountField move_of(const PriceMove& move, Language language) {
  const std::string name = tier_of(*move.line, move.price, language);
  return {Explained{*move.then, same(name), move.entry->answer}, true};
}

}  // namespace

SentencesField limits_of(const OfferTerms& terms, Language language) {
  const bool nl = is_nl(language);
  SentencesField made;
  const auto say = [&](const std::string& en, const std::string& text_nl) {
    made.pieces.emplace_back(PlainText{nl ? text_nl : en});
  };
  for (const PriceMove& move : terms.moves) {
    const std::string name = tier_of(*move.line, move.price, language);
    if (!made.pieces.empty()) say(" ", " ");
    say("On ", "Op ");
    made.pieces.emplace_back(move.charged_from);
    if (move.kind == PriceMove::Kind::discount_ends) {
      say(" the discount on " + name + " ends.", " eindigt de korting op " + name + ".");
      continue;
    }
    const bool falls = move.kind == PriceMove::Kind::falls;
    if (!move.then) {
      say(" the price of " + name + " may rise; how much is not known yet.",
          " kan de prijs van " + name + " wel stijgen; hoeveel is nog niet bekend.");
      continue;
    }
    say(" the price of " + name + (falls ? " falls to " : " does rise, to "),
        (falls ? " daalt de prijs van " + name + " naar "
               : " stijgt de prijs van " + name + " wel, naar "));
    made.pieces.emplace_back(move_of(move, language));
    say(".", ".");
  }
  const bool surcharges = std::any_of(terms.contract->lines.begin(), terms.contract->lines.end(),
                                      [](const Line& line) { return !line.surcharges.empty(); });
  if (surcharges) {
    if (!made.pieces.empty()) say(" ", " ");
    say("The surcharges go on as the contract says.",
        "De toeslagen veranderen wel, zoals in het contract staat.");
  }
  return made;
}

std::string own_days(const OfferTerms& terms, Language language) {
  std::string text;
  std::vector<const Line*> told;
  for (const PriceMove& move : terms.moves) {
    const bool waived =
        std::find(terms.waived.begin(), terms.waived.end(), move.line->id) != terms.waived.end();
    if (waived || move.kind == PriceMove::Kind::discount_ends ||
        std::find(told.begin(), told.end(), move.line) != told.end())
      continue;
    told.push_back(move.line);
    const std::string on = date_text(move.charged_from, language);
    text += is_nl(language)
                ? " De prijs van " + move.line->title + " verandert op een eigen dag: " + on + "."
                : " The price of " + move.line->title + " changes on a day of its own: " + on + ".";
  }
  return text;
}

SentencesField later_of(const OfferTerms& terms, Language language, bool amount) {
  const bool nl = is_nl(language);
  SentencesField made;
  if (terms.promises.nothing_comes_back) {
    made.pieces.emplace_back(PlainText{
        amount ? (nl ? "Wij halen dit bedrag later niet alsnog op."
                     : "We will not recover this amount later.")
               : (nl ? "Wij halen die later niet alsnog op." : "We will not recover it later.")});
    return made;
  }
  const Date from = terms.coming_back.from.value_or(terms.last_year.until);
  if (terms.coming_back.kind == ComingBack::Kind::wholly && terms.coming_back.sure) {
    made.pieces.emplace_back(PlainText{nl ? "Dit geldt tot " : "This holds until "});
    made.pieces.emplace_back(from);
    made.pieces.emplace_back(
        PlainText{nl ? ": vanaf die dag telt deze indexatie weer mee in de prijs."
                     : ": from that day this indexation counts in the price again."});
  } else if (terms.coming_back.kind == ComingBack::Kind::wholly) {
    made.pieces.emplace_back(
        PlainText{nl ? "Dit geldt in ieder geval tot " : "This holds at least until "});
    made.pieces.emplace_back(from);
    made.pieces.emplace_back(PlainText{
        nl ? ". Vanaf die dag kan deze indexatie geheel of gedeeltelijk weer meetellen in de prijs."
           : ". From that day all or part of this indexation may count in the price again."});
  } else {
    made.pieces.emplace_back(PlainText{nl ? "Vanaf " : "From "});
    made.pieces.emplace_back(from);
    made.pieces.emplace_back(PlainText{nl ? " kan een deel ervan terugkomen in de prijs."
                                          : " a part of it may come back in the price."});
  }
  return made;
}

std::string waived_names(const OfferTerms& terms, Language language) {
  const bool others = std::any_of(
      terms.contract->lines.begin(), terms.contract->lines.end(), [&](const Line& line) {
        return !line.clauses.empty() &&
               std::find(terms.waived.begin(), terms.waived.end(), line.id) == terms.waived.end();
      });
  if (!others) return "";
  std::string text = is_nl(language) ? " voor " : " for ";
  for (std::size_t i = 0; i < terms.waived.size(); ++i) {
    const Line* line = terms.contract->find_line(terms.waived[i]);
    if (i > 0) text += i + 1 == terms.waived.size() ? (is_nl(language) ? " en " : " and ") : ", ";
    text += line->title;
  }
  return text;
}

std::string quiet_what(const Claim& quiet, const OfferTerms& terms, Language language) {
  constexpr std::size_t most_names = 3;
  const bool nl = is_nl(language);
  const std::string& service = terms.contract->terms.talk->service->value;
  if (quiet.lines.size() == terms.contract->lines.size())
    return (nl ? "de prijs voor " : "the price of ") + service;
  std::vector<std::string> names;
  for (const std::string& id : terms.waived)
    if (std::find(quiet.lines.begin(), quiet.lines.end(), id) != quiet.lines.end())
      if (const Line* line = terms.contract->find_line(id)) names.push_back(line->title);
  if (names.empty() || names.size() > most_names)
    return (nl ? "een deel van de prijzen voor " : "a part of the prices of ") + service;
  std::string text = names.size() == 1 ? (nl ? "de prijs van " : "the price of ")
                                       : (nl ? "de prijzen van " : "the prices of ");
  for (std::size_t i = 0; i < names.size(); ++i)
    text += (i == 0 ? "" : i + 1 == names.size() ? (nl ? " en " : " and ") : ", ") + names[i];
  return text;
}

std::ptrdiff_t may_change(const OfferTerms& terms) {
  const auto& prices = terms.promises.prices;
  return std::count_if(prices.begin(), prices.end(),
                       [](const auto& proved) { return proved.claim().may_change; });
}

std::string provisional(const OfferTerms& terms, Language language) {
  const bool nl = is_nl(language);
  const auto some = static_cast<std::size_t>(may_change(terms));
  if (some == 0) return "";
  if (terms.fallback.size() == 1)
    return nl ? "Dat is voorlopig: er komt nog een cijfer uit dat deze prijs kan veranderen. "
              : "That is provisional: a figure that is still to come may change this price. ";
  if (some == terms.fallback.size())
    return nl ? "Deze prijzen zijn voorlopig: er komen nog cijfers uit die ze kunnen veranderen. "
              : "These prices are provisional: figures that are still to come may change them. ";
  return nl ? "Een deel van deze prijzen is voorlopig: er komen nog cijfers uit die ze kunnen "
              "veranderen. "
            : "Some of these prices are provisional: figures that are still to come may change "
              "them. ";
}

}  // namespace pricetalk
