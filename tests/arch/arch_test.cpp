#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "sources.hpp"

/// Reads the sources and holds them to the arrows of CONTRIBUTING.md: a room knows only the rooms
/// to its left, the core is pure, and each heavy header has one home.
namespace pricetalk {
namespace {

/// From left to right; rooms of one rank do not know each other.
const std::vector<std::set<std::string>> ranks{{"number", "calendar", "diagnostic"},
                                               {"document", "page"},
                                               {"explain"},
                                               {"index"},
                                               {"contract", "invoice", "wording"},
                                               {"pricing"},
                                               {"reading"},
                                               {"billing"},
                                               {"scenario", "law"},
                                               {"chance"},
                                               {"simulation", "audit"},
                                               {"portfolio"},
                                               {"lint", "advice", "register"},
                                               {"answer"},
                                               {"letter"},
                                               {"report"},
                                               {"talk"},
                                               {"store"},
                                               {"cli"}};
constexpr std::size_t first_outer_rank = 17;

/// `files` stands beside: it knows diagnostics only, and the core does not know it.
bool may_include(const std::string& room, const std::string& other) {
  const auto rank = [](const std::string& name) {
    return std::find_if(ranks.begin(), ranks.end(),
                        [&](const auto& rooms) { return rooms.contains(name); }) -
           ranks.begin();
  };
  if (room == other) {
    return true;
  }
  if (room == "files") {
    return other == "diagnostic";
  }
  if (other == "files") {
    return rank(room) >= static_cast<std::ptrdiff_t>(first_outer_rank);
  }
  return rank(other) < rank(room);
}

bool is_core(const std::string& room) {
  return std::any_of(ranks.begin(), ranks.begin() + first_outer_rank,
                     [&](const auto& rooms) { return rooms.contains(room); });
}

struct Include {
  std::string name;
  bool angled = false;
  std::size_t line = 0;
};

std::vector<Include> includes_of(const Source& source) {
  static const std::regex form(R"#(^\s*#\s*include\s*([<"])([^>"]+)[>"])#");
  std::vector<Include> found;
  std::istringstream lines(source.text);
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    std::smatch match;
    if (std::regex_search(line, match, form)) {
      found.push_back({match[2], match[1] == "<", number});
    }
  }
  return found;
}

/// Reports every line of code in which the pattern stands, unless the line holds `unless`.
void refuse(const Source& source, const std::regex& pattern, const std::string& why,
            const std::string& unless = "") {
  std::istringstream lines(source.code);
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (std::regex_search(line, pattern) &&
        (unless.empty() || line.find(unless) == std::string::npos)) {
      ADD_FAILURE() << place(source, number) << why << ": " << line;
    }
  }
}

TEST(Architecture, every_room_is_known) {
  ASSERT_FALSE(sources().empty());
  for (const auto& source : sources()) {
    EXPECT_TRUE(source.room == "files" || source.room == "cli" || is_core(source.room) ||
                ranks[first_outer_rank].contains(source.room))
        << source.path << " stands in a room that the arrows do not know";
  }
}

TEST(Architecture, rooms_include_only_what_stands_left_of_them) {
  for (const auto& source : sources()) {
    for (const auto& include : includes_of(source)) {
      if (include.angled) {
        continue;
      }
      const bool is_public = include.name.starts_with("pricetalk/");
      const std::string inner = is_public ? include.name.substr(10) : include.name;
      const auto slash = inner.find('/');
      if (slash == std::string::npos || inner.starts_with(".")) {
        ADD_FAILURE() << place(source, include.line) << "write \"pricetalk/ROOM/FILE.hpp\" or "
                      << "\"ROOM/FILE.hpp\", not \"" << include.name << "\"";
        continue;
      }
      const std::string other = inner.substr(0, slash);
      EXPECT_TRUE(may_include(source.room, other))
          << place(source, include.line) << source.room << " may not know " << other;
      EXPECT_TRUE(is_public || !source.is_public)
          << place(source, include.line) << "a public header includes a private one";
    }
  }
}

TEST(Architecture, public_headers_include_only_the_standard_library_and_each_other) {
  const std::regex standard("[a-z0-9_]+");
  for (const auto& source : sources()) {
    EXPECT_TRUE(!source.path.ends_with(".hpp") || source.text.starts_with("#pragma once\n"))
        << source.path << " does not begin with #pragma once";
    for (const auto& include : includes_of(source)) {
      EXPECT_TRUE(!source.is_public || !include.angled || std::regex_match(include.name, standard))
          << place(source, include.line) << "<" << include.name << "> in a public header";
    }
  }
}

TEST(Architecture, one_function_says_one_of_two_wordings) {
  const std::regex another(R"(\bsay\s*\(\s*Language\b)");
  for (const auto& source : sources())
    EXPECT_TRUE(source.path == "include/pricetalk/diagnostic/language.hpp" ||
                !std::regex_search(source.code, another))
        << source.path << " has a `say` of its own; diagnostic/language.hpp has one";
}

TEST(Architecture, the_core_is_pure) {
  const std::set<std::string> outside{"fstream",   "filesystem",   "iostream", "thread",
                                      "mutex",     "shared_mutex", "future",   "condition_variable",
                                      "semaphore", "latch",        "barrier",  "stop_token",
                                      "locale",    "clocale",      "locale.h", "codecvt",
                                      "ctime",     "time.h",       "csignal",  "signal.h",
                                      "unistd.h",  "fcntl.h",      "random",   "cstdio",
                                      "stdio.h"};
  const std::regex clocks(R"(\b(system_clock|steady_clock|high_resolution_clock|utc_clock)\b)");
  const std::regex calls(
      R"((^|[^\w.>])(time|clock|getenv|secure_getenv|setlocale|localtime|gmtime|mktime|system|rand|srand)\s*\()");
  const std::regex qualified(
      R"(\bstd::(time|clock|getenv|setlocale|localtime|gmtime|mktime|system|rand|locale|cout|cerr|cin)\b)");
  const std::regex state(R"(\bthread_local\b)");
  for (const auto& source : sources()) {
    if (!is_core(source.room)) {
      continue;
    }
    for (const auto& include : includes_of(source)) {
      EXPECT_FALSE(include.angled &&
                   (outside.contains(include.name) || include.name.starts_with("sys/")))
          << place(source, include.line) << "the core may not touch <" << include.name << ">";
    }
    refuse(source, clocks, "the core has no clock");
    refuse(source, calls, "the core has no clock, environment or locale");
    refuse(source, qualified, "the core has no clock, environment, locale or streams");
    refuse(source, state, "the core has no global state");
  }
}

TEST(Architecture, heavy_headers_have_one_home) {
  struct Home {
    std::string prefix;
    std::regex allowed;
  };
  const std::vector<Home> homes{
      {"boost/", std::regex(R"(src/number/ratio\.cpp)")},
      {"toml++/", std::regex(R"(src/document/document\.cpp)")},
      {"CLI/", std::regex(R"(src/cli/registry\.hpp)")},
      {"nlohmann/", std::regex(R"(src/(report/json\w*|index/publication/json_objects)\.[ch]pp)")},
      {"pugixml",
       std::regex(
           R"(src/(index/publication/(sdmx_ml\.cpp|xml_names\.hpp)|invoice/(ubl\.hpp|cii\.hpp)))")},
      {"zip.h", std::regex(R"(src/(index/publication/zip_archive|store/packed_files)\.cpp)")},
      {"zlib", std::regex(R"(src/index/publication/unpack\.cpp)")},
      {"openssl/", std::regex(R"(src/files/digest\.cpp)")},
      {"cereal/", std::regex(R"(src/store/archive\.hpp)")},
      {"xlsxwriter", std::regex(R"(src/store/(ledger|list)_workbook\.cpp)")},
      {"Random123/", std::regex(R"(src/chance/draws\.cpp)")},
      {"unicode/", std::regex(R"(src/letter/(format_icu|tone)\.cpp)")}};
  for (const auto& source : sources()) {
    for (const auto& include : includes_of(source)) {
      for (const auto& home : homes) {
        EXPECT_TRUE(!include.name.starts_with(home.prefix) ||
                    std::regex_match(source.path, home.allowed))
            << place(source, include.line) << "<" << include.name << "> does not belong here";
      }
    }
  }
}

TEST(Architecture, no_binary_floating_point_where_prices_are_made) {
  const std::set<std::string> exact{"number",   "calendar", "document", "explain", "index",
                                    "contract", "invoice",  "pricing",  "audit",   "portfolio"};
  // Whole numbers in registers that hold them exactly: docs/DECISIONS.md, the portfolio route.
  const std::string registers = "src/pricing/plan_kernel.cpp";
  const std::regex words(R"(\b(double|float|stod|stof|strtod|strtof|atof)\b)");
  for (const auto& source : sources()) {
    if (exact.contains(source.room) && source.path != registers) {
      refuse(source, words, "binary floating point", "= delete");
    }
  }
}

/// `rc::check` answers whether the property holds; a test that drops the answer cannot fail.
bool drops_a_property(const std::string& line) {
  static const std::regex statement(R"(^\s*(\(void\)\s*)?rc::check\s*\()");
  return std::regex_search(line, statement);
}

TEST(Architecture, no_test_drops_the_answer_of_its_property) {
  const std::vector<Source> tests = read_sources({"tests"});
  ASSERT_GT(tests.size(), 50U);
  for (const Source& test : tests) {
    std::istringstream lines(test.code);
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line);) {
      ++number;
      EXPECT_FALSE(drops_a_property(line)) << place(test, number) << "write RC_GTEST_PROP";
    }
  }
  EXPECT_TRUE(drops_a_property("  rc::check([] {"));
  EXPECT_TRUE(drops_a_property("(void)rc::check(\"x\", [] {"));
  EXPECT_FALSE(drops_a_property("  EXPECT_TRUE(rc::check([] {"));
}

TEST(Architecture, code_is_read_without_comments_and_texts) {
  EXPECT_EQ(code_only("a(); // time()\nb(\"double\");\n"), "a(); \nb(\"\");\n");
  EXPECT_EQ(code_only("x /* float\n */ y"), "x \n y");
  EXPECT_EQ(code_only("R\"(double)\" 'd' 50'000'000"), "\"\" \"\" 50'000'000");
}

}  // namespace
}  // namespace pricetalk
