#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "document/tree.hpp"

namespace pricetalk {

/// What stood below the headings of earlier files, by the words that stand there. The contracts of
/// one portfolio repeat each other's clauses word for word; where such words come again, their keys
/// are copied instead of parsed. What is read does not depend on what is remembered: only words
/// without a mistake are kept, and a file with a mistake anywhere is read without.
///
/// Whoever gives one memory to several threads, gives them one that bears it.
class SectionMemory {
 public:
  virtual ~SectionMemory() = default;

  /// The keys that stand in exactly these words; their places are counted from the first byte of
  /// the words, and have no source. Nothing: not remembered.
  virtual std::shared_ptr<const std::vector<Entry>> find(std::string_view words) const = 0;
  /// Whether `keep` is worth the while: they came before.
  virtual bool wants(std::string_view words) = 0;
  /// Remembers the keys as `find` gives them.
  virtual void keep(std::string_view words, std::vector<Entry> entries) = 0;
};

}  // namespace pricetalk
