#include <algorithm>
#include <utility>

#include "reading/rank.hpp"
#include "reading/table.hpp"

// A price that consists of parts, each with a share and clauses of its own.

namespace pricetalk {

namespace {

/// U24: the change of one part on the price of all.
void part_mistakes(const ReadingScope& scope, std::vector<Reading>& made) {
  const auto& clauses = scope.line->clauses;
  const auto own = std::find(clauses.begin(), clauses.end(), position_of(scope));
  if (own == clauses.end()) return;
  const auto part = scope.line->part_of(static_cast<std::size_t>(own - clauses.begin()));
  if (!part) return;
  const Part& moved = scope.line->parts[*part];
  const Phrase share = in_both(moved.share.text());
  made.push_back(line_reading(
      scope, "share-on-whole-price/" + moved.name, rank::share_ignored, Aspect::Part::share,
      {"the change of " + moved.name + " applied to the whole price on {}, not to its share of " +
           share.en,
       "de wijziging van " + moved.name + " op {} toegepast op de hele prijs en niet op het deel " +
           "van " + share.nl},
      [clause = position_of(scope)](Contract& contract, Line& line) {
        if (line.parts.empty()) return false;
        line.parts.clear();
        for (const std::size_t other : line.clauses)
          if (other != clause) contract.clauses[other].when = {};
        return true;
      }));
}

/// Whether the line has parts and this clause stands for it: a reading of the line is said once.
bool stands_for_parts(const Contract& contract, const Line& line, const Clause& clause) {
  return !line.parts.empty() && !line.clauses.empty() &&
         &contract.clauses[line.clauses.front()] == &clause;
}

void part_points(const ReadingScope& scope, std::vector<Reading>& made) {
  if (!stands_for_parts(*scope.contract, *scope.line, *scope.clause)) return;
  made.push_back(line_reading(
      scope, "only-the-sum-of-the-parts-rounded", rank::open_point, Aspect::Part::nothing,
      {"only the sum of the parts rounded", "alleen de som van de delen afgerond"},
      [](Contract&, Line& line) { return !std::exchange(line.parts_in_full, true); }));
  made.back().point = Point::parts_rounding;
}

void parts_as_read(PointReader& reader) {
  if (stands_for_parts(reader.contract, reader.line, reader.clause))
    reader.say(Point::parts_rounding,
               {"each part rounded, then added", "elk deel afgerond en dan opgeteld"},
               std::nullopt);
}

}  // namespace

const Stage part_stage{Stage::Of::prices, part_mistakes, part_points, parts_as_read};

}  // namespace pricetalk
