#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "index/check_parts.hpp"
#include "pricetalk/explain/derivation.hpp"

namespace pricetalk::checking {

namespace {

/// Half-up; nothing where the result has more digits than a figure can have.
std::optional<Decimal> rounded(const Ratio& value, int decimals) {
  constexpr int digits = 17;
  if (decimals > digits) return std::nullopt;
  if (abs(value) >= Ratio(Decimal(1, decimals)) * Ratio(Decimal::largest_mantissa / 10))
    return std::nullopt;
  return round(value, Rounding::decimals(decimals));
}

/// By how much a rounded figure may differ from what was rounded.
Ratio half_unit(const Decimal& figure) { return Ratio(Decimal(1, figure.scale())) / Ratio(2); }

/// The figures that fill the days from `first` to `last`: all months, else all quarters, else all
/// years; none when one of them is missing. Only periods shorter than `within`.
std::vector<const Observation*> filling(const Current& figures, const Date& first, const Date& last,
                                        std::optional<Unit> within) {
  for (const Unit unit : {Unit::month, Unit::quarter, Unit::year}) {
    if (within && unit >= *within) break;
    std::vector<const Observation*> found;
    for (Period p = Period::containing(first, unit); p.first_day() <= last; p = p.plus(1)) {
      const auto at = figures.find(p);
      if (at == figures.end() || p.first_day() < first || p.last_day() > last) {
        found.clear();
        break;
      }
      found.push_back(at->second);
    }
    if (!found.empty()) return found;
  }
  return {};
}

/// A value in between and by how much it may be off, because the figures behind it were rounded.
struct Computed {
  Ratio value;
  Ratio least;
  Ratio most;
};

Computed mean_of(const std::vector<const Observation*>& figures) {
  Ratio sum;
  Ratio off;
  for (const Observation* o : figures) {
    sum = sum + Ratio(o->value);
    off = off + half_unit(o->value);
  }
  const Ratio count(static_cast<std::int64_t>(figures.size()));
  return {sum / count, (sum - off) / count, (sum + off) / count};
}

/// The change from `before` to `after` in percent. REQUIRES: both are positive.
Computed rate_of(const Decimal& before, const Decimal& after) {
  const auto rate = [](const Ratio& a, const Ratio& b) { return (b / a - Ratio(1)) * Ratio(100); };
  const Ratio a(before);
  const Ratio b(after);
  const Ratio off_a = half_unit(before);
  const Ratio off_b = half_unit(after);
  const Ratio exact = rate(a, b);
  const bool divisible = a > off_a;
  return {exact, rate(a + off_a, b - off_b), divisible ? rate(a - off_a, b + off_b) : exact};
}

/// Holds the figures of one series against what others give, and counts.
class Comparer {
 public:
  Comparer(const Series& series, SeriesCheck& into) : series_(series), into_(into) {}

  void open(CheckKind kind, const std::string& with) {
    comparison_ = {};
    comparison_.kind = kind;
    comparison_.with = with;
  }

  /// `how` says where the computed value comes from: "the mean of the 12 months is".
  /// `from`: the figures that it is computed from, said where it differs.
  void compare(const Observation& published, const Computed& computed, const Phrase& how,
               const std::string& sign, const Phrase& from = {}) {
    const int decimals = published.value.scale();
    ++comparison_.compared;
    compared_.insert(published.period);
    const auto given = rounded(computed.value, decimals);
    if (given && *given == published.value) {
      ++comparison_.agree;
      return;
    }
    differs_.insert(published.period);
    const SeriesDisagreement* known = declared(published.period);
    const CheckLevel level = known != nullptr                ? count(CheckLevel::known)
                             : explains(published, computed) ? count(CheckLevel::explained)
                                                             : count(CheckLevel::error);
    const auto shown = rounded(computed.value, decimals + 2);
    const auto text = [&](Language language) {
      const auto figure = [&](const Decimal& d) { return decimal_text(d, language) + sign; };
      std::string made =
          published.period.text() + ": " + how.in(language) + " " + (shown ? figure(*shown) : "?") +
          Phrase{", published is ", ", gepubliceerd is "}.in(language) + figure(published.value);
      if (level == CheckLevel::error && !from.empty()) made += "; " + from.in(language);
      if (known != nullptr) made += "; " + known->why.in(language);
      return made;
    };
    into_.findings.push_back({.kind = comparison_.kind,
                              .level = level,
                              .periods = PeriodSpan{published.period, published.period},
                              .count = 1,
                              .stated = published.value,
                              .computed = shown,
                              .text = {text(Language::en), text(Language::nl)},
                              .where = published.where});
  }

  void close() {
    if (comparison_.compared > 0) into_.comparisons.push_back(comparison_);
  }

  Comparison& comparison() { return comparison_; }

  /// What the file declares and the figures do not show.
  void check_declared() {
    for (const SeriesDisagreement& one : series_.disagreements) {
      const bool seen = compared_.contains(one.period);
      if (differs_.contains(one.period)) continue;
      const std::string period = one.period.text();
      into_.findings.push_back(
          {.kind = seen ? CheckKind::agrees : CheckKind::not_compared,
           .level = seen ? CheckLevel::error : CheckLevel::remark,
           .periods = PeriodSpan{one.period, one.period},
           .count = 1,
           .stated = {},
           .computed = {},
           .text = seen ? Phrase{period + " is declared as a disagreement, and it agrees",
                                 period + " staat als bekend verschil in het bestand, maar er is "
                                          "geen verschil"}
                        : Phrase{period + " is declared as a disagreement, and there is nothing to "
                                          "compare it with",
                                 period + " staat als bekend verschil in het bestand, maar er is "
                                          "niets om mee te vergelijken"},
           .where = series_.where});
    }
  }

 private:
  const SeriesDisagreement* declared(const Period& period) const {
    const auto at = std::find_if(series_.disagreements.begin(), series_.disagreements.end(),
                                 [&](const auto& one) { return one.period == period; });
    return at == series_.disagreements.end() ? nullptr : &*at;
  }
  /// Whether a value that the rounding of the figures leaves open gives the published one.
  static bool explains(const Observation& published, const Computed& computed) {
    const auto least = rounded(computed.least, published.value.scale());
    const auto most = rounded(computed.most, published.value.scale());
    return least && most && *least <= published.value && published.value <= *most;
  }
  CheckLevel count(CheckLevel level) {
    if (level == CheckLevel::known) ++comparison_.known;
    if (level == CheckLevel::explained) ++comparison_.explained;
    if (level == CheckLevel::error) ++comparison_.differ;
    return level;
  }

  const Series& series_;
  SeriesCheck& into_;
  Comparison comparison_;
  std::set<Period> compared_;
  std::set<Period> differs_;
};

/// Against `mean_of`, or against the months or quarters that stand among the years.
void compare_means(const Series& series, const Library& library, Comparer& comparer) {
  const Series* source = series.mean_of.empty() ? &series : library.find(series.mean_of);
  if (source == nullptr) return;
  const Current figures = current(*source);
  comparer.open(CheckKind::mean, source->id);
  for (const auto& [period, observation] : current(series)) {
    const auto parts =
        filling(figures, period.first_day(), period.last_day(), observation->period.unit());
    if (parts.empty()) continue;
    const Phrase many =
        counted(static_cast<std::int64_t>(parts.size()), parts.front()->period.unit());
    comparer.compare(
        *observation, mean_of(parts),
        {"the mean of the " + many.en + " is", "het gemiddelde van de " + many.nl + " is"}, "");
  }
  comparer.close();
}

std::optional<Period> year_before(const Period& period) {
  switch (period.unit()) {
    case Unit::month:
      return period.plus(-12);
    case Unit::quarter:
      return period.plus(-4);
    case Unit::year:
      return period.plus(-1);
    default:
      return std::nullopt;
  }
}

/// Whether a figure falls from the one before it and rises to the one after it, or the other way,
/// and both of them are close to each other: the sign of a figure that was typed wrong.
bool stands_apart(const Current& figures, const Observation& figure) {
  const auto before = figures.find(figure.period.plus(-1));
  const auto after = figures.find(figure.period.plus(1));
  if (before == figures.end() || after == figures.end()) return false;
  const Ratio a(before->second->value);
  const Ratio b(figure.value);
  const Ratio c(after->second->value);
  if (a <= Ratio(0) || b <= Ratio(0) || c <= Ratio(0)) return false;
  const Ratio here = b / a - Ratio(1);
  const Ratio next = c / b - Ratio(1);
  const Ratio least = std::min(abs(here), abs(next));
  return (here < Ratio(0)) != (next < Ratio(0)) && Ratio(Decimal(1, 2)) < least &&
         abs(c / a - Ratio(1)) < least / Ratio(2);
}

/// "the index went from 94.53 (2023-07) to 92.08 (2024-07, figures.toml:58), which lies far from
/// …".
Phrase figures_of_rate(const Current& figures, const Observation& before,
                       const Observation& after) {
  const bool first = stands_apart(figures, before) && !stands_apart(figures, after);
  const Observation& doubtful = first ? before : after;
  const auto text = [&](Language language) {
    const auto figure = [&](const Observation& each) {
      return decimal_text(each.value, language) + " (" + each.period.text() +
             (&each == &doubtful ? ", " + each.where.place() : "") + ")";
    };
    std::string made = Phrase{"the index went from ", "de index ging van "}.in(language) +
                       figure(before) + Phrase{" to ", " naar "}.in(language) + figure(after);
    if (!stands_apart(figures, doubtful)) return made;
    const auto beside = [&](int step) {
      const Observation& other = *figures.find(doubtful.period.plus(step))->second;
      return decimal_text(other.value, language) + " (" + other.period.text() + ")";
    };
    return made + ": " + decimal_text(doubtful.value, language) +
           Phrase{" stands apart from ", " ligt ver van "}.in(language) + beside(-1) +
           Phrase{" and ", " en "}.in(language) + beside(1);
  };
  return {text(Language::en), text(Language::nl)};
}

void compare_rates(const Series& series, const Library& library, Comparer& comparer) {
  const Series* source = series.rate_of.empty() ? nullptr : library.find(series.rate_of);
  if (source == nullptr) return;
  const Current figures = current(*source);
  comparer.open(CheckKind::rate, source->id);
  for (const auto& [period, observation] : current(series)) {
    const auto earlier = year_before(period);
    if (!earlier) continue;
    const auto before = figures.find(*earlier);
    const auto after = figures.find(period);
    if (before == figures.end() || after == figures.end()) continue;
    const Decimal& a = before->second->value;
    const Decimal& b = after->second->value;
    if (a <= Decimal() || b <= Decimal()) continue;
    comparer.compare(*observation, rate_of(a, b), {"the index gives", "uit de index volgt"}, "%",
                     figures_of_rate(figures, *before->second, *after->second));
  }
  comparer.close();
}

/// "2025=100", "2008-Q1=100", "2020-12=100", "1982-84=100".
struct Base {
  Date first;
  Date last;
  std::optional<Period> period;
  Decimal value;
};

std::optional<Base> read_base(const std::string& text) {
  const auto at = text.find('=');
  if (at == std::string::npos) return std::nullopt;
  const std::string what = text.substr(0, at);
  const auto value = Decimal::parse(std::string_view(text).substr(at + 1));
  if (!value) return std::nullopt;
  if (const auto period = Period::parse(what))
    return Base{period->first_day(), period->last_day(), period, *value};
  const auto dash = what.find('-');  // "1982-84", "1982-1984"
  if (dash != 4) return std::nullopt;
  std::string end = what.substr(dash + 1);
  if (end.size() == 2) end.insert(0, what, 0, 2);
  const auto from = Period::parse(what.substr(0, 4));
  const auto to = Period::parse(end);
  if (!from || !to || from->unit() != Unit::year || to->unit() != Unit::year || *to < *from)
    return std::nullopt;
  return Base{from->first_day(), to->last_day(), std::nullopt, *value};
}

/// The figure of the base period, or the mean of the figures that fill it, is the base value within
/// half a unit of its decimals.
void compare_base(const Series& series, SeriesCheck& into) {
  const auto base = read_base(series.base);
  if (!base || series.unit != SeriesUnit::index) return;
  const Current figures = current(series);
  std::vector<const Observation*> parts;
  if (const auto at = base->period ? figures.find(*base->period) : figures.end();
      at != figures.end())
    parts.push_back(at->second);
  if (parts.empty()) parts = filling(figures, base->first, base->last, std::nullopt);
  if (parts.empty()) return;
  Comparison made;
  made.kind = CheckKind::base;
  made.with = series.base;
  made.compared = 1;
  const Computed computed = mean_of(parts);
  if (parts.size() == 1
          ? parts.front()->value == base->value
          : computed.least <= Ratio(base->value) && Ratio(base->value) <= computed.most) {
    made.agree = 1;
    into.comparisons.push_back(made);
    return;
  }
  made.differ = 1;
  into.comparisons.push_back(made);
  const auto shown = rounded(computed.value, parts.front()->value.scale() + 2);
  const auto text = [&](Language language) {
    return Phrase{"in the base period " + series.base.substr(0, series.base.find('=')) +
                      " the index is ",
                  "in de basisperiode " + series.base.substr(0, series.base.find('=')) +
                      " is het indexcijfer "}
               .in(language) +
           (shown ? decimal_text(*shown, language) : "?") +
           Phrase{", not ", ", niet "}.in(language) + decimal_text(base->value, language);
  };
  into.findings.push_back({.kind = CheckKind::base,
                           .level = CheckLevel::error,
                           .periods = base->period
                                          ? std::optional(PeriodSpan{*base->period, *base->period})
                                          : std::nullopt,
                           .count = 1,
                           .stated = base->value,
                           .computed = shown,
                           .text = {text(Language::en), text(Language::nl)},
                           .where = series.where});
}

}  // namespace

void check_arithmetic(const Series& series, const Library& library, SeriesCheck& into) {
  Comparer comparer(series, into);
  compare_means(series, library, comparer);
  compare_rates(series, library, comparer);
  comparer.check_declared();
  compare_base(series, into);
}

}  // namespace pricetalk::checking
