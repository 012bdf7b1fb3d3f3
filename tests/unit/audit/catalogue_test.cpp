#include <gmock/gmock.h>

#include "../pricing/priced.hpp"
#include "planted.hpp"

// Every misreading of the catalogue, planted in a contract to which it applies, and found again.

namespace pricetalk {
namespace catalogue_test {

/// The figures of a base year that ends with 2021 (at 1.25 of the next).
std::string months(int first, int last, int level) {
  std::string rows;
  for (int year = first; year <= last; ++year)
    for (int month = 1; month <= 12; ++month) {
      level += (year * 7 + month * 5) % 11 - 2 - (year == 2022 ? 12 : 0);
      rows += "[\"" + std::to_string(year) + "-" + (month < 10 ? "0" : "") + std::to_string(month) +
              "\", " + Decimal(level, 1).text() + "],";
    }
  return rows;
}

struct Parts {
  std::string price = "clause = \"c\"";
  std::string clause = "";
  std::string index = "use = \"july of previous year\"";
  std::string rest = "";
};

/// A line of 250.00 from 2019 on, invoiced every quarter until the end of 2025.
std::string text_of(const Parts& parts) {
  return
      R"(schema = 1
[contract]
id = "T"
currency = "EUR"
start = 2019-01-01
[price.p]
unit_price = 250.00
price_date = 2019-01-01
)" + parts.price +
      "\n[clause.c]\nadjust = { every = \"year\", on = \"01-01\" }\n" + parts.clause +
      "\n[clause.c.index.X]\nseries = \"s\"\n" + parts.index + "\n" + parts.rest +
      "\n[[series]]\nid = \"s\"\npublisher = \"P\"\nfigures = [" + months(2015, 2025, 1000) +
      "]\n[[series]]\nid = \"t\"\npublisher = \"P\"\nfigures = [" + months(2014, 2025, 900) + "]\n";
}

planted::Case of(const std::string& text) {
  planted::Case made;
  const auto source = std::make_shared<const SourceText>("contract.toml", text);
  Loaded<Contract> loaded = read_contract(source);
  if (!loaded.value) throw std::runtime_error(render(loaded.diagnostics, Language::en));
  made.contract = std::make_unique<Contract>(std::move(*loaded.value));
  made.library = std::make_unique<Library>(Library().with(made.contract->own_series, {source}));
  Period period = Period::containing(made.contract->start, Unit::quarter);
  for (int i = 0; i < 28; ++i, period = period.plus(1)) {
    InvoiceLine row;
    row.invoice = "F" + std::to_string(i);
    row.line = "p";
    row.from = period.first_day();
    row.date = row.to = period.last_day();
    row.quantity = Decimal(10, 0);
    row.unit_price = Decimal(0, 2);
    made.rows.push_back(row);
  }
  return made;
}

/// Plants a reading on all dates and says what became of it.
std::string found_in(const std::string& text, const std::string& id) {
  const planted::Case made = of(text);
  planted::Planter planter(made);
  for (std::uint16_t r = 0; r < planter.readings().size(); ++r) {
    if (planter.readings()[r].id != id) continue;
    const auto charged = planter.plant({{r, 0, planter.dates()}});
    if (!charged) return "changes nothing";
    const Audit audit =
        pricetalk::audit(*made.contract, *made.library, charged->rows, *Date::parse("2030-12-31"));
    const Causes& causes = audit.lines.front().causes;
    for (const Explanation& each : causes.explanations)
      if (planted::told(each) == charged->told) return "found";
    return "not found: " + causes.sentence().en;
  }
  return "does not apply";
}

std::string found(const Parts& parts, const std::string& id) {
  return found_in(text_of(parts), id);
}

const char* const limits = "limits = { cap = \"1.5%\", floor = \"-1%\" }";

TEST(Catalogue, limits) {
  for (const char* id : {"cap-ignored", "floor-ignored", "floor-wrong-side", "decrease-kept",
                         "carry-over-taken", "unused-cap-taken", "cap-as-step"})
    EXPECT_EQ(found({.clause = limits}, id), "found") << id;
  EXPECT_EQ(found({.clause = "limits = { highest_price = 260.00 }"}, "limit-in-money-ignored"),
            "found");
  EXPECT_EQ(found({.clause = "limits = { floor = \"1%\" }"}, "floor-as-step"), "found");
  EXPECT_EQ(found({.clause = "threshold = { more_than = \"4%\" }"}, "threshold-ignored"), "found");
  EXPECT_EQ(found({.clause = "pass_through = \"40%\""}, "pass-through-ignored"), "found");
}

TEST(Catalogue, references_and_periods) {
  for (const char* id :
       {"mixed-base", "since-start-added", "two-year-span", "original-price", "wrong-month+1",
        "wrong-month-2", "wrong-comparison-month-1", "wrong-series/X/t", "points-as-percent"})
    EXPECT_EQ(found({}, id), "found") << id;
  EXPECT_EQ(found({.clause = "compounding = \"base\""}, "mixed-base"), "found");
  EXPECT_EQ(found({.index = "use = \"july of previous year\"\nbase = \"july of 2 years before\""},
                  "two-year-span"),
            "found");
}

TEST(Catalogue, formulas) {
  const std::string two = "[clause.c.index.Y]\nseries = \"t\"\nuse = \"july of previous year\"";
  const std::string formula = "formula = \"P = P0 * (0.20 + 0.50*X/X0 + 0.30*Y/Y0)\"";
  for (const char* id : {"fixed-part-indexed", "weights-swapped/X/Y", "wrong-month-1/Y"})
    EXPECT_EQ(found({.clause = formula, .rest = two}, id), "found") << id;
}

TEST(Catalogue, roundings) {
  for (const char* id :
       {"whole-percents-up", "whole-percents", "tenths-of-percents", "price-rounded-up",
        "price-cut-off", "price-in-steps-of-five", "price-in-whole-units"})
    EXPECT_EQ(found({}, id), "found") << id;
  EXPECT_EQ(
      found({.clause = "rounding = { coefficient = { decimals = 3 } }"}, "coefficient-rounded-up"),
      "found");
}

TEST(Catalogue, prices_rounded_up_to_a_step) {
  for (const char* id :
       {"price-up-in-steps-of-five", "price-up-in-steps-of-ten", "price-up-in-steps-of-fifty",
        "price-up-in-whole-units", "price-in-steps-of-ten", "tenths-of-percents-up"})
    EXPECT_EQ(found({}, id), "found") << id;
  EXPECT_EQ(found({}, "price-up-in-tens"), "does not apply");
}

TEST(Catalogue, roundings_inside_a_formula_of_one_index) {
  const std::string formula = "formula = \"P = P0 * (0.15 + 0.85*X/X0)\"";
  for (const char* id : {"quotients-in-2-decimals", "quotients-in-3-decimals",
                         "terms-in-2-decimals", "terms-in-3-decimals"})
    EXPECT_EQ(found({.clause = formula}, id), "found") << id;
  EXPECT_EQ(found({}, "quotients-in-3-decimals"), "does not apply");
}

TEST(Catalogue, percentages_that_somebody_remembers) {
  for (const char* id : {"fixed-percentage/1.5%", "fixed-percentage/4%", "index-plus/0.5%",
                         "index-plus/1%", "index-plus/2%"})
    EXPECT_EQ(found({}, id), "found") << id;
  EXPECT_EQ(found({.clause = limits}, "other-cap/2%"), "found");
  EXPECT_EQ(found({.clause = limits}, "fixed-percentage/2.5%"), "found");
}

TEST(Catalogue, the_announced_percentage) {
  EXPECT_EQ(found({.rest = "[[announcement]]\ndate = 2021-10-01\nclause = \"c\"\nfor = 2022-01-01"
                           "\nchange = \"6.4%\""},
                  "announced-percentage"),
            "found");
  EXPECT_EQ(found({}, "announced-percentage"), "does not apply");
}

TEST(Catalogue, a_figure_one_period_old) {
  const std::string latest = "use = \"latest published\"";
  EXPECT_EQ(found({.index = latest}, "older-figure-1"), "found");
  EXPECT_EQ(found({.index = latest}, "older-comparison-figure-1"), "found");
  EXPECT_EQ(found({}, "older-figure-1"), "does not apply");
  EXPECT_EQ(found({}, "wrong-year-1"), "found");
  EXPECT_EQ(found({}, "yearly-average"), "found");
  EXPECT_EQ(found({.index = latest}, "yearly-average"), "found");
}

TEST(Catalogue, percentages_added) { EXPECT_EQ(found({}, "percentages-added"), "found"); }

TEST(Catalogue, speaks_of_the_money_of_the_contract) {
  std::string text = text_of({.clause = "limits = { highest_price = 260.00 }"});
  text.replace(text.find("EUR"), 3, "CHF");
  const planted::Case made = of(text);
  const planted::Planter planter(made);
  std::vector<std::string> said;
  for (const Reading& each : planter.readings())
    if (each.id == "limit-in-money-ignored" || each.id == "price-up-in-whole-units")
      said.push_back(each.sentence.en + " | " + each.sentence.nl);
  EXPECT_THAT(said, testing::ElementsAre(
                        "limit in Swiss francs not applied | grens in Zwitserse franken niet "
                        "toegepast",
                        "price rounded up to whole Swiss francs | prijs naar boven afgerond op "
                        "hele Zwitserse franken"));
}

TEST(Catalogue, occasions) {
  EXPECT_EQ(found({}, "applied-twice"), "found");
  EXPECT_EQ(found({}, "applied-early-2"), "found");
  EXPECT_EQ(found({}, "step-forgotten"), "found");
  const std::string waived = "[[decision]]\ndate = 2022-01-01\nkind = \"waived\"";
  EXPECT_EQ(found({.rest = waived}, "waiver-recovered-2022-01-01"), "found");
  EXPECT_EQ(found({.rest = waived}, "waiver-ignored-2022-01-01"), "found");
  EXPECT_EQ(found({.clause = "notice = { before = \"2 months\", late = \"forfeits\" }",
                   .rest = "[[announcement]]\ndate = 2021-12-10\nclause = \"c\"\nfor = 2022-01-01"},
                  "notice-missed"),
            "found");
  EXPECT_EQ(found({.price = "clause = \"c\"\nprice_binding = \"3 years\""}, "applied-too-soon"),
            "found");
}

TEST(Catalogue, lines_that_have_no_indexation) {
  EXPECT_EQ(found({.price = ""}, "excluded-line-indexed/c"), "found");
  EXPECT_EQ(found({.price = "clause = \"c\"\nuntil = 2022-12-31"}, "ended-line-indexed"), "found");
}

TEST(Catalogue, parts_and_surcharges) {
  EXPECT_EQ(found({.price = "parts = [{ name = \"labour\", share = \"60%\", clause = \"c\" }, "
                            "{ name = \"rest\", share = \"40%\" }]"},
                  "share-on-whole-price/labour"),
            "found");
  const Parts fuel{.price = "clause = \"c\"\nsurcharges = [\"f\"]",
                   .rest =
                       "[clause.f]\nadjust = { every = \"year\", on = \"01-01\" }\n"
                       "formula = \"surcharge = 9 * Z/Z0 - 9\"\n[clause.f.index.Z]\n"
                       "series = \"t\"\nuse = \"july of previous year\"\nbase = \"2015-07\""};
  EXPECT_EQ(found(fuel, "wrong-series/Z/s"), "found");
  EXPECT_EQ(found(fuel, "cap-ignored"), "does not apply");
  EXPECT_EQ(found(fuel, "wrong-comparison-month+1"), "found");  // of the price, beneath it
}

/// A clause on yearly figures in these words, 250.00 from 2019 on.
std::string yearly(const std::string& index, const std::string& figures, const std::string& rest) {
  return R"(schema = 1
[contract]
id = "T"
currency = "EUR"
start = 2019-01-01
[price.p]
unit_price = 250.00
price_date = 2019-01-01
clause = "c"
[clause.c]
adjust = { every = "year", on = "01-01" }
[clause.c.index.X]
series = "s"
use = "previous year"
)" + index +
         "\n[[series]]\nid = \"s\"\nfigures = [" + figures + "]\n" + rest;
}

TEST(Catalogue, joining_of_base_years) {
  // 120/90 to two decimals is 1.33, and exactly 1.333…
  const std::string text = yearly(
      "link = { next = \"n\", at = \"2020\", coefficient_rounding = { decimals = 2 } }",
      R"(["2017", 112], ["2018", 116], ["2019", 118], ["2020", 120])",
      "[[series]]\nid = \"n\"\nfigures = [[\"2020\", 90], [\"2021\", 92.7], [\"2022\", 95.4], "
      "[\"2023\", 97.1], [\"2024\", 99.2]]\n");
  EXPECT_EQ(found_in(text, "other-link-method"), "found");
  EXPECT_EQ(found_in(text, "base-years-not-joined"), "found");
}

TEST(Catalogue, versions_of_a_figure) {
  std::string figures = R"(["2017", 100, "definitive", 2018-01-10])";
  const char* const values[] = {"103.1", "105.2", "109.9", "114.0", "116.3", "119.4", "121.8"};
  for (int i = 0; i < 7; ++i) {
    const std::string year = std::to_string(2018 + i);
    const std::string next = std::to_string(2019 + i);
    figures += ", [\"" + year + "\", " + std::to_string(103 + 3 * i) + ", \"provisional\", " +
               year + "-11-10], [\"" + year + "\", " + values[i] + ", \"revised\", " + year +
               "-12-20], [\"" + year + "\", " + std::to_string(102 + 3 * i) +
               ".7, \"definitive\", " + next + "-03-10]";
  }
  EXPECT_EQ(found_in(yearly("", figures, ""), "provisional-figure"), "found");
  EXPECT_EQ(found_in(yearly("", figures, ""), "later-figure"), "found");
}

}  // namespace catalogue_test
}  // namespace pricetalk
