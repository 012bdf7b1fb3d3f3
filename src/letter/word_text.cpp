#include <algorithm>
#include <array>
#include <cctype>

#include "letter/office_text.hpp"

/// Letters of Word since 2007 (ECMA-376): paragraphs of runs, in which a sentence may be cut at any
/// place.
namespace pricetalk::office {

namespace {

using publication::attribute;
using publication::child;
using publication::local_name;

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// What says how something looks, was before, or is reckoned, and not what the reader sees.
constexpr std::array<std::string_view, 8> unseen{
    "pPr", "rPr", "instrText", "delText", "delInstrText", "commentReference", "sectPr", "tblPr"};
/// Text that a tracked change takes away.
constexpr std::array<std::string_view, 2> removed{"del", "moveFrom"};
constexpr std::array<std::string_view, 2> added{"ins", "moveTo"};

class WordReader {
 public:
  LetterFile file;

  std::string read(const pugi::xml_node& root) {
    TextBlocks blocks;
    walk(root, blocks, 0);
    return blocks.text();
  }

 private:
  void walk(const pugi::xml_node& node, TextBlocks& blocks, int depth) {
    if (depth == deepest) return;
    for (const pugi::xml_node& each : node.children()) {
      const std::string_view name = local_name(each);
      if (is_one_of(name, removed)) {
        file.tracked = true;
      } else if (name == "p") {
        paragraph(each, blocks, depth + 1);
      } else if (name == "tbl") {
        table(each, blocks, depth + 1);
      } else if (name == "AlternateContent") {
        walk(chosen(each), blocks, depth + 1);
      } else if (!is_one_of(name, unseen)) {
        file.tracked = file.tracked || is_one_of(name, added);
        walk(each, blocks, depth + 1);
      }
    }
  }

  /// A drawing stands twice: for programs of today, and for older ones.
  static pugi::xml_node chosen(const pugi::xml_node& alternatives) {
    const pugi::xml_node choice = child(alternatives, "Choice");
    return choice ? choice : child(alternatives, "Fallback");
  }

  void paragraph(const pugi::xml_node& node, TextBlocks& blocks, int depth) {
    TextBlocks boxes;
    std::string text;
    runs(node, text, boxes, depth);
    const pugi::xml_node form = child(node, "pPr");
    const std::string_view style = attribute(child(form, "pStyle"), "val");
    const std::size_t level = heading_level(style);
    if (level > 0)
      blocks.heading(level, text);
    else if (child(form, "numPr") || style.starts_with("List") || style.starts_with("Lijst"))
      blocks.item(text);
    else
      blocks.paragraph(text);
    if (!boxes.text().empty()) blocks.paragraph(boxes.text());
  }

  /// "Heading1", "Kop2", "berschrift3" (of which the first letter is lost), "Title".
  static std::size_t heading_level(std::string_view style) {
    if (style == "Title" || style == "Titel") return 1;
    for (const std::string_view name : {"Heading", "Kop", "berschrift", "Titre"}) {
      const std::string_view rest =
          style.starts_with(name) ? style.substr(name.size()) : std::string_view();
      if (rest.size() == 1 && std::isdigit(static_cast<unsigned char>(rest.front())) != 0)
        return static_cast<std::size_t>(rest.front() - '0');
    }
    return 0;
  }

  void runs(const pugi::xml_node& node, std::string& text, TextBlocks& boxes, int depth) {
    if (depth == deepest) return;
    for (const pugi::xml_node& each : node.children()) {
      const std::string_view name = local_name(each);
      if (name == "t") {
        text += each.text().get();
      } else if (name == "tab") {
        text += ' ';
      } else if (name == "br" || name == "cr") {
        if (attribute(each, "type").empty()) text += "  \n";
      } else if (name == "noBreakHyphen") {
        text += '-';
      } else if (name == "txbxContent") {
        walk(each, boxes, depth + 1);
      } else if (name == "AlternateContent") {
        runs(chosen(each), text, boxes, depth + 1);
      } else if (is_one_of(name, removed)) {
        file.tracked = true;
      } else if (!is_one_of(name, unseen)) {
        file.tracked = file.tracked || is_one_of(name, added);
        runs(each, text, boxes, depth + 1);
      }
    }
  }

  void table(const pugi::xml_node& node, TextBlocks& blocks, int depth) {
    if (depth == deepest) return;
    for (const pugi::xml_node& row : node.children()) {
      if (local_name(row) == "tr")
        add_row(blocks, row, "tc", [&](const pugi::xml_node& cell, TextBlocks& inside) {
          walk(cell, inside, depth + 1);
        });
    }
  }
};

}  // namespace

std::optional<LetterFile> read_word(publication::ZipArchive& archive) {
  pugi::xml_document document;
  if (!read_part(archive, "word/document.xml", document)) return std::nullopt;
  WordReader reader;
  reader.file.text = reader.read(document.document_element());
  for (const std::string& name : archive.names()) {
    pugi::xml_document part;
    const bool around = name.starts_with("word/header") || name.starts_with("word/footer");
    const bool notes = name == "word/footnotes.xml" || name == "word/endnotes.xml";
    if ((!around && !notes) || !name.ends_with(".xml")) continue;
    if (!read_part(archive, name, part)) return std::nullopt;
    const std::string text = reader.read(part.document_element());
    if (text.empty()) continue;
    std::string& into = around ? reader.file.around : reader.file.text;
    into += (into.empty() ? "" : "\n") + text;
  }
  reader.file.paragraphs = true;
  return reader.file;
}

}  // namespace pricetalk::office
