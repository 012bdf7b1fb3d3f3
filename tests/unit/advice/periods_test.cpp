#include "advice/periods.hpp"

#include <gmock/gmock.h>

#include <memory>

namespace pricetalk {
namespace period_tests {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

Date day(const char* text) { return *Date::parse(text); }

const Law& law() {
  static const Law shipped = shipped_law();
  return shipped;
}

/// A contract of one line, signed on a day, with further tables.
Contract sale(const std::string& country, const std::string& audience, const std::string& signed_on,
              const std::string& tables = "") {
  std::string text = "schema = 1\n[contract]\nid = \"S\"\ncurrency = \"EUR\"\nstart = " + signed_on;
  text += "\n";
  if (!country.empty()) text += "jurisdiction = \"" + country + "\"\n";
  if (!audience.empty()) text += "audience = \"" + audience + "\"\n";
  text += "[price.kast]\nunit_price = 100.00\nprice_date = " + signed_on + "\n" + tables;
  return *read_contract(std::make_shared<const SourceText>("contract.toml", text)).value;
}

struct Told {
  Contract contract;
  DeliveryPeriods periods;

  std::string last(PeriodKind kind) const {
    const auto& last = periods.of(kind).last;
    return last ? last->text() : "-";
  }
  std::string basis(PeriodKind kind) const { return std::string(word(periods.of(kind).basis)); }
};

Told tell(Contract contract, DeliveryFacts facts, const char* today) {
  Told made{std::move(contract), {}};
  made.periods = delivery_periods(made.contract, law(), facts, day(today));
  return made;
}

DeliveryFacts delivered(const char* on) {
  DeliveryFacts facts;
  facts.delivered = day(on);
  facts.told = ToldOfRight{ToldOfRight::Kind::yes, {}, false};
  return facts;
}

TEST(Periods, count_the_days_of_a_consumer_from_receipt_declaration_and_delivery) {
  DeliveryFacts facts = delivered("2025-03-05");
  facts.received = day("2025-03-06");
  facts.withdrawn = day("2025-03-10");
  const Told told = tell(sale("NL", "b2c", "2025-03-01"), facts, "2025-03-11");
  EXPECT_EQ(told.last(PeriodKind::withdraw), "2025-03-20");
  EXPECT_EQ(told.last(PeriodKind::send_back), "2025-03-24");
  EXPECT_EQ(told.last(PeriodKind::refund), "2025-03-24");
  EXPECT_EQ(told.last(PeriodKind::proof), "2026-03-05");
  EXPECT_EQ(told.last(PeriodKind::liability), "-");
  EXPECT_EQ(told.basis(PeriodKind::liability), "said");
  EXPECT_TRUE(told.periods.of(PeriodKind::send_back).row.by_directive);
}

TEST(Periods, end_with_the_next_working_day_where_the_union_says_so) {
  // 14 days after Saturday 5 April 2025 is Saturday 19 April; Monday is Easter Monday.
  const Told dutch = tell(sale("NL", "b2c", "2025-04-01"), delivered("2025-04-05"), "2025-04-06");
  EXPECT_EQ(dutch.last(PeriodKind::withdraw), "2025-04-22");
  EXPECT_EQ(dutch.periods.of(PeriodKind::withdraw).before_day_off, day("2025-04-19"));
  const Told british = tell(sale("GB", "b2c", "2025-04-01"), delivered("2025-04-05"), "2025-04-06");
  EXPECT_EQ(british.last(PeriodKind::withdraw), "2025-04-19");
  // A burden of proof is no time of that kind.
  EXPECT_EQ(dutch.last(PeriodKind::proof), "2026-04-05");
}

TEST(Periods, turn_the_burden_of_proof_with_the_day_of_the_purchase) {
  // Eight months after the delivery.
  const Contract old_terms = sale("NL", "b2c", "2022-04-01");
  DeliveryFacts facts = delivered("2022-05-02");
  facts.bought = day("2022-04-26");
  const Told before = tell(old_terms, facts, "2023-01-02");
  EXPECT_EQ(before.periods.prover, MustProve::buyer);
  EXPECT_EQ(before.last(PeriodKind::proof), "2022-11-02");
  facts.bought = day("2022-04-27");
  const Told after = tell(old_terms, facts, "2023-01-02");
  EXPECT_EQ(after.periods.prover, MustProve::seller);
  EXPECT_EQ(after.last(PeriodKind::proof), "2023-05-02");
  EXPECT_THAT(after.periods.proof.nl, HasSubstr("tot en met 2 mei 2023"));
}

TEST(Periods, look_at_the_day_on_which_the_defect_showed) {
  DeliveryFacts facts = delivered("2024-01-10");
  facts.discovered = day("2025-01-10");
  const Told last_day = tell(sale("NL", "b2c", "2024-01-02"), facts, "2025-06-01");
  EXPECT_EQ(last_day.periods.prover, MustProve::seller);
  facts.discovered = day("2025-01-11");
  EXPECT_EQ(tell(sale("NL", "b2c", "2024-01-02"), facts, "2025-06-01").periods.prover,
            MustProve::buyer);
}

TEST(Periods, are_longer_for_who_was_not_told) {
  const Contract contract = sale("NL", "b2c", "2025-03-01");
  DeliveryFacts facts = delivered("2025-03-05");
  facts.told = ToldOfRight{ToldOfRight::Kind::no, {}, false};
  EXPECT_EQ(tell(contract, facts, "2025-04-01").last(PeriodKind::withdraw), "2026-03-19");
  facts.told = ToldOfRight{ToldOfRight::Kind::yes, day("2025-06-03"), false};
  EXPECT_EQ(tell(contract, facts, "2025-07-01").last(PeriodKind::withdraw), "2025-06-17");
  facts.told = ToldOfRight{};
  const Told unknown = tell(contract, facts, "2025-04-01");
  EXPECT_EQ(unknown.last(PeriodKind::withdraw), "2025-03-19");
  EXPECT_EQ(unknown.periods.of(PeriodKind::withdraw).if_not_told, day("2026-03-19"));
  EXPECT_FALSE(unknown.periods.questions.empty());
  // Told after all was over: nothing begins anew.
  facts.told = ToldOfRight{ToldOfRight::Kind::yes, day("2026-04-01"), false};
  EXPECT_EQ(tell(contract, facts, "2026-05-01").last(PeriodKind::withdraw), "2026-03-19");
}

TEST(Periods, of_a_contract_that_are_shorter_are_void_for_a_consumer_and_bind_a_business) {
  const std::string terms =
      "[returns]\nperiod = \"7 days\"\nrefund_within = \"30 days\"\ncommunicated = 2025-03-01\n"
      "[non_conformity]\nburden_of_proof_on_seller = \"3 months\"\nliability = \"1 year\"\n"
      "communicated = 2025-03-01\n";
  const Told consumer =
      tell(sale("DE", "b2c", "2025-03-01", terms), delivered("2025-03-05"), "2025-03-06");
  EXPECT_EQ(consumer.basis(PeriodKind::withdraw), "void-term");
  EXPECT_EQ(consumer.last(PeriodKind::withdraw), "2025-03-19");
  EXPECT_EQ(consumer.basis(PeriodKind::refund), "void-term");
  EXPECT_EQ(consumer.basis(PeriodKind::proof), "void-term");
  EXPECT_EQ(consumer.last(PeriodKind::proof), "2026-03-05");
  EXPECT_EQ(consumer.basis(PeriodKind::liability), "void-term");
  EXPECT_EQ(consumer.periods.flags.size(), 4U);
  const Told business =
      tell(sale("DE", "b2b", "2025-03-01", terms), delivered("2025-03-05"), "2025-03-06");
  EXPECT_EQ(business.basis(PeriodKind::withdraw), "contract-only");
  EXPECT_EQ(business.last(PeriodKind::withdraw), "2025-03-12");
  EXPECT_EQ(business.basis(PeriodKind::liability), "binding");
  EXPECT_EQ(business.last(PeriodKind::liability), "2026-03-05");
  EXPECT_EQ(business.basis(PeriodKind::proof), "contract-only");
  EXPECT_EQ(business.periods.prover, MustProve::seller);
  EXPECT_THAT(business.periods.flags, IsEmpty());
}

TEST(Periods, may_be_agreed_shorter_for_goods_that_were_used) {
  const std::string terms = "[non_conformity]\nliability = \"1 year\"\ncommunicated = 2025-03-01\n";
  DeliveryFacts facts = delivered("2025-03-05");
  facts.second_hand = true;
  const Told told = tell(sale("BE", "b2c", "2025-03-01", terms), facts, "2025-03-06");
  EXPECT_EQ(told.basis(PeriodKind::liability), "binding");
  EXPECT_EQ(told.last(PeriodKind::liability), "2026-03-05");
  facts.second_hand = false;
  EXPECT_EQ(tell(told.contract, facts, "2025-03-06").basis(PeriodKind::liability), "void-term");
}

TEST(Periods, of_sending_back_do_not_begin_with_a_withdrawal_that_came_too_late) {
  DeliveryFacts facts = delivered("2025-03-05");
  facts.withdrawn = day("2025-03-19");
  const Told in_time = tell(sale("NL", "b2c", "2025-03-01"), facts, "2025-04-01");
  EXPECT_EQ(in_time.last(PeriodKind::refund), "2025-04-02");
  EXPECT_TRUE(in_time.periods.withdrew());
  facts.withdrawn = day("2025-03-20");
  const Told late = tell(sale("NL", "b2c", "2025-03-01"), facts, "2025-04-01");
  EXPECT_EQ(late.last(PeriodKind::refund), "-");
  EXPECT_FALSE(late.periods.withdrew());
  EXPECT_EQ(late.periods.flags.size(), 1U);
}

TEST(Periods, of_a_contract_that_are_longer_are_a_promise) {
  const Told told = tell(sale("NL", "b2c", "2025-03-01",
                              "[returns]\nperiod = \"30 days\"\nrefund_within = \"5 days\"\n"
                              "communicated = 2025-03-01\n"),
                         delivered("2025-03-05"), "2025-03-06");
  EXPECT_EQ(told.basis(PeriodKind::withdraw), "promise");
  EXPECT_EQ(told.last(PeriodKind::withdraw), "2025-04-04");
  EXPECT_EQ(told.basis(PeriodKind::refund), "promise");
  EXPECT_EQ(told.last(PeriodKind::refund), "2025-04-09");
}

TEST(Periods, of_a_contract_do_not_end_what_has_no_end_by_law) {
  const Told told = tell(sale("NL", "b2c", "2023-01-01",
                              "[non_conformity]\nliability = \"2 years\"\n"
                              "communicated = 2023-01-01\n"),
                         delivered("2023-01-10"), "2025-03-06");
  EXPECT_EQ(told.basis(PeriodKind::liability), "said");
  EXPECT_EQ(told.periods.claim, ClaimState::open);
  ASSERT_EQ(told.periods.flags.size(), 1U);
  EXPECT_THAT(told.periods.flags[0].nl, HasSubstr("geen eind"));
}

TEST(Periods, that_were_never_told_are_a_flag) {
  const Told never = tell(sale("NL", "b2b", "2025-03-01", "[returns]\nperiod = \"8 days\"\n"),
                          delivered("2025-03-05"), "2025-03-06");
  ASSERT_EQ(never.periods.flags.size(), 1U);
  EXPECT_THAT(never.periods.flags[0].en, HasSubstr("not on record that the customer was told"));
  const Told late = tell(sale("NL", "b2b", "2025-03-01",
                              "[returns]\nperiod = \"8 days\"\ncommunicated = 2025-03-04\n"),
                         delivered("2025-03-05"), "2025-03-06");
  ASSERT_EQ(late.periods.flags.size(), 1U);
  EXPECT_THAT(late.periods.flags[0].en, HasSubstr("after the purchase of 1 March 2025"));
}

TEST(Periods, of_a_claim_close_with_complaint_liability_and_lapse) {
  DeliveryFacts facts = delivered("2023-01-10");
  facts.discovered = day("2024-01-05");
  const Contract dutch = sale("NL", "b2c", "2023-01-02");
  EXPECT_EQ(tell(dutch, facts, "2024-03-05").periods.claim, ClaimState::open);
  EXPECT_EQ(tell(dutch, facts, "2024-03-06").periods.claim, ClaimState::question);
  facts.complained = day("2024-02-01");
  EXPECT_EQ(tell(dutch, facts, "2026-02-01").periods.claim, ClaimState::open);
  EXPECT_EQ(tell(dutch, facts, "2026-02-02").periods.claim, ClaimState::closed);
  // Germany: two years, but four months after the defect showed.
  const Contract german = sale("DE", "b2c", "2023-01-02");
  DeliveryFacts late = delivered("2023-01-10");
  late.discovered = day("2024-12-20");
  EXPECT_EQ(tell(german, late, "2025-04-20").periods.claim, ClaimState::open);
  EXPECT_EQ(tell(german, late, "2025-04-20").last(PeriodKind::liability), "2025-04-20");
  EXPECT_EQ(tell(german, delivered("2023-01-10"), "2025-01-11").periods.claim, ClaimState::closed);
}

TEST(Periods, are_questions_without_country_customer_or_row) {
  for (const auto& [country, audience] :
       {std::pair{"", "b2c"}, std::pair{"NL", ""}, std::pair{"US", "b2c"}}) {
    const Told told =
        tell(sale(country, audience, "2025-03-01", "[returns]\nperiod = \"14 days\"\n"),
             delivered("2025-03-05"), "2025-03-06");
    EXPECT_FALSE(told.periods.scope);
    EXPECT_EQ(told.periods.prover, MustProve::unknown);
    EXPECT_EQ(told.periods.claim, ClaimState::question);
    EXPECT_EQ(told.last(PeriodKind::withdraw), "-");
    EXPECT_EQ(told.basis(PeriodKind::withdraw), "unknown");
    EXPECT_FALSE(told.periods.questions.empty());
  }
  // After the day on which the tables were read, nothing is carried on.
  const Told later = tell(sale("NL", "b2c", "2026-11-22"), delivered("2026-11-25"), "2026-11-26");
  EXPECT_EQ(later.basis(PeriodKind::proof), "unknown");
  EXPECT_THAT(later.periods.of(PeriodKind::proof).question.en, HasSubstr("not in the tables"));
}

TEST(DeliveryFacts, name_days_that_cannot_be) {
  const Contract contract = sale("NL", "b2c", "2025-03-01");
  const auto codes = [&](const DeliveryFacts& facts) {
    std::vector<std::string> made;
    for (const FactProblem& each : fact_problems(contract, facts, day("2025-06-01")))
      made.emplace_back(each.code);
    return made;
  };
  EXPECT_THAT(codes(delivered("2025-03-01")), IsEmpty());
  EXPECT_THAT(codes(delivered("2025-02-28")), Contains("L0310"));
  EXPECT_THAT(codes(delivered("2025-06-02")), Contains("L0312"));
  DeliveryFacts facts = delivered("2025-03-05");
  facts.discovered = day("2025-03-04");
  EXPECT_THAT(codes(facts), Contains("L0311"));
  facts.discovered = day("2025-06-02");
  EXPECT_THAT(codes(facts), Contains("L0312"));
  facts = delivered("2025-03-05");
  facts.bought = day("2025-02-01");
  EXPECT_THAT(codes(facts), Contains("L0310"));
  facts.bought = day("2025-03-06");
  EXPECT_THAT(codes(facts), Contains("L0310"));
}

}  // namespace period_tests
}  // namespace pricetalk
