#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/dictionary.hpp"
#include "index/publication.hpp"
#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// What an import would do to one period of a series.
enum class ChangeKind : std::uint8_t {
  added,        ///< the library has no figure for the period
  settled,      ///< the same figure, no longer provisional
  confirmed,    ///< the figure that a person typed in, now by its publisher
  revised,      ///< another figure, as the status or the days allow
  withdrawn,    ///< the publisher lists the period without a figure
  conflicting,  ///< another figure where none was expected: somebody has to decide
  held_back,    ///< a figure that can hardly be meant: somebody has to say that it is
};
/// Whether the library takes it over: all but the last two.
constexpr bool is_taken(ChangeKind kind) { return kind < ChangeKind::conflicting; }
/// "new", "nieuw".
const Phrase& words(ChangeKind kind);
/// "added", "settled": for machines.
std::string_view word(ChangeKind kind);

struct FigureChange {
  ChangeKind kind = ChangeKind::added;
  Period period;
  std::optional<RecordId> before;  ///< record of the known series
  Decimal value;                   ///< of a withdrawal: the figure that is withdrawn
  FigureStatus status = FigureStatus::definitive;
  std::optional<Date> published;
  Phrase why;          ///< of a conflict, or held back: what speaks against the new figure
  bool meant = false;  ///< whoever gave it says that it is right, whatever speaks against it
  Span where;
};

/// What an import would do to one series. `series` is the heading that a new series gets, or the
/// known one as it is.
struct SeriesChange {
  Series series;
  bool is_new = false;
  std::optional<Date> retrieved;  ///< day on which the new figures were public at the latest
  bool by_hand = false;
  std::string from;   ///< name of the file; empty for figures entered by hand
  std::string table;  ///< what the file calls the series, where the library does not say so yet
  std::vector<FigureChange> changes;
  std::size_t unchanged = 0;
  std::size_t left_out = 0;  ///< held back, and by the user's word not taken
  Phrase remark;             ///< what the differences have in common; may be empty

  bool any(ChangeKind kind) const;
};

/// A series of a file that nobody asked for: the library does not know it.
struct UnknownSeries {
  std::string publisher;
  std::string table;
  std::string title;
  std::string base;
  Unit frequency = Unit::month;
  std::size_t figures = 0;
  PeriodSpan periods;
};

struct ChangeSet {
  std::vector<SeriesChange> series;  ///< in the order of the files
  std::vector<UnknownSeries> left_out;
  std::vector<Phrase> remarks;

  /// Whether anything conflicts or is held back.
  bool conflicts() const;
  bool empty() const;
};

/// What to do with figures that contradict the library, or can hardly be meant.
enum class OnConflict : std::uint8_t {
  stop,  ///< nothing is written
  take,  ///< the file's figure becomes a revision
  keep,  ///< the library's figure stays, everything else is taken
};

template <>
struct Dictionary<OnConflict> {
  static constexpr auto words = word_table<OnConflict>(
      {{"stop", OnConflict::stop}, {"take", OnConflict::take}, {"keep", OnConflict::keep}});
};

struct ImportRequest {
  /// Words of a series' publisher, table, base, frequency or title ("T001112 M000215 month"); every
  /// word must fit. Empty: the series that the library knows, or the only one in the files.
  std::vector<std::string> only;
  std::string as;                             ///< id in the library, for a single series
  Date retrieved;                             ///< for files that state no day of their own
  OnConflict on_conflict = OnConflict::stop;  ///< of figures that contradict the library
  OnConflict on_doubt = OnConflict::stop;     ///< of figures that can hardly be meant
  std::optional<Date> today;  ///< no figure is published after it; empty: nobody asks
  /// Which sign has the decimals, where the files do not show it.
  std::optional<DecimalMark> decimal_mark;
};

/// A figure that a person types in: `cbs/cpi/alle-bestedingen-2025=2026-05:103.01`. With an
/// exclamation mark behind it, it is meant whatever speaks against it.
struct FigureByHand {
  std::string series;
  Period period;
  Decimal value;
  bool meant = false;

  static std::optional<FigureByHand> parse(std::string_view text);
};

template <>
struct Dictionary<DecimalMark> {
  static constexpr auto words =
      word_table<DecimalMark>({{"point", DecimalMark::point}, {"comma", DecimalMark::comma}});
};

/// Compares what was published with what the library has. Codes I0401 to I0410: a series that
/// cannot be chosen, an id that cannot be, a decimal sign that nothing shows or that the file
/// contradicts, decimals that a sheet hides. The publication's sources must outlive the result.
Loaded<ChangeSet> compare(const Library& library, const Publication& publication,
                          const ImportRequest& request);

/// Makes of what several files say a period of a series once: new series of one id become one, and
/// a figure that stands in two files counts once. I0306: with different figures.
void say_once(ChangeSet& changes, Diagnostics& problems);

/// The same for figures entered by hand on a day; the series must be known (I0201), the period as
/// long as its others (I0204).
Loaded<ChangeSet> compare(const Library& library, const std::vector<FigureByHand>& figures,
                          Date today, OnConflict on_conflict, OnConflict on_doubt);

/// The library with figures by hand above all others, for one run. One that can hardly be meant is
/// refused (I0203), unless it is `meant`; it may be about days that are still to come. One over a
/// definitive figure is told (I0506).
Loaded<Library> put_on_top(const Library& library, const std::vector<FigureByHand>& figures,
                           Date today);

/// The series with the changes as records behind those that it has; conflicts are left out.
Series with_changes(const SeriesChange& change);

/// The library as it will be.
Library with_changes(const Library& library, const ChangeSet& changes);

/// A file of the library as it will be.
struct LibraryFile {
  std::string text;
  bool is_new = false;  ///< there must not be a file of this name yet
};

/// The library's files after the import, by path: new ones in `folder`, and known ones with a
/// `[[series.import]]` behind their series, otherwise byte for byte as they were. Only files that
/// change.
std::map<std::string, LibraryFile> library_files(const ChangeSet& changes,
                                                 const std::string& folder);

}  // namespace pricetalk
