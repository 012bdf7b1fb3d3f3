#include "contract/shared_clauses.hpp"

#include <algorithm>
#include <array>

#include "contract/terms_dictionary.hpp"
#include "document/reader.hpp"

namespace pricetalk {

namespace {

using Kind = DocumentNode::Kind;

Entry* entry_of(DocumentNode& table, std::string_view key) {
  const auto found = std::find_if(table.entries.begin(), table.entries.end(),
                                  [&](const Entry& entry) { return entry.key == key; });
  return found == table.entries.end() ? nullptr : &*found;
}
const Entry* entry_of(const DocumentNode& table, std::string_view key) {
  const auto found = std::find_if(table.entries.begin(), table.entries.end(),
                                  [&](const Entry& entry) { return entry.key == key; });
  return found == table.entries.end() ? nullptr : &*found;
}

/// How deep a table of a clause is replaced key by key; 0: as a whole.
int depth_of(std::string_view key) {
  constexpr std::array<std::string_view, 5> by_key = {"limits", "rounding", "notice", "constants",
                                                      "table"};
  if (key == "index") return 2;
  return std::find(by_key.begin(), by_key.end(), key) != by_key.end() ? 1 : 0;
}

bool tables(const DocumentNode& a, const DocumentNode& b) {
  return a.kind == Kind::table && b.kind == Kind::table && !a.broken && !b.broken;
}

/// The keys of `from`, replaced by those of `own`; further keys of `own` follow.
DocumentNode replaced(const DocumentNode& from, const DocumentNode& own, int depth) {
  DocumentNode made = own;
  made.entries.clear();
  made.incomplete = own.incomplete || from.incomplete;
  for (const Entry& entry : from.entries) {
    const Entry* stated = entry_of(own, entry.key);
    if (stated == nullptr) {
      made.entries.push_back(entry);
      continue;
    }
    made.entries.push_back(*stated);
    if (depth > 0 && tables(entry.value, stated->value))
      made.entries.back().value = replaced(entry.value, stated->value, depth - 1);
  }
  for (const Entry& entry : own.entries)
    if (entry_of(from, entry.key) == nullptr) made.entries.push_back(entry);
  return made;
}

DocumentNode like(const DocumentNode& liked, const DocumentNode& own) {
  DocumentNode from = liked;
  std::erase_if(from.entries, [](const Entry& entry) { return entry.key == "note"; });
  DocumentNode made = replaced(from, own, 0);
  for (Entry& entry : made.entries) {
    const Entry* theirs = entry_of(from, entry.key);
    const Entry* ours = entry_of(own, entry.key);
    const int depth = depth_of(entry.key);
    if (theirs != nullptr && ours != nullptr && depth > 0 && tables(theirs->value, ours->value))
      entry.value = replaced(theirs->value, ours->value, depth - 1);
  }
  return made;
}

const DocumentNode* like_of(const DocumentNode& clause) {
  const DocumentNode* id = clause.kind == Kind::table ? clause.find("like") : nullptr;
  return id != nullptr && id->kind == Kind::text && !id->broken ? id : nullptr;
}

/// Until its keys are there, nobody can say what a clause lacks.
void nothing_missing(DocumentNode& clause) {
  clause.incomplete = true;
  Entry* index = entry_of(clause, "index");
  if (index == nullptr) return;
  for (Entry& read : index->value.entries) read.value.incomplete = true;
}

/// "labour-mix" of the clause table, or an error with the nearest name.
const Entry* liked_by(const DocumentNode& clauses, const Entry& entry, const DocumentNode& id,
                      Diagnostics& diagnostics) {
  if (const Entry* found = entry_of(clauses, id.raw)) return found;
  std::vector<std::string_view> known;
  std::string all;
  for (const Entry& one : clauses.entries) {
    if (one.key == entry.key) continue;
    known.push_back(one.key);
    all += (all.empty() ? "" : ", ") + one.key;
  }
  const std::string near(nearest(id.raw, known));
  Phrase hint{"the contract has: " + all, "het contract heeft: " + all};
  if (all.empty()) hint = {"the contract has no other clause", "het contract heeft geen andere"};
  if (!near.empty()) hint = {"did you mean '" + near + "'?", "bedoelde u '" + near + "'?"};
  diagnostics.add({.severity = Severity::error,
                   .code = "C0309",
                   .span = id.span,
                   .title = {"no clause '" + id.raw + "' in this contract",
                             "geen clausule '" + id.raw + "' in dit contract"},
                   .hint = std::move(hint),
                   .context = {{entry.key_span,
                                {"this clause takes its keys from it",
                                 "deze clausule neemt haar sleutels daarvan over"}}},
                   .clause = {}});
  return nullptr;
}

void not_liked(const Entry& entry, const DocumentNode& id, const Entry& liked,
               const DocumentNode& further, Diagnostics& diagnostics) {
  const bool itself = liked.key == entry.key;
  const bool circle = !itself && further.raw == entry.key;
  Diagnostic made{.severity = Severity::error,
                  .code = "C0403",
                  .span = id.span,
                  .title = {"clause '" + liked.key + "' takes its keys from another clause itself",
                            "clausule '" + liked.key + "' neemt zelf sleutels van een andere over"},
                  .hint = {"like goes one level: write like = \"" + further.raw +
                               "\" and repeat what '" + liked.key + "' changes",
                           "like gaat één niveau diep: schrijf like = \"" + further.raw +
                               "\" en herhaal wat '" + liked.key + "' anders heeft"},
                  .context = {},
                  .clause = {}};
  if (itself) {
    made.title = {"a clause cannot take its keys from itself",
                  "een clausule kan geen sleutels van zichzelf overnemen"};
    made.hint = {"name another clause, or leave like out",
                 "noem een andere clausule, of laat like weg"};
    made.context = {{entry.key_span, {"this clause", "deze clausule"}}};
  } else {
    made.context = {{further.span, {"from here", "hiervan"}}};
  }
  if (circle) {
    made.title = {
        "clauses '" + entry.key + "' and '" + liked.key + "' take their keys from each other",
        "clausules '" + entry.key + "' en '" + liked.key + "' nemen hun sleutels van elkaar over"};
    made.hint = {"one of both states all keys: remove its like",
                 "een van beide noemt alle sleutels: haal daar like weg"};
  }
  diagnostics.add(std::move(made));
}

/// What a shared file holds: the clauses that `clauses_from` names, or the innovations that
/// `innovations_from` names.
struct SharedKind {
  std::string_view from;   ///< key of the contract that names the file
  std::string_view table;  ///< what it holds
  Phrase one;              ///< "clause"
  Phrase many;             ///< "clauses"
  Phrase again;            ///< "it stands here too"
  Phrase mend;             ///< what to do about two of one name
};

const std::array<SharedKind, 2>& shared_kinds() {
  static const std::array<SharedKind, 2> all = {
      {{"clauses_from",
        "clause",
        {"clause", "clausule"},
        {"clauses", "clausules"},
        {"it stands here too", "hij staat ook hier"},
        {"give one of both another name; a clause that differs a little is written with like",
         "geef een van beide een andere naam; een clausule die weinig afwijkt, schrijft u met "
         "like"}},
       {"innovations_from",
        "innovation",
        {"innovation", "innovatie"},
        {"innovations", "innovaties"},
        {"it stands here too", "zij staat ook hier"},
        {"give one of both another name", "geef een van beide een andere naam"}}}};
  return all;
}

/// The paths that a key of the contract states.
std::vector<const DocumentNode*> paths(const DocumentNode& contract, std::string_view key) {
  std::vector<const DocumentNode*> made;
  const DocumentNode* stated = contract.find(key);
  if (stated == nullptr || stated->broken) return made;
  if (stated->kind == Kind::text) made.push_back(stated);
  for (const DocumentNode& item : stated->items)
    if (item.kind == Kind::text && !item.broken) made.push_back(&item);
  return made;
}

}  // namespace

std::vector<SourcePtr> shared_clauses(const DocumentNode& contract, const ClausesReader& clauses,
                                      Diagnostics& diagnostics) {
  std::vector<SourcePtr> found;
  for (const SharedKind& kind : shared_kinds())
    for (const DocumentNode* path : paths(contract, kind.from)) {
      if (!clauses) {
        diagnostics.error("C0401", path->span,
                          {"no other file can be read here",
                           "hier kan geen ander bestand worden "
                           "gelezen"},
                          {"write the " + kind.many.en + " in the contract itself",
                           "schrijf de " + kind.many.nl + " in het contract zelf"});
        continue;
      }
      auto read = clauses(path->raw, path->span);
      diagnostics.append(read.diagnostics);
      if (!read.value) continue;
      for (SourcePtr& source : *read.value) {
        const bool known = std::any_of(found.begin(), found.end(), [&](const SourcePtr& other) {
          return other->name() == source->name();
        });
        if (!known) found.push_back(std::move(source));
      }
    }
  return found;
}

namespace {

/// What a shared file holds: of a file that nobody can tell, clauses.
const SharedKind& kind_of(const DocumentNode& file) {
  for (const SharedKind& kind : shared_kinds())
    if (file.find(kind.table) != nullptr) return kind;
  return shared_kinds().front();
}

/// The keys of a shared file; what it lacks, or has too much, is said.
template <class Terms>
void read_shared(const DocumentNode& document, const SourcePtr& file, Diagnostics& diagnostics) {
  Terms terms;
  Reader reader(file, diagnostics);
  reader.table(document, terms);
  if (terms.schema.where) check_schema(terms.schema, diagnostics);
}

void add_shared(DocumentNode& contract, DocumentNode& file, const SharedKind& kind,
                Diagnostics& diagnostics) {
  Entry* shared = entry_of(file, kind.table);
  if (shared == nullptr || shared->value.kind != Kind::table) return;
  Entry* own = entry_of(contract, kind.table);
  if (own == nullptr) {
    contract.entries.push_back({std::string(kind.table), shared->key_span, {}});
    own = &contract.entries.back();
  }
  if (own->value.kind != Kind::table) return;
  for (Entry& each : shared->value.entries) {
    const Entry* known = entry_of(own->value, each.key);
    if (known == nullptr) {
      own->value.entries.push_back(std::move(each));
      continue;
    }
    diagnostics.add({.severity = Severity::error,
                     .code = "C0402",
                     .span = each.key_span,
                     .title = {kind.one.en + " '" + each.key + "' stands in two files",
                               kind.one.nl + " '" + each.key + "' staat in twee bestanden"},
                     .hint = kind.mend,
                     .context = {{known->key_span, kind.again}},
                     .clause = {}});
  }
}

}  // namespace

void add_shared_clauses(DocumentNode& contract, const std::vector<SourcePtr>& files,
                        Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    diagnostics.keep(file);
    Loaded<DocumentNode> document = read_document(file);
    diagnostics.append(document.diagnostics);
    if (!document.value) continue;
    const SharedKind& kind = kind_of(*document.value);
    if (kind.table == "innovation")
      read_shared<SharedInnovationsTerms>(*document.value, file, diagnostics);
    else
      read_shared<SharedClausesTerms>(*document.value, file, diagnostics);
    add_shared(contract, *document.value, kind, diagnostics);
  }
}

void expand_like(DocumentNode& contract, Diagnostics& diagnostics) {
  Entry* table = entry_of(contract, "clause");
  if (table == nullptr || table->value.kind != Kind::table) return;
  const std::vector<Entry>& written = table->value.entries;
  const bool any = std::any_of(written.begin(), written.end(),
                               [](const Entry& entry) { return like_of(entry.value) != nullptr; });
  if (!any) return;
  const DocumentNode clauses = table->value;  // what stands in the files, before any replacement
  std::vector<std::string> circle;            // one error for both
  for (std::size_t i = 0; i < clauses.entries.size(); ++i) {
    const Entry& entry = clauses.entries[i];
    const DocumentNode* id = like_of(entry.value);
    if (id == nullptr) continue;
    DocumentNode& own = table->value.entries[i].value;
    nothing_missing(own);
    const Entry* liked = liked_by(clauses, entry, *id, diagnostics);
    if (liked == nullptr) continue;
    if (const DocumentNode* further = like_of(liked->value)) {
      if (std::find(circle.begin(), circle.end(), entry.key) != circle.end()) continue;
      if (further->raw == entry.key) circle.push_back(liked->key);
      not_liked(entry, *id, *liked, *further, diagnostics);
      continue;
    }
    if (!tables(liked->value, entry.value)) continue;
    own = like(liked->value, entry.value);
  }
}

ContractTerms read_contract_terms(DocumentNode tree, const SourcePtr& source,
                                  const std::vector<SourcePtr>& shared, Diagnostics& diagnostics) {
  for (const SourcePtr& file : shared) diagnostics.keep(file);
  Diagnostics problems;
  add_shared_clauses(tree, shared, problems);
  expand_like(tree, problems);
  ContractTerms terms;
  Reader reader(source, problems);
  reader.table(tree, terms);
  append_once(diagnostics, problems);
  return terms;
}

Loaded<ContractTerms> read_contract_terms(const SourcePtr& source, const ClausesReader& clauses,
                                          std::vector<SourcePtr>& kept, SectionMemory* memory) {
  Loaded<ContractTerms> made;
  Loaded<DocumentNode> document = read_document(source, memory);
  made.diagnostics = document.diagnostics;
  if (!document.value) return made;
  kept = shared_clauses(*document.value, clauses, made.diagnostics);
  made.value = read_contract_terms(std::move(*document.value), source, kept, made.diagnostics);
  return made;
}

void append_once(Diagnostics& diagnostics, const Diagnostics& more) {
  for (const Diagnostic& d : more.list()) {
    const auto& known = diagnostics.list();
    const bool said = std::any_of(known.begin(), known.end(), [&](const Diagnostic& k) {
      // Two keys can be missing at one place; one key, of two clauses, is one mistake.
      const bool alike = k.title == d.title || (!d.hint.empty() && k.hint == d.hint);
      return alike && k.code == d.code && k.span == d.span;
    });
    if (!said) diagnostics.add(d);
  }
}

}  // namespace pricetalk
