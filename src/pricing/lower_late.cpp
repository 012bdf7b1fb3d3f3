#include <algorithm>
#include <cstdint>

#include "pricing/lowering.hpp"

// `if_missing = "latest-and-true-up"`: a figure that is not there on its reading day is read as it
// came afterwards; until it comes, the latest one that was there stands in for it.

namespace pricetalk {

namespace {

/// How many periods a stand-in may lie back; a series that is older has no say in a price.
constexpr int longest_back = 120;

/// An undated figure about days that its reading day has not seen: it cannot have been public then,
/// unless somebody had it already.
bool undated_and_too_early(const Seen& seen, Date reading_day) {
  const Observation& o = seen.observation();
  return !o.published && o.status != FigureStatus::projected &&
         o.period.last_day() >= reading_day && (!o.retrieved || *o.retrieved > reading_day);
}

}  // namespace

/// Whether all figures were there on their reading day.
bool Lowering::there(const std::vector<Outcome<FigureRequest>>& asked) const {
  return std::all_of(asked.begin(), asked.end(), [&](const Outcome<FigureRequest>& request) {
    if (!request) return false;
    const Lookup lookup = figures_.look_up(*request);
    const auto* seen = std::get_if<Seen>(&lookup);
    return seen != nullptr && !undated_and_too_early(*seen, request->reading_day);
  });
}

/// Whether those that are not there may still come: nobody waits for a series that has stopped.
bool Lowering::waits(const std::vector<Outcome<FigureRequest>>& asked) const {
  return std::all_of(asked.begin(), asked.end(), [&](const Outcome<FigureRequest>& request) {
    if (!request) return false;
    const Lookup lookup = figures_.look_up(*request);
    const auto* missing = std::get_if<Missing>(&lookup);
    return missing == nullptr || missing->why == Missing::Why::not_definitive;
  });
}

/// Since when all the figures of a reading are there; nothing while one is missing.
std::optional<KnownSince> Lowering::came(const IndexRead& read,
                                         const FigureReading& reading) const {
  FigureReading at_last = reading;
  at_last.reading_day = Date::from_days(INT32_MAX);
  std::optional<KnownSince> since;
  for (const auto& request : requests(read, at_last, series_for(read, at_last))) {
    const auto one = request ? figures_.known_since(*request) : std::nullopt;
    if (!one) return std::nullopt;
    if (!since || since->day < one->day) since = one;
  }
  return since;
}

void Lowering::say_late(LateFigure late) {
  const bool said = std::any_of(late_.begin(), late_.end(), [&](const LateFigure& each) {
    return each.symbol == late.symbol && each.asked == late.asked;
  });
  if (!said) late_.push_back(std::move(late));
}

FigureReading Lowering::in_time(const IndexRead& read, FigureReading reading,
                                const std::string& symbol) {
  if (read.if_missing.value == IfMissing::stop || reading.rule.number() != nullptr ||
      std::holds_alternative<PeriodRule::Latest>(reading.rule.what) ||
      !reading.unknown.reasons().empty())
    return reading;
  const std::size_t own = series_for(read, reading);
  const auto asked = requests(read, reading, own);
  if (there(asked) || !waits(asked)) return reading;
  const Outcome<PeriodSpan> span_asked =
      span(reading, series_name(read, own), read.publication.value);
  if (!span_asked) return reading;
  LateFigure late{.symbol = symbol,
                  .series = series_name(read, own),
                  .asked = *span_asked,
                  .read = *span_asked,
                  .reading_day = reading.reading_day,
                  .came = false,
                  .since = came(read, reading)};
  if (late.since && (!context_.late_until || late.since->day <= *context_.late_until)) {
    late.came = true;
    reading.reading_day = std::max(reading.reading_day, late.since->day);
    say_late(std::move(late));
    return reading;
  }
  FigureReading shifted = reading;
  while (++shifted.back <= longest_back) {
    const std::size_t series = series_for(read, shifted);
    if (!there(requests(read, shifted, series))) continue;
    late.read = *span(shifted, series_name(read, series), read.publication.value);
    say_late(std::move(late));
    return shifted;
  }
  return reading;  // nothing stands in for it: it stays undetermined
}

FigureReading Lowering::comparison(const IndexRead& read) {
  return in_time(read, comparison_reading(read), read.symbol);
}

/// A reference that is the comparison period shifted moves with what stands in for it.
FigureReading Lowering::reference_in_time(const IndexRead& read) {
  FigureReading reading = reference_reading(read);
  if (reading.earlier) reading.back = comparison(read).back;
  return in_time(read, std::move(reading), read.symbol + "0");
}

}  // namespace pricetalk
