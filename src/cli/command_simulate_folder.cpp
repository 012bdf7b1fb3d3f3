#include "cli/command_simulate_folder.hpp"

#include <deque>
#include <ostream>
#include <set>
#include <utility>

#include "cli/actuals.hpp"
#include "cli/asked_frame.hpp"
#include "cli/by_chance.hpp"
#include "cli/folder_answer.hpp"
#include "cli/kept_portfolio.hpp"
#include "cli/load_scenarios.hpp"
#include "cli/own_file.hpp"
#include "cli/portfolio_folder.hpp"
#include "cli/progress.hpp"
#include "files/digest.hpp"
#include "files/files.hpp"
#include "simulation/ledger.hpp"
#include "store/portfolio_part.hpp"

namespace pricetalk {

namespace {

/// A file that is something else is never written over.
Diagnostics write_part(const std::string& path, const PortfolioPart& part) {
  if (is_there(path)) {
    const auto bytes = read_file(path, {}, max_publication_bytes);
    if (!bytes.value) return bytes.diagnostics;
    if (read_part(*bytes.value).seal == Seal::foreign)
      return not_written_over(path, {"a part of a portfolio", "deel van een portefeuille"});
  }
  return write_file(path, part_bytes(part));
}

/// What a share and all others have to be asked alike, so that they can be put together.
std::string question_of(const ContractPaths& paths, const Scenario& scenario,
                        const std::string& circumstances, const FolderAnswer& asked,
                        const std::optional<Decimal>& asked_budget) {
  std::string text = circumstances + '\n' + asked.today.text() + '\n' +
                     std::to_string(scenario.months.value) + '\n';
  if (asked_budget) text += asked_budget->text() + '\n';
  if (asked.days) text += asked.days->first.text() + ' ' + asked.days->second.text() + '\n';
  for (const std::string& file : paths.files()) text += file + '\n';
  for (const SourcePtr& source : scenario.sources)
    text += source->name() + '\n' + sha256(source->bytes()) + '\n';
  return sha256(text);
}

/// Writes what a share answered; `merge` tells it.
Status write_part(FolderAnswer answer, std::optional<PathShare> chance,
                  const SimulateOptions& options, std::string question,
                  const PortfolioFolder& folder, Session& session) {
  const Language language = session.language(one_language(answer.languages));
  PortfolioPart part;
  part.shard = options.shard->number;
  part.of = options.shard->of;
  part.question = std::move(question);
  part.beside = folder.beside();
  for (const SourcePtr& source : answer.scenario.sources)
    part.scenarios.emplace_back(source->name(), std::string(source->bytes()));
  part.today = answer.today;
  part.today_from_clock = answer.today_from_clock;
  part.days = answer.days;
  part.languages = std::move(answer.languages);
  part.names = std::move(answer.names);
  part.unread = answer.unread;
  part.answered = answer.asked.value.has_value();
  if (part.answered) part.answer = std::move(*answer.asked.value);
  part.chance = std::move(chance);
  part.read = std::move(answer.read);
  part.asked = std::move(answer.asked.diagnostics);
  const Diagnostics written = write_part(options.part, part);
  session.print(written, language);
  if (written.has_errors()) return Status::invalid;
  session.out() << say(language, "Share ", "Deel ") << part.shard << say(language, " of ", " van ")
                << part.of << ": " << part.names.contracts
                << say(language, part.names.contracts == 1 ? " contract" : " contracts",
                       part.names.contracts == 1 ? " contract" : " contracten")
                << say(language, "; all shares together: pricetalk merge\n",
                       "; alle delen samen: pricetalk merge\n");
  return Status::fine;
}

/// A share is for `merge`, which has a table, JSON and CSV of all of them.
Diagnostics wrong_with_share(const SimulateOptions& options, const Session& session) {
  Diagnostics problems;
  if (options.shard && options.part.empty())
    problems.error("U0003", {}, {"--part is missing", "--part ontbreekt"},
                   {"a share is written to a file: --part share-1",
                    "een deel komt in een bestand: --part deel-1"});
  if (!options.shard && !options.part.empty())
    problems.error("U0003", {}, {"--shard is missing", "--shard ontbreekt"},
                   {"say which share this is: --shard 1/4", "zeg welk deel dit is: --shard 1/4"});
  const bool whole = session.json() || !options.csv_totals.empty() || !options.chance_csv.empty() ||
                     !options.charts.empty() || options.wide;
  const bool never = !options.csv.empty() || !options.xlsx.empty() || !options.invoices.empty();
  if (options.shard && whole)
    problems.error("U0005", {},
                   {"--csv-totals, --chance-csv, --charts, --wide and --json are for all shares "
                    "together",
                    "--csv-totals, --chance-csv, --charts, --wide en --json zijn voor alle delen "
                    "samen"},
                   {"give them to pricetalk merge", "geef ze aan pricetalk merge"});
  if (options.shard && never)
    problems.error(
        "U0005", {},
        {"a share holds the sums of its contracts by year, and no more",
         "een deel bevat de sommen van zijn contracten per jaar, en niet meer"},
        {"leave out --csv, --xlsx and --invoices", "laat --csv, --xlsx en --invoices weg"});
  return problems;
}

/// Contracts of folders, from files to answers.
class FolderOfContracts {
 public:
  FolderOfContracts(const SimulateOptions& options, const AskedFrame& frame,
                    Loaded<Scenario> scenario, Session& session)
      : options_(options),
        session_(session),
        made_(begun(frame, std::move(scenario), session)),
        folder_(session.figures(), made_.read, options.jobs),
        paths_(options.contracts, made_.read),
        kept_(options.compiled, made_.read),
        by_chance_(made_.scenario, options, made_.today, made_.days) {}

  Status run() {
    const std::string question =
        options_.shard
            ? question_of(paths_, made_.scenario, folder_.circumstances(), made_, options_.budget)
            : "";
    if (options_.shard) paths_.keep(options_.shard->number, options_.shard->of);
    if (options_.shard) folder_.note_beside();
    kept_.tell(folder_, session_.err(), session_.language());
    // Only now: the texts of what was kept are those of the portfolio.
    portfolio_.emplace(
        PortfolioQuestion{.scenario = without_chance(made_.scenario),
                          .today = made_.today,
                          .days = made_.days,
                          .ledger = !options_.csv.empty() || !options_.xlsx.empty(),
                          .whole_cost = true},
        [this](const std::string& path) { return folder_.again(path); }, folder_.texts());
    know_others();
    read();
    kept_.keep(folder_);
    made_.unread = folder_.unread();
    made_.asked = std::move(*portfolio_).answer();
    std::optional<PathShare> share;
    if (made_.asked.value) share = ask_by_chance();
    if (options_.shard)
      return write_part(std::move(made_), std::move(share), options_, question, folder_, session_);
    return tell(std::move(made_),
                {options_.csv, options_.xlsx, options_.csv_totals, options_.charts,
                 options_.chance_csv, options_.wide},
                session_);
  }

 private:
  static FolderAnswer begun(const AskedFrame& frame, Loaded<Scenario> scenario,
                            const Session& session) {
    FolderAnswer made;
    made.read.append(scenario.diagnostics);
    made.scenario = std::move(*scenario.value);
    made.today = session.today();
    made.today_from_clock = session.today_from_clock();
    made.days = frame.days(made.scenario.months.value);
    return made;
  }

  /// Contracts go through the portfolio as they are read; only where invoices have to find their
  /// contract all of them are held.
  void read() {
    Progress progress(session_, {"contracts read", "contracten gelezen"}, session_.language());
    std::size_t count = 0;
    folder_.each(paths_, [&](const PortfolioEntry& entry, std::optional<Portfolio::Here> here) {
      made_.languages.insert(entry.language);
      if (options_.invoices.empty())
        add(entry, here, {});
      else
        hold(entry, here);
      progress.done(++count, paths_.files().size());
    });
    if (!options_.invoices.empty()) take_invoices();
  }

  void add(const PortfolioEntry& entry, const std::optional<Portfolio::Here>& here,
           std::shared_ptr<const Actuals> actuals) {
    made_.names.add(entry.names, portfolio_->add(entry, here, actuals));
    if (!by_chance_.asked() || (options_.shard && !counted_.contains(entry.path))) return;
    // The paths of a contract are not kept: one that was not read is read now.
    if (here)
      return by_chance_.add(here->contract, here->library, entry.path, entry.figures,
                            std::move(actuals));
    if (const std::optional<Portfolio::Read> again = folder_.again(entry.path))
      by_chance_.add(again->contract, again->library, entry.path, entry.figures,
                     std::move(actuals));
  }

  /// Which months are drawn hangs on what all contracts read, so that a share by chance looks at
  /// those of the others too; and no contract counts whose id one of theirs has.
  void know_others() {
    if (!options_.shard || !by_chance_.asked()) return;
    Diagnostics told_by_their_share;
    ContractFolder all(session_.figures(), told_by_their_share, counted_twice(), options_.jobs);
    const std::set<std::string> own(paths_.files().begin(), paths_.files().end());
    all.each(options_.contracts, [&](const ContractFile& file) {
      if (own.contains(file.path))
        counted_.insert(file.path);
      else
        by_chance_.know(file.contract, file.library);
    });
  }

  void hold(const PortfolioEntry& entry, const std::optional<Portfolio::Here>& here) {
    if (here) {
      held_.push_back({entry, {here->contract, here->library}});
    } else if (std::optional<Portfolio::Read> again = folder_.again(entry.path)) {
      held_.push_back({entry, std::move(*again)});
    }
  }

  void take_invoices() {
    std::vector<const Contract*> contracts;
    for (const Held& each : held_) contracts.push_back(&each.read.contract);
    made_.actuals = load_actuals(options_.invoices, options_.columns, contracts, made_.read);
    for (std::size_t i = 0; i < held_.size(); ++i) {
      const Contract& contract = held_[i].read.contract;
      const std::shared_ptr<const Actuals>& actuals = made_.actuals->rows.of[i];
      add(held_[i].entry, Portfolio::Here{contract, held_[i].read.library}, actuals);
      if (actuals)
        made_.covers.push_back({&contract, cover_of(contract, *actuals, days_of(contract))});
    }
  }

  Days days_of(const Contract& contract) const {
    if (made_.days) return {made_.days->first, made_.days->second};
    const std::vector<LedgerPeriod> periods =
        ledger_periods(contract, made_.today.plus_days(1), made_.scenario.months.value);
    return {periods.front().first, periods.back().last};
  }

  /// What a share comes to by chance; of a whole run it stands in the answer.
  std::optional<PathShare> ask_by_chance() {
    Diagnostics drawn;
    std::optional<PathShare> share;
    if (options_.shard)
      share = by_chance_.share(drawn);
    else
      made_.chance = by_chance_.answer(drawn);
    made_.asked.diagnostics.append(drawn);
    if (drawn.has_errors()) made_.asked.value.reset();
    return share;
  }

  struct Held {
    PortfolioEntry entry;
    Portfolio::Read read;
  };

  const SimulateOptions& options_;
  Session& session_;
  FolderAnswer made_;
  PortfolioFolder folder_;
  ContractPaths paths_;
  KeptPortfolio kept_;
  ByChance by_chance_;
  std::optional<Portfolio> portfolio_;
  std::deque<Held> held_;
  std::set<std::string> counted_;  ///< files of a share whose contract counts, by chance
};

}  // namespace

Status simulate_folder(const SimulateOptions& options, const AskedFrame& frame, Session& session) {
  Diagnostics refused = wrong_with_share(options, session);
  Loaded<Scenario> scenario = load_scenarios(options.scenarios, frame.months());
  if (refused.has_errors()) {
    session.print(refused, session.language());
    return Status::usage;
  }
  if (!scenario.ok()) {
    session.print(scenario.diagnostics, session.language());
    return Status::invalid;
  }
  return FolderOfContracts(options, frame, std::move(scenario), session).run();
}

}  // namespace pricetalk
