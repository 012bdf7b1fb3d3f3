#include "letter/speaker.hpp"

namespace pricetalk {

namespace {

void money_of(Speaker& s, const InnovationTerms& i) {
  const auto said = [&](const std::optional<Stated<Decimal>>& amount, const char* en,
                        const char* nl) {
    if (amount) s.sentence(s.say(en, nl) + s.money(amount->value) + ".");
  };
  said(i.reduction_per_month,
       "The customer pays less each month: ", "De klant betaalt per maand minder: ");
  if (i.investment || i.paid_by) {
    const Side side = i.paid_by ? i.paid_by->value : Side::supplier;
    const std::string amount = s.money(
        i.investment ? i.investment->value : Decimal(0, s.contract.currency.minor_decimals()));
    s.sentence(s.say("Investment: " + amount + ", paid by " + s.side(side) + ".",
                     "Investering: " + amount + ", betaald door " + s.side(side) + "."));
  }
  said(i.running_cost_per_year, "Running costs a year: ", "Lopende kosten per jaar: ");
  if (const auto& saving = i.saving_per_year) {
    std::string text = s.say("Saving a year: cautious ", "Besparing per jaar: voorzichtig ") +
                       s.money(saving->cautious.value);
    if (saving->expected)
      text += s.say(", expected ", ", verwacht ") + s.money(saving->expected->value);
    if (saving->optimistic)
      text += s.say(", optimistic ", ", gunstig ") + s.money(saving->optimistic->value);
    s.sentence(text + ".");
  }
  if (i.lowers_costs_of)
    s.sentence(s.say("It lowers the costs of " + s.side(i.lowers_costs_of->value) + ".",
                     "De besparing is voor " + s.side(i.lowers_costs_of->value) + "."));
  if (i.share_to_supplier || i.sharing_for) {
    const std::string share =
        s.percent(i.share_to_supplier ? i.share_to_supplier->value : Percent{Decimal(0, 0)});
    std::string text = s.say("Of the customer's saving " + share + " is paid to us",
                             "Van de besparing van de klant komt " + share + " bij ons");
    if (i.sharing_for) text += s.say(", for ", ", gedurende ") + s.duration(i.sharing_for->value);
    s.sentence(text + ".");
  }
  if (i.share_to_customer)
    s.sentence(s.say(
        "Of our saving " + s.percent(i.share_to_customer->value) + " is paid to the customer.",
        "Van onze besparing gaat " + s.percent(i.share_to_customer->value) + " naar de klant."));
  for (const RealisedTerms& r : i.realised) {
    const std::string year = std::to_string(r.year.value);
    const std::string saving = s.money(r.saving.value);
    s.sentence(s.say("Really saved in " + year + ": " + saving,
                     "Werkelijk bespaard in " + year + ": " + saving) +
               (r.evidence ? " (" + r.evidence->value + ")" : std::string()) + ".");
  }
}

std::string form_sentence(const Speaker& s, InnovationForm form) {
  switch (form) {
    case InnovationForm::gift:
      return s.say("A gift: the indexation is waived whatever the innovation brings.",
                   "Een geschenk: de indexatie vervalt, wat de vernieuwing ook oplevert.");
    case InnovationForm::exchange:
      break;
    case InnovationForm::gain_share:
      return s.say("A shared gain: the indexation is waived, and both share what is really saved.",
                   "Samen delen: de indexatie vervalt, en beide delen in wat echt wordt bespaard.");
    case InnovationForm::glide_path:
      return s.say("A glide path: the indexation comes in smaller steps.",
                   "Een glijpad: de indexatie komt in kleinere stappen.");
    case InnovationForm::relief:
      return s.say("Relief: a lower price until a day, and then the contract's again.",
                   "Verlichting: tot een dag een lagere prijs, daarna weer die van het contract.");
    case InnovationForm::referral:
      return s.say("A referral: another can do it better, and we gain nothing by it.",
                   "Een verwijzing: een ander kan het beter, en wij verdienen er niets aan.");
    case InnovationForm::leave_out:
      return s.say(
          "Leaving out: a part of the service goes, and what that saves pays for the "
          "indexation that is waived.",
          "Weglaten: een deel van de dienst vervalt, en wat dat bespaart, betaalt de "
          "indexatie die vervalt.");
  }
  return s.say("In exchange: the innovation pays for the indexation that is waived.",
               "Een ruil: de vernieuwing betaalt de indexatie die vervalt.");
}

void time_of(Speaker& s, const InnovationTerms& i) {
  if (i.lead_time)
    s.sentence(s.say("It takes " + s.duration(i.lead_time->value) + " to get it going.",
                     "Het duurt " + s.duration(i.lead_time->value) + " voordat het kan beginnen."));
  if (i.start)
    s.sentence(s.say("It starts on " + s.day(i.start->value) + ".",
                     "Het begint op " + s.day(i.start->value) + "."));
  if (i.end)
    s.sentence(s.say("It ends on " + s.day(i.end->value) + ".",
                     "Het eindigt op " + s.day(i.end->value) + "."));
  if (i.ramp_up)
    s.sentence(s.say("The first " + s.duration(i.ramp_up->value) + " nothing is saved yet.",
                     "De eerste " + s.duration(i.ramp_up->value) + " levert het nog niets op."));
}

}  // namespace

void say_innovation(Speaker& s, const std::string& id, const InnovationTerms& i) {
  s.part(s.say("What can be offered: ", "Wat kan worden aangeboden: ") + id);
  s.sentence(Speaker::closed(i.what.value));
  if (i.form) s.sentence(form_sentence(s, i.form->value));
  for (const GlideStepTerms& step : i.steps)
    s.sentence(s.say("On " + s.day(step.date.value) + " the prices rise by " +
                         s.percent(step.change.value) + ".",
                     "Op " + s.day(step.date.value) + " stijgen de prijzen met " +
                         s.percent(step.change.value) + "."));
  if (!i.lines.empty()) {
    std::vector<std::string> titles;
    for (const auto& line : i.lines) titles.push_back(s.line(line.value.value));
    s.sentence(s.say("It touches ", "Het gaat over ") + Speaker::closed(s.listed(titles)));
  }
  const auto said = [&](const std::optional<Stated<std::string>>& text, const char* en,
                        const char* nl) {
    if (text) s.sentence(s.say(en, nl) + Speaker::closed(text->value));
  };
  const auto others = [&](const std::vector<Stated<Id>>& ids, const char* en, const char* nl) {
    std::vector<std::string> names;
    for (const auto& each : ids) names.push_back(each.value.value);
    if (!names.empty()) s.sentence(s.say(en, nl) + Speaker::closed(s.listed(names)));
  };
  others(i.excludes, "It cannot go with ", "Het gaat niet samen met ");
  others(i.needs, "It does not go without ", "Het gaat niet zonder ");
  said(i.leaves_out, "What goes: ", "Wat vervalt: ");
  said(i.refers_to, "Who can do it better: ", "Wie het beter kan: ");
  said(i.proposed_by, "Proposed by ", "Voorgesteld door ");
  said(i.tried_at, "Tried at ", "Geprobeerd bij ");
  said(i.capability, "What we can show: ", "Wat wij al kunnen: ");
  said(i.evidence, "Evidence: ", "Bewijs: ");
  time_of(s, i);
  money_of(s, i);
  said(i.meter, "Measured by: ", "Gemeten met: ");
  said(i.customer_effort, "Asked of the customer: ", "Gevraagd van de klant: ");
  said(i.effort, "Asked of us: ", "Gevraagd van ons: ");
  said(i.risks, "What could go wrong: ", "Wat er mis kan gaan: ");
}

}  // namespace pricetalk
