#include "answer/tender_levels.hpp"

#include <gmock/gmock.h>

#include "../advice/red_face_case.hpp"

namespace tender_levels_test {

using namespace red_face_case;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<Ratio> numbers(std::initializer_list<int> all) {
  std::vector<Ratio> made;
  for (const int each : all) made.emplace_back(each);
  return made;
}

TEST(Quantile, is_the_one_of_spreadsheets) {
  // QUARTILE.INC of 1, 2, 4, 7, 8, 10: 2.5, 5.5, 7.75.
  const auto six = numbers({1, 2, 4, 7, 8, 10});
  EXPECT_EQ(quantile(six, Ratio::of(1, 4)), Ratio::of(5, 2));
  EXPECT_EQ(quantile(six, Ratio::of(1, 2)), Ratio::of(11, 2));
  EXPECT_EQ(quantile(six, Ratio::of(3, 4)), Ratio::of(31, 4));
  EXPECT_EQ(quantile(six, Ratio(0)), Ratio(1));
  EXPECT_EQ(quantile(six, Ratio(1)), Ratio(10));
  EXPECT_EQ(quantile(numbers({5}), Ratio::of(1, 4)), Ratio(5));
}

/// The price is 100.00; the level is moved by `w`: 100.0 in May 2020, 110.0 in July.
const std::string with_level = fixed(
    "unit = \"hour\"",
    "[[price_level]]\nprice = \"p\"\nnormal = 90.00\nas_of = 2020-05-01\nmoved_by = \"w\"\n"
    "[[series]]\nid = \"w\"\ndecimals = 1\nfigures = [[\"2020-05\", 100.0], [\"2020-06\", 105.0], "
    "[\"2020-07\", 110.0]]\n");

struct Read {
  Diagnostics problems;
  std::vector<TenderRow> rows;
};
Read rows(const Case& one, const std::string& csv) {
  Read made;
  made.rows = read_tenders(std::make_shared<const SourceText>("tenders.csv", csv),
                           *one.dossier().contract, one.dossier().today, made.problems);
  return made;
}

TEST(TenderLevels, moves_each_price_from_its_own_day_and_names_outliers) {
  const Case one(with_level, "2020-09-01");
  const std::string csv =
      "date;price;unit;bidder;won\n2020-05-10;80,00;hour;A;no\n2020-06-10;84,00;uur;B;ja\n"
      "2020-07-10;90,00;uren;C;\n2020-07-11;92,00;per uur;D;no\n2020-07-12;300,00;hour;E;no\n"
      "2020-03-01;70,00;hour;F;no\n";
  // Kept alive: rows point into it.
  const auto source = std::make_shared<const SourceText>("tenders.csv", csv);
  Diagnostics problems;
  const auto read = read_tenders(source, *one.dossier().contract, one.dossier().today, problems);
  EXPECT_TRUE(problems.empty()) << render(problems, Language::en);
  const auto all = tender_levels(one.dossier(), read);
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].counted, 5U);       // F lies before the first figure
  EXPECT_EQ(all[0].lower, Ratio(88));  // 88, 88, 90, 92, 300
  EXPECT_EQ(all[0].middle, Ratio(90));
  EXPECT_EQ(all[0].upper, Ratio(92));
  EXPECT_EQ(all[0].cheaper, 4U);
  for (const MovedTender& each : all[0].all) EXPECT_EQ(each.outlier, each.row.bidder == "E");
}

TEST(TenderLevels, tells_no_quarters_of_few_prices) {
  const Case one(fixed("unit = \"hour\""), "2020-09-01");
  std::string csv = "datum;prijs;eenheid\n";
  for (std::size_t i = 0; i < fewest_tenders; ++i) {
    const auto source = std::make_shared<const SourceText>("tenders.csv", csv);
    Diagnostics problems;
    const auto read = read_tenders(source, *one.dossier().contract, one.dossier().today, problems);
    for (const TenderLevels& each : tender_levels(one.dossier(), read))
      EXPECT_FALSE(each.lower) << i;
    csv += "2020-05-10;80,00;uur\n";
  }
}

TEST(TenderRows, refuses_what_says_nothing_of_the_line) {
  const Case one(fixed("unit = \"hour\""), "2020-09-01");
  const auto refused = [&](const std::string& row) {
    const Read read = rows(one, "date;price;unit;currency;won\n" + row + "\n");
    EXPECT_THAT(read.rows, IsEmpty()) << row;
    return read.problems.has_errors();
  };
  EXPECT_TRUE(refused("2020-05-10;80.00;m2;;"));
  EXPECT_TRUE(refused("2020-05-10;80.00;;;"));
  EXPECT_TRUE(refused("2020-05-10;80.00;hour;USD;"));
  EXPECT_TRUE(refused("2020-05-10;0;hour;EUR;"));
  EXPECT_TRUE(refused("2020-05-10;1,037;hour;EUR;"));  // 1.037 or 1037
  EXPECT_TRUE(refused("2020-09-02;80.00;hour;EUR;"));  // tomorrow
  EXPECT_TRUE(refused("2020-05-10;80.00;hour;EUR;perhaps"));
  EXPECT_THAT(rows(one, "date;price;unit;currency;won\n2020-05-10;80.00;hour;eur;yes\n").rows,
              SizeIs(1));
}

}  // namespace tender_levels_test
