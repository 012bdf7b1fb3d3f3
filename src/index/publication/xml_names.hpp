#pragma once

#include <pugixml.hpp>
#include <string_view>

/// Names in XML without the prefix of their namespace, which every writer chooses for itself.
namespace pricetalk::publication {

inline std::string_view without_prefix(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

inline std::string_view local_name(const pugi::xml_node& node) {
  return without_prefix(node.name());
}

inline pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& each : node.children())
    if (local_name(each) == name) return each;
  return {};
}

/// The value of an attribute; empty when there is none of that name.
inline std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& each : node.attributes())
    if (without_prefix(each.name()) == name) return each.value();
  return {};
}

}  // namespace pricetalk::publication
