#include <algorithm>
#include <ostream>

#include "cli/asked_files.hpp"
#include "cli/commands.hpp"
#include "cli/contract_folder.hpp"
#include "cli/frozen_folder.hpp"
#include "cli/load_scenarios.hpp"
#include "pricetalk/cli/run.hpp"
#include "pricetalk/simulation/simulate.hpp"
#include "report/bridge_report.hpp"
#include "store/frozen_amounts.hpp"

namespace pricetalk {

namespace {

constexpr std::size_t screen_width = 100;

/// A frozen run as it was read.
struct ReadRun {
  std::string folder;
  Manifest manifest;
  Scenario scenario;
  BridgeRun run;
};

std::string name_of(const std::string& folder) {
  std::string made = folder;
  while (made.size() > 1 && made.ends_with('/')) made.pop_back();
  return made.substr(made.find_last_of('/') + 1);
}

std::optional<ReadRun> read_run(const std::string& folder, Diagnostics& problems) {
  const Loaded<Manifest> manifest = load_manifest(folder);
  problems.append(manifest.diagnostics);
  if (!manifest.value) return std::nullopt;
  problems.append(not_as_frozen(folder, *manifest.value));
  const FrozenRequest request = request_of(folder, *manifest.value);
  problems.append(request.frame().problems());
  const Loaded<Scenario> scenario = load_scenarios(request.scenarios, request.frame().months());
  if (problems.has_errors() || !scenario.value) return std::nullopt;
  ReadRun made{folder, *manifest.value, *scenario.value, {}};
  made.run.days = request.frame().days(scenario.value->months.value);
  return made;
}

bool has_future(const Scenario& scenario, const std::string& id) {
  return std::any_of(scenario.futures.begin(), scenario.futures.end(),
                     [&](const Future& future) { return future.id == id; });
}

bool has_alternative(const Scenario& scenario, const std::string& id) {
  return id == as_it_is ||
         std::any_of(scenario.alternatives.begin(), scenario.alternatives.end(),
                     [&](const Alternative& alternative) { return alternative.id == id; });
}

std::string names_of(const Scenario& scenario, bool futures) {
  std::string made = futures ? "" : std::string(as_it_is);
  const auto add = [&](const std::string& id) { made += (made.empty() ? "" : ", ") + id; };
  if (futures)
    for (const Future& each : scenario.futures) add(each.id);
  else
    for (const Alternative& each : scenario.alternatives) add(each.id);
  return made;
}

void not_in_both(const std::string& asked, const ReadRun& before, const ReadRun& after,
                 bool futures, Diagnostics& problems) {
  const Phrase what = futures ? Phrase{"future", "toekomst"} : Phrase{"alternative", "alternatief"};
  const Phrase title =
      asked.empty() ? Phrase{"the two runs have no " + what.en + " in common",
                             "de twee berekeningen hebben geen " + what.nl + " gemeen"}
                    : Phrase{"there is no " + what.en + " '" + asked + "' in both runs",
                             "er is geen " + what.nl + " '" + asked + "' in beide berekeningen"};
  const std::string names = name_of(before.folder) + ": " + names_of(before.scenario, futures) +
                            "; " + name_of(after.folder) + ": " + names_of(after.scenario, futures);
  problems.error("B0201", {}, title, same(names));
}

bool is_by_chance(const Scenario& scenario, const std::string& id) {
  return std::any_of(scenario.futures.begin(), scenario.futures.end(),
                     [&](const Future& future) { return future.id == id && future.random; });
}

/// Percentiles of causes do not add up to the percentile of their sum.
void no_bridge_of_chance(const std::string& id, Diagnostics& problems) {
  problems.error(
      "B0203", {},
      {"future '" + id + "' is by chance: it has percentiles and no one amount",
       "toekomst '" + id + "' volgt het toeval: die heeft percentielen en niet één bedrag"},
      {"freeze a future that is stated beside it, and name that one with --future",
       "leg er een toekomst naast vast die vaststaat, en noem die met --future"});
}

/// The future that was asked, else the first that both runs have.
std::string chosen_future(const std::string& asked, const ReadRun& before, const ReadRun& after,
                          Diagnostics& problems) {
  std::string by_chance;
  for (const Future& each : before.scenario.futures) {
    if ((!asked.empty() && each.id != asked) || !has_future(after.scenario, each.id)) continue;
    if (!each.random && !is_by_chance(after.scenario, each.id)) return each.id;
    if (by_chance.empty()) by_chance = each.id;
  }
  if (!by_chance.empty()) {
    no_bridge_of_chance(by_chance, problems);
    return {};
  }
  not_in_both(asked, before, after, true, problems);
  return {};
}

/// Reads the contracts of a run, and what they cost in one future and alternative.
void read_contracts(ReadRun& read, const BridgeReport& report, std::size_t jobs) {
  const FrozenRequest request = request_of(read.folder, read.manifest);
  read.run.today = read.manifest.today;
  read.run.program = read.manifest.program;
  read.run.scenario = read.scenario;
  std::erase_if(read.run.scenario.futures,
                [&](const Future& each) { return each.id != report.future; });
  std::erase_if(read.run.scenario.alternatives,
                [&](const Alternative& each) { return each.id != report.alternative; });
  const auto result = read_source(read.folder + "/result.csv", {}, max_publication_bytes);
  if (!result.value) return;
  const auto costs = read_frozen_costs(*result.value, report.future, report.alternative);
  std::map<std::string, std::shared_ptr<const Library>> libraries;
  Diagnostics said_before;
  ContractFolder folder(request.figures, said_before, {}, jobs);
  folder.each(request.contracts, [&](ContractFile file) {
    const auto cost = costs.find(file.contract.id);
    if (cost == costs.end()) return;
    BridgeContract one;
    for (const auto& [year, amounts] : cost->second.years)
      one.frozen = one.frozen + report.amount.of(year, amounts.contracted, amounts.renewal);
    one.open = cost->second.open;
    auto& shared = libraries[file.figures];
    const bool own = !file.contract.own_series.empty();
    if (own || !shared) one.library = std::make_shared<const Library>(std::move(file.library));
    if (!own && !shared) shared = one.library;
    if (!own) one.library = shared;
    one.contract = std::move(file.contract);
    read.run.contracts.push_back(std::move(one));
  });
  if (request.invoices.empty()) return;
  std::vector<const Contract*> contracts;
  for (const BridgeContract& each : read.run.contracts) contracts.push_back(&each.contract);
  const LoadedActuals actuals =
      load_actuals(request.invoices, request.columns, contracts, said_before);
  for (std::size_t i = 0; i < contracts.size(); ++i)
    read.run.contracts[i].actuals = actuals.rows.of[i];
}

bool covers(const ReadRun& read, int year) {
  if (const auto& days = read.run.days)
    return days->first.year() <= year && year <= days->second.year();
  const int first = read.manifest.today.plus_days(1).year();
  const Date last = read.manifest.today + Duration{read.scenario.months.value + 1, Unit::month};
  return first <= year && year <= last.year();
}

void check_year(const BridgeAmount& amount, const ReadRun& before, const ReadRun& after,
                Diagnostics& problems) {
  for (const ReadRun* read : {&before, &after})
    if (amount.year && !covers(*read, *amount.year))
      problems.error(
          "B0202", {},
          {name_of(read->folder) + " has no amounts of " + std::to_string(*amount.year),
           name_of(read->folder) + " heeft geen bedragen van " + std::to_string(*amount.year)},
          {"name a year that both runs cover", "noem een jaar waarover beide berekeningen gaan"});
}

/// A drawing for each sum: beside the first one, those of other currencies have their code.
Diagnostics write_bridge_charts(const std::string& path, const BridgeReport& report,
                                Language language) {
  Diagnostics problems;
  bool first = true;
  for (const BridgeTotal& total : bridge_totals(report.rows)) {
    const std::string code =
        std::string(total.currency.code()) + (total.vat == Vat::included ? "-vat" : "");
    const std::size_t dot = path.ends_with(".svg") ? path.size() - 4 : path.size();
    const std::string name = first ? path : path.substr(0, dot) + "-" + code + path.substr(dot);
    problems.append(write_file(name, bridge_chart(report, total, language)));
    first = false;
  }
  return problems;
}

std::optional<int> year_of(const std::string& text, Diagnostics& problems) {
  if (text.empty()) return std::nullopt;
  const auto number = Decimal::parse(text);
  if (number && number->scale() == 0 && number->mantissa() >= 1900 && number->mantissa() <= 2999)
    return static_cast<int>(number->mantissa());
  problems.error("U0004", {},
                 {"--year takes a year, and '" + text + "' is none",
                  "--year vraagt een jaar, en '" + text + "' is er geen"},
                 {"write --year 2026", "schrijf --year 2026"});
  return std::nullopt;
}

}  // namespace

Status bridge(const BridgeOptions& options, Session& session) {
  const Language language = session.language();
  Diagnostics problems;
  BridgeReport report;
  report.amount = {year_of(options.year, problems), options.contracted};
  problems.append(asked_twice(
      {{{"--csv", options.csv}, {"--chart", options.chart}}, {}, {options.before, options.after}}));
  if (problems.has_errors()) {
    session.print(problems, language);
    return Status::usage;
  }
  auto before = read_run(options.before, problems);
  auto after = read_run(options.after, problems);
  if (before && after) {
    report.future = chosen_future(options.future, *before, *after, problems);
    report.alternative = options.alternative.empty() ? as_it_is : options.alternative;
    if (!has_alternative(before->scenario, report.alternative) ||
        !has_alternative(after->scenario, report.alternative))
      not_in_both(report.alternative, *before, *after, false, problems);
    check_year(report.amount, *before, *after, problems);
  }
  if (!before || !after || problems.has_errors()) {
    session.print(problems, language);
    return Status::invalid;
  }
  report.before = {name_of(before->folder), before->manifest};
  report.after = {name_of(after->folder), after->manifest};
  if (!options.by.empty()) report.tag = options.by;
  if (options.details > 0) report.details = options.details;
  read_contracts(*before, report, options.jobs);
  read_contracts(*after, report, options.jobs);
  report.rows =
      bridge(before->run, after->run, report.amount, "pricetalk " + std::string(version()));
  if (!options.csv.empty()) problems.append(write_file(options.csv, bridge_csv(report)));
  if (!options.chart.empty()) problems.append(write_bridge_charts(options.chart, report, language));
  session.print(problems, language);
  session.out() << (session.json() ? bridge_json(report)
                                   : bridge_text(report, screen_width, language));
  return Session::status_of(problems);
}

}  // namespace pricetalk
