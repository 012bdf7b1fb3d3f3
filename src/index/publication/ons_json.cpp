#include "document/words.hpp"
#include "index/publication/cbs_table.hpp"
#include "index/publication/cells.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/json_objects.hpp"
#include "index/publication/ons.hpp"
#include "index/publication/units.hpp"

/// A time series of the ONS as JSON (`…/timeseries/d7bt/mm23/data`): lists `years`, `quarters` and
/// `months` of `{"date":"2026 AUG","value":"142.1"}`, and a `description` with title, CDID, unit
/// and day. Nothing says whether a figure is provisional.
namespace pricetalk::publication {

namespace {

class OnsSeriesReader {
 public:
  OnsSeriesReader(Collector& into, Diagnostics& diagnostics)
      : into_(into), diagnostics_(diagnostics) {}

  bool read(const JsonObject& object) {
    if (object.pointer == "/description") describe(object);
    for (const char* list : {"/years/", "/quarters/", "/months/"})
      if (object.pointer.starts_with(list) && object.find("value") != nullptr) figure(object);
    return problems_ < enough_problems;
  }

  void finish(const SourcePtr& file) {
    if (cdid_.empty()) return no_column({file.get(), 0, 0}, "cdid", diagnostics_);
    Head head;
    head.publisher = "ONS";
    head.table = dataset_ + (dataset_.empty() ? "" : " ") + cdid_;
    head.title = title_;
    head.released = released_;
    head.states_status = false;
    if (!take_ons_unit(title_, unit_, head)) return into_.remark(left_out("ONS " + cdid_, unit_));
    ColumnSeries series(into_.open(head), 0);
    for (PublishedRow& row : rows_) series.add(std::move(row), into_);
  }

 private:
  void describe(const JsonObject& object) {
    title_ = object.text("title");
    cdid_ = object.text("cdid");
    dataset_ = object.text("datasetId");
    unit_ = object.text("unit");
    released_ = Date::parse(std::string(object.text("releaseDate").substr(0, 10)));
  }
  void figure(const JsonObject& object) {
    const JsonScalar& value = *object.find("value");
    const JsonScalar* date = object.find("date");
    const auto period = date == nullptr ? std::nullopt : read_period(date->text);
    if (!period) {
      ++problems_;
      const JsonScalar none{JsonScalar::Kind::null, "", object.where};
      return bad_json_cell(object, date == nullptr ? none : *date, "date", {"a period", "periode"},
                           diagnostics_);
    }
    PublishedRow made{*period, read_number(value.text, DecimalMark::point),
                      FigureStatus::definitive, std::nullopt, value.where};
    if (made.value || value.text.empty()) {
      rows_.push_back(std::move(made));
    } else {
      ++problems_;
      bad_json_cell(object, value, "value", {"a figure", "cijfer"}, diagnostics_);
    }
  }

  Collector& into_;
  Diagnostics& diagnostics_;
  std::vector<PublishedRow> rows_;
  std::string title_;
  std::string cdid_;
  std::string dataset_;
  std::string unit_;
  std::optional<Date> released_;
  std::size_t problems_ = 0;
};

}  // namespace

bool is_ons_json(std::string_view bytes) {
  const std::string_view start = document::trimmed(bytes.substr(0, 8192));
  const auto holds = [&](std::string_view word) {
    return start.find(word) != std::string_view::npos;
  };
  return start.starts_with('{') && ((holds("\"sourceDataset\"") && holds("\"updateDate\"")) ||
                                    (holds("\"cdid\"") && holds("\"datasetId\"")));
}

void read_ons_json(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    OnsSeriesReader reader(into, diagnostics);
    const std::size_t before = diagnostics.list().size();
    const bool whole = for_each_object(
        file, diagnostics, [&](const JsonObject& object) { return reader.read(object); });
    if (whole && diagnostics.list().size() == before) reader.finish(file);
  }
}

}  // namespace pricetalk::publication
