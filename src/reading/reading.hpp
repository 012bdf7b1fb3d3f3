#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/contract/contract.hpp"
#include "reading/point.hpp"

namespace pricetalk {

/// What of a clause a mistake is about.
struct Aspect {
  enum class Part : std::uint8_t {
    nothing,  ///< excludes no other reading
    all,      ///< excludes every other reading
    base,
    decision,
    notice,
    day,
    formula,
    coefficient,
    price,
    version,
    link,
    series,
    month,
    cap,
    floor,
    money,
    threshold,
    share,
    twice,
    interval,
    line
  };
  Part part = Part::nothing;
  /// Of one index (its symbol) or one piece of the part; empty: all of it.
  std::string of = {};

  friend bool operator==(const Aspect&, const Aspect&) = default;
};

/// Another way in which a clause could be meant or mistaken, as an edit: the edited contract is
/// lowered and folded by the same code as the contract itself. One table serves the causes of
/// overcharges, "two readings" and lint.
struct Reading {
  std::string id;      ///< stable: "cap-ignored", "wrong-month+1"
  std::string clause;  ///< the clause that is read differently
  int rank = 0;        ///< how usual the mistake is: a smaller number is shown first
  /// What was done: "cap of 3% not applied". `{}` stands where the dates go; without it they follow
  /// at the end: "… on 1 January 2021".
  Phrase sentence;
  /// The contract as this reading has it. Nothing when the reading does not apply to it.
  std::function<std::optional<Contract>(const Contract&)> edit;
  /// How many adjustment dates in a row one such mistake touches: what is carried over is kept at
  /// one date and taken at the next.
  int dates = 1;
  /// What of the clause is read differently. Two readings of one aspect, or of a part and a piece
  /// of it, cannot both be made on one date.
  Aspect aspect = {};
  /// Rounds to whole percents or whole units: what two such mistakes do together says nothing of
  /// what three do.
  bool coarse = false;
  /// Whether it can move a price before its adjustment date.
  bool early = false;
  /// A number that somebody remembers or announced, which tells what was charged and not why: it is
  /// tried by itself alone, and told only where nothing else fits.
  bool remembered = false;
  /// The point that a contract leaves open where this reading fits as well.
  std::optional<Point> point = {};

  bool excludes(const Reading& other) const;
};

/// The mistakes that change something about a clause of a contract, in order of rank. The library
/// answers which other series a person could have taken, the line and `until` on which dates the
/// clause runs. Readings that would leave the contract as it is are left out. The arguments must
/// outlive the readings.
std::vector<Reading> readings(const Contract& contract, const Line& line, const Clause& clause,
                              const Library& library, Date until);

/// The contract as the readings of one id have it, where they change something about the clause;
/// no others are tried.
std::optional<Contract> as_read_by(std::string_view id, const Contract& contract, const Line& line,
                                   const Clause& clause, const Library& library, Date until);

/// All mistakes that can move what is charged for a line: of its clauses, of its surcharges and,
/// for a line with a fixed price, of the clauses that do not belong to it. In order of rank.
std::vector<Reading> readings(const Contract& contract, const Line& line, const Library& library,
                              Date until);

/// How the contract itself reads a point.
struct PointRead {
  Point point = Point::reference;
  std::string clause;
  std::string symbol;  ///< of the index, where the clause has several
  Phrase as_read;      ///< "at the previous adjustment date"
  Span where;          ///< empty source: by default, the contract does not say
  bool by_default() const { return where.source == nullptr; }
};

/// How a clause of a line reads every point that matters for it, in the order of `Point`.
std::vector<PointRead> points_read(const Contract& contract, const Line& line,
                                   const Clause& clause);

/// The other readings of what the clause leaves open; each edits something.
std::vector<Reading> open_readings(const Contract& contract, const Line& line, const Clause& clause,
                                   const Library& library, Date until);

}  // namespace pricetalk
