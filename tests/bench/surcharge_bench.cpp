#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "pricetalk/pricing/schedule.hpp"
#include "simulation/ledger.hpp"

// What surcharges cost that are computed for every day, against the same contract with one for
// every month. Both in turns in one run, the best of five.
//   build/.../surcharge_bench [lines]

namespace {

using namespace pricetalk;
using Seconds = std::chrono::duration<double>;

constexpr int first_year = 2010;

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string figures(int years) {
  std::string rows;
  for (int month = 0; month < (years + 1) * 12; ++month)
    rows += (month == 0 ? "[\"" : ", [\"") + std::to_string(first_year - 1 + month / 12) + "-" +
            two(month % 12 + 1) + "\", " + std::to_string(150 + month * 37 % 90) + "." +
            two(month * 13 % 100) + "]";
  return rows;
}

std::string contract_text(int lines, int years, const std::string& adjust) {
  const std::string start = std::to_string(first_year) + "-01-01";
  std::string text =
      "schema = 1\n[contract]\nid = \"B\"\ncurrency = \"EUR\"\nstart = " + start + "\n";
  for (int line = 0; line < lines; ++line)
    text += "[price.p" + std::to_string(line) + "]\nunit_price = 100.00\nprice_date = " + start +
            "\nquantity = { per_month = 10 }\nclause = \"c\"\nsurcharges = [\"s\"]\n";
  return text +
         "[clause.c]\nadjust = { every = \"year\", on = \"01-01\" }\nformula = \"change = 2%\"\n" +
         "[clause.s]\n" + adjust + "formula = \"surcharge = 10 * (D - 150) / 100\"\n" +
         "[clause.s.index.D]\nseries = \"d\"\nuse = \"1 month before\"\n" +
         "[[series]]\nid = \"d\"\nunit = \"price\"\nfigures = [" + figures(years) + "]\n";
}

class Case {
 public:
  Case(int lines, int years, const std::string& adjust) : years_(years) {
    const auto source =
        std::make_shared<const SourceText>("bench.toml", contract_text(lines, years, adjust));
    Loaded<Contract> loaded = read_contract(source);
    if (!loaded.value) {
      std::fputs(render(loaded.diagnostics, Language::en).c_str(), stderr);
      std::exit(1);
    }
    contract_ = std::make_unique<Contract>(std::move(*loaded.value));
    library_ = std::make_unique<Library>(Library().with(contract_->own_series, {source}));
  }

  double run() {
    const auto begin = std::chrono::steady_clock::now();
    const Coverage coverage(*library_, std::nullopt);
    const auto periods = ledger_periods(*contract_, contract_->start, years_ * 12);
    const auto schedules = schedule(*contract_, coverage, periods.back().last);
    const Ledger made =
        ledger({contract_.get(), &schedules, library_.get(), nullptr, std::nullopt, periods});
    const Seconds taken = std::chrono::steady_clock::now() - begin;
    for (const LedgerRow& row : made.rows)
      for (const LedgerCell& cell : row.cells)
        if (!cell.units) std::exit(2);
    best_ = std::min(best_, taken.count());
    return taken.count();
  }
  double best() const { return best_; }

 private:
  int years_;
  double best_ = 1e9;
  std::unique_ptr<Contract> contract_;
  std::unique_ptr<Library> library_;
};

void compare(int lines, int years) {
  Case monthly(lines, years, "adjust = { every = \"month\", first = 2010-01-01 }\n");
  Case every_day(lines, years, "adjust = { every = \"day\", first = 2010-01-01 }\n");
  Case daily(lines, years, "");
  for (int turn = 0; turn < 5; ++turn) {
    monthly.run();
    every_day.run();
    daily.run();
  }
  std::printf(
      "%2d years, %d lines: monthly %.4f s, every day %.4f s (%.1f), no dates %.4f s (%.1f)\n",
      years, lines, monthly.best(), every_day.best(), every_day.best() / monthly.best(),
      daily.best(), daily.best() / monthly.best());
}

}  // namespace

int main(int argc, char** argv) {
  const int lines = argc > 1 ? std::atoi(argv[1]) : 20;
  for (const int years : {1, 5, 10, 20}) compare(lines, years);
  return 0;
}
