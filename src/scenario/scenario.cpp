#include "pricetalk/scenario/scenario.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

Phrase words_of(const Percent& percent) {
  return {percent.text(), decimal_text(percent.of_hundred, Language::nl) + "%"};
}
Phrase words_of(const YearMean& mean) {
  if (const auto* change = std::get_if<Percent>(&mean)) return words_of(*change);
  const Decimal& level = std::get<Decimal>(mean);
  return {level.text(), decimal_text(level, Language::nl)};
}

/// "2.4% in 2026, 2.1% in 2027, then 2% a year".
template <class Years>
Phrase words_of_years(const Years& stated) {
  Phrase text;
  for (const auto& [year, each] : stated.years) {
    const Phrase words = words_of(each);
    text.en += words.en + " in " + std::to_string(year) + ", ";
    text.nl += words.nl + " in " + std::to_string(year) + ", ";
  }
  if (!text.empty()) {
    text.en += "then ";
    text.nl += "daarna ";
  }
  const Phrase then = words_of(stated.then);
  return {text.en + then.en + " a year", text.nl + then.nl + " per jaar"};
}

Phrase words_again(const PeriodSpan& span) {
  return {span.text() + " again",
          "opnieuw " + span.first.text() + " tot en met " + span.last.text()};
}

}  // namespace

Phrase SeriesFuture::words() const {
  if (!origin.empty()) return origin;
  if (const auto* growth = std::get_if<YearlyGrowth>(&rule)) return words_of_years(*growth);
  if (const auto* means = std::get_if<YearlyMeans>(&rule)) {
    const Phrase years = words_of_years(*means);
    return {"yearly means of " + years.en, "jaargemiddelden van " + years.nl};
  }
  if (const auto* span = std::get_if<PeriodSpan>(&rule)) return words_again(*span);
  if (const auto* again = std::get_if<PastAgain>(&rule)) return words_again(again->span);
  return {"stated figures", "opgegeven cijfers"};
}

const Percent& YearlyGrowth::of(int year) const {
  for (const auto& [stated, percent] : years)
    if (stated == year) return percent;
  return then;
}

YearMean YearlyMeans::of(int year) const {
  for (const auto& [stated, mean] : years)
    if (stated == year) return mean;
  return then;
}

const SeriesFuture* Future::for_series(std::string_view wanted) const {
  const SeriesFuture* found = nullptr;
  const auto longer = [&](const SeriesPattern& pattern) {
    return found == nullptr || (pattern.exact() && !found->pattern.exact()) ||
           (pattern.exact() == found->pattern.exact() &&
            pattern.text.size() > found->pattern.text.size());
  };
  for (const SeriesFuture& rule : series)
    if (rule.pattern.matches(wanted) && longer(rule.pattern)) found = &rule;
  return found;
}

namespace {

/// Whether both give the same paths.
bool same_draws(const Random& a, const Random& b) {
  const auto span = [](const Random& random) {
    return random.window ? std::optional(random.window->value) : std::nullopt;
  };
  return a.paths.value == b.paths.value && a.seed.value == b.seed.value &&
         a.method.value == b.method.value && span(a) == span(b) && a.block.value == b.block.value;
}

}  // namespace

Loaded<Scenario> merge(std::vector<Scenario> scenarios) {
  Loaded<Scenario> result;
  const Scenario first = scenarios.front();
  Scenario made = first;
  made.futures.clear();
  made.alternatives.clear();
  made.sources.clear();
  const auto wrong = [&](std::optional<Span> where, Phrase title) {
    result.diagnostics.error("S0205", where.value_or(Span{}), std::move(title));
  };
  std::vector<std::string> ids;
  for (const Scenario& scenario : scenarios)
    for (const Future& future : scenario.futures) ids.push_back(future.id);
  for (Scenario& scenario : scenarios) {
    const auto text = [](const auto& rate) { return rate ? rate->value.text() : std::string("-"); };
    if (scenario.months.value != first.months.value)
      wrong(
          scenario.months.where,
          {"'" + scenario.id + "' looks another number of months ahead than '" + first.id + "'",
           "'" + scenario.id + "' kijkt een ander aantal maanden vooruit dan '" + first.id + "'"});
    const bool same_rate = scenario.discount_rate.has_value() == first.discount_rate.has_value() &&
                           (!first.discount_rate || scenario.discount_rate->value.as_fraction() ==
                                                        first.discount_rate->value.as_fraction());
    if (!same_rate)
      wrong(scenario.discount_rate ? scenario.discount_rate->where : std::nullopt,
            {"'" + scenario.id + "' has discount rate " + text(scenario.discount_rate) + ", '" +
                 first.id + "' " + text(first.discount_rate),
             "'" + scenario.id + "' heeft disconteringsvoet " + text(scenario.discount_rate) +
                 ", '" + first.id + "' " + text(first.discount_rate)});
    if (scenario.random.where.source != nullptr) {
      if (made.random.where.source != nullptr && !same_draws(made.random, scenario.random))
        wrong(scenario.random.where, {"another [random] than that of the scenarios before it",
                                      "een andere [random] dan die van de scenario's ervoor"});
      made.random = scenario.random;
    }
    if (scenario.vat_deductible && first.vat_deductible &&
        scenario.vat_deductible->value.as_fraction() != first.vat_deductible->value.as_fraction())
      wrong(scenario.vat_deductible->where,
            {"'" + scenario.id + "' and '" + first.id + "' state another share of VAT",
             "'" + scenario.id + "' en '" + first.id + "' noemen een ander deel van de btw"});
    if (!made.vat_deductible) made.vat_deductible = scenario.vat_deductible;
    for (Future& future : scenario.futures) {
      if (std::count(ids.begin(), ids.end(), future.id) > 1)
        future.id = scenario.id + "/" + future.id;
      made.futures.push_back(std::move(future));
    }
    for (Alternative& alternative : scenario.alternatives) {
      for (const Alternative& earlier : made.alternatives)
        if (earlier.id == alternative.id)
          wrong(alternative.where,
                {"alternative '" + alternative.id + "' stands in two scenarios",
                 "alternatief '" + alternative.id + "' staat in twee scenario's"});
      made.alternatives.push_back(std::move(alternative));
    }
    made.sources.insert(made.sources.end(), scenario.sources.begin(), scenario.sources.end());
  }
  for (const SourcePtr& source : made.sources) result.diagnostics.keep(source);
  if (!result.diagnostics.has_errors()) result.value = std::move(made);
  return result;
}

}  // namespace pricetalk
