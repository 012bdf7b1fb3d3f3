#include "report/json_portfolio.hpp"

#include "portfolio/totals.hpp"
#include "report/json_parts.hpp"

namespace pricetalk {

namespace {

Json amount_json(const Ratio& amount, const Currency& currency) {
  return as_written(amount, currency).text();
}

Json total_json(const PortfolioAnswer& answer, const PortfolioTotal& total) {
  Json made{{"currency", std::string(total.currency.code())},
            {"vat", total.vat == Vat::excluded ? "excluded" : "included"},
            {"future", answer.futures[total.future]},
            {"alternative", answer.alternatives[total.alternative]},
            {"contracts", total.contracts},
            {"about", total.about},
            {"open", total.open},
            {"contracted", amount_json(total.contracted, total.currency)},
            {"renewal", amount_json(total.renewal, total.currency)}};
  made["years"] = Json::array();
  for (const PortfolioTotal::Year& year : total.years)
    made["years"].push_back({{"year", year.year},
                             {"contracted", amount_json(year.contracted, total.currency)},
                             {"renewal", amount_json(year.renewal, total.currency)}});
  return made;
}

}  // namespace

std::string portfolio_json(const PortfolioAnswer& answer, std::size_t unread, Date today,
                           bool today_from_clock) {
  Json made{{"today", today.text()},
            {"today_from_clock", today_from_clock},
            {"contracts", answer.contracts.size()},
            {"not_read", unread}};
  made["totals"] = Json::array();
  for (const PortfolioTotal& total : totals_of(answer))
    made["totals"].push_back(total_json(answer, total));
  const PortfolioRoute& route = answer.route;
  made["route"] = {{"lines", route.lines}};
  made["route"]["by_itself"] = Json::array();
  for (const auto& [key, why] : route.by_itself)
    made["route"]["by_itself"].push_back(
        {{"contracts", why.second}, {"why", sentence_json(why.first)}});
  return printed(made);
}

}  // namespace pricetalk
