#pragma once

#include <string>
#include <vector>

#include "law/law.hpp"

namespace pricetalk {

/// Whether a question is about returns or what is not as agreed, not about prices.
bool is_of_periods(RuleAsks asks);

/// Whether the terms of a contract are held against a rule that asks it; the rows of the others
/// only answer what holds beside them.
bool is_judged(RuleAsks asks);

/// What decides which row of the tables holds.
struct PeriodScope {
  std::string jurisdiction;  ///< of the contract
  Audience audience = Audience::b2c;
  Date decides;              ///< day of the contract, or of the purchase
  bool second_hand = false;  ///< the goods were used before
};

/// The row that answers a question.
struct PeriodRow {
  const ClauseRule* rule = nullptr;  ///< nothing: the tables do not answer it
  bool by_directive = false;         ///< of the European Union: the country has no row of its own
  bool other_days = false;           ///< nothing of the day, but the country has rows of other days
};

/// The row of the country, the customer and the day; else, where the country has no row for the
/// question at all and is a member of the European Union on that day, the directive's. Goods that
/// were used before take a row of their own where there is one, except rows `only_if_agreed`, which
/// `shortest_agreed` gives. Nothing is carried on to days that no row covers.
PeriodRow period_row(const Law& law, const PeriodScope& scope, RuleAsks asks);

/// The shortest time that may be agreed for goods that were used before; nothing: as for new ones.
PeriodRow shortest_agreed(const Law& law, const PeriodScope& scope, RuleAsks asks);

/// All that holds beside: rows of the country and those of the European Union.
std::vector<const ClauseRule*> rows_beside(const Law& law, const PeriodScope& scope, RuleAsks asks);

/// Whether any row on periods is about the country, itself or as a member of the European Union.
bool knows_periods(const Law& law, const std::string& jurisdiction, Date day);

}  // namespace pricetalk
