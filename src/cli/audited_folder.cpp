#include "cli/audited_folder.hpp"

#include "cli/contract_folder.hpp"
#include "cli/kept_portfolio.hpp"

namespace pricetalk {

AuditedFolder::AuditedFolder(const AuditedFolderTerms& terms, MoreFigures figures,
                             Diagnostics& problems, std::ostream& notes)
    : folder_(std::move(figures), problems, terms.jobs,
              {"its invoices cannot be told apart; it is not judged",
               "de facturen zijn niet uit elkaar te houden; het wordt niet beoordeeld"}),
      trials_(terms.today) {
  const ContractPaths paths(terms.contracts, problems);
  KeptPortfolio kept(terms.compiled, problems);
  folder_.for_prices();
  kept.tell(folder_, notes, terms.language);
  // Only now: the texts of what was kept are those of the contracts.
  bare_.emplace(
      terms.today, [this](const std::string& path) { return folder_.again(path); }, folder_.texts(),
      problems);
  folder_.each(paths, [&](const PortfolioEntry& entry, std::optional<Portfolio::Here> here) {
    trials_.see(entry, here, folder_);
    if (bare_->add(entry, here)) spoken_.insert(entry.language);
  });
  kept.keep(folder_);
  folder_.forget();
  list_ = bare_->list();
}

std::optional<Language> AuditedFolder::language() const { return one_language(spoken_); }

}  // namespace pricetalk
