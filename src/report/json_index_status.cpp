#include "report/json_index_status.hpp"

#include "report/json_parts.hpp"

namespace pricetalk {

namespace {

template <typename Value>
Json text_or_null(const std::optional<Value>& value) {
  return value ? Json(value->text()) : Json(nullptr);
}

Json needed_json(const NeededSeries& needed) {
  const SeriesStatus& status = needed.status;
  Json made{{"id", needed.id}, {"state", word(status.state)}};
  made["last"] = text_or_null(status.last);
  made["brought_in"] = text_or_null(status.brought_in);
  made["next"] = text_or_null(status.next);
  made["expected"] = text_or_null(status.expected);
  made["expected_is_stated"] = status.stated;
  made["out_until"] = text_or_null(status.out_until);
  made["gaps"] = Json::array();
  for (const PeriodSpan& each : status.gaps)
    made["gaps"].push_back({{"first", each.first.text()}, {"last", each.last.text()}});
  if (needed.series != nullptr) {
    made["title"] = needed.series->title;
    made["source"] = needed.series->source;
    made["stopped"] = text_or_null(needed.series->stopped);
    made["successor"] = needed.series->successor;
  }
  made["contracts"] = needed.contracts;
  made["waiting"] = needed.waiting;
  made["command"] = needed.command.empty() ? Json(nullptr) : Json(needed.command);
  return made;
}

}  // namespace

std::string index_status_json(const std::vector<NeededSeries>& needed,
                              const std::vector<OwnFigures>& own, std::size_t unread,
                              const Date& today, bool today_from_clock) {
  Json made{{"today", today.text()}, {"today_from_clock", today_from_clock}, {"unread", unread}};
  made["series"] = Json::array();
  for (const NeededSeries& each : needed) made["series"].push_back(needed_json(each));
  made["own_figures"] = Json::array();
  for (const OwnFigures& each : own) {
    Json periods = Json::array();
    for (const Period& period : each.periods) periods.push_back(period.text());
    made["own_figures"].push_back(
        {{"id", each.id}, {"contract", each.contract}, {"missing", std::move(periods)}});
  }
  return printed(made);
}

}  // namespace pricetalk
