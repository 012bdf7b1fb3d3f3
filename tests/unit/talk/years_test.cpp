#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <regex>

#include "../simulation/simulated.hpp"
#include "advice/price_gap.hpp"
#include "advice/revision.hpp"
#include "pricetalk/talk/facts.hpp"
#include "random_contract.hpp"
#include "report/readings.hpp"

// "A year" of the page, of red face, of an import and of another reading is the difference of two
// ledgers over the year that it states.
namespace years_test {

using namespace simulated;

Ratio of(const Figure& figure) { return Ratio(std::get<Money>(figure.value).amount); }

/// A random contract whose clauses all step on the first day of an invoice of 2025.
struct Drawn {
  std::string text;
  Contract contract;
  Library library;
  Date begin;  ///< of that invoice

  explicit Drawn(const std::string& from) : text(from), contract(contract_of(from)) {
    library = library_of(contract);
    begin = ledger_periods(contract, day("2025-01-01"), 1).front().first;
    for (Clause& clause : contract.clauses) clause.when.dates = {{begin, {}}};
    contract.terms.decision.clear();
    contract.terms.announcement.clear();
  }
  /// A ledger makes two invoices of a period that runs beyond the contract's end.
  bool goes_on(int years) const {
    return !contract.end || !Days{begin, begin + Duration{years, Unit::year}}.hold(*contract.end);
  }
};

/// A year holds whole invoices only of months.
std::string drawn_text() {
  std::string text =
      random_contract::text(static_cast<std::uint64_t>(*rc::gen::inRange(1, 1000000).as("seed")));
  RC_PRE(text.find("weeks") == std::string::npos);
  return text;
}

/// What a ledger of one line comes to that costs this all the time, over the months from `begin`.
Ratio ledger(const Drawn& drawn, const Line& line, const Ratio& price, int months_of_it) {
  Contract contract = drawn.contract;
  Line only = line;
  only.prices.front().original = {as_decimal(price, line.price_decimals(contract.currency)), {}};
  only.clauses.clear();
  only.surcharges.clear();
  only.parts.clear();
  contract.lines = {only};
  const Simulation made = simulation_of(contract, drawn.library, scenario_of(months(months_of_it)),
                                        drawn.begin.plus_days(-1).text().c_str());
  Ratio sum(0);
  for (const LedgerRow& row : made.runs.front().ledger.rows)
    for (const LedgerCell& cell : row.cells)
      sum = sum + Ratio(made.runs.front().ledger.money(*cell.units).amount);
  return sum;
}

bool can_be_told(const Line& line) { return line.prices.size() == 1 && bought_by_time(line); }

RC_GTEST_PROP(Years, of_the_page_are_the_difference_of_two_ledgers, ()) {
  const Drawn drawn(drawn_text());
  RC_PRE(drawn.goes_on(1));
  const Date today = drawn.begin.plus_days(-1);
  const Coverage coverage(drawn.library, today);
  const auto schedules = schedule(drawn.contract, coverage, drawn.begin + Duration{1, Unit::year});
  RC_PRE(std::all_of(schedules.begin(), schedules.end(),
                     [](const PriceSchedule& each) { return !each.entries.empty(); }));
  Talk talk;
  talk.contract = &drawn.contract;
  talk.library = &drawn.library;
  talk.today = today;
  talk.adjustment = adjustment_under_discussion(drawn.contract, today);
  talk.coverage = coverage;
  talk.schedules = schedules;
  talk.dossier = {&drawn.contract, &drawn.library, &coverage, &talk.schedules, nullptr, today};
  const TalkFacts facts = facts_of(talk);
  RC_PRE(facts.adjustment.has_value());
  RC_ASSERT(*facts.adjustment == drawn.begin);
  for (const TalkPrice& price : facts.prices) {
    if (!can_be_told(*price.line) || !price.then || !price.now) continue;
    RC_ASSERT(price.per_year.has_value());
    const Ratio expected = ledger(drawn, *price.line, of(*price.then), 12) -
                           ledger(drawn, *price.line, of(*price.now), 12);
    if (of(**price.per_year) != expected) RC_LOG() << drawn.text << "\n" << price.line->id;
    RC_ASSERT(of(**price.per_year) == expected);
  }
}

TEST(Years, until_the_contract_ends_hold_what_invoices_hold) {
  const auto facts = [](const std::string& proration) {
    const Contract contract = contract_of(
        "schema = 1\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = 2024-01-01\n"
        "end = 2026-10-10\n[price.p]\nunit_price = 100.00\nprice_date = 2025-01-01\n"
        "quantity = [{ from = 2024-01-01, per_month = 100 }, { from = 2026-07-01, per_month = 200 "
        "}]\n"
        "clause = \"c\"\n[clause.c]\nadjust = { dates = [2026-01-16] }\n"
        "formula = \"change = 4%\"\n[billing]\nperiod = \"quarter\"\nproration = \"" +
        proration + "\"\n");
    const Library library = library_of(contract);
    Talk talk;
    talk.contract = &contract;
    talk.library = &library;
    talk.today = day("2025-12-01");
    talk.adjustment = adjustment_under_discussion(contract, talk.today);
    const Coverage coverage(library, talk.today);
    talk.coverage = coverage;
    talk.schedules = schedule(contract, coverage, day("2027-01-16"));
    talk.dossier = {&contract, &library, &coverage, &talk.schedules, nullptr, talk.today};
    const TalkFacts made = facts_of(talk);
    return std::tuple(of(**made.difference_left), made.prices.front().charged_from->text(),
                      *made.prices.front().quantity_year);
  };
  // 4.00 on 300 hours from April and 600 from July, and of 200 x 10 / 31 hours 6,709.68 less
  // 6,451.61; by days also on 251.61 hours from 16 January.
  const auto [days, from_day, quantity] = facts("days");
  EXPECT_EQ(days, *Decimal::parse("4864.52"));
  EXPECT_EQ(from_day, "2026-01-16");
  EXPECT_EQ(quantity, Ratio::of(100 * 16, 31) + Ratio(500) + Ratio(1200) + Ratio::of(200 * 15, 31));
  const auto [next, from_april, same_quantity] = facts("next-period");
  EXPECT_EQ(next, *Decimal::parse("3858.07"));
  EXPECT_EQ(from_april, "2026-04-01");
  EXPECT_EQ(same_quantity, quantity);
}

RC_GTEST_PROP(Years, of_red_face_and_what_it_came_to_are_the_difference_of_two_ledgers, ()) {
  const Drawn drawn(drawn_text());
  RC_PRE(drawn.goes_on(2));
  const Decimal high(*rc::gen::inRange(1001, 9000), 2);
  const Decimal low(*rc::gen::inRange(1, 1000), 2);
  const int invoices = *rc::gen::inRange(1, 4);
  const int months_so_far = invoices * drawn.contract.billing.period.value.months().value();
  RC_PRE(months_so_far <= 24);
  const Coverage coverage(drawn.library, std::nullopt);
  const std::vector<PriceSchedule> none;
  Dossier dossier{&drawn.contract, &drawn.library, &coverage, &none, nullptr, drawn.begin};
  for (const Line& line : drawn.contract.lines) {
    if (!can_be_told(line)) continue;
    // A net price "as written" has the decimals of the contract's price.
    if (line.price_decimals(drawn.contract.currency) != 2) continue;
    const Amount dear{Ratio(high), same("dear"), from_contract(same("dear"), {})};
    const Amount cheap{Ratio(low), same("cheap"), from_contract(same("cheap"), {})};
    dossier.today = drawn.begin;
    const Gap found = gap(dossier, line, dear, cheap, "rule");
    RC_ASSERT(found.per_year.has_value());
    RC_ASSERT(of(**found.per_year) ==
              ledger(drawn, line, Ratio(high), 12) - ledger(drawn, line, Ratio(low), 12));
    dossier.today = (drawn.begin + Duration{months_so_far, Unit::month}).plus_days(-1);
    std::vector<Evidence> evidence;
    const auto total = so_far(dossier, line, drawn.begin, {"T/total", same("so far")}, priced(dear),
                              priced(cheap), evidence);
    RC_ASSERT(total.has_value());
    const Ratio expected = ledger(drawn, line, Ratio(high), months_so_far) -
                           ledger(drawn, line, Ratio(low), months_so_far);
    if (of(**total) != expected) RC_LOG() << drawn.text << "\n" << line.id;
    RC_ASSERT(of(**total) == expected);
    RC_ASSERT(evidence.size() == 1U);
  }
}

RC_GTEST_PROP(Years, of_another_reading_are_the_difference_of_two_ledgers, ()) {
  const Drawn drawn(drawn_text());
  RC_PRE(drawn.goes_on(1));
  const Decimal own(*rc::gen::inRange(100, 9000), 2);
  const Decimal other(*rc::gen::inRange(100, 9000), 2);
  for (const Line& line : drawn.contract.lines) {
    if (!can_be_told(line) || line.price_decimals(drawn.contract.currency) != 2) continue;
    OtherReading reading;
    reading.price = Ratio(other);
    reading.difference = Ratio(other) - Ratio(own);
    const auto year = year_of(reading, {drawn.contract, line, drawn.begin});
    RC_ASSERT(year.has_value());
    RC_ASSERT(*year->value() ==
              ledger(drawn, line, Ratio(other), 12) - ledger(drawn, line, Ratio(own), 12));
  }
}

RC_GTEST_PROP(Years, of_an_import_are_the_difference_of_two_ledgers, ()) {
  const std::string text = drawn_text();
  const Drawn before(text);
  // The same contract whose clauses measure something else.
  const Drawn after(std::regex_replace(text, std::regex("stap = \"[^\"]*\""), "stap = \"3.7%\""));
  RC_PRE(before.goes_on(1));
  const Coverage coverage(before.library, std::nullopt);
  const Date until = before.begin + Duration{1, Unit::year};
  const auto was = schedule(before.contract, coverage, until);
  const auto is = schedule(after.contract, coverage, until);
  const Revision made = compare(after.contract, was, is);
  for (const PriceShift& shift : made.shifts) {
    const Line& line = *shift.prices->line;
    if (!can_be_told(line) || !shift.before || !shift.after) continue;
    // A late announcement may move the price to another day.
    if (shift.entry->from != after.begin) continue;
    RC_ASSERT(shift.per_year.has_value());
    const Ratio expected =
        ledger(after, line, *shift.after, 12) - ledger(after, line, *shift.before, 12);
    if (of(**shift.per_year) != expected) RC_LOG() << text << "\n" << line.id;
    RC_ASSERT(of(**shift.per_year) == expected);
  }
}

}  // namespace years_test
