#pragma once

#include <functional>
#include <optional>
#include <string>

#include "lint/oddities.hpp"
#include "lint/tried.hpp"

namespace pricetalk {

/// These two: a small and a large rise of figures. A table or a rounding may leap once, not twice.
const Ratio& small_rise();
const Ratio& large_rise();

struct TrialStep;

/// What the same line costs on the day of a step when its clause is as `edit` leaves it; nothing
/// where that is not known.
std::optional<Ratio> price_when(const TrialStep& step, const std::function<void(Clause&)>& edit);

/// One step of a line under trial. Whoever asks a question of it keeps what comes out in
/// `oddities`.
struct TrialStep {
  const Contract& contract;
  const Coverage& coverage;
  const TrialLimits& limits;
  Oddities& oddities;
  const Line& line;
  const PriceEntry& entry;
  const Tried& tried;                ///< of `entry`
  const PriceEntry* last = nullptr;  ///< the step before it of the same clause; may be nothing

  /// Nothing where the library has no such series.
  const Series* series_of(const std::string& index) const;
  /// A rate of exchange may stand either way up; what is deducted, as productivity is, lowers a
  /// price by what the contract says.
  bool is_a_rate(const std::string& index) const;
  /// A price that the formula makes anew from an amount charges no rise again.
  bool is_of_money() const;
  /// Whether the price is that of a market, `P = B`, `P = 0.8*B + 12.5`: an amount that is made of
  /// series of prices alone.
  bool is_at_market() const;
  /// Whether the formula goes out from the price of the line. Else a surcharge is money that the
  /// contract states, of any size beside the price.
  bool is_of_price() const { return !entry.clause->surcharge || tried.in_formula("P0"); }

  /// An oddity of this step, to be filled in further.
  Oddity odd(Oddity::Kind kind, const Ratio& before, const Ratio& change) const;
  /// These two keep one of a change of the original price.
  void add(Oddity::Kind kind, const Ratio& change, std::optional<Ratio> figures = {}) const;
  void add_about(const std::string& index, Oddity::Kind kind, const Ratio& change) const;
};

}  // namespace pricetalk
