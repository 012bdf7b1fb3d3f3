#pragma once

#include <string>

#include "files/files.hpp"

namespace pricetalk {

/// Adds a drawing under the id of what it shows, by a name that no other drawing has.
void put_chart(FolderContents& charts, const std::string& id, std::string drawing);

}  // namespace pricetalk
