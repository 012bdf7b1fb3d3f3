#include "answer/reply.hpp"

#include <algorithm>

#include "calendar/working_day.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

Phrase dated(const char* en, const char* nl, Date date, const char* en_end, const char* nl_end) {
  return {en + weekday_date_text(date, Language::en) + en_end,
          nl + weekday_date_text(date, Language::nl) + nl_end};
}

/// The notice of the step; where no step is made on that day, of the only clause that says how to
/// object.
const Notice* notice_of(const Contract& contract, const PriceEntry* step) {
  if (step != nullptr && step->clause != nullptr) return &step->clause->notice;
  const Notice* found = nullptr;
  for (const Clause& clause : contract.clauses) {
    if (!clause.notice.object_within && !clause.notice.silence) continue;
    if (found != nullptr) return nullptr;
    found = &clause.notice;
  }
  return found;
}

/// Before the new price is charged. `because`: why there is no other day.
void answer_before_it_begins(const Contract& contract, const ReceivedLetter& letter, Date today,
                             const Phrase& because, ReplyTerms& made) {
  const Date last = last_working_day(letter.on.plus_days(-1), contract.jurisdiction);
  if (last < today) {
    made.last_day = {"answer now: the announced price has begun, and " + because.en,
                     "antwoord nu: de aangekondigde prijs is ingegaan, en " + because.nl};
    return;
  }
  made.answer_by = last;
  made.last_day = dated("answer by ", "antwoord uiterlijk ", last,
                        (", the last working day before the new price; " + because.en).c_str(),
                        (", de laatste werkdag voor de nieuwe prijs; " + because.nl).c_str());
}

/// By the term of the contract, counted from the day of receipt.
void answer_within_term(const Contract& contract, Date received, const Duration& term, Date today,
                        ReplyTerms& made) {
  made.object_by = received + term;
  const Date last = last_working_day(*made.object_by, contract.jurisdiction);
  if (*made.object_by < today) {
    made.last_day = dated("answer now: the contract's term for objecting ended on ",
                          "antwoord nu: de bezwaartermijn van het contract eindigde op ",
                          *made.object_by, "", "");
    return;
  }
  made.answer_by = std::max(last, today);
  made.last_day = *made.answer_by == *made.object_by
                      ? dated("answer by ", "antwoord uiterlijk ", *made.answer_by,
                              ": until then the contract lets us object",
                              ": tot en met die dag kunnen wij volgens het contract bezwaar maken")
                      : dated("answer by ", "antwoord uiterlijk ", *made.answer_by,
                              (": the contract lets us object until " +
                               weekday_date_text(*made.object_by, Language::en))
                                  .c_str(),
                              (": volgens het contract kunnen wij tot en met " +
                               weekday_date_text(*made.object_by, Language::nl) + " bezwaar maken")
                                  .c_str());
}

void last_day(const Contract& contract, const ReceivedLetter& letter, const Notice* notice,
              Date today, ReplyTerms& made) {
  if (notice == nullptr || !notice->object_within)
    return answer_before_it_begins(contract, letter, today,
                                   {"the contract file has no term for objecting",
                                    "het contractbestand kent geen termijn voor bezwaar"},
                                   made);
  if (!letter.received)
    return answer_before_it_begins(
        contract, letter, today,
        {"the contract's term for objecting counts from the day of receipt, which is not given",
         "de bezwaartermijn van het contract loopt vanaf de ontvangst, en die dag is niet "
         "opgegeven"},
        made);
  answer_within_term(contract, *letter.received, notice->object_within->value, today, made);
}

Phrase silence_of(const Notice* notice) {
  if (notice == nullptr || !notice->silence)
    return {"the contract file says nothing of not answering",
            "het contractbestand zegt niets over niet antwoorden"};
  if (notice->silence->value == Silence::accepted)
    return {"by the contract, who does not object in time has agreed",
            "volgens het contract is akkoord wie niet op tijd bezwaar maakt"};
  return {"by the contract, who does not answer has refused",
          "volgens het contract is wie niet antwoordt, niet akkoord"};
}

}  // namespace

ReplyTerms reply_terms(const Contract& contract, const ReceivedLetter& letter,
                       const PriceEntry* step, Date today) {
  ReplyTerms made;
  if (step != nullptr) made.announce_by = step->deadline;
  const Notice* notice = notice_of(contract, step);
  last_day(contract, letter, notice, today, made);
  made.contract_on_silence = silence_of(notice);
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
