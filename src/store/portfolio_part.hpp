#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "portfolio/path_pool.hpp"
#include "portfolio/portfolio.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"
#include "scenario/named.hpp"
#include "store/sealed.hpp"
#include "store/seen_id.hpp"

namespace pricetalk {

/// What one share of a run over many contracts answered, so that all shares together answer what
/// one run would.
struct PortfolioPart {
  std::size_t shard = 1;  ///< from 1
  std::size_t of = 1;
  /// What was asked: digest of the contracts named, the scenarios, the figures and the options.
  std::string question;
  /// Digest of each set of figures and shared clauses that this share read, and of each contract
  /// that other shares read as well, by its name.
  std::map<std::string, std::string> beside;
  std::vector<std::pair<std::string, std::string>> scenarios;  ///< name and bytes of each file
  Date today;
  bool today_from_clock = false;
  std::optional<std::pair<Date, Date>> days;  ///< of all contracts, where they were stated
  std::set<Language> languages;               ///< of the contracts
  NamesKnown names;                           ///< of the contracts
  std::vector<SeenId> ids;                    ///< of the contracts, in the order of their files
  std::size_t unread = 0;                     ///< files that were not taken
  bool answered = false;                      ///< false: an error stands in `asked`
  PortfolioAnswer answer;                     ///< without its route
  /// Of futures that are random; nothing: none is, or it was not answered. What was drawn is said
  /// by the scenario.
  std::optional<PathShare> chance;
  Diagnostics read;   ///< of the files
  Diagnostics asked;  ///< of the scenario, asked of these contracts
};

/// As the bytes of a file.
std::string part_bytes(const PortfolioPart& part);

/// What stands in those bytes; nothing but of a whole seal.
struct PartRead {
  Seal seal = Seal::foreign;
  std::optional<PortfolioPart> part;
};
PartRead read_part(std::string_view bytes);

}  // namespace pricetalk
