#include "register/state.hpp"

#include <algorithm>
#include <memory>

#include "document/toml_text.hpp"
#include "document/tree.hpp"
#include "document/words.hpp"

namespace pricetalk {

std::string terms_of(std::string_view text) {
  std::string made;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.starts_with('#')) continue;
    // "  # C5": letters and digits only, so that no text of a value is taken for one.
    const std::size_t mark = line.rfind("  # ");
    if (mark != std::string_view::npos &&
        std::all_of(line.begin() + static_cast<std::ptrdiff_t>(mark) + 4, line.end(),
                    [](char c) { return document::is_letter(c) || document::is_digit(c); }))
      line = line.substr(0, mark);
    made += std::string(line) + "\n";
  }
  return made;
}

RegisterState read_register_state(std::string_view text) {
  RegisterState made;
  const auto source = std::make_shared<const SourceText>("state.toml", std::string(text));
  const Loaded<DocumentNode> document = read_document(source);
  const DocumentNode* files = document.value ? document.value->find("files") : nullptr;
  if (files == nullptr) return made;
  for (const Entry& each : files->entries) {
    const DocumentNode* id = each.value.find("id");
    const DocumentNode* digest = each.value.find("digest");
    const DocumentNode* terms = each.value.find("terms");
    if (id != nullptr && digest != nullptr && terms != nullptr)
      made[each.key] = {id->raw, digest->raw, terms->raw};
  }
  return made;
}

std::string register_state_text(const RegisterState& state) {
  std::string made =
      "# Written by pricetalk import: what the register gave for each file the last time.\n"
      "schema = 1\n\n[files]\n";
  for (const auto& [file, given] : state)
    made += toml_text(file) + " = { id = " + toml_text(given.id) + ", digest = \"" + given.digest +
            "\", terms = \"" + given.terms + "\" }\n";
  return made;
}

}  // namespace pricetalk
