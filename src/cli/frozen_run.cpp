#include "cli/frozen_run.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "cli/contract_folder.hpp"
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

std::optional<FrozenRun> run_frozen(const FrozenRequest& request, std::size_t jobs,
                                    Diagnostics& problems) {
  FilesRead files;
  for (const std::string& path : request.contracts) files.add_all(path);
  const std::vector<std::string> named = files.all();
  for (const std::string& path : request.figures.paths) files.add_all(path);
  for (const std::string& path : request.scenarios) files.add(path);
  Loaded<Scenario> scenario = load_scenarios(request.scenarios);
  problems.append(scenario.diagnostics);
  if (!scenario.ok()) return std::nullopt;
  ContractFolder folder(request.figures, problems,
                        {"it is not counted: its amounts would be in the sums twice",
                         "het telt niet mee: de bedragen zouden twee keer in de sommen zitten"},
                        jobs);
  Portfolio portfolio({*scenario.value, request.today}, [&](const std::string& path) {
    auto read = folder.again(path);
    return read.value ? std::optional(Portfolio::Read{std::move(read.value->contract),
                                                      std::move(read.value->library)})
                      : std::nullopt;
  });
  NamesKnown names;
  OneLanguage spoken;
  std::set<std::string> taken;
  folder.each(request.contracts, [&](const ContractFile& file) {
    spoken.add(file.contract.language());
    names.add(file.contract);
    files.add(file);
    taken.insert(file.path);
    portfolio.add(file.contract, file.library, file.path, file.figures);
  });
  if (names.contracts() == 0) return std::nullopt;
  check_names(*scenario.value, names, problems);
  Loaded<PortfolioAnswer> answer = std::move(portfolio).answer();
  problems.append(answer.diagnostics);
  if (!answer.value) return std::nullopt;
  FrozenRun made{std::move(*scenario.value),
                 std::move(*answer.value),
                 files.all(),
                 {},
                 std::move(files.fixed_places),
                 spoken.found()};
  std::set_difference(named.begin(), named.end(), taken.begin(), taken.end(),
                      std::back_inserter(made.unread));
  return made;
}

}  // namespace pricetalk
