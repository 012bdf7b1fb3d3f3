#include "lint/doubt.hpp"

#include <iterator>

#include "lint/bands_meant.hpp"
#include "lint/days_meant.hpp"
#include "lint/decisions_meant.hpp"
#include "lint/first_step_meant.hpp"
#include "lint/limits_meant.hpp"
#include "lint/links_meant.hpp"
#include "lint/missed_dates.hpp"
#include "lint/stated_figures.hpp"

namespace pricetalk {

namespace {

void join(std::vector<Doubt>& all, std::vector<Doubt> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

std::vector<Doubt> doubts_of_prices(const Contract& contract, const Library& library, Date today,
                                    const TrialLimits& limits) {
  std::vector<Doubt> all = doubtful_figures(contract, library);
  join(all, doubtful_links(contract, library, limits));
  join(all, doubtful_limits(contract, library, limits));
  join(all, bands_of_levels(contract, library));
  join(all, unexpected_first_steps(contract));
  join(all, terms_that_miss_the_dates(contract));
  join(all, doubtful_decisions(contract, Coverage(library, today)));
  return all;
}

std::vector<Doubt> doubts(const Contract& contract, const Library& library, Date today,
                          const TrialLimits& limits) {
  std::vector<Doubt> all = doubts_of_prices(contract, library, today, limits);
  join(all, doubtful_days(contract, today, limits));
  return all;
}

}  // namespace pricetalk
