#include <algorithm>

#include "contract/period_rule.hpp"
#include "letter/publisher_words.hpp"
#include "letter/shown_numbers.hpp"
#include "letter/speaker.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

void threshold(Speaker& s, const Ladder& ladder) {
  if (!ladder.threshold) return;
  const Threshold& t = *ladder.threshold;
  const std::string limit =
      t.limit.points
          ? s.number(t.limit.value) + s.say(" points", " punten")
          : percent_text(Ratio(t.limit.value), std::max(0, t.limit.value.scale() - 2), s.language);
  const bool of_index =
      !t.index.empty() && (t.limit.points || t.rounding.value.kind != RoundingRule::Kind::none);
  std::string what = of_index ? s.say("the change of " + t.index, "de verandering van " + t.index)
                              : s.say("the change", "de verandering");
  if (t.tested_on.value == TestedOn::price)
    what = s.say("the change of the price, after the share that is passed on,",
                 "de verandering van de prijs, na het deel dat wordt doorberekend,");
  what += t.since.value == Since::start
              ? s.say(" since the start", " sinds de ingang")
              : s.say(" since the last adjustment", " sinds de laatste aanpassing");
  s.sentence(
      t.strict ? s.say("The price moves only when " + what + " is more than " + limit + ".",
                       "De prijs verandert alleen als " + what + " meer is dan " + limit + ".")
               : s.say("The price moves only when " + what + " is at least " + limit + ".",
                       "De prijs verandert alleen als " + what + " ten minste " + limit + " is."));
  s.sentence(t.then.value == Then::excess
                 ? s.say("Then only what lies above " + limit + " counts.",
                         "Dan telt alleen wat boven " + limit + " ligt.")
                 : s.say("Then all of the change counts.", "Dan telt de hele verandering."));
  if (const std::string rounding = s.rounding(t.rounding.value); !rounding.empty())
    s.sentence(s.say("That limit is rounded " + rounding + ", in points of the index.",
                     "Die grens wordt afgerond: " + rounding + ", in punten van de index."));
}

void share(Speaker& s, const Ladder& ladder) {
  const auto& knees = ladder.pass_through.value.knees;
  if (knees.size() == 1 && knees.front().share.as_fraction() == Ratio(1)) return;
  if (knees.size() == 1 && knees.front().share.as_fraction() == Ratio(0))
    return s.sentence(s.say("Of the change nothing is passed on.",
                            "Van de verandering wordt niets doorberekend."));
  if (knees.size() == 1)
    return s.sentence(
        s.say("Of the change, " + s.percent(knees.front().share) + " is passed on.",
              "Van de verandering wordt " + s.percent(knees.front().share) + " doorberekend."));
  std::string text =
      s.say("Of the change is passed on: ", "Van de verandering wordt doorberekend: ");
  for (std::size_t i = 0; i < knees.size(); ++i) {
    text += (i == 0 ? "" : ", ") + s.percent(knees[i].share);
    text += knees[i].up_to ? s.say(" up to ", " tot en met ") + s.percent(*knees[i].up_to)
                           : s.say(" of what is above that", " van wat daarboven ligt");
  }
  s.sentence(text + ".");
}

std::string limit_text(const Speaker& s, const Stated<LimitValue>& limit) {
  std::string text = limit.value.text;
  if (s.language == Language::nl && limit.value.value.kind == Expression::Kind::number)
    std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

/// A limit below zero that is a plain number, without its sign.
std::optional<std::string> fall(const Speaker& s, std::string limit) {
  const bool number = limit.size() > 1 && limit.front() == '-' &&
                      limit.find_first_not_of("0123456789.,%", 1) == std::string::npos;
  if (!number) return std::nullopt;
  if (s.language == Language::nl) std::replace(limit.begin(), limit.end(), '.', ',');
  return limit.substr(1);
}

void within(Speaker& s, const Limits& l) {
  const bool year = l.per.value == LimitPer::year;
  const std::string when =
      year ? s.say("In a year", "Per jaar") : s.say("At one adjustment", "Per keer");
  for (const auto& cap : l.cap) {
    const std::string most = limit_text(s, cap);
    if (const auto least = fall(s, most))
      s.sentence(when + s.say(" the price falls by at least " + *least + ".",
                              " daalt de prijs met ten minste " + *least + "."));
    else
      s.sentence(when + s.say(" the price rises by at most " + most + ".",
                              " stijgt de prijs hoogstens " + most + "."));
  }
  for (const auto& floor : l.floor) {
    const std::string least = limit_text(s, floor);
    if (const auto most = fall(s, least))
      s.sentence(when + s.say(" the price falls by at most " + *most + ".",
                              " daalt de prijs met ten hoogste " + *most + "."));
    else if (least != "0%")
      s.sentence(when + s.say(" the price moves by at least " + least + ".",
                              " is de verandering ten minste " + least + "."));
    else
      s.sentence(year ? s.say("The price is never below that of a year ago.",
                              "De prijs komt nooit onder die van een jaar eerder.")
                      : s.say("The price never goes down.", "De prijs gaat nooit omlaag."));
  }
}

/// What `per = "year"` does where the clause does not run once a year.
void per_year(Speaker& s, const Clause& clause, const Limits& l) {
  if (l.per.value != LimitPer::year || (l.cap.empty() && l.floor.empty())) return;
  if (!clause.when.every)
    return s.sentence(
        s.say("On each of these days the limit holds once, against the price of a year before, "
              "however long ago the last adjustment was.",
              "Op elk van die dagen geldt de grens één keer, tegenover de prijs van een jaar "
              "eerder, hoe lang geleden de vorige aanpassing ook was."));
  const Duration& every = clause.when.every->value;
  const auto months = every.months();
  if (months && *months == 12) return;
  const int years = months && *months > 12 ? *months / 12 : 1;
  if (months && *months > 12) {
    const std::string count = std::to_string(years);
    const std::string times =
        years == 1 ? s.say("once", "één keer") : s.say(count + " times", count + " keer");
    const std::string ago =
        years == 1 ? s.say("a year", "een jaar") : s.say(count + " years", count + " jaar");
    std::string text = s.say(
        "The clause runs every " + s.duration(every) + ": at each adjustment the limit holds " +
            times + ", against the price of " + ago + " before",
        "De clausule werkt elke " + s.duration(every) + ": bij elke aanpassing geldt de grens " +
            times + ", tegenover de prijs van " + ago + " eerder");
    if (const int rest = *months % 12; rest != 0)
      text += s.say("; the other " + s.duration({rest, Unit::month}) + " give no room",
                    "; de overige " + s.duration({rest, Unit::month}) + " geven geen ruimte");
    return s.sentence(text + ".");
  }
  s.sentence(
      s.say("The clause runs more often than once a year: each time the limit holds against "
            "the price of a year before, so for all adjustments of a year together.",
            "De clausule werkt vaker dan eens per jaar: elke keer geldt de grens tegenover "
            "de prijs van een jaar eerder, dus voor alle aanpassingen van een jaar samen."));
}

void total(Speaker& s, const Limits& l) {
  for (const auto& cap : l.cap_total) {
    const std::string most = limit_text(s, cap);
    if (const auto least = fall(s, most))
      s.sentence(s.say(
          "In all the price is at least " + *least + " below the original price.",
          "In totaal ligt de prijs ten minste " + *least + " onder de oorspronkelijke prijs."));
    else
      s.sentence(
          s.say("In all the price rises by at most " + most + " above the original price.",
                "In totaal komt de prijs hoogstens " + most + " boven de oorspronkelijke prijs."));
  }
  for (const auto& floor : l.floor_total) {
    const std::string least = limit_text(s, floor);
    if (const auto most = fall(s, least))
      s.sentence(s.say(
          "In all the price falls by at most " + *most + " below the original price.",
          "In totaal komt de prijs ten hoogste " + *most + " onder de oorspronkelijke prijs."));
    else
      s.sentence(
          s.say("In all the change against the original price is at least " + least + ".",
                "In totaal is de verandering tegenover de oorspronkelijke prijs ten minste " +
                    least + "."));
  }
  if (l.highest_price)
    s.sentence(s.say("The price is never above " + s.money(l.highest_price->value) + ".",
                     "De prijs is nooit hoger dan " + s.money(l.highest_price->value) + "."));
  if (l.lowest_price)
    s.sentence(s.say("The price is never below " + s.money(l.lowest_price->value) + ".",
                     "De prijs is nooit lager dan " + s.money(l.lowest_price->value) + "."));
  if (l.largest_increase)
    s.sentence(
        s.say("At one adjustment at most " + s.money(l.largest_increase->value) + " is added.",
              "Per keer komt er hoogstens " + s.money(l.largest_increase->value) + " bij."));
}

void cut_off(Speaker& s, const Limits& l) {
  switch (l.carry_over.value) {
    case CarryOver::none:
      s.sentence(s.say("What a limit cuts off is lost for good.",
                       "Wat door een grens wegvalt, vervalt voorgoed."));
      break;
    case CarryOver::increases:
      s.sentence(s.say("What the cap cuts off may be added at a later date.",
                       "Wat door het maximum wegvalt, mag op een latere datum alsnog."));
      break;
    case CarryOver::decreases:
      s.sentence(s.say("A decrease that the floor holds back is set off against later increases.",
                       "Een daling die door het minimum wegvalt, gaat af van latere stijgingen."));
      break;
    case CarryOver::both:
      s.sentence(
          s.say("What a limit cuts off comes back at a later date, up or down.",
                "Wat door een grens wegvalt, komt op een latere datum terug, omhoog of omlaag."));
      break;
  }
  if (l.unused_cap.value == UnusedCap::kept)
    s.sentence(s.say("Room that is left under the cap is kept for the next adjustment.",
                     "Ruimte die onder het maximum overblijft, mag bij de volgende aanpassing "
                     "alsnog worden gebruikt."));
}

void rounded(Speaker& s, const RoundingRule& rule, const char* en, const char* nl) {
  if (rule.kind == RoundingRule::Kind::as_written) return;
  if (s.for_customer && rule.kind == RoundingRule::Kind::decimals)
    return s.sentence(s.say(std::string(en) + " is ", std::string(nl) + " wordt ") +
                      rounded_to(Rounding::decimals(rule.decimals, rule.mode), false, s.language) +
                      ".");
  const std::string rounding = s.rounding(rule);
  if (!rounding.empty())
    s.sentence(s.say(std::string(en) + " is rounded " + rounding + ".",
                     std::string(nl) + " wordt afgerond: " + rounding + "."));
}

void rounding(Speaker& s, const Ladder& ladder) {
  const Roundings& r = ladder.rounding;
  rounded(s, r.change.value, "The change", "De verandering");
  rounded(s, r.coefficient.value, "The coefficient", "De coëfficiënt");
  rounded(s, r.increase.value, "The amount added", "Het bedrag dat erbij komt");
  rounded(s, r.price.value, "The new price", "De nieuwe prijs");
  if (r.price.value.kind == RoundingRule::Kind::none)
    s.sentence(s.say("The new price is not rounded.", "De nieuwe prijs wordt niet afgerond."));
  if (r.carry.value == Carry::exact)
    s.sentence(s.say("The next step starts from the price before rounding.",
                     "De volgende stap begint bij de prijs vóór afronding."));
}

void link(Speaker& s, const LinkTerms& link) {
  std::string text =
      s.say("Where that series has no figure, " + link.next.value.value + " is read and converted",
            "Waar die reeks geen cijfer heeft, wordt " + link.next.value.value +
                " gelezen en omgerekend");
  if (link.coefficient)
    text += s.say(", times ", ", maal ") + decimal_text(link.coefficient->value, s.language);
  else if (link.coefficient_to_next)
    text += s.say(", divided by ", ", gedeeld door ") +
            decimal_text(link.coefficient_to_next->value, s.language);
  else if (link.at)
    text += link.at->value.period
                ? s.say(" by the figures of both in ", " met de cijfers van beide in ") +
                      period_text(*link.at->value.period, s.language)
                : s.say(" by the latest figures that are definitive in both",
                        " met de laatste cijfers die in beide definitief zijn");
  text += ".";
  if (link.method.value == LinkMethod::double_fraction)
    text += s.say(" Nothing is rounded on the way (double fraction).",
                  " Onderweg wordt niets afgerond (dubbele breuk).");
  if (const std::string r = s.rounding(link.coefficient_rounding.value); !r.empty())
    text += s.say(" The coefficient is rounded " + r + ".",
                  " De koppelcoëfficiënt wordt afgerond: " + r + ".");
  if (const std::string r = s.rounding(link.rounding.value); !r.empty())
    text += s.say(" The converted figure is rounded " + r + ".",
                  " Het omgerekende cijfer wordt afgerond: " + r + ".");
  s.sentence(text);
}

/// How one figure is read: rounded, interpolated, in which version and base.
void figure(Speaker& s, const IndexRead& read) {
  if (read.interpolation.value == Interpolation::linear)
    s.sentence(s.say("Inside a month " + read.symbol + " is interpolated by days.",
                     "Binnen een maand wordt " + read.symbol + " naar dagen geïnterpoleerd."));
  if (const std::string r = s.rounding(read.rounding.value); !r.empty())
    s.sentence(s.say("The figure that is read is rounded " + r + ".",
                     "Het gelezen cijfer wordt afgerond: " + r + "."));
  if (read.publication.value == Which::first)
    s.sentence(s.say("The figure as it was first published counts; later revisions do not.",
                     "Het cijfer zoals het eerst is gepubliceerd telt; latere herzieningen niet."));
  if (read.publication.value == Which::definitive)
    s.sentence(s.say("Only a definitive figure counts.", "Alleen een definitief cijfer telt."));
  const ComparisonBase& base = read.in_base_of.value;
  if (base.of == ComparisonBase::Of::comparison)
    s.sentence(s.say("Both figures are compared in the base of the new one.",
                     "Beide cijfers worden vergeleken in de basis van het nieuwe."));
  else if (base.of == ComparisonBase::Of::series)
    s.sentence(s.say("Both figures are compared in the base of " + base.series + ".",
                     "Beide cijfers worden vergeleken in de basis van " + base.series + "."));
}

}  // namespace

void say_ladder(Speaker& s, const Clause& clause, const Ladder& ladder) {
  const Limits& l = ladder.limits;
  threshold(s, ladder);
  share(s, ladder);
  within(s, l);
  per_year(s, clause, l);
  total(s, l);
  if (!l.cap.empty() || !l.floor.empty() || !l.cap_total.empty() || !l.floor_total.empty())
    cut_off(s, l);
  rounding(s, ladder);
}

void say_index(Speaker& s, const IndexRead& read, bool compared) {
  const std::string& id = read.series.value.value;
  const Series* series = s.library.find(id);
  const std::string title = series != nullptr && !series->title.empty() ? series->title : id;
  const std::string publisher =
      series != nullptr && !series->publisher.empty() ? series->publisher + ", " : "";
  const std::string name = s.for_customer && series != nullptr
                               ? published_name(*series, s.language)
                               : title + " (" + publisher + id + ")";
  std::string text = read.symbol + " is " + name + ": " +
                     (read.use_unknown ? s.say("a period that the contract does not name",
                                               "een periode die het contract niet noemt")
                                       : pricetalk::in_words(read.use.value).in(s.language)) +
                     ".";
  if (read.series_unknown)
    text += s.say(" Whether that series is meant or one like it, the contract does not say.",
                  " Of die reeks is bedoeld of een verwante, zegt het contract niet.");
  if (compared && read.base_unknown) {
    text += s.say(" With which figure it is compared, the contract does not say.",
                  " Met welk cijfer het wordt vergeleken, zegt het contract niet.");
  } else if (compared) {
    text += s.say(" It is compared with ", " Dat wordt vergeleken met ") + read.symbol +
            "0: " + pricetalk::in_words(read.base.value).in(s.language);
    if (read.first_base)
      text += s.say(", the first time: ", ", de eerste keer: ") +
              pricetalk::in_words(read.first_base->value).in(s.language);
    text += read.base.by_default() ? s.say(" (by default; the contract does not say).",
                                           " (standaard; het contract zegt het niet).")
                                   : ".";
  }
  s.sentence(text);
  figure(s, read);
  for (const LinkTerms& terms : read.links) link(s, terms);
  if (read.if_missing.value == IfMissing::latest_and_true_up)
    s.sentence(
        s.say("When the figure is not published yet, the latest one is used and the price "
              "is provisional. The difference is settled when the figure is there.",
              "Is het cijfer nog niet gepubliceerd, dan geldt voorlopig het laatst "
              "gepubliceerde cijfer. Zodra het cijfer er is, wordt het verschil verrekend."));
}

}  // namespace pricetalk
