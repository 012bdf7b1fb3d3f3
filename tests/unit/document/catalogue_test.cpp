#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string>

#include "document/codes.hpp"
#include "pricetalk/document/tree.hpp"

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

TEST(DocumentCodes, are_sorted_and_explained_in_both_languages) {
  std::string_view last;
  for (const Code& code : document_codes()) {
    EXPECT_LT(last, code.code);
    last = code.code;
    EXPECT_EQ(code.code.size(), 5u);
    for (const auto text :
         {code.title.en, code.title.nl, code.explanation.en, code.explanation.nl}) {
      EXPECT_FALSE(text.empty()) << code.code;
    }
    EXPECT_NE(code.title.en, code.title.nl);
    EXPECT_TRUE(code.explanation.en.ends_with('.')) << code.code;
    EXPECT_TRUE(code.explanation.nl.ends_with('.')) << code.code;
  }
}

}  // namespace pricetalk::catalogue_test
