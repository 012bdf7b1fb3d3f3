#include "cli/gather.hpp"

#include "cli/load_invoices.hpp"
#include "cli/load_thresholds.hpp"
#include "cli/surcharge_note.hpp"
#include "cli/trial_note.hpp"
#include "files/files.hpp"

namespace pricetalk {

namespace {

/// The shipped futures, where a folder of them lies beside the contract's folder.
std::vector<std::string> shipped_scenarios(const std::string& contract) {
  std::vector<std::string> found;
  const std::string folder = path_beside(contract, "../scenarios");
  if (!is_folder(folder)) return found;
  for (const char* name : {"laag", "verwacht", "hoog"}) {
    const std::string path = folder + "/" + name + ".toml";
    const auto files = list_files(path, ".toml");
    if (files.value && !files.value->empty()) found.push_back(path);
  }
  return found;
}

std::optional<std::vector<Scenario>> scenarios_of(const TalkRequest& request,
                                                  Diagnostics& problems) {
  const std::vector<std::string> paths =
      request.scenarios.empty() ? shipped_scenarios(request.contract) : request.scenarios;
  std::vector<Scenario> read;
  for (const std::string& path : paths) {
    const auto source = read_source(path);
    problems.append(source.diagnostics);
    if (!source.value) return std::nullopt;
    auto scenario = read_scenario(*source.value);
    problems.append(scenario.diagnostics);
    if (!scenario.ok()) return std::nullopt;
    read.push_back(std::move(*scenario.value));
  }
  return read;
}

/// The rows of a talk; nothing where nobody looked at invoices.
using Rows = std::optional<std::vector<InvoiceLine>>;

/// Nothing at all where the files hold no row.
std::optional<Rows> rows_of(const TalkRequest& request, Diagnostics& problems) {
  if (request.rows != nullptr) return request.rows->empty() ? Rows() : Rows(*request.rows);
  if (request.invoices.empty()) return Rows();
  InvoiceFiles files = load_invoices(request.invoices, request.columns, problems);
  if (!files.any()) return std::nullopt;
  return Rows(std::move(files.rows));
}

}  // namespace

std::optional<Language> stated_language(const std::string& path) {
  const auto read = read_file(path);
  if (!read.value) return std::nullopt;
  constexpr std::string_view key = "jurisdiction";
  const std::string_view text = *read.value;
  for (auto at = text.find(key); at != std::string_view::npos; at = text.find(key, at + 1)) {
    const auto value = text.find_first_not_of(" \t=\"'", at + key.size());
    if (value == std::string_view::npos) break;
    const std::string_view land = text.substr(value, 2);
    return land == "NL" || land == "BE" ? Language::nl : Language::en;
  }
  return std::nullopt;
}

std::unique_ptr<Gathered> gather(const TalkRequest& request, const MoreFigures& more,
                                 Diagnostics& problems) {
  return gather(request, load_contract(request.contract, more), problems);
}

std::unique_ptr<Gathered> gather(const TalkRequest& request, Loaded<ContractFile> loaded,
                                 Diagnostics& problems) {
  problems.append(loaded.diagnostics);
  if (!loaded.ok()) return nullptr;
  auto made = std::make_unique<Gathered>();
  made->file = std::move(*loaded.value);
  note_trials(made->file.contract, made->file.library, request.options.today, problems);
  const auto rows = rows_of(request, problems);
  if (!rows) return nullptr;
  auto scenarios = scenarios_of(request, problems);
  if (!scenarios) return nullptr;
  TalkOptions options = request.options;
  options.thresholds = load_thresholds(request.thresholds, problems);
  auto talk = prepare(made->file.contract, made->file.library, std::move(*scenarios),
                      *rows ? &**rows : nullptr, options);
  problems.append(talk.diagnostics);
  if (!talk.value) return nullptr;
  made->talk = std::move(*talk.value);
  note_surcharges(made->talk->schedules, options.today, problems);
  return made;
}

}  // namespace pricetalk
