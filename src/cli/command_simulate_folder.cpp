#include "cli/command_simulate_folder.hpp"

#include <algorithm>
#include <deque>
#include <ostream>
#include <utility>

#include "cli/actuals.hpp"
#include "cli/contract_folder.hpp"
#include "cli/ledger_files.hpp"
#include "cli/load_scenarios.hpp"
#include "cli/portfolio_printer.hpp"
#include "cli/progress.hpp"
#include "files/files.hpp"
#include "portfolio/portfolio.hpp"
#include "report/csv_portfolio.hpp"
#include "report/json_portfolio.hpp"
#include "scenario/named.hpp"
#include "simulation/ledger.hpp"

namespace pricetalk {

namespace {

bool any_amount_open(const PortfolioAnswer& answer) {
  return std::any_of(answer.contracts.begin(), answer.contracts.end(), [](const auto& each) {
    return std::any_of(each.open.begin(), each.open.end(), [](int open) { return open > 0; });
  });
}

/// Contracts of folders, from files to answers.
class FolderOfContracts {
 public:
  FolderOfContracts(const SimulateOptions& options, const AskedFrame& frame,
                    Loaded<Scenario> scenario, Session& session)
      : options_(options),
        session_(session),
        scenario_(std::move(*scenario.value)),
        problems_(std::move(scenario.diagnostics)),
        days_(frame.days(scenario_.months.value)),
        folder_(session.figures(), problems_,
                {"it is not counted: its amounts would be in the sums twice",
                 "het telt niet mee: de bedragen zouden twee keer in de sommen zitten"},
                options.jobs),
        portfolio_({scenario_, session.today(), days_, asks_ledger()},
                   [this](const std::string& path) { return again(path); }) {}

  Status run() {
    read();
    const Language language = session_.language(spoken_.found());
    Diagnostics asked;
    if (names_.contracts() > 0) check_names(scenario_, names_, asked);
    Loaded<PortfolioAnswer> answer;
    if (names_.contracts() > 0 && !asked.has_errors()) answer = std::move(portfolio_).answer();
    problems_.append(asked);
    problems_.append(answer.diagnostics);
    if (answer.value) problems_.append(write_files(*answer.value, language));
    session_.print(problems_, language);
    if (!answer.value) return Status::invalid;
    if (session_.json()) {
      session_.out() << portfolio_json(
          *answer.value, {folder_.unread(), session_.today(), session_.today_from_clock(), days_,
                          asks_invoices() ? &actuals_.rows : nullptr});
    } else {
      session_.print_today(language);
      print_portfolio(*answer.value, scenario_, folder_.unread(),
                      {session_.today(), days_, options_.wide ? 0 : session_.columns()},
                      session_.out(), language);
      if (asks_invoices()) print_actuals(actuals_, covers_, session_.out(), language);
    }
    if (problems_.has_errors() || folder_.unread() > 0) return Status::invalid;
    if (any_amount_open(*answer.value) || actuals_.rows.left_rows() > 0) return Status::findings;
    return Session::status_of(problems_);
  }

 private:
  bool asks_ledger() const { return !options_.csv.empty() || !options_.xlsx.empty(); }
  bool asks_invoices() const { return !options_.invoices.empty(); }

  std::optional<Portfolio::Read> again(const std::string& path) {
    auto read = folder_.again(path);
    if (!read.value) return std::nullopt;
    return Portfolio::Read{std::move(read.value->contract), std::move(read.value->library)};
  }

  /// Contracts go through the portfolio as they are read; only where invoices have to find their
  /// contract all of them are held.
  void read() {
    Progress progress(session_, {"contracts read", "contracten gelezen"}, session_.language());
    folder_.each(options_.contracts, [&](ContractFile file) {
      spoken_.add(file.contract.language());
      names_.add(file.contract);
      progress.done(names_.contracts());
      if (asks_invoices())
        held_.push_back(std::move(file));
      else
        portfolio_.add(file.contract, file.library, file.path, file.figures);
    });
    if (asks_invoices()) take_invoices();
  }

  void take_invoices() {
    std::vector<const Contract*> contracts;
    for (const ContractFile& file : held_) contracts.push_back(&file.contract);
    actuals_ = load_actuals(options_.invoices, options_.columns, contracts, problems_);
    for (std::size_t i = 0; i < held_.size(); ++i) {
      const ContractFile& file = held_[i];
      const std::shared_ptr<const Actuals>& actuals = actuals_.rows.of[i];
      portfolio_.add(file.contract, file.library, file.path, file.figures, actuals);
      if (actuals)
        covers_.push_back(
            {&file.contract, cover_of(file.contract, *actuals, days_of(file.contract))});
    }
  }

  Days days_of(const Contract& contract) const {
    if (days_) return {days_->first, days_->second};
    const std::vector<LedgerPeriod> periods =
        ledger_periods(contract, session_.today().plus_days(1), scenario_.months.value);
    return {periods.front().first, periods.back().last};
  }

  Diagnostics write_files(const PortfolioAnswer& answer, Language language) {
    Diagnostics problems;
    if (!options_.csv_totals.empty())
      problems.append(write_file(options_.csv_totals, portfolio_csv(answer)));
    if (!asks_ledger()) return problems;
    TagNames tags;
    for (const PortfolioContract& each : answer.contracts)
      for (const auto& [name, value] : each.tags) tags.insert(name);
    LedgerFiles ledger(options_.csv, options_.xlsx, std::move(tags), session_.today(), language);
    Progress progress(session_, {"contracts written", "contracten geschreven"}, language);
    for (std::size_t i = 0; i < answer.contracts.size(); ++i) {
      add_contract(ledger, answer, i);
      progress.done(i + 1, answer.contracts.size());
    }
    problems.append(std::move(ledger).finish());
    return problems;
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

  const SimulateOptions& options_;
  Session& session_;
  Scenario scenario_;
  Diagnostics problems_;
  std::optional<std::pair<Date, Date>> days_;
  OneLanguage spoken_;
  NamesKnown names_;
  ContractFolder folder_;
  Portfolio portfolio_;
  std::deque<ContractFile> held_;
  LoadedActuals actuals_;
  std::vector<CoveredContract> covers_;
};

}  // namespace

Status simulate_folder(const SimulateOptions& options, const AskedFrame& frame, Session& session) {
  Loaded<Scenario> scenario = load_scenarios(options.scenarios, frame.months());
  if (!scenario.ok()) {
    session.print(scenario.diagnostics, session.language());
    return Status::invalid;
  }
  FolderOfContracts folder(options, frame, std::move(scenario), session);
  return folder.run();
}

}  // namespace pricetalk
