#include "letter/buyer_people.hpp"

namespace pricetalk {

namespace {

using Name = std::optional<Stated<std::string>>;

const ContactTerms* contact_of(const Contract& contract, Side side, const Name& named) {
  if (named)
    if (const ContactTerms* found = contract.find_contact(named->value)) return found;
  for (const ContactTerms& each : contract.terms.contact)
    if (each.party.value == side) return &each;
  return nullptr;
}

void add_party(Fields& fields, const std::optional<PartyTerms>& party, const std::string& name,
               const std::string& blank, const std::string& blank_address) {
  fields.values[name + "_name"] = PlainText{party ? party->name.value : blank};
  fields.values[name + "_address"] =
      PlainText{party && party->address ? party->address->value : blank_address};
}

}  // namespace

void add_buyer_people(Fields& fields, const Contract& contract, Language language) {
  const auto in = [&](const char* en, const char* nl) { return say(language, en, nl); };
  const auto text = [&](const char* name, std::string value) {
    fields.values[name] = PlainText{std::move(value)};
  };
  const auto& parties = contract.terms.parties;
  add_party(fields, parties ? parties->supplier : std::nullopt, "supplier",
            in("[name of the supplier]", "[naam van de leverancier]"),
            in("[address of the supplier]", "[adres van de leverancier]"));
  add_party(fields, parties ? parties->customer : std::nullopt, "customer",
            in("[your organisation]", "[uw organisatie]"), in("[your address]", "[uw adres]"));
  const auto& talk = contract.terms.talk;
  const ContactTerms* theirs = contact_of(contract, Side::supplier, talk ? talk->sender : Name{});
  const ContactTerms* ours = contact_of(contract, Side::customer, talk ? talk->receiver : Name{});
  text("contact_name", theirs != nullptr ? theirs->name.value : in("[name]", "[naam]"));
  text("salutation", theirs == nullptr    ? in("Dear [name]", "Geachte [naam]")
                     : theirs->salutation ? theirs->salutation->value
                                          : in("Dear ", "Beste ") + theirs->name.value);
  text("sender_name", ours != nullptr ? ours->name.value : in("[your name]", "[uw naam]"));
  text("sender_role",
       ours != nullptr && ours->job ? ours->job->value : in("[your job]", "[uw functie]"));
  text("phone", ours != nullptr && ours->phone ? in(" on ", " op ") + ours->phone->value : "");
  fields.informal = theirs != nullptr && theirs->form_of_address.value == AddressForm::informal;
}

}  // namespace pricetalk
