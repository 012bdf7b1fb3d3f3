#include "index/look_up.hpp"

#include <algorithm>
#include <limits>

#include "document/time_words.hpp"
#include "index/import_command.hpp"
#include "index/usual_lag.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

/// The day from which a record without a day of publication counts as known: that on which it was
/// brought in, or the day after its period, whichever comes first. What replaces another record
/// came when it was brought in.
std::optional<Date> known_from(const Observation& o) {
  if (o.supersedes || o.by_hand) return o.retrieved;
  const Date over = o.period.last_day() + Duration{1, Unit::day};
  return o.retrieved ? std::min(*o.retrieved, over) : over;
}

/// Whether a record was measured over its period and fetched when that was over: nobody had it
/// before. An amount, or what somebody typed himself, may be set ahead.
bool is_measured(const Series& series, const Observation& o) {
  return series.unit != SeriesUnit::price && series.frequency && o.retrieved &&
         *o.retrieved > o.period.last_day();
}

/// Whether the viewpoint's today lets a record be seen at all.
bool hidden_by_today(const Series& series, const Observation& o, const Viewpoint& viewpoint) {
  if (!viewpoint.today) return false;
  const Date today = *viewpoint.today;
  if (o.published) return *o.published > today;
  // What a person typed in was known to that person on that day, even before the period is over.
  if (o.by_hand && o.retrieved) return *o.retrieved > today;
  const Date over = o.period.last_day() + Duration{1, Unit::day};
  if ((o.retrieved ? std::min(*o.retrieved, over) : over) <= today) return false;
  if (is_measured(series, o)) return true;
  // An amount that was set ahead holds during its period: a step that was due is not kept waiting.
  return viewpoint.reading_day > today || o.period.first_day() > today;
}

/// Whether the world knew the record on the day that counts for this reading.
bool known(const Observation& o, Which which, const Viewpoint& viewpoint) {
  if (viewpoint.as_known) {
    const std::optional<Date> by = o.published ? o.published : known_from(o);
    if (!by || *by > *viewpoint.as_known) return false;
  }
  if (which != Which::as_known) return true;
  return !o.published || *o.published <= viewpoint.reading_day;
}

bool settled(FigureStatus status) {
  return status == FigureStatus::definitive || status == FigureStatus::revised ||
         status == FigureStatus::projected;
}

struct Candidates {
  std::optional<RecordId> chosen;
  bool any = false;          ///< there is a record of this period
  bool later = false;        ///< one that is hidden or not yet known
  bool day_unknown = false;  ///< one that is only undated and retrieved later
  bool unsettled = false;    ///< one that is not definitive
};

Candidates candidates(const Series& series, const Period& period, Which which,
                      const Viewpoint& viewpoint) {
  Candidates found;
  for (const RecordId id : series.records.of(period)) {
    const Observation& o = series.records[id];
    found.any = true;
    if (hidden_by_today(series, o, viewpoint)) {
      found.later = true;
    } else if (!known(o, which, viewpoint)) {
      if (viewpoint.as_known && !o.published)
        found.day_unknown = true;
      else
        found.later = true;
    } else if (which == Which::definitive && !settled(o.status)) {
      found.unsettled = true;
      if (o.status == FigureStatus::withdrawn) found.chosen = id;
    } else if (which != Which::first || !found.chosen) {
      found.chosen = id;
    }
  }
  return found;
}

/// With what its publisher states about going on; nothing of it is used here.
Missing stopped(const Series& series, const Period& period) {
  Missing missing{series.id, period, Missing::Why::stopped, series.successor};
  for (const SeriesLink& link : series.links)
    if (series.successor.empty() || link.next == series.successor) {
      missing.successor = link.next;
      missing.link = link;
      break;
    }
  return missing;
}

Lookup absent(const Series& series, const Period& period, std::optional<Date> today) {
  if (const SeriesHole* hole = series.hole(period))
    return Missing{series.id, period, Missing::Why::never, {}, hole->why};
  const auto known = series.records.of(period.unit());
  if (series.stopped && period.first_day() > series.stopped->last_day())
    return stopped(series, period);
  if (known.empty())
    return Missing{series.id, period, Missing::Why::gap, series.successor, {}, {}, &series};
  if (period < series.records[known.front()].period)
    return Missing{series.id, period, Missing::Why::before_start, {}, {}, {}, &series};
  if (period < series.records[known.back()].period)
    return Missing{series.id, period, Missing::Why::gap, {}, {}, {}, &series};
  return NotYet{&series, period, series.publication_day(period),
                today && !still_awaited(series, period, *today)};
}

}  // namespace

Lookup look_up(const Library& library, std::string_view series_id, const Period& period,
               Which which, const Viewpoint& viewpoint) {
  const Series* series = library.find(series_id);
  if (series == nullptr)
    return Missing{std::string(series_id), period, Missing::Why::unknown_series, {}};
  const Candidates found = candidates(*series, period, which, viewpoint);
  if (found.chosen) {
    const Observation& o = series->records[*found.chosen];
    if (o.status == FigureStatus::withdrawn) {
      if (found.later) return NotYet{series, period, series->publication_day(period)};
      return Missing{series->id, period, Missing::Why::withdrawn, {}};
    }
    // A revision without the figure that it revises: the first version is not in the library.
    if (which == Which::first && o.status == FigureStatus::revised && !o.supersedes)
      return Missing{series->id, period, Missing::Why::no_first, {}};
    return Seen{series, *found.chosen};
  }
  if (!found.any) return absent(*series, period, viewpoint.today);
  if (found.day_unknown) return Missing{series->id, period, Missing::Why::day_unknown, {}};
  if (found.unsettled && !found.later)
    return Missing{series->id, period, Missing::Why::not_definitive, {}};
  return NotYet{series, period, series->publication_day(period)};
}

namespace {

/// The day by which a record has to be public to be seen from the viewpoint at all.
Date last_day_of(Which which, const Viewpoint& viewpoint) {
  if (which == Which::as_known) return viewpoint.reading_day;
  if (!viewpoint.today) return Date::from_days(std::numeric_limits<std::int32_t>::max());
  return std::max(viewpoint.reading_day, *viewpoint.today);
}

}  // namespace

std::optional<Period> latest_period(const Library& library, std::string_view series_id, Which which,
                                    const Viewpoint& viewpoint) {
  const Series* series = library.find(series_id);
  std::optional<Period> latest;
  if (series == nullptr) return latest;
  for (const Unit unit : all_units) {
    const auto public_by = series->records.public_by(last_day_of(which, viewpoint), unit);
    for (auto id = public_by.rbegin(); id != public_by.rend(); ++id) {
      const Period& period = series->records[*id].period;
      if (latest && period <= *latest) break;
      const Lookup lookup = look_up(library, series_id, period, which, viewpoint);
      const auto* seen = std::get_if<Seen>(&lookup);
      if (seen == nullptr) continue;
      // Undated, and about days that the reading day has not seen: it cannot be public on it.
      if (!seen->observation().published && period.last_day() > viewpoint.reading_day) continue;
      latest = period;
      break;
    }
  }
  return latest;
}

std::vector<Period> periods_inside(const Series& series, const PeriodSpan& span) {
  std::vector<Period> inside;
  for (const Unit unit : all_units)
    for (const RecordId id : series.records.inside(span.first_day(), span.last_day(), unit))
      inside.push_back(series.records[id].period);
  std::sort(inside.begin(), inside.end());
  inside.erase(std::unique(inside.begin(), inside.end()), inside.end());
  return inside;
}

namespace {

std::string key_of(std::string_view series, const Period& period) {
  return std::string(series) + " " + period.text();
}

/// "the figure of October 2025 (cbs/cpi/alle-bestedingen-2025)".
Phrase figure_of(std::string_view series, const Period& period) {
  const std::string behind = " (" + std::string(series) + ")";
  return {"the figure of " + period_text(period, Language::en) + behind,
          "het cijfer van " + period_text(period, Language::nl) + behind};
}

/// "cbs/a = 1.3449 × cbs/b", with the decimals that were published.
Phrase link_in_words(const std::string& here, const SeriesLink& link) {
  const std::string& left = link.to_next ? link.next : here;
  const std::string& right = link.to_next ? here : link.next;
  const auto in = [&](Language language) {
    return left + " = " + decimal_text(link.coefficient, language) + " × " + right;
  };
  return {in(Language::en), in(Language::nl)};
}

/// Where the series' figures are found, and what to type then.
Phrase how_to_fetch(const Series& s) {
  if (s.source.empty())
    return {"write it behind [[series]] " + s.id, "schrijf het bij [[series]] " + s.id};
  return {
      "download it at " + s.source + ", then type `" + import_command(s.id, &s, Language::en) + "`",
      "download het op " + s.source + ", en typ dan `" + import_command(s.id, &s, Language::nl) +
          "`"};
}

/// Where the library begins, its publisher need not have begun.
Phrase before_the_first(const Series& s, const Period& wanted) {
  if (!s.derived.empty())
    return {"before the first figure of the series", "vóór het eerste cijfer van de reeks"};
  const Period first = s.records[s.records.of(wanted.unit()).front()].period;
  const Phrase fetch = how_to_fetch(s);
  return {"not in the library, whose figures begin with " + period_text(first, Language::en) +
              "; if its publisher has it: " + fetch.en,
          "niet in de bibliotheek, waarvan de cijfers met " + period_text(first, Language::nl) +
              " beginnen; als de uitgever het heeft: " + fetch.nl};
}

/// Later figures are there, so that this one was published; or all figures are of another length.
Phrase without_a_figure(const Series& s, const Period& wanted) {
  const Unit unit = wanted.unit();
  if (!s.derived.empty() || s.records.empty())
    return {"the series has no figure for this period",
            "de reeks heeft voor deze periode geen cijfer"};
  if (s.records.of(unit).empty()) {
    const Unit usual = s.frequency.value_or(s.records.back().period.unit());
    return {"the series has figures per " + words(usual).en + ", and none per " + words(unit).en,
            "de reeks heeft cijfers per " + words(usual).nl + ", en geen per " + words(unit).nl};
  }
  const Phrase fetch = how_to_fetch(s);
  return {"not in the library, though later figures are; " + fetch.en,
          "niet in de bibliotheek, hoewel er latere cijfers in staan; " + fetch.nl};
}

Phrase why_in_words(const Missing& missing) {
  const std::string successor = missing.successor;
  switch (missing.why) {
    case Missing::Why::unknown_series:
      return {"no series of this name in the library",
              "geen reeks met deze naam in de bibliotheek"};
    case Missing::Why::before_start:
      return before_the_first(*missing.known, missing.period);
    case Missing::Why::gap:
      return without_a_figure(*missing.known, missing.period);
    case Missing::Why::never:
      return {"its publisher will never publish this figure: " + missing.why_never.en,
              "de uitgever publiceert dit cijfer nooit: " + missing.why_never.nl};
    case Missing::Why::stopped: {
      if (successor.empty())
        return {"it is never published, because the series has stopped",
                "het wordt nooit gepubliceerd, want de reeks is gestopt"};
      Phrase why{"it is never published, because the series has stopped; its publisher names " +
                     successor + " as successor, the contract does not",
                 "het wordt nooit gepubliceerd, want de reeks is gestopt; de uitgever noemt " +
                     successor + " als opvolger, het contract niet"};
      if (missing.link) {
        const Phrase stated = link_in_words(missing.series, *missing.link);
        why.en += "; its publisher states " + stated.en + ", the contract has no such link";
        why.nl += "; de uitgever vermeldt " + stated.nl + ", het contract heeft die koppeling niet";
      }
      return why;
    }
    case Missing::Why::withdrawn:
      return {"withdrawn", "ingetrokken"};
    case Missing::Why::day_unknown:
      return {"publication day not recorded, only retrieved later",
              "publicatiedag niet vastgelegd, pas later opgehaald"};
    case Missing::Why::not_definitive:
      return {"no definitive figure in the library", "geen definitief cijfer in de bibliotheek"};
    case Missing::Why::no_first:
      return {"the first publication is not in the library",
              "de eerste publicatie staat niet in de bibliotheek"};
  }
  return {};
}

}  // namespace

namespace {

/// Of a figure that must be out: the last one here, when it came, and what to type.
Phrase what_to_fetch(const Series& s, const Period& wanted) {
  Phrase text;
  const auto known = s.records.of(wanted.unit());
  if (!known.empty()) {
    const Observation& last = s.records[known.back()];
    text = {"; the last one here is that of " + period_text(last.period, Language::en),
            "; het laatste dat er staat is dat van " + period_text(last.period, Language::nl)};
    if (last.retrieved) {
      text.en += ", brought in on " + date_text(*last.retrieved, Language::en);
      text.nl += ", binnengehaald op " + date_text(*last.retrieved, Language::nl);
    }
  }
  const Phrase fetch = how_to_fetch(s);
  return {text.en + "; " + fetch.en, text.nl + "; " + fetch.nl};
}

/// When a figure that is not out yet can be expected, and where.
Phrase when_to_expect(const Series& s, const NotYet& not_yet) {
  Phrase text;
  if (not_yet.expected) {
    text = {"; expected on " + date_text(*not_yet.expected, Language::en),
            "; verwacht op " + date_text(*not_yet.expected, Language::nl)};
  } else if (const auto lag = usual_lag(s.records)) {
    const Date day = Date::from_days(not_yet.period.last_day().days() + *lag);
    text = {"; expected about " + date_text(day, Language::en) + ", as usual",
            "; verwacht rond " + date_text(day, Language::nl) + ", zoals gewoonlijk"};
  } else {
    text = {"; expected day not known", "; de verwachte dag is niet bekend"};
  }
  if (!s.source.empty() && s.successor.empty()) {
    text.en += "; it will appear at " + s.source;
    text.nl += "; het verschijnt op " + s.source;
  }
  return text;
}

}  // namespace

Reason reason(const NotYet& not_yet) {
  const Series& s = *not_yet.series;
  const std::string what = key_of(s.id, not_yet.period);
  const Phrase figure = figure_of(s.id, not_yet.period);
  const Phrase rest =
      not_yet.overdue ? what_to_fetch(s, not_yet.period) : when_to_expect(s, not_yet);
  Phrase text{figure.en +
                  (not_yet.overdue ? " is not in the library, and must have been published by now"
                                   : " is not published yet") +
                  rest.en,
              figure.nl +
                  (not_yet.overdue ? " staat niet in de bibliotheek, en moet al gepubliceerd zijn"
                                   : " is nog niet gepubliceerd") +
                  rest.nl};
  if (!s.successor.empty()) {
    text.en += "; its publisher names " + s.successor + " as successor";
    text.nl += "; de uitgever noemt " + s.successor + " als opvolger";
  }
  return {.kind = Reason::Kind::not_yet,
          .key = what,
          .text = text,
          .series = s.id,
          .period = PeriodSpan{not_yet.period, not_yet.period},
          .expected = not_yet.expected,
          .source = s.source};
}

Reason reason(const Missing& missing) {
  const std::string what = key_of(missing.series, missing.period);
  const Phrase figure = figure_of(missing.series, missing.period);
  const Phrase why = why_in_words(missing);
  return {.kind = Reason::Kind::missing,
          .key = what,
          .text = {figure.en + " is missing: " + why.en, figure.nl + " ontbreekt: " + why.nl},
          .series = missing.series,
          .period = PeriodSpan{missing.period, missing.period},
          .expected = {},
          .source = {}};
}

Outcome<Ratio> value(const Lookup& lookup) {
  if (const auto* seen = std::get_if<Seen>(&lookup)) {
    const Ratio plain(seen->observation().value);
    return seen->series->unit == SeriesUnit::percent ? plain / Ratio(100) : plain;
  }
  if (const auto* not_yet = std::get_if<NotYet>(&lookup)) return Undetermined(reason(*not_yet));
  return Undetermined(reason(std::get<Missing>(lookup)));
}

namespace {

/// What a reader of the figure has to know: that it was computed.
Phrase remark_on(const Series& s, const Observation& o) {
  if (s.derived.empty() || o.by_hand) return {};
  return {"derived: " + s.derived, "herleid: " + s.derived};
}

}  // namespace

Phrase status_of(const Observation& o) {
  if (!o.by_hand) return words(o.status);
  if (o.retrieved && *o.retrieved <= o.period.last_day())
    return {"assumed (entered by hand before the period was over)",
            "aangenomen (met de hand ingevoerd voordat de periode voorbij was)"};
  return {"entered by hand", "met de hand ingevoerd"};
}

InputSource source_of(const Seen& seen) {
  const Series& s = *seen.series;
  const Observation& o = seen.observation();
  PublishedFigure figure{.series = s.id,
                         .publisher = s.publisher,
                         .table = s.table,
                         .base = s.base,
                         .period = o.period.text(),
                         .value = o.value,
                         .percent = s.unit == SeriesUnit::percent,
                         .status = status_of(o),
                         .published = o.published,
                         .retrieved = o.retrieved,
                         .licence = s.licence,
                         .remark = remark_on(s, o),
                         .about = o.period,
                         .breaks = s.breaks};
  if (o.status == FigureStatus::projected) {
    figure.published.reset();  // when it would appear is an assumption as well
    figure.remark = s.projection;
    return {.kind = InputSource::Kind::projected,
            .text = s.projection,
            .figure = std::move(figure),
            .where = o.where,
            .address = {},
            .fixity = Fixity::projected};
  }
  // Until its publisher has it, a figure that was typed in is as sure as who typed it.
  const bool open =
      o.by_hand || o.status == FigureStatus::provisional || o.status == FigureStatus::estimate;
  return {.kind = InputSource::Kind::figure,
          .text = same(s.title.empty() ? s.id : s.title),
          .figure = std::move(figure),
          .where = o.where,
          .address = {},
          .fixity = open ? Fixity::provisional : Fixity::fixed};
}

}  // namespace pricetalk
