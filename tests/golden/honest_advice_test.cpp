#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "program.hpp"
#include "temporary_folder.hpp"

/// What can be offered is said in three places: the proposal, the talk page and the letter. Each
/// case of `propose` is asked of all three, and they say the same.
namespace pricetalk::harness {
namespace {

/// Cases about one proposal as it stands in the file: the page and the letter take no other.
bool as_it_stands(const std::string& command) {
  for (const char* option : {"--innovation", "--budget", "--received", "--json", "--form"})
    if (command.find(option) != std::string::npos) return false;
  return true;
}

std::string without_marks(std::string text) {
  std::erase_if(text, [](char c) { return c == '*' || c == '\\' || c == '`'; });
  return text;
}

/// The verdict: the line below the head.
std::string verdict_of(const std::string& proposal) {
  const Lines lines = lines_of(proposal);
  const auto blank = std::find(lines.begin(), lines.end(), "");
  return blank == lines.end() || blank + 1 == lines.end() ? std::string() : *(blank + 1);
}

class HonestAdvice : public testing::TestWithParam<std::string> {};

TEST_P(HonestAdvice, is_the_same_in_proposal_page_and_letter) {
  const std::string folder = "tests/golden/propose/" + GetParam();
  std::string command = replaced(read(root() + "/" + folder + "/cmd"), "[CASE]", folder);
  while (command.ends_with('\n')) command.pop_back();
  const Ran proposed = run_in(root(), split(command));
  if (!as_it_stands(command) || proposed.status >= 2) GTEST_SKIP() << "of the proposal alone";
  const std::string verdict = verdict_of(proposed.out);
  ASSERT_FALSE(verdict.empty()) << proposed.out;
  const bool good = verdict.starts_with("Goed voor beide");
  EXPECT_EQ(proposed.status == 0,
            good || verdict.starts_with("Hulp") || verdict.starts_with("Verwijzen"))
      << verdict;

  const std::string rest = command.substr(std::string("pricetalk propose").size());
  const TemporaryFolder made;
  const std::string out = made.path() + "/talk";
  const Ran prepared = run_in(root(), split("pricetalk prepare" + rest + " --out " + out));
  ASSERT_LT(prepared.status, 2) << prepared.both;
  const std::string page = without_marks(read(out + "/internal/talk.md"));
  const bool waits = verdict.starts_with("Nog niet te bepalen");
  EXPECT_TRUE(waits || page.find(without_marks(verdict)) != std::string::npos) << page;

  const Ran letter = run_in(root(), split("pricetalk letter" + rest));
  // A refused innovation leaves the letter of the step itself, which is another kind.
  const bool written =
      files_below(out).contains("customer/letter.md") &&
      read(out + "/internal/talk.json").find(R"("letter_kind": "innovation")") != std::string::npos;
  EXPECT_EQ(letter.status == 0, written) << letter.both;
  EXPECT_TRUE(good || !written) << "a letter without an offer: " << verdict;
  const bool complete = proposed.out.find("Voor een brief is nog nodig") == std::string::npos;
  EXPECT_EQ(good && complete, written) << letter.both;
}

INSTANTIATE_TEST_SUITE_P(Cases, HonestAdvice,
                         testing::ValuesIn(folders_below(root() + "/tests/golden/propose", 1)),
                         [](const auto& each) { return test_name(each.param); });

}  // namespace
}  // namespace pricetalk::harness
