#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/contract/contract.hpp"
#include "pricetalk/pricing/schedule.hpp"
#include "pricetalk/scenario/scenario.hpp"
#include "pricetalk/simulation/simulate.hpp"

namespace pricetalk {

/// One step that the customer need not pay.
struct WaivedStep {
  Date date;           ///< adjustment date
  std::string clause;  ///< id of the clause
  std::string line;    ///< id of the price line
  friend bool operator==(const WaivedStep&, const WaivedStep&) = default;
};

/// The two ways on from a letter about one adjustment date: the contract as it will be when the
/// customer declines the proposal, and when he accepts it.
struct Ways {
  Contract declined;  ///< what can be enforced (`enforceable`), without the innovation
  Contract accepted;  ///< its id says so, because its prices have addresses of their own
  /// By line and clause, where the clause raises the price on that date; what lowers it is the
  /// customer's. A step that a decision made smaller is among them; an agreed price, and one that
  /// was deferred or waived, is not.
  std::vector<WaivedStep> waived;
  /// Lines that the proposal touches (`for` of the innovation; all lines where it names none).
  std::vector<std::string> lines;
};

/// The ids of the runs in `both_ways`: `as_it_is` is the declined contract.
inline constexpr std::string_view way_waived = "waived";
/// Both in one run: the steps waived, and the innovation offered.
inline constexpr std::string_view way_offered = "proposal";

/// The contract as it can still be enforced on `today`: a step that raises a price, has not been
/// announced and whose last day has passed is announced today, with the effect that the clause
/// gives to that. Nothing when no step is late. A step that lowers a price is owed, announced or
/// not. `as_written`: the schedules of the contract.
std::optional<Contract> enforceable(const Contract& contract,
                                    std::span<const PriceSchedule> as_written, Date adjustment,
                                    Date today);

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
