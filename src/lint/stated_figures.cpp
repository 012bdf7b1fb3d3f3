#include "lint/stated_figures.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "contract/accepted.hpp"
#include "index/figure_doubts.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

constexpr const char* code_of_figures = "W0123";

Doubt in_words(const FigureDoubt& doubt, const Series& series) {
  const Observation& figure = series.records[doubt.figure];
  const auto text = [&](Language language) {
    return decimal_text(figure.value, language) + say(language, " of ", " van ") +
           figure.period.text() + " in " + series.id + ": ";
  };
  Phrase remedy{"hold it against what was published", "leg het naast wat er is gepubliceerd"};
  if (!doubt.cause.empty())
    remedy = {doubt.cause.en + "; " + remedy.en, doubt.cause.nl + "; " + remedy.nl};
  return {code_of_figures,
          figure.where,
          {text(Language::en) + doubt.why.en, text(Language::nl) + doubt.why.nl},
          unless_accepted(code_of_figures, remedy)};
}

/// The lowest and the highest figure of a series.
struct Reach {
  Decimal lowest;
  Decimal highest;

  /// Not further away than a tenth.
  bool holds(const Ratio& value) const {
    const Ratio more(Decimal(11, 1));
    return Ratio(lowest) / more <= value && value <= Ratio(highest) * more;
  }
  std::string text(Language language) const {
    return decimal_text(lowest, language) + say(language, " to ", " tot en met ") +
           decimal_text(highest, language);
  }
};
std::optional<Reach> reach_of(const Series& series) {
  std::optional<Reach> reach;
  for (const Observation& each : series.records) {
    if (!reach) reach = Reach{each.value, each.value};
    reach->lowest = std::min(reach->lowest, each.value);
    reach->highest = std::max(reach->highest, each.value);
  }
  return reach;
}

bool begins_after(const Series& series, Date day) {
  return std::all_of(series.records.begin(), series.records.end(),
                     [&](const Observation& each) { return day < each.period.first_day(); });
}

/// "13.68" for 136.8: the same digits with their decimal sign where the series has it.
std::optional<Decimal> with_its_decimal_sign(const Decimal& value, const Reach& reach) {
  for (const std::int64_t power : {10, 100, 1000, 10'000})
    for (const Ratio& other : {Ratio(value) / Ratio(power), Ratio(value) * Ratio(power)})
      if (const auto exact = other.exact_decimal(); exact && reach.holds(other)) return exact;
  return std::nullopt;
}

/// A reference that the contract states as a number, and that its series never came near.
std::optional<Doubt> doubtful_base(const IndexRead& read, const Series& series, Date start) {
  const auto* base = read.base.value.number();
  if (base == nullptr || !read.links.empty() || series.unit == SeriesUnit::percent)
    return std::nullopt;
  const auto reach = reach_of(series);
  if (!reach || reach->lowest <= Decimal(0, 0) || reach->holds(Ratio(base->value)))
    return std::nullopt;
  // A number from before the first figure of the library may be lower than all of them.
  const auto meant = with_its_decimal_sign(base->value, *reach);
  if (!meant && base->value < reach->lowest && begins_after(series, start)) return std::nullopt;
  const auto title = [&](Language language) {
    return decimal_text(base->value, language) +
           say(language, " never stood in ", " stond nooit in ") + series.id + " (" +
           reach->text(language) + ")";
  };
  const auto remedy = [&](Language language) {
    const std::string decimals = meant ? say(language, "is ", "is ") +
                                             decimal_text(*meant, language) +
                                             say(language, " meant? ", " bedoeld? ")
                                       : std::string();
    return decimals + say(language, "look at the base year, and at which series it is a figure of",
                          "kijk naar het basisjaar, en van welke reeks het een cijfer is");
  };
  return Doubt{code_of_figures,
               read.base.where.value_or(read.where),
               {title(Language::en), title(Language::nl)},
               unless_accepted(code_of_figures, {remedy(Language::en), remedy(Language::nl)})};
}

}  // namespace

std::vector<Doubt> doubtful_figures(const Contract& contract, const Library& library) {
  std::vector<Doubt> made;
  std::set<std::string> seen;
  const auto watch = [&](const Series& series) {
    const bool own = std::any_of(contract.own_series.begin(), contract.own_series.end(),
                                 [&](const Series& each) { return each.id == series.id; });
    return own ? Watch::unusual : Watch::impossible;
  };
  for (const Clause& clause : contract.clauses) {
    if (accepts(clause.accepts, code_of_figures)) continue;
    for (const IndexRead* read : clause.all_reads()) {
      const Series* series = library.find(read->series.value.value);
      if (series == nullptr) continue;
      if (auto base = doubtful_base(*read, *series, contract.start))
        made.push_back(std::move(*base));
      if (!seen.insert(series->id).second) continue;
      for (const FigureDoubt& doubt : figure_doubts(*series, library, watch(*series)))
        made.push_back(in_words(doubt, *series));
    }
  }
  return made;
}

}  // namespace pricetalk
