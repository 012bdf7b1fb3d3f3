#pragma once

#include <string>

#include "index/publication/xml_names.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk::publication {

/// Reads XML in UTF-8 `into` a document, whose nodes stand in `source` by offset. False where it
/// breaks off, with an error under `code` at that place; `advice`: how to come by it whole.
bool read_xml(const SourceText& source, pugi::xml_document& into, std::string code, Phrase advice,
              Diagnostics& diagnostics);

}  // namespace pricetalk::publication
