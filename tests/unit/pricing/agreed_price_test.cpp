#include "priced.hpp"

// A price that both sides agreed on acts on its day, whatever the clauses say. Expected prices were
// worked out with fractions by hand.
namespace pricing_agreed_price_test {

using priced::dated;
using priced::day;
using priced::indexed;
using priced::prices;
using priced::Talk;
using priced::text;
using priced::Texts;
using priced::verdicts;
using priced::yearly;

constexpr const char* three_two_two = R"(["2021", 3], ["2022", 2], ["2023", 2])";
constexpr const char* index_three_two_two =
    R"(["2019", 100], ["2020", 103], ["2021", 105.06], ["2022", 107.1612])";

std::string agreed(const std::string& date, const std::string& more = "",
                   const std::string& price = "96.50") {
  return "[[decision]]\ndate = " + date + "\nkind = \"agreed-price\"\nunit_price = " + price +
         "\n" + more + "\n";
}

/// One line `p` of 100.00 since 2020, with what follows.
std::string contract(const std::string& line, const std::string& tables) {
  return "schema = 1\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = 2020-01-01\n[price.p]\n"
         "unit_price = 100.00\nprice_date = 2020-01-01\n" +
         line + "\n" + tables;
}

std::string clause(const std::string& id, const std::string& change,
                   const std::string& adjust = "every = \"year\"", const std::string& more = "") {
  return "[clause." + id + "]\nadjust = { " + adjust + " }\nformula = \"change = " + change +
         "\"\n" + more + "\n";
}

std::string on(const std::string& contract, const char* date) {
  const Talk talk(contract);
  return text(talk.schedule("p", date).on(day(date))->price);
}

TEST(AgreedPrice, holds_from_a_day_that_is_no_adjustment_date) {
  const std::string made = yearly("", three_two_two, agreed("2021-06-15"));
  EXPECT_EQ(dated(Talk(made).schedule("p", "2023-12-31")),
            (Texts{"2020-01-01 100.00", "2021-01-01 103.00", "2021-06-15 96.50", "2022-01-01 98.43",
                   "2023-01-01 100.40"}));
  EXPECT_EQ(verdicts(made, "2022-12-31"), (Texts{"adjusted", "agreed price", "adjusted"}));
}

TEST(AgreedPrice, gives_back_at_the_next_date_what_was_given_up_with_catch_up) {
  // 96.50 / 103 - 1 = -6.3106... %; 96.50 x (1 + 2 % + 6.3106... %) = 104.5198...
  EXPECT_EQ(
      prices(yearly("", three_two_two, agreed("2021-06-15", "catch_up = true")), "2022-12-31"),
      (Texts{"103.00", "96.50", "104.52"}));
}

TEST(AgreedPrice, is_where_a_clause_on_the_original_price_goes_on) {
  EXPECT_EQ(prices(indexed("compounding = \"base\"", "", index_three_two_two, agreed("2021-06-15")),
                   "2023-12-31"),
            (Texts{"103.00", "96.50", "98.43", "100.40"}));
  EXPECT_EQ(prices(indexed("compounding = \"base\"", "", index_three_two_two,
                           agreed("2021-06-15", "catch_up = true")),
                   "2023-12-31"),
            (Texts{"103.00", "96.50", "105.06", "107.16"}));
}

TEST(AgreedPrice, ends_an_undetermined_chain_on_any_day) {
  for (const char* limits : {"", R"(limits = { cap = "4%", carry_over = "both" })"})
    EXPECT_EQ(prices(yearly(limits, R"(["2022", 2])", agreed("2021-06-15")), "2022-12-31"),
              (Texts{"? s 2021", "96.50", "98.43"}));
}

TEST(AgreedPrice, makes_a_price_on_the_original_base_known_though_the_year_before_it_is_not) {
  // lost = 96.50 / 105.06; 107.1612 x 96.50 / 105.06 = 98.43.
  EXPECT_EQ(prices(indexed("compounding = \"base\"", "base = 100",
                           R"(["2021", 105.06], ["2022", 107.1612])", agreed("2022-01-01")),
                   "2023-12-31"),
            (Texts{"? s 2020", "96.50", "98.43"}));
}

TEST(AgreedPrice, asks_neither_threshold_nor_interval_nor_binding_nor_announcement) {
  EXPECT_EQ(
      prices(yearly("threshold = { more_than = \"5%\" }", three_two_two, agreed("2021-01-01")),
             "2021-12-31"),
      (Texts{"96.50"}));
  EXPECT_EQ(on(contract("clause = \"c\"",
                        clause("c", "2%", "every = \"year\", minimum_interval = \"2 years\"") +
                            agreed("2021-01-01")),
               "2021-01-01"),
            "96.50");
  EXPECT_EQ(on(contract("clause = \"c\"\nprice_binding = \"3 years\"",
                        clause("c", "2%") + agreed("2021-01-01")),
               "2021-01-01"),
            "96.50");
  for (const char* late : {"forfeits", "next-date", "level-only", "arrears"})
    EXPECT_EQ(on(contract("clause = \"c\"",
                          clause("c", "2%", "every = \"year\"",
                                 "notice = { before = \"2 months\", late = \"" + std::string(late) +
                                     "\" }") +
                              "[[announcement]]\ndate = 2020-12-20\nclause = \"c\"\nfor = "
                              "2021-01-01\n" +
                              agreed("2021-01-01")),
                 "2021-01-01"),
              "96.50")
        << late;
}

TEST(AgreedPrice, counts_as_the_last_step_for_the_minimum_interval) {
  const std::string made = contract(
      "clause = \"c\"",
      clause("c", "2%", "every = \"year\", minimum_interval = \"1 year\"") + agreed("2021-06-15"));
  EXPECT_EQ(verdicts(made, "2023-12-31"),
            (Texts{"adjusted", "agreed price", "too soon", "adjusted"}));
}

TEST(AgreedPrice, counts_as_the_last_step_when_it_is_the_price_in_force) {
  // 2 % on 1 January 2021 makes 102.00. Agreed again, between two dates or on one that is too soon:
  // the step of 1 January 2022 is too soon after it.
  const std::string twelve = "every = \"6 months\", minimum_interval = \"12 months\"";
  for (const std::string day : {"2021-11-20", "2021-07-01"})
    EXPECT_EQ(on(contract("clause = \"c\"", clause("c", "2%", twelve) + agreed(day, "", "102.00")),
                 "2022-06-01"),
              "102.00")
        << day;
  EXPECT_EQ(on(contract("clause = \"c\"", clause("c", "2%", twelve)), "2022-06-01"), "104.04");
}

TEST(AgreedPrice, is_remembered_by_the_clauses_that_do_not_run_on_its_day) {
  // Clause b, on the original price, made 110.00 on 1 July 2020; 99.00 is agreed on the date of
  // clause c. On 1 July 2021 b measures the same 10 % and goes on from the agreed price.
  EXPECT_EQ(on(contract("clause = [\"c\", \"b\"]",
                        clause("c", "2%") +
                            clause("b", "10%", "every = \"year\", on = \"07-01\"",
                                   "compounding = \"base\"") +
                            agreed("2021-01-01", "", "99.00")),
               "2021-07-01"),
            "99.00");
}

TEST(AgreedPrice, has_the_last_word_on_its_day) {
  // Clause c comes first in the line; d does not know of the decision.
  const std::string both =
      contract("clause = [\"c\", \"d\"]", clause("c", "3%") + clause("d", "2%"));
  EXPECT_EQ(prices(both + agreed("2021-01-01", "clause = \"c\""), "2021-12-31"),
            (Texts{"102.00", "96.50"}));
  EXPECT_EQ(prices(both + agreed("2021-01-01"), "2021-12-31"), (Texts{"96.50", "96.50"}));
  // A step that was put off until that day.
  EXPECT_EQ(on(contract("clause = \"c\"", clause("c", "3%") +
                                              "[[decision]]\ndate = 2021-01-01\nkind = "
                                              "\"deferred\"\nto = 2021-06-15\n" +
                                              agreed("2021-06-15")),
               "2021-06-15"),
            "96.50");
  // A review that starts the others anew.
  EXPECT_EQ(on(contract("clause = [\"c\", \"d\"]",
                        clause("c", "3%") +
                            clause("d", "10%", "dates = [2022-01-01]", "resets_base = true") +
                            agreed("2022-01-01", "clause = \"c\"")),
               "2022-01-01"),
            "96.50");
  // A decision that stands before it.
  EXPECT_EQ(on(contract("clause = \"c\"", clause("c", "3%") +
                                              "[[decision]]\ndate = 2021-01-01\nkind = "
                                              "\"waived\"\n" +
                                              agreed("2021-01-01")),
               "2021-01-01"),
            "96.50");
}

TEST(AgreedPrice, holds_for_lines_that_no_clause_moves_and_for_every_tier) {
  EXPECT_EQ(on(contract("", agreed("2021-06-15", "price = \"p\"")), "2021-06-15"), "96.50");
  EXPECT_EQ(on(contract("", agreed("2021-06-15")), "2021-06-14"), "100.00");
  const Talk tiers(
      "schema = 1\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = 2020-01-01\n[price.p]\n"
      "tiers = [{ up_to = 10, unit_price = 100.00 }, { unit_price = 90.00 }]\n"
      "price_date = 2020-01-01\nclause = \"c\"\n" +
      clause("c", "3%") + agreed("2021-06-15"));
  EXPECT_EQ(prices(tiers.schedule("p", "2021-12-31", 0)), (Texts{"103.00", "96.50"}));
  EXPECT_EQ(prices(tiers.schedule("p", "2021-12-31", 1)), (Texts{"92.70", "96.50"}));
}

TEST(AgreedPrice, holds_on_price_date_and_before_the_line_starts) {
  EXPECT_EQ(on(contract("", agreed("2020-01-01")), "2020-01-01"), "96.50");
  EXPECT_EQ(on(contract("from = 2021-01-01", agreed("2020-10-01")), "2021-01-01"), "96.50");
  EXPECT_EQ(on(contract("", agreed("2019-10-01")), "2020-06-01"),
            "100.00");  // in the price already
}

TEST(AgreedPrice, is_about_the_lines_that_it_names) {
  const std::string two = contract("clause = \"c\"", clause("c", "3%")) +
                          "[price.q]\nunit_price = 50.00\nprice_date = 2020-01-01\nclause = "
                          "\"d\"\n" +
                          clause("d", "2%");
  const Talk talk(two + agreed("2021-06-15", "clause = \"d\""));
  EXPECT_EQ(text(talk.schedule("p", "2021-12-31").entries.back().price), "103.00");
  EXPECT_EQ(text(talk.schedule("q", "2021-12-31").entries.back().price), "96.50");
}

TEST(AgreedPrice, is_explained) {
  const Talk talk(yearly("", three_two_two, agreed("2021-06-15")));
  const auto entry = talk.schedule("p", "2021-12-31").entries.back();
  ASSERT_TRUE(entry.why);
  EXPECT_EQ(entry.change(), pricetalk::Ratio::of(-650, 10300));
  EXPECT_EQ(entry.decision->date.value, day("2021-06-15"));
  EXPECT_EQ(text(entry.before), "103.00");
}

}  // namespace pricing_agreed_price_test
