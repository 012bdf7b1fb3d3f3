#include <array>

#include "document/words.hpp"
#include "index/publication/cells.hpp"
#include "index/publication/day_spacing.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/units.hpp"

/// The full table of Statistics Canada (CSV in a ZIP), in English or French: one row a figure, and
/// VECTOR the number of its series. REF_DATE is a month, year or day; a quarter has the name of its
/// first month, which only the distance to the next one shows. UOM holds unit and base. Below it
/// all lies a second file that says what the table is; it holds no figures.
namespace pricetalk::publication {

namespace {

using document::trimmed;

/// Where a column of this name stands, in English or French.
struct StatcanColumns {
  std::optional<std::size_t> date;
  std::optional<std::size_t> geo;
  std::optional<std::size_t> unit;
  std::optional<std::size_t> factor;
  std::optional<std::size_t> vector;
  std::optional<std::size_t> value;
  std::optional<std::size_t> status;
  std::optional<std::size_t> decimals;

  explicit StatcanColumns(const std::vector<std::string>& heading) {
    const auto find = [&](std::string_view en, std::string_view fr) -> std::optional<std::size_t> {
      for (std::size_t i = 0; i < heading.size(); ++i)
        if (heading[i] == en || heading[i] == fr) return i;
      return std::nullopt;
    };
    date = find("REF_DATE", "PÉRIODE DE RÉFÉRENCE");
    geo = find("GEO", "GÉO");
    unit = find("UOM", "UNITÉ DE MESURE");
    factor = find("SCALAR_FACTOR", "FACTEUR SCALAIRE");
    vector = find("VECTOR", "VECTEUR");
    value = find("VALUE", "VALEUR");
    status = find("STATUS", "STATUT");
    decimals = find("DECIMALS", "DÉCIMALES");
  }
  bool complete() const { return date && unit && vector && value; }
};

std::vector<std::string> statcan_heading(std::string_view bytes) {
  const auto lines = first_lines(bytes.substr(0, 8192), 1);
  return lines.empty() ? std::vector<std::string>()
                       : heading_cells(lines[0], separator_of(lines[0]));
}

class StatcanReader {
 public:
  StatcanReader(const std::vector<std::string>& heading, Collector& into, Diagnostics& diagnostics)
      : columns_(heading), names_(heading), into_(into), diagnostics_(diagnostics) {}

  void read(const csv::Row& row) {
    if (!has_its_cells(row, names_.size(), diagnostics_)) return;
    const std::string& vector = row.fields[*columns_.vector].text;
    if (vector != last_vector_) {
      last_vector_ = vector;
      last_ = &known_.try_emplace(vector).first->second;
      if (!last_->seen) open(row, *last_);
    }
    if (!last_->series) return;
    PublishedRow made;
    if (period(row.fields[*columns_.date], made) && status(row, made) &&
        value(row.fields[*columns_.value], made))
      last_->rows.push_back(std::move(made));
  }

  /// Months and quarters look alike until all of them are there.
  void finish() {
    for (auto& [vector, each] : known_) {
      if (!each.series) continue;
      std::vector<Date> days;
      bool months = true;
      for (const PublishedRow& row : each.rows) {
        days.push_back(row.period.first_day());
        months = months && row.period.unit() == Unit::month;
      }
      const bool quarters = months && unit_of_days(days) == Unit::quarter;
      ColumnSeries series(*each.series, 0);
      for (PublishedRow& row : each.rows) {
        if (quarters) row.period = Period::containing(row.period.first_day(), Unit::quarter);
        series.add(std::move(row), into_);
      }
    }
  }

 private:
  struct Known {
    bool seen = false;
    std::optional<std::size_t> series;
    std::vector<PublishedRow> rows;
  };

  void open(const csv::Row& row, Known& known) {
    known.seen = true;
    Head head;
    head.publisher = "Statistics Canada";
    head.table = row.fields[*columns_.vector].text;
    head.loses_zeros = true;
    head.states_status = columns_.status.has_value();
    // What tells the series apart stands between the place and the unit.
    for (std::size_t i = columns_.geo.value_or(1); i < *columns_.unit; ++i) {
      if (names_[i] == "DGUID") continue;
      head.title += (head.title.empty() ? "" : ", ") + row.fields[i].text;
    }
    if (columns_.decimals)
      if (const std::string& digits = row.fields[*columns_.decimals].text;
          digits.size() == 1 && document::is_digit(digits[0]))
        head.decimals = digits[0] - '0';
    const std::string& unit = row.fields[*columns_.unit].text;
    const std::string factor =
        columns_.factor ? document::lower(trimmed(row.fields[*columns_.factor].text)) : "";
    const bool whole = factor.empty() || factor == "units" || factor == "unités";
    if (whole && take_unit(unit, head))
      known.series = into_.open(head);
    else
      into_.remark(
          left_out("Statistics Canada " + head.table, unit + (whole ? "" : " x " + factor)));
  }
  bool period(const csv::Field& cell, PublishedRow& made) {
    if (const auto found = read_period(cell.text)) {
      made.period = *found;
      return true;
    }
    not_a_period(
        cell,
        {"Statistics Canada writes 2025-07 or 2025", "Statistics Canada schrijft 2025-07 of 2025"},
        diagnostics_);
    return false;
  }
  bool status(const csv::Row& row, PublishedRow& made) {
    missing_ = false;
    if (!columns_.status) return true;
    const std::string& text = row.fields[*columns_.status].text;
    if (text == "p") made.status = FigureStatus::provisional;
    if (text == "r") made.status = FigureStatus::revised;
    static constexpr std::array<std::string_view, 5> without{"..", "...", "x", "F", "<LOD"};
    for (const std::string_view each : without) missing_ = missing_ || text == each;
    static constexpr std::array<std::string_view, 10> with{"",  "A", "B", "C",  "D",
                                                           "E", "p", "r", "0s", "t"};
    for (const std::string_view each : with)
      if (text == each) return true;
    if (!missing_)
      not_a_status(
          row.fields[*columns_.status],
          {"Statistics Canada uses p (preliminary), r (revised), A to F, x and ..",
           "Statistics Canada gebruikt p (voorlopig), r (herzien), A tot en met F, x en .."},
          diagnostics_);
    return missing_;
  }
  bool value(const csv::Field& cell, PublishedRow& made) {
    made.where = cell.where;
    if (missing_ || cell.text.empty()) return true;
    made.value = ungrouped(cell.text);
    if (made.value) return true;
    not_a_figure(cell,
                 {"Statistics Canada writes 131.2, or nothing",
                  "Statistics Canada schrijft 131.2, of niets"},
                 diagnostics_);
    return false;
  }

  StatcanColumns columns_;
  std::vector<std::string> names_;
  Collector& into_;
  Diagnostics& diagnostics_;
  std::map<std::string, Known> known_;
  std::string last_vector_;
  Known* last_ = nullptr;
  bool missing_ = false;
};

}  // namespace

bool is_statcan_csv(std::string_view bytes) {
  return StatcanColumns(statcan_heading(bytes)).complete();
}

void read_statcan_csv(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    StatcanReader reader(statcan_heading(file->bytes()), into, diagnostics);
    bool headed = false;
    each_row(*file, diagnostics, [&](const csv::Row& row) {
      if (headed) reader.read(row);
      headed = true;
    });
    reader.finish();
  }
}

}  // namespace pricetalk::publication
