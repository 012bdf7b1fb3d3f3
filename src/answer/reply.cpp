#include "answer/reply.hpp"

#include "calendar/working_day.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

Phrase dated(const char* en, const char* nl, Date date, const char* en_end, const char* nl_end) {
  return {en + weekday_date_text(date, Language::en) + en_end,
          nl + weekday_date_text(date, Language::nl) + nl_end};
}

/// Without a term of the contract, before the new price is charged.
void answer_before_it_begins(const Contract& contract, const ReceivedLetter& letter, Date today,
                             ReplyTerms& made) {
  const Date last = last_working_day(letter.on.plus_days(-1), contract.jurisdiction);
  if (last < today) {
    made.last_day = {
        "answer now: the announced price has begun, and the contract file has no term for "
        "objecting",
        "antwoord nu: de aangekondigde prijs is ingegaan, en het contractbestand kent geen termijn "
        "voor bezwaar"};
    return;
  }
  made.answer_by = last;
  made.last_day = dated(
      "answer by ", "antwoord uiterlijk ", last,
      ", the last working day before the new price; the contract file has no term for objecting",
      ", de laatste werkdag voor de nieuwe prijs; het contractbestand kent geen termijn voor "
      "bezwaar");
}

}  // namespace

ReplyTerms reply_terms(const Contract& contract, const ReceivedLetter& letter,
                       const PriceEntry* step, Date today) {
  ReplyTerms made;
  if (step != nullptr) made.announce_by = step->deadline;
  answer_before_it_begins(contract, letter, today, made);
  made.contract_on_silence = {"the contract file says nothing of not answering",
                              "het contractbestand zegt niets over niet antwoorden"};
  if (contract.jurisdiction.empty())
    made.law_on_silence = {"the contract file names no country, so nothing is said of the law",
                           "het contractbestand noemt geen land; over de wet wordt niets gezegd"};
  else
    made.law_on_silence = {
        "the tables of law (" + contract.jurisdiction + ") have no rule on not answering",
        "de wetstabellen (" + contract.jurisdiction + ") hebben geen regel over niet antwoorden"};
  return made;
}

}  // namespace pricetalk
