#include "document/documentation.hpp"

namespace pricetalk {

std::string documentation(const std::vector<DocumentationRow>& rows,
                          const std::vector<std::string_view>& planned) {
  const auto cell = [](std::string_view text) {
    std::string escaped;
    for (const char c : text) {
      if (c == '|') escaped += '\\';
      escaped += c;
    }
    return escaped;
  };
  std::string text = "| key | type | default | meaning |\n|---|---|---|---|\n";
  for (const DocumentationRow& row : rows) {
    const std::string key =
        row.required ? "**" + std::string(row.key) + "**" : std::string(row.key);
    const std::string fallback = row.required           ? ""
                                 : row.fallback.empty() ? "–"
                                                        : cell(row.fallback);
    text += "| " + key + " | " + cell(row.type) + " | " + fallback +
            (fallback.empty() ? "| " : " | ") + cell(row.meaning) + " |\n";
  }
  if (planned.empty()) return text;
  text += "\nNot supported yet: ";
  for (std::size_t i = 0; i < planned.size(); ++i) {
    if (i > 0) text += ", ";
    text += "`" + std::string(planned[i]) + "`";
  }
  return text + ".\n";
}

}  // namespace pricetalk
