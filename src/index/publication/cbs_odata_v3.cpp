#include <utility>

#include "document/words.hpp"
#include "index/publication/cbs_table.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/flash_watch.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/other_periods.hpp"

/// CBS OData v3 (opendata.cbs.nl/ODataApi/odata/TABLE), built from what its clients tell, without a
/// reply at hand: TypedDataSet and UntypedDataSet are wide, one member a measure (`CPI_1`), codes
/// are padded with blanks, and in UntypedDataSet the figures are too. Titles, units and decimals
/// stand in DataProperties, the status of a period in Perioden (or Periods), other labels in a part
/// with the name of the dimension, title and day in TableInfos.
namespace pricetalk::publication {

using document::all_digits;
using document::trimmed;

namespace {

constexpr const char* context = "odata.metadata";

bool is_data(std::string_view part) { return part == "TypedDataSet" || part == "UntypedDataSet"; }

/// `CPI_1`, `JaarmutatieCPI_5`.
bool is_numbered(std::string_view name) {
  const auto mark = name.rfind('_');
  return mark != std::string_view::npos && all_digits(name.substr(mark + 1));
}

void read_codes(const std::string& part, const JsonObject& object, CbsTable& table,
                Diagnostics& diagnostics) {
  if (!object.pointer.starts_with("/value/")) return;
  const std::string code(trimmed(object.text("Key")));
  if (part == "TableInfos") {
    table.title = object.text("Title");
    table.released = Date::parse(std::string(object.text("Modified").substr(0, 10)));
  } else if (part == "DataProperties") {
    const std::string_view type = object.text("Type");
    if (type == "TimeDimension") {
      table.time = code;
    } else if (type == "Topic") {
      table.has_measures = true;
      table.measures[code] = {std::string(trimmed(object.text("Title"))),
                              std::string(trimmed(object.text("Unit"))),
                              cbs_decimals(object.text("Decimals"))};
    }
  } else if (table.is_time(part)) {
    table.has_periods = true;
    const JsonScalar* status = object.find("Status");
    if (status == nullptr) return;
    if (const auto known = cbs_status(status->text))
      table.periods[code] = *known;
    else
      bad_json_cell(object, *status, "Status",
                    {"a status that CBS uses", "status die het CBS gebruikt"}, diagnostics);
  } else {
    table.labels[part + " " + code] = trimmed(object.text("Title"));
  }
}

/// Puts the rows of a data set into series, one for each measure.
class DataSet {
 public:
  DataSet(const CbsTable& table, Collector& into, Diagnostics& diagnostics)
      : table_(table), into_(into), diagnostics_(diagnostics) {}

  bool read(const JsonObject& object) {
    if (!object.pointer.starts_with("/value/")) {
      next_ = object.text("odata.nextLink");
      return true;
    }
    ++rows_;
    CodeTree::Node node = CodeTree::root;
    const JsonScalar* period_cell = nullptr;
    std::string_view period_name;
    for (const auto& [name, cell] : object.members) {
      if (table_.is_time(name)) {
        period_cell = &cell;
        period_name = name;
      } else if (is_dimension(name, cell)) {
        node = tree_.step(node, trimmed(cell.text));
      }
    }
    if (period_cell == nullptr) {
      diagnostics_.error("I0313", object.where,
                         {object.pointer + ": no period", object.pointer + ": geen periode"},
                         {"ask for the rows without $select", "vraag de rijen op zonder $select"});
      return false;
    }
    const std::string code(trimmed(period_cell->text));
    const auto period = read_period(code);
    if (!period) {
      if (const auto kind = left_out_period(code)) {
        into_.remark(*kind);
        return true;
      }
      bad_json_cell(object, *period_cell, period_name, {"a period", "periode"}, diagnostics_);
      return ++problems_ < enough_problems;
    }
    const auto status = table_.periods.find(code);
    PublishedRow row;
    row.period = *period;
    if (status != table_.periods.end()) row.status = status->second;
    for (const auto& [name, cell] : object.members) {
      if (!is_measure(name)) continue;
      const Slot& slot = slot_of(tree_.step(node, name), name, object);
      if (!slot.series) continue;
      row.where = cell.where;
      row.value.reset();
      if (!value(object, name, cell, row)) continue;
      flash_.note(node, slot.unit, row.period, row.value.has_value());
      into_.add(*slot.series, row);
    }
    return problems_ < enough_problems;
  }
  std::size_t rows() const { return rows_; }
  std::string take_next() { return std::exchange(next_, {}); }
  void finish() { flash_.tell(into_); }

 private:
  struct Slot {
    bool seen = false;
    std::optional<std::size_t> series;
    SeriesUnit unit = SeriesUnit::index;
  };
  bool is_measure(const std::string& name) const {
    return table_.has_measures ? table_.measures.contains(name) : is_numbered(name);
  }
  bool is_dimension(const std::string& name, const JsonScalar& cell) const {
    return name != "ID" && cell.kind == JsonScalar::Kind::text && !is_measure(name) &&
           name.find('.') == std::string::npos;
  }
  bool value(const JsonObject& object, const std::string& name, const JsonScalar& cell,
             PublishedRow& row) {
    const std::string_view text = trimmed(cell.text);
    // Nothing, or the dot that stands for unknown.
    if (cell.kind == JsonScalar::Kind::null || text.empty() || text == ".") return true;
    row.value = read_number(text, DecimalMark::point);
    if (row.value) return true;
    bad_json_cell(object, cell, name, {"a figure", "cijfer"}, diagnostics_);
    ++problems_;
    return false;
  }
  const Slot& slot_of(CodeTree::Node node, const std::string& measure, const JsonObject& object) {
    if (slots_.size() < tree_.size()) slots_.resize(tree_.size());
    Slot& slot = slots_[node];
    if (slot.seen) return slot;
    slot.seen = true;
    std::vector<std::string> codes;
    std::vector<std::string> labels;
    for (const auto& [name, cell] : object.members) {
      if (table_.is_time(name) || !is_dimension(name, cell)) continue;
      codes.emplace_back(trimmed(cell.text));
      labels.push_back(table_.label(name, codes.back()));
    }
    const auto head = table_.head(codes, labels, measure, into_);
    if (head) {
      slot.series = into_.open(*head);
      slot.unit = head->unit;
    }
    return slot;
  }

  const CbsTable& table_;
  Collector& into_;
  Diagnostics& diagnostics_;
  CodeTree tree_;
  std::vector<Slot> slots_;
  FlashWatch flash_;
  std::string next_;
  std::size_t rows_ = 0;
  std::size_t problems_ = 0;
};

void read_table(const CbsPart& address, const Files& files, Collector& into,
                Diagnostics& diagnostics) {
  CbsTable table;
  table.address = address;
  Files pages;
  const auto part_of = [](const SourcePtr& file) { return cbs_part(file->bytes(), context).part; };
  for (const bool properties : {true, false}) {
    for (const SourcePtr& file : files) {
      const std::string part = part_of(file);
      if ((part == "DataProperties") != properties) continue;
      if (is_data(part)) {
        pages.push_back(file);
        continue;
      }
      for_each_object(file, diagnostics, [&](const JsonObject& object) {
        read_codes(part, object, table, diagnostics);
        return true;
      });
    }
  }
  if (pages.empty())
    return report_figures_missing(files.front(), address, "TypedDataSet", diagnostics);
  DataSet data(table, into, diagnostics);
  if (!read_pages(pages, data, diagnostics)) return;
  data.finish();
  table.tell_missing("DataProperties", "Perioden", into);
}

}  // namespace

bool is_cbs_odata_v3(std::string_view bytes) {
  return !cbs_part(bytes, context).table.empty() || is_odata_error(bytes, "odata.error");
}

void read_cbs_odata_v3(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const auto& [address, parts] : by_table(files, context, diagnostics))
    read_table(address, parts, into, diagnostics);
}

}  // namespace pricetalk::publication
