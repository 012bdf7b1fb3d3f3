#pragma once

#include <optional>
#include <vector>

#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// What one surcharge clause adds to a price on a day, per unit (CONTRACT-FORMAT section 4, "after
/// all"). It is computed anew for its date and remembers nothing; so there is no fold.
struct Surcharge {
  const Clause* clause = nullptr;  ///< never nothing; points into the contract
  /// The date whose figures and terms count: the day itself, or the clause's last own date. Nothing
  /// before its first one: then nothing is added yet.
  std::optional<Date> date;
  Outcome<Ratio> amount{Ratio(0)};    ///< in the contract's currency, rounded by rounding.surcharge
  Derivation why;                     ///< what was computed
  NodeId answer = no_node;            ///< of `why`: the amount
  Fixity fixity = Fixity::fixed;      ///< the weakest of the figures that it rests on
  std::vector<LateFigure> late = {};  ///< figures that were not there on their reading day
  Address address;                    ///< of the amount, "ID/LINE/DATE/surcharge/CLAUSE"
};

/// The surcharges of a price on a day, in the order of the file. None outside the line's life.
/// REQUIRES: `prices` was made by `schedule`; its contract and library still live.
std::vector<Surcharge> surcharges_on(const PriceSchedule& prices, Date day);

/// The days in (first, last] on which a surcharge of the line may change: the clauses' own dates,
/// or every day.
std::vector<Date> surcharge_days(const Contract& contract, const Line& line, Date first, Date last);

/// A price with its surcharges on a day. Nothing is rounded here: each part was.
struct ChargedPrice {
  const PriceEntry* entry = nullptr;   ///< nothing before price_date
  std::vector<Surcharge> surcharges;   ///< in the order of the file
  Outcome<Ratio> surcharge{Ratio(0)};  ///< their sum
  Outcome<Ratio> charged;              ///< price and surcharges, per unit
  Derivation why;                      ///< what was computed
  NodeId sum = no_node;                ///< of the surcharges
  NodeId answer = no_node;             ///< price and surcharges
  Fixity fixity = Fixity::fixed;       ///< the weakest of the figures that it rests on
};
/// The price of a day with all its surcharges. REQUIRES: as `surcharges_on`.
ChargedPrice charged_on(const PriceSchedule& prices, Date day);

/// What is paid of a total of surcharges to date after the supplier's own risk: total less the
/// larger of share x total and minimum x contract_sum, never past zero; of a total below zero the
/// same on the other side. Without retention it is the total.
struct SurchargesDue {
  Outcome<Ratio> kept;      ///< own risk
  Outcome<Ratio> due;       ///< total less `kept`
  Derivation why;           ///< what was computed
  NodeId answer = no_node;  ///< of `why`: `due`
};
/// The part of a total that is paid. `source`: where the total came from, for the derivation.
SurchargesDue due_of(const Contract& contract, const Clause& clause, const Outcome<Ratio>& total,
                     InputSource source);

}  // namespace pricetalk
