#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "law/periods.hpp"
#include "pricetalk/contract/contract.hpp"
#include "pricetalk/diagnostic/language.hpp"

namespace pricetalk {

/// Whether the buyer was told of the right to withdraw.
struct ToldOfRight {
  enum class Kind : std::uint8_t { unknown, no, yes };
  Kind kind = Kind::unknown;
  std::optional<Date> on;      ///< of yes; nothing: in time
  bool from_contract = false;  ///< as `returns.communicated` says
};

/// What is known of one delivery. Days that are not known are empty.
struct DeliveryFacts {
  const Line* line = nullptr;    ///< nothing: the terms of the whole contract
  std::optional<Date> bought;    ///< empty: the day of the contract
  Date delivered;                ///< the seller handed over
  std::optional<Date> received;  ///< the buyer has the goods; empty: on the day of delivery
  /// Empty: as `returns.communicated` of the contract says, else unknown.
  std::optional<ToldOfRight> told;
  std::optional<Date> discovered;  ///< the defect showed
  std::optional<Date> complained;  ///< the buyer complained
  std::optional<Date> withdrawn;   ///< the buyer withdrew
  bool second_hand = false;
};

/// Why facts cannot be: a day that lies before one that must come first.
struct FactProblem {
  const char* code = "";
  Phrase title;
  Phrase hint;
};
std::vector<FactProblem> fact_problems(const Contract& contract, const DeliveryFacts& facts,
                                       Date today);

/// What has a last day after a delivery.
enum class PeriodKind : std::uint8_t {
  withdraw,   ///< the buyer may still withdraw
  send_back,  ///< the goods go back
  refund,     ///< the money goes back
  proof,      ///< the seller must prove
  liability,  ///< the seller answers
  complain,   ///< the buyer complains in time
  lapse,      ///< a claim has not lapsed
};
/// "withdraw", "send-back": for machines.
std::string_view word(PeriodKind kind);
/// "withdraw", "herroepen".
const Phrase& words(PeriodKind kind);

/// From what the day that counts is taken.
enum class PeriodBasis : std::uint8_t {
  law,            ///< the contract says nothing
  equal,          ///< law and contract say the same
  void_term,      ///< the contract's is worse for a consumer than the law's, which counts
  binding,        ///< the contract's is worse than the law's, and counts
  promise,        ///< the contract's is better than the law's, and counts
  contract_only,  ///< the law names no time
  said,           ///< the law names no time, and says in words what holds
  none,           ///< neither names a time
  unknown,        ///< what the law says is not known: a question
};
std::string_view word(PeriodBasis basis);

/// One last day, and why.
struct PeriodDay {
  PeriodKind kind = PeriodKind::withdraw;
  PeriodBasis basis = PeriodBasis::none;
  PeriodEvent counted_from = PeriodEvent::delivery;
  std::optional<Date> event;                   ///< empty: it has not happened, or is not known
  bool event_at_latest = false;                ///< the event is the last day on which it can happen
  std::optional<Date> last;                    ///< that counts; empty: no day can be told
  std::optional<Date> by_law;                  ///< empty: the law names no time, or is not known
  std::optional<Date> by_contract;             ///< empty: the contract names no time
  std::optional<Date> before_day_off;          ///< the law's last day was a day off: that day
  std::optional<Date> if_not_told;             ///< to withdraw: the last day for who was not told
  std::optional<Duration> agreed;              ///< by contract
  PeriodRow row;                               ///< of the law
  const ClauseRule* also = nullptr;            ///< a second row that moved the day
  const ClauseRule* if_not_told_by = nullptr;  ///< the row of `if_not_told`
  Phrase question = {};                        ///< of unknown: what is not known
};

/// Who must prove today, when a defect shows or showed.
enum class MustProve : std::uint8_t { seller, buyer, unknown };
std::string_view word(MustProve prover);

/// Whether a claim may still be made.
enum class ClaimState : std::uint8_t { open, closed, question };
std::string_view word(ClaimState state);

/// The periods of one delivery on a day. Points into contract and law.
struct DeliveryPeriods {
  DeliveryFacts facts;  ///< with `told`
  Date today;
  Date decides;  ///< the day whose law holds: of the purchase, else of the contract
  std::optional<PeriodScope> scope;  ///< empty: country or customer is not known
  std::vector<PeriodDay> days;       ///< one of each kind, in order
  MustProve prover = MustProve::unknown;
  Phrase proof;  ///< who must prove what, a sentence
  ClaimState claim = ClaimState::question;
  Phrase claim_says;
  std::vector<Phrase> questions;          ///< what decides and nobody said
  std::vector<Phrase> flags;              ///< what of the contract does not hold, or was not told
  std::vector<Phrase> evidence;           ///< what to write down at delivery, or now
  std::vector<const ClauseRule*> beside;  ///< what else the law says

  const PeriodDay& of(PeriodKind kind) const { return days[static_cast<std::size_t>(kind)]; }
  /// Whether the buyer may still withdraw today, as far as it is known.
  bool may_withdraw() const;
  /// Whether the buyer withdrew in time, as far as it is known.
  bool withdrew() const;
};

/// REQUIRES: no `fact_problems`.
DeliveryPeriods delivery_periods(const Contract& contract, const Law& law,
                                 const DeliveryFacts& facts, Date today);

}  // namespace pricetalk
