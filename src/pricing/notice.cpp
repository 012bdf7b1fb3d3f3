#include "pricing/notice.hpp"

#include <algorithm>

#include "calendar/working_day.hpp"

namespace pricetalk {

NoticeOutcome judge_notice(const Contract& contract, const Line& line, const Clause& clause,
                           Date date, Date day) {
  const Notice& notice = clause.notice;
  const NoticeOutcome in_time = {NoticeEffect::none, day};
  const AnnouncementTerms* announcement = contract.announcement_for(date, clause);
  if (announcement == nullptr || !notice.before ||
      !too_late(announcement->date.value, day, notice.before->value))
    return in_time;
  const DecisionTerms* decision = contract.decision_on(date, line, clause);
  const bool decided = decision != nullptr && decision->kind.value != DecisionKind::deferred;
  const auto is = [&](DecisionKind kind) { return decided && decision->kind.value == kind; };
  if (is(DecisionKind::agreed_price)) return in_time;
  const Date announced = announcement->date.value;
  switch (notice.late.value) {
    case Late::forfeits:
      return {NoticeEffect::forfeited, day};
    case Late::next_date:
      return decided ? in_time : NoticeOutcome{NoticeEffect::moved_on, day};
    case Late::level_only:
      if (is(DecisionKind::waived)) return in_time;
      return {NoticeEffect::none, std::max(day, announced + notice.before->value)};
    case Late::arrears: {
      const auto& limit = notice.arrears_limit;
      if (is(DecisionKind::waived) || !limit) return in_time;
      return {NoticeEffect::none, std::max(day, announced - limit->value)};
    }
  }
  return in_time;
}

}  // namespace pricetalk
