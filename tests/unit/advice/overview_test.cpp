#include "advice/overview.hpp"

#include <gmock/gmock.h>

#include "red_face_case.hpp"

namespace pricetalk {
namespace overview_test {

using red_face_case::Case;
using red_face_case::fixed;
using testing::ElementsAre;

Figure figure(int euros, const std::string& address) {
  return {Money{Decimal(euros, 0), Currency::parse("EUR").value()}, {address}, Fixity::fixed};
}

Finding finding(FindingKind kind, const std::string& line, int year, int total = 0) {
  Finding made;
  made.kind = kind;
  made.rule = kind == FindingKind::wrong ? "charged-above-allowed" : "price-above-market";
  made.line = line;
  made.title = same(line + " " + std::to_string(year));
  made.per_year = figure(year, line + "/" + std::to_string(year));
  if (total > 0) made.total = figure(total, line + "/total");
  return made;
}

std::string amount(const Figure& figure) { return std::get<Money>(figure.value).amount.text(); }

const Contract& some_contract() {
  static const Case one(fixed(), "2021-01-01");
  return *one.dossier().contract;
}

TEST(Overview, adds_up_what_was_charged_too_much_and_not_what_was_too_little) {
  Finding less = finding(FindingKind::wrong, "r", 7, 9);
  less.rule = "charged-below-allowed";
  const std::vector<Finding> findings{finding(FindingKind::wrong, "p", 100, 500),
                                      finding(FindingKind::wrong, "q", 20, 30), less};
  const RedFaceOverview made = overview(some_contract(), findings);
  EXPECT_EQ(made.wrong, 3U);
  EXPECT_EQ(amount(made.over), "530.00");
  EXPECT_EQ(amount(made.over_year), "120.00");
  EXPECT_EQ(amount(made.blush_year), "0.00");
  EXPECT_NE(find(made.evidence, made.over.address), nullptr);
}

TEST(Overview, what_was_only_announced_was_not_charged_in_the_last_year) {
  const std::vector<Finding> findings{finding(FindingKind::wrong, "p", 100, 500),
                                      finding(FindingKind::wrong, "q", 20)};
  EXPECT_EQ(amount(overview(some_contract(), findings).over_year), "100.00");
}

TEST(Overview, counts_no_embarrassment_about_the_same_euros_twice) {
  const auto year = [](std::vector<Finding> findings) {
    return amount(overview(some_contract(), findings).blush_year);
  };
  const auto blush = [](const std::string& line, int euros) {
    return finding(FindingKind::blush, line, euros);
  };
  // Of each line the largest: 300 + 50.
  EXPECT_EQ(year({blush("p", 300), blush("p", 200), blush("q", 50)}), "350.00");
  // One about the whole contract counts alone, when it is larger than the lines together.
  EXPECT_EQ(year({blush("p", 300), blush("q", 50), blush("", 349)}), "350.00");
  EXPECT_EQ(year({blush("p", 300), blush("q", 50), blush("", 351)}), "351.00");
}

TEST(Overview, says_when_an_amount_is_not_known_yet) {
  Finding unknown = finding(FindingKind::blush, "p", 1);
  EXPECT_FALSE(overview(some_contract(), std::vector<Finding>{unknown}).undetermined);
  unknown.per_year = Outcome<Figure>(Undetermined(Reason{}));
  EXPECT_TRUE(overview(some_contract(), std::vector<Finding>{unknown}).undetermined);
}

TEST(Overview, counts_the_mistakes_that_the_customer_does_not_know) {
  Finding open = finding(FindingKind::wrong, "p", 1, 1);
  open.to_record = "[[disclosure]]\n";
  Finding told = finding(FindingKind::wrong, "q", 1, 1);
  told.told = Told{};
  const RedFaceOverview made = overview(some_contract(), std::vector<Finding>{open, told});
  EXPECT_EQ(made.not_told, 1U);
  EXPECT_TRUE(to_be_told(open));
  EXPECT_FALSE(to_be_told(told));
  EXPECT_TRUE(to_be_paid_back(told));
  EXPECT_FALSE(to_be_paid_back(open));
}

TEST(Overview, puts_the_most_money_first_and_currencies_apart) {
  const Case dollars(red_face_case::replaced(fixed(), "EUR", "USD"), "2021-01-01");
  const auto of = [](const Contract& contract, std::vector<Finding> findings) {
    return overview(contract, findings);
  };
  const std::vector<RedFaceOverview> all{
      of(some_contract(), {finding(FindingKind::blush, "p", 900)}),
      of(*dollars.dossier().contract, {}),
      of(some_contract(), {finding(FindingKind::wrong, "p", 10, 10)}),
      of(some_contract(), {}),
      of(some_contract(), {finding(FindingKind::wrong, "p", 5, 40)}),
      of(some_contract(), {finding(FindingKind::blush, "p", 901)})};
  EXPECT_THAT(by_money(all), ElementsAre(4U, 2U, 5U, 0U, 3U, 1U));
  const auto totals = together(all);
  ASSERT_EQ(totals.size(), 2U);
  EXPECT_EQ(amount(totals[0].over), "50.00");
  EXPECT_EQ(amount(totals[0].blush_year), "1801.00");
  EXPECT_EQ(totals[0].wrong, 2U);
  EXPECT_EQ(totals[1].currency.code(), "USD");
}

}  // namespace overview_test
}  // namespace pricetalk
