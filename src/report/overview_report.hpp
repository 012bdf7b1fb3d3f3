#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "advice/contract_overview.hpp"
#include "portfolio/portfolio.hpp"
#include "pricing/later_figures.hpp"

namespace pricetalk {

/// Many contracts beside each other.
struct OverviewReport {
  std::vector<ContractOverview> contracts;  ///< in the order in which they are shown
  std::vector<std::string> futures;         ///< of `costs`; empty: at the prices known today
  int months = 12;                          ///< that `costs` are about
  Date today;
  bool today_from_clock = false;
  std::size_t left_out = 0;                 ///< contracts that have none of the tags asked for
  std::size_t unread = 0;                   ///< files that could not be used
  PortfolioRoute route;                     ///< how the costs were computed
  std::vector<EnteredFigure> entered = {};  ///< figures of a person, with which it was computed
};

/// A row for each contract, no wider than `width`: what does not fit is left out by column, the
/// least important first, and named below.
std::string overview_text(const OverviewReport& report, std::size_t width, Language language);
/// RFC 4180: a row for each contract, its tags in columns of their own. Numbers have a decimal
/// point, percentages are of hundred, words are English.
std::string overview_csv(const OverviewReport& report);
std::string overview_json(const OverviewReport& report);

}  // namespace pricetalk
