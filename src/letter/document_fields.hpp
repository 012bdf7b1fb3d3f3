#pragma once

#include <map>
#include <string>

#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// What a house style can name in its header and footer: `customer_name`, `sender_phone`,
/// `letter_date`. What the contract file does not say is empty.
std::map<std::string, std::string> document_fields(const Contract& contract, Date day,
                                                   Language language);

}  // namespace pricetalk
