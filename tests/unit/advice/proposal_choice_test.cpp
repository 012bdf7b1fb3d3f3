#include "advice/proposal_choice.hpp"

#include <gtest/gtest.h>

#include <random>

// The search for the best combination, against trying all.
namespace proposal_choice_test {

using namespace pricetalk;

/// A search of random candidates; amounts of a few euros, so that equal ones come up too.
CombinationSearch some_search(std::mt19937& dice, std::size_t count) {
  const auto draw = [&](int low, int high) {
    return Ratio(std::uniform_int_distribution<int>(low, high)(dice));
  };
  CombinationSearch search;
  for (std::size_t i = 0; i < count; ++i) {
    OfferCandidate one;
    one.adds = {{draw(-3, 6), draw(-3, 6)}, draw(-6, 9)};
    one.invested = draw(0, 4);
    for (std::size_t j = 0; j < count; ++j) {
      if (j != i && draw(0, 9) == Ratio(0)) one.excludes.push_back(j);
      if (j != i && draw(0, 9) == Ratio(0)) one.needs.push_back(j);
    }
    search.candidates.push_back(std::move(one));
  }
  search.budget = draw(2, 10);
  // A waiver of lines: of the even candidates another than of the odd ones.
  search.waiver = [](const Combination& some) -> std::optional<Worth> {
    bool even = false;
    bool odd = false;
    for (const std::size_t i : some) (i % 2 == 0 ? even : odd) = true;
    const Ratio up((even ? 2 : 0) + (odd ? 3 : 0));
    return Worth{{up, up}, Ratio(0) - up + Ratio(even ? 1 : 0)};
  };
  search.most_of_waiver = Ratio(1);
  search.holds = [](const Combination& some) { return some.size() != 3; };
  return search;
}

bool allowed(const CombinationSearch& s, const Combination& some) {
  const auto there = [&](std::size_t i) { return std::ranges::count(some, i) > 0; };
  Ratio invested;
  Worth sum = *s.waiver(some);
  for (const std::size_t i : some) {
    const OfferCandidate& one = s.candidates[i];
    for (const std::size_t other : one.excludes)
      if (there(other)) return false;
    for (const std::size_t other : one.needs)
      if (!there(other)) return false;
    invested = invested + one.invested;
    sum.ours = sum.ours + one.adds.ours;
    for (std::size_t f = 0; f < sum.customer.size(); ++f)
      sum.customer[f] = sum.customer[f] + one.adds.customer[f];
  }
  return invested <= *s.budget && sum.ours.sign() >= 0 && sum.customer[0].sign() >= 0 &&
         sum.customer[1].sign() >= 0 && s.holds(some);
}

Ratio together(const CombinationSearch& s, const Combination& some) {
  const Worth waiver = *s.waiver(some);
  Ratio sum = waiver.customer[0] + waiver.ours;
  for (const std::size_t i : some)
    sum = sum + s.candidates[i].adds.customer[0] + s.candidates[i].adds.ours;
  return sum;
}

Ratio invested(const CombinationSearch& s, const Combination& some) {
  Ratio sum;
  for (const std::size_t i : some) sum = sum + s.candidates[i].invested;
  return sum;
}

std::optional<Combination> by_trying_all(const CombinationSearch& s) {
  std::optional<Combination> best;
  for (std::size_t bits = 1; bits < (std::size_t{1} << s.candidates.size()); ++bits) {
    Combination some;
    for (std::size_t i = 0; i < s.candidates.size(); ++i)
      if ((bits >> i) % 2 == 1) some.push_back(i);
    if (!allowed(s, some)) continue;
    const auto key = [&](const Combination& c) {
      return std::tuple(Ratio(0) - together(s, c), invested(s, c), c.size(), c);
    };
    if (!best || key(some) < key(*best)) best = some;
  }
  return best;
}

TEST(the_best_combination, is_that_of_trying_all) {
  std::mt19937 dice(20261130);
  std::size_t found = 0;
  for (int round = 0; round < 300; ++round) {
    const CombinationSearch search = some_search(dice, 1 + static_cast<std::size_t>(round) % 8);
    const FoundCombination best = best_combination(search, 0);
    EXPECT_FALSE(best.gave_up);
    EXPECT_EQ(best.best, by_trying_all(search)) << "round " << round;
    found += best.best ? 1 : 0;
  }
  EXPECT_GT(found, 100U);
}

TEST(the_best_combination, of_twenty_innovations_is_found_within_a_budget) {
  CombinationSearch search;
  for (int i = 0; i < 20; ++i) {
    OfferCandidate one;
    one.adds = {{Ratio(10)}, Ratio(100 + 37 * i % 50)};
    one.invested = Ratio(50 + 29 * i % 40);
    search.candidates.push_back(std::move(one));
  }
  search.budget = Ratio(500);
  search.waiver = [](const Combination&) -> std::optional<Worth> {
    return Worth{{Ratio(300)}, Ratio(-300)};
  };
  search.holds = [](const Combination&) { return true; };
  const FoundCombination best = best_combination(search, 0);
  ASSERT_TRUE(best.best.has_value());
  EXPECT_LE(invested(search, *best.best), Ratio(500));
}

TEST(the_best_combination, is_not_named_where_too_many_are_refused) {
  CombinationSearch search;
  for (int i = 0; i < 10; ++i)
    search.candidates.push_back({{{Ratio(1)}, Ratio(1)}, Ratio(0), {}, {}});
  search.waiver = [](const Combination&) -> std::optional<Worth> {
    return Worth{{Ratio(1)}, Ratio(0)};
  };
  search.holds = [](const Combination&) { return false; };
  EXPECT_TRUE(best_combination(search, 0).gave_up);
}

}  // namespace proposal_choice_test
