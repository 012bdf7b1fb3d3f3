#include "scenario/alternative.hpp"

#include <algorithm>
#include <map>
#include <memory>

#include "contract/shared_clauses.hpp"
#include "pricetalk/contract/terms.hpp"
#include "scenario/short_forms.hpp"

namespace pricetalk {

namespace {

/// The clauses that an edited contract has, each until a day as the contract had it.
class FromDay {
 public:
  FromDay(const Contract& contract, const Alternative& alternative, Date from, Contract& edited)
      : contract_(contract), from_(from), edited_(edited) {
    if (const DocumentNode* clauses = alternative.edits->find("clause"))
      for (const Entry& entry : clauses->entries) changed_.push_back(entry.key);
  }

  void run() {
    for (Line& line : edited_.lines) {
      const Line* before = contract_.find_line(line.id);
      static const std::vector<std::size_t> none;
      line.clauses = joined(before == nullptr ? none : before->clauses, line.clauses, false);
      line.surcharges =
          joined(before == nullptr ? none : before->surcharges, line.surcharges, true);
    }
    edited_.clauses = std::move(made_);
  }

 private:
  using Place = std::optional<std::size_t>;

  std::vector<std::size_t> joined(const std::vector<std::size_t>& before,
                                  const std::vector<std::size_t>& now, bool surcharges) {
    std::vector<std::size_t> made;
    const std::size_t size = std::max(before.size(), now.size());
    for (std::size_t i = 0; i < size; ++i) {
      // A surcharge is never compounded, so that a new one has no past to leave alone.
      Place was = i < before.size() ? Place(before[i]) : std::nullopt;
      const Place is = i < now.size() ? Place(now[i]) : std::nullopt;
      if (surcharges && !was) was = std::nullopt;
      made.push_back(place_of(was, is, surcharges));
    }
    return made;
  }

  std::size_t place_of(Place was, Place is, bool surcharge) {
    const auto [found, fresh] = places_.try_emplace({was, is}, made_.size());
    if (fresh) made_.push_back(clause_of(was, is, surcharge));
    return found->second;
  }

  Clause clause_of(Place was, Place is, bool surcharge) const {
    const Clause* now = is ? &edited_.clauses[*is] : nullptr;
    if (now != nullptr && was && contract_.clauses[*was].id == now->id && !is_changed(now->id))
      return *now;
    if (!was && surcharge) return *now;
    Clause made = was ? contract_.clauses[*was] : *now;
    if (!was) made.when = {};  // it has not run before
    made.later = {from_, now == nullptr ? nullptr : std::make_shared<const Clause>(*now)};
    return made;
  }

  bool is_changed(const std::string& id) const {
    return std::find(changed_.begin(), changed_.end(), id) != changed_.end();
  }

  const Contract& contract_;
  Date from_;
  Contract& edited_;
  std::vector<std::string> changed_;
  std::vector<Clause> made_;
  std::map<std::pair<Place, Place>, std::size_t> places_;
};

/// Takes the index or constant out of the clauses that stands there; whether it was found.
bool take_out(DocumentNode& document, const Span& where) {
  DocumentNode* clauses = find_key(document, "clause");
  if (clauses == nullptr) return false;
  bool found = false;
  for (Entry& clause : clauses->entries)
    for (const char* key : {"index", "constants"})
      if (DocumentNode* named = find_key(clause.value, key))
        found = std::erase_if(named->entries,
                              [&](const Entry& entry) {
                                return entry.value.span == where || entry.key_span == where;
                              }) > 0 ||
                found;
  return found;
}

/// Whether an edit is about what a clause measures, so that keys of the old one fall away.
bool measures_otherwise(const DocumentNode& edit) {
  return edit.find(short_form::fixed) != nullptr || edit.find("formula") != nullptr ||
         edit.find("index") != nullptr;
}

/// Adds the keys that lead to what stands at a place; false: it is not there.
bool lead_to(const DocumentNode& node, const Span& where, std::vector<std::string_view>& keys) {
  for (const Entry& entry : node.entries) {
    keys.push_back(entry.key);
    if (entry.key_span == where || entry.value.span == where || lead_to(entry.value, where, keys))
      return true;
    keys.pop_back();
  }
  return std::any_of(node.items.begin(), node.items.end(), [&](const DocumentNode& item) {
    return item.span == where || lead_to(item, where, keys);
  });
}

/// The key of the edits that is nearest to what those keys lead to: of a table with one edit the
/// edit itself. No source: none of them is near.
Span nearest_edit(const DocumentNode& edits, const std::vector<std::string_view>& keys) {
  const auto entry_of = [](const DocumentNode& table, std::string_view key) {
    const auto found = std::find_if(table.entries.begin(), table.entries.end(),
                                    [&](const Entry& entry) { return entry.key == key; });
    return found == table.entries.end() ? nullptr : &*found;
  };
  Span found;
  const DocumentNode* at = &edits;
  for (const std::string_view key : keys) {
    const Entry* entry = entry_of(*at, key);
    if (entry == nullptr) break;
    found = entry->key_span;
    at = &entry->value;
  }
  for (; at->entries.size() == 1; at = &at->entries.front().value)
    found = at->entries.front().key_span;
  return found;
}

class Editing {
 public:
  Editing(const Alternative& alternative, const Contract& contract)
      : alternative_(alternative), contract_(contract), source_(contract.sources.front()) {}

  Loaded<Contract> run(std::optional<Date> from) && {
    made_.diagnostics.keep(source_);
    if (alternative_.source) made_.diagnostics.keep(alternative_.source);
    Loaded<DocumentNode> document = read_document(source_);
    if (!document.value) {
      made_.diagnostics.append(document.diagnostics);
      return std::move(made_);
    }
    edit(*document.value);
    if (!made_.diagnostics.has_errors()) resolve_edited(std::move(*document.value));
    if (made_.value && from) FromDay(contract_, alternative_, *from, *made_.value).run();
    return std::move(made_);
  }

 private:
  void edit(DocumentNode& document) {
    add_shared_clauses(document, contract_.shared_clauses, made_.diagnostics);
    DocumentNode keys = *alternative_.edits;
    const DocumentNode* clauses = alternative_.edits->find("clause");
    if (clauses != nullptr && clauses->kind == DocumentNode::Kind::table) {
      DocumentNode expanded = document;
      expand_like(expanded, made_.diagnostics);
      const DocumentNode* all = expanded.find("clause");
      DocumentNode& own = value_of(document, "clause", clauses->span);
      for (const Entry& edited : clauses->entries) {
        DocumentNode& clause = value_of(own, edited.key, edited.key_span);
        if (edited.value.kind != DocumentNode::Kind::table) {
          clause = edited.value;  // which the reader refuses
          continue;
        }
        // What it measures is seen as a whole; other edits also count for clauses that are like it.
        const DocumentNode* whole = all == nullptr ? nullptr : all->find(edited.key);
        if (whole != nullptr && measures_otherwise(edited.value)) {
          clause = *whole;
          std::erase_if(clause.entries, [](const Entry& entry) { return entry.key == "like"; });
        }
        edit_clause(clause, edited.value, alternative_.source ? alternative_.source : source_);
      }
      std::erase_if(keys.entries, [](const Entry& entry) { return entry.key == "clause"; });
    }
    merge_into(document, keys, true);
  }

  /// What an edited clause no longer uses of the old one is taken out and nobody's mistake.
  void resolve_edited(DocumentNode document) {
    Diagnostics problems;
    std::optional<Contract> value;
    for (bool again = true; again;) {
      again = false;
      problems = {};
      ContractTerms terms = read_contract_terms(document, source_, {}, problems);
      if (problems.has_errors()) break;
      Loaded<Contract> resolved = resolve(std::move(terms));
      problems.append(resolved.diagnostics);
      for (const Diagnostic& d : resolved.diagnostics.list())
        if ((d.code == "F0105" || d.code == "F0106") && !stands_in_alternative(d))
          again = take_out(document, d.span) || again;
      value = std::move(resolved.value);
    }
    for (Diagnostic d : problems.list()) {
      if (d.severity != Severity::error) continue;
      if (!stands_in_alternative(d)) point_to_edit(d, document);
      // What stands in the scenario may be right for another contract.
      if (stands_in_alternative(d)) {
        d.title.en += ", in contract " + contract_.id;
        d.title.nl += ", in contract " + contract_.id;
      }
      made_.diagnostics.add(std::move(d));
    }
    if (made_.diagnostics.has_errors() || !value) return;
    made_.value = std::move(value);
    made_.value->sources = contract_.sources;
    made_.value->shared_clauses = contract_.shared_clauses;
    if (alternative_.source) made_.value->sources.push_back(alternative_.source);
  }

  /// The contract by itself was right: what is wrong now is what the alternative makes of it.
  void point_to_edit(Diagnostic& d, const DocumentNode& document) const {
    if (!alternative_.source || d.span.source == nullptr) return;
    std::vector<std::string_view> keys;
    if (!lead_to(document, d.span, keys)) return;
    const Span edit = nearest_edit(*alternative_.edits, keys);
    if (edit.source != alternative_.source.get()) return;
    d.context.push_back({d.span, {"in the contract", "in het contract"}});
    d.span = edit;
  }

  bool stands_in_alternative(const Diagnostic& d) const {
    return alternative_.source && d.span.source == alternative_.source.get();
  }

  const Alternative& alternative_;
  const Contract& contract_;
  const SourcePtr& source_;
  Loaded<Contract> made_;
};

}  // namespace

Loaded<Contract> apply(const Alternative& alternative, const Contract& contract, Date today) {
  return Editing(alternative, contract).run(first_day_of(alternative, today));
}

}  // namespace pricetalk
