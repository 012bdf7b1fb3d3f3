#include "cli/command_simulate_folder.hpp"

#include <ostream>
#include <utility>

#include "cli/asked_frame.hpp"
#include "cli/folder_of_contracts.hpp"
#include "cli/folder_trials.hpp"
#include "cli/load_scenarios.hpp"
#include "cli/own_file.hpp"
#include "cli/progress.hpp"
#include "files/files.hpp"
#include "store/portfolio_part.hpp"

namespace pricetalk {

namespace {

/// A file that is something else is never written over.
Diagnostics write_part(const std::string& path, const PortfolioPart& part) {
  if (is_there(path)) {
    const auto bytes = read_file(path, {}, max_publication_bytes);
    if (!bytes.value) return bytes.diagnostics;
    if (read_part(*bytes.value).seal == Seal::foreign)
      return not_written_over(path, {"a part of a portfolio", "deel van een portefeuille"});
  }
  return write_file(path, part_bytes(part));
}

/// Writes what a share answered; `merge` tells it.
Status write_part(FolderOfContracts& contracts, const SimulateOptions& options, Session& session) {
  PortfolioPart part;
  part.shard = options.shard->number;
  part.of = options.shard->of;
  part.question = contracts.question();
  FolderAnswer answer = std::move(contracts).answer();
  part.chance = contracts.share();
  part.beside = contracts.digests();
  part.ids = contracts.seen();
  const Language language = session.language(one_language(answer.languages));
  for (const SourcePtr& source : answer.scenario.sources)
    part.scenarios.emplace_back(source->name(), std::string(source->bytes()));
  part.today = answer.today;
  part.today_from_clock = answer.today_from_clock;
  part.days = answer.days;
  part.languages = std::move(answer.languages);
  part.names = std::move(answer.names);
  part.unread = answer.unread;
  part.answered = answer.asked.value.has_value();
  if (part.answered) part.answer = std::move(*answer.asked.value);
  part.read = std::move(answer.read);
  part.asked = std::move(answer.asked.diagnostics);
  const Diagnostics written = write_part(options.part, part);
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
  const bool whole = session.json() || !options.csv_totals.empty() || !options.chance_csv.empty() ||
                     !options.charts.empty() || options.wide;
  const bool never = !options.csv.empty() || !options.xlsx.empty() || !options.invoices.empty();
  if (options.shard && whole)
    problems.error("U0005", {},
                   {"--csv-totals, --chance-csv, --charts, --wide and --json are for all shares "
                    "together",
                    "--csv-totals, --chance-csv, --charts, --wide en --json zijn voor alle delen "
                    "samen"},
                   {"give them to pricetalk merge", "geef ze aan pricetalk merge"});
  if (options.shard && never)
    problems.error(
        "U0005", {},
        {"a share holds the sums of its contracts by year, and no more",
         "een deel bevat de sommen van zijn contracten per jaar, en niet meer"},
        {"for --csv, --xlsx and --invoices run pricetalk simulate over all contracts without "
         "--shard",
         "voer voor --csv, --xlsx en --invoices pricetalk simulate uit over alle contracten, "
         "zonder "
         "--shard"});
  return problems;
}

}  // namespace

Status simulate_folder(const SimulateOptions& options, const AskedFrame& frame, Session& session) {
  Diagnostics refused = wrong_with_share(options, session);
  Loaded<Scenario> scenario = load_scenarios(options.scenarios, frame.months());
  if (refused.has_errors()) {
    session.print(refused, session.language());
    return Status::usage;
  }
  if (!scenario.ok()) {
    session.print(scenario.diagnostics, session.language());
    return Status::invalid;
  }
  const auto days = frame.days(scenario.value->months.value);
  FolderOfContracts contracts(options,
                              {session.figures(), session.today(), session.today_from_clock(), days,
                               true, session.language()},
                              std::move(scenario));
  Progress progress(session, {"contracts read", "contracten gelezen"}, session.language());
  FolderTrials trials(session.today());
  contracts.read(session.err(), [&](const SeenContract& seen) {
    contracts.try_out(seen, trials);
    progress.done(seen.number, seen.of);
  });
  if (options.shard) return write_part(contracts, options, session);
  FolderAnswer answer = std::move(contracts).answer();
  trials.tell(answer.read);
  return tell(std::move(answer),
              {options.csv, options.xlsx, options.csv_totals, options.charts, options.chance_csv,
               options.wide},
              session);
}

}  // namespace pricetalk
