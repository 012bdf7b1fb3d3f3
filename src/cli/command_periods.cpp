#include <ostream>
#include <span>

#include "advice/periods.hpp"
#include "answer/deliveries.hpp"
#include "cli/commands.hpp"
#include "cli/known_line.hpp"
#include "cli/load.hpp"
#include "cli/load_law.hpp"
#include "cli/load_scenarios.hpp"
#include "files/files.hpp"
#include "index/publication/opened_files.hpp"
#include "report/deliveries_text.hpp"
#include "report/json_periods.hpp"
#include "report/periods_text.hpp"

namespace pricetalk {

namespace {

/// What the options say of one delivery; with problems where they cannot be read.
DeliveryFacts facts_of(const PeriodsOptions& options, const Contract& contract,
                       Diagnostics& problems) {
  DeliveryFacts made;
  made.line = options.line.empty() ? nullptr : contract.find_line(options.line);
  if (made.line == nullptr && contract.lines.size() == 1) made.line = &contract.lines.front();
  made.bought = options.bought;
  if (options.delivered) made.delivered = *options.delivered;
  made.received = options.received;
  made.discovered = options.discovered;
  made.complained = options.complained;
  made.withdrawn = options.withdrawn;
  made.second_hand = options.second_hand;
  if (options.informed.empty()) return made;
  made.told = written_told(options.informed);
  if (!made.told)
    problems.error(
        "U0004", {},
        {"--informed takes yes, no, unknown or a day, and '" + options.informed + "' is not that",
         "--informed vraagt yes, no, unknown of een dag; '" + options.informed + "' is dat niet"},
        {"write --informed yes, or --informed 2026-01-31",
         "schrijf --informed yes, of --informed 2026-01-31"});
  return made;
}

/// One delivery and a list of them exclude each other.
Diagnostics asked_wrongly(const PeriodsOptions& options) {
  Diagnostics problems;
  const bool one = options.delivered || options.bought || options.received || options.discovered ||
                   options.complained || options.withdrawn || options.second_hand ||
                   !options.informed.empty() || !options.line.empty() || !options.scenarios.empty();
  if (options.deliveries.empty() && !options.delivered)
    problems.error("U0003", {}, {"--delivered is missing", "--delivered ontbreekt"},
                   {"write the day of delivery, --delivered 2026-01-31, or give a list with "
                    "--deliveries",
                    "schrijf de dag van de levering, --delivered 2026-01-31, of geef een lijst met "
                    "--deliveries"});
  if (!options.deliveries.empty() && one)
    problems.error("U0051", {},
                   {"--deliveries has the days of each delivery, and the options name those of one",
                    "--deliveries heeft de dagen van elke levering, en de opties noemen die van "
                    "één"},
                   {"leave one of them out", "laat een van beide weg"});
  return problems;
}

/// A question that stands in the way of every verdict.
void ask_for_the_law(const Contract& contract, const DeliveryPeriods& periods,
                     Diagnostics& problems) {
  if (periods.scope) return;
  problems.warning("L0315", contract.terms.contract.span, periods.questions.front(),
                   {"write jurisdiction = \"NL\" and audience = \"b2c\" or \"b2b\" under "
                    "[contract], or give the rules of the country with --law",
                    "schrijf jurisdiction = \"NL\" en audience = \"b2c\" of \"b2b\" onder "
                    "[contract], of geef de regels van het land met --law"});
}

/// What the futures expect of the delivery; nothing, with problems, where they cannot be used.
std::vector<DeliveryCost> costs_of(const PeriodsOptions& options, const ContractFile& file,
                                   const DeliveryPeriods& periods, Diagnostics& problems) {
  std::vector<DeliveryCost> made;
  if (options.scenarios.empty()) return made;
  if (periods.facts.line == nullptr) {
    problems.error("U0003", {}, {"--line is missing", "--line ontbreekt"},
                   {"what a delivery costs hangs on its price line",
                    "wat een levering kost, hangt af van haar prijsregel"});
    return made;
  }
  const Loaded<Scenario> scenario = load_scenarios(options.scenarios);
  problems.append(scenario.diagnostics);
  if (scenario.value) {
    const Contract* const contract = &file.contract;
    check_names(*scenario.value, std::span<const Contract* const>(&contract, 1), periods.today,
                problems);
  }
  if (!scenario.ok() || problems.has_errors()) return made;
  for (const Future& future : scenario.value->futures)
    made.push_back(delivery_cost(file.contract, file.library, periods, future));
  return made;
}

Status one_delivery(const PeriodsOptions& options, const ContractFile& file, const Law& law,
                    Session& session, Language language) {
  const Contract& contract = file.contract;
  if (!known_line(options.line, contract, session, language)) return Status::usage;
  Diagnostics problems;
  const DeliveryFacts facts = facts_of(options, contract, problems);
  for (FactProblem& each : fact_problems(contract, facts, session.today()))
    problems.error(each.code, {}, std::move(each.title), std::move(each.hint));
  if (problems.has_errors()) {
    session.print(problems, language);
    return Status::usage;
  }
  const DeliveryPeriods periods = delivery_periods(contract, law, facts, session.today());
  ask_for_the_law(contract, periods, problems);
  const std::vector<DeliveryCost> costs = costs_of(options, file, periods, problems);
  session.print(problems, language);
  if (problems.has_errors()) return Status::invalid;
  if (session.json()) {
    Json made{{"contract", contract.id},
              {"today", session.today().text()},
              {"today_from_clock", session.today_from_clock()}};
    made.update(periods_json(periods));
    if (!costs.empty()) made["expected_cost"] = Json::array();
    for (const DeliveryCost& cost : costs)
      made["expected_cost"].push_back(delivery_cost_json(cost));
    session.out() << printed(made);
  } else {
    session.print_today(language);
    session.out() << periods_text(contract, periods, language);
    for (const DeliveryCost& cost : costs) session.out() << delivery_cost_text(cost, language);
  }
  return Session::status_of(problems);
}

Status list_of_deliveries(const PeriodsOptions& options, const ContractFile& file, const Law& law,
                          Session& session, Language language) {
  Diagnostics problems;
  const auto source = read_source(options.deliveries);
  problems.append(source.diagnostics);
  std::vector<DeliveryRow> rows;
  if (source.value)
    for (const SourcePtr& text : publication::opened_lists(*source.value, problems))
      for (DeliveryRow& row : read_deliveries(text, file.contract, session.today(), problems))
        rows.push_back(std::move(row));
  if (rows.empty() && !problems.has_errors())
    problems.error("L0314", {},
                   {"'" + options.deliveries + "' holds no delivery",
                    "'" + options.deliveries + "' bevat geen levering"},
                   {"a list has a row for each below its headings",
                    "een lijst heeft voor elk een rij onder de kopjes"});
  const JudgedDeliveries made =
      judge_deliveries(file.contract, file.library, law, rows, session.today());
  if (!made.all.empty()) ask_for_the_law(file.contract, made.all.front().periods, problems);
  session.print(problems, language);
  if (made.all.empty()) return Status::invalid;
  if (session.json()) {
    session.out() << deliveries_json(made, session.today(), session.today_from_clock());
  } else {
    session.print_today(language);
    session.out() << deliveries_text(file.contract, made, session.today(), language);
  }
  return Session::status_of(problems);
}

}  // namespace

Status periods(const PeriodsOptions& options, Session& session) {
  Diagnostics problems = asked_wrongly(options);
  if (problems.has_errors()) {
    session.print(problems, session.language());
    return Status::usage;
  }
  const auto loaded = load_contract(options.contract, session.figures(), session.today());
  const Language language = session.language(
      loaded.value ? std::optional(loaded.value->contract.language()) : std::nullopt);
  problems.append(loaded.diagnostics);
  const std::optional<Law> law = load_law(options.law, problems);
  session.print(problems, language);
  if (!loaded.ok() || !law) return Status::invalid;
  return options.deliveries.empty()
             ? one_delivery(options, *loaded.value, *law, session, language)
             : list_of_deliveries(options, *loaded.value, *law, session, language);
}

}  // namespace pricetalk
