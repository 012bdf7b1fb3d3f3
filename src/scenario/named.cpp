#include "scenario/named.hpp"

#include <algorithm>
#include <array>

#include "document/tree.hpp"
#include "scenario/follow.hpp"

namespace pricetalk {

namespace {

struct Key {
  const char* key;
  NamedThing::Kind kind;
};
constexpr std::array<Key, 3> tables{{{"clause", NamedThing::Kind::clause},
                                     {"price", NamedThing::Kind::line},
                                     {"innovation", NamedThing::Kind::innovation}}};
/// Keys of a decision or announcement that hold names.
constexpr std::array<Key, 2> named_in_facts{
    {{"clause", NamedThing::Kind::clause}, {"price", NamedThing::Kind::line}}};
constexpr std::array<const char*, 2> fact_tables{"decision", "announcement"};

void add(const DocumentNode& node, NamedThing::Kind kind, std::vector<NamedThing>& found) {
  if (node.kind == DocumentNode::Kind::text) found.push_back({kind, node.raw, node.span});
  for (const DocumentNode& item : node.items) found.push_back({kind, item.raw, item.span});
}

void add_fact(const DocumentNode& fact, std::vector<NamedThing>& found) {
  for (const Key& each : named_in_facts)
    if (const DocumentNode* ids = fact.find(each.key)) add(*ids, each.kind, found);
}

DocumentNode* find(DocumentNode& table, const char* key) {
  const auto at = std::find_if(table.entries.begin(), table.entries.end(),
                               [&](const Entry& entry) { return entry.key == key; });
  return at == table.entries.end() ? nullptr : &at->value;
}

/// Takes the names out of a fact that the contract does not have; whether it is still about
/// something of the contract.
bool keep_fact(DocumentNode& fact, const ContractNames& names) {
  for (const Key& each : named_in_facts) {
    DocumentNode* ids = find(fact, each.key);
    if (ids == nullptr) continue;
    const auto missing = [&](const DocumentNode& id) {
      return !names.has({each.kind, id.raw, id.span});
    };
    if (ids->kind == DocumentNode::Kind::text && missing(*ids)) return false;
    if (ids->items.empty()) continue;
    std::erase_if(ids->items, missing);
    if (ids->items.empty()) return false;
  }
  return true;
}

}  // namespace

const Phrase& words(NamedThing::Kind kind) {
  static const std::array<Phrase, 3> table{
      {{"clause", "clausule"}, {"price line", "prijsregel"}, {"innovation", "innovatie"}}};
  return table[static_cast<std::size_t>(kind)];
}

std::set<std::string> series_named(const Contract& contract) {
  std::set<std::string> found;
  for (const Clause& clause : contract.clauses)
    for (const IndexRead& read : clause.reads) {
      found.insert(read.series.value.value);
      for (const LinkTerms& link : read.links) found.insert(link.next.value.value);
    }
  for (const PriceLevelTerms& level : contract.terms.price_level)
    if (level.moved_by) found.insert(level.moved_by->value.value);
  return found;
}

ContractNames ContractNames::of(const Contract& contract) {
  ContractNames made;
  made.contract = contract.id;
  auto& [clauses, lines, innovations] = made.kinds;
  for (const Clause& clause : contract.clauses) clauses.push_back(clause.id);
  for (const Line& line : contract.lines) lines.push_back(line.id);
  for (const auto& innovation : contract.terms.innovation) innovations.push_back(innovation.id);
  made.series = series_named(contract);
  for (const CostShareTerms& share : contract.terms.cost_share)
    if (share.series) made.series.insert(share.series->value.value);
  return made;
}

void ContractNames::follow(const Library& library) {
  for (const std::string& id : std::set(series))
    if (const Series* read = library.find(id); read != nullptr && !followed_by(*read).empty())
      series.insert(followed_by(*read));
}

bool ContractNames::has(const NamedThing& thing) const {
  const std::vector<std::string>& known = ids(thing.kind);
  return std::find(known.begin(), known.end(), thing.id) != known.end();
}

void NamesKnown::add(const ContractNames& names) {
  ++contracts;
  contract = names.contract;
  series.insert(names.series.begin(), names.series.end());
  for (std::size_t kind = 0; kind < kinds.size(); ++kind)
    kinds[kind].insert(names.kinds[kind].begin(), names.kinds[kind].end());
}

void NamesKnown::add(const NamesKnown& more) {
  if (more.contracts == 0) return;
  contracts += more.contracts;
  contract = more.contract;
  series.insert(more.series.begin(), more.series.end());
  for (std::size_t kind = 0; kind < kinds.size(); ++kind)
    kinds[kind].insert(more.kinds[kind].begin(), more.kinds[kind].end());
}

Phrase NamesKnown::where() const {
  if (contracts == 1) return {"contract " + contract, "contract " + contract};
  return {"any of the contracts", "een van de contracten"};
}

std::vector<NamedThing> things_named(const Alternative& alternative) {
  std::vector<NamedThing> found;
  for (const Key& each : tables)
    if (const DocumentNode* table = alternative.edits->find(each.key))
      for (const Entry& entry : table->entries)
        found.push_back({each.kind, entry.key, entry.key_span});
  if (alternative.innovation)
    found.push_back({NamedThing::Kind::innovation, alternative.innovation->value.value,
                     alternative.innovation->where.value_or(alternative.where)});
  for (const char* key : fact_tables)
    if (const DocumentNode* node = alternative.edits->find(key)) {
      add_fact(*node, found);
      for (const DocumentNode& item : node->items) add_fact(item, found);
    }
  return found;
}

bool fits(const Alternative& alternative, const ContractNames& names) {
  const std::vector<NamedThing> named = things_named(alternative);
  return named.empty() || std::any_of(named.begin(), named.end(),
                                      [&](const NamedThing& thing) { return names.has(thing); });
}

Alternative about(Alternative alternative, const Contract& contract) {
  const ContractNames names = ContractNames::of(contract);
  DocumentNode edits = *alternative.edits;
  for (const Key& each : tables)
    if (DocumentNode* table = find(edits, each.key))
      std::erase_if(table->entries, [&](const Entry& entry) {
        return !names.has({each.kind, entry.key, entry.key_span});
      });
  for (const char* key : fact_tables)
    if (DocumentNode* node = find(edits, key)) {
      std::vector<DocumentNode> kept;
      for (DocumentNode& fact : node->items)
        if (keep_fact(fact, names)) kept.push_back(std::move(fact));
      node->items = std::move(kept);
      const bool gone =
          node->kind == DocumentNode::Kind::list ? node->items.empty() : !keep_fact(*node, names);
      if (gone) std::erase_if(edits.entries, [&](const Entry& entry) { return entry.key == key; });
    }
  if (alternative.innovation &&
      !names.has(
          {NamedThing::Kind::innovation, alternative.innovation->value.value, alternative.where}))
    alternative.innovation.reset();
  alternative.edits = std::make_shared<const DocumentNode>(std::move(edits));
  return alternative;
}

}  // namespace pricetalk
