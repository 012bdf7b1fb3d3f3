#include "reading/reading.hpp"

#include <algorithm>
#include <initializer_list>
#include <iterator>

#include "reading/table.hpp"

namespace pricetalk {

namespace {

void sort_by_rank(std::vector<Reading>& readings) {
  std::stable_sort(readings.begin(), readings.end(),
                   [](const Reading& a, const Reading& b) { return a.rank < b.rank; });
}

/// All readings of the table, whether or not they edit something.
std::vector<Reading> whole_table(const ReadingScope& scope,
                                 std::initializer_list<Stage::Maker Stage::*> makers) {
  std::vector<Reading> made;
  for (const auto maker : makers)
    for (const Stage* stage : stages)
      if (stage->belongs_to(*scope.clause) && stage->*maker != nullptr)
        (stage->*maker)(scope, made);
  return made;
}

/// Those that are wanted and edit something.
template <class Wanted>
std::vector<Reading> from_table(const ReadingScope& scope,
                                std::initializer_list<Stage::Maker Stage::*> makers,
                                Wanted wanted) {
  std::vector<Reading> made = whole_table(scope, makers);
  std::erase_if(made, [&](const Reading& reading) {
    return !wanted(reading) || !reading.edit(*scope.contract);
  });
  sort_by_rank(made);
  return made;
}

}  // namespace

bool Reading::excludes(const Reading& other) const {
  if (clause != other.clause) return false;
  if (aspect.part == Aspect::Part::all || other.aspect.part == Aspect::Part::all) return true;
  if (aspect.part == Aspect::Part::nothing || aspect.part != other.aspect.part) return false;
  return aspect.of.empty() || other.aspect.of.empty() || aspect.of == other.aspect.of;
}

std::vector<Reading> readings(const Contract& contract, const Line& line, const Clause& clause,
                              const Library& library, Date until) {
  return from_table({&contract, &line, &clause, &library, until}, {&Stage::mistakes},
                    [](const Reading&) { return true; });
}

std::optional<Contract> as_read_by(std::string_view id, const Contract& contract, const Line& line,
                                   const Clause& clause, const Library& library, Date until) {
  std::optional<Contract> made;
  for (const Reading& reading :
       whole_table({&contract, &line, &clause, &library, until}, {&Stage::mistakes})) {
    if (reading.id != id) continue;
    if (auto edited = reading.edit(made ? *made : contract)) made = std::move(edited);
  }
  return made;
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
      line_stage.mistakes({&contract, &line, &clause, &library, until}, more);
      add(std::move(more));
    }
  sort_by_rank(made);
  return made;
}

std::vector<PointRead> points_read(const Contract& contract, const Line& line,
                                   const Clause& clause) {
  PointReader reader{contract, line, clause};
  for (const Stage* stage : stages)
    if (stage->belongs_to(clause) && stage->as_read != nullptr) stage->as_read(reader);
  std::stable_sort(reader.all.begin(), reader.all.end(),
                   [](const PointRead& a, const PointRead& b) { return a.point < b.point; });
  return std::move(reader.all);
}

std::vector<Reading> open_readings(const Contract& contract, const Line& line, const Clause& clause,
                                   const Library& library, Date until) {
  std::vector<Point> open;
  for (const PointRead& read : points_read(contract, line, clause))
    if (read.by_default()) open.push_back(read.point);
  return from_table({&contract, &line, &clause, &library, until}, {&Stage::mistakes, &Stage::open},
                    [&](const Reading& reading) {
                      return reading.point &&
                             std::find(open.begin(), open.end(), *reading.point) != open.end();
                    });
}

}  // namespace pricetalk
