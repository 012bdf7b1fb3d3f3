#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "audit/search.hpp"
#include "pricing/fold.hpp"

namespace pricetalk {

/// No reading brings a step forward by more.
inline constexpr Duration longest_early{3, Unit::month};

/// Up to four readings that hold on one date, as positions in a list; in ascending order.
class ReadingSet {
 public:
  ReadingSet() = default;
  std::size_t size() const { return size_; }
  std::uint16_t operator[](std::size_t i) const {
    return static_cast<std::uint16_t>(bits_ >> (16 * i) & 0xFFFF);
  }
  bool has(std::uint16_t reading) const;
  ReadingSet with(std::uint16_t reading) const;
  ReadingSet without(std::uint16_t reading) const;
  std::uint64_t key() const { return bits_ << 3 | size_; }
  friend bool operator==(const ReadingSet&, const ReadingSet&) = default;

 private:
  std::uint64_t bits_ = 0;
  std::size_t size_ = 0;
};

/// The fold of a line, all its tiers together, under readings that hold on some dates, against what
/// was charged. States are kept as a graph: from a state, a date and a set of readings to the next.
class Replay {
 public:
  using NodeId = std::uint32_t;
  static constexpr NodeId dead = UINT32_MAX;

  /// `also`: further dates at which states are kept, where other lines have them.
  Replay(const Contract& contract, const Line& line, const Coverage& coverage,
         const std::vector<Reading>& readings, std::vector<ChargedPeriod> charged,
         const std::vector<Date>& also = {});

  const std::vector<Date>& dates() const { return dates_; }
  NodeId root() const { return 0; }
  /// The state after the i-th date; `dead` when the readings exclude each other or give no price.
  NodeId next(NodeId node, std::size_t date, ReadingSet readings);

  /// The invoices (at most two are told) whose prices are not those of the fold: what no later date
  /// can change, and what only an early step of the next date can change.
  struct Wrong {
    std::vector<std::uint32_t> settled;
    std::vector<std::uint32_t> unless_early;
  };
  const Wrong& wrong(NodeId node) const { return nodes_[node].wrong; }
  const std::string& invoice(std::uint32_t number) const { return invoices_[number]; }
  std::size_t invoices() const { return invoices_.size(); }
  /// Whether the price on an invoice is that of no row just before or after it: a step that came
  /// too early has the price of the next.
  bool stands_alone(std::uint32_t invoice) const;
  bool same_price(NodeId a, NodeId b) const;
  Outcome<Ratio> price(NodeId node) const { return nodes_[node].prices[first_used()].back().price; }
  /// All prices of a path from the first date on; empty when its readings exclude each other. A
  /// node keeps only what later dates can meet, so that the past of equal ones may differ.
  TierPrices prices(const std::vector<ReadingSet>& sets);
  /// What a unit cost between this date and the next, where the invoices tell.
  std::optional<Ratio> charged_price(std::size_t date) const;
  /// Whether anything was charged between this date and the next, but for one invoice.
  bool observed(std::size_t date, std::optional<std::uint32_t> but = {}) const;
  std::size_t steps() const { return steps_made_; }

 private:
  struct Node {
    std::vector<State> states;  ///< per tier
    TierPrices prices;
    TierPrices charged;  ///< with surcharges; the same without
    std::vector<DatedSurcharges> surcharges;
    Wrong wrong;
  };
  struct Span {
    std::size_t begin = 0;
    std::size_t settled = 0;
    std::size_t end = 0;
  };

  std::size_t first_used() const {
    std::size_t tier = 0;
    while (!used_[tier]) ++tier;
    return tier;
  }
  const Contract* under(ReadingSet readings, std::optional<Contract>& made);
  std::optional<Node> folded(const Node& from, std::size_t date, const Contract& contract,
                             ReadingSet readings);
  void add_surcharges(Node& node, std::size_t date, const Contract& contract, ReadingSet readings);
  void judge(Node& node, std::size_t after) const;
  NodeId intern(std::size_t date, Node node);
  bool same(const Node& a, const Node& b, bool last) const;
  bool same_tails(const TierPrices& a, const TierPrices& b) const;
  bool same(const State& a, const State& b) const;
  void collect(std::vector<std::uint32_t>& wrong, const TierPrices& prices, std::size_t from,
               std::size_t to) const;
  bool charged_as(const ChargedPeriod& charged, const TierPrices& prices) const;

  Contract contract_;  ///< only what moves this line
  const Line* line_;   ///< of it
  const Coverage* coverage_;
  const std::vector<Reading>* readings_;
  bool exact_ = false;  ///< some clause goes on from the price before rounding
  std::vector<bool> of_surcharge_;
  std::vector<bool> used_;  ///< the tiers of which something was charged
  bool surcharge_reads_price_ = false;
  std::vector<ChargedPeriod> charged_;  ///< by last day
  std::vector<std::uint32_t> invoice_of_;
  std::vector<std::string> invoices_;
  std::vector<Date> dates_;
  std::vector<Span> spans_;  ///< per date and one more: the periods that are settled before it
  std::vector<Node> nodes_;
  std::vector<std::map<std::string, std::vector<NodeId>>> of_date_;
  std::unordered_map<std::uint64_t, std::unique_ptr<const Contract>> editions_;
  std::map<std::pair<std::uint64_t, std::uint64_t>, NodeId> steps_;
  std::map<std::pair<std::size_t, std::uint64_t>, std::vector<DatedSurcharges>> segments_;
  std::size_t steps_made_ = 0;
};

}  // namespace pricetalk
