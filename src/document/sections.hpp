#pragma once

#include <string>
#include <vector>

#include "document/scan.hpp"
#include "document/section_memory.hpp"

namespace pricetalk::document {

/// The text without the words of remembered sections.
struct Cut {
  /// So many bytes are gone before this place of what is left.
  struct Gap {
    std::size_t at;
    std::size_t bytes;
  };
  std::string text;
  std::vector<Gap> gaps;  ///< in order
};

Cut without_known(const Scan& scan);

/// Puts the keys of remembered sections below their headings. False when a heading has such a key
/// from elsewhere: only the parser can say what that means.
bool put_known(DocumentNode& root, const Scan& scan);

/// Remembers the sections that were parsed, those that the memory wants.
void remember(const DocumentNode& root, const Scan& scan, const SourceText& source,
              SectionMemory& memory);

/// The keys of a table in the order of the file.
void in_file_order(std::vector<Entry>& entries);

}  // namespace pricetalk::document
