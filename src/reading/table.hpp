#pragma once

#include <string>
#include <vector>

#include "reading/reading.hpp"

namespace pricetalk {

/// What a maker of readings may look at.
struct ReadingScope {
  const Contract* contract = nullptr;
  const Line* line = nullptr;
  const Clause* clause = nullptr;
  const Library* library = nullptr;
  Date until;
};

/// Appends the readings of one kind that apply to a clause.
using ReadingMaker = void (*)(const ReadingScope&, std::vector<Reading>&);

void limit_readings(const ReadingScope& scope, std::vector<Reading>& made);
void figure_readings(const ReadingScope& scope, std::vector<Reading>& made);
void series_readings(const ReadingScope& scope, std::vector<Reading>& made);
void formula_readings(const ReadingScope& scope, std::vector<Reading>& made);
void rounding_readings(const ReadingScope& scope, std::vector<Reading>& made);
void open_point_readings(const ReadingScope& scope, std::vector<Reading>& made);
/// The figure of the start, on a price that was already raised.
void start_readings(const ReadingScope& scope, std::vector<Reading>& made);
void occasion_readings(const ReadingScope& scope, std::vector<Reading>& made);
void version_readings(const ReadingScope& scope, std::vector<Reading>& made);
/// Mistakes about the line: `scope.clause` is one of the line's own clauses, or for an excluded
/// line one that it does not have.
void line_readings(const ReadingScope& scope, std::vector<Reading>& made);

/// A reading that edits one clause; `edit` says whether it changed anything.
Reading clause_reading(const ReadingScope& scope, std::string id, int rank, Phrase sentence,
                       std::function<bool(Clause&)> edit);
/// The same for every dated ladder of the clause.
Reading ladder_reading(const ReadingScope& scope, std::string id, int rank, Phrase sentence,
                       std::function<bool(Ladder&)> edit);

/// Whether limits hold for the price, in percent or in money.
bool limits_price(const Limits& limits);

/// "2.5%" is "2,5%" in Dutch.
Phrase in_both(const std::string& number);

}  // namespace pricetalk
