#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "program.hpp"
#include "temporary_folder.hpp"

/// What the program tells to type about figures is typed here, as it was printed.
namespace pricetalk::harness {
namespace {

using testing::HasSubstr;

const std::string day_of_hints = " --today 2026-06-20";
const std::string with_gaps =
    "tests/golden/index/tells-of-figures-that-lie-between-others-in-english/";

Ran run_line(const std::string& line) { return run_in(root(), split(line)); }

/// What stands between two marks, the first time.
std::string between(const std::string& text, const std::string& from, const std::string& to) {
  const auto begin = text.find(from);
  if (begin == std::string::npos) return {};
  const auto end = text.find(to, begin + from.size());
  return text.substr(begin + from.size(), end - begin - from.size());
}

class Hints : public ::testing::TestWithParam<const char*> {
 protected:
  std::string language() const { return GetParam(); }
  std::string in_language() const { return day_of_hints + " --language " + language(); }
  bool english() const { return language() == "en"; }
  std::string file(const std::string& text) const {
    const std::string path = folder_ / "figures.csv";
    write(path, text);
    return path;
  }
  /// The command with a file of that text in it.
  Ran imported(const std::string& command, const std::string& text) const {
    const std::string word = english() ? " FILE " : " BESTAND ";
    EXPECT_THAT(command, HasSubstr(word));
    return run_line(replaced(command, word, " " + file(text) + " ") + " --dry-run" + in_language());
  }
  TemporaryFolder folder_;
};

TEST_P(Hints, the_command_of_the_status_brings_the_missing_figure_in) {
  const Ran status = run_line("pricetalk index status " + with_gaps + "contracts" + in_language());
  const std::string rest = status.out.substr(status.out.find("  cbs/ppi:"));
  const std::string command = between(rest, english() ? "then type: " : "typ dan: ", "\n");
  const Ran ran = imported(command, "2026-03,118.6\n");
  EXPECT_EQ(ran.status, 0) << command << "\n" << ran.both;
  EXPECT_THAT(ran.out, HasSubstr(english() ? "cbs/ppi: 1 new" : "cbs/ppi: 1 nieuw"));
}

TEST_P(Hints, the_command_for_a_series_that_is_not_there_goes_beside_the_others) {
  const Ran status = run_line("pricetalk index status " + with_gaps + "contracts" + in_language());
  const std::string rest = status.out.substr(status.out.find("  cbs/dpi:"));
  const std::string command = between(rest, english() ? "then type: " : "typ dan: ", "\n");
  EXPECT_THAT(command, HasSubstr("/my figures' --as cbs/dpi"));
  EXPECT_EQ(imported(command, "2026-03,118.6\n").status, 0) << command;
}

TEST_P(Hints, the_command_behind_a_price_brings_its_figure_in) {
  const Ran price = run_line("pricetalk price " + with_gaps + "contracts/gap.toml --on 2026-05-01" +
                             in_language());
  const std::string command = between(price.out, "`", "`");
  const Ran ran = imported(command, "2026-03,118.6\n");
  EXPECT_EQ(ran.status, 0) << price.both << "\n" << ran.both;
}

TEST_P(Hints, the_answers_to_a_question_about_the_decimal_sign_answer_it) {
  const std::string import = "pricetalk index import " +
                             file("2025-01;317.671\n2025-02;319.082\n") +
                             " --into indices --as my/series --dry-run" + in_language();
  const Ran asked = run_line(import);
  EXPECT_THAT(asked.err, HasSubstr("[I0407]"));
  for (const std::string answer : {" --decimal point", " --decimal comma"}) {
    EXPECT_THAT(asked.err, HasSubstr(answer));
    EXPECT_EQ(run_line(import + answer).status, 0) << answer;
  }
}

TEST_P(Hints, the_name_that_is_proposed_for_a_file_without_one_can_be_given) {
  const std::string import = "pricetalk index import " + file("2026-03;118.4\n2026-05;119.0\n") +
                             " --into '" + with_gaps + "my figures' --dry-run" + in_language();
  const Ran asked = run_line(import);
  const std::string name = between(asked.err, ": --as ", " (");
  EXPECT_EQ(name, "cbs/ppi") << asked.err;
  EXPECT_NE(run_line(import + " --as " + name).status, 2);
}

TEST_P(Hints, the_answer_to_a_doubt_takes_the_figures) {
  const std::string import = "pricetalk index import " + file("2026-06,11.92\n") + " --into '" +
                             with_gaps + "my figures' --as cbs/ppi --dry-run --today 2026-07-20" +
                             " --language " + language();
  const Ran held = run_line(import);
  EXPECT_EQ(held.status, 1) << held.both;
  for (const std::string answer : {" --on-doubt take", " --on-doubt keep"}) {
    EXPECT_THAT(held.out, HasSubstr(answer.substr(1)));
    EXPECT_EQ(run_line(import + answer).status, 0) << answer;
  }
}

TEST_P(Hints, the_exclamation_mark_makes_a_figure_by_hand_meant) {
  const std::string price =
      "pricetalk price " + with_gaps + "contracts/gap.toml --on 2026-05-01" + in_language();
  const Ran refused = run_line(price + " --figure cbs/ppi=2026-03:11840");
  EXPECT_THAT(refused.err, HasSubstr("[I0203]"));
  const std::string option = "--figure '" + between(refused.err, "--figure '", "'") + "'";
  EXPECT_EQ(run_line(price + " " + option).status, 0) << option;
}

/// A contract of one line whose clause has these lines, with a series of its own.
std::string contract_with(const std::string& clause, const std::string& figures = "") {
  return "schema = 1\nfigures_from = [\"lib\"]\n[contract]\nid = \"c\"\ncurrency = \"EUR\"\nstart "
         "= "
         "2024-01-01\n[price.p]\nunit_price = 100.00\nprice_date = 2024-01-01\nquantity = { "
         "per_month "
         "= 10 }\nclause = \"c\"\n[clause.c]\n" +
         clause + figures;
}
const std::string own_figures =
    "[[series]]\nid = \"own/x\"\ntitle = \"X\"\nbase = \"2015=100\"\nfrequency = \"month\"\n";

TEST_P(Hints, the_day_of_the_year_that_is_proposed_can_be_written) {
  for (const auto& [typed, meant] :
       {std::pair("31-12", "12-31"), std::pair("1/7/2026", "07-01"),
        std::pair("1 januari", "01-01"), std::pair("2026-07-01", "07-01")}) {
    const std::string when = "adjust = { every = \"year\", on = \"";
    const std::string rest = "\" }\nformula = \"change = 2%\"\n";
    const std::string path = folder_ / "contract.toml";
    folder_.put("lib/x.toml", "schema = 1\n" + own_figures + "figures = [[\"2024-01\", 100.0]]\n");
    write(path, contract_with(when + typed + rest));
    const Ran wrong = run_line("pricetalk check " + path + in_language());
    const std::string hint = between(wrong.err, english() ? "write \"" : "schrijf \"", "\"");
    EXPECT_EQ(hint, meant) << wrong.both;
    write(path, contract_with(when + hint + rest));
    EXPECT_NE(run_line("pricetalk check " + path + in_language()).status, 3) << typed;
  }
}

TEST_P(Hints, the_figure_that_a_decimal_comma_parted_can_be_written) {
  const std::string path = folder_ / "figures.toml";
  const auto rows = [](const std::string& figure) {
    return "schema = 1\n" + own_figures + "figures = [[\"2025-01\", " + figure +
           ", \"provisional\"], [\"2025-02\", 101.0]]\n";
  };
  write(path, rows("100,5"));
  const Ran wrong = run_line("pricetalk check " + path + in_language());
  const std::string hint = between(wrong.err, english() ? "write " : "schrijf ", "\n");
  EXPECT_EQ(hint, "100.5") << wrong.both;
  write(path, rows(hint));
  EXPECT_EQ(run_line("pricetalk check " + path + in_language()).status, 0);
}

TEST_P(Hints, the_keys_that_answer_what_a_cap_leaves_open_can_be_written) {
  const std::string clause =
      "adjust = { every = \"year\", on = \"01-01\" }\nlimits.cap = \"3%\"\nindex.X = { series = "
      "\"own/x\", use = \"july of previous year\" }\n";
  folder_.put("lib/x.toml", "schema = 1\n" + own_figures +
                                "figures = [[\"2023-07\", 100.0], [\"2024-07\", 106.0], "
                                "[\"2025-07\", 107.0]]\n");
  const std::string path = folder_ / "contract.toml";
  write(path, contract_with(clause));
  const std::string check = "pricetalk check --review " + path + in_language();
  const Ran open = run_line(check);
  const std::string remark = open.out.substr(std::min(open.out.find("[W0210]"), open.out.size()));
  std::string keys = english() ? between(remark, "write it, as ", ", or keep")
                               : between(remark, "schrijf het op, zoals ", ", of laat");
  EXPECT_THAT(keys, HasSubstr("limits.carry_over = \"none\"")) << open.both;
  EXPECT_THAT(keys, testing::Not(HasSubstr("catch_up")));
  write(path, contract_with(clause + replaced(keys, ", ", "\n") + "\n"));
  const Ran answered = run_line(check);
  EXPECT_NE(answered.status, 3) << answered.both;
  EXPECT_THAT(answered.out, testing::Not(HasSubstr("[W0210]")));
}

TEST_P(Hints, the_series_that_follows_one_that_stopped_is_brought_in_and_linked) {
  folder_.put("lib/x.toml",
              "schema = 1\n" + own_figures +
                  "stopped = \"2025-12\"\nsuccessor = \"own/y\"\nfigures = [[\"2023-07\", 100.0], "
                  "[\"2024-07\", 106.0], [\"2025-07\", 107.0], [\"2025-12\", 108.0]]\n");
  const std::string clause =
      "adjust = { every = \"year\", on = \"01-01\" }\n[clause.c.index.X]\nseries = \"own/x\"\nuse "
      "= "
      "\"july of previous year\"\n";
  const std::string path = folder_ / "contract.toml";
  write(path, contract_with(clause));
  const std::string check = "pricetalk check --review " + path + in_language();
  const Ran stops = run_line(check);
  const std::string remark =
      stops.both.substr(std::min(stops.both.find("[W0137]"), stops.both.size()));
  const std::string word = english() ? " FILE " : " BESTAND ";
  const std::string import = between(remark, "`", "`");
  EXPECT_THAT(import, HasSubstr(word)) << stops.both;
  const Ran brought = run_line(
      replaced(import, word, " " + file("2025-12,100.0\n2026-01,100.4\n") + " ") + in_language());
  EXPECT_EQ(brought.status, 0) << brought.both;
  const std::string link = "link = {" + between(remark, "link = {", "}") + "}";
  write(path, contract_with(clause + link + "\n"));
  const Ran linked = run_line(check);
  EXPECT_NE(linked.status, 3) << linked.both;
  EXPECT_THAT(linked.out, testing::Not(HasSubstr("[W0406]")));
  EXPECT_THAT(linked.both, testing::Not(HasSubstr("[W0137]")));
}

TEST_P(Hints, an_option_with_a_comma_is_told_with_what_was_typed) {
  const std::string price =
      "pricetalk price " + with_gaps + "contracts/gap.toml --on 2026-05-01" + in_language();
  const Ran figure = run_line(price + " --figure cbs/ppi=2026-03:118,40");
  const std::string option = "--figure '" + between(figure.err, "--figure '", "'") + "'";
  EXPECT_EQ(option, "--figure 'cbs/ppi=2026-03:118.40'") << figure.both;
  EXPECT_EQ(run_line(price + " " + option).status, 0);
  const std::string simulate = "pricetalk simulate " + with_gaps +
                               "contracts/gap.toml --scenario none.toml" + in_language() +
                               " --budget ";
  const Ran comma = run_line(simulate + "1.000,50");
  EXPECT_THAT(comma.err, HasSubstr("--budget 1000.50\n"));
  EXPECT_EQ(run_line(simulate + "1000.50").status, 3);
  const Ran either = run_line(simulate + "250.000");
  EXPECT_EQ(either.status, 2);
  EXPECT_THAT(either.err, HasSubstr("--budget 250.00 "));
  EXPECT_THAT(either.err, HasSubstr("--budget 250000\n"));
}

INSTANTIATE_TEST_SUITE_P(in, Hints, ::testing::Values("en", "nl"),
                         [](const auto& each) { return std::string(each.param); });

}  // namespace
}  // namespace pricetalk::harness
