#include "store/xml_parts.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

class IntoText final : public pugi::xml_writer {
 public:
  void write(const void* data, std::size_t size) override {
    text.append(static_cast<const char*>(data), size);
  }
  std::string text;
};

class Finder final : public pugi::xml_tree_walker {
 public:
  explicit Finder(std::string_view name) : name_(name) {}
  bool for_each(pugi::xml_node& node) override {
    if (publication::local_name(node) == name_) found.push_back(node);
    return true;
  }
  std::vector<pugi::xml_node> found;

 private:
  std::string_view name_;
};

}  // namespace

PackedFile* part_of(std::vector<PackedFile>& files, std::string_view name) {
  const auto found = std::find_if(files.begin(), files.end(),
                                  [&](const PackedFile& each) { return each.name == name; });
  return found == files.end() ? nullptr : &*found;
}

bool read_part(const PackedFile& file, pugi::xml_document& into) {
  return into.load_buffer(file.bytes.data(), file.bytes.size(),
                          pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_declaration);
}

std::string written_part(const pugi::xml_document& document) {
  IntoText into;
  document.save(into, "", pugi::format_raw);
  return std::move(into.text);
}

std::vector<pugi::xml_node> elements_of(pugi::xml_node node, std::string_view name) {
  Finder finder(name);
  node.traverse(finder);
  return std::move(finder.found);
}

void add_first(pugi::xml_node node, std::string_view xml) {
  pugi::xml_document piece;
  if (piece.load_buffer(xml.data(), xml.size())) node.prepend_copy(piece.document_element());
}

void add_last(pugi::xml_node node, std::string_view xml) {
  pugi::xml_document piece;
  if (piece.load_buffer(xml.data(), xml.size())) node.append_copy(piece.document_element());
}

}  // namespace pricetalk
