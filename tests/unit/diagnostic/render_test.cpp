#include <gtest/gtest.h>

#include <string>

#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk::render_test {

/// The first occurrence of `text`.
Span find(const SourceText& source, std::string_view text) {
  const auto begin = static_cast<std::uint32_t>(source.bytes().find(text));
  return {&source, begin, begin + static_cast<std::uint32_t>(text.size())};
}

TEST(Render, points_at_the_place_in_the_users_own_line) {
  const SourceText source("contract.toml", "[limits]\ncap = 4%\n");
  Diagnostics list;
  list.error("T0103", find(source, "4%"),
             {"a percentage stands between quotes", "een percentage staat tussen aanhalingstekens"},
             {"write \"4%\"", "schrijf \"4%\""});
  EXPECT_EQ(render(list, Language::en),
            "contract.toml:2:7: error[T0103]: a percentage stands between quotes\n"
            "  2 | cap = 4%\n"
            "    |       ^^\n"
            "    = hint: write \"4%\"\n");
  EXPECT_EQ(render(list, Language::nl),
            "contract.toml:2:7: fout[T0103]: een percentage staat tussen aanhalingstekens\n"
            "  2 | cap = 4%\n"
            "    |       ^^\n"
            "    = tip: schrijf \"4%\"\n");
}

TEST(Render, underlines_context_with_dashes_and_a_label_from_top_to_bottom) {
  const SourceText source("a.toml", "[x]\na = 1\nb = 2\n[x]\n");
  Diagnostics list;
  list.add({Severity::error,
            "T0108",
            {&source, 16, 19},
            same("twice"),
            {},
            {{{&source, 0, 3}, {"first here", "hier voor het eerst"}}},
            {}});
  EXPECT_EQ(render(list, Language::nl),
            "a.toml:4:1: fout[T0108]: twice\n"
            "  1 | [x]\n"
            "    | --- hier voor het eerst\n"
            "   ...\n"
            "  4 | [x]\n"
            "    | ^^^\n");
}

TEST(Render, shows_one_line_once_when_place_and_context_share_it) {
  const SourceText source("a.toml", "from = 3, to = 2\n");
  Diagnostics list;
  list.add({Severity::error,
            "C0001",
            find(source, "2"),
            same("to lies before from"),
            {},
            {{find(source, "3"), same("from")}},
            {}});
  EXPECT_EQ(render(list, Language::en),
            "a.toml:1:16: error[C0001]: to lies before from\n"
            "  1 | from = 3, to = 2\n"
            "    |        - from\n"
            "    |                ^\n");
}

TEST(Render, shows_context_in_another_file_with_its_name) {
  const SourceText one("one.toml", "clause = \"cpi\"\n");
  const SourceText two("two.toml", "[clause.cpi]\n");
  Diagnostics list;
  list.add({Severity::warning,
            "C0002",
            find(one, "\"cpi\""),
            same("here"),
            {},
            {{find(two, "cpi"), same("there")}},
            {}});
  EXPECT_EQ(render(list, Language::nl),
            "one.toml:1:10: waarschuwing[C0002]: here\n"
            "  1 | clause = \"cpi\"\n"
            "    |          ^^^^^\n"
            "    : two.toml:1:9\n"
            "  1 | [clause.cpi]\n"
            "    |         --- there\n");
}

TEST(Render, names_the_article_of_the_contract) {
  const SourceText source("a.toml", "cap = 4\n");
  Diagnostics list;
  list.add({Severity::error, "C0003", find(source, "4"), same("x"), same("y"), {}, "7.2"});
  EXPECT_EQ(render(list, Language::nl),
            "a.toml:1:7: fout[C0003]: x\n"
            "  1 | cap = 4\n"
            "    |       ^\n"
            "    = artikel: 7.2\n"
            "    = tip: y\n");
}

TEST(Render, lets_a_message_without_a_place_stand_alone) {
  Diagnostics list;
  list.error("O0001", {}, {"there is no file", "er is geen bestand"}, {"look", "kijk"});
  EXPECT_EQ(render(list, Language::en), "error[O0001]: there is no file\n   = hint: look\n");
}

TEST(Render, keeps_tabs_so_that_carets_line_up) {
  const SourceText source("a.toml", "\tcap\t= 4%\n");
  Diagnostics list;
  list.error("T0103", find(source, "4%"), same("x"));
  EXPECT_EQ(render(list, Language::en),
            "a.toml:1:8: error[T0103]: x\n"
            "  1 | \tcap\t= 4%\n"
            "    | \t   \t  ^^\n");
}

TEST(Render, counts_the_width_by_code_point) {
  const SourceText source("a.toml", "prijs = { é = \"€€\", x = 4% }\n");
  Diagnostics list;
  list.error("T0103", find(source, "4%"), same("x"));
  EXPECT_EQ(render(list, Language::en),
            "a.toml:1:25: error[T0103]: x\n"
            "  1 | prijs = { é = \"€€\", x = 4% }\n"
            "    |                         ^^\n");
}

TEST(Render, is_not_moved_by_a_byte_order_mark_or_dos_line_ends) {
  const SourceText source("a.toml",
                          "\xEF\xBB\xBF"
                          "cap = 4%\r\nb = 1\r\n");
  Diagnostics list;
  list.error("T0103", find(source, "4%"), same("x"));
  EXPECT_EQ(render(list, Language::en),
            "a.toml:1:7: error[T0103]: x\n"
            "  1 | cap = 4%\n"
            "    |       ^^\n");
}

TEST(Render, shortens_a_long_line_around_the_place) {
  const SourceText source(
      "a.toml", "x = \"" + std::string(200, 'a') + "\", 4%, \"" + std::string(200, 'b') + "\"\n");
  Diagnostics list;
  list.error("T0103", find(source, "4%"), same("x"));
  const std::string text = render(list, Language::en);
  EXPECT_EQ(text, "a.toml:1:209: error[T0103]: x\n  1 | …" + std::string(46, 'a') + "\", 4%, \"" +
                      std::string(46, 'b') + "…\n    |  " + std::string(49, ' ') + "^^\n");
}

TEST(Render, shows_the_end_of_a_long_line_when_the_place_is_there) {
  const SourceText source("a.toml", std::string(300, 'a') + "4%\n");
  Diagnostics list;
  list.error("T0103", find(source, "4%"), same("x"));
  EXPECT_EQ(render(list, Language::en), "a.toml:1:301: error[T0103]: x\n  1 | …" +
                                            std::string(98, 'a') + "4%\n    |  " +
                                            std::string(98, ' ') + "^^\n");
}

TEST(Render, underlines_the_first_line_of_a_long_place) {
  const SourceText source("a.toml", "a = [1,\n2]\n");
  Diagnostics list;
  list.error("T0113", {&source, 4, 10}, same("x"));
  EXPECT_EQ(render(list, Language::en),
            "a.toml:1:5: error[T0113]: x\n"
            "  1 | a = [1,\n"
            "    |     ^^^\n");
}

TEST(Render, sends_no_commands_to_a_terminal) {
  const SourceText source("a.toml", "a = \x1B[31m\xFF\x07 4%\xC2\x9B\n");
  Diagnostics list;
  list.error("T0123", find(source, "4%"), same("x"));
  const std::string text = render(list, Language::en);
  EXPECT_EQ(text.find('\x1B'), std::string::npos);
  EXPECT_EQ(text.find('\x07'), std::string::npos);
  EXPECT_EQ(text.find('\xFF'), std::string::npos);
  EXPECT_EQ(text.find("\xC2\x9B"), std::string::npos);
  EXPECT_NE(text.find("a = \xEF\xBF\xBD[31m"), std::string::npos);
}

TEST(Render, says_how_many_more_there_are) {
  const SourceText source("a.toml", "x\n");
  Diagnostics list;
  for (int i = 0; i < 32; ++i) list.error("T0125", {&source, 0, 1}, same("x"));
  const std::string english = render(list, Language::en);
  EXPECT_TRUE(english.ends_with("\n\n... and 12 more\n"));
  EXPECT_TRUE(render(list, Language::nl).ends_with("\n\n... en nog 12\n"));
  EXPECT_EQ(render(list, Language::en, 32).find("more"), std::string::npos);
}

TEST(Render, is_empty_when_nothing_is_wrong) { EXPECT_EQ(render({}, Language::en), ""); }

TEST(Render, indents_the_second_line_of_a_hint) {
  Diagnostics list;
  list.error("C0001", {}, same("x"), same("one\ntwo"));
  EXPECT_EQ(render(list, Language::en), "error[C0001]: x\n   = hint: one\n           two\n");
}

}  // namespace pricetalk::render_test
