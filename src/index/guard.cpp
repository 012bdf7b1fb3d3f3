#include "index/guard.hpp"

#include <algorithm>

#include "calendar/counts.hpp"
#include "document/time_words.hpp"
#include "index/exchanged_digits.hpp"
#include "index/figure_steps.hpp"
#include "index/moved_sign.hpp"
#include "index/usual_lag.hpp"
#include "pricetalk/explain/derivation.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

constexpr int largest_factor = 5;   ///< no series makes a larger step from one figure to the next
constexpr int days_of_a_flash = 7;  ///< an estimate may come so long before its period is over
constexpr int beyond_words = 1'000'000;         ///< a factor that nobody reads any more
constexpr std::size_t long_history = 24;        ///< figures that show what is usual
constexpr std::size_t very_long_history = 60;   ///< that show how far an index falls
constexpr std::size_t enough_for_decimals = 6;  ///< figures that show how many they all have
constexpr int zeros_beyond_chance = 5;          ///< one case in 100,000

/// "139.08 of 2026-06"; of the same period "139.08 that is there".
Phrase stated(const Decimal& value, const Period& period, bool same_period) {
  const Phrase which = same_period ? Phrase{" that is there", " dat er staat"}
                                   : Phrase{" of " + period.text(), " van " + period.text()};
  return {decimal_text(value, Language::en) + which.en,
          decimal_text(value, Language::nl) + which.nl};
}

/// "27.2 % below the figure 139.08 of 2026-06", "about 100 times the figure 104.35 of 2026-07".
Phrase step_in_words(const Decimal& value, const Decimal& before, const Phrase& from) {
  const Ratio factor = factor_between(value, before);
  if (factor > Ratio(beyond_words))
    return {"out of all proportion to the figure " + from.en,
            "buiten elke verhouding tot het cijfer " + from.nl};
  if (factor >= Ratio(3)) {
    const std::string times = round(factor, Rounding::decimals(0)).text();
    return value < before ? Phrase{"about 1/" + times + " of the figure " + from.en,
                                   "ongeveer 1/" + times + " van het cijfer " + from.nl}
                          : Phrase{"about " + times + " times the figure " + from.en,
                                   "ongeveer " + times + " keer het cijfer " + from.nl};
  }
  const Ratio change = distance(Ratio(value) / Ratio(before), Ratio(1));
  const bool lower = value < before;
  return {percent_text(change, 1, Language::en) +
              (lower ? " below the figure " : " above the figure ") + from.en,
          percent_text(change, 1, Language::nl) +
              (lower ? " onder het cijfer " : " boven het cijfer ") + from.nl};
}

}  // namespace

bool goes_below_zero(const Series& series) {
  return std::any_of(series.records.begin(), series.records.end(), [](const Observation& each) {
    return each.status != FigureStatus::withdrawn && each.value.is_negative();
  });
}

FigureGuard::FigureGuard(const Series& history, std::optional<Date> today)
    : history_(history), today_(today) {
  for (const Observation& each : history.records) {
    Line& line = library_[each.period.unit()];
    if (each.status == FigureStatus::withdrawn)
      line.erase(each.period.ordinal());
    else
      line[each.period.ordinal()] = each.value;
  }
  lines_ = library_;
}

int FigureGuard::decimals() const {
  int most = history_.decimals.value_or(0);
  for (const Observation& each : history_.records) most = std::max(most, each.value.scale());
  return most;
}

Phrase FigureGuard::against(const FigureChange& figure, std::optional<Date> known_on) const {
  if (figure.published && today_ && *figure.published > *today_)
    return {"its day of publication, " + figure.published->text() + ", is still to come",
            "de publicatiedag, " + figure.published->text() + ", moet nog komen"};
  if (known_on && today_ && *known_on > *today_)
    return {"the file is of " + known_on->text() + ", which is still to come",
            "het bestand is van " + known_on->text() + ", en die dag moet nog komen"};
  const std::optional<Date> known = figure.published ? figure.published
                                    : known_on       ? known_on
                                                     : today_;
  if (!known) return against_ahead(figure);
  const int days_left = figure.period.last_day().days() - known->days();
  const bool sure =
      figure.status != FigureStatus::estimate && figure.status != FigureStatus::provisional;
  // Amounts that a law sets are there before they hold.
  const bool set_ahead =
      history_.unit == SeriesUnit::price && usual_lag(history_.records).value_or(-1) < 0;
  if (days_left > (sure ? 0 : days_of_a_flash) && !set_ahead)
    return {"the period is not over on " + known->text() + "; it ends on " +
                figure.period.last_day().text(),
            "de periode is op " + known->text() + " niet voorbij; ze eindigt op " +
                figure.period.last_day().text()};
  return against_ahead(figure);
}

Phrase FigureGuard::against_ahead(const FigureChange& figure) const {
  if (may_be_rates(figure.value)) return {};
  if (history_.unit == SeriesUnit::index && !above_zero(figure.value))
    return {"an index is never zero or negative", "een indexcijfer is nooit nul of negatief"};
  if (history_.unit != SeriesUnit::percent && !above_zero(figure.value) && never_at_zero())
    return {"zero or negative, and no figure of this series ever was",
            "nul of negatief, en dat was nog geen enkel cijfer van deze reeks"};
  Phrase jumped = jump(figure);
  if (!jumped.empty()) return jumped;
  const int published = decimals();
  const bool is_known = history_.decimals || history_.records.size() >= enough_for_decimals;
  const auto shortest = Ratio(figure.value).exact_decimal();
  if (!is_known || !shortest || shortest->scale() <= published) return {};
  return {"other decimals: the series has " + std::to_string(published) +
              ", so this is another series, another unit, or not a published figure",
          "andere decimalen: de reeks heeft er " + std::to_string(published) +
              ", dus dit is een andere reeks, een andere eenheid of geen gepubliceerd cijfer"};
}

/// Lines of periods and figures do not say what they are: small ones of a new series can be changes
/// in percent, which jump and fall below zero.
bool FigureGuard::may_be_rates(const Decimal& value) const {
  return history_.records.empty() && history_.base.empty() && history_.unit != SeriesUnit::price &&
         only_small_ && is_small(value);
}

bool FigureGuard::never_at_zero() const {
  return !history_.records.empty() &&
         std::all_of(history_.records.begin(), history_.records.end(), [](const Observation& each) {
           return each.status == FigureStatus::withdrawn || above_zero(each.value);
         });
}

void FigureGuard::accept(const FigureChange& figure) {
  only_small_ = only_small_ && is_small(figure.value);
  lines_[figure.period.unit()][figure.period.ordinal()] = figure.value;
}

Phrase FigureGuard::jump(const FigureChange& figure) const {
  const auto found = lines_.find(figure.period.unit());
  if (found == lines_.end() || found->second.empty()) return {};
  const Line& line = found->second;
  // The figure itself, when it is revised; else the one before; else the one after.
  auto at = line.upper_bound(figure.period.ordinal());
  if (at != line.begin()) --at;
  const std::int32_t apart = std::abs(at->first - figure.period.ordinal());
  const Decimal& before = at->second;
  const Period period = figure.period.plus(at->first - figure.period.ordinal());
  const bool falls =
      at->first <= figure.period.ordinal() ? figure.value < before : before < figure.value;
  const bool long_fall = falls && history_.unit == SeriesUnit::index &&
                         apart > periods_in_a_year(figure.period.unit());
  const bool soon_fall = falls && apart > 0 && is_known_well(figure.period.unit(), apart);
  const Ratio most = long_fall   ? allowed_fall(figure.period.unit(), apart)
                     : soon_fall ? allowed_soon_fall(figure.period.unit(), apart)
                                 : allowed(figure.period.unit(), std::max(apart, 1));
  if (history_.unit == SeriesUnit::price && goes_below_zero(history_)) return {};
  if (history_.unit == SeriesUnit::percent) {
    if (distance(Ratio(figure.value), Ratio(before)) <= most) return {};
    const Phrase from = stated(before, period, apart == 0);
    return {"far from the figure " + from.en + ", in percent: is the decimal sign lost?",
            "ver van het cijfer " + from.nl + ", in procenten: ontbreekt het decimaalteken?"};
  }
  if (!above_zero(before) || !above_zero(figure.value)) return {};
  if (factor_between(figure.value, before) <= most) return {};
  Phrase text = step_in_words(figure.value, before, stated(before, period, apart == 0));
  const auto as_large = [&](const Decimal& moved) { return factor_between(moved, before) <= most; };
  // A moved sign gives as many digits; where that is more decimals than there ever were, a digit
  // too many may be typed.
  const auto near = [&](const Decimal& other) {
    return above_zero(other) && factor_between(other, before) <= Ratio(Decimal(11, 1));
  };
  const auto moved = with_sign_moved(figure.value, Zeros::none, as_large);
  const bool odd_decimals = moved && figure.value.scale() > 0 && before.scale() < moved->scale();
  if (const auto less = !moved || (odd_decimals && !near(*moved))
                            ? with_one_digit_less(figure.value, near)
                            : std::nullopt) {
    text.en += "; a digit too many: is " + decimal_text(*less, Language::en) + " meant?";
    text.nl += "; een cijfer te veel: is " + decimal_text(*less, Language::nl) + " bedoeld?";
    return text;
  }
  if (const auto& meant = moved) {
    const bool price = history_.unit == SeriesUnit::price;
    text.en += std::string(price ? "; decimal sign or unit: " : "; decimal sign: ") + "is " +
               decimal_text(*meant, Language::en) + " meant?";
    text.nl += std::string(price ? "; decimaalteken of eenheid: " : "; decimaalteken: ") + "is " +
               decimal_text(*meant, Language::nl) + " bedoeld?";
    return text;
  }
  const auto known = library_.find(figure.period.unit());
  if (known == library_.end() || known->second.size() < 2) return text;
  const Ratio largest = largest_step(known->second, std::max(apart, 1),
                                     long_fall || soon_fall ? Steps::falls : Steps::all);
  const Phrase unit = words(figure.period.unit(), std::max(apart, 1));
  const std::string within = (apart > 1 ? std::to_string(apart) + " " : std::string("1 "));
  const bool fell = long_fall || soon_fall;
  text.en += "; until then it " + std::string(fell ? "fell" : "moved") + " by " +
             percent_text(largest, 1, Language::en) + " at most in " + within + unit.en;
  text.nl += "; tot dan " + std::string(fell ? "daalde" : "bewoog") + " het in " + within +
             unit.nl + " hooguit " + percent_text(largest, 1, Language::nl);
  return text;
}

/// The largest step over so many periods or fewer, as a factor less one; of percentages in points.
Ratio FigureGuard::largest_step(const Line& line, std::int32_t apart, Steps which) const {
  const bool points = history_.unit == SeriesUnit::percent;
  const auto step = [&](const Decimal& from, const Decimal& to) {
    if (points) return distance(Ratio(from), Ratio(to));
    if (!above_zero(from) || !above_zero(to)) return Ratio(0);
    if (which == Steps::falls && from < to) return Ratio(0);
    return factor_between(from, to) - Ratio(1);
  };
  Ratio largest(0);
  auto last = line.begin();  // the furthest that is still near enough
  for (auto from = line.begin(); from != line.end(); ++from) {
    const auto next = std::next(from);
    if (next == line.end() || next->first - from->first > apart) continue;
    if (last->first < next->first) last = next;
    while (std::next(last) != line.end() && std::next(last)->first - from->first <= apart) ++last;
    largest =
        std::max({largest, step(from->second, next->second), step(from->second, last->second)});
  }
  return largest;
}

/// The largest factor, or of percentages the largest difference, that passes.
Ratio FigureGuard::allowed(Unit unit, std::int32_t apart) const {
  const auto known = library_.find(unit);
  const Ratio years = Ratio::of(apart, periods_in_a_year(unit));
  const Ratio most = Ratio(largest_factor) + years;
  if (known == library_.end() || known->second.empty()) return most;
  const Ratio usual = Ratio(2) * largest_step(known->second, apart, Steps::all);
  if (history_.unit == SeriesUnit::percent) return Ratio(1) + std::max(usual, years);
  const bool long_known = known->second.size() >= long_history;
  const int least = history_.unit == SeriesUnit::price ? 15
                    : is_known_well(unit, apart)       ? 4
                    : long_known                       ? 5
                                                       : 10;
  const Ratio floor = Ratio::of(least, 100) + years / Ratio(10);
  return std::min(most, Ratio(1) + std::max(usual, floor));
}

/// Whether years of figures show how an index moves over half a year or less.
bool FigureGuard::is_known_well(Unit unit, std::int32_t apart) const {
  const auto known = library_.find(unit);
  return history_.unit == SeriesUnit::index && known != library_.end() &&
         known->second.size() >= very_long_history && 2 * apart <= periods_in_a_year(unit);
}

/// The same for an index that falls within half a year: as far as it ever rose, or twice as far as
/// it ever fell.
Ratio FigureGuard::allowed_soon_fall(Unit unit, std::int32_t apart) const {
  const Line& known = library_.find(unit)->second;
  const Ratio years = Ratio::of(apart, periods_in_a_year(unit));
  const Ratio usual = std::max(largest_step(known, apart, Steps::all),
                               Ratio(2) * largest_step(known, apart, Steps::falls));
  return std::min(allowed(unit, apart),
                  Ratio(1) + std::max(usual, Ratio::of(3, 100) + years / Ratio(10)));
}

/// The same for an index that falls, over more than a year.
Ratio FigureGuard::allowed_fall(Unit unit, std::int32_t apart) const {
  const Ratio most = allowed(unit, apart);
  const auto known = library_.find(unit);
  if (known == library_.end() || known->second.size() < 2) return most;
  const Ratio usual = Ratio(2) * largest_step(known->second, apart, Steps::falls);
  const int least = known->second.size() >= long_history ? 15 : 20;
  return std::min(most, Ratio(1) + std::max(usual, Ratio::of(least, 100)));
}

Phrase FigureGuard::against_rounded(const std::vector<FigureChange>& figures) const {
  if (history_.records.empty()) return {};
  const int published = history_.records.back().value.scale();
  int missing = 0;
  for (const FigureChange& each : figures) {
    if (each.kind != ChangeKind::added) continue;
    if (each.value.scale() >= published) return {};
    missing += published - each.value.scale();
  }
  if (missing < zeros_beyond_chance) return {};
  return {"other decimals: the series has " + std::to_string(published) +
              ", and none of these figures has them: they were rounded, or are another series",
          "andere decimalen: de reeks heeft er " + std::to_string(published) +
              ", en geen van deze cijfers heeft ze: ze zijn afgerond, of van een andere reeks"};
}

Phrase against_period(const Series& series, const Period& period) {
  if (!series.derived.empty())
    return {"the figures of this series are computed from others; none is published in it",
            "de cijfers van deze reeks zijn uit andere berekend; er wordt geen cijfer in "
            "gepubliceerd"};
  if (!series.stopped || !(period > *series.stopped)) return {};
  Phrase text{"comes after " + series.stopped->text() + ", the last period of this series",
              "komt na " + series.stopped->text() + ", de laatste periode van deze reeks"};
  if (series.successor.empty()) return text;
  return {text.en + "; it goes on as " + series.successor,
          text.nl + "; die gaat verder als " + series.successor};
}

}  // namespace pricetalk
