#include "pricing/breaks.hpp"

#include <algorithm>

#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

std::string name_of(const PublishedFigure& figure) {
  std::string name = figure.publisher.empty() ? figure.series : figure.publisher;
  if (!figure.table.empty()) name += " " + figure.table;
  return figure.base.empty() ? name : name + " (" + figure.base + ")";
}

/// What a derivation reads around one break.
struct Sides {
  const PublishedFigure* before = nullptr;  ///< the last one that ends before it
  const PublishedFigure* after = nullptr;   ///< the first one that begins on or after it
};

/// Among figures that know this break, of one series or of all.
Sides sides_of(const std::vector<const PublishedFigure*>& figures, const MethodBreak& at,
               const std::string& series) {
  Sides found;
  for (const PublishedFigure* figure : figures) {
    const auto same = [&](const MethodBreak& b) { return b.from == at.from && b.what == at.what; };
    if (!series.empty() && figure->series != series) continue;
    if (std::none_of(figure->breaks.begin(), figure->breaks.end(), same)) continue;
    if (figure->about.last_day() < at.from.first_day()) {
      if (found.before == nullptr || figure->about.last_day() > found.before->about.last_day())
        found.before = figure;
    } else if (figure->about.first_day() >= at.from.first_day()) {
      if (found.after == nullptr || figure->about.first_day() < found.after->about.first_day())
        found.after = figure;
    }
  }
  return found;
}

}  // namespace

std::vector<BreakCrossed> breaks_crossed(const Derivation& derivation) {
  std::vector<const PublishedFigure*> figures;
  for (const InputSource& input : derivation.inputs)
    if (input.figure) figures.push_back(&*input.figure);
  std::vector<BreakCrossed> made;
  const auto told = [&](const MethodBreak& at, const std::string& series) {
    return std::any_of(made.begin(), made.end(), [&](const BreakCrossed& known) {
      return known.from == at.from && known.what == at.what &&
             (series.empty() || known.series == series);
    });
  };
  const auto tell = [&](const MethodBreak& at, const std::string& series) {
    const Sides sides = sides_of(figures, at, series);
    if (sides.before == nullptr || sides.after == nullptr || told(at, series)) return;
    const bool one_series = sides.before->series == sides.after->series;
    made.push_back({sides.before->series,
                    one_series ? name_of(*sides.before)
                               : name_of(*sides.before) + " / " + name_of(*sides.after),
                    one_series ? std::string() : sides.after->series, at.from, at.what,
                    sides.before->about, sides.after->about});
  };
  for (const PublishedFigure* figure : figures)
    for (const MethodBreak& at : figure->breaks) tell(at, figure->series);
  // A link joins figures of two series that share a break, although none of them stands across it.
  for (const PublishedFigure* figure : figures)
    for (const MethodBreak& at : figure->breaks) tell(at, {});
  std::stable_sort(made.begin(), made.end(), [](const BreakCrossed& a, const BreakCrossed& b) {
    if (a.series != b.series) return a.series < b.series;
    return a.from.first_day() < b.from.first_day();
  });
  return made;
}

namespace {

/// "The figure of July 2022 is from before, the one of July 2023 from after."
Phrase two_sides(const BreakCrossed& crossed) {
  const auto in = [&](const Period& period, Language language) {
    return period_text(period, language);
  };
  return {"The figure of " + in(crossed.before, Language::en) + " is from before, the one of " +
              in(crossed.after, Language::en) + " from after.",
          "Het cijfer van " + in(crossed.before, Language::nl) + " is van daarvoor, dat van " +
              in(crossed.after, Language::nl) + " van daarna."};
}

Phrase since(const BreakCrossed& crossed) {
  return {"Another way of measuring since " + period_text(crossed.from, Language::en) + " (" +
              crossed.name + ")",
          "Sinds " + period_text(crossed.from, Language::nl) + " wordt anders gemeten (" +
              crossed.name + ")"};
}

}  // namespace

Phrase in_words(const BreakCrossed& crossed) {
  const auto what = [&](Language language) {
    std::string text = crossed.what.in(language);
    while (text.ends_with('.')) text.pop_back();
    return ": " + text + ". ";
  };
  const Phrase start = since(crossed);
  const Phrase sides = two_sides(crossed);
  return {start.en + what(Language::en) + sides.en, start.nl + what(Language::nl) + sides.nl};
}

Phrase in_short(const BreakCrossed& crossed) {
  const Phrase start = since(crossed);
  const Phrase sides = two_sides(crossed);
  return {start.en + ". " + sides.en, start.nl + ". " + sides.nl};
}

}  // namespace pricetalk
