#include <algorithm>
#include <array>
#include <set>

#include "document/csv.hpp"
#include "document/words.hpp"
#include "index/publication/cells.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/other_periods.hpp"
#include "index/publication/own_cells.hpp"
#include "index/publication/plain_layout.hpp"
#include "index/publication/typed_period.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk::publication {

namespace {

using document::lower;
using document::trimmed;

/// A heading that says nothing about the figures.
bool is_a_general_name(std::string_view name) {
  static constexpr std::array<std::string_view, 7> known{"value", "waarde",      "cijfer", "figure",
                                                         "index", "indexcijfer", "wert"};
  return std::find(known.begin(), known.end(), lower(name)) != known.end();
}

void refuse(const csv::Field& cell, Phrase title, Phrase hint, Diagnostics& diagnostics) {
  diagnostics.error("I0307", cell.where, std::move(title), std::move(hint));
}

class PlainReader {
 public:
  PlainReader(const PlainLayout& layout, const std::vector<csv::Row>& rows, Collector& into,
              Diagnostics& diagnostics)
      : layout_(layout), own_(layout.separator, rows), into_(into), diagnostics_(diagnostics) {
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
    leave_texts_out(rows);
    find_percentages(rows);
  }

  /// `period`: of this row; nothing where it is none, or `periods` are unclear.
  void read(const csv::Row& row, const std::optional<Period>& period, const TypedPeriods& periods) {
    if (row.fields.size() <= layout_.first_figures() || (!layout_.headed && row.fields.size() > 4))
      return misshapen(row);
    if (goes_beyond_the_heading(row)) return row_too_long(row, diagnostics_);
    PublishedRow made;
    made.where = row.where;
    if (!take_period(row.fields[layout_.first_figures() - 1], period, periods, made)) return;
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
      if (column >= row.fields.size() || !value(row.fields[column], percent_.contains(column), own))
        continue;
      into_.add(into_.open(head(column, stated)), std::move(own));
    }
  }
  /// What was left out of all rows.
  void tell_missing() { missing_.tell(into_); }
  /// The status column counts only where something stands in it.
  void states_status(bool states) { states_status_ = states_status_ || states; }

 private:
  /// Remarks and sources stand in columns of their own; one column has the figures.
  void leave_texts_out(const std::vector<csv::Row>& rows) {
    if (figures_.size() < 2) return;
    std::vector<std::size_t> texts;
    for (const std::size_t column : figures_) {
      bool text = false;
      const bool none = std::none_of(rows.begin(), rows.end(), [&](const csv::Row& row) {
        if (column >= row.fields.size()) return false;
        const auto cell = read_own_cell(row.fields[column].text);
        text = text || !cell;
        return cell && cell->figure;
      });
      if (none && text) texts.push_back(column);
    }
    if (texts.size() == figures_.size()) return;
    for (const std::size_t column : texts) {
      std::erase(figures_, column);
      if (!status_ && says_how_sure(rows, column)) {
        status_ = column;
        states_status_ = true;
        continue;
      }
      const std::string& name = layout_.names[column];
      into_.remark({"the column '" + name + "' holds texts and no figures; it is left out",
                    "de kolom '" + name + "' bevat tekst en geen cijfers; ze is weggelaten"});
    }
  }
  /// Whatever its heading: `voorlopig` in a column of remarks is a status.
  static bool says_how_sure(const std::vector<csv::Row>& rows, std::size_t column) {
    return std::all_of(rows.begin(), rows.end(), [&](const csv::Row& row) {
      return column >= row.fields.size() || typed_status(row.fields[column].text);
    });
  }
  /// Columns whose first figure has a % sign.
  void find_percentages(const std::vector<csv::Row>& rows) {
    for (const std::size_t column : figures_)
      for (const csv::Row& row : rows) {
        if (column >= row.fields.size()) continue;
        const auto cell = read_own_cell(row.fields[column].text);
        if (!cell || !cell->figure) continue;
        if (cell->percent) percent_.insert(column);
        break;
      }
  }
  /// What no column of the heading holds, as when the comma of a figure parts it in two.
  bool goes_beyond_the_heading(const csv::Row& row) const {
    if (!layout_.headed) return false;
    for (std::size_t i = layout_.named(); i < row.fields.size(); ++i) {
      const std::string& text = row.fields[i].text;
      const bool is_status = status_ == i && typed_status(text).has_value();
      if (!text.empty() && !is_status) return true;
    }
    return false;
  }
  Head head(std::size_t column, const std::string& base) const {
    Head made;
    made.states_status = states_status_;
    const std::string name = column < layout_.names.size() ? layout_.names[column] : "";
    if (figures_.size() > 1) made.table = name;
    if (percent_.contains(column)) made.unit = SeriesUnit::percent;
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
  /// 45658 is how spreadsheets store 1 January 2025.
  static bool is_stored_day(const std::string& text) {
    return text.size() == 5 && document::all_digits(text) && text >= "20000" && text < "60000";
  }
  bool take_period(const csv::Field& cell, const std::optional<Period>& found,
                   const TypedPeriods& periods, PublishedRow& made) {
    made.status = split_mark(cell.text).status;
    if (found) {
      made.period = *found;
      return true;
    }
    if (const auto kind = left_out_period(split_mark(cell.text).label)) {
      into_.remark(*kind);
      return false;
    }
    const std::string_view label = split_mark(cell.text).label;
    if (sums_up(label)) {
      into_.remark(
          {"'" + cell.text + "' is computed from the figures and is none itself; left out",
           "'" + cell.text + "' is uit de cijfers berekend en is er zelf geen; weggelaten"});
      return false;
    }
    if (periods.order != TypedPeriods::Order::clear && typed_periods({label}, true).unclear)
      refuse_order(cell, label, periods.order);
    else if (periods.unclear && typed_periods({label}, true).unclear)
      refuse(cell,
             {"'" + cell.text + "' may be a day, month, quarter or year",
              "'" + cell.text + "' kan een dag, maand, kwartaal of jaar zijn"},
             {"write 2025-01 for a month, 2025-Q1 for a quarter, 2025 for a year, 2025-01-31 for a "
              "day",
              "schrijf 2025-01 voor een maand, 2025-Q1 voor een kwartaal, 2025 voor een jaar, "
              "2025-01-31 voor een dag"},
             diagnostics_);
    else if (is_stored_day(cell.text))
      refuse(
          cell, {"'" + cell.text + "' is not a period", "'" + cell.text + "' is geen periode"},
          {"it looks like a day as spreadsheets store it; show the column as dates and save again",
           "het lijkt een dag zoals rekenbladen die opslaan; toon de kolom als datum en bewaar "
           "opnieuw"},
          diagnostics_);
    else
      refuse(cell, {"'" + cell.text + "' is not a period", "'" + cell.text + "' is geen periode"},
             {"write 2025-07, 2025-Q3 or 2025", "schrijf 2025-07, 2025-Q3 of 2025"}, diagnostics_);
    return false;
  }
  /// Days of which the order is not proven, or that prove both.
  void refuse_order(const csv::Field& cell, std::string_view label, TypedPeriods::Order order) {
    const std::string text = "'" + cell.text + "' ";
    if (order == TypedPeriods::Order::mixed) {
      refuse(cell,
             {text + "stands among days of which some begin with the month and some do not",
              text + "staat tussen dagen waarvan sommige met de maand beginnen en andere niet"},
             {"write all days in one order, or the months as 2025-01",
              "schrijf alle dagen in één volgorde, of de maanden als 2025-01"},
             diagnostics_);
      return;
    }
    const auto both = both_days(label);
    if (!both) return;
    const auto in = [&](Language language) {
      return date_text(both->first, language) + say(language, " or ", " of ") +
             date_text(both->second, language);
    };
    const Period month = Period::containing(both->second, Unit::month);
    const auto hint = [&](Language language) {
      return say(language, "no day here tells whether the month stands first; write ",
                 "geen dag hier zegt of de maand vooraan staat; schrijf ") +
             month.text() + say(language, " for ", " voor ") + period_text(month, language) +
             say(language, ", or ", ", of ") + both->first.text() +
             say(language, " for the day", " voor de dag");
    };
    refuse(cell, {text + "may be " + in(Language::en), text + "kan " + in(Language::nl) + " zijn"},
           {hint(Language::en), hint(Language::nl)}, diagnostics_);
  }
  bool value(const csv::Field& cell, bool percent, PublishedRow& made) {
    const auto read = read_own_cell(cell.text);
    if (!read) {
      not_an_own_figure(cell, diagnostics_);
      return false;
    }
    if (read->status != FigureStatus::definitive) made.status = read->status;
    if (!read->figure) {
      missing_.see(cell, made.period);
      return true;  // listed without a figure
    }
    if (read->percent != percent) {
      percent_among_others(cell, diagnostics_);
      return false;
    }
    own_.put(*read, into_, made);
    return true;
  }
  bool status(const csv::Field& cell, PublishedRow& made) {
    const auto found = typed_status(cell.text);
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
  OwnFigures own_;
  MissingFigures missing_;
  Collector& into_;
  Diagnostics& diagnostics_;
  std::vector<std::size_t> figures_;
  std::set<std::size_t> percent_;  ///< of these
  std::optional<std::size_t> base_;
  std::optional<std::size_t> status_;
  std::optional<std::size_t> day_;
  bool states_status_ = false;
};

std::vector<std::string> texts_of(const csv::Row& row) {
  std::vector<std::string> made;
  for (const csv::Field& cell : row.fields) made.push_back(cell.text);
  return made;
}

/// The rows of the table, without what spreadsheets put behind and below them.
std::vector<csv::Row> rows_of(const SourcePtr& file, const PlainLayout& layout,
                              Diagnostics& diagnostics) {
  std::vector<csv::Row> made;
  csv::RowReader rows(*file, {layout.separator, "I0305"}, diagnostics);
  bool below_heading = !layout.headed;
  for (csv::Row row; rows.next(row);) {
    if (row.where.begin < layout.begin) continue;
    if (layout.separator == '|' && row.fields.size() > 1 && row.fields.front().text.empty())
      row.fields.erase(row.fields.begin());
    if (is_a_rule(texts_of(row))) continue;
    if (layout.turned && row.fields.size() > 1) std::swap(row.fields[0], row.fields[1]);
    while (row.fields.size() > layout.first_figures() + 1 && row.fields.back().text.empty())
      row.fields.pop_back();
    const bool empty = std::all_of(row.fields.begin(), row.fields.end(),
                                   [](const csv::Field& cell) { return cell.text.empty(); });
    if (below_heading && !empty && !is_a_source(row)) made.push_back(row);
    below_heading = true;
  }
  return made;
}

/// I0337: another table below the first, or beside it.
bool has_second_table(const PlainLayout& layout, const std::vector<csv::Row>& rows,
                      Diagnostics& diagnostics) {
  std::optional<Span> second;
  for (const csv::Row& row : rows)
    if (layout.headed && row.fields.size() > 1 && names_a_period(row.fields[0].text)) {
      second = row.where;
      break;
    }
  for (std::size_t i = layout.first_figures(); !second && i + 1 < layout.named(); ++i)
    if (names_a_period(layout.names[i]) && !rows.empty()) second = rows.front().where;
  if (!second) return false;
  diagnostics.error("I0337", *second,
                    {"a second table of periods and figures stands here",
                     "hier staat een tweede tabel met perioden en cijfers"},
                    {"keep one table in a file or on a sheet, and save the other by itself",
                     "houd één tabel per bestand of blad, en bewaar de andere apart"});
  return true;
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
    std::vector<csv::Row> rows = rows_of(file, *layout, diagnostics);
    if (layout->turned)
      into.remark({"the figure stands before its period; it is read so",
                   "het cijfer staat vóór de periode; zo is het gelezen"});
    take_foot(rows, into, [](std::string_view) { return false; });
    if (has_second_table(*layout, rows, diagnostics)) continue;
    const std::vector<std::string> texts = labels_of(*layout, rows);
    const std::vector<std::string_view> labels(texts.begin(), texts.end());
    const TypedPeriods periods =
        typed_periods(labels, is_european(*layout, rows), layout->numbers());
    PlainReader reader(*layout, rows, into, diagnostics);
    reader.states_status(layout->headed ? layout->states_status()
                                        : !rows.empty() && rows[0].fields.size() > 2);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      reader.read(rows[i], periods.periods[i], periods);
      if (diagnostics.list().size() >= before + enough_problems) return;
    }
    reader.tell_missing();
  }
}

}  // namespace pricetalk::publication
