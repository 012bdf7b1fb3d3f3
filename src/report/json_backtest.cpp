#include "report/json_backtest.hpp"

#include "report/json_parts.hpp"
#include "scenario/scenario_terms.hpp"

namespace pricetalk {

std::string backtest_json(const std::vector<Backtest>& tests, const Random& draws, Date today,
                          bool today_from_clock) {
  Json made{{"today", today.text()},
            {"today_from_clock", today_from_clock},
            {"paths", draws.paths.value},
            {"seed", draws.seed.value},
            {"block", draws.block.value}};
  made["series"] = Json::array();
  for (const Backtest& test : tests) {
    Json one{{"series", test.series}, {"method", std::string(word_of(test.method))}};
    if (!test.refused.empty()) one["refused"] = sentence_json(test.refused);
    if (test.first) one["first_origin"] = test.first->text();
    if (test.last) one["last_origin"] = test.last->text();
    one["ahead"] = Json::array();
    for (const BacktestRow& row : test.rows) {
      Json ahead{{"months", row.months}, {"origins", row.origins}};
      for (std::size_t i = 0; i < backtest_bands.size(); ++i)
        ahead["inside_" + std::to_string(backtest_bands[i])] = row.inside[i];
      one["ahead"].push_back(std::move(ahead));
    }
    made["series"].push_back(std::move(one));
  }
  return printed(made);
}

}  // namespace pricetalk
