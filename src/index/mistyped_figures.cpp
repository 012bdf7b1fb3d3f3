#include "index/mistyped_figures.hpp"

#include <algorithm>

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

std::vector<FigureDoubt> with_exchanged_digits(const Series& series) {
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

std::vector<FigureDoubt> mistyped_figures(const Series& series) {
  if (series.unit == SeriesUnit::percent) return written_as_fractions(series);
  if (series.unit == SeriesUnit::index) return with_exchanged_digits(series);
  return {};
}

}  // namespace pricetalk
