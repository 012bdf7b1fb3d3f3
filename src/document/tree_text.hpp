#pragma once

#include <string>

#include "document/tree.hpp"

namespace pricetalk {

/// A tree as a TOML file that `read_document` reads as the same tree: a heading for every table of
/// the file and for every named table in one, all else behind its key. Remarks are gone.
std::string tree_text(const DocumentNode& tree);

/// Whether two values say the same, wherever and in whatever order of keys they are written.
bool same_value(const DocumentNode& a, const DocumentNode& b);

}  // namespace pricetalk
