#include "cli/simulation_charts.hpp"

#include <algorithm>
#include <utility>

#include "cli/chart_files.hpp"
#include "portfolio/totals.hpp"
#include "pricetalk/explain/format.hpp"
#include "report/column_chart.hpp"
#include "report/fan_chart.hpp"
#include "report/row_chart.hpp"

namespace pricetalk {

namespace {

std::string called(const std::string& alternative, Language language) {
  return alternative == as_it_is ? say(language, "as it is", "zoals het is") : alternative;
}

std::string about(const Future& future, const Currency& currency, Vat vat, Language language) {
  const std::string note = future.note.empty() ? "" : ": " + future.note;
  return std::string(currency.code()) + " " +
         (vat == Vat::excluded ? say(language, "without VAT", "zonder btw")
                               : say(language, "with VAT", "met btw")) +
         say(language, "; future ", "; toekomst ") + future.id + note;
}

/// "2025 (2 mo)": of a year that is not whole, its months.
std::string label_of(const YearTotal& year, Language language) {
  const int months = year.total.months_contracted + year.total.months_renewal;
  if (months == 12) return year.label;
  return year.label + " (" + std::to_string(months) + say(language, " mo)", " mnd)");
}

std::optional<Ratio> known_amount(const Total& total) {
  if (!total.figure) return std::nullopt;
  return Ratio(std::get<Money>(total.figure->value).amount);
}

ColumnChart::Series series_of(const Run& run, Language language) {
  ColumnChart::Series made{called(run.alternative, language), {}, {}};
  for (const YearTotal& year : run.calendar_years)
    made.values.push_back(known_amount(year.total.with_renewal));
  const Total& total = run.total.with_renewal;
  made.words = total.figure ? grouped(std::get<Money>(total.figure->value).amount, language)
                            : say(language, "not known yet", "nog niet te bepalen");
  return made;
}

}  // namespace

FolderContents charts_of(const std::vector<Simulation>& simulations, const Scenario& scenario,
                         Language language) {
  FolderContents charts;
  for (const Simulation& simulation : simulations)
    for (const Future& future : scenario.futures) {
      ColumnChart chart;
      chart.title = simulation.title + " (" + simulation.contract + ")";
      chart.subtitle = about(future, simulation.currency, simulation.vat, language);
      chart.language = language;
      for (const YearTotal& year : simulation.find(future.id, as_it_is)->calendar_years)
        chart.labels.push_back(label_of(year, language));
      for (const std::string& alternative : simulation.alternatives)
        chart.series.push_back(series_of(*simulation.find(future.id, alternative), language));
      put_chart(charts, simulation.contract + "-" + future.id, svg(chart));
    }
  return charts;
}

FolderContents charts_of(const PortfolioAnswer& answer, const Scenario& scenario,
                         Language language) {
  FolderContents charts;
  const std::vector<PortfolioTotal> totals = totals_of(answer);
  const std::size_t beside = answer.alternatives.size();
  for (std::size_t at = 0; at < totals.size(); at += beside) {
    const PortfolioTotal& own = totals[at];
    const Future& future = scenario.futures[own.future];
    ColumnChart chart;
    chart.title = std::to_string(own.contracts) +
                  say(language, own.contracts == 1 ? " contract" : " contracts",
                      own.contracts == 1 ? " contract" : " contracten");
    chart.subtitle = about(future, own.currency, own.vat, language);
    chart.language = language;
    for (const PortfolioTotal::Year& year : own.years)
      chart.labels.push_back(std::to_string(year.year));
    for (std::size_t k = 0; k < beside; ++k) {
      const PortfolioTotal& total = totals[at + k];
      ColumnChart::Series series{called(answer.alternatives[total.alternative], language),
                                 {},
                                 grouped(as_written(total.together(), total.currency), language)};
      for (const PortfolioTotal::Year& year : total.years)
        series.values.push_back(year.contracted + year.renewal);
      chart.series.push_back(std::move(series));
    }
    put_chart(charts, std::string(own.currency.code()) + "-" + future.id, svg(chart));
  }
  return charts;
}

namespace {

const Future& named(const Scenario& scenario, const std::string& id) {
  return *std::find_if(scenario.futures.begin(), scenario.futures.end(),
                       [&](const Future& future) { return future.id == id; });
}

/// The contract as it is in one future, year by year.
FanChart fan_of(const PathFrame& frame, const PathTotals& totals, const PathAnswer& answer,
                bool with_budget, Language language) {
  FanChart chart;
  chart.language = language;
  const auto amount = [&](std::int64_t units) { return Ratio(Decimal(units, frame.decimals)); };
  const bool any_whole =
      std::find(frame.months.begin(), frame.months.end(), 12) != frame.months.end();
  for (std::size_t i = 0; i < totals.years.size(); ++i) {
    // Beside whole years a few months look like a fall.
    if (any_whole && frame.months[i] != 12) continue;
    const Percentiles& year = totals.years[i];
    chart.years.push_back({std::to_string(frame.first_year + static_cast<int>(i)), amount(year.p10),
                           amount(year.p50), amount(year.p90)});
  }
  // A budget is for all years: it is a line of the years only where there is one.
  if (with_budget && answer.budget && chart.years.size() == 1 && totals.years.size() == 1)
    chart.budget = Ratio(*answer.budget);
  return chart;
}

}  // namespace

FolderContents charts_of(const PathAnswer& answer, const Scenario& scenario, bool together,
                         Language language) {
  FolderContents charts;
  const auto add = [&](const PathFrame& frame, const std::vector<PathTotals>& totals,
                       const std::string& id, const std::string& title, bool budget) {
    if (totals.empty()) return;
    for (std::size_t future = 0; future < answer.futures.size(); ++future) {
      FanChart chart = fan_of(frame, totals[answer.run(future, 0)], answer, budget, language);
      chart.title = title;
      chart.subtitle =
          about(named(scenario, answer.futures[future]), frame.currency, frame.vat, language);
      put_chart(charts, id + "-" + answer.futures[future], svg(chart));
    }
  };
  if (together)
    for (const PathTogether& each : answer.together)
      add(each.frame, each.totals, std::string(each.frame.currency.code()),
          std::to_string(each.contracts) + say(language,
                                               each.contracts == 1 ? " contract" : " contracts",
                                               each.contracts == 1 ? " contract" : " contracten"),
          true);
  else
    for (const PathContract& each : answer.contracts)
      add(each.frame, each.totals, each.id, each.title + " (" + each.id + ")",
          answer.contracts.size() == 1);
  return charts;
}

FolderContents charts_of(const ExposureAnswer& answer, Language language) {
  FolderContents charts;
  for (const ExposureTotal& total : answer.totals) {
    ExposureBars bars;
    bars.language = language;
    bars.title = say(language, "One point more of each index: what it adds to a year",
                     "Eén punt meer van elk indexcijfer: wat er per jaar bijkomt");
    bars.subtitle = std::string(total.currency.code()) + " " +
                    (total.vat == Vat::excluded ? say(language, "without VAT", "zonder btw")
                                                : say(language, "with VAT", "met btw")) +
                    say(language, "; future ", "; toekomst ") + answer.future;
    for (std::size_t s = 0; s < answer.series.size(); ++s) {
      const ExposureTotal::OfIndex& index = total.indices[s];
      if (index.contracts == 0) continue;
      bars.bars.push_back({answer.series[s], index.sum.a_year,
                           grouped(as_written(index.sum.a_year, total.currency), language) + " (" +
                               percent_text(index.share, 1, language) + ")"});
    }
    if (bars.bars.empty()) continue;
    std::stable_sort(bars.bars.begin(), bars.bars.end(),
                     [](const auto& a, const auto& b) { return b.amount < a.amount; });
    put_chart(charts, std::string(total.currency.code()) + "-index", svg(chart_of(bars)));
  }
  return charts;
}

}  // namespace pricetalk
