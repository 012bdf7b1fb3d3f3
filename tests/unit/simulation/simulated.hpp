#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "pricetalk/simulation/simulate.hpp"

namespace simulated {

using namespace pricetalk;
using Texts = std::vector<std::string>;

inline Date day(const char* text) { return *Date::parse(text); }

inline SourcePtr source(const char* name, std::string text) {
  return std::make_shared<const SourceText>(name, std::move(text));
}

inline Contract contract_of(std::string text) {
  Loaded<Contract> loaded = read_contract(source("contract.toml", std::move(text)));
  if (!loaded.value) throw std::runtime_error(render(loaded.diagnostics, Language::en));
  return std::move(*loaded.value);
}

inline Scenario scenario_of(std::string text) {
  Loaded<Scenario> loaded = read_scenario(source("scenario.toml", std::move(text)));
  if (!loaded.value) throw std::runtime_error(render(loaded.diagnostics, Language::en));
  return std::move(*loaded.value);
}

/// The figures that a contract carries itself.
inline Library library_of(const Contract& contract) {
  return Library().with(contract.own_series, contract.sources);
}

inline Simulation simulation_of(const Contract& contract, const Library& library,
                                const Scenario& scenario, const char* today) {
  Loaded<Simulation> loaded = simulate(contract, library, scenario, day(today));
  if (!loaded.value) throw std::runtime_error(render(loaded.diagnostics, Language::en));
  return std::move(*loaded.value);
}
inline Simulation simulation_of(const std::string& contract, const std::string& scenario,
                                const char* today) {
  const Contract made = contract_of(contract);
  return simulation_of(made, library_of(made), scenario_of(scenario), today);
}

/// A file of the repository.
inline std::string read_file(const std::string& path) {
  std::ifstream in(std::string(PRICETALK_ROOT) + "/" + path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (text.str().empty()) throw std::runtime_error(path + " is not there");
  return text.str();
}

/// The library of the examples: the named files of indices/.
inline Library examples(const std::vector<const char*>& names) {
  Library library;
  for (const char* name : names) {
    const SourcePtr file = source(name, read_file("indices/" + std::string(name) + ".toml"));
    library = library.with(*read_figures(file).value, {file});
  }
  return library;
}

inline std::string text(const Figure& figure) {
  return std::get<Money>(figure.value).amount.text();
}
/// "1234.00", or "?" with how many amounts are missing and what is known.
inline std::string text(const Total& total) {
  if (total.figure) return text(*total.figure);
  return "? " + std::to_string(total.open) + " missing, known " + text(total.known);
}
inline Texts text(const std::vector<YearTotal>& years) {
  Texts found;
  for (const YearTotal& year : years)
    found.push_back(year.label + " " + text(year.total.with_renewal));
  return found;
}
/// The amounts of one row, in order.
inline Texts amounts(const Run& run, LedgerKind kind, const char* line) {
  Texts found;
  const LedgerRow* row = run.ledger.find(kind, line);
  if (row == nullptr) return {"no such row"};
  for (const LedgerCell& cell : row->cells)
    found.push_back(cell.units ? run.ledger.money(*cell.units).amount.text() : "?");
  return found;
}

/// The first codes and titles of what is wrong.
inline Texts problems(const Diagnostics& diagnostics) {
  Texts found;
  for (const Diagnostic& d : diagnostics.sorted()) found.push_back(d.code + " " + d.title.en);
  return found;
}

/// A contract from 2025 on with one line `p`, made of these further keys and tables.
inline std::string line_contract(const std::string& keys, const std::string& tables = "") {
  return R"(schema = 1
[contract]
id = "T"
currency = "EUR"
start = 2025-01-01
end = 2026-12-31
[price.p]
price_date = 2025-01-01
)" + keys +
         "\n" + tables;
}

/// A scenario of so many months with one future `f` of these keys and tables.
inline std::string months(int count, const std::string& future = "") {
  return "schema = 1\n[scenario]\nid = \"s\"\nmonths = " + std::to_string(count) +
         "\n[future.f]\n" + future + "\n";
}

}  // namespace simulated
