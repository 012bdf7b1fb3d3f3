#include "lint/stated_figures.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "contract/accepted.hpp"
#include "explain/rounded.hpp"
#include "index/exchanged_digits.hpp"
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
  // A stated number stands in the base of the series that is asked first.
  if (base == nullptr || series.unit == SeriesUnit::percent ||
      read.in_base_of.value.of != ComparisonBase::Of::reference)
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

/// Months or quarters before a day of which all figures are known; empty where one is missing.
std::vector<Observation> year_before(const Series& series, Date day, Unit unit) {
  std::vector<Observation> found;
  for (const RecordId id :
       series.records.inside(day - Duration{1, Unit::year}, day.plus_days(-1), unit)) {
    const Observation& each = series.records[id];
    if (!found.empty() && found.back().period == each.period) found.pop_back();
    found.push_back(each);
  }
  const std::size_t whole = unit == Unit::month ? 12 : 4;
  return found.size() == whole ? found : std::vector<Observation>{};
}

/// Whether a stated number is a figure, as it is rounded there and up to one in its last decimal.
bool is_figure(const Decimal& number, const Ratio& figure, int decimals) {
  const int scale = std::min(number.scale(), decimals);
  return abs(Ratio(number) - figure) <= Ratio(Decimal(15, scale + 1));
}

/// A figure of any period, or the mean of a quarter, half a year or a year near the price.
bool is_published(const Decimal& number, const Series& series, Date priced, Unit unit) {
  for (const Observation& each : series.records)
    if (is_figure(number, Ratio(each.value), each.value.scale())) return true;
  const Duration some_years{3, Unit::year};
  const auto near =
      series.records.inside(priced - some_years, priced + Duration{1, Unit::year}, unit);
  const std::size_t quarter = unit == Unit::month ? 3 : 1;
  for (const std::size_t length : {quarter, 2 * quarter, 4 * quarter})
    for (std::size_t i = 0; i + length <= near.size(); ++i) {
      Ratio sum(0);
      for (std::size_t k = 0; k < length; ++k) sum = sum + Ratio(series.records[near[i + k]].value);
      if (is_figure(number, sum / Ratio(static_cast<std::int64_t>(length)),
                    series.records[near[i]].value.scale()))
        return true;
    }
  return false;
}

/// The figure of a period that has that value; of several the one nearest to the price.
const Observation* figure_of(const Series& series, const Decimal& value, Date priced) {
  const Observation* found = nullptr;
  const auto away = [&](const Observation& each) {
    return std::abs(priced.days() - each.period.first_day().days());
  };
  for (const Observation& each : series.records)
    if (each.value == value && (found == nullptr || away(each) < away(*found))) found = &each;
  return found;
}

/// A reference that the contract states as a number, among the figures of its series and none of
/// them, while all those of the time of the price are known.
std::optional<Doubt> figure_of_no_period(const IndexRead& read, const Series& series, Date priced) {
  const auto* base = read.base.value.number();
  if (base == nullptr || series.unit != SeriesUnit::index ||
      read.in_base_of.value.of != ComparisonBase::Of::reference)
    return std::nullopt;
  const Unit unit = series.records.of(Unit::month).empty() ? Unit::quarter : Unit::month;
  const std::vector<Observation> known = year_before(series, priced, unit);
  if (known.empty() || is_published(base->value, series, priced, unit)) return std::nullopt;
  const auto meant = with_two_digits_exchanged(base->value, [&](const Decimal& other) {
    const Observation* figure = figure_of(series, other, priced);
    return figure != nullptr && figure->period.first_day() < priced + Duration{1, Unit::year};
  });
  const Observation* closest = &known.front();
  if (meant) {
    closest = figure_of(series, *meant, priced);
  } else {
    for (const Observation& each : series.records)
      if (abs(Ratio(each.value) - Ratio(base->value)) <
          abs(Ratio(closest->value) - Ratio(base->value)))
        closest = &each;
  }
  const auto title = [&](Language language) {
    return decimal_text(base->value, language) +
           say(language, " is a figure of no period of ",
               " is van geen enkele periode een cijfer van ") +
           series.id;
  };
  const auto remedy = [&](Language language) {
    const std::string figure = decimal_text(closest->value, language);
    const std::string period = period_text(closest->period, language);
    if (meant)
      return say(language,
                 "are two digits exchanged? " + period + " is " + figure + ": write base = " +
                     closest->value.text() + ", or base = \"" + closest->period.text() + "\"",
                 "zijn er twee cijfers verwisseld? " + period + " is " + figure +
                     ": schrijf base = " + closest->value.text() + ", of base = \"" +
                     closest->period.text() + "\"");
    return say(language,
               "the figure nearest to it is " + figure + " of " + period +
                   ": hold it against what was published, or name the period, base = \"" +
                   known.back().period.text() + "\"",
               "het cijfer dat er het dichtst bij ligt, is " + figure + " van " + period +
                   ": leg het naast wat er is gepubliceerd, of noem de periode, base = \"" +
                   known.back().period.text() + "\"");
  };
  return Doubt{code_of_figures,
               read.base.where.value_or(read.where),
               {title(Language::en), title(Language::nl)},
               unless_accepted(code_of_figures, {remedy(Language::en), remedy(Language::nl)})};
}

/// Of the first line that follows the clause.
Date date_of_price(const Contract& contract, const Clause& clause) {
  for (const Line& line : contract.lines)
    for (const std::size_t position : line.clauses)
      if (contract.clauses[position].id == clause.id) return line.price_date;
  return contract.start;
}

}  // namespace

std::vector<Doubt> doubtful_figures(const Contract& contract, const Library& library,
                                    KnownFigureDoubts* known) {
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
      auto base = doubtful_base(*read, *series, contract.start);
      if (!base) base = figure_of_no_period(*read, *series, date_of_price(contract, clause));
      if (base) made.push_back(std::move(*base));
      if (!seen.insert(series->id).second) continue;
      const Watch how = watch(*series);
      const bool shared = known != nullptr && how == Watch::impossible;
      const std::vector<FigureDoubt> found = shared ? known->of(library.shared(series->id), library)
                                                    : figure_doubts(*series, library, how);
      for (const FigureDoubt& doubt : found) made.push_back(in_words(doubt, *series));
    }
  }
  return made;
}

}  // namespace pricetalk
