#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "document/tree.hpp"

namespace pricetalk::beginners_test {

SourcePtr source(std::string text) {
  return std::make_shared<const SourceText>("input.toml", std::move(text));
}

/// "4:7 T0103 write \"4%\"" of every diagnostic, in order.
std::vector<std::string> found(std::string text) {
  const SourcePtr file = source(std::move(text));
  std::vector<std::string> lines;
  for (const auto& one : read_document(file).diagnostics.sorted()) {
    const auto at = file->position(one.span.begin);
    lines.push_back(std::to_string(at.line) + ":" + std::to_string(at.column) + " " + one.code +
                    " " + std::string(one.span.text()) + " -> " + one.hint.en);
    EXPECT_FALSE(one.title.nl.empty());
    EXPECT_EQ(one.hint.en.empty(), one.hint.nl.empty());
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(Beginner, who_types_a_decimal_comma_gets_a_point) {
  EXPECT_EQ(found("p = 31,25\n"), Lines{"1:5 T0101 31,25 -> write 31.25"});
  EXPECT_EQ(found("p = -0,5 # korting\n"), Lines{"1:5 T0101 -0,5 -> write -0.5"});
  EXPECT_EQ(found("q = { a = 1,5, b = 2 }\n"), Lines{"1:11 T0101 1,5 -> write 1.5"});
  EXPECT_EQ(found("q = { a = 1,5 }\n"), Lines{"1:11 T0101 1,5 -> write 1.5"});
  EXPECT_EQ(found("p = 31,-\n"), Lines{"1:5 T0101 31,- -> write 31"});
}

TEST(Beginner, who_types_a_comma_and_three_digits_is_told_both_readings) {
  EXPECT_EQ(found("p = 1,250\n"),
            Lines{"1:5 T0101 1,250 -> write 1.250, or 1250 if the comma stands between thousands"});
  EXPECT_EQ(found("p = 0,125\n"), Lines{"1:5 T0101 0,125 -> write 0.125"});
}

TEST(Beginner, who_types_separators_between_thousands_gets_plain_digits) {
  EXPECT_EQ(found("p = 1.250.000\n"), Lines{"1:5 T0102 1.250.000 -> write 1250000"});
  EXPECT_EQ(found("p = 1.250,00\n"), Lines{"1:5 T0102 1.250,00 -> write 1250.00"});
  EXPECT_EQ(found("p = 1,250,000.5\n"), Lines{"1:5 T0102 1,250,000.5 -> write 1250000.5"});
  EXPECT_EQ(found("p = 1 250,00\n"), Lines{"1:5 T0102 1 250,00 -> write 1250.00"});
  EXPECT_EQ(found("p = 1\xC2\xA0"
                  "250\n"),
            Lines{"1:5 T0102 1\xC2\xA0"
                  "250 -> write 1250"});
  EXPECT_EQ(found("p = 1'250.00\n"), Lines{"1:5 T0102 1'250.00 -> write 1250.00"});
  EXPECT_EQ(found("q = { m = 1.250,00 }\n"), Lines{"1:11 T0102 1.250,00 -> write 1250.00"});
}

TEST(Beginner, who_types_a_bare_percent_sign_gets_quotes) {
  EXPECT_EQ(found("cap = 4%\n"), Lines{"1:7 T0103 4% -> write \"4%\""});
  EXPECT_EQ(found("cap = -1.5 %\n"), Lines{"1:7 T0103 -1.5 % -> write \"-1.5%\""});
  EXPECT_EQ(found("cap = 4,5%\n"), Lines{"1:7 T0103 4,5% -> write \"4.5%\""});
  EXPECT_EQ(found("cap = 4 procent\n"), Lines{"1:7 T0103 4 procent -> write \"4%\""});
  EXPECT_EQ(found("t = [{ share = 50%, up_to = 3% }]\n"),
            (Lines{"1:16 T0103 50% -> write \"50%\"", "1:29 T0103 3% -> write \"3%\""}));
}

TEST(Beginner, who_types_day_month_year_gets_year_month_day) {
  EXPECT_EQ(found("d = 31-01-2019\n"), Lines{"1:5 T0104 31-01-2019 -> write 2019-01-31"});
  EXPECT_EQ(found("d = 1/2/2019\n"),
            Lines{"1:5 T0104 1/2/2019 -> write 2019-02-01 (read as day 01, month 02)"});
  EXPECT_EQ(found("d = 31.01.2019\n"), Lines{"1:5 T0104 31.01.2019 -> write 2019-01-31"});
  EXPECT_EQ(found("d = 2019/01/31\n"), Lines{"1:5 T0104 2019/01/31 -> write 2019-01-31"});
  EXPECT_EQ(found("d = 2019-1-1\n"), Lines{"1:5 T0104 2019-1-1 -> write 2019-01-01"});
  EXPECT_EQ(found("d = 12/31/2019\n"), Lines{"1:5 T0104 12/31/2019 -> write 2019-12-31"});
  EXPECT_EQ(found("d = 1 januari 2019\n"), Lines{"1:5 T0104 1 januari 2019 -> write 2019-01-01"});
  EXPECT_EQ(found("d = May 1, 2019\n"), Lines{"1:5 T0104 May 1, 2019 -> write 2019-05-01"});
  EXPECT_EQ(found("d = [01-01-2019, 2020-01-01]\n"),
            Lines{"1:6 T0104 01-01-2019 -> write 2019-01-01"});
  EXPECT_EQ(found("d = 31-02-2019\n"),
            Lines{"1:5 T0104 31-02-2019 -> this day does not exist; write for example 2019-01-31"});
}

TEST(Beginner, who_types_a_currency_gets_a_plain_number) {
  const std::string rest = "; the currency has a key of its own";
  EXPECT_EQ(found("p = € 31.25\n"), Lines{"1:5 T0105 € 31.25 -> write 31.25" + rest});
  EXPECT_EQ(found("p = €31,25\n"), Lines{"1:5 T0105 €31,25 -> write 31.25" + rest});
  EXPECT_EQ(found("p = 31.25 EUR\n"), Lines{"1:5 T0105 31.25 EUR -> write 31.25" + rest});
  EXPECT_EQ(found("p = EUR 1.250,-\n"), Lines{"1:5 T0105 EUR 1.250,- -> write 1250" + rest});
  EXPECT_EQ(found("p = 5 euro\n"), Lines{"1:5 T0105 5 euro -> write 5" + rest});
  EXPECT_EQ(found("p = { x = € 5,00 }\n"), Lines{"1:11 T0105 € 5,00 -> write 5.00" + rest});
}

TEST(Beginner, who_forgets_quotes_gets_them) {
  EXPECT_EQ(found("id = FM-2019-014\n"), Lines{"1:6 T0106 FM-2019-014 -> write \"FM-2019-014\""});
  EXPECT_EQ(found("title = Schoonmaak stadskantoor # het grote\n"),
            Lines{"1:9 T0106 Schoonmaak stadskantoor -> write \"Schoonmaak stadskantoor\""});
  EXPECT_EQ(found("every = year\n"), Lines{"1:9 T0106 year -> write \"year\""});
  EXPECT_EQ(found("on = 01-01\n"), Lines{"1:6 T0106 01-01 -> write \"01-01\""});
  EXPECT_EQ(found("p = 2019-Q3\n"), Lines{"1:5 T0106 2019-Q3 -> write \"2019-Q3\""});
  EXPECT_EQ(found("p = 2019-07\n"), Lines{"1:5 T0106 2019-07 -> write \"2019-07\""});
  EXPECT_EQ(found("before = 2 months\n"), Lines{"1:10 T0106 2 months -> write \"2 months\""});
  EXPECT_EQ(found("s = { name = De Mouw, B.V., id = x }\n"),
            (Lines{"1:14 T0106 De Mouw, B.V. -> write \"De Mouw, B.V.\"",
                   "1:34 T0106 x -> write \"x\""}));
  EXPECT_EQ(found("alias = [Schoonmaak,\n  Dagelijks]\n"),
            (Lines{"1:10 T0106 Schoonmaak -> write \"Schoonmaak\"",
                   "2:3 T0106 Dagelijks -> write \"Dagelijks\""}));
  EXPECT_EQ(found("t = Schoonmaak\"\n"), Lines{"1:5 T0106 Schoonmaak\" -> write \"Schoonmaak\""});
}

TEST(Beginner, who_pastes_curly_quotes_gets_straight_ones) {
  EXPECT_EQ(found("cap = “4%”\n"), Lines{"1:7 T0107 “4%” -> write \"4%\""});
  EXPECT_EQ(found("cap = ‘x’ # y\n"), Lines{"1:7 T0107 ‘x’ -> write \"x\""});
  EXPECT_EQ(found("cap = „4%”\n"), Lines{"1:7 T0107 „4%” -> write \"4%\""});
  EXPECT_EQ(found("cap = \"4%”\n"), Lines{"1:7 T0107 \"4%” -> write \"4%\""});
  EXPECT_EQ(found("cap = “4%\"\n"), Lines{"1:7 T0107 “4%\" -> write \"4%\""});
  EXPECT_EQ(found("a = [“x, y”, ‘z’]\n"),
            (Lines{"1:6 T0107 “x, y” -> write \"x, y\"", "1:14 T0107 ‘z’ -> write \"z\""}));
  EXPECT_EQ(found("a = { b = “x, y”, c = 1 }\n"), Lines{"1:11 T0107 “x, y” -> write \"x, y\""});
  EXPECT_EQ(found("“a” = 1\n"), Lines{"1:1 T0107 “a” -> a name needs no quotes: a"});
  EXPECT_EQ(found("[clause.“a”]\n"), Lines{"1:9 T0107 “a” -> a name needs no quotes: a"});
}

TEST(Beginner, who_writes_a_heading_twice_is_shown_the_first) {
  const SourcePtr file = source("[clause.x]\na = 1\n[clause.x]\nb = 2\n");
  const auto read = read_document(file);
  EXPECT_EQ(render(read.diagnostics, Language::en),
            "input.toml:3:1: error[T0108]: the heading [clause.x] stands here for the second time\n"
            "  1 | [clause.x]\n"
            "    | ---------- first here\n"
            "   ...\n"
            "  3 | [clause.x]\n"
            "    | ^^^^^^^^^^\n"
            "    = hint: put everything under the one in line 1, or give this one another name\n");
  // Both halves are read, so that mistakes in the second one are found as well.
  const DocumentNode* clause = read.value->find("clause")->find("x");
  ASSERT_NE(clause, nullptr);
  EXPECT_EQ(clause->entries.size(), 2u);
  EXPECT_FALSE(clause->incomplete);
}

TEST(Beginner, who_copies_a_whole_block_gets_one_error) {
  EXPECT_EQ(found("[clause.x]\na = 1\n[clause.x.limits]\nb = 1\n[clause.x]\na = 1\n"
                  "[clause.x.limits]\nb = 1\n[clause.y]\n")
                .size(),
            1u);
}

TEST(Beginner, who_mixes_single_and_double_brackets_is_told_so) {
  EXPECT_EQ(found("[[decision]]\na = 1\n[decision]\na = 2\n"),
            Lines{"3:1 T0108 [decision] -> with several of them, write [[decision]] each time (see "
                  "line 1)"});
  EXPECT_EQ(found("[decision]\na = 1\n[[decision]]\na = 2\n").size(), 1u);
}

TEST(Beginner, who_writes_a_list_of_tables_is_not_troubled) {
  EXPECT_EQ(found("[[a]]\n[a.b]\nx = 1\n[[a.c]]\n[[a]]\n[a.b]\nx = 2\n[[a.c]]\n[[a.c]]\n"),
            Lines{});
}

TEST(Beginner, who_makes_all_eight_mistakes_is_told_all_at_once) {
  const auto lines = found(R"(
[contract]
id = FM-2019-014
start = 01-01-2019
[clause.x]
cap = 4%
floor = “0%”
[price.y]
unit_price = 31,25
budget = 1.250.000
fee = € 5
[clause.x]
article = "3"
)");
  std::string codes;
  for (const auto& line : lines) codes += line.substr(line.find('T'), 5) + " ";
  EXPECT_EQ(codes, "T0106 T0104 T0103 T0107 T0101 T0102 T0105 T0108 ");
}

TEST(Beginner, is_not_troubled_inside_strings_and_comments) {
  EXPECT_EQ(found(R"(
# p = 31,25 and 4% and 01-01-2019 and € 5 and “x” and [a]
a = "31,25 4% 01-01-2019 € 5 1.250.000 “x” [clause.x] # no comment"
b = '31,25 4% 01-01-2019 € 5 1.250.000 “x” \ [clause.x]'
c = """
[a]
p = 31,25
q = 4% "" " \"""
every = year
"""
d = '''
[a]
[a]
p = € 5
'''
e = """x"""" # 4%
f = [ "4%", # 31,25
  '€ 5',
  """
p = 31,25
""" ]
g = { "p = 4%" = "x", h = 'y = 1,5' }
"p = 4%" = 1
[i]
[j."a.b".'c = 1,5']
)"),
            Lines{});
}

TEST(Beginner, is_not_troubled_by_lists_of_numbers) {
  EXPECT_EQ(
      found("a = [1,25]\nb = [1.5,2.5,\n 3,5]\nc = [[1,25],[2,50]]\nd = { e = [1,25], f = 1 }\n"
            "g = [1,]\nh = [ 1250,1250 , 1_000 ]\n"),
      Lines{});
}

TEST(Beginner, is_told_about_a_comma_in_a_list_when_it_is_certain) {
  EXPECT_EQ(found("a = [1,05, 2]\n"), Lines{"1:6 T0101 1,05 -> write 1.05"});
  EXPECT_EQ(found("a = [4,5%]\n"), Lines{"1:6 T0103 4,5% -> write \"4.5%\""});
}

TEST(Beginner, is_told_about_each_mistake_once) {
  const SourcePtr file = source("a = 4%\nb = 2\n");
  const auto read = read_document(file);
  ASSERT_TRUE(read.value);
  EXPECT_TRUE(read.value->find("a")->broken);
  EXPECT_FALSE(read.value->find("b")->broken);
}

TEST(OtherMistake, yes_and_no_are_true_and_false) {
  EXPECT_EQ(found("a = yes\n"), Lines{"1:5 T0109 yes -> write true"});
  EXPECT_EQ(found("a = False\n"), Lines{"1:5 T0109 False -> write false"});
  EXPECT_EQ(found("a = ja\nb = [nee]\n"),
            (Lines{"1:5 T0109 ja -> write true", "2:6 T0109 nee -> write false"}));
}

TEST(OtherMistake, a_day_that_does_not_exist) {
  EXPECT_EQ(found("a = 2025-02-29\n"), Lines{"1:5 T0110 2025-02-29 -> a date is year-month-day"});
  EXPECT_EQ(found("a = 2025-31-01\n"), Lines{"1:5 T0110 2025-31-01 -> write 2025-01-31"});
  EXPECT_EQ(found("a = 2025-10-22 10:00\n"),
            Lines{"1:5 T0110 2025-10-22 10:00 -> write 2025-10-22T10:00:00"});
  EXPECT_EQ(found("a = 2025-10-22T25:00:00\n").size(), 1u);
}

TEST(OtherMistake, a_key_twice_shows_the_first) {
  EXPECT_EQ(found("[t]\nx = 1\n[u]\nx = 1\nx = [\n 2]\ny.z = 1\ny.w = 2\n"),
            Lines{"5:1 T0111 x -> leave one of the two out"});
}

TEST(OtherMistake, a_text_list_or_brace_that_is_not_closed_does_not_hide_the_next_line) {
  EXPECT_EQ(found("a = \"x\nb = 4%\n"),
            (Lines{"1:5 T0112 \"x -> put a \" at its end", "2:5 T0103 4% -> write \"4%\""}));
  EXPECT_EQ(found("a = [1, 2\nb = 4%\n"),
            (Lines{"1:5 T0113 [ -> put a ] at its end", "2:5 T0103 4% -> write \"4%\""}));
  EXPECT_EQ(found("a = [\n  1,\n\n[contract]\nb = 4%\n"),
            (Lines{"1:5 T0113 [ -> put a ] at its end", "5:5 T0103 4% -> write \"4%\""}));
  EXPECT_EQ(found("a = { b = 1\nc = 4%\n"),
            (Lines{"1:5 T0113 { -> put a } at the end", "2:5 T0103 4% -> write \"4%\""}));
  EXPECT_EQ(found("a = {\n  b = 1,\n  c = 2\n}\nd = 4%\n"),
            (Lines{"1:5 T0113 { -> write everything on one line, or give it a heading of its own",
                   "5:5 T0103 4% -> write \"4%\""}));
  EXPECT_EQ(found("[contract\nb = 4%\n"),
            (Lines{"1:1 T0113 [contract -> write [contract]", "2:5 T0103 4% -> write \"4%\""}));
}

TEST(OtherMistake, numbers_in_other_forms) {
  for (const std::string wrong :
       {"1e5", "1.5E-3", "0x1F", "0o17", "0b1", "inf", "-nan", ".5", "5.", "01.5", "1__0", "1_"}) {
    const auto lines = found("a = " + wrong + "\nb = [" + wrong + "]\nc = { d = " + wrong + " }\n");
    ASSERT_EQ(lines.size(), 3u) << wrong;
    for (const auto& line : lines) EXPECT_NE(line.find("T0116"), std::string::npos) << line;
  }
  for (const std::string wrong : {"1234567890123456789", "0.1234567890123456789",
                                  "99999999999999999999", "1_000_000_000_000_000_000"}) {
    EXPECT_NE(found("a = " + wrong + "\n").at(0).find("T0117"), std::string::npos) << wrong;
  }
}

TEST(OtherMistake, something_behind_a_value) {
  EXPECT_EQ(found("a = 1 b = 2\n"),
            Lines{"1:7 T0115 b = 2 -> start a new line, or put a # before a comment"});
  EXPECT_EQ(found("[t] x = 1\n").at(0).substr(0, 9), "1:5 T0115");
  EXPECT_EQ(found("a = \"de \"Mouw\" B.V.\"\n").at(0).substr(0, 10), "1:10 T0115");
}

TEST(OtherMistake, lines_that_are_no_toml) {
  EXPECT_EQ(found("cap: \"4%\"\n"), Lines{"1:1 T0125 cap: \"4%\" -> write cap = \"4%\""});
  EXPECT_EQ(found("unit price = 3\n"), Lines{"1:1 T0125 unit price -> write unit_price = ..."});
  EXPECT_EQ(found("[clause.daily cleaning]\n"),
            Lines{"1:1 T0125 [clause.daily cleaning] -> write [clause.daily-cleaning]"});
  EXPECT_EQ(found("// x\n"), Lines{"1:1 T0125 // x -> write key = value; a comment starts with #"});
  EXPECT_EQ(found("a =\n").at(0).substr(0, 10), "1:1 T0125 ");
  EXPECT_EQ(found("= 1\n").at(0).substr(0, 10), "1:1 T0125 ");
  EXPECT_EQ(found("[]\n").at(0).substr(0, 10), "1:1 T0125 ");
}

TEST(OtherMistake, unusual_blanks) {
  EXPECT_EQ(found("a =\xC2\xA0"
                  "1\n")
                .at(0)
                .substr(0, 9),
            "1:4 T0119");
  EXPECT_EQ(found("a = 1\xE2\x80\x8B\n").at(0).substr(0, 9), "1:6 T0119");
  EXPECT_EQ(found("# a\xC2\xA0"
                  "b\na = \"x\xC2\xA0y\"\n"),
            Lines{});
}

TEST(OtherMistake, what_only_the_parser_sees_is_said_in_plain_words) {
  EXPECT_EQ(found("a = { b = 1, }\n"), Lines{"1:14 T0114 } -> leave the last comma out"});
  EXPECT_EQ(found("a = \"C:\\path\"\n"),
            Lines{"1:9 T0124 p -> write \\\\, or put the text between '"});
  EXPECT_EQ(found("a = { b = 1, b = 2 }\n").at(0).substr(5, 5), "T0111");
  EXPECT_EQ(found("a = 1\n[a]\nb = 4%\n"),
            (Lines{"2:1 T0111 [a] -> leave one of the two out, or join them",
                   "3:5 T0103 4% -> write \"4%\""}));
  EXPECT_EQ(found("b = 1\n[b.\"c\".'d']\n"),
            Lines{"2:1 T0111 [b.\"c\".'d'] -> leave one of the two out, or join them"});
  EXPECT_EQ(found("a = { 1 }\n").size(), 1u);
  EXPECT_EQ(found("a = [1 2]\n").size(), 1u);
}

TEST(OtherMistake, many_that_only_the_parser_sees_are_all_found) {
  std::string text;
  for (int i = 0; i < 12; ++i) text += "a" + std::to_string(i) + " = \"\\q\"\n";
  const SourcePtr file = source(text);
  const auto read = read_document(file);
  EXPECT_EQ(read.diagnostics.list().size(), 12u);
  ASSERT_TRUE(read.value);
  EXPECT_EQ(read.value->entries.size(), 12u);
}

TEST(OtherMistake, too_many_end_the_search) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "a" + std::to_string(i) + " = 4%\n";
  const auto many = read_document(source(text));
  EXPECT_FALSE(many.value);
  EXPECT_EQ(many.diagnostics.list().size(), 101u);
  EXPECT_EQ(many.diagnostics.list().back().code, "T0126");
  std::string escapes;
  for (int i = 0; i < 30; ++i) escapes += "a" + std::to_string(i) + " = \"\\q\"\n";
  const auto parser = read_document(source(escapes));
  EXPECT_FALSE(parser.value);
  EXPECT_EQ(parser.diagnostics.list().size(), 21u);
  EXPECT_EQ(parser.diagnostics.list().back().code, "T0126");
}

TEST(Filter, refuses_what_is_no_text) {
  EXPECT_EQ(found("").at(0).substr(4, 5), "T0121");
  EXPECT_EQ(found(" \r\n\t\n").at(0).substr(4, 5), "T0121");
  EXPECT_EQ(found("\xEF\xBB\xBF").at(0).substr(4, 5), "T0121");
  EXPECT_EQ(found(std::string("\xFF\xFE"
                              "a\0",
                              4))
                .at(0)
                .substr(4, 5),
            "T0122");
  EXPECT_EQ(found(std::string("a = 1\0", 6)).at(0).substr(0, 9), "1:6 T0122");
  EXPECT_EQ(found(std::string(max_document_bytes + 1, '#')).at(0).substr(4, 5), "T0120");
}

TEST(Filter, shows_the_byte_that_is_not_utf8_and_reads_on) {
  EXPECT_EQ(found("# a\nb = \"Caf\xE9 de Mouw\"\nc = 4%\n"),
            (Lines{"2:9 T0122 \xE9 -> save the file as UTF-8", "3:5 T0103 4% -> write \"4%\""}));
}

TEST(Filter, shows_a_control_character_and_reads_on) {
  EXPECT_EQ(found("a = \"x\x07y\"\nb\x01 = 1\n"),
            Lines{"1:7 T0123 \x07 -> take it out, and 1 more behind it"});
  EXPECT_EQ(found("a = 1\rb = 2\n").at(0).substr(0, 9), "1:6 T0123");
}

}  // namespace pricetalk::beginners_test
