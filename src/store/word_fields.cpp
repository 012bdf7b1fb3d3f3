#include "store/word_fields.hpp"

#include <cctype>
#include <vector>

#include "store/xml_parts.hpp"

namespace pricetalk {

namespace {

using publication::attribute;
using publication::child;

/// Puts a text into the first of these runs and empties the others.
void put_text(const std::vector<pugi::xml_node>& texts, const std::string& text) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    pugi::xml_node node = texts[i];
    node.text().set(i == 0 ? text.c_str() : "");
    if (i == 0 && node.attribute("xml:space").empty())
      node.append_attribute("xml:space").set_value("preserve");
  }
}

class FieldFiller {
 public:
  FieldFiller(const std::map<std::string, std::string>& fields, Diagnostics& diagnostics)
      : fields_(fields), diagnostics_(diagnostics) {}

  void controls(const pugi::xml_node& part) {
    for (const pugi::xml_node& control : elements_of(part, "sdt")) {
      const std::string tag(attribute(child(child(control, "sdtPr"), "tag"), "val"));
      const auto found = fields_.find(tag);
      const auto texts = elements_of(child(control, "sdtContent"), "t");
      if (found != fields_.end() && !texts.empty()) put_text(texts, found->second);
    }
  }

  void paragraphs(const pugi::xml_node& part) {
    for (const pugi::xml_node& paragraph : elements_of(part, "p")) {
      const auto texts = elements_of(paragraph, "t");
      std::string all;
      for (const pugi::xml_node& text : texts) all += text.text().get();
      if (all.find('{') == std::string::npos) continue;
      if (each_whole(texts))
        for (const pugi::xml_node& text : texts) put_text({text}, filled(text.text().get()));
      else
        put_text(texts, filled(all));
    }
  }

 private:
  /// No field is cut over two runs, so that each keeps its look.
  static bool each_whole(const std::vector<pugi::xml_node>& texts) {
    for (const pugi::xml_node& each : texts) {
      const std::string text = each.text().get();
      const auto open = text.rfind('{');
      const auto close = text.rfind('}');
      if (open != std::string::npos && (close == std::string::npos || close < open)) return false;
    }
    return true;
  }

  std::string filled(const std::string& text) {
    std::string made;
    std::size_t at = 0;
    for (;;) {
      const std::size_t open = text.find('{', at);
      made += text.substr(at, open - at);
      if (open == std::string::npos) return made;
      const std::size_t close = text.find('}', open);
      const std::string name =
          text.substr(open + 1, close == std::string::npos ? close : close - open - 1);
      const auto found = fields_.find(name);
      if (close == std::string::npos || found == fields_.end()) {
        tell_unknown(name, close != std::string::npos);
        return made;
      }
      made += found->second;
      at = close + 1;
    }
  }

  void tell_unknown(const std::string& name, bool closed) {
    std::string known;
    for (const auto& [each, text] : fields_) known += (known.empty() ? "" : ", ") + each;
    const std::string shown = "{" + name.substr(0, 40) + (closed ? "}" : "");
    diagnostics_.error(
        "D0204", {},
        closed ? Phrase{"the house style has a field that is not known: " + shown,
                        "de huisstijl heeft een onbekend veld: " + shown}
               : Phrase{"the house style has a field that is not closed: " + shown,
                        "de huisstijl heeft een veld dat niet wordt gesloten: " + shown},
        {"known are: " + known, "bekend zijn: " + known});
  }

  const std::map<std::string, std::string>& fields_;
  Diagnostics& diagnostics_;
};

}  // namespace

void fill_fields(pugi::xml_node part, const std::map<std::string, std::string>& fields,
                 Diagnostics& diagnostics) {
  FieldFiller filler(fields, diagnostics);
  filler.controls(part);
  filler.paragraphs(part);
}

}  // namespace pricetalk
