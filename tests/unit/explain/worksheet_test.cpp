#include "explain/worksheet.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "pricetalk/explain/format.hpp"

namespace worksheet_test {

using namespace pricetalk;

Decimal decimal(const char* text) { return *Decimal::parse(text); }
Money euro(const char* text) { return {decimal(text), *Currency::parse("EUR")}; }

InputSource given(Fixity fixity = Fixity::fixed) {
  return {.kind = InputSource::Kind::given,
          .text = same("given"),
          .figure = {},
          .where = {},
          .address = {},
          .fixity = fixity};
}

TEST(Worksheet, it_computes_and_explains_at_once) {
  Worksheet sheet(*Currency::parse("EUR"));
  const NodeId price = sheet.given(Ratio(decimal("33.38")), {"price", "prijs"}, given());
  const NodeId hours = sheet.given(Ratio(decimal("1250")), {"hours", "uren"}, given(), Form::plain);
  const NodeId amount = sheet.mul(price, hours, {"amount", "bedrag"});
  EXPECT_EQ(sheet.value(amount), Ratio(41725));
  const auto rows = outline(sheet.derivation(), amount);
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[2].label.nl, "bedrag");
  EXPECT_EQ(rows[2].formula.nl, "prijs × uren");
  EXPECT_EQ(rows[2].numbers.nl.substr(0, 5), "33,38");
}

TEST(Worksheet, every_operation_is_there) {
  Worksheet sheet(*Currency::parse("EUR"));
  const NodeId a = sheet.constant(decimal("7")), b = sheet.constant(decimal("2"));
  EXPECT_EQ(sheet.value(sheet.add(a, b)), Ratio(9));
  EXPECT_EQ(sheet.value(sheet.sub(a, b)), Ratio(5));
  EXPECT_EQ(sheet.value(sheet.div(a, b)), Ratio::of(7, 2));
  EXPECT_EQ(sheet.value(sheet.sum({a, b, b})), Ratio(11));
  EXPECT_EQ(sheet.value(sheet.max(a, b)), Ratio(7));
  EXPECT_EQ(sheet.value(sheet.min(a, b)), Ratio(2));
  EXPECT_EQ(sheet.value(sheet.round(sheet.div(a, b), Rounding::decimals(0))), Ratio(4));
}

TEST(Worksheet, an_amount_leaves_it_rounded_or_not_at_all) {
  Worksheet sheet(*Currency::parse("EUR"));
  const NodeId third = sheet.div(sheet.constant(decimal("1")), sheet.constant(decimal("3")));
  EXPECT_THROW(sheet.money(third, "a"), std::logic_error);
  const auto figure = sheet.money(sheet.round(third, Rounding::decimals(2)), "FM/total");
  ASSERT_TRUE(figure);
  EXPECT_EQ(figure->value, (std::variant<Money, Percent, Decimal, Count>(euro("0.33"))));
  EXPECT_EQ(figure->address.text, "FM/total");
}

TEST(Worksheet, an_amount_is_as_sure_as_its_weakest_figure) {
  Worksheet sheet(*Currency::parse("EUR"));
  const NodeId sure = sheet.given(Ratio(1), same("a"), given());
  const NodeId open = sheet.given(Ratio(2), same("b"), given(Fixity::projected));
  EXPECT_EQ(sheet.money(sure, "a")->fixity, Fixity::fixed);
  EXPECT_EQ(sheet.money(sheet.add(sure, open), "b")->fixity, Fixity::projected);
}

TEST(Worksheet, a_choice_is_as_sure_as_the_branch_that_it_takes) {
  Worksheet sheet(*Currency::parse("EUR"));
  const NodeId one = sheet.given(Ratio(1), same("a"), given());
  const NodeId two = sheet.given(Ratio(2), same("b"), given(Fixity::provisional));
  const NodeId three = sheet.given(Ratio(3), same("c"), given(Fixity::projected));
  const NodeId taken = sheet.choose(two, one, two, three);
  const NodeId other = sheet.choose(one, two, two, three);
  for (const NodeId node : {one, two, three, taken, other})
    EXPECT_EQ(sheet.fixity(node), fixity(sheet.derivation(), node)) << node;
  EXPECT_EQ(sheet.fixity(taken), Fixity::provisional);
  EXPECT_EQ(sheet.fixity(other), Fixity::projected);
}

TEST(Worksheet, what_is_not_known_stays_unknown) {
  Worksheet sheet(*Currency::parse("EUR"));
  const NodeId unknown = sheet.given(Undetermined(Reason{.kind = Reason::Kind::missing,
                                                         .key = "m",
                                                         .text = same("m"),
                                                         .series = {},
                                                         .period = {},
                                                         .expected = {},
                                                         .source = {}}),
                                     same("x"), given());
  const NodeId sum = sheet.add(unknown, sheet.constant(decimal("1")));
  EXPECT_FALSE(sheet.value(sum));
  ASSERT_FALSE(sheet.money(sum, "a"));
  EXPECT_EQ(sheet.money(sum, "a").why().reasons()[0].key, "m");
}

TEST(Worksheet, a_figure_brings_its_address) {
  Worksheet sheet(*Currency::parse("EUR"));
  const NodeId price = sheet.given(
      Figure{euro("33.38"), {"FM/p/2027-01-01/price"}, Fixity::provisional}, same("price"));
  const NodeId share =
      sheet.given(Figure{Percent{decimal("5")}, {"FM/share"}, Fixity::fixed}, same("share"));
  const NodeId days = sheet.given(Figure{Count{30}, {"FM/days"}, Fixity::fixed}, same("days"));
  EXPECT_EQ(sheet.value(price), Ratio(decimal("33.38")));
  EXPECT_EQ(sheet.value(share), Ratio::of(1, 20));
  EXPECT_EQ(sheet.value(days), Ratio(30));
  const Derivation why = sheet.derivation();
  EXPECT_EQ(why.inputs[0].address, "FM/p/2027-01-01/price");
  EXPECT_EQ(fixity(why, price), Fixity::provisional);
}

// ---- numbers and days as a person reads them

TEST(Format, amounts_follow_the_language) {
  EXPECT_EQ(money_text(euro("18450.00"), Language::nl), "€ 18.450,00");
  EXPECT_EQ(money_text(euro("18450.00"), Language::en), "€18,450.00");
  EXPECT_EQ(money_text(euro("-1234567.5"), Language::nl), "- € 1.234.567,5");
  EXPECT_EQ(money_text(euro("-0.05"), Language::en), "-€0.05");
  EXPECT_EQ(money_text({decimal("18450.00"), *Currency::parse("USD")}, Language::nl),
            "USD 18.450,00");
  EXPECT_EQ(signed_money_text(euro("5.00"), Language::nl), "+ € 5,00");
  EXPECT_EQ(signed_money_text(euro("0.00"), Language::en), "€0.00");
  EXPECT_EQ(grouped(decimal("999"), Language::en), "999");
  EXPECT_EQ(grouped(decimal("-1000"), Language::nl), "-1.000");
}

TEST(Format, percentages_are_rounded_for_display) {
  EXPECT_EQ(percent_text(Ratio::of(412, 10000), 2, Language::nl), "4,12%");
  EXPECT_EQ(percent_text(Ratio::of(1, 3), 1, Language::en), "33.3%");
  EXPECT_EQ(percent_text(Ratio::of(-5, 1000), 1, Language::nl), "-0,5%");
}

TEST(Format, days_have_names) {
  const Date day = *Date::parse("2026-01-01");
  EXPECT_EQ(date_text(day, Language::nl), "1 januari 2026");
  EXPECT_EQ(date_text(day, Language::en), "1 January 2026");
  EXPECT_EQ(weekday_date_text(day, Language::nl), "donderdag 1 januari 2026");
  EXPECT_EQ(month_name(12, Language::nl), "december");
  EXPECT_EQ(weekday_name(7, Language::en), "Sunday");
}

}  // namespace worksheet_test
