#include "reading/reading.hpp"

#include <algorithm>
#include <iterator>

#include "pricing/timeline.hpp"
#include "reading/table.hpp"

namespace pricetalk {

namespace {

Clause* clause_named(Contract& contract, const std::string& id) {
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
    Clause* clause = clause_named(edited, id);
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

bool limits_price(const Limits& limits) {
  return !limits.cap.empty() || !limits.floor.empty() || !limits.cap_total.empty() ||
         !limits.floor_total.empty() || limits.highest_price || limits.lowest_price ||
         limits.largest_increase;
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
  if (scope.clause->surcharge) {
    // It has no ladder and no memory: only its figures, formula and rounding can be misread.
    for (const ReadingMaker make : {figure_readings, series_readings, formula_readings,
                                    rounding_readings, open_point_readings})
      make(scope, made);
  } else {
    for (const ReadingMaker make :
         {limit_readings, figure_readings, series_readings, formula_readings, rounding_readings,
          occasion_readings, line_readings, open_point_readings})
      make(scope, made);
  }
  std::erase_if(made, [&](const Reading& reading) {
    return !wanted(reading) || !reading.edit(*scope.contract);
  });
  std::stable_sort(made.begin(), made.end(),
                   [](const Reading& a, const Reading& b) { return a.rank < b.rank; });
  return made;
}

bool is_mistake(const Reading& reading) { return reading.mistake; }

}  // namespace

bool Reading::excludes(const Reading& other) const {
  if (clause != other.clause) return false;
  if (aspect.part == Aspect::Part::all || other.aspect.part == Aspect::Part::all) return true;
  if (aspect.part == Aspect::Part::nothing || aspect.part != other.aspect.part) return false;
  return aspect.of.empty() || other.aspect.of.empty() || aspect.of == other.aspect.of;
}

std::vector<Reading> readings(const Contract& contract, const Line& line, const Clause& clause,
                              const Library& library, Date until) {
  return from_table({&contract, &line, &clause, &library, until}, is_mistake);
}

std::vector<Reading> readings(const Contract& contract, const Line& line, const Library& library,
                              Date until) {
  std::vector<Reading> made;
  const auto add = [&](std::vector<Reading> more) {
    std::move(more.begin(), more.end(), std::back_inserter(made));
  };
  for (const auto* own : {&line.clauses, &line.surcharges})
    for (const std::size_t clause : *own)
      add(readings(contract, line, contract.clauses[clause], library, until));
  if (line.clauses.empty())
    for (const Clause& clause : contract.clauses) {
      if (clause.surcharge || contract.only_liked(clause)) continue;
      std::vector<Reading> more;
      line_readings({&contract, &line, &clause, &library, until}, more);
      add(std::move(more));
    }
  std::stable_sort(made.begin(), made.end(),
                   [](const Reading& a, const Reading& b) { return a.rank < b.rank; });
  return made;
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
