#include <algorithm>

#include "reading/rank.hpp"
#include "reading/table.hpp"

// Mistakes about a line: a step that was made twice or too soon, to a line that has none.

namespace pricetalk {

namespace {

/// The same clause once more, after all others of the day.
void twice(const ReadingScope& scope, std::vector<Reading>& made) {
  if (!scope.line->parts.empty() || scope.line->follows) return;
  made.push_back(line_reading(
      scope, "applied-twice", rank::applied_twice, Aspect::Part::twice,
      {"the adjustment of {} made twice", "de aanpassing van {} twee keer doorgevoerd"},
      [clause = position_of(scope)](Contract&, Line& line) {
        line.clauses.push_back(clause);
        return true;
      }));
}

void too_soon(const ReadingScope& scope, std::vector<Reading>& made) {
  const bool interval = scope.clause->when.minimum_interval.has_value();
  if (!interval && !scope.line->price_binding) return;
  made.push_back(line_reading(
      scope, "applied-too-soon", rank::too_soon, Aspect::Part::interval,
      {"adjusted on {} although that was too soon", "op {} aangepast terwijl dat te vroeg was"},
      [clause = position_of(scope)](Contract& contract, Line& line) {
        line.price_binding.reset();
        contract.clauses[clause].when.minimum_interval.reset();
        return true;
      }));
}

void ended(const ReadingScope& scope, std::vector<Reading>& made) {
  if (!scope.line->until) return;
  made.push_back(line_reading(scope, "ended-line-indexed", rank::line_indexed, Aspect::Part::line,
                              {"adjusted on {} although the line had ended",
                               "op {} aangepast terwijl de regel beëindigd was"},
                              [](Contract&, Line& line) {
                                const bool ends = line.until.has_value();
                                line.until.reset();
                                return ends;
                              }));
}

void excluded(const ReadingScope& scope, std::vector<Reading>& made) {
  made.push_back(line_reading(
      scope, "excluded-line-indexed/" + scope.clause->id, rank::line_indexed, Aspect::Part::line,
      {"adjusted on {} by " + scope.clause->id + ", although the line has a fixed price",
       "op {} aangepast volgens " + scope.clause->id + ", terwijl de regel een vaste prijs heeft"},
      [clause = position_of(scope)](Contract&, Line& line) {
        line.clauses.push_back(clause);
        return true;
      }));
}

void line_mistakes(const ReadingScope& scope, std::vector<Reading>& made) {
  const auto& clauses = scope.line->clauses;
  if (std::find(clauses.begin(), clauses.end(), position_of(scope)) == clauses.end()) {
    if (clauses.empty()) excluded(scope, made);
    return;
  }
  twice(scope, made);
  too_soon(scope, made);
  ended(scope, made);
}

}  // namespace

const Stage line_stage{Stage::Of::prices, line_mistakes};

}  // namespace pricetalk
