#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <string>

#include "pricetalk/pricing/schedule.hpp"

// What it costs to read the latest published figure of a series of days, by the length of the
// series. A contract of six years adjusts its price every month; all in turns, the best of five.
//   build/.../figures_bench

namespace {

using namespace pricetalk;
using Seconds = std::chrono::duration<double>;

/// Figures of so many days up to the end of 2024, each public on the day after.
std::string figures(int days) {
  std::string rows;
  const Date last = *Date::parse("2024-12-31");
  for (int i = 0; i < days; ++i) {
    const Date day = last.plus_days(i + 1 - days);
    rows += (i == 0 ? "[\"" : ", [\"") + day.text() + "\", " + std::to_string(100 + i % 50) +
            ".25, \"definitive\", " + day.plus_days(1).text() + "]";
  }
  return rows;
}

class Case {
 public:
  explicit Case(int days) {
    const auto source = std::make_shared<const SourceText>(
        "bench.toml",
        "schema = 1\n[contract]\nid = \"B\"\ncurrency = \"EUR\"\nstart = 2019-01-01\n"
        "[price.p]\nunit_price = 100.00\nprice_date = 2019-01-01\nclause = \"c\"\n"
        "[clause.c]\nadjust = { every = \"month\", first = 2019-02-01 }\n"
        "[clause.c.index.D]\nseries = \"d\"\nuse = \"latest published\"\n"
        "[[series]]\nid = \"d\"\nunit = \"price\"\nfigures = [" +
            figures(days) + "]\n");
    Loaded<Contract> loaded = read_contract(source);
    if (!loaded.value) {
      std::fputs(render(loaded.diagnostics, Language::en).c_str(), stderr);
      std::exit(1);
    }
    contract_ = std::make_unique<Contract>(std::move(*loaded.value));
    library_ = std::make_unique<Library>(Library().with(contract_->own_series, {source}));
  }

  void run() {
    const auto begin = std::chrono::steady_clock::now();
    const auto made =
        schedule(*contract_, Coverage(*library_, std::nullopt), *Date::parse("2024-12-31"));
    const Seconds taken = std::chrono::steady_clock::now() - begin;
    for (const PriceEntry& entry : made.front().entries)
      if (!entry.price) std::exit(2);
    best_ = std::min(best_, taken.count());
  }
  double best() const { return best_; }

 private:
  double best_ = 1e9;
  std::unique_ptr<Contract> contract_;
  std::unique_ptr<Library> library_;
};

}  // namespace

int main() {
  Case few(2'500);
  Case many(7'669);
  Case most(20'000);
  for (int turn = 0; turn < 5; ++turn) {
    few.run();
    many.run();
    most.run();
  }
  std::printf("2,500 days %.5f s, 7,669 days %.5f s (%.2f), 20,000 days %.5f s (%.2f)\n",
              few.best(), many.best(), many.best() / few.best(), most.best(),
              most.best() / few.best());
  return 0;
}
