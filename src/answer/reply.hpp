#pragma once

#include <optional>

#include "answer/received_letter.hpp"
#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// By when to answer, and what it means when nobody does.
struct ReplyTerms {
  std::optional<Deadline> announce_by;  ///< last day to announce; empty: no duty
  std::optional<Date> answer_by;        ///< empty: the price has begun, so answer now
  std::optional<Date> object_by;        ///< last day to object; empty: no term, or not known
  Phrase last_day;                      ///< where `answer_by` comes from, in a sentence
  Phrase contract_on_silence;           ///< what the contract says of not answering
  Phrase law_on_silence;                ///< that the tables of law have no rule on it
};

/// `step`: the step that the letter is about; nothing where the contract makes none on that day.
ReplyTerms reply_terms(const Contract& contract, const ReceivedLetter& letter,
                       const PriceEntry* step, Date today);

}  // namespace pricetalk
