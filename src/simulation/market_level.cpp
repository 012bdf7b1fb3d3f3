#include "simulation/market_level.hpp"

#include <algorithm>

#include "index/begun.hpp"
#include "pricing/figures.hpp"

namespace pricetalk {

namespace {

/// The figure of the latest period that had begun on a day.
std::optional<Seen> figure(const Coverage& coverage, const Series& series, Date begun,
                           Date reading_day) {
  const Figures figures(coverage);
  const auto request = [&](RecordId record) {
    return FigureRequest{series.id, series.records[record].period, Which::as_known, reading_day};
  };
  // The latest figure is none whose period is not over, unless it was published.
  const auto counts = [&](RecordId record) {
    const Observation& figure = series.records[record];
    return (figure.published || figure.period.last_day() <= reading_day) &&
           figures.sees(request(record));
  };
  const auto last = last_begun(series, begun, counts);
  if (!last) return std::nullopt;
  const Lookup found = figures.look_up(request(*last));
  const Seen* seen = std::get_if<Seen>(&found);
  return seen == nullptr ? std::nullopt : std::optional(*seen);
}

Fixity fixity_of(const Seen& seen) {
  switch (seen.observation().status) {
    case FigureStatus::projected:
      return Fixity::projected;
    case FigureStatus::provisional:
    case FigureStatus::estimate:
      return Fixity::provisional;
    default:
      return Fixity::fixed;
  }
}

}  // namespace

const PriceLevelTerms* market_level(const Contract& contract, const Line& line,
                                    std::optional<Date> by) {
  const PriceLevelTerms* found = nullptr;
  for (const PriceLevelTerms& level : contract.terms.price_level)
    if (level.price.value.value == line.id && (!by || level.as_of.value <= *by) &&
        (found == nullptr || level.as_of.value >= found->as_of.value))
      found = &level;
  return found;
}

Fixity MarketMove::fixity() const { return std::max(fixity_of(now), fixity_of(then)); }

std::optional<MarketMove> market_move(const Coverage& coverage, const PriceLevelTerms& level,
                                      Date day) {
  if (!level.moved_by) return std::nullopt;
  const Series* series = coverage.library().find(level.moved_by->value.value);
  if (series == nullptr || series->unit == SeriesUnit::percent) return std::nullopt;
  const Date last = *Date::make(9999, 12, 31);
  const Date known_by = coverage.today() ? std::min(day, *coverage.today()) : day;
  const auto now = figure(Coverage(coverage.library(), known_by), *series, last, known_by);
  const auto then = figure(coverage, *series, level.as_of.value, coverage.today().value_or(last));
  if (!now || !then || then->observation().period.last_day() < level.as_of.value)
    return std::nullopt;
  const Outcome<Ratio> reference = value(Lookup(*then));
  if (!reference || reference->is_zero()) return std::nullopt;
  return MarketMove{*now, *then};
}

NodeId moved(Worksheet& sheet, NodeId price, const MarketMove& move, const Phrase& label) {
  const NodeId now = sheet.given(value(Lookup(move.now)), words(Role::observation),
                                 source_of(move.now), Form::plain);
  const NodeId then = sheet.given(value(Lookup(move.then)), words(Role::reference),
                                  source_of(move.then), Form::plain);
  return sheet.round(sheet.mul(price, sheet.div(now, then)), sheet.currency().rounding(), label);
}

}  // namespace pricetalk
