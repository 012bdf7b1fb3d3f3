#include "document/words.hpp"
#include "index/publication/cells.hpp"
#include "index/publication/destatis.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/units.hpp"

/// The flat file of GENESIS-Online until 2025: German headings, a row for each month, and a column
/// for each measure, whose heading holds code, name and unit:
/// `PREIS1__Verbraucherpreisindex__2020=100`. The month stands in a variable of its own
/// (`2_Auspraegung_Code` MONAT07), the year in `Zeit`.
namespace pricetalk::publication {

namespace {

constexpr std::string_view between = "__";

struct OldMeasure {
  std::size_t column = 0;
  std::string code;
  std::string name;
  std::string unit;
};

/// `PREIS1__Verbraucherpreisindex__2020=100` taken apart.
std::optional<OldMeasure> old_measure(const std::string& heading, std::size_t column) {
  const auto first = heading.find(between);
  const auto last = heading.rfind(between);
  if (first == std::string::npos || last == first) return std::nullopt;
  return OldMeasure{column, heading.substr(0, first),
                    heading.substr(first + between.size(), last - first - between.size()),
                    heading.substr(last + between.size())};
}

class OldFlatReader {
 public:
  OldFlatReader(const csv::Row& heading, Collector& into, Diagnostics& diagnostics)
      : width_(heading.fields.size()), into_(into), diagnostics_(diagnostics) {
    statistic_ = column_of(heading, "Statistik_Code");
    label_ = column_of(heading, "Statistik_Label");
    time_ = column_of(heading, "Zeit");
    if (!statistic_ || !time_)
      no_column(heading.where, !time_ ? "Zeit" : "Statistik_Code", diagnostics_);
    for (int i = 1;; ++i) {
      const auto code = column_of(heading, std::to_string(i) + "_Auspraegung_Code");
      if (!code) break;
      variables_.push_back(*code);
    }
    for (std::size_t i = 0; i < width_; ++i)
      if (const auto measure = old_measure(heading.fields[i].text, i))
        measures_.push_back(*measure);
    if (measures_.empty()) no_column(heading.where, "PREIS1__…__2020=100", diagnostics_);
  }
  bool usable() const { return statistic_ && time_ && !measures_.empty(); }

  void read(const csv::Row& row) {
    if (!has_its_cells(row, width_, diagnostics_)) return;
    std::string text = row.fields[*time_].text;
    const csv::Field* place = &row.fields[*time_];
    std::string further;
    for (const std::size_t each : variables_) {
      const std::string& code = row.fields[each].text;
      const bool month = code.starts_with("MONAT") && code.size() == 7;
      const bool quarter = code.starts_with("QUARTG") && code.size() == 7;
      if (month || quarter) {
        text += (month ? "M" : "Q") + code.substr(month ? 5 : 6);
        place = &row.fields[each];
      } else if (code != "DG" && !code.empty()) {
        further += " " + code;
      }
    }
    const auto period = read_period(text);
    if (!period)
      return not_a_period(
          *place,
          {"Destatis writes the year in 'Zeit' and MONAT05 or QUARTG2 in a variable",
           "Destatis zet het jaar in 'Zeit' en MONAT05 of QUARTG2 in een variabele"},
          diagnostics_);
    for (const OldMeasure& each : measures_) figure(row, each, *period, further);
  }

 private:
  void figure(const csv::Row& row, const OldMeasure& measure, const Period& period,
              const std::string& further) {
    const std::string& statistic = row.fields[*statistic_].text;
    Head head;
    head.publisher = "Destatis";
    head.states_status = false;
    const bool known = statistic == "61111" && measure.code == "PREIS1" && further.empty() &&
                       period.unit() != Unit::quarter;
    head.table = known ? (period.unit() == Unit::month ? "61111-0002" : "61111-0001")
                       : statistic + " " + measure.code + further;
    head.title = measure.name + (label_ ? ", " + row.fields[*label_].text : "");
    if (!take_unit(measure.unit, head))
      return into_.remark(left_out("Destatis " + statistic + ", " + measure.name, measure.unit));
    PublishedRow made;
    made.period = period;
    if (read_destatis_figure(row.fields[measure.column], nullptr, DecimalMark::comma, head.unit,
                             made, into_, diagnostics_))
      into_.add(into_.open(head), std::move(made));
  }

  std::size_t width_;
  Collector& into_;
  Diagnostics& diagnostics_;
  std::optional<std::size_t> statistic_;
  std::optional<std::size_t> label_;
  std::optional<std::size_t> time_;
  std::vector<std::size_t> variables_;
  std::vector<OldMeasure> measures_;
};

}  // namespace

bool is_destatis_flat_old(std::string_view bytes) {
  const auto lines = first_lines(bytes.substr(0, 8192), 1);
  return !lines.empty() && lines[0].starts_with("Statistik_Code;") &&
         lines[0].find(";Zeit;") != std::string_view::npos;
}

void read_destatis_flat_old(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    std::optional<OldFlatReader> reader;
    each_row(*file, diagnostics, [&](const csv::Row& row) {
      if (!reader)
        reader.emplace(row, into, diagnostics);
      else if (reader->usable())
        reader->read(row);
    });
  }
}

}  // namespace pricetalk::publication
