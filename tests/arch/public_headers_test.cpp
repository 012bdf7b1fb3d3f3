#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "advice/thresholds_dictionary.hpp"
#include "declarations.hpp"
#include "sources.hpp"

/// Holds include/pricetalk to what a user of the library needs: few headers, and each thing in them
/// explained.
namespace pricetalk {
namespace {

/// The declarations of a header that no comment explains.
std::vector<std::string> unexplained(const std::string& text) {
  std::vector<std::string> found;
  for (const Declaration& declaration : HeaderReader(text).read())
    if (!declaration.explained) found.push_back(declaration.text);
  return found;
}

TEST(PublicHeaders, define_no_macros) {
  const std::regex macro(R"((^|\n)\s*#\s*define\b)");
  for (const Source& source : sources())
    EXPECT_FALSE(source.is_public && std::regex_search(source.code, macro)) << source.path;
}

TEST(PublicHeaders, are_as_few_as_a_user_of_the_library_needs) {
  std::size_t headers = 0;
  for (const Source& source : sources()) headers += source.is_public ? 1 : 0;
  EXPECT_GT(headers, 30U) << "the headers were not found";
  EXPECT_LE(headers, 35U)
      << "what only rooms use stands beside its sources (CONTRIBUTING, where a header stands): a "
         "public header is a promise, and a user must be able to read all of them";
}

TEST(PublicHeaders, explain_everything_that_they_declare) {
  std::size_t seen = 0;
  for (const Source& source : sources()) {
    if (!source.is_public) continue;
    for (const Declaration& declaration : HeaderReader(source.text).read()) {
      ++seen;
      EXPECT_TRUE(declaration.explained) << place(source, declaration.line)
                                         << "no comment says what this is: " << declaration.text;
    }
  }
  EXPECT_GT(seen, 1000U) << "the declarations were not found";
}

TEST(PublicHeaders, tell_the_defaults_of_the_red_face_thresholds_as_they_are) {
  std::string text;
  for (const Source& source : sources())
    if (source.path == "include/pricetalk/advice/redface.hpp") text = source.text;
  text = std::regex_replace(text, std::regex(R"(\s+(///<? )?)"), " ");
  std::apply(
      [&](const auto&... field) {
        const auto tells = [&](std::string_view meaning, std::string fallback) {
          std::erase(fallback, '"');
          const std::string words = std::string(meaning.substr(1)) + "; default: " + fallback;
          EXPECT_THAT(text, testing::HasSubstr(words));
        };
        (tells(field.meaning, std::string(field.fallback)), ...);
      },
      Dictionary<RedFaceThresholds>::fields);
}

TEST(PublicHeaders, a_declaration_without_a_comment_is_found) {
  const std::string bare = R"(
/// A thing.
struct Thing {
  /// Which.
  enum class Kind { one, two };
  int a = 0;  ///< in cents
  int b{};
  std::vector<std::pair<int, int>> c = {};
  explicit Thing(int size = 1) : b{size} {}
  bool is_good() const { return a > 0; }
  int c = 0;  ///< of another line
  friend bool operator<(Thing a, Thing b) { return a.a < b.a; }
 private:
  int hidden_;
};
struct Other {};
enum class Way : int {
  up,
  down,  ///< against the current
};
int count(const Thing& thing);
using Things = std::vector<Thing>;
)";
  EXPECT_THAT(unexplained(bare),
              testing::ElementsAre("int b", "std::vector<std::pair<int, int>> c = ",
                                   "explicit Thing(int size = 1) : b", "bool is_good() const ",
                                   "friend bool operator<(Thing a, Thing b) ", "struct Other ",
                                   "enum class Way : int ", "up", "int count(const Thing& thing)",
                                   "using Things = std::vector<Thing>"));
}

TEST(PublicHeaders, a_comment_explains_what_it_stands_at_and_as_many_as_it_says) {
  const std::string group = R"(
/// A thing.
class Thing {
 public:
  Thing() = default;
  /// These two: sizes.
  int a;
  int b;
  int c;
  long
      d;  ///< beside its end
  /// These two: in the unit
  /// of the thing.
  int size() const;
  int size(int unit) const;
  int weight() const;
  int from, to;  ///< one comment for two names
  friend bool operator==(const Thing&, const Thing&) = default;

 private:
  int hidden_;
};
class Later;
/// Of a thing.
int of(const Thing& thing);
int of(const Later& later);
int other(const Thing& thing);
)";
  EXPECT_THAT(unexplained(group),
              testing::ElementsAre("int c", "int weight() const", "int from, to",
                                   "int other(const Thing& thing)"));
}

}  // namespace
}  // namespace pricetalk
