#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advice/proposal_bargain.hpp"
#include "advice/propose.hpp"
#include "billing/period.hpp"

namespace pricetalk {

/// What a proposal is about, chosen from the file.
struct Chosen {
  std::string id;
  const InnovationTerms* innovation = nullptr;                  ///< nothing: none is stated
  std::vector<const NamedTable<InnovationTerms>*> beside = {};  ///< offered with it

  /// All that is offered, the first one first.
  std::vector<const InnovationTerms*> all() const;
  const InnovationTerms* earned = nullptr;  ///< of a gift
  InnovationForm form = InnovationForm::exchange;
};
Chosen choose(const ProposalInput& input);

/// Whether one of these is about a line; all lines where it names none.
bool touches(const std::vector<const InnovationTerms*>& offered, const std::string& line);

/// Whether an innovation has begun, so that what it saves can have been earned.
bool runs(const InnovationTerms& innovation, Date today);

/// The first and the last day of an innovation within the horizon: the adjustment and the
/// contract's end where it states none.
Date start_of(const InnovationTerms& innovation, const ProposalInput& input);
Date end_of(const InnovationTerms& innovation, const ProposalInput& input);

/// The first day that counts in a proposal: of what began before today only what comes from the
/// adjustment on.
Date counted_from(Date day, const ProposalInput& input);

/// A stated amount a year, per period of the horizon, between two days.
std::vector<NodeId> yearly(Worksheet& sheet, const std::vector<ProposalYear>& periods,
                           NodeId per_year, Date from, Date until);

/// One plus the general rate of VAT where it is in the prices, as it is on the day of the proposal;
/// no_node where it is not.
Outcome<NodeId> vat_in_prices(Worksheet& sheet, const Contract& contract, Date today);

/// What an innovation saved in the last whole year that was measured; nothing: never measured.
std::optional<Stated<Decimal>> measured_saving(const InnovationTerms& innovation, Date today);

/// The days of a saving: all of them, and those on which a part goes to the other side.
struct Sharing {
  Date from;
  Date end;
  Date shared;  ///< last day on which it is shared
};
Sharing sharing_of(const InnovationTerms& terms, const ProposalInput& input);

/// A share of a saving as a node; nothing: no share.
NodeId share_node(Worksheet& sheet, const std::optional<Stated<Percent>>& share,
                  const Phrase& label);

/// The years of the horizon, and before them the days from the beginning of the innovation to the
/// adjustment, where it begins earlier.
std::vector<ProposalYear> periods_of(const ProposalInput& input, const Chosen& chosen);

/// The days of [from, until] that lie in a period of the horizon; nothing: none.
std::optional<Days> days_in(const ProposalYear& period, Date from, Date until);

/// Everything but the savings in one future; undetermined when one of its sums is.
Outcome<Flows> flows_of(Worksheet& sheet, const ProposalInput& input, const Chosen& chosen,
                        const PriceFuture& future);

/// The levels of saving that the file states, cautious first; empty: none.
std::vector<SavingFlows> savings_of(Worksheet& sheet, const ProposalInput& input,
                                    const Chosen& chosen);

/// What the contract was worth when it began: original prices for all quantities, from its first to
/// its last day. Nothing without an end, or where a line has tiers, or not one stated quantity.
std::optional<NodeId> original_value(Worksheet& sheet, const Contract& contract);

/// Why that cannot be told, and what to write; lower case, no full stop. Nothing: it can.
std::optional<Phrase> no_original_value(const Contract& contract);

/// The source of an input that the contract file states.
InputSource stated_in(const std::optional<Span>& where);

/// An amount or percentage of the contract file as a node.
NodeId stated(Worksheet& sheet, const Stated<Decimal>& amount, const Phrase& label);

/// `per_year` over these days: whole months, and parts of a month by their days; exact. `when`: "in
/// 2026".
NodeId yearly_over(Worksheet& sheet, NodeId per_year, const std::optional<Days>& days,
                   const Phrase& when);

/// `per_month` over these days, each part of a month rounded as on an invoice.
NodeId monthly_over(Worksheet& sheet, NodeId per_month, const std::optional<Days>& days,
                    const Phrase& when);

/// Whether the innovation takes something off a bill: a reduction of at least the smallest coin.
bool reduces_a_bill(const InnovationTerms& innovation, const Currency& currency);

/// "in 2026", "from January to October 2026".
Phrase in_period(const Phrase& period);

}  // namespace pricetalk
