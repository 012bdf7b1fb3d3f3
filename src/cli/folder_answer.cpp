#include "cli/folder_answer.hpp"

#include <algorithm>
#include <ostream>

#include "cli/by_chance.hpp"
#include "cli/contract_folder.hpp"
#include "cli/ledger_files.hpp"
#include "cli/path_printer.hpp"
#include "cli/portfolio_printer.hpp"
#include "cli/progress.hpp"
#include "cli/simulation_charts.hpp"
#include "cli/typed_figures.hpp"
#include "files/files.hpp"
#include "report/csv_paths.hpp"
#include "report/csv_portfolio.hpp"
#include "report/json_portfolio.hpp"

namespace pricetalk {

namespace {

bool any_amount_open(const PortfolioAnswer& answer) {
  return std::any_of(answer.contracts.begin(), answer.contracts.end(), [](const auto& each) {
    return std::any_of(each.open.begin(), each.open.end(), [](int open) { return open > 0; });
  });
}

class Telling {
 public:
  Telling(FolderAnswer& found, const FolderOutput& output, Session& session)
      : found_(found),
        output_(output),
        session_(session),
        language_(session.language(one_language(found.languages))) {}

  Status run() {
    Diagnostics problems = std::move(found_.read);
    Diagnostics names;
    if (found_.names.contracts > 0) check_names(found_.scenario, found_.names, names);
    const bool possible = found_.names.contracts > 0 && !names.has_errors();
    problems.append(names);
    if (possible) problems.append(found_.asked.diagnostics);
    if (possible && found_.asked.value) problems.append(write_files(*found_.asked.value));
    session_.print(problems, language_);
    if (!possible || !found_.asked.value) return Status::invalid;
    const PortfolioAnswer& answer = *found_.asked.value;
    if (session_.json())
      print_json(answer);
    else
      print(answer);
    if (problems.has_errors() || found_.unread > 0) return Status::invalid;
    const bool left = found_.actuals && found_.actuals->rows.left_rows() > 0;
    return any_amount_open(answer) || left ? Status::findings : Session::status_of(problems);
  }

 private:
  void print_json(const PortfolioAnswer& answer) {
    session_.out() << portfolio_json(
        answer, {found_.unread, found_.today, found_.today_from_clock, found_.days,
                 found_.actuals ? &found_.actuals->rows : nullptr,
                 found_.chance ? &*found_.chance : nullptr, found_.entered});
  }

  void print(const PortfolioAnswer& answer) {
    if (found_.today_from_clock) session_.print_today(found_.today, language_);
    print_typed(found_.entered, session_.out(), language_);
    print_portfolio(answer, without_chance(found_.scenario), found_.unread,
                    {found_.today, found_.days, output_.wide ? 0 : session_.columns()},
                    session_.out(), language_);
    if (found_.chance)
      print_paths_together(*found_.chance, found_.scenario, session_.out(), language_);
    if (found_.actuals) print_actuals(*found_.actuals, found_.covers, session_.out(), language_);
  }

  Diagnostics write_files(const PortfolioAnswer& answer) {
    Diagnostics problems;
    if (!output_.csv_totals.empty())
      problems.append(write_file(output_.csv_totals, portfolio_csv(answer)));
    if (!output_.chance_csv.empty() && found_.chance)
      problems.append(write_file(output_.chance_csv, paths_csv(*found_.chance)));
    if (!output_.charts.empty()) problems.append(write_charts(answer));
    if (!output_.csv.empty() || !output_.xlsx.empty()) problems.append(write_ledger(answer));
    return problems;
  }

  Diagnostics write_charts(const PortfolioAnswer& answer) {
    FolderContents charts = charts_of(answer, without_chance(found_.scenario), language_);
    if (found_.chance) charts.merge(charts_of(*found_.chance, found_.scenario, true, language_));
    return write_folder(output_.charts, charts);
  }

  Diagnostics write_ledger(const PortfolioAnswer& answer) {
    TagNames tags;
    for (const PortfolioContract& each : answer.contracts)
      for (const auto& [name, value] : each.tags) tags.insert(name);
    LedgerFiles ledger(output_.csv, output_.xlsx, std::move(tags), found_.today, language_);
    Progress progress(session_, {"contracts written", "contracten geschreven"}, language_);
    for (std::size_t i = 0; i < answer.contracts.size(); ++i) {
      add_contract(ledger, answer, i);
      progress.done(i + 1, answer.contracts.size());
    }
    return std::move(ledger).finish();
  }

  static void add_contract(LedgerFiles& ledger, const PortfolioAnswer& answer, std::size_t at) {
    const PortfolioContract& one = answer.contracts[at];
    const LedgerOwner owner{one.id, one.title, one.tags, one.currency, one.vat};
    for (std::size_t future = 0; future < answer.futures.size(); ++future)
      for (std::size_t i = 0; i < answer.alternatives.size(); ++i) {
        const LedgerRun run{answer.futures[future], answer.alternatives[i], one.fits[i]};
        answer.each_row(at, answer.run(future, i), [&](const PlainRow& row) {
          each_line(owner, row, run, [&](const LedgerLine& line) { ledger.add(line); });
        });
      }
  }

  FolderAnswer& found_;
  const FolderOutput& output_;
  Session& session_;
  Language language_;
};

}  // namespace

Status tell(FolderAnswer answer, const FolderOutput& output, Session& session) {
  return Telling(answer, output, session).run();
}

}  // namespace pricetalk
