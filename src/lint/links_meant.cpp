#include "lint/links_meant.hpp"

#include <algorithm>

#include "contract/accepted.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/lower.hpp"

namespace pricetalk {

namespace {

constexpr const char* code_of_links = "W0123";

/// How far two series stand apart by their own figures: a figure of the one over one of the other.
struct Apart {
  const Observation* here = nullptr;  ///< these two: the last ones that can be compared
  const Observation* next = nullptr;
  Ratio lowest;  ///< these two: over all periods that both have
  Ratio highest;
  bool one_period = false;  ///< both figures are of one period

  Ratio latest() const { return Ratio(here->value) / Ratio(next->value); }
};

bool is_above_zero(const Observation& each) { return Decimal(0, 0) < each.value; }

std::optional<Apart> in_common_periods(const Series& here, const Series& next) {
  std::optional<Apart> apart;
  for (const Observation& each : here.records) {
    const auto versions = next.records.of(each.period);
    if (versions.empty() || !is_above_zero(each)) continue;
    const Observation& other = next.records[versions.back()];
    if (!is_above_zero(other)) continue;
    const Ratio times = Ratio(each.value) / Ratio(other.value);
    if (!apart) apart = Apart{&each, &other, times, times, true};
    apart->lowest = std::min(apart->lowest, times);
    apart->highest = std::max(apart->highest, times);
    if (apart->here->period.first_day() < each.period.first_day()) {
      apart->here = &each;
      apart->next = &other;
    }
  }
  return apart;
}

bool begins_before(const Observation& one, const Observation& other) {
  return one.period.first_day() < other.period.first_day();
}

/// The last figure of the one and the first of the other, not more than a year apart.
std::optional<Apart> where_they_meet(const Series& here, const Series& next) {
  if (here.records.empty() || next.records.empty()) return std::nullopt;
  const Observation& last =
      *std::max_element(here.records.begin(), here.records.end(), begins_before);
  const Observation& first =
      *std::min_element(next.records.begin(), next.records.end(), begins_before);
  const Duration year{1, Unit::year};
  const Date ended = last.period.first_day();
  const Date begun = first.period.first_day();
  if (!is_above_zero(last) || !is_above_zero(first) || ended + year < begun || begun + year < ended)
    return std::nullopt;
  const Ratio times = Ratio(last.value) / Ratio(first.value);
  return Apart{&last, &first, times, times, false};
}

/// One coefficient that a contract states, beside what the figures say.
class StatedLink {
 public:
  StatedLink(const LinkTerms& link, const Series& here, const Series& next,
             const TrialLimits& limits)
      : here_(here),
        next_(next),
        to_next_(!link.coefficient),
        stated_(to_next_ ? *link.coefficient_to_next : *link.coefficient),
        margin_(limits.link.value.as_fraction()) {}

  std::optional<Doubt> doubt() {
    const bool compares = here_.unit != SeriesUnit::percent && next_.unit != SeriesUnit::percent;
    if (!compares || !stated_.where || stated_.value <= Decimal(0, 0)) return std::nullopt;
    apart_ = in_common_periods(here_, next_);
    if (apart_) {
      margin_ = std::min(margin_, by_the_rounding());
    } else {
      apart_ = where_they_meet(here_, next_);
      // What moved between the two figures is no slip of a hand.
      margin_ = margin_ * Ratio(5);
    }
    if (!apart_ || fits(in_this_direction()) || is_published()) return std::nullopt;
    return Doubt{code_of_links,
                 *stated_.where,
                 {title(Language::en), title(Language::nl)},
                 unless_accepted(code_of_links, {remedy(Language::en), remedy(Language::nl)})};
  }

 private:
  /// A figure of the series over one of the next.
  Ratio in_this_direction() const {
    return to_next_ ? Ratio(1) / Ratio(stated_.value) : Ratio(stated_.value);
  }

  bool fits(const Ratio& times) const {
    return apart_->lowest * (Ratio(1) - margin_) <= times &&
           times <= apart_->highest * (Ratio(1) + margin_);
  }

  /// By how much a coefficient can leave the figures where both series are the same one in two
  /// base years: by their roundings, and its own. Where the figures of both move apart it is more.
  Ratio by_the_rounding() const {
    const auto half_of_the_last = [](const Decimal& figure) {
      return Ratio(Decimal(5, figure.scale() + 1)) / Ratio(figure);
    };
    const Ratio moved = apart_->highest / apart_->lowest - Ratio(1);
    const Ratio rounded = half_of_the_last(apart_->here->value) +
                          half_of_the_last(apart_->next->value) + half_of_the_last(stated_.value);
    // Twice what can come of it, and what moved once more.
    return rounded * Ratio(2) + moved * Ratio(2);
  }

  bool is_published() const {
    return std::any_of(here_.links.begin(), here_.links.end(), [&](const SeriesLink& each) {
      return each.next == next_.id && each.to_next == to_next_ && each.coefficient == stated_.value;
    });
  }

  std::string key() const { return to_next_ ? "coefficient_to_next" : "coefficient"; }
  std::string other_key() const { return to_next_ ? "coefficient" : "coefficient_to_next"; }

  /// What the figures make of the coefficient as the key has it, to four decimals at the least.
  Decimal by_the_figures() const {
    const Ratio times = to_next_ ? Ratio(1) / apart_->latest() : apart_->latest();
    const bool small = times < Ratio(Decimal(1, 1));
    return round(times, Rounding::decimals(small ? 6 : 4));
  }

  std::string figure_in_words(const Observation& figure, const Series& series,
                              Language language) const {
    return decimal_text(figure.value, language) + say(language, " of ", " van ") +
           period_text(figure.period, language) + " (" + series.id + ")";
  }

  std::string title(Language language) const {
    return "`" + key() + "` is " + decimal_text(stated_.value, language) +
           say(language, ", and the figures say about ", ", en de cijfers zeggen ongeveer ") +
           decimal_text(by_the_figures(), language) + ": " +
           figure_in_words(*apart_->here, here_, language) +
           say(language, " stands beside ", " staat naast ") +
           figure_in_words(*apart_->next, next_, language);
  }

  std::optional<Decimal> with_another_decimal_sign() const {
    for (const std::int64_t power : {10, 100, 1000, 10'000})
      for (const Ratio& meant :
           {Ratio(stated_.value) / Ratio(power), Ratio(stated_.value) * Ratio(power)})
        if (const auto exact = meant.exact_decimal();
            exact && fits(to_next_ ? Ratio(1) / meant : meant))
          return exact;
    return std::nullopt;
  }

  std::string remedy(Language language) const {
    if (fits(Ratio(1) / in_this_direction())) {
      const std::string turned = "`" + other_key() + " = " + stated_.value.text() + "`";
      return say(language, "it is turned round: write " + turned,
                 "het staat andersom: schrijf " + turned);
    }
    if (const auto meant = with_another_decimal_sign())
      return say(language, "write " + meant->text() + " if that is meant",
                 "schrijf " + meant->text() + " als dat is bedoeld");
    return say(language, "hold it against what was published, and look at both base years",
               "leg het naast wat er is gepubliceerd, en kijk naar beide basisjaren");
  }

  const Series& here_;
  const Series& next_;
  bool to_next_;
  const Stated<Decimal>& stated_;
  Ratio margin_;
  std::optional<Apart> apart_;
};

/// A coefficient that is computed and rounded so far that it is another one.
std::optional<Doubt> coarsely_rounded(const LinkTerms& link, const Series& here,
                                      const Series& next) {
  const Stated<RoundingRule>& stated = link.coefficient_rounding;
  if (!stated.where || stated.value.kind == RoundingRule::Kind::none) return std::nullopt;
  auto apart = in_common_periods(here, next);
  if (!apart) apart = where_they_meet(here, next);
  if (!apart) return std::nullopt;
  const Ratio exact = apart->latest();
  const auto rounding = settled(stated.value, 0);
  if (!rounding) return std::nullopt;
  const Ratio rounded(round(exact, *rounding));
  const Ratio off = abs(rounded / exact - Ratio(1));
  if (off < Ratio(Decimal(1, 2))) return std::nullopt;
  const auto title = [&](Language language) {
    const auto number = [&](const Ratio& value) {
      return decimal_text(round(value, Rounding::decimals(4)), language);
    };
    return say(language, "the link from ", "de koppeling van ") + here.id +
           say(language, " to ", " naar ") + next.id +
           say(language, " is rounded from about ", " wordt afgerond van ongeveer ") +
           number(exact) + say(language, " to ", " naar ") + number(rounded) + ": " +
           percent_text(off, 2, language) +
           say(language, " of each figure that is converted",
               " van elk cijfer dat wordt omgerekend");
  };
  return Doubt{"W0128",
               *stated.where,
               {title(Language::en), title(Language::nl)},
               unless_accepted("W0128", {"round finer, for example { decimals = 4 }",
                                         "rond fijner af, bijvoorbeeld { decimals = 4 }"})};
}

}  // namespace

std::vector<Doubt> doubtful_links(const Contract& contract, const Library& library,
                                  const TrialLimits& limits) {
  std::vector<Doubt> found;
  for (const Clause& clause : contract.clauses) {
    const bool links_accepted = accepts(clause.accepts, code_of_links);
    const bool rounding_accepted = accepts(clause.accepts, "W0128");
    for (const IndexRead* read : clause.all_reads()) {
      const Series* here = library.find(read->series.value.value);
      for (const LinkTerms& link : read->links) {
        const Series* next = library.find(link.next.value.value);
        const bool stated = link.coefficient || link.coefficient_to_next;
        if (here != nullptr && next != nullptr && !rounding_accepted)
          if (auto doubt = coarsely_rounded(link, *here, *next)) found.push_back(std::move(*doubt));
        if (here != nullptr && next != nullptr && stated && !links_accepted)
          if (auto doubt = StatedLink(link, *here, *next, limits).doubt())
            found.push_back(std::move(*doubt));
        here = next;
      }
    }
  }
  return found;
}

}  // namespace pricetalk
