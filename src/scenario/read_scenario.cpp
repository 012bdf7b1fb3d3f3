#include <algorithm>
#include <limits>
#include <map>

#include "index/figures_dictionary.hpp"
#include "pricetalk/index/figures.hpp"
#include "pricetalk/scenario/scenario.hpp"
#include "scenario/scenario_terms.hpp"
#include "scenario/short_forms.hpp"

namespace pricetalk {

namespace {

Span place(const TableBase& table, const std::optional<Span>& stated) {
  return stated.value_or(table.span);
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
        section.id.value, section.months, section.discount_rate, section.vat_deductible, {}, {}, {},
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
    if (terms_.random) made.random = random(*terms_.random);
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

  void within(const char* key, const Stated<int>& number, Span table, int least, int most) {
    if (number.value >= least && number.value <= most) return;
    const std::string range = std::to_string(least) + " to " + std::to_string(most);
    const std::string bereik = std::to_string(least) + " tot en met " + std::to_string(most);
    error("S0112", number.where.value_or(table),
          {std::string("`") + key + "` is " + range + ", not " + std::to_string(number.value),
           std::string("`") + key + "` is " + bereik + ", niet " + std::to_string(number.value)});
  }

  Random random(const RandomTerms& terms) {
    within("paths", terms.paths, terms.span, 1, 1'000'000);
    within("seed", terms.seed, terms.span, 0, std::numeric_limits<int>::max());
    within("block", terms.block, terms.span, 1, 120);
    if (terms.window) window(*terms.window);
    return {terms.paths, terms.seed, terms.method, terms.window, terms.block, terms.span};
  }

  void window(const Stated<PeriodSpan>& window) {
    whole_years(window);
    if (window.value.first.unit() == Unit::month) return;
    error("S0112", *window.where,
          {"a window is stated in months", "een venster wordt in maanden opgegeven"},
          {"write for example \"2005-01 to 2024-12\"",
           "schrijf bijvoorbeeld \"2005-01 to 2024-12\""});
  }

  Future future(const NamedTable<FutureTerms>& named) {
    const FutureTerms& terms = named.terms;
    Future made{named.id,
                terms_.scenario.id.value,
                terms.note ? terms.note->value : std::string(),
                {},
                terms.random.value,
                terms.volume,
                terms.returns,
                terms.non_conformity,
                terms.savings,
                terms.span,
                source_};
    for (const FutureSeriesTerms& series : terms.series) add_series(series, made);
    if (terms.replay) add_replay(terms, made);
    for (const VolumeTerms& volume : terms.volume) shrinks_less_than_all(volume.growth);
    for (const ReturnRateTerms& returns : terms.returns) is_share(returns.rate);
    for (const NonConformityRateTerms& cases : terms.non_conformity) {
      is_share(cases.rate);
      if (cases.cost_per_case.value.is_negative())
        error("S0109", place(cases, cases.cost_per_case.where),
              {"the cost of a case is zero or more", "de kosten van een geval zijn nul of meer"});
      show_once(cases);
    }
    for (const SavingReachedTerms& saving : terms.savings)
      for (const Stated<Percent>& reached : saving.reached) is_share(reached);
    once(terms.volume);
    once(terms.returns);
    once(terms.non_conformity);
    return made;
  }

  /// A case shows in one month only.
  void show_once(const NonConformityRateTerms& cases) {
    Ratio all(0);
    for (const Stated<Percent>& share : cases.shows) {
      is_share(share);
      all = all + share.value.as_fraction();
    }
    if (Ratio(1) < all)
      error("S0103", place(cases, cases.shows.front().where),
            {"the shares of `shows` are more than 100% together",
             "de delen van `shows` zijn samen meer dan 100%"});
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

  /// The whole future goes through the past again: a rule that every other one is longer than.
  void add_replay(const FutureTerms& terms, Future& made) {
    const Span where = *terms.replay->where;
    whole_years(*terms.replay);
    if (terms.random.value)
      error("S0102", where,
            {"a future goes on by chance or through the past again, not both",
             "een toekomst loopt door volgens het toeval of door het verleden opnieuw, niet beide"},
            {"leave out `random` or `replay`", "laat `random` of `replay` weg"});
    for (const SeriesFuture& earlier : made.series)
      if (earlier.pattern.text == "*") twice(where, earlier.where, "*");
    made.series.push_back({{"*"}, PastAgain{terms.replay->value}, {}, where});
  }

  void add_series(const FutureSeriesTerms& terms, Future& made) {
    const int rules = (terms.growth ? 1 : 0) + (terms.means ? 1 : 0) +
                      (terms.path.empty() ? 0 : 1) + (terms.replay ? 1 : 0);
    if (rules != 1) {
      error("S0102", terms.span,
            {"a series goes on by exactly one of growth, means, path and replay",
             "een reeks loopt door volgens precies een van growth, means, path en replay"},
            {"write for example growth = \"2%\"", "schrijf bijvoorbeeld growth = \"2%\""});
      return;
    }
    for (const SeriesFuture& earlier : made.series)
      if (earlier.pattern == terms.series.value && terms.series.where)
        twice(*terms.series.where, earlier.where, earlier.pattern.text);
    SeriesFuture one{terms.series.value, {}, {}, terms.span};
    if (terms.growth) {
      for (const auto& [year, percent] : terms.growth->value.years)
        shrinks_less_than_all({percent, terms.growth->where});
      shrinks_less_than_all({terms.growth->value.then, terms.growth->where});
      one.rule = terms.growth->value;
    } else if (terms.means) {
      positive_means(*terms.means);
      one.rule = terms.means->value;
    } else if (terms.replay) {
      whole_years(*terms.replay);
      one.rule = terms.replay->value;
    } else {
      std::vector<PathFigure> path;
      for (const auto& row : terms.path) path.push_back(row.value);
      once_each(terms.path);
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

  void positive_means(const Stated<YearlyMeans>& means) {
    for (const auto& [year, mean] : means.value.years)
      if (const auto* change = std::get_if<Percent>(&mean))
        shrinks_less_than_all({*change, means.where});
    shrinks_less_than_all({means.value.then, means.where});
  }

  /// Each period of a path once.
  void once_each(const std::vector<Stated<PathFigure>>& rows) {
    std::map<Period, Span> seen;
    for (const auto& row : rows) {
      const auto [first, fresh] = seen.emplace(row.value.period, row.where.value_or(Span{}));
      if (!fresh) twice(row.where.value_or(Span{}), first->second, row.value.period.text());
    }
  }

  void whole_years(const Stated<PeriodSpan>& replay) {
    const Date after = replay.value.last_day().plus_days(1);
    const Date first = replay.value.first_day();
    if (after.month() == first.month() && after.day() == first.day()) return;
    error("S0105", *replay.where,
          {"the span is not of whole years", "de periode beslaat geen hele jaren"},
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

Loaded<Scenario> read_scenario(const SourcePtr& source) {
  Loaded<Scenario> made;
  made.diagnostics.keep(source);
  const Loaded<ScenarioFileTerms> terms = read_terms<ScenarioFileTerms>(source);
  made.diagnostics.append(terms.diagnostics);
  if (!terms.value) return made;
  made.value = ScenarioReader(*terms.value, source, made.diagnostics).read();
  if (made.diagnostics.has_errors()) made.value.reset();
  return made;
}

}  // namespace pricetalk
