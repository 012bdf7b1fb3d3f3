#include "cli/folder_answer.hpp"

#include <algorithm>
#include <ostream>

#include "cli/by_chance.hpp"
#include "cli/contract_folder.hpp"
#include "cli/path_printer.hpp"
#include "cli/portfolio_printer.hpp"
#include "files/files.hpp"
#include "report/csv_portfolio.hpp"
#include "report/json_portfolio.hpp"

namespace pricetalk {

namespace {

bool any_open(const PortfolioAnswer& answer) {
  return std::any_of(answer.contracts.begin(), answer.contracts.end(), [](const auto& each) {
    return std::any_of(each.open.begin(), each.open.end(), [](int open) { return open > 0; });
  });
}

}  // namespace

Status tell(FolderAnswer answer, const std::string& csv, Session& session) {
  const Language language = session.language(one_language(answer.languages));
  Diagnostics problems = std::move(answer.read);
  Diagnostics names;
  if (answer.names.contracts > 0) check_names(answer.scenario, answer.names, names);
  const bool possible = answer.names.contracts > 0 && !names.has_errors();
  problems.append(names);
  if (possible) problems.append(answer.asked.diagnostics);
  const bool answered = possible && answer.asked.value;
  if (answered && !csv.empty())
    problems.append(write_file(csv, portfolio_csv(*answer.asked.value)));
  session.print(problems, language);
  if (!answered) return Status::invalid;
  if (session.json()) {
    session.out() << portfolio_json(*answer.asked.value, answer.unread, answer.today,
                                    answer.today_from_clock,
                                    answer.chance ? &*answer.chance : nullptr);
  } else {
    if (answer.today_from_clock) session.print_today(answer.today, language);
    print_portfolio(*answer.asked.value, without_chance(answer.scenario), answer.unread,
                    session.out(), language);
    if (answer.chance)
      print_paths_together(*answer.chance, answer.scenario, session.out(), language);
  }
  if (problems.has_errors() || answer.unread > 0) return Status::invalid;
  return any_open(*answer.asked.value) ? Status::findings : Session::status_of(problems);
}

}  // namespace pricetalk
