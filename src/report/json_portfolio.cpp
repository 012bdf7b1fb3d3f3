#include "report/json_portfolio.hpp"

#include <algorithm>

#include "portfolio/totals.hpp"
#include "report/json_actuals.hpp"
#include "report/json_parts.hpp"
#include "report/json_paths.hpp"

namespace pricetalk {

namespace {

Json amount_json(const Ratio& amount, const Currency& currency) {
  return as_written(amount, currency).text();
}

/// What a total is more than another one, in all and by year.
Json difference_json(const PortfolioTotal& total, const PortfolioTotal& other) {
  Json made{
      {"contracted", amount_json(total.contracted - other.contracted, total.currency)},
      {"renewal", amount_json(total.renewal - other.renewal, total.currency)},
      {"present_value", amount_json(total.present_value - other.present_value, total.currency)}};
  made["years"] = Json::array();
  for (std::size_t i = 0; i < total.years.size(); ++i)
    made["years"].push_back(
        {{"year", total.years[i].year},
         {"together",
          amount_json(total.years[i].together() - other.years[i].together(), total.currency)}});
  return made;
}

/// The total of the same currency in another run.
const PortfolioTotal& other_total(const std::vector<PortfolioTotal>& totals,
                                  const PortfolioTotal& total, std::size_t future,
                                  std::size_t alternative) {
  return *std::find_if(totals.begin(), totals.end(), [&](const PortfolioTotal& each) {
    return each.currency == total.currency && each.vat == total.vat && each.future == future &&
           each.alternative == alternative;
  });
}

Json total_json(const PortfolioAnswer& answer, const std::vector<PortfolioTotal>& totals,
                const PortfolioTotal& total) {
  Json made{{"currency", std::string(total.currency.code())},
            {"vat", total.vat == Vat::excluded ? "excluded" : "included"},
            {"future", answer.futures[total.future]},
            {"alternative", answer.alternatives[total.alternative]},
            {"contracts", total.contracts},
            {"about", total.about},
            {"open", total.open},
            {"contracted", amount_json(total.contracted, total.currency)},
            {"renewal", amount_json(total.renewal, total.currency)}};
  made["present_value"] =
      answer.discount_rate ? amount_json(total.present_value, total.currency) : Json(nullptr);
  made["difference"] = difference_json(total, other_total(totals, total, total.future, 0));
  made["difference_of_future"] =
      difference_json(total, other_total(totals, total, 0, total.alternative));
  if (!total.beside.empty()) {
    Json& beside = made["beside"] = Json::array();
    for (const auto& [kind, amount] : total.beside)
      beside.push_back(
          {{"kind", std::string(word(kind))}, {"amount", amount_json(amount, total.currency)}});
    made["whole_cost"] = amount_json(total.whole_cost(), total.currency);
  }
  made["years"] = Json::array();
  for (const PortfolioTotal::Year& year : total.years)
    made["years"].push_back({{"year", year.year},
                             {"contracted", amount_json(year.contracted, total.currency)},
                             {"renewal", amount_json(year.renewal, total.currency)}});
  return made;
}

}  // namespace

std::string portfolio_json(const PortfolioAnswer& answer, const PortfolioAsked& asked) {
  Json made{{"today", asked.today.text()},
            {"today_from_clock", asked.today_from_clock},
            {"contracts", answer.contracts.size()},
            {"not_read", asked.unread}};
  if (!asked.entered.empty()) made["entered_by_hand"] = entered_json(asked.entered);
  if (asked.days) {
    made["first_day"] = asked.days->first.text();
    made["last_day"] = asked.days->second.text();
  }
  made["totals"] = Json::array();
  const std::vector<PortfolioTotal> totals = totals_of(answer);
  for (const PortfolioTotal& total : totals)
    made["totals"].push_back(total_json(answer, totals, total));
  const PortfolioRoute& route = answer.route;
  made["route"] = {{"lines", route.lines}};
  made["route"]["by_itself"] = Json::array();
  for (const auto& [key, why] : route.by_itself)
    made["route"]["by_itself"].push_back(
        {{"contracts", why.second}, {"why", sentence_json(why.first)}});
  if (asked.chance != nullptr) made["chance"] = paths_json(*asked.chance);
  if (asked.actuals != nullptr) made["invoices"] = actuals_json(*asked.actuals);
  return printed(made);
}

}  // namespace pricetalk
