#include <gmock/gmock.h>

#include "red_face_case.hpp"

namespace redface_announced_test {

using namespace red_face_case;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string announcement(const char* date, const char* change, const char* form = "letter") {
  return std::string("[[announcement]]\ndate = ") + date +
         "\nclause = \"c\"\nfor = 2021-01-01\nform = \"" + form + "\"\nchange = \"" + change +
         "\"\n";
}

const std::string notice = "notice = { before = \"2 months\", form = \"letter\" }\n";

TEST(RedFaceAnnounced, a_percentage_put_right_after_the_last_day_is_not_announced_late) {
  const auto put_right = [&](const char* first, const char* second, const char* form) {
    return contract(notice, announcement(first, "20%") + announcement(second, "10%", form));
  };
  const Case right(put_right("2020-10-20", "2020-11-12", "letter"), "2020-11-13");
  EXPECT_THAT(right.all(), IsEmpty());
  const Case by_mail(put_right("2020-10-20", "2020-11-12", "email"), "2020-11-13");
  EXPECT_THAT(by_mail.all(), IsEmpty());
  const Case late(put_right("2020-11-02", "2020-11-12", "letter"), "2020-11-13");
  ASSERT_THAT(late.of("announced-late"), SizeIs(1));
  EXPECT_THAT(late.of("announced-late")[0].title.en, HasSubstr("announced on 2 November 2020"));
}

TEST(RedFaceAnnounced, a_percentage_below_the_allowed_one_is_asked_about) {
  const auto of = [&](const char* change) {
    return Case(contract(notice, announcement("2020-10-20", change)), "2021-01-02")
        .of("announced-below-allowed");
  };
  ASSERT_THAT(of("9%"), SizeIs(1));
  EXPECT_EQ(text(*of("9%")[0].per_year), "120.00");  // 110.00 less 109.00, x 120
  EXPECT_THAT(of("10%"), IsEmpty());
  EXPECT_THAT(of("11%"), IsEmpty());
}

TEST(RedFaceAnnounced, an_invoice_is_held_against_the_percentage_that_was_put_right) {
  const std::vector<InvoiceLine> right{
      charged("2021-01-01", "2021-01-31", "10", "110.00", "1100.00")};
  const auto terms = [&](const char* change) {
    return contract(notice, announcement("2020-10-20", "20%") + announcement("2020-11-12", change));
  };
  EXPECT_THAT(Case(terms("10%"), "2021-06-01", right).all(), IsEmpty());
  EXPECT_THAT(Case(terms("9%"), "2021-06-01", right).of("not-as-in-the-letter"), SizeIs(1));
}

TEST(RedFaceAnnounced, a_form_that_was_put_right_in_time_is_right) {
  const auto again = [&](const char* day) {
    return contract(notice, announcement("2020-10-20", "10%", "email") + announcement(day, "10%"));
  };
  EXPECT_THAT(Case(again("2020-10-30"), "2020-11-13").all(), IsEmpty());
  EXPECT_THAT(Case(again("2020-11-03"), "2020-11-13").of("announced-in-another-form"), SizeIs(1));
}

/// Of 2022: 110 to 104.5 is -5 %, from the original 100 it is +4.5 %.
std::string on_the_original(const char* change) {
  return replaced(
      contract("compounding = \"base\"\n" + notice,
               replaced(announcement("2021-10-20", change), "2021-01-01", "2022-01-01")),
      "use = \"previous year\"", "use = \"previous year\"\nbase = \"2019\"");
}

TEST(RedFaceAnnounced, the_clause_s_own_change_on_the_original_price_is_no_mistake) {
  EXPECT_THAT(Case(on_the_original("4.5%"), "2022-01-02").of("announced-above-allowed"), IsEmpty());
  EXPECT_THAT(Case(on_the_original("-5%"), "2022-01-02").of("announced-above-allowed"), IsEmpty());
  EXPECT_THAT(Case(on_the_original("4.6%"), "2022-01-02").of("announced-above-allowed"), SizeIs(1));
  EXPECT_THAT(Case(on_the_original("3%"), "2022-01-02").of("announced-above-allowed"), SizeIs(1));
  const std::vector<InvoiceLine> right{
      charged("2022-01-01", "2022-01-31", "10", "104.50", "1045.00")};
  EXPECT_THAT(Case(on_the_original("4.5%"), "2022-06-01", right).of("not-as-in-the-letter"),
              IsEmpty());
}

TEST(RedFaceAnnounced, a_percentage_above_a_limit_in_money_or_before_its_time_is_a_mistake) {
  const auto of = [&](const std::string& clause, const char* change) {
    return Case(contract(clause + notice, announcement("2020-10-20", change)), "2021-01-02")
        .of("announced-above-allowed");
  };
  const std::string largest = "limits = { largest_increase = 1.00 }\n";
  ASSERT_THAT(of(largest, "10%"), SizeIs(1));
  EXPECT_THAT(of(largest, "10%")[0].title.en, HasSubstr("the contract allows 1.00%"));
  EXPECT_EQ(text(*of(largest, "10%")[0].per_year), "1080.00");  // 110.00 less 101.00, x 120
  EXPECT_THAT(of(largest, "1%"), IsEmpty());
  EXPECT_THAT(of("limits = { highest_price = 104.00 }\n", "10%"), SizeIs(1));
  EXPECT_THAT(of("limits = { highest_price = 104.00 }\n", "4%"), IsEmpty());
  EXPECT_THAT(of("limits = { highest_price = 110.00 }\n", "10%"), IsEmpty());
  EXPECT_THAT(of("limits = { lowest_price = 112.00 }\n", "12%"), IsEmpty());
  EXPECT_THAT(of("limits = { lowest_price = 112.00 }\n", "13%"), SizeIs(1));
  // A rounding that swallows the step makes no mistake of the announced change.
  EXPECT_THAT(of("rounding = { price = { to = 25, mode = \"down\" } }\n", "10%"), IsEmpty());
  const auto soon = [&](const char* change) {
    return Case(replaced(contract(notice, announcement("2020-10-20", change)), "on = \"01-01\" }",
                         "on = \"01-01\", minimum_interval = \"5 years\" }"),
                "2021-01-02")
        .of("announced-above-allowed");
  };
  ASSERT_THAT(soon("10%"), SizeIs(1));
  EXPECT_EQ(text(*soon("10%")[0].per_year), "1200.00");
  EXPECT_THAT(soon("0%"), IsEmpty());
}

}  // namespace redface_announced_test
