#include "advice/proposal_choice.hpp"

#include <algorithm>
#include <set>

namespace pricetalk {

namespace {

bool has(const Combination& all, std::size_t one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

/// The best so far, and by what it is the best.
struct Best {
  Combination combination;
  Ratio together;
  Ratio invested;
};

class Searching {
 public:
  Searching(const CombinationSearch& search, std::size_t expected,
            const std::set<Combination>& refused)
      : s_(search), expected_(expected), refused_(refused) {
    const std::size_t count = s_.candidates.size();
    rest_.assign(count + 1, Ratio(0));
    for (std::size_t i = count; i-- > 0;) {
      const Ratio value = together(s_.candidates[i].adds);
      rest_[i] = rest_[i + 1] + (value.sign() > 0 ? value : Ratio(0));
    }
  }

  std::optional<Best> best() {
    look(0, Ratio(0), Ratio(0));
    return std::move(best_);
  }

 private:
  Ratio together(const Worth& worth) const { return worth.customer[expected_] + worth.ours; }

  void look(std::size_t at, const Ratio& value, const Ratio& invested) {
    if (best_ && value + rest_[at] + s_.most_of_waiver < best_->together) return;
    if (at == s_.candidates.size()) {
      judge(invested);
      return;
    }
    const OfferCandidate& one = s_.candidates[at];
    const Ratio more = invested + one.invested;
    if (fits(at) && (!s_.budget || more <= *s_.budget)) {
      taken_.push_back(at);
      look(at + 1, value + together(one.adds), more);
      taken_.pop_back();
    }
    look(at + 1, value, invested);
  }

  /// Whether a candidate goes with those that were taken, and what it needs can still be there.
  bool fits(std::size_t at) const {
    const OfferCandidate& one = s_.candidates[at];
    for (const std::size_t other : taken_)
      if (has(one.excludes, other) || has(s_.candidates[other].excludes, at)) return false;
    return std::all_of(one.needs.begin(), one.needs.end(),
                       [&](std::size_t needed) { return needed > at || has(taken_, needed); });
  }

  void judge(const Ratio& invested) {
    if (taken_.empty() || refused_.contains(taken_)) return;
    for (const std::size_t one : taken_)
      for (const std::size_t needed : s_.candidates[one].needs)
        if (!has(taken_, needed)) return;
    const auto waiver = s_.waiver(taken_);
    if (!waiver) return;
    Worth sum = *waiver;
    for (const std::size_t one : taken_) {
      const Worth& adds = s_.candidates[one].adds;
      sum.ours = sum.ours + adds.ours;
      for (std::size_t i = 0; i < sum.customer.size(); ++i)
        sum.customer[i] = sum.customer[i] + adds.customer[i];
    }
    // What is a loss of less than half a cent is none where amounts are rounded.
    const Ratio cent(Decimal(-1, 2));
    if (sum.ours < cent) return;
    for (const Ratio& each : sum.customer)
      if (each < cent) return;
    Best found{taken_, together(sum), invested};
    if (!best_ || better(found, *best_)) best_ = std::move(found);
  }

  static bool better(const Best& a, const Best& b) {
    if (a.together != b.together) return b.together < a.together;
    if (a.invested != b.invested) return a.invested < b.invested;
    if (a.combination.size() != b.combination.size())
      return a.combination.size() < b.combination.size();
    return a.combination < b.combination;
  }

  const CombinationSearch& s_;
  std::size_t expected_;
  const std::set<Combination>& refused_;
  std::vector<Ratio> rest_;  ///< the most that the candidates from one on can add
  Combination taken_;
  std::optional<Best> best_;
};

}  // namespace

FoundCombination best_combination(const CombinationSearch& search, std::size_t expected) {
  constexpr std::size_t most_refused = 100;
  std::set<Combination> refused;
  while (refused.size() < most_refused) {
    const auto best = Searching(search, expected, refused).best();
    if (!best) return {};
    if (search.holds(best->combination)) return {best->combination};
    refused.insert(best->combination);
  }
  return {{}, true};
}

}  // namespace pricetalk
