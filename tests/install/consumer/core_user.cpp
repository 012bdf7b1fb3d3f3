#include <memory>
#include <pricetalk/document/tree.hpp>

/// Reads a contract through the installed headers and library, TOML parser and all.
int main() {
  const auto source = std::make_shared<const pricetalk::SourceText>("a.toml", "schema = 1\n");
  const auto document = pricetalk::read_document(source);
  return document.ok() && document.value->find("schema") != nullptr ? 0 : 1;
}
