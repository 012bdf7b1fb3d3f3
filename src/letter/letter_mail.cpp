#include "letter/letter_mail.hpp"

#include "letter/kinds.hpp"
#include "letter/whole_letter.hpp"

namespace pricetalk {

namespace {

std::optional<MailAddress> address_of(const Contract& contract,
                                      const std::optional<Stated<std::string>>& named,
                                      const char* key, Diagnostics& problems) {
  const std::string who = key;
  if (!named) {
    problems.error("D0301", {},
                   {"the contract does not name the " + who + " of the talk",
                    "het contract noemt geen " + who + " van het gesprek"},
                   {"write " + who + " = \"NAME\" in [talk], the name of a [[contact]]",
                    "schrijf " + who + " = \"NAAM\" in [talk], de naam van een [[contact]]"});
    return std::nullopt;
  }
  const std::string& name = named->value;
  const ContactTerms* person = contract.find_contact(name);
  const std::string address =
      person != nullptr && person->email ? person->email->value : std::string();
  if (is_mail_address(address)) return MailAddress{name, address};
  if (address.empty())
    problems.error(
        "D0301", {},
        {"'" + name + "' has no e-mail address", "'" + name + "' heeft geen e-mailadres"},
        {"write email = \"name@company.example\" in the [[contact]] of that person",
         "schrijf email = \"naam@bedrijf.example\" in de [[contact]] van die persoon"});
  else
    problems.error("D0301", {},
                   {"'" + address + "' of '" + name + "' is no e-mail address",
                    "'" + address + "' van '" + name + "' is geen e-mailadres"},
                   {"one address, without a name or blanks: name@company.example",
                    "één adres, zonder naam of spaties: naam@bedrijf.example"});
  return std::nullopt;
}

}  // namespace

MailAttachment letter_attachment(const Letter& letter, const Contract& contract) {
  Page whole = whole_letter(letter);
  whole.name = contract.title;
  return {say(letter.language, "letter.html", "brief.html", "Brief.html", "lettre.html"),
          as_html(whole)};
}

std::optional<std::string> letter_mail(const Letter& letter, const Contract& contract,
                                       MailAttachment attached, Date day, Diagnostics& problems) {
  const auto& talk = contract.terms.talk;
  using Name = std::optional<Stated<std::string>>;
  const Name ours = talk ? talk->sender : Name{};
  const Name theirs = talk ? talk->receiver : Name{};
  const bool by_customer = !from_supplier(letter.kind);
  const auto from = by_customer ? address_of(contract, theirs, "receiver", problems)
                                : address_of(contract, ours, "sender", problems);
  const auto to = by_customer ? address_of(contract, ours, "sender", problems)
                              : address_of(contract, theirs, "receiver", problems);
  if (!from || !to) return std::nullopt;
  return mail_file({*from, *to, letter.mail.subject, letter.mail.text, {std::move(attached)}}, day);
}

}  // namespace pricetalk
