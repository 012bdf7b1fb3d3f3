#pragma once

#include <memory>
#include <vector>

#include "billing/charge.hpp"
#include "pricetalk/audit/audit.hpp"
#include "reading/reading.hpp"

namespace pricetalk {

/// What one row charged for one period.
struct ChargedPeriod {
  std::string invoice;
  Date from;
  Date to;
  Taken taken;
  std::vector<TierPart> parts;  ///< of which tiers; at least one
  std::optional<Decimal> unit_price;
  Decimal amount;
  bool differs = false;  ///< from what was allowed
};

/// What was charged for one line, where it can be compared.
struct LineCharges {
  const Line* line = nullptr;
  std::vector<ChargedPeriod> charged;
};

/// What the search for a cause gave for a line: for people, and what later sums need.
struct Found {
  Causes causes;
  /// Of the first explanation: the prices under every subset of its misreadings; bit i is the i-th.
  std::vector<TierPrices> subsets;
};

/// Looks for sets of up to three readings of a line's clauses that give every charged price to the
/// cent, each from some date on or once. Folds step by step and stops at the first period that
/// differs; equal states are one state, so that sets which agree on the past share its computation.
///
/// Sets of one size are compared before larger ones, and one invoice that nothing explains may be
/// left out: 1 mistake; one invoice; 1 and an invoice that can be told from a mistake; 1 mistake
/// from one date to another; 2 mistakes; 1 and any invoice; 3 mistakes; 2 and such an invoice. Sets
/// of two or three are sought where the prices of more dates than that are known. Two or more
/// mistakes begin on one date only where the price is wrong on it or was not charged; three only
/// where two of their pairs change something together. The number of steps is bounded; where the
/// bound is reached, the answer says so.
///
/// Lines that differ and have the same clauses are searched together first: one mistake, then two,
/// that give every charged price of all of them. Where there are none, each line is searched by
/// itself, and those whose answers have a set in common are searched together once more.
/// Gives one answer for each line, in their order.
std::vector<Found> search(const Contract& contract, const Coverage& coverage,
                          const std::vector<LineCharges>& lines);

}  // namespace pricetalk
