#pragma once

#include "audit/refund.hpp"
#include "letter/template.hpp"

namespace pricetalk {

/// What fills the claim of a customer who paid too much: how much, for what, since when, why, what
/// else he asks. REQUIRES: the refund is not empty; audit and refund are of the contract.
Fields claim_fields(const Contract& contract, const Audit& audit, const Refund& refund,
                    Language language);

/// The day of the letter, the day on which an answer is asked, and how the contract is called.
void add_letter_days(Fields& fields, const Contract& contract, Date today, Language language);

}  // namespace pricetalk
