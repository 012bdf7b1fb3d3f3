#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pricetalk/advice/proposal.hpp"

namespace pricetalk {

// What a letter promises. A promise is printed only after it was proved on the contract as it will
// be: with the decision written in when the customer says yes, without it when he says no.

/// What can be promised.
enum class ClaimKind : std::uint8_t {
  no_increase,         ///< in these days no price of these lines rises
  less_in_year,        ///< in these days the customer pays so much less
  nothing_comes_back,  ///< no later step of these lines makes up for what was given up
  reduction,           ///< in these days the bill is so much lower a month
  lower_bill,          ///< from this day each bill is lower: than now in the first year, and always
                       ///< than with the usual indexation
  price_becomes,       ///< without the proposal this line costs this from that day
  agreed_price,        ///< with the proposal this line costs this from that day
  announced_in_time,   ///< the letter comes in time for the steps of that day
  good_for_both,       ///< both sides are better off than with the usual indexation
};

/// What is promised: for which lines, in which days, how much.
struct Claim {
  std::vector<std::string> lines;     ///< ids; empty: the whole contract
  Date from;                          ///< first day
  Date until;                         ///< last day
  std::optional<Explained> amount{};  ///< of the kinds that speak of one
  /// The amount is what is known today: a figure that is published later may change it.
  bool may_change = false;
  /// It holds after `until` as well, for as long as there is a contract.
  bool for_good = false;
};

/// A claim that was proved. Only `Prover` makes one, so that no sentence can promise what was not
/// computed again.
template <ClaimKind kind>
class Proved {
 public:
  /// What was proved.
  const Claim& claim() const { return claim_; }
  /// The amount. REQUIRES: the kind speaks of one.
  const Explained& amount() const { return *claim_.amount; }

 private:
  friend class Prover;
  explicit Proved(Claim claim) : claim_(std::move(claim)) {}
  Claim claim_;
};

/// All that a letter may promise; what is empty was not proved, and is not said.
struct Promises {
  /// For the first year of the horizon.
  std::optional<Proved<ClaimKind::no_increase>> no_increase;
  std::optional<Proved<ClaimKind::less_in_year>> waived_first_year;   ///< by the waiver alone
  std::optional<Proved<ClaimKind::less_in_year>> benefit_first_year;  ///< reduction included
  /// Of the waived steps.
  std::optional<Proved<ClaimKind::nothing_comes_back>> nothing_comes_back;
  /// Of the fixed reductions, each for as long as it lasts, the earliest first; all of them or
  /// none.
  std::vector<Proved<ClaimKind::reduction>> reductions;
  /// From the first day of the reduction, in the first year; empty: some bill is not lower.
  std::optional<Proved<ClaimKind::lower_bill>> lower_bill;
  std::vector<Proved<ClaimKind::price_becomes>> prices;  ///< of the other choice, as the fallback
  std::vector<Proved<ClaimKind::agreed_price>> path;     ///< of the steps of a glide path
  /// Of the usual indexation.
  std::optional<Proved<ClaimKind::announced_in_time>> announced_in_time;
  /// Decided in the expected future.
  std::optional<Proved<ClaimKind::good_for_both>> good_for_both;
};

}  // namespace pricetalk
