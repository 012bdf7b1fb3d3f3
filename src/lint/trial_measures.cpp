#include "lint/trial_measures.hpp"

#include <algorithm>

#include "contract/formula.hpp"

namespace pricetalk {

namespace {

using Kind = Oddity::Kind;

/// Percentages of change stay below it, figures of an index above it.
constexpr int least_level = 50;

bool holds_levels(const Series& series) {
  return std::all_of(series.records.begin(), series.records.end(),
                     [](const Observation& each) { return Decimal(least_level, 0) < each.value; });
}

bool is_no_index(const Series* series) {
  return series != nullptr && series->unit != SeriesUnit::index;
}

/// What a rise of an index by a tenth adds to a price `factor` times the original one, in money.
Outcome<Ratio> added_to(const Tried& tried, const Ratio& factor, const std::string& index) {
  const Outcome<Ratio> none = tried.change_when_from(factor, Ratio(0), index);
  const Outcome<Ratio> ten = tried.change_when_from(factor, large_rise(), index);
  if (!none || !ten) return ten;
  return (*ten - *none) * *tried.original() * factor;
}

/// `80%*(C - C0)`: a percentage of points, which is money that nobody stated; the percentage.
std::optional<Ratio> percentage_of_points(const Expression& e, const std::string& index) {
  for (const Expression& operand : e.operands)
    if (const auto found = percentage_of_points(operand, index)) return found;
  if (e.kind != Expression::Kind::mul) return std::nullopt;
  const auto is_difference = [&](const Expression& of) {
    return of.kind == Expression::Kind::sub && of.operands[0].kind == Expression::Kind::name &&
           of.operands[0].name == index && of.operands[1].kind == Expression::Kind::name &&
           of.operands[1].name == index + "0";
  };
  for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
    const Expression& share = e.operands[i];
    if (share.kind == Expression::Kind::number && share.percent && is_difference(e.operands[1 - i]))
      return Ratio(share.number) / Ratio(100);
  }
  return std::nullopt;
}

/// What a point comes to in money by the words of the formula, where that can hardly be meant.
Ratio money_of_a_point(const TrialStep& step, const std::string& index) {
  for (const Formula::Line& line :
       step.entry.clause->ladder_on(step.entry.date).formula.value.lines)
    if (const auto share = percentage_of_points(line.value, index)) return *share;
  return Ratio(1);
}

}  // namespace

void ask_in_another_base(const TrialStep& step) {
  const Tried& tried = step.tried;
  if (!tried.reads_both_figures()) return;
  // Money has no base year: a difference of amounts is worth what a number of the formula says.
  const std::set<std::string> indices = tried.indices();
  const bool all_money = std::all_of(indices.begin(), indices.end(), [&](const std::string& index) {
    const Series* series = step.series_of(index);
    return series != nullptr && series->unit == SeriesUnit::price;
  });
  if (all_money && tried.holds_a_number()) return;
  const Outcome<Ratio> here = tried.change_in_base(Ratio(1));
  const Outcome<Ratio> there = tried.change_in_base(Ratio(2));
  if (!here || !there ||
      abs(*there - *here) <= step.limits.neutral.value.as_fraction() * abs(*here))
    return;
  // Money for each point is another change of a higher price.
  const Outcome<Ratio> of_higher =
      tried.change_when_from(Ratio(2), large_rise(), Tried::every_index);
  const Outcome<Ratio> of_this = tried.change_when_from(Ratio(1), large_rise(), Tried::every_index);
  if (!of_higher || !of_this || *of_higher != *of_this) return;
  const Ratio before = *tried.original();
  Oddity odd = step.odd(Kind::counts_points, before, *here);
  odd.from_start = before * (Ratio(1) + *there);
  step.oddities.keep(std::move(odd));
}

void ask_as_money(const TrialStep& step) {
  const Tried& tried = step.tried;
  const Outcome<Ratio> of_base = tried.change_in_base(Ratio(1));
  const Outcome<Ratio> of_other = tried.change_in_base(Ratio(2));
  if (!of_base || !of_other || *of_base == *of_other) return;
  for (const std::string& index : tried.indices()) {
    const std::optional<Ratio> level = tried.level_of(index);
    if (!level || tried.is_in_percent(index) || is_no_index(step.series_of(index))) continue;
    const Outcome<Ratio> here = added_to(tried, Ratio(1), index);
    const Outcome<Ratio> there = added_to(tried, Ratio(2), index);
    if (here && there && *here == *there &&
        *here == *level * large_rise() * money_of_a_point(step, index))
      step.add_about(index, Kind::points_as_money, *here / *tried.original());
  }
}

void ask_as_levels(const TrialStep& step, const Ratio& measured) {
  for (const std::string& index : step.tried.indices()) {
    const Series* series = step.series_of(index);
    if (series == nullptr || series->unit != SeriesUnit::percent || series->records.empty())
      continue;
    if (holds_levels(*series)) step.add_about(index, Kind::levels_as_percent, measured);
  }
}

void ask_as_ratio_of_percentages(const TrialStep& step) {
  const Tried& tried = step.tried;
  for (const std::string& index : tried.indices()) {
    if (!tried.in_percent_of_level(index) || !tried.in_formula(index)) continue;
    const Outcome<Ratio> here = tried.change_at_percentages(index, Ratio(4), Ratio(5));
    const Outcome<Ratio> there = tried.change_at_percentages(index, Ratio(8), Ratio(10));
    const Outcome<Ratio> same = tried.change_at_percentages(index, Ratio(4), Ratio(4));
    if (here && there && same && *here == *there && *here != *same)
      step.add_about(index, Kind::ratio_of_percentages, *here);
  }
}

void ask_whether_it_crosses(const TrialStep& step) {
  if (step.tried.crossing().empty()) return;
  const Outcome<Ratio> measured = step.tried.measured();
  step.add_about(step.tried.crossing(), Kind::crosses_indices, measured ? *measured : Ratio(0));
}

}  // namespace pricetalk
