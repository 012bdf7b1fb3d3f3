#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "document/tree.hpp"
#include "pricetalk/number/decimal.hpp"

namespace pricetalk::spans_test {

using Kind = DocumentNode::Kind;

struct Document {
  SourcePtr source;
  Loaded<DocumentNode> read;

  explicit Document(std::string text)
      : source(std::make_shared<const SourceText>("x.toml", std::move(text))),
        read(read_document(source)) {}

  /// By a path such as "l.0.p".
  const DocumentNode* at(std::string_view path) const {
    if (!read.value) return nullptr;
    const DocumentNode* node = &*read.value;
    while (node != nullptr && !path.empty()) {
      const std::size_t point = std::min(path.find('/'), path.size());
      const std::string_view part = path.substr(0, point);
      if (node->kind == Kind::list) {
        const auto index = static_cast<std::size_t>(std::stoi(std::string(part)));
        node = index < node->items.size() ? &node->items[index] : nullptr;
      } else {
        node = node->find(part);
      }
      path.remove_prefix(std::min(point + 1, path.size()));
    }
    return node;
  }
};

struct Literal {
  std::string path;
  std::string raw;
};

/// Every literal is found, its span is its text, and it is the text that is wanted.
void expect_literals(const std::string& text, const std::vector<Literal>& wanted) {
  const Document document(text);
  EXPECT_TRUE(document.read.ok()) << text << render(document.read.diagnostics, Language::en);
  for (const auto& [path, raw] : wanted) {
    const DocumentNode* node = document.at(path);
    ASSERT_NE(node, nullptr) << path << " in " << text;
    EXPECT_EQ(node->raw, raw) << path;
    EXPECT_EQ(node->span.text(), raw) << path;
    EXPECT_EQ(node->span.source, document.source.get());
  }
}

TEST(Literal, keeps_its_text) {
  expect_literals(
      "a = 31.250\nb = 1_000.5\nc = +0.1\ne = -0.10 # x 9.9\nf = 100\nk = 1_0\nt = true\n",
      {{"a", "31.250"},
       {"b", "1_000.5"},
       {"c", "+0.1"},
       {"e", "-0.10"},
       {"f", "100"},
       {"k", "1_0"},
       {"t", "true"}});
}

TEST(Literal, keeps_its_text_in_inline_tables) {
  expect_literals("q = { per_month = 1250.50, other={x=0.30 , y = -1} } # c\n",
                  {{"q/per_month", "1250.50"}, {"q/other/x", "0.30"}, {"q/other/y", "-1"}});
}

TEST(Literal, keeps_its_text_in_lists) {
  expect_literals(
      "a = [1.10, 2.20,3.30]\nb = [\n  0.10, # first 7.7\n\t0.20 ,\n  0.30\n]\nc = [[1.0],[2.00]]\n"
      "d=[{w=0.70},{w=0.30}]\n",
      {{"a/0", "1.10"},
       {"a/1", "2.20"},
       {"a/2", "3.30"},
       {"b/0", "0.10"},
       {"b/1", "0.20"},
       {"b/2", "0.30"},
       {"c/0/0", "1.0"},
       {"c/1/0", "2.00"},
       {"d/0/w", "0.70"},
       {"d/1/w", "0.30"}});
}

TEST(Literal, keeps_its_text_through_dos_line_ends_and_a_byte_order_mark) {
  expect_literals("a = 31.250\r\n[t]\r\nb = 0.10 # é\r\nc = 7.00\r\nd = [\r\n1.0,\r\n2.0]\r\n",
                  {{"a", "31.250"}, {"t/b", "0.10"}, {"t/c", "7.00"}, {"t/d/1", "2.0"}});
  expect_literals(
      "\xEF\xBB\xBF"
      "a = 31.250\nb = 1.0\n",
      {{"a", "31.250"}, {"b", "1.0"}});
  expect_literals(
      "\xEF\xBB\xBF"
      "a = 31.250\r\nb = 1.0\r\n",
      {{"a", "31.250"}, {"b", "1.0"}});
}

TEST(Literal, keeps_its_text_behind_tabs_and_other_scripts) {
  expect_literals("\ta\t=\t31.250\t# x\n", {{"a", "31.250"}});
  expect_literals("\"prijs é 😀\" = 31.250\nn = { \"ü\" = 1.50, v = 2.50 }\n",
                  {{"prijs é 😀", "31.250"}, {"n/ü", "1.50"}, {"n/v", "2.50"}});
}

TEST(Literal, keeps_its_text_under_dotted_keys_and_lists_of_tables) {
  expect_literals("a.b.c = 0.50\n[x.y]\nz = 0.05\n[[l]]\np=1.10\n[[l]]\np=2.20",
                  {{"a/b/c", "0.50"}, {"x/y/z", "0.05"}, {"l/0/p", "1.10"}, {"l/1/p", "2.20"}});
}

TEST(Literal, keeps_its_text_when_it_is_a_date) {
  expect_literals("a = 2026-01-01 # x\nb = [2026-01-01, 2027-12-31]\nc = 2025-10-22T10:00:00\n",
                  {{"a", "2026-01-01"}, {"b/1", "2027-12-31"}, {"c", "2025-10-22T10:00:00"}});
  const Document document("a = 2026-01-01\nb = 2025-10-22 10:00:00\nc = 10:00:00\n");
  EXPECT_EQ(document.at("a")->kind, Kind::date);
  EXPECT_EQ(document.at("b")->kind, Kind::date_time);
  EXPECT_EQ(document.at("c")->kind, Kind::date_time);
}

TEST(Literal, keeps_eighteen_digits) {
  expect_literals("a = 0.12345678901234567\nb = 922337203685477.58\n",
                  {{"a", "0.12345678901234567"}, {"b", "922337203685477.58"}});
}

TEST(Literal, keeps_its_text_behind_strings_of_several_lines) {
  expect_literals(
      "a = \"\"\"\nmulti\nline\"\"\"\nb = 4.20\nc = '''\nx'''\nd = [ \"\"\"a\nb\"\"\", 5.50 ]\n",
      {{"b", "4.20"}, {"d/1", "5.50"}});
}

TEST(Literal, keeps_its_text_far_out_on_a_long_line) {
  std::string text = "a = [";
  for (int i = 0; i < 5000; ++i) text += "\"é\", " + std::to_string(i) + ".50, ";
  const Document document(text + "]\n");
  for (const int i : {0, 1, 63, 64, 4999}) {
    const DocumentNode* node = document.at("a/" + std::to_string(2 * i + 1));
    ASSERT_NE(node, nullptr);
    EXPECT_EQ(node->raw, std::to_string(i) + ".50");
  }
}

TEST(Text, is_read_with_its_escapes_and_its_span_holds_the_quotes) {
  const Document document(R"(a = "x\"y\u00e9" # z
b = 'C:\path'
)");
  EXPECT_EQ(document.at("a")->raw, "x\"yé");
  EXPECT_EQ(document.at("a")->span.text(), R"("x\"y\u00e9")");
  EXPECT_EQ(document.at("b")->raw, R"(C:\path)");
  EXPECT_EQ(document.at("b")->span.text(), R"('C:\path')");
}

TEST(Span, of_a_table_is_its_heading_or_its_braces) {
  const Document document(
      "[price.a]\nx = 1\nq = { y = 2 }\n[[d]]\nx = 1\n[[d]]\nx = 2\n[e.f.g]\nx = 1\n[e]\nh.i = "
      "1\n");
  EXPECT_EQ(document.at("price/a")->span.text(), "[price.a]");
  EXPECT_EQ(document.at("price/a/q")->span.text(), "{ y = 2 }");
  EXPECT_EQ(document.at("d")->span.text(), "[[d]]");
  EXPECT_EQ(document.at("d/1")->span.begin, document.source->bytes().rfind("[[d]]"));
  EXPECT_EQ(document.at("e/f")->span.text(), "[e.f.g]");  // the heading that implies it
  EXPECT_EQ(document.at("e")->span.text(), "[e]");
  EXPECT_EQ(document.at("e/h")->span.text(), "h");
  EXPECT_EQ(document.at("")->span.text(), "");
  EXPECT_EQ(document.at("")->span.source, document.source.get());
}

TEST(Span, of_a_key_is_its_own_part_of_a_dotted_key) {
  const Document document("[price.\"a b\"]\nlimits . cap = \"4%\"\n");
  const DocumentNode* price = document.at("price");
  EXPECT_EQ(document.read.value->entries[0].key_span.text(), "price");
  EXPECT_EQ(price->entries[0].key, "a b");
  EXPECT_EQ(price->entries[0].key_span.text(), "\"a b\"");
  EXPECT_EQ(price->entries[0].value.entries[0].key_span.text(), "limits");
  EXPECT_EQ(document.at("price/a b/limits")->entries[0].key_span.text(), "cap");
}

TEST(Tree, keeps_the_order_of_the_file) {
  const Document document("z = 1\na = 2\n[m]\ny = 1\nx = 2\n[b]\n[m.c]\n[k]\n");
  std::string order;
  for (const auto& entry : document.read.value->entries) order += entry.key;
  EXPECT_EQ(order, "zambk");
  order.clear();
  for (const auto& entry : document.at("m")->entries) order += entry.key;
  EXPECT_EQ(order, "yxc");
}

TEST(Tree, goes_thirty_two_levels_deep) {
  const auto nested = [](std::size_t levels) {
    return "a = " + std::string(levels, '[') + std::string(levels, ']') + "\nb = 1\n";
  };
  EXPECT_TRUE(Document(nested(max_document_depth)).read.ok());
  const Document deeper(nested(max_document_depth + 1));
  ASSERT_EQ(deeper.read.diagnostics.list().size(), 1u);
  EXPECT_EQ(deeper.read.diagnostics.list()[0].code, "T0118");
  EXPECT_NE(deeper.at("b"), nullptr);
  std::string dots = "a";
  for (int i = 0; i < 100000; ++i) dots += ".a";
  for (const auto& text : {dots + " = 1\n", "[" + dots + "]\n", "x = { " + dots + " = 1 }\n"}) {
    const Document many(text);
    ASSERT_EQ(many.read.diagnostics.list().size(), 1u);
    EXPECT_EQ(many.read.diagnostics.list()[0].code, "T0118");
  }
}

TEST(Tree, marks_what_was_reported_and_says_when_something_is_gone) {
  const Document document("[t]\na = 4%\nb = \"x\nc = [1,\nd = 1\n");
  EXPECT_TRUE(document.at("t/a")->broken);
  EXPECT_TRUE(document.at("t/b")->broken);
  EXPECT_TRUE(document.at("t/c")->broken);
  EXPECT_FALSE(document.at("t/d")->broken);
  EXPECT_FALSE(document.at("t")->incomplete);
  EXPECT_TRUE(Document("[t]\nhello there\na = 1\n").at("t")->incomplete);
}

TEST(Tree, puts_the_keys_of_a_mended_heading_where_they_belong) {
  const Document document("[clause.daily cleaning]\na = 1\n[[d]]\nx = 1\n[d.y\nz = 1\n[[d]]\n");
  ASSERT_NE(document.at("clause/daily-cleaning/a"), nullptr);
  ASSERT_NE(document.at("d/0/y/z"), nullptr);
  EXPECT_EQ(document.at("d/1/y"), nullptr);
}

RC_GTEST_PROP(Literal, of_any_number_comes_back_exactly, ()) {
  const auto mantissa = *rc::gen::inRange<std::int64_t>(-999'999'999'999, 999'999'999'999);
  const int scale = *rc::gen::inRange(0, 12);
  const std::string text = Decimal(mantissa, scale).text();
  const std::string before = *rc::gen::element<std::string>("", "\xEF\xBB\xBF", "# é\r\n", "\n\n");
  const Document document(before + "x = { \"é\" = 1, v = " + text + " } # 1\n");
  RC_ASSERT(document.at("x/v") != nullptr);
  RC_ASSERT(document.at("x/v")->raw == text);
  RC_ASSERT(Decimal::parse(document.at("x/v")->raw)->same_text(Decimal(mantissa, scale)));
}

TEST(Kind, has_words_in_both_languages) {
  for (const Kind kind : {Kind::table, Kind::list, Kind::text, Kind::number, Kind::boolean,
                          Kind::date, Kind::date_time}) {
    EXPECT_FALSE(kind_in_words(kind).en.empty());
    EXPECT_FALSE(kind_in_words(kind).nl.empty());
  }
  EXPECT_EQ(kind_in_words(Kind::number), (Phrase{"a number", "een getal"}));
}

}  // namespace pricetalk::spans_test
