#include "lint/trial_rises.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

using Kind = Oddity::Kind;

/// What a small and a large rise of figures does.
struct Response {
  Ratio small;
  Ratio large;

  bool falls() const { return small < Ratio(0) && large < Ratio(0); }
  void operator+=(const Response& other) {
    small = small + other.small;
    large = large + other.large;
  }
};

/// `(X - X0) / X`: a rise r comes out as r / (1 + r), but for what roundings in the formula do.
bool seems_divided_by_new(const Tried& tried, const std::string& index, const Ratio& none,
                          const Ratio& ten) {
  const Ratio half(Decimal(5, 1));
  const Outcome<Ratio> fifty = tried.change_when(half, index);
  if (!fifty || ten <= Ratio(0)) return false;
  const Ratio of_ten = ten * (Ratio(1) + large_rise()) / large_rise();
  const Ratio of_fifty = (*fifty - none) * (Ratio(1) + half) / half;
  return abs(of_ten - of_fifty) <= of_ten * Ratio(Decimal(2, 2));
}

/// `max(3%, X0/X - 1)`: the price stays when a figure rises, and rises when it falls.
void ask_when_one_falls(const TrialStep& step, const std::string& index) {
  const auto response = [&](std::int64_t percent) -> Outcome<Ratio> {
    const Outcome<Ratio> none = step.tried.change_when(Ratio(0), index);
    const Outcome<Ratio> change = step.tried.change_when(Ratio(Decimal(percent, 2)), index);
    if (!none || !change) return change;
    return *change - *none;
  };
  const auto rises = [&](std::int64_t percent) {
    const Outcome<Ratio> change = response(percent);
    return change && Ratio(0) < *change;
  };
  const auto stays = [&](std::int64_t percent) {
    const Outcome<Ratio> change = response(percent);
    return change && change->is_zero();
  };
  if (!rises(-10) || !rises(-50) || !stays(10) || !stays(50)) return;
  step.add_about(index, Kind::opposes_falling, *step.tried.change_when(-large_rise(), index));
}

/// How the price answers to a rise of each index by itself, and of all together.
class Rises {
 public:
  /// `none`: the change when no figure changes.
  Rises(const TrialStep& step, const Ratio& none) : step_(step), none_(none) {}

  void ask() {
    for (const std::string& index : step_.tried.indices()) {
      if (step_.tried.in_percent_of_level(index)) continue;
      const auto response = response_of(index);
      if (!response) return;
      ask_of_one(index, *response);
    }
    if (const auto all = response_of(Tried::every_index)) ask_of_all(*all);
  }

 private:
  std::optional<Response> response_of(const std::string& index) const {
    const Outcome<Ratio> one = step_.tried.change_when(small_rise(), index);
    const Outcome<Ratio> ten = step_.tried.change_when(large_rise(), index);
    if (!one || !ten) return std::nullopt;
    return Response{*one - none_, *ten - none_};
  }

  void ask_of_one(const std::string& index, const Response& response) {
    const Tried& tried = step_.tried;
    const bool rate = step_.is_a_rate(index);
    if (over(response, step_.limits.response.value.as_fraction()))
      step_.add(Kind::overshoots, none_ + response.small);
    if (!tried.of_fixed_period(index) && !rate) each_.push_back(response);
    if (tried.divides_by_new(index) || seems_divided_by_new(tried, index, none_, response.large))
      step_.add(Kind::divides_by_new, none_ + response.large);
    if (!rate) ask_when_one_falls(step_, index);
    sum_ += response;
  }

  void ask_of_all(const Response& all) const {
    // Of two that are compared with each other one lowers the price; all together none does.
    if (!any_rate() && all.falls()) step_.add(Kind::opposes, none_ + all.small);
    if (each_.size() < 2 || !adds_up_to(all)) return;
    if (over(all, Ratio(1) + step_.limits.added.value.as_fraction()))
      step_.add_about(Tried::every_index, Kind::overshoots, none_ + all.small);
    for (const Response& one : each_)
      if (one.falls()) step_.add(Kind::opposes_one, none_ + one.small);
  }

  bool any_rate() const {
    const std::set<std::string> indices = step_.tried.indices();
    return std::any_of(indices.begin(), indices.end(),
                       [&](const std::string& index) { return step_.is_a_rate(index); });
  }

  /// Terms that are added up, each with its weight; not a price in another currency.
  bool adds_up_to(const Response& all) const {
    return abs(all.large - sum_.large) <= large_rise() * step_.limits.added.value.as_fraction();
  }

  bool over(const Response& response, const Ratio& limit) const {
    return step_.is_of_price() && limit * small_rise() < response.small &&
           limit * large_rise() < response.large;
  }

  const TrialStep& step_;
  const Ratio none_;
  std::vector<Response> each_;  // of those that may move the price, and only upwards
  Response sum_{Ratio(0), Ratio(0)};
};

/// `(A + B) / (A + B0)`: whatever A does, the price stays as long as the others stay at their
/// references.
bool cancels_out(const Tried& tried, const std::string& index) {
  if (tried.is_in_percent(index) || tried.in_formula(index + "0")) return false;
  const Outcome<Ratio> none = tried.change_alone(Ratio(0), index);
  const auto stays = [&](std::int64_t percent) {
    const Outcome<Ratio> change = tried.change_alone(Ratio(Decimal(percent, 2)), index);
    return none && change && *change == *none;
  };
  return stays(-50) && stays(-10) && stays(10) && stays(50);
}

/// The largest change of the measured change when figures rise and fall by up to a half; of a price
/// that fell far with its own figures, as a part of what is left.
std::optional<Ratio> most_effect(const Tried& tried, const std::string& index) {
  const Outcome<Ratio> none = tried.change_from_own(Ratio(0), index);
  if (!none) return std::nullopt;
  Ratio most(0);
  for (const std::int64_t percent : {-50, -10, -1, 1, 10, 50}) {
    const Outcome<Ratio> change = tried.change_from_own(Ratio(Decimal(percent, 2)), index);
    if (!change) return std::nullopt;
    most = std::max(most, abs(*change - *none));
  }
  const Ratio left = abs(Ratio(1) + *none);
  return left.is_zero() || Ratio(1) < left ? most : most / left;
}

/// Of figures that move by a half.
bool is_hardly_any(const std::optional<Ratio>& effect, const TrialLimits& limits) {
  return effect && *effect < limits.no_effect.value.as_fraction() * Ratio(Decimal(5, 1));
}

/// The name of the index where all are percentages that are compared with nothing, `every_index`
/// of several; empty where one is not.
std::string only_percentages(const Tried& tried) {
  const std::set<std::string> all = tried.indices();
  for (const std::string& index : all)
    if (!tried.is_in_percent(index) || tried.in_percent_of_level(index)) return {};
  return all.size() == 1 ? *all.begin() : all.empty() ? std::string() : Tried::every_index;
}

}  // namespace

void ask_without_change(const TrialStep& step) {
  if (step.tried.has_dated_constants()) return;  // the contract itself moves the price
  if (step.is_of_money()) return;
  const Outcome<Ratio> change = step.tried.change_when(Ratio(0));
  if (!change || abs(*change) < step.limits.neutral.value.as_fraction()) return;
  step.add_about(only_percentages(step.tried), Kind::moves_by_itself, *change);
}

void ask_with_all_up(const TrialStep& step) {
  const Outcome<Ratio> none = step.tried.change_when(Ratio(0));
  if (!none || step.limits.neutral.value.as_fraction() <= abs(*none)) return;
  Rises(step, *none).ask();
}

void ask_for_no_effect(const TrialStep& step) {
  const Tried& tried = step.tried;
  if (tried.asks_a_table()) return;
  const auto say = [&](const std::string& index) {
    const Ratio ten =
        *tried.change_from_own(large_rise(), index) - *tried.change_from_own(Ratio(0), index);
    step.add_about(index, Kind::has_no_effect, ten);
  };
  for (const IndexRead& read : step.entry.clause->reads)
    if (tried.in_formula(read.symbol + "0") && !tried.in_formula(read.symbol))
      step.add_about(read.symbol, Kind::has_no_effect, Ratio(0));
  bool all_hardly = tried.compares() && tried.any_moves();
  for (const std::string& index : tried.indices()) {
    if (!tried.in_formula(index)) continue;
    const std::optional<Ratio> most = most_effect(tried, index);
    if (most && most->is_zero())
      say(index);
    else if (cancels_out(tried, index))
      step.add_about(index, Kind::cancels_out, *tried.change_from_own(large_rise(), index));
    all_hardly = all_hardly && is_hardly_any(most, step.limits);
  }
  if (all_hardly && is_hardly_any(most_effect(tried, Tried::every_index), step.limits))
    say(Tried::every_index);
}

}  // namespace pricetalk
