#include "letter/innovation_limits.hpp"

#include <algorithm>

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
    made.pieces.emplace_back(move.from);
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
    const std::string on = date_text(move.from, language);
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
  if (terms.coming_back.kind == ComingBack::Kind::wholly) {
    made.pieces.emplace_back(PlainText{nl ? "Dit geldt tot " : "This holds until "});
    made.pieces.emplace_back(from);
    made.pieces.emplace_back(
        PlainText{nl ? ": vanaf die dag telt deze indexatie weer mee in de prijs."
                     : ": from that day this indexation counts in the price again."});
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

}  // namespace pricetalk
