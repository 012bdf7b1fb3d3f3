#include "scenario/alternative.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include "contract/shared_clauses.hpp"
#include "document/tree.hpp"
#include "pricetalk/contract/terms.hpp"

namespace pricetalk {

namespace {

using Kind = DocumentNode::Kind;

/// A table that is one value: a quantity or a rounding. It is replaced whole.
bool is_value(const DocumentNode& node) {
  constexpr std::array<std::string_view, 6> keys = {"decimals",    "to",       "per_month",
                                                    "per_quarter", "per_year", "once"};
  return std::any_of(keys.begin(), keys.end(),
                     [&](std::string_view key) { return node.find(key) != nullptr; });
}

/// A dated list of facts as a list, also when it was written as one table.
std::vector<DocumentNode> facts(DocumentNode node) {
  if (node.kind == Kind::list) return std::move(node.items);
  std::vector<DocumentNode> one;
  one.push_back(std::move(node));
  return one;
}

void merge_into(DocumentNode& base, const DocumentNode& edits, bool top) {
  for (const Entry& edit : edits.entries) {
    const auto at = std::find_if(base.entries.begin(), base.entries.end(),
                                 [&](const Entry& e) { return e.key == edit.key; });
    if (at == base.entries.end()) {
      base.entries.push_back(edit);
      continue;
    }
    DocumentNode& old = at->value;
    if (top && (edit.key == "decision" || edit.key == "announcement")) {
      std::vector<DocumentNode> all = facts(edit.value);
      for (DocumentNode& fact : facts(std::move(old))) all.push_back(std::move(fact));
      old = edit.value;
      old.kind = Kind::list;
      old.entries.clear();
      old.items = std::move(all);
    } else if (old.kind == Kind::table && edit.value.kind == Kind::table && !is_value(old) &&
               !is_value(edit.value)) {
      merge_into(old, edit.value, false);
    } else {
      *at = edit;
    }
  }
}

}  // namespace

Loaded<Contract> apply(const Alternative& alternative, const Contract& contract) {
  Loaded<Contract> made;
  const SourcePtr& source = contract.sources.front();
  made.diagnostics.keep(source);
  if (alternative.source) made.diagnostics.keep(alternative.source);
  Loaded<DocumentNode> document = read_document(source);
  if (!document.value) {
    made.diagnostics.append(document.diagnostics);
    return made;
  }
  add_shared_clauses(*document.value, contract.shared_clauses, made.diagnostics);
  merge_into(*document.value, *alternative.edits, true);
  ContractTerms terms =
      read_contract_terms(std::move(*document.value), source, {}, made.diagnostics);
  if (made.diagnostics.has_errors()) return made;
  Loaded<Contract> resolved = resolve(std::move(terms));
  for (Diagnostic d : resolved.diagnostics.list()) {
    if (d.severity != Severity::error) continue;
    // What stands in the scenario may be right for another contract.
    if (alternative.source && d.span.source == alternative.source.get()) {
      d.title.en += ", in contract " + contract.id;
      d.title.nl += ", in contract " + contract.id;
    }
    made.diagnostics.add(std::move(d));
  }
  if (made.diagnostics.has_errors()) return made;
  made.value = std::move(resolved.value);
  made.value->sources = contract.sources;
  made.value->shared_clauses = contract.shared_clauses;
  if (alternative.source) made.value->sources.push_back(alternative.source);
  return made;
}

}  // namespace pricetalk
