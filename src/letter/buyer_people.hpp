#pragma once

#include "letter/template.hpp"

namespace pricetalk {

/// Who of the customer writes to whom of the supplier. What the contract file does not say of
/// people and addresses stands in brackets, to be filled in.
void add_buyer_people(Fields& fields, const Contract& contract, Language language);

/// Whether a letter by the customer says "je" to whom it goes.
bool buyer_says_je(const Contract& contract);

}  // namespace pricetalk
