#include <algorithm>

#include "pricetalk/audit/audit.hpp"

namespace pricetalk {

namespace {

/// Capitals and blanks do not count: "  Schoonmaak   RAADHUIS" is "schoonmaak raadhuis". Letters
/// with an accent fold too, where UTF-8 keeps their capitals 32 apart (À to Þ).
std::string folded(std::string_view name) {
  std::string made;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto byte = static_cast<unsigned char>(name[i]);
    if (byte == ' ' || byte == '\t') {
      if (!made.empty() && made.back() != ' ') made += ' ';
    } else if (byte >= 'A' && byte <= 'Z') {
      made += static_cast<char>(byte + 32);
    } else if (byte >= 0x80 && byte <= 0x9E && byte != 0x97 && i > 0 &&
               static_cast<unsigned char>(name[i - 1]) == 0xC3) {
      made += static_cast<char>(byte + 32);
    } else {
      made += static_cast<char>(byte);
    }
  }
  if (made.ends_with(' ')) made.pop_back();
  return made;
}

}  // namespace

std::pair<const Line*, MatchedBy> match(const Contract& contract, std::string_view name) {
  const std::string wanted = folded(name);
  const auto only = [&](auto answers) -> const Line* {
    const Line* found = nullptr;
    for (const Line& line : contract.lines) {
      if (!answers(line)) continue;
      if (found != nullptr) return nullptr;
      found = &line;
    }
    return found;
  };
  const auto by_id = [&](const Line& line) { return folded(line.id) == wanted; };
  const auto by_title = [&](const Line& line) { return folded(line.title) == wanted; };
  const auto by_alias = [&](const Line& line) {
    return std::any_of(line.aliases.begin(), line.aliases.end(),
                       [&](const std::string& alias) { return folded(alias) == wanted; });
  };
  if (const Line* line = contract.find_line(name)) return {line, MatchedBy::id};
  if (const Line* line = only(by_id)) return {line, MatchedBy::id};
  if (const Line* line = only(by_alias)) return {line, MatchedBy::alias};
  if (const Line* line = only(by_title)) return {line, MatchedBy::title};
  return {nullptr, MatchedBy::nothing};
}

const Evidence* find(const std::vector<Evidence>& evidence, const Address& address) {
  const auto found = std::find_if(evidence.begin(), evidence.end(),
                                  [&](const Evidence& each) { return each.address == address; });
  return found == evidence.end() ? nullptr : &*found;
}

}  // namespace pricetalk
