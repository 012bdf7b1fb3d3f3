#include "lint/doubt.hpp"

#include <iterator>

#include "lint/bands_meant.hpp"
#include "lint/caps_meant.hpp"
#include "lint/days_meant.hpp"
#include "lint/decisions_meant.hpp"
#include "lint/ended_series.hpp"
#include "lint/first_step_meant.hpp"
#include "lint/limits_meant.hpp"
#include "lint/links_meant.hpp"
#include "lint/missed_dates.hpp"
#include "lint/numbers_meant.hpp"
#include "lint/prices_meant.hpp"
#include "lint/same_rise.hpp"
#include "lint/stated_figures.hpp"
#include "lint/terms_meant.hpp"
#include "lint/times_meant.hpp"

namespace pricetalk {

namespace {

void join(std::vector<Doubt>& all, std::vector<Doubt> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

std::vector<Doubt> doubts_of_prices(const Contract& contract, const Library& library, Date today,
                                    const TrialLimits& limits, KnownFigureDoubts* known) {
  std::vector<Doubt> all = doubtful_figures(contract, library, known);
  join(all, numbers_of_another_size(contract, library));
  join(all, doubtful_links(contract, library, limits));
  join(all, doubtful_limits(contract, library, limits));
  join(all, bands_of_levels(contract, library));
  join(all, bands_that_hardly_move(contract, limits));
  join(all, bands_out_of_order(contract));
  join(all, rises_charged_by_two(contract));
  join(all, unexpected_first_steps(contract));
  join(all, terms_that_miss_the_dates(contract));
  const Coverage coverage(library, today);
  join(all, doubtful_decisions(contract, coverage));
  const Date next_year = today + Duration{1, Unit::year};
  join(all, prices_of_nothing(contract, coverage, next_year));
  join(all, doubtful_caps(contract, coverage, next_year, limits));
  join(all, doubtful_tiers_and_discounts(contract, limits));
  return all;
}

std::vector<Doubt> doubts_of_days(const Contract& contract, Date today, const TrialLimits& limits) {
  std::vector<Doubt> all = doubtful_days(contract, today, limits);
  join(all, doubtful_times(contract, today, limits));
  join(all, doubtful_vat(contract, today));
  return all;
}

std::vector<Doubt> doubts(const Contract& contract, const Library& library, Date today,
                          const TrialLimits& limits) {
  std::vector<Doubt> all = doubts_of_prices(contract, library, today, limits);
  join(all, doubts_of_days(contract, today, limits));
  join(all, prices_without_a_successor(contract, Coverage(library, today)));
  return all;
}

}  // namespace pricetalk
