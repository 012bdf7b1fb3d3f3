#include <ostream>

#include "chance/backtest.hpp"
#include "cli/commands.hpp"
#include "cli/load.hpp"
#include "cli/spread.hpp"
#include "files/files.hpp"
#include "index/find_series.hpp"
#include "report/csv_backtest.hpp"
#include "report/json_backtest.hpp"
#include "report/table.hpp"
#include "scenario/project.hpp"
#include "scenario/scenario_terms.hpp"

namespace pricetalk {

namespace {

std::vector<RandomMethod> methods_of(const BacktestOptions& options) {
  if (options.method) return {*options.method};
  return {RandomMethod::bootstrap, RandomMethod::ar1};
}

/// Hundredths, to a whole one.
std::string share(int part, int all) {
  return round(Ratio::of(100 * std::int64_t{part}, all), Rounding::decimals(0)).text() + "%";
}

Table table_of(const std::vector<Backtest>& tests, Language language) {
  const auto right = Table::Align::right;
  Table table;
  table.columns = {{say(language, "series", "reeks"), Table::Align::left},
                   {say(language, "method", "methode"), Table::Align::left},
                   {say(language, "months ahead", "maanden vooruit"), right},
                   {say(language, "from months", "vanaf maanden"), right}};
  for (const int band : backtest_bands)
    table.columns.push_back(
        {say(language, "inside ", "binnen ") + std::to_string(band) + "%", right});
  for (const Backtest& test : tests)
    for (const BacktestRow& row : test.rows) {
      std::vector<std::string> cells = {test.series, std::string(word_of(test.method)),
                                        std::to_string(row.months), std::to_string(row.origins)};
      for (const int inside : row.inside)
        cells.push_back(row.origins == 0 ? "-" : share(inside, row.origins));
      table.row(std::move(cells));
    }
  return table;
}

void print(const std::vector<Backtest>& tests, const Random& draws, Session& session,
           Language language) {
  session.out() << draws.paths.value
                << say(language,
                       " paths from every month, drawn from what was there by then; seed ",
                       " paden vanaf elke maand, getrokken uit wat er toen was; startgetal ")
                << draws.seed.value << say(language, ", blocks of ", ", blokken van gemiddeld ")
                << draws.block.value << say(language, " months on average", " maanden") << "\n\n";
  const Table table = table_of(tests, language);
  if (!table.rows.empty())
    session.out() << as_text(table) << "\n"
                  << say(language,
                         "The spans that are foretold overlap: as many are independent as fit one "
                         "behind another.\n",
                         "De voorspelde tijdvakken overlappen elkaar: er zijn er zoveel "
                         "onafhankelijk als er achter elkaar passen.\n");
  std::string before;
  for (const Backtest& test : tests) {
    if (test.refused.empty() || test.series == before) continue;
    before = test.series;
    session.out() << test.series << ": " << test.refused.in(language) << "\n";
  }
}

}  // namespace

Status scenario_backtest(const BacktestOptions& options, Session& session) {
  MoreFigures figures = session.figures();
  if (figures.paths.empty()) figures.paths = {"indices"};
  const Loaded<Library> library = load_library(figures);
  const Language language = session.language();
  Diagnostics problems = library.diagnostics;
  if (options.block > 120)
    problems.error("S0112", {},
                   {"--block is 1 to 120 months", "--block is 1 tot en met 120 maanden"});
  std::vector<Series> asked;
  if (library.value)
    for (const std::string& id : options.series)
      if (const Series* series = find_series(*library.value, id, problems))
        asked.push_back(seen_on(*series, session.today()));
  if (problems.has_errors()) {
    session.print(problems, language);
    return Status::invalid;
  }
  Random draws;
  draws.paths.value = static_cast<int>(options.paths);
  draws.block.value = static_cast<int>(options.block);
  draws.seed.value = static_cast<int>(options.seed);
  const std::vector<RandomMethod> methods = methods_of(options);
  std::vector<Backtest> tests(asked.size() * methods.size());
  spread(0, tests.size(), [&](std::size_t i) {
    Random of = draws;
    of.method.value = methods[i % methods.size()];
    tests[i] = backtest(asked[i / methods.size()], of);
  });
  if (!options.csv.empty()) problems.append(write_file(options.csv, backtest_csv(tests)));
  session.print(problems, language);
  if (session.json()) {
    session.out() << backtest_json(tests, draws, session.today(), session.today_from_clock());
  } else {
    session.print_today(language);
    print(tests, draws, session, language);
  }
  return Session::status_of(problems);
}

}  // namespace pricetalk
