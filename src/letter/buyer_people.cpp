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

/// To somebody of whom no salutation is stated; a title is never guessed.
std::string dear(const std::string& name, Language language) {
  if (language == Language::fr) return "Madame, Monsieur";
  return say(language, "Dear ", "Beste ", "Guten Tag ", "") + name;
}

}  // namespace

bool buyer_says_je(const Contract& contract) {
  const auto& talk = contract.terms.talk;
  const ContactTerms* theirs = contact_of(contract, Side::supplier, talk ? talk->sender : Name{});
  return theirs != nullptr && theirs->form_of_address.value == AddressForm::informal;
}

void add_buyer_people(Fields& fields, const Contract& contract, Language language) {
  const auto in = [&](const char* en, const char* nl, const char* de, const char* fr) {
    return say(language, en, nl, de, fr);
  };
  const auto text = [&](const char* name, std::string value) {
    fields.values[name] = PlainText{std::move(value)};
  };
  const auto& parties = contract.terms.parties;
  add_party(fields, parties ? parties->supplier : std::nullopt, "supplier",
            in("[name of the supplier]", "[naam van de leverancier]", "[Name des Lieferanten]",
               "[nom du fournisseur]"),
            in("[address of the supplier]", "[adres van de leverancier]",
               "[Anschrift des Lieferanten]", "[adresse du fournisseur]"));
  add_party(
      fields, parties ? parties->customer : std::nullopt, "customer",
      in("[your organisation]", "[uw organisatie]", "[Ihr Unternehmen]", "[votre organisation]"),
      in("[your address]", "[uw adres]", "[Ihre Anschrift]", "[votre adresse]"));
  const auto& talk = contract.terms.talk;
  const ContactTerms* theirs = contact_of(contract, Side::supplier, talk ? talk->sender : Name{});
  const ContactTerms* ours = contact_of(contract, Side::customer, talk ? talk->receiver : Name{});
  text("contact_name",
       theirs != nullptr ? theirs->name.value : in("[name]", "[naam]", "[Name]", "[nom]"));
  text("salutation", theirs == nullptr    ? in("Dear [name]", "Geachte [naam]",
                                               "Sehr geehrte Damen und Herren", "Madame, Monsieur")
                     : theirs->salutation ? theirs->salutation->value
                                          : dear(theirs->name.value, language));
  text("sender_name", ours != nullptr
                          ? ours->name.value
                          : in("[your name]", "[uw naam]", "[Ihr Name]", "[votre nom]"));
  text("sender_role", ours != nullptr && ours->job ? ours->job->value
                                                   : in("[your job]", "[uw functie]",
                                                        "[Ihre Funktion]", "[votre fonction]"));
  text("phone",
       ours != nullptr && ours->phone ? in(" on ", " op ", ": ", " au ") + ours->phone->value : "");
  fields.informal = buyer_says_je(contract);
}

}  // namespace pricetalk
