#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "cli/asked_files.hpp"
#include "cli/by_chance.hpp"
#include "cli/commands.hpp"
#include "cli/contract_folder.hpp"
#include "cli/folder_answer.hpp"
#include "files/files.hpp"
#include "store/portfolio_part.hpp"

namespace pricetalk {

namespace {

/// The shares of one run, and what is wrong with them.
class Shares {
 public:
  explicit Shares(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) add(path);
    if (parts_.empty() || problems.has_errors()) return;
    std::sort(parts_.begin(), parts_.end(),
              [](const Named& a, const Named& b) { return a.part.shard < b.part.shard; });
    check();
  }

  /// What one run over all contracts would have found out. REQUIRES: no errors.
  FolderAnswer together() && {
    FolderAnswer made;
    const PortfolioPart& first = parts_.front().part;
    made.scenario = scenario_of(first);
    made.today = first.today;
    made.today_from_clock = first.today_from_clock;
    made.days = first.days;
    made.read = std::move(problems);
    PortfolioAnswer answer;
    answer.futures = first.answer.futures;
    answer.alternatives = first.answer.alternatives;
    if (made.scenario.discount_rate) answer.discount_rate = made.scenario.discount_rate->value;
    ContractIds ids(counted_twice());
    bool answered = true;
    std::vector<PathShare> drawn;
    for (Named& each : parts_) {
      PortfolioPart& part = each.part;
      made.languages.insert(part.languages.begin(), part.languages.end());
      made.names.add(part.names);
      made.unread += part.unread;
      const std::set<std::string> twice = tell_files(part, ids, made.read);
      said_once(made.asked.diagnostics, part.asked);
      answered = answered && part.answered;
      if (part.chance) drawn.push_back(std::move(*part.chance));
      for (PortfolioContract& one : part.answer.contracts) {
        if (twice.contains(one.path))
          ++made.unread;
        else
          answer.contracts.push_back(std::move(one));
      }
    }
    answer.count_ways();
    if (answered && drawn.size() == parts_.size()) join_paths(std::move(drawn), made);
    if (answered && !made.asked.diagnostics.has_errors()) made.asked.value = std::move(answer);
    return made;
  }

  Diagnostics problems;

 private:
  struct Named {
    std::string path;
    PortfolioPart part;
  };

  void add(const std::string& path) {
    const auto bytes = read_file(path, {}, max_publication_bytes);
    problems.append(bytes.diagnostics);
    if (!bytes.value) return;
    PartRead read = read_part(*bytes.value);
    if (read.part) {
      parts_.push_back({path, std::move(*read.part)});
      return;
    }
    const Phrase again = {"make it again with pricetalk simulate --shard",
                          "maak het opnieuw met pricetalk simulate --shard"};
    if (read.seal == Seal::foreign)
      problems.error("O0009", {},
                     {"'" + path + "' is not a share of a run",
                      "'" + path + "' is geen deel van een berekening"},
                     {"merge takes the files of simulate --shard K/N --part FILE",
                      "merge neemt de bestanden van simulate --shard K/N --part BESTAND"});
    else if (read.seal == Seal::other_version)
      problems.error("O0009", {},
                     {"'" + path + "' was made by another version",
                      "'" + path + "' is door een andere versie gemaakt"},
                     again);
    else
      problems.error("O0009", {}, {"'" + path + "' is damaged", "'" + path + "' is beschadigd"},
                     again);
  }

  void check() {
    const Named& first = parts_.front();
    for (const Named& each : parts_)
      if (each.part.question != first.part.question || each.part.of != first.part.of)
        return differ(each, first);
    // Figures and shared clauses that two shares read, and that changed in between.
    std::map<std::string, const Named*> read_by;
    for (const Named& each : parts_)
      for (const auto& [names, digest] : each.part.beside) {
        const Named& before = *read_by.try_emplace(names, &each).first->second;
        if (before.part.beside.at(names) != digest) return differ(each, before);
      }
    std::size_t next = 1;
    for (const Named& each : parts_) {
      if (each.part.shard + 1 == next)
        return problems.error("O0009", {},
                              {"'" + each.path + "' is share " + std::to_string(each.part.shard) +
                                   ", which is there already",
                               "'" + each.path + "' is deel " + std::to_string(each.part.shard) +
                                   ", en dat is er al"});
      for (; next < each.part.shard; ++next) missing(next);
      ++next;
    }
    for (; next <= first.part.of; ++next) missing(next);
  }

  void differ(const Named& one, const Named& other) {
    problems.error(
        "O0009", {},
        {"'" + one.path + "' and '" + other.path + "' are not shares of one run",
         "'" + one.path + "' en '" + other.path + "' zijn geen delen van één berekening"},
        {"contracts, scenarios, figures, day and number of shares have to be the same",
         "contracten, scenario's, cijfers, dag en aantal delen moeten gelijk zijn"});
  }

  void missing(std::size_t shard) {
    const std::string text = std::to_string(shard) + "/" + std::to_string(parts_.front().part.of);
    problems.error("O0009", {}, {"share " + text + " is missing", "deel " + text + " ontbreekt"},
                   {"make it with pricetalk simulate --shard " + text,
                    "maak het met pricetalk simulate --shard " + text});
  }

  static void join_paths(std::vector<PathShare> shares, FolderAnswer& into) {
    for (PathShare& share : shares) share.answer.random = into.scenario.random;
    Loaded<PathAnswer> all =
        pricetalk::together(std::move(shares), [](std::size_t count, const auto& work) {
          for (std::size_t i = 0; i < count; ++i) work(i);
        });
    into.asked.diagnostics.append(all.diagnostics);
    into.chance = std::move(all.value);
  }

  static Scenario scenario_of(const PortfolioPart& part) {
    std::vector<Scenario> read;
    for (const auto& [name, bytes] : part.scenarios) {
      read.push_back(*read_scenario(std::make_shared<const SourceText>(name, bytes)).value);
      // Which months were looked at stands in the amounts.
      read.back().months = read.front().months;
    }
    return *merge(std::move(read)).value;
  }

  /// What was said of the files of a share, and of ids that an earlier file has, in the order in
  /// which one run would say it. The files with such an id.
  static std::set<std::string> tell_files(const PortfolioPart& part, ContractIds& ids,
                                          Diagnostics& all) {
    std::set<std::string> twice;
    std::size_t told = 0;
    const auto tell_until = [&](std::size_t end) {
      said_once(all, some_of(part.read, told, end));
      told = end;
    };
    for (const SeenId& seen : part.ids) {
      tell_until(seen.said);
      if (!ids.fresh(seen.id, seen.path, all)) twice.insert(seen.path);
    }
    tell_until(part.read.list().size());
    return twice;
  }

  /// Those from one position until before another.
  static Diagnostics some_of(const Diagnostics& all, std::size_t from, std::size_t end) {
    Diagnostics made = all;
    std::size_t at = 0;
    made.drop_if([&](const Diagnostic&) {
      const std::size_t own = at++;
      return own < from || own >= end;
    });
    return made;
  }

  /// Adds messages that no earlier share said: each share reads the figures, and asks the scenario.
  static void said_once(Diagnostics& all, const Diagnostics& more) {
    const auto same_place = [](const Span& a, const Span& b) {
      return a.place() == b.place() && a.begin == b.begin;
    };
    const auto known = [&](const Diagnostic& d) {
      return std::any_of(all.list().begin(), all.list().end(), [&](const Diagnostic& other) {
        return other.code == d.code && other.title == d.title && same_place(other.span, d.span);
      });
    };
    Diagnostics fresh = more;
    fresh.drop_if(known);
    all.append(fresh);
  }

  std::vector<Named> parts_;
};

/// Shares have no single amounts: those would be more than all the rest of them.
Diagnostics asks_amounts(const MergeOptions& options) {
  Diagnostics problems;
  if (options.csv.empty() && options.xlsx.empty() && options.invoices.empty()) return problems;
  problems.error("U0005", {},
                 {"the shares hold sums by year, and no single amounts for --csv, --xlsx or "
                  "--invoices",
                  "de delen bevatten sommen per jaar, en geen losse bedragen voor --csv, --xlsx of "
                  "--invoices"},
                 {"run pricetalk simulate over all contracts without --shard; the sums of every "
                  "contract come with --csv-totals",
                  "voer pricetalk simulate uit over alle contracten, zonder --shard; de sommen van "
                  "elk contract krijg je met --csv-totals"});
  return problems;
}

}  // namespace

Status merge_parts(const MergeOptions& options, Session& session) {
  Diagnostics wrong = asks_amounts(options);
  wrong.append(asked_twice({{{"--csv-totals", options.csv_totals},
                             {"--chance-csv", options.chance_csv},
                             {"--charts", options.charts}},
                            {},
                            options.parts}));
  if (!wrong.empty()) {
    session.print(wrong, session.language());
    return Status::usage;
  }
  Shares shares(options.parts);
  if (shares.problems.has_errors()) {
    session.print(shares.problems, session.language());
    return Status::invalid;
  }
  FolderOutput output;
  output.csv_totals = options.csv_totals;
  output.charts = options.charts;
  output.chance_csv = options.chance_csv;
  output.wide = options.wide;
  FolderAnswer all = std::move(shares).together();
  if (!output.chance_csv.empty() && all.asked.value && !all.chance) {
    all.asked.diagnostics.append(nothing_by_chance());
    all.asked.value.reset();
  }
  return tell(std::move(all), output, session);
}

}  // namespace pricetalk
