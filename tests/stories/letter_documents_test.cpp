#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "program.hpp"
#include "temporary_folder.hpp"

// Letters as Word documents and PDF, made by programs that may not be there: how they are called,
// what is said without them, and, where they are installed, what they make.

namespace pricetalk::harness {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr const char* letter_of_cleaning =
    "letter contracts/schoonmaak-gemeente.toml --today 2025-10-14 --language en";

/// Runs the program as a process, with PATH as it is told; what it says goes to `said`.
int run_with_path(const TemporaryFolder& folder, const std::string& path,
                  const std::string& arguments) {
  const std::string command = "cd '" + root() + "' && PATH='" + path +
                              "' '" PRICETALK_PROGRAM "' " + arguments + " >'" + (folder / "out") +
                              "' 2>'" + (folder / "said") + "'";
  const int status = std::system(command.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void put_program(const TemporaryFolder& folder, const std::string& name, const std::string& text) {
  folder.put("bin/" + name, "#!/bin/sh\n" + text);
  fs::permissions(folder / ("bin/" + name), fs::perms::owner_all);
}

bool installed(const char* program) { return fs::exists(std::string("/usr/bin/") + program); }

TEST(LetterDocuments, without_pandoc_the_package_is_named_and_the_letter_stands_as_markdown) {
  const TemporaryFolder folder;
  const std::string out = folder / "brief.docx";
  EXPECT_EQ(run_with_path(folder, folder / "bin",
                          std::string(letter_of_cleaning) + " --out '" + out + "'"),
            3);
  EXPECT_THAT(folder.get("said"),
              AllOf(HasSubstr("D0203"), HasSubstr("the package pandoc"), HasSubstr("brief.md")));
  EXPECT_FALSE(fs::exists(out));
  EXPECT_THAT(folder.get("brief.md"),
              AllOf(HasSubstr("Geachte mevrouw De Wit,"), HasSubstr("# Bijlage 2")));
  EXPECT_EQ(run_with_path(folder, folder / "bin",
                          std::string(letter_of_cleaning) + " --out '" + (folder / "b.pdf") + "'"),
            3);
  EXPECT_THAT(folder.get("said"), HasSubstr("the package weasyprint"));
}

TEST(LetterDocuments, a_markdown_file_that_is_there_is_not_written_over) {
  const TemporaryFolder folder;
  folder.put("brief.md", "mine");
  EXPECT_EQ(
      run_with_path(folder, folder / "bin",
                    std::string(letter_of_cleaning) + " --out '" + (folder / "brief.docx") + "'"),
      3);
  EXPECT_EQ(folder.get("brief.md"), "mine");
}

TEST(LetterDocuments, pandoc_is_called_without_a_shell_and_a_failure_writes_nothing) {
  const TemporaryFolder folder;
  put_program(
      folder, "pandoc",
      "printf '%s\\n' \"$@\" \"$SOURCE_DATE_EPOCH\" >'" + (folder / "asked") + "'\nexit 1\n");
  const std::string out = folder / "a;b $(x).docx";
  EXPECT_EQ(run_with_path(folder, (folder / "bin") + ":/usr/bin:/bin",
                          std::string(letter_of_cleaning) + " --out '" + out + "'"),
            3);
  EXPECT_THAT(folder.get("asked"), AllOf(HasSubstr("--from=html\n--to=docx\n--output=/"),
                                         HasSubstr("--metadata=lang:nl-NL\n"),
                                         HasSubstr("\n1760400000\n"), Not(HasSubstr("a;b"))));
  EXPECT_THAT(folder.get("said"), HasSubstr("D0202"));
  EXPECT_FALSE(fs::exists(out));
}

TEST(LetterDocuments, what_pandoc_makes_is_checked_before_it_is_written) {
  const TemporaryFolder folder;
  put_program(folder, "pandoc",
              R"(for each; do case "$each" in --output=*) echo no >"${each#*=}";; esac; done
)");
  EXPECT_EQ(
      run_with_path(folder, (folder / "bin") + ":/usr/bin:/bin",
                    std::string(letter_of_cleaning) + " --out '" + (folder / "brief.docx") + "'"),
      3);
  EXPECT_THAT(folder.get("said"), HasSubstr("D0202"));
  EXPECT_FALSE(fs::exists(folder / "brief.docx"));
}

TEST(LetterDocuments, a_word_letter_is_the_same_each_time_and_holds_when_it_is_read_back) {
  if (!installed("pandoc")) GTEST_SKIP() << "pandoc is not installed (apt-get install pandoc)";
  const TemporaryFolder folder;
  for (const std::string name : {"a.docx", "b.docx", "a.odt", "b.odt"})
    ASSERT_EQ(run_with_path(folder, "/usr/bin:/bin",
                            std::string(letter_of_cleaning) + " --out '" + (folder / name) + "'"),
              0)
        << folder.get("said");
  EXPECT_EQ(folder.get("a.docx"), folder.get("b.docx"));
  EXPECT_EQ(folder.get("a.odt"), folder.get("b.odt"));
  for (const std::string name : {"a.docx", "a.odt"}) {
    EXPECT_EQ(run_with_path(folder, "/usr/bin:/bin",
                            std::string(letter_of_cleaning) + " --check '" + (folder / name) + "'"),
              0);
    EXPECT_THAT(folder.get("out"), HasSubstr("every promise stands")) << folder.get("out");
  }
}

TEST(LetterDocuments, a_pdf_has_the_letter_on_one_sheet_and_each_annex_on_a_new_one) {
  if (!installed("weasyprint") || !installed("pdftotext"))
    GTEST_SKIP() << "weasyprint and poppler-utils are not both installed";
  const TemporaryFolder folder;
  const std::string out = folder / "brief.pdf";
  ASSERT_EQ(run_with_path(folder, "/usr/bin:/bin",
                          std::string(letter_of_cleaning) + " --out '" + out + "'"),
            0)
      << folder.get("said");
  ASSERT_EQ(std::system(("pdftotext '" + out + "' '" + (folder / "text") + "'").c_str()), 0);
  const std::string text = folder.get("text");
  const auto first = text.substr(0, text.find('\f'));
  EXPECT_THAT(first, AllOf(HasSubstr("Geachte mevrouw De Wit"), HasSubstr("accountmanager")));
  EXPECT_THAT(text, HasSubstr("\fBijlage 1"));
  EXPECT_THAT(text, HasSubstr("\fBijlage 2"));
}

}  // namespace
}  // namespace pricetalk::harness
