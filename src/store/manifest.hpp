#pragma once

#include <string>
#include <string_view>

#include "pricetalk/diagnostic/diagnostic.hpp"
#include "report/frozen.hpp"

namespace pricetalk {

/// A file of that name with these bytes.
FrozenFile frozen_file(std::string name, std::string_view bytes);

/// The file in which a folder says that it is a frozen run.
inline constexpr std::string_view manifest_name = "manifest.toml";

std::string manifest_text(const Manifest& manifest);
/// Errors: what is wrong with the text (codes T), and a manifest that is not whole (B0101).
Loaded<Manifest> read_manifest(const SourcePtr& source);

}  // namespace pricetalk
