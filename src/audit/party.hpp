#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pricetalk/contract/contract.hpp"
#include "pricetalk/invoice/invoice.hpp"

namespace pricetalk {

enum class SameParty : std::uint8_t { yes, no, unknown };

/// Compares numbers of companies. Equal when one number is the same; different when both sides
/// state one of a kind (chamber of commerce, VAT, GLN…) and none is the same. Kinds are known by
/// Peppol's scheme ("0106:", "9944:"), a word in front ("KVK", "BTW", "GLN") or the form
/// (NL001234567B01).
SameParty same_party(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// Whether an invoice names the contract, or an order of it.
bool names(const Contract& contract, const InvoiceHead& head);

/// Whether the buyer's reference, project or notes of an invoice name the contract or an order of
/// it. They may be about anything: not naming it says nothing.
bool mentions(const Contract& contract, const InvoiceHead& head);

/// How many of the numbers and names of supplier and customer are those of the contract: 0 to 4.
int parties_known(const Contract& contract, const InvoiceHead& head);

/// Why an invoice is for another contract; nothing when it is for this one, or does not say. It is
/// another's when its supplier or customer is another, or when it names contracts or orders and the
/// contract file has none of them, and no note of it names this one.
std::optional<Phrase> for_another(const Contract& contract, const InvoiceHead& head);

}  // namespace pricetalk
