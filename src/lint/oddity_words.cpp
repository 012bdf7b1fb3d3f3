#include "lint/oddity_words.hpp"

#include <algorithm>
#include <vector>

#include "contract/accepted.hpp"
#include "contract/formula.hpp"
#include "document/time_words.hpp"
#include "explain/rounded.hpp"
#include "lint/meant_formula.hpp"
#include "lint/tried.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

using Kind = Oddity::Kind;

std::string money(const Ratio& price, const Currency& currency, Language language) {
  return money_text({round(price, Rounding::decimals(currency.minor_decimals())), currency},
                    language);
}

/// The price after the step over the price before it.
Ratio factor_of(const Oddity& odd) { return odd.after / odd.before; }

bool near(const Ratio& value, std::int64_t to) {
  return abs(value - Ratio(to)) <= abs(Ratio(to)) * Ratio(Decimal(2, 1));
}

/// "year", "6 months": how often that many months are one interval.
std::string every_text(int months) {
  return months == 12 ? "year" : Duration{months, Unit::month}.text();
}

/// "a year", "6 months".
Phrase length(int months) {
  if (months == 12) return {"a year", "een jaar"};
  const std::string count = std::to_string(months);
  return {count + " months", count + " maanden"};
}

bool uses_price(const Oddity& odd) {
  std::vector<NameUse> uses;
  for (const Formula::Line& line : odd.clause->ladder_on(odd.date).formula.value.lines)
    names_in(line.value, uses);
  return std::any_of(uses.begin(), uses.end(), [](const NameUse& use) { return use.name == "P0"; });
}

/// The whole number of `round(x, 3)`, most often meant as decimals.
const Expression* multiple_in(const Expression& e) {
  if (e.kind == Expression::Kind::round && e.rounding.kind == RoundingRule::Kind::step &&
      e.rounding.step.scale() == 0)
    return &e;
  for (const Expression& operand : e.operands)
    if (const Expression* found = multiple_in(operand)) return found;
  return nullptr;
}
std::optional<Phrase> of_rounding(const Oddity& odd) {
  for (const Formula::Line& line : odd.clause->ladder_on(odd.date).formula.value.lines)
    if (const Expression* found = multiple_in(line.value)) {
      const std::string step = found->rounding.step.text();
      return Phrase{"round(x, " + step + ") gives multiples of " + step + ": write round(x, " +
                        step + " decimals)",
                    "round(x, " + step + ") geeft veelvouden van " + step + ": schrijf round(x, " +
                        step + " decimals)"};
    }
  return std::nullopt;
}

/// The whole formula as it is probably meant.
std::optional<Phrase> whole_formula(const Oddity& odd) {
  const Ladder& ladder = odd.clause->ladder_on(odd.date);
  if (const auto meant = with_brackets(ladder, *odd.clause))
    return Phrase{"brackets are missing: write `" + *meant + "`",
                  "er ontbreken haakjes: schrijf `" + *meant + "`"};
  if (const auto meant = with_change_beside_limit(ladder, *odd.clause))
    return Phrase{
        "a percentage limits a change, and new over old is that and 1: write `" + *meant + "`",
        "een percentage begrenst een verandering, en nieuw gedeeld door oud is die plus "
        "1: schrijf `" +
            *meant + "`"};
  return std::nullopt;
}

/// What moves by itself is most often one reading taken for another.
Phrase of_moving(const Oddity& odd) {
  if (odd.clause->surcharge && odd.clause->all_reads().empty())
    return {"a surcharge is only what comes on top: 2% of the price is P0 * 2%",
            "een toeslag is alleen wat erbij komt: 2% van de prijs is P0 * 2%"};
  if (odd.clause->surcharge)
    return {"a surcharge is only what comes on top: write P0 * (X/X0 - 1), or a share of that",
            "een toeslag is alleen wat erbij komt: schrijf P0 * (X/X0 - 1), of een deel daarvan"};
  const FormulaResult result = odd.clause->ladder_on(odd.date).formula.value.result;
  const Ratio factor = factor_of(odd);
  if (const auto rounding = of_rounding(odd)) return *rounding;
  if (result == FormulaResult::price && !uses_price(odd) && near(odd.after, 1))
    return {"the formula gives a coefficient: write `P = P0 * X/X0`, or leave `P =` out",
            "de formule geeft een coëfficiënt: schrijf `P = P0 * X/X0`, of laat `P =` weg"};
  if (result == FormulaResult::coefficient && uses_price(odd))
    return {"the formula gives the price itself: write `P = ` before it",
            "de formule geeft de prijs zelf: schrijf er `P = ` voor"};
  if (result == FormulaResult::change && near(factor, 2))
    return {
        "the formula gives new over old, and a change is that less 1: write `- 1` behind it, or "
        "leave `change =` out",
        "de formule geeft nieuw gedeeld door oud, en een verandering is dat min 1: schrijf er "
        "`- 1` achter, of laat `change =` weg"};
  if (result == FormulaResult::price && uses_price(odd) && abs(factor) <= Ratio(Decimal(5, 2)))
    return {
        "what stands behind P0 is a change, and there stands a coefficient: write `P = P0 * (1 + "
        "...)`, or `P0 * X/X0`",
        "wat achter P0 staat, is een verandering, en daar hoort een coëfficiënt: schrijf `P = P0 * "
        "(1 + ...)`, of `P0 * X/X0`"};
  if (result != FormulaResult::change && abs(factor) <= Ratio(Decimal(5, 2)))
    return {
        "the formula gives a change, and here stands a coefficient: write `change = ` before it",
        "de formule geeft een verandering, en hier hoort een coëfficiënt: schrijf er "
        "`change = ` voor"};
  if (near(factor, 100) || near(factor, 101))
    return {"the formula counts in hundredths: leave out `* 100`",
            "de formule rekent in honderdsten: laat `* 100` weg"};
  Phrase remedy{
      "write the formula so that it gives 1 when all figures stay the same: weights that add "
      "up to 1, each new figure over its reference",
      "schrijf de formule zo dat zij 1 geeft als alle cijfers gelijk blijven: gewichten die "
      "samen 1 zijn, elk nieuw cijfer gedeeld door zijn referentie"};
  if (odd.clause->ladder_on(odd.date).constants.empty()) return remedy;
  // A glide path is a number that changes on agreed days.
  remedy.en +=
      "; a reduction that is agreed by year is a constant with its days, [{ value = 1 }, { from = "
      "2027-01-01, value = 0.98 }]";
  remedy.nl +=
      "; een korting die per jaar is afgesproken, is een constante met haar dagen, [{ value = 1 }, "
      "{ "
      "from = 2027-01-01, value = 0.98 }]";
  return remedy;
}

Phrase of_leaping(const Oddity& odd) {
  if (odd.clause->surcharge)
    return {
        "write what comes on top of the price: `P0 * (X/X0 - 1)`, or money for each point, "
        "`0.10 * (X - X0)`",
        "schrijf wat er op de prijs bij komt: `P0 * (X/X0 - 1)`, of geld per punt, `0.10 * (X - "
        "X0)`"};
  if (const auto rounding = of_rounding(odd)) return *rounding;
  if (odd.at_market)
    return {
        "the price becomes that of the series: look at the unit of its figures, and at the price "
        "that the contract starts with",
        "de prijs wordt die van de reeks: kijk naar de eenheid van de cijfers, en naar de prijs "
        "waarmee het contract begint"};
  if (odd.clause->ladder_on(odd.date).formula.value.result == FormulaResult::price &&
      !uses_price(odd) && odd.after < Ratio(10))
    return {
        "the formula gives a coefficient: write `P = P0 * (...)`, or `coefficient = ` before it",
        "de formule geeft een coëfficiënt: schrijf `P = P0 * (...)`, of `coefficient = ` ervoor"};
  if (odd.clause->all_reads().empty())
    return {"write a fixed rise as a change: `change = 3%`",
            "schrijf een vaste stijging als verandering: `change = 3%`"};
  return {
      "compare the figure with its reference: `X / X0`, or `change = (X - X0) / X0`; a series "
      "of percentages is the change itself, `change = X`, and needs unit = \"percent\"",
      "vergelijk het cijfer met zijn referentie: `X / X0`, of `change = (X - X0) / X0`; een "
      "reeks van percentages is zelf de verandering, `change = X`, en vraagt unit = \"percent\""};
}

Phrase of_overlapping(const Oddity& odd) {
  const std::string every = every_text(odd.months);
  return {"write adjust = { every = \"" + every +
              "\" }, or compare the level of the index with that of the previous date, base = \"at "
              "previous date\"; does each step start from the original price, write compounding = "
              "\"base\"",
          "schrijf adjust = { every = \"" + every +
              "\" }, of vergelijk de stand van de index met die op de vorige datum, base = \"at "
              "previous date\"; begint elke stap bij de oorspronkelijke prijs, schrijf dan "
              "compounding = \"base\""};
}

Phrase of_months_left_out(const Oddity& odd) {
  if (!odd.from_start)
    return {
        "a rate over a year is charged every year, adjust = { every = \"year\" }; over more "
        "years compare the level of the index, `X/X0`",
        "een verandering over een jaar wordt elk jaar berekend, adjust = { every = \"year\" "
        "}; vergelijk over meer jaren de stand van de index, `X/X0`"};
  const std::string every = Duration{odd.every, Unit::month}.text();
  return {"let the reference move along with the dates: leave `base` out, or write base = \"" +
              every + " earlier\"",
          "laat de referentie met de datums meeschuiven: laat `base` weg, of schrijf base = \"" +
              every + " earlier\""};
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
  const std::string left = std::to_string(odd.every - odd.months);
  const std::string every = std::to_string(odd.every);
  return {"the change of " + odd.index + " over " + length(odd.months).en + " is charged once in " +
              every + " months, and that of the other " + left + " never" +
              becomes(odd, currency, Language::en, " when all of them count"),
          "de verandering van " + odd.index + " over " + length(odd.months).nl +
              " wordt eens in de " + every + " maanden berekend, en die van de andere " + left +
              " nooit" + becomes(odd, currency, Language::nl, " als ze alle meetellen")};
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

/// Of one index that the price follows in full, the other way: the whole formula as it is meant.
std::optional<Phrase> turned_round(const Oddity& odd) {
  const std::vector<IndexRead>& reads = odd.clause->reads;
  const Ratio fall = Ratio(1) - factor_of(odd);
  if (reads.size() != 1 || odd.clause->surcharge ||
      abs(fall - Ratio(Decimal(1, 2))) > Ratio(Decimal(2, 4)))
    return std::nullopt;
  const std::string ratio = reads.front().symbol + "/" + reads.front().symbol + "0";
  const FormulaResult result = odd.clause->ladder_on(odd.date).formula.value.result;
  const std::string formula = result == FormulaResult::change  ? "change = " + ratio + " - 1"
                              : result == FormulaResult::price ? "P = P0 * " + ratio
                                                               : ratio;
  return Phrase{"the new figure stands over its reference: write `" + formula + "`",
                "het nieuwe cijfer staat boven zijn referentie: schrijf `" + formula + "`"};
}

Phrase advice(const Oddity& odd) {
  switch (odd.kind) {
    case Kind::moves_by_itself:
      if (const auto whole = whole_formula(odd)) return *whole;
      return of_moving(odd);
    case Kind::overshoots:
      if (odd.index == Tried::every_index)
        return {"give each index its weight, together 1: `0.6 * A/A0 + 0.4 * B/B0`",
                "geef elke index een gewicht, samen 1: `0.6 * A/A0 + 0.4 * B/B0`"};
      return {
          "a change is a fraction: leave out `* 100`, and divide a difference by its reference, "
          "`(X - X0) / X0`; look at the decimals of the weights",
          "een verandering is een breuk: laat `* 100` weg, en deel een verschil door de "
          "referentie, `(X - X0) / X0`; kijk naar de decimalen van de gewichten"};
    case Kind::opposes:
      if (const auto whole = turned_round(odd)) return *whole;
      [[fallthrough]];
    case Kind::opposes_one:
    case Kind::opposes_falling:
    case Kind::opposes_own:
      return {"turn the fraction round: the new figure over its reference, `X / X0`",
              "draai de breuk om: het nieuwe cijfer gedeeld door zijn referentie, `X / X0`"};
    case Kind::leaps:
      return of_leaping(odd);
    case Kind::leaps_in_a_year:
      return {"a rise of once a year has adjust = { every = \"year\" }",
              "een stijging van eens per jaar heeft adjust = { every = \"year\" }"};
    case Kind::has_no_effect:
      if (const auto rounding = of_rounding(odd)) return *rounding;
      if (const auto whole = whole_formula(odd)) return *whole;
      return {
          "compare each figure with its reference, `X / X0`; percentages need no division by 100",
          "vergelijk elk cijfer met zijn referentie, `X / X0`; percentages hoeven niet door 100"};
    case Kind::cancels_out:
      return {
          "below the line stand the figures that are compared with: write " + odd.index + "0 there",
          "onder de streep staan de cijfers waarmee wordt vergeleken: schrijf daar " + odd.index +
              "0"};
    case Kind::counts_points:
      return {"divide the difference by the reference, `(X - X0) / X0`: points are no percentages",
              "deel het verschil door de referentie, `(X - X0) / X0`: punten zijn geen procenten"};
    case Kind::divides_by_new:
      return {"divide by the reference, `(X - X0) / X0`: a rise of 100 to 110 is 10%, not 9.09%",
              "deel door de referentie, `(X - X0) / X0`: een stijging van 100 naar 110 is 10%, "
              "geen 9,09%"};
    case Kind::cannot_be_read:
      return odd.remedy;
    case Kind::points_as_money: {
      const std::string ratio = odd.index + "/" + odd.index + "0";
      return {"follow the index in proportion, `P = P0 * " + ratio +
                  "`, or say what a point is worth, `P = P0 + 0.10 * (" + odd.index + " - " +
                  odd.index + "0)`; are its figures money, write unit = \"price\" at the series",
              "volg de index naar verhouding, `P = P0 * " + ratio +
                  "`, of zeg wat een punt waard is, `P = P0 + 0.10 * (" + odd.index + " - " +
                  odd.index + "0)`; zijn het bedragen, schrijf dan unit = \"price\" bij de reeks"};
    }
    case Kind::levels_as_percent:
      return {"leave unit = \"percent\" at the series out, and compare: `" + odd.index + "/" +
                  odd.index + "0`",
              "laat unit = \"percent\" bij de reeks weg, en vergelijk: `" + odd.index + "/" +
                  odd.index + "0`"};
    case Kind::of_itself:
      return {
          "let `use` name the period of the new figure, for example \"month of adjustment\", and "
          "`base` that of its reference, \"at start\" or \"12 months earlier\"",
          "laat `use` de periode van het nieuwe cijfer noemen, bijvoorbeeld \"month of "
          "adjustment\", en `base` die van de referentie, \"at start\" of \"12 months earlier\""};
    case Kind::later_reference:
      return {
          "are `use` and `base` exchanged? `use` names the new figure, `base` the earlier one "
          "that it is compared with",
          "zijn `use` en `base` verwisseld? `use` noemt het nieuwe cijfer, `base` het eerdere "
          "waarmee wordt vergeleken"};
    case Kind::overlaps:
      return of_overlapping(odd);
    case Kind::leaves_months_out:
      return of_months_left_out(odd);
    case Kind::older_reference: {
      const IndexRead* read = odd.clause->find(odd.index);
      const std::string key = read != nullptr && read->first_base ? "first_base" : "base";
      const std::string period = odd.compared->last.text();
      return {"write the reference of that time, " + key + " = \"" + period +
                  "\", or the price of the reference with its day at unit_price and price_date",
              "schrijf de referentie van die tijd, " + key + " = \"" + period +
                  "\", of bij unit_price en price_date de prijs van de referentie met zijn dag"};
    }
    case Kind::crosses_indices:
      return {"put each new figure over its own reference: `S/S0`, `I/I0`",
              "zet elk nieuw cijfer boven zijn eigen referentie: `S/S0`, `I/I0`"};
    case Kind::ratio_of_percentages:
      return {"a percentage is the change itself: write `change = " + odd.index + "`",
              "een percentage is zelf de verandering: schrijf `change = " + odd.index + "`"};
    case Kind::would_repeat:
    case Kind::repeats:
      return {
          "write compounding = \"base\" when the contract measures from the start, or a "
          "reference that moves along: base = \"12 months earlier\"",
          "schrijf compounding = \"base\" als het contract vanaf het begin meet, of een "
          "referentie die meeschuift: base = \"12 months earlier\""};
  }
  return {};
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
      return "W0110";
    case Kind::leaves_months_out:
      return "W0130";
    case Kind::older_reference:
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
          "when the figures rise by 10% once and stay there, this makes " +
              in(odd.after, Language::en) + " of " + in(odd.before, Language::en) +
              " on the second date: the same rise is charged again, and counted from the "
              "start it is " +
              in(*odd.from_start, Language::en),
          "als de cijfers één keer met 10% stijgen en dan gelijk blijven, maakt dit op de "
          "tweede datum van " +
              in(odd.before, Language::nl) + " " + in(odd.after, Language::nl) +
              ": dezelfde stijging wordt nog eens berekend, en vanaf het begin gemeten is het " +
              in(*odd.from_start, Language::nl)};
    case Kind::crosses_indices:
      return {"a figure of one index is divided by the reference of another",
              "een cijfer van de ene index wordt gedeeld door de referentie van een andere"};
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
                  " when the same figures stand in a base that is twice as high",
              "als alle cijfers met 10% stijgen, maakt dit " + from_to(Language::nl) + ", en " +
                  in(*odd.from_start, Language::nl) +
                  " als dezelfde cijfers in een twee keer zo hoge basis staan"};
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
                  day_nl + " berekend en op " + date_text(*odd.again, Language::nl) +
                  " nog eens: van " + in(odd.before, Language::nl) + " wordt het " +
                  in(odd.after, Language::nl)};
    case Kind::leaves_months_out:
      return of_months_in_money(odd, currency);
    case Kind::older_reference:
      return of_an_older_reference(odd, currency);
  }
  return {};
}

Phrase remedy_of(const Oddity& odd) { return unless_accepted(code_of(odd.kind), advice(odd)); }

}  // namespace pricetalk
