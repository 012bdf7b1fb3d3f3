#include "letter/innovation_claims.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

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

namespace {

/// Prices that may rise on the same days, by how much nobody knows yet.
struct MayRise {
  std::vector<std::string> names;
  std::vector<Date> days;
};

bool may_rise(const PriceMove& move) { return move.kind == PriceMove::Kind::rises && !move.then; }

/// One for each set of days, in the order of the moves.
std::vector<MayRise> unknown_rises(const OfferTerms& terms, Language language) {
  std::vector<std::pair<std::string, std::vector<Date>>> by_name;
  for (const PriceMove& move : terms.moves) {
    if (!may_rise(move)) continue;
    const std::string name = tier_of(*move.line, move.price, language);
    auto at = std::find_if(by_name.begin(), by_name.end(),
                           [&](const auto& each) { return each.first == name; });
    if (at == by_name.end()) at = by_name.insert(at, {name, {}});
    at->second.push_back(move.charged_from);
  }
  std::vector<MayRise> made;
  for (auto& [name, days] : by_name) {
    auto at = std::find_if(made.begin(), made.end(),
                           [&](const MayRise& each) { return each.days == days; });
    if (at == made.end()) at = made.insert(at, {{}, days});
    at->names.push_back(name);
  }
  return made;
}

/// "de prijs van kantoor kan", "de prijzen van kantoor, sporthal en 26 andere regels kunnen".
std::string prices_can(const std::vector<std::string>& names, bool verb_first, Language language) {
  constexpr std::size_t most_names = 3;
  const bool nl = is_nl(language);
  const bool one = names.size() == 1;
  const bool all = names.size() <= most_names;
  const std::size_t shown = all ? names.size() : 2;
  std::string list;
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last = all && i > 0 && i + 1 == shown;
    list += (i == 0 ? "" : last ? (nl ? " en " : " and ") : ", ") + names[i];
  }
  if (!all)
    list += (nl ? " en " : " and ") + std::to_string(names.size() - shown) +
            (nl ? " andere regels" : " other lines");
  if (!nl) return (one ? "the price of " : "the prices of ") + list + " may";
  const std::string prices = (one ? "de prijs van " : "de prijzen van ") + list;
  const std::string can = one ? "kan" : "kunnen";
  return verb_first ? can + " " + prices : prices + " " + can;
}

}  // namespace

SentencesField limits_of(const OfferTerms& terms, Language language) {
  const bool nl = is_nl(language);
  SentencesField made;
  const auto say = [&](const std::string& en, const std::string& text_nl) {
    made.pieces.emplace_back(PlainText{nl ? text_nl : en});
  };
  const auto next = [&] {
    if (!made.pieces.empty()) say(" ", " ");
  };
  for (const PriceMove& move : terms.moves) {
    if (may_rise(move)) continue;
    const std::string name = tier_of(*move.line, move.price, language);
    next();
    say("On ", "Op ");
    made.pieces.emplace_back(move.charged_from);
    if (move.kind == PriceMove::Kind::discount_ends) {
      say(" the discount on " + name + " ends.", " eindigt de korting op " + name + ".");
      continue;
    }
    const bool falls = move.kind == PriceMove::Kind::falls;
    say(" the price of " + name + (falls ? " falls to " : " does rise, to "),
        (falls ? " daalt de prijs van " + name + " naar "
               : " stijgt de prijs van " + name + " wel, naar "));
    made.pieces.emplace_back(move_of(move, language));
    say(".", ".");
  }
  for (const MayRise& each : unknown_rises(terms, language)) {
    next();
    const bool on_one_day = each.days.size() == 1;
    if (on_one_day) {
      say("On ", "Op ");
      made.pieces.emplace_back(each.days.front());
      const std::string can = prices_can(each.names, true, language);
      say(" " + can + " rise; how much is not known yet.",
          " " + can + " wel stijgen; hoeveel is nog niet bekend.");
      continue;
    }
    const std::string times = std::to_string(each.days.size());
    std::string can = prices_can(each.names, false, language);
    can.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(can.front())));
    say(can + " rise on " + times + " days, the first of them ",
        can + " op " + times + " dagen wel stijgen, voor het eerst op ");
    made.pieces.emplace_back(each.days.front());
    say("; how much is not known yet.", "; hoeveel is nog niet bekend.");
  }
  const bool surcharges = std::any_of(terms.contract->lines.begin(), terms.contract->lines.end(),
                                      [](const Line& line) { return !line.surcharges.empty(); });
  if (surcharges) {
    next();
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
  if (const auto& never = terms.promises.nothing_comes_back) {
    const std::string what = nl ? (amount ? "dit bedrag" : "die") : (amount ? "this amount" : "it");
    if (never->claim().for_good) {
      made.pieces.emplace_back(PlainText{nl ? "Wij halen " + what + " later niet alsnog op."
                                            : "We will not recover " + what + " later."});
      return made;
    }
    made.pieces.emplace_back(
        PlainText{nl ? "Wij halen " + what + " tot en met "
                     : "We will not recover " + what + " up to and including "});
    made.pieces.emplace_back(never->claim().until);
    made.pieces.emplace_back(PlainText{nl ? " niet alsnog op." : "."});
    return made;
  }
  const Date from = terms.coming_back.from.value_or(terms.last_year.until);
  if (terms.coming_back.kind == ComingBack::Kind::wholly && terms.coming_back.sure) {
    made.pieces.emplace_back(PlainText{nl ? "Dit geldt tot " : "This holds until "});
    made.pieces.emplace_back(from);
    made.pieces.emplace_back(
        PlainText{nl ? ": vanaf die dag telt deze indexatie weer mee in de prijs."
                     : ": from that day this indexation counts in the price again."});
  } else if (terms.coming_back.kind == ComingBack::Kind::wholly ||
             terms.coming_back.kind == ComingBack::Kind::never) {
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
