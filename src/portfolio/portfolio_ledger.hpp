#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "simulation/plain_row.hpp"

namespace pricetalk {

/// The amounts of the lines of one content in one run: a column of whole units for each period,
/// empty where nothing is charged.
struct ColumnAmounts {
  SharedPeriods periods;
  std::vector<std::vector<std::int64_t>> units;
  std::vector<Fixity> fixity;  ///< of each period
};

/// Every amount of a portfolio. Those of lines in columns stay in columns, eight bytes each.
class PortfolioLedger {
 public:
  /// A line of a contract in columns.
  void add_line(std::uint32_t contract, std::size_t group, std::size_t position,
                const std::string& id, const std::string& title);
  void set(std::size_t group, std::size_t run, ColumnAmounts amounts);
  /// How sure the amounts that were set are, by period.
  void set_fixity(std::size_t group, std::size_t run, std::vector<Fixity> fixity) {
    groups_[group][run].fixity = std::move(fixity);
  }
  /// The rows of a contract that was computed by itself; its lines in columns count no more.
  void set_alone(std::uint32_t contract, std::vector<PlainRow> rows);

  /// Gives each row of a contract in a run; the line in columns has this many decimals.
  void each(std::uint32_t contract, std::size_t run, int decimals,
            const std::function<void(const PlainRow&)>& take) const;

 private:
  struct LineAt {
    std::size_t group;
    std::size_t position;
    std::string id;
    std::string title;
  };
  struct Kept {
    std::vector<LineAt> lines;
    std::vector<PlainRow> alone;
    bool by_itself = false;
  };
  Kept& kept(std::uint32_t contract);
  PlainRow row_of(const LineAt& line, std::size_t run, int decimals) const;

  std::vector<Kept> contracts_;
  std::vector<std::vector<ColumnAmounts>> groups_;  ///< by group, by run
};

}  // namespace pricetalk
