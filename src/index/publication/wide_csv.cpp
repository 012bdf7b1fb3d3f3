#include <algorithm>
#include <array>
#include <functional>

#include "document/csv.hpp"
#include "document/words.hpp"
#include "index/publication/cells.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/own_cells.hpp"
#include "index/publication/plain_layout.hpp"
#include "index/publication/typed_period.hpp"

/// Tables of somebody's own in which the figures of a series stand side by side:
/// ```
/// Jaar;jan;feb;mrt              Maand;2024;2025             Reeks;2025-01;2025-02
/// 2024;101,2;101,5;101,9        januari;101,2;103,4         CPI;101,2;101,5
/// ```
namespace pricetalk::publication {

using document::lower;
using document::trimmed;

namespace {

bool is_a_year(std::string_view label) {
  return label.size() == 4 && document::all_digits(label) && (label[0] == '1' || label[0] == '2');
}

/// The month or quarter of a year: `jan`, `Q1`, `1e kwartaal`; a bare number where that is said.
std::optional<Period> part_of(std::string_view year, std::string_view part, NumbersAre numbers) {
  const std::string text(part);
  if (document::all_digits(part)) {
    if (numbers == NumbersAre::unknown || part.size() > 2) return std::nullopt;
    return typed_period(std::string(year) + (numbers == NumbersAre::months ? " M" : " Q") + text);
  }
  for (const std::string& label :
       {std::string(year) + " " + text, text + " " + std::string(year)}) {
    auto period = read_period(label);
    if (!period) period = typed_period(label);
    if (period && period->unit() != Unit::year) return period;
  }
  return std::nullopt;
}

bool is_part(std::string_view label, NumbersAre numbers) {
  return part_of("2000", label, numbers).has_value();
}

struct WideLayout {
  enum class Across : std::uint8_t { parts, years, periods };
  Across across = Across::parts;
  std::size_t begin = 0;  ///< of the heading
  char separator = ';';
  std::string title;
  std::string base;
  std::vector<std::string> names;
  std::size_t first = 1;                     ///< column with figures
  NumbersAre numbers = NumbersAre::unknown;  ///< of parts that are numbers
};

/// 1 to 12 are months, 1 to 4 quarters.
NumbersAre counted_parts(const std::vector<std::string>& names, std::size_t count) {
  for (std::size_t i = 1; i <= count; ++i)
    if (names[i] != std::to_string(i)) return NumbersAre::unknown;
  return count == 12 ? NumbersAre::months : count == 4 ? NumbersAre::quarters : NumbersAre::unknown;
}

/// How many names there are, without empty ones and means at the end.
std::size_t used(const std::vector<std::string>& names) {
  std::size_t size = names.size();
  while (size > 1 && (names[size - 1].empty() || names_a_mean(names[size - 1]))) --size;
  return size;
}

bool all_from(const std::vector<std::string>& names, std::size_t first, std::size_t size,
              const std::function<bool(const std::string&)>& holds) {
  return size >= first + 2 && std::all_of(names.begin() + static_cast<std::ptrdiff_t>(first),
                                          names.begin() + static_cast<std::ptrdiff_t>(size), holds);
}

std::string_view label_in(const std::string& text) { return split_stars(text).label; }

bool is_heading(WideLayout& layout, const std::vector<std::string>& below) {
  const std::vector<std::string>& names = layout.names;
  const std::size_t size = used(names);
  layout.first = 1;
  layout.numbers = counted_parts(names, size - 1);
  const std::string_view row = below.empty() ? std::string_view() : label_in(below[0]);
  if (all_from(names, 1, size,
               [&](const auto& name) { return is_part(label_in(name), layout.numbers); }) &&
      is_a_year(row)) {
    layout.across = WideLayout::Across::parts;
    return true;
  }
  if (all_from(names, 1, size, [](const auto& name) { return is_a_year(label_in(name)); })) {
    const std::string first = lower(names[0]);
    layout.numbers = first == "maand" || first == "month"        ? NumbersAre::months
                     : first == "kwartaal" || first == "quarter" ? NumbersAre::quarters
                                                                 : NumbersAre::unknown;
    layout.across = WideLayout::Across::years;
    if (is_part(row, layout.numbers)) return true;
  }
  layout.across = WideLayout::Across::periods;
  constexpr std::size_t most_labels = 3;
  const auto is_period = [](const auto& name) {
    return typed_periods({label_in(name)}, true).periods[0].has_value();
  };
  for (; layout.first <= most_labels; ++layout.first)
    if (all_from(names, layout.first, size, is_period))
      return !row.empty() && !typed_periods({row}, true).periods[0];
  return false;
}

std::optional<WideLayout> wide_layout(std::string_view bytes) {
  constexpr std::size_t lines_above = 10;
  WideLayout made;
  const auto lines = first_lines(bytes.substr(0, 32'768), lines_above);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lower(lines[i]).starts_with("sep=")) continue;
    made.separator = separator_of(lines[i]);
    made.names = heading_cells(lines[i], made.separator);
    made.begin = static_cast<std::size_t>(lines[i].data() - bytes.data());
    std::size_t below = i + 1;
    while (below < lines.size() && trimmed(lines[below]).empty()) ++below;
    if (below == lines.size()) return std::nullopt;
    if (is_heading(made, heading_cells(lines[below], made.separator))) return made;
    std::string line;
    for (const std::string& cell : made.names)
      if (!cell.empty()) line += (line.empty() ? "" : " ") + cell;
    if (made.base.empty()) made.base = stated_base(line);
    if (made.title.empty()) made.title = line;
  }
  return std::nullopt;
}

class WideReader {
 public:
  WideReader(const WideLayout& layout, const std::vector<csv::Row>& rows, Collector& into,
             Diagnostics& diagnostics)
      : layout_(layout),
        size_(used(layout.names)),
        own_(layout.separator, rows),
        several_(rows.size() > 1),
        into_(into),
        diagnostics_(diagnostics) {
    for (std::size_t i = size_; i < layout.names.size(); ++i)
      if (const std::string& name = layout.names[i]; !name.empty())
        into.remark({"the column '" + name + "' is left out: a mean beside the figures",
                     "de kolom '" + name + "' is weggelaten: een gemiddelde naast de cijfers"});
    for (const csv::Row& row : rows)
      for (std::size_t i = layout.first; i < std::min(size_, row.fields.size()); ++i)
        if (const auto cell = read_own_cell(row.fields[i].text); cell && cell->figure)
          percent_ = percent_.value_or(cell->percent);
  }

  void read(const csv::Row& row) {
    if (row.fields.size() > layout_.names.size() &&
        !has_its_cells(row, layout_.names.size(), diagnostics_))
      return;
    const StarredLabel label = split_stars(row.fields[0].text);
    if (!has_its_label(row.fields[0], label.label)) return;
    const std::size_t series = into_.open(head(row));
    for (std::size_t i = layout_.first; i < std::min(size_, row.fields.size()); ++i) {
      const StarredLabel above = split_stars(layout_.names[i]);
      const auto period = period_of(above.label, label.label);
      if (!period) continue;
      PublishedRow made;
      made.period = *period;
      made.where = row.fields[i].where;
      if (layout_.across != WideLayout::Across::periods) made.status = label.status;
      if (above.status != FigureStatus::definitive) made.status = above.status;
      if (figure(row.fields[i], made)) into_.add(series, std::move(made));
    }
  }
  /// What was left out of all rows.
  void tell_missing() { missing_.tell(into_); }

 private:
  bool has_its_label(const csv::Field& cell, std::string_view label) {
    const bool fits = layout_.across == WideLayout::Across::parts ? is_a_year(label)
                      : layout_.across == WideLayout::Across::years
                          ? is_part(label, layout_.numbers)
                          : !label.empty();
    if (fits) return true;
    if (layout_.across == WideLayout::Across::years && names_a_mean(label)) {
      into_.remark({"the row '" + cell.text + "' is left out: a mean below the figures",
                    "de rij '" + cell.text + "' is weggelaten: een gemiddelde onder de cijfers"});
      return false;
    }
    not_a_period(cell,
                 {"a row begins with its year (2025), month (januari) or series, as the rows above",
                  "een rij begint met haar jaar (2025), maand (januari) of reeks, zoals de rijen "
                  "erboven"},
                 diagnostics_);
    return false;
  }
  std::optional<Period> period_of(std::string_view above, std::string_view label) const {
    switch (layout_.across) {
      case WideLayout::Across::parts:
        return part_of(label, above, layout_.numbers);
      case WideLayout::Across::years:
        return part_of(above, label, layout_.numbers);
      case WideLayout::Across::periods:
        return typed_periods({above}, true).periods[0];
    }
    return std::nullopt;
  }
  Head head(const csv::Row& row) const {
    Head made;
    made.states_status = false;
    made.loses_zeros = true;
    made.title = layout_.title;
    if (percent_.value_or(false)) made.unit = SeriesUnit::percent;
    if (layout_.across == WideLayout::Across::periods) {
      std::string name;
      for (std::size_t i = 0; i < std::min(layout_.first, row.fields.size()); ++i)
        if (!row.fields[i].text.empty()) name += (name.empty() ? "" : ", ") + row.fields[i].text;
      if (several_) made.table = name;
      made.title = name;
    }
    made.base = stated_base(made.title);
    if (made.base.empty()) made.base = layout_.base;
    return made;
  }
  bool figure(const csv::Field& cell, PublishedRow& made) {
    const auto read = read_own_cell(cell.text);
    if (!read) {
      not_an_own_figure(cell, diagnostics_);
      return false;
    }
    if (read->status != FigureStatus::definitive) made.status = read->status;
    if (!read->figure) {
      missing_.see(cell, made.period);
      return !cell.text.empty();  // an empty cell is a month still to come
    }
    if (read->percent != percent_.value_or(false)) {
      percent_among_others(cell, diagnostics_);
      return false;
    }
    own_.put(*read, into_, made);
    return true;
  }

  const WideLayout& layout_;
  std::size_t size_;
  OwnFigures own_;
  MissingFigures missing_;
  bool several_;
  Collector& into_;
  Diagnostics& diagnostics_;
  std::optional<bool> percent_;
};

std::vector<csv::Row> wide_rows(const SourceText& file, const WideLayout& layout,
                                Diagnostics& diagnostics) {
  std::vector<csv::Row> made;
  csv::RowReader rows(file, {layout.separator, "I0305"}, diagnostics);
  for (csv::Row row; rows.next(row);) {
    if (row.where.begin <= layout.begin) continue;
    const bool empty = std::all_of(row.fields.begin(), row.fields.end(),
                                   [](const csv::Field& cell) { return cell.text.empty(); });
    if (!empty && !is_a_source(row)) made.push_back(row);
  }
  return made;
}

}  // namespace

bool is_wide_csv(std::string_view bytes) {
  const auto layout = wide_layout(bytes);
  if (!layout || layout->across != WideLayout::Across::periods || !is_pxweb_csv(bytes))
    return layout.has_value();
  // PxWeb puts periods beside each other as well, and writes them without blanks: 2024Q1.
  return std::any_of(
      layout->names.begin() + static_cast<std::ptrdiff_t>(layout->first), layout->names.end(),
      [](const std::string& name) { return name.find_first_of(" -/'.") != std::string::npos; });
}

void read_wide_csv(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    const auto layout = wide_layout(file->bytes());
    if (!layout) continue;
    const std::size_t before = diagnostics.list().size();
    std::vector<csv::Row> rows = wide_rows(*file, *layout, diagnostics);
    const bool months_below = layout->across == WideLayout::Across::years;
    take_foot(rows, into, [&](std::string_view label) {
      return months_below && (names_a_mean(label) || is_part(label, layout->numbers));
    });
    WideReader reader(*layout, rows, into, diagnostics);
    for (const csv::Row& row : rows) {
      reader.read(row);
      if (diagnostics.list().size() >= before + enough_problems) return;
    }
    reader.tell_missing();
  }
}

}  // namespace pricetalk::publication
