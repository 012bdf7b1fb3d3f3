#include "answer/inbox.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../audit/audited.hpp"
#include "answer/letter_itself.hpp"
#include "answer/register.hpp"

namespace pricetalk {
namespace {

SourcePtr list(const std::string& text) {
  return std::make_shared<const SourceText>("l.csv", text);
}

/// Two contracts of one supplier, 100.00 that may rise by 3 % and 2 %.
std::vector<InboxContract> two_contracts() {
  const auto contract = [](const std::string& id, const std::string& change) {
    const priced::Talk talk(
        "schema = 1\ncontract = { id = \"" + id + "\", title = \"Werk " + id +
        "\", currency = \"EUR\", start = 2025-01-01, tags = { owner = \"Jo\" } "
        "}\nparties.supplier = { name = \"Snel BV\" }\nprice.p = { title = "
        "\"Werk " +
        id +
        "\", unit_price = 100.00, price_date = 2025-01-01, quantity = { "
        "per_month = 1 }, clause = \"c\" }\n[clause.c]\nadjust = { every = "
        "\"year\", on = \"01-01\", first = 2026-01-01 }\nformula = \"change = " +
        change + "\"\n");
    return std::make_shared<const Contract>(talk.contract());
  };
  const auto none = std::make_shared<const Library>();
  return {{"a.toml", contract("A", "3%"), none}, {"b.toml", contract("B", "2%"), none}};
}

InboxAnswer judged(const std::string& text, Diagnostics& problems) {
  static const std::vector<InboxContract> contracts = two_contracts();
  const Date today = priced::day("2025-11-20");
  std::vector<InboxLetter> letters =
      addressed(read_inbox(list(text), problems), contracts, today, problems);
  for (InboxLetter& letter : letters) judge(letter, today);
  tell_contradictions(letters, problems);
  return collected(std::move(letters), today);
}

TEST(an_inbox, lets_as_many_letters_out_as_came_in_with_their_money) {
  Diagnostics problems;
  const InboxAnswer made = judged(
      "contract;aangekondigd;prijs;per\nA;3,0%;;1-1-2026\nB;3,0%;;2026-01-01\nb.toml;;101,00;"
      "2026-01-01\nC;3%;;2026-01-01\nA;drie;;2026-01-01\n",
      problems);
  ASSERT_EQ(made.letters.size(), 5U);
  std::size_t letters = 0;
  for (const InboxSum& sum : made.sums) letters += sum.letters;
  EXPECT_EQ(letters, 5U);
  const InboxSum all = all_letters(made);
  EXPECT_EQ(all.letters, 5U);
  EXPECT_EQ(all.without_amount, 2U);
  ASSERT_EQ(all.amounts.size(), 1U);
  EXPECT_EQ(all.amounts.front().least, Ratio(12) - Ratio(12));  // B 1.00 above, B 1.00 below
  EXPECT_EQ(problems.list().size(), 2U);
  EXPECT_EQ(made.letters.front().owner, "Jo");
  EXPECT_EQ(word(made.letters.front().state()), "dispute");
}

TEST(an_inbox, finds_a_contract_by_supplier_and_line_and_names_two) {
  Diagnostics problems;
  const InboxAnswer made =
      judged("supplier,line,announced,on\nSnel BV,Werk B,2%,2026-01-01\nSnel BV,,2%,2026-01-01\n",
             problems);
  ASSERT_EQ(problems.list().size(), 1U);
  EXPECT_EQ(problems.list().front().code, "A0188");
  EXPECT_THAT(problems.list().front().hint.en, testing::HasSubstr("A, B"));
  EXPECT_EQ(made.sums.front().letters, 1U);
}

TEST(an_inbox, does_not_take_a_day_that_can_be_read_in_two_ways) {
  Diagnostics problems;
  judged("contract,announced,on\nA,3%,02-01-2026\n", problems);
  ASSERT_EQ(problems.list().size(), 1U);
  EXPECT_EQ(problems.list().front().code, "A0187");
  Diagnostics told_apart;
  judged("contract,announced,on\nA,3%,01-01-2026\nA,3%,31-01-2026\n", told_apart);
  EXPECT_TRUE(told_apart.list().empty());
}

TEST(an_inbox, counts_a_letter_once_that_stands_there_twice) {
  Diagnostics problems;
  const InboxAnswer made =
      judged("contract,announced,on\nA,5%,2026-01-01\nA,5%,2026-01-01\n", problems);
  ASSERT_EQ(problems.list().size(), 1U);
  EXPECT_EQ(problems.list().front().code, "A0192");
  EXPECT_EQ(all_letters(made).amounts.front().most, Ratio(24));
  EXPECT_EQ(all_letters(made).letters, 2U);
}

InboxLetter letter_itself(const std::string& text) {
  static const std::vector<InboxContract> contracts = two_contracts();
  Diagnostics problems;
  std::vector<InboxRow> rows;
  rows.push_back(row_of({"post/brief.pdf", text}));
  return addressed(std::move(rows), contracts, priced::day("2025-11-20"), problems).front();
}

TEST(an_inbox, guesses_the_contract_of_a_letter_only_where_one_fits) {
  const InboxLetter one = letter_itself("Betreft: werk b.\nPer 1 januari 2026 stijgt het met 2%.");
  ASSERT_NE(one.guess, nullptr);
  EXPECT_EQ(one.guess->contract->id, "B");
  EXPECT_EQ(word(one.state()), "to-read");
  EXPECT_EQ(one.owner, "Jo");
  EXPECT_THAT(one.not_judged.en, testing::HasSubstr("confirm with: pricetalk answer b.toml "
                                                    "--announced 2% --on 2026-01-01"));
  EXPECT_EQ(letter_itself("Snel BV verhoogt met 2%").guess, nullptr);  // has two contracts
  EXPECT_EQ(letter_itself("werk a en werk b").guess, nullptr);
  EXPECT_EQ(letter_itself("huiswerk bij").guess, nullptr);
  EXPECT_EQ(word(letter_itself("").state()), "to-read");
}

TEST(an_inbox, takes_a_price_with_its_percentage_and_names_two_that_contradict) {
  Diagnostics problems;
  const InboxAnswer made =
      judged("contract;aangekondigd;prijs;per\nA;3%;103,00;2026-01-01\nB;5%;102,00;2026-01-01\n",
             problems);
  EXPECT_EQ(made.sums.front().letters, 1U);
  ASSERT_EQ(problems.list().size(), 1U);
  EXPECT_EQ(problems.list().front().code, "A0187");
  EXPECT_EQ(problems.list().front().title.en, "the price is 2.00% more, and the row announces 5%");
  EXPECT_EQ(all_letters(made).letters, 2U);
}

TEST(an_inbox, does_not_judge_a_letter_in_another_currency) {
  Diagnostics problems;
  const InboxAnswer made = judged(
      "contract;prijs;per;valuta\nA;103,00;2026-01-01;usd\nB;\xE2\x82\xAC 102,00;2026-01-01;\n",
      problems);
  ASSERT_EQ(problems.list().size(), 1U);
  EXPECT_EQ(problems.list().front().title.en, "the letter is in USD, and the contract in EUR");
  EXPECT_EQ(all_letters(made).letters, 2U);
}

TEST(a_register, has_no_contract_with_a_price_of_zero) {
  Diagnostics problems;
  const std::vector<Contract> made = read_register(
      list("contract;prijs;prijsdatum;index\nA;0,00;2025-01-01;w\n"), Library(), problems);
  EXPECT_TRUE(made.empty());
  EXPECT_EQ(problems.list().back().title.en, "the price is zero");
}

TEST(a_register, knows_headings_and_empty_cells_as_buyers_write_them) {
  Diagnostics problems;
  const std::vector<Contract> made =
      read_register(list("Contractnr.;Leveranciersnaam;Tarief;Datum prijs;Index;Max. "
                         "indexatie;Min;Contracteigenaar\n"
                         "C-2001;Snel BV;31,50;01-01-2025;CPI;n.v.t.;-;Ruben\n"),
                    Library(), problems);
  ASSERT_EQ(made.size(), 1U);
  EXPECT_EQ(made.front().supplier, "Snel BV");
  EXPECT_TRUE(made.front().clauses.front().ladders.front().ladder.limits.cap.empty());
}

TEST(a_register, says_which_column_it_lacks) {
  Diagnostics problems;
  read_register(list("contract;prijs\nA;1,00\n"), Library(), problems);
  EXPECT_EQ(problems.list().front().title.en,
            "'l.csv' is no register: it has no column price_date and no column index");
}

TEST(an_inbox, does_not_take_another_number_for_a_misspelling) {
  Diagnostics problems;
  judged("contract;aangekondigd;per\nA1;3 procent;2026-01-01\n", problems);
  ASSERT_EQ(problems.list().size(), 1U);
  EXPECT_THAT(problems.list().front().hint.en, testing::HasSubstr("write the id"));
}

TEST(a_register, leaves_open_what_it_does_not_say) {
  Diagnostics problems;
  const std::vector<Contract> made = read_register(
      list("kenmerk;prijs;prijsdatum;index;maand;maximum;indexatiedatum\nA;1.037,50;2025-01-01;w;;;"
           "\nB;10,00;2025-01-01;w;juli;3%;1 januari\n"),
      Library(), problems);
  ASSERT_EQ(made.size(), 2U);
  EXPECT_TRUE(made[0].clauses.front().reads.front().use_unknown);
  EXPECT_EQ(made[0].lines.front().prices.front().original.value.text(), "1037.50");
  EXPECT_FALSE(made[1].clauses.front().reads.front().use_unknown);
  EXPECT_EQ(made[1].clauses.front().ladders.front().ladder.limits.cap.size(), 1U);
  for (const Diagnostic& each : problems.list()) EXPECT_EQ(each.code, "A0191");
}

/// The days on which the contracts of a register adjust, whose price dates and days these are.
std::vector<std::string> adjusted_on(const std::vector<std::pair<std::string, std::string>>& rows,
                                     Diagnostics& problems) {
  std::string text = "contract;prijs;prijsdatum;index;maand;indexatiedatum\n";
  for (const auto& [price_date, day] : rows)
    text += "K" + price_date + day + ";1,00;" + price_date + ";w;juli;" + day + "\n";
  std::vector<std::string> made;
  for (const Contract& each : read_register(list(text), Library(), problems))
    made.push_back(each.clauses.front().when.on.value.day->text());
  return made;
}

const Diagnostic* first_error(const Diagnostics& problems) {
  for (const Diagnostic& each : problems.list())
    if (each.severity == Severity::error) return &each;
  return nullptr;
}

TEST(a_register, reads_a_day_without_its_year_in_the_order_of_its_days) {
  Diagnostics problems;
  EXPECT_THAT(adjusted_on({{"13-07-2024", "01-07"},
                           {"01-07-2024", "1-7"},
                           {"01-07-2024", "1 juli"},
                           {"01-07-2024", "01-07-2025"}},
                          problems),
              testing::Each("07-01"));
  EXPECT_THAT(adjusted_on({{"2024-07-01", "15-07"}, {"2024-07-01", "01-07"}}, problems),
              testing::ElementsAre("07-15", "07-01"));
  EXPECT_THAT(adjusted_on({{"2024-07-01", "07-15"}, {"2024-07-01", "01-07"}}, problems),
              testing::ElementsAre("07-15", "01-07"));
  EXPECT_EQ(first_error(problems), nullptr);
}

TEST(a_register, does_not_take_a_day_without_its_year_that_can_be_two) {
  Diagnostics problems;
  EXPECT_TRUE(adjusted_on({{"2024-07-01", "01-07"}}, problems).empty());
  ASSERT_NE(first_error(problems), nullptr);
  EXPECT_EQ(first_error(problems)->title.nl, "'01-07' kan 1 juli zijn, of 7 januari");
  EXPECT_EQ(first_error(problems)->hint.nl, "schrijf 1 juli of 7 januari");
  // That a day of the year has its month first tells nothing of whole dates.
  EXPECT_TRUE(adjusted_on({{"01-07-2024", "07-15"}}, problems).empty());
}

TEST(an_inbox, reads_a_column_in_the_order_of_its_other_days) {
  Diagnostics problems;
  judged(
      "contract;announced;on;received\nA;3%;01-07-2026;31-10-2025\nB;3%;01-01-2026;"
      "02-10-2025\n",
      problems);
  EXPECT_TRUE(problems.list().empty());
}

TEST(an_inbox, does_not_take_a_day_in_the_other_order_than_one_above_it) {
  Diagnostics problems;
  const InboxAnswer made = judged(
      "contract;announced;on;received\nA;3%;2026-01-01;20-10-2025\nB;2%;2026-01-01;"
      "10-13-2025\nB;2%;2026-01-01;05-11-2025\n",
      problems);
  ASSERT_EQ(problems.list().size(), 2U);
  EXPECT_EQ(problems.list()[0].title.en,
            "'10-13-2025' has the month first, and l.csv:2 has the day first");
  EXPECT_EQ(problems.list()[1].title.en, "'05-11-2025' can be 5 November 2025 or 11 May 2025");
  EXPECT_EQ(made.sums.front().letters, 1U);
}

TEST(a_register, refuses_a_limit_that_may_be_a_fraction_and_a_floor_above_its_cap) {
  Diagnostics problems;
  const std::string heading = "contract;prijs;prijsdatum;index;max;min\n";
  read_register(list(heading + "A;1,00;2025-01-01;w;0,03;\n"), Library(), problems);
  ASSERT_NE(first_error(problems), nullptr);
  EXPECT_EQ(first_error(problems)->hint.en, "write 0.03% or 3%");
  Diagnostics crossed;
  read_register(list(heading + "A;1,00;2025-01-01;w;2%;4%\n"), Library(), crossed);
  ASSERT_NE(first_error(crossed), nullptr);
  EXPECT_EQ(first_error(crossed)->title.en, "the floor of 4% is above the cap of 2%");
  Diagnostics fine;
  EXPECT_EQ(read_register(list(heading + "A;1,00;2025-01-01;w;0,03%;0\n"), Library(), fine).size(),
            1U);
}

TEST(an_inbox, asks_whose_letter_it_is_where_the_supplier_is_not_the_contracts) {
  Diagnostics problems;
  const InboxAnswer made = judged(
      "contract;leverancier;aangekondigd;per\nA;Hijs B.V.;3%;2026-01-01\nB;Snel;2%;2026-01-01\n",
      problems);
  ASSERT_EQ(problems.list().size(), 1U);
  EXPECT_EQ(problems.list().front().title.nl,
            "de rij noemt Hijs B.V., en contract A is met Snel BV");
  EXPECT_EQ(made.sums.front().letters, 1U);
}

TEST(an_inbox, writes_percentages_and_names_as_the_language_does) {
  Diagnostics problems;
  judged("contract;aangekondigd;prijs;per\nB;2,5%;103,00;2026-01-01\nQQQ;3%;;2026-01-01\n",
         problems);
  ASSERT_EQ(problems.list().size(), 2U);
  EXPECT_EQ(problems.list()[0].title.nl, "geen contract 'QQQ'");
  EXPECT_EQ(problems.list()[1].title.nl, "de prijs is 3,00% meer, en de rij kondigt 2,5% aan");
}

TEST(an_inbox, types_the_percentage_of_the_line_of_the_day_or_none) {
  const InboxLetter one =
      letter_itself("Werk B. De CPI steeg met 3,3%.\nPer 1 januari 2026 rekenen wij 2% meer.");
  EXPECT_THAT(one.not_judged.en, testing::HasSubstr("--announced 2% --on 2026-01-01"));
  EXPECT_THAT(one.not_judged.nl, testing::HasSubstr("er staat meer dan één percentage"));
  const InboxLetter open =
      letter_itself("Werk B. De CPI steeg met 3,3%.\nWij rekenen 2% meer.\nPer 1 januari 2026.");
  EXPECT_THAT(open.not_judged.en, testing::HasSubstr("--announced PERCENTAGE --on 2026-01-01"));
}

}  // namespace
}  // namespace pricetalk
