#include "portfolio/contract_mix.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "contract/shared_clauses.hpp"
#include "document/tree_text.hpp"

namespace pricetalk {

namespace {

using NodeKind = DocumentNode::Kind;

bool is_one_of(std::string_view key, std::initializer_list<std::string_view> keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// Sections that move no price and no amount. They name lines and clauses, which may not be there.
bool moves_nothing(std::string_view key) {
  return is_one_of(key, {"clauses_from", "innovations_from", "worked_example", "parties",
                         "price_level", "cost_share", "promise", "obligation", "disclosure",
                         "signal", "contact", "value", "talk", "own_cost", "renewal"});
}

/// Of a key of the file, but `price` and `contract`, of which each key is a part of its own.
ContractPart part_of_section(std::string_view key) {
  return is_one_of(key, {"decision", "innovation"}) ? ContractPart::prices : ContractPart::terms;
}

ContractPart part_of_contract_key(std::string_view key) {
  return is_one_of(key, {"start", "end"}) ? ContractPart::dates : ContractPart::terms;
}

ContractPart part_of_line_key(std::string_view key) {
  if (key == "quantity") return ContractPart::volume;
  if (is_one_of(key, {"unit_price", "price_date", "tiers", "tier_kind", "discount"}))
    return ContractPart::prices;
  if (is_one_of(key, {"from", "until", "delivered"})) return ContractPart::dates;
  return ContractPart::terms;
}

/// Every key of either table, those of the first in its order in front.
std::vector<std::string> keys_of(const DocumentNode& a, const DocumentNode& b) {
  std::vector<std::string> made;
  for (const DocumentNode* table : {&a, &b})
    for (const Entry& entry : table->entries)
      if (std::find(made.begin(), made.end(), entry.key) == made.end()) made.push_back(entry.key);
  return made;
}

const DocumentNode& table_of(const DocumentNode& tree, std::string_view key) {
  static const DocumentNode none;
  const DocumentNode* found = tree.find(key);
  return found != nullptr && found->kind == NodeKind::table ? *found : none;
}

bool same_or_absent(const DocumentNode* a, const DocumentNode* b) {
  return a == nullptr || b == nullptr ? a == b : same_value(*a, *b);
}

void put(DocumentNode& table, const std::string& key, const DocumentNode* value) {
  if (value != nullptr) table.entries.push_back({key, {}, *value});
}

DocumentNode tree_of(const Contract& contract) {
  Loaded<DocumentNode> read = read_document(contract.sources.front());
  DocumentNode tree = read.value ? std::move(*read.value) : DocumentNode{};
  add_shared_clauses(tree, contract.shared_clauses, read.diagnostics);
  return tree;
}

}  // namespace

struct ContractMix::Trees {
  DocumentNode before;
  DocumentNode after;
};

namespace {

/// Puts a contract together from two trees.
class Mixer {
 public:
  Mixer(const DocumentNode& before, const DocumentNode& after, ContractParts later)
      : before_(before), after_(after), later_(later) {}

  DocumentNode tree() {
    DocumentNode made;
    for (const std::string& key : keys_of(before_, after_)) {
      if (moves_nothing(key)) continue;
      if (key == "price")
        made.entries.push_back({key, {}, lines()});
      else if (key == "clause")
        made.entries.push_back({key, {}, clauses()});
      else if (key == "contract")
        made.entries.push_back(
            {key, {}, keys(table_of(before_, key), table_of(after_, key), part_of_contract_key)});
      else
        put(made, key, tree_of_part(part_of_section(key)).find(key));
    }
    drop_decisions_of_absent_lines(made);
    return made;
  }

 private:
  const DocumentNode& tree_of_part(ContractPart part) const {
    return later_.has(part) ? after_ : before_;
  }

  template <class PartOf>
  DocumentNode keys(const DocumentNode& before, const DocumentNode& after, PartOf part_of) const {
    DocumentNode made;
    for (const std::string& key : keys_of(before, after))
      put(made, key, (later_.has(part_of(key)) ? after : before).find(key));
    return made;
  }

  DocumentNode lines() const {
    const DocumentNode& before = table_of(before_, "price");
    const DocumentNode& after = table_of(after_, "price");
    DocumentNode made;
    for (const std::string& id : keys_of(before, after)) {
      const DocumentNode* old = before.find(id);
      const DocumentNode* now = after.find(id);
      if (old != nullptr && now != nullptr)
        made.entries.push_back({id, {}, keys(*old, *now, part_of_line_key)});
      else if (old != nullptr && !later_.has(ContractPart::ended))
        put(made, id, old);
      else if (now != nullptr && later_.has(ContractPart::started))
        put(made, id, now);
    }
    return made;
  }

  /// All clauses of both, so that every line finds its own; of two versions one.
  DocumentNode clauses() const {
    const bool later = later_.has(ContractPart::terms);
    const DocumentNode& first = table_of(later ? after_ : before_, "clause");
    const DocumentNode& other = table_of(later ? before_ : after_, "clause");
    DocumentNode made;
    for (const std::string& id : keys_of(first, other))
      put(made, id, first.find(id) != nullptr ? first.find(id) : other.find(id));
    return made;
  }

  /// A decision about lines that are not there yet, or no more, waits for them.
  static void drop_decisions_of_absent_lines(DocumentNode& tree) {
    const auto found = std::find_if(tree.entries.begin(), tree.entries.end(),
                                    [](const Entry& entry) { return entry.key == "decision"; });
    if (found == tree.entries.end()) return;
    const DocumentNode& lines = table_of(tree, "price");
    const auto absent = [&](const DocumentNode& name) { return lines.find(name.raw) == nullptr; };
    const auto idle = [&](DocumentNode& decision) {
      const auto price = std::find_if(decision.entries.begin(), decision.entries.end(),
                                      [](const Entry& entry) { return entry.key == "price"; });
      if (price == decision.entries.end()) return false;
      if (price->value.kind == NodeKind::text) return absent(price->value);
      std::erase_if(price->value.items, absent);
      return price->value.items.empty();
    };
    if (found->value.kind == NodeKind::list)
      std::erase_if(found->value.items, idle);
    else if (idle(found->value))
      tree.entries.erase(found);
  }

  const DocumentNode& before_;
  const DocumentNode& after_;
  ContractParts later_;
};

/// Words about a contract that move nothing.
bool is_only_said(std::string_view key) {
  return is_one_of(key, {"id", "title", "orders", "tags"});
}

/// In which parts two trees differ.
class Differences {
 public:
  Differences(const DocumentNode& before, const DocumentNode& after) {
    for (const std::string& key : keys_of(before, after)) {
      if (moves_nothing(key)) continue;
      if (key == "price")
        lines(table_of(before, key), table_of(after, key));
      else if (key == "contract")
        keys(table_of(before, key), table_of(after, key), part_of_contract_key);
      else if (!same_or_absent(before.find(key), after.find(key)))
        found = found.with(part_of_section(key));
    }
  }
  ContractParts found;

 private:
  template <class PartOf>
  void keys(const DocumentNode& before, const DocumentNode& after, PartOf part_of) {
    for (const std::string& key : keys_of(before, after))
      if (!is_only_said(key) && !same_or_absent(before.find(key), after.find(key)))
        found = found.with(part_of(key));
  }
  void lines(const DocumentNode& before, const DocumentNode& after) {
    for (const std::string& id : keys_of(before, after)) {
      const DocumentNode* old = before.find(id);
      const DocumentNode* now = after.find(id);
      if (old != nullptr && now != nullptr)
        keys(*old, *now, part_of_line_key);
      else
        found = found.with(old != nullptr ? ContractPart::ended : ContractPart::started);
    }
  }
};

}  // namespace

ContractMix::ContractMix(const Contract& before, const Contract& after)
    : trees_(std::make_unique<const Trees>(Trees{tree_of(before), tree_of(after)})),
      differs_(Differences(trees_->before, trees_->after).found) {}
ContractMix::~ContractMix() = default;
ContractMix::ContractMix(ContractMix&&) noexcept = default;
ContractMix& ContractMix::operator=(ContractMix&&) noexcept = default;

std::optional<Contract> ContractMix::with(ContractParts later) const {
  const DocumentNode tree = Mixer(trees_->before, trees_->after, later).tree();
  Loaded<Contract> read =
      read_contract(std::make_shared<const SourceText>("between", tree_text(tree)));
  return read.ok() ? std::move(read.value) : std::nullopt;
}

bool same_words(const Contract& a, const Contract& b) {
  const auto same_bytes = [](const SourcePtr& x, const SourcePtr& y) {
    return x->bytes() == y->bytes();
  };
  return same_bytes(a.sources.front(), b.sources.front()) &&
         std::equal(a.shared_clauses.begin(), a.shared_clauses.end(), b.shared_clauses.begin(),
                    b.shared_clauses.end(), same_bytes);
}

}  // namespace pricetalk
