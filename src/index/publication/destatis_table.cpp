#include "document/words.hpp"
#include "index/publication/destatis.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/flash_watch.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/typed_period.hpp"
#include "index/publication/units.hpp"

/// Destatis GENESIS-Online, download of a table as CSV: heading lines, the last two of which hold
/// the measures and their units; then a year and a month (the year only on its first row), and for
/// every measure a figure and a column for its quality. Below: `__________`, the copyright, and
/// `Stand: 22.11.2024 / 06:58:59`. In English the months are July to December, and the decimal sign
/// is a point.
namespace pricetalk::publication {

using document::trimmed;

bool read_destatis_figure(const csv::Field& value, const csv::Field* quality, DecimalMark mark,
                          SeriesUnit unit, PublishedRow& row, Collector& into,
                          Diagnostics& diagnostics) {
  const std::string& text = value.text;
  row.where = value.where;
  if (text == "...") return false;
  if (text == "-") {
    if (unit == SeriesUnit::percent) row.value = Decimal(0, 0);
  } else if (text != "." && text != "/" && text != "x" && !text.empty()) {
    const auto figure = read_cell(text);
    if (figure) into.put_figure(*figure, mark, row);
    if (!figure) {
      not_a_figure(
          value,
          {"Destatis writes 119,4 (in English 119.4); - for zero; ... for not there yet; . "
           "for unknown",
           "Destatis schrijft 119,4 (in het Engels 119.4); - voor nul; ... voor nog niet "
           "bekend; . voor onbekend"},
          diagnostics);
      return false;
    }
  }
  if (quality == nullptr || quality->text.empty() || quality->text == "e") return true;
  if (quality->text == "p") row.status = FigureStatus::provisional;
  if (quality->text == "s") row.status = FigureStatus::estimate;
  if (quality->text == "r") row.status = FigureStatus::revised;
  if (row.status != FigureStatus::definitive) return true;
  not_a_status(*quality,
               {"Destatis uses e (final), p (provisional), s (estimated) and r (revised)",
                "Destatis gebruikt e (definitief), p (voorlopig), s (geschat) en r (herzien)"},
               diagnostics);
  return false;
}

namespace {

/// The number behind `Tabelle: `, or nothing.
std::string_view table_number(std::string_view line) {
  for (const std::string_view word : {"Tabelle:", "Table:"})
    if (line.starts_with(word)) {
      line = line.substr(word.size());
      return trimmed(line.substr(0, line.find(';')));
    }
  return {};
}

/// English tables are called `Table`, and have a decimal point.
bool is_english(std::string_view bytes) {
  const auto lines = first_lines(bytes, 1);
  return !lines.empty() && lines.front().starts_with("Table:");
}

/// The day of the download, which stands below the figures.
std::optional<Date> stated_day(std::string_view bytes) {
  const auto at = bytes.rfind("\nStand:");
  if (at == std::string_view::npos) return std::nullopt;
  return day_month_year(trimmed(bytes.substr(at + 7)).substr(0, 10));
}

struct Measure {
  std::size_t series = 0;
  SeriesUnit unit = SeriesUnit::index;
  std::size_t value = 0;  ///< column
  std::optional<std::size_t> quality;
};

bool is_year(std::string_view text) { return text.size() == 4 && document::all_digits(text); }

class TableReader {
 public:
  TableReader(const SourceText& source, Collector& into, Diagnostics& diagnostics)
      : into_(into),
        diagnostics_(diagnostics),
        released_(stated_day(source.bytes())),
        mark_(is_english(source.bytes()) ? DecimalMark::point : DecimalMark::comma) {}

  /// False below the table.
  bool read(const csv::Row& row) {
    if (row.fields[0].text.starts_with("__")) return false;
    if (!opened_ && !is_year(row.fields[0].text)) {
      heads_.push_back(row);
      return true;
    }
    if (!opened_) open(row);
    if (!measures_.empty()) figures(row);
    return true;
  }

  void finish() { flash_.tell(into_); }

 private:
  void open(const csv::Row& first) {
    opened_ = true;
    if (heads_.size() < 3) return no_column(first.where, "2020=100", diagnostics_);
    const csv::Row& units = heads_.back();
    const csv::Row& names = heads_[heads_.size() - 2];
    width_ = units.fields.size();
    while (labels_ < width_ && units.fields[labels_].text.empty()) ++labels_;
    if (labels_ == 0 || labels_ > 2 || labels_ == width_ || names.fields.size() != width_)
      return no_column(units.where, "2020=100", diagnostics_);
    for (std::size_t i = labels_; i < width_; ++i) {
      // The column without a name of its own holds the quality of the one before it.
      if (names.fields[i].text.empty()) {
        if (!measures_.empty() && measures_.back().value + 1 == i) measures_.back().quality = i;
        continue;
      }
      measure(names.fields[i].text, units.fields[i].text, i);
    }
  }

  void measure(const std::string& name, const std::string& unit, std::size_t column) {
    const std::string number(table_number(heads_.front().fields[0].text));
    const std::string title = heads_.size() > 3 ? heads_[1].fields[0].text : name;
    Head head;
    head.publisher = "Destatis";
    head.released = released_;
    head.base = base_in(unit);
    if (!head.base.empty()) {
      head.table = indices_++ == 0 ? number : number + " " + name;
      head.title = title;
    } else if (unit.find('%') != std::string::npos) {
      head.unit = SeriesUnit::percent;
      head.table = number + " " + name;
      head.title = name + " (" + title + ")";
    } else {
      into_.remark(left_out("Destatis " + number + ", " + name, unit));
      return;
    }
    measures_.push_back({into_.open(head), head.unit, column, std::nullopt});
  }

  void figures(const csv::Row& row) {
    if (!has_its_cells(row, width_, diagnostics_)) return;
    if (!row.fields[0].text.empty()) year_ = row.fields[0].text;
    const csv::Field& label = row.fields[labels_ - 1];
    const auto period = typed_period(labels_ == 1 ? label.text : year_ + " " + label.text);
    if (!period || !is_year(year_))
      return not_a_period(label,
                          {"Destatis writes a year, and Januar to Dezember or 1. Quartal",
                           "Destatis schrijft een jaar, en Januar tot en met Dezember of 1. "
                           "Quartal"},
                          diagnostics_);
    for (const Measure& each : measures_) {
      PublishedRow made;
      made.period = *period;
      const csv::Field* quality = each.quality ? &row.fields[*each.quality] : nullptr;
      const bool listed = read_destatis_figure(row.fields[each.value], quality, mark_, each.unit,
                                               made, into_, diagnostics_);
      flash_.note(0, each.unit, made.period, made.value.has_value());
      if (listed) into_.add(each.series, std::move(made));
    }
  }

  Collector& into_;
  Diagnostics& diagnostics_;
  std::optional<Date> released_;
  DecimalMark mark_;
  FlashWatch flash_;
  std::vector<csv::Row> heads_;
  std::vector<Measure> measures_;
  std::size_t labels_ = 0;  ///< columns before the first figure: year, or year and month
  std::size_t width_ = 0;
  int indices_ = 0;
  std::string year_;
  bool opened_ = false;
};

}  // namespace

bool is_destatis_table(std::string_view bytes) {
  const auto lines = first_lines(bytes, 1);
  if (lines.empty()) return false;
  const std::string_view number = table_number(lines.front());
  return number.size() >= 10 && document::all_digits(number.substr(0, 5)) && number[5] == '-';
}

void read_destatis_table(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    csv::RowReader rows(*file, {';', "I0305"}, diagnostics);
    TableReader reader(*file, into, diagnostics);
    const std::size_t before = diagnostics.list().size();
    bool whole = false;
    for (csv::Row row; rows.next(row) && !whole;) {
      whole = !reader.read(row);
      if (diagnostics.list().size() >= before + enough_problems) return;
    }
    reader.finish();
    const auto size = static_cast<std::uint32_t>(file->bytes().size());
    if (!whole && diagnostics.list().size() == before)
      diagnostics.warning("I0305", {file.get(), size, size},
                          {"the table has no end: the line __________ and the day are missing",
                           "de tabel heeft geen slot: de regel __________ en de dag ontbreken"},
                          {"rows may be missing; download the table again",
                           "er ontbreken misschien rijen; download de tabel opnieuw"});
  }
}

}  // namespace pricetalk::publication
