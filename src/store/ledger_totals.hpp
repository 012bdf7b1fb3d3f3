#pragma once

#include <map>
#include <string>
#include <vector>

#include "report/ledger_line.hpp"

namespace pricetalk {

/// What the amounts of a ledger come to: all together, and for each value of each tag.
class LedgerTotals {
 public:
  /// What a row of totals adds up.
  struct Key {
    std::string tag;    ///< empty: all contracts
    std::string value;  ///< of the tag; empty: contracts without it
    std::string currency;
    bool with_vat = false;
    std::size_t future = 0;       ///< position in `futures`
    std::size_t alternative = 0;  ///< position in `alternatives`
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  /// Of one calendar year.
  struct Sum {
    Ratio all;
    Ratio renewal;  ///< of it, assumes renewal
  };

  explicit LedgerTotals(TagNames tags) : tags_(std::move(tags)) {}

  /// Counts an amount, where it is in the price total and known.
  void add(const LedgerLine& line);

  const std::map<Key, std::map<int, Sum>>& rows() const { return rows_; }
  const std::vector<std::string>& futures() const { return futures_; }
  const std::vector<std::string>& alternatives() const { return alternatives_; }
  /// First and last year of all rows. REQUIRES: there is an amount.
  std::pair<int, int> years() const { return {first_year_, last_year_}; }
  std::size_t open() const { return open_; }  ///< amounts that are not known, in no sum
  int decimals() const { return decimals_; }  ///< most of any amount

 private:
  static std::size_t place(std::vector<std::string>& names, std::string_view name);

  TagNames tags_;
  std::map<Key, std::map<int, Sum>> rows_;
  std::vector<std::string> futures_;
  std::vector<std::string> alternatives_;
  int first_year_ = 0;
  int last_year_ = 0;
  std::size_t open_ = 0;
  int decimals_ = 2;
};

}  // namespace pricetalk
