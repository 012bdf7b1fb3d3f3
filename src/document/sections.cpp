#include "document/sections.hpp"

#include <algorithm>

namespace pricetalk::document {

namespace {

/// The table below a heading, when it is one by itself and not of a list.
template <class Node>
Node* table_of(Node& root, const std::vector<std::string>& heading) {
  Node* node = &root;
  for (const std::string& part : heading) {
    const auto found = std::find_if(node->entries.begin(), node->entries.end(),
                                    [&](const Entry& entry) { return entry.key == part; });
    if (found == node->entries.end() || found->value.kind != DocumentNode::Kind::table)
      return nullptr;
    node = &found->value;
  }
  return node;
}

/// Calls `change` for every place in these entries.
template <class Change>
void for_places(std::vector<Entry>& entries, const Change& change);

template <class Change>
void for_places(DocumentNode& node, const Change& change) {
  change(node.span);
  for_places(node.entries, change);
  for (DocumentNode& item : node.items) for_places(item, change);
}

template <class Change>
void for_places(std::vector<Entry>& entries, const Change& change) {
  for (Entry& entry : entries) {
    change(entry.key_span);
    for_places(entry.value, change);
  }
}

}  // namespace

Cut without_known(const Scan& scan) {
  Cut cut;
  std::size_t from = 0;
  for (const Section& section : scan.sections) {
    if (!section.known) continue;
    cut.text.append(scan.text, from, section.words.begin - from);
    cut.gaps.push_back({cut.text.size(), section.words.end - section.words.begin});
    from = section.words.end;
  }
  cut.text.append(scan.text, from);
  return cut;
}

bool put_known(DocumentNode& root, const Scan& scan) {
  for (const Section& section : scan.sections) {
    if (!section.known) continue;
    DocumentNode* table = table_of(root, section.heading);
    if (table == nullptr) return false;
    std::vector<Entry> entries = *section.known;
    for_places(entries, [&](Span& span) {
      span = {root.span.source, span.begin + section.words.begin, span.end + section.words.begin};
    });
    if (table->entries.empty()) {
      table->entries = std::move(entries);
      continue;
    }
    for (Entry& entry : entries) {
      if (table->find(entry.key) != nullptr) return false;
      table->entries.push_back(std::move(entry));
    }
    in_file_order(table->entries);
  }
  return true;
}

void remember(const DocumentNode& root, const Scan& scan, const SourceText& source,
              SectionMemory& memory) {
  for (const Section& section : scan.sections) {
    const bool nothing = section.words.begin >= section.words.end || section.heading.empty();
    if (section.known || nothing) continue;
    const Range where = section.words;
    const std::string_view words = source.bytes().substr(where.begin, where.end - where.begin);
    const DocumentNode* table = table_of(root, section.heading);
    if (table == nullptr || !memory.wants(words)) continue;
    // A key that stands below another heading as well is not wholly here, and not wholly there.
    bool whole = true;
    std::vector<Entry> here;
    std::vector<Entry> elsewhere;
    for (const Entry& entry : table->entries)
      (where.holds(entry.key_span.begin) ? here : elsewhere).push_back(entry);
    for_places(here, [&](Span& span) {
      whole = whole && where.begin <= span.begin && span.end <= where.end;
      span = {nullptr, span.begin - where.begin, span.end - where.begin};
    });
    for_places(elsewhere, [&](const Span& span) { whole = whole && !where.holds(span.begin); });
    if (whole) memory.keep(words, std::move(here));
  }
}

void in_file_order(std::vector<Entry>& entries) {
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return a.key_span.begin < b.key_span.begin;
  });
}

}  // namespace pricetalk::document
