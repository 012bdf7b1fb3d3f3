#include "audit/refund.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audited.hpp"

namespace pricetalk {
namespace refund_test {

using audited::charged;
using audited::credit;
using audited::number;
using audited::text;
using priced::day;
using priced::Talk;
using testing::HasSubstr;

/// 100.00 always; the contract states a country unless `country` is empty.
Talk flat(const std::string& country = "NL", const std::string& rest = "") {
  std::string figures;
  for (int year = 2021; year <= 2045; ++year) figures += "[\"" + std::to_string(year) + "\", 0], ";
  std::string all = priced::yearly("", figures, rest);
  if (!country.empty()) all.insert(all.find("currency"), "jurisdiction = \"" + country + "\"\n");
  return Talk(all);
}

/// Ten pieces too dear by `more` each, paid on `paid`.
InvoiceLine dear(const char* from, const char* to, const char* price, const char* amount,
                 const char* paid) {
  InvoiceLine row = charged(from, to, "10", price, amount);
  if (*paid != '\0') row.paid = day(paid);
  return row;
}

struct Paid {
  Paid(Talk made, std::vector<InvoiceLine> rows, const RefundTerms& terms)
      : talk(std::move(made)),
        law(shipped_law()),
        audit(audited::of(talk, rows, "2050-12-31")),
        refund(pricetalk::refund(talk.contract(), audit, law, terms)) {}
  Paid(const Paid&) = delete;
  Paid& operator=(const Paid&) = delete;

  Talk talk;
  Law law;
  Audit audit;
  Refund refund;
};

RefundTerms until(const char* date, InterestFrom from = InterestFrom::payment,
                  const char* discovered = "") {
  return {from, *discovered == '\0' ? day(date) : day(discovered), day(date)};
}

TEST(Refund, is_empty_where_nothing_is_too_much) {
  const Paid made(flat(), {charged("2025-01-01", "2025-01-31", "10", "90.00", "900.00")},
                  until("2025-12-31"));
  EXPECT_TRUE(made.refund.empty());
  EXPECT_EQ(text(made.refund.total), "0.00");
}

TEST(Refund, holds_what_a_credit_left_open) {
  // 10 x 5 too much, of which a credit paid 20 back; 6 % of 30 over 365 days is 1.80.
  const Paid made(flat(),
                  {dear("2024-12-01", "2024-12-31", "105.00", "1050.00", "2024-12-31"),
                   credit("2024-12-01", "2024-12-31", "0", "", "-20.00")},
                  until("2025-12-31"));
  ASSERT_EQ(made.refund.parts.size(), 1U);
  EXPECT_EQ(text(made.refund.over), "30.00");
  EXPECT_EQ(text(*made.refund.interest), "1.80");
  EXPECT_EQ(text(made.refund.total), "31.80");
}

TEST(Refund, keeps_the_interest_that_had_run_before_a_credit) {
  // 10 x 5 too much, paid on 31 December 2024; 20 of it came back half a year later. 6 % of 30 over
  // 365 days is 1.80, and of 20 over 182 days 0.60.
  InvoiceLine back = credit("2024-12-01", "2024-12-31", "0", "", "-20.00");
  back.date = day("2025-07-01");
  const Paid made(flat(),
                  {dear("2024-12-01", "2024-12-31", "105.00", "1050.00", "2024-12-31"), back},
                  until("2025-12-31"));
  ASSERT_EQ(made.refund.credited.size(), 1U);
  EXPECT_EQ(text(made.refund.credited.front().principal), "20.00");
  EXPECT_EQ(text(*made.refund.credited_interest), "0.60");
  EXPECT_EQ(text(*made.refund.interest), "2.40");
  EXPECT_EQ(text(made.refund.principal), "30.00");
  EXPECT_EQ(text(made.refund.total), "32.40");
}

TEST(Refund, takes_a_credit_from_the_last_invoice_of_a_period) {
  // Two invoices for January, 50 and 20 too much; 30 was paid back: 40 is left on the first.
  InvoiceLine first = dear("2025-01-01", "2025-01-31", "105.00", "1050.00", "2025-02-10");
  InvoiceLine second = dear("2025-01-01", "2025-01-31", "102.00", "1020.00", "2025-03-10");
  second.invoice = "second";
  second.date = day("2025-02-28");
  const Paid made(flat(), {second, first, credit("2025-01-01", "2025-01-31", "0", "", "-30.00")},
                  until("2025-03-10"));
  ASSERT_EQ(made.refund.parts.size(), 1U);
  EXPECT_EQ(made.refund.parts.front().row->charged.invoice, first.invoice);
  EXPECT_EQ(text(made.refund.parts.front().over), "40.00");
}

TEST(Refund, never_sets_too_little_off) {
  const Paid made(flat(),
                  {dear("2025-01-01", "2025-01-31", "105.00", "1050.00", "2025-02-10"),
                   charged("2025-02-01", "2025-02-28", "10", "90.00", "900.00")},
                  until("2025-02-10"));
  EXPECT_EQ(text(made.refund.principal), "50.00");
}

TEST(Refund, knows_the_day_of_payment_from_the_nearest_source) {
  InvoiceLine stated = dear("2025-01-01", "2025-01-31", "105.00", "1050.00", "2025-02-10");
  stated.due = day("2025-03-02");
  InvoiceLine due = dear("2025-02-01", "2025-02-28", "105.00", "1050.00", "");
  due.due = day("2025-03-30");
  const InvoiceLine neither = dear("2025-03-01", "2025-03-31", "105.00", "1050.00", "");
  const auto paid = [&](const std::string& rest) {
    const Paid made(flat("NL", rest), {stated, due, neither}, until("2025-12-31"));
    std::vector<std::pair<std::string, PaidBy>> days;
    for (const RefundPart& part : made.refund.parts)
      days.emplace_back(part.paid.text(), part.paid_by);
    return days;
  };
  using Days = std::vector<std::pair<std::string, PaidBy>>;
  EXPECT_EQ(paid(""), (Days{{"2025-02-10", PaidBy::stated},
                            {"2025-03-30", PaidBy::due},
                            {"2025-03-31", PaidBy::invoice_day}}));
  EXPECT_EQ(paid("[billing]\npayment = \"30 days\"\n"), (Days{{"2025-02-10", PaidBy::stated},
                                                              {"2025-03-30", PaidBy::due},
                                                              {"2025-04-30", PaidBy::contract}}));
}

TEST(Refund, counts_interest_from_the_discovery_where_that_is_asked) {
  // 50 at 6 % over 306 days from 28 February to 31 December 2025: 2.5151.
  const auto rows = {dear("2024-01-01", "2024-01-31", "105.00", "1050.00", "2024-02-10")};
  const Paid made(flat(), rows, until("2025-12-31", InterestFrom::discovery, "2025-02-28"));
  EXPECT_EQ(text(*made.refund.interest), "2.52");
}

TEST(Refund, stops_interest_where_no_rate_is_known_and_says_so) {
  const auto rows = {dear("2025-12-01", "2025-12-31", "105.00", "1050.00", "2025-12-31")};
  const Paid made(flat(), rows, until("2030-12-31"));
  ASSERT_TRUE(made.refund.open);
  EXPECT_EQ(made.refund.interest_until, day("2026-06-30"));
  // 50 at 4 % over 181 days: 0.9918.
  EXPECT_EQ(text(made.refund.total), "50.99");
}

TEST(Refund, without_a_country_has_no_interest_and_asks) {
  const auto rows = {dear("2025-01-01", "2025-01-31", "105.00", "1050.00", "2025-02-10")};
  const Paid made(flat(""), rows, until("2025-12-31"));
  EXPECT_FALSE(made.refund.interest);
  ASSERT_TRUE(made.refund.open);
  EXPECT_THAT(made.refund.open->reasons().front().text.en, HasSubstr("country"));
  EXPECT_EQ(text(made.refund.total), "50.00");
  EXPECT_FALSE(claim_window(made.talk.contract(), made.refund, made.law, day("2025-12-31")));
}

TEST(Refund, adds_the_vat_that_belongs_to_it) {
  const Paid made(flat(),
                  {charged("2025-01-01", "2025-01-31", "10", "105.00", "1050.00", "220.50")},
                  until("2025-01-31"));
  EXPECT_EQ(text(made.refund.vat), "10.50");
  EXPECT_EQ(text(made.refund.principal), "60.50");
  EXPECT_TRUE(made.refund.parts.front().has_vat);
}

/// Too much in 2020 (50 and 20) and 2024 (10).
Paid four_payments(const char* today) {
  return Paid(flat(),
              {dear("2020-02-01", "2020-02-28", "105.00", "1050.00", "2020-03-10"),
               dear("2020-03-01", "2020-03-31", "102.00", "1020.00", "2020-04-10"),
               dear("2024-01-01", "2024-01-31", "101.00", "1010.00", "2024-02-10")},
              until(today));
}

TEST(ClaimWindow, divides_payments_by_what_is_sure) {
  const Paid made = four_payments("2025-03-20");
  const auto window = claim_window(made.talk.contract(), made.refund, made.law, day("2025-03-20"));
  ASSERT_TRUE(window);
  EXPECT_EQ(text(window->sure), "30.00");
  EXPECT_EQ(text(window->depends), "50.00");
  EXPECT_EQ(text(window->gone), "0.00");
  EXPECT_EQ(window->oldest, day("2020-04-10"));
  EXPECT_EQ(window->next_end, day("2025-04-10"));
}

TEST(ClaimWindow, counts_what_drops_out_month_by_month) {
  const Paid made = four_payments("2025-02-20");
  const auto window = claim_window(made.talk.contract(), made.refund, made.law, day("2025-02-20"));
  ASSERT_TRUE(window);
  ASSERT_EQ(window->waiting.size(), 2U);
  EXPECT_EQ(window->waiting[0].month.text(), "2025-03");
  EXPECT_EQ(text(window->waiting[0].amount), "50.00");
  EXPECT_EQ(text(window->waiting[1].amount), "20.00");
}

TEST(ClaimWindow, holds_a_payment_on_its_last_day_and_not_the_day_after) {
  const Paid made = four_payments("2025-03-10");
  const auto sure = [&](const char* today) {
    return text(claim_window(made.talk.contract(), made.refund, made.law, day(today))->sure);
  };
  EXPECT_EQ(sure("2025-03-10"), "80.00");
  EXPECT_EQ(sure("2025-03-11"), "30.00");
}

TEST(ClaimWindow, calls_too_late_what_nobody_can_claim) {
  const Paid made = four_payments("2045-02-09");
  const auto at = [&](const char* today) {
    return claim_window(made.talk.contract(), made.refund, made.law, day(today));
  };
  EXPECT_EQ(text(at("2040-03-10")->gone), "0.00");
  EXPECT_EQ(text(at("2040-03-11")->gone), "50.00");
}

}  // namespace refund_test
}  // namespace pricetalk
