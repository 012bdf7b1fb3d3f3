#include "scenario/check.hpp"

#include <algorithm>
#include <set>

#include "document/tree.hpp"
#include "pricetalk/pricing/surcharge.hpp"
#include "scenario/follow.hpp"
#include "scenario/named.hpp"
#include "scenario/project.hpp"
#include "scenario/short_forms.hpp"

namespace pricetalk {

namespace {

/// Where a clause of the contract names the series, or nothing.
Span asked_by(const Contract& contract, std::string_view series) {
  for (const Clause& clause : contract.clauses)
    for (const IndexRead* read : clause.all_reads()) {
      if (read->series.value.value == series) return read->series.where.value_or(read->where);
      for (const LinkTerms& link : read->links)
        if (link.next.value.value == series) return link.next.where.value_or(read->where);
    }
  return {};
}

/// Series that the prices lack after `today`, or read as "latest published", which would stay at
/// today's figure without a word.
void need(const Clause& clause, const Outcome<Ratio>& value, std::set<std::string>& found) {
  if (!value)
    for (const Reason& reason : value.why().reasons())
      if (!reason.series.empty()) found.insert(reason.series);
  for (const IndexRead& read : clause.reads)
    if (std::holds_alternative<PeriodRule::Latest>(read.use.value.what))
      found.insert(read.series.value.value);
}

/// Of surcharges, those that a day of each month to come lacks.
void needed_by_surcharges(const PriceSchedule& prices, Date today, Date until,
                          std::set<std::string>& found) {
  if (prices.line->surcharges.empty()) return;
  for (Date day = today.plus_days(1); day <= until; day = shift(day, {1, Unit::month}))
    for (const Surcharge& one : surcharges_on(prices, day)) need(*one.clause, one.amount, found);
}

std::set<std::string> needed(const std::vector<PriceSchedule>& priced, Date today, Date until) {
  std::set<std::string> found;
  for (const PriceSchedule& schedule : priced) needed_by_surcharges(schedule, today, until, found);
  for (const PriceSchedule& schedule : priced)
    for (const PriceEntry& entry : schedule.entries) {
      if (entry.from <= today || entry.clause == nullptr) continue;
      need(*entry.clause, entry.price, found);
    }
  return found;
}

void add_gap(std::vector<SeriesGap>& gaps, const std::string& series, Span asked,
             const Future& future) {
  const auto known = std::find_if(gaps.begin(), gaps.end(),
                                  [&](const SeriesGap& gap) { return gap.series == series; });
  if (known == gaps.end())
    gaps.push_back({series, asked, {&future}});
  else if (std::find(known->futures.begin(), known->futures.end(), &future) == known->futures.end())
    known->futures.push_back(&future);
}

/// "'laag', 'verwacht' en 'hoog'".
Phrase names_of(const std::vector<const Future*>& futures) {
  Phrase names;
  for (std::size_t i = 0; i < futures.size(); ++i) {
    const bool last = i > 0 && i + 1 == futures.size();
    const std::string name = "'" + futures[i]->id + "'";
    names.en += (i == 0 ? "" : last ? " and " : ", ") + name;
    names.nl += (i == 0 ? "" : last ? " en " : ", ") + name;
  }
  return names;
}

class NameCheck {
 public:
  NameCheck(const NamesKnown& known, Diagnostics& problems) : known_(known), problems_(problems) {}

  void innovations(const std::vector<SavingReachedTerms>& rows) {
    const std::set<std::string>& known = known_.ids(NamedThing::Kind::innovation);
    for (const SavingReachedTerms& row : rows) {
      const std::string& id = row.innovation.value.value;
      if (known.contains(id)) continue;
      problems_.error("S0202", row.innovation.where.value_or(row.span),
                      {"no innovation '" + id + "' in " + known_.where().en,
                       "geen innovatie '" + id + "' in " + known_.where().nl},
                      did_you_mean(id, known));
    }
  }

  template <class Terms>
  void lines(const std::vector<Terms>& rows) {
    const std::set<std::string>& known = known_.ids(NamedThing::Kind::line);
    for (const Terms& row : rows) {
      const std::string& id = row.price.value.value;
      if (known.contains(id) || id == all_of_them) continue;
      problems_.error("S0202", row.price.where.value_or(row.span),
                      {"no price line '" + id + "' in " + known_.where().en,
                       "geen prijsregel '" + id + "' in " + known_.where().nl},
                      did_you_mean(id, known));
    }
  }

  /// Each clause, price line and innovation that it names is in one of the contracts, not
  /// necessarily in each; and it changes one of them at least.
  void alternative(const Alternative& alternative, std::size_t about) {
    for (const NamedThing& thing : things_named(alternative)) {
      const std::set<std::string>& known = known_.ids(thing.kind);
      if (known.contains(thing.id)) continue;
      const Phrase& kind = words(thing.kind);
      return problems_.error("S0203", thing.where,
                             {"alternative '" + alternative.id + "' is about " + kind.en + " '" +
                                  thing.id + "', which is not in " + known_.where().en,
                              "alternatief '" + alternative.id + "' gaat over " + kind.nl + " '" +
                                  thing.id + "', en die staat niet in " + known_.where().nl},
                             did_you_mean(thing.id, known));
    }
    if (about == 0)
      problems_.error(
          "S0203", alternative.where,
          {"alternative '" + alternative.id + "' changes nothing in " + known_.where().en,
           "alternatief '" + alternative.id + "' verandert niets in " + known_.where().nl},
          {"a limit that is lifted must be there, and a step that is waived must fall "
           "in those days; the clauses are: " +
               all_clauses(),
           "een grens die vervalt moet er zijn, en een aanpassing waarvan wordt "
           "afgezien moet in die dagen vallen; de clausules zijn: " +
               all_clauses()});
  }

 private:
  std::string all_clauses() const {
    std::string all;
    for (const std::string& id : known_.ids(NamedThing::Kind::clause))
      all += (all.empty() ? "" : ", ") + id;
    return all.empty() ? "-" : all;
  }

  static Phrase did_you_mean(const std::string& id, const std::set<std::string>& known) {
    const std::string near(nearest(id, {known.begin(), known.end()}));
    if (near.empty()) return {};
    return {"did you mean '" + near + "'?", "bedoelde u '" + near + "'?"};
  }

  const NamesKnown& known_;
  Diagnostics& problems_;
};

/// Percentages are stated and indices grow: two per cent more of 3% is 3.06%, which nobody means.
void check_percent(const Series& series, const SeriesFuture& rule, Diagnostics& diagnostics) {
  const auto* growth = std::get_if<YearlyGrowth>(&rule.rule);
  if (series.unit != SeriesUnit::percent || growth == nullptr) return;
  diagnostics.warning(
      "S0110", rule.where,
      {"the figures of '" + series.id + "' are percentages, and would grow themselves",
       "de cijfers van '" + series.id + "' zijn percentages, en zouden zelf groeien"},
      {"state the figures of series = \"" + series.id + "\" with `path`",
       "geef de cijfers van series = \"" + series.id + "\" met `path`"});
}

/// A series with a frequency has a figure for every period; so has its path, from the last
/// published one on.
void check_path(const Series& seen, const SeriesFuture& rule, Diagnostics& diagnostics) {
  const auto* path = std::get_if<std::vector<PathFigure>>(&rule.rule);
  if (path == nullptr || !seen.frequency || seen.records.of(*seen.frequency).empty()) return;
  std::set<Period> stated;
  for (const PathFigure& figure : *path)
    if (figure.period.unit() == *seen.frequency) stated.insert(figure.period);
  const Period published = seen.records[seen.records.of(*seen.frequency).back()].period;
  Period next = published.plus(1);
  for (const Period& period : stated) {
    if (period < next) continue;
    if (period == next) {
      next = next.plus(1);
      continue;
    }
    diagnostics.error("S0113", rule.where,
                      {"the path of '" + seen.id + "' leaves out " + next.text(),
                       "het pad van '" + seen.id + "' slaat " + next.text() + " over"},
                      {"the last published figure is of " + published.text() +
                           "; state every period from there on",
                       "het laatste gepubliceerde cijfer is van " + published.text() +
                           "; geef elke periode daarna"});
    return;
  }
}

/// What the figures of the past cannot answer.
void check_rule(const Series& seen, const SeriesFuture& rule, const Future& future, Date today,
                Date until, Diagnostics& diagnostics) {
  check_path(seen, rule, diagnostics);
  const ProjectedSeries made = project_series(seen, rule, future, today, until);
  if (made.out_of_reach) {
    const std::string year = std::to_string(*made.out_of_reach);
    diagnostics.error(
        "S0206", rule.where,
        {"no figures of '" + seen.id + "' above zero make the mean of " + year,
         "geen cijfers van '" + seen.id + "' boven nul geven het gemiddelde van " + year},
        {"look at what is published of that year, and at the mean that is stated",
         "kijk naar wat van dat jaar bekend is, en naar het opgegeven gemiddelde"});
  }
  if (!made.missing) return;
  const bool mean = std::holds_alternative<YearlyMeans>(rule.rule);
  const std::string period = made.missing->text();
  diagnostics.error("S0204", rule.where,
                    {"series '" + seen.id + "' has no figure for " + period +
                         (mean ? " to take the mean of its year" : " to replay"),
                     "reeks '" + seen.id + "' heeft voor " + period + " geen cijfer om " +
                         (mean ? "het gemiddelde van het jaar te nemen" : "te herhalen")});
}

/// Every text of the edits of an alternative: it may name a series that no contract reads.
void add_texts(const DocumentNode& node, std::set<std::string>& found) {
  if (node.kind == DocumentNode::Kind::text) found.insert(node.raw);
  for (const DocumentNode& item : node.items) add_texts(item, found);
  for (const Entry& entry : node.entries) add_texts(entry.value, found);
}

/// A rule with the whole name of a series that nobody reads does nothing, and may be misspelt.
void check_used(const Scenario& scenario, const std::set<std::string>& read,
                Diagnostics& diagnostics) {
  std::set<std::string> used = read;
  for (const Alternative& alternative : scenario.alternatives) add_texts(*alternative.edits, used);
  for (const Future& future : scenario.futures)
    for (const SeriesFuture& rule : future.series) {
      const std::string& id = rule.pattern.text;
      if (!rule.pattern.exact() || used.contains(id)) continue;
      const std::string near(nearest(id, {used.begin(), used.end()}));
      diagnostics.warning(
          "S0207", rule.where,
          {"no contract reads series '" + id + "'", "geen contract leest reeks '" + id + "'"},
          near.empty() ? Phrase{}
                       : Phrase{"did you mean '" + near + "'?", "bedoelde u '" + near + "'?"});
    }
}

}  // namespace

void check_future(const Contract& contract, const std::vector<PriceSchedule>& priced,
                  const Library& known, const Future& future, Date today, Date until,
                  std::vector<SeriesGap>& gaps, Diagnostics& diagnostics) {
  for (const std::string& id : series_named(contract))
    if (const Series* series = known.find(id); series != nullptr && goes_on(*series))
      if (const SeriesFuture* rule = future.for_series(id))
        check_percent(*series, *rule, diagnostics);
  for (const std::string& id : needed(priced, today, until)) {
    const Series* series = known.find(id);
    if (series == nullptr || !goes_on(*series)) continue;
    const Series* followed = followed_in(known, future, *series);
    const Series& ruled = followed == nullptr ? *series : *followed;
    if (const SeriesFuture* rule = future.for_series(ruled.id))
      check_rule(seen_on(ruled, today), *rule, future, today, until, diagnostics);
    else
      add_gap(gaps, ruled.id, asked_by(contract, id), future);
  }
}

Diagnostics errors_of(const std::vector<SeriesGap>& gaps) {
  Diagnostics errors;
  for (const SeriesGap& gap : gaps) {
    const Future& first = *gap.futures.front();
    const bool one = gap.futures.size() == 1;
    const Phrase names = names_of(gap.futures);
    Diagnostic error{
        .severity = Severity::error,
        .code = "S0201",
        .span = first.where,
        .title = {(one ? "future " : "futures ") + names.en + (one ? " does" : " do") +
                      " not say how series '" + gap.series + "' goes on",
                  (one ? "toekomst " : "toekomsten ") + names.nl + (one ? " zegt" : " zeggen") +
                      " niet hoe reeks '" + gap.series + "' doorloopt"},
        .hint = {"add [[future." + first.id + ".series]] with series = \"" + gap.series +
                     "\" and growth = \"2%\"" + (one ? "" : ", and likewise in the others"),
                 "voeg [[future." + first.id + ".series]] toe met series = \"" + gap.series +
                     "\" en growth = \"2%\"" + (one ? "" : ", en in de andere net zo")},
        .context = {{gap.asked_by,
                     {"the contract needs it here", "het contract heeft haar hier nodig"}}},
        .clause = {}};
    errors.add(std::move(error));
  }
  return errors;
}

Diagnostics refuse_random(const Scenario& scenario) {
  Diagnostics errors;
  for (const Future& future : scenario.futures)
    if (future.random)
      errors.error(
          "S0306", future.where,
          {"future '" + future.id + "' goes on by chance, on many paths; here one is needed",
           "toekomst '" + future.id +
               "' loopt door volgens toeval, op veel paden; hier is "
               "er een nodig"},
          {"`simulate --path 0` shows one of them; or leave `random` out",
           "`simulate --path 0` toont er een van; of laat `random` weg"});
  return errors;
}

void check_names(const Scenario& scenario, std::span<const Contract* const> contracts, Date today,
                 Diagnostics& diagnostics) {
  NamesKnown known;
  for (const Contract* contract : contracts)
    known.add(ContractNames::of(*contract), fits_of(scenario, *contract, today));
  check_names(scenario, known, diagnostics);
}

void check_names(const Scenario& scenario, const NamesKnown& known, Diagnostics& diagnostics) {
  NameCheck check(known, diagnostics);
  for (const Future& future : scenario.futures) {
    check.lines(future.volume);
    check.lines(future.returns);
    check.lines(future.non_conformity);
    check.innovations(future.savings);
  }
  for (std::size_t i = 0; i < scenario.alternatives.size(); ++i)
    check.alternative(scenario.alternatives[i], i < known.about.size() ? known.about[i] : 0);
  check_used(scenario, known.series, diagnostics);
}

}  // namespace pricetalk
