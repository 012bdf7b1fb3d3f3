#include <algorithm>
#include <memory>
#include <ostream>

#include "cli/asked_files.hpp"
#include "cli/commands.hpp"
#include "cli/contract_folder.hpp"
#include "cli/folder_trials.hpp"
#include "cli/load_scenarios.hpp"
#include "cli/portfolio_folder.hpp"
#include "cli/spread.hpp"
#include "cli/typed_figures.hpp"
#include "files/files.hpp"
#include "lint/examples.hpp"
#include "portfolio/portfolio.hpp"
#include "report/overview_report.hpp"
#include "scenario/named.hpp"

namespace pricetalk {

namespace {

constexpr std::size_t overview_width = 100;
constexpr std::size_t looked_at_once = 256;
constexpr int known_months = 12;

using TagWanted = std::pair<std::string, std::string>;

std::vector<TagWanted> tags_wanted(const std::vector<std::string>& texts, Diagnostics& problems) {
  std::vector<TagWanted> made;
  for (const std::string& text : texts) {
    const std::size_t equals = text.find('=');
    if (equals == 0 || equals == std::string::npos) {
      problems.error("U0004", {},
                     {"--tag takes a name and a value, and '" + text + "' is not that",
                      "--tag vraagt een naam en een waarde; '" + text + "' is dat niet"},
                     {"write --tag region=north", "schrijf --tag regio=noord"});
      continue;
    }
    made.emplace_back(text.substr(0, equals), text.substr(equals + 1));
  }
  return made;
}

bool has_all(const ContractOverview& row, const std::vector<TagWanted>& tags) {
  return std::all_of(tags.begin(), tags.end(), [&](const TagWanted& wanted) {
    const auto found = row.tags.find(wanted.first);
    return found != row.tags.end() && found->second == wanted.second;
  });
}

std::size_t examples_that_do_not_hold(const ContractFile& file) {
  const std::vector<ExampleResult> all = check_examples(file.contract, file.library);
  return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const auto& each) {
    return each.kind == ExampleResult::Kind::differs;
  }));
}

/// Looks at the contracts of a folder, some at a time and each by a thread of its own.
class OverviewMaker {
 public:
  OverviewMaker(ContractFolder& folder, const OverviewOptions& options,
                const std::vector<TagWanted>& tags, Date today, std::shared_ptr<SharedTexts> texts)
      : folder_(folder),
        options_(options),
        tags_(tags),
        today_(today),
        texts_(std::move(texts)),
        trials_(today) {}

  /// The rows; those whose cost is asked are added to the portfolio, in the order of the rows.
  std::vector<ContractOverview> look(const std::vector<std::string>& paths, Portfolio& portfolio,
                                     NamesKnown& names) {
    folder_.each(paths, [&](ContractFile file) {
      spoken_.insert(file.contract.language());
      names.add(ContractNames::of(file.contract), {});
      waiting_.push_back(std::move(file));
      if (waiting_.size() == looked_at_once) work(portfolio);
    });
    work(portfolio);
    return std::move(rows_);
  }

  /// Without a future what has ended costs nothing.
  bool has_cost(const ContractOverview& row) const {
    return !options_.scenarios.empty() || !row.ended(today_);
  }
  std::size_t left_out() const { return left_out_; }
  void tell_trials(Diagnostics& problems) const { trials_.tell(problems); }
  std::optional<Language> language() const { return one_language(spoken_); }

 private:
  void work(Portfolio& portfolio) {
    std::vector<ContractOverview> made(waiting_.size());
    std::vector<TakenApart> apart(waiting_.size());
    spread(options_.jobs, waiting_.size(), [&](std::size_t i) {
      const ContractFile& file = waiting_[i];
      made[i] = overview_of(file.contract, file.library, today_);
      made[i].path = file.path;
      made[i].examples = examples_that_do_not_hold(file);
      apart[i] = TakenApart(file.contract, file.path, file.figures);
    });
    for (std::size_t i = 0; i < made.size(); ++i) {
      if (!has_all(made[i], tags_)) {
        ++left_out_;
        continue;
      }
      const ContractFile& file = waiting_[i];
      const PortfolioEntry entry = std::move(apart[i]).entry(*texts_, file.library);
      trials_.see(entry, file.contract, file.library);
      if (has_cost(made[i])) portfolio.add(entry, Portfolio::Here{file.contract, file.library});
      rows_.push_back(std::move(made[i]));
    }
    waiting_.clear();
  }

  ContractFolder& folder_;
  const OverviewOptions& options_;
  const std::vector<TagWanted>& tags_;
  Date today_;
  std::shared_ptr<SharedTexts> texts_;  ///< of the portfolio that the rows are added to
  FolderTrials trials_;
  std::set<Language> spoken_;
  std::vector<ContractFile> waiting_;
  std::vector<ContractOverview> rows_;
  std::size_t left_out_ = 0;
};

/// What a contract of the portfolio costs in each future, as it is.
std::vector<OverviewCost> costs_of(const PortfolioAnswer& answer, const PortfolioContract& one) {
  std::vector<OverviewCost> made;
  for (std::size_t future = 0; future < answer.futures.size(); ++future) {
    const std::size_t run = answer.run(future, 0);
    made.push_back({Ratio(Decimal(one.total(run), one.decimals)), one.open[run]});
  }
  return made;
}

/// The prices that are known today, as a future in which nothing else comes.
Scenario known_today() {
  Scenario made;
  made.months.value = known_months;
  made.futures.emplace_back();
  return made;
}

Status print_overview(const OverviewOptions& options, const OverviewReport& report,
                      Diagnostics& problems, Session& session, Language language) {
  if (!options.csv.empty()) problems.append(write_file(options.csv, overview_csv(report)));
  session.print(problems, language);
  if (session.json()) {
    session.out() << overview_json(report);
  } else {
    session.print_today(language);
    print_typed(report.entered, session.out(), language);
    session.out() << overview_text(report, overview_width, language);
  }
  if (problems.has_errors() || report.unread > 0) return Status::invalid;
  const bool wrong = std::any_of(report.contracts.begin(), report.contracts.end(),
                                 [](const ContractOverview& row) { return row.anything_wrong(); });
  return wrong ? Status::findings : Session::status_of(problems);
}

}  // namespace

Status overview(const OverviewOptions& options, Session& session) {
  AskedFiles files{{{"--csv", options.csv}}, {}, options.contracts};
  files.also_read(options.scenarios);
  files.also_read(session.figures().paths);
  Diagnostics problems = asked_twice(files);
  const std::vector<TagWanted> tags = tags_wanted(options.tags, problems);
  if (problems.has_errors()) {
    session.print(problems, session.language());
    return Status::usage;
  }
  OverviewReport report;
  report.today = session.today();
  report.today_from_clock = session.today_from_clock();
  report.entered = typed_figures(session.figures());
  Scenario scenario = known_today();
  if (!options.scenarios.empty()) {
    Loaded<Scenario> read = load_scenarios(options.scenarios);
    problems.append(read.diagnostics);
    if (!read.ok()) {
      session.print(problems, session.language());
      return Status::invalid;
    }
    scenario = std::move(*read.value);
    scenario.alternatives.clear();
    for (const Future& future : scenario.futures) report.futures.push_back(future.id);
  }
  report.months = scenario.months.value;
  ContractFolder folder(session.figures(), problems,
                        {"it is not shown: it would be there twice",
                         "het wordt niet getoond: het zou er twee keer staan"},
                        options.jobs);
  const auto texts = std::make_shared<SharedTexts>();
  Portfolio portfolio({.scenario = scenario,
                       .today = session.today(),
                       .at_known_prices = options.scenarios.empty()},
                      read_again(folder), texts);
  OverviewMaker maker(folder, options, tags, session.today(), texts);
  NamesKnown names;
  report.contracts = maker.look(options.contracts, portfolio, names);
  report.left_out = maker.left_out();
  maker.tell_trials(problems);
  report.unread = folder.unread();
  const Language language = session.language(maker.language());
  if (!report.contracts.empty() && !options.scenarios.empty())
    check_names(scenario, names, problems);
  const Loaded<PortfolioAnswer> answer = std::move(portfolio).answer();
  if (!report.contracts.empty()) problems.append(answer.diagnostics);
  if (!answer.value && !report.contracts.empty()) {
    session.print(problems, language);
    return Status::invalid;
  }
  if (answer.value) report.route = answer.value->route;
  std::size_t at = 0;
  for (ContractOverview& row : report.contracts)
    row.costs = maker.has_cost(row) ? costs_of(*answer.value, answer.value->contracts[at++])
                                    : std::vector{OverviewCost{Ratio(0), 0}};
  sort(report.contracts, options.order.value_or(OverviewOrder::cost));
  return print_overview(options, report, problems, session, language);
}

}  // namespace pricetalk
