#include "document/reader.hpp"

#include <algorithm>
#include <utility>

namespace pricetalk {
namespace {

/// "een duur" becomes "geen duur".
std::string negated(const std::string& dutch) {
  return dutch.starts_with("een ") ? "g" + dutch : "niet " + dutch;
}

Phrase add(const std::string& what, std::string_view meaning) {
  Phrase hint{"add " + what, "voeg toe: " + what};
  if (!meaning.empty()) hint.en += " (" + std::string(meaning) + ")";
  return hint;
}

constexpr std::string_view note_key = "note";

}  // namespace

bool Reader::Keys::knows(std::string_view key) const {
  return key == note_key ||
         std::any_of(known.begin(), known.end(), [&](const Known& one) { return one.key == key; });
}

Reader::Reader(SourcePtr source, Diagnostics& diagnostics)
    : source_(std::move(source)), diagnostics_(&diagnostics) {}

Reader::Step::Step(Reader& reader, std::string_view key, std::string_view example)
    : reader_(reader), key_(reader.key_), example_(reader.example_) {
  reader.path_.push_back({std::string(key), false});
  reader.key_ = key;
  reader.example_ = example;
}

Reader::Step::~Step() {
  reader_.path_.pop_back();
  reader_.key_ = std::move(key_);
  reader_.example_ = example_;
}

std::string Reader::heading_of(std::string_view inner) const {
  std::string text;
  for (const Part& part : path_) {
    if (!text.empty()) text += '.';
    text += part.key;
  }
  const bool list = inner.empty() && !path_.empty() && path_.back().list;
  if (!inner.empty()) {
    if (!text.empty()) text += '.';
    text += inner;
  }
  if (text.empty()) return {};
  return list ? "[[" + text + "]]" : "[" + text + "]";
}

std::string Reader::heading() const { return heading_of({}); }

bool Reader::error(std::string_view code, Span span, Phrase title, Phrase hint) {
  diagnostics_->error(std::string(code), span, std::move(title), std::move(hint));
  return false;
}

bool Reader::pass_over(const DocumentNode& node) {
  if (node.broken) ++passed_over_;
  return node.broken;
}

bool Reader::wrong_kind(const DocumentNode& node, const Phrase& expected) {
  if (pass_over(node)) return false;
  const Phrase found = kind_in_words(node.kind);
  Phrase hint;
  if (!example_.empty()) {
    const std::string example(example_);
    hint = {"write for example " + example, "schrijf bijvoorbeeld " + example};
  }
  return error("T0201", node.span,
               {"expected " + expected.en + ", found " + found.en,
                "hier hoort " + expected.nl + ", er staat " + found.nl},
               hint);
}

bool Reader::not_understood(const DocumentNode& node, const Phrase& expected) {
  Phrase hint;
  if (!example_.empty()) {
    const std::string example(example_);
    hint = {"write for example " + example, "schrijf bijvoorbeeld " + example};
  }
  return error("T0206", node.span, {"this is not " + expected.en, "dit is " + negated(expected.nl)},
               hint);
}

bool Reader::expect_table(const DocumentNode& node) {
  if (pass_over(node)) return false;
  if (node.kind == DocumentNode::Kind::table) return true;
  return wrong_kind(node, {"a table", "een tabel"});
}

bool Reader::not_named(const DocumentNode& node) {
  if (pass_over(node)) return false;
  return error("T0305", node.span,
               {"each '" + key_ + "' has a name", "elke '" + key_ + "' heeft een naam"},
               {"write " + heading_of("NAME"), "schrijf " + heading_of("NAAM")});
}

bool Reader::check_name(const DocumentNode& node, const Entry& entry, bool table) {
  if (pass_over(entry.value)) return false;
  if (table && entry.value.kind != DocumentNode::Kind::table) {
    // `[price]` with the keys of a price line: one error for all of them.
    const auto first = std::find_if(node.entries.begin(), node.entries.end(), [](const Entry& one) {
      return !one.value.broken && one.value.kind != DocumentNode::Kind::table;
    });
    return &*first == &entry ? not_named(node) : false;
  }
  if (is_id(entry.key)) return true;
  return error("T0304", entry.key_span,
               {"a name has letters, digits, - and _", "een naam heeft letters, cijfers, - en _"},
               {"write for example " + heading_of("daily-cleaning"),
                "schrijf bijvoorbeeld " + heading_of("daily-cleaning")});
}

Phrase Reader::in_heading() const {
  const std::string heading = heading_of({});
  if (heading.empty()) return {" at the top of the file", " bovenaan het bestand"};
  return same(" in " + heading);
}

std::string_view Reader::unknown_key(const DocumentNode& node, const Entry& entry,
                                     const Keys& keys) {
  std::vector<std::string_view> candidates;
  for (const auto& known : keys.known) candidates.push_back(known.key);
  candidates.push_back(note_key);
  candidates.insert(candidates.end(), keys.planned.begin(), keys.planned.end());
  const std::string_view near = nearest(entry.key, candidates);
  Phrase hint;
  if (!near.empty()) {
    const std::string word = "'" + std::string(near) + "'";
    hint = node.find(near) != nullptr
               ? Phrase{word + " stands here already: leave one of the two out",
                        word + " staat hier al: laat een van beide weg"}
               : Phrase{"did you mean " + word + "?", "bedoelde u " + word + "?"};
  } else {
    for (const auto& known : keys.known) {
      if (std::find(known.inner.begin(), known.inner.end(), entry.key) == known.inner.end()) {
        continue;
      }
      const std::string place = heading_of(known.key);
      hint = {"it belongs under " + place, "het hoort onder " + place};
      break;
    }
  }
  if (hint.empty()) {
    std::string all;
    for (const auto& known : keys.known) {
      if (!all.empty()) all += ", ";
      all += known.key;
    }
    hint = {"known here: " + all, "bekend zijn hier: " + all};
  }
  const std::string quoted = "'" + entry.key + "'";
  const Phrase where = in_heading();
  error("T0301", entry.key_span,
        {"unknown key " + quoted + where.en, "onbekende sleutel " + quoted + where.nl}, hint);
  return near;
}

void Reader::missing_key(const DocumentNode& node, const Keys::Known& known) {
  const std::string key(known.key);
  const std::string line = !known.example.empty() ? key + " = " + std::string(known.example)
                           : !known.inner.empty() ? heading_of(known.key)
                                                  : key;
  const Phrase where = in_heading();
  error("T0302", node.span,
        {"'" + key + "' is missing" + where.en, "'" + key + "' ontbreekt" + where.nl},
        add(line, known.meaning));
}

/// Whether `unknown = ["use"]` says that nobody can fill in a key.
bool Reader::is_unknown(const DocumentNode& node, const Keys& keys, std::string_view key) {
  const DocumentNode* unknown = keys.knows("unknown") ? node.find("unknown") : nullptr;
  if (unknown == nullptr) return false;
  if (unknown->kind == DocumentNode::Kind::text) return unknown->raw == key;
  return std::any_of(unknown->items.begin(), unknown->items.end(), [&](const DocumentNode& item) {
    return item.kind == DocumentNode::Kind::text && item.raw == key;
  });
}

bool Reader::check_keys(const DocumentNode& node, const Keys& keys) {
  bool good = true;
  std::vector<std::string_view> meant;  // known keys that an unknown key stands for
  for (const Entry& entry : node.entries) {
    if (keys.knows(entry.key)) continue;
    if (keys.free_table && entry.key == "x" && entry.value.kind == DocumentNode::Kind::table) {
      continue;
    }
    good = false;
    if (std::find(keys.planned.begin(), keys.planned.end(), entry.key) != keys.planned.end()) {
      report_planned(*this, entry.key_span, entry.key);
      continue;
    }
    if (const std::string_view near = unknown_key(node, entry, keys); !near.empty())
      meant.push_back(near);
  }
  for (const auto& known : keys.known) {
    if (!known.required || node.incomplete || node.find(known.key) != nullptr ||
        is_unknown(node, keys, known.key) ||
        std::find(meant.begin(), meant.end(), known.key) != meant.end()) {
      continue;
    }
    good = false;
    missing_key(node, known);
  }
  return good;
}

}  // namespace pricetalk
