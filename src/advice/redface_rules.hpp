#pragma once

#include <string>
#include <vector>

#include "pricetalk/advice/redface.hpp"
#include "pricetalk/audit/book.hpp"

namespace pricetalk {

// Invoices: redface_audit.cpp
std::vector<Finding> charged_above_allowed(const Dossier& dossier);
std::vector<Finding> charged_below_allowed(const Dossier& dossier);

// Prices: redface_price.cpp, redface_history.cpp, redface_value.cpp
std::vector<Finding> index_ahead_of_cost(const Dossier& dossier);
std::vector<Finding> outside_price_level(const Dossier& dossier);
std::vector<Finding> decrease_kept(const Dossier& dossier);
std::vector<Finding> measurement_break(const Dossier& dossier);
std::vector<Finding> value_below_increase(const Dossier& dossier);

// People, terms and promises: redface_relation.cpp
std::vector<Finding> terms_not_communicated(const Dossier& dossier);
std::vector<Finding> announced_late(const Dossier& dossier);
std::vector<Finding> announced_in_another_form(const Dossier& dossier);
std::vector<Finding> no_announcement(const Dossier& dossier);
std::vector<Finding> promise_overdue(const Dossier& dossier);
std::vector<Finding> silent_good_customer(const Dossier& dossier);
std::vector<Finding> unpaired_contact(const Dossier& dossier);

/// A blush about a line or the whole contract.
Finding blush(const Line* line, Phrase title, Phrase question, Phrase advice);

/// The contract with a line that follows its real cost mix from the day of that mix: the fair
/// reference (should-cost), folded by the same code. Nothing without a cost mix or without a price
/// on that day.
struct FairReference {
  Contract contract;
  Date since;
  PriceSchedule prices(const Coverage& coverage, Date until, std::string_view line) const;
};
std::optional<FairReference> fair_reference(const Dossier& dossier, const Line& line);

}  // namespace pricetalk
