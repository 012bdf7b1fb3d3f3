#include "lint/unknown_readings.hpp"

#include <algorithm>

#include "contract/period_rule.hpp"
#include "lint/breach_reads.hpp"

namespace pricetalk {

namespace {

Unit unit_of_figures(const IndexRead& read, const Library& library) {
  const Series* series = library.find(read.series.value.value);
  return series != nullptr && series->frequency ? *series->frequency : Unit::month;
}

/// The figure of so many of its own periods before the adjustment date.
void read_before(IndexRead& read, const Library& library, int count) {
  const Unit unit = unit_of_figures(read, library);
  PeriodRule rule;
  rule.what = PeriodRule::Before{count, unit, Event::adjustment, false, 1};
  rule.text = in_words(rule).en;
  read.use = {std::move(rule), std::nullopt};
  read.use_unknown = false;
}

/// So many of its own periods before the start of the line.
PeriodRule before_start(Unit unit, int count) {
  PeriodRule rule;
  rule.what = PeriodRule::Before{count, unit, Event::start, false, 1};
  rule.text = in_words(rule).en;
  return rule;
}

/// What an id names without its last part: "cbs/cpi/" of "cbs/cpi/afgeleid-2015".
std::string_view family_of(std::string_view id) { return id.substr(0, id.rfind('/') + 1); }

/// Whether two series may both be meant by one name: of one publisher and group, measured as often,
/// in the same unit, and of as wide a kind.
bool are_related(const Series& one, const Series& other) {
  return one.id != other.id && family_of(one.id) == family_of(other.id) &&
         one.frequency == other.frequency && one.unit == other.unit &&
         kind_of(one) == kind_of(other);
}

}  // namespace

bool period_unknown(const Clause& clause) {
  return std::any_of(clause.reads.begin(), clause.reads.end(),
                     [](const IndexRead& read) { return read.use_unknown; });
}

bool reference_unknown(const Clause& clause) {
  return std::any_of(clause.reads.begin(), clause.reads.end(),
                     [](const IndexRead& read) { return read.base_unknown; });
}

bool series_unknown(const Clause& clause) {
  return std::any_of(clause.reads.begin(), clause.reads.end(),
                     [](const IndexRead& read) { return read.series_unknown; });
}

int periods_in_a_year(const Contract& contract, const Library& library) {
  int most = 1;
  for (const Clause& clause : contract.clauses)
    for (const IndexRead& read : clause.reads) {
      if (!read.use_unknown) continue;
      const Unit unit = unit_of_figures(read, library);
      most = std::max(most, unit == Unit::year ? 1 : unit == Unit::quarter ? 4 : 12);
    }
  return most;
}

Contract filled_in(const Contract& contract, const Library& library, int count) {
  Contract made = contract;
  for (Clause& clause : made.clauses)
    for (IndexRead& read : clause.reads) {
      if (read.use_unknown) read_before(read, library, count);
      read.base_unknown = read.series_unknown = false;
    }
  return made;
}

Contract averaged(const Contract& contract, int in_a_year) {
  const Unit unit = in_a_year == 1 ? Unit::year : in_a_year == 4 ? Unit::quarter : Unit::month;
  Contract made = contract;
  for (Clause& clause : made.clauses)
    for (IndexRead& read : clause.reads) {
      read.base_unknown = read.series_unknown = false;
      if (!read.use_unknown) continue;
      PeriodRule rule;
      rule.reading = PeriodRule::Reading::average;
      rule.what = PeriodRule::Before{in_a_year, unit, Event::adjustment, true, 1};
      rule.text = in_words(rule).en;
      read.use = {std::move(rule), std::nullopt};
      read.use_unknown = false;
    }
  return made;
}

Phrase periods_back(int count, int in_a_year) {
  const std::string number = std::to_string(count);
  const bool one = count == 1;
  if (in_a_year == 1)
    return {number + (one ? " year" : " years") + " before the adjustment",
            number + " jaar voor de aanpassing"};
  if (in_a_year == 4)
    return {number + (one ? " quarter" : " quarters") + " before the adjustment",
            number + (one ? " kwartaal" : " kwartalen") + " voor de aanpassing"};
  return {number + (one ? " month" : " months") + " before the adjustment",
          number + (one ? " maand" : " maanden") + " voor de aanpassing"};
}

std::vector<UnknownReading> other_references(const Contract& contract, const Contract& filled,
                                             std::size_t position, const Library& library) {
  std::vector<UnknownReading> made;
  const Clause& clause = contract.clauses[position];
  const auto with = [&](std::size_t at, const PeriodRule& rule, bool first_only) {
    UnknownReading reading{in_words(rule), {}, filled};
    IndexRead& read = reading.contract.clauses[position].reads[at];
    if (first_only)
      read.first_base = Stated<PeriodRule>{rule, std::nullopt};
    else
      read.base = {rule, std::nullopt};
    made.push_back(std::move(reading));
  };
  for (std::size_t at = 0; at < clause.reads.size(); ++at) {
    const IndexRead& read = clause.reads[at];
    if (!read.base_unknown) continue;
    const Unit unit = unit_of_figures(read, library);
    const int in_a_year = unit == Unit::year ? 1 : unit == Unit::quarter ? 4 : 12;
    // From the original price all changes count from one figure, else only the first one does.
    const bool first_only = clause.compounding.value != Compounding::base;
    for (int count = 0; count <= in_a_year; ++count)
      with(at, before_start(unit, count), first_only);
    if (first_only) with(at, *parse_period_rule("12 months earlier"), false);
  }
  return made;
}

std::vector<UnknownReading> other_series(const Contract& contract, const Contract& filled,
                                         std::size_t position, const Library& library) {
  std::vector<UnknownReading> made;
  const Clause& clause = contract.clauses[position];
  for (std::size_t at = 0; at < clause.reads.size(); ++at) {
    const Series* named = library.find(clause.reads[at].series.value.value);
    if (!clause.reads[at].series_unknown || named == nullptr) continue;
    for (const auto& other : library.all()) {
      if (!are_related(*named, *other)) continue;
      UnknownReading reading{{other->id, other->id}, {named->id, named->id}, filled};
      reading.contract.clauses[position].reads[at].series.value.value = other->id;
      made.push_back(std::move(reading));
    }
  }
  return made;
}

}  // namespace pricetalk
