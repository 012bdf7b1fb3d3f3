#pragma once

#include <string>

#include "cli/portfolio_folder.hpp"
#include "cli/session.hpp"

namespace pricetalk {

/// The file that keeps what was read of the contracts (`--compiled`). One that only this program
/// writes is made anew where it cannot be used; another is never touched.
class CompiledFile {
 public:
  /// `path`: empty: nothing is kept.
  CompiledFile(std::string path, Diagnostics& problems)
      : path_(std::move(path)), problems_(problems) {}

  /// What an earlier run kept, before the contracts are read.
  void tell(PortfolioFolder& folder, Session& session);
  /// What this run read, for the next one.
  void keep(const PortfolioFolder& folder);

 private:
  void refuse(bool readable);

  std::string path_;
  Diagnostics& problems_;
  bool refused_ = false;
};

}  // namespace pricetalk
