#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/document/values.hpp"
#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// One row of `figures`: `["2026-05", 103.01, "provisional", 2026-06-09]`.
struct FigureRow {
  Period period;                                   ///< that the figure is about
  Decimal value;                                   ///< with its decimals, as published
  FigureStatus status = FigureStatus::definitive;  ///< default: definitive
  std::optional<Date> published;                   ///< empty: not recorded
};

/// One row of `calendar`: `["2026-07", 2026-08-11]`.
struct CalendarRow {
  Period period;  ///< that will be published
  Date day;       ///< on which day
};

/// The id of a series; unlike other ids it may hold `/` and `.`.
struct SeriesId {
  std::string value;  ///< letters, digits, `-`, `_`, `/`, `.`
  friend bool operator==(const SeriesId&, const SeriesId&) = default;
};

/// `[[series.break]]`: a dated change of method.
struct BreakTerms : TableBase {
  Stated<Period> from;  ///< first period measured the new way; needed
  Stated<Phrase> what;  ///< what changed; needed
};

/// `[[series.hole]]`: a period that never gets a figure.
struct HoleTerms : TableBase {
  Stated<Period> period;  ///< period without a figure, for good; needed
  Stated<Phrase> why;     ///< what its publisher says of it; needed
};

/// `[[series.link]]`: what a publisher states. A clause that links has a `link` of its own.
struct SeriesLinkTerms : TableBase {
  Stated<SeriesId> next;             ///< series that goes on; needed
  std::optional<Stated<Period>> at;  ///< period that joins the bases
  /// Figure here = figure in next x coefficient; exactly one of the two (I0105), above zero
  /// (I0106).
  std::optional<Stated<Decimal>> coefficient;
  /// Figure in next = figure here × coefficient.
  std::optional<Stated<Decimal>> coefficient_to_next;
  std::optional<Stated<Date>> published;      ///< day of publication
  std::optional<Stated<std::string>> source;  ///< where it is stated
};

/// `[[series.disagreement]]`: two statements of the publisher that differ for good.
struct DisagreementTerms : TableBase {
  Stated<Period> period;  ///< period that disagrees; needed
  Stated<Phrase> why;     ///< why it is no error; needed
};

/// `[[series.import]]`: figures that came later than the heading, in the order of arrival.
struct ImportTerms : TableBase {
  Stated<Date> retrieved;                   ///< day on which these figures were taken over; needed
  std::optional<Stated<std::string>> from;  ///< file that they came from
  /// What that file calls the series, where it differs; found by it the next time.
  std::optional<Stated<std::string>> table;
  /// Typed in by a person; said wherever such a figure is used; default: false.
  std::optional<Stated<bool>> by_hand;
  std::vector<Stated<FigureRow>> figures;  ///< rows as in `figures`; needed
};

/// `[[series]]` as written.
struct SeriesTerms : TableBase {
  /// Name used by clauses: letters, digits, - _ / .; no two alike in a file (I0104); needed.
  Stated<SeriesId> id;
  std::optional<Stated<std::string>> title;      ///< what it measures; default: id
  std::optional<Stated<std::string>> publisher;  ///< who publishes it
  std::optional<Stated<std::string>> table;      ///< the publisher's table and code
  std::optional<Stated<std::string>> base;       ///< base period and its value
  Stated<SeriesUnit> unit;  ///< what the figures are; percent: 3.9 reads as 3.9 %; default: index
  /// As published, 0 to 18 (I0102); default: the most that were seen.
  std::optional<Stated<int>> decimals;
  std::optional<Stated<Unit>> frequency;  ///< how often a figure appears; default: mixed
  std::optional<Stated<Date>> retrieved;  ///< day on which the figures were taken over
  /// Terms of use; a fact for whoever passes the figures on.
  std::optional<Stated<std::string>> licence;
  std::optional<Stated<std::string>> source;  ///< where the figures appear
  /// Rows of period, value, status and day of publication; a revision is a new row below (I0101).
  std::vector<Stated<FigureRow>> figures;
  std::optional<Stated<Currency>> currency;  ///< of prices
  std::optional<Stated<std::string>> per;    ///< quantity that a price is for
  /// Series that its publisher names as successor; never followed unless a clause links.
  std::optional<Stated<SeriesId>> successor;
  std::optional<Stated<Period>> stopped;  ///< last period that was published
  std::vector<BreakTerms> breaks;         ///< dated changes of method; the key is `break`
  std::vector<HoleTerms> holes;  ///< periods that will never have a figure; the key is `hole`
  /// Its publisher's own links to another base; never used unless a clause links; the key is
  /// `link`.
  std::vector<SeriesLinkTerms> links;
  /// How its figures were computed from others; without it they stand as published.
  std::optional<Stated<std::string>> derived;
  /// Series whose means these figures are; `index check` compares them.
  std::optional<Stated<SeriesId>> mean_of;
  /// Series whose changes over a year, in percent, these figures are.
  std::optional<Stated<SeriesId>> rate_of;
  /// Periods in which the publisher's own statements differ for good; the key is `disagreement`.
  std::vector<DisagreementTerms> disagreements;
  /// Figures that came later, one table per import; the key is `import`.
  std::vector<ImportTerms> imports;
  std::vector<Stated<CalendarRow>> calendar;  ///< stated days of publication
  /// Where these days are stated; needed with them (I0103).
  std::optional<Stated<std::string>> calendar_source;
};

/// A figures file as written.
struct FiguresFileTerms : TableBase {
  Stated<int> schema;               ///< format number; needed
  std::vector<SeriesTerms> series;  ///< the series of this file; needed
};

}  // namespace pricetalk
