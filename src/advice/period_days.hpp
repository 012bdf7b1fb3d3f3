#pragma once

#include "advice/periods.hpp"

namespace pricetalk {

/// Where the days of one delivery are counted from.
struct PeriodsAsked {
  const Contract& contract;
  const Law& law;
  const DeliveryFacts& facts;
  const std::optional<PeriodScope>& scope;
  Phrase why_unknown;  ///< without a scope: what is not known

  const ReturnTerms* returns() const;
  const std::optional<NonConformityTerms>& non_conformity() const {
    return contract.terms.non_conformity;
  }
  Date bought() const { return facts.bought.value_or(contract.signed_on); }
  Date received() const { return facts.received.value_or(facts.delivered); }
};

/// The last day of every kind, in order.
std::vector<PeriodDay> period_days(const PeriodsAsked& asked);

/// Who must prove, whether a claim may still be made, and what helps; with what should be asked or
/// does not hold. Reads `made.days`.
void judge_periods(const PeriodsAsked& asked, DeliveryPeriods& made);

}  // namespace pricetalk
