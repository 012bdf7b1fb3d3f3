#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "pricetalk/calendar/date.hpp"

namespace pricetalk {

/// A file of a frozen run, by its name in the folder.
struct FrozenFile {
  std::string name;
  std::size_t bytes = 0;
  std::string sha256;  ///< in 64 hexadecimal digits

  friend bool operator==(const FrozenFile&, const FrozenFile&) = default;
};

/// What a frozen run says of itself: who made it from what, and what it takes for granted. Paths
/// are relative to the folder.
struct Manifest {
  std::string program;      ///< "pricetalk 0.1.0"
  Date today;               ///< the day of the run
  std::string approved_by;  ///< who approved it; empty: nobody yet
  std::vector<std::string> contracts;
  std::vector<std::string> scenarios;
  std::vector<std::string> figures;  ///< beside those that contracts name
  std::vector<std::string> by_hand;  ///< figures typed in, as `--figure` takes them
  std::optional<Date> from;          ///< these three: as they were asked; nothing: they were not
  std::optional<Date> until;
  std::optional<int> months;
  std::vector<std::string> invoices;  ///< in place of what would be computed
  std::string columns;                ///< column file of the invoices; empty: none
  /// What is assumed, in words: of each future how its series and volumes go on, and what each
  /// alternative is.
  std::vector<std::string> assumptions;
  std::vector<std::string> not_counted;  ///< contract files that could not be used
  std::vector<FrozenFile> inputs;        ///< by name
  std::vector<FrozenFile> results;       ///< by name
};

}  // namespace pricetalk
