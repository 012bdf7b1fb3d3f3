#pragma once

#include <cstdint>
#include <string>

#include "pricetalk/page/page.hpp"

namespace pricetalk {

/// Where a line of Markdown stands: what would be layout there differs.
enum class MarkdownPlace : std::uint8_t { paragraph, heading, cell };

/// A line as Markdown that shows exactly its characters. Signs are escaped only where a reader of
/// CommonMark, or of what GitHub adds to it, would take them for layout.
std::string markdown_words(const Words& words, MarkdownPlace place);

}  // namespace pricetalk
