#include <algorithm>

#include "calendar/digits.hpp"
#include "letter/office_text.hpp"

/// Letters of LibreOffice (OpenDocument).
namespace pricetalk::office {

namespace {

using publication::attribute;
using publication::child;
using publication::local_name;

class OpenTextReader {
 public:
  LetterFile file;

  std::string read(const pugi::xml_node& root) {
    TextBlocks blocks;
    walk(root, blocks, false, 0);
    return blocks.text();
  }

 private:
  static bool is_unseen(std::string_view name) {
    return name == "annotation" || name == "annotation-end" || name == "sequence-decls" ||
           name == "forms" || name == "note-citation";
  }

  void walk(const pugi::xml_node& node, TextBlocks& blocks, bool item, int depth) {
    if (depth == deepest) return;
    for (const pugi::xml_node& each : node.children()) {
      const std::string_view name = local_name(each);
      if (name == "tracked-changes") {
        file.tracked = file.tracked || child(each, "changed-region");
      } else if (name == "h") {
        const auto level = digits::read(attribute(each, "outline-level"));
        blocks.heading(level && *level > 0 ? static_cast<std::size_t>(*level) : 1,
                       line(each, blocks, depth + 1));
      } else if (name == "p") {
        const std::string text = line(each, blocks, depth + 1);
        item ? blocks.item(text) : blocks.paragraph(text);
      } else if (name == "table") {
        table(each, blocks, depth + 1);
      } else if (!is_unseen(name)) {
        walk(each, blocks, item || name == "list", depth + 1);
      }
    }
  }

  std::string line(const pugi::xml_node& node, TextBlocks& blocks, int depth) {
    std::string text;
    TextBlocks boxes;
    pieces(node, text, boxes, depth);
    if (!boxes.text().empty()) blocks.paragraph(boxes.text());
    return text;
  }

  void pieces(const pugi::xml_node& node, std::string& text, TextBlocks& boxes, int depth) {
    if (depth == deepest) return;
    for (const pugi::xml_node& each : node.children()) {
      const std::string_view name = local_name(each);
      if (each.type() == pugi::node_pcdata || each.type() == pugi::node_cdata) {
        // A line end of the file is a blank of the text.
        std::string piece = each.value();
        std::replace(piece.begin(), piece.end(), '\n', ' ');
        text += piece;
      } else if (name == "s" || name == "tab") {
        text += ' ';
      } else if (name == "line-break") {
        text += "  \n";
      } else if (name == "text-box" || name == "note-body") {
        walk(each, boxes, false, depth + 1);
      } else if (!is_unseen(name)) {
        pieces(each, text, boxes, depth + 1);
      }
    }
  }

  void table(const pugi::xml_node& node, TextBlocks& blocks, int depth) {
    if (depth == deepest) return;
    for (const pugi::xml_node& each : node.children()) {
      const std::string_view name = local_name(each);
      if (name == "table-header-rows" || name == "table-rows" || name == "table-row-group")
        table(each, blocks, depth + 1);
      if (name == "table-row")
        add_row(blocks, each, "table-cell", [&](const pugi::xml_node& cell, TextBlocks& inside) {
          walk(cell, inside, false, depth + 1);
        });
    }
  }
};

}  // namespace

std::optional<LetterFile> read_open_text(publication::ZipArchive& archive) {
  pugi::xml_document content;
  if (!read_part(archive, "content.xml", content)) return std::nullopt;
  OpenTextReader reader;
  reader.file.text = reader.read(child(child(content.document_element(), "body"), "text"));
  pugi::xml_document styles;
  if (read_part(archive, "styles.xml", styles))
    for (const pugi::xml_node& page : child(styles.document_element(), "master-styles").children())
      reader.file.around += reader.read(page);
  reader.file.paragraphs = true;
  return reader.file;
}

}  // namespace pricetalk::office
