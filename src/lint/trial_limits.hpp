#pragma once

#include <string>

#include "pricetalk/diagnostic/diagnostic.hpp"
#include "pricetalk/document/values.hpp"
#include "pricetalk/number/money.hpp"

namespace pricetalk {

/// From which size on what a clause answers can hardly be meant: `rules/clauses.toml` as shipped.
/// All are above 0% (R0104).
struct TrialLimits : TableBase {
  Stated<int> schema;       ///< format number; default: 1
  Stated<Percent> neutral;  ///< change of the price when no figure changes; default: 10%
  /// Change of the price over that of one figure; default: 150%.
  Stated<Percent> response;
  Stated<Percent> added;         ///< by how much weights together may pass 1; default: 5%
  Stated<Percent> no_effect;     ///< change of the price over that of all figures; default: 2%
  Stated<Percent> step;          ///< change of the price on one date; default: 25%
  Stated<Percent> smallest_cap;  ///< of a clause that may rise at all; default: 0.1%
  /// Of each date, where no index of the clause ever rose by half as much in a year; default: 25%.
  Stated<Percent> largest_cap;
  Stated<Percent> largest_floor;      ///< rise on each date; default: 10%
  Stated<Percent> largest_threshold;  ///< change that is waited for; default: 25%
  Stated<Percent> smallest_share;     ///< of the change that is passed on; default: 1%
  Stated<Percent> largest_share;      ///< of the change that is passed on; default: 100%
  Stated<Percent> largest_discount;   ///< of a line, below all of it; default: 75%
  /// By how much a coefficient may leave the figures of both series, in a period that both have;
  /// default: 4%.
  Stated<Percent> link;
  /// Years from the start of a contract to a day that it states; default: 5. Above 0 (R0104).
  Stated<int> years;
};

/// The shipped file, and what it says.
std::string default_trial_limits_text();
const TrialLimits& default_trial_limits();

/// A file over the defaults.
Loaded<TrialLimits> read_trial_limits(const SourcePtr& source);

}  // namespace pricetalk
