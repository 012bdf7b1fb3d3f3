#pragma once

#include <optional>
#include <string>
#include <vector>

#include "billing/period.hpp"
#include "pricetalk/pricing/schedule.hpp"
#include "talk/letter_draft.hpp"

namespace pricetalk {

/// The contract as it would be without something that was decided, or was too late, and its prices.
/// Its parts point into each other: it is neither copied nor moved.
struct Instead {
  Instead(const LetterTask& task, Contract changed);
  Instead(const Instead&) = delete;
  Instead& operator=(const Instead&) = delete;

  const Contract contract;
  const std::vector<PriceSchedule> schedules;

  /// The entry in force on the adjustment date of the same price; nothing: there is none.
  const PriceEntry* entry_of(const TalkPrice& price, Date on) const;
};

/// The decisions of that kind about the adjustment under discussion.
std::vector<const DecisionTerms*> decisions_of(const LetterTask& task, DecisionKind kind);

/// The contract without these decisions.
Contract without(const Contract& contract, DecisionKind kind, Date adjustment);

/// The contract as if nobody had announced the adjustment too late.
Contract in_time(const Contract& contract, Date adjustment);

/// What all lines are invoiced less over these days at the prices of `low` than at those of `high`;
/// nothing where a price or quantity is not known, or where it is not less.
std::optional<Explained> paid_less(LetterParts& parts, const LetterTask& task,
                                   const std::vector<PriceSchedule>& high,
                                   const std::vector<PriceSchedule>& low, const Days& days,
                                   const char* name, const Phrase& label);

/// What the year from the adjustment costs less than at the prices of `high`, until the day given
/// at most and never beyond the contract: field NAME, `saved_until` and the word `saves`. False:
/// nothing that can be reckoned.
bool add_paid_less(LetterParts& parts, const LetterTask& task,
                   const std::vector<PriceSchedule>& high, std::optional<Date> until,
                   const std::string& name, const Phrase& label);

/// A price of another contract as a figure of the letter, with its derivation.
AmountField price_field(LetterParts& parts, const LetterTask& task, const TalkPrice& price,
                        const PriceEntry& entry, const Phrase& label);

}  // namespace pricetalk
