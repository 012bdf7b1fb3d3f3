#include "pricing/link.hpp"

#include "priced.hpp"
#include "pricing/breaks.hpp"
#include "pricing/link_comparison.hpp"

// Links between bases, and changes in the way of measuring, beside the price itself.
namespace pricing_link_test {

using namespace pricetalk;
using priced::day;
using priced::indexed;
using priced::Talk;

constexpr const char* newer = R"(
[[series]]
id = "n"
figures = [["2019", 90], ["2020", 92.7], ["2021", 95.4]]
)";

std::string linked(const std::string& link) {
  return indexed("", "link = " + link, R"(["2018", 118], ["2019", 120])", newer);
}

std::optional<OtherLink> other_on(const Talk& talk, const char* date) {
  const PriceSchedule prices = talk.schedule();
  return other_link(talk.context(), *prices.on(day(date)));
}

// ---- the other method

TEST(OtherLink, it_is_the_same_step_with_the_other_method) {
  // Coefficient 120/90 to two decimals: 92.7 x 1.33 / 120 = 1.027425: 102.74. Without rounding
  // 92.7 x (120/90) / 120 = 1.03.
  const char* link = R"({ next = "n", at = "2019", coefficient_rounding = { decimals = 2 } })";
  const Talk talk(linked(link));
  EXPECT_EQ(priced::text(talk.schedule().on(day("2021-01-01"))->price), "102.74");
  const auto other = other_on(talk, "2021-01-01");
  ASSERT_TRUE(other);
  EXPECT_EQ(other->method, LinkMethod::double_fraction);
  EXPECT_EQ(priced::text(other->entry.price), "103.00");
  EXPECT_EQ(*other->gap, Ratio::of(26, 100));
  const Phrase text = in_words(*other, 2, *Currency::parse("EUR"));
  EXPECT_EQ(text.en, "With the double fraction: €103.00 (€0.26 higher).");
  EXPECT_EQ(text.nl, "Met de dubbele breuk: € 103,00 (€ 0,26 hoger).");
}

TEST(OtherLink, a_double_fraction_is_told_what_the_coefficient_gives) {
  const char* link =
      R"({ next = "n", at = "2019", method = "double-fraction", coefficient_rounding = { decimals = 2 } })";
  const auto other = other_on(Talk(linked(link)), "2021-01-01");
  ASSERT_TRUE(other);
  EXPECT_EQ(in_words(*other, 2, *Currency::parse("EUR")).nl,
            "Met de koppelcoëfficiënt: € 102,74 (€ 0,26 lager).");
}

TEST(OtherLink, equal_prices_are_called_so) {
  // 120/90 to six decimals: 92.7 x 1.333333 / 120 = 1.0299997: 103.00 as well.
  const char* link = R"({ next = "n", at = "2019", coefficient_rounding = { decimals = 6 } })";
  const auto other = other_on(Talk(linked(link)), "2021-01-01");
  ASSERT_TRUE(other);
  EXPECT_EQ(in_words(*other, 2, *Currency::parse("EUR")).en,
            "With the double fraction: €103.00 (the same).");
}

TEST(OtherLink, it_starts_from_the_price_in_force_and_not_from_its_own_past) {
  // 2022 compares 2021 with 2020, both in the new series: nothing is crossed, whatever 2021 was.
  const Talk talk(
      linked(R"({ next = "n", at = "2019", coefficient_rounding = { decimals = 2 } })"));
  EXPECT_FALSE(other_on(talk, "2022-01-01"));
  EXPECT_FALSE(other_on(talk, "2020-06-01")) << "the starting price";
}

TEST(OtherLink, where_nothing_is_rounded_there_is_no_other_method) {
  EXPECT_FALSE(other_on(Talk(linked(R"({ next = "n", coefficient = 1.3333 })")), "2021-01-01"));
}

// ---- whose figure is missing

TEST(LinkReason, a_figure_hidden_on_that_day_is_named_in_the_series_that_has_it) {
  // Both series were retrieved in 2022, and 2019 was not over on its last day. As known on that day
  // neither shows anything; 2020 stands in the new one only, so the old one has nothing to do with
  // it.
  std::string text = linked(R"({ next = "n", coefficient = 1.3333 })");
  for (const char* id : {"id = \"s\"\n", "id = \"n\"\n"})
    text.insert(text.find(id) + 9, "retrieved = 2022-03-01\n");
  const Talk talk(text);
  const Coverage coverage(talk.coverage().library(), day("2022-06-01"), day("2019-12-31"));
  PricingContext context = talk.context();
  context.coverage = &coverage;
  const auto price = schedule(context, day("2021-01-01")).entries.back().price;
  EXPECT_EQ(priced::text(price), "? n 2020 s 2019");
}

TEST(LinkReason, a_stopped_series_that_is_linked_does_not_answer_for_the_next) {
  std::string text = linked(R"({ next = "n", coefficient = 1.3333 })");
  text.insert(text.find("id = \"s\"\n") + 9, "stopped = \"2019\"\nsuccessor = \"n\"\n");
  const auto entries = Talk(text).schedule("p", "2023-01-01").entries;
  EXPECT_EQ(priced::text(entries.back().price), "? n 2022");
}

// ---- breaks

std::string broken(const std::string& use, const std::string& figures,
                   const std::string& from = "2020-06") {
  return priced::contract_text(
      "", use,
      "figures = [" + figures + "]\nbreak = [{ from = \"" + from + "\", what = \"energy\" }]", "");
}

std::vector<BreakCrossed> crossed(const std::string& text, const char* date = "2021-01-01") {
  const Talk talk(text);
  return breaks_crossed(talk.schedule().on(day(date))->why);
}

TEST(Break, two_periods_on_both_sides_stand_across_it) {
  const auto found =
      crossed(broken("use = \"july of previous year\"", R"(["2019-07", 100], ["2020-07", 104])"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].series, "s");
  EXPECT_EQ(found[0].from.text(), "2020-06");
  EXPECT_EQ(found[0].before.text(), "2019-07");
  EXPECT_EQ(found[0].after.text(), "2020-07");
  EXPECT_EQ(in_words(found[0]).en,
            "Another way of measuring since June 2020 (s): energy. The figure of July 2019 is from "
            "before, the one of July 2020 from after.");
  EXPECT_EQ(in_words(found[0]).nl,
            "Sinds juni 2020 wordt anders gemeten (s): energy. Het cijfer van juli 2019 is van "
            "daarvoor, dat van juli 2020 van daarna.");
}

TEST(Break, two_periods_on_one_side_do_not) {
  const char* figures = R"(["2019-07", 100], ["2020-07", 104])";
  EXPECT_TRUE(crossed(broken("use = \"july of previous year\"", figures, "2020-08")).empty());
  EXPECT_TRUE(crossed(broken("use = \"july of previous year\"", figures, "2019-07")).empty())
      << "measured anew from the first of both";
  EXPECT_EQ(crossed(broken("use = \"july of previous year\"", figures, "2020-07")).size(), 1u);
  EXPECT_EQ(crossed(broken("use = \"july of previous year\"", figures, "2019-08")).size(), 1u);
}

TEST(Break, every_figure_of_an_average_counts_and_the_nearest_are_named) {
  const auto found = crossed(broken("use = \"average of may to july of previous year\"\nbase = 100",
                                    R"(["2020-05", 100], ["2020-06", 102], ["2020-07", 104])"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].before.text(), "2020-05");
  EXPECT_EQ(found[0].after.text(), "2020-06");
}

TEST(Break, a_figure_of_a_year_in_which_it_happens_is_on_neither_side) {
  EXPECT_TRUE(crossed(indexed("", "",
                              R"(["2019", 100], ["2020", 104])"
                              R"(]
break = [{ from = "2020-06", what = "energy" }]
note = "x" #)"))
                  .empty());
}

TEST(Break, a_link_joins_two_series_that_share_a_break) {
  const char* at = "break = [{ from = \"2020\", what = \"energy\" }]\n";
  std::string text = linked(R"({ next = "n", coefficient = 1.3333 })");
  for (const char* id : {"id = \"s\"\n", "id = \"n\"\n"}) text.insert(text.find(id) + 9, at);
  const auto found = crossed(text);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].series, "s");
  EXPECT_EQ(found[0].series_after, "n");
  EXPECT_EQ(found[0].before.text(), "2019");
  EXPECT_EQ(found[0].after.text(), "2020");
}

// ---- two methods beside each other

/// Old base s: 118 and 120; new base n: 90 (2019), 92.7 and 95.4.
class Joined {
 public:
  explicit Joined(const std::string& keys_of_s = "") {
    const auto source = std::make_shared<const SourceText>(
        "figures.toml",
        "schema = 1\n[[series]]\nid = \"s\"\nbase = \"old\"\nfrequency = \"year\"\n" + keys_of_s +
            "figures = [[\"2018\", 118], [\"2019\", 120]]\n" + newer);
    auto loaded = read_figures(source);
    if (!loaded.value) throw std::runtime_error(render(loaded.diagnostics, Language::en));
    library_ = Library().with(std::move(*loaded.value), {source});
  }
  LinkQuestion question() const {
    return {.from = library_.find("s"),
            .to = library_.find("n"),
            .base = *Period::parse("2019"),
            .use = *Period::parse("2021"),
            .at = {},
            .coefficient = {},
            .to_next = false,
            .coefficient_decimals = {},
            .decimals = {},
            .amount = {Decimal(10000000, 2), *Currency::parse("EUR")}};
  }
  Loaded<LinkComparison> compare(const LinkQuestion& question) const {
    return compare_links(question, library_, day("2022-06-01"));
  }

 private:
  Library library_;
};

TEST(LinkComparison, both_methods_run_as_clauses_of_a_contract) {
  // Link period 2019, the only one of both: 120/90 to two decimals 1.33. 95.4 x 1.33 = 126.882,
  // without decimals 127: 127/120 = 1.058333: 105,833.33. Exact: 95.4/90 = 1.06: 106,000.00.
  const Joined joined;
  LinkQuestion question = joined.question();
  question.coefficient_decimals = 2;
  const auto made = joined.compare(question);
  ASSERT_TRUE(made.ok()) << render(made.diagnostics, Language::en);
  EXPECT_TRUE(made.value->crossed);
  EXPECT_EQ(made.value->at->text(), "2019");
  EXPECT_EQ(*made.value->coefficient.coefficient, Ratio::of(133, 100));
  EXPECT_EQ(*made.value->coefficient.converted, Ratio(127));
  EXPECT_EQ(priced::text(made.value->coefficient.entry.price), "105833.33");
  EXPECT_EQ(made.value->coefficient.toml,
            "link = { next = \"n\", at = \"2019\", coefficient_rounding = { decimals = 2 }, "
            "rounding = { decimals = 0 } }");
  ASSERT_TRUE(made.value->double_fraction);
  EXPECT_EQ(*made.value->double_fraction->ratio, Ratio::of(106, 100));
  EXPECT_EQ(priced::text(made.value->double_fraction->entry.price), "106000.00");
  EXPECT_EQ(*made.value->gap, Ratio::of(16667, 100));
}

TEST(LinkComparison, a_coefficient_of_the_publisher_is_used_when_none_is_given) {
  // 95.4 x 1.34 = 127.836: 128; 128/120 = 1.0666…: 106,666.67.
  const Joined joined(R"(link = [{ next = "n", coefficient = 1.34, source = "page" }]
)");
  const auto made = joined.compare(joined.question());
  ASSERT_TRUE(made.ok());
  ASSERT_NE(made.value->published, nullptr);
  EXPECT_EQ(made.value->published->source, "page");
  EXPECT_EQ(priced::text(made.value->coefficient.entry.price), "106666.67");
  EXPECT_NE(made.value->coefficient.toml.find("coefficient = 1.34,"), std::string::npos);
  LinkQuestion own = joined.question();
  own.coefficient = Decimal(75, 2);
  own.to_next = true;  // 95.4 / 0.75 = 127.2: 127
  const auto given = joined.compare(own);
  EXPECT_EQ(given.value->published, nullptr);
  EXPECT_EQ(priced::text(given.value->coefficient.entry.price), "105833.33");
}

TEST(LinkComparison, nothing_is_linked_where_one_series_has_both_figures) {
  const Joined joined;
  LinkQuestion question = joined.question();
  question.base = *Period::parse("2018");
  question.use = *Period::parse("2019");
  const auto made = joined.compare(question);
  ASSERT_TRUE(made.ok());
  EXPECT_FALSE(made.value->crossed);
  EXPECT_EQ(*made.value->coefficient.ratio, Ratio::of(120, 118));
  EXPECT_EQ(made.value->dividing.periods, 0);
}

TEST(LinkComparison, the_own_figures_of_a_publisher_are_held_against_the_division) {
  // One common year: 120 / 1.34 = 89.55: to one decimal 89.6, published 90. 90 x 1.34 = 120.6: 121.
  const Joined joined;
  LinkQuestion question = joined.question();
  question.coefficient = Decimal(134, 2);
  const auto made = joined.compare(question);
  ASSERT_TRUE(made.ok());
  EXPECT_EQ(made.value->dividing.periods, 1);
  EXPECT_EQ(made.value->dividing.differ, 1);
  EXPECT_EQ(made.value->dividing.largest, Ratio::of(4, 10));
  EXPECT_EQ(made.value->multiplying.largest, Ratio(1));
  EXPECT_EQ(in_words(made.value->dividing, true, *question.from, *question.to).en,
            "Dividing s by the coefficient gives another figure than the one published in 1 of 1 "
            "years, by 0.4 at most: 2019 gives 89.6, published is 90.");
}

TEST(LinkComparison, a_figure_that_is_not_there_leaves_both_open) {
  const Joined joined;
  LinkQuestion question = joined.question();
  question.use = *Period::parse("2022");
  const auto made = joined.compare(question);
  ASSERT_TRUE(made.ok());
  EXPECT_EQ(priced::text(made.value->coefficient.entry.price), "? n 2022");
  EXPECT_FALSE(made.value->gap);
}

}  // namespace pricing_link_test
