#include <algorithm>
#include <array>
#include <pugixml.hpp>

#include "diagnostic/utf8.hpp"
#include "document/words.hpp"
#include "index/publication/cells.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/sdmx_codes.hpp"
#include "index/publication/sdmx_head.hpp"
#include "index/publication/xml_reading.hpp"

/// SDMX-ML 2.1: generic data (INSEE until some years ago, Eurostat), and structure-specific data as
/// INSEE sends it now. The second is built from its description only: replies quoted in the tests
/// of programs that read them, `<Series IDBANK="001515333" …><Obs TIME_PERIOD="2026-Q2"
/// OBS_VALUE="148.37" OBS_STATUS="A" OBS_QUAL="DEF" DATE_JO="2026-07-12"/>`. Observations stand
/// newest first. OBS_STATUS is A normal, P provisional, E estimated, M and `na` without a figure;
/// OBS_QUAL adds P provisional and R revised; DATE_JO is the day in the Journal officiel.
namespace pricetalk::publication {

namespace {

/// `<generic:Value id="…" value="…"/>` for each of its children.
std::vector<std::pair<std::string, std::string>> values(const pugi::xml_node& node) {
  std::vector<std::pair<std::string, std::string>> made;
  for (const pugi::xml_node& each : node.children())
    if (local_name(each) == "Value")
      made.emplace_back(each.attribute("id").value(), each.attribute("value").value());
  return made;
}

/// In structure-specific data key and attributes stand together; only the data structure, which is
/// another file, tells them apart. What describes the figures is known by name, the rest is the
/// key.
void split_attributes(const pugi::xml_node& node, SdmxKey& into) {
  static constexpr std::array<std::string_view, 9> describing{
      "TITLE_FR", "TITLE_EN",    "TITLE",       "DECIMALS",        "UNIT_MULT",
      "BASE_PER", "LAST_UPDATE", "TIME_FORMAT", "TIME_PER_COLLECT"};
  for (const pugi::xml_attribute& each : node.attributes()) {
    const std::string_view name = each.name();
    if (name.find(':') != std::string_view::npos) continue;
    const bool describes =
        std::find(describing.begin(), describing.end(), name) != describing.end();
    (describes ? into.attributes : into.key).emplace_back(name, each.value());
  }
}

/// Where an attribute of a node stands, or the node when it has none of that name.
csv::Field attribute_cell(const SourceText& source, const pugi::xml_node& node, const char* name) {
  csv::Field made{node.attribute(name).value(), {}};
  const std::string_view bytes = source.bytes();
  const auto from = static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
  const std::size_t end = std::min(bytes.find('>', from), bytes.size());
  const auto at = bytes.substr(from, end - from).find(" " + std::string(name) + "=");
  std::size_t begin = from;
  std::size_t stop = end;
  if (at != std::string_view::npos) {
    begin = from + at + std::string_view(name).size() + 3;
    stop = std::min(bytes.find(bytes[begin - 1], begin), end);
  }
  made.where = {&source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(stop)};
  return made;
}

struct Observation {
  csv::Field period;
  csv::Field value;
  csv::Field status;
  std::string quality;
  std::string journal;  ///< DATE_JO
};

class MessageReader {
 public:
  MessageReader(const SourceText& source, Collector& into, Diagnostics& diagnostics)
      : source_(source), into_(into), diagnostics_(diagnostics) {}

  void read(const pugi::xml_node& root) {
    const pugi::xml_node header = child(root, "Header");
    sender_ = child(header, "Sender").attribute("id").value();
    for (const pugi::xml_node& set : root.children()) {
      if (local_name(set) != "DataSet") continue;
      data_set_ = child(header, "DataSetID").child_value();
      for (const char* name : {"structureRef", "ss:structureRef"})
        if (data_set_.empty()) data_set_ = set.attribute(name).value();
      for (const pugi::xml_node& each : set.children())
        if (local_name(each) == "Series") series(each);
    }
    tell_messages(child(root, "Footer"));
  }

 private:
  void series(const pugi::xml_node& node) {
    SdmxKey read;
    read.key = values(child(node, "SeriesKey"));
    read.attributes = values(child(node, "Attributes"));
    const bool generic = !read.key.empty();
    if (!generic) split_attributes(node, read);
    if (sender_.empty() && !read.find("IDBANK").empty()) sender_ = "FR1";
    Head head;
    if (!sdmx_head(read, sender_, data_set_, head, into_)) return;
    const std::size_t opened = into_.open(head);
    const std::size_t before = diagnostics_.list().size();
    for (const pugi::xml_node& each : node.children()) {
      if (local_name(each) != "Obs") continue;
      if (diagnostics_.list().size() >= before + enough_problems) return;
      observation(generic ? generic_one(each) : specific_one(each), opened);
    }
  }

  Observation generic_one(const pugi::xml_node& node) const {
    Observation made;
    made.period = attribute_cell(source_, child(node, "ObsDimension"), "value");
    made.value = attribute_cell(source_, child(node, "ObsValue"), "value");
    for (const pugi::xml_node& each : child(node, "Attributes").children()) {
      const std::string_view id = each.attribute("id").value();
      if (id == "OBS_STATUS") made.status = attribute_cell(source_, each, "value");
      if (id == "OBS_QUAL") made.quality = each.attribute("value").value();
      if (id == "DATE_JO") made.journal = each.attribute("value").value();
    }
    return made;
  }

  Observation specific_one(const pugi::xml_node& node) const {
    return {attribute_cell(source_, node, "TIME_PERIOD"),
            attribute_cell(source_, node, "OBS_VALUE"), attribute_cell(source_, node, "OBS_STATUS"),
            node.attribute("OBS_QUAL").value(), node.attribute("DATE_JO").value()};
  }

  void observation(const Observation& read, std::size_t series) {
    PublishedRow made;
    made.where = read.value.where;
    if (is_half_year(read.period.text)) return into_.remark(half_years_left_out());
    const auto period = read_period(read.period.text);
    if (!period)
      return not_a_period(
          read.period,
          {"SDMX writes 2025-07, 2025-Q3 or 2025", "SDMX schrijft 2025-07, 2025-Q3 of 2025"},
          diagnostics_);
    made.period = *period;
    if (!status(read, made)) return;
    const std::string& text = read.value.text;
    if (!missing_ && !text.empty() && text != "." && text != "NaN") {
      const auto figure = read_cell(text);
      // A point has decimals here, whoever wrote the file; a comma was put in by a program since.
      if (figure) into_.put_figure(*figure, DecimalMark::point, made);
      if (!figure)
        return not_a_figure(read.value,
                            {"SDMX writes 105.61, and NaN when there is no figure",
                             "SDMX schrijft 105.61, en NaN als er geen cijfer is"},
                            diagnostics_);
    }
    if (!read.journal.empty()) made.published = Date::parse(read.journal);
    into_.add(series, std::move(made));
  }

  bool status(const Observation& read, PublishedRow& made) {
    const auto flags =
        sender_ == "FR1" ? insee_flags(read.status.text) : sdmx_flags(read.status.text);
    if (!flags) {
      not_a_status(
          read.status,
          {"SDMX uses A (normal), P (provisional), E (estimated), R (revised), M (missing)",
           "SDMX gebruikt A (normaal), P (voorlopig), E (raming), R (herzien), M (ontbreekt)"},
          diagnostics_);
      return false;
    }
    missing_ = flags->missing;
    made.status = flags->status;
    if (read.quality == "P" || read.quality == "SD") made.status = FigureStatus::provisional;
    if (read.quality == "R") made.status = FigureStatus::revised;
    return true;
  }

  void tell_messages(const pugi::xml_node& footer) {
    for (const pugi::xml_node& message : footer.children())
      for (const pugi::xml_node& text : message.children())
        if (local_name(text) == "Text") into_.remark(same(text.child_value()));
  }

  const SourceText& source_;
  Collector& into_;
  Diagnostics& diagnostics_;
  std::string sender_;
  std::string data_set_;
  bool missing_ = false;
};

/// A document type or entities (I0308). Both stand before the root, and nothing is parsed of a file
/// that has them.
bool has_document_type(const SourceText& source, Diagnostics& diagnostics) {
  for (const std::string_view word : {"<!DOCTYPE", "<!ENTITY"}) {
    const auto at = source.bytes().find(word);
    if (at == std::string_view::npos) continue;
    const auto begin = static_cast<std::uint32_t>(at);
    diagnostics.error("I0308", {&source, begin, begin + static_cast<std::uint32_t>(word.size())},
                      {"this XML has a document type or entities, which no publisher writes",
                       "deze XML heeft een documenttype of entiteiten; geen uitgever schrijft die"},
                      {"download the file from the publisher itself",
                       "download het bestand bij de uitgever zelf"});
    return true;
  }
  return false;
}

/// `<message:ErrorMessage code="100"><common:Text>No results found</common:Text>` as one line.
std::string error_text(const pugi::xml_node& root) {
  std::string all;
  for (const pugi::xml_node& message : root.children()) {
    const std::string_view code = message.attribute("code").value();
    if (!code.empty()) all += (all.empty() ? "" : "; ") + std::string(code);
    for (const pugi::xml_node& text : message.children())
      if (local_name(text) == "Text")
        all += (all.empty() ? "" : ", ") + std::string(text.child_value());
  }
  return all;
}

void read_one(const SourceText& source, Collector& into, Diagnostics& diagnostics) {
  if (has_document_type(source, diagnostics)) return;
  pugi::xml_document document;
  if (!read_xml(source, document, "I0305",
                {"download the file again, whole", "download het bestand opnieuw, volledig"},
                diagnostics))
    return;
  const pugi::xml_node root = document.document_element();
  const std::string_view name = local_name(root);
  const Span where = attribute_cell(source, root, "").where;
  if (name == "GenericData" || name == "StructureSpecificData") {
    MessageReader(source, into, diagnostics).read(root);
  } else if (name == "Error") {
    const std::string text = error_text(root);
    diagnostics.error("I0310", where,
                      {"the publisher answered with a message: " + text,
                       "de uitgever antwoordde met een melding: " + text},
                      {"check the series and the periods that were asked for",
                       "controleer de gevraagde reeks en perioden"});
  } else {
    diagnostics.error(
        "I0301", where,
        {"XML, but not SDMX-ML data: " + std::string(name),
         "XML, maar geen SDMX-ML-gegevens: " + std::string(name)},
        {"ask for SDMX-ML generic data, or for CSV", "vraag SDMX-ML (generic data) of CSV op"});
  }
}

}  // namespace

bool is_sdmx_ml(std::string_view bytes) {
  const std::string_view start = document::trimmed(bytes.substr(0, 4096));
  return start.starts_with("<?xml") || start.starts_with("<!DOCTYPE") ||
         (start.starts_with('<') && start.find("Data") != std::string_view::npos);
}

void read_sdmx_ml(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) read_one(*file, into, diagnostics);
}

}  // namespace pricetalk::publication
