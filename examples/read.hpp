#pragma once

#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <pricetalk/diagnostic/diagnostic.hpp>
#include <string>

/// The core reads no files: whoever uses it does, and hands over the bytes with a name for
/// messages.
inline pricetalk::SourcePtr read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return std::make_shared<const pricetalk::SourceText>(
      path, std::string(std::istreambuf_iterator<char>(file), {}));
}

/// What was read, or the end of the program with every problem at its place.
template <class T>
T taken(pricetalk::Loaded<T> loaded) {
  std::cerr << pricetalk::render(loaded.diagnostics, pricetalk::Language::en);
  if (!loaded.ok()) std::exit(3);
  return std::move(*loaded.value);
}
