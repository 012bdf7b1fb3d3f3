#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pricetalk/audit/invoice.hpp"
#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

enum class SameParty : std::uint8_t { yes, no, unknown };

/// Compares numbers of companies. Equal when one number is the same; different when both sides
/// state one of a kind (chamber of commerce, VAT, GLN…) and none is the same. Kinds are known by
/// Peppol's scheme ("0106:", "9944:"), a word in front ("KVK", "BTW", "GLN") or the form
/// (NL001234567B01).
SameParty same_party(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// Why an invoice is for another contract; nothing when it is for this one, or does not say. It is
/// another's when its supplier or customer is another, or when it names contracts or orders and the
/// contract file has none of them.
std::optional<Phrase> for_another(const Contract& contract, const InvoiceHead& head);

}  // namespace pricetalk
