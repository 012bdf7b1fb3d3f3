#pragma once

#include <map>
#include <memory>
#include <optional>
#include <tuple>
#include <vector>

#include "audit/search.hpp"
#include "pricetalk/pricing/reading.hpp"

namespace pricetalk {

/// No reading brings a step forward by more.
inline constexpr Duration longest_early{3, Unit::month};

/// A contract under sets of readings; each set is edited once.
class Editions {
 public:
  Editions(const Contract& contract, const std::vector<Reading>& readings)
      : contract_(contract), readings_(readings) {}

  /// The contract with these readings, in their order; nothing when they exclude each other.
  const Contract* under(const std::vector<std::size_t>& readings);

 private:
  const Contract& contract_;
  const std::vector<Reading>& readings_;
  std::map<std::vector<std::size_t>, std::unique_ptr<const Contract>> made_;
};

/// The adjustment dates of a line that can move a price, over all its clauses.
std::vector<Date> replay_dates(const Contract& contract, const Line& line, Date until);

/// The fold of one tier of a line under readings that hold on some dates, against what was charged.
/// States are kept as a graph: from a state, a date and a set of readings to the next state.
class Replay {
 public:
  /// Per date, the readings that hold on it.
  using Active = std::vector<std::vector<std::size_t>>;

  Replay(const Line& line, std::size_t tier, const Coverage& coverage,
         const std::vector<Date>& dates, Editions& editions, std::vector<ChargedPeriod> charged);

  /// Whether every charged price is the one of this fold, up to what the first `dates` dates
  /// settle; stops at the first that is not.
  bool gives(const Active& active, std::size_t dates);
  /// Whether the price after date `at` differs between two sets that agree before it.
  bool moves(const Active& a, const Active& b, std::size_t at);

 private:
  struct Node {
    State state;
    DatedPrices prices;
    bool right = false;  ///< what was charged until the next date agrees
  };
  static constexpr std::size_t dead = SIZE_MAX;

  std::size_t next(std::size_t node, std::size_t date, const std::vector<std::size_t>& readings);
  std::optional<Node> folded(const Node& from, std::size_t date, const Contract& contract) const;
  std::size_t intern(std::size_t date, Node node);
  bool agrees(const DatedPrices& prices, std::size_t from, std::size_t to) const;
  bool charged_as(const ChargedPeriod& charged, const DatedPrices& folded) const;

  const Line* line_;
  std::size_t tier_;
  const Coverage* coverage_;
  DatedSurcharges surcharges_;  ///< the contract's own; a reading changes only prices
  const std::vector<Date>* dates_;
  Editions* editions_;
  const Contract* contract_;
  std::vector<ChargedPeriod> charged_;  ///< by last day
  std::vector<std::size_t>
      settled_before_;  ///< per date: how many periods end before it can matter
  std::vector<Node> nodes_;
  std::vector<std::vector<std::size_t>> of_date_;  ///< nodes after each date
  std::map<std::tuple<std::size_t, std::size_t, std::vector<std::size_t>>, std::size_t> steps_;
};

}  // namespace pricetalk
