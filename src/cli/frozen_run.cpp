#include "cli/frozen_run.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>
#include <utility>

#include "cli/commands.hpp"
#include "cli/contract_folder.hpp"
#include "cli/folder_of_contracts.hpp"
#include "cli/load_scenarios.hpp"
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
  /// Those of a contract, by what it names.
  void add(const Contract& contract, const PortfolioEntry& entry) {
    for (const SourcePtr& source : contract.shared_clauses) add(source->name());
    for (const auto* named : {&contract.terms.figures_from, &contract.terms.clauses_from,
                              &contract.terms.innovations_from})
      for (const auto& from : *named)
        if (from.value.starts_with('/')) fixed_places.emplace_back(entry.path, from.value);
    add_named(entry.figures);
  }
  /// Those of a contract that was known. `clauses`: the files of clauses that it names.
  void add_known(const PortfolioEntry& entry, const std::string& clauses) {
    add_named(entry.figures);
    add_named(clauses);
  }
  std::vector<std::string> all() const { return {found_.begin(), found_.end()}; }

  std::vector<std::pair<std::string, std::string>> fixed_places;

 private:
  /// Paths, one a line.
  void add_named(const std::string& names) {
    if (!named_.insert(names).second) return;
    std::istringstream lines(names);
    for (std::string path; std::getline(lines, path);) add_all(path);
  }

  std::set<std::string> found_;
  std::set<std::string> named_;
};

/// Whether what a known contract names can be told from its names: by an absolute place nobody sees
/// how it is written in the contract.
bool tells_places(const PortfolioEntry& entry) { return !entry.path.starts_with('/'); }

/// The run as `simulate` is asked it.
SimulateOptions options_of(const FrozenRequest& request, std::size_t jobs,
                           const std::string& compiled) {
  SimulateOptions made;
  made.contracts = request.contracts;
  made.scenarios = request.scenarios;
  made.from = request.from;
  made.until = request.until;
  made.months = request.months;
  made.invoices = request.invoices;
  made.columns = request.columns;
  made.compiled = compiled;
  made.jobs = jobs;
  return made;
}

}  // namespace

AskedFrame FrozenRequest::frame() const { return {options_of(*this, 0, ""), today}; }

std::optional<FrozenRun> run_frozen(const FrozenRequest& request, const FrozenMeans& means,
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
  if (!scenario.ok()) {
    problems.append(scenario.diagnostics);
    return std::nullopt;
  }
  const auto days = frame.days(scenario.value->months.value);
  const SimulateOptions options = options_of(request, means.jobs, means.compiled);
  FolderOfContracts contracts(options,
                              {request.figures, request.today, false, days, false, means.language},
                              std::move(scenario));
  std::set<std::string> taken;
  contracts.read(means.notes, [&](const SeenContract& seen) {
    taken.insert(seen.entry.path);
    if (seen.here)
      files.add(seen.here->contract, seen.entry);
    else if (tells_places(seen.entry))
      files.add_known(seen.entry, contracts.kept_clauses(seen.entry.path));
    else if (const auto again = contracts.again(seen.entry.path))
      files.add(again->contract, seen.entry);
  });
  FolderAnswer found = std::move(contracts).answer();
  problems.append(found.read);
  if (found.names.contracts == 0) return std::nullopt;
  check_names(found.scenario, found.names, problems);
  problems.append(found.asked.diagnostics);
  if (!found.asked.value) return std::nullopt;
  FrozenRun made{std::move(found.scenario),
                 std::move(*found.asked.value),
                 days,
                 std::move(found.chance),
                 std::move(found.actuals),
                 files.all(),
                 {},
                 std::move(files.fixed_places),
                 one_language(found.languages)};
  std::set_difference(named.begin(), named.end(), taken.begin(), taken.end(),
                      std::back_inserter(made.unread));
  return made;
}

}  // namespace pricetalk
