#include <algorithm>
#include <vector>

#include "contract/accepted.hpp"
#include "contract/formula.hpp"
#include "document/time_words.hpp"
#include "lint/meant_formula.hpp"
#include "lint/oddity_words.hpp"
#include "lint/tried.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

using Kind = Oddity::Kind;

bool near(const Ratio& value, std::int64_t to) {
  return abs(value - Ratio(to)) <= abs(Ratio(to)) * Ratio(Decimal(2, 1));
}

/// "year", "6 months": how often that many months are one interval.
std::string every_text(int months) {
  return months == 12 ? "year" : Duration{months, Unit::month}.text();
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

/// `change = C - 1`, `C/100 + 0.5`: where all figures are percentages, they are the change.
std::optional<Phrase> of_percentages(const Oddity& odd) {
  if (odd.index.empty()) return std::nullopt;
  const Ladder& ladder = odd.clause->ladder_on(odd.date);
  const FormulaResult result = ladder.formula.value.result;
  const bool is_bare = result != FormulaResult::change && odd.after.is_zero();
  const bool is_a_factor = result == FormulaResult::change && near(odd.factor(), 2);
  if (is_bare || is_a_factor) return std::nullopt;  // the change itself, or that and 1
  const auto less_one = without_the_one(ladder);
  const std::string change = less_one                          ? *less_one
                             : odd.index != Tried::every_index ? odd.index
                                                               : "0.6*A + 0.4*B";
  return Phrase{"a percentage is the change itself: write `change = " + change + "`",
                "een percentage is zelf de verandering: schrijf `change = " + change + "`"};
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
  const Ratio factor = odd.factor();
  if (const auto rounding = of_rounding(odd)) return *rounding;
  if (const auto change = of_percentages(odd)) return *change;
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

/// "2.5%" for a rise of 250%, and of 25%: what a hand that slips once makes of it; else "3%".
std::string usual_rise(const Oddity& odd) {
  const Ratio rise = odd.after / odd.before - Ratio(1);
  const Ratio meant = Ratio(1) <= rise ? rise : rise * Ratio(10);
  const Decimal percent = round(meant, Rounding::decimals(1));
  return Decimal(0, 0) < percent && percent < Decimal(20, 0)
             ? Ratio(percent).exact_decimal()->text() + "%"
             : "3%";
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
  if (odd.clause->all_reads().empty()) {
    const std::string meant = usual_rise(odd);
    return {
        "write a fixed rise as a change: `change = " + meant + "`, if that is meant",
        "schrijf een vaste stijging als verandering: `change = " + meant + "`, als dat is bedoeld"};
  }
  return {
      "compare the figure with its reference: `X / X0`, or `change = (X - X0) / X0`; a series "
      "of percentages is the change itself, `change = X`, and needs unit = \"percent\"",
      "vergelijk het cijfer met zijn referentie: `X / X0`, of `change = (X - X0) / X0`; een "
      "reeks van percentages is zelf de verandering, `change = X`, en vraagt unit = \"percent\""};
}

/// "previous year" of "compound of previous year".
std::string window_of(const Oddity& odd) {
  static constexpr std::string_view begin = "compound of ";
  const IndexRead* read = odd.clause->find(odd.index);
  const std::string text = read == nullptr ? "" : read->use.value.text;
  return text.starts_with(begin) ? text.substr(begin.size()) : "previous year";
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

/// Of one index that the price follows in full, the other way: the whole formula as it is meant.
std::optional<Phrase> turned_round(const Oddity& odd) {
  const std::vector<IndexRead>& reads = odd.clause->reads;
  const Ratio fall = Ratio(1) - odd.factor();
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
    case Kind::follows_a_leap:
      return {"look at both figures of " + odd.index +
                  ": is a decimal sign lost, or are they of different base years?",
              "kijk naar beide cijfers van " + odd.index +
                  ": is er een decimaalteken weg, of zijn ze van verschillende basisjaren?"};
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
      return {
          "divide the difference by the reference, `(X - X0) / X0`: a difference is no percentage",
          "deel het verschil door de referentie, `(X - X0) / X0`: een verschil is geen percentage"};
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
    case Kind::never_opens:
      return {
          "let small changes add up: write base = \"at last adjustment\" at the index, or a "
          "threshold in percent with since = \"start\"",
          "laat kleine veranderingen bij elkaar optellen: schrijf base = \"at last "
          "adjustment\" bij de index, of een drempel in procenten met since = \"start\""};
    case Kind::hardly_moves: {
      const auto exact = (*odd.figures * Ratio(100)).exact_decimal();
      const std::string meant = exact ? exact->text() : "2";
      return {"is " + meant + "% meant, write `" + meant + "%`",
              "is " + meant + "% bedoeld, schrijf dan `" + meant + "%`"};
    }
    case Kind::older_reference: {
      const IndexRead* read = odd.clause->find(odd.index);
      const std::string key = read != nullptr && read->first_base ? "first_base" : "base";
      const std::string period = odd.compared->last.text();
      return {"write the reference of that time, " + key + " = \"" + period +
                  "\", or the price of the reference with its day at unit_price and price_date",
              "schrijf de referentie van die tijd, " + key + " = \"" + period +
                  "\", of bij unit_price en price_date de prijs van de referentie met zijn dag"};
    }
    case Kind::reference_after_price: {
      const IndexRead* read = odd.clause->find(odd.index);
      const std::string key = read != nullptr && read->first_base ? "first_base" : "base";
      const std::string period = odd.compared->last.text();
      return {
          "write the reference that goes with the price, " + key + " = \"" + period +
              "\"; is the price fixed for longer, write the day of the first adjustment at "
              "first",
          "schrijf de referentie die bij de prijs hoort, " + key + " = \"" + period +
              "\"; ligt de prijs langer vast, schrijf dan de datum van de eerste aanpassing bij "
              "first"};
    }
    case Kind::compounds_years:
      return {"write use = \"average of " + window_of(odd) +
                  "\", or the figure of one month, as the contract says",
              "schrijf use = \"average of " + window_of(odd) +
                  "\", of het cijfer van één maand, zoals het contract zegt"};
    case Kind::crosses_indices: {
      const std::string name = odd.index.substr(0, odd.index.find('/'));
      const std::string other = odd.index.substr(name.size() + 1);
      const std::string own = name + "/" + name + "0";
      const std::string beside = other.substr(0, other.size() - 1) + "/" + other;
      return {"put each new figure over its own reference: `" + own + "`, `" + beside + "`",
              "zet elk nieuw cijfer boven zijn eigen referentie: `" + own + "`, `" + beside + "`"};
    }
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

Phrase remedy_of(const Oddity& odd) { return unless_accepted(code_of(odd.kind), advice(odd)); }

}  // namespace pricetalk
