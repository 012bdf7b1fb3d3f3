#include "letter/kinds.hpp"

#include <string>
#include <utility>

#include "document/language_words.hpp"
#include "document/word_of.hpp"
#include "letter/letter_texts.hpp"

namespace pricetalk {

LetterModel letter_model(LetterKind kind, Language language) {
  const std::string_view text =
      letter_text(std::string(word_of(kind)) + "." + word_of(language) + ".md");
  const auto split = [](std::string_view all, std::string_view mark) {
    const std::size_t at = all.find(mark);
    if (at == std::string_view::npos) return std::pair(all, std::string_view());
    return std::pair(all.substr(0, at), all.substr(at + mark.size()));
  };
  const auto [letter, rest] = split(text, "%mail\n");
  const auto [mail, spoken] = split(rest, "%spoken\n");
  return {letter, mail, spoken};
}

bool is_written_in(LetterKind kind, Language language) {
  return is_spoken(language) || kind == LetterKind::innovation || kind == LetterKind::indexation ||
         kind == LetterKind::claim;
}

Phrase language_name(Language language) {
  static const std::array<Phrase, 4> all{
      {{"English", "Engels"}, {"Dutch", "Nederlands"}, {"German", "Duits"}, {"French", "Frans"}}};
  return all[static_cast<std::size_t>(language)];
}

const Phrase& words(LetterKind kind) {
  static const std::array<Phrase, 15> all{
      {{"innovation instead of indexation", "innovatie in plaats van indexatie"},
       {"indexation in full", "volledige indexatie"},
       {"a smaller indexation", "een kleinere indexatie"},
       {"decrease", "prijsverlaging"},
       {"announced too late", "te laat aangekondigd"},
       {"a mistake of ours", "een fout van ons"},
       {"confirmation", "bevestiging"},
       {"reminder", "herinnering"},
       {"value", "waarde"},
       {"a step put off", "uitstel van de indexatie"},
       {"referral", "doorverwijzing"},
       {"farewell", "afscheid"},
       {"answer to a dispute", "antwoord op een betwisting"},
       {"claim", "vordering"},
       {"request", "verzoek"}}};
  static_assert(all.size() == Dictionary<LetterKind>::words.size());
  return all[static_cast<std::size_t>(kind)];
}

bool from_supplier(LetterKind kind) {
  return kind != LetterKind::claim && kind != LetterKind::request;
}

bool about_price(LetterKind kind) {
  switch (kind) {
    case LetterKind::innovation:
    case LetterKind::indexation:
    case LetterKind::partial:
    case LetterKind::decrease:
    case LetterKind::late:
    case LetterKind::value:
    case LetterKind::relief:
    case LetterKind::confirmation:
      return true;
    default:
      return false;
  }
}

void add_people(Fields& fields, const Contract& contract, Date today) {
  const TalkTerms& talk = *contract.terms.talk;
  const PartiesTerms& parties = *contract.terms.parties;
  const ContactTerms& sender = *contract.find_contact(talk.sender->value);
  const ContactTerms& receiver = *contract.find_contact(talk.receiver->value);
  const auto text = [&](const char* name, const std::string& value) {
    fields.values[name] = PlainText{value};
  };
  fields.informal = receiver.form_of_address.value == AddressForm::informal;
  text("supplier_name", parties.supplier->name.value);
  text("supplier_address", parties.supplier->address->value);
  text("customer_name", parties.customer->name.value);
  text("customer_address", parties.customer->address->value);
  text("salutation", receiver.salutation->value);
  text("sender_name", sender.name.value);
  text("sender_role", sender.job->value);
  text("sender_phone", sender.phone->value);
  text("place", talk.place->value);
  text("service_short", talk.service->value);
  fields.values["contact_name"] =
      PersonField{receiver.name.value, receiver.job ? receiver.job->value : ""};
  fields.values["letter_date"] = today;
  if (talk.call_at) fields.values["call_at"] = ClockTime{talk.call_at->value};
  if (talk.reply_by) fields.values["reply_by"] = ClockTime{talk.reply_by->value};
}

}  // namespace pricetalk
