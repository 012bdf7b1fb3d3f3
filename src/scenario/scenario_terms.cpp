#include "scenario/scenario_terms.hpp"

#include <algorithm>

namespace pricetalk {

using Kind = DocumentNode::Kind;

bool SeriesPattern::matches(std::string_view series) const {
  if (exact()) return series == text;
  return series.starts_with(std::string_view(text).substr(0, text.size() - 1));
}

Phrase Leaf<SeriesPattern>::expected() {
  return {"the id of a series, or its beginning and *",
          "de naam van een reeks, of het begin ervan en *"};
}

bool Leaf<SeriesPattern>::read(Reader&, const DocumentNode& node, SeriesPattern& out) {
  if (node.kind != Kind::text || node.raw.empty()) return false;
  const std::string_view name =
      node.raw.back() == '*' ? std::string_view(node.raw).substr(0, node.raw.size() - 1) : node.raw;
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '/' || c == '.';
  };
  if (!std::all_of(name.begin(), name.end(), allowed)) return false;
  out.text = node.raw;
  return true;
}

Phrase Leaf<PathFigure>::expected() {
  return {"a row [period, value]", "een rij [periode, waarde]"};
}

bool Leaf<PathFigure>::read(Reader& reader, const DocumentNode& node, PathFigure& out) {
  if (node.kind != Kind::list || node.items.size() != 2) return false;
  return reader.value(node.items[0], out.period) && reader.value(node.items[1], out.value);
}

}  // namespace pricetalk
