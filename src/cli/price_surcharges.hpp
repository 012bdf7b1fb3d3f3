#pragma once

#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "pricetalk/pricing/surcharge.hpp"
#include "report/table.hpp"

namespace pricetalk {

/// The columns "surcharge" and "charged" beside the prices on a day. Nothing at all where no line
/// bears surcharges.
class SurchargeColumns {
 public:
  SurchargeColumns(const std::vector<PriceSchedule>& schedules, Date on, const Currency& currency,
                   Language language);

  void add_to(std::vector<Table::Column>& columns) const;
  void add_to(std::vector<std::string>& cells, const PriceSchedule& prices) const;
  /// Why a surcharge is not known, each reason once.
  std::vector<std::string> missing() const;

 private:
  std::map<const PriceSchedule*, ChargedPrice> charged_;
  Currency currency_;
  Language language_;
};

/// Each surcharge of a price on a day with its steps, and the sum. Nothing where there is none.
void explain_surcharges(const PriceSchedule& prices, Date on, std::ostream& out, Language language);

/// Of each clause with own risk: the surcharges to date, what the supplier bears, what is due.
/// With `line`, only of the clauses that this line bears; with `explain`, the steps too.
void print_retention(const Contract& contract, const Coverage& coverage, const std::string& line,
                     Date on, bool explain, std::ostream& out, Language language);

}  // namespace pricetalk
