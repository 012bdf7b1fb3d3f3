#pragma once

#include <memory>
#include <string>
#include <tuple>
#include <utility>

#include "document/reader.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

// Files of sizes from which on something is said: a table of keys, each with a default, of which a
// user changes what he wants and leaves out the rest. `T` has a Dictionary, whose `fallback` is
// what the shipped file says.

/// The shipped file: `heading`, and every key with its meaning and default.
template <class T>
std::string default_rules_text(std::string heading) {
  std::apply(
      [&](const auto&... field) {
        ((heading +=
          (field.key == "schema" ? std::string("\n") : "\n# " + std::string(field.meaning) + "\n") +
          std::string(field.key) + " = " + std::string(field.fallback) + "\n"),
         ...);
      },
      Dictionary<T>::fields);
  return heading;
}

/// What a file says, over `start`.
template <class T>
Loaded<T> read_rules(T start, const SourcePtr& source) {
  Loaded<T> made;
  const Loaded<DocumentNode> document = read_document(source);
  made.diagnostics = document.diagnostics;
  made.diagnostics.keep(source);
  if (!document.value) return made;
  Reader reader(source, made.diagnostics);
  made.value = std::move(start);
  reader.table(*document.value, *made.value);
  return made;
}

/// Runs `check(stated value)` on every key but the format number.
template <class T, class Check>
void check_rules(const T& rules, Check check) {
  std::apply(
      [&](const auto&... field) {
        ((field.key == "schema" ? void() : check(rules.*field.member)), ...);
      },
      Dictionary<T>::fields);
}

}  // namespace pricetalk
