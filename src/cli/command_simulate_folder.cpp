#include "cli/command_simulate_folder.hpp"

#include <algorithm>
#include <ostream>

#include "cli/contract_folder.hpp"
#include "cli/load_scenarios.hpp"
#include "cli/portfolio_printer.hpp"
#include "files/files.hpp"
#include "portfolio/portfolio.hpp"
#include "report/csv_portfolio.hpp"
#include "report/json_portfolio.hpp"
#include "scenario/named.hpp"

namespace pricetalk {

namespace {

bool any_open(const PortfolioAnswer& answer) {
  return std::any_of(answer.contracts.begin(), answer.contracts.end(), [](const auto& each) {
    return std::any_of(each.open.begin(), each.open.end(), [](int open) { return open > 0; });
  });
}

}  // namespace

Status simulate_folder(const SimulateOptions& options, Session& session) {
  Diagnostics problems;
  OneLanguage spoken;
  Loaded<Scenario> scenario = load_scenarios(options.scenarios);
  problems.append(scenario.diagnostics);
  if (!scenario.ok()) {
    session.print(problems, session.language());
    return Status::invalid;
  }
  ContractFolder folder(session.figures(), problems,
                        {"it is not counted: its amounts would be in the sums twice",
                         "het telt niet mee: de bedragen zouden twee keer in de sommen zitten"},
                        options.jobs);
  NamesKnown names;
  Portfolio portfolio({*scenario.value, session.today()}, [&](const std::string& path) {
    auto read = folder.again(path);
    return read.value ? std::optional(Portfolio::Read{std::move(read.value->contract),
                                                      std::move(read.value->library)})
                      : std::nullopt;
  });
  folder.each(options.contracts, [&](const ContractFile& file) {
    spoken.add(file.contract.language());
    names.add(ContractNames::of(file.contract));
    portfolio.add(file.contract, file.library, file.path, file.figures);
  });
  const Language language = session.language(spoken.found());
  Diagnostics asked;
  if (names.contracts() > 0) check_names(*scenario.value, names, asked);
  const bool possible = names.contracts() > 0 && !asked.has_errors();
  Loaded<PortfolioAnswer> answer;
  if (possible) answer = std::move(portfolio).answer();
  problems.append(asked);
  problems.append(answer.diagnostics);
  if (answer.value && !options.csv.empty())
    problems.append(write_file(options.csv, portfolio_csv(*answer.value)));
  session.print(problems, language);
  if (!answer.value) return Status::invalid;
  if (session.json()) {
    session.out() << portfolio_json(*answer.value, folder.unread(), session.today(),
                                    session.today_from_clock());
  } else {
    session.print_today(language);
    print_portfolio(*answer.value, *scenario.value, folder.unread(), session.out(), language);
  }
  if (problems.has_errors() || folder.unread() > 0) return Status::invalid;
  return any_open(*answer.value) ? Status::findings : Session::status_of(problems);
}

}  // namespace pricetalk
