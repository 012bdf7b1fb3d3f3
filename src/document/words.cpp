#include "document/words.hpp"

#include "diagnostic/utf8.hpp"

namespace pricetalk::document {

bool is_plain_number(std::string_view text) {
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  if (!all_digits(whole)) return false;
  return point == std::string_view::npos || all_digits(text.substr(point + 1));
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

std::string_view trimmed(std::string_view text) {
  for (bool more = true; more && !text.empty();) {
    more = false;
    if (text.front() == ' ' || text.front() == '\t') {
      text.remove_prefix(1);
      more = true;
    } else if (const std::size_t blank = unusual_blank(text, 0); blank != 0) {
      text.remove_prefix(blank);
      more = true;
    }
  }
  for (bool more = true; more && !text.empty();) {
    more = false;
    if (text.back() == ' ' || text.back() == '\t') {
      text.remove_suffix(1);
      more = true;
    }
    for (const std::size_t length : {std::size_t{2}, std::size_t{3}}) {
      if (text.size() >= length && unusual_blank(text, text.size() - length) == length) {
        text.remove_suffix(length);
        more = true;
      }
    }
  }
  return text;
}

std::size_t curly_quote(std::string_view text, std::size_t at) {
  if (at >= text.size() || static_cast<unsigned char>(text[at]) < 0x80U) return 0;
  for (const std::string_view quote : {"“", "”", "„", "‟", "‘", "’", "‚", "‛", "«", "»", "″"}) {
    if (text.substr(at).starts_with(quote)) return quote.size();
  }
  return 0;
}

std::size_t unusual_blank(std::string_view text, std::size_t at) {
  if (at >= text.size() || static_cast<unsigned char>(text[at]) < 0x80U) return 0;
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("\xC2\xA0") || rest.starts_with("\xC2\x85")) return 2;
  for (const std::string_view blank :
       {"\xE2\x80\xA8", "\xE2\x80\xA9", "\xE2\x80\xAF", "\xE2\x81\x9F", "\xE3\x80\x80",
        "\xEF\xBB\xBF", "\xE1\x9A\x80", "\xE2\x81\xA0", "\xE1\xA0\x8E"}) {
    if (rest.starts_with(blank)) return 3;
  }
  if (rest.size() >= 3 && rest.starts_with("\xE2\x80") &&
      static_cast<unsigned char>(rest[2]) >= 0x80U &&
      static_cast<unsigned char>(rest[2]) <= 0x8FU) {
    return 3;  // U+2000 to U+200F
  }
  return 0;
}

std::string quoted(std::string_view text) {
  constexpr std::size_t widest = 60;
  std::string shown;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    const std::size_t length = utf8::length(text, at);
    if (count == widest) {
      shown += "…";
      break;
    }
    shown += text.substr(at, length);
    at += length;
  }
  if (shown.find('"') == std::string::npos && shown.find('\\') == std::string::npos) {
    return "\"" + shown + "\"";
  }
  return "'" + shown + "'";
}

Phrase write(const std::string& what) { return {"write " + what, "schrijf " + what}; }

}  // namespace pricetalk::document
