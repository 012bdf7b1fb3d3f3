#include <algorithm>
#include <array>

#include "audit/matcher.hpp"
#include "audit/name_marks.hpp"

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
    } else if ((byte >= 'A' && byte <= 'Z') ||
               (byte >= 0x80 && byte <= 0x9E && byte != 0x97 && i > 0 &&
                static_cast<unsigned char>(name[i - 1]) == 0xC3)) {
      made += static_cast<char>(byte + 32);
    } else {
      made += static_cast<char>(byte);
    }
  }
  if (made.ends_with(' ')) made.pop_back();
  return made;
}

/// Whether a name is of another thing than a line, however alike they are: another number or letter
/// than all names of the line that have one, or work beside it.
bool kept_apart(std::string_view name, const Line& line) {
  bool marked = false;
  bool same_mark = false;
  bool extra = names_an_extra(line.title);
  const auto look = [&](std::string_view own) {
    if (marks_of(own).empty()) return;
    marked = true;
    same_mark = same_mark || !marks_differ(name, own);
  };
  look(line.id);
  look(line.title);
  for (const std::string& alias : line.aliases) {
    look(alias);
    extra = extra || names_an_extra(alias);
  }
  return (marked && !same_mark) || names_an_extra(name) != extra;
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

Matcher::Matcher(const Contract& contract) : contract_(contract) {
  constexpr std::size_t few = 16;
  if (contract.lines.size() <= few)
    for (const Line& line : contract.lines)
      ids_.push_back({line.id, {&line, {}, MatchedBy::id, 0}});
  for (const Line& line : contract.lines) {
    for (const Part& part : line.parts) {
      parts_.push_back({folded(part.name), &line, part.name});
      for (const std::string& alias : part.aliases)
        parts_.push_back({folded(alias), &line, part.name});
    }
    for (const std::size_t index : line.surcharges) {
      const Clause& clause = contract.clauses[index];
      parts_.push_back({folded(clause.id), &line, clause.id});
      for (const std::string& alias : clause.aliases)
        parts_.push_back({folded(alias), &line, clause.id});
    }
  }
}

const Match& Matcher::match(const InvoiceLine& row) {
  if (row.part.empty())
    for (const auto& [id, answer] : ids_)
      if (id == row.line) return answer;
  std::string key = row.line;
  for (const std::string& name : row.names) key += '\n' + name;
  key += '\t' + row.part;
  const auto known = known_.find(key);
  if (known != known_.end()) return known->second;
  constexpr std::size_t enough = 10'000;
  if (known_.size() >= enough) known_.clear();
  return known_.emplace(std::move(key), found(row)).first->second;
}

std::string Matcher::part_of(const Line& line, std::string_view name) const {
  const std::string wanted = folded(name);
  for (const PartName& each : parts_)
    if (each.line == &line && each.folded == wanted) return each.part;
  return {};
}

Match Matcher::by_names(const std::vector<std::string_view>& names) const {
  for (const MatchedBy by : {MatchedBy::id, MatchedBy::alias, MatchedBy::title})
    for (const std::string_view name : names) {
      const auto [line, how] = pricetalk::match(contract_, name);
      if (line != nullptr && how == by) return {line, {}, by, 0};
    }
  return {};
}

/// "LINE/PART", or a name that one part or surcharge of one line has.
Match Matcher::by_part(const std::vector<std::string_view>& names) const {
  for (const std::string_view name : names) {
    const auto slash = name.find('/');
    if (slash != std::string_view::npos) {
      Match made = by_names({name.substr(0, slash)});
      if (made.line != nullptr) {
        made.part = part_of(*made.line, name.substr(slash + 1));
        if (!made.part.empty()) return made;
      }
    }
    const std::string wanted = folded(name);
    const PartName* only = nullptr;
    bool several = false;
    for (const PartName& each : parts_) {
      if (each.folded != wanted) continue;
      several =
          several || (only != nullptr && (only->line != each.line || only->part != each.part));
      only = &each;
    }
    if (only != nullptr && !several) return {only->line, only->part, MatchedBy::alias, 0};
  }
  return {};
}

Match Matcher::by_likeness(const std::vector<std::string_view>& names) const {
  Match best;
  int second = 0;
  for (const Line& line : contract_.lines) {
    int most = 0;
    for (const std::string_view name : names) {
      if (kept_apart(name, line)) continue;
      most = std::max({most, likeness(name, line.title), likeness(name, line.id)});
      for (const std::string& alias : line.aliases) most = std::max(most, likeness(name, alias));
    }
    if (most > best.likeness) {
      second = best.likeness;
      best = {&line, {}, MatchedBy::likeness, most};
    } else {
      second = std::max(second, most);
    }
  }
  return best.likeness >= alike && best.likeness - second >= alike_margin ? best : Match{};
}

Match Matcher::found(const InvoiceLine& row) const {
  std::vector<std::string_view> names{row.line};
  names.insert(names.end(), row.names.begin(), row.names.end());
  Match made = by_names(names);
  if (made.line == nullptr) made = by_part(names);
  if (made.line == nullptr && !row.part.empty()) made = by_part({row.part});
  if (made.line == nullptr) made = by_likeness(names);
  if (made.line != nullptr && made.part.empty() && !row.part.empty()) {
    made.part = part_of(*made.line, row.part);
    if (made.part.empty()) return {};  // a part that the line does not have
  }
  return made;
}

Match match(const Contract& contract, const InvoiceLine& row) {
  return Matcher(contract).match(row);
}

std::string_view word(MatchedBy by) {
  static constexpr std::array<std::string_view, 5> table = {"nothing", "id", "alias", "title",
                                                            "likeness"};
  return table[static_cast<std::size_t>(by)];
}

std::string_view word(Aside why) {
  static constexpr std::array<std::string_view, 4> table = {"another-contract", "another-currency",
                                                            "duplicate", "outside"};
  return table[static_cast<std::size_t>(why)];
}

}  // namespace pricetalk
