#include "letter/letter_file.hpp"

#include <algorithm>
#include <cctype>

#include "document/words.hpp"
#include "invoice/text.hpp"
#include "letter/office_text.hpp"

namespace pricetalk {

namespace {

using publication::ZipArchive;

const Phrase& as_what() {
  static const Phrase text{"save it as Word (.docx), OpenDocument (.odt), Markdown or plain text",
                           "bewaar hem als Word (.docx), OpenDocument (.odt), Markdown of platte "
                           "tekst"};
  return text;
}

/// D0101: a file of another kind, or one that cannot be opened.
std::nullopt_t refused(const SourcePtr& file, const Phrase& is, Diagnostics& diagnostics,
                       Phrase hint = as_what()) {
  diagnostics.error("D0101", {},
                    {"'" + file->name() + "' " + is.en, "'" + file->name() + "' " + is.nl},
                    std::move(hint));
  return std::nullopt;
}

std::nullopt_t refused_macros(const SourcePtr& file, Diagnostics& diagnostics) {
  diagnostics.error(
      "D0102", {}, {"'" + file->name() + "' holds macros", "'" + file->name() + "' bevat macro's"},
      {"save it without macros, as .docx or .odt", "bewaar het zonder macro's, als .docx of .odt"});
  return std::nullopt;
}

/// "EncryptedPackage" as compound files write names.
bool is_protected_compound(std::string_view bytes) {
  std::string wanted;
  for (const char c : std::string_view("EncryptedPackage")) wanted += {c, '\0'};
  return bytes.find(wanted) != std::string_view::npos;
}

bool has_words(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return std::isalpha(byte) != 0 || byte >= 0xC3;
  });
}

std::optional<LetterFile> of_archive(const SourcePtr& file, Diagnostics& diagnostics) {
  auto archive = ZipArchive::open(file->bytes());
  if (!archive)
    return refused(file, {"is damaged or breaks off", "is beschadigd of breekt af"}, diagnostics,
                   {"fetch it again, whole", "haal het opnieuw op, in zijn geheel"});
  if (archive->encrypted())
    return refused(file, {"needs a password", "vraagt een wachtwoord"}, diagnostics,
                   {"save it without a password", "bewaar het zonder wachtwoord"});
  const bool word = archive->has("word/document.xml");
  const bool open = archive->has("content.xml") && archive->has("mimetype");
  if (office::holds_macros(*archive)) return refused_macros(file, diagnostics);
  if (!word && !open)
    return refused(file,
                   {"is no letter of Word or LibreOffice", "is geen brief van Word of LibreOffice"},
                   diagnostics);
  auto made = word ? office::read_word(*archive) : office::read_open_text(*archive);
  if (!made)
    return refused(file,
                   {"cannot be read: a part of it is damaged or far too large",
                    "is niet te lezen: een deel ervan is beschadigd of veel te groot"},
                   diagnostics,
                   {"open it, and save it once more", "open het, en bewaar het nog een keer"});
  return made;
}

std::optional<LetterFile> of_plain_text(const SourcePtr& file, Diagnostics& diagnostics) {
  const std::string_view bytes = file->bytes();
  if (bytes.starts_with("{\\rtf"))
    return refused(file, {"is RTF, which is not read", "is RTF; dat wordt niet gelezen"},
                   diagnostics);
  const std::string begin = document::lower(document::trimmed(bytes.substr(0, 512)));
  if (begin.starts_with("<!doctype") || begin.starts_with("<html"))
    return refused(file,
                   {"is a web page, which is not read",
                    "is een webpagina; die wordt niet "
                    "gelezen"},
                   diagnostics);
  Diagnostics why;
  const auto text = invoice_text::decoded(file, std::nullopt, why);
  if (!text) return refused(file, {"holds no text", "bevat geen tekst"}, diagnostics);
  LetterFile made;
  made.text = text->source->bytes();
  std::erase(made.text, '\r');
  if (made.text.starts_with("\xEF\xBB\xBF")) made.text.erase(0, 3);
  return made;
}

}  // namespace

std::optional<LetterFile> read_letter_file(const SourcePtr& file, Diagnostics& diagnostics) {
  const std::string_view bytes = file->bytes();
  if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos)
    return refused(file,
                   {"is a PDF, which is not read here", "is een PDF; die wordt hier niet gelezen"},
                   diagnostics);
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
    if (is_protected_compound(bytes))
      return refused(file, {"needs a password", "vraagt een wachtwoord"}, diagnostics,
                     {"save it without a password", "bewaar het zonder wachtwoord"});
    return refused(file,
                   {"is of the old binary kind (.doc)", "is van de oude, binaire soort (.doc)"},
                   diagnostics);
  }
  auto made = bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")
                  ? of_archive(file, diagnostics)
                  : of_plain_text(file, diagnostics);
  constexpr std::size_t longest = 300'000;
  if (made && made->text.size() > longest)
    return refused(file, {"is far too long for a letter", "is veel te lang voor een brief"},
                   diagnostics);
  if (!made || has_words(made->text)) return made;
  diagnostics.error(
      "D0103", {},
      {"'" + file->name() + "' has no words", "'" + file->name() + "' heeft geen woorden"},
      {"name the file in which the letter stands", "noem het bestand waarin de brief staat"});
  return std::nullopt;
}

Phrase place_in(const LetterFile& file, std::uint32_t line) {
  if (!file.paragraphs) {
    const std::string number = std::to_string(line);
    return {"line " + number, "regel " + number};
  }
  // A line of the text that follows an empty one begins a paragraph.
  std::uint32_t at = 1;
  std::uint32_t paragraph = 0;
  bool empty = true;
  for (std::string_view rest = file.text; !rest.empty() && at <= line; ++at) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const bool goes_on = !empty && rest.substr(0, 1) != "-" && rest.substr(0, 1) != "|";
    empty = end == 0;
    if (!empty && !goes_on) ++paragraph;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  const std::string number = std::to_string(paragraph);
  return {"paragraph " + number, "alinea " + number};
}

}  // namespace pricetalk
