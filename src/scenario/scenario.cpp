#include "pricetalk/scenario/scenario.hpp"

#include <algorithm>

#include "index/figures_dictionary.hpp"
#include "pricetalk/index/figures.hpp"
#include "scenario/scenario_terms.hpp"
#include "scenario/short_forms.hpp"

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

/// Terms to values, with the rules between keys.
class ScenarioReader {
 public:
  ScenarioReader(const ScenarioFileTerms& terms, SourcePtr source, Diagnostics& problems)
      : terms_(terms), source_(std::move(source)), problems_(problems) {}

  Scenario read() {
    check_schema(terms_.schema, problems_);
    const ScenarioSection& section = terms_.scenario;
    Scenario made{
        section.id.value, section.months, section.discount_rate, section.vat_deductible, {}, {},
        {source_}};
    if (made.months.value < 1 || made.months.value > 600)
      error("S0101", place(section, made.months.where),
            {"a scenario looks 1 to 600 months ahead, not " + std::to_string(made.months.value),
             "een scenario kijkt 1 tot 600 maanden vooruit, geen " +
                 std::to_string(made.months.value)},
            {"five years: months = 60", "vijf jaar: months = 60"});
    if (made.discount_rate) shrinks_less_than_all(*made.discount_rate);
    if (made.vat_deductible) is_share(*made.vat_deductible);
    if (terms_.future.empty() && terms_.schema.where)
      error("S0107", section.span, {"a scenario without a future", "een scenario zonder toekomst"},
            {"add [future.expected] with a [[future.expected.series]]",
             "voeg [future.verwacht] toe, met een [[future.verwacht.series]]"});
    for (const auto& named : terms_.future) made.futures.push_back(future(named));
    for (const auto& named : terms_.alternative.tables) alternative(named, made);
    return made;
  }

 private:
  void error(const char* code, Span span, Phrase title, Phrase hint = {}) {
    problems_.error(code, span, std::move(title), std::move(hint));
  }

  void shrinks_less_than_all(const Stated<Percent>& percent) {
    if (!percent.where || percent.value.as_fraction() > Ratio(-1)) return;
    error("S0103", *percent.where,
          {"nothing shrinks by 100 % or more", "niets krimpt met 100 % of meer"});
  }
  void is_share(const Stated<Percent>& percent) {
    const Ratio share = percent.value.as_fraction();
    if (!percent.where || (share >= Ratio(0) && share <= Ratio(1))) return;
    error("S0103", *percent.where,
          {"a share lies between 0 and 100 %", "een deel ligt tussen 0 en 100 %"});
  }

  Future future(const NamedTable<FutureTerms>& named) {
    const FutureTerms& terms = named.terms;
    Future made{named.id,
                terms_.scenario.id.value,
                terms.note ? terms.note->value : std::string(),
                {},
                terms.volume,
                terms.returns,
                terms.non_conformity,
                terms.savings,
                terms.span,
                source_};
    for (const FutureSeriesTerms& series : terms.series) add_series(series, made);
    for (const VolumeTerms& volume : terms.volume) shrinks_less_than_all(volume.growth);
    for (const ReturnRateTerms& returns : terms.returns) is_share(returns.rate);
    for (const NonConformityRateTerms& cases : terms.non_conformity) {
      is_share(cases.rate);
      if (cases.cost_per_case.value.is_negative())
        error("S0109", place(cases, cases.cost_per_case.where),
              {"the cost of a case is zero or more", "de kosten van een geval zijn nul of meer"});
    }
    for (const SavingReachedTerms& saving : terms.savings)
      for (const Stated<Percent>& reached : saving.reached) is_share(reached);
    once(terms.volume);
    once(terms.returns);
    once(terms.non_conformity);
    return made;
  }

  template <class Terms>
  void once(const std::vector<Terms>& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (rows[i].price.where && rows[i].price.value == rows[j].price.value)
          twice(*rows[i].price.where, place(rows[j], rows[j].price.where),
                rows[i].price.value.value);
  }

  void twice(Span second, Span first, const std::string& name) {
    problems_.add({.severity = Severity::error,
                   .code = "S0104",
                   .span = second,
                   .title = {"'" + name + "' stands twice in this future",
                             "'" + name + "' staat twee keer in deze toekomst"},
                   .hint = {},
                   .context = {{first, {"first here", "eerst hier"}}},
                   .clause = {}});
  }

  void add_series(const FutureSeriesTerms& terms, Future& made) {
    const int rules =
        (terms.growth ? 1 : 0) + (terms.path.empty() ? 0 : 1) + (terms.replay ? 1 : 0);
    if (rules != 1) {
      error("S0102", terms.span,
            {"a series goes on by exactly one of growth, path and replay",
             "een reeks loopt door volgens precies een van growth, path en replay"},
            {"write for example growth = \"2%\"", "schrijf bijvoorbeeld growth = \"2%\""});
      return;
    }
    for (const SeriesFuture& earlier : made.series)
      if (earlier.pattern == terms.series.value && terms.series.where)
        twice(*terms.series.where, earlier.where, earlier.pattern.text);
    SeriesFuture one{terms.series.value, {}, {}, {}, {}, terms.span};
    if (terms.growth) {
      for (const auto& [year, percent] : terms.growth->value.years)
        shrinks_less_than_all({percent, terms.growth->where});
      shrinks_less_than_all({terms.growth->value.then, terms.growth->where});
      one.rule = terms.growth->value;
    } else if (terms.replay) {
      whole_years(*terms.replay);
      one.rule = terms.replay->value;
    } else {
      std::vector<PathFigure> path;
      for (const auto& row : terms.path) path.push_back(row.value);
      one.rule = std::move(path);
    }
    for (const ShockTerms& shock : terms.shocks) {
      shrinks_less_than_all(shock.change);
      if (shock.fades && (!shock.fades->value.months() || shock.fades->value.count == 0))
        error("S0106", *shock.fades->where,
              {"a shock fades in months, quarters or years",
               "een schok verdwijnt in maanden, kwartalen of jaren"},
              {"write for example \"12 months\"", "schrijf bijvoorbeeld \"12 months\""});
      one.shocks.push_back({shock.from.value, shock.change.value,
                            shock.fades ? std::optional(shock.fades->value) : std::nullopt,
                            shock.span});
    }
    made.series.push_back(std::move(one));
  }

  void whole_years(const Stated<PeriodSpan>& replay) {
    const Date after = replay.value.last_day().plus_days(1);
    const Date first = replay.value.first_day();
    if (after.month() == first.month() && after.day() == first.day()) return;
    error("S0105", *replay.where,
          {"a replay is of whole years", "een herhaling beslaat hele jaren"},
          {"write for example \"2021-01 to 2024-12\"",
           "schrijf bijvoorbeeld \"2021-01 to 2024-12\""});
  }

  void alternative(const NamedTable<Stated<DocumentNode>>& named, Scenario& made) {
    const Span where = named.terms.where.value_or(named.id_span);
    Alternative one{named.id, {}, {}, {}, {}, where, source_};
    DocumentNode edits = named.terms.value;
    if (edits.kind != DocumentNode::Kind::table) {
      error("S0108", where, {"an alternative is a table", "een alternatief is een tabel"},
            {"write [alternative." + named.id + "] and below it keys of the contract",
             "schrijf [alternative." + named.id + "] en daaronder sleutels van het contract"});
      return;
    }
    std::erase_if(edits.entries, [&](const Entry& entry) {
      if (entry.value.kind != DocumentNode::Kind::text) return false;
      if (entry.key == "note")
        one.note = entry.value.raw;
      else if (entry.key == "innovation")
        one.innovation = Stated<Id>{{entry.value.raw}, entry.value.span};
      else
        return false;
      return true;
    });
    first_day(edits, one);
    check_short_forms(edits, source_, problems_);
    one.edits = std::make_shared<const DocumentNode>(std::move(edits));
    made.alternatives.push_back(std::move(one));
  }

  /// `from` is a key of the alternative itself, as `note` is.
  void first_day(DocumentNode& edits, Alternative& into) {
    const DocumentNode* stated = edits.find(short_form::from);
    if (stated == nullptr) return;
    const auto day =
        stated->kind == DocumentNode::Kind::date ? Date::parse(stated->raw) : std::optional<Date>();
    if (day)
      into.from = Stated<Date>{*day, stated->span};
    else
      error("S0120", stated->span,
            {"`from` is the first adjustment date of what is edited",
             "`from` is de eerste aanpassingsdatum van wat verandert"},
            {"write from = 2026-01-01", "schrijf from = 2026-01-01"});
    std::erase_if(edits.entries, [](const Entry& e) { return e.key == short_form::from; });
  }

  const ScenarioFileTerms& terms_;
  SourcePtr source_;
  Diagnostics& problems_;
};

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
