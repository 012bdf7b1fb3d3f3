#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "audit/replay.hpp"

namespace pricetalk {

/// The folds of one line or of several lines of one clause, date by date, under readings that all
/// of them have: the evidence of every line is looked at together. A line to which a reading does
/// not apply goes on as if it were not made.
class Replays {
 public:
  using NodeId = Replay::NodeId;

  /// REQUIRES: at least one line, each with something charged.
  Replays(const Contract& contract, const Coverage& coverage,
          const std::vector<const LineCharges*>& lines);

  /// Of all lines, each once, in order of rank.
  const std::vector<Reading>& readings() const { return readings_; }
  std::size_t lines() const { return lines_.size(); }
  const std::vector<Date>& dates() const { return lines_.front().replay->dates(); }
  NodeId root() const { return 0; }
  /// As of one line; `dead` when it is for any of them.
  NodeId next(NodeId node, std::size_t date, ReadingSet readings);

  /// Of all lines together; invoices with rows of several lines are one.
  const Replay::Wrong& wrong(NodeId node) const;
  const std::string& invoice(std::uint32_t number) const;
  std::size_t invoices() const;
  /// These two: in any of the lines.
  bool stands_alone(std::uint32_t invoice) const;
  bool observed(std::size_t date, std::optional<std::uint32_t> but = {}) const;
  bool observed(std::size_t line, std::size_t date, std::optional<std::uint32_t> but) const;
  bool same_price(NodeId a, NodeId b) const;
  bool same_price(std::size_t line, NodeId a, NodeId b) const;
  std::size_t steps() const;

  /// These five: of one line.
  Outcome<Ratio> price(std::size_t line, NodeId node) const;
  int price_decimals(std::size_t line) const { return lines_[line].decimals; }
  std::optional<Ratio> charged_price(std::size_t line, std::size_t date) const;
  TierPrices prices(std::size_t line, const std::vector<ReadingSet>& sets);
  const Line& line(std::size_t line) const { return *lines_[line].line; }

 private:
  struct OfLine {
    const Line* line = nullptr;
    int decimals = 2;
    std::unique_ptr<const std::vector<Reading>> readings;
    std::unique_ptr<Replay> replay;
    std::vector<std::optional<std::uint16_t>> own;  ///< of each reading of all lines
    std::vector<std::uint32_t> invoices;            ///< of each own invoice its number of all
  };
  struct Together {
    std::vector<NodeId> of;  ///< per line
    Replay::Wrong wrong;
  };

  void merge_readings();
  void merge_dates(const Contract& contract, const Coverage& coverage,
                   const std::vector<const LineCharges*>& lines);
  void merge_invoices();
  NodeId together(std::vector<NodeId> of);
  bool one() const { return lines_.size() == 1; }
  NodeId of(std::size_t line, NodeId node) const { return one() ? node : nodes_[node].of[line]; }
  ReadingSet own(const OfLine& line, ReadingSet readings) const;
  static std::optional<std::uint32_t> own_invoice(const OfLine& line, std::uint32_t number);

  std::vector<OfLine> lines_;
  std::vector<Reading> readings_;
  std::vector<std::string> invoices_;
  std::vector<Together> nodes_;
  std::map<std::vector<NodeId>, NodeId> known_;
  std::map<std::pair<std::uint64_t, std::uint64_t>, NodeId> steps_;
};

}  // namespace pricetalk
