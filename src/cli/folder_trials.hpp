#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/portfolio_folder.hpp"
#include "index/figure_doubts.hpp"
#include "lint/trial.hpp"
#include "portfolio/entry.hpp"

namespace pricetalk {

/// The clauses of many contracts, tried once for each content: what the lines of one content come
/// to, they all come to. Their figures and limits are looked at as well.
class FolderTrials {
 public:
  /// `today`: as of the figures; prices of a year more are tried.
  explicit FolderTrials(Date today) : today_(today) {}

  /// A contract that was read, beside what the portfolio knows of it. Whether it comes to what can
  /// hardly be meant.
  bool see(const PortfolioEntry& entry, const Contract& contract, const Library& library);
  /// The same of a contract of a folder that keeps what was read: one that was not read now is
  /// known, or read for this.
  void see(const PortfolioEntry& entry, const std::optional<Portfolio::Here>& here,
           PortfolioFolder& folder);
  /// One warning about all of them (W0122), with the first few named and what to type.
  void tell(Diagnostics& problems) const;

 private:
  bool is_odd(const PortfolioEntry& entry, const Contract& contract, const Library& library);
  bool is_hardly_meant(const PortfolioEntry& entry, const Contract& contract,
                       const Library& library);

  Date today_;
  std::map<TextId, bool> odd_content_;  ///< whether lines whose prices have that content are odd
  /// By the contents of all lines of a contract: whether anything but its days can hardly be meant.
  std::map<std::vector<TextId>, bool> hardly_meant_;
  KnownFigureDoubts figures_;
  std::vector<std::string> odd_;  ///< files, in the order in which they were seen
};

}  // namespace pricetalk
