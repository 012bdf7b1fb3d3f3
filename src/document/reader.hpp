#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "document/dictionary.hpp"
#include "document/leaf.hpp"
#include "document/tree.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"
#include "pricetalk/document/values.hpp"

namespace pricetalk {

/// Walks a tree along a Dictionary and fills the terms, every leaf with its place. Reports unknown,
/// missing and planned keys and values of a wrong kind; one cause gives one error.
///
/// The type of a member decides what may stand there:
/// | member | in the file |
/// |---|---|
/// | `Stated<T>` | a value; when absent the initial value stays, marked as default |
/// | `std::optional<Stated<T>>` | a value, or nothing |
/// | `std::vector<Stated<T>>` | a list of values, or one value |
/// | `S`, `std::optional<S>` | a table with a Dictionary |
/// | `std::vector<S>` | a list of tables (`[[decision]]`), or one table |
/// | `Named<S>` | named tables, `[price.ID]` |
/// | `Named<Stated<T>>` | a table with free keys: `constants = { K = 0.945 }` |
///
/// `T` is any type with a Leaf. `S` derives from TableBase; its `note` is read here and stands in
/// no dictionary.
class Reader {
 public:
  Reader(SourcePtr source, Diagnostics& diagnostics);

  /// Reads a table. False when something in it was wrong; what was right is filled all the same.
  template <TableTerms S>
  bool table(const DocumentNode& node, S& out);

  /// Reads one value. False, with an error reported, when it is wrong.
  template <class T>
  bool value(const DocumentNode& node, T& out);

  /// Reads any of the member types above.
  template <class T>
  bool member(const DocumentNode& node, Stated<T>& out);
  template <class T>
  bool member(const DocumentNode& node, std::optional<Stated<T>>& out);
  template <class T>
  bool member(const DocumentNode& node, std::vector<Stated<T>>& out);
  template <TableTerms S>
  bool member(const DocumentNode& node, S& out);
  template <TableTerms S>
  bool member(const DocumentNode& node, std::optional<S>& out);
  template <TableTerms S>
  bool member(const DocumentNode& node, std::vector<S>& out);
  template <class M>
  bool member(const DocumentNode& node, Named<M>& out);

  /// Reports an error; always false, for `return reader.error(…)`.
  bool error(std::string_view code, Span span, Phrase title, Phrase hint = {});
  /// "expected a date, found a text", with the example of the key that is being read.
  bool wrong_kind(const DocumentNode& node, const Phrase& expected);

  /// "this is not a duration", for a value of the right kind that cannot be understood.
  bool not_understood(const DocumentNode& node, const Phrase& expected);

  /// The key whose value is being read ("cap"), and its example in the dictionary (`"4%"`).
  std::string_view key() const { return key_; }
  std::string_view example() const { return example_; }
  /// The table that is being read, as a heading: `[clause.labour-mix.limits]`; empty at the top.
  std::string heading() const;
  const SourcePtr& source() const { return source_; }
  Diagnostics& diagnostics() { return *diagnostics_; }

 private:
  /// The keys of one table, without their types.
  struct Keys {
    struct Known {
      std::string_view key;
      bool required;
      std::string_view example;
      std::string_view meaning;
      std::vector<std::string_view> inner;  ///< keys of the table behind it
    };
    std::vector<Known> known;
    std::vector<std::string_view> planned;
    bool free_table = false;

    bool knows(std::string_view key) const;
  };

  /// Made once for each kind of table.
  template <TableTerms S>
  static const Keys& keys_of();
  template <class M>
  static std::vector<std::string_view> inner_keys();

  /// True for a node that was reported already.
  bool pass_over(const DocumentNode& node);
  bool expect_table(const DocumentNode& node);
  /// Unknown, planned and missing keys.
  bool check_keys(const DocumentNode& node, const Keys& keys);
  /// Reports it; the known key that was probably meant, or nothing.
  std::string_view unknown_key(const DocumentNode& node, const Entry& entry, const Keys& keys);
  void missing_key(const DocumentNode& node, const Keys::Known& known);
  static bool is_unknown(const DocumentNode& node, const Keys& keys, std::string_view key);
  /// " in [clause.labour-mix]", for messages.
  Phrase in_heading() const;
  /// A name of a named table; `table`: its value must be one.
  bool check_name(const DocumentNode& node, const Entry& entry, bool table);
  bool not_named(const DocumentNode& node);
  std::string heading_of(std::string_view inner) const;

  /// Where we are, for messages; restored at the end of the scope.
  class Step {
   public:
    Step(Reader& reader, std::string_view key, std::string_view example);
    ~Step();
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;

   private:
    Reader& reader_;
    std::string key_;
    std::string_view example_;
  };
  struct Part {
    std::string key;
    bool list = false;
  };

  SourcePtr source_;
  Diagnostics* diagnostics_;
  std::vector<Part> path_;
  std::string key_;
  std::string_view example_;
  std::size_t passed_over_ = 0;
};

/// Bytes to terms: read_document, then the Reader. There is a value whenever there is a tree; use
/// it only when `ok()`, or to look for further problems.
/// ```cpp
/// Loaded<ContractTerms> terms = read_terms<ContractTerms>(source);
/// ```
template <TableTerms S>
Loaded<S> read_terms(const SourcePtr& source) {
  Loaded<S> result;
  const Loaded<DocumentNode> document = read_document(source);
  result.diagnostics = document.diagnostics;
  if (document.value) {
    Reader reader(source, result.diagnostics);
    reader.table(*document.value, result.value.emplace());
  }
  return result;
}

// ---- templates ----------------------------------------------------------------------------------

template <class M>
std::vector<std::string_view> Reader::inner_keys() {
  std::vector<std::string_view> keys;
  if constexpr (TableTerms<M>) {
    std::apply([&](const auto&... field) { (keys.push_back(field.key), ...); },
               Dictionary<M>::fields);
  } else if constexpr (requires(M m) { m.value(); }) {
    if constexpr (TableTerms<typename M::value_type>) return inner_keys<typename M::value_type>();
  }
  return keys;
}

template <TableTerms S>
const Reader::Keys& Reader::keys_of() {
  static const Keys made = [] {
    Keys keys;
    std::apply(
        [&](const auto&... field) {
          (keys.known.push_back(
               {field.key, field.need == Need::required, field.example, field.meaning,
                inner_keys<std::remove_cvref_t<decltype(std::declval<S&>().*field.member)>>()}),
           ...);
        },
        Dictionary<S>::fields);
    if constexpr (requires { Dictionary<S>::planned; }) {
      for (const Planned& planned : Dictionary<S>::planned) keys.planned.push_back(planned.key);
    }
    if constexpr (requires { Dictionary<S>::free_table; }) {
      keys.free_table = Dictionary<S>::free_table;
    }
    return keys;
  }();
  return made;
}

template <TableTerms S>
bool Reader::table(const DocumentNode& node, S& out) {
  static_assert(std::derived_from<S, TableBase>, "terms of a table derive from TableBase");
  if (!expect_table(node)) return false;
  out.span = node.span;
  bool good = check_keys(node, keys_of<S>());
  std::apply(
      [&](const auto&... field) {
        (
            [&] {
              if (const DocumentNode* found = node.find(field.key)) {
                const Step step(*this, field.key, field.example);
                good = member(*found, out.*field.member) && good;
              }
            }(),
            ...);
      },
      Dictionary<S>::fields);
  if (const DocumentNode* found = node.find("note")) {
    const Step step(*this, "note", R"("agreed by telephone")");
    good = member(*found, out.note) && good;
  }
  return good;
}

template <class T>
bool Reader::value(const DocumentNode& node, T& out) {
  static_assert(LeafTerms<T>, "a value needs a Leaf");
  if (pass_over(node)) return false;
  const std::size_t before = diagnostics_->list().size() + passed_over_;
  if (Leaf<T>::read(*this, node, out)) return true;
  if (diagnostics_->list().size() + passed_over_ == before) wrong_kind(node, Leaf<T>::expected());
  return false;
}

template <class T>
bool Reader::member(const DocumentNode& node, Stated<T>& out) {
  T read{};
  if (!value(node, read)) return false;
  out.value = std::move(read);
  out.where = node.span;
  return true;
}

template <class T>
bool Reader::member(const DocumentNode& node, std::optional<Stated<T>>& out) {
  Stated<T> read;
  if (!member(node, read)) return false;
  out = std::move(read);
  return true;
}

template <class T>
bool Reader::member(const DocumentNode& node, std::vector<Stated<T>>& out) {
  bool many = node.kind == DocumentNode::Kind::list;
  if constexpr (requires { Leaf<T>::takes_list; }) {
    many = many && (node.items.empty() || node.items.front().kind == DocumentNode::Kind::list);
  }
  out.clear();
  if (!many) return member(node, out.emplace_back()) || (out.pop_back(), false);
  bool good = true;
  for (const DocumentNode& item : node.items) {
    Stated<T> read;
    if (member(item, read)) {
      out.push_back(std::move(read));
    } else {
      good = false;
    }
  }
  return good;
}

template <TableTerms S>
bool Reader::member(const DocumentNode& node, S& out) {
  return table(node, out);
}

template <TableTerms S>
bool Reader::member(const DocumentNode& node, std::optional<S>& out) {
  if (!expect_table(node)) return false;
  return table(node, out.emplace());
}

template <TableTerms S>
bool Reader::member(const DocumentNode& node, std::vector<S>& out) {
  out.clear();
  if (node.kind != DocumentNode::Kind::list) {
    return expect_table(node) && table(node, out.emplace_back());
  }
  if (!path_.empty()) path_.back().list = true;
  bool good = true;
  for (const DocumentNode& item : node.items) {
    good = expect_table(item) && table(item, out.emplace_back()) && good;
  }
  return good;
}

template <class M>
bool Reader::member(const DocumentNode& node, Named<M>& out) {
  out.tables.clear();
  if (node.kind != DocumentNode::Kind::table) return not_named(node);
  bool good = true;
  bool unnamed = false;  // `[price]` with the keys of a line, tables among them: one error for all
  if constexpr (TableTerms<M>) {
    for (const Entry& entry : node.entries)
      unnamed = unnamed || entry.value.kind != DocumentNode::Kind::table;
  }
  const std::vector<std::string_view> own =
      unnamed ? inner_keys<M>() : std::vector<std::string_view>{};
  for (const Entry& entry : node.entries) {
    if (!check_name(node, entry, TableTerms<M>)) {
      good = false;
      continue;
    }
    if (std::find(own.begin(), own.end(), entry.key) != own.end()) continue;
    NamedTable<M> read{entry.key, entry.key_span, {}};
    const Step step(*this, entry.key, example_);
    if (!member(entry.value, read.terms)) good = false;
    out.tables.push_back(std::move(read));
  }
  return good;
}

}  // namespace pricetalk
