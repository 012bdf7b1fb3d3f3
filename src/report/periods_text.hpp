#pragma once

#include <string>

#include "answer/delivery_cost.hpp"

namespace pricetalk {

/// "law, 14 days", "contract, 30 days; law: 14 days": from what a day is taken.
std::string basis_text(const PeriodDay& day, Language language);

/// "45 days", "over", "today": how long a day is away.
std::string left_text(const std::optional<Date>& last, Date today, Language language);

/// The periods of one delivery for the terminal.
std::string periods_text(const Contract& contract, const DeliveryPeriods& periods,
                         Language language);

/// "seller, unless the opposite is proved": who bears what shows in the months of a span.
std::string span_bearer_text(const DeliveryCostSpan& span, Language language);

/// "1", "1 to 12", "13 on": the months after the delivery.
std::string span_months_text(const DeliveryCostSpan& span, Language language);

/// What the delivery is expected to cost whom, by month after it; a sentence where nothing is
/// expected.
std::string delivery_cost_text(const DeliveryCost& cost, Language language);

}  // namespace pricetalk
