#include "document/replacement.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace pricetalk {

namespace {

/// What stands between two texts, when a hint is just that.
std::optional<std::string> between(std::string_view hint, std::string_view before,
                                   std::string_view after) {
  if (!hint.starts_with(before) || !hint.ends_with(after)) return std::nullopt;
  hint.remove_prefix(before.size());
  hint.remove_suffix(after.size());
  return std::string(hint);
}

}  // namespace

std::optional<std::string> replacement_of(const Diagnostic& mistake) {
  static constexpr std::array<std::string_view, 4> written = {"T0101", "T0103", "T0203", "T0204"};
  if (mistake.span.source == nullptr) return std::nullopt;
  if (mistake.code == "T0301") return between(mistake.hint.en, "did you mean '", "'?");
  if (std::find(written.begin(), written.end(), mistake.code) == written.end()) return std::nullopt;
  const auto text = between(mistake.hint.en, "write ", "");
  // A hint with more than one word leaves a choice.
  if (!text || text->find_first_of(" ;") != std::string::npos) return std::nullopt;
  return text;
}

}  // namespace pricetalk
