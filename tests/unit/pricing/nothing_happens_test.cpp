#include <rapidcheck/gtest.h>

#include <map>

#include "priced.hpp"
#include "pricing/timeline.hpp"
#include "random_clause.hpp"
#include "reading/two_readings.hpp"

// A step that does not happen leaves the price bit for bit; a rounding keeps to the limits.
namespace pricing_nothing_happens_test {

using namespace priced;
using random_clause::RandomClause;

std::uint64_t any_seed() {
  return static_cast<std::uint64_t>(*rc::gen::inRange(1, 1000000).as("seed of the clause"));
}

bool did_not_happen(Verdict verdict) {
  return verdict == Verdict::waived || verdict == Verdict::deferred ||
         verdict == Verdict::forfeited || verdict == Verdict::moved_on ||
         verdict == Verdict::too_soon || verdict == Verdict::below_threshold;
}

/// A random clause on a price that lies on no grid, with decisions, late announcements and an
/// interval by chance.
std::string eventful(std::uint64_t seed) {
  random_clause::Dice dice(seed);
  RandomClause clause = random_clause::random_clause(seed);
  clause.price = dice.of({"12.53", "100.01", "41.63", "0.07"});
  clause.decisions = "";
  std::string more;
  const bool notice = dice.one_in(2);
  if (notice)
    clause.during += std::string("notice = { before = \"2 months\", late = \"") +
                     dice.of({"forfeits", "next-date"}) + "\" }\n";
  if (dice.one_in(4)) clause.limits = "limits = { highest_price = 11.11, lowest_price = 0.09 }\n";
  for (int year = 2021; year < random_clause::first_year + random_clause::years; ++year) {
    const std::string date = std::to_string(year) + "-01-01";
    if (notice && dice.one_in(3))
      more += "[[announcement]]\ndate = " + std::to_string(year - 1) +
              "-12-20\nclause = \"c\"\nfor = " + date + "\n";
    if (!dice.one_in(3)) continue;
    more += "[[decision]]\ndate = " + date + "\n";
    if (dice.one_in(2))
      more += "kind = \"waived\"\n";
    else
      more += "kind = \"deferred\"\nto = " + std::to_string(year) + "-05-01\n";
    if (dice.one_in(2)) more += "catch_up = true\n";
  }
  clause.decisions = more;
  std::string made = clause.text();
  const std::string adjust = "on = \"01-01\"";
  if (dice.one_in(4))
    made.replace(made.find(adjust), adjust.size(), adjust + ", minimum_interval = \"2 years\"");
  return made;
}

RC_GTEST_PROP(NothingHappens, leaves_the_price_bit_for_bit, ()) {
  const Talk talk(eventful(any_seed()));
  State state = begin(talk.context()).first;
  for (const Occasion& occasion :
       timeline(talk.contract(), talk.contract().lines[0], day("2026-12-31"))) {
    auto [next, entry] = step(talk.context(), state, occasion);
    if (did_not_happen(entry.verdict)) {
      RC_ASSERT(next.price == state.price);
      RC_ASSERT(next.exact == state.exact);
      RC_ASSERT(entry.price == entry.before);
    }
    state = std::move(next);
  }
}

TEST(NothingHappens, in_every_way_on_random_contracts) {
  std::map<Verdict, int> met;
  for (std::uint64_t seed = 1; seed <= 200; ++seed)
    for (const PriceEntry& entry : Talk(eventful(seed)).schedule("p", "2026-12-31").entries)
      ++met[entry.verdict];
  for (const Verdict verdict : {Verdict::waived, Verdict::deferred, Verdict::forfeited,
                                Verdict::moved_on, Verdict::too_soon, Verdict::below_threshold})
    EXPECT_GT(met[verdict], 5) << words(verdict).en;
}

RC_GTEST_PROP(AgreedPrices, hold_on_their_day_in_every_contract, ()) {
  const std::uint64_t seed = any_seed();
  std::string made = eventful(seed);
  const Date on = day("2020-01-01").plus_days(*rc::gen::inRange(0, 2500));
  const std::string second =
      *rc::gen::element<std::string>("", "resets_base = true\n", "compounding = \"base\"\n");
  if (*rc::gen::arbitrary<bool>()) {
    const std::string one = "clause = \"c\"\n[clause.c]";
    made.replace(made.find(one), one.size(), "clause = [\"c\", \"d\"]\n[clause.c]");
    made += "[clause.d]\nadjust = { every = \"6 months\" }\nformula = \"change = 1%\"\n" + second;
  }
  const std::string about =
      *rc::gen::element<std::string>("", "clause = \"c\"\n", "price = \"p\"\n");
  const Talk talk(made + "[[decision]]\ndate = " + on.text() +
                  "\nkind = \"agreed-price\"\nunit_price = 77.77\n" + about);
  const PriceSchedule prices = talk.schedule("p", "2027-12-31");
  RC_ASSERT(text(prices.on(on)->price) == "77.77");
}

/// Everything that rounds is coarse or goes the other way.
RC_GTEST_PROP(Roundings, keep_to_cap_and_floor, ()) {
  RandomClause clause = random_clause::random_clause(any_seed());
  clause.price = "100.00";
  clause.decisions = clause.during = "";
  const int cap = *rc::gen::inRange(0, 900);
  const int floor = cap - *rc::gen::inRange(250, 900);
  clause.limits = "limits = { cap = \"" + random_clause::decimal(cap, 2) + "%\", floor = \"" +
                  random_clause::decimal(floor, 2) + "%\" }\n";
  const auto mode = [] {
    return *rc::gen::element<std::string>("up", "down", "half-up", "ceiling", "floor");
  };
  std::string keys = "price = { " +
                     *rc::gen::element<std::string>("decimals = 2", "decimals = 0", "to = 0.25") +
                     ", mode = \"" + mode() + "\" }";
  if (*rc::gen::arbitrary<bool>())
    keys += ", coefficient = { decimals = 3, mode = \"" + mode() + "\" }";
  if (*rc::gen::arbitrary<bool>()) keys += ", increase = { to = 0.50, mode = \"" + mode() + "\" }";
  clause.rounding = "rounding = { " + keys + " }\n";
  const bool cents = keys.find("decimals = 2") != std::string::npos;
  for (const PriceEntry& entry : Talk(clause.text()).schedule("p", "2026-12-31").entries) {
    if (entry.verdict == Verdict::start || entry.verdict == Verdict::below_threshold) continue;
    RC_PRE(entry.price.determined() && *entry.before > Ratio(45));  // wider than every grid
    const Ratio high = *entry.before * Ratio::of(10000 + cap, 10000);
    const Ratio low = *entry.before * Ratio::of(10000 + floor, 10000);
    const Ratio cent = Ratio::of(1, 100);
    RC_ASSERT(*entry.price < high + cent);
    RC_ASSERT(*entry.price > low - cent);
    bool said = false;
    for (const OutlineRow& row : outline(entry.why, entry.answer))
      said = said || row.label.en.find("its limit (by less than") != std::string::npos;
    RC_ASSERT(said == (*entry.price > high || *entry.price < low));
    RC_ASSERT(cents || !said);
  }
}

TEST(Rounding, to_cents_may_pass_a_cap_and_that_is_an_open_point) {
  // 33.50 x 1.01 = 33.835.
  const auto made = [](const std::string& rounding) {
    RandomClause clause;
    clause.price = "33.50";
    clause.formula = "change = 5%";
    clause.limits = "limits = { cap = \"1%\" }\n";
    clause.rounding = rounding;
    return clause.text();
  };
  const Talk talk(made(""));
  EXPECT_EQ(text(talk.schedule("p", "2021-06-01").on(day("2021-06-01"))->price), "33.84");
  const TwoReadings readings = two_readings(talk.context(), day("2021-06-01"));
  const auto found = std::find_if(readings.open.begin(), readings.open.end(), [](const auto& one) {
    return one.used.point == Point::cap_by_rounding;
  });
  ASSERT_NE(found, readings.open.end());
  EXPECT_EQ(text(found->price), "33.83");
  const Talk coarse(made("rounding = { price = { to = 0.05 } }\n"));
  EXPECT_EQ(text(coarse.schedule("p", "2021-06-01").on(day("2021-06-01"))->price), "33.80");
  for (const OtherReading& one : two_readings(coarse.context(), day("2021-06-01")).open)
    EXPECT_NE(one.used.point, Point::cap_by_rounding);
}

TEST(Rounding, keeps_to_limits_in_money) {
  RandomClause clause;
  clause.formula = "change = 5%";
  clause.rounding = "rounding = { price = { decimals = 0, mode = \"up\" } }\n";
  clause.limits = "limits = { largest_increase = 3.40 }\n";
  EXPECT_EQ(prices(clause.text(), "2021-12-31"), (Texts{"103.00"}));
  clause.limits = "limits = { highest_price = 103.40 }\n";
  EXPECT_EQ(prices(clause.text(), "2021-12-31"), (Texts{"103.00"}));
  clause.formula = "change = -5%";
  clause.rounding = "rounding = { price = { decimals = 0, mode = \"down\" } }\n";
  clause.limits = "limits = { lowest_price = 96.60 }\n";
  EXPECT_EQ(prices(clause.text(), "2021-12-31"), (Texts{"97.00"}));
}

TEST(Decided, a_reduced_step_is_taken_below_the_threshold) {
  EXPECT_EQ(prices(yearly("threshold = { more_than = \"5%\" }", R"(["2021", 3], ["2022", 6])",
                          "[[decision]]\ndate = 2021-01-01\nkind = \"reduced\"\nchange = \"1%\""),
                   "2022-12-31"),
            (Texts{"101.00", "107.06"}));
}

TEST(Decided, a_step_below_the_threshold_cannot_be_waived) {
  const std::string made = yearly("threshold = { more_than = \"5%\" }", R"(["2021", 3])",
                                  "[[decision]]\ndate = 2021-01-01\nkind = \"waived\"");
  EXPECT_EQ(verdicts(made, "2021-12-31"), (Texts{"below the threshold"}));
}

TEST(Waived, a_year_is_known_though_its_figure_is_missing) {
  const std::string waived = "[[decision]]\ndate = 2021-01-01\nkind = \"waived\"\n";
  EXPECT_EQ(
      prices(yearly("threshold = { more_than = \"1%\" }", R"(["2022", 2])", waived), "2022-12-31"),
      (Texts{"100.00", "102.00"}));
  EXPECT_EQ(verdicts(yearly("threshold = { more_than = \"1%\" }", R"(["2022", 2])", waived),
                     "2021-12-31"),
            (Texts{"waived"}));
  // What comes back is not known.
  EXPECT_EQ(prices(yearly("", R"(["2022", 2])", waived + "catch_up = true"), "2022-12-31"),
            (Texts{"100.00", "? s 2021"}));
}

TEST(Waived, room_under_a_cap_is_neither_used_nor_gained) {
  // 2021: 1 under 4, room 3. 2022 waived. 2023: at most 4 + 3.
  EXPECT_EQ(prices(yearly("limits = { cap = \"4%\", unused_cap = \"kept\" }",
                          R"(["2021", 1], ["2022", 9], ["2023", 9])",
                          "[[decision]]\ndate = 2022-01-01\nkind = \"waived\""),
                   "2023-12-31"),
            (Texts{"101.00", "101.00", "108.07"}));
}

TEST(Zero, a_price_that_fell_to_zero_stays_zero_until_a_price_is_agreed) {
  for (const char* limits : {"", "limits = { cap_total = \"10%\" }",
                             "limits = { cap = \"4%\", floor_total = \"-100%\", per = \"year\" }"})
    EXPECT_EQ(prices(yearly(limits, R"(["2021", -100], ["2022", 2], ["2023", 3], ["2024", 3])",
                            "[[decision]]\ndate = 2023-06-01\nkind = \"agreed-price\"\nunit_price "
                            "= 50.00"),
                     "2023-12-31"),
              (Texts{"0.00", "0.00", "0.00", "50.00"}))
        << limits;
}

TEST(Excess, of_no_change_is_nothing) {
  // Since the last step the index fell from 104 to 100, which passes 2 %; the change itself is 0.
  EXPECT_EQ(prices(indexed("compounding = \"base\"\nthreshold = { more_than = \"2%\", then = "
                           "\"excess\" }",
                           "", R"(["2019", 100], ["2020", 104], ["2021", 100])"),
                   "2021-12-31"),
            (Texts{"102.00"}));
  EXPECT_EQ(prices(indexed("compounding = \"base\"\nthreshold = { more_than = \"2%\", then = "
                           "\"excess\" }",
                           "", R"(["2019", 100], ["2020", 104], ["2021", 100])"),
                   "2022-12-31"),
            (Texts{"102.00", "100.00"}));
}

TEST(Dates, the_previous_date_is_the_one_before_it_in_the_list_and_first_the_start) {
  const std::string made =
      "schema = 1\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = 2020-02-01\n[price.p]\n"
      "unit_price = 100.00\nprice_date = 2020-02-01\nclause = \"c\"\n[clause.c]\n"
      "adjust = { dates = [2020-07-01, 2021-05-01] }\n"
      "index.X = { series = \"s\", use = \"month of adjustment\" }\n"
      "[[series]]\nid = \"s\"\nfigures = [[\"2020-02\", 100], [\"2020-07\", 104], [\"2021-05\", "
      "106.08]]\n";
  EXPECT_EQ(prices(made, "2021-12-31"), (Texts{"104.00", "106.08"}));
}

TEST(Dates, of_29_february_come_back_in_leap_years_from_any_start) {
  for (const char* start : {"2023-01-01", "2024-02-29", "2021-07-01"}) {
    const std::string made =
        std::string("schema = 1\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = ") + start +
        "\n[price.p]\nunit_price = 100.00\nprice_date = " + start +
        "\nclause = \"c\"\n[clause.c]\nadjust = { every = \"year\", on = \"02-29\" }\nformula = "
        "\"change = 1%\"\n";
    const Texts all = dated(Talk(made).schedule("p", "2029-12-31"));
    Texts last;
    for (std::size_t i = all.size() - 3; i < all.size(); ++i) last.push_back(all[i].substr(0, 10));
    EXPECT_EQ(last, (Texts{"2027-02-28", "2028-02-29", "2029-02-28"})) << start;
  }
}

}  // namespace pricing_nothing_happens_test
