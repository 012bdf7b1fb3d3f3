#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string>

#include "document/error_codes.hpp"
#include "document/tree.hpp"

namespace pricetalk::catalogue_test {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The program may have more to say about the same file (a missing key, for one); what the document
/// says is in it, word for word.
TEST(ErrorCatalogue, shows_what_the_document_says) {
  const fs::path folder = fs::path(PRICETALK_ROOT) / "tests" / "errors";
  if (!fs::exists(folder)) GTEST_SKIP() << "no error catalogue here";
  // A code may also be reported by who reads a value; one case of each is the document's own.
  std::map<std::string, bool> shown_by_code;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with("T01") || fs::exists(entry.path() / "cmd")) continue;
    const auto source =
        std::make_shared<const SourceText>("input.toml", contents(entry.path() / "input.toml"));
    const auto read = read_document(source);
    const std::string code = name.substr(0, 5);
    bool& shown = shown_by_code[code];
    for (const auto& one : read.diagnostics.list()) {
      shown = shown || one.code == code;
      Diagnostics single;
      single.add(one);
      EXPECT_NE(contents(entry.path() / "expected.en.txt").find(render(single, Language::en)),
                std::string::npos)
          << name << ":\n"
          << render(single, Language::en);
      EXPECT_NE(contents(entry.path() / "expected.nl.txt").find(render(single, Language::nl)),
                std::string::npos)
          << name << ":\n"
          << render(single, Language::nl);
    }
  }
  for (const auto& [code, shown] : shown_by_code) EXPECT_TRUE(shown) << code;
}

TEST(ErrorCodes, are_found_by_name_in_any_capitals) {
  ASSERT_NE(find_error_code("T0101"), nullptr);
  EXPECT_EQ(find_error_code("t0101"), find_error_code("T0101"));
  EXPECT_EQ(find_error_code("T0101")->title.en, "a decimal comma");
  EXPECT_EQ(find_error_code("T0199"), nullptr);
  EXPECT_EQ(find_error_code(""), nullptr);
}

TEST(ErrorCodes, the_nearest_has_the_letter_and_then_the_nearest_number) {
  EXPECT_EQ(nearest_error_code("T0101x").code, "T0101");
  EXPECT_EQ(nearest_error_code("A0130").code, "A0129");
  EXPECT_EQ(nearest_error_code("t010").code, "T0101");
  EXPECT_EQ(nearest_error_code("I0107").code, "I0106");
}

}  // namespace pricetalk::catalogue_test
