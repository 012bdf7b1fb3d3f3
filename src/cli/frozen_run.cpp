#include "cli/frozen_run.hpp"

#include <algorithm>
#include <deque>
#include <iterator>
#include <set>
#include <utility>

#include "cli/by_chance.hpp"
#include "cli/commands.hpp"
#include "cli/contract_folder.hpp"
#include "cli/load_scenarios.hpp"
#include "cli/portfolio_folder.hpp"
#include "files/files.hpp"
#include "scenario/named.hpp"

namespace pricetalk {

namespace {

/// The files that a run reads.
class FilesRead {
 public:
  void add(const std::string& path) { found_.insert(path); }
  void add_all(const std::string& path) {
    const auto files = list_files(path, ".toml");
    if (files.value) found_.insert(files.value->begin(), files.value->end());
  }
  void add(const ContractFile& file) {
    for (const SourcePtr& source : file.contract.shared_clauses) add(source->name());
    for (const auto* named : {&file.contract.terms.figures_from, &file.contract.terms.clauses_from})
      for (const auto& from : *named)
        if (from.value.starts_with('/')) fixed_places.emplace_back(file.path, from.value);
    if (!figures_.insert(file.figures).second) return;
    for (const auto& from : file.contract.terms.figures_from)
      add_all(path_beside(file.path, from.value));
  }
  std::vector<std::string> all() const { return {found_.begin(), found_.end()}; }

  std::vector<std::pair<std::string, std::string>> fixed_places;

 private:
  std::set<std::string> found_;
  std::set<std::string> figures_;
};

}  // namespace

AskedFrame FrozenRequest::frame() const {
  SimulateOptions asked;
  asked.from = from;
  asked.until = until;
  asked.months = months;
  return {asked, today};
}

std::optional<FrozenRun> run_frozen(const FrozenRequest& request, std::size_t jobs,
                                    Diagnostics& problems) {
  FilesRead files;
  for (const std::string& path : request.contracts) files.add_all(path);
  const std::vector<std::string> named = files.all();
  for (const std::string& path : request.figures.paths) files.add_all(path);
  for (const std::string& path : request.scenarios) files.add(path);
  if (!request.columns.empty()) files.add(request.columns);
  InvoiceFiles unused;
  Diagnostics said_later;
  for (const std::string& path : invoice_paths(request.invoices, unused, said_later))
    files.add(path);
  const AskedFrame frame = request.frame();
  Loaded<Scenario> scenario = load_scenarios(request.scenarios, frame.months());
  problems.append(scenario.diagnostics);
  if (!scenario.ok()) return std::nullopt;
  const auto days = frame.days(scenario.value->months.value);
  ContractFolder folder(request.figures, problems, counted_twice(), jobs);
  Portfolio portfolio(
      {.scenario = without_chance(*scenario.value), .today = request.today, .days = days},
      read_again(folder));
  SimulateOptions on_paths;
  on_paths.jobs = jobs;
  ByChance by_chance(*scenario.value, on_paths, request.today, days);
  const auto add = [&](const ContractFile& file, const std::shared_ptr<const Actuals>& rows) {
    portfolio.add(file.contract, file.library, file.path, file.figures, rows);
    by_chance.add(file.contract, file.library, file.path, file.figures, rows);
  };
  NamesKnown names;
  std::set<Language> spoken;
  std::set<std::string> taken;
  std::deque<ContractFile> held;
  folder.each(request.contracts, [&](ContractFile file) {
    spoken.insert(file.contract.language());
    names.add(ContractNames::of(file.contract),
              fits_of(*scenario.value, file.contract, request.today));
    files.add(file);
    taken.insert(file.path);
    if (request.invoices.empty())
      add(file, {});
    else
      held.push_back(std::move(file));
  });
  if (names.contracts == 0) return std::nullopt;
  std::optional<LoadedActuals> actuals;
  if (!request.invoices.empty()) {
    std::vector<const Contract*> contracts;
    for (const ContractFile& file : held) contracts.push_back(&file.contract);
    actuals = load_actuals(request.invoices, request.columns, contracts, problems);
    for (std::size_t i = 0; i < held.size(); ++i) add(held[i], actuals->rows.of[i]);
  }
  check_names(*scenario.value, names, problems);
  Loaded<PortfolioAnswer> answer = std::move(portfolio).answer();
  problems.append(answer.diagnostics);
  if (!answer.value) return std::nullopt;
  std::optional<PathAnswer> chance = by_chance.answer(problems);
  if (problems.has_errors() && by_chance.asked() && !chance) return std::nullopt;
  FrozenRun made{std::move(*scenario.value),
                 std::move(*answer.value),
                 days,
                 std::move(chance),
                 std::move(actuals),
                 files.all(),
                 {},
                 std::move(files.fixed_places),
                 one_language(spoken)};
  std::set_difference(named.begin(), named.end(), taken.begin(), taken.end(),
                      std::back_inserter(made.unread));
  return made;
}

}  // namespace pricetalk
