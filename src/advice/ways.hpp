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

/// Whether a step is one that the customer must be told of before its day: its clause asks for it,
/// and it raises the price, or may do so once a figure is known. Nothing has to be announced where
/// a decision took the step away, put it off or replaced it by an agreed price, where it does not
/// come through (threshold, minimum interval), and where the price falls: that is the customer's.
bool must_be_announced(const PriceEntry& entry);

/// The last day to announce the steps of `adjustment` that must be: the first that is still to come
/// on `today`, or the last that has passed. Nothing where none must be.
std::optional<Deadline> deadline_for(std::span<const PriceSchedule> schedules, Date adjustment,
                                     Date today);

/// `offered`: what is offered, together; empty: nothing.
Ways two_ways(const Contract& contract, std::span<const PriceSchedule> as_written, Date adjustment,
              Date today, const std::vector<const InnovationTerms*>& offered);

/// Five years from the adjustment in every future: declined, with the steps waived and nothing
/// else (`way_waived`), and with the innovation beside it (`way_offered`; none: no ids). A
/// price of the adjustment that a later figure may still change is what it is so far, in every
/// future: letter and page name one price.
Loaded<Simulation> both_ways(const Ways& ways, const Library& library, const Scenario& futures,
                             Date today, Date adjustment,
                             const std::vector<std::string>& innovations);

}  // namespace pricetalk
