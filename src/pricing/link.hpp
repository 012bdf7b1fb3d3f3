#pragma once

#include <optional>

#include "pricetalk/pricing/schedule.hpp"
#include "pricing/fold.hpp"

namespace pricetalk {

/// The same step with the bases joined the other way (CONTRACT-FORMAT section 6.4): the clause is
/// read with the other method, lowered and run by the same code, from the same price in force.
struct OtherLink {
  LinkMethod method = LinkMethod::double_fraction;  ///< the one that the contract does not use
  PriceEntry entry;                                 ///< without clause, decision and announcement
  Outcome<Ratio> gap;                               ///< its price minus the contract's
};

/// Nothing where the step reads across no link, has no price, or where both methods are one
/// because nothing is rounded on the way.
std::optional<OtherLink> other_link(const PricingContext& context, const PriceEntry& entry);

/// "With the double fraction: €31.67 (€0.01 higher)."
Phrase in_words(const OtherLink& other, int decimals, const Currency& currency);

/// Whether a step read a figure across a link between bases.
bool crosses_link(const Derivation& derivation);

/// "double fraction", "dubbele breuk".
const Phrase& words(LinkMethod method);

/// Coefficient for double fraction and the other way round, on every link where that can make a
/// difference; says whether there is one.
bool other_link_method(Clause& clause);

}  // namespace pricetalk
