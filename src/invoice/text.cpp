#include "invoice/text.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "diagnostic/utf8.hpp"
#include "document/words.hpp"

namespace pricetalk::invoice_text {

namespace {

/// Windows-1252, 0x80 to 0x9F (the table of the Unicode consortium); 0 where it has no character.
constexpr std::array<char16_t, 32> upper_controls{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append(std::string& text, std::uint32_t point) {
  const auto byte = [&](std::uint32_t bits) { text += static_cast<char>(bits); };
  if (point < 0x80U) {
    byte(point);
  } else if (point < 0x800U) {
    byte(0xC0U | (point >> 6U));
    byte(0x80U | (point & 0x3FU));
  } else if (point < 0x10000U) {
    byte(0xE0U | (point >> 12U));
    byte(0x80U | ((point >> 6U) & 0x3FU));
    byte(0x80U | (point & 0x3FU));
  } else {
    byte(0xF0U | (point >> 18U));
    byte(0x80U | ((point >> 12U) & 0x3FU));
    byte(0x80U | ((point >> 6U) & 0x3FU));
    byte(0x80U | (point & 0x3FU));
  }
}

Span at(const SourcePtr& source, std::size_t begin, std::size_t end) {
  return {source.get(), static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::optional<std::string> from_one_byte(std::string_view bytes, bool windows) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 16);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    std::uint32_t point = byte;
    if (byte >= 0x80U && byte < 0xA0U) {
      if (windows) point = upper_controls[byte - 0x80U];
      if (point == 0 || !windows) return std::nullopt;
    }
    append(text, point);
  }
  return text;
}

/// Nothing for half a character or half a pair.
std::optional<std::string> from_utf16(std::string_view bytes, bool big) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  std::string text;
  const auto unit = [&](std::size_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return big ? (std::uint32_t{first} << 8U) | second : (std::uint32_t{second} << 8U) | first;
  };
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    std::uint32_t point = unit(i);
    if (point >= 0xDC00U && point < 0xE000U) return std::nullopt;
    if (point >= 0xD800U && point < 0xDC00U) {
      if (i + 3 >= bytes.size()) return std::nullopt;
      const std::uint32_t low = unit(i + 2);
      if (low < 0xDC00U || low >= 0xE000U) return std::nullopt;
      point = 0x10000U + ((point - 0xD800U) << 10U) + (low - 0xDC00U);
      i += 2;
    }
    append(text, point);
  }
  return text;
}

/// Where the bytes stop being UTF-8; their size when they never do.
std::size_t first_bad_byte(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t length = utf8::valid_length(bytes, i);
    if (length == 0) return i;
    i += length;
  }
  return bytes.size();
}

/// Letters of UTF-16 without a mark: every second byte of the beginning is zero.
std::optional<bool> big_endian_zeros(std::string_view bytes) {
  if (bytes.size() < 8 || bytes.size() % 2 != 0) return std::nullopt;
  std::size_t zeros[2] = {0, 0};
  const std::size_t looked = std::min<std::size_t>(bytes.size(), 256);
  for (std::size_t i = 0; i < looked; ++i)
    if (bytes[i] == '\0') ++zeros[i % 2];
  if (zeros[1] * 3 > looked && zeros[0] == 0) return false;
  if (zeros[0] * 3 > looked && zeros[1] == 0) return true;
  return std::nullopt;
}

/// What the file is instead of text, by its first bytes.
std::optional<Phrase> other_file(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04"))
    return Phrase{"a packed file (zip, or a workbook)",
                  "een ingepakt bestand (zip, of een werkmap)"};
  if (bytes.starts_with("\x1F\x8B"))
    return Phrase{"a packed file (gzip)", "een ingepakt bestand (gzip)"};
  if (bytes.starts_with("%PDF")) return Phrase{"a PDF", "een pdf"};
  if (bytes.starts_with("\xD0\xCF\x11\xE0"))
    return Phrase{"an old workbook (xls)", "een oude werkmap (xls)"};
  if (bytes.starts_with("\x89PNG") || bytes.starts_with("\xFF\xD8\xFF"))
    return Phrase{"a picture", "een afbeelding"};
  return std::nullopt;
}

void refuse_other(const SourcePtr& source, const Phrase& what, Diagnostics& diagnostics) {
  diagnostics.error(
      "A0122", at(source, 0, 0),
      {"this is " + what.en + ", no invoice file", "dit is " + what.nl + ", geen factuurbestand"},
      {"give a CSV, a workbook (.xlsx, .ods) or an e-invoice (UBL, CII)",
       "geef een CSV, een werkmap (.xlsx, .ods) of een e-factuur (UBL, CII)"});
}

}  // namespace

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(),
                     [](char c) { return (static_cast<unsigned char>(c) & 0x80U) == 0; });
}

std::optional<std::string> continued(std::string bytes, TextEncoding& encoding, bool ascii_before) {
  if (bytes.find('\0') != std::string::npos) return std::nullopt;
  if (encoding == TextEncoding::utf8) {
    if (is_ascii(bytes) || first_bad_byte(bytes) == bytes.size()) return bytes;
    if (!ascii_before) return std::nullopt;
    encoding = TextEncoding::windows_1252;
  }
  return from_one_byte(bytes, encoding == TextEncoding::windows_1252);
}

Phrase name(TextEncoding encoding) {
  switch (encoding) {
    case TextEncoding::utf8:
      return same("UTF-8");
    case TextEncoding::utf16:
      return same("UTF-16");
    case TextEncoding::windows_1252:
      return same("Windows-1252");
    case TextEncoding::latin_1:
      return same("Latin-1");
  }
  return {};
}

std::string_view stripped(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const auto begin = text.find_first_not_of(blank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blank) - begin + 1);
}

std::string declared_in_xml(std::string_view bytes) {
  if (bytes.starts_with(utf8::byte_order_mark)) bytes.remove_prefix(3);
  if (!bytes.starts_with("<?xml")) return {};
  const std::string_view head = bytes.substr(0, std::min<std::size_t>(bytes.find("?>"), 200));
  const auto key = head.find("encoding");
  if (key == std::string_view::npos) return {};
  const auto open = head.find_first_of("\"'", key);
  if (open == std::string_view::npos) return {};
  const auto close = head.find(head[open], open + 1);
  return document::lower(head.substr(open + 1, close - open - 1));
}

std::optional<Decoded> decoded(const SourcePtr& source, std::optional<TextEncoding> stated,
                               Diagnostics& diagnostics) {
  diagnostics.keep(source);
  const std::string_view bytes = source->bytes();
  if (stripped(bytes).empty()) {
    diagnostics.error(
        "A0121", at(source, 0, 0), {"this file is empty", "dit bestand is leeg"},
        {"leave it out, or export it again", "laat het weg, of exporteer het opnieuw"});
    return std::nullopt;
  }
  if (const auto what = other_file(bytes)) {
    refuse_other(source, *what, diagnostics);
    return std::nullopt;
  }
  const bool little = bytes.starts_with("\xFF\xFE");
  const bool big = bytes.starts_with("\xFE\xFF");
  std::optional<bool> wide = little || big ? std::optional(big) : big_endian_zeros(bytes);
  if (!wide && stated == TextEncoding::utf16) wide = false;
  const bool marked = bytes.starts_with(utf8::byte_order_mark);
  const std::size_t bad = wide ? 0 : first_bad_byte(bytes);
  const auto converted = [&](std::optional<std::string> text, TextEncoding encoding) {
    std::optional<Decoded> made;
    if (!text || text->find('\0') != std::string::npos) {
      diagnostics.error("A0123", at(source, 0, 0),
                        {"the letters of this file are not " + name(encoding).en,
                         "de letters van dit bestand zijn geen " + name(encoding).nl},
                        {"save it as UTF-8, or state the encoding in a column file (--columns)",
                         "bewaar het als UTF-8, of noem de codering in een kolombestand "
                         "(--columns)"});
      return made;
    }
    made = Decoded{std::make_shared<const SourceText>(source->name(), std::move(*text)), encoding};
    diagnostics.keep(made->source);
    return made;
  };
  if (wide)
    return converted(from_utf16(bytes.substr(little || big ? 2 : 0), *wide), TextEncoding::utf16);
  if (bytes.find('\0') != std::string_view::npos) {
    refuse_other(source, {"no text", "geen tekst"}, diagnostics);
    return std::nullopt;
  }
  if (stated == TextEncoding::windows_1252 || stated == TextEncoding::latin_1)
    return converted(from_one_byte(bytes, *stated == TextEncoding::windows_1252), *stated);
  if (bad == bytes.size()) return Decoded{source, TextEncoding::utf8};
  if (marked || stated == TextEncoding::utf8) {
    diagnostics.error("A0123", at(source, bad, bad + 1),
                      {"this byte is not UTF-8", "deze byte is geen UTF-8"},
                      {"save the file as UTF-8, or state the encoding in a column file (--columns)",
                       "bewaar het bestand als UTF-8, of noem de codering in een kolombestand "
                       "(--columns)"});
    return std::nullopt;
  }
  return converted(from_one_byte(bytes, true), TextEncoding::windows_1252);
}

}  // namespace pricetalk::invoice_text
