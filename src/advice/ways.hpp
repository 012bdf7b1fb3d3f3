#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "pricetalk/advice/proposal.hpp"
#include "pricetalk/scenario/scenario.hpp"

namespace pricetalk {

/// The ids of the runs in `both_ways`: `as_it_is` is the declined contract.
inline constexpr std::string_view way_waived = "waived";
/// Both in one run: the steps waived, and the innovation offered.
inline constexpr std::string_view way_offered = "proposal";

/// The last day to announce the steps of `adjustment` that no decision took away: the first that is
/// still to come on `today`, or the last that has passed. Nothing where no clause asks for it.
std::optional<Deadline> deadline_for(std::span<const PriceSchedule> schedules, Date adjustment,
                                     Date today);

/// `offered`: the innovation, or nothing.
Ways two_ways(const Contract& contract, std::span<const PriceSchedule> as_written, Date adjustment,
              Date today, const InnovationTerms* offered);

/// Five years from the adjustment in every future: declined, with the steps waived and nothing
/// else (`way_waived`), and with the innovation beside it (`way_offered`; none: an empty id).
Loaded<Simulation> both_ways(const Ways& ways, const Library& library, const Scenario& futures,
                             Date today, Date adjustment, const std::string& innovation);

}  // namespace pricetalk
