#pragma once

#include <map>
#include <string>

#include "index/publication/xml_names.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// Fills the fields of a header or footer: `{customer_name}` in its text, also where Word cut it
/// over several runs, and content controls with that tag. An unknown name, or a brace that is not
/// closed, is D0204.
void fill_fields(pugi::xml_node part, const std::map<std::string, std::string>& fields,
                 Diagnostics& diagnostics);

}  // namespace pricetalk
