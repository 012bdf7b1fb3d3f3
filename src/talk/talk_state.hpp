#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "pricetalk/talk/facts.hpp"

namespace pricetalk {

/// How far a talk is, in the order in which it goes.
enum class TalkStage : std::uint8_t { begun, called, sent, received, answered, agreed };

/// What the contract file records of the talk about the adjustment under discussion. A day of more
/// than a year before it, or one that is still to come, is of another talk.
struct TalkState {
  // Each: the day; nothing where the file records none.
  std::optional<Date> called;    ///< `talk.called_on`
  std::optional<Date> sent;      ///< `talk.sent_on`
  std::optional<Date> received;  ///< the announcement of the increases
  std::optional<Date> answered;  ///< `talk.answered_on`
  std::optional<Date> agreed;    ///< `talk.agreed_on`, else a decision that the customer confirmed

  /// The furthest that is recorded.
  TalkStage stage() const;
  /// Its day; nothing of a talk that has only begun.
  std::optional<Date> on() const;
};
TalkState state_of(const TalkFacts& facts);

/// "called": for machines.
std::string_view word(TalkStage stage);
/// "gebeld".
const Phrase& words(TalkStage stage);

}  // namespace pricetalk
