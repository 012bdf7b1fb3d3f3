#pragma once

#include <iosfwd>
#include <string>
#include <utility>

#include "cli/portfolio_folder.hpp"

namespace pricetalk {

/// The file that keeps what was read of the contracts (`--compiled`). One that only this program
/// writes is made anew where it cannot be used; another is never touched.
class KeptPortfolio {
 public:
  /// `path` empty: nothing is kept.
  KeptPortfolio(std::string path, Diagnostics& problems)
      : path_(std::move(path)), problems_(problems) {}

  /// Tells a folder what an earlier run kept, and that this one keeps too; before the folder reads.
  /// `notes`: gets why it is made anew.
  void tell(PortfolioFolder& folder, std::ostream& notes, Language language);
  /// Writes what the next run may know, where that is more than this one knew.
  void keep(const PortfolioFolder& folder);

 private:
  void refuse(bool readable);

  std::string path_;
  Diagnostics& problems_;
  bool refused_ = false;
};

}  // namespace pricetalk
