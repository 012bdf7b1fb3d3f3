#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

INSTANTIATE_TEST_SUITE_P(in, Hints, ::testing::Values("en", "nl"),
                         [](const auto& each) { return std::string(each.param); });

}  // namespace
}  // namespace pricetalk::harness
