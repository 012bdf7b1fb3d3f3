#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "files/stamp.hpp"
#include "portfolio/entry.hpp"
#include "store/sealed.hpp"

namespace pricetalk {

/// What a run over many contracts kept of those that it read without a remark, so that the next run
/// reads only what changed. A cache: it may be deleted at any time, and nothing in it holds any
/// longer where a digest differs.
struct CompiledPortfolio {
  struct Contract {
    std::string digest;  ///< of the file that the entry was made of
    /// Of the same file, when its bytes had that digest; nothing where it was too young for that.
    std::optional<FileStamp> stamp;
    std::string clauses = {};  ///< names the files of clauses that it shares with others
    PortfolioEntry entry;
    bool tried = false;  ///< its clauses were tried, and what is meant was looked at
    /// The day on which that came to what can hardly be meant; nothing: it did not.
    std::optional<Date> odd_on = {};
  };
  /// Digest of what decides beside contracts and the figures that they name: `--figures`,
  /// `--figure`.
  std::string circumstances;
  /// Digest of each library and of each set of shared clauses, by their names.
  std::map<std::string, std::string> beside;
  std::shared_ptr<SharedTexts> texts = std::make_shared<SharedTexts>();  ///< of the entries
  std::map<std::string, Contract> contracts;                             ///< by path
};

/// As the bytes of a file, piece by piece: so that they are never in memory all at once.
void compiled_pieces(const CompiledPortfolio& compiled,
                     const std::function<void(std::string_view)>& take);

/// What stands in those bytes; nothing but of a whole seal.
struct CompiledRead {
  Seal seal = Seal::foreign;
  std::optional<CompiledPortfolio> compiled;
};
CompiledRead read_compiled(std::string_view bytes);

}  // namespace pricetalk
