#include "cli/command_simulate_folder.hpp"

#include <ostream>
#include <utility>

#include "cli/by_chance.hpp"
#include "cli/folder_answer.hpp"
#include "cli/load_scenarios.hpp"
#include "cli/portfolio_printer.hpp"
#include "cli/simulation_charts.hpp"
#include "files/files.hpp"
#include "store/portfolio_part.hpp"

namespace pricetalk {

namespace {

/// The file that keeps what was read of the contracts. One that only this program writes is made
/// anew where it cannot be used; another is never touched.
class Kept {
 public:
  Kept(std::string path, Diagnostics& problems) : path_(std::move(path)), problems_(problems) {}

  void tell(PortfolioFolder& folder, Session& session) {
    if (path_.empty() || !is_there(path_)) return;
    const auto bytes = read_file(path_, {}, max_publication_bytes);
    problems_.append(bytes.diagnostics);
    CompiledRead read = bytes.value ? read_compiled(*bytes.value) : CompiledRead{};
    if (read.compiled) return folder.know(std::move(*read.compiled));
    const Language language = session.language();
    if (read.seal == Seal::other_version)
      session.err() << path_
                    << say(language, " was made by another version and is made anew\n",
                           " is door een andere versie gemaakt en wordt opnieuw gemaakt\n");
    if (read.seal == Seal::broken)
      session.err() << path_
                    << say(language, " is damaged and is made anew\n",
                           " is beschadigd en wordt opnieuw gemaakt\n");
    if (read.seal == Seal::foreign) refuse(bytes.value.has_value());
  }

  void keep(const PortfolioFolder& folder) {
    if (path_.empty() || refused_ || folder.to_keep() == nullptr) return;
    problems_.append(write_file(path_, compiled_bytes(*folder.to_keep())));
  }

 private:
  void refuse(bool readable) {
    refused_ = true;
    if (readable)
      problems_.error(
          "O0007", {},
          {"'" + path_ + "' is not a compiled portfolio, and is not written over",
           "'" + path_ + "' is geen bewaarde portefeuille, en wordt niet overschreven"},
          {"name another file, or delete this one", "noem een ander bestand, of verwijder dit"});
  }

  std::string path_;
  Diagnostics& problems_;
  bool refused_ = false;
};

/// What a share and all others have to be asked alike, so that they can be put together.
std::string question_of(const ContractPaths& paths, const Scenario& scenario,
                        const std::string& circumstances, Date today) {
  std::string text = circumstances + '\n' + today.text() + '\n';
  for (const std::string& file : paths.files()) text += file + '\n';
  for (const SourcePtr& source : scenario.sources)
    text += source->name() + '\n' + sha256(source->bytes()) + '\n';
  return sha256(text);
}

/// Writes what a share answered; `merge` tells it.
Status write_part(FolderAnswer answer, const SimulateOptions& options, std::string question,
                  Session& session) {
  const Language language = session.language(one_language(answer.languages));
  PortfolioPart part;
  part.shard = options.shard->number;
  part.of = options.shard->of;
  part.question = std::move(question);
  for (const SourcePtr& source : answer.scenario.sources)
    part.scenarios.emplace_back(source->name(), std::string(source->bytes()));
  part.today = answer.today;
  part.today_from_clock = answer.today_from_clock;
  part.languages = std::move(answer.languages);
  part.names = std::move(answer.names);
  part.unread = answer.unread;
  part.answered = answer.asked.value.has_value();
  if (part.answered) part.answer = std::move(*answer.asked.value);
  part.read = std::move(answer.read);
  part.asked = std::move(answer.asked.diagnostics);
  const Diagnostics written = write_file(options.part, part_bytes(part));
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
  if (options.shard && (!options.csv.empty() || session.json()))
    problems.error("U0005", {},
                   {"--csv and --json are for all shares together",
                    "--csv en --json zijn voor alle delen samen"},
                   {"give them to pricetalk merge", "geef ze aan pricetalk merge"});
  return problems;
}

/// The paths of a contract are not kept: one that was not read is read now.
void add_by_chance(ByChance& by_chance, const PortfolioEntry& entry,
                   const std::optional<Portfolio::Here>& here, PortfolioFolder& folder) {
  if (here) return by_chance.add(here->contract, here->library, entry.path, entry.figures);
  if (const std::optional<Portfolio::Read> again = folder.again(entry.path))
    by_chance.add(again->contract, again->library, entry.path, entry.figures);
}

}  // namespace

Status simulate_folder(const SimulateOptions& options, Session& session) {
  Diagnostics refused = wrong_with_share(options, session);
  Loaded<Scenario> scenario = load_scenarios(options.scenarios);
  if (refused.has_errors()) {
    session.print(refused, session.language());
    return Status::usage;
  }
  if (!scenario.ok()) {
    session.print(scenario.diagnostics, session.language());
    return Status::invalid;
  }
  ContractFolder folder(session.figures(), problems,
                        {"it is not counted: its amounts would be in the sums twice",
                         "het telt niet mee: de bedragen zouden twee keer in de sommen zitten"},
                        options.jobs);
  NamesKnown names;
  Portfolio portfolio({*scenario.value, session.today()}, [&](const std::string& path) {
    auto read = folder.again(path);
    return read.value ? std::optional(Portfolio::Read{std::move(read.value->contract),
                                                      std::move(read.value->library)})
                      : std::nullopt;
  });
  folder.each(options.contracts, [&](const ContractFile& file) {
    spoken.add(file.contract.language());
    names.add(file.contract);
    portfolio.add(file.contract, file.library, file.path, file.figures);
  });
  const Language language = session.language(spoken.found());
  Diagnostics asked;
  if (names.contracts() > 0) check_names(*scenario.value, names, asked);
  const bool possible = names.contracts() > 0 && !asked.has_errors();
  Loaded<PortfolioAnswer> answer;
  if (possible) answer = std::move(portfolio).answer();
  problems.append(asked);
  problems.append(answer.diagnostics);
  if (answer.value && !options.csv.empty())
    problems.append(write_file(options.csv, portfolio_csv(*answer.value)));
  if (answer.value && !options.charts.empty())
    problems.append(
        write_folder(options.charts, charts_of(*answer.value, *scenario.value, language)));
  session.print(problems, language);
  if (!answer.value) return Status::invalid;
  if (session.json()) {
    session.out() << portfolio_json(*answer.value, folder.unread(), session.today(),
                                    session.today_from_clock());
  } else {
    session.print_today(language);
    print_portfolio(*answer.value, *scenario.value, folder.unread(), session.out(), language);
  }
  FolderAnswer made;
  made.read.append(scenario.diagnostics);
  made.scenario = std::move(*scenario.value);
  made.today = session.today();
  made.today_from_clock = session.today_from_clock();
  PortfolioFolder folder(session.figures(), made.read, options.jobs);
  ContractPaths paths(options.contracts, made.read);
  const std::string question =
      options.shard ? question_of(paths, made.scenario, folder.circumstances(), made.today) : "";
  if (options.shard) paths.keep(options.shard->number, options.shard->of);
  Kept kept(options.compiled, made.read);
  kept.tell(folder, session);
  ByChance by_chance(made.scenario, options, made.today);
  Portfolio portfolio(
      {without_chance(made.scenario), made.today},
      [&](const std::string& path) { return folder.again(path); }, folder.texts());
  folder.each(paths, [&](const PortfolioEntry& entry, std::optional<Portfolio::Here> here) {
    made.languages.insert(entry.language);
    made.names.add(entry.names, portfolio.add(entry, here));
    if (by_chance.asked()) add_by_chance(by_chance, entry, here, folder);
  });
  kept.keep(folder);
  made.unread = folder.unread();
  made.asked = std::move(portfolio).answer();
  if (made.asked.value) {
    Diagnostics drawn;
    made.chance = by_chance.answer(drawn);
    made.asked.diagnostics.append(drawn);
    if (drawn.has_errors()) made.asked.value.reset();
  }
  if (!options.shard) return tell(std::move(made), options.csv, session);
  return write_part(std::move(made), options, question, session);
}

}  // namespace pricetalk
