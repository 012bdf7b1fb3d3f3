#pragma once

#include "audit/refund.hpp"
#include "report/json_parts.hpp"

namespace pricetalk {

/// What is paid back, per invoice and together, with the interest and its rule.
Json refund_json(const Refund& refund);

/// What can be claimed back, and until when; or why that is not known.
Json claim_json(const Refund& refund, const Outcome<ClaimWindow>& window);

}  // namespace pricetalk
