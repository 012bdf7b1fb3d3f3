#include <algorithm>
#include <array>

#include "document/csv.hpp"
#include "document/dictionary.hpp"
#include "document/words.hpp"
#include "index/figures_dictionary.hpp"
#include "index/publication/cells.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/other_periods.hpp"
#include "index/publication/plain_layout.hpp"
#include "index/publication/typed_period.hpp"
#include "pricetalk/index/figures.hpp"

namespace pricetalk::publication {

namespace {

using document::lower;
using document::trimmed;

/// The words of the figures file, and their Dutch ones.
std::optional<FigureStatus> status_of(const std::string& text) {
  const std::string word = lower(trimmed(text));
  if (word.empty()) return FigureStatus::definitive;
  for (const auto& [known, status] : Dictionary<FigureStatus>::words)
    if (word == known || word == words(status).nl) return status;
  return std::nullopt;
}

/// What people and programs write where there is no figure.
bool stands_for_nothing(std::string_view text) {
  static constexpr std::array<std::string_view, 22> known{
      "",     ".",   "..",  "...",  "\xE2\x80\xA6", ":",    "-",   "\xE2\x80\x93", "\xE2\x80\x94",
      "x",    "na",  "n/a", "n.a.", "#n/a",         "#n/b", "n/b", "n.b.",         "n.v.t.",
      "null", "nvt", "nan", "#n/v"};
  return std::find(known.begin(), known.end(), lower(text)) != known.end();
}

/// A star, a letter or a word in brackets behind a figure or a period: `101,55*`, `101,55 p`,
/// `101,55 (voorlopig)`. Without any of them all of it is the label.
StarredLabel split_mark(const std::string& text) {
  const StarredLabel starred = split_stars(text);
  std::string_view rest = starred.label;
  std::string mark;
  if (const auto open = rest.rfind('('); rest.ends_with(')') && open != std::string_view::npos) {
    mark = rest.substr(open + 1, rest.size() - open - 2);
    rest = rest.substr(0, open);
  } else if (rest.size() > 1 && document::is_letter(rest.back())) {
    mark = rest.substr(rest.size() - 1);
    rest.remove_suffix(1);
    if (!document::is_digit(trimmed(rest).empty() ? ' ' : trimmed(rest).back())) return starred;
  }
  if (mark.empty()) return starred;
  const std::string word = lower(mark);
  const auto status = word == "p" || word == "v" ? std::optional(FigureStatus::provisional)
                      : word == "e"              ? std::optional(FigureStatus::estimate)
                      : word == "r"              ? std::optional(FigureStatus::revised)
                                                 : status_of(mark);
  return status ? StarredLabel{trimmed(rest), *status} : starred;
}

/// `Bron: CBS`, below the figures.
bool is_a_source(const csv::Row& row) {
  const std::string word = lower(row.fields[0].text);
  const bool alone =
      row.fields.size() == 1 || (row.fields.size() == 2 && row.fields[1].text.empty());
  return alone && (word.starts_with("bron:") || word.starts_with("source:"));
}

/// A heading that says nothing about the figures.
bool is_a_general_name(std::string_view name) {
  static constexpr std::array<std::string_view, 7> known{"value", "waarde",      "cijfer", "figure",
                                                         "index", "indexcijfer", "wert"};
  return std::find(known.begin(), known.end(), lower(name)) != known.end();
}

void refuse(const csv::Field& cell, Phrase title, Phrase hint, Diagnostics& diagnostics) {
  diagnostics.error("I0307", cell.where, std::move(title), std::move(hint));
}

/// Cells are parted by a semicolon where the comma has the decimals, and by a comma where the point
/// has them; a tab says nothing.
std::optional<DecimalMark> sign_beside(char separator) {
  if (separator == ';') return DecimalMark::comma;
  if (separator == ',') return DecimalMark::point;
  return std::nullopt;
}

class PlainReader {
 public:
  PlainReader(const PlainLayout& layout, Collector& into, Diagnostics& diagnostics)
      : layout_(layout),
        known_for_(sign_beside(layout.separator)),
        into_(into),
        diagnostics_(diagnostics) {
    const std::size_t width = layout.headed ? layout.names.size() : 4;
    // A word behind the figure of a table of two columns says how sure it is.
    if (layout.headed && layout.named() == layout.first_figures() + 1) status_ = layout.named();
    for (std::size_t i = layout.first_figures(); i < width; ++i) {
      switch (layout.column(i)) {
        case PlainLayout::Column::figures:
          figures_.push_back(i);
          break;
        case PlainLayout::Column::status:
          status_ = i;
          break;
        case PlainLayout::Column::day:
          day_ = i;
          break;
        case PlainLayout::Column::base:
          base_ = i;
          break;
        case PlainLayout::Column::nothing:
          break;
      }
    }
  }

  void read(const csv::Row& row, const std::optional<Period>& period, bool unclear) {
    if (row.fields.size() <= layout_.first_figures() || (!layout_.headed && row.fields.size() > 4))
      return misshapen(row);
    if (goes_beyond_the_heading(row)) return row_too_long(row, diagnostics_);
    PublishedRow made;
    made.where = row.where;
    if (!take_period(row.fields[layout_.first_figures() - 1], period, unclear, made)) return;
    const auto has = [&](const std::optional<std::size_t>& column) {
      return column && *column < row.fields.size();
    };
    if ((has(status_) && !status(row.fields[*status_], made)) ||
        (has(day_) && !day(row.fields[*day_], made)))
      return;
    std::string stated;
    if (has(base_) && !base(row.fields[*base_], stated)) return;
    for (const std::size_t column : figures_) {
      PublishedRow own = made;
      if (column >= row.fields.size() || !value(row.fields[column], own)) continue;
      into_.add(into_.open(head(column, stated)), std::move(own));
    }
  }
  /// The status column counts only where something stands in it.
  void states_status(bool states) { states_status_ = states; }

 private:
  /// What no column of the heading holds, as when the comma of a figure parts it in two.
  bool goes_beyond_the_heading(const csv::Row& row) const {
    if (!layout_.headed) return false;
    for (std::size_t i = layout_.named(); i < row.fields.size(); ++i) {
      const std::string& text = row.fields[i].text;
      const bool is_status = status_ == i && status_of(text).has_value();
      if (!text.empty() && !is_status) return true;
    }
    return false;
  }
  Head head(std::size_t column, const std::string& base) const {
    Head made;
    made.states_status = states_status_;
    const std::string name = column < layout_.names.size() ? layout_.names[column] : "";
    if (layout_.several()) made.table = name;
    made.title = is_a_general_name(name) || name.empty() ? layout_.title : name;
    made.base = base.empty() ? stated_base(made.title) : base;
    if (made.base.empty()) made.base = layout_.base;
    return made;
  }
  void misshapen(const csv::Row& row) {
    refuse({"", row.where},
           {"a line has a period and a figure, and perhaps a status and a day of publication",
            "een regel heeft een periode en een cijfer, en eventueel een status en een "
            "publicatiedag"},
           {"write 2026-05,103.01 or 2026-05,103.01,provisional,2026-06-09",
            "schrijf 2026-05,103.01 of 2026-05,103.01,voorlopig,2026-06-09"},
           diagnostics_);
  }
  bool take_period(const csv::Field& cell, const std::optional<Period>& found, bool unclear,
                   PublishedRow& made) {
    made.status = split_mark(cell.text).status;
    if (found) {
      made.period = *found;
      return true;
    }
    if (const auto kind = left_out_period(split_mark(cell.text).label)) {
      into_.remark(*kind);
      return false;
    }
    if (unclear && typed_periods({split_mark(cell.text).label}, true).unclear)
      refuse(cell,
             {"'" + cell.text + "' may be a day, month, quarter or year",
              "'" + cell.text + "' kan een dag, maand, kwartaal of jaar zijn"},
             {"write 2025-01 for a month, 2025-Q1 for a quarter, 2025 for a year, 2025-01-31 for a "
              "day",
              "schrijf 2025-01 voor een maand, 2025-Q1 voor een kwartaal, 2025 voor een jaar, "
              "2025-01-31 voor een dag"},
             diagnostics_);
    else
      refuse(cell, {"'" + cell.text + "' is not a period", "'" + cell.text + "' is geen periode"},
             {"write 2025-07, 2025-Q3 or 2025", "schrijf 2025-07, 2025-Q3 of 2025"}, diagnostics_);
    return false;
  }
  bool value(const csv::Field& cell, PublishedRow& made) {
    const StarredLabel starred = split_mark(cell.text);
    if (starred.status != FigureStatus::definitive) made.status = starred.status;
    if (stands_for_nothing(starred.label)) return true;  // listed without a figure
    if (const auto figure = read_cell(starred.label)) {
      into_.put_figure(*figure, known_for_, made);
      return true;
    }
    refuse(cell, {"'" + cell.text + "' is not a figure", "'" + cell.text + "' is geen cijfer"},
           {"write 103.01, or leave it empty when there is none",
            "schrijf 103.01, of laat het leeg als er geen is"},
           diagnostics_);
    return false;
  }
  bool status(const csv::Field& cell, PublishedRow& made) {
    const auto found = status_of(cell.text);
    if (found && !cell.text.empty()) made.status = *found;
    if (found) return true;
    refuse(cell, {"'" + cell.text + "' is not a status", "'" + cell.text + "' is geen status"},
           {"choose from definitive, provisional, estimate, revised, withdrawn",
            "kies uit definitief, voorlopig, raming, herzien, ingetrokken"},
           diagnostics_);
    return false;
  }
  /// `2025=100` or the year alone; an empty cell says nothing.
  bool base(const csv::Field& cell, std::string& made) {
    made = stated_base("base " + cell.text);
    if (!made.empty() || cell.text.empty()) return true;
    refuse(cell, {"'" + cell.text + "' is not a base", "'" + cell.text + "' is geen basis"},
           {"write 2025=100", "schrijf 2025=100"}, diagnostics_);
    return false;
  }
  bool day(const csv::Field& cell, PublishedRow& made) {
    if (cell.text.empty()) return true;
    made.published = Date::parse(cell.text);
    if (!made.published) made.published = day_month_year(cell.text);
    if (made.published) return true;
    refuse(cell, {"'" + cell.text + "' is not a day", "'" + cell.text + "' is geen dag"},
           {"write 2026-06-09", "schrijf 2026-06-09"}, diagnostics_);
    return false;
  }

  const PlainLayout& layout_;
  std::optional<DecimalMark> known_for_;
  Collector& into_;
  Diagnostics& diagnostics_;
  std::vector<std::size_t> figures_;
  std::optional<std::size_t> base_;
  std::optional<std::size_t> status_;
  std::optional<std::size_t> day_;
  bool states_status_ = false;
};

/// The rows of the table, without what spreadsheets put behind and below them.
std::vector<csv::Row> rows_of(const SourcePtr& file, const PlainLayout& layout,
                              Diagnostics& diagnostics) {
  std::vector<csv::Row> made;
  csv::RowReader rows(*file, {layout.separator, "I0305"}, diagnostics);
  bool below_heading = !layout.headed;
  for (csv::Row row; rows.next(row);) {
    if (row.where.begin < layout.begin) continue;
    while (row.fields.size() > layout.first_figures() + 1 && row.fields.back().text.empty())
      row.fields.pop_back();
    const bool empty = std::all_of(row.fields.begin(), row.fields.end(),
                                   [](const csv::Field& cell) { return cell.text.empty(); });
    if (below_heading && !empty && !is_a_source(row)) made.push_back(row);
    below_heading = true;
  }
  return made;
}

/// What says the period of each row; a year that stands apart is written once or on every row.
std::vector<std::string> labels_of(const PlainLayout& layout, const std::vector<csv::Row>& rows) {
  std::vector<std::string> made;
  std::string year;
  for (const csv::Row& row : rows) {
    if (!layout.year_apart) {
      made.emplace_back(split_mark(row.fields[0].text).label);
      continue;
    }
    if (!row.fields[0].text.empty()) year = row.fields[0].text;
    const bool quarters = layout.numbers() == NumbersAre::quarters;
    const std::string_view part = split_mark(row.fields[1].text).label;
    const bool digit = part.size() == 1 && document::is_digit(part[0]);
    made.push_back(year + (quarters && digit ? " Q" : " ") + std::string(part));
  }
  return made;
}

/// Semicolons between the cells, or a comma in the figures: not American.
bool is_european(const PlainLayout& layout, const std::vector<csv::Row>& rows) {
  return layout.separator == ';' || std::any_of(rows.begin(), rows.end(), [&](const csv::Row& row) {
           return row.fields.size() > layout.first_figures() &&
                  row.fields[layout.first_figures()].text.find(',') != std::string::npos;
         });
}

}  // namespace

bool is_plain_csv(std::string_view bytes) { return plain_layout(bytes).has_value(); }

void read_plain_csv(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    const auto layout = plain_layout(file->bytes());
    if (!layout) continue;
    const std::size_t before = diagnostics.list().size();
    const std::vector<csv::Row> rows = rows_of(file, *layout, diagnostics);
    const std::vector<std::string> texts = labels_of(*layout, rows);
    const std::vector<std::string_view> labels(texts.begin(), texts.end());
    const TypedPeriods periods =
        typed_periods(labels, is_european(*layout, rows), layout->numbers());
    PlainReader reader(*layout, into, diagnostics);
    reader.states_status(layout->headed ? layout->states_status()
                                        : !rows.empty() && rows[0].fields.size() > 2);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      reader.read(rows[i], periods.periods[i], periods.unclear);
      if (diagnostics.list().size() >= before + enough_problems) return;
    }
  }
}

}  // namespace pricetalk::publication
