#include <algorithm>
#include <array>

#include "document/words.hpp"
#include "index/publication/cells.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/flash_watch.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/other_periods.hpp"
#include "index/publication/statline_layout.hpp"
#include "index/publication/units.hpp"

/// "Download CSV" of a CBS StatLine view: what stands on the screen, not a rectangle. The layout of
/// its heading is taken apart in statline_layout.hpp. Stars on a period mean provisional; `.` and
/// `x` are unknown or secret, `-` is nil, an empty cell cannot occur or is not there yet. The file
/// does not hold the number of its table, so the title of the view stands for it.
namespace pricetalk::publication {

using document::lower;
using document::trimmed;

namespace {

/// The code before a label (`000000 Alle bestedingen`), or the label as far as it was not cut.
std::string code_in_label(std::string_view label) {
  const std::string_view first = label.substr(0, label.find(' '));
  if (std::any_of(first.begin(), first.end(), document::is_digit)) return std::string(first);
  for (const std::string_view cut : {"\xE2\x80\xA6", "...", ".."})
    if (label.ends_with(cut)) label.remove_suffix(cut.size());
  return std::string(trimmed(label));
}

class StatlineReader {
 public:
  StatlineReader(Collector& into, Diagnostics& diagnostics)
      : into_(into), diagnostics_(diagnostics) {}

  void read(const csv::Row& row) {
    if (!layout_.complete()) {
      layout_.take_heading(row);
      return;
    }
    if (StatlineLayout::is_footer(row)) {
      closed_ = true;
      return;
    }
    if (!has_its_cells(row, layout_.width(), diagnostics_)) {
      ++problems_;
      return;
    }
    remember_labels(row);
    if (layout_.periods_across())
      read_across(row);
    else
      read_down(row);
  }
  bool gives_up() const { return problems_ >= enough_problems; }
  void finish(const SourcePtr& file) {
    if (!layout_.complete()) return no_column({file.get(), 0, 0}, "Perioden", diagnostics_);
    flash_.tell(into_);
    if (!closed_)
      into_.remark(
          {"the last line ('Bron: CBS') is not there; the file may have broken off",
           "de laatste regel ('Bron: CBS') ontbreekt; mogelijk is het bestand afgebroken"});
  }

 private:
  struct Slot {
    std::optional<std::size_t> series;
    SeriesUnit unit = SeriesUnit::index;
    std::size_t group = 0;
  };

  /// A label that stands for the rows below it as well is written once.
  void remember_labels(const csv::Row& row) {
    labels_.resize(layout_.labels().size());
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      const std::string& text = row.fields[layout_.labels()[i]].text;
      if (!text.empty()) labels_[i] = text;
    }
  }
  bool period(const csv::Field& cell, PublishedRow& made) {
    const StarredLabel starred = split_stars(cell.text);
    const auto found = read_period(starred.label);
    if (found) {
      made.period = *found;
      made.status = starred.status;
      return true;
    }
    if (const auto kind = left_out_period(starred.label)) {
      into_.remark(*kind);
      return false;
    }
    ++problems_;
    not_a_period(cell,
                 {"StatLine writes 2025 januari, 2025 1e kwartaal or 2025, with a star when "
                  "provisional",
                  "StatLine schrijft 2025 januari, 2025 1e kwartaal of 2025, met een ster bij "
                  "voorlopig"},
                 diagnostics_);
    return false;
  }
  bool value(const csv::Field& cell, PublishedRow& made) {
    made.where = cell.where;
    std::string_view text = cell.text;
    while (text.ends_with('*')) {
      made.status = FigureStatus::provisional;
      text = trimmed(text.substr(0, text.size() - 1));
    }
    if (text.empty() || text == "." || text == "x") return true;
    if (text == "-") {
      made.value = Decimal(0, 0);
      return true;
    }
    if (const auto figure = read_cell(text)) {
      into_.put_figure(*figure, layout_.decimal_mark(), made);
      return true;
    }
    ++problems_;
    not_a_figure(
        cell,
        {"StatLine writes a decimal comma in Dutch and a point in English: 103,01 and 103.01",
         "StatLine schrijft in het Nederlands een decimale komma en in het Engels een punt: "
         "103,01 en 103.01"},
        diagnostics_);
    return false;
  }

  void read_down(const csv::Row& row) {
    PublishedRow made;
    if (!period(row.fields[layout_.period_column()], made)) return;
    for (const StatlineLayout::Column& column : layout_.columns()) {
      const Slot& slot = slot_of(column.label, column.unit);
      PublishedRow own = made;
      if (slot.series && value(row.fields[column.index], own)) put(slot, std::move(own));
    }
  }
  void read_across(const csv::Row& row) {
    const std::string& unit = row.fields[layout_.period_column()].text;
    for (const StatlineLayout::Column& column : layout_.columns()) {
      const Slot& slot = slot_of(column.label, unit);
      PublishedRow made;
      made.period = *column.period;
      made.status = column.status;
      if (slot.series && value(row.fields[column.index], made)) put(slot, std::move(made));
    }
  }
  void put(const Slot& slot, PublishedRow made) {
    flash_.note(slot.group, slot.unit, made.period, made.value.has_value());
    into_.add(*slot.series, std::move(made));
  }
  const Slot& slot_of(const std::vector<std::string>& label, const std::string& unit) {
    std::vector<std::string> key = labels_;
    key.insert(key.end(), label.begin(), label.end());
    key.push_back(unit);
    const auto [at, fresh] = slots_.emplace(key, Slot{});
    Slot& slot = at->second;
    if (!fresh) return slot;
    key.pop_back();
    // The measure comes last across the top, and last before the periods at the side.
    const std::string measure = key.empty() ? std::string() : key.back();
    if (!key.empty()) key.pop_back();
    slot.group = groups_.emplace(key, groups_.size()).first->second;
    Head head;
    head.publisher = "CBS";
    head.table = layout_.title();
    head.title = measure;
    // The publisher prints all figures of a column alike; a spreadsheet drops zeros, `-` has none.
    head.loses_zeros = true;
    for (const auto& group : {layout_.fixed(), key}) {
      for (const std::string& each : group) {
        head.table += " " + code_in_label(each);
        head.title += (head.title.empty() ? "" : ", ") + each;
      }
    }
    if (!measure.empty()) head.table += " " + measure;
    head.untitled = layout_.title().empty();
    if (!take_unit(unit, head) && !(unit.empty() && take_unit(measure, head))) {
      into_.remark(left_out(measure, unit));
      return slot;
    }
    slot.series = into_.open(head);
    slot.unit = head.unit;
    return slot;
  }

  Collector& into_;
  Diagnostics& diagnostics_;
  StatlineLayout layout_;
  std::vector<std::string> labels_;
  std::map<std::vector<std::string>, Slot> slots_;
  std::map<std::vector<std::string>, std::size_t> groups_;
  FlashWatch flash_;
  bool closed_ = false;
  std::size_t problems_ = 0;
};

/// The sign between the cells, by the line that names the periods: a semicolon, or whatever a
/// spreadsheet put in its place. Nothing when there is no such line.
std::optional<char> statline_separator(std::string_view bytes) {
  // A title, then lines without a fixed count, then one that names the periods.
  bool topic = false;
  for (const std::string_view line : first_lines(bytes.substr(0, 16'384), 20)) {
    const std::string word = lower(line);
    topic = topic || word.find("onderwerp") != std::string::npos ||
            word.find("topic") != std::string::npos;
    const auto at = std::min(word.find("perioden"), word.find("periods"));
    if (at == std::string::npos || word.find_first_of(";,\t") == std::string::npos) continue;
    const bool quoted = at > 0 && word[at - 1] == '"';
    if (!topic && !(quoted && word.find('=') != std::string::npos)) return std::nullopt;
    return separator_of(line);
  }
  return std::nullopt;
}

}  // namespace

bool is_cbs_statline_csv(std::string_view bytes) { return statline_separator(bytes).has_value(); }

void read_cbs_statline_csv(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    const char separator = statline_separator(file->bytes()).value_or(';');
    csv::RowReader rows(*file, {separator, "I0305"}, diagnostics);
    StatlineReader reader(into, diagnostics);
    for (csv::Row row; !reader.gives_up() && rows.next(row);) reader.read(row);
    reader.finish(file);
  }
}

}  // namespace pricetalk::publication
