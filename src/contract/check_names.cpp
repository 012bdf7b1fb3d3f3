#include "contract/check_names.hpp"

#include <algorithm>

#include "contract/last_step.hpp"

namespace pricetalk {

namespace {

bool is_letter_of_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

/// Where the run of letters, digits and hyphens begins that a name stands in.
std::uint32_t hyphenated_from(const Span& name) {
  std::uint32_t begin = name.begin;
  while (begin > 0 && is_letter_of_name(name.source->bytes()[begin - 1])) --begin;
  return begin;
}

/// "ICHT-IME" of a name that stands in it without spaces, each part beginning with a letter; else
/// empty.
std::string hyphenated(const Span& name) {
  if (name.source == nullptr || name.text().empty()) return {};
  const std::string_view bytes = name.source->bytes();
  const std::uint32_t begin = hyphenated_from(name);
  std::uint32_t end = begin;
  while (end < bytes.size() && is_letter_of_name(bytes[end])) ++end;
  const std::string_view word = bytes.substr(begin, end - begin);
  if (word.find('-') == std::string_view::npos) return {};
  bool part_begins = true;
  for (const char c : word) {
    if (part_begins && !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) return {};
    part_begins = c == '-';
  }
  return part_begins ? std::string() : std::string(word);
}

}  // namespace

void NameCheck::check(const Ladder& ladder) {
  Lines lines;
  for (const Formula::Line& line : ladder.formula.value.lines) {
    check(line.value, ladder, lines);
    if (&line != &ladder.formula.value.lines.back()) check_line_name(line, ladder, lines);
    if (!line.name.empty()) lines.insert(line.name);
  }
  lines.clear();  // limits read indices and constants, and lines of the formula
  for (const Formula::Line& line : ladder.formula.value.lines)
    if (!line.name.empty()) lines.insert(line.name);
  for (const auto* list : {&ladder.limits.cap, &ladder.limits.floor, &ladder.limits.cap_total,
                           &ladder.limits.floor_total})
    for (const auto& limit : *list) check(limit.value.value, ladder, lines);
  check_use(ladder);
}

void NameCheck::check_line_name(const Formula::Line& line, const Ladder& ladder,
                                const Lines& earlier) {
  if (line.name.empty() || !is_known(line.name, ladder, earlier)) return;
  const bool twice = earlier.count(line.name) != 0;
  diagnostics_.error(
      "F0103", line.span,
      twice ? Phrase{"two lines of the formula are called '" + line.name + "'",
                     "twee regels van de formule heten '" + line.name + "'"}
            : Phrase{"'" + line.name + "' names a line of the formula, and something else already",
                     "'" + line.name + "' is een regel van de formule, en iets anders heet al zo"},
      clause_.find(line.name) != nullptr || line.name.ends_with('0')
          ? Phrase{"leave this line out when it only explains the name: that stands at the index; "
                   "a "
                   "step on the way has a name of its own",
                   "laat deze regel weg als hij de naam alleen toelicht: dat staat bij de index; "
                   "een tussenstap heeft een eigen naam"}
          : Phrase{"give each a name of its own", "geef elk een eigen naam"});
}

void NameCheck::check_use(const Ladder& ladder) {
  const auto& lines = ladder.formula.value.lines;
  if (lines.empty()) return;
  std::vector<NameUse> open;
  names_in(lines.back().value, open);
  for (const auto* list : {&ladder.limits.cap, &ladder.limits.floor, &ladder.limits.cap_total,
                           &ladder.limits.floor_total})
    for (const auto& limit : *list) names_in(limit.value.value, open);
  for (const std::string& name : asked_) open.push_back({name, {}, false});
  Lines reached;
  while (!open.empty()) {
    const std::string name = open.back().name;
    open.pop_back();
    if (!reached.insert(name).second) continue;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i)
      if (lines[i].name == name) names_in(lines[i].value, open);
  }
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    if (!lines[i].name.empty() && reached.count(lines[i].name) == 0)
      diagnostics_.warning("F0113", lines[i].span,
                           {"the result does not use line '" + lines[i].name + "'",
                            "de uitkomst gebruikt regel '" + lines[i].name + "' niet"},
                           {"use it in a later line, or leave it out",
                            "gebruik haar in een latere regel, of laat haar weg"});
  used.merge(reached);
}

void NameCheck::check(const Expression& expression, const Ladder& ladder, const Lines& lines) {
  std::vector<NameUse> names;
  names_in(expression, names);
  for (const NameUse& use : names) {
    const bool known = is_known(use.name, ladder, lines);
    if (use.called ? is_table(use.name) : known) continue;
    unknown = true;
    // X and X0 are one mistake, however often they stand there.
    std::string stem = use.name;
    if (stem.ends_with('0')) stem.pop_back();
    if (report_hyphen(use, ladder, lines)) continue;
    if (said_.insert(stem).second) report(use, known, ladder, lines);
  }
}

bool NameCheck::report_hyphen(const NameUse& use, const Ladder& ladder, const Lines& lines) {
  const std::string word = hyphenated(use.span);
  if (word.empty()) return false;
  // `P0-X`: something that is known, and no index, less a name that is not.
  const std::string first = word.substr(0, word.find('-'));
  if (is_known(first, ladder, lines) && clause_.find(first) == nullptr) return false;
  std::string stem = word;
  if (stem.ends_with('0') || stem.ends_with('o')) stem.pop_back();
  if (!said_.insert(stem).second) return true;
  std::string written = stem;
  std::replace(written.begin(), written.end(), '-', '_');
  std::string minus = stem;
  minus.replace(minus.find('-'), 1, " - ");
  Span span = use.span;
  span.begin = hyphenated_from(use.span);
  span.end = span.begin + static_cast<std::uint32_t>(word.size());
  diagnostics_.error("F0104", span,
                     {"'" + word + "' is the difference " + minus + ": a name has no hyphen",
                      "'" + word + "' is het verschil " + minus + ": een naam heeft geen streepje"},
                     {"write " + written + " and " + written + "0, and call the index " + written,
                      "schrijf " + written + " en " + written + "0, en noem de index " + written});
  return true;
}

void NameCheck::report(const NameUse& use, bool known, const Ladder& ladder, const Lines& lines) {
  Span span = use.span;
  if (use.called && span.text().starts_with(use.name))
    span.end = span.begin + static_cast<std::uint32_t>(use.name.size());
  if (use.called && known)
    return diagnostics_.error(
        "F0104", span,
        {"'" + use.name + "' is not a function", "'" + use.name + "' is geen functie"},
        {"write * to multiply: " + use.name + " * (...)",
         "schrijf * voor vermenigvuldigen: " + use.name + " * (...)"});
  if (use.name.ends_with('\''))
    return diagnostics_.error(
        "F0104", span,
        {"a prime does not say which of two figures is the new one",
         "een accent zegt niet welk van twee cijfers het nieuwe is"},
        {"write S for the new figure of index S, and S0 for the one that it is compared with",
         "schrijf S voor het nieuwe cijfer van index S, en S0 voor het cijfer waarmee het wordt "
         "vergeleken"});
  std::string near(nearest(use.name, use.called ? all_functions() : all_names(ladder, lines)));
  if (near.size() < 3) near.clear();  // of names this short any is near to any
  const Phrase kind = use.called ? Phrase{"function", "functie"} : Phrase{"name", "naam"};
  diagnostics_.error("F0104", span,
                     {"unknown " + kind.en + " '" + use.name + "'",
                      "onbekende " + kind.nl + " '" + use.name + "'"},
                     near.empty()
                         ? known_names(use.called, ladder, lines)
                         : Phrase{"did you mean '" + near + "'?", "bedoelde u '" + near + "'?"});
}

bool NameCheck::is_table(const std::string& name) const {
  return std::any_of(clause_.tables.begin(), clause_.tables.end(),
                     [&](const BandTable& t) { return t.name == name; });
}

bool NameCheck::is_known(const std::string& name, const Ladder& ladder, const Lines& lines) const {
  if (name == "P0" || name == months_since_last_word || lines.count(name) != 0 ||
      clause_.find(name) != nullptr)
    return true;
  if (name.ends_with('0') &&
      clause_.find(std::string_view(name).substr(0, name.size() - 1)) != nullptr)
    return true;
  return std::any_of(ladder.constants.begin(), ladder.constants.end(),
                     [&](const auto& c) { return c.first == name; });
}

std::vector<std::string_view> NameCheck::all_functions() const {
  std::vector<std::string_view> all = {"min", "max", "average", "abs", "round"};
  for (const BandTable& table : clause_.tables) all.push_back(table.name);
  return all;
}

Phrase NameCheck::known_names(bool called, const Ladder& ladder, const Lines& lines) const {
  std::string text;
  for (const std::string_view name : called ? all_functions() : all_names(ladder, lines)) {
    const std::string word(name);
    text += (text.empty() ? "" : ", ") + word;
    if (!called && clause_.find(name) != nullptr) text += ", " + word + "0";
  }
  return {"known here: " + text, "bekend zijn hier: " + text};
}

std::vector<std::string_view> NameCheck::all_names(const Ladder& ladder, const Lines& lines) const {
  std::vector<std::string_view> all = {"P0"};
  for (const IndexRead& read : clause_.reads) all.push_back(read.symbol);
  for (const auto& constant : ladder.constants) all.push_back(constant.first);
  for (const std::string& line : lines) all.push_back(line);
  all.push_back(months_since_last_word);
  return all;
}

}  // namespace pricetalk
