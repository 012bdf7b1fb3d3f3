#include <algorithm>
#include <utility>

#include "advice/price_gap.hpp"
#include "advice/redface_rules.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/fold.hpp"
#include "pricing/shown_step.hpp"
#include "reading/reading.hpp"

namespace pricetalk {

std::vector<Finding> decrease_kept(const Dossier& d, const RedFaceThresholds& t) {
  std::vector<Finding> made;
  for (const Line& line : d.contract->lines) {
    const PriceEntry* entry = now(d, line);
    if (entry == nullptr) continue;
    std::optional<Contract> passed_on;
    for (const std::size_t clause : line.clauses)
      if (auto edited = as_read_by("floor-ignored", passed_on ? *passed_on : *d.contract, line,
                                   d.contract->clauses[clause], *d.library, d.today))
        passed_on = std::move(edited);
    if (!passed_on) continue;
    const PriceSchedule other = schedule(
        PricingContext{&*passed_on, passed_on->find_line(line.id), 0, d.coverage}, d.today);
    const PriceEntry* lower = other.on(d.today);
    if (lower == nullptr || !lower->price || *lower->price >= *entry->price) continue;
    const Phrase label{"price with decreases passed on", "prijs als dalingen waren doorgegeven"};
    Gap found =
        gap(d, line, {entry->price, {"allowed price", "toegestane prijs"}, from_entry(*entry)},
            {lower->price, label, from_entry(*lower)}, "decrease-kept");
    if (!at_least(found, t.kept_decrease.value)) continue;
    Finding finding =
        about(&line, {line.title + ": prices fell and we did not pass it on, " +
                          price_text(d, line, *entry->price, Language::en) + " instead of " +
                          price_text(d, line, *lower->price, Language::en),
                      line.title + ": een daling is niet doorgegeven, " +
                          price_text(d, line, *entry->price, Language::nl) + " in plaats van " +
                          price_text(d, line, *lower->price, Language::nl)});
    finding.per_year = found.per_year;
    finding.evidence = std::move(found.evidence);
    finding.evidence.push_back({{lower->address.text + "/decrease-passed-on"},
                                label,
                                std::make_shared<const Derivation>(lower->why),
                                lower->answer});
    for (std::size_t i = 0; i < other.entries.size(); ++i) {
      const PriceEntry* own = d.schedule_of(line.id)->on(other.entries[i].from);
      if (!finding.since && own != nullptr && other.entries[i].price && own->price &&
          *other.entries[i].price < *own->price)
        finding.since = other.entries[i].from;
    }
    if (finding.since)
      finding.total = so_far(d, line, *finding.since,
                             {rule_address(d, line, "decrease-kept/total"),
                              {"kept since it began", "niet doorgegeven sinds het begin"},
                              entry->fixity},
                             priced(*d.schedule_of(line.id)), priced(other), finding.evidence);
    made.push_back(std::move(finding));
  }
  return made;
}

namespace {

/// The largest step that compares a figure from before a break in its series, and the break.
struct Broken {
  const PriceEntry* entry = nullptr;
  const Series* series = nullptr;
  const SeriesBreak* at = nullptr;
  std::string period;
  Ratio change{0};  ///< the step as people read it
};
Broken broken_step(const Dossier& d, const PriceSchedule& prices, const Ratio& at_least) {
  Broken made;
  for (const PriceEntry& entry : prices.entries) {
    if (entry.clause == nullptr || entry.from > d.today || entry.verdict != Verdict::adjusted)
      continue;
    const Outcome<Ratio> change = shown_step(prices, entry).step;
    if (!change || *change < at_least) continue;
    if (made.entry != nullptr && *change <= made.change) continue;
    for (const InputSource& input : entry.why.inputs) {
      if (!input.figure) continue;
      const Series* series = d.library->find(input.figure->series);
      const auto period = Period::parse(input.figure->period);
      if (series == nullptr || !period) continue;
      for (const SeriesBreak& each : series->breaks) {
        // The comparison figure: it lies within a year before the break.
        const bool before = *period < each.from &&
                            each.from.first_day() <= period->last_day() + Duration{1, Unit::year};
        if (before && each.from.first_day() <= d.today)
          made = {&entry, series, &each, input.figure->period, *change};
      }
    }
  }
  return made;
}

Outcome<Figure> not_published(const Series& series) {
  return Undetermined(Reason{.kind = Reason::Kind::missing,
                             .key = series.id + " new method",
                             .text = {"what the figure would have been by the new method; " +
                                          series.publisher + " has not published it",
                                      "wat het cijfer met de nieuwe meting was geweest; " +
                                          series.publisher + " heeft dat niet gepubliceerd"},
                             .series = series.id,
                             .period = {},
                             .expected = {},
                             .source = series.source});
}

}  // namespace

/// One finding for a clause and a date: the same figure moved all lines of the clause.
std::vector<Finding> measurement_break(const Dossier& d, const RedFaceThresholds& t) {
  std::vector<Finding> made;
  std::vector<std::pair<const Clause*, Date>> told;
  for (const Line& line : d.contract->lines) {
    const PriceEntry* current = now(d, line);
    const PriceSchedule* prices = d.schedule_of(line.id);
    if (current == nullptr || prices == nullptr) continue;
    const Broken found = broken_step(d, *prices, t.measured_change.value.as_fraction());
    if (found.entry == nullptr || found.entry->clause->compounding.value == Compounding::base)
      continue;
    const std::string year = std::to_string(found.entry->from.year());
    Evidence evidence{found.entry->address,
                      {"step of " + year, "stap van " + year},
                      std::make_shared<const Derivation>(found.entry->why),
                      found.entry->answer};
    const std::pair key(found.entry->clause, found.entry->date);
    if (const auto known = std::find(told.begin(), told.end(), key); known != told.end()) {
      made[static_cast<std::size_t>(known - told.begin())].evidence.push_back(std::move(evidence));
      continue;
    }
    told.push_back(key);
    const Ratio change = found.change;
    const std::string series = found.series->title.empty() ? found.series->id : found.series->title;
    Finding finding =
        about(nullptr, {"the " + percent_text(change, 2, Language::en) + " of " + year +
                            " rests on a figure from " + "before the method changed (" + series +
                            ", " + found.period + "), and is still in the price",
                        "de verhoging van " + percent_text(change, 2, Language::nl) + " in " +
                            year + " komt van een cijfer van vóór de nieuwe meting (" + series +
                            ", " + found.period + "), en zit nog in de prijs"});
    finding.customer_question = {"Did that increase of " + year + " ever come off again?",
                                 "Is die verhoging van " + year + " er ooit weer afgegaan?"};
    finding.per_year = not_published(*found.series);
    finding.since = found.entry->from;
    finding.evidence.push_back(std::move(evidence));
    made.push_back(std::move(finding));
  }
  return made;
}

}  // namespace pricetalk
