#include "letter/innovation_claims.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

#include "letter/innovation.hpp"
#include "letter/price_words.hpp"
#include "letter/sentences.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

AmountField move_of(const PriceMove& move, Language language) {
  const std::string name = price_name(*move.line, move.price, language);
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
    const std::string name = price_name(*move.line, move.price, language);
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

/// "kantoor, sporthal en gemeentewerf", "kantoor, sporthal en 26 andere regels".
std::string few_names(const std::vector<std::string>& names, Language language) {
  constexpr std::size_t most_names = 3;
  const bool all = names.size() <= most_names;
  const std::size_t shown = all ? names.size() : 2;
  std::string list;
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last = all && i > 0 && i + 1 == shown;
    list += (i == 0 ? "" : last ? and_word(language) : ", ") + names[i];
  }
  if (!all)
    list +=
        and_word(language) + std::to_string(names.size() - shown) +
        say(language, " other lines", " andere regels", " weitere Positionen", " autres postes");
  return list;
}

/// "de prijs van kantoor kan", "de prijzen van kantoor en sporthal kunnen".
std::string prices_can(const std::vector<std::string>& names, bool verb_first, Language language) {
  const bool one = names.size() == 1;
  const std::string prices =
      (one ? say(language, "the price of ", "de prijs van ", "der Preis für ", "le prix pour ")
           : say(language, "the prices of ", "de prijzen van ", "die Preise für ",
                 "les prix pour ")) +
      few_names(names, language);
  const std::string can = one ? say(language, "may", "kan", "kann", "peut")
                              : say(language, "may", "kunnen", "können", "peuvent");
  const bool turned = verb_first && (language == Language::nl || language == Language::de);
  return turned ? can + " " + prices : prices + " " + can;
}

}  // namespace

SentencesField limits_of(const OfferTerms& terms, Language language) {
  SentencesField made;
  const auto say = [&](const std::string& en, const std::string& nl, const std::string& de,
                       const std::string& fr) {
    made.pieces.emplace_back(PlainText{pricetalk::say(language, en, nl, de, fr)});
  };
  const auto next = [&] {
    if (!made.pieces.empty()) say(" ", " ", " ", " ");
  };
  for (const PriceMove& move : terms.moves) {
    if (may_rise(move)) continue;
    const std::string name = price_name(*move.line, move.price, language);
    next();
    say("On ", "Op ", "Am ", "Le ");
    made.pieces.emplace_back(move.charged_from);
    if (move.kind == PriceMove::Kind::discount_ends) {
      say(" the discount on " + name + " ends.", " eindigt de korting op " + name + ".",
          " endet der Rabatt für " + name + ".", ", la remise sur " + name + " prend fin.");
      continue;
    }
    if (move.kind == PriceMove::Kind::falls)
      say(" the price of " + name + " falls to ", " daalt de prijs van " + name + " naar ",
          " sinkt der Preis für " + name + " auf ", ", le prix pour " + name + " baisse à ");
    else
      say(" the price of " + name + " does rise, to ",
          " stijgt de prijs van " + name + " wel, naar ",
          " steigt der Preis für " + name + " dagegen auf ",
          ", le prix pour " + name + " passe en revanche à ");
    made.pieces.emplace_back(move_of(move, language));
    say(".", ".", ".", ".");
  }
  for (const MayRise& each : unknown_rises(terms, language)) {
    next();
    const bool on_one_day = each.days.size() == 1;
    if (on_one_day) {
      say("On ", "Op ", "Am ", "Le ");
      made.pieces.emplace_back(each.days.front());
      const std::string can = prices_can(each.names, true, language);
      say(" " + can + " rise; how much is not known yet.",
          " " + can + " wel stijgen; hoeveel is nog niet bekend.",
          " " + can + " dagegen steigen; um wie viel, ist noch nicht bekannt.",
          ", " + can + " augmenter\u202f; de combien, on ne le sait pas encore.");
      continue;
    }
    const std::string times = std::to_string(each.days.size());
    std::string can = prices_can(each.names, false, language);
    can.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(can.front())));
    say(can + " rise on " + times + " days, the first of them ",
        can + " op " + times + " dagen wel stijgen, voor het eerst op ",
        can + " an " + times + " Tagen dagegen steigen, erstmals am ",
        can + " augmenter à " + times + " dates, pour la première fois le ");
    made.pieces.emplace_back(each.days.front());
    say("; how much is not known yet.", "; hoeveel is nog niet bekend.",
        "; um wie viel, ist noch nicht bekannt.", "\u202f; de combien, on ne le sait pas encore.");
  }
  const bool surcharges = std::any_of(terms.contract->lines.begin(), terms.contract->lines.end(),
                                      [](const Line& line) { return !line.surcharges.empty(); });
  if (surcharges) {
    next();
    say("The surcharges go on as the contract says.",
        "De toeslagen veranderen wel, zoals in het contract staat.",
        "Die Zuschläge ändern sich weiterhin, wie es der Vertrag vorsieht.",
        "Les suppléments continuent d’évoluer comme le prévoit le contrat.");
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
    const std::string& title = move.line->title;
    text += say(
        language, " The price of " + title + " changes on a day of its own: " + on + ".",
        " De prijs van " + title + " verandert op een eigen dag: " + on + ".",
        " Der Preis für " + title + " ändert sich zu einem eigenen Termin: am " + on + ".",
        " Le prix pour " + title + " change à une date qui lui est propre\u00a0: le " + on + ".");
  }
  return text;
}

SentencesField later_of(const OfferTerms& terms, Language language, bool amount) {
  SentencesField made;
  const auto say = [&](const std::string& en, const std::string& nl, const std::string& de,
                       const std::string& fr) {
    made.pieces.emplace_back(PlainText{pricetalk::say(language, en, nl, de, fr)});
  };
  if (const auto& never = terms.promises.nothing_comes_back) {
    const std::string we_do_not =
        amount
            ? pricetalk::say(language, "We will not recover this amount ", "Wij halen dit bedrag ",
                             "Wir holen diesen Betrag ", "Nous ne récupérerons pas ce montant ")
            : pricetalk::say(language, "We will not recover it ", "Wij halen die ",
                             "Wir holen sie ", "Nous ne la rattraperons pas ");
    if (never->claim().for_good) {
      made.pieces.emplace_back(
          PlainText{we_do_not + pricetalk::say(language, "later.", "later niet alsnog op.",
                                               "später nicht nach.", "plus tard.")});
      return made;
    }
    made.pieces.emplace_back(
        PlainText{we_do_not + pricetalk::say(language, "up to and including ", "tot en met ",
                                             "bis einschließlich ", "jusqu’au ")});
    made.pieces.emplace_back(never->claim().until);
    say(".", " niet alsnog op.", " nicht nach.", " inclus.");
    return made;
  }
  const Date from = terms.coming_back.from.value_or(terms.last_year.until);
  // "bis" and "jusqu’à" take the day with them.
  const Date until = is_spoken(language) ? from : from.plus_days(-1);
  if (terms.coming_back.kind == ComingBack::Kind::wholly && terms.coming_back.sure) {
    say("This holds until ", "Dit geldt tot ", "Das gilt bis einschließlich ",
        "Cela vaut jusqu’au ");
    made.pieces.emplace_back(until);
    say(": from that day this indexation counts in the price again.",
        ": vanaf die dag telt deze indexatie weer mee in de prijs.",
        ". Danach zählt diese Indexanpassung wieder im Preis mit.",
        " inclus. Ensuite, cette indexation compte de nouveau dans le prix.");
  } else if (terms.coming_back.kind == ComingBack::Kind::wholly ||
             terms.coming_back.kind == ComingBack::Kind::never) {
    say("This holds at least until ", "Dit geldt in ieder geval tot ",
        "Das gilt mindestens bis einschließlich ", "Cela vaut au moins jusqu’au ");
    made.pieces.emplace_back(until);
    say(". From that day all or part of this indexation may count in the price again.",
        ". Vanaf die dag kan deze indexatie geheel of gedeeltelijk weer meetellen in de prijs.",
        ". Danach kann diese Indexanpassung ganz oder teilweise wieder im Preis mitzählen.",
        " inclus. Ensuite, tout ou partie de cette indexation peut de nouveau compter dans le "
        "prix.");
  } else {
    say("From ", "Vanaf ", "Ab dem ", "À partir du ");
    made.pieces.emplace_back(from);
    say(" a part of it may come back in the price.", " kan een deel ervan terugkomen in de prijs.",
        " kann ein Teil davon wieder in den Preis einfließen.",
        ", une partie peut de nouveau compter dans le prix.");
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
  std::string text = say(language, " for ", " voor ", " für ", " pour ");
  for (std::size_t i = 0; i < terms.waived.size(); ++i) {
    const Line* line = terms.contract->find_line(terms.waived[i]);
    if (i > 0) text += i + 1 == terms.waived.size() ? and_word(language) : ", ";
    text += line->title;
  }
  return text;
}

std::string quiet_what(const Claim& quiet, const OfferTerms& terms, Language language) {
  constexpr std::size_t most_names = 3;
  const std::string& service = terms.contract->terms.talk->service->value;
  const std::string the_price =
      say(language, "the price of ", "de prijs voor ", "den Preis für ", "le prix convenu pour ");
  if (quiet.lines.size() == terms.contract->lines.size()) return the_price + service;
  std::vector<std::string> names;
  for (const std::string& id : terms.waived)
    if (std::find(quiet.lines.begin(), quiet.lines.end(), id) != quiet.lines.end())
      if (const Line* line = terms.contract->find_line(id)) names.push_back(line->title);
  if (names.empty() || names.size() > most_names)
    return say(language, "a part of the prices of ", "een deel van de prijzen voor ",
               "einen Teil der Preise für ", "une partie des prix convenus pour ") +
           service;
  if (names.size() == 1)
    return say(language, "the price of ", "de prijs van ", "den Preis für ",
               "le prix convenu pour ") +
           names.front();
  return say(language, "the prices of ", "de prijzen van ", "die Preise für ",
             "les prix convenus pour ") +
         few_names(names, language);
}

std::ptrdiff_t may_change(const OfferTerms& terms) {
  const auto& prices = terms.promises.prices;
  return std::count_if(prices.begin(), prices.end(),
                       [](const auto& proved) { return proved.claim().may_change; });
}

std::string provisional(const OfferTerms& terms, Language language) {
  const auto some = static_cast<std::size_t>(may_change(terms));
  if (some == 0) return "";
  if (terms.fallback.size() == 1)
    return say(language,
               "That is provisional: a figure that is still to come may change this price. ",
               "Dat is voorlopig: er komt nog een cijfer uit dat deze prijs kan veranderen. ",
               "Das ist vorläufig: Es steht noch ein Indexwert aus, der diesen Preis ändern kann. ",
               "C’est provisoire\u00a0: un indice encore à paraître peut modifier ce prix. ");
  if (some == terms.fallback.size())
    return say(
        language, "These prices are provisional: figures that are still to come may change them. ",
        "Deze prijzen zijn voorlopig: er komen nog cijfers uit die ze kunnen veranderen. ",
        "Diese Preise sind vorläufig: Es stehen noch Indexwerte aus, die sie ändern können. ",
        "Ces prix sont provisoires\u00a0: des indices encore à paraître peuvent les modifier. ");
  return say(
      language,
      "Some of these prices are provisional: figures that are still to come may change "
      "them. ",
      "Een deel van deze prijzen is voorlopig: er komen nog cijfers uit die ze kunnen "
      "veranderen. ",
      "Ein Teil dieser Preise ist vorläufig: Es stehen noch Indexwerte aus, die sie ändern "
      "können. ",
      "Une partie de ces prix est provisoire\u00a0: des indices encore à paraître peuvent les "
      "modifier. ");
}

}  // namespace pricetalk
