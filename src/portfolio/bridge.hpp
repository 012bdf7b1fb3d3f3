#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pricetalk/contract/contract.hpp"
#include "pricetalk/scenario/scenario.hpp"
#include "pricetalk/simulation/simulate.hpp"

namespace pricetalk {

/// Why an amount differs between two runs.
enum class BridgeCause : std::uint8_t {
  period,     ///< another day of the run, other months or days
  volume,     ///< quantities, and how a future lets them grow
  corrected,  ///< figures that were published, and are others now
  index,      ///< figures that came, and other futures of what has not come
  clause,     ///< clauses, billing, and other terms
  discount,   ///< prices, discounts, decisions, innovations, alternatives
  ended,      ///< contracts and lines that are there no more, or end sooner
  started,    ///< contracts and lines that were not there yet, or run longer
  actuals,    ///< invoices in the place of forecasts
  program,    ///< another version of the program
  together,   ///< what cannot be told apart
};
inline constexpr std::array bridge_causes = {
    BridgeCause::index,    BridgeCause::corrected, BridgeCause::clause,  BridgeCause::volume,
    BridgeCause::discount, BridgeCause::started,   BridgeCause::ended,   BridgeCause::actuals,
    BridgeCause::period,   BridgeCause::program,   BridgeCause::together};
/// "index", "data corrected".
const Phrase& words(BridgeCause cause);
/// "index", "data-corrected": for machines.
std::string_view word(BridgeCause cause);

/// An amount of each cause, by the number of the cause.
using CauseAmounts = std::array<Ratio, bridge_causes.size()>;

/// A contract of a run.
struct BridgeContract {
  Contract contract;
  std::shared_ptr<const Library> library;       ///< equal ones may be one
  std::string figures;                          ///< names the library within the run
  Ratio frozen;                                 ///< what it costs, as the run says
  int open = 0;                                 ///< amounts that are not known, and not in it
  std::shared_ptr<const Actuals> actuals = {};  ///< what was invoiced; nothing: no invoices
};

/// One of the two runs, in one future and alternative.
struct BridgeRun {
  std::vector<BridgeContract> contracts;
  Scenario scenario;  ///< with that future, and that alternative or none
  Date today;
  std::string program;
  /// Of all contracts; nothing: of each from its next invoice on.
  std::optional<std::pair<Date, Date>> days = {};
};

/// What is counted of a run.
struct BridgeAmount {
  std::optional<int> year;       ///< of one calendar year; nothing: of all
  bool contracted_only = false;  ///< without what assumes renewal

  template <class Contracted, class Renewal>
  Ratio of(int of_year, const Contracted& contracted, const Renewal& renewal) const {
    if (year && of_year != *year) return Ratio(0);
    return contracted_only ? Ratio(contracted) : Ratio(contracted) + Ratio(renewal);
  }
};

/// From what a contract costs in one run to what it costs in the other.
struct BridgeRow {
  std::string id;
  std::string title;
  Currency currency;
  Vat vat = Vat::excluded;
  std::map<std::string, std::string> tags;
  Ratio before;
  Ratio after;
  CauseAmounts causes{};              ///< before + all of these = after
  std::vector<BridgeCause> together;  ///< causes behind what cannot be told apart
  int open = 0;                       ///< amounts of either run that are not known

  Ratio& of(BridgeCause cause) { return causes[static_cast<std::size_t>(cause)]; }
  const Ratio& of(BridgeCause cause) const { return causes[static_cast<std::size_t>(cause)]; }
  Ratio difference() const { return after - before; }
};

/// Rows of one currency, with or without VAT, together.
struct BridgeTotal {
  Currency currency;
  Vat vat = Vat::excluded;
  std::string value;  ///< of the tag by which is added up; empty: no such tag, or all together
  std::size_t contracts = 0;
  Ratio before;
  Ratio after;
  CauseAmounts causes{};
  int open = 0;

  const Ratio& of(BridgeCause cause) const { return causes[static_cast<std::size_t>(cause)]; }
  Ratio difference() const { return after - before; }
};

/// Explains the difference of two runs of `program`, contract by contract. The inputs of the
/// earlier run are changed into those of the later one, one at a time, in the order of
/// `BridgeCause`, and after each change the same simulation runs again: what it moves is the
/// cause's amount. So all causes add up to the difference by construction. Where an input cannot be
/// changed without the next one, both are one amount, `together`.
std::vector<BridgeRow> bridge(const BridgeRun& before, const BridgeRun& after,
                              const BridgeAmount& amount, const std::string& program);

/// By currency and VAT; with `tag` also by its values, in their order.
std::vector<BridgeTotal> bridge_totals(const std::vector<BridgeRow>& rows,
                                       const std::optional<std::string>& tag = {});

}  // namespace pricetalk
