#include "lint/caps_meant.hpp"

#include <algorithm>

#include "calendar/counts.hpp"
#include "contract/accepted.hpp"
#include "contract/value_kind.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/fold.hpp"

namespace pricetalk {

namespace {

constexpr const char* code_of_caps = "W0115";

/// A limit that is stated as a number.
struct StatedNumber {
  const Stated<LimitValue>* stated;
  Ratio value;
};
std::vector<StatedNumber> stated_numbers(const std::vector<Stated<LimitValue>>& list) {
  std::vector<StatedNumber> found;
  for (const Stated<LimitValue>& each : list)
    if (const auto value = stated_number(each.value); value && each.where)
      found.push_back({&each, *value});
  return found;
}

/// "4%" for a tenth of 40%.
std::string a_tenth_of(const Ratio& value) {
  const auto exact = (value * Ratio(10)).exact_decimal();
  return exact ? exact->text() + "%" : "3%";
}

/// What a series did over the years.
struct RiseInHistory {
  Ratio most;  ///< the largest over a year; of percentages the largest figure
  Period since;
  Period until;

  /// How many times that no price needs to be able to rise: a year or two show little.
  int far_beyond() const {
    return until.last_day() < since.first_day() + Duration{5, Unit::year} ? 5 : 2;
  }
};

/// Nothing where no two figures are a year apart.
std::optional<RiseInHistory> largest_rise_in_a_year(const Series& series) {
  std::optional<Ratio> most;
  std::optional<Period> first;
  std::optional<Period> last;
  const auto keep = [&](const Ratio& rise) { most = most ? std::max(*most, rise) : rise; };
  for (const Observation& each : series.records) {
    if (each.status == FigureStatus::withdrawn) continue;
    if (!first || each.period < *first) first = each.period;
    if (!last || *last < each.period) last = each.period;
    if (series.unit == SeriesUnit::percent) {
      keep(Ratio(each.value) / Ratio(100));
      continue;
    }
    const Unit unit = each.period.unit();
    if (unit == Unit::week || unit == Unit::day) return std::nullopt;
    const auto earlier = series.records.of(each.period.plus(-periods_in_a_year(unit)));
    if (earlier.empty()) continue;
    const Decimal& before = series.records[earlier.back()].value;
    if (Decimal(0, 0) < before) keep(Ratio(each.value) / Ratio(before) - Ratio(1));
  }
  if (!most) return std::nullopt;
  return RiseInHistory{*most, *first, *last};
}

/// The caps of one clause on one line.
class CapTrial {
 public:
  CapTrial(const Contract& contract, const Coverage& coverage, Date until, const TrialLimits& sizes,
           const Line& line, const Clause& clause, std::vector<Doubt>& found)
      : contract_(contract),
        coverage_(coverage),
        until_(until),
        sizes_(sizes),
        line_(line),
        clause_(clause),
        found_(found) {}

  void look() {
    if (accepts(clause_.accepts, code_of_caps)) return;
    for (const DatedLadder& dated : clause_.ladders) {
      const Limits& limits = dated.ladder.limits;
      if (!clause_.reads.empty()) equal_to_the_floor(limits);
      beside_other_days(dated);
      never_reached(limits);
      if (clause_.ladders.size() == 1) used_up_by_one_step(limits);
    }
  }

 private:
  std::string price_after(const Ratio& change, Language language) const {
    const int decimals = line_.price_decimals(contract_.currency);
    const Ratio price = Ratio(line_.prices.front().original.value) * (Ratio(1) + change);
    return money_text({round(price, Rounding::decimals(decimals)), contract_.currency}, language);
  }
  /// "€100.00 becomes €102.00".
  std::string from_to(const Ratio& change, Language language) const {
    return price_after(Ratio(0), language) + say(language, " becomes ", " wordt ") +
           price_after(change, language);
  }

  /// A price that is frozen, both 0%, follows nothing on purpose.
  void equal_to_the_floor(const Limits& limits) {
    for (const StatedNumber& cap : stated_numbers(limits.cap))
      for (const StatedNumber& floor : stated_numbers(limits.floor)) {
        if (cap.value != floor.value || cap.value.is_zero()) continue;
        const std::string text = cap.stated->value.text;
        keep(*cap.stated->where,
             {"cap and floor are both " + text + ": on each date " +
                  from_to(cap.value, Language::en) + ", whatever the index does",
              "plafond en vloer zijn allebei " + exact_percent_text(cap.value, Language::nl) +
                  ": op elke datum geldt: " + from_to(cap.value, Language::nl) +
                  ", wat de index ook doet"},
             {"a fixed rise needs no index, formula = \"change = " + text +
                  "\"; where the price never falls, write floor = \"0%\"",
              "een vaste stijging vraagt geen index, formula = \"change = " + text +
                  "\"; daalt de prijs nooit, schrijf dan floor = \"0%\""});
      }
  }

  /// 20% for some years of a clause that has 4% for the others.
  void beside_other_days(const DatedLadder& dated) {
    for (const DatedLadder& other : clause_.ladders) {
      if (&other == &dated) continue;
      for (const StatedNumber& cap : stated_numbers(dated.ladder.limits.cap))
        for (const StatedNumber& usual : stated_numbers(other.ladder.limits.cap)) {
          if (cap.value < Ratio(Decimal(1, 1)) || cap.value < usual.value * Ratio(4) ||
              usual.value < cap.value / Ratio(10) || usual.value <= Ratio(0))
            continue;
          const std::string meant = a_tenth_of(cap.value);
          keep(*cap.stated->where,
               {"a cap of " + cap.stated->value.text + " here, and of " + usual.stated->value.text +
                    " on other days: " + from_to(cap.value, Language::en) + " at most",
                "hier een plafond van " + exact_percent_text(cap.value, Language::nl) +
                    ", en op andere dagen van " + exact_percent_text(usual.value, Language::nl) +
                    ": " + from_to(cap.value, Language::nl) + " hooguit"},
               {"is " + meant + " meant, write \"" + meant + "\"",
                "is " + meant + " bedoeld, schrijf dan \"" + meant + "\""});
        }
    }
  }

  /// The most that any index of the clause rose in a year, and since when all of them show it;
  /// nothing where one is not known, or is money, which may leap.
  std::optional<RiseInHistory> most_of_the_indices() const {
    std::optional<RiseInHistory> all;
    for (const IndexRead& read : clause_.reads) {
      const Series* series = coverage_.library().find(read.series.value.value);
      if (series == nullptr || series->unit == SeriesUnit::price ||
          series->unit == SeriesUnit::ratio)
        return std::nullopt;
      const auto one = largest_rise_in_a_year(*series);
      if (!one) return std::nullopt;
      if (!all) all = one;
      all->most = std::max(all->most, one->most);
      if (all->since.first_day() < one->since.first_day()) all->since = one->since;
      if (one->until.last_day() < all->until.last_day()) all->until = one->until;
    }
    return all;
  }

  void never_reached(const Limits& limits) {
    const int months = clause_.when.every ? clause_.when.every->value.months().value_or(0) : 0;
    if (months == 0 || months > 12) return;
    const auto rises = most_of_the_indices();
    for (const StatedNumber& cap : stated_numbers(limits.cap)) {
      // Of about 100% a coefficient is meant, which check_meant says.
      if (cap.value < sizes_.largest_cap.value.as_fraction() || Ratio(Decimal(9, 1)) <= cap.value ||
          !rises || cap.value < rises->most * Ratio(rises->far_beyond()))
        continue;
      const std::string meant = a_tenth_of(cap.value);
      keep(
          *cap.stated->where,
          {"with a cap of " + cap.stated->value.text + " " + from_to(cap.value, Language::en) +
               " at most, and in the figures since " + period_text(rises->since, Language::en) +
               " the index rose by " + percent_text(rises->most, 1, Language::en) +
               " a year at most",
           "met een plafond van " + exact_percent_text(cap.value, Language::nl) +
               " geldt hooguit: " + from_to(cap.value, Language::nl) + ", en in de cijfers sinds " +
               period_text(rises->since, Language::nl) + " steeg de index in een jaar hooguit " +
               percent_text(rises->most, 1, Language::nl)},
          {"is " + meant + " meant, write \"" + meant + "\"",
           "is " + meant + " bedoeld, schrijf dan \"" + meant + "\""});
    }
  }

  bool runs_for_years() const {
    return !contract_.end ||
           contract_.start + Duration{3, Unit::year} <= contract_.end->plus_days(1);
  }

  /// `cap_total` where `cap` is meant: what all dates together may come to is less than one of them
  /// was, and than two of them usually are.
  void used_up_by_one_step(const Limits& limits) {
    const int months = clause_.when.every ? clause_.when.every->value.months().value_or(0) : 0;
    if (limits.cap_total.size() != 1 || !limits.cap.empty() || months == 0 || months > 12 ||
        !runs_for_years())
      return;
    const auto totals = stated_numbers(limits.cap_total);
    if (totals.empty() || totals.front().value <= Ratio(0)) return;
    const StatedNumber& total = totals.front();
    const auto [largest, average] = steps_without_it();
    if (!largest || *largest <= total.value || *average * Ratio(2) <= total.value) return;
    const std::string text = total.stated->value.text;
    keep(
        *total.stated->where,
        {"a total cap of " + text + " counts from the start for all years together: " +
             from_to(total.value, Language::en) +
             ", and never more; without it one year alone made " +
             percent_text(*largest, 2, Language::en),
         "een totaal plafond van " + exact_percent_text(total.value, Language::nl) +
             " geldt vanaf het begin voor alle jaren samen: " + from_to(total.value, Language::nl) +
             ", en nooit meer; zonder dat plafond kwam er in één jaar al " +
             percent_text(*largest, 2, Language::nl) + " bij"},
        {"is it of each date, write cap = \"" + text + "\"",
         "geldt het per datum, schrijf dan cap = \"" + text + "\""});
  }

  /// The largest step that the clause made of the price without that cap, and what its steps are on
  /// average; nothing where there were less than two.
  std::pair<std::optional<Ratio>, std::optional<Ratio>> steps_without_it() const {
    Contract other = contract_;
    for (Clause& clause : other.clauses)
      for (DatedLadder& dated : clause.ladders)
        if (clause.id == clause_.id) dated.ladder.limits.cap_total.clear();
    const auto same = std::find_if(other.lines.begin(), other.lines.end(),
                                   [&](const Line& each) { return each.id == line_.id; });
    std::optional<Ratio> largest;
    Ratio sum(0);
    int count = 0;
    const PriceSchedule prices = schedule(PricingContext{&other, &*same, 0, &coverage_}, until_);
    for (const PriceEntry& entry : prices.entries) {
      if (entry.verdict != Verdict::adjusted || entry.clause == nullptr ||
          entry.clause->id != clause_.id || !entry.before || !entry.price ||
          entry.before->is_zero())
        continue;
      const Ratio step = *entry.price / *entry.before - Ratio(1);
      largest = largest ? std::max(*largest, step) : step;
      sum = sum + step;
      ++count;
    }
    if (count < 2) return {std::nullopt, std::nullopt};
    return {largest, sum / Ratio(count)};
  }

  void keep(const Span& where, Phrase title, const Phrase& remedy) {
    const bool known = std::any_of(found_.begin(), found_.end(), [&](const Doubt& each) {
      return each.where.place() == where.place();
    });
    if (!known)
      found_.push_back(
          {code_of_caps, where, std::move(title), unless_accepted(code_of_caps, remedy)});
  }

  const Contract& contract_;
  const Coverage& coverage_;
  Date until_;
  const TrialLimits& sizes_;
  const Line& line_;
  const Clause& clause_;
  std::vector<Doubt>& found_;
};

}  // namespace

std::vector<Doubt> doubtful_caps(const Contract& contract, const Coverage& coverage, Date until,
                                 const TrialLimits& sizes) {
  std::vector<Doubt> found;
  for (const Line& line : contract.lines) {
    if (line.follows || !line.parts.empty() || line.prices.empty()) continue;
    for (const std::size_t clause : line.clauses)
      CapTrial(contract, coverage, until, sizes, line, contract.clauses[clause], found).look();
  }
  return found;
}

}  // namespace pricetalk
