#include "scenario/named.hpp"

#include <algorithm>
#include <array>

#include "document/tree.hpp"
#include "scenario/follow.hpp"
#include "scenario/short_forms.hpp"

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

/// The clauses that the price lines of an edit name.
void add_clauses_of(const DocumentNode& line, std::vector<std::string>& found) {
  for (const char* key : {"clause", "surcharges"})
    if (const DocumentNode* ids = line.find(key)) {
      if (ids->kind == DocumentNode::Kind::text) found.push_back(ids->raw);
      for (const DocumentNode& item : ids->items) found.push_back(item.raw);
    }
  if (const DocumentNode* parts = line.find("parts"))
    for (const DocumentNode& part : parts->items) add_clauses_of(part, found);
}

std::vector<std::string> clauses_put_on_lines(const DocumentNode& edits) {
  std::vector<std::string> found;
  if (const DocumentNode* lines = edits.find("price"))
    for (const Entry& line : lines->entries) add_clauses_of(line.value, found);
  return found;
}

bool contains(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// Takes the names out of a fact that the contract does not have; whether it is still about
/// something of the contract.
bool keep_fact(DocumentNode& fact, const ContractNames& names) {
  for (const Key& each : named_in_facts) {
    DocumentNode* ids = find_key(fact, each.key);
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
    for (const IndexRead* read : clause.all_reads()) {
      found.insert(read->series.value.value);
      for (const LinkTerms& link : read->links) found.insert(link.next.value.value);
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
  return contains(ids(thing.kind), thing.id);
}

void NamesKnown::add(const ContractNames& names, const std::vector<bool>& fits) {
  ++contracts;
  contract = names.contract;
  series.insert(names.series.begin(), names.series.end());
  for (std::size_t kind = 0; kind < kinds.size(); ++kind)
    kinds[kind].insert(names.kinds[kind].begin(), names.kinds[kind].end());
  about.resize(fits.size(), 0);
  for (std::size_t i = 0; i < fits.size(); ++i) about[i] += fits[i] ? 1U : 0U;
}

void NamesKnown::add(const NamesKnown& more) {
  if (more.contracts == 0) return;
  contracts += more.contracts;
  contract = more.contract;
  series.insert(more.series.begin(), more.series.end());
  for (std::size_t kind = 0; kind < kinds.size(); ++kind)
    kinds[kind].insert(more.kinds[kind].begin(), more.kinds[kind].end());
  about.resize(more.about.size(), 0);
  for (std::size_t i = 0; i < more.about.size(); ++i) about[i] += more.about[i];
}

Phrase NamesKnown::where() const {
  if (contracts == 1) return {"contract " + contract, "contract " + contract};
  return {"any of the contracts", "een van de contracten"};
}

std::vector<NamedThing> things_named(const Alternative& alternative) {
  std::vector<NamedThing> found;
  const std::vector<std::string> put_on = clauses_put_on_lines(*alternative.edits);
  for (const Key& each : tables)
    if (const DocumentNode* table = alternative.edits->find(each.key))
      for (const Entry& entry : table->entries) {
        // A clause that the alternative itself puts on a line may be a new one.
        const bool own = each.kind == NamedThing::Kind::clause && contains(put_on, entry.key);
        if (entry.key != all_of_them && !own)
          found.push_back({each.kind, entry.key, entry.key_span});
      }
  if (const DocumentNode* agreed = alternative.edits->find(short_form::agreed))
    for (const Entry& entry : agreed->entries)
      found.push_back({NamedThing::Kind::line, entry.key, entry.key_span});
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

namespace {

/// Whether it says something of clauses or lines without naming one.
bool is_about_all(const DocumentNode& edits) {
  for (const std::string_view key : {short_form::fixed, short_form::index, short_form::waived})
    if (edits.find(key) != nullptr) return true;
  for (const char* key : {"clause", "price"})
    if (const DocumentNode* table = edits.find(key); table != nullptr && table->find(all_of_them))
      return true;
  return false;
}

/// "none" is an edit of a clause that has the limit, and of no other.
bool has_limit(const Clause& clause, std::string_view key) {
  return std::any_of(clause.ladders.begin(), clause.ladders.end(), [&](const DatedLadder& dated) {
    const Limits& limits = dated.ladder.limits;
    if (key == "cap") return !limits.cap.empty();
    if (key == "floor") return !limits.floor.empty();
    if (key == "cap_total") return !limits.cap_total.empty();
    if (key == "highest_price") return limits.highest_price.has_value();
    if (key == "lowest_price") return limits.lowest_price.has_value();
    if (key == "largest_increase") return limits.largest_increase.has_value();
    return key != "floor_total" || !limits.floor_total.empty();
  });
}

void leave_out_limits(DocumentNode& edit, const Clause& clause) {
  DocumentNode* limits = find_key(edit, "limits");
  if (limits == nullptr || limits->kind != DocumentNode::Kind::table) return;
  std::erase_if(limits->entries, [&](const Entry& entry) {
    return entry.value.kind == DocumentNode::Kind::text && entry.value.raw == "none" &&
           !has_limit(clause, entry.key);
  });
  if (limits->entries.empty())
    std::erase_if(edit.entries, [](const Entry& entry) { return entry.key == "limits"; });
}

/// A clause that follows no index does not follow another one.
void leave_out_index(DocumentNode& edit) {
  std::erase_if(edit.entries, [](const Entry& entry) {
    return entry.key == short_form::index && entry.value.kind == DocumentNode::Kind::text;
  });
}

/// Only limits are also those of a surcharge.
bool only_limits(const DocumentNode& edit) {
  return edit.entries.size() == 1 && edit.entries.front().key == "limits";
}

/// What is said of all clauses or lines, said of each of this contract; what is said of one of them
/// by its name goes before it.
template <class Part>
void spell_all(DocumentNode& edits, const char* key, const std::vector<std::string>& ids,
               Part part) {
  DocumentNode* table = find_key(edits, key);
  const DocumentNode* all = table == nullptr ? nullptr : table->find(all_of_them);
  if (all == nullptr) return;
  DocumentNode made = *table;
  made.entries.clear();
  for (const std::string& id : ids) {
    std::optional<DocumentNode> of = part(*all, id);
    if (!of) continue;
    if (const DocumentNode* own = table->find(id)) merge_into(*of, *own, false);
    made.entries.push_back({id, all->span, std::move(*of)});
  }
  for (const Entry& entry : table->entries)
    if (entry.key != all_of_them && made.find(entry.key) == nullptr) made.entries.push_back(entry);
  *table = std::move(made);
}

void spell_all(DocumentNode& edits, const Contract& contract, const ContractNames& names) {
  for (const std::string_view key : short_form::of_clauses)
    if (const DocumentNode* found = edits.find(key)) {
      const DocumentNode stated = *found;
      DocumentNode& all =
          value_of(value_of(edits, "clause", stated.span), all_of_them, stated.span);
      if (all.find(key) == nullptr) value_of(all, key, stated.span) = stated;
    }
  std::erase_if(edits.entries, [](const Entry& entry) {
    return entry.key == short_form::fixed || entry.key == short_form::index;
  });
  spell_all(edits, "clause", names.ids(NamedThing::Kind::clause),
            [&](const DocumentNode& all, const std::string& id) -> std::optional<DocumentNode> {
              const Clause& clause = *contract.find_clause(id);
              DocumentNode edit = all;
              leave_out_limits(edit, clause);
              if (clause.reads.empty()) leave_out_index(edit);
              if (edit.entries.empty() || contract.only_liked(clause) ||
                  (clause.surcharge && !only_limits(edit)))
                return std::nullopt;
              return edit;
            });
  spell_all(edits, "price", names.ids(NamedThing::Kind::line),
            [](const DocumentNode& all, const std::string&) { return std::optional(all); });
}

void leave_out_others(DocumentNode& edits, const ContractNames& names) {
  if (DocumentNode* lines = find_key(edits, "price"))
    std::erase_if(lines->entries, [&](const Entry& entry) {
      return !names.has({NamedThing::Kind::line, entry.key, entry.key_span});
    });
  const std::vector<std::string> put_on = clauses_put_on_lines(edits);
  for (const Key& each : tables)
    if (DocumentNode* table = find_key(edits, each.key))
      std::erase_if(table->entries, [&](const Entry& entry) {
        return !names.has({each.kind, entry.key, entry.key_span}) &&
               !(each.kind == NamedThing::Kind::clause && contains(put_on, entry.key));
      });
  for (const char* key : fact_tables)
    if (DocumentNode* node = find_key(edits, key)) {
      std::vector<DocumentNode> kept;
      for (DocumentNode& fact : node->items)
        if (keep_fact(fact, names)) kept.push_back(std::move(fact));
      node->items = std::move(kept);
      const bool gone =
          node->kind == DocumentNode::Kind::list ? node->items.empty() : !keep_fact(*node, names);
      if (gone) std::erase_if(edits.entries, [&](const Entry& entry) { return entry.key == key; });
    }
  for (const Key& each : tables)
    std::erase_if(edits.entries, [&](const Entry& entry) {
      return entry.key == each.key && entry.value.kind == DocumentNode::Kind::table &&
             entry.value.entries.empty();
    });
}

/// Whether something is left that concerns clauses, lines or innovations.
bool says_something(const Alternative& alternative) {
  if (alternative.innovation) return true;
  constexpr std::array<const char*, 5> keys = {"clause", "price", "innovation", "decision",
                                               "announcement"};
  return std::any_of(keys.begin(), keys.end(),
                     [&](const char* key) { return alternative.edits->find(key) != nullptr; });
}

}  // namespace

bool fits(const Alternative& alternative, const Contract& contract, Date today) {
  if (things_named(alternative).empty() && !is_about_all(*alternative.edits)) return true;
  return says_something(about(alternative, contract, today));
}

std::optional<bool> fits_by_name(const Alternative& alternative, const ContractNames& names) {
  const std::vector<NamedThing> named = things_named(alternative);
  const DocumentNode& edits = *alternative.edits;
  if (is_about_all(edits)) return std::nullopt;
  if (named.empty()) return true;
  const bool by_terms = std::any_of(edits.entries.begin(), edits.entries.end(), [](const Entry& e) {
    return std::none_of(tables.begin(), tables.end(),
                        [&](const Key& key) { return key.key == e.key; });
  });
  if (by_terms) return std::nullopt;
  return std::any_of(named.begin(), named.end(),
                     [&](const NamedThing& thing) { return names.has(thing); });
}

std::vector<bool> fits_of(const Scenario& scenario, const Contract& contract, Date today) {
  std::vector<bool> made;
  for (const Alternative& alternative : scenario.alternatives)
    made.push_back(fits(alternative, contract, today));
  return made;
}

Alternative about(Alternative alternative, const Contract& contract, Date today) {
  const ContractNames names = ContractNames::of(contract);
  DocumentNode edits = *alternative.edits;
  const std::optional<Date> from = first_day_of(alternative, today);
  if (from && !alternative.from) alternative.from = Stated<Date>{*from, {}};
  spell_all(edits, contract, names);
  spell_decisions(edits, contract, from.value_or(today.plus_days(1)));
  leave_out_others(edits, names);
  if (alternative.innovation &&
      !names.has(
          {NamedThing::Kind::innovation, alternative.innovation->value.value, alternative.where}))
    alternative.innovation.reset();
  alternative.edits = std::make_shared<const DocumentNode>(std::move(edits));
  return alternative;
}

}  // namespace pricetalk
