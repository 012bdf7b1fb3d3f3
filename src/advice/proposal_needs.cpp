#include <algorithm>

#include "advice/proposal_verdict.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/announced.hpp"

namespace pricetalk {

namespace {

class Needs {
 public:
  explicit Needs(const ProposalInput& input) : input_(input), contract_(*input.contract) {}

  void need(bool there, std::string key, Phrase text) {
    if (!there) made_.push_back({std::move(key), std::move(text)});
  }

  void parties() {
    const auto& parties = contract_.terms.parties;
    const auto whole = [](const std::optional<PartyTerms>& party) {
      return party && party->address;
    };
    need(parties && whole(parties->supplier), "parties.supplier",
         {"our name and address", "onze naam en ons adres"});
    need(parties && whole(parties->customer), "parties.customer",
         {"name and address of the customer", "naam en adres van de klant"});
  }

  void people() {
    const auto& talk = contract_.terms.talk;
    const ContactTerms* sender = contact(talk ? talk->sender : std::nullopt, Side::supplier);
    const ContactTerms* receiver = contact(talk ? talk->receiver : std::nullopt, Side::customer);
    need(sender != nullptr, "talk.sender",
         {"who writes: the name of a contact of ours",
          "wie er schrijft: de naam van een contact van ons"});
    need(receiver != nullptr, "talk.receiver",
         {"to whom: the name of a contact of the customer",
          "aan wie: de naam van een contact van de klant"});
    if (sender != nullptr) {
      need(sender->phone.has_value(), "contact.phone",
           {"the telephone number of " + sender->name.value,
            "het telefoonnummer van " + sender->name.value});
      need(sender->job.has_value(), "contact.job",
           {"the job of " + sender->name.value, "de functie van " + sender->name.value});
    }
    if (receiver != nullptr)
      need(receiver->salutation.has_value(), "contact.salutation",
           {"how " + receiver->name.value + " is addressed; a title is never guessed",
            "de aanhef voor " + receiver->name.value + "; een titel raden wij niet"});
  }

  void dates() {
    const auto& talk = contract_.terms.talk;
    need(talk && talk->place, "talk.place",
         {"the place above the letter", "de plaats boven de brief"});
    need(talk && talk->service, "talk.service",
         {"the service as in a sentence", "de dienst zoals in een zin"});
    day(talk ? talk->call_at : std::nullopt, "talk.call_at",
        {"day and hour of the call", "dag en uur waarop u belt"});
    day(talk ? talk->reply_by : std::nullopt, "talk.reply_by",
        {"until when an answer is asked", "tot wanneer u een antwoord vraagt"});
    if (talk && talk->call_at && talk->reply_by)
      need(talk->call_at->value < talk->reply_by->value, "talk.reply_by",
           {"the answer comes after the call (talk.call_at)",
            "het antwoord komt na het telefoongesprek (talk.call_at)"});
  }

  void innovation(const Chosen& chosen) {
    if (chosen.innovation == nullptr) {
      need(false, "innovation", {"what we offer", "wat wij aanbieden"});
      return;
    }
    const InnovationTerms& terms = *chosen.innovation;
    const std::string at = "innovation." + chosen.id + ".";
    need(terms.capability.has_value(), at + "capability",
         {"where we do this already; without it we promise nothing",
          "waar wij dit al doen; zonder dat beloven wij niets"});
    need(
        terms.evidence.has_value(), at + "evidence",
        {"why we dare to promise it, in sentences", "waarom wij het durven te beloven, in zinnen"});
    need(terms.customer_effort.has_value(), at + "customer_effort",
         {"what we ask of the customer, in sentences", "wat wij van de klant vragen, in zinnen"});
    need(terms.saving_per_year.has_value(), at + "saving_per_year",
         {"what it saves, cautiously", "wat het bespaart, voorzichtig gerekend"});
    need(terms.start.has_value(), at + "start", {"the first day", "de eerste dag"});
    need(!terms.lowers_costs_of || terms.lowers_costs_of->value == Side::supplier,
         at + "lowers_costs_of",
         {"the letter about a saving that is the customer's own is not built yet",
          "de brief over een besparing die de klant zelf heeft, is er nog niet"});
    need(!terms.paid_by || terms.paid_by->value == Side::supplier, at + "paid_by",
         {"the letter that asks the customer to invest is not built yet",
          "de brief die de klant vraagt te investeren, is er nog niet"});
    if (chosen.form == InnovationForm::gift) gift(chosen);
  }

  /// A customer who was told less in time may hold us to it: the letter names no other price.
  void announced() {
    for (const AnnouncedOff& each : announced_off(contract_, input_.schedules, input_.today)) {
      if (each.kind != AnnouncedOff::Kind::below ||
          each.announcement->for_date.value != input_.adjustment)
        continue;
      const Phrase what = announced_text(each);
      need(false, "decision",
           {"which of the two holds: " + what.en, "welke van de twee geldt: " + what.nl});
    }
  }

  std::vector<MissingKey> all() && { return std::move(made_); }

 private:
  void gift(const Chosen& chosen) {
    const std::string before = input_.today.text();
    need(chosen.earned != nullptr, "innovation.*.form",
         {"a gift needs a saving of ours that is earned already: an innovation with form = "
          "\"gift\", saving_per_year and a start on or before " +
              before,
          "een cadeau vraagt een besparing die wij al hebben verdiend: een innovatie met form = "
          "\"gift\", saving_per_year en een start op of voor " +
              before});
    need(chosen.earned == nullptr || chosen.earned->evidence, "innovation.*.evidence",
         {"the evidence of the saving that we have earned",
          "het bewijs van de besparing die wij hebben verdiend"});
  }

  const ContactTerms* contact(const std::optional<Stated<std::string>>& name, Side side) const {
    if (!name) return nullptr;
    const ContactTerms* found = contract_.find_contact(name->value);
    return found != nullptr && found->party.value == side ? found : nullptr;
  }

  void day(const std::optional<Stated<DateTime>>& at, const std::string& key, Phrase text) {
    need(at.has_value(), key, std::move(text));
    if (!at) return;
    need(at->value.date > input_.today, key,
         {"must lie after " + date_text(input_.today, Language::en) + ", the day of the letter",
          "moet na " + date_text(input_.today, Language::nl) + " liggen, de dag van de brief"});
  }

  const ProposalInput& input_;
  const Contract& contract_;
  std::vector<MissingKey> made_;
};

}  // namespace

std::vector<MissingKey> letter_needs(const ProposalInput& input, const Chosen& chosen) {
  Needs needs(input);
  needs.innovation(chosen);
  needs.people();
  needs.dates();
  needs.parties();
  needs.announced();
  return std::move(needs).all();
}

}  // namespace pricetalk
