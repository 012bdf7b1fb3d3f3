#include "audit/explained.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "explain/rounded.hpp"

namespace pricetalk {

namespace {

using NodeId = Replay::NodeId;
constexpr std::uint64_t always = 1'000'000;      // in millionths
constexpr std::uint64_t of_a_third = 20;         // so many times more threes than pairs
constexpr std::uint64_t widest = 1'000'000'000;  // more prices than this prove no more

class Explainer {
 public:
  Explainer(Replays& replay, const Alternatives& alternatives)
      : readings_(replay.readings()), replay_(replay), alternatives_(alternatives) {}

  Explanation explanation(const Trail& trail) {
    Explanation made;
    if (trail.slip) made.invoice = replay_.invoice(*trail.slip);
    for (const auto& [reading, dates] : where(trail)) {
      const Reading& each = readings_[reading];
      made.misreadings.push_back({each.id, each.clause, each.sentence, dates, each.remembered});
      made.rank += each.rank;
    }
    const std::uint64_t choices = made.misreadings.size() > 2 ? of_a_third : 1;
    made.coincidence = static_cast<std::uint32_t>(std::min(coincidence(trail) * choices, always));
    return made;
  }

  /// Per subset of the mistakes of a path the prices that they give for a line.
  std::vector<TierPrices> subsets(std::size_t line, const Trail& trail) {
    std::vector<std::uint16_t> held;
    for (const auto& [reading, dates] : where(trail)) held.push_back(reading);
    std::vector<TierPrices> made;
    for (std::size_t choice = 0; choice < (std::size_t{1} << held.size()); ++choice) {
      std::vector<ReadingSet> sets = trail.sets;
      for (ReadingSet& set : sets)
        for (std::size_t k = 0; k < held.size(); ++k)
          if (!(choice >> k & 1)) set = set.without(held[k]);
      made.push_back(replay_.prices(line, sets));
    }
    return made;
  }

 private:
  /// The dates on which leaving a mistake out would change the price, else what is remembered.
  std::map<std::uint16_t, std::vector<Date>> where(const Trail& trail) {
    std::map<std::uint16_t, std::vector<Date>> made;
    for (const bool price : {true, false})
      for (std::size_t i = 0; i < trail.sets.size(); ++i)
        for (std::size_t k = 0; k < trail.sets[i].size(); ++k) {
          const std::uint16_t reading = trail.sets[i][k];
          if (!price && made.count(reading) != 0 && !fallback_.count(reading)) continue;
          if (!matters(trail, i, reading, price)) continue;
          if (!price) fallback_.insert(reading);
          made[reading].push_back(replay_.dates()[i]);
        }
    fallback_.clear();
    return made;
  }

  bool matters(const Trail& trail, std::size_t date, std::uint16_t reading, bool price) {
    const NodeId without = replay_.next(trail.nodes[date], date, trail.sets[date].without(reading));
    const NodeId with = trail.nodes[date + 1];
    if (without == Replay::dead) return false;
    return price ? !replay_.same_price(without, with) : without != with;
  }

  /// How many prices of a line a tenth of its price spans, in its own smallest steps: what somebody
  /// who errs in another way may have written, 5 % up or down.
  std::uint64_t width(std::size_t line, NodeId node) const {
    const Outcome<Ratio> price = replay_.price(line, node);
    if (!price) return 1;
    const Outcome<Decimal> steps =
        rounded(abs(*price) / (Ratio(10) * Ratio(Decimal(1, replay_.price_decimals(line)))),
                Rounding::decimals(0));
    if (!steps) return Decimal::largest_mantissa;
    return std::max<std::uint64_t>(1, static_cast<std::uint64_t>(steps->mantissa()));
  }

  /// The lines of which a date tells something about what was done: those whose price it moves.
  std::vector<std::size_t> telling(const Trail& trail, std::size_t date) {
    const NodeId reached = trail.nodes[date + 1];
    const NodeId right = replay_.next(trail.nodes[date], date, {});
    std::vector<std::size_t> seen;
    std::vector<std::size_t> moved;
    for (std::size_t line = 0; line < replay_.lines(); ++line) {
      if (!replay_.observed(line, date, trail.slip)) continue;
      seen.push_back(line);
      if (right == Replay::dead || !replay_.same_price(line, right, reached)) moved.push_back(line);
    }
    return moved.empty() ? seen : moved;
  }

  /// Whether one other percentage would give the prices of all these lines as well.
  bool fits_one_percentage(const std::vector<std::size_t>& lines, const Trail& trail,
                           std::size_t date) const {
    std::optional<Ratio> low;
    std::optional<Ratio> high;
    for (const std::size_t line : lines) {
      const Outcome<Ratio> before = replay_.price(line, trail.nodes[date]);
      const Outcome<Ratio> after = replay_.price(line, trail.nodes[date + 1]);
      if (!before || !after || before->sign() <= 0) return true;
      const Ratio half(Decimal(5, replay_.price_decimals(line) + 1));
      const Ratio least = (*after - half) / *before;
      const Ratio most = (*after + half) / *before;
      low = low ? std::max(*low, least) : least;
      high = high ? std::min(*high, most) : most;
    }
    return !low || *low <= *high;
  }

  /// What somebody who errs in another way may have written on a date. For one other percentage the
  /// more lines only tell the finer which; where no percentage gives all of them, each is a case of
  /// its own.
  std::uint64_t possible_prices(const Trail& trail, std::size_t date) {
    const std::vector<std::size_t> lines = telling(trail, date);
    const bool one = fits_one_percentage(lines, trail, date);
    std::uint64_t made = one ? 0 : 1;
    for (const std::size_t line : lines) {
      const std::uint64_t own = std::min(width(line, trail.nodes[date + 1]), widest);
      made = std::min(one ? made + own : made * own, widest);
    }
    return std::max<std::uint64_t>(made, 1);
  }

  /// How many ways of the same size there were to begin on a date; of single mistakes those that
  /// are as usual.
  std::uint64_t ways(const Trail& trail, std::size_t date,
                     const std::vector<std::uint16_t>& begun) {
    ReadingSet base = trail.sets[date];
    int rank = 0;
    for (const std::uint16_t reading : begun) {
      base = base.without(reading);
      rank = std::max(rank, readings_[reading].rank);
    }
    const NodeId node = trail.nodes[date];
    if (begun.size() > 1)
      return std::max<std::uint64_t>(1, alternatives_(date, node, base, begun.size()));
    std::set<NodeId> distinct;
    for (std::uint16_t r = 0; r < readings_.size() && readings_[r].rank <= rank; ++r) {
      bool fits = !base.has(r);
      for (std::size_t i = 0; i < base.size(); ++i)
        fits = fits && !readings_[base[i]].excludes(readings_[r]);
      if (!fits) continue;
      const NodeId reached = replay_.next(node, date, base.with(r));
      if (reached != Replay::dead) distinct.insert(reached);
    }
    return std::max<std::uint64_t>(1, distinct.size() - 1);
  }

  /// In millionths: that another error of its size would be met by some set that is as usual, for
  /// the mistake with the least evidence. A price that the contract's own step gives proves
  /// nothing.
  std::uint64_t coincidence(const Trail& trail) {
    std::map<std::uint16_t, std::uint64_t> chance;
    std::set<std::uint16_t> waiting;  // matter on a date after which nothing was charged yet
    std::uint64_t choices = 1;
    for (std::size_t i = 0; i < trail.sets.size(); ++i) {
      std::vector<std::uint16_t> begun;
      bool any = false;
      for (std::size_t k = 0; k < trail.sets[i].size(); ++k) {
        const std::uint16_t reading = trail.sets[i][k];
        if (!matters(trail, i, reading, true)) continue;
        any = true;
        waiting.insert(reading);
        if (chance.emplace(reading, always).second) begun.push_back(reading);
      }
      if (!begun.empty()) choices *= ways(trail, i, begun);
      if (!replay_.observed(i, trail.slip)) {
        if (any) choices += choices;
        continue;
      }
      if (waiting.empty()) continue;
      const std::uint64_t wide = possible_prices(trail, i);
      for (const std::uint16_t reading : waiting)
        if (choices < wide) chance[reading] = chance[reading] * choices / wide + 1;
      waiting.clear();
      choices = 1;
    }
    std::uint64_t most = 0;
    for (const auto& [reading, value] : chance) most = std::max(most, value);
    return most;
  }

  const std::vector<Reading>& readings_;
  Replays& replay_;
  const Alternatives& alternatives_;
  std::set<std::uint16_t> fallback_;
};

bool same(const Explanation& a, const Explanation& b) {
  return a.invoice == b.invoice &&
         std::equal(a.misreadings.begin(), a.misreadings.end(), b.misreadings.begin(),
                    b.misreadings.end(), [](const Misreading& x, const Misreading& y) {
                      return x.reading == y.reading && x.clause == y.clause && x.dates == y.dates;
                    });
}

bool is_remembered(const Explanation& explanation) {
  return std::any_of(explanation.misreadings.begin(), explanation.misreadings.end(),
                     [](const Misreading& each) { return each.remembered; });
}

}  // namespace

void explain(std::vector<Found>& found, Replays& replay, const std::vector<Trail>& trails,
             const Alternatives& alternatives) {
  Explainer explainer(replay, alternatives);
  std::vector<std::pair<Explanation, const Trail*>> all;
  for (const Trail& trail : trails) {
    Explanation made = explainer.explanation(trail);
    const bool known = std::any_of(all.begin(), all.end(),
                                   [&](const auto& each) { return same(each.first, made); });
    if (!known) all.emplace_back(std::move(made), &trail);
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    if (a.first.misreadings.size() != b.first.misreadings.size())
      return a.first.misreadings.size() < b.first.misreadings.size();
    return a.first.rank < b.first.rank;
  });
  if (all.empty()) return;
  const auto remembered = [](const auto& each) { return is_remembered(each.first); };
  if (!std::all_of(all.begin(), all.end(), remembered)) std::erase_if(all, remembered);
  const Explanation& first = all.front().first;
  Causes causes;
  causes.invoice = first.invoice;
  causes.result = first.misreadings.empty() ? Causes::Result::single_invoice
                  : first.weak()            ? Causes::Result::possible
                                            : Causes::Result::found;
  if (!first.misreadings.empty())
    for (const auto& each : all) causes.explanations.push_back(each.first);
  for (std::size_t line = 0; line < found.size(); ++line) {
    if (!first.misreadings.empty())
      found[line].subsets = explainer.subsets(line, *all.front().second);
    found[line].causes = causes;
  }
}

}  // namespace pricetalk
