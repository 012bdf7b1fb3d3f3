#include "index/mistyped_figures.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "explain/rounded.hpp"
#include "index/exchanged_digits.hpp"
#include "index/figure_steps.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

constexpr std::size_t most_slips = 3;

bool counts(const Observation& figure) { return figure.status != FigureStatus::withdrawn; }

bool within(const Decimal& a, const Decimal& b, const Ratio& factor) {
  return above_zero(a) && above_zero(b) && factor_between(a, b) <= factor;
}

/// 170.8 between 104.2 and 111.1: 107.8.
std::optional<Decimal> between(const Observation& before, const Observation& figure,
                               const Observation& after) {
  const Ratio leap(Decimal(125, 2));
  const Ratio usual(Decimal(11, 1));
  const bool leaves_both = above_zero(figure.value) && !within(figure.value, before.value, leap) &&
                           !within(figure.value, after.value, leap);
  if (!leaves_both || !within(before.value, after.value, usual)) return std::nullopt;
  return with_two_digits_exchanged(figure.value, [&](const Decimal& other) {
    return within(other, before.value, usual) && within(other, after.value, usual);
  });
}

constexpr std::size_t typed_by_hand = 400;  ///< longer ones nobody types

/// A figure among others of one kind of period: the largest, or the smallest of them.
struct Extreme {
  RecordId id = 0;
  Ratio value;
  Ratio next;  ///< the one that comes nearest to it
};

/// By size without sign. Nothing where a figure is zero, or fewer than three count.
std::optional<Extreme> largest_of(const Series& series, std::span<const RecordId> order) {
  std::vector<std::pair<Ratio, RecordId>> sizes;
  for (const RecordId id : order)
    if (counts(series.records[id])) sizes.emplace_back(abs(Ratio(series.records[id].value)), id);
  if (sizes.size() < 3) return std::nullopt;
  std::sort(sizes.begin(), sizes.end(),
            [](const auto& a, const auto& b) { return b.first < a.first; });
  return Extreme{sizes[0].second, sizes[0].first, sizes[1].first};
}

/// Whether the figure alone is written without decimals.
bool alone_is_whole(const Series& series, std::span<const RecordId> order, RecordId whole) {
  if (series.records[whole].value.scale() != 0) return false;
  return std::all_of(order.begin(), order.end(), [&](RecordId id) {
    const Observation& each = series.records[id];
    return id == whole || each.value.scale() > 0 || each.value.is_zero();
  });
}

/// 1014 among 100.0 and 108.1, 26 among 3.4 and 4.1: written as the others it is a tenth or less.
std::vector<FigureDoubt> without_decimal_sign(const Series& series) {
  if (series.records.size() > typed_by_hand) return {};
  for (const Unit unit : {Unit::day, Unit::week, Unit::month, Unit::quarter, Unit::year}) {
    const auto order = series.records.of(unit);
    const auto found = largest_of(series, order);
    if (!found || found->next.is_zero()) continue;
    const Ratio least(series.unit == SeriesUnit::percent ? 3 : 5);
    if (found->value < found->next * least || !alone_is_whole(series, order, found->id)) continue;
    for (int places = 1; places <= 3; ++places) {
      const Decimal& typed = series.records[found->id].value;
      const Decimal meant(typed.mantissa(), places);
      if (abs(Ratio(meant)) > found->next * Ratio(Decimal(15, 1))) continue;
      const std::string next = decimal_text(as_many_decimals(found->next, places), Language::en);
      return {{found->id,
               {"the largest of the others is " + next,
                "het grootste van de andere is " +
                    decimal_text(as_many_decimals(found->next, places), Language::nl)},
               {"a decimal sign that is lost: is " + meant.text() + " meant?",
                "een decimaalteken dat weg is: is " + decimal_text(meant, Language::nl) +
                    " bedoeld?"}}};
    }
  }
  return {};
}

/// Written as a fraction: below a tenth, while a hundred times as much is a usual rate.
bool seems_a_fraction(const Decimal& figure) {
  return !figure.is_zero() && Ratio(figure) < Ratio(Decimal(1, 1)) &&
         Ratio(Decimal(-1, 1)) < Ratio(figure) && figure.scale() >= 3;
}

std::vector<FigureDoubt> written_as_fractions(const Series& series) {
  std::vector<FigureDoubt> found;
  int others = 0;
  for (RecordId id = 0; id < series.records.size(); ++id) {
    const Observation& figure = series.records[id];
    if (!counts(figure)) continue;
    if (!seems_a_fraction(figure.value)) {
      // Beside figures of as many decimals it is a small one.
      if (figure.value.scale() >= 3) return {};
      ++others;
      continue;
    }
    const Ratio meant = Ratio(figure.value) * Ratio(100);
    const auto exact = meant.exact_decimal();
    if (!exact) continue;
    found.push_back({id,
                     {"in percent this is " + figure.value.text() + "%",
                      "in procenten is dit " + decimal_text(figure.value, Language::nl) + "%"},
                     {"is " + exact->text() + " meant, for " + exact->text() + "%?",
                      "is " + decimal_text(*exact, Language::nl) + " bedoeld, voor " +
                          decimal_text(*exact, Language::nl) + "%?"}});
  }
  const bool all = others == 0 && found.size() >= 2;
  const bool one_among_others = found.size() == 1 && others >= 2;
  if (!all && !one_among_others) return {};
  if (found.size() > 1) found.resize(1);
  return found;
}

}  // namespace

std::vector<FigureDoubt> figures_with_exchanged_digits(const Series& series) {
  std::vector<FigureDoubt> found;
  for (const Unit unit : {Unit::month, Unit::quarter, Unit::year}) {
    const auto order = series.records.of(unit);
    for (std::size_t i = 1; i + 1 < order.size() && found.size() < most_slips; ++i) {
      const Observation& figure = series.records[order[i]];
      const Observation& before = series.records[order[i - 1]];
      const Observation& after = series.records[order[i + 1]];
      if (!counts(figure) || !counts(before) || !counts(after)) continue;
      const auto meant = between(before, figure, after);
      if (!meant) continue;
      const auto text = [&](Language language) {
        return say(language, "far from ", "ver van ") + decimal_text(before.value, language) +
               say(language, " of ", " van ") + before.period.text() +
               say(language, " and from ", " en van ") + decimal_text(after.value, language) +
               say(language, " of ", " van ") + after.period.text();
      };
      found.push_back(
          {order[i],
           {text(Language::en), text(Language::nl)},
           {"two digits exchanged: is " + meant->text() + " meant?",
            "twee cijfers verwisseld: is " + decimal_text(*meant, Language::nl) + " bedoeld?"}});
    }
  }
  return found;
}

std::vector<FigureDoubt> mistyped_figures(const Series& series) {
  if (series.unit != SeriesUnit::percent && series.unit != SeriesUnit::index) return {};
  std::vector<FigureDoubt> found = without_decimal_sign(series);
  if (!found.empty()) return found;
  return series.unit == SeriesUnit::percent ? written_as_fractions(series)
                                            : figures_with_exchanged_digits(series);
}

}  // namespace pricetalk
