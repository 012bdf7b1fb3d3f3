#pragma once

#include <string>

#include "audit/refund.hpp"
#include "report/addressee.hpp"

namespace pricetalk {

/// A refund for people: what was paid too much, VAT, interest and how it was counted, and what of
/// it can still be claimed until when. Nothing for an empty refund.
std::string refund_text(const Contract& contract, const Refund& refund,
                        const Outcome<ClaimWindow>& window, Date today, Addressee reader,
                        Language language);

/// The sum of a refund on one line, for where the whole calculation is elsewhere.
std::string refund_line(const Refund& refund, Addressee reader, Language language);

}  // namespace pricetalk
