#include <algorithm>
#include <ostream>

#include "cli/asked_files.hpp"
#include "cli/commands.hpp"
#include "cli/contract_folder.hpp"
#include "cli/exposure_printer.hpp"
#include "cli/folder_trials.hpp"
#include "cli/kept_portfolio.hpp"
#include "cli/load_scenarios.hpp"
#include "cli/portfolio_folder.hpp"
#include "cli/progress.hpp"
#include "cli/simulation_charts.hpp"
#include "cli/typed_figures.hpp"
#include "files/files.hpp"
#include "portfolio/exposure.hpp"
#include "report/csv_exposure.hpp"
#include "report/json_exposure.hpp"

namespace pricetalk {

namespace {

constexpr std::size_t most_decimals = 6;

void check_question(const ExposureOptions& options, const Scenario& scenario,
                    Diagnostics& problems) {
  if (options.decimals > most_decimals)
    problems.error("U0004", {}, {"--decimals takes 1 to 6", "--decimals is 1 tot en met 6"},
                   {"write --decimals 4", "schrijf --decimals 4"});
  std::vector<std::string_view> known;
  for (const Future& future : scenario.futures) known.push_back(future.id);
  if (options.future.empty() ||
      std::find(known.begin(), known.end(), options.future) != known.end())
    return;
  std::string all;
  for (const std::string_view id : known) all += (all.empty() ? "" : ", ") + std::string(id);
  problems.error("U0004", {},
                 {"the scenario has no future '" + options.future + "'",
                  "het scenario heeft geen toekomst '" + options.future + "'"},
                 {"choose from: " + all, "kies uit: " + all});
}

/// Takes every contract apart; the languages that they are in.
std::set<Language> read(const ExposureOptions& options, PortfolioFolder& folder, Exposure& asked,
                        Diagnostics& problems, Session& session) {
  std::set<Language> spoken;
  FolderTrials trials(session.today());
  const ContractPaths paths(options.contracts, problems);
  Progress progress(session, {"contracts read", "contracten gelezen"}, session.language());
  std::size_t count = 0;
  folder.each(paths, [&](const PortfolioEntry& entry, const std::optional<Portfolio::Here>& here) {
    spoken.insert(entry.language);
    trials.see(entry, here, folder);
    asked.add(entry);
    progress.done(++count, paths.files().size());
  });
  trials.tell(problems);
  return spoken;
}

}  // namespace

Status exposure(const ExposureOptions& options, Session& session) {
  AskedFiles files{{{"--csv", options.csv}, {"--charts", options.charts}},
                   {{"--compiled", options.compiled}},
                   options.contracts};
  files.also_read(options.scenarios);
  files.also_read(session.figures().paths);
  Diagnostics problems = asked_twice(files);
  Loaded<Scenario> scenario = load_scenarios(options.scenarios);
  problems.append(scenario.diagnostics);
  if (scenario.ok()) check_question(options, *scenario.value, problems);
  if (problems.has_errors()) {
    session.print(problems, session.language());
    return Status::usage;
  }
  PortfolioFolder folder(session.figures(), problems, options.jobs);
  KeptPortfolio compiled(options.compiled, problems);
  compiled.tell(folder, session.err(), session.language());
  Exposure asked(
      {*scenario.value, options.future, session.today(), static_cast<int>(options.decimals)},
      [&](const std::string& path) { return folder.again(path); }, folder.texts());
  const std::set<Language> spoken = read(options, folder, asked, problems, session);
  compiled.keep(folder);
  folder.forget();
  const Language language = session.language(one_language(spoken));
  Loaded<ExposureAnswer> answer;
  if (!spoken.empty()) answer = std::move(asked).answer();
  problems.append(answer.diagnostics);
  if (answer.value && !options.csv.empty())
    problems.append(write_file(options.csv, exposure_csv(*answer.value)));
  if (answer.value && !options.charts.empty())
    problems.append(write_folder(options.charts, charts_of(*answer.value, language)));
  session.print(problems, language);
  if (!answer.value) return Status::invalid;
  if (session.json()) {
    session.out() << exposure_json(*answer.value, folder.unread(), session.today(),
                                   session.today_from_clock(), typed_figures(session.figures()));
  } else {
    session.print_today(language);
    print_typed(typed_figures(session.figures()), session.out(), language);
    print_exposure(*answer.value, folder.unread(), session.out(), language);
  }
  if (problems.has_errors() || folder.unread() > 0) return Status::invalid;
  const bool open = std::any_of(answer.value->totals.begin(), answer.value->totals.end(),
                                [](const ExposureTotal& total) { return total.open > 0; });
  return open ? Status::findings : Session::status_of(problems);
}

}  // namespace pricetalk
