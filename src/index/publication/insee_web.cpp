#include "document/words.hpp"
#include "index/publication/cells.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/sdmx_codes.hpp"
#include "index/publication/sdmx_head.hpp"
#include "index/publication/units.hpp"

/// CSV of insee.fr. One series with its rows newest first, and the sign of quality behind each:
/// ```
/// "Libellé";"Indice des loyers commerciaux (ILC)";"Codes"
/// "idBank";"001532540";""
/// "Dernière mise à jour";"24/09/2026 08:45";""
/// "Période";"";""
/// "2026-T2";"137.50";"A"
/// ```
/// Or several, a row each, with the periods across: `"Libellé";"idBank";"Dernière mise à
/// jour";"Période";"2026-T1";"2026-T2"`. Then nothing says how sure a figure is.
namespace pricetalk::publication {

namespace {

using document::lower;

/// French and English pages name the same rows.
bool says(std::string_view cell, std::string_view french, std::string_view english) {
  const std::string word = lower(cell);
  return word == french || word == english;
}
bool says_label(std::string_view cell) { return says(cell, "libellé", "label"); }
bool says_key(std::string_view cell) { return says(cell, "idbank", "idbank"); }
bool says_updated(std::string_view cell) {
  return says(cell, "dernière mise à jour", "last update");
}
bool says_period(std::string_view cell) { return says(cell, "période", "period"); }

/// False for what is neither an index nor a percentage.
bool take_title(const std::string& title, Head& head, Collector& into) {
  head.title = title;
  const std::string word = lower(title);
  const auto holds = [&](std::string_view part) { return word.find(part) != std::string::npos; };
  head.base = french_base(title);
  if (!head.base.empty() || holds("indice")) return true;
  if (holds("%") || holds("glissement") || holds("évolution") || holds("variation")) {
    head.unit = SeriesUnit::percent;
    return true;
  }
  into.remark(left_out("INSEE " + head.table, title));
  return false;
}

class WebReader {
 public:
  WebReader(Collector& into, Diagnostics& diagnostics) : into_(into), diagnostics_(diagnostics) {}

  void read(const csv::Row& row) {
    const std::string& name = row.fields[0].text;
    if (!heading_ && says_label(name)) return take_heading(row);
    if (across_) return read_across(row);
    if (says_key(name)) return key(row, head_.table);
    if (says_updated(name)) return updated(row);
    if (says_period(name)) return;
    read_down(row);
  }

 private:
  void take_heading(const csv::Row& row) {
    heading_ = true;
    width_ = row.fields.size();
    across_ = width_ > 2 && says_key(row.fields[1].text);
    head_.publisher = "INSEE";
    if (!across_) {
      if (width_ > 1) title_ = row.fields[1].text;
      codes_ = width_ > 2 && lower(row.fields[2].text) == "codes";
      head_.states_status = codes_;
      return;
    }
    head_.states_status = false;
    for (std::size_t i = 2; i < width_; ++i) {
      const std::string& name = row.fields[i].text;
      if (const auto period = read_period(name))
        periods_.emplace_back(i, *period);
      else if (says_updated(name))
        updated_ = i;
      else if (!says_period(name) && !name.empty())
        wrong_period(row.fields[i]);
    }
  }
  static void key(const csv::Row& row, std::string& into) {
    if (row.fields.size() > 1) into = row.fields[1].text;
  }
  void updated(const csv::Row& row) {
    if (row.fields.size() > 1) take_day(row.fields[1], head_);
  }
  void take_day(const csv::Field& cell, Head& head) {
    if (cell.text.empty()) return;
    head.released = day_month_year(std::string_view(cell.text).substr(0, 10));
    if (!head.released) not_a_day(cell, diagnostics_);
  }

  void read_down(const csv::Row& row) {
    if (!has_its_cells(row, width_, diagnostics_)) return;
    const auto period = read_period(row.fields[0].text);
    if (!period) return wrong_period(row.fields[0]);
    if (!opened_) {
      opened_ = true;
      if (head_.table.empty()) return no_column(row.where, "idBank", diagnostics_);
      if (take_title(title_, head_, into_)) series_ = into_.open(head_);
    }
    if (!series_) return;
    PublishedRow made;
    made.period = *period;
    bool missing = false;
    if (codes_ && !row.fields[2].text.empty()) {
      const auto flags = insee_flags(row.fields[2].text);
      if (!flags)
        return not_a_status(row.fields[2],
                            {"INSEE writes A (normal), P and SD (provisional), E (estimated), O "
                             "(no figure)",
                             "INSEE schrijft A (gewoon), P en SD (voorlopig), E (geraamd), O (geen "
                             "cijfer)"},
                            diagnostics_);
      made.status = flags->status;
      missing = flags->missing;
    }
    if (value(row.fields[1], missing, made)) into_.add(*series_, std::move(made));
  }

  void read_across(const csv::Row& row) {
    if (!has_its_cells(row, width_, diagnostics_)) return;
    Head head = head_;
    head.table = row.fields[1].text;
    if (updated_) take_day(row.fields[*updated_], head);
    if (!take_title(row.fields[0].text, head, into_)) return;
    ColumnSeries series(into_.open(head), 0);
    for (const auto& [column, period] : periods_) {
      PublishedRow made;
      made.period = period;
      if (value(row.fields[column], false, made)) series.add(std::move(made), into_);
    }
  }

  bool value(const csv::Field& cell, bool missing, PublishedRow& made) {
    made.where = cell.where;
    if (missing || cell.text.empty()) return true;
    made.value = ungrouped(cell.text);
    if (made.value) return true;
    not_a_figure(cell, {"INSEE writes 137.50, or nothing", "INSEE schrijft 137.50, of niets"},
                 diagnostics_);
    return false;
  }
  void wrong_period(const csv::Field& cell) {
    if (is_half_year(cell.text)) return into_.remark(half_years_left_out());
    not_a_period(
        cell, {"INSEE writes 2026-08, 2026-T2 or 2026", "INSEE schrijft 2026-08, 2026-T2 of 2026"},
        diagnostics_);
  }

  Collector& into_;
  Diagnostics& diagnostics_;
  Head head_;
  std::string title_;
  std::optional<std::size_t> series_;
  std::vector<std::pair<std::size_t, Period>> periods_;
  std::optional<std::size_t> updated_;
  std::size_t width_ = 0;
  bool heading_ = false;
  bool across_ = false;
  bool codes_ = false;
  bool opened_ = false;
};

}  // namespace

bool is_insee_web(std::string_view bytes) {
  const auto lines = first_lines(bytes.substr(0, 16'384), 2);
  if (lines.size() < 2) return false;
  const auto first = heading_cells(lines[0], ';');
  if (first.size() < 2 || !says_label(first[0])) return false;
  return says_key(first[1]) || says_key(heading_cells(lines[1], ';')[0]);
}

void read_insee_web(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    WebReader reader(into, diagnostics);
    each_row(*file, diagnostics, [&](const csv::Row& row) { reader.read(row); });
  }
}

}  // namespace pricetalk::publication
