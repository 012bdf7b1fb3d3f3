#include "pricetalk/pricing/surcharge.hpp"

#include "priced.hpp"

// Expected amounts were worked out by hand from the formulas in the texts; the published ones stand
// in tests/conformance/native (copper, steel, asphalt).
namespace pricing_surcharge_test {

using namespace pricetalk;
using priced::day;
using priced::Talk;
using priced::text;
using priced::Texts;

/// A line `p` of 100.00 on 2020-01-01 that rises 4 % on 1 January 2021 and 2022, with a surcharge
/// clause `s` of these keys over the monthly figures `D`.
std::string line_with(const std::string& clause, const std::string& rest = "",
                      const std::string& line = "surcharges = [\"s\"]") {
  return R"(schema = 1
[contract]
id = "T"
currency = "EUR"
start = 2020-01-01
[price.p]
unit_price = 100.00
price_date = 2020-01-01
clause = "c"
)" + line +
         R"(
[clause.c]
adjust = { dates = [2021-01-01, 2022-01-01] }
formula = "change = 4%"
[clause.s]
)" + clause +
         "\n" + rest;
}

/// The keys of an index `D` of the month of the day, and its figures.
std::string monthly(const std::string& figures, const std::string& base = "") {
  return "[clause.s.index.D]\nseries = \"d\"\nuse = \"month of adjustment\"\n" + base +
         "\n[[series]]\nid = \"d\"\nunit = \"price\"\nfigures = [" + figures + "]\n";
}

std::string charged(const Talk& talk, const char* on) {
  const PriceSchedule prices = talk.schedule();
  const ChargedPrice made = charged_on(prices, day(on));
  return text(made.entry->price) + " + " + text(made.surcharge) + " = " + text(made.charged);
}

TEST(Surcharge, comes_on_top_of_the_price_and_is_never_compounded) {
  // 10 x (1.50 - 1.20) = 3.00; 10 x (1.35 - 1.20) = 1.50. The price goes 100, 104, 108.16: 4 % of
  // 103.00 never enters it.
  const Talk talk(line_with("formula = \"surcharge = 10 * (D - 1.20)\"",
                            monthly(R"(["2020-12", 1.50], ["2021-01", 1.35], ["2022-01", 1.50])")));
  EXPECT_EQ(charged(talk, "2020-12-31"), "100.00 + 3.00 = 103.00");
  EXPECT_EQ(charged(talk, "2021-01-01"), "104.00 + 1.50 = 105.50");
  EXPECT_EQ(charged(talk, "2022-01-31"), "108.16 + 3.00 = 111.16");
}

TEST(Surcharge, can_be_below_zero) {
  const Talk talk(
      line_with("formula = \"surcharge = 10 * (D - 1.20)\"", monthly(R"(["2020-12", 1.05])")));
  EXPECT_EQ(charged(talk, "2020-12-05"), "100.00 + -1.50 = 98.50");
}

TEST(Surcharge, is_rounded_to_the_currency_unless_the_clause_says_otherwise) {
  const auto rounded = [](const std::string& rule) {
    const Talk talk(line_with("formula = \"surcharge = 0.125\"\n" + rule));
    const Surcharge made = surcharges_on(talk.schedule(), day("2020-05-01")).front();
    return made.amount->exact_decimal()->text();
  };
  EXPECT_EQ(rounded(""), "0.13");
  EXPECT_EQ(rounded("rounding = { surcharge = { decimals = 2, mode = \"down\" } }"), "0.12");
  EXPECT_EQ(rounded("rounding = { surcharge = { to = 0.05 } }"), "0.15");
  EXPECT_EQ(rounded("rounding = { surcharge = \"none\" }"), "0.125");
}

TEST(Surcharge, on_dates_of_its_own_stays_until_the_next_one) {
  const Talk talk(
      line_with("adjust = { every = \"quarter\", first = 2020-04-01 }\nformula = \"surcharge = D\"",
                monthly(R"(["2020-04", 4], ["2020-05", 5], ["2020-07", 7])")));
  const auto on = [&](const char* when) {
    const Surcharge made = surcharges_on(talk.schedule(), day(when)).front();
    return (made.date ? made.date->text() : "none") + " " + text(made.amount);
  };
  EXPECT_EQ(on("2020-03-31"), "none 0.00");
  EXPECT_EQ(on("2020-04-01"), "2020-04-01 4.00");
  EXPECT_EQ(on("2020-06-30"), "2020-04-01 4.00");
  EXPECT_EQ(on("2020-07-01"), "2020-07-01 7.00");
}

TEST(Surcharge, without_a_reference_of_its_own_is_measured_from_the_start) {
  const std::string figures = R"(["2020-01", 100], ["2020-04", 104], ["2020-05", 107])";
  const auto may = [&](const std::string& base) {
    const Talk talk(line_with("formula = \"surcharge = D - D0\"", monthly(figures, base)));
    return text(surcharges_on(talk.schedule(), day("2020-05-10")).front().amount);
  };
  EXPECT_EQ(may(""), "7.00");
  EXPECT_EQ(may("base = 99"), "8.00");
  EXPECT_EQ(may("base = \"1 month before\""), "3.00");
  // A surcharge remembers nothing, so there is no last adjustment: it acts as the start.
  EXPECT_EQ(may("base = \"at last adjustment\""), "7.00");
}

TEST(Surcharge, can_be_a_part_of_the_price_in_force_or_of_the_original_one) {
  const Talk in_force(line_with("formula = \"surcharge = 3% * P0\""));
  EXPECT_EQ(charged(in_force, "2020-06-01"), "100.00 + 3.00 = 103.00");
  EXPECT_EQ(charged(in_force, "2021-06-01"), "104.00 + 3.12 = 107.12");
  const Talk original(line_with("compounding = \"base\"\nformula = \"surcharge = 3% * P0\""));
  EXPECT_EQ(charged(original, "2021-06-01"), "104.00 + 3.00 = 107.00");
  // Set on 1 July 2020, it stays until the next date, also when the price rises.
  const Talk dated(
      line_with("adjust = { dates = [2020-07-01] }\nformula = \"surcharge = 3% * P0\""));
  EXPECT_EQ(charged(dated, "2021-06-01"), "104.00 + 3.00 = 107.00");
}

TEST(Surcharge, is_undetermined_by_itself_and_only_by_what_it_reads) {
  const std::string two = monthly(R"(["2021-01", 7])");
  const Talk known(line_with("formula = \"surcharge = D\"", two));
  EXPECT_EQ(charged(known, "2021-02-03"), "104.00 + ? d 2021-02 = ? d 2021-02");
  // The price cannot be determined; the surcharge does not read it, and is.
  std::string open = line_with("formula = \"surcharge = D\"", two);
  open.replace(open.find("change = 4%"), 11, "change = X");
  open +=
      "[clause.c.index.X]\nseries = \"x\"\nuse = \"year of adjustment\"\n"
      "[[series]]\nid = \"x\"\nunit = \"percent\"\nfigures = [[\"2022\", 4]]\n";
  EXPECT_EQ(charged(Talk(open), "2021-01-05"), "? x 2021 + 7.00 = ? x 2021");
}

TEST(Surcharge, several_are_added_up_in_the_order_of_the_line) {
  const Talk talk(line_with("formula = \"surcharge = 1.25\"",
                            "[clause.t]\nformula = \"surcharge = -0.50\"\n",
                            "surcharges = [\"t\", \"s\"]"));
  const ChargedPrice made = charged_on(talk.schedule(), day("2020-02-01"));
  ASSERT_EQ(made.surcharges.size(), 2U);
  EXPECT_EQ(made.surcharges[0].clause->id, "t");
  EXPECT_EQ(text(made.surcharge), "0.75");
  EXPECT_EQ(text(made.charged), "100.75");
  EXPECT_EQ(made.surcharges[1].address.text, "T/p/2020-02-01/surcharge/s");
}

TEST(Surcharge, ends_with_the_line) {
  const Talk talk(
      line_with("formula = \"surcharge = 1\"", "", "surcharges = [\"s\"]\nuntil = 2020-06-30"));
  EXPECT_EQ(surcharges_on(talk.schedule(), day("2020-06-30")).size(), 1U);
  EXPECT_TRUE(surcharges_on(talk.schedule(), day("2020-07-01")).empty());
}

TEST(Surcharge, follows_dated_terms) {
  const Talk talk(
      line_with("formula = \"surcharge = k\"\nconstants = { k = 2 }\n"
                "during = [{ from = 2020-07-01, constants = { k = 3 } }]"));
  EXPECT_EQ(charged(talk, "2020-06-30"), "100.00 + 2.00 = 102.00");
  EXPECT_EQ(charged(talk, "2020-07-01"), "100.00 + 3.00 = 103.00");
}

TEST(Surcharge, can_be_all_that_a_line_has) {
  const Talk talk(R"(schema = 1
[contract]
id = "T"
currency = "EUR"
start = 2020-01-01
[price.p]
unit = "100 m"
surcharges = ["s"]
[clause.s]
formula = "surcharge = 5.25"
)");
  EXPECT_TRUE(talk.contract().lines.front().only_surcharges());
  EXPECT_EQ(charged(talk, "2020-02-01"), "0.00 + 5.25 = 5.25");
}

TEST(Surcharge, its_derivation_ends_in_the_amount) {
  const Talk talk(
      line_with("formula = \"surcharge = 10 * (D - 1.20)\"", monthly(R"(["2020-12", 1.50])")));
  const Surcharge made = surcharges_on(talk.schedule(), day("2020-12-31")).front();
  const auto rows = outline(made.why, made.answer);
  ASSERT_FALSE(rows.empty());
  EXPECT_EQ(rows.back().label.en, "surcharge");
  EXPECT_EQ(rows.back().label.nl, "toeslag");
  EXPECT_EQ(made.why.inputs.front().figure->series, "d");
}

TEST(SurchargeDays, are_every_day_or_the_dates_of_the_clause) {
  const Talk daily(line_with("formula = \"surcharge = 1\""));
  const Line& line = daily.contract().lines.front();
  EXPECT_EQ(surcharge_days(daily.contract(), line, day("2020-01-30"), day("2020-02-02")),
            (std::vector<Date>{day("2020-01-31"), day("2020-02-01"), day("2020-02-02")}));
  const Talk dated(
      line_with("adjust = { dates = [2020-02-01, 2020-03-01] }\n"
                "formula = \"surcharge = 1\""));
  EXPECT_EQ(surcharge_days(dated.contract(), dated.contract().lines.front(), day("2020-02-01"),
                           day("2020-03-31")),
            (std::vector<Date>{day("2020-03-01")}));
}

std::string due(const std::string& retention, const char* total) {
  const Talk talk(line_with("formula = \"surcharge = 1\"\n" + retention));
  const SurchargesDue made = due_of(talk.contract(), *talk.contract().find_clause("s"),
                                    Outcome<Ratio>(Ratio(*Decimal::parse(total))), {});
  return text(made.kept) + ", " + text(made.due);
}

TEST(Retention, keeps_the_larger_of_a_share_and_a_minimum) {
  // 2 % of 530 000 is 10 600.
  const std::string both =
      "retention = { share = \"10%\", minimum = \"2%\", contract_sum = 530000 }";
  EXPECT_EQ(due(both, "1688"), "1688.00, 0.00");
  EXPECT_EQ(due(both, "10600"), "10600.00, 0.00");
  EXPECT_EQ(due(both, "26238"), "10600.00, 15638.00");
  EXPECT_EQ(due(both, "200000"), "20000.00, 180000.00");
  EXPECT_EQ(due("retention = { share = \"10%\" }", "30"), "3.00, 27.00");
  EXPECT_EQ(due("", "30"), "0.00, 30.00");
}

TEST(Retention, keeps_the_same_on_the_other_side) {
  const std::string both =
      "retention = { share = \"10%\", minimum = \"2%\", contract_sum = 530000 }";
  EXPECT_EQ(due(both, "-26238"), "10600.00, -15638.00");
  EXPECT_EQ(due(both, "-500"), "500.00, 0.00");
}

}  // namespace pricing_surcharge_test
