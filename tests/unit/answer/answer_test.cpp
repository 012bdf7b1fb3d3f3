#include "answer/answer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../audit/audited.hpp"
#include "answer/letter_cause.hpp"

namespace pricetalk {
namespace {

using priced::Talk;

/// 100 pieces a month at 100.00, indexed each January by W of the July before, at most 4 %:
/// 5.62 % in 2025, so 104.00 from 1 January 2026.
constexpr const char* capped = R"(schema = 1
contract = { id = "K", currency = "EUR", jurisdiction = "NL", start = 2024-01-01 }
price.p = { unit_price = 100.00, price_date = 2025-01-01, quantity = { per_month = 100 }, clause = "c" }
[clause.c]
adjust = { every = "year", on = "01-01", first = 2026-01-01 }
index.W = { series = "w", use = "july of previous year" }
limits = { cap = "4%", floor = "0%" }
rounding = { coefficient = { decimals = 4 } }
notice = { before = "2 months", late = "LATE" }
[[series]]
id = "w"
figures = [["2024-07", 100.00], ["2025-07", 105.62], ["2026-07", 106.00]]
)";

std::string capped_with(const std::string& late) {
  std::string text = capped;
  text.replace(text.find("LATE"), 4, late);
  return text;
}

AnsweredLetter answered(const Talk& talk, const ReceivedLetter& letter,
                        const char* today = "2025-11-20") {
  return answer(talk.contract(), talk.coverage().library(), letter, priced::day(today));
}

ReceivedLetter percentage(const char* change, const char* on = "2026-01-01",
                          const char* received = "") {
  ReceivedLetter letter;
  letter.change = Percent{*Decimal::parse(change)};
  letter.on = priced::day(on);
  letter.received = Date::parse(received);
  return letter;
}

ReceivedLetter price(const char* amount, const char* on = "2026-01-01") {
  ReceivedLetter letter;
  letter.prices = {{"p", *Decimal::parse(amount)}};
  letter.on = priced::day(on);
  return letter;
}

TEST(an_announced_price, that_the_contract_allows_is_accepted_to_the_cent) {
  const Talk talk(capped_with("next-date"));
  for (const ReceivedLetter& letter : {percentage("4"), percentage("4.0"), percentage("4.00"),
                                       price("104.00"), price("104"), price("104.000")}) {
    const AnsweredLetter made = answered(talk, letter);
    EXPECT_EQ(word(made.verdict), "accept");
    EXPECT_EQ(audited::text(made.too_much), "0.00");
  }
}

TEST(an_announced_price, below_the_allowed_one_is_accepted_with_what_it_saves) {
  const AnsweredLetter made = answered(Talk(capped_with("next-date")), price("103.50"));
  EXPECT_EQ(word(made.verdict), "accept");
  EXPECT_EQ(audited::text(made.below), "-600.00");  // 0.50 x 100 x 12
}

TEST(an_announced_price, of_another_unit_or_with_vat_is_asked_about) {
  // 100 pieces of 104.00 in a month; a twelfth of it; 104.00 with 21 % and 9 % VAT; 100.00 with 21
  // %.
  for (const char* amount : {"10400.00", "8.67", "125.84", "113.36", "121.00"})
    EXPECT_EQ(word(answered(Talk(capped_with("next-date")), price(amount)).verdict), "ask")
        << amount;
}

TEST(an_announced_price, that_is_a_sum_for_a_period_of_few_pieces_is_asked_about) {
  std::string text = capped_with("next-date");
  text.replace(text.find("per_month = 100"), 15, "per_month = 4");
  const Talk talk(text);
  // Four pieces of 104.00 in a month, to a cent for each, or of the 100.00 of now.
  for (const char* amount : {"416.00", "416.03", "400.00"})
    EXPECT_EQ(word(answered(talk, price(amount)).verdict), "ask") << amount;
  for (const char* amount : {"416.05", "208.00", "104.05"})
    EXPECT_EQ(word(answered(talk, price(amount)).verdict), "dispute") << amount;
}

TEST(an_answer, is_due_within_the_contracts_term_for_objecting) {
  std::string text = capped_with("next-date");
  text.replace(text.find("before ="), 0, "object_within = \"4 weeks\", silence = \"accepted\", ");
  const Talk talk(text);
  const ReplyTerms reply = answered(talk, percentage("5", "2026-01-01", "2025-10-31")).reply;
  ASSERT_TRUE(reply.answer_by && reply.object_by);
  EXPECT_EQ(reply.object_by->text(), "2025-11-28");
  EXPECT_EQ(reply.answer_by->text(), "2025-11-28");
  EXPECT_EQ(reply.contract_on_silence.en,
            "by the contract, who does not object in time has agreed");
  // On a Sunday: the last working day before it.
  EXPECT_EQ(answered(talk, percentage("5", "2026-01-01", "2025-11-02")).reply.answer_by->text(),
            "2025-11-28");
  // Over, and not known.
  const ReplyTerms over = answered(talk, percentage("5", "2026-01-01", "2025-10-13")).reply;
  EXPECT_FALSE(over.answer_by);
  EXPECT_EQ(over.object_by->text(), "2025-11-10");
  EXPECT_FALSE(answered(talk, percentage("5")).reply.object_by);
}

TEST(an_announced_price, of_another_unit_has_no_amount) {
  const AnsweredLetter made = answered(Talk(capped_with("next-date")), price("10400.00"));
  EXPECT_FALSE(made.lines.front().difference);
}

TEST(an_announced_percentage, is_not_explained_by_itself) {
  const AnsweredLetter made = answered(Talk(capped_with("next-date")), percentage("5"));
  EXPECT_EQ(word(made.verdict), "dispute");
  const auto& cause = made.lines.front().cause;
  if (cause)
    EXPECT_THAT(cause->explanation.misreadings.front().reading,
                testing::Not(testing::HasSubstr("fixed-percentage")));
}

TEST(an_announced_price, without_the_vat_of_the_contract_is_asked_about) {
  std::string with_vat = capped_with("next-date");
  with_vat.replace(with_vat.find("currency ="), 0, "vat = \"included\", ");
  EXPECT_EQ(word(answered(Talk(with_vat), price("85.95")).verdict), "ask");  // 104.00 / 1.21
  EXPECT_EQ(word(answered(Talk(with_vat), price("86.95")).verdict), "accept");
}

TEST(an_announced_price, at_a_rate_of_vat_of_other_countries_is_disputed) {
  // 104.00 and 5, 6, 10, 20 or 25 %.
  for (const char* amount : {"109.20", "110.24", "114.40", "124.80", "130.00"})
    EXPECT_EQ(word(answered(Talk(capped_with("next-date")), price(amount)).verdict), "dispute")
        << amount;
}

TEST(an_announced_price, a_cent_above_is_disputed_for_the_whole_year) {
  const AnsweredLetter made = answered(Talk(capped_with("next-date")), price("104.01"));
  EXPECT_EQ(word(made.verdict), "dispute");
  EXPECT_EQ(audited::text(made.too_much), "12.00");
}

TEST(an_announced_percentage, is_as_exact_as_its_decimals) {
  const Talk talk(capped_with("next-date"));
  EXPECT_EQ(word(answered(talk, percentage("4.4")).verdict), "dispute");
  EXPECT_EQ(word(answered(talk, percentage("4.004")).verdict), "accept");  // 104.00 to the cent
  EXPECT_EQ(word(answered(talk, percentage("4.02")).verdict), "dispute");
  EXPECT_EQ(word(answered(talk, percentage("3.9")).verdict), "accept");
}

TEST(an_announced_percentage, that_leaves_out_the_cap_is_disputed_with_that_cause) {
  const Talk talk(capped_with("next-date"));
  const AnsweredLetter made = answered(talk, percentage("5.62"));
  EXPECT_EQ(word(made.verdict), "dispute");
  EXPECT_EQ(audited::text(made.too_much), "1944.00");  // 1.62 x 100 x 12
  ASSERT_TRUE(made.lines.front().cause);
  EXPECT_EQ(made.lines.front().cause->explanation.misreadings.front().reading, "cap-ignored");
}

TEST(a_letter, is_judged_as_the_audit_judges_it_on_an_invoice) {
  const Talk talk(capped_with("next-date"));
  const AnsweredLetter made = answered(talk, percentage("5.62"));
  // Typed as one invoice row: the same cause.
  const auto row = as_invoice_row(talk.contract(), *made.lines.front().prices.front().prices,
                                  Ratio(*Decimal::parse("105.62")), made.letter.on);
  ASSERT_TRUE(row);
  const Audit one = audited::of(talk, {*row});
  EXPECT_THAT(audited::explanations(one), testing::Contains("cap-ignored 2026-01-01"));
  // Charged for the year: the same money.
  std::vector<InvoiceLine> rows;
  for (int month = 1; month <= 12; ++month) {
    const Date first = *Date::make(2026, month, 1);
    const Date last = *Date::make(2026, month, days_in_month(2026, month));
    rows.push_back(
        audited::charged(first.text().c_str(), last.text().c_str(), "100", "105.62", "10562.00"));
  }
  EXPECT_EQ(audited::text(audited::of(talk, rows).totals.over), audited::text(made.too_much));
}

TEST(a_letter_after_the_last_day, is_too_late_for_as_long_as_the_contract_says) {
  const auto late = [&](const char* what) {
    return answered(Talk(capped_with(what)), percentage("4", "2026-01-01", "2025-11-15"));
  };
  const AnsweredLetter lost = late("forfeits");
  EXPECT_EQ(word(lost.verdict), "too-late");
  EXPECT_EQ(audited::text(lost.too_much), "4800.00");
  EXPECT_FALSE(lost.lines.front().prices.front().later);
  const AnsweredLetter later = late("level-only");  // two months after 15 November
  EXPECT_EQ(word(later.verdict), "too-late");
  ASSERT_TRUE(later.lines.front().prices.front().later);
  EXPECT_EQ(later.lines.front().prices.front().later->text(), "2026-01-15");
  EXPECT_EQ(audited::text(later.too_much), "180.64");  // 4,696.77 less 4,516.13
  const AnsweredLetter next = late("next-date");
  EXPECT_EQ(word(next.verdict), "too-late");
  ASSERT_TRUE(next.lines.front().prices.front().later);
  EXPECT_EQ(next.lines.front().prices.front().later->text(), "2027-01-01");
  EXPECT_EQ(audited::text(next.too_much), "4800.00");
  EXPECT_EQ(word(late("arrears").verdict), "accept");
}

TEST(a_letter_after_the_last_day, is_too_high_as_well_where_it_would_have_been_in_time) {
  const Talk talk(capped_with("level-only"));
  EXPECT_FALSE(answered(talk, percentage("4", "2026-01-01", "2025-11-15")).too_high);
  const AnsweredLetter high = answered(talk, percentage("5.62", "2026-01-01", "2025-11-15"));
  EXPECT_EQ(word(high.verdict), "too-late");
  ASSERT_TRUE(high.too_high);
  EXPECT_EQ(audited::text(*high.too_high), "1944.00");  // 1,200 pieces at 105.62 less 104.00
  EXPECT_THAT(high.lines.front().prices.front().why.en, testing::HasSubstr("as well"));
}

TEST(a_letter_in_time, or_of_an_unknown_day_is_not_too_late) {
  const Talk talk(capped_with("forfeits"));
  EXPECT_EQ(word(answered(talk, percentage("4", "2026-01-01", "2025-10-31")).verdict), "accept");
  EXPECT_EQ(word(answered(talk, percentage("4")).verdict), "accept");
}

TEST(a_letter, for_a_figure_that_is_not_there_asks) {
  const AnsweredLetter made =
      answered(Talk(capped_with("next-date")), percentage("0.36", "2027-01-01"), "2026-05-01");
  EXPECT_EQ(word(made.verdict), "ask");
  EXPECT_FALSE(made.asked_least);
}

/// The month of the figures is not said: by that of each month of 2025 the step is 1 to 12 %.
constexpr const char* no_month = R"(schema = 1
contract = { id = "K", currency = "EUR", jurisdiction = "NL", start = 2024-01-01 }
price.p = { unit_price = 100.00, price_date = 2025-01-01, quantity = { per_month = 1 }, clause = "c" }
[clause.c]
adjust = { every = "year", on = "01-01", first = 2026-01-01 }
index.W = { series = "w", unknown = ["use"], base = "2024-12" }
[[series]]
id = "w"
figures = [["2024-12", 100.00], ["2025-01", 101.00], ["2025-02", 102.00], ["2025-03", 103.00],
  ["2025-04", 104.00], ["2025-05", 105.00], ["2025-06", 106.00], ["2025-07", 107.00],
  ["2025-08", 108.00], ["2025-09", 109.00], ["2025-10", 110.00], ["2025-11", 111.00],
  ["2025-12", 112.00]]
)";

TEST(a_contract_without_a_month, asks_with_the_range_over_all_of_them) {
  const Talk talk(no_month);
  const AnsweredLetter made = answered(talk, percentage("7"), "2026-01-31");
  EXPECT_EQ(word(made.verdict), "ask");
  ASSERT_TRUE(made.asked_least && made.asked_most);
  EXPECT_EQ(audited::text(*made.asked_least), "-60.00");  // against 112.00
  EXPECT_EQ(audited::text(*made.asked_most), "84.00");    // against 100.00, December of 2024
  const AnsweredLetter above = answered(talk, percentage("35"), "2026-01-31");
  EXPECT_EQ(word(above.verdict), "dispute");
  EXPECT_EQ(audited::text(above.too_much), "276.00");  // at least: against 112.00
}

TEST(a_percentage_of_a_day_without_a_step, may_be_the_last_step_and_asks) {
  const Talk talk(capped_with("next-date"));
  EXPECT_EQ(word(answered(talk, percentage("4", "2026-03-01"), "2026-02-01").verdict), "ask");
  EXPECT_EQ(word(answered(talk, percentage("6", "2026-03-01"), "2026-02-01").verdict), "dispute");
}

TEST(one_percentage, that_is_right_for_lines_of_another_clause_asks_about_the_others) {
  std::string text = capped_with("next-date");
  text.replace(text.find("[clause.c]"), 0,
               "price.q = { unit_price = 100.00, price_date = 2025-01-01, quantity = { per_month = "
               "1 }, clause = \"d\" }\nprice.r = { unit_price = 5.00, price_date = 2025-01-01 }\n");
  text +=
      "[clause.d]\nadjust = { every = \"year\", on = \"01-01\", first = 2026-01-01 }\n"
      "formula = \"change = 2%\"\n";
  const Talk talk(text);
  const AnsweredLetter made = answered(talk, percentage("4"));
  ASSERT_EQ(made.lines.size(), 2U);
  EXPECT_EQ(word(made.lines[0].verdict), "accept");
  EXPECT_EQ(word(made.lines[1].verdict), "ask");
  ASSERT_EQ(made.not_moved.size(), 1U);
  EXPECT_EQ(made.not_moved.front()->id, "r");
  EXPECT_EQ(word(answered(talk, percentage("9")).verdict), "dispute");
}

}  // namespace
}  // namespace pricetalk
