#pragma once

#include <string>
#include <string_view>

#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// Why the operating system said no, in words: ENOSPC is "the disk is full".
Phrase reason(int error);

/// `'path' cannot be read: the disk is full`.
Diagnostic unreadable(const std::string& path, int error, Span asked_by);
Diagnostic unwritable(const std::string& path, int error);

/// One diagnostic as a list of one.
Diagnostics only(Diagnostic diagnostic);

}  // namespace pricetalk
