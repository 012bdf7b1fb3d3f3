#include "document/tree_text.hpp"

#include <algorithm>
#include <string_view>

#include "document/toml_text.hpp"

namespace pricetalk {

namespace {

using Kind = DocumentNode::Kind;

bool is_bare(std::string_view key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
  });
}

std::string key_text(const std::string& key) { return is_bare(key) ? key : toml_text(key); }

std::string value_text(const DocumentNode& node) {
  switch (node.kind) {
    case Kind::text:
      return toml_text(node.raw);
    case Kind::list: {
      std::string made;
      for (const DocumentNode& item : node.items)
        made += (made.empty() ? "" : ", ") + value_text(item);
      return "[" + made + "]";
    }
    case Kind::table: {
      std::string made;
      for (const Entry& entry : node.entries)
        made += (made.empty() ? " " : ", ") + key_text(entry.key) + " = " + value_text(entry.value);
      return "{" + made + " }";
    }
    default:
      return node.raw;
  }
}

void add_values(std::string& text, const DocumentNode& table) {
  for (const Entry& entry : table.entries)
    text += key_text(entry.key) + " = " + value_text(entry.value) + "\n";
}

bool holds_only_tables(const DocumentNode& table) {
  return std::all_of(table.entries.begin(), table.entries.end(),
                     [](const Entry& entry) { return entry.value.kind == Kind::table; });
}

}  // namespace

std::string tree_text(const DocumentNode& tree) {
  std::string values;
  std::string tables;
  for (const Entry& entry : tree.entries) {
    const std::string name = key_text(entry.key);
    if (entry.value.kind != Kind::table) {
      values += name + " = " + value_text(entry.value) + "\n";
    } else if (holds_only_tables(entry.value)) {
      for (const Entry& inner : entry.value.entries) {
        tables += "\n[" + name + "." + key_text(inner.key) + "]\n";
        add_values(tables, inner.value);
      }
    } else {
      tables += "\n[" + name + "]\n";
      add_values(tables, entry.value);
    }
  }
  return values + tables;
}

bool same_value(const DocumentNode& a, const DocumentNode& b) {
  if (a.kind != b.kind || a.raw != b.raw || a.entries.size() != b.entries.size() ||
      a.items.size() != b.items.size())
    return false;
  for (std::size_t i = 0; i < a.items.size(); ++i)
    if (!same_value(a.items[i], b.items[i])) return false;
  return std::all_of(a.entries.begin(), a.entries.end(), [&](const Entry& entry) {
    const DocumentNode* other = b.find(entry.key);
    return other != nullptr && same_value(entry.value, *other);
  });
}

}  // namespace pricetalk
