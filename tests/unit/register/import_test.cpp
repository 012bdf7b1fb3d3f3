#include "register/import.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "pricetalk/contract/contract.hpp"
#include "register/register_sheets.hpp"

namespace pricetalk {
namespace {

using testing::HasSubstr;

Library figures() {
  std::vector<Series> all;
  for (const char* id : {"cbs/cpi/alle-bestedingen-2025", "cbs/cpi/afgeleid-2025"}) {
    Series& each = all.emplace_back();
    each.id = id;
    each.frequency = Unit::month;
  }
  return Library().with(std::move(all), {});
}

struct Imported {
  Library library = figures();
  Diagnostics problems;
  ImportedRegister made;

  explicit Imported(const std::string& text, const std::string& mapping = "",
                    const std::string& clauses = "", bool workbook = false) {
    const auto source = [](const char* name, const std::string& bytes) {
      return bytes.empty() ? nullptr : std::make_shared<const SourceText>(name, bytes);
    };
    const RegisterTerms terms{&library,
                              *Date::make(2026, 1, 15),
                              Language::nl,
                              source("mapping.toml", mapping),
                              source("clauses.toml", clauses),
                              workbook};
    auto read = import_register(source("r.csv", text), terms, problems);
    if (read) made = std::move(*read);
  }
  const ImportedRow& row(std::size_t i = 0) const { return made.rows.at(i); }
  std::string question(std::size_t i = 0) const {
    return row(i).questions.empty() ? "" : row(i).questions.front().what.nl;
  }
  Contract contract(std::size_t i = 0) const {
    const auto clauses = std::make_shared<const SourceText>("clauses.toml", made.clauses);
    auto read = read_contract(
        std::make_shared<const SourceText>("c.toml", row(i).text), [&](const std::string&, Span) {
          return Loaded<std::vector<SourcePtr>>{std::vector<SourcePtr>{clauses}, {}};
        });
    EXPECT_TRUE(read.ok()) << row(i).text << render(read.diagnostics, Language::en);
    return std::move(read.value.value());
  }
};

const std::string plain_heads = "Contractnr;Ingangsdatum;Maandbedrag;Prijspeil;Indexering\n";

TEST(a_register, becomes_files_below_titles_and_headings_in_two_rows) {
  const Imported found(
      "Contracten 2026\n\nContract;Partij;;Bedrag;\nNummer;Leverancier;Ingangsdatum;per "
      "maand;Indexering\n"
      "A-1;Snel BV;01-01-2024;1.250,00;nvt\nTotaal;;;1.250,00;\n");
  ASSERT_EQ(found.made.rows.size(), 1U);
  EXPECT_EQ(found.row().state(), RowState::ready) << found.question();
  const Contract contract = found.contract();
  EXPECT_EQ(contract.supplier, "Snel BV");
  EXPECT_EQ(contract.lines.front().prices.front().original.value.text(), "1250.00");
  EXPECT_TRUE(contract.lines.front().clauses.empty());
}

TEST(a_register, asks_by_cell_and_goes_on) {
  const Imported found(plain_heads +
                       "A-1;01-01-2024;0,00;01-01-2024;CPI\n"
                       "A-2 / A-3;01-01-2024;10,00;01-01-2024;CPI\n"
                       "A-4;31-02-2024;10,00;01-01-2024;CPI\n"
                       "A-5;01-01-2024;10,00;01-01-2024;CPI\n"
                       "a-5;01-01-2024;11,00;01-01-2024;CPI\n"
                       "A-6;01-01-2024;10,00;01-01-2024;CPI\n"
                       "A-7;01-01-2024;10,00;01-01-2024;\n");
  ASSERT_EQ(found.made.rows.size(), 7U);
  for (const std::size_t asked : {0U, 1U, 2U, 3U, 4U, 6U})
    EXPECT_EQ(found.row(asked).state(), RowState::question) << asked;
  EXPECT_EQ(found.row(0).questions.front().cell, "C2");
  EXPECT_EQ(found.row(2).questions.front().cell, "B4");
  EXPECT_THAT(found.question(3), HasSubstr("ook in A6"));
  EXPECT_THAT(found.question(6), HasSubstr("zegt niets over indexering"));
  EXPECT_EQ(found.row(5).state(), RowState::ready);
}

TEST(a_register, asks_of_what_day_a_price_is_with_both_readings_and_takes_the_answer) {
  const std::string rows = plain_heads + "A-1;01-01-2024;100,00;;3% vast\n";
  const Imported asked(rows);
  EXPECT_THAT(asked.question(), HasSubstr("is het de prijs van het begin"));
  EXPECT_THAT(asked.question(), HasSubstr("106,09"));
  const Imported answered(rows, "schema = 1\nprices_of = \"start\"\n[words]\n");
  EXPECT_EQ(answered.row().state(), RowState::ready) << answered.question();
  EXPECT_EQ(answered.contract().lines.front().price_date.text(), "2024-01-01");
  const Imported of_day(rows, "schema = 1\nprices_of = 2025-06-01\n[words]\n");
  EXPECT_EQ(of_day.contract().lines.front().price_date.text(), "2025-06-01");
}

TEST(a_register, takes_the_words_that_a_person_gave_a_clause) {
  const std::string clauses =
      "schema = 1\n[clause.stad]\nadjust = { every = \"year\", on = \"07-01\" }\n"
      "index.K = { series = \"cbs/cpi/afgeleid-2025\", use = \"may of same year\" }\n";
  const Imported found(
      "Contractnr;Ingangsdatum;Maandbedrag;Prijspeil;Indexering;Indexmaand\n"
      "A-1;01-04-2024;10,00;15-04-2024;conform contract;\n"
      "A-2;01-04-2024;10,00;15-04-2024;conform contract;maart\n",
      "schema = 1\n[words]\n\"conform contract\" = \"stad\"\n", clauses);
  EXPECT_EQ(found.row(0).state(), RowState::ready) << found.question();
  EXPECT_EQ(found.contract(0).clauses.front().id, "stad");
  EXPECT_THAT(found.row(1).text, HasSubstr("index.K = { use = \"march of same year\""));
  EXPECT_EQ(found.made.clauses, clauses);
}

TEST(a_register, refuses_a_mapping_to_a_clause_that_is_not_there) {
  const Imported found(plain_heads + "A-1;01-01-2024;10,00;01-01-2024;CPI\n",
                       "schema = 1\n[words]\n\"CPI\" = \"cpj\"\n");
  ASSERT_TRUE(found.problems.has_errors());
  EXPECT_EQ(found.problems.list().front().code, "A0220");
}

TEST(a_register, reads_thousands_by_its_other_amounts) {
  const Imported told(plain_heads +
                      "A-1;01-01-2024;1.250;01-01-2024;nvt\n"
                      "A-2;01-01-2024;312,50;01-01-2024;nvt\n");
  EXPECT_EQ(told.contract(0).lines.front().prices.front().original.value.text(), "1250.00");
  const Imported alone(plain_heads + "A-1;01-01-2024;1.250;01-01-2024;nvt\n");
  EXPECT_EQ(alone.row().state(), RowState::question);
}

TEST(a_register, does_not_read_the_texts_of_a_workbook_as_its_numbers) {
  const Imported found(plain_heads +
                           "A-1;01-01-2024;1.250;01-01-2024;nvt\n"
                           "A-2;01-01-2024;312.5;01-01-2024;nvt\n"
                           "A-3;01-01-2024;1.2500;01-01-2024;nvt\n",
                       "", "", true);
  EXPECT_THAT(found.question(0), HasSubstr("duizenden of decimalen"));
  EXPECT_EQ(found.contract(1).lines.front().prices.front().original.value.text(), "312.50");
  EXPECT_EQ(found.contract(2).lines.front().prices.front().original.value.text(), "1.25");
}

TEST(a_register, takes_no_supplier_for_a_total) {
  const Imported found(
      "Leverancier;Contractnr;Ingangsdatum;Maandbedrag;Indexering\n"
      "Totaal Schoon BV;A-1;01-01-2024;10,00;nvt\nTotaal: ;;;10,00;\n");
  ASSERT_EQ(found.made.rows.size(), 1U);
  EXPECT_EQ(found.row().state(), RowState::ready) << found.question();
}

TEST(a_register, keeps_open_which_series_is_meant_where_it_says_the_month) {
  const Imported found(
      "Contractnr;Ingangsdatum;Maandbedrag;Prijspeil;Indexering;Indexmaand;Max. indexatie\n"
      "A-1;01-01-2024;10,00;01-01-2024;CBS;juli;geen\n");
  ASSERT_EQ(found.row().state(), RowState::ready) << found.question();
  EXPECT_THAT(found.row().text, HasSubstr("unknown = [\"series\"]"));
  EXPECT_EQ(found.row().open.size(), 1U);
}

TEST(a_register, in_english_is_of_no_country_that_it_does_not_name) {
  const Imported found(
      "Contract number,Start date,Monthly amount,Price date,Indexation,Max\n"
      "A-1,2024-01-01,100.00,2024-01-01,CPI,3%\nA-2,2024-01-01,100.00,2024-01-01,none,\n");
  EXPECT_THAT(found.row(0).questions.front().what.en, HasSubstr("another index in each country"));
  EXPECT_EQ(found.row(1).state(), RowState::ready) << found.question(1);
  EXPECT_TRUE(found.contract(1).jurisdiction.empty());
}

TEST(a_register, asks_where_two_cells_say_another_price) {
  const Imported found(
      "Contractnr;Ingangsdatum;Maandbedrag;Jaarbedrag;Indexering\n"
      "A-1;01-01-2024;100,00;1.200,00;nvt\nA-2;01-01-2024;100,00;1.300,00;nvt\n");
  EXPECT_EQ(found.row(0).state(), RowState::ready) << found.question(0);
  EXPECT_THAT(found.question(1), HasSubstr("1.300,00"));
}

/// A register that a truth was written into, each thing in one of the ways in which people write.
class Written {
 public:
  explicit Written(unsigned seed) : random_(seed) {}

  struct Truth {
    std::string id;
    Date start;
    std::optional<Date> end;
    Decimal price;
    std::string unit;
    std::string clause;  ///< empty: none; "?": nobody knows
    std::optional<int> month;
    std::optional<Percent> cap;
    std::string notice;
  };

  std::string row(Truth& truth, int number) {
    truth.id = "K-" + std::to_string(number);
    truth.start = *Date::make(2015 + pick(10), 1 + pick(12), 13 + pick(16));
    if (pick(3) > 0) truth.end = truth.start.plus_days(400 + pick(3000));
    truth.price = Decimal(100 + pick(5'000'000), 2);
    const bool month = pick(2) == 0;
    truth.unit = month ? "month" : "year";
    struct Word {
      const char* text;
      const char* clause;
    };
    static const std::vector<Word> words = {{"CPI", "cpi"},
                                            {"cpi alle huishoudens", "cpi"},
                                            {"CPI afgeleid", "cpi-afgeleid"},
                                            {"CPI -/- 0,5", "cpi-min-0-5"},
                                            {"CPI max 3%", "cpi-max-3"},
                                            {"80% CPI", "cpi-80-procent"},
                                            {"2,5% per jaar", "vast-2-5"},
                                            {"nvt", ""},
                                            {"geen", ""},
                                            {"-", ""},
                                            {"ja", "?"},
                                            {"conform contract", "?"},
                                            {"max 3%", "?"},
                                            {"cao", "?"},
                                            {"", "?"},
                                            {"CPI min 0,5%", "?"}};
    const Word& word = words[static_cast<std::size_t>(pick(static_cast<int>(words.size())))];
    truth.clause = word.clause;
    const bool indexed = truth.clause.starts_with("cpi");
    if (indexed && pick(2) == 0) truth.month = 1 + pick(12);
    if (indexed && truth.clause != "cpi-max-3" && pick(3) == 0)
      truth.cap = Percent{Decimal(2 + pick(5), 0)};
    const int months = 1 + pick(12);
    truth.notice = std::to_string(months) + (months == 1 ? " month" : " months");
    return truth.id + ";" + day(truth.start) + ";" +
           (truth.end      ? day(*truth.end)
            : pick(2) == 0 ? ""
                           : "onbepaald") +
           ";" + (month ? amount(truth.price) + ";" : ";" + amount(truth.price)) + ";" +
           day(truth.start) + ";" + word.text + ";" +
           (truth.month ? month_text(*truth.month) : std::string()) + ";" +
           (truth.cap ? truth.cap->of_hundred.text() + (pick(2) == 0 ? "%" : " %") : "") + ";" +
           std::to_string(months) +
           (pick(2) == 0  ? " mnd"
            : months == 1 ? " maand"
                          : " maanden") +
           "\n";
  }

 private:
  int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
  static std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }
  std::string day(const Date& date) {
    switch (pick(3)) {
      case 0:
        return date.text();
      case 1:
        return two(date.day()) + "/" + two(date.month()) + "/" + std::to_string(date.year());
      default:
        return std::to_string(date.day()) + "-" + std::to_string(date.month()) + "-" +
               std::to_string(date.year());
    }
  }
  std::string amount(const Decimal& price) {
    std::string text = price.text();
    std::replace(text.begin(), text.end(), '.', ',');
    if (text.size() > 6 && pick(2) == 0) text.insert(text.size() - 6, ".");
    return pick(3) == 0 ? "\xE2\x82\xAC " + text : text;
  }
  std::string month_text(int month) {
    static const char* names[] = {"januari",   "februari", "maart",    "april",
                                  "mei",       "juni",     "juli",     "augustus",
                                  "september", "oktober",  "november", "december"};
    return pick(3) == 0 ? std::to_string(month) : names[month - 1];
  }

  std::mt19937 random_;
};

TEST(a_register, says_what_was_written_into_it_and_no_more) {
  std::size_t files = 0;
  std::size_t asked = 0;
  for (unsigned seed = 1; seed <= 10; ++seed) {
    Written written(seed);
    std::string text =
        "Contractnummer;Ingangsdatum;Einddatum;Maandbedrag;Jaarbedrag;Prijspeil;Indexering;"
        "Indexmaand;Max. indexatie;Opzegtermijn\n";
    std::vector<Written::Truth> truths(40);
    for (std::size_t i = 0; i < truths.size(); ++i)
      text += written.row(truths[i], static_cast<int>(i) + 1);
    const Imported found(text);
    ASSERT_EQ(found.made.rows.size(), truths.size());
    for (std::size_t i = 0; i < truths.size(); ++i) {
      const Written::Truth& truth = truths[i];
      ASSERT_EQ(found.row(i).id, truth.id);
      if (truth.clause == "?") {
        EXPECT_EQ(found.row(i).state(), RowState::question) << found.row(i).text;
        ++asked;
        continue;
      }
      ASSERT_NE(found.row(i).state(), RowState::question) << truth.id << found.question(i);
      ++files;
      const Contract contract = found.contract(i);
      EXPECT_EQ(contract.start, truth.start);
      EXPECT_EQ(contract.end, truth.end);
      const Line& line = contract.lines.front();
      EXPECT_EQ(Ratio(line.prices.front().original.value), Ratio(truth.price));
      EXPECT_EQ(line.unit, truth.unit);
      EXPECT_EQ(line.price_date, truth.start);
      ASSERT_TRUE(contract.terms.renewal && contract.terms.renewal->notice);
      EXPECT_EQ(contract.terms.renewal->notice->value.text(), truth.notice);
      ASSERT_EQ(line.clauses.size(), truth.clause.empty() ? 0U : 1U);
      if (truth.clause.empty()) continue;
      EXPECT_THAT(found.row(i).text, HasSubstr("\"" + truth.clause + "\""));
      const Clause& clause = contract.clauses[line.clauses.front()];
      if (truth.clause.starts_with("cpi")) {
        EXPECT_EQ(clause.reads.front().use_unknown, !truth.month) << found.row(i).text;
      }
      const bool capped = truth.cap || truth.clause == "cpi-max-3";
      EXPECT_EQ(clause.ladders.front().ladder.limits.cap.empty(), !capped);
    }
  }
  EXPECT_GT(files, 150U);
  EXPECT_GT(asked, 50U);
}

}  // namespace
}  // namespace pricetalk
