#include "cli/attached_file.hpp"

#include <algorithm>
#include <array>

#include "document/words.hpp"
#include "files/files.hpp"

namespace pricetalk {

namespace {

std::string name_in(const std::string& path) {
  return path.substr(path.find_last_of('/') == std::string::npos ? 0 : path.find_last_of('/') + 1);
}

}  // namespace

std::optional<MailAttachment> attached_file(const std::string& path, Diagnostics& problems) {
  constexpr std::array<std::string_view, 6> endings{".pdf",  ".docx", ".odt",
                                                    ".html", ".md",   ".txt"};
  const std::string name = document::lower(path);
  if (std::none_of(endings.begin(), endings.end(),
                   [&](std::string_view each) { return name.ends_with(each); })) {
    problems.error("D0302", {},
                   {"'" + path + "' is no letter that can go out",
                    "'" + path + "' is geen brief die de deur uit kan"},
                   {"attach a .pdf, .docx, .odt, .html, .md or .txt",
                    "voeg een .pdf, .docx, .odt, .html, .md of .txt toe"});
    return std::nullopt;
  }
  auto bytes = read_file(path);
  problems.append(bytes.diagnostics);
  if (!bytes.value) return std::nullopt;
  return MailAttachment{name_in(path), std::move(*bytes.value)};
}

}  // namespace pricetalk
