#include "invoice/xml_guard.hpp"

#include <algorithm>

#include "document/words.hpp"
#include "invoice/text.hpp"

namespace pricetalk::einvoice {

namespace {

constexpr std::size_t deepest = 64;
/// An invoice has about forty elements a line.
constexpr std::size_t most_elements = 2'000'000;

/// A document type can name entities that unfold to any size, or files of the reader.
bool has_document_type(const SourceText& source, Diagnostics& diagnostics) {
  for (const std::string_view word : {"<!DOCTYPE", "<!ENTITY"}) {
    const auto at = source.bytes().find(word);
    if (at == std::string_view::npos) continue;
    const auto begin = static_cast<std::uint32_t>(at);
    diagnostics.error(
        "A0125", {&source, begin, begin + static_cast<std::uint32_t>(word.size())},
        {"this XML has a document type or entities, which no invoice needs",
         "deze XML heeft een documenttype of entiteiten; geen factuur heeft die nodig"},
        {"nothing of it was read; ask the sender for a plain UBL invoice",
         "er is niets van gelezen; vraag de afzender om een gewone UBL-factuur"});
    return true;
  }
  return false;
}

void tell_too_many(const SourceText& source, std::uint32_t at, Diagnostics& diagnostics) {
  diagnostics.error("A0184", {&source, at, at + 1},
                    {"this XML has more elements than any invoice",
                     "deze XML heeft meer elementen dan een factuur ooit heeft"},
                    {"nothing of it was read", "er is niets van gelezen"});
}

/// Counts the elements and their nesting before anything is built from them.
bool too_deep_or_many(const SourceText& source, Diagnostics& diagnostics) {
  const std::string_view bytes = source.bytes();
  std::size_t depth = 0;
  std::size_t elements = 0;
  const auto behind = [&](std::string_view end, std::size_t from) {
    const auto found = bytes.find(end, from);
    return found == std::string_view::npos ? bytes.size() : found + end.size();
  };
  for (std::size_t at = bytes.find('<'); at < bytes.size(); at = bytes.find('<', at)) {
    const std::string_view rest = bytes.substr(at);
    if (rest.starts_with("<!--")) {
      at = behind("-->", at + 4);
    } else if (rest.starts_with("<![CDATA[")) {
      at = behind("]]>", at + 9);
    } else if (rest.starts_with("<?")) {
      at = behind("?>", at + 2);
    } else {
      const std::size_t end = behind(">", at);
      if (rest.starts_with("</"))
        depth -= depth > 0 ? 1 : 0;
      else if (end < 2 || bytes[end - 2] != '/')
        ++depth;
      if (++elements > 2 * most_elements) {
        tell_too_many(source, static_cast<std::uint32_t>(at), diagnostics);
        return true;
      }
      if (depth > deepest) {
        diagnostics.error("A0127",
                          {&source, static_cast<std::uint32_t>(at),
                           static_cast<std::uint32_t>(std::min(end, at + 40))},
                          {"this XML is nested deeper than any invoice",
                           "deze XML is dieper genest dan een factuur ooit is"},
                          {"nothing of it was read", "er is niets van gelezen"});
        return true;
      }
      at = end;
    }
  }
  return false;
}

/// What the declaration says; a document without one is UTF-8.
std::optional<TextEncoding> stated_encoding(const SourcePtr& bytes, bool& known) {
  const std::string name = invoice_text::declared_in_xml(bytes->bytes());
  known = true;
  if (name.empty() || name == "utf-8" || name == "utf8" || name == "us-ascii")
    return TextEncoding::utf8;
  if (name.starts_with("utf-16")) return TextEncoding::utf16;
  if (name == "windows-1252" || name == "iso-8859-1" || name == "latin1")
    return TextEncoding::windows_1252;
  known = false;
  return std::nullopt;
}

}  // namespace

SourcePtr plain_xml(const SourcePtr& bytes, Diagnostics& diagnostics) {
  const std::string begin = document::lower(invoice_text::stripped(bytes->bytes().substr(0, 512)));
  if (begin.starts_with("<!doctype html") || begin.find("<html") != std::string::npos) {
    diagnostics.keep(bytes);
    diagnostics.error("A0124", {bytes.get(), 0, 0},
                      {"this is a web page, no invoice", "dit is een webpagina, geen factuur"},
                      {"download the invoice itself", "download de factuur zelf"});
    return nullptr;
  }
  bool known = false;
  const auto stated = stated_encoding(bytes, known);
  if (!known) {
    diagnostics.keep(bytes);
    diagnostics.error(
        "A0123", {bytes.get(), 0, 5},
        {"this XML is stored as " + invoice_text::declared_in_xml(bytes->bytes()) +
             ", which is not read",
         "deze XML is opgeslagen als " + invoice_text::declared_in_xml(bytes->bytes()) +
             "; dat wordt niet gelezen"},
        {"save it as UTF-8", "bewaar het als UTF-8"});
    return nullptr;
  }
  const auto text = invoice_text::decoded(bytes, stated, diagnostics);
  if (!text) return nullptr;
  if (has_document_type(*text->source, diagnostics) || too_deep_or_many(*text->source, diagnostics))
    return nullptr;
  return text->source;
}

}  // namespace pricetalk::einvoice
