#include "report/json_entered.hpp"

namespace pricetalk {

Json entered_json(const std::vector<EnteredFigure>& figures) {
  Json made = Json::array();
  for (const EnteredFigure& each : figures)
    made.push_back({{"series", each.series},
                    {"period", each.period.text()},
                    {"value", each.value.text()},
                    {"who", sentence_json(each.who)}});
  return made;
}

}  // namespace pricetalk
