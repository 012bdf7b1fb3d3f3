#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "advice/offer_terms.hpp"
#include "advice/propose.hpp"
#include "advice/ways.hpp"
#include "pricetalk/advice/redface.hpp"

namespace pricetalk {

/// An offer as the program makes it from the text of a contract: both ways, their simulation, the
/// proposal. Prices until the end of 2031.
struct Offered {
  std::unique_ptr<Contract> contract;
  Library library;
  Ways ways;
  std::vector<PriceSchedule> declined;
  std::vector<PriceSchedule> accepted;
  Simulation years;
  Proposal proposal;

  /// `future`: what stands behind the heading of the one future of five years.
  Offered(const std::string& text, Date adjustment, Date today, const std::string& future = "",
          const Percent& discount_rate = ProposalInput().discount_rate) {
    auto read = read_contract(std::make_shared<const SourceText>("contract.toml", text));
    if (!read.value) throw std::logic_error(render(read.diagnostics, Language::en));
    contract = std::make_unique<Contract>(std::move(*read.value));
    library = Library().with(contract->own_series, contract->sources);
    const auto scenario = read_scenario(std::make_shared<const SourceText>(
        "s.toml", "schema = 1\n[scenario]\nid = \"s\"\nmonths = 60\n[future.expected]\n" + future));
    const Coverage coverage(library, today);
    const Date end = *Date::make(2031, 12, 31);
    const auto* offered = offered_innovation(*contract, {});
    ways = two_ways(*contract, schedule(*contract, coverage, end), adjustment, today,
                    {&offered->terms});
    declined = schedule(ways.declined, coverage, end);
    accepted = schedule(ways.accepted, coverage, end);
    auto simulated = both_ways(ways, library, *scenario.value, today, adjustment, {offered->id});
    if (!simulated.value) throw std::logic_error(render(simulated.diagnostics, Language::en));
    years = std::move(*simulated.value);
    ProposalInput input;
    input.contract = contract.get();
    input.adjustment = adjustment;
    input.today = today;
    input.schedules = declined;
    input.accepted = accepted;
    input.waived = ways.waived;
    input.years = &years;
    input.scenario = &*scenario.value;
    input.sums = price_sums(years);
    input.discount_rate = discount_rate;
    proposal = propose(input);
  }
};

}  // namespace pricetalk
