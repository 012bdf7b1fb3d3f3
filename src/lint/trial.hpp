#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// From where on what a clause answers can hardly be meant.
struct TrialLimits {
  Ratio neutral = Ratio(Decimal(10, 2));   ///< change of the price when no figure changes
  Ratio response = Ratio(Decimal(15, 1));  ///< change of the price over that of all figures
  Ratio step = Ratio(Decimal(25, 2));      ///< change of the price on one date
};

/// What came out when the formula of a clause was tried: something that can hardly be meant.
struct Oddity {
  enum class Kind : std::uint8_t {
    moves_by_itself,  ///< no figure changes, and the price does
    overshoots,       ///< the price moves by more than 1.5 times the figures
    opposes,          ///< the price falls when all figures rise
    leaps,            ///< with the figures of the library the price leaps, and they do not
    repeats,          ///< the same rise, from a base that stays, is charged again on each date
  };
  Kind kind = Kind::moves_by_itself;
  const Clause* clause = nullptr;  ///< never nothing; points into the contract
  const Line* line = nullptr;      ///< never nothing; the line that it was tried on
  Date date;                       ///< the adjustment date that was tried
  Span where;                      ///< the words of the formula
  /// Of `leaps`: by how much the figures moved at most; nothing where none can be compared.
  std::optional<Ratio> figures = {};
  Ratio before;  ///< price per unit
  Ratio after;   ///< price per unit that the clause makes of it
  /// Of `repeats`: the date after `date`, and what is charged from then on if the rise is measured
  /// from the start.
  std::optional<Date> again = {};
  Ratio from_start = Ratio(0);
};

/// Tries every clause of a contract on its own calculations: with figures that do not change, with
/// figures that all rise by one and by ten per cent (series in percent: by as many points), and
/// with those of the library until `until`. One oddity at the most of each formula, and none
/// that the clause accepts; surcharges and parts of a price are not tried. The contract and the
/// library must outlive the result.
std::vector<Oddity> try_clauses(const Contract& contract, const Coverage& coverage, Date until,
                                const TrialLimits& limits = {});

}  // namespace pricetalk
