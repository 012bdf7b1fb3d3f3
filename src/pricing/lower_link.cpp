#include <algorithm>

#include "pricing/lowering.hpp"

// From which series of a chain a figure is read, and how it is moved to the base of another.

namespace pricetalk {

/// How near a series comes to carrying the figures that are asked: what it has but does not show on
/// this day, then what it may still publish, then what it lacks. A series that has stopped comes
/// last: whoever has linked it knows.
Lowering::Carries Lowering::carries(const std::vector<Outcome<FigureRequest>>& asked) const {
  Carries worst = Carries::all;
  for (const Outcome<FigureRequest>& request : asked) {
    if (!request) return Carries::absent;
    const Lookup lookup = figures_.look_up(*request);
    if (std::holds_alternative<Seen>(lookup)) continue;
    const bool recorded = figures_.records(request->series, request->period);
    Carries one = recorded ? Carries::hidden : Carries::waits;
    if (const auto* missing = std::get_if<Missing>(&lookup); missing != nullptr && !recorded) {
      switch (missing->why) {
        case Missing::Why::never:
          one = Carries::hidden;
          break;
        case Missing::Why::gap:
          one = Carries::gap;
          break;
        case Missing::Why::stopped:
          one = Carries::stopped;
          break;
        default:
          one = Carries::absent;
      }
    }
    worst = std::max(worst, one);
  }
  return worst;
}

/// The first series of the chain that shows all the figures. Without one, the series that would
/// carry them, so that the reason names what is missing there: the first that has them but not on
/// this day, else the last that may still publish them.
std::size_t Lowering::series_for(const IndexRead& read, const FigureReading& reading) const {
  if (read.links.empty()) return 0;
  std::size_t best = 0;
  Carries found = Carries::stopped;
  for (std::size_t position = 0; position <= read.links.size(); ++position) {
    const Carries one = carries(requests(read, reading, position));
    if (one == Carries::all) return position;
    const bool later_is_better = one == Carries::waits || one == Carries::stopped;
    if (one < found || (one == found && later_is_better)) {
      best = position;
      found = one;
    }
  }
  return best;
}

std::size_t Lowering::base_position(const IndexRead& read, std::size_t comparison,
                                    std::size_t reference) const {
  const ComparisonBase& base = read.in_base_of.value;
  if (base.of == ComparisonBase::Of::comparison) return comparison;
  for (std::size_t position = 0; position <= read.links.size(); ++position)
    if (base.of == ComparisonBase::Of::series && series_name(read, position) == base.series)
      return position;
  return reference;
}

NodeId Lowering::link_coefficient(const IndexRead& read, std::size_t link, Date reading_day) {
  const LinkTerms& terms = read.links[link];
  const auto stated = [&](const Stated<Decimal>& value) {
    return builder_.named(builder_.constant(value.value), Role::link_coefficient,
                          value.where.value_or(terms.span));
  };
  if (terms.coefficient) return stated(*terms.coefficient);
  if (terms.coefficient_to_next)
    return builder_.div(builder_.one(), stated(*terms.coefficient_to_next));
  const std::string here = series_name(read, link);
  const std::string next = series_name(read, link + 1);
  const auto& at = terms.at->value.period;
  const auto period = at ? at : figures_.last_definitive(here, next, reading_day);
  const Span where = terms.at->where.value_or(terms.span);
  const auto request = [&](const std::string& series) -> Outcome<FigureRequest> {
    if (period) return FigureRequest{series, *period, read.publication.value, reading_day};
    return Undetermined(
        Reason{.kind = Reason::Kind::missing,
               .key = here + " link",
               .text = {"no period is definitive in both " + here + " and " + next,
                        "geen periode is definitief in zowel " + here + " als " + next},
               .series = here,
               .period = {},
               .expected = {},
               .source = {}});
  };
  const auto leaf = [&](const std::string& series, const char* mark) {
    return builder_.named(input(read.symbol + mark, request(series), Form::plain, where),
                          Role::reference, where);
  };
  const NodeId older = leaf(here, "_link");
  const NodeId newer = leaf(next, "_link_next");
  NodeId coefficient = builder_.div(older, newer);
  const auto rounding = settled(terms.coefficient_rounding.value, 0);
  if (rounding && terms.method.value == LinkMethod::coefficient)
    coefficient = builder_.round(coefficient, *rounding);
  coefficient = builder_.named(coefficient, Role::link_coefficient, terms.span);
  builder_.symbol("link " + read.symbol, coefficient);
  return coefficient;
}

NodeId Lowering::converted(const IndexRead& read, NodeId figure, std::size_t from, std::size_t to,
                           const std::string& symbol, Date reading_day) {
  const auto step = [&](std::size_t link, bool to_older) {
    const LinkTerms& terms = read.links[link];
    const NodeId coefficient = link_coefficient(read, link, reading_day);
    figure = to_older ? builder_.mul(figure, coefficient) : builder_.div(figure, coefficient);
    const auto rounding = settled(terms.rounding.value, 0);
    if (rounding && terms.method.value == LinkMethod::coefficient)
      figure = builder_.round(figure, *rounding);
    const std::string into = series_name(read, to_older ? link : link + 1);
    figure = builder_.named(
        figure, Phrase{symbol + ", in the base of " + into, symbol + ", in de basis van " + into},
        terms.span);
  };
  while (from > to) step(--from, true);
  while (from < to) step(from++, false);
  return figure;
}

}  // namespace pricetalk
