#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <iosfwd>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/by_chance.hpp"
#include "cli/commands.hpp"
#include "cli/folder_answer.hpp"
#include "cli/folder_trials.hpp"
#include "cli/kept_portfolio.hpp"
#include "cli/portfolio_folder.hpp"

namespace pricetalk {

/// What contracts of folders are computed with, beside what was asked.
struct FolderTerms {
  MoreFigures figures;
  Date today;
  bool today_from_clock = false;
  std::optional<std::pair<Date, Date>> days;  ///< of all contracts; nothing: of each its own
  bool whole_cost = false;                    ///< whether costs beside the prices are told too
  Language language = Language::en;           ///< of what is said about the kept file
};

/// A contract that was taken.
struct SeenContract {
  const PortfolioEntry& entry;
  std::optional<Portfolio::Here> here;  ///< nothing: it was known, and not read
  std::size_t number = 0;               ///< counted from 1
  std::size_t of = 0;                   ///< files in all
};

/// Contracts of folders, from files to answers: for `simulate`, for a share of it and for a run
/// that is frozen.
class FolderOfContracts {
 public:
  /// The options outlive this.
  FolderOfContracts(const SimulateOptions& options, FolderTerms terms, Loaded<Scenario> scenario);

  /// Reads them all and asks what they cost. `notes`: gets what is said about the kept file.
  /// `see`: every contract that counts, in the order of the files.
  void read(std::ostream& notes, const std::function<void(const SeenContract&)>& see);

  /// What was found out; once, after `read`.
  FolderAnswer answer() && { return std::move(made_); }
  /// What a share comes to by chance; of a whole run it stands in the answer.
  std::optional<PathShare>& share() { return share_; }
  /// What a share and all others have to be asked alike, so that they can be put together.
  const std::string& question() const { return question_; }
  /// Digest of what a share read that others read as well, by its name.
  std::map<std::string, std::string> digests() const;
  /// These two: as of PortfolioFolder.
  const std::vector<SeenId>& seen() const { return folder_.seen(); }
  /// Tries the clauses of a contract that was seen; what comes out is kept with it.
  void try_out(const SeenContract& seen, FolderTrials& trials) {
    trials.see(seen.entry, seen.here, folder_);
  }
  /// The files of clauses that a contract which was not read names, as paths, one a line.
  std::string kept_clauses(const std::string& path) const { return folder_.kept_clauses(path); }
  std::optional<Portfolio::Read> again(const std::string& path) { return folder_.again(path); }

 private:
  void read_contracts(const std::function<void(const SeenContract&)>& see);
  void add(const PortfolioEntry& entry, const std::optional<Portfolio::Here>& here,
           std::shared_ptr<const Actuals> actuals);
  void know_others();
  void hold(const PortfolioEntry& entry, const std::optional<Portfolio::Here>& here);
  void take_invoices();
  Days days_of(const Contract& contract) const;
  void ask_by_chance();

  struct Held {
    PortfolioEntry entry;
    Portfolio::Read read;
  };

  const SimulateOptions& options_;
  FolderTerms terms_;
  FolderAnswer made_;
  PortfolioFolder folder_;
  ContractPaths paths_;
  KeptPortfolio kept_;
  ByChance by_chance_;
  std::optional<Portfolio> portfolio_;
  std::optional<PathShare> share_;
  std::string question_;
  std::deque<Held> held_;
  std::set<std::string> counted_;  ///< files of a share whose contract counts, by chance
  std::map<std::string, std::string> read_by_all_;  ///< digests of the files that every share reads
};

}  // namespace pricetalk
