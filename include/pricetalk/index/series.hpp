#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/calendar/period.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"
#include "pricetalk/diagnostic/source_text.hpp"
#include "pricetalk/explain/derivation.hpp"
#include "pricetalk/number/decimal.hpp"
#include "pricetalk/number/money.hpp"

namespace pricetalk {

/// What the publisher says of a figure. `projected` is never published: a scenario made it, and no
/// file can state it.
enum class FigureStatus : std::uint8_t {
  definitive,   ///< final
  provisional,  ///< may still change
  estimate,     ///< a flash estimate, or one of the publisher's own
  revised,      ///< replaces a definitive one
  withdrawn,    ///< is no figure any more
  projected     ///< made by a scenario
};

/// Which version of a figure a clause reads.
enum class Which : std::uint8_t {
  as_known,    ///< the last version published by the reading day
  first,       ///< the first version, even if replaced later
  definitive,  ///< the last version marked definitive or revised
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
  Period period;                                   ///< that it is about
  Decimal value;                                   ///< with its decimals, as published
  FigureStatus status = FigureStatus::definitive;  ///< default: definitive
  std::optional<Date> published;  ///< day on which the world could know it; empty: not recorded
  std::optional<Date> retrieved;  ///< day on which it was taken over; empty: not recorded
  bool by_hand = false;           ///< typed in by a person, not taken over from a publication
  std::optional<RecordId> supersedes;  ///< the version that it replaces; empty: it is the first
  Span where;                          ///< the row of the file
};

/// The records of a series: in the order of the file, and found by period without looking at the
/// others. Appending in the order of periods costs nothing extra.
class Records {
 public:
  /// Adds one behind the others.
  void push_back(Observation record);

  /// By position. REQUIRES: id < size().
  const Observation& operator[](RecordId id) const { return all_[id]; }
  /// These six: as of a list.
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

/// "definitive", "definitief".
const Phrase& words(FigureStatus status);

/// What the figures are: an index, percentages (3.9 reads as 3.9 %), prices, or plain ratios.
enum class SeriesUnit : std::uint8_t { index, percent, price, ratio };

/// A dated note on the way of measuring, as the derivation of a price shows it.
using SeriesBreak = MethodBreak;

/// A period that its publisher will never publish a figure for: nobody waits for it.
struct SeriesHole {
  Period period;  ///< without a figure
  Phrase why;     ///< what its publisher says of it
};

/// A publisher's own relation between two bases: figure of this series = figure of `next` x
/// `coefficient`, with its decimals. A record: nothing is linked unless a clause says so.
struct SeriesLink {
  std::string next;          ///< series id
  std::optional<Period> at;  ///< the period in which both bases are joined, where stated
  Decimal coefficient;       ///< with its decimals; greater than zero (I0106)
  bool to_next = false;      ///< stated the other way: figure of next = figure here x coefficient
  std::optional<Date> published;  ///< day on which it was published; empty: not recorded
  std::string source;             ///< where it is stated; empty: not said
};

/// Two of the publisher's own statements that do not agree and never will: a rate that was not
/// restated, an annual mean of unrounded months. `index check` tells them from errors.
struct SeriesDisagreement {
  Period period;  ///< that disagrees
  Phrase why;     ///< why it is no error
};

/// A published series. A later record of the same
/// period replaces an earlier one from its publication day on.
struct Series {
  std::string id;         ///< by which clauses name it
  std::string title;      ///< what it measures; default: the id
  std::string publisher;  ///< empty: not stated, as are the texts below
  std::string table;      ///< the publisher's table and code
  /// What files that were imported call the same series, where their words differ from `table`.
  std::vector<std::string> also_called;
  std::string base;                     ///< "2025=100"
  SeriesUnit unit = SeriesUnit::index;  ///< default: an index
  std::optional<int> decimals;          ///< as published; else the most decimals seen
  std::optional<Unit> frequency;        ///< how often a figure appears; empty: mixed
  /// Of the figures that have no day of their own; empty: not recorded.
  std::optional<Date> retrieved;
  std::string licence;               ///< terms of use
  std::string source;                ///< where the figures appear: said when one is missing
  std::string note;                  ///< of whoever wrote the file
  std::optional<Currency> currency;  ///< of prices; empty: of none
  std::string per;                   ///< quantity that a price is for: "100 l"
  std::string successor;             ///< series id; never followed silently
  std::optional<Period> stopped;     ///< last period that will ever be published
  MethodBreaks breaks;               ///< changes of method, in order of date
  std::vector<SeriesHole> holes;     ///< periods without a figure, for good
  std::vector<SeriesLink> links;     ///< used by a clause only when it says so
  std::string
      derived;  ///< how its figures were computed from others; empty: taken over as published
  std::string mean_of;  ///< series id: its figures are the means of that series over their periods
  std::string rate_of;  ///< series id: its figures are that series' changes over a year, in percent
  /// Of its own statements; only `index check` reads them.
  std::vector<SeriesDisagreement> disagreements;
  std::vector<std::pair<Period, Date>> calendar;  ///< stated days of publication
  std::string calendar_source;  ///< where these days are stated; needed with them (I0103)
  Records records;              ///< the figures, all versions
  Phrase projection;  ///< scenario, future and rule behind its projected records; else empty
  Span where;         ///< the heading in the figures file

  /// Of its figures, 0 to 18: projected ones get as many.
  int published_decimals() const;
  /// The publisher's stated day for a period, or nothing.
  std::optional<Date> publication_day(const Period& period) const;
  /// The hole in which a period lies, or nothing.
  const SeriesHole* hole(const Period& period) const;
};

/// An immutable snapshot of series by id.
class Library {
 public:
  Library() = default;
  /// The series of that id, or nothing; capitals count.
  const Series* find(std::string_view id) const;
  /// The same, to be kept.
  std::shared_ptr<const Series> shared(std::string_view id) const;
  /// All ids, in order.
  std::vector<std::string_view> ids() const;
  /// In order of id.
  const std::vector<std::shared_ptr<const Series>>& all() const { return series_; }
  /// This library with more series; a series of the same id is replaced by the later one.
  Library with(std::vector<Series> more, std::vector<SourcePtr> sources) const;

 private:
  std::vector<std::shared_ptr<const Series>> series_;  // by id
  std::vector<SourcePtr> sources_;
};

/// Reads a figures file (CONTRACT-FORMAT section 7): schema and `[[series]]`.
Loaded<std::vector<Series>> read_figures(const SourcePtr& source);

}  // namespace pricetalk
