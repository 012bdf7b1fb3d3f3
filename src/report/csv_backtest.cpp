#include "report/csv_backtest.hpp"

#include "report/csv_text.hpp"
#include "scenario/scenario_terms.hpp"

namespace pricetalk {

std::string backtest_csv(const std::vector<Backtest>& tests) {
  std::string out = "series,method,months_ahead,origins";
  for (const int band : backtest_bands) out += ",inside_" + std::to_string(band);
  out += ",first_origin,last_origin,refused\n";
  const auto begin = [&](const Backtest& test) {
    add_csv_text(out, test.series);
    out += ',' + std::string(word_of(test.method)) + ',';
  };
  for (const Backtest& test : tests) {
    for (const BacktestRow& row : test.rows) {
      begin(test);
      out += std::to_string(row.months) + ',' + std::to_string(row.origins);
      for (const int inside : row.inside) out += ',' + std::to_string(inside);
      out += ',' + test.first->text() + ',' + test.last->text() + ",\n";
    }
    if (test.refused.empty()) continue;
    begin(test);
    out += ",,,,,,,";
    add_csv_text(out, test.refused.en);
    out += '\n';
  }
  return out;
}

}  // namespace pricetalk
