#pragma once

#include <string>

#include "audit/audited_contract.hpp"

namespace pricetalk {

/// The draft of a letter in which the customer claims back what was charged too much, with its VAT
/// and interest, and asks what is a question. Empty where nothing is to be claimed.
std::string claim_letter(const AuditedContract& of, Language language);

/// For the customer, before the letter: that the supplier may set off what was too little of the
/// same lines. Empty where nothing was.
std::string set_off_warning(const Audit& audit, Language language);

}  // namespace pricetalk
