#include "register/mapping.hpp"

#include <algorithm>

#include "document/toml_text.hpp"
#include "document/words.hpp"

namespace pricetalk {

namespace {

std::string with_line_end(const SourcePtr& source) {
  std::string made(source->bytes());
  if (!made.empty() && !made.ends_with('\n')) made += '\n';
  return made;
}

/// The remarks of a file, each line behind a #.
std::string remark(const Phrase& text, Language language) {
  std::string made = "# ";
  for (const char c : text.in(language)) {
    made += c;
    if (c == '\n') made += "# ";
  }
  return made + "\n";
}

}  // namespace

RegisterMapping::RegisterMapping(SourcePtr source, Diagnostics& diagnostics)
    : source_(std::move(source)) {
  diagnostics.keep(source_);
  const Loaded<DocumentNode> document = read_document(source_);
  diagnostics.append(document.diagnostics);
  if (document.value) read(*document.value, diagnostics);
}

void RegisterMapping::read(const DocumentNode& tree, Diagnostics& diagnostics) {
  using Kind = DocumentNode::Kind;
  const auto wrong = [&](const Span& where, Phrase title, Phrase hint) {
    diagnostics.error("A0220", where, std::move(title), std::move(hint));
  };
  for (const Entry& each : tree.entries) {
    const DocumentNode& value = each.value;
    if (each.key == "schema") continue;
    if (each.key == "prices_of") {
      const auto day = value.kind == Kind::date ? Date::parse(value.raw) : std::nullopt;
      if (day)
        prices_of_ = *day;
      else if (value.kind == Kind::text && value.raw == "start")
        prices_of_ = std::monostate{};
      else
        wrong(value.span, {"prices_of is \"start\" or a day", "prices_of is \"start\" of een dag"},
              {"write \"start\", or 2026-01-01 without quotes",
               "schrijf \"start\", of 2026-01-01 zonder aanhalingstekens"});
    } else if (each.key == "country") {
      country_stated_ = true;
      if (value.kind == Kind::text && (value.raw.empty() || value.raw.size() == 2))
        country_ = value.raw;
      else
        wrong(value.span,
              {"country is a code of two letters", "country is een code van twee letters"},
              {"write \"NL\"", "schrijf \"NL\""});
    } else if (each.key == "words" && value.kind == Kind::table) {
      for (const Entry& word : value.entries) {
        if (word.value.kind == Kind::text)
          words_[document::lower(word.key)] = {word.value.raw, word.value.span};
        else
          wrong(word.value.span,
                {"a word leads to the id of a clause",
                 "een woord leidt naar de naam van een clausule"},
                {"write \"none\", \"?\" or a clause of the file of clauses",
                 "schrijf \"none\", \"?\" of een clausule uit het bestand met clausules"});
      }
    } else {
      wrong(each.key_span,
            {"a mapping has no key '" + each.key + "'",
             "een vertaallijst heeft geen sleutel '" + each.key + "'"},
            {"it has schema, prices_of, country and [words]",
             "ze heeft schema, prices_of, country en [words]"});
    }
  }
}

std::optional<Date> RegisterMapping::price_date(Date start) const {
  if (!prices_of_) return std::nullopt;
  const Date* day = std::get_if<Date>(&*prices_of_);
  return day == nullptr ? start : std::max(*day, start);
}

const std::string* RegisterMapping::clause_of(std::string_view word) const {
  const auto found = words_.find(document::lower(word));
  return found == words_.end() ? nullptr : &found->second.clause;
}

void RegisterMapping::add(const std::string& word, const std::string& clause, const Phrase& said) {
  words_[document::lower(word)] = {clause, {}};
  added_.push_back({word, clause, said});
}

Span RegisterMapping::where(std::string_view word) const {
  const auto found = words_.find(document::lower(word));
  return found == words_.end() ? Span{} : found->second.where;
}

std::vector<std::string> RegisterMapping::words_of_no_clause(
    const std::vector<std::string>& clauses) const {
  std::vector<std::string> made;
  for (const auto& [word, meant] : words_)
    if (meant.clause != none && meant.clause != asked &&
        std::find(clauses.begin(), clauses.end(), meant.clause) == clauses.end())
      made.push_back(word);
  return made;
}

std::string RegisterMapping::text(Language language) const {
  std::string made;
  if (source_ == nullptr) {
    made = remark({"How the words of the register are read. What stands here wins at the next "
                   "import: change\n"
                   "it, or put an id of clauses.toml behind a word; \"none\" is no indexation, "
                   "\"?\" a question.\n"
                   "Prices without a date: prices_of = \"start\", or the day that they are of.",
                   "Hoe de woorden van het register worden gelezen. Wat hier staat, geldt bij de "
                   "volgende import:\n"
                   "pas het aan, of zet een naam uit clauses.toml achter een woord; \"none\" is "
                   "geen indexering,\n"
                   "\"?\" een vraag. Prijzen zonder datum: prices_of = \"start\", of de dag waarop "
                   "ze golden."},
                  language);
    made += "schema = 1\n";
    if (country_) made += "country = " + toml_text(*country_) + "\n";
    made += "\n[words]\n";
  } else {
    made = with_line_end(source_);
    if (country_ && !country_stated_) made = "country = " + toml_text(*country_) + "\n" + made;
    // Words go below their heading, which is the last table of the file as we write it.
    if (!added_.empty() && made.find("[words]") == std::string::npos) made += "\n[words]\n";
  }
  std::string words;
  for (const Added& each : added_) {
    const std::string said = each.remark.in(language);
    words += toml_text(each.word) + " = " + toml_text(each.clause) +
             (said.empty() ? "" : "  # " + said) + "\n";
  }
  if (source_ == nullptr || words.empty()) return made + words;
  const std::size_t heading = made.find("[words]");
  const std::size_t next = made.find("\n[", heading);
  made.insert(next == std::string::npos ? made.size() : next + 1, words);
  return made;
}

RegisterClauses::RegisterClauses(SourcePtr source, Diagnostics& diagnostics)
    : source_(std::move(source)) {
  diagnostics.keep(source_);
  Loaded<DocumentNode> document = read_document(source_);
  diagnostics.append(document.diagnostics);
  if (!document.value) return;
  if (const DocumentNode* clauses = document.value->find("clause")) entries_ = clauses->entries;
}

bool RegisterClauses::has(std::string_view id) const {
  const std::vector<std::string> known = ids();
  return std::find(known.begin(), known.end(), id) != known.end();
}

void RegisterClauses::add(const std::string& id, const std::string& keys, const Phrase& said) {
  added_.push_back({id, keys, said});
}

std::vector<std::string> RegisterClauses::ids() const {
  std::vector<std::string> made;
  for (const Entry& each : entries_) made.push_back(each.key);
  for (const Added& each : added_) made.push_back(each.id);
  return made;
}

std::string RegisterClauses::index_of(std::string_view id) const {
  for (const Entry& each : entries_)
    if (each.key == id) {
      const DocumentNode* index = each.value.find("index");
      return index != nullptr && index->entries.size() == 1 ? index->entries.front().key
                                                            : std::string();
    }
  for (const Added& each : added_)
    if (each.id == id) return each.keys.find("index.C") == std::string::npos ? "" : "C";
  return {};
}

bool RegisterClauses::says_day(std::string_view id) const {
  for (const Entry& each : entries_) {
    if (each.key != id) continue;
    const DocumentNode* adjust = each.value.find("adjust");
    return adjust != nullptr &&
           (adjust->find("on") != nullptr || adjust->find("first") != nullptr ||
            adjust->find("dates") != nullptr || adjust->find("at") != nullptr);
  }
  return false;
}

bool RegisterClauses::leaves_open(std::string_view id, std::string_view key) const {
  for (const Added& each : added_) {
    const std::size_t unknown = each.keys.find("unknown = [");
    if (each.id == id && unknown != std::string::npos)
      return each.keys.find("\"" + std::string(key) + "\"", unknown) != std::string::npos;
  }
  for (const Entry& each : entries_) {
    const DocumentNode* index = each.key == id ? each.value.find("index") : nullptr;
    if (index == nullptr) continue;
    for (const Entry& one : index->entries)
      if (const DocumentNode* unknown = one.value.find("unknown"))
        if (std::any_of(unknown->items.begin(), unknown->items.end(),
                        [&](const DocumentNode& item) { return item.raw == key; }) ||
            unknown->raw == key)
          return true;
  }
  return false;
}

std::string RegisterClauses::text(Language language) const {
  std::string made;
  if (source_ == nullptr)
    made = remark({"The clauses that the contracts of the register share. Change them here: it "
                   "holds for all.\n"
                   "unknown = [\"use\"]: nobody has said yet which month of the index counts.",
                   "De clausules die de contracten van het register delen. Pas ze hier aan: dat "
                   "geldt voor alle.\n"
                   "unknown = [\"use\"]: nog niemand heeft gezegd welke maand van de index telt."},
                  language) +
           "schema = 1\n";
  else
    made = with_line_end(source_);
  for (const Added& each : added_)
    made += "\n" + remark(each.remark, language) + "[clause." + each.id + "]\n" + each.keys;
  return made;
}

}  // namespace pricetalk
