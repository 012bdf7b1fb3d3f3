#include "report/json_exposure.hpp"

#include "portfolio/totals.hpp"
#include "report/json_entered.hpp"
#include "report/json_parts.hpp"

namespace pricetalk {

namespace {

Json sum_json(const Ratio& amount, const Currency& currency) {
  return as_written(amount, currency).text();
}

Json day_json(const std::optional<Date>& day) { return day ? Json(day->text()) : Json(nullptr); }

std::string share_text(const Ratio& percent) {
  return round(percent, Rounding::decimals(4)).text();
}

Json limit_json(const ExposureTotal::OfLimit& limit, const Currency& currency) {
  return {{"contracts", limit.contracts}, {"value", sum_json(limit.value, currency)}};
}

std::string_view swing_word(Swing::Of of) {
  if (of == Swing::Of::growth) return "growth";
  return of == Swing::Of::volume ? "volume" : "discount-rate";
}

Json break_even_json(const std::optional<BreakEven>& found, const Currency& currency) {
  if (!found) return nullptr;
  return {{"target", sum_json(found->target, currency)},
          {"percent", found->percent.text()},
          {"cost", sum_json(found->cost, currency)},
          {"next_percent", found->next.text()},
          {"next_cost", sum_json(found->next_cost, currency)}};
}

Json exposed_total_json(const ExposureAnswer& answer, const ExposureTotal& total) {
  const Currency& currency = total.currency;
  Json made{{"currency", std::string(currency.code())},
            {"vat", total.vat == Vat::excluded ? "excluded" : "included"},
            {"contracts", total.contracts},
            {"open", total.open},
            {"total", sum_json(total.total, currency)},
            {"a_year", sum_json(total.a_year, currency)}};
  made["one_point_more"] = Json::array();
  for (std::size_t s = 0; s < total.indices.size(); ++s)
    made["one_point_more"].push_back(
        {{"series", answer.series[s]},
         {"contracts", total.indices[s].contracts},
         {"a_year", sum_json(total.indices[s].sum.a_year, currency)},
         {"total", sum_json(total.indices[s].sum.total, currency)},
         {"share_percent", share_text(total.indices[s].share * Ratio(100))}});
  made["without"] = {{"caps", limit_json(total.cap, currency)},
                     {"floors", limit_json(total.floor, currency)},
                     {"ratchets", limit_json(total.ratchet, currency)}};
  made["break_even"] = break_even_json(total.break_even, currency);
  made["assumptions"] = Json::array();
  for (const Swing& swing : total.swings)
    made["assumptions"].push_back(
        {{"of", std::string(swing_word(swing.of))},
         {"series", swing.series.empty() ? Json(nullptr) : Json(swing.series)},
         {"point_less", sum_json(swing.less, currency)},
         {"point_more", sum_json(swing.more, currency)}});
  made["dearest_twelve_months"] = total.dearest_from
                                      ? Json{{"from", total.dearest_from->text()},
                                             {"amount", sum_json(total.dearest, currency)}}
                                      : Json(nullptr);
  made["caps_bite"] = Json::array();
  for (const auto& [year, contracts] : total.bites)
    made["caps_bite"].push_back({{"year", year}, {"contracts", contracts}});
  return made;
}

Json contract_json(const ExposureAnswer& answer, const ContractExposure& one) {
  const Currency& currency = one.of->currency;
  const auto optional = [&](const std::optional<Ratio>& value) {
    return value ? sum_json(*value, currency) : Json(nullptr);
  };
  Json made{{"contract", one.of->id},
            {"title", one.of->title},
            {"file", one.of->path},
            {"currency", std::string(currency.code())},
            {"total", sum_json(one.total, currency)},
            {"a_year", sum_json(one.a_year, currency)},
            {"without_caps", optional(one.cap)},
            {"without_floors", optional(one.floor)},
            {"ratchet", one.ratchet},
            {"end", day_json(one.end)},
            {"last_day_to_cancel", day_json(one.notice)},
            {"break_even", break_even_json(one.break_even, currency)}};
  made["one_point_more"] = Json::array();
  for (std::size_t s = 0; s < one.indices.size(); ++s)
    if (!one.indices[s].total.is_zero())
      made["one_point_more"].push_back({{"series", answer.series[s]},
                                        {"a_year", sum_json(one.indices[s].a_year, currency)},
                                        {"total", sum_json(one.indices[s].total, currency)}});
  made["caps_bite"] = Json::array();
  for (const CapBite& bite : one.bites)
    made["caps_bite"].push_back({{"date", bite.date.text()},
                                 {"clause", bite.clause},
                                 {"step_percent", share_text(bite.wanted * Ratio(100))},
                                 {"becomes_percent", share_text(bite.cut_to * Ratio(100))}});
  return made;
}

}  // namespace

std::string exposure_json(const ExposureAnswer& answer, std::size_t unread, Date today,
                          bool today_from_clock, const std::vector<EnteredFigure>& entered) {
  Json made{{"today", today.text()},
            {"today_from_clock", today_from_clock},
            {"future", answer.future},
            {"first_day", answer.first.text()},
            {"last_day", answer.last.text()},
            {"months", answer.months},
            {"assumptions_move", answer.discounted ? "present value" : "total"},
            {"not_read", unread}};
  if (!entered.empty()) made["entered_by_hand"] = entered_json(entered);
  made["totals"] = Json::array();
  for (const ExposureTotal& total : answer.totals)
    made["totals"].push_back(exposed_total_json(answer, total));
  made["contracts"] = Json::array();
  for (const ContractExposure& one : answer.contracts)
    made["contracts"].push_back(contract_json(answer, one));
  return printed(made);
}

}  // namespace pricetalk
