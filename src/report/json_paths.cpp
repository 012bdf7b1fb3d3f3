#include "report/json_paths.hpp"

namespace pricetalk {

namespace {

class PathsJson {
 public:
  explicit PathsJson(const PathAnswer& answer) : answer_(answer) {}

  Json run() const {
    Json made{
        {"paths", answer_.paths},
        {"seed", answer_.random.seed.value},
        {"method", answer_.random.method.value == RandomMethod::bootstrap ? "bootstrap" : "ar1"},
        {"block", answer_.random.block.value}};
    made["windows"] = Json::array();
    for (const PeriodSpan& window : answer_.windows) made["windows"].push_back(window.text());
    if (answer_.budget) made["budget"] = answer_.budget->text();
    made["contracts"] = Json::array();
    for (const PathContract& each : answer_.contracts) made["contracts"].push_back(contract(each));
    made["together"] = Json::array();
    for (const PathTogether& each : answer_.together) {
      Json one = frame(each.frame);
      one["contracts"] = each.contracts;
      one["totals"] = totals(each.frame, each.totals, {});
      made["together"].push_back(std::move(one));
    }
    return made;
  }

 private:
  static Json frame(const PathFrame& frame) {
    return {{"currency", std::string(frame.currency.code())},
            {"vat", frame.vat == Vat::excluded ? "excluded" : "included"}};
  }

  Json contract(const PathContract& contract) const {
    Json made{{"contract", contract.id}, {"title", contract.title}, {"file", contract.path}};
    made.update(frame(contract.frame));
    made["known"] = !contract.totals.empty();
    made["one_by_one"] = contract.one_by_one;
    if (contract.one_by_one > 0) made["why_one_by_one"] = sentence_json(contract.why_one_by_one);
    made["totals"] = totals(contract.frame, contract.totals, contract.fits);
    return made;
  }

  /// `fits`: alternatives that are about it; empty: all of them.
  Json totals(const PathFrame& frame, const std::vector<PathTotals>& all,
              const std::vector<bool>& fits) const {
    Json made = Json::array();
    for (std::size_t future = 0; future < answer_.futures.size() && !all.empty(); ++future)
      for (std::size_t alternative = 0; alternative < answer_.alternatives.size(); ++alternative) {
        if (!fits.empty() && !fits[alternative]) continue;
        Json one{{"future", answer_.futures[future]},
                 {"alternative", answer_.alternatives[alternative]}};
        one.update(of_run(frame, all[answer_.run(future, alternative)]));
        made.push_back(std::move(one));
      }
    return made;
  }

  Json of_run(const PathFrame& frame, const PathTotals& totals) const {
    Json made;
    made["years"] = Json::array();
    for (std::size_t year = 0; year < totals.years.size(); ++year) {
      Json one{{"year", frame.first_year + static_cast<int>(year)},
               {"renews", static_cast<bool>(frame.renews[year])}};
      one.update(percentiles(frame, totals.years[year]));
      if (totals.difference)
        one["difference"] = percentiles(frame, totals.difference_by_year[year]);
      made["years"].push_back(std::move(one));
    }
    made["contracted"] = percentiles(frame, totals.contracted);
    made["with_renewal"] = percentiles(frame, totals.all);
    if (totals.difference) made["difference"] = percentiles(frame, *totals.difference);
    if (totals.over_budget) made["paths_over_budget"] = *totals.over_budget;
    return made;
  }

  static Json percentiles(const PathFrame& frame, const Percentiles& each) {
    const auto amount = [&](std::int64_t units) { return Decimal(units, frame.decimals).text(); };
    return {{"p10", amount(each.p10)},
            {"p50", amount(each.p50)},
            {"p90", amount(each.p90)},
            {"mean", amount(each.mean)}};
  }

  const PathAnswer& answer_;
};

}  // namespace

Json paths_json(const PathAnswer& answer) { return PathsJson(answer).run(); }

}  // namespace pricetalk
