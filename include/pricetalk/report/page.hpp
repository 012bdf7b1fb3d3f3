#pragma once

#include <string>
#include <variant>
#include <vector>

#include "pricetalk/diagnostic/language.hpp"
#include "pricetalk/report/table.hpp"

namespace pricetalk {

/// A page as blocks of elements: Markdown and HTML are two formatters of the same page. Text holds
/// plain words with `**bold**`; escaping belongs to the format.
struct Page {
  struct Text {
    std::string text;
  };
  struct Items {
    std::vector<std::string> items;
    bool boxes = false;  ///< "- [ ]", to be ticked
  };
  struct Chart {
    std::string svg;      ///< drawn by the engine; HTML only
    std::string caption;  ///< says in words what it shows, also for readers who do not see it
  };
  using Element = std::variant<Text, Items, Table, Chart>;
  struct Block {
    std::string title;
    std::vector<Element> elements;
  };

  Language language = Language::nl;
  std::string title;
  std::vector<std::string> head;  ///< lines under the title
  std::vector<Block> blocks;
  bool one_sheet = false;  ///< to be printed on one A4: small type, narrow margins

  Block& block(std::string block_title) {
    blocks.push_back({std::move(block_title), {}});
    return blocks.back();
  }
};

/// Markdown; charts become their caption.
std::string as_markdown(const Page& page);

/// One self-contained HTML page: style and charts inside, nothing from a network, no script.
std::string as_html(const Page& page);

/// Text with `&`, `<`, `>` and quotes escaped for HTML.
std::string html_escaped(const std::string& text);

/// The Markdown of our own letters (paragraphs, headings, lists, tables, bold) as a self-contained
/// page that prints as a letter.
std::string letter_html(const std::string& markdown, const std::string& title, Language language);

}  // namespace pricetalk
