#include "cli/frozen_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "report/csv_paths.hpp"
#include "report/csv_portfolio.hpp"
#include "report/json_portfolio.hpp"

namespace pricetalk {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view inputs_folder = "inputs";

/// Where the files of a run are kept in its folder: as they lie beside each other, below the
/// nearest folder that holds them all.
class KeptPlaces {
 public:
  explicit KeptPlaces(const std::vector<std::string>& files) {
    for (const std::string& file : files) {
      const fs::path folder = whole(file).parent_path();
      root_ = root_.empty() ? folder : shared(root_, folder);
    }
  }
  /// "inputs/contracts/a.toml"; of a folder too.
  std::string of(const std::string& path) const {
    const std::string below = whole(path).lexically_relative(root_).generic_string();
    return std::string(inputs_folder) + (below == "." ? "" : "/" + below);
  }
  std::vector<std::string> of(std::vector<std::string> paths) const {
    for (std::string& path : paths) path = of(path);
    return paths;
  }

 private:
  static fs::path whole(const std::string& path) {
    fs::path made = fs::absolute(path).lexically_normal();
    return made.has_filename() ? made : made.parent_path();
  }
  static fs::path shared(const fs::path& a, const fs::path& b) {
    fs::path made;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end() && *x == *y; ++x, ++y)
      made /= *x;
    return made;
  }

  fs::path root_;
};

bool is_hidden(const std::string& name) { return name.find("/.") != std::string::npos; }

/// A copy of a file can be repeated when nothing names it by its place on this machine.
void check_copies(const FrozenRun& run, const KeptPlaces& places, Diagnostics& problems) {
  for (const std::string& file : run.files)
    if (is_hidden(places.of(file)))
      problems.error("B0102", {},
                     {"'" + file +
                          "' cannot be kept: it lies in a folder with a point before its "
                          "name",
                      "'" + file +
                          "' is niet te bewaren: het staat in een map met een punt voor "
                          "de naam"},
                     {"give the files a place together in an ordinary folder",
                      "zet de bestanden bij elkaar in een gewone map"});
  for (const auto& [contract, named] : run.fixed_places)
    problems.error("B0102", {},
                   {"'" + contract + "' names '" + named + "' by its place on this machine",
                    "'" + contract + "' noemt '" + named + "' met de plek op deze computer"},
                   {"name it as seen from the contract: \"../indices\"",
                    "noem het gezien vanaf het contract: \"../indices\""});
}

void rename_paths(FrozenRun& run, const KeptPlaces& places) {
  for (PortfolioContract& each : run.answer.contracts) each.path = places.of(each.path);
  if (run.chance)
    for (PathContract& each : run.chance->contracts) each.path = places.of(each.path);
  run.unread = places.of(std::move(run.unread));
}

std::string by_hand_text(const FigureByHand& figure) {
  return figure.series + "=" + figure.period.text() + ":" + figure.value.text();
}

/// "1000 paths by chance, seed 1, bootstrap of blocks of 12 months, drawn from …"
std::string drawn_text(const PathAnswer& chance) {
  const Random& random = chance.random;
  std::string made =
      std::to_string(chance.paths) + " paths by chance, seed " + std::to_string(random.seed.value) +
      (random.method.value == RandomMethod::bootstrap
           ? ", bootstrap of blocks of " + std::to_string(random.block.value) + " months on average"
           : ", AR(1)");
  for (std::size_t i = 0; i < chance.windows.size(); ++i)
    made += (i == 0 ? ", drawn from " : " and ") + chance.windows[i].text();
  return made;
}

std::vector<std::string> assumptions_of(const FrozenRun& run) {
  const Scenario& scenario = run.scenario;
  std::vector<std::string> made = {run.days
                                       ? run.days->first.text() + " to " + run.days->second.text()
                                       : std::to_string(scenario.months.value) + " months"};
  if (scenario.discount_rate)
    made.push_back("discount rate " + scenario.discount_rate->value.text() + " a year");
  for (const Future& future : scenario.futures) {
    const std::string name = "future " + future.id + ": ";
    if (!future.note.empty()) made.push_back(name + future.note);
    if (future.random && run.chance) made.push_back(name + drawn_text(*run.chance));
    for (const SeriesFuture& series : future.series)
      made.push_back(name + series.pattern.text + " " + series.words().en +
                     (series.shocks.empty()
                          ? ""
                          : ", with " + std::to_string(series.shocks.size()) + " shocks"));
    for (const VolumeTerms& volume : future.volume)
      made.push_back(name + "volume of " + volume.price.value.value + " " +
                     volume.growth.value.text() + " a year");
    for (const ReturnRateTerms& returns : future.returns)
      made.push_back(name + "of " + returns.price.value.value + " " + returns.rate.value.text() +
                     " comes back");
    for (const NonConformityRateTerms& faults : future.non_conformity)
      made.push_back(name + "of " + faults.price.value.value + " " + faults.rate.value.text() +
                     " is not as agreed");
  }
  for (const Alternative& alternative : scenario.alternatives)
    made.push_back("alternative " + alternative.id +
                   (alternative.note.empty() ? "" : ": " + alternative.note));
  return made;
}

Diagnostic damaged(const std::string& path, const Phrase& how) {
  return {.severity = Severity::error,
          .code = "B0103",
          .span = {},
          .title = {"'" + path + "' " + how.en, "'" + path + "' " + how.nl},
          .hint = {"take the folder from the archive again", "haal de map opnieuw uit het archief"},
          .context = {},
          .clause = {}};
}

std::optional<Phrase> damage(const FrozenFile& frozen, const std::optional<std::string>& bytes) {
  if (!bytes) return Phrase{"is missing", "ontbreekt"};
  if (frozen_file(frozen.name, *bytes) == frozen) return std::nullopt;
  if (bytes->size() < frozen.bytes) {
    const std::string size = std::to_string(bytes->size());
    const std::string whole = std::to_string(frozen.bytes);
    return Phrase{"was changed or cut off: " + size + " of " + whole + " bytes",
                  "is gewijzigd of afgebroken: " + size + " van " + whole + " bytes"};
  }
  return Phrase{"was changed since it was frozen", "is gewijzigd sinds het werd vastgelegd"};
}

}  // namespace

FolderContents results_of(const FrozenRun& run, Date today) {
  FolderContents made = {
      {"result.csv", portfolio_csv(run.answer)},
      {"result.json", portfolio_json(run.answer, {run.unread.size(), today, false, run.days,
                                                  run.actuals ? &run.actuals->rows : nullptr,
                                                  run.chance ? &*run.chance : nullptr})}};
  if (run.chance) made.emplace("chance.csv", paths_csv(*run.chance));
  return made;
}

std::optional<FolderContents> frozen_contents(const FrozenRequest& request, FrozenRun run,
                                              Manifest about, Diagnostics& problems) {
  const KeptPlaces places(run.files);
  Diagnostics copying;
  check_copies(run, places, copying);
  FolderContents made;
  for (const std::string& file : run.files) {
    auto bytes = read_file(file);
    copying.append(bytes.diagnostics);
    if (!bytes.value) continue;
    const std::string name = places.of(file);
    about.inputs.push_back(frozen_file(name, *bytes.value));
    made.emplace(name, std::move(*bytes.value));
  }
  std::sort(about.inputs.begin(), about.inputs.end(),
            [](const FrozenFile& a, const FrozenFile& b) { return a.name < b.name; });
  problems.append(copying);
  if (copying.has_errors()) return std::nullopt;
  rename_paths(run, places);
  for (auto& [name, bytes] : results_of(run, request.today)) {
    about.results.push_back(frozen_file(name, bytes));
    made.emplace(name, bytes);
  }
  about.today = request.today;
  about.contracts = places.of(request.contracts);
  about.scenarios = places.of(request.scenarios);
  about.figures = places.of(request.figures.paths);
  for (const FigureByHand& figure : request.figures.by_hand)
    about.by_hand.push_back(by_hand_text(figure));
  about.from = request.from;
  about.until = request.until;
  if (request.months > 0) about.months = static_cast<int>(request.months);
  about.invoices = places.of(request.invoices);
  if (!request.columns.empty()) about.columns = places.of(request.columns);
  about.assumptions = assumptions_of(run);
  about.not_counted = run.unread;
  made.emplace(manifest_name, manifest_text(about));
  return made;
}

Loaded<Manifest> load_manifest(const std::string& folder) {
  Loaded<Manifest> made;
  const auto source = read_source(folder + "/" + std::string(manifest_name));
  if (source.value) return read_manifest(*source.value);
  if (!is_folder(folder)) {
    made.diagnostics.append(list_files(folder, ".toml").diagnostics);
    if (!made.diagnostics.has_errors())
      made.diagnostics.error("B0101", {},
                             {"'" + folder + "' is a file and no frozen run",
                              "'" + folder + "' is een bestand en geen vastgelegde berekening"});
    return made;
  }
  made.diagnostics.error(
      "B0101", {},
      {"'" + folder + "' is no frozen run: it has no " + std::string(manifest_name),
       "'" + folder + "' is geen vastgelegde berekening: er is geen " + std::string(manifest_name)},
      {"make one with pricetalk freeze DIR CONTRACT --scenario FILE",
       "maak er een met pricetalk freeze MAP CONTRACT --scenario BESTAND"});
  return made;
}

Diagnostics not_as_frozen(const std::string& folder, const Manifest& manifest) {
  Diagnostics found;
  std::set<std::string> known;
  for (const auto* files : {&manifest.inputs, &manifest.results})
    for (const FrozenFile& frozen : *files) {
      const std::string path = folder + "/" + frozen.name;
      known.insert(path);
      if (const auto how = damage(frozen, read_file(path, {}, max_publication_bytes).value))
        found.add(damaged(path, *how));
    }
  const auto there = list_files(folder + "/" + std::string(inputs_folder), "", Depth::below);
  for (const std::string& path : there.value.value_or(std::vector<std::string>{}))
    if (!known.contains(path))
      found.error("B0104", {},
                  {"'" + path + "' is not one of the files that were frozen",
                   "'" + path + "' is geen van de bestanden die zijn vastgelegd"},
                  {"take it out of the folder", "haal het uit de map"});
  return found;
}

FrozenRequest request_of(const std::string& folder, const Manifest& manifest) {
  const auto inside = [&](std::vector<std::string> names) {
    for (std::string& name : names) name = folder + "/" + name;
    return names;
  };
  FrozenRequest made{inside(manifest.contracts),
                     inside(manifest.scenarios),
                     {inside(manifest.figures), {}, manifest.today},
                     manifest.today,
                     manifest.from,
                     manifest.until,
                     static_cast<std::size_t>(std::max(0, manifest.months.value_or(0))),
                     inside(manifest.invoices),
                     manifest.columns.empty() ? "" : folder + "/" + manifest.columns};
  for (const std::string& text : manifest.by_hand)
    if (const auto figure = FigureByHand::parse(text)) made.figures.by_hand.push_back(*figure);
  return made;
}

std::optional<FolderContents> repeated(const std::string& folder, const Manifest& manifest,
                                       const FrozenMeans& means, Diagnostics& problems) {
  auto run = run_frozen(request_of(folder, manifest), means, problems);
  if (!run) return std::nullopt;
  const std::size_t prefix = folder.size() + 1;
  for (PortfolioContract& each : run->answer.contracts) each.path.erase(0, prefix);
  if (run->chance)
    for (PathContract& each : run->chance->contracts) each.path.erase(0, prefix);
  return results_of(*run, manifest.today);
}

}  // namespace pricetalk
