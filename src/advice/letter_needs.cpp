#include "advice/letter_needs.hpp"

#include <algorithm>

#include "pricetalk/explain/format.hpp"

namespace pricetalk {

void LetterNeeds::parties() {
  const auto& parties = contract_.terms.parties;
  const auto whole = [](const std::optional<PartyTerms>& party) { return party && party->address; };
  need(parties && whole(parties->supplier), "parties.supplier",
       {"our name and address", "onze naam en ons adres"});
  need(parties && whole(parties->customer), "parties.customer",
       {"name and address of the customer", "naam en adres van de klant"});
}

void LetterNeeds::people() {
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

void LetterNeeds::place_and_service() {
  const auto& talk = contract_.terms.talk;
  need(talk && talk->place, "talk.place",
       {"the place above the letter", "de plaats boven de brief"});
  need(talk && talk->service, "talk.service",
       {"the service as in a sentence", "de dienst zoals in een zin"});
}

void LetterNeeds::call() {
  const auto& talk = contract_.terms.talk;
  day(talk ? talk->call_at : std::nullopt, "talk.call_at",
      {"day and hour of the call", "dag en uur waarop u belt"});
}

void LetterNeeds::call_and_reply() {
  const auto& talk = contract_.terms.talk;
  call();
  day(talk ? talk->reply_by : std::nullopt, "talk.reply_by",
      {"until when an answer is asked", "tot wanneer u een antwoord vraagt"});
  if (talk && talk->call_at && talk->reply_by)
    need(talk->call_at->value < talk->reply_by->value, "talk.reply_by",
         {"the answer comes after the call (talk.call_at)",
          "het antwoord komt na het telefoongesprek (talk.call_at)"});
}

void LetterNeeds::commitments() {
  for (const CommitmentTerms& each : contract_.terms.commitment) {
    const bool taken = each.accepted_on && each.accepted_on->value <= today_;
    need(taken, "commitment.accepted_on",
         {"day on which " + each.owner.value + " took it on: " + each.what.value,
          "dag waarop " + each.owner.value + " dit op zich nam: " + each.what.value});
  }
}

const ContactTerms* LetterNeeds::contact(const std::optional<Stated<std::string>>& name,
                                         Side side) const {
  if (!name) return nullptr;
  const ContactTerms* found = contract_.find_contact(name->value);
  return found != nullptr && found->party.value == side ? found : nullptr;
}

void LetterNeeds::day(const std::optional<Stated<DateTime>>& at, const std::string& key,
                      Phrase text) {
  need(at.has_value(), key, std::move(text));
  if (!at) return;
  need(at->value.date > today_, key,
       {"must lie after " + date_text(today_, Language::en) + ", the day of the letter",
        "moet na " + date_text(today_, Language::nl) + " liggen, de dag van de brief"});
}

}  // namespace pricetalk
