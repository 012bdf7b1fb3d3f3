#include "cli/load.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "cli/price_without_date.hpp"
#include "cli/shared_sections.hpp"
#include "contract/read_contract.hpp"
#include "files/files.hpp"
#include "pricetalk/index/figures.hpp"
#include "scenario/named.hpp"

namespace pricetalk {

namespace {

/// Paths that a contract states, as they are from here, each on a line.
std::string named_beside(const std::string& path, const std::vector<Stated<std::string>>& stated) {
  std::string named;
  for (const auto& from : stated) named += path_beside(path, from.value) + '\n';
  return named;
}

/// Reads figures files once each; what a file or folder was named by is where its problems point.
class FiguresLoader {
 public:
  explicit FiguresLoader(Diagnostics& problems) : problems_(problems) {}

  void load(const std::string& path, Span asked_by) {
    const auto files = list_files(path, ".toml", Depth::here, asked_by);
    problems_.append(files.diagnostics);
    if (!files.value) return;
    for (const std::string& file : *files.value) {
      if (!seen_.insert(file).second) continue;
      const auto source = read_source(file, asked_by);
      problems_.append(source.diagnostics);
      if (!source.value) continue;
      auto series = read_figures(*source.value);
      problems_.append(series.diagnostics);
      if (series.value) library = library.with(std::move(*series.value), {*source.value});
    }
  }

  Library library;

 private:
  Diagnostics& problems_;
  std::set<std::string> seen_;
};

/// Of figures by hand those of series that the library has. Of many contracts each reads its own
/// figures, and what was typed counts where its series is: the others are told, `told` once.
MoreFigures typed_for(const MoreFigures& figures, const Library& library,
                      std::set<std::string>& told, const std::string& path, Diagnostics& problems) {
  MoreFigures known = figures;
  std::erase_if(known.by_hand, [&](const FigureByHand& each) {
    if (library.find(each.series) != nullptr) return false;
    if (told.insert(each.series).second)
      problems.warning(
          "I0201", {},
          {"'" + path + "' reads no series '" + each.series +
               "': what was typed does not count there",
           "'" + path + "' leest geen reeks '" + each.series +
               "': wat is ingevoerd, telt daar niet"},
          {"`pricetalk index list` shows all", "`pricetalk index list` toont ze alle"});
    return true;
  });
  return known;
}

/// What a person typed in holds against whatever the files say.
void add_typed_figures(const MoreFigures& figures, Library& library, Diagnostics& problems) {
  if (figures.by_hand.empty() || problems.has_errors()) return;
  auto changed = put_on_top(library, figures.by_hand, figures.entered_on);
  problems.append(changed.diagnostics);
  if (changed.value) library = std::move(*changed.value);
}

/// Whether a contract reads a series, or one that is computed from it.
bool reads(const Contract& contract, const Library& library, const std::string& id) {
  const std::set<std::string> named = series_named(contract);
  return std::any_of(named.begin(), named.end(), [&](const std::string& each) {
    const Series* series = library.find(each);
    return each == id || (series != nullptr && (series->mean_of == id || series->rate_of == id));
  });
}

/// "'a', 'b'".
std::string quoted(const std::set<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) text += (text.empty() ? "'" : ", '") + id + "'";
  return text;
}

/// A figure that was typed in, and that no clause reads, changes no price.
void note_unread_figures(const ContractFile& file, const MoreFigures& more, Diagnostics& problems) {
  std::set<std::string> unread;
  for (const FigureByHand& each : more.by_hand)
    if (file.library.find(each.series) != nullptr &&
        !reads(file.contract, file.library, each.series))
      unread.insert(each.series);
  if (unread.empty()) return;
  std::string all;
  for (const std::string& id : series_named(file.contract)) all += (all.empty() ? "" : ", ") + id;
  const bool one = unread.size() == 1;
  problems.warning("I0507", {},
                   {"'" + file.path + "' follows no " + quoted(unread) +
                        (one ? ": the figure that was typed changes nothing there"
                             : ": the figures that were typed change nothing there"),
                    "'" + file.path + "' volgt " + quoted(unread) +
                        (one ? " niet: het ingevoerde cijfer verandert daar niets"
                             : " niet: de ingevoerde cijfers veranderen daar niets")},
                   all.empty() ? Phrase{"it follows no series", "het volgt geen enkele reeks"}
                               : Phrase{"it follows " + all, "het volgt " + all});
}

/// Of many contracts: the series of figures by hand that some contract has, and those that one
/// follows.
void tell_unread(const std::set<std::string>& there, const std::set<std::string>& followed,
                 Diagnostics& problems) {
  std::set<std::string> unread;
  for (const std::string& id : there)
    if (!followed.contains(id)) unread.insert(id);
  if (unread.empty()) return;
  const bool one = unread.size() == 1;
  problems.warning("I0507", {},
                   {"none of the contracts follows " + quoted(unread) +
                        (one ? ": the figure that was typed changes nothing"
                             : ": the figures that were typed change nothing"),
                    "geen van de contracten volgt " + quoted(unread) +
                        (one ? ": het ingevoerde cijfer verandert niets"
                             : ": de ingevoerde cijfers veranderen niets")},
                   {"`pricetalk index status` shows which series they follow",
                    "`pricetalk index status` toont welke reeksen ze volgen"});
}

}  // namespace

/// A library for each list of figures, with what was wrong with it.
struct ContractLoader::State {
  struct Figures {
    Library library;
    Diagnostics problems;
    bool told = false;
    bool told_typed = false;            ///< that a figure by hand stands over a definitive one
    std::set<std::string> told_absent;  ///< series of figures by hand that it does not have
  };

  Figures& figures_of(const std::string& path, const Contract& contract) {
    const auto [found, fresh] = libraries.try_emplace(ContractLoader::figures_of(path, contract));
    Figures& read = found->second;
    if (!fresh) return read;
    FiguresLoader loader(read.problems);
    for (const auto& from : contract.terms.figures_from)
      loader.load(path_beside(path, from.value), from.where.value_or(Span{}));
    for (const std::string& folder : more.paths) loader.load(folder, {});
    read.library = std::move(loader.library);
    for (const SourcePtr& source : contract.sources) read.problems.keep(source);
    return read;
  }

  MoreFigures more;
  std::map<std::string, Figures> libraries;
  SharedSections sections;  ///< of contracts, whoever reads them
  // These two: series of figures that were typed in, that some contract has or follows.
  std::set<std::string> typed_there;
  std::set<std::string> typed_followed;

  void note_typed(const Contract& contract, const Library& library) {
    for (const FigureByHand& each : more.by_hand) {
      if (library.find(each.series) == nullptr) continue;
      typed_there.insert(each.series);
      if (reads(contract, library, each.series)) typed_followed.insert(each.series);
    }
  }
};

ContractLoader::ContractLoader(MoreFigures more) : state_(std::make_unique<State>()) {
  state_->more = std::move(more);
}
ContractLoader::~ContractLoader() = default;
ContractLoader::ContractLoader(ContractLoader&&) noexcept = default;
ContractLoader& ContractLoader::operator=(ContractLoader&&) noexcept = default;

ContractLoader::Read ContractLoader::read(const std::string& path) const {
  auto source = read_source(path);
  if (!source.value) return {path, {std::nullopt, std::move(source.diagnostics)}};
  return read(*source.value);
}

ContractLoader::Read ContractLoader::read(const SourcePtr& source) const {
  return {source->name(), read_contract(source, clauses_beside(source->name()), &state_->sections)};
}

std::string ContractLoader::figures_of(const std::string& path, const Contract& contract) {
  return named_beside(path, contract.terms.figures_from);
}

std::string ContractLoader::clauses_of(const std::string& path, const Contract& contract) {
  std::string named = named_beside(path, contract.terms.clauses_from);
  return named + named_beside(path, contract.terms.innovations_from);
}

Loaded<ContractFile> ContractLoader::with_figures(Read read) {
  Loaded<ContractFile> made;
  made.diagnostics = std::move(read.contract.diagnostics);
  if (!read.contract.value) return made;
  Contract& contract = *read.contract.value;
  State::Figures& figures = state_->figures_of(read.path, contract);
  if (!std::exchange(figures.told, true)) made.diagnostics.append(figures.problems);
  Library library = figures.library;
  if (!contract.own_series.empty())
    library = library.with(contract.own_series, {contract.sources.front()});
  if (!figures.problems.has_errors()) {
    Diagnostics typed;
    add_typed_figures(typed_for(state_->more, library, figures.told_absent, read.path, typed),
                      library, typed);
    if (std::exchange(figures.told_typed, true))
      typed.drop_if([](const Diagnostic& each) { return each.code == "I0506"; });
    made.diagnostics.append(typed);
    if (!made.diagnostics.has_errors()) check_series(contract, library, made.diagnostics);
    state_->note_typed(contract, library);
    std::string named = figures_of(read.path, contract);
    made.value = ContractFile{std::move(read.path), std::move(contract), std::move(library),
                              std::move(named)};
  }
  return made;
}

void ContractLoader::tell_unread_figures(Diagnostics& problems) const {
  tell_unread(state_->typed_there, state_->typed_followed, problems);
}

void tell_unread_figures(const std::vector<ContractFile>& files, const MoreFigures& more,
                         Diagnostics& problems) {
  std::set<std::string> there;
  std::set<std::string> followed;
  for (const ContractFile& file : files)
    for (const FigureByHand& each : more.by_hand) {
      if (file.library.find(each.series) == nullptr) continue;
      there.insert(each.series);
      if (reads(file.contract, file.library, each.series)) followed.insert(each.series);
    }
  tell_unread(there, followed, problems);
}

ClausesReader clauses_beside(const std::string& path) {
  return [path](const std::string& named, Span asked_by) {
    Loaded<std::vector<SourcePtr>> made;
    made.value.emplace();
    const auto files = list_files(path_beside(path, named), ".toml", Depth::here, asked_by);
    made.diagnostics.append(files.diagnostics);
    if (!files.value) return made;
    for (const std::string& file : *files.value) {
      const auto source = read_source(file, asked_by);
      made.diagnostics.append(source.diagnostics);
      if (source.value) made.value->push_back(*source.value);
    }
    return made;
  };
}

Loaded<Library> load_library(const MoreFigures& figures) {
  Loaded<Library> made;
  FiguresLoader loader(made.diagnostics);
  for (const std::string& path : figures.paths) loader.load(path, {});
  add_typed_figures(figures, loader.library, made.diagnostics);
  made.value = std::move(loader.library);
  return made;
}

Loaded<ContractFile> load_contract(const std::string& path, const MoreFigures& more,
                                   std::optional<Date> today) {
  Loaded<ContractFile> made;
  const auto source = read_source(path);
  made.diagnostics = source.diagnostics;
  if (!source.value) return made;
  Loaded<Contract> contract = read_contract(*source.value, clauses_beside(path));
  made.diagnostics.append(contract.diagnostics);
  if (!contract.value) {
    if (today)
      made.diagnostics = with_both_readings(made.diagnostics, *source.value, path, more, *today);
    return made;
  }
  FiguresLoader loader(made.diagnostics);
  for (const auto& from : contract.value->terms.figures_from)
    loader.load(path_beside(path, from.value), from.where.value_or(Span{}));
  for (const std::string& folder : more.paths) loader.load(folder, {});
  Library library = loader.library.with(contract.value->own_series, {*source.value});
  add_typed_figures(more, library, made.diagnostics);
  // Of figures that could not be read nobody can tell which series are in them.
  if (!made.diagnostics.has_errors()) check_series(*contract.value, library, made.diagnostics);
  made.value = ContractFile{path, std::move(*contract.value), std::move(library), {}};
  if (!made.diagnostics.has_errors()) note_unread_figures(*made.value, more, made.diagnostics);
  return made;
}

}  // namespace pricetalk
