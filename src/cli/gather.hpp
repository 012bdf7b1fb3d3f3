#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/load.hpp"
#include "cli/session.hpp"
#include "pricetalk/talk/talk.hpp"

namespace pricetalk {

/// What a price talk is made from, as the user named it.
struct TalkRequest {
  std::string contract;
  std::vector<std::string> scenarios;  ///< none: laag, verwacht and hoog from a folder `scenarios`
                                       ///< beside the contract's folder, when it is there
  std::vector<std::string> invoices;   ///< files or folders; empty: none
  std::string columns{};               ///< column file of the invoices; empty: none
  std::string thresholds{};            ///< file for `options.thresholds`; empty: the defaults
  /// Invoice rows that were read and shared out already; nothing: `invoices` are read.
  const std::vector<InvoiceLine>* rows = nullptr;
  TalkOptions options{};
};

/// A contract file and the talk that was prepared from it, which points into it.
struct Gathered {
  ContractFile file;
  std::unique_ptr<const Talk> talk;
};

/// The language of the contract in a file that may not be readable as a contract: what it says of
/// its jurisdiction. Nothing where it says nothing.
std::optional<Language> stated_language(const std::string& path);

/// Reads what a talk is made from, and prepares it. Problems go to `problems`; nothing when a file
/// cannot be used.
std::unique_ptr<Gathered> gather(const TalkRequest& request, const MoreFigures& more,
                                 Diagnostics& problems);
/// The same of one of many contracts, whose file was read.
std::unique_ptr<Gathered> gather(const TalkRequest& request, Loaded<ContractFile> loaded,
                                 Diagnostics& problems);

}  // namespace pricetalk
