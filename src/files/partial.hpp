#pragma once

#include <string>
#include <string_view>

#include "files/descriptor.hpp"

namespace pricetalk {

/// A name in `folder` that nothing has yet: `.pricetalk-partial-PID-N`. Output is built there and
/// then renamed.
std::string partial_name(const std::string& folder);

/// All of the bytes, flushed to the disk, and closed. The error number, or 0.
int write_through(Descriptor file, std::string_view bytes);

/// Makes the file, which must not exist yet. The error number, or 0.
int create_file(const std::string& path, std::string_view bytes);

/// Flushes the names in a folder to the disk. The error number, or 0.
int sync_folder(const std::string& folder);

}  // namespace pricetalk
