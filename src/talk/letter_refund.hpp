#pragma once

#include <optional>
#include <variant>

#include "audit/refund.hpp"
#include "pricetalk/page/page.hpp"
#include "talk/letter_draft.hpp"

namespace pricetalk {

// What letters about money that comes back have in common.

/// The call that came first: of this talk, or the last one about a mistake.
std::optional<Date> called_on(const LetterTask& task);

/// The day on which the money is back: paid, or promised.
std::optional<Date> refund_day(const Contract& contract);

/// That nobody looked at the invoices; nothing where somebody did.
std::optional<NoLetter> nobody_audited(const LetterTask& task);

/// What was charged too much, back on `until`. REQUIRES: somebody looked at the invoices.
Refund refund_of(const LetterTask& task, Date until, Date discovered);

/// The same, or why there is no letter about it: nobody looked, or nothing is too much.
std::variant<Refund, NoLetter> refund_or_none(const LetterTask& task, Date until, Date discovered);

/// The derivations of refund and audit.
void add_refund_items(LetterParts& parts, const LetterTask& task, const Refund& refund);

/// `overcharge_total`, `overcharge_vat`, `interest_total`, `refund_total`, the last day with
/// interest and that of the refund, and which sentence fits.
void add_refund_amounts(LetterParts& parts, const LetterTask& task, const Refund& refund);

/// The prices that are still wrong on the last invoice.
void add_corrected_prices(LetterParts& parts, const LetterTask& task);

/// Their number, and the annex with every invoice of the refund.
void add_refunded_invoices(LetterParts& parts, const LetterTask& task, const Refund& refund,
                           const std::string& number = {});

}  // namespace pricetalk
