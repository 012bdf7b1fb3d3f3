#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "invoice/columns.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk::invoice_text {

/// The text of an invoice file as UTF-8, and how it was stored.
struct Decoded {
  SourcePtr source;  ///< the given one where its bytes are UTF-8, else a converted one of its name
  TextEncoding encoding = TextEncoding::utf8;
};

/// Tells the encoding from the bytes: a byte order mark, zeros between the letters, valid UTF-8,
/// else Windows-1252; `stated` overrules the last two. Nothing, with an error, for an empty file, a
/// packed one, a picture or a PDF, and where the bytes are not what was stated.
std::optional<Decoded> decoded(const SourcePtr& source, std::optional<TextEncoding> stated,
                               Diagnostics& diagnostics);

/// Further bytes of a file whose beginning was read in `encoding`, as UTF-8. Where nothing but
/// ASCII came `before` them, letters that are not UTF-8 make it Windows-1252 from here on. Nothing
/// when they are neither.
std::optional<std::string> continued(std::string bytes, TextEncoding& encoding, bool ascii_before);

bool is_ascii(std::string_view bytes);

/// "Windows-1252".
Phrase name(TextEncoding encoding);

/// Without blanks, tabs and line ends at both ends.
std::string_view stripped(std::string_view text);

/// The encoding that an XML declaration names, in small letters; empty when it names none.
std::string declared_in_xml(std::string_view bytes);

}  // namespace pricetalk::invoice_text
