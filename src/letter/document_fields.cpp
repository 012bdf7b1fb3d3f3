#include "letter/document_fields.hpp"

#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

std::string stated(const std::optional<Stated<std::string>>& value) {
  return value ? value->value : std::string();
}

}  // namespace

std::map<std::string, std::string> document_fields(const Contract& contract, Date day,
                                                   Language language) {
  std::map<std::string, std::string> made{{"contract_id", contract.id},
                                          {"contract_title", contract.title},
                                          {"letter_date", date_text(day, language)}};
  const auto party = [&](const std::string& who, const auto& of) {
    made[who + "_name"] = of ? of->name.value : std::string();
    made[who + "_address"] = of ? stated(of->address) : std::string();
  };
  const auto& parties = contract.terms.parties;
  party("customer", parties ? parties->customer : std::nullopt);
  party("supplier", parties ? parties->supplier : std::nullopt);
  const auto& talk = contract.terms.talk;
  const auto person = [&](const std::optional<Stated<std::string>>& name) -> const ContactTerms* {
    return name ? contract.find_contact(name->value) : nullptr;
  };
  const ContactTerms* receiver = talk ? person(talk->receiver) : nullptr;
  const ContactTerms* sender = talk ? person(talk->sender) : nullptr;
  made["contact_name"] = receiver != nullptr ? receiver->name.value : std::string();
  made["sender_name"] = sender != nullptr ? sender->name.value : std::string();
  made["sender_role"] = sender != nullptr ? stated(sender->job) : std::string();
  made["sender_phone"] = sender != nullptr ? stated(sender->phone) : std::string();
  made["sender_email"] = sender != nullptr ? stated(sender->email) : std::string();
  made["place"] = talk ? stated(talk->place) : std::string();
  return made;
}

}  // namespace pricetalk
