#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advice/offer_terms.hpp"
#include "advice/propose.hpp"

namespace pricetalk {

/// A month of the bill in which a reduction is larger than what it is taken off.
struct BillTooSmall {
  Phrase period;
  Money bill;
};

/// The last day on which the customer may still answer: `talk.reply_by`, or the day of the letter.
/// What he is promised begins later.
Date answered_by(const ProposalInput& input);

/// Proves what a letter wants to promise, on schedules and ledgers that the ordinary code made of
/// the declined and the accepted contract, in every future. What it cannot prove is nothing.
class Prover {
 public:
  /// REQUIRES: input.years; everything in the input outlives the prover.
  explicit Prover(const ProposalInput& input);

  /// Every move of a price in these days in the accepted contract, oldest first. A move that only
  /// some future has counts as a rise.
  std::vector<PriceMove> moves(Date from, Date until) const;

  /// Whether what the waiver saves in these days rests on what a future says, in any of them.
  bool rests_on_futures(Date from, Date until) const;

  /// What becomes of the waived steps until a day.
  ComingBack coming_back(Date until) const;

  /// A period in which the touched lines cost less than the reduction takes off.
  std::optional<BillTooSmall> bill_too_small() const;

  std::optional<Proved<ClaimKind::no_increase>> no_increase(std::vector<std::string> lines,
                                                            Date from, Date until) const;
  /// `way`: a run of the simulation. In every future at least the amount, in one exactly.
  std::optional<Proved<ClaimKind::less_in_year>> less_in_year(std::string_view way, Date from,
                                                              Date until,
                                                              const Explained& amount) const;
  std::optional<Proved<ClaimKind::nothing_comes_back>> nothing_comes_back(Date from,
                                                                          Date until) const;
  /// `until`: its last day in the horizon. The month is the sum of what each of them takes off.
  std::optional<Proved<ClaimKind::reduction>> reduction(const BillReduction& reduction,
                                                        Date until) const;
  /// REQUIRES: the reduction from that day on is proved. `first_year`: its last day.
  std::optional<Proved<ClaimKind::lower_bill>> lower_bill(Date from, Date first_year,
                                                          Date until) const;
  std::optional<Proved<ClaimKind::price_becomes>> price_becomes(const FallbackPrice& price) const;
  /// In every future, whatever is published.
  std::optional<Proved<ClaimKind::agreed_price>> agreed_price(const GlideStep& step) const;
  /// Of the steps that the customer would pay if he declines.
  std::optional<Proved<ClaimKind::announced_in_time>> announced_in_time() const;
  /// `futures`: the whole bargain; `expected`: the one that decides.
  std::optional<Proved<ClaimKind::good_for_both>> good_for_both(
      const std::vector<FutureBargain>& futures, std::size_t expected) const;

 private:
  /// What an innovation takes off each invoice of these days, a month; nothing: not that on each.
  std::optional<Ratio> taken_off(const std::string& id, Date from, Date until) const;
  /// Whether no later step of a waived line can make up for what was given up, whatever comes.
  bool for_good() const;
  /// The first day until then on which a waived line takes a step whose figure is still to come.
  std::optional<Date> first_open_step(Date until) const;

  const ProposalInput& input_;
};

}  // namespace pricetalk
