#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/publication/xml_names.hpp"
#include "index/publication/zip_archive.hpp"
#include "letter/letter_file.hpp"

namespace pricetalk::office {

/// Nothing nests deeper in a letter that a person made.
inline constexpr int deepest = 100;

/// Collects paragraphs, items and rows as lines of Markdown.
class TextBlocks {
 public:
  void heading(std::size_t level, const std::string& text);
  void paragraph(const std::string& text);
  void item(const std::string& text);
  void row(const std::vector<std::string>& cells);
  std::string text() const { return text_; }

 private:
  enum class Kind { none, paragraph, item, row };
  void add(Kind kind, const std::string& line);
  Kind last_ = Kind::none;
  std::string text_;
};

/// A row of a table: each child of the name is a cell, of what `walk` finds in it.
template <class Walk>
void add_row(TextBlocks& blocks, const pugi::xml_node& row, std::string_view name, Walk walk) {
  std::vector<std::string> cells;
  for (const pugi::xml_node& cell : row.children()) {
    if (publication::local_name(cell) != name) continue;
    TextBlocks inside;
    walk(cell, inside);
    cells.push_back(inside.text());
  }
  blocks.row(cells);
}

/// A part of the archive as a document. False where it is not there or no whole XML.
bool read_part(publication::ZipArchive& archive, const std::string& name, pugi::xml_document& into);

/// Programs in it, of Word or LibreOffice.
bool holds_macros(const publication::ZipArchive& archive);

/// These two: nothing where the part with the text cannot be read. REQUIRES: an archive of the
/// kind.
std::optional<LetterFile> read_word(publication::ZipArchive& archive);
std::optional<LetterFile> read_open_text(publication::ZipArchive& archive);

}  // namespace pricetalk::office
