#include <algorithm>

#include "reading/rank.hpp"
#include "reading/table.hpp"

// Mistakes about a line: a step that was made twice or too soon, to a line that has none, or to the
// whole price instead of a part.

namespace pricetalk {

namespace {

Line* line_named(Contract& contract, const std::string& id) {
  const auto found = std::find_if(contract.lines.begin(), contract.lines.end(),
                                  [&](const Line& line) { return line.id == id; });
  return found == contract.lines.end() ? nullptr : &*found;
}

Reading line_reading(const ReadingScope& scope, std::string id, int rank, Aspect::Part aspect,
                     Phrase sentence, std::function<bool(Contract&, Line&)> edit) {
  Reading reading;
  reading.id = std::move(id);
  reading.clause = scope.clause->id;
  reading.rank = rank;
  reading.aspect = {aspect};
  reading.sentence = std::move(sentence);
  reading.edit = [id = scope.line->id,
                  edit = std::move(edit)](const Contract& contract) -> std::optional<Contract> {
    Contract edited = contract;
    Line* line = line_named(edited, id);
    if (line == nullptr || !edit(edited, *line)) return std::nullopt;
    return edited;
  };
  return reading;
}

/// The position of a clause in the contract.
std::size_t position_of(const ReadingScope& scope) {
  return static_cast<std::size_t>(scope.clause - scope.contract->clauses.data());
}

/// The same clause once more, after all others of the day.
void twice(const ReadingScope& scope, std::vector<Reading>& made) {
  if (!scope.line->parts.empty()) return;
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

/// U24: the change of one part on the price of all.
void share_on_whole(const ReadingScope& scope, std::vector<Reading>& made) {
  const auto& clauses = scope.line->clauses;
  const auto own = std::find(clauses.begin(), clauses.end(), position_of(scope));
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

}  // namespace

void line_readings(const ReadingScope& scope, std::vector<Reading>& made) {
  const auto& clauses = scope.line->clauses;
  if (std::find(clauses.begin(), clauses.end(), position_of(scope)) == clauses.end()) {
    if (clauses.empty()) excluded(scope, made);
    return;
  }
  twice(scope, made);
  too_soon(scope, made);
  ended(scope, made);
  share_on_whole(scope, made);
}

}  // namespace pricetalk
