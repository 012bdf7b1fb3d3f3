#include "letter/mail_file.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>

#include "document/words.hpp"

namespace pricetalk {

namespace {

constexpr std::size_t longest_line = 76;

std::string base64(std::string_view bytes) {
  constexpr std::string_view signs =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string made;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const auto byte = [&](std::size_t i) {
      return at + i < bytes.size() ? std::uint32_t{static_cast<unsigned char>(bytes[at + i])} : 0U;
    };
    const std::uint32_t three = byte(0) << 16U | byte(1) << 8U | byte(2);
    for (std::size_t i = 0; i < 4; ++i)
      made += at + i > bytes.size() ? '=' : signs[three >> (18U - 6U * i) & 63U];
  }
  return made;
}

/// In lines.
std::string base64_lines(std::string_view bytes) {
  const std::string all = base64(bytes);
  std::string made;
  for (std::size_t at = 0; at < all.size(); at += longest_line)
    made += all.substr(at, longest_line) + "\r\n";
  return made;
}

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

/// Without line ends, which would begin another header.
std::string one_line(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  return text;
}

/// As encoded words, of which no line is longer than 76 signs.
std::string encoded_words(const std::string& text) {
  constexpr std::size_t longest_piece = 39;
  std::string made;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = std::min(at + longest_piece, text.size());
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    made +=
        (made.empty() ? "" : "\r\n ") + ("=?UTF-8?B?" + base64(text.substr(at, end - at))) + "?=";
    at = end;
  }
  return made;
}

std::string header_words(const std::string& given) {
  const std::string text = one_line(given);
  constexpr std::size_t longest_plain = 60;
  const bool plain =
      is_plain(text) && text.size() <= longest_plain && text.find("=?") == std::string::npos;
  return plain ? text : encoded_words(text);
}

/// A name with signs that mean something is quoted.
std::string display_name(const std::string& given) {
  constexpr std::size_t longest_name = 60;
  const std::string name = one_line(given);
  if (!is_plain(name) || name.size() > longest_name) return encoded_words(name);
  const bool simple = std::all_of(name.begin(), name.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == ' ' || c == '-' || c == '\'';
  });
  if (simple) return name;
  std::string made = "\"";
  for (const char c : name) {
    if (c == '"' || c == '\\') made += '\\';
    made += c;
  }
  return made + "\"";
}

std::string written_address(const MailAddress& address) {
  if (address.name.empty()) return "<" + address.address + ">";
  return display_name(address.name) + "\r\n <" + address.address + ">";
}

std::string date_header(Date day) {
  constexpr std::array<const char*, 7> weekdays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return std::string(weekdays[static_cast<std::size_t>(day.weekday() - 1)]) + ", " +
         std::to_string(day.day()) + " " + months[static_cast<std::size_t>(day.month() - 1)] + " " +
         std::to_string(day.year()) + " 08:00:00 +0000";
}

const char* type_of(const std::string& name) {
  const std::string ending = document::lower(name.substr(std::min(name.rfind('.'), name.size())));
  if (ending == ".pdf") return "application/pdf";
  if (ending == ".docx")
    return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  if (ending == ".odt") return "application/vnd.oasis.opendocument.text";
  if (ending == ".html") return "text/html; charset=UTF-8";
  if (ending == ".md" || ending == ".txt") return "text/plain; charset=UTF-8";
  return "application/octet-stream";
}

/// Taken from what stands between the boundaries, in which it does not occur: no line of it begins
/// with dashes.
std::string boundary_of(const std::string& text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  constexpr std::string_view digits = "0123456789abcdef";
  std::string made = "=_pricetalk_";
  for (unsigned shift = 64; shift > 0; shift -= 4) made += digits[hash >> (shift - 4U) & 15U];
  return made;
}

std::string part(const std::string& headers, std::string_view bytes) {
  return headers + "Content-Transfer-Encoding: base64\r\n\r\n" + base64_lines(bytes);
}

std::string attachment_part(const MailAttachment& file) {
  const std::string name = one_line(file.name);
  std::string plain;
  for (const char c : name) plain += c > ' ' && c <= '~' && c != '"' && c != '\\' ? c : '-';
  return part("Content-Type: " + std::string(type_of(name)) +
                  "\r\nContent-Disposition: attachment;\r\n filename=\"" + plain + "\"\r\n",
              file.bytes);
}

std::string with_line_ends(const std::string& text) {
  std::string made;
  for (const char c : text) {
    if (c == '\r') continue;
    if (c == '\n') made += '\r';
    made += c;
  }
  return made;
}

}  // namespace

bool is_mail_address(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == 0 || at == std::string_view::npos || text.find('@', at + 1) != std::string_view::npos)
    return false;
  const std::string_view host = text.substr(at + 1);
  const bool clean = std::all_of(text.begin(), text.end(), [](char c) {
    return c > ' ' && c <= '~' &&
           std::string_view("<>()[],;:\\\"").find(c) == std::string_view::npos;
  });
  constexpr std::size_t longest = 254;
  return clean && text.size() <= longest && !host.empty() && host.front() != '.' &&
         host.back() != '.' && host.find("..") == std::string_view::npos;
}

std::string mail_file(const MailDraft& draft, Date day) {
  std::vector<std::string> parts{
      part("Content-Type: text/plain; charset=UTF-8\r\n", with_line_ends(draft.text))};
  for (const MailAttachment& each : draft.attachments) parts.push_back(attachment_part(each));
  std::string all = draft.subject + draft.to.address;
  for (const std::string& each : parts) all += each;
  const std::string boundary = boundary_of(all);
  std::string made = "Date: " + date_header(day) + "\r\nFrom: " + written_address(draft.from) +
                     "\r\nTo: " + written_address(draft.to) +
                     "\r\nSubject: " + header_words(draft.subject) +
                     // Mail programs open it as a message that is still to be sent.
                     "\r\nX-Unsent: 1\r\nMIME-Version: 1.0\r\n"
                     "Content-Type: multipart/mixed;\r\n boundary=\"" +
                     boundary + "\"\r\n\r\n";
  for (const std::string& each : parts) made += "--" + boundary + "\r\n" + each;
  return made + "--" + boundary + "--\r\n";
}

}  // namespace pricetalk
