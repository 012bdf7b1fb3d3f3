#include "pricetalk/pricing/reading.hpp"

#include <algorithm>

#include "pricetalk/pricing/timeline.hpp"
#include "pricing/reading_table.hpp"

namespace pricetalk {

namespace {

Clause* find(Contract& contract, const std::string& id) {
  const auto found = std::find_if(contract.clauses.begin(), contract.clauses.end(),
                                  [&](const Clause& clause) { return clause.id == id; });
  return found == contract.clauses.end() ? nullptr : &*found;
}

}  // namespace

Reading clause_reading(const ReadingScope& scope, std::string id, int rank, Phrase sentence,
                       std::function<bool(Clause&)> edit) {
  Reading reading;
  reading.id = std::move(id);
  reading.clause = scope.clause->id;
  reading.rank = rank;
  reading.sentence = std::move(sentence);
  reading.edit = [id = reading.clause,
                  edit = std::move(edit)](const Contract& contract) -> std::optional<Contract> {
    Contract edited = contract;
    Clause* clause = find(edited, id);
    if (clause == nullptr || !edit(*clause)) return std::nullopt;
    return edited;
  };
  return reading;
}

Reading ladder_reading(const ReadingScope& scope, std::string id, int rank, Phrase sentence,
                       std::function<bool(Ladder&)> edit) {
  return clause_reading(scope, std::move(id), rank, std::move(sentence),
                        [edit = std::move(edit)](Clause& clause) {
                          bool changed = false;
                          for (DatedLadder& dated : clause.ladders)
                            changed = edit(dated.ladder) || changed;
                          return changed;
                        });
}

Phrase in_both(const std::string& number) {
  std::string dutch = number;
  std::replace(dutch.begin(), dutch.end(), '.', ',');
  return {number, dutch};
}

namespace {

/// The one table: mistakes and open points.
template <class Wanted>
std::vector<Reading> from_table(const ReadingScope& scope, Wanted wanted) {
  std::vector<Reading> made;
  for (const ReadingMaker make :
       {limit_readings, figure_readings, series_readings, formula_readings, rounding_readings,
        occasion_readings, open_point_readings})
    make(scope, made);
  std::erase_if(made, [&](const Reading& reading) {
    return !wanted(reading) || !reading.edit(*scope.contract);
  });
  std::stable_sort(made.begin(), made.end(),
                   [](const Reading& a, const Reading& b) { return a.rank < b.rank; });
  return made;
}

}  // namespace

std::vector<Reading> readings(const Contract& contract, const Line& line, const Clause& clause,
                              const Library& library, Date until) {
  return from_table({&contract, &line, &clause, &library, until},
                    [](const Reading& reading) { return reading.mistake; });
}

std::vector<Reading> open_readings(const Contract& contract, const Line& line, const Clause& clause,
                                   const Library& library, Date until) {
  std::vector<Point> open;
  for (const PointRead& read : points_read(contract, line, clause))
    if (read.by_default()) open.push_back(read.point);
  return from_table({&contract, &line, &clause, &library, until}, [&](const Reading& reading) {
    return reading.point && std::find(open.begin(), open.end(), *reading.point) != open.end();
  });
}

}  // namespace pricetalk
