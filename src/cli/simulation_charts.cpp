#include "cli/simulation_charts.hpp"

#include <utility>

#include "cli/file_name.hpp"
#include "portfolio/totals.hpp"
#include "pricetalk/explain/format.hpp"
#include "report/column_chart.hpp"

namespace pricetalk {

namespace {

/// A name that no other drawing has.
void put_chart(FolderContents& charts, const std::string& id, std::string drawing) {
  const std::string name = file_name(id);
  std::string path = name + ".svg";
  for (int i = 2; charts.contains(path); ++i) path = name + "-" + std::to_string(i) + ".svg";
  charts.emplace(std::move(path), std::move(drawing));
}

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

}  // namespace pricetalk
