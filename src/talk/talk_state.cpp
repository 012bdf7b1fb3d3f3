#include "talk/talk_state.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

/// Of the talk about this adjustment: it begins a year before it.
std::optional<Date> of_this_talk(const TalkFacts& facts, const std::optional<Stated<Date>>& day) {
  if (!day || day->value > facts.talk->today) return std::nullopt;
  if (facts.adjustment && day->value + Duration{1, Unit::year} < *facts.adjustment)
    return std::nullopt;
  return day->value;
}

std::optional<Date> confirmed(const TalkFacts& facts) {
  std::optional<Date> last;
  for (const DecisionTerms& each : facts.talk->contract->terms.decision) {
    if (!facts.adjustment || each.date.value != *facts.adjustment) continue;
    const auto on = of_this_talk(facts, each.confirmed_on);
    if (on && (!last || *last < *on)) last = on;
  }
  return last;
}

}  // namespace

TalkStage TalkState::stage() const {
  if (agreed) return TalkStage::agreed;
  if (answered) return TalkStage::answered;
  if (received) return TalkStage::received;
  if (sent) return TalkStage::sent;
  return called ? TalkStage::called : TalkStage::begun;
}

std::optional<Date> TalkState::on() const {
  for (const auto* day : {&agreed, &answered, &received, &sent, &called})
    if (*day) return *day;
  return std::nullopt;
}

TalkState state_of(const TalkFacts& facts) {
  TalkState made;
  made.received = facts.announced;
  if (const auto& terms = facts.talk->contract->terms.talk) {
    made.called = of_this_talk(facts, terms->called_on);
    made.sent = of_this_talk(facts, terms->sent_on);
    made.answered = of_this_talk(facts, terms->answered_on);
    made.agreed = of_this_talk(facts, terms->agreed_on);
  }
  if (!made.agreed) made.agreed = confirmed(facts);
  return made;
}

std::string_view word(TalkStage stage) {
  constexpr std::array<std::string_view, 6> all{"not-begun", "called",   "sent",
                                                "received",  "answered", "agreed"};
  return all[static_cast<std::size_t>(stage)];
}

const Phrase& words(TalkStage stage) {
  static const std::array<Phrase, 6> all{{{"not begun", "niet begonnen"},
                                          {"called", "gebeld"},
                                          {"sent", "verstuurd"},
                                          {"received", "ontvangen"},
                                          {"answered", "beantwoord"},
                                          {"agreed", "akkoord"}}};
  return all[static_cast<std::size_t>(stage)];
}

}  // namespace pricetalk
