#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// A step of the prices of a contract: of those that move on one day.
struct OverviewStep {
  Date from;
  /// The smallest and largest step, as fractions; nothing: not known yet.
  std::optional<std::pair<Ratio, Ratio>> change;
};

/// A last day that counts for a contract.
struct OverviewDeadline {
  enum class Kind : std::uint8_t { announce, cancel };
  Date on;
  Kind kind = Kind::announce;
};

/// What a contract costs over the months that are looked at.
struct OverviewCost {
  Ratio amount;  ///< of what is known
  int open = 0;  ///< amounts that are not, and not in it
};

/// One contract among many, as whoever looks after them wants to see it.
struct ContractOverview {
  std::string path;
  std::string id;
  std::string title;
  std::map<std::string, std::string> tags;
  Currency currency;
  Vat vat = Vat::excluded;
  std::vector<OverviewCost> costs;  ///< one for each future; without one, at the prices known today
  std::optional<OverviewStep> last;
  std::optional<OverviewStep> next;
  std::optional<OverviewDeadline> deadline;  ///< the next one
  std::size_t capped = 0;       ///< lines of which a cap cuts the step in force or the next one
  std::size_t provisional = 0;  ///< lines whose price or next step rests on a provisional figure
  std::optional<Date> end;
  std::size_t wrong = 0;  ///< findings of red face: FOUT
  std::size_t blush = 0;  ///< findings of red face: GÊNANT

  std::size_t examples = 0;  ///< worked examples of the file that do not hold

  std::size_t findings() const { return wrong + blush + examples; }
  bool anything_wrong() const { return wrong + examples > 0; }
  bool ended(Date today) const { return end && *end < today; }
};

/// What of a contract needs no future: all but `costs`.
ContractOverview overview_of(const Contract& contract, const Library& library, Date today);

/// By what an overview is sorted.
enum class OverviewOrder : std::uint8_t {
  cost,         ///< the dearest first
  contract,     ///< by id
  next,         ///< the first next step first
  step,         ///< the largest next step first
  deadline,     ///< the first deadline first
  end,          ///< what ends first, first
  caps,         ///< most lines under a cap first
  provisional,  ///< most provisional prices first
  findings      ///< most findings first
};

/// Sorts; of equal rank by id. Currencies stand together.
void sort(std::vector<ContractOverview>& contracts, OverviewOrder order);

}  // namespace pricetalk
