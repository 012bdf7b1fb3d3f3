#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pricetalk/contract/contract.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"
#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// A contract with the figures that it names: its own series, `figures_from`, and further folders.
struct ContractFile {
  std::string path;
  Contract contract;
  Library library;
};

/// Reads a contract file and every figures file that it needs; all problems of all files at once.
/// Of two series of one id, the contract's own wins, then `more_figures`, then `figures_from`. With
/// `today`, a price without a date is refused with what both readings of it come to on that day.
Loaded<ContractFile> load_contract(const std::string& path,
                                   const std::vector<std::string>& more_figures,
                                   std::optional<Date> today = {});

/// Reads figures files, or all files of folders.
Loaded<Library> load_library(const std::vector<std::string>& paths);

}  // namespace pricetalk
