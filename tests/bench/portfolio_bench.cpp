// The portfolio workload (W1): 10,000 contracts of four lines, ten years, twelve amounts a year.
//
//   portfolio_bench make CONTRACTS OUT      contract files, figures and scenario of the workload
//   portfolio_bench run CONTRACTS OUT [ROUNDS]
//
// `run` times each step of `simulate OUT/contracts` in one process, beside a bare parse of the same
// files. Every total is held to the workload's own. tools/bench runs both, and other programs on
// the same tables (w1_peers.py).

#include <sys/resource.h>
#include <time.h>
#include <toml++/toml.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "cli/contract_folder.hpp"
#include "files/files.hpp"
#include "portfolio/line_group.hpp"
#include "portfolio/portfolio.hpp"
#include "pricetalk/simulation/simulate.hpp"
#include "scenario/project.hpp"
#include "simulation/ledger.hpp"
#include "w1_kernel.hpp"
#include "workload.hpp"

namespace {

using namespace pricetalk;

/// Processor time: every step is one thread, and others may compile beside it.
double now() {
  struct timespec time {};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

long peak_kb() {
  struct rusage usage {};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

void write(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

int make(int contracts, const std::string& out) {
  const workload::Workload workload(contracts);
  std::filesystem::create_directories(out + "/contracts");
  for (int i = 0; i < contracts; ++i) {
    char name[32];
    std::snprintf(name, sizeof name, "/contracts/c%06d.toml", i);
    write(out + name, workload.portfolio_contract(i));
  }
  write(out + "/figures.toml", workload.figures());
  write(out + "/scenario.toml", workload.scenario());
  write(out + "/series.csv", workload.series_table());
  write(out + "/clauses.csv", workload.clause_table());
  write(out + "/lines.csv", workload.line_table());
  std::int64_t all = 0;
  for (int i = 0; i < contracts; ++i)
    for (int year = 2026; year < 2036; ++year) all += workload.cents(i, year);
  write(out + "/total", Decimal(all, 2).text() + "\n");
  return 0;
}

/// The best of several rounds of one step.
class Best {
 public:
  template <class Step>
  void take(Step step) {
    const double begin = now();
    step();
    seconds = std::min(seconds, now() - begin);
  }
  double seconds = 1e9;
};

std::vector<std::string> files_of(const std::string& out) {
  return *list_files(out + "/contracts", ".toml").value;
}

Scenario scenario_of(const std::string& out) {
  return *read_scenario(*read_source(out + "/scenario.toml").value).value;
}

/// What the columns of all contents compute, and nothing else.
class Columns {
 public:
  Columns(const std::vector<ContractFile>& files, const Scenario& scenario, Date today) {
    SharedTexts texts;
    std::map<TextId, std::size_t> known;
    for (std::uint32_t at = 0; at < files.size(); ++at) {
      const Contract& contract = files[at].contract;
      const PortfolioEntry entry =
          TakenApart(contract, files[at].path, "").entry(texts, files[at].library);
      for (const LineEntry& line : entry.lines) {
        const auto [found, fresh] = known.try_emplace(line.prices, groups_.size());
        if (fresh) {
          LineGroup& group = groups_.emplace_back();
          group.line_id = line.id;
          group.stand_for(contract, {});
        }
        groups_[found->second].add(at, line);
      }
    }
    const std::vector<LedgerPeriod> periods =
        ledger_periods(*groups_.front().contract, today.plus_days(1), scenario.months.value);
    const Library library =
        project(files.front().library, scenario.futures.front(), today, periods.back().last);
    std::vector<std::size_t> parts;
    for (const LedgerPeriod& period : periods)
      parts.push_back(static_cast<std::size_t>(period.first.year() - 2026));
    years_ = parts.back() + 1;
    for (const LineGroup& group : groups_) {
      lines_.push_back(columns_of(group, LineOrder::repeating));
      const auto schedules =
          schedule(*group.contract, Coverage(library, std::nullopt), periods.back().last);
      courses_.push_back(price_course(schedules.front()));
      if (amounts_.periods.empty()) {
        std::vector<Date> dates;
        for (const PriceEntry& entry : schedules.front().entries) dates.push_back(entry.from);
        amounts_ = amount_course({&*group.contract, nullptr, &library, nullptr, {}, periods},
                                 group.line(), dates);
        summed_ = summed(amounts_, parts);
      }
    }
  }

  /// The prices alone: how many lines go their own way.
  std::size_t follow() {
    std::size_t own = 0;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      ColumnRun columns(plans_, lines_[i]);
      columns.follow(courses_[i]);
      own += columns.own_way().size();
    }
    return own;
  }

  /// The sums of all lines and years, in cents.
  std::int64_t run() {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      ColumnRun columns(plans_, lines_[i]);
      columns.follow(courses_[i]);
      std::vector<std::vector<std::int64_t>> sums(years_);
      columns.charge(amounts_, summed_, 2, sums);
      for (const auto& part : sums)
        for (const std::int64_t each : part) sum += each;
    }
    return sum;
  }

  std::size_t contents() const { return groups_.size(); }

 private:
  std::vector<LineGroup> groups_;
  std::vector<LineColumns> lines_;
  std::vector<PriceCourse> courses_;
  AmountCourse amounts_;
  SummedAmounts summed_;
  std::size_t years_ = 0;
  Plans plans_;
};

std::int64_t wrong_totals(const PortfolioAnswer& answer, const workload::Workload& workload) {
  std::int64_t wrong = 0;
  for (int i = 0; i < workload.contracts(); ++i)
    for (int year = 2026; year < 2036; ++year)
      wrong += answer.contracts[static_cast<std::size_t>(i)].contracted(0, year) !=
                       workload.cents(i, year)
                   ? 1
                   : 0;
  return wrong;
}

std::int64_t wrong_by_hand(const std::vector<std::int64_t>& totals,
                           const workload::Workload& workload) {
  std::int64_t wrong = 0;
  auto total = totals.begin();
  for (int i = 0; i < workload.contracts(); ++i)
    for (int year = 2026; year < 2036; ++year) wrong += *total++ != workload.cents(i, year) ? 1 : 0;
  return wrong;
}

int run(int contracts, const std::string& out, int rounds) {
  const workload::Workload workload(contracts);
  const Date today = *Date::parse("2025-12-31");
  const std::vector<std::string> files = files_of(out);
  const Scenario scenario = scenario_of(out);
  Best parse;
  Best read;
  Best whole;
  Best computing;
  Best prices;
  Best by_hand;
  w1_kernel::Kernel kernel(workload);
  std::int64_t wrong = 0;
  PortfolioRoute route;
  for (int round = 0; round < rounds; ++round) {
    parse.take([&] {
      for (const std::string& file : files)
        if (toml::parse_file(file).empty()) std::abort();
    });
    std::vector<ContractFile> contracts_read;
    ContractLoader loader{MoreFigures{}};
    read.take([&] {
      for (const std::string& file : files) contracts_read.push_back(*loader.load(file).value);
    });
    PortfolioAnswer answer;
    whole.take([&] {
      Portfolio portfolio({scenario, today}, [](const std::string&) { return std::nullopt; });
      for (const ContractFile& file : contracts_read)
        portfolio.add(file.contract, file.library, file.path, file.figures);
      answer = std::move(*std::move(portfolio).answer().value);
    });
    route = answer.route;
    wrong += wrong_totals(answer, workload);
    Columns columns(contracts_read, scenario, today);
    for (int again = 0; again < 20; ++again) {
      computing.take([&] { columns.run(); });
      prices.take([&] { columns.follow(); });
      by_hand.take([&] { kernel.run(); });
    }
    wrong += wrong_by_hand(kernel.run(), workload);
  }
  std::printf(
      "%d contracts, %zu lines of %zu contents, %zu plans, %zu amounts; wrong totals: %lld\n",
      contracts, route.lines, route.contents, route.plans, route.amounts,
      static_cast<long long>(wrong));
  std::printf("bare parse of the files  %9.4f s\n", parse.seconds);
  std::printf("contracts read           %9.4f s  %6.2f x the parse\n", read.seconds,
              read.seconds / parse.seconds);
  std::printf("taken together, answered %9.4f s\n", whole.seconds);
  std::printf("by hand, vector kernel   %9.6f s\n", by_hand.seconds);
  std::printf("computing only           %9.6f s  %6.2f x by hand; the prices alone %.6f s\n",
              computing.seconds, computing.seconds / by_hand.seconds, prices.seconds);
  std::printf("peak memory              %9.0f MB (all contracts held)\n",
              static_cast<double>(peak_kb()) / 1024);
  return wrong == 0 && route.by_itself.empty() ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
  if (count < 4) return 2;
  const std::string what = words[1];
  const int contracts = std::atoi(words[2]);
  if (what == "make") return make(contracts, words[3]);
  return run(contracts, words[3], count > 4 ? std::atoi(words[4]) : 3);
}
