#include "contract/formula.hpp"
#include "contract/leaves.hpp"
#include "document/reader.hpp"

namespace pricetalk {

Phrase Leaf<Formula>::expected() { return {"a formula as text", "een formule als tekst"}; }

bool Leaf<Formula>::read(Reader& reader, const DocumentNode& node, Formula& out) {
  if (node.kind != DocumentNode::Kind::text) return false;
  std::optional<Formula> unfinished;
  auto made = parse_formula(node.raw, node.span, reader.diagnostics(), &unfinished);
  if (!made) made = std::move(unfinished);
  if (!made) return false;
  out = std::move(*made);
  return true;
}

Phrase Leaf<LimitValue>::expected() {
  return {"a percentage or an expression as text", "een percentage of een uitdrukking als tekst"};
}

bool Leaf<LimitValue>::read(Reader& reader, const DocumentNode& node, LimitValue& out) {
  if (node.kind == DocumentNode::Kind::number) {
    Percent percent;
    return reader.value(node, percent);  // never without a percent sign
  }
  if (node.kind != DocumentNode::Kind::text) return false;
  out.text = node.raw;
  if (node.raw == "none") {
    out.none = true;
    return true;
  }
  auto made = parse_expression(node.raw, node.span, reader.diagnostics());
  if (!made) return false;
  std::vector<NameUse> names;
  names_in(*made, names);
  if (names.empty() && node.raw.find('%') == std::string::npos)
    return reader.error("T0202", node.span,
                        {"a limit is a percentage: the percent sign is missing",
                         "een grens is een percentage: het procentteken ontbreekt"},
                        {"write \"" + node.raw + "%\"", "schrijf \"" + node.raw + "%\""});
  out.value = std::move(*made);
  return true;
}

}  // namespace pricetalk
