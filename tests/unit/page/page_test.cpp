#include "pricetalk/page/page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <array>
#include <map>
#include <string>
#include <vector>

#ifdef PRICETALK_MD4C
#include <md4c.h>
#endif

namespace pricetalk {
namespace page_test {

/// Blanks in a row count as one, also those that hold an amount together.
std::string settled(const std::string& text) {
  std::string made;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool wide = text.compare(i, 2, "\u00a0") == 0;
    if (wide) ++i;
    if (!wide && text[i] != ' ')
      made += text[i];
    else if (!made.empty() && made.back() != ' ')
      made += ' ';
  }
  if (made.ends_with(' ')) made.pop_back();
  return made;
}

/// The text of HTML: tags left out, references read.
std::string read_html(const std::string& html) {
  static const std::map<std::string, std::string> signs = {
      {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}};
  std::string text;
  for (std::size_t i = 0; i < html.size(); ++i) {
    if (html[i] == '<') {
      if (html.compare(i, 4, "<br>") == 0) text += ' ';
      i = html.find('>', i);
    } else if (html[i] == '&') {
      const std::size_t end = html.find(';', i);
      text += signs.at(html.substr(i, end - i + 1));
      i = end;
    } else {
      text += html[i] == '\n' ? ' ' : html[i];
    }
  }
  return settled(text);
}

std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t from = text.find(begin) + begin.size();
  return text.substr(from, text.find(end, from) - from);
}

Page paged(Page::Element element) {
  Page page;
  page.add(std::move(element));
  return page;
}

std::string markdown_of(const Words& words) { return as_markdown(paged(Page::Text{words})); }

/// Texts in which nearly every sign could be layout, and runs of all kinds with them.
rc::Gen<std::string> nasty_text() {
  return rc::gen::map(
      rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
          "*",  "**", "_",     "__",     "`",  "``", "[",    "]",    "(",  ")",     "![",
          "<",  ">",  "&",     "&amp;",  "|",  "\\", "#",    "##",   "~",  "~~",    "$",
          "-",  "--", "+",     "=",      "1.", "2)", " ",    " ",    "  ", "a",     "b",
          "Z",  "9",  "é",     "“",      "€ ", "’",  ":",    "/",    ".",  ",",     "!",
          "\"", "'",  "<b>",   "</b>",   "^",  "[^", "](",   "](x)", "@",  "www.a", "{",
          "}",  ";",  "&#39;", "\u00a0", "%",  "?",  "<!--", "- [ ]"})),
      [](const std::vector<std::string>& pieces) {
        std::string text;
        for (const std::string& piece : pieces) text += piece;
        return text;
      });
}

Words nasty_words() {
  Words words;
  const auto count = *rc::gen::inRange(1, 5);
  for (int i = 0; i < count; ++i) {
    std::string text = *nasty_text();
    if (settled(text).empty()) text = "x";
    switch (*rc::gen::inRange(0, 6)) {
      case 0:
        words += strong(text);
        break;
      case 1:
        words += code(text);
        break;
      case 2:
        words += link(text, "place");
        break;
      case 3:
        words += line_break();
        [[fallthrough]];
      default:
        words += text;
    }
  }
  return words;
}

#ifdef PRICETALK_MD4C

/// What a reader of Markdown sees: the text of each block, and whether anything became layout that
/// the page does not have.
struct Read {
  std::vector<std::string> blocks;
  std::string surprise;
};

int enter_block(MD_BLOCKTYPE type, void*, void* user) {
  auto& read = *static_cast<Read*>(user);
  if (type == MD_BLOCK_P || type == MD_BLOCK_H || type == MD_BLOCK_TD || type == MD_BLOCK_TH ||
      type == MD_BLOCK_LI)
    read.blocks.emplace_back();
  else if (type == MD_BLOCK_CODE || type == MD_BLOCK_HTML || type == MD_BLOCK_QUOTE ||
           type == MD_BLOCK_HR)
    read.surprise = "block";
  return 0;
}
int leave_block(MD_BLOCKTYPE, void*, void*) { return 0; }
int enter_span(MD_SPANTYPE type, void* detail, void* user) {
  auto& read = *static_cast<Read*>(user);
  const bool ours = type == MD_SPAN_STRONG || type == MD_SPAN_CODE;
  bool leads = false;
  if (type == MD_SPAN_A) {
    const auto* link = static_cast<const MD_SPAN_A_DETAIL*>(detail);
    const std::string to(link->href.text, link->href.size);
    leads = to == "#place" || to.starts_with("http://") || to.starts_with("mailto:");
  }
  if (!ours && !leads) read.surprise = "span " + std::to_string(type);
  return 0;
}
int leave_span(MD_SPANTYPE, void*, void*) { return 0; }
int read_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
  auto& read = *static_cast<Read*>(user);
  if (read.blocks.empty()) read.blocks.emplace_back();
  if (type == MD_TEXT_NORMAL || type == MD_TEXT_CODE)
    read.blocks.back() += std::string(text, size);
  else if (type == MD_TEXT_BR)
    read.blocks.back() += " ";
  else if (type == MD_TEXT_HTML) {
    const std::string tag(text, size);
    if (tag != "<strong>" && tag != "</strong>" && tag != "<br>" && tag != "<a id=\"here\">" &&
        tag != "</a>")
      read.surprise = "tag " + tag;
    if (tag == "<br>") read.blocks.back() += " ";
  } else {
    read.surprise = "text " + std::to_string(type);
  }
  return 0;
}

Read read_markdown(const std::string& markdown) {
  Read read;
  const MD_PARSER parser{0,           MD_DIALECT_GITHUB | MD_FLAG_LATEXMATHSPANS,
                         enter_block, leave_block,
                         enter_span,  leave_span,
                         read_text,   nullptr,
                         nullptr};
  md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &read);
  for (std::string& block : read.blocks) block = settled(block);
  return read;
}

void reads_back(const Page& page, const std::vector<std::string>& blocks) {
  const std::string markdown = as_markdown(page);
  const Read read = read_markdown(markdown);
  if (read.surprise.empty() && read.blocks == blocks) return;
  std::string shown = "\n" + markdown + "\nlayout: " + read.surprise + "\n";
  for (const std::string& block : read.blocks) shown += "read:     " + block + "\n";
  for (const std::string& block : blocks) shown += "expected: " + block + "\n";
  RC_FAIL(shown);
}

#endif

}  // namespace page_test

using namespace page_test;

TEST(page, shows_in_html_what_was_typed) {
  EXPECT_TRUE(rc::check([] {
    const Words words = nasty_words();
    const std::string html = as_html(paged(Page::Text{words}));
    RC_ASSERT(read_html(between(html, "<body>\n<p>", "</p>")) == settled(words.plain()));
  }));
}

TEST(page, shows_in_markdown_what_was_typed) {
#ifdef PRICETALK_MD4C
  EXPECT_TRUE(rc::check([] {
    const Words words = nasty_words();
    const std::string text = settled(words.plain());
    RC_PRE(!text.empty());
    reads_back(paged(Page::Text{words}), {text});
  }));
#else
  GTEST_SKIP() << "libmd4c-dev is not installed: nothing reads the Markdown back";
#endif
}

TEST(page, shows_in_headings_lists_and_tables_of_markdown_what_was_typed) {
#ifdef PRICETALK_MD4C
  EXPECT_TRUE(rc::check([] {
    const Words words = *nasty_text();
    const std::string text = settled(words.plain());
    RC_PRE(!text.empty());
    reads_back(paged(Page::Heading{words, 2, "here"}), {text});
    reads_back(paged(Page::Items{{words, words}}), {text, text});
    Page::Grid grid;
    grid.columns = {{"first"}, {words, Page::Align::right}};
    Page::Cell cell = words;
    cell.anchor = "here";
    grid.row({cell, "last"});
    reads_back(paged(grid), {"first", text, text, "last"});
  }));
#else
  GTEST_SKIP() << "libmd4c-dev is not installed: nothing reads the Markdown back";
#endif
}

TEST(page, escapes_in_markdown_only_what_would_be_layout) {
  EXPECT_EQ(markdown_of("Waterland_Zuid [gemeente] & Zn., 5*4 uur, 10 < 20, C:\\map"),
            "Waterland_Zuid [gemeente] & Zn., 5*4 uur, 10 < 20, C:\\map\n");
  EXPECT_EQ(markdown_of("*A* <b> [x](y) &amp; # 1"), "\\*A\\* \\<b> \\[x](y) \\&amp; # 1\n");
  EXPECT_EQ(markdown_of("1. eerst"), "1\\. eerst\n");
  EXPECT_EQ(markdown_of("- geen lijst"), "\\- geen lijst\n");
  EXPECT_EQ(markdown_of(strong("Klant:") + " a" + line_break() + "b"), "**Klant:** a  \nb\n");
}

TEST(page, keeps_a_sign_and_its_amount_on_one_line_in_html) {
  EXPECT_THAT(as_html(paged(Page::Text{"€ 12,50"})), testing::HasSubstr("€\u00a012,50"));
}

TEST(page, reads_lists_and_paragraphs_of_a_typed_text) {
  Page page;
  page.elements = as_typed(
      "Wij doen drie dingen:\n- elke dag de toiletten\n  en de keuken\n- de vloeren\n\n"
      "Tweede alinea,\ndie doorloopt.\n1. Eerst dit.\n2. Dan dat.\n");
  EXPECT_EQ(as_markdown(page),
            "Wij doen drie dingen:\n\n- elke dag de toiletten en de keuken\n- de vloeren\n\n"
            "Tweede alinea, die doorloopt.  \n1\\. Eerst dit.  \n2\\. Dan dat.\n");
}

TEST(page, gives_each_text_a_place_of_its_own) {
  EXPECT_EQ(anchor_of("FM-2024-031/sporthal/2026-01-01"), "FM-2024-031.sporthal.2026-01-01");
  EXPECT_TRUE(rc::check([](const std::string& a, const std::string& b) {
    RC_ASSERT((a == b) == (anchor_of(a) == anchor_of(b)));
    RC_ASSERT(anchor_of(a).find_first_of(" \"'<>&#\n\t") == std::string::npos);
  }));
}

TEST(page, leads_from_a_link_to_its_place_in_both_forms) {
  Page page;
  page.add(Page::Text{"zie " + link("de prijs", "a.b")});
  page.add(Page::Heading{"Prijs", 3, "a.b"});
  EXPECT_EQ(as_markdown(page), "zie [de prijs](#a.b)\n\n### <a id=\"a.b\"></a>Prijs\n");
  EXPECT_THAT(as_html(page), testing::AllOf(testing::HasSubstr("<a href=\"#a.b\">de prijs</a>"),
                                            testing::HasSubstr("<h3 id=\"a.b\">Prijs</h3>")));
}

}  // namespace pricetalk
