#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "index/publication/xml_names.hpp"
#include "store/packed_files.hpp"

namespace pricetalk {

/// The part of an archive with this name; nullptr when there is none.
PackedFile* part_of(std::vector<PackedFile>& files, std::string_view name);

/// XML as it stands, blanks and all. False when it breaks off.
bool read_part(const PackedFile& file, pugi::xml_document& into);
std::string written_part(const pugi::xml_document& document);

/// Every element of this local name at or below a node, in the order of the text.
std::vector<pugi::xml_node> elements_of(pugi::xml_node node, std::string_view name);

/// Takes in the one element of a text, before what the node holds or behind it.
void add_first(pugi::xml_node node, std::string_view xml);
void add_last(pugi::xml_node node, std::string_view xml);

}  // namespace pricetalk
