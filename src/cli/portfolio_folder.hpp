#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/contract_folder.hpp"
#include "cli/load.hpp"
#include "portfolio/portfolio.hpp"
#include "store/compiled_portfolio.hpp"

namespace pricetalk {

/// For a portfolio that needs a contract of a folder after all. The folder outlives it.
Portfolio::ReadAgain read_again(ContractFolder& folder);

/// Reads contracts for a portfolio: one that an earlier run kept, and whose file and figures are
/// still the same bytes, is not read again. A contract file of the same stamp is not even opened.
class PortfolioFolder {
 public:
  /// `left_out`: what to say of a contract whose id another file has.
  PortfolioFolder(MoreFigures more, Diagnostics& problems, std::size_t jobs,
                  Phrase left_out = counted_twice());

  /// Only prices will be asked, so that a contract whose amounts have no columns may be known too;
  /// before `each`.
  void for_prices() { for_prices_ = true; }

  /// Keeps what the next run may know; before `each`.
  void keep() { keeps_ = true; }
  /// What an earlier run kept, and keeps on; before `each`.
  void know(CompiledPortfolio earlier);
  std::shared_ptr<SharedTexts> texts() const { return kept_.texts; }
  /// Digest of the figures of the command.
  const std::string& circumstances() const { return kept_.circumstances; }

  /// Every contract, in order, whatever `jobs` is; `here` where it was read.
  using Take = std::function<void(const PortfolioEntry&, std::optional<Portfolio::Here> here)>;
  void each(const ContractPaths& paths, const Take& take);
  /// One contract again, without a word about what is wrong with it.
  std::optional<Portfolio::Read> again(const std::string& path);

  /// Whether the contract of a file comes to what can hardly be meant, as an earlier run found it;
  /// nothing where it has to be tried: nobody did, or on another day, and days change it.
  std::optional<bool> known_trial(const std::string& path, Date today) const;
  /// The same as found by this run, to be kept with the contract.
  void keep_trial(const std::string& path, bool odd, Date today);

  /// The files of clauses that a contract which was not read names, as paths, one a line.
  std::string kept_clauses(const std::string& path) const;

  /// Digest of each of these files, by its name.
  static std::map<std::string, std::string> digests_of(const std::vector<std::string>& files);

  /// How many files were not taken, and how many were not read because they were known.
  std::size_t unread() const { return unread_; }
  std::size_t known() const { return known_; }

  /// This folder reads a share of the contracts: the digests of figures and shared clauses are
  /// noted, whether or not they are kept, and ids that two files have are left to `merge`; before
  /// `each`.
  void is_share() {
    notes_ = true;
    ids_.note(seen_);
  }
  /// The contracts that were read, in the order of their files.
  const std::vector<SeenId>& seen() const { return seen_; }
  /// Digest of each set of figures and shared clauses, by its name.
  const std::map<std::string, std::string>& beside() const { return beside_; }

  /// What the next run may know; nothing when it would know what this one did.
  const CompiledPortfolio* to_keep() const { return changed_ || restamped_ ? &kept_ : nullptr; }
  /// Lets go of what was kept, once it was written.
  void forget() { kept_.contracts.clear(); }
  /// Whether nothing of it is new but how files are known to be the same.
  bool only_restamped() const { return !changed_; }

 private:
  /// One file as a thread leaves it.
  struct Slot {
    std::optional<FileStamp> stamp;
    std::string digest;
    bool held = false;   ///< an earlier run kept it, and it still holds
    bool known = false;  ///< what was kept is enough
    ContractLoader::Read read;
    TakenApart apart;
    Loaded<ContractFile> file;  ///< let go by the thread that reads the next one
  };

  void read(Slot& slot, const std::string& path) const;
  void take(Slot& slot, const std::string& path, const Take& take);
  /// Whether what is kept answers what is asked: a contract that is computed by itself has no
  /// prices in columns.
  bool enough(const CompiledPortfolio::Contract& contract) const;
  bool still_holds(const CompiledPortfolio::Contract& contract) const;

  MoreFigures more_;
  ContractLoader loader_;
  Diagnostics& problems_;
  std::size_t jobs_;
  ContractIds ids_;
  std::vector<SeenId> seen_;
  CompiledPortfolio kept_;                     ///< by an earlier run, and by this one
  std::map<std::string, std::string> beside_;  ///< digests as they are now, of what was kept
  std::optional<std::pair<std::string, std::optional<Date>>> tried_;  ///< the last one of all
  bool keeps_ = false;
  bool notes_ = false;
  bool for_prices_ = false;
  bool changed_ = false;
  bool restamped_ = false;
  std::size_t unread_ = 0;
  std::size_t known_ = 0;
};

}  // namespace pricetalk
