#include <gmock/gmock.h>

#include <algorithm>

#include "audited.hpp"

namespace pricetalk {
namespace audit_test {

using audited::charged;
using audited::credit;
using audited::of;
using audited::text;
using priced::Talk;
using testing::ElementsAre;
using testing::HasSubstr;

/// 100.00 in 2020, 104.00 from 2021 (4 %), 108.16 from 2022.
std::string steps(const std::string& rest = "") {
  return priced::yearly("", R"(["2021", 4], ["2022", 4])", rest);
}

TEST(Audit, finds_nothing_where_every_price_is_allowed) {
  const auto audit =
      of(Talk(steps()), {charged("2020-05-01", "2020-05-31", "10", "100.00", "1000.00"),
                         charged("2021-05-01", "2021-05-31", "10", "104.00", "1040.00")});
  EXPECT_FALSE(audit.differs());
  EXPECT_EQ(text(audit.charged), "2040.00");
  EXPECT_EQ(audit.lines.front().causes.result, Causes::Result::nothing_to_explain);
}

TEST(Audit, adds_the_difference_up_by_year_and_so_far) {
  // 10 x (105 - 104) = 10 in 2021, 10 x (109.20 - 108.16) = 10.40 in 2022.
  const auto audit =
      of(Talk(steps()), {charged("2021-05-01", "2021-05-31", "10", "105.00", "1050.00"),
                         charged("2022-05-01", "2022-05-31", "10", "109.20", "1092.00")});
  ASSERT_EQ(audit.years.size(), 2U);
  EXPECT_EQ(text(audit.years[0].totals.over), "10.00");
  EXPECT_EQ(text(audit.years[1].totals.over), "10.40");
  EXPECT_EQ(text(audit.years[1].cumulative), "20.40");
  EXPECT_EQ(text(audit.totals.over), "20.40");
  EXPECT_EQ(audit.lines.front().since, priced::day("2021-05-01"));
}

TEST(Audit, never_sets_too_little_off_against_too_much) {
  const auto audit =
      of(Talk(steps()), {charged("2021-05-01", "2021-05-31", "10", "105.00", "1050.00"),
                         charged("2021-06-01", "2021-06-30", "10", "101.00", "1010.00")});
  EXPECT_EQ(text(audit.totals.over), "10.00");
  EXPECT_EQ(text(audit.totals.under), "30.00");
}

TEST(Audit, takes_the_vat_of_the_allowed_amount_from_the_vat_as_charged) {
  // Allowed: 533.925 x 100 = 53392.50, of which 21 % is 11212.425, rounded 11212.43. As charged: 21
  // % of 54027.87 is 11345.8527, so 11345.85. The difference is 133.42; 21 % of 635.37 would be
  // 133.43.
  const auto audit =
      of(Talk(priced::yearly("", R"(["2021", 4])")),
         {charged("2020-05-01", "2020-05-31", "533.925", "101.19", "54027.87", "11345.85")});
  EXPECT_EQ(text(audit.totals.over), "635.37");
  EXPECT_EQ(text(audit.totals.over_vat), "133.42");
}

TEST(Audit, rounds_vat_row_by_row_at_the_rows_own_rate) {
  // 9 % of 20.15 is 1.8135 -> 1.81, of 20.00 is 1.80; 21 % of 30.15 is 6.3315 -> 6.33, of 30.00
  // is 6.30.
  const auto audit =
      of(Talk(steps()), {charged("2020-05-01", "2020-05-31", "0.2", "100.75", "20.15", "1.81"),
                         charged("2020-06-01", "2020-06-30", "0.3", "100.50", "30.15", "6.33")});
  EXPECT_EQ(text(*audit.rows[0].vat), "0.01");
  EXPECT_EQ(text(*audit.rows[1].vat), "0.03");
  EXPECT_EQ(text(audit.totals.over_vat), "0.04");
}

TEST(Audit, lists_what_it_does_not_recognise_and_the_sums_balance) {
  auto other = charged("2020-05-01", "2020-05-31", "1", "75.00", "75.00");
  other.line = "glasbewassing";
  const auto audit =
      of(Talk(steps()), {charged("2020-05-01", "2020-05-31", "10", "100.00", "1000.00"), other});
  ASSERT_EQ(audit.unmatched_rows().size(), 1U);
  EXPECT_EQ(audit.unmatched_rows().front()->charged.line, "glasbewassing");
  EXPECT_EQ(text(audit.matched), "1000.00");
  EXPECT_EQ(text(audit.unmatched), "75.00");
  EXPECT_EQ(text(audit.charged), "1075.00");
}

TEST(Audit, splits_a_period_by_days_by_months_or_not_at_all) {
  // 16 December to 15 January, 31 pieces: 16 days at 100 and 15 at 104.
  const auto row = charged("2020-12-16", "2021-01-15", "31", "", "3200.00");
  const auto allowed = [&](const std::string& billing) {
    return text(of(Talk(steps(billing)), {row}).rows.front().allowed);
  };
  EXPECT_EQ(allowed(""), "3160.00");  // 16 x 100 + 15 x 104
  // Both parts of months count by their days.
  EXPECT_EQ(allowed("[billing]\nproration = \"months\""), "3160.00");
  EXPECT_EQ(allowed("[billing]\nproration = \"next-period\""), "3100.00");
}

TEST(Audit, rounds_the_allowed_amount_as_the_contract_bills) {
  // 0.333 x 104 = 34.632
  const auto row = charged("2021-05-01", "2021-05-31", "0.333", "104.00", "34.65");
  EXPECT_EQ(text(of(Talk(steps()), {row}).rows.front().allowed), "34.63");
  EXPECT_EQ(text(of(Talk(steps("[billing]\namount = { to = 0.05 }")), {row}).rows.front().allowed),
            "34.65");
}

TEST(Audit, compares_in_the_smallest_unit_of_the_currency_whatever_zeros_are_written) {
  const Talk talk(
      "schema = 1\n[contract]\nid = \"T\"\ncurrency = \"JPY\"\nstart = 2020-01-01\n"
      "[billing]\namount = { decimals = 4 }\n[price.p]\nunit_price = 700\n"
      "price_date = 2020-01-01\n");
  const auto difference = [&](const char* amount) {
    return text(of(talk, {charged("2020-01-01", "2020-01-31", "1.2345", "", amount)})
                    .rows.front()
                    .difference);
  };
  EXPECT_EQ(difference("864.1500"), difference("864.15"));  // 1.2345 x 700
  EXPECT_EQ(Ratio(*Decimal::parse(difference("864.15").c_str())), Ratio(0));
  EXPECT_EQ(Ratio(*Decimal::parse(difference("864").c_str())), Ratio(0));
  EXPECT_EQ(Ratio(*Decimal::parse(difference("864.00").c_str())), Ratio(0));
  EXPECT_EQ(Ratio(*Decimal::parse(difference("865.00").c_str())), Ratio(1));
}

TEST(Audit, takes_a_quantity_back_at_the_price_of_its_period) {
  const auto audit =
      of(Talk(steps()), {charged("2021-05-01", "2021-05-31", "9", "104.00", "936.00"),
                         credit("2021-05-01", "2021-05-31", "-1", "104.00", "-104.00")});
  EXPECT_FALSE(audit.differs());
}

TEST(Audit, sets_a_credit_off_against_the_period_that_it_pays_back) {
  const auto row = charged("2021-05-01", "2021-05-31", "10", "105.00", "1050.00", "220.50");
  const auto paid = of(Talk(steps()),
                       {row, credit("2021-05-01", "2021-05-31", "10", "-1.00", "-10.00", "-2.10")});
  EXPECT_FALSE(paid.differs());
  EXPECT_EQ(text(paid.totals.over_vat), "0.00");
  const auto too_much =
      of(Talk(steps()), {row, credit("2021-05-01", "2021-05-31", "0", "", "-14.00")});
  EXPECT_EQ(text(too_much.totals.over), "0.00");
  EXPECT_EQ(text(too_much.totals.under), "4.00");
}

TEST(Audit, pays_a_whole_year_back_with_one_credit) {
  const auto audit =
      of(Talk(steps()), {charged("2021-05-01", "2021-05-31", "10", "105.00", "1050.00"),
                         charged("2021-06-01", "2021-06-30", "10", "105.00", "1050.00"),
                         charged("2022-05-01", "2022-05-31", "10", "109.16", "1091.60"),
                         credit("2021-01-01", "2021-12-31", "0", "", "-15.00")});
  EXPECT_EQ(text(audit.years[0].totals.over), "5.00");
  EXPECT_EQ(text(audit.years[1].totals.over), "10.00");
  EXPECT_EQ(text(audit.totals.under), "0.00");
}

TEST(Audit, sets_a_credit_for_some_days_off_against_the_invoice_that_holds_them) {
  // June 2021 at 105.00 instead of 104.00.
  const auto june = charged("2021-06-01", "2021-06-30", "30", "105.00", "3150.00", "661.50");
  const auto open_after = [&](const std::vector<InvoiceLine>& rows) {
    const auto audit = of(Talk(steps()), rows);
    return text(audit.totals.over) + " " + text(audit.totals.under) + " " +
           text(audit.totals.over_vat) + " " + text(audit.totals.under_vat);
  };
  EXPECT_EQ(open_after({june, credit("2021-06-01", "2021-06-15", "0", "", "-15.00", "-3.15"),
                        credit("2021-06-16", "2021-06-30", "1", "-15.00", "-15.00", "-3.15")}),
            "0.00 0.00 0.00 0.00");
  EXPECT_EQ(
      open_after({june, credit("2021-06-01", "2021-06-15", "-15", "105.00", "-1575.00", "-330.75"),
                  charged("2021-06-01", "2021-06-15", "15", "104.00", "1560.00", "327.60")}),
      "15.00 0.00 3.15 0.00");
  EXPECT_EQ(open_after({charged("2021-04-01", "2021-06-30", "30", "105.00", "3150.00"),
                        credit("2021-06-01", "2021-06-30", "0", "", "-30.00")}),
            "0.00 0.00 0.00 0.00");
  EXPECT_EQ(open_after({june, credit("2021-06-25", "2021-07-05", "0", "", "-40.00", "-8.40")}),
            "0.00 10.00 0.00 2.10");
  EXPECT_EQ(open_after({june, credit("2021-07-01", "2021-07-05", "0", "", "-40.00", "-8.40")}),
            "0.00 0.00 0.00 0.00");  // of days without a charge: asked, and not claimed either way
}

TEST(Audit, names_what_cannot_be_judged_and_leaves_it_out_of_the_sums) {
  const auto audit =
      of(Talk(steps()), {charged("2019-12-01", "2020-01-31", "1", "90.00", "90.00"),
                         charged("2023-05-01", "2023-05-31", "1", "120.00", "120.00"),
                         charged("2021-05-01", "2021-05-31", "1", "105.00", "105.00")});
  ASSERT_EQ(audit.undetermined().size(), 2U);
  EXPECT_THAT(audit.undetermined()[0]->difference.why().reasons().front().text.nl,
              HasSubstr("vóór het begin van het contract: hoeveel van deze factuurregel"));
  EXPECT_THAT(audit.undetermined()[1]->difference.why().reasons().front().series, HasSubstr("s"));
  EXPECT_EQ(text(audit.totals.over), "1.00");
  EXPECT_EQ(audit.years.back().undetermined, 1U);
}

TEST(Audit, sees_an_amount_that_is_not_quantity_times_price) {
  const auto audit =
      of(Talk(steps()), {charged("2020-05-01", "2020-05-31", "10", "100.00", "1010.00")});
  EXPECT_FALSE(audit.rows.front().adds_up);
  EXPECT_EQ(text(audit.totals.over), "10.00");
}

std::string tiers(const char* kind) {
  return R"(schema = 1
[contract]
id = "T"
currency = "EUR"
start = 2020-01-01
[price.p]
price_date = 2020-01-01
tiers = [{ up_to = 10, unit_price = 3.00 }, { unit_price = 2.00 }]
tier_kind = ")" +
         std::string(kind) + "\"\n";
}

TEST(Audit, prices_tiers_by_the_volume_of_the_whole_period) {
  const std::vector<InvoiceLine> rows{charged("2020-05-01", "2020-05-31", "8", "", "20.00"),
                                      charged("2020-05-01", "2020-05-31", "17", "", "40.00")};
  const auto volume = of(Talk(tiers("volume")), rows);  // 25 pieces: all at 2.00
  EXPECT_EQ(text(volume.rows[0].allowed), "16.00");
  EXPECT_EQ(text(volume.rows[1].allowed), "34.00");
  const auto graduated = of(Talk(tiers("graduated")), rows);  // the first ten at 3.00: 8, then 2
  EXPECT_EQ(text(graduated.rows[0].allowed), "24.00");
  EXPECT_EQ(text(graduated.rows[1].allowed), "36.00");
}

TEST(Audit, fills_graduated_tiers_in_any_order_of_the_invoice) {
  std::vector<InvoiceLine> rows{charged("2020-05-01", "2020-05-31", "10", "3.00", "30.00"),
                                charged("2020-05-01", "2020-05-31", "15", "2.00", "30.00"),
                                credit("2020-05-01", "2020-05-31", "-5", "2.00", "-10.00")};
  do {
    const auto audit = of(Talk(tiers("graduated")), rows);
    EXPECT_EQ(text(audit.totals.over), "0.00");
    EXPECT_EQ(text(audit.totals.under), "0.00");
  } while (std::next_permutation(
      rows.begin(), rows.end(),
      [](const InvoiceLine& a, const InvoiceLine& b) { return a.quantity < b.quantity; }));
}

TEST(Audit, compares_with_the_price_after_discount) {
  std::string contract = steps();
  contract.replace(contract.find("clause = \"c\""), 12,
                   "clause = \"c\"\ndiscount = { rate = \"5%\" }");
  const auto audit =
      of(Talk(contract),
         {charged("2021-05-01", "2021-05-31", "10", "98.80", "988.00")});  // 104 x 0.95
  EXPECT_FALSE(audit.differs());
}

TEST(Audit, shows_where_every_figure_came_from) {
  const auto audit =
      of(Talk(steps()), {charged("2021-05-01", "2021-05-31", "10", "105.00", "1050.00")});
  const Evidence* found = find(audit.evidence, audit.rows.front().difference->address);
  ASSERT_NE(found, nullptr);
  const auto rows = outline(*found->derivation, found->node);
  ASSERT_FALSE(rows.empty());
  EXPECT_EQ(rows.back().value, Outcome<Ratio>(Ratio(10)));
  const bool reaches_the_price = std::any_of(rows.begin(), rows.end(), [](const OutlineRow& row) {
    return row.source != nullptr && row.source->address == "T/p/2021-01-01/price";
  });
  EXPECT_TRUE(reaches_the_price);
  EXPECT_NE(find(audit.evidence, audit.totals.over.address), nullptr);
  EXPECT_NE(find(audit.evidence, audit.years.front().cumulative.address), nullptr);
}

std::string named(const char* id, const char* title, const char* alias) {
  return std::string("[price.") + id + "]\ntitle = \"" + title + "\"\nalias = \"" + alias +
         "\"\nunit_price = 1.00\nprice_date = 2020-01-01\n";
}

TEST(Match, goes_by_id_then_alias_then_title_whatever_the_capitals) {
  const Talk talk("schema = 1\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = 2020-01-01\n" +
                  named("a", "Receptie", "b") + named("b", "Entrée", "Balie") +
                  named("c", "Balie", "Koffie") + named("d", "Koffie", "Thee") +
                  named("e", "Dubbel", "x") + named("f", "Dubbel", "y"));
  const auto found = [&](const char* name) {
    const auto [line, by] = match(talk.contract(), name);
    return (line == nullptr ? std::string("-") : line->id) + std::to_string(static_cast<int>(by));
  };
  EXPECT_EQ(found("b"), "b1");        // the id, although it is an alias of a
  EXPECT_EQ(found(" BALIE "), "b2");  // an alias, although it is a title of c
  EXPECT_EQ(found("receptie"), "a3");
  EXPECT_EQ(found("ENTRÉE"), "b3");
  EXPECT_EQ(found("dubbel"), "-0");  // two lines answer
  EXPECT_EQ(found("anders"), "-0");
}

}  // namespace audit_test
}  // namespace pricetalk
