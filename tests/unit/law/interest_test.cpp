#include "law/interest.hpp"

#include <gtest/gtest.h>

#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {
namespace interest_tests {

Date day(const char* text) { return *Date::parse(text); }

Contract in_country(const char* country, std::optional<Audience> audience = {}) {
  Contract contract;
  contract.jurisdiction = country;
  contract.audience = audience;
  return contract;
}

struct Counted {
  std::string text;
  Interest interest;
};

Counted count(const InterestRule& rule, const char* principal, const char* paid,
              const char* until) {
  Worksheet sheet(*Currency::parse("EUR"));
  Counted made;
  made.interest = interest(sheet, rule, sheet.constant(*Decimal::parse(principal), Form::money),
                           day(paid), day(until));
  made.text = as_decimal(*sheet.value(made.interest.amount), 2).text();
  return made;
}

// LETTERS.md section 7 works the refund of 33 invoices out: 302.50 paid on 10 February 2023 carries
// 52.52 until 24 October 2025.
TEST(Interest, of_one_invoice_is_the_published_one) {
  const Law law = shipped_law();
  const InterestRule& rule = **law.interest_of(in_country("NL"));
  EXPECT_EQ(count(rule, "302.50", "2023-02-10", "2025-10-24").text, "52.52");
}

std::string of_the_worked_refund(const InterestRule& rule) {
  Ratio total(0);
  for (int month = 0; month < 33; ++month) {
    const char* principal = month < 12 ? "302.50" : month < 24 ? "317.63" : "332.75";
    const Date paid = shift(day("2023-02-10"), {1, Unit::month}, month);
    const Counted one = count(rule, principal, paid.text().c_str(), "2025-10-24");
    total = total + Ratio(*Decimal::parse(one.text));
  }
  return as_decimal(total, 2).text();
}

TEST(Interest, of_33_invoices_adds_up_to_the_published_sum) {
  const Law law = shipped_law();
  InterestRule rule = **law.interest_of(in_country("NL"));
  EXPECT_EQ(of_the_worked_refund(rule), "914.88");
  rule.compounds = Compounds::never;
  EXPECT_EQ(of_the_worked_refund(rule), "888.25") << "the same without interest on interest";
}

// By fractions: 1000 x (4.50 % x 31 days of December 2025 + 4.50 % x 31 of January 2026) / 365.
TEST(Interest, never_compounds_in_belgium) {
  const Law law = shipped_law();
  const InterestRule& rule = **law.interest_of(in_country("BE"));
  EXPECT_EQ(count(rule, "1000.00", "2025-11-30", "2026-01-31").text, "7.64");
  // 365 days of 2025 at 4.5 % and 365 of 2024 (366 days at 5.75 %): 45.00 + 57.6575…
  EXPECT_EQ(count(rule, "1000.00", "2023-12-31", "2025-12-31").text, "102.66");
}

// Base rate 1.27 % and 5 points over 181 days: 1000 x 6.27 % x 181 / 365 = 31.0923.
TEST(Interest, adds_points_to_the_german_base_rate) {
  const Law law = shipped_law();
  const InterestRule& rule = **law.interest_of(in_country("DE"));
  EXPECT_EQ(count(rule, "1000.00", "2025-12-31", "2026-06-30").text, "31.09");
}

TEST(Interest, stops_where_the_rate_is_not_known) {
  const Law law = shipped_law();
  const InterestRule& rule = **law.interest_of(in_country("NL"));
  const Counted beyond = count(rule, "1000.00", "2025-12-31", "2026-11-22");
  EXPECT_EQ(beyond.interest.until, day("2026-06-30"));
  ASSERT_TRUE(beyond.interest.open.has_value());
  EXPECT_EQ(beyond.interest.open->reasons().front().text.en,
            "statutory interest from 1 July 2026 is not known");
  EXPECT_EQ(beyond.text, count(rule, "1000.00", "2025-12-31", "2026-06-30").text);
  EXPECT_EQ(beyond.text, "19.84") << "1000 x 4 % x 181 / 365";
}

TEST(Interest, is_nothing_before_the_day_after_the_payment) {
  const Law law = shipped_law();
  const InterestRule& rule = **law.interest_of(in_country("NL"));
  EXPECT_EQ(count(rule, "1000.00", "2025-03-01", "2025-03-01").text, "0.00");
  EXPECT_EQ(count(rule, "1000.00", "2025-03-01", "2025-03-02").text, "0.16") << "6 % over one day";
}

TEST(Law, asks_for_the_audience_where_it_decides) {
  const Law law = shipped_law();
  EXPECT_FALSE(law.interest_of(in_country("FR")));
  EXPECT_EQ((*law.interest_of(in_country("FR", Audience::b2b)))->id, "fr-b2b");
  EXPECT_EQ((*law.interest_of(in_country("FR", Audience::b2c)))->id, "fr-b2c");
}

TEST(Law, asks_for_the_country_and_does_not_guess_an_unknown_one) {
  const Law law = shipped_law();
  EXPECT_EQ(law.interest_of(in_country("")).why().reasons().front().key, "law/country");
  EXPECT_FALSE(law.claim_of(in_country("PT")));
}

TEST(Claim, in_the_netherlands_runs_five_years_for_sure_and_twenty_at_most) {
  const Law law = shipped_law();
  const ClaimRule& rule = **law.claim_of(in_country("NL"));
  const Date paid = day("2012-05-10");
  EXPECT_EQ(rule.sure_until(paid), day("2017-05-10"));
  EXPECT_EQ(rule.at_most_until(paid, day("2025-10-14")), day("2030-10-14"));
  EXPECT_EQ(rule.at_most_until(paid, day("2029-10-14")), day("2032-05-10"));
}

TEST(Claim, in_germany_counts_from_the_end_of_the_year) {
  const Law law = shipped_law();
  const ClaimRule& rule = **law.claim_of(in_country("DE"));
  EXPECT_EQ(rule.sure_until(day("2022-02-01")), day("2025-12-31"));
}

TEST(Vat, is_the_rate_of_the_day_in_the_country_of_the_contract) {
  const Law law = shipped_law();
  const auto rate = [&](const char* country, const char* on) {
    const auto found = law.vat_of(in_country(country), day(on));
    return found ? (*found)->percent.text() : found.why().reasons().front().key;
  };
  EXPECT_EQ(rate("NL", "2012-09-30"), "19%");
  EXPECT_EQ(rate("NL", "2012-10-01"), "21%");
  EXPECT_EQ(rate("DE", "2020-07-01"), "16%");
  EXPECT_EQ(rate("DE", "2021-01-01"), "19%");
  EXPECT_EQ(rate("LU", "2023-06-30"), "16%");
  EXPECT_EQ(rate("FR", "2013-12-31"), "19.6%");
  // What is not known is not guessed.
  EXPECT_EQ(rate("NL", "2027-01-01"), "law/NL/vat/2027-01-01");
  EXPECT_EQ(rate("NL", "2000-12-31"), "law/NL/vat/2000-12-31");
  EXPECT_EQ(rate("US", "2025-01-01"), "law/US/vat");
}

TEST(LawFile, tells_every_mistake_at_its_place) {
  const auto source = std::make_shared<const SourceText>("law.toml", R"(schema = 1
[interest.nl]
jurisdiction = "NL"
title = { en = "interest", nl = "rente" }
act = "BW"
compounds = "never"
rates = [
  { from = 2025-01-01, to = 2024-12-31, percent = "6%" },
  { from = 2024-06-01, percent = "5%" },
]
[claim.nl]
jurisdiction = "NL"
act = "BW"
sure_years = 5
at_most_years = 3
interrupt = { en = "a letter", nl = "een brief" }
seen = true
[claim.be]
jurisdiction = "BE"
act = "BW"
sure_years = 0
interrupt = { en = "a letter", nl = "een brief" }
seen = true
)");
  const Loaded<Law> law = read_law(source);
  EXPECT_FALSE(law.value);
  std::vector<std::string> found;
  for (const Diagnostic& each : law.diagnostics.sorted())
    found.push_back(std::string(each.code) + " " + each.span.place());
  EXPECT_EQ(found, (std::vector<std::string>{"L0101 law.toml:8", "L0102 law.toml:8",
                                             "L0104 law.toml:15", "L0103 law.toml:21"}));
}

TEST(LawFile, shipped_facts_are_read_without_a_remark) {
  const Law law = shipped_law();
  EXPECT_EQ(law.interest.size(), 8U);
  EXPECT_EQ(law.claims.size(), 11U);
  EXPECT_EQ(law.vat.size(), 9U);
}

}  // namespace interest_tests
}  // namespace pricetalk
