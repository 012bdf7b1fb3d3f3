#pragma once

#include "pricetalk/contract/contract.hpp"
#include "pricing/lower.hpp"

namespace pricetalk {

/// What an announcement (or the lack of one) does to a step.
struct NoticeOutcome {
  NoticeEffect effect = NoticeEffect::none;
  Date
      first_day;  ///< on which the step is made; with an effect, or when it is waived, the same day
};

/// The step of the adjustment date `date`, that is to be made on `day`: the date itself, or the day
/// to which a decision put it off. A decision says what a late step is; only a step that is lost
/// for good has nothing left to decide about but the price itself.
NoticeOutcome judge_notice(const Contract& contract, const Line& line, const Clause& clause,
                           Date date, Date day);

}  // namespace pricetalk
