#include "lint/oddity_words.hpp"

#include "document/time_words.hpp"
#include "explain/rounded.hpp"
#include "lint/tried.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

using Kind = Oddity::Kind;

std::string money(const Ratio& price, const Currency& currency, Language language) {
  return money_text({round(price, Rounding::decimals(currency.minor_decimals())), currency},
                    language);
}

/// "a year", "6 months".
Phrase length(int months) {
  if (months == 12) return {"a year", "een jaar"};
  const std::string count = std::to_string(months) + " ";
  const Phrase unit = words(Unit::month, months);
  return {count + unit.en, count + unit.nl};
}

/// ": €100.81 becomes €101.31 on 1 January 2026", and what else it would be.
std::string becomes(const Oddity& odd, const Currency& currency, Language language,
                    const std::string& otherwise) {
  const std::string before = money(odd.before, currency, language);
  const std::string after = money(odd.after, currency, language);
  std::string text = say(language, ": on ", ": op ") + date_text(odd.date, language) +
                     say(language, " " + before + " becomes " + after,
                         " gaat de prijs van " + before + " naar " + after);
  if (odd.from_start)
    text += say(language, ", and ", ", en naar ") + money(*odd.from_start, currency, language) +
            otherwise;
  return text;
}

Phrase of_months_in_money(const Oddity& odd, const Currency& currency) {
  const int others = odd.every - odd.months;
  const std::string left = others == 1 ? "" : std::to_string(others) + " ";
  const std::string every = std::to_string(odd.every);
  return {"the change of " + odd.index + " over " + length(odd.months).en + " is charged once in " +
              every + " months, and that of the other " + left + words(Unit::month, others).en +
              " never" + becomes(odd, currency, Language::en, " when all of them count"),
          "de verandering van " + odd.index + " over " + length(odd.months).nl +
              " wordt eens in de " + every + " maanden doorberekend, en die van de andere " + left +
              words(Unit::month, others).nl + " nooit" +
              becomes(odd, currency, Language::nl, " als ze alle meetellen")};
}

/// "on none of the 3 dates until 1 January 2027 …"
Phrase of_a_threshold(const Oddity& odd, const Currency& currency) {
  const auto text = [&](Language language) {
    const bool rose = Ratio(0) < *odd.figures;
    const std::string points =
        decimal_text(round(abs(*odd.figures), Rounding::decimals(2)), language);
    const std::string price = money(odd.before, currency, language);
    std::string made =
        say(language,
            "the threshold is measured anew on each date, and opened on none of the " +
                std::to_string(odd.months) + " until " + date_text(odd.date, language) + ": " +
                odd.index + (rose ? " rose" : " fell") + " by " + points + " points in all, and " +
                price + " stays what it is",
            "de drempel wordt op elke datum opnieuw gemeten, en is op geen van de " +
                std::to_string(odd.months) + " tot en met " + date_text(odd.date, language) +
                " bereikt: " + odd.index + (rose ? " steeg" : " daalde") + " in totaal " + points +
                " punten, en de prijs blijft " + price);
    if (odd.from_start)
      made += say(language, "; when the changes add up it is ",
                  "; tellen de veranderingen bij elkaar op, dan is het ") +
              money(*odd.from_start, currency, language);
    return made;
  };
  return {text(Language::en), text(Language::nl)};
}

Phrase of_an_older_reference(const Oddity& odd, const Currency& currency) {
  const auto text = [&](Language language) {
    const std::string then = period_text(odd.compared->first, language);
    const std::string priced = period_text(odd.compared->last, language);
    return odd.index +
           say(language,
               "0 is a figure of " + then + ", " + std::to_string(odd.months) +
                   " months before the price that it goes with: what rose by then is charged again",
               "0 is een cijfer van " + then + ", " + std::to_string(odd.months) +
                   " maanden voor de prijs waar het bij hoort: wat tot die prijs is gestegen, "
                   "wordt "
                   "nog eens berekend") +
           becomes(odd, currency, language,
                   say(language, " counted from " + priced, " vanaf " + priced + " gerekend"));
  };
  return {text(Language::en), text(Language::nl)};
}

Phrase of_a_later_reference(const Oddity& odd, const Currency& currency) {
  const auto text = [&](Language language) {
    const std::string then = period_text(odd.compared->first, language);
    const std::string priced = period_text(odd.compared->last, language);
    const std::string day = date_text(odd.date, language);
    return say(language,
               "on " + day + " " + odd.index + " and " + odd.index + "0 are both the figure of " +
                   then + ", and the price is of " + std::to_string(odd.months) +
                   " months earlier: what rose in between is never charged",
               "op " + day + " zijn " + odd.index + " en " + odd.index +
                   "0 allebei het cijfer van " + then + ", en de prijs is van " +
                   std::to_string(odd.months) +
                   " maanden eerder: wat daartussen is gestegen, wordt nooit berekend") +
           becomes(odd, currency, language,
                   say(language, " counted from " + priced, " vanaf " + priced + " gerekend"));
  };
  return {text(Language::en), text(Language::nl)};
}

Phrase of_years_compounded(const Oddity& odd, const Currency& currency) {
  const auto text = [&](Language language) {
    const std::string count = std::to_string(odd.months);
    return say(language,
               count + " figures of " + odd.index +
                   " are multiplied together, and each is a change over a whole year",
               count + " cijfers van " + odd.index +
                   " worden met elkaar vermenigvuldigd, en elk is een verandering over een heel "
                   "jaar") +
           becomes(odd, currency, language,
                   say(language, " with their average", " met hun gemiddelde"));
  };
  return {text(Language::en), text(Language::nl)};
}

}  // namespace

std::string_view code_of(Oddity::Kind kind) {
  switch (kind) {
    case Kind::moves_by_itself:
      return "W0101";
    case Kind::overshoots:
      return "W0102";
    case Kind::opposes:
    case Kind::opposes_one:
    case Kind::opposes_falling:
    case Kind::opposes_own:
    case Kind::later_reference:
      return "W0103";
    case Kind::leaps:
    case Kind::follows_a_leap:
    case Kind::leaps_in_a_year:
      return "W0104";
    case Kind::repeats:
    case Kind::would_repeat:
      return "W0105";
    case Kind::crosses_indices:
      return "W0112";
    case Kind::ratio_of_percentages:
      return "W0113";
    case Kind::has_no_effect:
    case Kind::cancels_out:
      return "W0108";
    case Kind::counts_points:
      return "W0109";
    case Kind::overlaps:
    case Kind::compounds_years:
      return "W0110";
    case Kind::leaves_months_out:
      return "W0130";
    case Kind::older_reference:
    case Kind::reference_after_price:
      return "W0131";
    case Kind::cannot_be_read:
      return "W0121";
    case Kind::of_itself:
      return "W0124";
    case Kind::points_as_money:
      return "W0125";
    case Kind::levels_as_percent:
      return "W0126";
    case Kind::divides_by_new:
      return "W0111";
    case Kind::never_opens:
      return "W0115";
    case Kind::hardly_moves:
      return "W0135";
  }
  return "";
}

Phrase title_of(const Oddity& odd, const Currency& currency) {
  const auto in = [&](const Ratio& price, Language language) {
    return money(price, currency, language);
  };
  const auto from_to = [&](Language language) {
    if (odd.clause->surcharge)
      return (language == Language::en ? "a surcharge of " : "een toeslag van ") +
             in(odd.after - odd.before, language) + (language == Language::en ? " on " : " op ") +
             in(odd.before, language);
    return language == Language::en
               ? in(odd.after, language) + " of " + in(odd.before, language)
               : "van " + in(odd.before, language) + " " + in(odd.after, language);
  };
  const std::string day_en = date_text(odd.date, Language::en);
  const std::string day_nl = date_text(odd.date, Language::nl);
  switch (odd.kind) {
    case Kind::moves_by_itself:
      return {"when no figure changes, this makes " + from_to(Language::en),
              "als geen enkel cijfer verandert, maakt dit " + from_to(Language::nl)};
    case Kind::overshoots:
      if (odd.index == Tried::every_index)
        return {"when all figures rise by 1%, this makes " + from_to(Language::en),
                "als alle cijfers met 1% stijgen, maakt dit " + from_to(Language::nl)};
      return {"when a figure rises by 1%, this makes " + from_to(Language::en),
              "als een cijfer met 1% stijgt, maakt dit " + from_to(Language::nl)};
    case Kind::opposes:
      return {
          "when all figures rise by 1%, the price falls: this makes " + from_to(Language::en),
          "als alle cijfers met 1% stijgen, daalt de prijs: dit maakt " + from_to(Language::nl)};
    case Kind::leaps_in_a_year: {
      const std::string count = odd.months == 1 ? "" : std::to_string(odd.months) + " ";
      const Phrase every = words(Unit::month, odd.months);
      return {
          "charged every " + count + every.en + ", in a year this makes " + from_to(Language::en),
          "elke " + count + every.nl + " berekend, maakt dit in een jaar " + from_to(Language::nl)};
    }
    case Kind::follows_a_leap: {
      const bool rises = *odd.figures > Ratio(0);
      const Ratio times = rises ? Ratio(1) + *odd.figures : Ratio(1) / (Ratio(1) + *odd.figures);
      const auto said = [&](Language language) {
        return decimal_text(as_many_decimals(times, 1), language);
      };
      return {"on " + day_en + " this makes " + from_to(Language::en) + ": " + odd.index + " is " +
                  said(Language::en) + (rises ? " times" : " times less than") +
                  " the figure that it is compared with",
              "op " + day_nl + " maakt dit " + from_to(Language::nl) + ": " + odd.index + " is " +
                  said(Language::nl) + (rises ? " keer" : " keer zo klein als") +
                  " het cijfer waarmee het wordt vergeleken"};
    }
    case Kind::leaps: {
      Phrase title{"on " + day_en + " this makes " + from_to(Language::en),
                   "op " + day_nl + " maakt dit " + from_to(Language::nl)};
      if (odd.figures) {
        title.en +=
            ", while no figure moves by more than " + percent_text(*odd.figures, 2, Language::en);
        title.nl += ", terwijl geen cijfer meer dan " +
                    percent_text(*odd.figures, 2, Language::nl) + " beweegt";
      }
      return title;
    }
    case Kind::repeats: {
      const bool fell = odd.charged_again < Ratio(0);
      Phrase title{"the " + std::string(fell ? "fall" : "rise") + " of " + day_en +
                       " is charged again on " + date_text(*odd.again, Language::en) + ": " +
                       in(odd.after, Language::en),
                   "de " + std::string(fell ? "daling" : "stijging") + " van " + day_nl +
                       " wordt op " + date_text(*odd.again, Language::nl) +
                       " nog eens berekend: " + in(odd.after, Language::nl)};
      if (odd.from_start) {
        title.en += ", and counted from the start it is " + in(*odd.from_start, Language::en);
        title.nl += ", en vanaf het begin gemeten is het " + in(*odd.from_start, Language::nl);
      }
      return title;
    }
    case Kind::would_repeat:
      return {
          "when the figures rise by " + exact_percent_text(*odd.figures, Language::en) +
              " once and stay there, this makes " + in(odd.after, Language::en) + " of " +
              in(odd.before, Language::en) +
              " on the second date: the same rise is charged again, and counted from the "
              "start it is " +
              in(*odd.from_start, Language::en),
          "als de cijfers één keer met " + exact_percent_text(*odd.figures, Language::nl) +
              " stijgen en dan gelijk blijven, maakt dit op de tweede datum van " +
              in(odd.before, Language::nl) + " " + in(odd.after, Language::nl) +
              ": dezelfde stijging wordt nog eens berekend, en vanaf het begin gemeten is het " +
              in(*odd.from_start, Language::nl)};
    case Kind::crosses_indices: {
      Phrase title{odd.index + ": a figure of one index is divided by the reference of another",
                   odd.index +
                       ": een cijfer van de ene index wordt gedeeld door de referentie van een "
                       "andere"};
      if (odd.before == odd.after) return title;
      title.en += "; on " + day_en + " this makes " + from_to(Language::en);
      title.nl += "; op " + day_nl + " maakt dit " + from_to(Language::nl);
      return title;
    }
    case Kind::ratio_of_percentages:
      return {
          "a percentage is divided by an earlier one: 4% after 5% makes " + from_to(Language::en),
          "een percentage wordt gedeeld door een eerder: 4% na 5% maakt " + from_to(Language::nl)};
    case Kind::opposes_one:
      return {"when one of the figures rises by 1%, the price falls: this makes " +
                  from_to(Language::en),
              "als een van de cijfers met 1% stijgt, daalt de prijs: dit maakt " +
                  from_to(Language::nl)};
    case Kind::opposes_falling:
      return {"when " + odd.index +
                  " rises the price does not, and when it falls by 10% the price "
                  "rises: this makes " +
                  from_to(Language::en),
              "als " + odd.index +
                  " stijgt, stijgt de prijs niet, en als het cijfer met 10% daalt "
                  "wel: dit maakt " +
                  from_to(Language::nl)};
    case Kind::opposes_own: {
      const bool rose = !(*odd.figures < Ratio(0));
      return {"on " + day_en + " the figure " + (rose ? "rose by " : "fell by ") +
                  percent_text(abs(*odd.figures), 2, Language::en) + ", and this makes " +
                  from_to(Language::en),
              "op " + day_nl + " was het cijfer " +
                  percent_text(abs(*odd.figures), 2, Language::nl) +
                  (rose ? " gestegen" : " gedaald") + ", en dit maakt " + from_to(Language::nl)};
    }
    case Kind::has_no_effect:
      if (odd.index == Tried::every_index)
        return {
            "whatever the figures do, the price hardly follows: when all rise by 10%, this "
            "makes " +
                from_to(Language::en),
            "wat de cijfers ook doen, de prijs volgt nauwelijks: als alle met 10% stijgen, "
            "maakt dit " +
                from_to(Language::nl)};
      return {"whatever " + odd.index + " does, the price does not follow it",
              "wat " + odd.index + " ook doet, de prijs volgt het niet"};
    case Kind::cancels_out:
      return {odd.index +
                  " stands above and below the line: as long as the other figures stay, the "
                  "price does not follow it",
              odd.index +
                  " staat boven en onder de streep: zolang de andere cijfers gelijk blijven, "
                  "volgt de prijs het niet"};
    case Kind::counts_points:
      if (odd.figures)
        return {"on " + day_en + " the figure has moved by " +
                    percent_text(*odd.figures, 2, Language::en) + ", and this makes " +
                    from_to(Language::en) + ": points are charged as percentages",
                "op " + day_nl + " is het cijfer " + percent_text(*odd.figures, 2, Language::nl) +
                    " veranderd, en dit maakt " + from_to(Language::nl) +
                    ": punten zijn als procenten gerekend"};
      return {"when all figures rise by 10%, this makes " + from_to(Language::en) + ", and " +
                  in(*odd.from_start, Language::en) +
                  " when all of them are twice as high, as in another base year or unit",
              "als alle cijfers met 10% stijgen, maakt dit " + from_to(Language::nl) + ", en " +
                  in(*odd.from_start, Language::nl) +
                  " als ze allemaal twee keer zo hoog zijn, zoals met een ander basisjaar of een "
                  "andere eenheid"};
    case Kind::divides_by_new:
      return {
          "the difference is divided by the new figure: when it rises by 10%, this makes " +
              from_to(Language::en),
          "het verschil wordt gedeeld door het nieuwe cijfer: als dat met 10% stijgt, maakt dit " +
              from_to(Language::nl)};
    case Kind::points_as_money:
      return {"when " + odd.index + " rises by 10%, this makes " + from_to(Language::en) +
                  ": its points are added as money",
              "als " + odd.index + " met 10% stijgt, maakt dit " + from_to(Language::nl) +
                  ": de punten worden als geld opgeteld"};
    case Kind::levels_as_percent:
      return {"the figures of " + odd.index +
                  " are read as percentages, and look like those of an index: on " + day_en +
                  " this makes " + from_to(Language::en),
              "de cijfers van " + odd.index +
                  " worden als percentages gelezen, en lijken standen van een index: op " + day_nl +
                  " maakt dit " + from_to(Language::nl)};
    case Kind::of_itself:
      return {odd.index + " and " + odd.index + "0 are the same figure on every date: " +
                  in(odd.before, Language::en) + " stays what it is, whatever the index does",
              odd.index + " en " + odd.index + "0 zijn op elke datum hetzelfde cijfer: " +
                  in(odd.before, Language::nl) + " blijft gelijk, wat de index ook doet"};
    case Kind::later_reference:
      return {odd.reason.en + ": what rises in between comes off the price",
              odd.reason.nl + ": wat daartussen stijgt, gaat van de prijs af"};
    case Kind::cannot_be_read:
      return {"the price of " + day_en + " can never be determined in time: " + odd.reason.en,
              "de prijs van " + day_nl + " is nooit op tijd te bepalen: " + odd.reason.nl};
    case Kind::overlaps:
      return {"the change over " + length(odd.months).en + " of " + odd.index + " is charged on " +
                  day_en + " and again on " + date_text(*odd.again, Language::en) + ": " +
                  in(odd.after, Language::en) + " of " + in(odd.before, Language::en),
              "de verandering over " + length(odd.months).nl + " van " + odd.index + " wordt op " +
                  day_nl + " doorberekend en op " + date_text(*odd.again, Language::nl) +
                  " nog eens: van " + in(odd.before, Language::nl) + " wordt het " +
                  in(odd.after, Language::nl)};
    case Kind::never_opens:
      return of_a_threshold(odd, currency);
    case Kind::hardly_moves:
      return {"a fixed change of " + percent_text(odd.factor() - Ratio(1), 3, Language::en) +
                  " makes " + from_to(Language::en) + ", and hardly moves it",
              "een vaste verandering van " +
                  percent_text(odd.factor() - Ratio(1), 3, Language::nl) + " maakt " +
                  from_to(Language::nl) + ", en de prijs verandert dus nauwelijks"};
    case Kind::leaves_months_out:
      return of_months_in_money(odd, currency);
    case Kind::older_reference:
      return of_an_older_reference(odd, currency);
    case Kind::reference_after_price:
      return of_a_later_reference(odd, currency);
    case Kind::compounds_years:
      return of_years_compounded(odd, currency);
  }
  return {};
}

}  // namespace pricetalk
