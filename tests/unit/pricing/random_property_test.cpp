#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "priced.hpp"
#include "pricing/fold.hpp"
#include "random_clause.hpp"
#include "reading/reading.hpp"

// What holds for every clause, with clauses, dates and changes drawn anew at every run; a failure
// prints the numbers that it was drawn from. property_test.cpp holds the same on fixed clauses and
// counts how often each case is met.
namespace pricing_random_property_test {

using namespace priced;
using random_clause::RandomClause;

std::uint64_t any_seed() {
  return static_cast<std::uint64_t>(*rc::gen::inRange(1, 1000000).as("seed of the clause"));
}

Texts story(const PriceSchedule& schedule) {
  Texts found;
  for (const PriceEntry& entry : schedule.entries)
    found.push_back(entry.from.text() + " " + words(entry.verdict).en + " " + text(entry.price));
  return found;
}

PriceSchedule all_years(const Talk& talk) { return talk.schedule("p", "2026-12-31"); }

RC_GTEST_PROP(RandomClauses, rise_with_a_figure_between_floor_and_cap, ()) {
  RandomClause clause = random_clause::random_clause(any_seed());
  clause.threshold = "";  // a change that is held back holds what was carried over back too
  RandomClause raised = clause;
  auto& figures = raised.figures[0];
  figures.hundredths[figures.percent ? 7 : 6] += *rc::gen::inRange(1, 400);  // read on 2026-01-01
  const PriceEntry low = all_years(Talk(clause.text())).entries.back();
  const PriceEntry high = all_years(Talk(raised.text())).entries.back();
  RC_PRE(low.price.determined() && high.price.determined());
  RC_ASSERT(*high.price >= *low.price);
}

RC_GTEST_PROP(RandomClauses, never_pass_a_cap_nor_a_floor, ()) {
  RandomClause clause = random_clause::random_clause(any_seed());
  const int cap = *rc::gen::inRange(0, 900);
  const int floor = *rc::gen::inRange(-900, cap + 1);
  clause.decisions = clause.during = "";
  clause.limits = "limits = { cap = \"" + random_clause::decimal(cap, 2) + "%\", floor = \"" +
                  random_clause::decimal(floor, 2) + "%\" }\n";
  clause.rounding = "rounding = { coefficient = { decimals = 4, mode = \"up\" } }\n";
  for (const PriceEntry& entry : all_years(Talk(clause.text())).entries) {
    if (entry.verdict == Verdict::start || entry.verdict == Verdict::below_threshold) continue;
    RC_PRE(entry.price.determined());
    const Rounding cents = Rounding::decimals(2);
    RC_ASSERT(*entry.price <= Ratio(round(*entry.before * Ratio::of(10000 + cap, 10000), cents)));
    RC_ASSERT(*entry.price >= Ratio(round(*entry.before * Ratio::of(10000 + floor, 10000), cents)));
  }
}

RC_GTEST_PROP(RandomClauses, stay_where_nothing_is_passed_on, ()) {
  RandomClause clause = random_clause::random_clause(any_seed());
  clause.limits = clause.during = clause.decisions = clause.rounding = "";
  clause.pass_through = "pass_through = \"0%\"\n";
  for (const PriceEntry& entry : all_years(Talk(clause.text())).entries)
    RC_ASSERT(text(entry.price) == clause.price);
}

RC_GTEST_PROP(RandomClauses, have_prefixes_that_are_prefixes, ()) {
  const Talk talk(random_clause::random_clause(any_seed()).text());
  const std::string until = std::to_string(*rc::gen::inRange(2020, 2027)) + "-06-30";
  const Texts whole = story(all_years(talk));
  const Texts prefix = story(talk.schedule("p", until.c_str()));
  RC_ASSERT(prefix.size() <= whole.size());
  RC_ASSERT(prefix ==
            Texts(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(prefix.size())));
}

RC_GTEST_PROP(RandomClauses, are_the_same_under_a_reading_that_edits_nothing, ()) {
  const Talk talk(random_clause::random_clause(any_seed()).text());
  Reading nothing;
  nothing.edit = [](const Contract& contract) { return contract; };
  const auto edited = nothing.edit(talk.contract());
  PricingContext context = talk.context();
  context.contract = &*edited;
  context.line = edited->find_line("p");
  RC_ASSERT(story(schedule(context, day("2026-12-31"))) == story(all_years(talk)));
}

RC_GTEST_PROP(RandomClauses, replay_to_every_one_of_their_numbers, ()) {
  const Talk talk(random_clause::random_clause(any_seed()).text());
  for (const PriceEntry& entry : all_years(talk).entries) {
    if (!entry.why) continue;
    const Calculation& c = *entry.why.calculation;
    std::vector<Outcome<Ratio>> inputs(c.inputs.size()), slots(c.slots.size());
    for (NodeId node = 0; node < c.nodes.size(); ++node) {
      if (c.nodes[node].op == Op::input) inputs[c.nodes[node].a] = entry.why.tape.at(node);
      if (c.nodes[node].op == Op::state) slots[c.nodes[node].a] = entry.why.tape.at(node);
    }
    const Tape again = evaluate(c, inputs, slots);
    for (NodeId node = 0; node < c.nodes.size(); ++node)
      RC_ASSERT(again.at(node) == entry.why.tape.at(node));
  }
}

/// The same clause, where the publisher goes on in another base from a year on: each index is
/// linked to its new series by the double fraction.
std::string rebased(const RandomClause& clause, int year, std::int64_t factor) {
  RandomClause changed = clause;
  std::string series;
  for (random_clause::Figures& one : changed.figures) {
    random_clause::Figures fresh = one;
    for (std::int64_t& figure : fresh.hundredths) figure *= factor;
    std::string rows;
    for (int i = year - random_clause::first_year; i < random_clause::years; ++i)
      rows += "[\"" + std::to_string(random_clause::first_year + i) + "\", " +
              random_clause::decimal(fresh.hundredths[static_cast<std::size_t>(i)], 2) + "], ";
    series += "[[series]]\nid = \"" + one.symbol + "-new\"\nfigures = [" + rows + "]\n";
    one.hundredths.resize(static_cast<std::size_t>(year - random_clause::first_year + 1));
  }
  std::string text = changed.text() + series;
  for (const random_clause::Figures& one : changed.figures) {
    const std::string reads = "series = \"" + one.symbol + "\"\n";
    text.insert(text.find(reads) + reads.size(), "link = { next = \"" + one.symbol +
                                                     "-new\", method = \"double-fraction\", at = "
                                                     "\"" +
                                                     std::to_string(year) + "\" }\n");
  }
  return text;
}

RC_GTEST_PROP(RandomClauses, are_the_same_in_another_base_by_the_double_fraction, ()) {
  const RandomClause clause = random_clause::random_clause(any_seed());
  RC_PRE(!clause.figures[0].percent);
  const int year = *rc::gen::inRange(2020, 2026);
  const int factor = *rc::gen::inRange(2, 50);
  RC_ASSERT(story(all_years(Talk(rebased(clause, year, factor)))) ==
            story(all_years(Talk(clause.text()))));
}

}  // namespace pricing_random_property_test
