#include "portfolio/exposure_runs.hpp"

#include <algorithm>

#include "simulation/beside.hpp"

namespace pricetalk {

namespace {

const Percent one_point{Decimal(1, 0)};
const Percent one_point_less{Decimal(-1, 0)};

}  // namespace

MovedScenarios::MovedScenarios(const ExposureQuestion& question)
    : scenario_(question.scenario), today_(question.today) {
  const auto named =
      std::find_if(scenario_.futures.begin(), scenario_.futures.end(),
                   [&](const Future& future) { return future.id == question.future; });
  future_ = named == scenario_.futures.end() ? scenario_.futures.front() : *named;
  scenario_.alternatives.clear();
  scenario_.futures = {future_};
}

Future MovedScenarios::with_series(const std::string& series, std::optional<Percent> higher,
                                   std::optional<Percent> steeper, const std::string& id) const {
  Future made = future_;
  made.id = id;
  const SeriesFuture* rule = future_.for_series(series);
  if (rule == nullptr) return made;
  SeriesFuture own = *rule;
  own.pattern.text = series;
  own.higher = higher;
  own.steeper = steeper;
  std::erase_if(made.series, [&](const SeriesFuture& each) { return each.pattern == own.pattern; });
  made.series.push_back(std::move(own));
  return made;
}

Future MovedScenarios::with_volume(const Percent& points, const std::string& id) const {
  Future made = future_;
  made.id = id;
  const auto moved = [&](const Percent& growth) {
    const Ratio sum = Ratio(growth.of_hundred) + Ratio(points.of_hundred);
    return Percent{round(sum, Rounding::decimals(growth.of_hundred.scale()))};
  };
  for (VolumeTerms& each : made.volume) each.growth.value = moved(each.growth.value);
  VolumeTerms all;
  all.price.value.value = every_line;
  all.growth.value = points;
  made.volume.push_back(std::move(all));
  return made;
}

Scenario MovedScenarios::volumes() const {
  Scenario made = scenario_;
  made.futures.push_back(with_volume(one_point_less, future_.id + "/smaller"));
  made.futures.push_back(with_volume(one_point, future_.id + "/larger"));
  return made;
}

Scenario MovedScenarios::moved(std::span<const std::string> series) const {
  Scenario made = scenario_;
  for (const std::string& id : series) {
    made.futures.push_back(with_series(id, one_point, {}, future_.id + "/higher/" + id));
    made.futures.push_back(with_series(id, {}, one_point_less, future_.id + "/slower/" + id));
    made.futures.push_back(with_series(id, {}, one_point, future_.id + "/faster/" + id));
  }
  return made;
}

std::vector<std::string> MovedScenarios::moved_series(std::span<const std::string> series) {
  std::vector<std::string> made(1);
  for (const std::string& id : series) made.insert(made.end(), 3, id);
  return made;
}

Scenario MovedScenarios::with_alternatives(const std::string& text) const {
  const auto source = std::make_shared<const SourceText>(
      "exposure", "schema = 1\n[scenario]\nid = \"exposure\"\n[future.any]\n" + text);
  const Loaded<Scenario> read = read_scenario(source);
  Scenario made = scenario_;
  if (!read.value) return made;
  made.alternatives = read.value->alternatives;
  made.sources.push_back(source);
  return made;
}

Scenario MovedScenarios::without_limits(bool caps, bool floors) const {
  const auto without = [&](const std::string& name, const std::string& in_money) {
    return "[alternative.without-" + name + "]\nfrom = " + today_.plus_days(1).text() +
           "\nclause.\"*\".limits = { " + name + " = \"none\", " + name + "_total = \"none\", " +
           in_money + " }\n";
  };
  return with_alternatives(
      (caps ? without("cap", "highest_price = \"none\", largest_increase = \"none\"")
            : std::string()) +
      (floors ? without("floor", "lowest_price = \"none\"") : std::string()));
}

Scenario MovedScenarios::fixed(const std::vector<Decimal>& percents) const {
  std::string text;
  for (std::size_t i = 0; i < percents.size(); ++i)
    text +=
        "[alternative.fixed-" + std::to_string(i) + "]\nfixed = \"" + percents[i].text() + "%\"\n";
  return with_alternatives(text);
}

}  // namespace pricetalk
