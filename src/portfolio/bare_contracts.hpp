#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "audit/bulk.hpp"
#include "portfolio/portfolio.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// The contracts of a folder as far as an audit of very many rows needs them: names, dates, parties
/// and billing, without clauses. Their prices are made by content: one line of each content is
/// priced by the code that prices every contract, and its steps run over the prices of all others.
///
/// A contract whose prices have no columns is held whole. So is one that stands for a content; any
/// other is read again when somebody needs its clauses.
class BareContracts final : public BulkSource {
 public:
  /// `texts`: those of the entries that will be added. What is no longer there when it is read
  /// again is told to `problems`.
  BareContracts(Date today, Portfolio::ReadAgain read_again, std::shared_ptr<SharedTexts> texts,
                Diagnostics& problems);
  ~BareContracts() override;

  /// One more contract; nothing of it is pointed at later. `here`: where it was read. False when it
  /// was to be read again and is no longer there.
  bool add(const PortfolioEntry& entry, std::optional<Portfolio::Here> here);

  /// All of them, in the order in which they were added; good as long as this is.
  std::vector<BulkContract> list() const;

  std::optional<KnownPrices> prices(std::size_t contract, std::size_t line, Date until) override;
  std::shared_ptr<const WholeContract> whole(std::size_t contract) override;

  /// How many contents have been priced.
  std::size_t contents() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pricetalk
