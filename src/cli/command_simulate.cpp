#include <algorithm>
#include <ostream>
#include <set>

#include "chance/one_path.hpp"
#include "cli/by_chance.hpp"
#include "cli/command_simulate_folder.hpp"
#include "cli/commands.hpp"
#include "cli/contract_folder.hpp"
#include "cli/load.hpp"
#include "cli/load_scenarios.hpp"
#include "cli/simulation_charts.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/simulation/simulate.hpp"
#include "report/json_simulation.hpp"
#include "report/table.hpp"
#include "scenario/named.hpp"

namespace pricetalk {

namespace {

/// What stays undetermined in the tables, each reason once.
class OpenReasons {
 public:
  void add(const Total& total, Language language) {
    if (total.figure) return;
    for (const Reason& reason : total.figure.why().reasons()) {
      const std::string& text = reason.text.in(language);
      if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
    }
  }
  std::vector<std::string> texts;
};

std::string amount_text(const Total& total, Language language) {
  return known_text(total, language);
}

std::string name_of(const std::string& alternative, Language language) {
  return name_of_alternative(alternative, language);
}

std::string vat_text(Vat vat, Language language) {
  return vat == Vat::excluded ? say(language, "without VAT", "zonder btw")
                              : say(language, "with VAT", "met btw");
}

std::string year_title(const YearTotal& year, Language language) {
  const int months = year.total.months_contracted + year.total.months_renewal;
  std::string title = year.label;
  if (months != 12) title += " (" + std::to_string(months) + say(language, " mo)", " mnd)");
  if (year.total.months_contracted == 0)
    title += "*";
  else if (year.total.months_renewal != 0)
    title += "**";
  return title;
}

/// The alternatives of one future side by side.
Table table_of(const Simulation& simulation, const std::string& future, OpenReasons& open,
               Language language) {
  const Run& first = *simulation.find(future, as_it_is);
  const bool renews = first.total.months_renewal != 0;
  const bool compares = simulation.alternatives.size() > 1;
  Table table;
  const auto column = [&](std::string title) {
    table.columns.push_back({std::move(title), Table::Align::right});
  };
  table.columns.push_back({"", Table::Align::left});
  for (const YearTotal& year : first.calendar_years) column(year_title(year, language));
  column(say(language, "contracted", "volgens contract"));
  if (renews) column(say(language, "with renewal", "met verlenging"));
  if (compares) column(say(language, "difference", "verschil"));
  if (simulation.discount_rate) column(say(language, "present value", "contante waarde"));
  if (simulation.discount_rate && compares)
    column(say(language, "difference now", "verschil contant"));
  for (const std::string& alternative : simulation.alternatives) {
    const Run& run = *simulation.find(future, alternative);
    std::vector<std::string> cells = {name_of(alternative, language)};
    const auto add = [&](const Total& total) {
      cells.push_back(amount_text(total, language));
      open.add(total, language);
    };
    const auto add_difference = [&](const Total& total) {
      if (!compares) return;
      if (alternative == as_it_is)
        cells.emplace_back();
      else
        add(total);
    };
    for (const YearTotal& year : run.calendar_years) add(year.total.with_renewal);
    add(run.total.contracted);
    if (renews) add(run.total.with_renewal);
    add_difference(run.difference.with_renewal);
    if (run.present_value) add(*run.present_value);
    if (run.present_value) add_difference(*run.present_value_difference);
    table.row(std::move(cells));
  }
  return table;
}

std::string bearer_text(const std::optional<Side>& bearer, Language language) {
  if (!bearer) return {};
  if (*bearer == Side::supplier)
    return say(language, ", for the supplier", ", voor de leverancier");
  return say(language, ", for the customer", ", voor de klant");
}

/// Expected costs and the market level, of the contract as it is.
void print_beside(const Run& run, OpenReasons& open, Session& session, Language language) {
  if (run.beside.empty()) return;
  const bool renews = run.total.months_renewal != 0;
  Table table;
  table.columns = {
      {say(language, "beside the price, not added to it", "naast de prijs, niet meegeteld"),
       Table::Align::left},
      {say(language, "contracted", "volgens contract"), Table::Align::right}};
  if (renews)
    table.columns.push_back({say(language, "with renewal", "met verlenging"), Table::Align::right});
  for (const BesideTotal& beside : run.beside) {
    std::vector<std::string> cells = {
        words(beside.kind).in(language) + bearer_text(beside.bearer, language),
        amount_text(beside.total.contracted, language)};
    if (renews) cells.push_back(amount_text(beside.total.with_renewal, language));
    table.row(std::move(cells));
    open.add(beside.total.with_renewal, language);
    if (!beside.same_lines) continue;
    cells = {say(language, "the same lines at the contract's price",
                 "dezelfde regels tegen de contractprijs"),
             amount_text(beside.same_lines->contracted, language)};
    if (renews) cells.push_back(amount_text(beside.same_lines->with_renewal, language));
    table.row(std::move(cells));
  }
  session.out() << "\n" << as_text(table);
  std::vector<std::string> remarks;
  for (const LedgerRow& row : run.ledger.rows) {
    if (row.remark.empty()) continue;
    const std::string text = words(row.kind).in(language) + ": " + row.remark.in(language);
    if (std::find(remarks.begin(), remarks.end(), text) == remarks.end()) remarks.push_back(text);
  }
  for (const std::string& remark : remarks) session.out() << remark << "\n";
}

void print_heading(const Simulation& simulation, Session& session, Language language) {
  session.out() << simulation.title << " (" << simulation.contract << ")\n"
                << date_text(simulation.first, language) << say(language, " to ", " tot en met ")
                << date_text(simulation.last, language) << ", " << simulation.months
                << say(language, " months", " maanden") << "; "
                << say(language, "amounts in ", "bedragen in ") << simulation.currency.code() << " "
                << vat_text(simulation.vat, language);
  if (simulation.discount_rate) {
    const std::string rate = decimal_text(simulation.discount_rate->of_hundred, language);
    session.out() << say(language, "; present value at ", "; contante waarde tegen ") << rate
                  << say(language, "% a year, each twelve months paid at their end",
                         "% per jaar, betaald aan het eind van elke twaalf maanden");
  }
  session.out() << "\n";
}

void print_renewal(const Simulation& simulation, Session& session, Language language) {
  if (simulation.runs.empty()) return;
  if (!simulation.contract_end) {
    session.out() << say(language,
                         "The contract has no end date: all months count as contracted.\n",
                         "Het contract heeft geen einddatum: alle maanden tellen als contract.\n");
    return;
  }
  const SplitTotal& total = simulation.runs.front().total;
  if (total.months_renewal == 0) return;
  session.out() << say(language, "* assumes renewal on the same terms after ",
                       "* gaat uit van verlenging op dezelfde voorwaarden na ")
                << date_text(*simulation.contract_end, language)
                << say(language, "; ** in part.\n", "; ** voor een deel.\n");
}

void print(const Simulation& simulation, const Scenario& scenario, Session& session,
           Language language) {
  print_heading(simulation, session, language);
  OpenReasons open;
  for (const Future& future : scenario.futures) {
    session.out() << "\n" << say(language, "Future ", "Toekomst ") << future.id;
    if (!future.note.empty()) session.out() << ": " << future.note;
    session.out() << "\n" << as_text(table_of(simulation, future.id, open, language));
    print_beside(*simulation.find(future.id, as_it_is), open, session, language);
    print_whole_cost(simulation, future.id, session.out(), language);
  }
  print_futures(simulation, session.out(), language);
  if (!simulation.runs.empty()) session.out() << "\n";
  print_renewal(simulation, session, language);
  for (const std::string& name : simulation.left_out)
    session.out() << say(language, "Not about this contract: ", "Gaat niet over dit contract: ")
                  << name << "\n";
  if (!open.texts.empty())
    session.out() << say(language, "+ ?: what is known; the rest is not known yet.\n",
                         "+ ?: wat bekend is; de rest is nog niet te bepalen.\n");
  for (const std::string& text : open.texts)
    session.out() << say(language, "Not known yet: ", "Nog niet te bepalen: ") << text << "\n";
}

void print_joint(const std::vector<Simulation>& simulations, Session& session, Language language) {
  Table table;
  table.columns = {{say(language, "all contracts", "alle contracten"), Table::Align::left},
                   {say(language, "future", "toekomst"), Table::Align::left},
                   {say(language, "alternative", "alternatief"), Table::Align::left},
                   {say(language, "contracted", "volgens contract"), Table::Align::right},
                   {say(language, "with renewal", "met verlenging"), Table::Align::right},
                   {say(language, "difference", "verschil"), Table::Align::right},
                   {say(language, "about", "gaat over"), Table::Align::right}};
  for (const JointTotal& joint : joint_totals(simulations))
    table.row({std::to_string(joint.contracts) + " x " + std::string(joint.currency.code()) + " " +
                   vat_text(joint.vat, language),
               joint.future, name_of(joint.alternative, language),
               amount_text(joint.total.contracted, language),
               amount_text(joint.total.with_renewal, language),
               joint.alternative == as_it_is ? std::string()
                                             : amount_text(joint.difference.with_renewal, language),
               joint.alternative == as_it_is
                   ? std::string()
                   : std::to_string(joint.about) + say(language, " of ", " van ") +
                         std::to_string(joint.contracts)});
  session.out() << "\n" << as_text(table);
}

std::optional<PathAnswer> by_chance(const std::vector<ContractFile>& files,
                                    const Scenario& scenario, const SimulateOptions& options,
                                    const Session& session, Diagnostics& problems) {
  ByChance chance(scenario, options, session.today());
  for (const ContractFile& file : files)
    chance.add(file.contract, file.library, file.path, file.figures);
  return chance.answer(problems);
}

Status refuse_path(Session& session) {
  Diagnostics problems;
  problems.error("U0005", {},
                 {"--path is of contracts that are named one by one, without --csv",
                  "--path is voor contracten die een voor een worden genoemd, zonder --csv"},
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

/// What is not known yet is a finding.
Status status_of(const std::vector<Simulation>& simulations, const Diagnostics& problems) {
  for (const Simulation& simulation : simulations)
    if (std::any_of(simulation.runs.begin(), simulation.runs.end(),
                    [](const Run& run) { return run.open(); }))
      return Status::findings;
  return Session::status_of(problems);
}

}  // namespace

Status simulate(const SimulateOptions& options, Session& session) {
  if (!options.csv.empty() || !options.compiled.empty() || options.shard || !options.part.empty() ||
      any_folder(options.contracts)) {
    if (!options.path) return simulate_folder(options, session);
    return refuse_path(session);
  }
  Diagnostics problems;
  std::vector<ContractFile> files;
  for (const std::string& path : options.contracts) {
    auto loaded = load_contract(path, session.figures(), session.today());
    problems.append(loaded.diagnostics);
    if (loaded.ok()) files.push_back(std::move(*loaded.value));
  }
  const Language language = session.language(
      files.empty() ? std::nullopt : std::optional(files.front().contract.language()));
  Loaded<Scenario> scenario = load_scenarios(options.scenarios);
  problems.append(scenario.diagnostics);
  std::vector<Simulation> made;
  std::optional<PathAnswer> chance;
  std::optional<OnePath> path;
  if (!problems.has_errors() && scenario.value) {
    NamesKnown names;
    for (const ContractFile& file : files) {
      ContractNames own = ContractNames::of(file.contract);
      own.follow(file.library);
      names.add(own, fits_of(*scenario.value, file.contract, session.today()));
    }
    check_names(*scenario.value, names, problems);
    if (options.path)
      path = one_path(*scenario.value, files, *options.path, session.today(), problems);
    if (path) scenario.value = path->scenario;
    const Scenario stated = without_chance(*scenario.value);
    for (const ContractFile& file : files) {
      if (problems.has_errors()) break;
      Loaded<Simulation> simulated = simulate(file.contract, file.library, stated, session.today());
      problems.append(simulated.diagnostics);
      if (simulated.value) made.push_back(std::move(*simulated.value));
    }
    if (!problems.has_errors())
      chance = by_chance(files, *scenario.value, options, session, problems);
  }
  if (!options.charts.empty() && !problems.has_errors() && scenario.value)
    problems.append(write_folder(options.charts, charts_of(made, *scenario.value, language)));
  session.print(problems, language);
  if (problems.has_errors()) return Status::invalid;
  if (session.json()) {
    session.out() << simulation_json(
        made, session.today(), session.today_from_clock(), chance ? &*chance : nullptr,
        path ? path->drawn : std::vector<std::pair<std::string, Phrase>>{});
    return status_of(made, problems);
  }
  session.print_today(language);
  print_drawn(path, session, language);
  for (std::size_t i = 0; i < made.size(); ++i) {
    if (i > 0) session.out() << "\n";
    print(made[i], without_chance(*scenario.value), session, language);
    if (chance)
      print_paths(*chance, chance->contracts[i], *scenario.value, session.out(), language);
  }
  if (made.size() > 1 && !made.front().runs.empty()) print_joint(made, session, language);
  if (made.size() > 1 && chance)
    print_paths_together(*chance, *scenario.value, session.out(), language);
  return status_of(made, problems);
}

}  // namespace pricetalk
