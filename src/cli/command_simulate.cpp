#include <algorithm>
#include <ostream>
#include <set>

#include "answer/delivery_cost.hpp"
#include "chance/one_path.hpp"
#include "cli/actuals.hpp"
#include "cli/asked_files.hpp"
#include "cli/asked_frame.hpp"
#include "cli/by_chance.hpp"
#include "cli/command_simulate_folder.hpp"
#include "cli/commands.hpp"
#include "cli/contract_folder.hpp"
#include "cli/ledger_files.hpp"
#include "cli/load.hpp"
#include "cli/load_scenarios.hpp"
#include "cli/path_printer.hpp"
#include "cli/progress.hpp"
#include "cli/simulation_charts.hpp"
#include "cli/simulation_printer.hpp"
#include "cli/trial_note.hpp"
#include "cli/typed_figures.hpp"
#include "report/csv_paths.hpp"
#include "report/json_simulation.hpp"
#include "report/periods_text.hpp"
#include "scenario/named.hpp"

namespace pricetalk {

namespace {

Status refuse_path(Session& session) {
  Diagnostics problems;
  problems.error("U0005", {},
                 {"--path is of contracts that are named one by one",
                  "--path is voor contracten die een voor een worden genoemd"},
                 {"name the contract file", "noem het contractbestand"});
  session.print(problems, session.language());
  return Status::usage;
}

/// The scenario with one path of each random future, drawn for all contracts together.
std::optional<OnePath> one_path(const Scenario& scenario, const std::vector<ContractFile>& files,
                                std::uint64_t path, Date today, Diagnostics& problems) {
  std::set<std::string> named;
  Library known;
  for (const ContractFile& file : files) {
    named.merge(series_named(file.contract));
    std::vector<Series> figures;
    for (const auto& series : file.library.all()) figures.push_back(*series);
    known = known.with(std::move(figures), file.contract.sources);
  }
  auto made = on_path(scenario, known, {named.begin(), named.end()}, today, path);
  problems.append(made.diagnostics);
  return std::move(made.value);
}

void print_drawn(const std::optional<OnePath>& path, Session& session, Language language) {
  if (!path) return;
  for (const auto& [future, words] : path->drawn)
    session.out() << say(language, "Future ", "Toekomst ") << future << ": " << words.in(language)
                  << ".\n";
}

/// Contracts that were named one by one, from files to answers.
class NamedContracts {
 public:
  NamedContracts(const SimulateOptions& options, const AskedFrame& frame, Session& session)
      : options_(options), frame_(frame), session_(session) {}

  Status run() {
    load();
    if (!problems_.has_errors() && scenario_.value) simulate_all();
    const bool made = !problems_.has_errors();
    if (made) problems_.append(write_ledger());
    if (made && !options_.charts.empty()) problems_.append(write_charts());
    problems_.append(of_invoices_);
    session_.print(problems_, language_);
    if (!made) return Status::invalid;
    if (session_.json())
      session_.out() << simulation_json(
          made_, session_.today(), session_.today_from_clock(),
          {asks_invoices() ? &actuals_.rows : nullptr, chance_ ? &*chance_ : nullptr,
           path_ ? path_->drawn : std::vector<std::pair<std::string, Phrase>>{},
           typed_figures(session_.figures())});
    else
      print();
    return status();
  }

 private:
  bool asks_invoices() const { return !options_.invoices.empty(); }

  void load() {
    for (const std::string& path : options_.contracts) {
      auto loaded = load_contract(path, session_.figures(), session_.today());
      if (options_.contracts.size() > 1)
        loaded.diagnostics.drop_if([](const Diagnostic& each) { return each.code == "I0507"; });
      problems_.append(loaded.diagnostics);
      if (!loaded.ok()) continue;
      note_trials(loaded.value->contract, loaded.value->library, session_.today(), problems_);
      files_.push_back(std::move(*loaded.value));
    }
    if (options_.contracts.size() > 1) tell_unread_figures(files_, session_.figures(), problems_);
    language_ = session_.language(
        files_.empty() ? std::nullopt : std::optional(files_.front().contract.language()));
    scenario_ = load_scenarios(options_.scenarios, frame_.months());
    problems_.append(scenario_.diagnostics);
  }

  void simulate_all() {
    std::vector<const Contract*> contracts;
    for (const ContractFile& file : files_) contracts.push_back(&file.contract);
    check_all_names();
    if (options_.path)
      path_ = one_path(*scenario_.value, files_, *options_.path, session_.today(), problems_);
    if (path_) scenario_.value = path_->scenario;
    stated_ = without_chance(*scenario_.value);
    if (problems_.has_errors()) return;
    if (asks_invoices())
      actuals_ = load_actuals(options_.invoices, options_.columns, contracts, of_invoices_);
    Progress progress(session_, {"contracts simulated", "contracten doorgerekend"}, language_);
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (problems_.has_errors()) return;
      Frame frame{session_.today(), {}, frame_.days(scenario_.value->months.value), {}};
      if (asks_invoices()) frame.actuals = actuals_.rows.of[i];
      Loaded<Simulation> simulated =
          simulate(files_[i].contract, files_[i].library, stated_, frame);
      problems_.append(simulated.diagnostics);
      if (!simulated.value) continue;
      note_cover(files_[i].contract, frame, *simulated.value);
      made_.push_back(std::move(*simulated.value));
      progress.done(i + 1, files_.size());
    }
    if (!problems_.has_errors()) ask_by_chance();
  }

  void check_all_names() {
    NamesKnown names;
    for (const ContractFile& file : files_) {
      ContractNames own = ContractNames::of(file.contract);
      own.follow(file.library);
      names.add(own, fits_of(*scenario_.value, file.contract, session_.today()));
    }
    check_names(*scenario_.value, names, problems_);
  }

  void ask_by_chance() {
    ByChance chance(*scenario_.value, options_, session_.today(),
                    frame_.days(scenario_.value->months.value));
    for (std::size_t i = 0; i < files_.size(); ++i)
      chance.add(files_[i].contract, files_[i].library, files_[i].path, files_[i].figures,
                 asks_invoices() ? actuals_.rows.of[i] : nullptr);
    chance_ = chance.answer(problems_);
    if (chance_ && !options_.chance_csv.empty())
      problems_.append(write_file(options_.chance_csv, paths_csv(*chance_)));
  }

  void note_cover(const Contract& contract, const Frame& frame, const Simulation& simulation) {
    if (frame.actuals)
      covers_.push_back(
          {&contract, cover_of(contract, *frame.actuals, {simulation.first, simulation.last})});
  }

  Diagnostics write_charts() {
    FolderContents charts = charts_of(made_, stated_, language_);
    if (chance_) charts.merge(charts_of(*chance_, *scenario_.value, false, language_));
    return write_folder(options_.charts, charts);
  }

  Diagnostics write_ledger() {
    if (options_.csv.empty() && options_.xlsx.empty()) return {};
    TagNames tags;
    std::vector<LedgerOwner> owners;
    for (const ContractFile& file : files_) {
      const Contract& contract = file.contract;
      owners.push_back({contract.id, contract.title, {}, contract.currency, contract.vat});
      if (!contract.terms.contract.tags) continue;
      owners.back().tags = contract.terms.contract.tags->value.values;
      for (const auto& [name, value] : owners.back().tags) tags.insert(name);
    }
    LedgerFiles ledger(options_.csv, options_.xlsx, std::move(tags), session_.today(), language_);
    for (std::size_t i = 0; i < made_.size(); ++i) add_contract(ledger, owners[i], made_[i]);
    return std::move(ledger).finish();
  }

  /// Where an alternative is not about the contract, it counts as it is.
  void add_contract(LedgerFiles& ledger, const LedgerOwner& owner, const Simulation& simulation) {
    std::vector<std::string> alternatives{std::string(as_it_is)};
    for (const Alternative& alternative : scenario_.value->alternatives)
      alternatives.push_back(alternative.id);
    for (const Future& future : stated_.futures)
      for (const std::string& alternative : alternatives) {
        const Run* own = simulation.find(future.id, alternative);
        const Run& run = own != nullptr ? *own : *simulation.find(future.id, as_it_is);
        for (const PlainRow& row : plain_rows(run, 0))
          each_line(owner, row, {future.id, alternative, own != nullptr},
                    [&](const LedgerLine& line) { ledger.add(line); });
      }
  }

  void print() {
    const SimulationLayout layout{session_.columns(), options_.wide, frame_.days(1).has_value()};
    session_.print_today(language_);
    print_typed(typed_figures(session_.figures()), session_.out(), language_);
    print_drawn(path_, session_, language_);
    for (std::size_t i = 0; i < made_.size(); ++i) {
      if (i > 0) session_.out() << "\n";
      print_simulation(made_[i], stated_, layout, session_.out(), language_);
      print_costs_after_delivery(made_[i]);
      if (chance_)
        print_paths(*chance_, chance_->contracts[i], *scenario_.value, session_.out(), language_);
    }
    if (made_.size() > 1 && !made_.front().runs.empty())
      print_joint(made_, layout, session_.out(), language_);
    if (made_.size() > 1 && chance_)
      print_paths_together(*chance_, *scenario_.value, session_.out(), language_);
    if (asks_invoices()) print_actuals(actuals_, covers_, session_.out(), language_);
  }

  /// Who bears what is not as agreed, where a future says when it shows.
  void print_costs_after_delivery(const Simulation& simulation) {
    for (const std::string& future : simulation.futures)
      for (const DeliveryCost& each : costs_after_delivery(*simulation.find(future, as_it_is)))
        session_.out() << delivery_cost_text(each, language_);
  }

  Status status() const {
    if (problems_.has_errors()) return Status::invalid;
    const bool open = std::any_of(made_.begin(), made_.end(), any_open);
    if (open || actuals_.rows.left_rows() > 0) return Status::findings;
    return Session::status_of(problems_);
  }

  const SimulateOptions& options_;
  const AskedFrame& frame_;
  Session& session_;
  Diagnostics problems_;
  Diagnostics of_invoices_;  ///< broken rows are told, and the others count
  Language language_ = Language::en;
  std::vector<ContractFile> files_;
  Loaded<Scenario> scenario_;
  Scenario stated_;  ///< without the futures that are random
  std::optional<OnePath> path_;
  std::optional<PathAnswer> chance_;
  LoadedActuals actuals_;
  std::vector<CoveredContract> covers_;
  std::vector<Simulation> made_;
};

Diagnostics files_asked_twice(const SimulateOptions& options, const Session& session) {
  AskedFiles asked{{{"--csv", options.csv},
                    {"--xlsx", options.xlsx},
                    {"--csv-totals", options.csv_totals},
                    {"--chance-csv", options.chance_csv},
                    {"--charts", options.charts}},
                   {{"--compiled", options.compiled}, {"--part", options.part}},
                   options.contracts};
  asked.also_read(options.scenarios);
  asked.also_read(options.invoices);
  asked.also_read({options.columns});
  asked.also_read(session.figures().paths);
  return asked_twice(asked);
}

}  // namespace

Status simulate(const SimulateOptions& options, Session& session) {
  const AskedFrame frame(options, session.today());
  Diagnostics wrong = frame.problems();
  if (!options.columns.empty() && options.invoices.empty())
    wrong.error("U0003", {}, {"--invoices is missing", "--invoices ontbreekt"},
                {"--columns says how the columns of invoices are called",
                 "--columns zegt hoe de kolommen van facturen heten"});
  wrong.append(files_asked_twice(options, session));
  if (!wrong.empty()) {
    session.print(wrong, session.language());
    return Status::usage;
  }
  if (!options.csv_totals.empty() || !options.compiled.empty() || options.shard ||
      !options.part.empty() || any_folder(options.contracts)) {
    if (!options.path) return simulate_folder(options, frame, session);
    return refuse_path(session);
  }
  return NamedContracts(options, frame, session).run();
}

}  // namespace pricetalk
