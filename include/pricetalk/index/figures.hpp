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
  Period period;
  Decimal value;
  FigureStatus status = FigureStatus::definitive;
  std::optional<Date> published;
};

/// One row of `calendar`: `["2026-07", 2026-08-11]`.
struct CalendarRow {
  Period period;
  Date day;
};

/// The id of a series; unlike other ids it may hold `/` and `.`.
struct SeriesId {
  std::string value;
  friend bool operator==(const SeriesId&, const SeriesId&) = default;
};

struct BreakTerms : TableBase {
  Stated<Period> from;
  Stated<Phrase> what;
};

struct HoleTerms : TableBase {
  Stated<Period> period;
  Stated<Phrase> why;
};

/// `[[series.link]]`: what a publisher states. A clause that links has a `link` of its own.
struct SeriesLinkTerms : TableBase {
  Stated<SeriesId> next;
  std::optional<Stated<Period>> at;
  std::optional<Stated<Decimal>> coefficient;
  std::optional<Stated<Decimal>> coefficient_to_next;
  std::optional<Stated<Date>> published;
  std::optional<Stated<std::string>> source;
};

struct DisagreementTerms : TableBase {
  Stated<Period> period;
  Stated<Phrase> why;
};

/// `[[series.import]]`: figures that came later than the heading, in the order of arrival.
struct ImportTerms : TableBase {
  Stated<Date> retrieved;
  std::optional<Stated<std::string>> from;
  std::optional<Stated<std::string>> table;
  std::optional<Stated<bool>> by_hand;
  std::vector<Stated<FigureRow>> figures;
};

/// `[[series]]` as written.
struct SeriesTerms : TableBase {
  Stated<SeriesId> id;
  std::optional<Stated<std::string>> title;
  std::optional<Stated<std::string>> publisher;
  std::optional<Stated<std::string>> table;
  std::optional<Stated<std::string>> base;
  Stated<SeriesUnit> unit;
  std::optional<Stated<int>> decimals;
  std::optional<Stated<Unit>> frequency;
  std::optional<Stated<Date>> retrieved;
  std::optional<Stated<std::string>> licence;
  std::optional<Stated<std::string>> source;
  std::vector<Stated<FigureRow>> figures;
  std::optional<Stated<Currency>> currency;
  std::optional<Stated<std::string>> per;
  std::optional<Stated<SeriesId>> successor;
  std::optional<Stated<Period>> stopped;
  std::vector<BreakTerms> breaks;
  std::vector<HoleTerms> holes;
  std::vector<SeriesLinkTerms> links;
  std::optional<Stated<std::string>> derived;
  std::optional<Stated<SeriesId>> mean_of;
  std::optional<Stated<SeriesId>> rate_of;
  std::vector<DisagreementTerms> disagreements;
  std::vector<ImportTerms> imports;
  std::vector<Stated<CalendarRow>> calendar;
  std::optional<Stated<std::string>> calendar_source;
};

/// A figures file as written.
struct FiguresFileTerms : TableBase {
  Stated<int> schema;
  std::vector<SeriesTerms> series;
};

}  // namespace pricetalk
