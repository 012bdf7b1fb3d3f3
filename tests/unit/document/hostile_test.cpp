#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "document/tree.hpp"

namespace pricetalk::hostile_test {

std::string contents(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<std::filesystem::path> published_examples() {
  std::vector<std::filesystem::path> files;
  for (const std::string folder : {"native", "native-ladder"}) {
    const auto path =
        std::filesystem::path(PRICETALK_ROOT) / ".." / "shared" / "conformance" / folder;
    if (!std::filesystem::exists(path)) continue;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
      if (entry.path().extension() == ".toml") files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

TEST(PublishedExamples, cause_no_false_alarm) {
  const auto files = published_examples();
  if (files.empty()) GTEST_SKIP() << "no conformance files here";
  for (const auto& path : files) {
    const auto source =
        std::make_shared<const SourceText>(path.filename().string(), contents(path));
    const auto read = read_document(source);
    EXPECT_TRUE(read.ok()) << render(read.diagnostics, Language::en);
  }
}

constexpr const char* contract = R"(schema = 1
[contract]
id = "FM-2019-014"  # het nummer
title = 'Schoonmaak é'
start = 2019-01-01
[price.daily-cleaning]
unit_price = 31.250
quantity = { per_month = 1250, from = 2019-01-01 }
tiers = [
  { up_to = 10, unit_price = 2.50 },
  { unit_price = 2.00 },
]
[clause.labour-mix]
formula = """
m = L/L0
P = P0 * m
"""
[clause.labour-mix.limits]
cap = "4%"
[[decision]]
date = 2023-01-01
[[decision]]
date = 2024-01-01
talk.call_at = 2025-10-22T10:00:00
)";

void expect_inside(const DocumentNode& node, const SourceText& source) {
  ASSERT_LE(node.span.begin, node.span.end);
  ASSERT_LE(node.span.end, source.bytes().size());
  for (const Entry& entry : node.entries) {
    ASSERT_LE(entry.key_span.end, source.bytes().size());
    expect_inside(entry.value, source);
  }
  for (const DocumentNode& item : node.items) expect_inside(item, source);
}

TEST(HostileBytes, never_crash_and_always_get_an_answer) {
  const std::vector<std::string> pieces{"[",
                                        "]",
                                        "[[",
                                        "]]",
                                        "{",
                                        "}",
                                        "\"",
                                        "'",
                                        "\"\"\"",
                                        "'''",
                                        "=",
                                        ",",
                                        ".",
                                        "#",
                                        "\n",
                                        "\r",
                                        "\r\n",
                                        "\\",
                                        "\\u",
                                        "\xC2\xA0",
                                        "“",
                                        "”",
                                        "\xFF",
                                        std::string(1, '\0'),
                                        "%",
                                        "€",
                                        "1,5",
                                        "\xEF\xBB\xBF",
                                        "\xE2\x80\xA8",
                                        "\xC2\x85",
                                        "-",
                                        "_",
                                        "e",
                                        "0x",
                                        "inf",
                                        "2019-01-01",
                                        "😀",
                                        "\t",
                                        "\x7F",
                                        "\xE2\x80",
                                        "x = 1\n",
                                        "[clause.labour-mix]\n"};
  std::mt19937 random(20251121);
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random()) % limit; };
  for (int round = 0; round < 2000; ++round) {
    std::string text = contract;
    for (std::size_t changes = 1 + below(6); changes > 0 && !text.empty(); --changes) {
      const std::size_t place = below(text.size());
      switch (below(5)) {
        case 0:
          text.erase(place, 1 + below(20));
          break;
        case 1:
          text[place] = static_cast<char>(below(256));
          break;
        case 2:
          text.replace(place, 1, pieces[below(pieces.size())]);
          break;
        case 3:
          text.insert(place, text.substr(below(text.size()), below(80)));
          break;
        default:
          text.insert(place, pieces[below(pieces.size())]);
      }
    }
    const auto source = std::make_shared<const SourceText>("x.toml", text);
    const auto read = read_document(source);
    ASSERT_TRUE(read.value || read.diagnostics.has_errors()) << text;
    if (read.value) expect_inside(*read.value, *source);
    for (const auto& one : read.diagnostics.list()) {
      ASSERT_LE(one.span.begin, one.span.end);
      ASSERT_LE(one.span.end, text.size());
      ASSERT_FALSE(one.title.en.empty());
      ASSERT_FALSE(one.title.nl.empty());
    }
    ASSERT_EQ(render(read.diagnostics, Language::nl).empty(), read.diagnostics.empty());
  }
}

TEST(HostileBytes, of_any_kind_get_the_same_answer_twice) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 200; ++i) text += static_cast<char>(random() % 256);
    const auto source = std::make_shared<const SourceText>("x.toml", text);
    EXPECT_EQ(render(read_document(source).diagnostics, Language::en),
              render(read_document(source).diagnostics, Language::en));
  }
}

TEST(HostileFile, of_a_very_long_line_is_read_in_reasonable_time) {
  // Work that grows with the square of the line would take minutes here.
  std::string numbers = "a = [";
  for (int i = 0; i < 60000; ++i) numbers += "{ x = 1.5, y = \"é\" }, ";
  const auto source = std::make_shared<const SourceText>("x.toml", numbers + "]\n");
  EXPECT_TRUE(read_document(source).ok());
}

}  // namespace pricetalk::hostile_test
