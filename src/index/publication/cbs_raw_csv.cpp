#include "document/words.hpp"
#include "index/publication/cells.hpp"
#include "index/publication/code_tree.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/flash_watch.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/other_periods.hpp"
#include "index/publication/units.hpp"

/// The raw data set of CBS as CSV (TypedDataSet): `ID`, the dimensions with their codes padded with
/// blanks, `Perioden` or `Periods`, and a column a measure with a number behind its name (`CPI_1`).
/// Neither the number of the table nor units and statuses stand in it: only what the names say.
namespace pricetalk::publication {

using document::all_digits;
using document::lower;
using document::trimmed;

namespace {

/// `CPI` of `CPI_1`; nothing for the name of a dimension.
std::optional<std::string> measure_name(const std::string& heading) {
  const auto mark = heading.rfind('_');
  if (mark == std::string::npos || mark == 0 || !all_digits(heading.substr(mark + 1)))
    return std::nullopt;
  return heading.substr(0, mark);
}

bool is_period_column(const std::string& heading) {
  return heading == "Perioden" || heading == "Periods";
}

/// What the name of a measure says; false for weights, which no price follows.
bool take_named_unit(const std::string& name, Head& head) {
  const std::string word = lower(name);
  const auto holds = [&](std::string_view part) { return word.find(part) != std::string::npos; };
  if (holds("weging") || holds("weight")) return false;
  if (holds("mutatie") || holds("change") || holds("ontwikkeling")) head.unit = SeriesUnit::percent;
  // `LoonkostenPerGewerktUur2010100`
  if (name.size() > 7 && name.ends_with("100") && all_digits(name.substr(name.size() - 7)))
    head.base = name.substr(name.size() - 7, 4) + "=100";
  return true;
}

class RawReader {
 public:
  RawReader(csv::Row heading, Collector& into, Diagnostics& diagnostics)
      : heading_(std::move(heading)), into_(into), diagnostics_(diagnostics) {
    for (std::size_t i = 1; i < heading_.fields.size(); ++i) {
      const std::string& name = heading_.fields[i].text;
      if (is_period_column(name))
        period_ = i;
      else if (const auto measure = measure_name(name))
        measures_.emplace_back(i, *measure);
      else
        dimensions_.push_back(i);
    }
    // A name that two measures have is told apart by their numbers only.
    std::map<std::string, int> uses;
    for (const auto& [column, name] : measures_) ++uses[name];
    for (auto& [column, name] : measures_)
      if (uses[name] > 1) name = heading_.fields[column].text;
  }

  void read(const csv::Row& row) {
    if (!has_its_cells(row, heading_.fields.size(), diagnostics_)) return;
    const csv::Field& label = row.fields[period_];
    const auto period = read_period(label.text);
    if (!period) {
      if (const auto kind = left_out_period(label.text)) return into_.remark(*kind);
      return not_a_period(label,
                          {"CBS writes 2025MM07, 2025KW03 or 2025JJ00",
                           "het CBS schrijft 2025MM07, 2025KW03 of 2025JJ00"},
                          diagnostics_);
    }
    CodeTree::Node node = CodeTree::root;
    for (const std::size_t each : dimensions_)
      node = tree_.step(node, trimmed(row.fields[each].text));
    for (const auto& [column, name] : measures_) {
      const Slot& slot = slot_of(tree_.step(node, name), name, row);
      PublishedRow made;
      made.period = *period;
      if (!slot.series || !value(row.fields[column], made)) continue;
      flash_.note(node, slot.unit, made.period, made.value.has_value());
      into_.add(*slot.series, std::move(made));
    }
  }
  void finish() {
    flash_.tell(into_);
    into_.remark(
        {"CBS: the raw data set does not say of which table it is, nor units, bases and "
         "statuses",
         "CBS: in de ruwe dataset staat niet van welke tabel hij is, en ook geen eenheden, "
         "bases en statussen"});
  }

 private:
  struct Slot {
    bool seen = false;
    std::optional<std::size_t> series;
    SeriesUnit unit = SeriesUnit::index;
  };
  bool value(const csv::Field& cell, PublishedRow& made) {
    made.where = cell.where;
    const std::string_view text = trimmed(cell.text);
    if (text.empty() || text == ".") return true;
    made.value = ungrouped(text);
    if (made.value) return true;
    not_a_figure(cell, {"CBS writes 103.01, or nothing", "het CBS schrijft 103.01, of niets"},
                 diagnostics_);
    return false;
  }
  const Slot& slot_of(CodeTree::Node node, const std::string& measure, const csv::Row& row) {
    if (slots_.size() < tree_.size()) slots_.resize(tree_.size());
    Slot& slot = slots_[node];
    if (slot.seen) return slot;
    slot.seen = true;
    Head head;
    head.publisher = "CBS";
    head.title = measure;
    head.loses_zeros = true;
    head.states_status = false;
    for (const std::size_t each : dimensions_)
      head.table += std::string(trimmed(row.fields[each].text)) + " ";
    head.table += measure;
    if (!take_named_unit(measure, head)) {
      into_.remark(left_out(head.table, measure));
      return slot;
    }
    slot.series = into_.open(head);
    slot.unit = head.unit;
    return slot;
  }

  csv::Row heading_;
  Collector& into_;
  Diagnostics& diagnostics_;
  std::size_t period_ = 0;
  std::vector<std::size_t> dimensions_;
  std::vector<std::pair<std::size_t, std::string>> measures_;
  CodeTree tree_;
  std::vector<Slot> slots_;
  FlashWatch flash_;
};

}  // namespace

bool is_cbs_raw_csv(std::string_view bytes) {
  const auto lines = first_lines(bytes.substr(0, 16'384), 1);
  if (lines.empty()) return false;
  bool period = false;
  bool measure = false;
  const auto cells = heading_cells(lines[0], separator_of(lines[0]));
  for (const std::string& cell : cells) {
    period = period || is_period_column(cell);
    measure = measure || measure_name(cell).has_value();
  }
  return cells[0] == "ID" && period && measure;
}

void read_cbs_raw_csv(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    std::optional<RawReader> reader;
    each_row(*file, diagnostics, [&](const csv::Row& row) {
      if (reader)
        reader->read(row);
      else
        reader.emplace(row, into, diagnostics);
    });
    if (reader) reader->finish();
  }
}

}  // namespace pricetalk::publication
