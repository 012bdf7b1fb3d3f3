#pragma once

#include <map>
#include <optional>
#include <string>

#include "cli/frozen_run.hpp"
#include "files/files.hpp"
#include "store/manifest.hpp"

namespace pricetalk {

/// The amounts of a run as they are kept: name of the file and its bytes.
FolderContents results_of(const FrozenRun& run, Date today);

/// The folder of a run: its manifest, its results, and a copy of everything that it read, so that
/// it can be repeated anywhere. Errors (B0102): a file that cannot be copied.
std::optional<FolderContents> frozen_contents(const FrozenRequest& request, FrozenRun run,
                                              Manifest about, Diagnostics& problems);

/// The manifest of a frozen run; without one, B0101.
Loaded<Manifest> load_manifest(const std::string& folder);

/// Every file of a frozen run that is not as it was frozen: missing, cut off or changed (B0103), or
/// beside the inputs without being one of them (B0104).
Diagnostics not_as_frozen(const std::string& folder, const Manifest& manifest);

/// What a frozen run was made from, by its own copies.
FrozenRequest request_of(const std::string& folder, const Manifest& manifest);

/// The results of the run once more, from its own copies; nothing where it cannot be repeated.
std::optional<FolderContents> repeated(const std::string& folder, const Manifest& manifest,
                                       const FrozenMeans& means, Diagnostics& problems);

}  // namespace pricetalk
