#include <string>
#include <tuple>

#include "document/leaf.hpp"
#include "document/reader.hpp"

namespace pricetalk {

namespace phrase_words {

struct Terms : TableBase {
  Stated<std::string> en;
  Stated<std::string> nl;
};

}  // namespace phrase_words

template <>
struct Dictionary<phrase_words::Terms> {
  using Terms = phrase_words::Terms;
  static constexpr std::string_view name = "words";
  static constexpr auto fields = std::tuple{
      field("en", &Terms::en, Need::required, "", "English", R"("legal interest")"),
      field("nl", &Terms::nl, Need::required, "", "Dutch", R"("wettelijke rente")"),
  };
};

Phrase Leaf<Phrase>::expected() {
  return {"a text, or { en = \"…\", nl = \"…\" }", "een tekst, of { en = \"…\", nl = \"…\" }"};
}
std::string_view Leaf<Phrase>::type_name() { return "text, or `{ en, nl }`"; }
bool Leaf<Phrase>::read(Reader& reader, const DocumentNode& node, Phrase& out) {
  if (node.kind == DocumentNode::Kind::table) {
    phrase_words::Terms terms;
    if (!reader.table(node, terms)) return false;
    out = {terms.en.value, terms.nl.value};
    return true;
  }
  std::string text;
  if (!reader.value(node, text)) return false;
  out = same(text);
  return true;
}

}  // namespace pricetalk
