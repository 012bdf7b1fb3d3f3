#include <gtest/gtest.h>

#include "planted.hpp"

// A small version of tests/bench/cause_recovery.cpp, with thresholds.

namespace pricetalk {
namespace recovery_test {

using namespace planted;

Causes causes_of(const Case& of, const std::vector<InvoiceLine>& rows) {
  return audit(*of.contract, *of.library, rows, *Date::parse("2030-12-31")).lines.front().causes;
}

/// How many planted sets of a size are found again, of how many.
std::pair<int, int> recovered(int contracts, std::size_t size) {
  int found = 0;
  int all = 0;
  for (int i = 0; i < contracts; ++i) {
    const Case of = contract_of(static_cast<std::uint64_t>(90'000 + i));
    Planter planter(of);
    Dice dice(static_cast<std::uint64_t>(i));
    const When when = i % 3 == 0 ? When::always : i % 3 == 1 ? When::onset : When::once;
    for (int attempt = 0; attempt < 30; ++attempt) {
      const auto mistakes = draw(dice, planter, size, when);
      const auto charged = mistakes.size() == size ? planter.plant(mistakes) : std::nullopt;
      if (!charged) continue;
      const Answer answer = judge(causes_of(of, charged->rows), charged->told);
      ++all;
      found += answer == Answer::unique || answer == Answer::among_equals;
      break;
    }
  }
  return {found, all};
}

TEST(CauseRecovery, finds_every_single_mistake_again) {
  const auto [found, all] = recovered(40, 1);
  EXPECT_GE(all, 35);
  EXPECT_EQ(found, all);
}

TEST(CauseRecovery, finds_nearly_every_pair_again) {
  const auto [found, all] = recovered(12, 2);
  EXPECT_GE(all, 10);
  EXPECT_GE(found + 1, all);
}

/// Of percentages that somebody remembers how many are found again, of how many that no usual
/// mistake explains.
TEST(CauseRecovery, finds_remembered_percentages_where_nothing_else_fits) {
  int found = 0;
  int all = 0;
  for (std::uint64_t seed = 93'000; seed < 93'012; ++seed) {
    const Case of = contract_of(seed);
    Planter planter(of);
    Dice dice(seed);
    const auto mistakes = draw(dice, planter, 1, When::onset, {.remembered = true});
    const auto charged = mistakes.empty() ? std::nullopt : planter.plant(mistakes);
    if (!charged) continue;
    const Causes causes = causes_of(of, charged->rows);
    if (!causes.explanations.empty() && !causes.explanations.front().misreadings.front().remembered)
      continue;
    const Answer answer = judge(causes, charged->told);
    ++all;
    found += answer == Answer::unique || answer == Answer::among_equals;
  }
  EXPECT_GE(all, 6);
  EXPECT_EQ(found, all);
}

TEST(CauseRecovery, finds_one_mistake_in_three_lines_at_once) {
  int found = 0;
  int all = 0;
  for (std::uint64_t seed = 94'000; seed < 94'010; ++seed) {
    const Case of = contract_of(seed, {.lines = true});
    if (of.contract->lines.size() < 3) continue;
    std::vector<Planter> planters;
    planters.reserve(3);
    for (const char* id : {"p", "q", "r"}) planters.emplace_back(of, id);
    Dice dice(seed);
    const auto charged = plant_together(planters, draw(dice, planters.front(), 1, When::onset));
    if (!charged) continue;
    const Causes causes = causes_of(of, charged->rows);
    const Answer answer = judge(causes, charged->told);
    ++all;
    found +=
        (answer == Answer::unique || answer == Answer::among_equals) && causes.lines.size() == 3;
  }
  EXPECT_GE(all, 3);
  EXPECT_EQ(found, all);
}

TEST(CauseRecovery, names_the_one_mistyped_invoice) {
  for (std::uint64_t seed = 91'000; seed < 91'015; ++seed) {
    const Case of = contract_of(seed);
    Planter planter(of);
    auto rows = planter.charge(planter.right());
    if (!rows) continue;
    Dice dice(seed);
    const std::string invoice = mistype(dice, *rows);
    const Causes causes = causes_of(of, *rows);
    EXPECT_EQ(causes.result, Causes::Result::single_invoice) << of.text;
    EXPECT_EQ(causes.invoice, invoice);
  }
}

TEST(CauseRecovery, names_no_cause_for_percentages_that_come_from_nowhere) {
  for (std::uint64_t seed = 92'000; seed < 92'005; ++seed) {
    const Case of = contract_of(seed);
    Planter planter(of);
    const auto rows = planter.charge(planter.right());
    if (!rows) continue;
    Dice dice(seed);
    const Causes causes =
        causes_of(of, planted::outside(dice, of, *rows, planter.seen(), Outside::every_step));
    EXPECT_NE(causes.result, Causes::Result::found) << causes.sentence().en;
  }
}

}  // namespace recovery_test
}  // namespace pricetalk
