#include "cli/folder_of_contracts.hpp"

#include <utility>

#include "cli/actuals.hpp"
#include "cli/typed_figures.hpp"
#include "files/digest.hpp"
#include "simulation/ledger.hpp"

namespace pricetalk {

namespace {

std::string question_of(const ContractPaths& paths, const std::string& circumstances,
                        const FolderAnswer& asked, const std::optional<Decimal>& asked_budget) {
  std::string text = circumstances + '\n' + asked.today.text() + '\n' +
                     std::to_string(asked.scenario.months.value) + '\n';
  if (asked_budget) text += asked_budget->text() + '\n';
  if (asked.days) text += asked.days->first.text() + ' ' + asked.days->second.text() + '\n';
  for (const std::string& file : paths.files()) text += file + '\n';
  for (const SourcePtr& source : asked.scenario.sources)
    text += source->name() + '\n' + sha256(source->bytes()) + '\n';
  return sha256(text);
}

FolderAnswer begun(const FolderTerms& terms, Loaded<Scenario> scenario) {
  FolderAnswer made;
  made.read.append(scenario.diagnostics);
  made.scenario = std::move(*scenario.value);
  made.entered = typed_figures(terms.figures);
  made.today = terms.today;
  made.today_from_clock = terms.today_from_clock;
  made.days = terms.days;
  return made;
}

}  // namespace

FolderOfContracts::FolderOfContracts(const SimulateOptions& options, FolderTerms terms,
                                     Loaded<Scenario> scenario)
    : options_(options),
      terms_(std::move(terms)),
      made_(begun(terms_, std::move(scenario))),
      folder_(terms_.figures, made_.read, options.jobs),
      paths_(options.contracts, made_.read),
      kept_(options.compiled, made_.read),
      by_chance_(made_.scenario, options, made_.today, made_.days) {}

void FolderOfContracts::read(std::ostream& notes,
                             const std::function<void(const SeenContract&)>& see) {
  if (options_.shard) {
    question_ = question_of(paths_, folder_.circumstances(), made_, options_.budget);
    paths_.keep(options_.shard->number, options_.shard->of);
    folder_.is_share();
  }
  kept_.tell(folder_, notes, terms_.language);
  // Only now: the texts of what was kept are those of the portfolio.
  portfolio_.emplace(
      PortfolioQuestion{.scenario = without_chance(made_.scenario),
                        .today = made_.today,
                        .days = made_.days,
                        .ledger = !options_.csv.empty() || !options_.xlsx.empty(),
                        .whole_cost = terms_.whole_cost},
      [this](const std::string& path) { return folder_.again(path); }, folder_.texts());
  know_others();
  read_contracts(see);
  kept_.keep(folder_);
  folder_.forget();
  made_.unread = folder_.unread();
  made_.asked = std::move(*portfolio_).answer();
  if (made_.asked.value) ask_by_chance();
}

/// Contracts go through the portfolio as they are read; only where invoices have to find their
/// contract all of them are held.
void FolderOfContracts::read_contracts(const std::function<void(const SeenContract&)>& see) {
  std::size_t count = 0;
  folder_.each(paths_, [&](const PortfolioEntry& entry, std::optional<Portfolio::Here> here) {
    made_.languages.insert(entry.language);
    if (options_.invoices.empty())
      add(entry, here, {});
    else
      hold(entry, here);
    see({entry, here, ++count, paths_.files().size()});
  });
  if (!options_.invoices.empty()) take_invoices();
}

void FolderOfContracts::add(const PortfolioEntry& entry, const std::optional<Portfolio::Here>& here,
                            std::shared_ptr<const Actuals> actuals) {
  made_.names.add(entry.names, portfolio_->add(entry, here, actuals));
  if (!by_chance_.asked() || (options_.shard && !counted_.contains(entry.path))) return;
  // The paths of a contract are not kept: one that was not read is read now.
  if (here)
    return by_chance_.add(here->contract, here->library, entry.path, entry.figures,
                          std::move(actuals));
  if (const std::optional<Portfolio::Read> again = folder_.again(entry.path))
    by_chance_.add(again->contract, again->library, entry.path, entry.figures, std::move(actuals));
}

/// Which months are drawn hangs on what all contracts read, so that a share by chance looks at
/// those of the others too; and no contract counts whose id one of theirs has.
void FolderOfContracts::know_others() {
  if (!options_.shard || !by_chance_.asked()) return;
  Diagnostics told_by_their_share;
  read_by_all_ =
      PortfolioFolder::digests_of(ContractPaths(options_.contracts, told_by_their_share).files());
  ContractFolder all(terms_.figures, told_by_their_share, counted_twice(), options_.jobs);
  const std::set<std::string> own(paths_.files().begin(), paths_.files().end());
  all.each(options_.contracts, [&](const ContractFile& file) {
    if (own.contains(file.path))
      counted_.insert(file.path);
    else
      by_chance_.know(file.contract, file.library);
  });
}

void FolderOfContracts::hold(const PortfolioEntry& entry,
                             const std::optional<Portfolio::Here>& here) {
  if (here) {
    held_.push_back({entry, {here->contract, here->library}});
  } else if (std::optional<Portfolio::Read> again = folder_.again(entry.path)) {
    held_.push_back({entry, std::move(*again)});
  }
}

void FolderOfContracts::take_invoices() {
  std::vector<const Contract*> contracts;
  for (const Held& each : held_) contracts.push_back(&each.read.contract);
  made_.actuals = load_actuals(options_.invoices, options_.columns, contracts, made_.read);
  for (std::size_t i = 0; i < held_.size(); ++i) {
    const Contract& contract = held_[i].read.contract;
    const std::shared_ptr<const Actuals>& actuals = made_.actuals->rows.of[i];
    add(held_[i].entry, Portfolio::Here{contract, held_[i].read.library}, actuals);
    if (actuals)
      made_.covers.push_back({&contract, cover_of(contract, *actuals, days_of(contract))});
  }
}

Days FolderOfContracts::days_of(const Contract& contract) const {
  if (made_.days) return {made_.days->first, made_.days->second};
  const std::vector<LedgerPeriod> periods =
      ledger_periods(contract, made_.today.plus_days(1), made_.scenario.months.value);
  return {periods.front().first, periods.back().last};
}

void FolderOfContracts::ask_by_chance() {
  Diagnostics drawn;
  if (options_.shard)
    share_ = by_chance_.share(drawn);
  else
    made_.chance = by_chance_.answer(drawn);
  made_.asked.diagnostics.append(drawn);
  if (drawn.has_errors()) made_.asked.value.reset();
}

std::map<std::string, std::string> FolderOfContracts::digests() const {
  std::map<std::string, std::string> made = folder_.beside();
  made.insert(read_by_all_.begin(), read_by_all_.end());
  return made;
}

}  // namespace pricetalk
