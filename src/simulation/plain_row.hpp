#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pricetalk/simulation/simulate.hpp"

namespace pricetalk {

/// One amount of a ledger as a list of amounts has it.
struct PlainAmount {
  enum class Is : std::uint8_t {
    known,    ///< an amount
    open,     ///< not known yet; zero units
    nothing,  ///< nothing falls in the period
  };
  std::int64_t units = 0;
  Is is = Is::known;
  Fixity fixity = Fixity::fixed;
  Invoiced invoiced = Invoiced::no;
};

/// "fixed", "provisional", "projected", "invoiced", "partly-invoiced", "open": for machines.
std::string_view status_word(const PlainAmount& amount);

using SharedPeriods = std::shared_ptr<const std::vector<LedgerPeriod>>;

/// A row of a ledger that can be kept by the thousands.
struct PlainRow {
  std::size_t run = 0;  ///< position among the runs of the contract
  LedgerKind kind = LedgerKind::price;
  std::string line;
  Phrase title;
  std::optional<Side> bearer;
  int decimals = 2;  ///< of the units
  SharedPeriods periods;
  std::vector<PlainAmount> amounts;  ///< one per period
};

/// The ledger of a run, row by row.
std::vector<PlainRow> plain_rows(const Run& run, std::size_t at);

}  // namespace pricetalk
