#include <array>

#include "letter/speaker.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

std::string who(const Speaker& s, Side side) {
  const std::string& name = side == Side::supplier ? s.contract.supplier : s.contract.customer;
  if (!name.empty()) return name;
  return side == Side::supplier ? s.say("supplier", "leverancier") : s.say("customer", "klant");
}

void promise(Speaker& s, const PromiseTerms& p) {
  static constexpr std::array<std::array<const char*, 2>, 4> states = {
      {{"open", "open"},
       {"kept", "nagekomen"},
       {"broken", "niet nagekomen"},
       {"released", "kwijtgescholden"}}};
  std::string text = who(s, p.by.value) + ": " + p.what.value;
  text += s.say(" (promised on ", " (toegezegd op ") + s.day(p.date.value);
  if (p.due)
    text += s.say(", due ", ", uiterlijk ") +
            s.day(p.due->value.on ? *p.due->value.on : p.date.value + *p.due->value.within);
  if (p.state.value != PromiseState::open)
    text += std::string(", ") +
            states[static_cast<std::size_t>(p.state.value)][s.language == Language::nl ? 1 : 0];
  if (p.evidence) text += "; " + p.evidence->value;
  s.sentence(text + ")." + confirmed(s, p.confirmed_by, p.confirmed_on));
}

/// What is owed, what is still open first.
void promises(Speaker& s) {
  for (const bool open : {true, false}) {
    bool titled = false;
    for (const auto* all : {&s.contract.terms.promise, &s.contract.terms.obligation})
      for (const PromiseTerms& p : *all) {
        if ((p.state.value == PromiseState::open) != open) continue;
        if (!titled)
          s.part(open ? s.say("What is still open", "Wat er nog openstaat")
                      : s.say("What was promised and is settled", "Wat is toegezegd en afgedaan"));
        titled = true;
        promise(s, p);
      }
  }
}

void contact(Speaker& s, const ContactTerms& c) {
  static constexpr std::array<std::array<const char*, 2>, 9> roles = {
      {{"decides", "beslist"},
       {"has influence", "heeft invloed"},
       {"buys", "koopt in"},
       {"uses it", "gebruikt het"},
       {"looks after the money", "gaat over het geld"},
       {"gatekeeper", "poortwachter"},
       {"account manager", "accountmanager"},
       {"expert", "deskundige"},
       {"director", "directeur"}}};
  std::string text = c.name.value + s.say(", of ", ", van ") + s.side(c.party.value);
  if (c.job) text += ", " + c.job->value;
  if (c.role)
    text += std::string(": ") +
            roles[static_cast<std::size_t>(c.role->value)][s.language == Language::nl ? 1 : 0];
  if (c.salutation) text += "; " + c.salutation->value;
  text += c.form_of_address.value == AddressForm::informal ? s.say("; informal", "; met je en jij")
                                                           : s.say("; formal", "; met u");
  if (c.phone) text += "; " + c.phone->value;
  if (c.email) text += "; " + c.email->value;
  if (c.speaks_with) text += s.say("; speaks with ", "; spreekt met ") + c.speaks_with->value;
  if (c.last_contact)
    text += s.say("; last contact on ", "; laatste contact op ") + s.day(c.last_contact->value);
  if (c.last_visit)
    text += s.say("; last visit on ", "; laatste bezoek op ") + s.day(c.last_visit->value);
  s.sentence(Speaker::closed(text));
}

void signals(Speaker& s) {
  static constexpr std::array<std::array<const char*, 2>, 3> kinds = {
      {{"volume", "volume"}, {"contacts", "contacten"}, {"score", "waardering"}}};
  if (s.contract.terms.signal.empty()) return;
  s.part(s.say("What was counted", "Wat er is geteld"));
  for (const SignalTerms& signal : s.contract.terms.signal)
    s.sentence(
        signal.period.value.text() + ", " +
        kinds[static_cast<std::size_t>(signal.what.value)][s.language == Language::nl ? 1 : 0] +
        ": " + s.number(signal.value.value) + in_brackets(signal.evidence) + ".");
}

void talk(Speaker& s) {
  const auto& t = s.contract.terms.talk;
  if (!t) return;
  s.part(s.say("The price talk", "Het prijsgesprek"));
  std::string text =
      s.say("The talk is on " + s.day(t->on.value), "Het gesprek is op " + s.day(t->on.value));
  if (t->service) text += s.say(", about ", ", over ") + t->service->value;
  s.sentence(text + ".");
  if (t->sender) s.sentence(s.say("For us: ", "Namens ons: ") + Speaker::closed(t->sender->value));
  if (t->receiver)
    s.sentence(s.say("For the customer: ", "Namens de klant: ") +
               Speaker::closed(t->receiver->value));
  if (t->place)
    s.sentence(s.say("The letter is from ", "De brief komt uit ") +
               Speaker::closed(t->place->value));
  if (t->budget)
    s.sentence(s.say("We may invest ", "Wij mogen investeren: ") + s.money(t->budget->value) +
               s.say(" in what is offered.", ", in alles wat wordt aangeboden."));
  if (t->called_on)
    s.sentence(s.say("The customer was called on " + s.day(t->called_on->value) + ".",
                     "De klant is gebeld op " + s.day(t->called_on->value) + "."));
  if (t->sent_on)
    s.sentence(s.say("The letter went out on " + s.day(t->sent_on->value) + ".",
                     "De brief is verstuurd op " + s.day(t->sent_on->value) + "."));
  if (t->answered_on)
    s.sentence(s.say("The customer answered on " + s.day(t->answered_on->value) + ".",
                     "De klant heeft geantwoord op " + s.day(t->answered_on->value) + "."));
  if (t->agreed_on)
    s.sentence(s.say("Both sides agreed on " + s.day(t->agreed_on->value) + ".",
                     "Beide partijen werden het eens op " + s.day(t->agreed_on->value) + "."));
  const auto moment = [&](const DateTime& at) {
    const std::string minutes = std::to_string(at.minute);
    return s.day(at.date) + ", " + std::to_string(at.hour) +
           (s.language == Language::nl ? "." : ":") + (minutes.size() == 1 ? "0" : "") + minutes;
  };
  if (t->call_at)
    s.sentence(s.say("The sender calls on " + moment(t->call_at->value) + ".",
                     "De afzender belt op " + moment(t->call_at->value) + " uur."));
  if (t->reply_by)
    s.sentence(s.say("An answer is asked by " + moment(t->reply_by->value) + ".",
                     "Antwoord graag uiterlijk op " + moment(t->reply_by->value) + " uur."));
}

void letter_words(Speaker& s) {
  const auto& l = s.contract.terms.letter;
  if (!l) return;
  s.part(s.say("What is written for the letters", "Wat er voor de brieven is geschreven"));
  const auto said = [&](const std::optional<Stated<std::string>>& text, const char* en,
                        const char* nl) {
    if (text) s.sentence(s.say(en, nl) + Speaker::closed(text->value));
  };
  said(l->cost_reason, "Why our costs moved: ", "Waarom onze kosten veranderden: ");
  said(l->own_effort, "What we did ourselves: ", "Wat wij zelf deden: ");
  said(l->alternative, "How the price could move less: ", "Hoe de prijs minder kan veranderen: ");
  said(l->error_cause, "What went wrong: ", "Wat er misging: ");
  said(l->prevention, "Why it does not happen again: ", "Waarom het niet nog eens gebeurt: ");
  said(l->director, "Who joins the talk about it: ", "Wie bij dat gesprek aanschuift: ");
  if (l->undercharge_waived.value)
    s.sentence(s.say("What was charged too little by mistake is left as it is.",
                     "Wat per ongeluk te weinig is gerekend, blijft zo."));
  said(l->relief_reason, "Why a step is put off: ", "Waarom een stap wordt uitgesteld: ");
  said(l->cannot_do, "What we cannot do: ", "Wat wij niet kunnen: ");
  said(l->refer_to, "Who can: ", "Wie het wel kan: ");
  said(l->memory, "What only the two share: ", "Wat alleen deze twee delen: ");
  said(l->lesson, "What we take from it: ", "Wat wij ervan leren: ");
  said(l->staff, "What becomes of the people: ", "Wat er met de mensen gebeurt: ");
  if (l->visit_at)
    s.sentence(s.say("A visit to say thank you: ", "Langskomen om te bedanken: ") +
               s.day(l->visit_at->value.date) + ".");
  if (l->reachable_until)
    s.sentence(s.say("To be reached until ", "Bereikbaar tot en met ") +
               s.day(l->reachable_until->value) + ".");
}

void commitments(Speaker& s) {
  if (s.contract.terms.commitment.empty()) return;
  s.part(s.say("Who of us does what a letter promises", "Wie van ons doet wat een brief belooft"));
  for (const CommitmentTerms& c : s.contract.terms.commitment) {
    std::string text = c.owner.value + ": " + c.what.value;
    text += c.accepted_on
                ? s.say(", taken on on ", ", op zich genomen op ") + s.day(c.accepted_on->value)
                : s.say(", not taken on yet", ", nog niet op zich genomen");
    s.sentence(text + in_brackets(c.evidence) + ".");
  }
}

void market(Speaker& s) {
  if (s.contract.terms.price_level.empty()) return;
  s.part(s.say("What the market pays", "Wat de markt betaalt"));
  for (const PriceLevelTerms& level : s.contract.terms.price_level) {
    std::string text = s.line(level.price.value.value) + s.say(", on ", ", op ") +
                       s.day(level.as_of.value) + s.say(": usual ", ": gebruikelijk ") +
                       s.money(level.normal.value);
    if (level.low) text += s.say(", from ", ", vanaf ") + s.money(level.low->value);
    if (level.high) text += s.say(", up to ", ", tot ") + s.money(level.high->value);
    if (level.region) text += s.say(", region ", ", regio ") + level.region->value;
    if (level.volume_class) text += ", " + level.volume_class->value;
    text += in_brackets(level.source) + ".";
    if (level.moved_by)
      text += s.say(" It moves with " + level.moved_by->value.value + ".",
                    " Het beweegt mee met " + level.moved_by->value.value + ".");
    s.sentence(text);
  }
}

void costs(Speaker& s) {
  if (s.contract.terms.cost_share.empty()) return;
  s.part(s.say("What it really costs to deliver", "Waar de kosten uit bestaan"));
  for (const CostShareTerms& share : s.contract.terms.cost_share) {
    std::string text = s.line(share.price.value.value) + ": " + s.percent(share.share.value) + " " +
                       share.name.value;
    text += share.series ? s.say(", moved by " + share.series->value.value,
                                 ", beweegt mee met " + share.series->value.value)
                         : s.say(", fixed", ", vast");
    if (share.since) text += s.say(", since ", ", sinds ") + s.day(share.since->value);
    s.sentence(text + ".");
  }
}

void worth(Speaker& s) {
  if (!s.contract.terms.value || s.contract.terms.value->item.empty()) return;
  s.part(s.say("What the customer gains", "Wat het de klant oplevert"));
  for (const ValueItemTerms& item : s.contract.terms.value->item) {
    std::string text =
        item.per_year || item.since ? Speaker::closed(item.what.value) : item.what.value;
    if (item.per_year) {
      const std::string amount = s.money(item.per_year->value);
      text +=
          s.say(" That is worth " + amount + " a year", " Dat is " + amount + " per jaar waard");
    }
    if (item.since)
      text += (item.per_year ? s.say(", since ", ", sinds ") : s.say(" Since ", " Sinds ")) +
              s.day(item.since->value);
    if (item.price)
      text += s.say(": all that " + s.line(item.price->value.value) + " is worth",
                    ": alles wat " + s.line(item.price->value.value) + " waard is");
    text +=
        item.evidence ? in_brackets(item.evidence) : s.say(" (our estimate)", " (onze schatting)");
    s.sentence(Speaker::closed(text) + confirmed(s, item.confirmed_by, item.confirmed_on));
  }
}

void own_cost(Speaker& s) {
  if (s.contract.terms.own_cost.empty()) return;
  s.part(s.say("For us only: own cost", "Alleen voor ons: eigen kosten"));
  for (const OwnCostTerms& cost : s.contract.terms.own_cost) {
    std::string text = s.line(cost.price.value.value) + ": " + s.money(cost.per_unit.value) +
                       s.say(" per unit", " per eenheid");
    if (cost.as_of) text += s.say(" on ", " op ") + s.day(cost.as_of->value);
    if (cost.growth)
      text += s.say(", growing by ", ", groeiend met ") + s.percent(cost.growth->value) +
              s.say(" a year", " per jaar");
    s.sentence(text + ".");
  }
}

}  // namespace

void say_people(Speaker& s) {
  promises(s);
  if (!s.contract.terms.contact.empty()) {
    s.part(s.say("People", "Mensen"));
    for (const ContactTerms& c : s.contract.terms.contact) contact(s, c);
  }
  signals(s);
  talk(s);
  letter_words(s);
  commitments(s);
}

void say_advice(Speaker& s) {
  market(s);
  costs(s);
  worth(s);
  for (const auto& table : s.contract.terms.innovation) say_innovation(s, table.id, table.terms);
  own_cost(s);
}

void say_ending(Speaker& s) {
  const auto& r = s.contract.terms.renewal;
  if (!r) return;
  s.part(s.say("How it ends", "Hoe het eindigt"));
  if (r->then) s.sentence(Speaker::closed(r->then->value));
  if (r->last_day_to_cancel)
    s.sentence(s.say("The last day to cancel is " + s.day(r->last_day_to_cancel->value) + ".",
                     "Opzeggen kan tot en met " + s.day(r->last_day_to_cancel->value) + "."));
  if (!r->notice) return;
  const std::string before = s.duration(r->notice->value);
  if (r->last_day_to_cancel || !s.contract.end)
    return s.sentence(s.say("Notice is given " + before + " before the end.",
                            "De opzegtermijn is " + before + "."));
  const std::string last = s.day(*s.contract.end - r->notice->value);
  s.sentence(s.say(
      "Notice is given at the latest on " + last + " (" + before + " before the end).",
      "Opzeggen of verlengen doet u uiterlijk op " + last + " (" + before + " voor het einde)."));
}

}  // namespace pricetalk
