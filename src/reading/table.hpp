#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
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

/// Collects how a clause of a line reads its points.
struct PointReader {
  const Contract& contract;
  const Line& line;
  const Clause& clause;
  std::vector<PointRead> all = {};

  /// `where`: the words that state it; nothing where it is so by default.
  void say(Point point, Phrase as_read, const std::optional<Span>& where);
  /// The same of one index, which is named where the clause has several.
  void say(const IndexRead& read, Point point, Phrase as_read, const std::optional<Span>& where);
};

/// One subject of a clause, in a file of its own: which mistakes are made about it, how else it can
/// be meant, and how the contract itself reads its points. A part that a subject does not have is
/// left out.
struct Stage {
  /// Appends readings of one kind that apply to the clause.
  using Maker = void (*)(const ReadingScope&, std::vector<Reading>&);
  /// Clauses that have it. A surcharge has no ladder and no memory.
  enum class Of : std::uint8_t { prices, surcharges, both };

  Of of = Of::both;
  /// What somebody who sends invoices does wrong: causes of overcharges.
  Maker mistakes = nullptr;
  /// Where nobody makes a mistake who reads it otherwise.
  Maker open = nullptr;
  void (*as_read)(PointReader&) = nullptr;

  bool belongs_to(const Clause& clause) const {
    return of == Of::both || (of == Of::surcharges) == clause.surcharge;
  }
};

// Each stands at the end of its file.
extern const Stage figure_stage;
extern const Stage version_stage;
extern const Stage series_stage;
extern const Stage formula_stage;
extern const Stage measure_stage;
extern const Stage rounding_stage;
extern const Stage threshold_stage;
extern const Stage limit_stage;
extern const Stage part_stage;
extern const Stage surcharge_stage;
extern const Stage start_stage;
extern const Stage occasion_stage;
extern const Stage line_stage;

/// All of them. Of readings that are equally usual the one of the earlier stage is shown first.
inline constexpr std::array stages = {
    &figure_stage,   &version_stage,   &series_stage, &formula_stage, &measure_stage,
    &rounding_stage, &threshold_stage, &limit_stage,  &part_stage,    &surcharge_stage,
    &start_stage,    &occasion_stage,  &line_stage};

/// A reading that edits one clause; `edit` says whether it changed anything.
Reading clause_reading(const ReadingScope& scope, std::string id, int rank, Phrase sentence,
                       std::function<bool(Clause&)> edit);
/// The same for every dated ladder of the clause.
Reading ladder_reading(const ReadingScope& scope, std::string id, int rank, Phrase sentence,
                       std::function<bool(Ladder&)> edit);
/// The same for the line; what is read differently is that part of the clause.
Reading line_reading(const ReadingScope& scope, std::string id, int rank, Aspect::Part aspect,
                     Phrase sentence, std::function<bool(Contract&, Line&)> edit);

/// These three: another reading of an open point, as an edit of the clause, of every dated ladder,
/// of every index.
Reading clause_point(const ReadingScope& scope, Point point, std::string id, Phrase sentence,
                     std::function<bool(Clause&)> edit);
Reading ladder_point(const ReadingScope& scope, Point point, std::string id, Phrase sentence,
                     std::function<bool(Ladder&)> edit);
Reading index_point(const ReadingScope& scope, Point point, std::string id, Phrase sentence,
                    std::function<bool(IndexRead&)> edit);

/// Sets what is there by default and says whether that changed it; the contract's own words stay.
template <class T>
bool instead(Stated<T>& stated, T value) {
  if (!stated.by_default() || stated.value == value) return false;
  stated.value = std::move(value);
  return true;
}

/// Rounds in another direction; false where nothing is rounded, or in this direction already.
bool turn(RoundingRule& rule, RoundingMode mode);

/// "at start", "at signature": the rule that looks back.
PeriodRule looking_back(LookBack what, const char* text);

/// Whether a formula of the clause names it.
bool formula_names(const Clause& clause, const std::string& name);

/// Whether the clause compares the index with its reference; a surcharge may read it alone.
bool is_compared(const Clause& clause, const IndexRead& read);

/// The position of the clause in the contract.
std::size_t position_of(const ReadingScope& scope);

/// "the price in force", "the original price".
Phrase price_words(Compounding compounding);

/// "half up to 2 decimals", or that nothing is rounded.
Phrase rounding_words(const RoundingRule& rule, int decimals_as_written);

/// "2.5%" is "2,5%" in Dutch.
Phrase in_both(const std::string& number);

}  // namespace pricetalk
