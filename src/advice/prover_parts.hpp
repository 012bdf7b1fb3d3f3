#pragma once

#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "pricetalk/advice/proposal.hpp"

namespace pricetalk {

// What proofs read of schedules and ledgers.

std::vector<const Run*> runs_of(const Simulation& years, std::string_view way);

/// The schedule of the same price of the same line; nothing where there is none.
const PriceSchedule* same_price(std::span<const PriceSchedule> all, const PriceSchedule& of);

/// Undetermined before the first entry.
Outcome<Ratio> price_on(const PriceSchedule& prices, Date day);

/// Days of a window on which an entry of a schedule begins.
void add_days(const PriceSchedule& prices, Date from, Date until, std::set<Date>& days);

Ratio in_money(const Ledger& ledger, std::int64_t units);

/// What the customer pays in the contracted periods that begin in these days; nothing when a part
/// of it is not known.
std::optional<Ratio> paid(const Run& run, Date from, Date until);

}  // namespace pricetalk
