#pragma once

#include <optional>

#include "answer/answer.hpp"

namespace pricetalk {

/// What the search of the audit finds for an announced price, as if it stood on an invoice of the
/// first day on which it is charged. Of a percentage every price that it can mean and one mistake
/// gives is tried, and each of them makes it likelier that the fit is a coincidence.
std::optional<LetterCause> cause_of(const Contract& contract, const Line& line,
                                    const Library& library, const AnsweredPrice& price,
                                    const ReceivedLetter& letter, Date today);

/// The letter as a row of an invoice: one unit on one day, less the line's discount and with its
/// surcharges. Nothing where a surcharge is not known.
std::optional<InvoiceLine> as_invoice_row(const Contract& contract, const PriceSchedule& prices,
                                          const Ratio& price, Date on);

}  // namespace pricetalk
