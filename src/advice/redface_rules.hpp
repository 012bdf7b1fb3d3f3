#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "explain/book.hpp"
#include "pricetalk/advice/redface.hpp"

namespace pricetalk {

#define PRICETALK_RULE(name) std::vector<Finding> name(const Dossier&, const RedFaceThresholds&)
// Invoices: redface_audit.cpp, redface_letter.cpp
PRICETALK_RULE(clause_misapplied);
PRICETALK_RULE(charged_above_allowed);
PRICETALK_RULE(charged_below_allowed);
PRICETALK_RULE(not_as_in_the_letter);
PRICETALK_RULE(reduction_not_on_invoice);

// What was announced and is not what is allowed: redface_announced.cpp
PRICETALK_RULE(announced_above_allowed);
PRICETALK_RULE(announced_rounded_up);
PRICETALK_RULE(announced_below_allowed);

// Prices: redface_price.cpp, redface_history.cpp, redface_steps.cpp, redface_opening.cpp
PRICETALK_RULE(index_ahead_of_cost);
PRICETALK_RULE(price_above_market);
PRICETALK_RULE(price_below_market);
PRICETALK_RULE(decrease_kept);
PRICETALK_RULE(measurement_break);
PRICETALK_RULE(stacked_increases);
PRICETALK_RULE(cost_charged_twice);
PRICETALK_RULE(temporary_surcharge_stayed);
PRICETALK_RULE(waived_and_taken_back);
PRICETALK_RULE(rounding_one_way);
PRICETALK_RULE(decrease_prefunded);

// What the customer gets for it: redface_value.cpp, redface_use.cpp
PRICETALK_RULE(value_below_increase);
PRICETALK_RULE(value_below_price);
PRICETALK_RULE(saving_not_realised);
PRICETALK_RULE(paid_but_not_used);
PRICETALK_RULE(volume_over_use);

// Mistakes that cost the customer money: redface_customer.cpp
PRICETALK_RULE(paid_twice);
PRICETALK_RULE(vat_at_another_rate);
PRICETALK_RULE(lower_price_not_used);

// People, terms and promises: redface_relation.cpp, redface_people.cpp
PRICETALK_RULE(terms_not_communicated);
PRICETALK_RULE(announced_late);
PRICETALK_RULE(announced_in_another_form);
PRICETALK_RULE(no_announcement);
PRICETALK_RULE(promise_overdue);
PRICETALK_RULE(silent_good_customer);
PRICETALK_RULE(drift);
PRICETALK_RULE(unpaired_contact);
#undef PRICETALK_RULE

// Several contracts: redface_across.cpp
std::vector<FindingIn> loyal_customer_pays_more(std::span<const Dossier> dossiers,
                                                const RedFaceThresholds& thresholds);

/// A finding about a line, or about the whole contract; the rule says the rest.
Finding about(const Line* line, Phrase title);

/// What the file says about telling the customer of a mistake, and what to record where it says
/// nothing (redface_told.cpp).
void add_told(const Dossier& dossier, Finding& finding);

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
