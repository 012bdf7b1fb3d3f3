#include <algorithm>

#include "index/publication/cbs_table.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/flash_watch.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/other_periods.hpp"

/// CBS OData v4 (datasets.cbs.nl/odata/v1/CBS/TABLE): `Observations` is long, one object a figure,
/// in one or more pages. What its codes mean stands in MeasureCodes, PeriodenCodes, Dimensions,
/// Properties and <Dimension>Codes. The status of a figure is that of its period.
namespace pricetalk::publication {

namespace {

constexpr const char* context_v4 = "@odata.context";

bool is_item(const JsonObject& object) { return object.pointer.starts_with("/value/"); }

void read_properties(const JsonObject& object, CbsTable& table) {
  if (object.pointer != "/") return;
  table.title = object.text("Title");
  table.licence =
      object.text("License").find("creativecommons.org/licenses/by/4.0") == std::string_view::npos
          ? std::string(object.text("License"))
          : "CC BY 4.0";
  table.released = Date::parse(std::string(object.text("Modified").substr(0, 10)));
}

/// What a part tells of the codes of its table.
void read_codes_v4(const std::string& part, const JsonObject& object, CbsTable& table,
                   Diagnostics& diagnostics) {
  if (part == "Properties") return read_properties(object, table);
  if (!is_item(object)) return;
  const std::string code(object.text("Identifier"));
  if (part == "MeasureCodes") {
    table.measures[code] = {std::string(object.text("Title")), std::string(object.text("Unit")),
                            cbs_decimals(object.text("Decimals"))};
  } else if (part == "Dimensions") {
    if (object.text("@odata.type").find("TimeDimension") != std::string_view::npos ||
        object.text("Kind") == "TimeDimension")
      table.time = code;
  } else if (part.ends_with("Codes")) {
    const std::string dimension = part.substr(0, part.size() - 5);
    table.labels[dimension + " " + code] = object.text("Title");
    const JsonScalar* status = object.find("Status");
    if (status == nullptr || !table.is_time(dimension)) return;
    if (const auto known = cbs_status(status->text))
      table.periods[code] = *known;
    else
      bad_json_cell(object, *status, "Status",
                    {"a status that CBS uses", "status die het CBS gebruikt"}, diagnostics);
  }
}

/// Puts the observations of one table into series.
class Observations {
 public:
  Observations(const CbsTable& table, Collector& into, Diagnostics& diagnostics)
      : table_(table), into_(into), diagnostics_(diagnostics) {}

  /// False when reading on makes no sense.
  bool read(const JsonObject& object) {
    if (!is_item(object)) {
      next_ = object.text("@odata.nextLink");
      return true;
    }
    ++rows_;
    const bool known_shape = !shape_.empty() && same_shape(object);
    if (!known_shape && !learn_shape(object)) return false;
    const auto value = [&](std::size_t at) -> const JsonScalar& {
      return object.members[at].second;
    };
    CodeTree::Node node = CodeTree::root;
    for (const std::size_t at : dimensions_) node = tree_.step(node, value(at).text);
    const std::size_t group = node;
    node = tree_.step(node, value(measure_).text);
    const KnownPeriod* period = period_of(object, value(period_));
    if (period == nullptr) return problems_ < enough_problems;
    const Slot& slot = slot_of(node, object);
    if (!slot.series) return true;
    PublishedRow row;
    row.period = period->period;
    row.status = period->status;
    row.where = value(value_).where;
    if (value(value_).kind != JsonScalar::Kind::null) {
      row.value = read_number(value(value_).text, DecimalMark::point);
      if (!row.value) {
        bad_json_cell(object, value(value_), "Value", {"a figure", "cijfer"}, diagnostics_);
        return ++problems_ < enough_problems;
      }
    }
    flash_.note(group, slot.unit, row.period, row.value.has_value());
    into_.add(*slot.series, std::move(row));
    return true;
  }
  std::size_t rows() const { return rows_; }
  /// Where the service keeps the following page; empty on the last one.
  std::string take_next() { return std::exchange(next_, {}); }
  void finish() {
    flash_.tell(into_);
    if (!table_.has_periods || unknown_ == 0) return;
    const std::string table = table_.address.table + ": ";
    const std::string count = std::to_string(unknown_);
    into_.remark({table + "the status of " + count +
                      " periods is not in the list of periods (the first is " + first_unknown_ +
                      "); they stand as definitive",
                  table + "de status van " + count +
                      " perioden staat niet in de lijst met perioden (de eerste is " +
                      first_unknown_ + "); ze staan er als definitief"});
  }

 private:
  struct KnownPeriod {
    Period period;
    FigureStatus status = FigureStatus::definitive;
  };
  struct Slot {
    bool seen = false;
    std::optional<std::size_t> series;
    SeriesUnit unit = SeriesUnit::index;
  };

  bool same_shape(const JsonObject& object) const {
    return std::equal(
        object.members.begin(), object.members.end(), shape_.begin(), shape_.end(),
        [](const auto& member, const std::string& name) { return member.first == name; });
  }
  bool learn_shape(const JsonObject& object) {
    std::optional<std::size_t> measure;
    std::optional<std::size_t> period;
    std::optional<std::size_t> value;
    shape_.clear();
    dimensions_.clear();
    for (std::size_t i = 0; i < object.members.size(); ++i) {
      const std::string& name = object.members[i].first;
      shape_.push_back(name);
      if (name == "Measure")
        measure = i;
      else if (name == "Value")
        value = i;
      else if (table_.is_time(name))
        period = i;
      else if (name != "Id" && name != "ValueAttribute" && name != "StringValue" &&
               name.find('@') == std::string::npos)
        dimensions_.push_back(i);
    }
    if (measure && period && value) {
      measure_ = *measure;
      period_ = *period;
      value_ = *value;
      return true;
    }
    const std::string missing = !measure ? "Measure" : !value ? "Value" : "Perioden";
    diagnostics_.error(
        "I0313", object.where,
        {object.pointer + ": no member '" + missing + "'",
         object.pointer + ": het veld '" + missing + "' ontbreekt"},
        {"ask for the observations without $select", "vraag de waarnemingen op zonder $select"});
    return false;
  }
  const KnownPeriod* period_of(const JsonObject& object, const JsonScalar& cell) {
    const auto found = periods_.find(std::string_view(cell.text));
    if (found != periods_.end()) return &found->second;
    const auto period = read_period(cell.text);
    if (!period) {
      if (const auto kind = left_out_period(cell.text)) {
        into_.remark(*kind);
        return nullptr;
      }
      ++problems_;
      bad_json_cell(object, cell, object.members[period_].first, {"a period", "periode"},
                    diagnostics_);
      return nullptr;
    }
    const auto status = table_.periods.find(std::string_view(cell.text));
    if (status == table_.periods.end() && ++unknown_ == 1) first_unknown_ = period->text();
    return &periods_
                .emplace(cell.text, KnownPeriod{*period, status == table_.periods.end()
                                                             ? FigureStatus::definitive
                                                             : status->second})
                .first->second;
  }
  const Slot& slot_of(CodeTree::Node node, const JsonObject& object) {
    if (slots_.size() < tree_.size()) slots_.resize(tree_.size());
    Slot& slot = slots_[node];
    if (slot.seen) return slot;
    slot.seen = true;
    std::vector<std::string> codes;
    std::vector<std::string> labels;
    for (const std::size_t at : dimensions_) {
      codes.push_back(object.members[at].second.text);
      labels.push_back(table_.label(object.members[at].first, codes.back()));
    }
    const auto head = table_.head(codes, labels, object.members[measure_].second.text, into_);
    if (head) {
      slot.series = into_.open(*head);
      slot.unit = head->unit;
    }
    return slot;
  }

  const CbsTable& table_;
  Collector& into_;
  Diagnostics& diagnostics_;
  std::vector<std::string> shape_;
  std::vector<std::size_t> dimensions_;
  std::size_t measure_ = 0;
  std::size_t period_ = 0;
  std::size_t value_ = 0;
  CodeTree tree_;
  std::vector<Slot> slots_;
  ByText<KnownPeriod> periods_;
  std::size_t unknown_ = 0;
  std::string first_unknown_;
  FlashWatch flash_;
  std::string next_;
  std::size_t rows_ = 0;
  std::size_t problems_ = 0;
};

void read_table_v4(const CbsPart& address, const Files& files, Collector& into,
                   Diagnostics& diagnostics) {
  CbsTable table;
  table.address = address;
  Files pages;
  const auto part_of = [](const SourcePtr& file) {
    return cbs_part(file->bytes(), context_v4).part;
  };
  // Which dimension is that of the periods decides how its codes are read.
  for (const bool dimensions : {true, false}) {
    for (const SourcePtr& file : files) {
      const std::string part = part_of(file);
      if ((part == "Dimensions") != dimensions) continue;
      if (part == "Observations") {
        pages.push_back(file);
        continue;
      }
      table.has_measures = table.has_measures || part == "MeasureCodes";
      table.has_periods = table.has_periods || (part.ends_with("Codes") &&
                                                table.is_time(part.substr(0, part.size() - 5)));
      for_each_object(file, diagnostics, [&](const JsonObject& object) {
        read_codes_v4(part, object, table, diagnostics);
        return true;
      });
    }
  }
  if (pages.empty())
    return report_figures_missing(files.front(), address, "Observations", diagnostics);
  Observations observations(table, into, diagnostics);
  if (!read_pages(pages, observations, diagnostics)) return;
  observations.finish();
  table.tell_missing("MeasureCodes", "PeriodenCodes", into);
}

}  // namespace

bool is_cbs_odata_v4(std::string_view bytes) {
  return !cbs_part(bytes, context_v4).table.empty() || is_odata_error(bytes, "error");
}

void read_cbs_odata_v4(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const auto& [address, parts] : by_table(files, context_v4, diagnostics))
    read_table_v4(address, parts, into, diagnostics);
}

}  // namespace pricetalk::publication
