#include "letter/office_text.hpp"

#include <algorithm>

#include "document/words.hpp"

namespace pricetalk::office {

namespace {

/// One line of a text that a person typed over several.
std::string on_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return std::string(document::trimmed(text));
}

}  // namespace

void TextBlocks::heading(std::size_t level, const std::string& text) {
  const std::string line = on_one_line(text);
  if (!line.empty())
    add(Kind::paragraph, std::string(std::clamp<std::size_t>(level, 1, 6), '#') + " " + line);
}

void TextBlocks::paragraph(const std::string& text) {
  std::string_view line = document::trimmed(text);
  while (line.ends_with('\n')) line = document::trimmed(line.substr(0, line.size() - 1));
  if (!line.empty()) add(Kind::paragraph, std::string(line));
}

void TextBlocks::item(const std::string& text) {
  const std::string line = on_one_line(text);
  if (!line.empty()) add(Kind::item, "- " + line);
}

void TextBlocks::row(const std::vector<std::string>& cells) {
  std::string line = "|";
  for (const std::string& cell : cells) {
    std::string text = on_one_line(cell);
    std::replace(text.begin(), text.end(), '|', '/');
    line += " " + text + " |";
  }
  if (line.find_first_not_of("| ") != std::string::npos) add(Kind::row, line);
}

void TextBlocks::add(Kind kind, const std::string& line) {
  if (last_ != Kind::none && (kind == Kind::paragraph || kind != last_)) text_ += '\n';
  text_ += line + "\n";
  last_ = kind;
}

bool read_part(publication::ZipArchive& archive, const std::string& name,
               pugi::xml_document& into) {
  using Problem = publication::ZipArchive::Problem;
  Problem problem = Problem::damaged;
  const auto text = archive.has(name) ? archive.read(name, problem) : std::nullopt;
  return text &&
         into.load_buffer(text->data(), text->size(), pugi::parse_default | pugi::parse_ws_pcdata);
}

bool holds_macros(const publication::ZipArchive& archive) {
  return std::any_of(archive.names().begin(), archive.names().end(), [](const std::string& name) {
    return name.ends_with("vbaProject.bin") || name.starts_with("Basic/") ||
           name.starts_with("Scripts/");
  });
}

}  // namespace pricetalk::office
