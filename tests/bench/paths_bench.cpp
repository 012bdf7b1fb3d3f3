// The workload of many paths (W2): contracts of four lines on 10,000 paths of two indices, ten
// years, twelve amounts a year.
//
//   paths_bench [CONTRACTS] [PATHS] [ROUNDS]      default 100 10000 3
//
// In one run and on the same figures: this program, a hand-written vector kernel for this one
// clause, and a plain engine in binary floating point that draws its own figures for each contract.
// Every total of every path of the first two is held to each other.

#include <immintrin.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "path_workload.hpp"
#include "portfolio/path_chunk.hpp"
#include "portfolio/percentiles.hpp"

namespace {

using namespace pricetalk;
using path_workload::Drawn;

double now() {
  using namespace std::chrono;
  return duration<double>(steady_clock::now().time_since_epoch()).count();
}

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

SourcePtr source(const char* name, std::string text) {
  return std::make_shared<const SourceText>(name, std::move(text));
}

struct Workload {
  Workload(int contracts, std::size_t paths) : lines(contracts), drawn(paths) {
    const SourcePtr file = source("figures.toml", path_workload::figures());
    library = Library().with(*read_figures(file).value, {file});
    scenario = *read_scenario(source("scenario.toml", path_workload::scenario())).value;
    scenario.futures.front().random = true;
    scenario.random.paths.value = static_cast<int>(paths);
    for (int i = 0; i < contracts; ++i)
      read.push_back(
          *read_contract(source("contract.toml", path_workload::contract(lines, i))).value);
  }

  PathQuestion question() const {
    return {scenario,
            *Date::parse("2025-12-31"),
            [this](const Library&, const Future& future, const std::vector<std::string>&, Date) {
              Loaded<PathSource> made;
              made.value = drawn.source(future);
              return made;
            },
            {}};
  }

  workload::Workload lines;
  Drawn drawn;
  Library library;
  Scenario scenario;
  std::vector<Contract> read;
};

std::int64_t mixed(std::int64_t all, const Percentiles& each) {
  return all * 31 + each.p10 + each.p50 * 3 + each.p90 * 7;
}

Percentiles three_of(std::vector<std::int64_t>& totals) { return percentiles_of(totals); }

// ---- this program

/// What runs over the columns, from drawn figures to the percentiles of each total.
class Route {
 public:
  explicit Route(const Workload& work) : question_(work.question()), book_(question_) {
    SaidOnce problems;
    for (std::size_t i = 0; i < work.read.size(); ++i)
      book_.add(work.read[i], work.library, std::to_string(i), "", nullptr, problems);
    book_.follow(problems);
    if (problems.all.has_errors()) std::abort();
    const auto paths = static_cast<std::size_t>(question_.scenario.random.paths.value);
    const PathSource& source = book_.source(0, 0);
    for (std::size_t first = 0; first < paths; first += chunk)
      runs_.push_back({source.make(first, std::min(chunk, paths - first))});
  }

  std::int64_t run() {
    const auto paths = static_cast<std::size_t>(question_.scenario.random.paths.value);
    std::vector<PathSums> sums;
    for (const BookedContract& each : book_.contracts()) sums.emplace_back(each, 1, paths);
    for (const std::vector<Paths>& some : runs_) {
      PathChunk run(book_, question_, 0, some);
      for (std::size_t i = 0; i < sums.size(); ++i)
        one_by_one_ += run.run(book_.contracts()[i], sums[i]).one_by_one;
    }
    std::int64_t check = 0;
    totals.clear();
    for (const PathSums& each : sums) {
      std::vector<std::int64_t>& total = totals.emplace_back(paths, 0);
      for (std::size_t year = 0; year < each.years(); ++year) each.add_year(0, 0, year, total);
      std::vector<std::int64_t> order = total;
      check = mixed(check, three_of(order));
    }
    return check;
  }

  std::size_t courses() const { return book_.courses(); }
  std::size_t one_by_one() const { return one_by_one_; }
  std::vector<std::vector<std::int64_t>> totals;

 private:
  static constexpr std::size_t chunk = 2048;
  PathQuestion question_;
  PathBook book_;
  std::vector<std::vector<Paths>> runs_;
  std::size_t one_by_one_ = 0;
};

// ---- by hand

#define WIDE __attribute__((target("avx2,fma")))

/// One clause, all in doubles that hold whole numbers; the margin of 1/2 + 1/(2n) makes every tie
/// come out upwards, and every other quotient keep its whole part.
class Kernel {
 public:
  explicit Kernel(const Workload& work) : work_(work), paths_((work.drawn.paths() + 7) / 8 * 8) {}

  std::int64_t run() {
    coefficients_.assign(workload::years, std::vector<double>(paths_));
    for (int year = 0; year < workload::years; ++year)
      for (std::size_t path = 0; path < work_.drawn.paths(); ++path)
        coefficients_[static_cast<std::size_t>(year)][path] =
            static_cast<double>(path_workload::coefficient(work_.drawn, year, path));
    std::int64_t check = 0;
    totals.clear();
    std::vector<double> sums(paths_);
    for (int contract = 0; contract < work_.lines.contracts(); ++contract) {
      std::fill(sums.begin(), sums.end(), 0.0);
      for (int i = 0; i < 4; ++i) line(work_.lines.line(contract, i), sums.data());
      std::vector<std::int64_t>& total = totals.emplace_back();
      for (std::size_t path = 0; path < work_.drawn.paths(); ++path)
        total.push_back(static_cast<std::int64_t>(sums[path]));
      std::vector<std::int64_t> order = total;
      check = mixed(check, three_of(order));
    }
    return check;
  }
  std::vector<std::vector<std::int64_t>> totals;

 private:
  struct Rounded {
    __m256d by;
    __m256d plus;
    WIDE explicit Rounded(std::int64_t unit)
        : by(_mm256_set1_pd(1.0 / static_cast<double>(unit))),
          plus(_mm256_set1_pd(unit == 1 ? 0.5
                                        : (static_cast<double>(unit) / 2 + 0.5) /
                                              static_cast<double>(unit))) {}
    WIDE __m256d operator()(__m256d x) const {
      return _mm256_floor_pd(_mm256_fmadd_pd(x, by, plus));
    }
  };

  WIDE void line(const workload::LineOf& line, double* sums) const {
    const workload::ClauseOf& clause = work_.lines.clause(line);
    double numbers[12];
    double times[12];
    int count = 0;
    for (const std::int64_t weight : workload::Workload::weights(line)) {
      const auto number = static_cast<double>(line.quantity * weight);
      int at = 0;
      while (at < count && numbers[at] != number) ++at;
      if (at == count) {
        numbers[count] = number;
        times[count++] = 0;
      }
      times[at] += 1;
    }
    const __m256d low = _mm256_set1_pd(static_cast<double>(10'000 + clause.floor));
    const __m256d high = _mm256_set1_pd(static_cast<double>(10'000 + clause.cap));
    const Rounded first(workload::power(4 + line.price_decimals - 2));
    const Rounded later(10'000);
    const Rounded amount(workload::power(line.quantity_decimals + 2));
    const __m256d start = _mm256_set1_pd(static_cast<double>(std::abs(line.price)));
    for (std::size_t path = 0; path < paths_; path += 8) {
      __m256d price[2] = {start, start};
      __m256d sum[2] = {_mm256_loadu_pd(sums + path), _mm256_loadu_pd(sums + path + 4)};
      for (std::size_t year = 0; year < workload::years; ++year)
        for (int half = 0; half < 2; ++half) {
          __m256d k = _mm256_loadu_pd(coefficients_[year].data() + path + 4 * half);
          k = _mm256_min_pd(_mm256_max_pd(k, low), high);
          const __m256d product = _mm256_mul_pd(price[half], k);
          price[half] = year == 0 ? first(product) : later(product);
          for (int at = 0; at < count; ++at)
            sum[half] =
                _mm256_fmadd_pd(amount(_mm256_mul_pd(price[half], _mm256_set1_pd(numbers[at]))),
                                _mm256_set1_pd(times[at]), sum[half]);
        }
      _mm256_storeu_pd(sums + path, sum[0]);
      _mm256_storeu_pd(sums + path + 4, sum[1]);
    }
  }

  const Workload& work_;
  std::size_t paths_;
  std::vector<std::vector<double>> coefficients_;
};

// ---- as one would first write it

/// Binary floating point throughout, and each contract draws its own figures.
std::int64_t plain(const Workload& work, int contract) {
  std::mt19937_64 engine(static_cast<std::uint64_t>(contract));
  std::normal_distribution<double> normal;
  const auto rounded = [](double x, double factor) { return std::round(x * factor) / factor; };
  const std::size_t paths = work.drawn.paths();
  std::vector<std::int64_t> totals(paths);
  std::vector<double> labour(path_workload::months + 1);
  std::vector<double> costs(path_workload::months + 1);
  for (std::size_t path = 0; path < paths; ++path) {
    double change_of_labour = 0.0025;
    double change_of_costs = 0.0018;
    double l = labour[0] = 120.0;
    double c = costs[0] = 110.0;
    for (std::size_t month = 1; month < labour.size(); ++month) {
      const double one = normal(engine);
      const double other = normal(engine);
      change_of_labour = 0.0025 + 0.6 * (change_of_labour - 0.0025) + 0.0016 * one;
      change_of_costs = 0.0018 + 0.4 * (change_of_costs - 0.0018) +
                        0.0045 * (0.35 * one + 0.9367496997597597 * other);
      l *= std::exp(change_of_labour);
      c *= std::exp(change_of_costs);
      labour[month] = rounded(l, 10);
      costs[month] = rounded(c, 100);
    }
    double total = 0;
    for (int i = 0; i < 4; ++i) {
      const workload::LineOf& line = work.lines.line(contract, i);
      const workload::ClauseOf& clause = work.lines.clause(line);
      double price = static_cast<double>(std::abs(line.price)) /
                     static_cast<double>(workload::power(line.price_decimals));
      const double quantity = static_cast<double>(line.quantity) /
                              static_cast<double>(workload::power(line.quantity_decimals));
      for (std::size_t year = 0; year < workload::years; ++year) {
        double k = 0.1 + 0.6 * labour[year * 12 + 12] / labour[year * 12] +
                   0.3 * costs[year * 12 + 12] / costs[year * 12];
        k = rounded(std::clamp(k, 1 + static_cast<double>(clause.floor) / 1e4,
                               1 + static_cast<double>(clause.cap) / 1e4),
                    10'000);
        price = rounded(price * k, 100);
        for (const std::int64_t weight : workload::Workload::weights(line))
          total += rounded(price * quantity * (static_cast<double>(weight) / 100), 100);
      }
    }
    totals[path] = std::llround(total * 100);
  }
  return mixed(0, three_of(totals));
}

}  // namespace

int main(int count, char** words) {
  const int contracts = count > 1 ? std::atoi(words[1]) : 100;
  const auto paths = static_cast<std::size_t>(count > 2 ? std::atoi(words[2]) : 10'000);
  const int rounds = count > 3 ? std::atoi(words[3]) : 3;
  const Workload work(contracts, paths);
  Best prepare;
  Best route;
  Best kernel;
  Best naive;
  std::int64_t wrong = 0;
  std::size_t one_by_one = 0;
  std::size_t courses = 0;
  std::int64_t seen = 0;
  for (int round = 0; round < rounds; ++round) {
    std::unique_ptr<Route> mine;
    prepare.take([&] { mine = std::make_unique<Route>(work); });
    Kernel hand(work);
    for (int again = 0; again < 3; ++again) {
      route.take([&] { seen += mine->run(); });
      kernel.take([&] { seen -= hand.run(); });
    }
    for (std::size_t i = 0; i < hand.totals.size(); ++i)
      for (std::size_t path = 0; path < paths; ++path)
        wrong += hand.totals[i][path] != mine->totals[i][path] ? 1 : 0;
    one_by_one += mine->one_by_one();
    courses = mine->courses();
    if (round > 0) continue;
    naive.take([&] {
      for (int i = 0; i < contracts; ++i) seen += plain(work, i) % 2;
    });
  }
  std::printf(
      "%d contracts, %zu paths, %zu courses; paths simulated one by one: %zu; "
      "totals that differ: %lld\n",
      contracts, paths, courses, one_by_one, static_cast<long long>(wrong));
  std::printf("folded, charged and planned  %9.4f s\n", prepare.seconds);
  std::printf("this program, computing only %9.4f s  %6.2f x the kernel\n", route.seconds,
              route.seconds / kernel.seconds);
  std::printf("by hand                      %9.4f s\n", kernel.seconds);
  std::printf("plain binary floating point  %9.4f s  %6.1f x this program (check %lld)\n",
              naive.seconds, naive.seconds / route.seconds, static_cast<long long>(seen % 10));
  return wrong == 0 && one_by_one == 0 ? 0 : 1;
}
