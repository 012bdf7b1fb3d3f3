#pragma once

#include <string>

#include "audit/refund.hpp"
#include "letter/template.hpp"

namespace pricetalk {

/// What fills the claim of a customer who paid too much: how much, for what, since when, why, what
/// else he asks. REQUIRES: the refund is not empty; audit and refund are of the contract.
Fields claim_fields(const Contract& contract, const Audit& audit, const Refund& refund,
                    Language language);

/// The rows that charged too much, one by one, for a letter that does not tell their causes.
Page claim_annex(const Contract& contract, const Audit& audit, Language language);

/// Whether interest that is known comes with the money.
bool has_interest(const Refund& refund);

/// What comes with the money, as the word of a model: "vat_and_interest", "bare_amount".
std::string refund_words(const Refund& refund);

/// The last day of all invoices that were looked at. REQUIRES: there is one.
Date last_day_invoiced(const Audit& audit);

/// The day of the letter, the day on which an answer is asked, and how the contract is called.
void add_letter_days(Fields& fields, const Contract& contract, Date today, Language language);

}  // namespace pricetalk
