#include "store/office_document.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <set>

#include "index/publication/zip_archive.hpp"
#include "letter/office_text.hpp"
#include "store/word_fields.hpp"
#include "store/word_styles.hpp"
#include "store/xml_parts.hpp"

namespace pricetalk {

namespace {

using publication::attribute;
using publication::child;
using publication::local_name;
using publication::ZipArchive;

std::string language_tag(Language language) {
  return say(language, "en-GB", "nl-NL", "de-DE", "fr-FR");
}

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char x, unsigned char y) {
    return std::tolower(x) == std::tolower(y);
  });
}

/// Finishes one document part by part; a part that is no XML fails the whole.
class Finisher {
 public:
  Finisher(std::vector<PackedFile> files, const OfficeDress& dress, Diagnostics& diagnostics)
      : files_(std::move(files)), dress_(dress), diagnostics_(diagnostics) {}

  std::optional<std::string> word() {
    styles();
    change("word/document.xml", [&](pugi::xml_node root) { text(child(root, "body")); });
    change("docProps/core.xml", [&](pugi::xml_node root) { properties(root); });
    for (PackedFile& file : files_)
      if (file.name.starts_with("word/header") || file.name.starts_with("word/footer"))
        change(file.name,
               [&](pugi::xml_node root) { fill_fields(root, dress_.fields, diagnostics_); });
    return result();
  }

  std::optional<std::string> open_text() {
    change("content.xml", [&](pugi::xml_node root) {
      new_sheets(root);
      tables_to_the_left(root);
    });
    if (!dress_.house_style) change("styles.xml", [&](pugi::xml_node root) { sheet_of_a4(root); });
    change("meta.xml", [&](pugi::xml_node root) { properties(child(root, "meta")); });
    return result();
  }

 private:
  template <class Change>
  void change(const std::string& name, Change how) {
    PackedFile* file = part_of(files_, name);
    pugi::xml_document document;
    if (file == nullptr || !read_part(*file, document)) {
      whole_ = false;
      return;
    }
    how(document.document_element());
    file->bytes = written_part(document);
  }

  std::optional<std::string> result() {
    if (!whole_ || diagnostics_.has_errors()) return std::nullopt;
    return archive_of(files_, dress_.day);
  }

  /// Ours, or those of the house style with what pandoc writes with beside them.
  void styles() {
    PackedFile* file = part_of(files_, "word/styles.xml");
    if (file != nullptr && !dress_.house_style) {
      file->bytes = word_styles;
      const std::string_view name = "LANGUAGE";
      file->bytes.replace(file->bytes.find(name), name.size(), language_tag(dress_.language));
    }
    change("word/styles.xml", [&](pugi::xml_node root) {
      bool has_table = false;
      bool has_compact = false;
      for (const pugi::xml_node& style : root.children()) {
        const std::string_view id = attribute(style, "styleId");
        known_styles_.insert(std::string(id));
        has_table = has_table || id == "Table";
        has_compact = has_compact || id == "Compact";
        if (local_name(style) == "style" &&
            same_word(attribute(child(style, "name"), "val"), "heading 1"))
          first_heading_ = id;
      }
      if (!has_table) add_last(root, word_table_style);
      if (!has_compact) add_last(root, word_compact_style);
      known_styles_.insert("Compact");
    });
  }

  void text(pugi::xml_node body) {
    bool first = true;
    bool behind_block = false;
    for (pugi::xml_node each : body.children()) {
      if (local_name(each) == "p") form(each, first, behind_block && !is_item(each));
      first = false;
      behind_block = local_name(each) == "tbl" || is_item(each);
    }
    if (dress_.house_style) return;
    for (const pugi::xml_node& sheet : elements_of(body, "sectPr"))
      sheet.parent().remove_child(sheet);
    add_last(body, word_sheet);
  }

  static bool is_item(const pugi::xml_node& paragraph) {
    return child(child(paragraph, "pPr"), "numPr");
  }

  /// A heading of the first level begins an annex; a line that begins bold stays with the next;
  /// behind a table or list there is room.
  void form(pugi::xml_node paragraph, bool first, bool behind_block) {
    pugi::xml_node form = child(paragraph, "pPr");
    if (!form) return;
    pugi::xml_node style = child(form, "pStyle");
    // Of a style that the house does not have, each program makes something else.
    if (style && !known_styles_.contains(attribute(style, "val"))) {
      form.remove_child(style);
      style = {};
    }
    // Pandoc puts the number of a list before the style, and programs that are strict refuse it.
    if (style && style != form.first_child()) style = form.prepend_move(style);
    const bool annex = style && attribute(style, "val") == first_heading_;
    const bool title = child(child(child(paragraph, "r"), "rPr"), "b");
    pugi::xml_node last = style;
    for (const auto& [wanted, name] :
         {std::pair{title || annex, "w:keepNext"}, std::pair{annex && !first, "w:pageBreakBefore"}})
      if (wanted) last = last ? form.insert_child_after(name, last) : form.prepend_child(name);
    if (behind_block && !annex)
      form.append_child("w:spacing").append_attribute("w:before").set_value("110");
  }

  void properties(pugi::xml_node root) {
    for (pugi::xml_node each : root.children()) {
      const std::string_view name = local_name(each);
      if (name == "title") each.text().set(dress_.title.c_str());
      if (name == "creator" || name == "initial-creator" || name == "lastModifiedBy")
        each.text().set("");
    }
  }

  void new_sheets(pugi::xml_node root) {
    add_last(
        child(root, "automatic-styles"),
        R"(<style:style xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" style:name="NewSheet" style:family="paragraph" style:parent-style-name="Heading_20_1"><style:paragraph-properties fo:break-before="page"/></style:style>)");
    const pugi::xml_node text = child(child(root, "body"), "text");
    for (pugi::xml_node heading : elements_of(text, "h"))
      if (attribute(heading, "outline-level") == "1" && heading != first_element(text))
        heading.attribute("text:style-name").set_value("NewSheet");
  }

  static pugi::xml_node first_element(const pugi::xml_node& node) {
    for (const pugi::xml_node& each : node.children())
      if (each.type() == pugi::node_element) return each;
    return {};
  }

  static void set(pugi::xml_node node, const char* name, const char* value) {
    if (!node.attribute(name)) node.append_attribute(name);
    node.attribute(name).set_value(value);
  }

  static void spacing(pugi::xml_node style, const char* above, const char* below) {
    pugi::xml_node form = child(style, "paragraph-properties");
    if (!form) form = style.prepend_child("style:paragraph-properties");
    set(form, "fo:margin-top", above);
    set(form, "fo:margin-bottom", below);
    set(form, "fo:line-height", "105%");
  }

  static void font(pugi::xml_node style, const char* size) {
    pugi::xml_node form = child(style, "text-properties");
    if (!form) form = style.append_child("style:text-properties");
    form.remove_attribute("style:font-name");
    set(form, "fo:font-family", "Arial");
    set(form, "fo:font-size", size);
    set(form, "fo:color", "#000000");
  }

  /// Pandoc puts them in the middle.
  static void tables_to_the_left(pugi::xml_node root) {
    for (pugi::xml_node table : elements_of(root, "table-properties"))
      set(table, "table:align", "left");
  }

  void sheet_of_a4(pugi::xml_node root) {
    for (const pugi::xml_node& footer : elements_of(root, "footer"))
      footer.parent().remove_child(footer);
    for (pugi::xml_node sheet : elements_of(root, "page-layout-properties")) {
      set(sheet, "fo:page-width", "21cm");
      set(sheet, "fo:page-height", "29.7cm");
      set(sheet, "fo:margin-top", "1.6cm");
      set(sheet, "fo:margin-bottom", "1.3cm");
      set(sheet, "fo:margin-left", "2.3cm");
      set(sheet, "fo:margin-right", "2.3cm");
    }
    for (pugi::xml_node style : elements_of(root, "default-style"))
      if (attribute(style, "family") == "paragraph") {
        font(style, "9.5pt");
        pugi::xml_node form = child(style, "text-properties");
        const std::string tag = language_tag(dress_.language);
        set(form, "fo:language", tag.substr(0, 2).c_str());
        set(form, "fo:country", tag.substr(3).c_str());
      }
    for (pugi::xml_node style : elements_of(root, "style")) look(style);
  }

  static void look(pugi::xml_node style) {
    const std::string_view name = attribute(style, "name");
    if (name == "Text_20_body") spacing(style, "0cm", "0.19cm");
    if (name == "First_20_paragraph") spacing(style, "0.19cm", "0.19cm");
    if (name == "Table_20_Contents" || name == "Table_20_Heading")
      spacing(style, "0.02cm", "0.02cm");
    if (name == "Heading") font(style, "9.5pt");
    if (name == "Heading_20_1") font(style, "13.5pt");
    if (name == "Heading_20_2") font(style, "11.5pt");
    if (name == "Heading_20_1" || name == "Heading_20_2") spacing(style, "0.3cm", "0.15cm");
  }

  std::vector<PackedFile> files_;
  const OfficeDress& dress_;
  Diagnostics& diagnostics_;
  std::string first_heading_;
  std::set<std::string, std::less<>> known_styles_;
  bool whole_ = true;
};

/// XML knows no other signs below the blank than line ends, and a field has none.
std::string one_line_of(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  return text;
}

void refuse_house_style(const SourcePtr& file, const Phrase& is, Phrase hint,
                        Diagnostics& diagnostics) {
  diagnostics.error("D0201", {},
                    {"the house style '" + file->name() + "' " + is.en,
                     "de huisstijl '" + file->name() + "' " + is.nl},
                    std::move(hint));
}

}  // namespace

bool is_usable_house_style(const SourcePtr& file, OfficeKind kind, Diagnostics& diagnostics) {
  const bool word = kind == OfficeKind::word;
  const std::string ending = word ? ".docx" : ".odt";
  const Phrase save{"save it as " + ending + " in Word or LibreOffice",
                    "bewaar haar als " + ending + " in Word of LibreOffice"};
  auto archive = ZipArchive::open(file->bytes());
  if (!archive) {
    refuse_house_style(file, {"is no " + ending, "is geen " + ending}, save, diagnostics);
    return false;
  }
  if (archive->encrypted()) {
    refuse_house_style(file, {"needs a password", "vraagt een wachtwoord"},
                       {"save it without a password", "bewaar haar zonder wachtwoord"},
                       diagnostics);
    return false;
  }
  if (office::holds_macros(*archive)) {
    diagnostics.error(
        "D0102", {},
        {"the house style '" + file->name() + "' holds macros",
         "de huisstijl '" + file->name() + "' bevat macro's"},
        {"save it without macros, as " + ending, "bewaar haar zonder macro's, als " + ending});
    return false;
  }
  const std::array<std::string_view, 2> parts =
      word ? std::array<std::string_view, 2>{"word/document.xml", "word/styles.xml"}
           : std::array<std::string_view, 2>{"content.xml", "styles.xml"};
  for (const std::string_view part : parts) {
    auto problem = ZipArchive::Problem::damaged;
    pugi::xml_document ignored;
    const auto bytes = archive->has(part) ? archive->read(part, problem) : std::nullopt;
    if (bytes && ignored.load_buffer(bytes->data(), bytes->size())) continue;
    refuse_house_style(file,
                       archive->has(part) ? Phrase{"is damaged", "is beschadigd"}
                                          : Phrase{"is no " + ending, "is geen " + ending},
                       save, diagnostics);
    return false;
  }
  return true;
}

std::optional<std::string> finished_document(const std::string& made, OfficeKind kind,
                                             const OfficeDress& dress, Diagnostics& diagnostics) {
  auto files = files_in_archive(made);
  std::optional<std::string> finished;
  if (files) {
    OfficeDress plain = dress;
    plain.title = one_line_of(std::move(plain.title));
    for (auto& [name, text] : plain.fields) text = one_line_of(std::move(text));
    Finisher finisher(std::move(*files), plain, diagnostics);
    finished = kind == OfficeKind::word ? finisher.word() : finisher.open_text();
  }
  if (!finished && !diagnostics.has_errors())
    diagnostics.error(
        "D0202", {},
        {"what pandoc made is no whole document", "wat pandoc maakte, is geen heel document"},
        {"look whether 'pandoc --version' says 2.17 or later",
         "kijk of 'pandoc --version' 2.17 of hoger zegt"});
  return finished;
}

}  // namespace pricetalk
