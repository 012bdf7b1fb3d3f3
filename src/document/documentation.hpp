#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "document/dictionary.hpp"
#include "document/leaf.hpp"
#include "document/reader.hpp"
#include "pricetalk/document/values.hpp"

namespace pricetalk {

/// The type column of the documentation, by member type.
template <class M>
struct TypeText {
  static std::string text() {
    if constexpr (TableTerms<M>) {
      return "table";
    } else {
      return std::string(Leaf<M>::type_name());
    }
  }
};
template <class T>
struct TypeText<Stated<T>> : TypeText<T> {};
template <class T>
struct TypeText<std::optional<T>> : TypeText<T> {};
template <class T>
struct TypeText<std::vector<T>> {
  static std::string text() {
    const std::string one = TypeText<T>::text();
    return one == "table" ? "list of tables" : "list of " + one;
  }
};
template <class M>
struct TypeText<Named<M>> {
  static std::string text() {
    const std::string one = TypeText<M>::text();
    return one == "table" ? "named tables" : "named values: " + one;
  }
};

struct DocumentationRow {
  std::string_view key;
  bool required;
  std::string type;
  std::string_view fallback;
  std::string_view meaning;
};
/// A markdown table; planned keys in a line below it.
std::string documentation(const std::vector<DocumentationRow>& rows,
                          const std::vector<std::string_view>& planned);

/// The keys of one table of the format as markdown: `| key | type | default | meaning |`, required
/// keys bold. Made from the same rows that the Reader walks.
template <TableTerms S>
std::string documentation() {
  std::vector<DocumentationRow> rows;
  std::apply(
      [&](const auto&... field) {
        (rows.push_back(
             {field.key, field.need == Need::required,
              TypeText<std::remove_cvref_t<decltype(std::declval<S&>().*field.member)>>::text(),
              field.fallback, field.meaning}),
         ...);
      },
      Dictionary<S>::fields);
  std::vector<std::string_view> planned;
  if constexpr (requires { Dictionary<S>::planned; }) {
    for (const Planned& row : Dictionary<S>::planned) planned.push_back(row.key);
  }
  return documentation(rows, planned);
}

/// The keys of a dictionary whose own example is not accepted, with the reason: nothing, as every
/// room tests for its tables. A row without an example is left out.
template <TableTerms S>
std::vector<std::string> refused_examples() {
  std::vector<std::string> refused;
  const auto examine = [&](const auto& field) {
    if (field.example.empty()) return;
    const auto source = std::make_shared<const SourceText>(
        "example", std::string(field.key) + " = " + std::string(field.example) + "\n");
    Loaded<DocumentNode> document = read_document(source);
    if (document.ok()) {
      S terms;
      Reader reader(source, document.diagnostics);
      reader.member(document.value->entries.front().value, terms.*field.member);
    }
    if (document.ok()) return;
    refused.push_back(std::string(field.key) + ":\n" + render(document.diagnostics, Language::en));
  };
  std::apply([&](const auto&... field) { (examine(field), ...); }, Dictionary<S>::fields);
  return refused;
}

}  // namespace pricetalk
