#include <algorithm>
#include <ostream>
#include <sstream>

#include "cli/by_chance.hpp"
#include "cli/commands.hpp"
#include "cli/frozen_folder.hpp"
#include "cli/path_printer.hpp"
#include "cli/portfolio_printer.hpp"
#include "pricetalk/cli/run.hpp"
#include "pricetalk/explain/format.hpp"
#include "report/json_frozen.hpp"

namespace pricetalk {

namespace {

std::string this_program() { return "pricetalk " + std::string(version()); }

/// What was frozen is never replaced.
Diagnostics already_frozen(const std::string& folder) {
  Diagnostics problem;
  const auto files = list_files(folder, manifest_name);
  if (is_folder(folder) && files.value && !files.value->empty())
    problem.error("B0107", {},
                  {"'" + folder + "' is not replaced: it holds a frozen run",
                   "'" + folder + "' is niet vervangen: er staat een vastgelegde berekening in"},
                  {"give another folder", "noem een andere map"});
  return problem;
}

Status misses(const char* what, const Session& session) {
  Diagnostics problem;
  problem.error("U0003", {}, {std::string(what) + " is missing", std::string(what) + " ontbreekt"},
                {"'pricetalk freeze --help' shows what the command takes",
                 "'pricetalk freeze --help' toont wat de opdracht vraagt"});
  session.print(problem, session.language());
  return Status::usage;
}

Status too_much(const Session& session) {
  Diagnostics problem;
  problem.error(
      "U0005", {},
      {"--check takes the folder and nothing else", "--check vraagt de map en verder niets"},
      {"the contracts and scenarios that it repeats are in the folder",
       "de contracten en scenario's die worden herhaald, staan in de map"});
  session.print(problem, session.language());
  return Status::usage;
}

bool leaves_open(const PortfolioAnswer& answer) {
  return std::any_of(answer.contracts.begin(), answer.contracts.end(), [](const auto& each) {
    return std::any_of(each.open.begin(), each.open.end(), [](int open) { return open > 0; });
  });
}

void print_frozen(const std::string& folder, const Manifest& manifest, std::ostream& out,
                  Language language) {
  out << "\n"
      << say(language, "Frozen in ", "Vastgelegd in ") << folder << ": " << manifest.inputs.size()
      << say(language, " input files, ", " invoerbestanden, ") << manifest.results.size()
      << say(language, " results and ", " resultaten en ") << manifest_name << ".\n";
  if (!manifest.approved_by.empty())
    out << say(language, "Approved by ", "Goedgekeurd door ") << manifest.approved_by << ".\n";
  out << say(language, "Repeat with: ", "Te herhalen met: ") << "pricetalk freeze --check "
      << folder << "\n";
}

Status freeze_now(const FreezeOptions& options, Session& session) {
  if (options.contracts.empty()) return misses("CONTRACT", session);
  if (options.scenarios.empty()) return misses("--scenario", session);
  Diagnostics problems = already_frozen(options.folder);
  if (problems.has_errors()) {
    session.print(problems, session.language());
    return Status::invalid;
  }
  const FrozenRequest request{options.contracts, options.scenarios, session.figures(),
                              session.today(),   options.from,      options.until,
                              options.months,    options.invoices,  options.columns};
  const Diagnostics wrong = request.frame().problems();
  if (!wrong.empty()) {
    session.print(wrong, session.language());
    return Status::usage;
  }
  auto run = run_frozen(
      request, {options.jobs, options.compiled, session.err(), session.language()}, problems);
  const Language language = session.language(run ? run->language : std::nullopt);
  if (!run) {
    session.print(problems, language);
    return Status::invalid;
  }
  Manifest about;
  about.program = this_program();
  about.approved_by = options.approved_by;
  const auto contents = frozen_contents(request, *run, about, problems);
  if (contents) problems.append(write_folder(options.folder, *contents));
  session.print(problems, language);
  const auto manifest = contents ? load_manifest(options.folder) : Loaded<Manifest>{};
  if (!manifest.value) return Status::invalid;
  if (session.json()) {
    session.out() << frozen_json(*manifest.value);
  } else {
    session.print_today(language);
    print_portfolio(run->answer, without_chance(run->scenario), run->unread.size(),
                    {session.today(), run->days, session.columns()}, session.out(), language);
    if (run->chance) print_paths_together(*run->chance, run->scenario, session.out(), language);
    print_frozen(options.folder, *manifest.value, session.out(), language);
  }
  if (problems.has_errors() || !run->unread.empty()) return Status::invalid;
  return leaves_open(run->answer) ? Status::findings : Session::status_of(problems);
}

std::vector<std::string> rows_of(const std::string& text) {
  std::vector<std::string> rows;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) rows.push_back(line);
  return rows;
}

/// How a result that was repeated differs from the frozen one: B0105, with the first row.
void compare_results(const std::string& name, const std::string& frozen, const std::string& now,
                     Diagnostics& problems) {
  if (frozen == now) return;
  const std::vector<std::string> before = rows_of(frozen);
  const std::vector<std::string> after = rows_of(now);
  const std::size_t rows = std::max(before.size(), after.size());
  const auto row = [](const std::vector<std::string>& all, std::size_t i) {
    return i < all.size() ? all[i] : std::string("-");
  };
  std::size_t differ = 0;
  std::size_t first = rows;
  for (std::size_t i = rows; i-- > 0;)
    if (row(before, i) != row(after, i)) {
      ++differ;
      first = i;
    }
  const std::string counts = std::to_string(differ);
  problems.warning("B0105", {},
                   {name + " comes out otherwise in " + counts + " of " + std::to_string(rows) +
                        " rows; row " + std::to_string(first + 1) + " was '" + row(before, first) +
                        "' and is '" + row(after, first) + "'",
                    name + " komt in " + counts + " van " + std::to_string(rows) +
                        " regels anders uit; regel " + std::to_string(first + 1) + " was '" +
                        row(before, first) + "' en is '" + row(after, first) + "'"},
                   {"the changelog says which amounts move between versions",
                    "de changelog zegt welke bedragen tussen versies veranderen"});
}

void check_version(const Manifest& manifest, Diagnostics& problems) {
  if (manifest.program == this_program()) return;
  problems.warning("B0106", {},
                   {"frozen by " + manifest.program + ", repeated by " + this_program(),
                    "vastgelegd door " + manifest.program + ", herhaald door " + this_program()});
}

Status check_frozen(const FreezeOptions& options, Session& session) {
  const Loaded<Manifest> read = load_manifest(options.folder);
  Diagnostics problems = read.diagnostics;
  if (!read.value) {
    session.print(problems, session.language());
    return Status::invalid;
  }
  const Manifest& manifest = *read.value;
  problems.append(not_as_frozen(options.folder, manifest));
  check_version(manifest, problems);
  bool same = false;
  if (!problems.has_errors()) {
    // What was wrong with a contract then is wrong with it now: it was said when it was frozen.
    Diagnostics said_before;
    const auto results =
        repeated(options.folder, manifest,
                 {options.jobs, options.compiled, session.err(), session.language()}, said_before);
    if (!results) problems.append(said_before);
    same = results.has_value();
    for (const FrozenFile& frozen : manifest.results) {
      if (!results) break;
      const auto kept =
          read_file(options.folder + "/" + frozen.name, {}, max_publication_bytes).value;
      const auto found = results->find(frozen.name);
      const std::string now = found == results->end() ? std::string() : found->second;
      same = same && kept && *kept == now;
      compare_results(frozen.name, kept.value_or(std::string()), now, problems);
    }
  }
  const Language language = session.language();
  session.print(problems, language);
  if (session.json()) {
    session.out() << frozen_check_json(manifest, same, problems);
  } else {
    session.out() << say(language, "Frozen on ", "Vastgelegd op ")
                  << date_text(manifest.today, language);
    if (!manifest.approved_by.empty())
      session.out() << say(language, ", approved by ", ", goedgekeurd door ")
                    << manifest.approved_by;
    session.out() << ": " << manifest.inputs.size()
                  << say(language, " input files, ", " invoerbestanden, ")
                  << manifest.results.size() << say(language, " results.\n", " resultaten.\n")
                  << (same ? say(language, "Repeated: the same to the last byte.\n",
                                 "Herhaald: tot op de laatste byte hetzelfde.\n")
                           : say(language, "NOT the same, see above.\n",
                                 "NIET hetzelfde, zie boven.\n"));
  }
  if (problems.has_errors()) return Status::invalid;
  return same ? Session::status_of(problems) : Status::findings;
}

}  // namespace

Status freeze(const FreezeOptions& options, Session& session) {
  if (options.check && !(options.contracts.empty() && options.scenarios.empty()))
    return too_much(session);
  return options.check ? check_frozen(options, session) : freeze_now(options, session);
}

}  // namespace pricetalk
