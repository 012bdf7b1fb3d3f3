#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <string>
#include <vector>

#include "program.hpp"

// docs/reference/features.md shows what a user writes for each feature. Its lines stand in files
// that are checked to the cent; here each line is looked up in the file that stands above it.

namespace pricetalk::harness {
namespace {

namespace fs = std::filesystem;

/// Where `line` stands behind `from`, or the end.
std::size_t find_line(const Lines& lines, const std::string& line, std::size_t from) {
  while (from < lines.size() && lines[from] != line) ++from;
  return from;
}

TEST(FeaturesPage, shows_lines_of_files_that_are_checked) {
  static const std::regex from(R"(^From \[[^\]]+\]\(\.\./\.\./(tests/conformance/[^)]+)\):$)");
  static const std::regex heading(R"(^### (\d+)\. .*)");
  const Lines page = lines_of(read(root() + "/docs/reference/features.md"));
  int blocks = 0;
  int last = 0;
  std::string file;
  for (std::size_t i = 0; i < page.size(); ++i) {
    std::smatch match;
    if (std::regex_match(page[i], match, heading)) {
      EXPECT_EQ(std::stoi(match[1]), last + 1) << page[i];
      last = std::stoi(match[1]);
    }
    if (std::regex_match(page[i], match, from)) file = match[1];
    if (page[i] != "```toml") continue;
    ASSERT_TRUE(fs::exists(root() + "/" + file)) << file << ", line " << i;
    const Lines source = lines_of(read(root() + "/" + file));
    std::size_t at = 0;
    for (++i; i < page.size() && page[i] != "```"; ++i) {
      at = find_line(source, page[i], at);
      EXPECT_LT(at, source.size()) << file << " does not hold (any more): " << page[i];
      ++at;
    }
    ++blocks;
  }
  EXPECT_EQ(last, 47);
  EXPECT_GE(blocks, 47);
}

TEST(ConformancePage, names_every_published_example) {
  const std::string page = read(root() + "/docs/reference/conformance.md");
  int named = 0;
  for (const auto& entry : fs::directory_iterator(root() + "/tests/conformance/native")) {
    const std::string name = entry.path().stem().string();
    EXPECT_NE(page.find("| [" + name + "](../../tests/conformance/native/" + name + ".toml) |"),
              std::string::npos)
        << name << " is not on the page";
    ++named;
  }
  EXPECT_GE(named, 75);
}

}  // namespace
}  // namespace pricetalk::harness
