#pragma once

#include <string>
#include <vector>

#include "cli/load.hpp"

namespace pricetalk {

/// Mends in a contract file what can be mended without choosing (document/replacement.hpp); all
/// else stays byte for byte. The file is written only when that leaves no more errors than before.
/// A sentence for each place: "contract.toml:14: 34,85 is now 34.85". `problems`: why it could not
/// be written.
std::vector<std::string> mend_file(const SourcePtr& source, const MoreFigures& figures,
                                   Language language, Diagnostics& problems);

}  // namespace pricetalk
