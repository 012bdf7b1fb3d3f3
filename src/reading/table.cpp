#include "reading/table.hpp"

#include <algorithm>

#include "contract/formula.hpp"
#include "explain/percent_rounding.hpp"
#include "pricetalk/explain/derivation.hpp"
#include "pricing/lower.hpp"
#include "reading/rank.hpp"

namespace pricetalk {

namespace {

Line* line_named(Contract& contract, const std::string& id) {
  const auto found = std::find_if(contract.lines.begin(), contract.lines.end(),
                                  [&](const Line& line) { return line.id == id; });
  return found == contract.lines.end() ? nullptr : &*found;
}

Reading about(Point point, Reading made) {
  made.point = point;
  return made;
}

}  // namespace

void PointReader::say(Point point, Phrase as_read, const std::optional<Span>& where) {
  all.push_back({point, clause.id, {}, std::move(as_read), where.value_or(Span{})});
}

void PointReader::say(const IndexRead& read, Point point, Phrase as_read,
                      const std::optional<Span>& where) {
  say(point, std::move(as_read), where);
  if (clause.reads.size() > 1) all.back().symbol = read.symbol;
}

Reading clause_reading(const ReadingScope& scope, std::string id, int rank, Phrase sentence,
                       std::function<bool(Clause&)> edit) {
  Reading reading;
  reading.id = std::move(id);
  reading.clause = scope.clause->id;
  reading.rank = rank;
  reading.sentence = std::move(sentence);
  reading.edit = [id = reading.clause,
                  edit = std::move(edit)](const Contract& contract) -> std::optional<Contract> {
    const auto own = std::find_if(contract.clauses.begin(), contract.clauses.end(),
                                  [&](const Clause& clause) { return clause.id == id; });
    if (own == contract.clauses.end()) return std::nullopt;
    // Most readings change nothing: then only the clause was copied.
    Clause clause = *own;
    if (!edit(clause)) return std::nullopt;
    std::optional<Contract> edited = contract;
    edited->clauses[static_cast<std::size_t>(own - contract.clauses.begin())] = std::move(clause);
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

Reading clause_point(const ReadingScope& scope, Point point, std::string id, Phrase sentence,
                     std::function<bool(Clause&)> edit) {
  return about(point, clause_reading(scope, std::move(id), rank::open_point, std::move(sentence),
                                     std::move(edit)));
}

Reading ladder_point(const ReadingScope& scope, Point point, std::string id, Phrase sentence,
                     std::function<bool(Ladder&)> edit) {
  return about(point, ladder_reading(scope, std::move(id), rank::open_point, std::move(sentence),
                                     std::move(edit)));
}

Reading index_point(const ReadingScope& scope, Point point, std::string id, Phrase sentence,
                    std::function<bool(IndexRead&)> edit) {
  return clause_point(scope, point, std::move(id), std::move(sentence),
                      [edit = std::move(edit)](Clause& clause) {
                        bool changed = false;
                        for (IndexRead& read : clause.reads) changed = edit(read) || changed;
                        return changed;
                      });
}

bool turn(RoundingRule& rule, RoundingMode mode) {
  if (rule.kind == RoundingRule::Kind::none || rule.mode == mode) return false;
  rule.mode = mode;
  return true;
}

PeriodRule looking_back(LookBack what, const char* text) {
  PeriodRule rule;
  rule.what = PeriodRule::Back{what, {}};
  rule.text = text;
  return rule;
}

bool formula_names(const Clause& clause, const std::string& name) {
  std::vector<NameUse> found;
  for (const DatedLadder& dated : clause.ladders)
    for (const Formula::Line& line : dated.ladder.formula.value.lines) names_in(line.value, found);
  return std::any_of(found.begin(), found.end(),
                     [&](const NameUse& use) { return use.name == name; });
}

bool is_compared(const Clause& clause, const IndexRead& read) {
  return !clause.surcharge || formula_names(clause, read.symbol + "0");
}

std::size_t position_of(const ReadingScope& scope) {
  return static_cast<std::size_t>(scope.clause - scope.contract->clauses.data());
}

Phrase price_words(Compounding compounding) {
  return compounding == Compounding::previous
             ? Phrase{"the price in force", "de geldende prijs"}
             : Phrase{"the original price", "de oorspronkelijke prijs"};
}

Phrase rounding_words(const RoundingRule& rule, int decimals_as_written) {
  const auto rounding = settled(rule, decimals_as_written);
  if (!rounding) return {"not rounded", "niet afgerond"};
  return rule.kind == RoundingRule::Kind::percent_step ? words_of_percent(*rounding)
                                                       : words(*rounding);
}

Phrase in_both(const std::string& number) {
  std::string dutch = number;
  std::replace(dutch.begin(), dutch.end(), '.', ',');
  return {number, dutch};
}

}  // namespace pricetalk
