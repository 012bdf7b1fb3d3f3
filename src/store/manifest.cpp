#include "store/manifest.hpp"

#include <array>
#include <tuple>
#include <utility>

#include "document/reader.hpp"
#include "document/toml_text.hpp"
#include "files/digest.hpp"

namespace pricetalk {

/// `[[input]]` and `[[result]]`.
struct FrozenFileTerms : TableBase {
  Stated<std::string> file;
  Stated<std::int64_t> bytes;
  Stated<std::string> sha256;
};
template <>
struct Dictionary<FrozenFileTerms> {
  static constexpr std::string_view name = "input";
  static constexpr auto fields = std::tuple{
      field("file", &FrozenFileTerms::file, Need::required, "", "name in the folder",
            R"("inputs/contracts/a.toml")"),
      field("bytes", &FrozenFileTerms::bytes, Need::required, "", "its size", "1200"),
      field("sha256", &FrozenFileTerms::sha256, Need::required, "", "its digest",
            R"("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")"),
  };
};

/// `[run]`.
struct FrozenRunTerms : TableBase {
  Stated<std::string> program;
  Stated<Date> today;
  std::optional<Stated<std::string>> approved_by;
  std::vector<Stated<std::string>> contracts;
  std::vector<Stated<std::string>> scenarios;
  std::vector<Stated<std::string>> figures;
  std::vector<Stated<std::string>> figures_by_hand;
  std::optional<Stated<Date>> from;
  std::optional<Stated<Date>> until;
  std::optional<Stated<int>> months;
  std::vector<Stated<std::string>> invoices;
  std::optional<Stated<std::string>> columns;
  std::vector<Stated<std::string>> assumptions;
  std::vector<Stated<std::string>> not_counted;
  Stated<std::int64_t> inputs;
  Stated<std::int64_t> results;
};
template <>
struct Dictionary<FrozenRunTerms> {
  static constexpr std::string_view name = "run";
  static constexpr auto fields = std::tuple{
      field("program", &FrozenRunTerms::program, Need::required, "", "name and version",
            R"("pricetalk 0.1.0")"),
      field("today", &FrozenRunTerms::today, Need::required, "", "day of the run", "2025-10-14"),
      field("approved_by", &FrozenRunTerms::approved_by, Need::optional, "", "who approved it",
            R"("J. de Vries")"),
      field("contracts", &FrozenRunTerms::contracts, Need::required, "", "files or folders",
            R"(["inputs/contracts"])"),
      field("scenarios", &FrozenRunTerms::scenarios, Need::required, "", "scenario files",
            R"(["inputs/scenarios/verwacht.toml"])"),
      field("figures", &FrozenRunTerms::figures, Need::optional, "", "more figures",
            R"(["inputs/figures"])"),
      field("figures_by_hand", &FrozenRunTerms::figures_by_hand, Need::optional, "",
            "figures typed in", R"(["cbs/cpi/alle-bestedingen-2025=2026-05:103.01"])"),
      field("from", &FrozenRunTerms::from, Need::optional, "", "first day", "2026-01-01"),
      field("until", &FrozenRunTerms::until, Need::optional, "", "last day", "2026-12-31"),
      field("months", &FrozenRunTerms::months, Need::optional, "", "how many months", "12"),
      field("invoices", &FrozenRunTerms::invoices, Need::optional, "", "what was charged",
            R"(["inputs/invoices"])"),
      field("columns", &FrozenRunTerms::columns, Need::optional, "", "how invoices are written",
            R"("inputs/columns.toml")"),
      field("assumptions", &FrozenRunTerms::assumptions, Need::optional, "", "what is assumed",
            R"(["future expected: cbs/*: 2% a year"])"),
      field("not_counted", &FrozenRunTerms::not_counted, Need::optional, "",
            "contract files that could not be used", R"(["inputs/contracts/b.toml"])"),
      field("inputs", &FrozenRunTerms::inputs, Need::required, "", "how many follow", "12"),
      field("results", &FrozenRunTerms::results, Need::required, "", "how many follow", "2"),
  };
};

struct ManifestTerms : TableBase {
  Stated<int> schema;
  FrozenRunTerms run;
  std::vector<FrozenFileTerms> input;
  std::vector<FrozenFileTerms> result;
};
template <>
struct Dictionary<ManifestTerms> {
  static constexpr std::string_view name = "manifest";
  static constexpr auto fields = std::tuple{
      field("schema", &ManifestTerms::schema, Need::required, "", "format number", "1"),
      field("run", &ManifestTerms::run, Need::required, "", "the run itself", R"({})"),
      field("input", &ManifestTerms::input, Need::optional, "", "a file that was read", R"([{}])"),
      field("result", &ManifestTerms::result, Need::optional, "", "a file that was written",
            R"([{}])"),
  };
};

namespace {

constexpr int manifest_schema = 1;

std::string list_text(const std::vector<std::string>& values) {
  std::string made = "[";
  for (const std::string& value : values) made += "\n  " + toml_text(value) + ",";
  return made + (values.empty() ? "]" : "\n]");
}

void add_list(std::string& text, std::string_view key, const std::vector<std::string>& values) {
  if (!values.empty()) text += std::string(key) + " = " + list_text(values) + "\n";
}

void add_files(std::string& text, std::string_view heading, const std::vector<FrozenFile>& files) {
  for (const FrozenFile& file : files)
    text += "\n[[" + std::string(heading) + "]]\nfile = " + toml_text(file.name) +
            "\nbytes = " + std::to_string(file.bytes) + "\nsha256 = " + toml_text(file.sha256) +
            "\n";
}

std::vector<std::string> values_of(const std::vector<Stated<std::string>>& stated) {
  std::vector<std::string> made;
  for (const auto& each : stated) made.push_back(each.value);
  return made;
}

template <class T>
std::optional<T> value_or_nothing(const std::optional<Stated<T>>& stated) {
  return stated ? std::optional<T>(stated->value) : std::nullopt;
}

std::vector<FrozenFile> files_of(const std::vector<FrozenFileTerms>& terms) {
  std::vector<FrozenFile> made;
  for (const FrozenFileTerms& each : terms)
    made.push_back(
        {each.file.value, static_cast<std::size_t>(each.bytes.value), each.sha256.value});
  return made;
}

}  // namespace

FrozenFile frozen_file(std::string name, std::string_view bytes) {
  return {std::move(name), bytes.size(), sha256(bytes)};
}

std::string manifest_text(const Manifest& manifest) {
  std::string text =
      "# A frozen run of pricetalk. `pricetalk freeze --check` repeats it from the inputs in this\n"
      "# folder and compares every byte.\n\nschema = " +
      std::to_string(manifest_schema) + "\n\n[run]\nprogram = " + toml_text(manifest.program) +
      "\ntoday = " + manifest.today.text() + "\n";
  if (!manifest.approved_by.empty())
    text += "approved_by = " + toml_text(manifest.approved_by) + "\n";
  add_list(text, "contracts", manifest.contracts);
  add_list(text, "scenarios", manifest.scenarios);
  add_list(text, "figures", manifest.figures);
  add_list(text, "figures_by_hand", manifest.by_hand);
  if (manifest.from) text += "from = " + manifest.from->text() + "\n";
  if (manifest.until) text += "until = " + manifest.until->text() + "\n";
  if (manifest.months) text += "months = " + std::to_string(*manifest.months) + "\n";
  add_list(text, "invoices", manifest.invoices);
  if (!manifest.columns.empty()) text += "columns = " + toml_text(manifest.columns) + "\n";
  add_list(text, "assumptions", manifest.assumptions);
  add_list(text, "not_counted", manifest.not_counted);
  text += "inputs = " + std::to_string(manifest.inputs.size()) +
          "\nresults = " + std::to_string(manifest.results.size()) + "\n";
  add_files(text, "input", manifest.inputs);
  add_files(text, "result", manifest.results);
  return text;
}

Loaded<Manifest> read_manifest(const SourcePtr& source) {
  Loaded<Manifest> made;
  made.diagnostics.keep(source);
  const Loaded<ManifestTerms> read = read_terms<ManifestTerms>(source);
  made.diagnostics.append(read.diagnostics);
  if (!read.ok()) return made;
  const ManifestTerms& terms = *read.value;
  const FrozenRunTerms& run = terms.run;
  const auto wrong = [&](std::optional<Span> where, Phrase title, Phrase hint) {
    made.diagnostics.error("B0101", where.value_or(Span{}), std::move(title), std::move(hint));
  };
  if (terms.schema.value != manifest_schema)
    wrong(terms.schema.where, {"a manifest of another format", "een manifest van een andere vorm"},
          {"read it with the version of pricetalk that it names",
           "lees het met de versie van pricetalk die erin staat"});
  const auto whole = [&](const Stated<std::int64_t>& stated, std::size_t found, Phrase what) {
    if (stated.value == static_cast<std::int64_t>(found)) return;
    const std::string asked = std::to_string(stated.value);
    const std::string there = std::to_string(found);
    wrong(stated.where,
          {"the manifest names " + asked + " " + what.en + " and lists " + there,
           "het manifest noemt " + asked + " " + what.nl + " en somt er " + there + " op"},
          {"it was cut off or changed: take the folder from the archive again",
           "het is afgebroken of gewijzigd: haal de map opnieuw uit het archief"});
  };
  whole(run.inputs, terms.input.size(), {"inputs", "invoerbestanden"});
  whole(run.results, terms.result.size(), {"results", "resultaten"});
  if (made.diagnostics.has_errors()) return made;
  made.value = Manifest{run.program.value,
                        run.today.value,
                        run.approved_by ? run.approved_by->value : std::string(),
                        values_of(run.contracts),
                        values_of(run.scenarios),
                        values_of(run.figures),
                        values_of(run.figures_by_hand),
                        value_or_nothing(run.from),
                        value_or_nothing(run.until),
                        value_or_nothing(run.months),
                        values_of(run.invoices),
                        run.columns ? run.columns->value : std::string(),
                        values_of(run.assumptions),
                        values_of(run.not_counted),
                        files_of(terms.input),
                        files_of(terms.result)};
  return made;
}

}  // namespace pricetalk
