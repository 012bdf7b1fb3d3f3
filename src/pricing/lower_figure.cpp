#include <algorithm>

#include "contract/no_series.hpp"
#include "pricing/lowering.hpp"

namespace pricetalk {

namespace {

/// The reference that really counts: `first_base` before the first step, else `base`.
const Stated<PeriodRule>& first_or_base(const IndexRead& read, bool first) {
  return first && read.first_base ? *read.first_base : read.base;
}

Undetermined not_said(const IndexRead& read, const std::string& key, const Phrase& what) {
  // A row of a register that names no index has no key to fill in either.
  const std::string of = read.series.value.value == no_series
                             ? std::string()
                             : " (" + read.symbol + ", unknown = [\"" + key + "\"])";
  return Undetermined(Reason{.kind = Reason::Kind::not_stated,
                             .key = read.series.value.value + " " + key + " unknown",
                             .text = {"the contract does not say " + what.en + of,
                                      "het contract zegt niet " + what.nl + of},
                             .series = read.series.value.value,
                             .period = {},
                             .expected = {},
                             .source = {}});
}

/// Why a figure cannot be read whose series or period the contract does not name; no reason where
/// it names both.
Undetermined not_named(const IndexRead& read) {
  const std::string& series = read.series.value.value;
  if (read.series_unknown && series == no_series)
    return not_said(read, "series",
                    {"which index the price follows", "welke index de prijs volgt"});
  if (read.series_unknown)
    return not_said(read, "series",
                    {"which series counts: " + series + " or one like it",
                     "welke reeks telt: " + series + " of een verwante"});
  if (read.use_unknown)
    return not_said(
        read, "use",
        {"which period of " + series + " counts", "welke periode van " + series + " telt"});
  return {};
}

/// The same of the figure that is compared with.
Undetermined no_reference_named(const IndexRead& read) {
  if (read.series_unknown || !read.base_unknown) return not_named(read);
  const std::string& series = read.series.value.value;
  return not_said(read, "base",
                  {"with which figure of " + series + " it compares",
                   "met welk cijfer van " + series + " het vergelijkt"});
}

}  // namespace

EventDates Lowering::events(Date adjustment) const {
  EventDates dates;
  dates.adjustment = adjustment;
  dates.signature = context_.contract->signed_on;
  dates.start = context_.line->from.value;
  dates.bid = context_.contract->bid;
  dates.delivery = context_.line->delivered;
  dates.reset = context_.reset;
  return dates;
}

// ---- which period, read on which day
// ---------------------------------------------------------------

/// A reading counts the latest published figure back; the rule itself never does.
void Lowering::use_rule(FigureReading& made, const IndexRead& read) {
  made.rule = read.use.value;
  const PeriodRule::Back* back = made.rule.back();
  if (back == nullptr || back->what != LookBack::earlier) return;
  made.earlier = back->by;
  made.rule.what = PeriodRule::Latest{};
}

FigureReading Lowering::comparison_reading(const IndexRead& read) const {
  FigureReading made;
  use_rule(made, read);
  made.dates = events(context_.date);
  made.reading_day = context_.reading_day(context_.date);
  made.where = read.use.where.value_or(Span{});
  made.unknown = not_named(read);
  return made;
}

/// The `use` rule of another day, read on that day's own reading day: the figure as it was used
/// then.
FigureReading Lowering::read_on(const IndexRead& read, Date day,
                                const Stated<PeriodRule>& stated) const {
  FigureReading made;
  use_rule(made, read);
  made.dates = events(day);
  made.reading_day = context_.reading_day(read.reference_as_known_now ? context_.date : day);
  made.latest_on = context_.reading_day(day);
  made.where = stated.where.value_or(read.use.where.value_or(Span{}));
  made.by_default = stated.by_default();
  made.unknown = not_named(read);
  return made;
}

FigureReading Lowering::looked_back(const IndexRead& read, const PeriodRule::Back& back,
                                    const Stated<PeriodRule>& rule) const {
  const Date start =
      context_.reset.value_or(context_.start_reading.value_or(context_.line->from.value));
  switch (back.what) {
    case LookBack::earlier: {
      FigureReading made = comparison_reading(read);
      made.earlier = back.by;
      made.where = rule.where.value_or(made.where);
      return made;
    }
    case LookBack::at_previous_date: {
      if (context_.previous_date) return read_on(read, *context_.previous_date, rule);
      const auto& every = clause_.when.every;
      return read_on(read, every ? context_.date - every->value : start, rule);
    }
    case LookBack::at_last_adjustment: {
      FigureReading made = read_on(read, start, rule);
      if (!context_.last_step)
        made.unknown = context_.last_step.why();
      else if (*context_.last_step)
        return read_on(read, **context_.last_step, rule);
      return made;
    }
    case LookBack::at_start:
      return read_on(read, start, rule);
    case LookBack::at_signature:
      return read_on(read, context_.contract->signed_on, rule);
    case LookBack::at_bid:
      return read_on(read, context_.contract->bid.value_or(start), rule);
  }
  return {};
}

FigureReading Lowering::reference_reading(const IndexRead& read) const {
  const PeriodRule::Back* back = read.base.value.back();
  bool first = false;
  if (back != nullptr && back->what == LookBack::at_previous_date) first = !context_.previous_date;
  if (back != nullptr && back->what == LookBack::at_last_adjustment)
    first = context_.last_step.determined() && !*context_.last_step;
  const Stated<PeriodRule>& rule = first_or_base(read, first && !context_.reset);
  if (const PeriodRule::Back* looked = rule.value.back(); looked && !read.base_unknown)
    return looked_back(read, *looked, rule);
  FigureReading made = comparison_reading(read);
  made.unknown = {};
  if (read.base_unknown || read.series_unknown) made.unknown = no_reference_named(read);
  made.rule = rule.value;
  made.where = rule.where.value_or(made.where);
  made.by_default = rule.by_default();
  return made;
}

Outcome<PeriodSpan> Lowering::span(const FigureReading& reading, std::string_view series,
                                   Which which) const {
  if (!reading.unknown.reasons().empty()) return reading.unknown;
  if (std::holds_alternative<PeriodRule::Latest>(reading.rule.what)) {
    const auto latest = figures_.latest(series, which, reading.day_of_latest());
    if (latest) {
      const PeriodSpan found{*latest, *latest};
      if (!reading.earlier) return found;
      const PeriodSpan moved = earlier(found, *reading.earlier);
      if (moved.first < found.first) return moved;
      const std::string by = reading.earlier->text();
      return Undetermined(
          Reason{.kind = Reason::Kind::missing,
                 .key = std::string(series) + " " + by + " earlier",
                 .text = {"the figures of " + std::string(series) + " do not move by " + by,
                          "de cijfers van " + std::string(series) + " verschuiven niet met " + by},
                 .series = std::string(series),
                 .period = {},
                 .expected = {},
                 .source = {}});
    }
    return Undetermined(
        Reason{.kind = Reason::Kind::missing,
               .key = std::string(series) + " latest",
               .text = {"no figure of " + std::string(series) + " is published yet",
                        "van " + std::string(series) + " is nog geen cijfer gepubliceerd"},
               .series = std::string(series),
               .period = {},
               .expected = {},
               .source = {}});
  }
  const Outcome<PeriodSpan> asked = span_of(reading.rule, reading.dates, reading.earlier);
  if (!asked) return asked;
  return PeriodSpan{asked->first.plus(-reading.back), asked->last.plus(-reading.back)};
}

// ---- which figures, from which series of the chain
// -------------------------------------------------

std::string Lowering::series_name(const IndexRead& read, std::size_t position) const {
  return position == 0 ? read.series.value.value : read.links[position - 1].next.value.value;
}

std::vector<Outcome<FigureRequest>> Lowering::requests(const IndexRead& read,
                                                       const FigureReading& reading,
                                                       std::size_t series) const {
  const std::string name = series_name(read, series);
  const Which which = read.publication.value;
  const Outcome<PeriodSpan> asked = span(reading, name, which);
  if (!asked) return {asked.why()};
  std::optional<PeriodSpan> instead_of;
  if (reading.back > 0)
    instead_of = PeriodSpan{asked->first.plus(reading.back), asked->last.plus(reading.back)};
  const auto request = [&](const Period& period) {
    return FigureRequest{name, period, which, reading.reading_day, instead_of};
  };
  std::vector<Outcome<FigureRequest>> made;
  if (reading.rule.reading == PeriodRule::Reading::figure) {
    made.emplace_back(request(asked->first));
    if (read.interpolation.value == Interpolation::linear && reading.day().day() > 1)
      made.emplace_back(request(asked->first.plus(1)));
    return made;
  }
  // All figures whose period lies inside the span; a window of weeks, months, quarters or years is
  // complete, but for weeks of which the publisher has said that they have no figure.
  const std::vector<Period> inside = figures_.periods_inside(name, *asked);
  if (inside.empty()) return {Outcome<FigureRequest>(request(asked->first))};
  Unit unit = inside.front().unit();
  for (const Period& period : inside) unit = std::min(unit, period.unit());
  if (const auto frequency = figures_.frequency(name)) unit = *frequency;
  if (unit == Unit::day) {
    for (const Period& period : inside)
      if (period.unit() == unit) made.emplace_back(request(period));
    // Days without a figure are no days of trade, as long as a daily series goes on at both ends.
    // Of a series that states no frequency nobody can tell what is missing; the label says how
    // many.
    if (figures_.frequency(name) != Unit::day) return made;
    const auto ask = [&](Date day) {
      made.emplace_back(request(Period::containing(day, Unit::day)));
    };
    Date first = asked->first_day();
    while (first.weekday() > 5) first = first.plus_days(1);
    Date last = asked->last_day();
    while (last.weekday() > 5) last = last.plus_days(-1);
    if (first > last) return made;
    if (!figures_.any_day_until(name, first)) ask(first);
    if (!figures_.any_day_from(name, last)) ask(last);
    return made;
  }
  Period period = Period::containing(asked->first_day(), unit);
  if (period.first_day() < asked->first_day()) period = period.plus(1);
  for (; period.last_day() <= asked->last_day(); period = period.plus(1))
    if (unit != Unit::week || !figures_.hole(name, period)) made.emplace_back(request(period));
  if (made.empty()) made.emplace_back(request(asked->first));
  return made;
}

NodeId Lowering::input(std::string symbol, Outcome<FigureRequest> request, Form form, Span where) {
  requests_.push_back(std::move(request));
  asked_by_.push_back(where);
  return builder_.input(std::move(symbol), form);
}

/// One figure as the clause reads it: looked up, averaged, interpolated, rounded, moved to the base
/// in which both sides are compared.
NodeId Lowering::figure(const IndexRead& read, const FigureReading& reading, std::size_t series,
                        std::size_t base, const std::string& symbol, Role role) {
  const auto asked = requests(read, reading, series);
  const Form form = figures_.percent(series_name(read, series)) ? Form::percent : Form::plain;
  const auto leaf = [&](std::size_t i, const std::string& name, Role of) {
    return builder_.named(input(name, asked[i], form, reading.where), of, reading.where,
                          reading.by_default);
  };
  const auto numbered = [&](std::size_t i) { return symbol + "[" + std::to_string(i + 1) + "]"; };
  const auto rounding = settled(read.rounding.value, 0);
  const bool moves = series != base;
  NodeId node = no_node;
  if (asked.size() == 1) {
    node = leaf(0, rounding || moves ? symbol + "*" : symbol, role);
  } else if (reading.rule.reading == PeriodRule::Reading::figure) {  // linear inside the month
    const Date day = reading.day();
    const NodeId now = leaf(0, numbered(0), role);
    const NodeId next = leaf(1, numbered(1), role);
    const NodeId part =
        builder_.div(builder_.constant(Decimal(day.day() - 1, 0)),
                     builder_.constant(Decimal(days_in_month(day.year(), day.month()), 0)));
    node = builder_.add(now, builder_.mul(builder_.sub(next, now), part));
    node = builder_.named(node, Phrase{symbol + " (interpolated)", symbol + " (geïnterpoleerd)"},
                          read.interpolation.where.value_or(Span{}));
  } else {
    std::vector<NodeId> operands;
    const bool compound = reading.rule.reading == PeriodRule::Reading::compound;
    for (std::size_t i = 0; i < asked.size(); ++i) {
      const NodeId one = leaf(i, numbered(i), role);
      operands.push_back(compound ? builder_.add(builder_.one(), one) : one);
    }
    if (compound) {
      node = builder_.sub(builder_.product(operands), builder_.one());
      node = builder_.named(node, Phrase{symbol + " (compounded)", symbol + " (doorgerekend)"},
                            reading.where);
    } else {
      node =
          builder_.div(builder_.sum(operands),
                       builder_.constant(Decimal(static_cast<std::int64_t>(operands.size()), 0)));
      const bool days = asked.front() && asked.front()->period.unit() == Unit::day;
      const std::string count = std::to_string(asked.size());
      node = builder_.named(node,
                            days ? Phrase{symbol + " (average of " + count + " figures)",
                                          symbol + " (gemiddelde van " + count + " cijfers)"}
                                 : Phrase{symbol + " (average)", symbol + " (gemiddelde)"},
                            reading.where);
    }
  }
  if (rounding) {
    node = builder_.round(node, *rounding);
    node = builder_.named(node, same(symbol), read.rounding.where.value_or(Span{}));
  }
  if (moves) node = converted(read, node, series, base, symbol, reading.reading_day);
  return node;
}

// ---- the two sides
// ---------------------------------------------------------------------------------

NodeId Lowering::observation(const IndexRead& read) {
  if (const auto known = observations_.find(read.symbol); known != observations_.end())
    return known->second;
  const FigureReading reading = comparison(read);
  const std::size_t series = series_for(read, reading);
  std::size_t base = series;
  if (!read.links.empty()) {
    // A reference that the contract states as a number stands in the base of the series it names.
    const FigureReading reference = reference_in_time(read);
    base = base_position(read, series,
                         reference.rule.number() != nullptr ? 0 : series_for(read, reference));
  }
  const NodeId node = figure(read, reading, series, base, read.symbol, Role::observation);
  builder_.symbol("index " + read.symbol, node);
  return observations_[read.symbol] = node;
}

NodeId Lowering::reference(const IndexRead& read) {
  const std::string symbol = read.symbol + "0";
  if (const auto known = references_.find(symbol); known != references_.end()) return known->second;
  NodeId node = no_node;
  if (const PeriodRule::Number* number = read.base.value.number()) {
    node = builder_.named(builder_.constant(number->value), Role::reference,
                          read.base.where.value_or(Span{}));
  } else {
    const FigureReading reading = reference_in_time(read);
    if (const PeriodRule::Number* first = reading.rule.number()) {
      node = builder_.named(builder_.constant(first->value), Role::reference, reading.where);
    } else {
      const std::size_t series = series_for(read, reading);
      const std::size_t base =
          read.links.empty() ? series
                             : base_position(read, series_for(read, comparison(read)), series);
      node = figure(read, reading, series, base, symbol, Role::reference);
    }
  }
  builder_.symbol("index " + symbol, node);
  return references_[symbol] = node;
}

/// The comparison figure of the last step, for thresholds in points; before the first step the
/// reference.
NodeId Lowering::used_last(const IndexRead& read) {
  if (context_.last_step && !*context_.last_step) return reference(read);
  FigureReading reading =
      context_.last_step ? read_on(read, **context_.last_step, read.use) : comparison(read);
  if (context_.last_step)
    reading = in_time(read, std::move(reading), read.symbol);
  else
    reading.unknown = context_.last_step.why();
  const std::size_t series = series_for(read, reading);
  const std::size_t base =
      read.links.empty() ? series : base_position(read, series_for(read, comparison(read)), series);
  return figure(read, reading, series, base, read.symbol + "_used", Role::reference);
}

}  // namespace pricetalk
