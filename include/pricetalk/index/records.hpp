#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/calendar/period.hpp"
#include "pricetalk/diagnostic/source_text.hpp"
#include "pricetalk/number/decimal.hpp"

namespace pricetalk {

/// What the publisher says of a figure. `projected` is never published: a scenario made it, and no
/// file can state it.
enum class FigureStatus : std::uint8_t {
  definitive,
  provisional,
  estimate,
  revised,
  withdrawn,
  projected
};

/// Every unit that a figure can be about.
inline constexpr std::array all_units = {Unit::day, Unit::week, Unit::month, Unit::quarter,
                                         Unit::year};

/// Position of a record in its series; records are only ever appended.
using RecordId = std::uint32_t;

/// One published index value for one period. `published` is when the world could know it; empty
/// where no source states it (then `retrieved` proves "known by then at the latest"; without either
/// nobody can tell). A revision is a new record that points at its predecessor.
struct Observation {
  Period period;
  Decimal value;
  FigureStatus status = FigureStatus::definitive;
  std::optional<Date> published;
  std::optional<Date> retrieved;
  bool by_hand = false;  ///< typed in by a person, not taken over from a publication
  std::optional<RecordId> supersedes;
  Span where;
};

/// The records of a series: in the order of the file, and found by period without looking at the
/// others. Appending in the order of periods costs nothing extra.
class Records {
 public:
  void push_back(Observation record);

  const Observation& operator[](RecordId id) const { return all_[id]; }
  std::size_t size() const { return all_.size(); }
  bool empty() const { return all_.empty(); }
  auto begin() const { return all_.begin(); }
  auto end() const { return all_.end(); }
  const Observation& front() const { return all_.front(); }
  const Observation& back() const { return all_.back(); }

  /// The versions of one period's figure, in the order of the file; none for an unknown period.
  std::span<const RecordId> of(const Period& period) const;
  /// All records about days, weeks, months, quarters or years, in the order of their periods.
  std::span<const RecordId> of(Unit unit) const { return shelf(unit).order; }
  /// `of(unit)` up to the last record that can be public on the day: published by then, or without
  /// day of publication and about days that are over. Earlier ones need not be.
  std::span<const RecordId> public_by(Date day, Unit unit) const;
  /// `of(unit)` up to the last record about a period that has begun on the day.
  std::span<const RecordId> begun_by(Date day, Unit unit) const;
  /// Those of `of(unit)` about periods between the two days, both included.
  std::span<const RecordId> inside(Date first, Date last, Unit unit) const;

 private:
  struct Shelf {
    std::vector<RecordId> order;  ///< by period, then by position
    std::vector<Date> soonest;    ///< the first day on which this or a later one can be public
  };
  const Shelf& shelf(Unit unit) const { return shelves_[static_cast<std::size_t>(unit)]; }

  std::vector<Observation> all_;
  std::array<Shelf, 5> shelves_;
};

}  // namespace pricetalk
