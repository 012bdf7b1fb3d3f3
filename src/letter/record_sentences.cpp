#include <array>

#include "document/time_words.hpp"
#include "explain/currency_name.hpp"
#include "explain/unit_words.hpp"
#include "letter/example_words.hpp"
#include "letter/speaker.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

std::string ids(const Speaker& s, const std::vector<Stated<Id>>& stated) {
  std::vector<std::string> made;
  for (const auto& id : stated) made.push_back(id.value.value);
  return s.listed(made);
}

void announcements(Speaker& s) {
  const auto& all = s.contract.terms.announcement;
  if (all.empty()) return;
  s.part(s.say("What was announced", "Wat er is aangekondigd"));
  for (const AnnouncementTerms& a : all) {
    const std::string form = a.form ? s.form(a.form->value) : std::string();
    std::string text =
        s.say("On " + s.day(a.date.value) + form + ": clause " + a.clause.value.value +
                  ", the adjustment of " + s.day(a.for_date.value),
              "Op " + s.day(a.date.value) + form + ": clausule " + a.clause.value.value +
                  ", de aanpassing van " + s.day(a.for_date.value));
    if (a.change)
      text += s.say(", a change of ", ", een verandering van ") + s.percent(a.change->value);
    s.sentence(text + ".");
  }
}

std::string decided(const Speaker& s, const DecisionTerms& d) {
  switch (d.kind.value) {
    case DecisionKind::waived:
      return s.say("no adjustment", "geen aanpassing");
    case DecisionKind::reduced: {
      const std::string change = s.percent(d.change->value);
      return s.say("a step of " + change, "een stap van " + change);
    }
    case DecisionKind::deferred:
      return s.say("put off until " + s.day(d.to->value), "uitgesteld tot " + s.day(d.to->value));
    case DecisionKind::agreed_price:
      return s.say("the price becomes " + s.money(d.unit_price->value),
                   "de prijs wordt " + s.money(d.unit_price->value));
  }
  return {};
}

void decisions(Speaker& s) {
  if (s.contract.terms.decision.empty()) return;
  s.part(s.say("What was decided", "Wat er is besloten"));
  for (const DecisionTerms& d : s.contract.terms.decision) {
    std::string text = s.day(d.date.value) + ": " + decided(s, d);
    if (!d.clause.empty()) text += s.say(", of clause ", ", van clausule ") + ids(s, d.clause);
    if (!d.price.empty()) {
      std::vector<std::string> titles;
      for (const auto& id : d.price) titles.push_back(s.line(id.value.value));
      text += s.say(", for ", ", voor ") + s.listed(titles);
    }
    if (d.by) text += s.say(", by ", ", door ") + d.by->value;
    text += in_brackets(d.reason) + ". ";
    text += d.catch_up.value ? s.say("What was given up comes back at the next date.",
                                     "Wat is prijsgegeven, komt op de volgende datum terug.")
                             : s.say("What was given up does not come back.",
                                     "Wat is prijsgegeven, komt niet terug.");
    text += confirmed(s, d.confirmed_by, d.confirmed_on);
    text += written_at(s, d.source);
    s.sentence(text);
  }
}

void disclosures(Speaker& s) {
  if (s.contract.terms.disclosure.empty()) return;
  s.part(s.say("Mistakes that were told", "Fouten die zijn verteld"));
  for (const DisclosureTerms& told : s.contract.terms.disclosure) {
    const std::string by = told.by ? s.say(" by ", " door ") + told.by->value : std::string();
    const std::string to = told.to ? s.say(" to ", " aan ") + told.to->value : std::string();
    std::string text = s.say("Told on " + s.day(told.date.value) + by + to + ": ",
                             "Op " + s.day(told.date.value) + by + to + " verteld: ") +
                       told.what.value;
    if (told.price) text += s.say(", of ", ", van ") + s.line(told.price->value.value);
    if (told.rule) text += s.say(", rule ", ", regel ") + told.rule->value.value;
    if (told.amount) text += " (" + s.money(told.amount->value) + ")";
    text += ".";
    if (told.form)
      text +=
          s.say(" The customer chose: ", " De klant koos: ") + Speaker::closed(told.form->value);
    if (told.refund_on)
      text += s.say(" To be paid back on " + s.day(told.refund_on->value) + ".",
                    " Terug te betalen op " + s.day(told.refund_on->value) + ".");
    if (told.refunded_on)
      text += s.say(" Paid back on " + s.day(told.refunded_on->value) + ".",
                    " Terugbetaald op " + s.day(told.refunded_on->value) + ".");
    if (told.confirmed_by)
      text += s.say(" Confirmed by " + told.confirmed_by->value + ".",
                    " Bevestigd door " + told.confirmed_by->value + ".");
    if (told.evidence)
      text += s.say(" Written in: ", " Vastgelegd in: ") + Speaker::closed(told.evidence->value);
    s.sentence(text);
  }
}

std::string expected(const Speaker& s, const ExpectedValue& value) {
  switch (value.kind) {
    case ExpectedValue::Kind::number:
      return s.number(value.value);
    case ExpectedValue::Kind::percent:
      return s.percent(Percent{value.value});
    case ExpectedValue::Kind::word:
      return outcome_words(value.text).in(s.language);
  }
  return {};
}

void examples(Speaker& s) {
  if (s.contract.terms.worked_example.empty()) return;
  s.part(s.say("Worked examples", "Rekenvoorbeelden"));
  for (const WorkedExampleTerms& e : s.contract.terms.worked_example) {
    std::string text = s.day(e.on.value);
    if (e.to) text += s.say(" up to and including ", " tot en met ") + s.day(e.to->value);
    if (e.price) text += ", " + s.line(e.price->value.value);
    text += ": " + example_words(e.what.value).in(s.language) + " = " + expected(s, e.is.value);
    if (e.printed.value == Printed::down) text += s.say(" (digits cut off)", " (cijfers afgekapt)");
    if (e.computed)
      text += s.say("; recomputed ", "; nagerekend ") + expected(s, e.computed->value);
    s.sentence(text + ".");
  }
}

/// The figures that stand in the contract itself: what they are, how many, the first and the last.
void own_series(Speaker& s) {
  static constexpr std::array<std::array<const char*, 2>, 4> units = {
      {{"index", "indexcijfers"},
       {"percentages", "percentages"},
       {"prices", "prijzen"},
       {"ratios", "verhoudingen"}}};
  if (s.contract.terms.series.empty()) return;
  s.part(s.say("Figures in the contract itself", "Cijfers in het contract zelf"));
  for (const SeriesTerms& t : s.contract.terms.series) {
    std::string text = t.id.value.value;
    if (t.title) text += ", " + t.title->value;
    text += ": " +
            std::string(
                units[static_cast<std::size_t>(t.unit.value)][s.language == Language::nl ? 1 : 0]);
    for (const auto& word : {t.publisher, t.table, t.base, t.licence, t.source, t.derived})
      if (word) text += ", " + word->value;
    if (t.per) text += ", " + per_unit(t.per->value, s.language);
    if (t.currency) text += ", in " + currency_name(t.currency->value).in(s.language);
    if (t.frequency)
      text += s.say(", one a ", ", één per ") + words(t.frequency->value).in(s.language);
    if (t.decimals)
      text += s.say(", decimals: ", ", decimalen: ") + std::to_string(t.decimals->value);
    if (t.retrieved)
      text += s.say(", taken over on ", ", overgenomen op ") + s.day(t.retrieved->value);
    text += ".";
    if (!t.figures.empty()) {
      const auto shown = [&](const FigureRow& row) {
        return period_text(row.period, s.language) + " (" + decimal_text(row.value, s.language) +
               ")";
      };
      text += s.say(" Figures: ", " Cijfers: ") + std::to_string(t.figures.size()) + ", " +
              shown(t.figures.front().value);
      if (t.figures.size() > 1)
        text += s.say(" up to ", " tot en met ") + shown(t.figures.back().value);
      text += ".";
    }
    if (t.successor)
      text +=
          s.say(" It goes on as ", " De reeks gaat verder als ") + t.successor->value.value + ".";
    if (t.stopped)
      text +=
          s.say(" Its last period is ", " De laatste periode is ") + t.stopped->value.text() + ".";
    s.sentence(text);
  }
}

}  // namespace

void say_records(Speaker& s) {
  announcements(s);
  decisions(s);
  disclosures(s);
  examples(s);
  own_series(s);
}

std::string returns_text(const Speaker& s, const ReturnTerms& r) {
  static constexpr std::array<std::array<const char*, 2>, 3> counted = {
      {{"delivery", "de levering"},
       {"the last item", "de laatste levering"},
       {"the conclusion of the contract", "het sluiten van het contract"}}};
  std::string text = s.say(" Goods may be returned within " + s.duration(r.period.value),
                           " Goederen mogen binnen " + s.duration(r.period.value) + " terug");
  if (r.counted_from)
    text += s.say(", counted from ", ", geteld vanaf ") +
            counted[static_cast<std::size_t>(r.counted_from->value)]
                   [s.language == Language::nl ? 1 : 0];
  text += ".";
  if (r.condition)
    text += s.say(" Condition: ", " Voorwaarde: ") + Speaker::closed(r.condition->value);
  if (!r.exceptions.empty()) {
    std::vector<std::string> all;
    for (const auto& one : r.exceptions) all.push_back(one.value);
    text += s.say(" Not for ", " Niet voor ") + s.listed(all) + ".";
  }
  if (r.send_back_within)
    text += s.say(" They are sent back within " + s.duration(r.send_back_within->value) + ".",
                  " Terugzenden binnen " + s.duration(r.send_back_within->value) + ".");
  if (r.refund_within)
    text += s.say(" The money is back within " + s.duration(r.refund_within->value) + ".",
                  " Het geld is terug binnen " + s.duration(r.refund_within->value) + ".");
  if (r.return_costs)
    text +=
        r.return_costs->value == Side::customer
            ? s.say(" The customer pays for sending back.", " De klant betaalt de terugzending.")
            : s.say(" The supplier pays for sending back.",
                    " De leverancier betaalt de terugzending.");
  if (r.restocking && !r.restocking->value.of_hundred.is_zero())
    text += s.say(" " + s.percent(r.restocking->value) + " of the price is kept.",
                  " Daarbij wordt " + s.percent(r.restocking->value) + " van de prijs ingehouden.");
  return text + (r.communicated
                     ? s.say(" The customer was told on ", " De klant is dit verteld op ") +
                           s.day(r.communicated->value) + "."
                     : s.say(" It is not on record that the customer was told.",
                             " Er is niet vastgelegd dat de klant dit is verteld."));
}

void say_returns(Speaker& s) {
  static constexpr std::array<std::array<const char*, 2>, 4> remedies = {
      {{"repair", "herstel"},
       {"replacement", "vervanging"},
       {"a lower price", "prijsverlaging"},
       {"ending the contract", "ontbinding"}}};
  const auto& r = s.contract.terms.returns;
  const auto& n = s.contract.terms.non_conformity;
  if (!r && !n) return;
  s.part(s.say("Returns and defects", "Retour en gebreken"));
  if (r) s.sentence(returns_text(s, *r).substr(1));
  if (!n) return;
  std::string text;
  if (n->burden_of_proof_on_seller) {
    const std::string time = s.duration(n->burden_of_proof_on_seller->value);
    text += s.say("For " + time + " a defect is presumed to have been there at delivery. ",
                  "Een gebrek dat binnen " + time +
                      " aan het licht komt, wordt geacht er bij levering al te zijn geweest. ");
  }
  if (n->claim_within)
    text += s.say(
        "A complaint comes within " + s.duration(n->claim_within->value) + " after discovery. ",
        "Een klacht komt binnen " + s.duration(n->claim_within->value) + " na ontdekking. ");
  if (n->liability)
    text += s.say("The seller answers for " + s.duration(n->liability->value) + ". ",
                  "De verkoper staat in voor " + s.duration(n->liability->value) + ". ");
  if (!n->remedies.empty()) {
    std::vector<std::string> all;
    for (const auto& one : n->remedies)
      all.emplace_back(
          remedies[static_cast<std::size_t>(one.value)][s.language == Language::nl ? 1 : 0]);
    text += s.say("The buyer may ask for " + s.listed(all) + ". ",
                  "De koper kan vragen om " + s.listed(all) + ". ");
  }
  while (text.ends_with(' ')) text.pop_back();
  if (text.empty()) return;
  text += n->communicated ? s.say(" The customer was told on ", " De klant is dit verteld op ") +
                                s.day(n->communicated->value) + "."
                          : s.say(" It is not on record that the customer was told.",
                                  " Er is niet vastgelegd dat de klant dit is verteld.");
  s.sentence(text);
}

}  // namespace pricetalk
