#include <algorithm>

#include "document/words.hpp"
#include "index/publication/cells.hpp"
#include "index/publication/code_tree.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/flash_watch.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/sdmx_codes.hpp"
#include "index/publication/units.hpp"

/// Eurostat's bulk TSV, built from the parsers that read it, without a genuine file at hand: one
/// row a series, its key in the first cell (`M,I15,CP00,EA`), one column a period, in each cell a
/// figure and its flags (`171.44 p`), `:` where there is none. The file does not say of which table
/// it is; only its name does.
namespace pricetalk::publication {

using document::lower;
using document::trimmed;

namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (;;) {
    const auto at = text.find(separator);
    parts.emplace_back(trimmed(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

/// `prc_hicp_midx` from `estat_prc_hicp_midx.tsv.gz`; empty when the name is none of Eurostat's.
std::string table_in_name(std::string_view name) {
  name = name.substr(name.find_last_of("/\\") + 1);
  name = name.substr(0, name.find_first_of(".$ ("));
  std::string code = lower(name);
  if (code.starts_with("estat_")) code.erase(0, 6);
  if (code.ends_with("_filtered")) code.erase(code.size() - 9);
  const bool plain = std::all_of(code.begin(), code.end(), [](char c) {
    return document::is_digit(c) || document::is_letter(c) || c == '_';
  });
  return plain && code.find('_') != std::string::npos && document::is_letter(code.front())
             ? code
             : std::string();
}

class TsvReader {
 public:
  TsvReader(const SourcePtr& file, Collector& into, Diagnostics& diagnostics)
      : table_(table_in_name(file->name())), into_(into), diagnostics_(diagnostics) {
    if (table_.empty())
      into_.remark({"the file does not say of which Eurostat table it is, and its name neither",
                    "het bestand zegt niet bij welke tabel van Eurostat het hoort, en de naam ook "
                    "niet"});
    else
      into_.remark({"the table is taken from the name of the file: " + table_,
                    "de tabel is afgeleid uit de bestandsnaam: " + table_});
  }

  bool heading(const csv::Row& row) {
    const std::string& key = row.fields.front().text;
    dimensions_ = split(std::string_view(key).substr(0, key.find('\\')), ',');
    for (std::size_t i = 1; i < row.fields.size(); ++i) {
      const csv::Field& cell = row.fields[i];
      // Old files have a separator at the end of the line.
      if (cell.text.empty() && i + 1 == row.fields.size()) break;
      const auto period = read_period(cell.text);
      if (!period && is_half_year(cell.text))
        into_.remark(half_years_left_out());
      else if (!period)
        not_a_period(cell,
                     {"a period is written as 2025-07, 2025-Q3 or 2025",
                      "een periode staat er als 2025-07, 2025-Q3 of 2025"},
                     diagnostics_);
      periods_.push_back(period);
    }
    return !diagnostics_.has_errors();
  }

  void read(const csv::Row& row) {
    const std::vector<std::string> codes = split(row.fields.front().text, ',');
    const std::size_t width = periods_.size() + 1;
    if (codes.size() != dimensions_.size()) row_too_short(row, width, diagnostics_);
    if (codes.size() != dimensions_.size() || !has_its_cells(row, width, diagnostics_)) {
      ++problems_;
      return;
    }
    std::size_t group = 0;
    const auto head = head_of(codes, group);
    if (!head) return;
    std::vector<PublishedRow> rows;
    std::optional<Period> first;
    for (std::size_t i = 0; i < periods_.size(); ++i) {
      if (!periods_[i]) continue;
      PublishedRow made;
      made.period = *periods_[i];
      made.where = row.fields[i + 1].where;
      if (!cell(row.fields[i + 1], made)) continue;
      if (made.value && (!first || made.period < *first)) first = made.period;
      flash_.note(group, head->unit, made.period, made.value.has_value());
      rows.push_back(std::move(made));
    }
    // What stands before the first figure is outside the series, not missing from it.
    if (!first) return;
    const std::size_t series = into_.open(*head);
    for (PublishedRow& made : rows)
      if (!(made.period < *first)) into_.add(series, std::move(made));
  }
  bool gives_up() const { return problems_ >= enough_problems; }
  void finish() { flash_.tell(into_); }

 private:
  std::optional<Head> head_of(const std::vector<std::string>& codes, std::size_t& group) {
    Head made;
    made.publisher = "Eurostat";
    made.loses_zeros = true;
    made.table = table_;
    bool has_unit = false;
    CodeTree::Node node = CodeTree::root;
    for (std::size_t i = 0; i < codes.size(); ++i) {
      const std::string& name = dimensions_[i];
      if (name == "freq") continue;
      made.table += (made.table.empty() ? "" : " ") + codes[i];
      if (name != "unit") {
        made.title += (made.title.empty() ? "" : ", ") + codes[i];
        node = groups_.step(node, codes[i]);
        continue;
      }
      has_unit = true;
      if (take_sdmx_unit(codes[i], {}, made)) continue;
      into_.remark(left_out(table_.empty() ? "Eurostat" : table_, codes[i]));
      return std::nullopt;
    }
    if (!has_unit)
      into_.remark({"the file has no dimension 'unit'; unit and base are unknown",
                    "het bestand heeft geen dimensie 'unit'; eenheid en basis zijn onbekend"});
    group = node;
    return made;
  }
  bool cell(const csv::Field& field, PublishedRow& made) {
    const std::string_view text = field.text;
    const std::string_view figure = text.substr(0, text.find(' '));
    const auto flags = sdmx_flags(text.substr(figure.size()));
    if (!flags) {
      ++problems_;
      not_a_status(field,
                   {"flags of Eurostat stand behind the figure: p, e, r, b, c, u",
                    "achter het cijfer staan de letters van Eurostat: p, e, r, b, c, u"},
                   diagnostics_);
      return false;
    }
    made.status = flags->status;
    if (figure.empty() || figure == ":" || flags->missing) return true;
    // Eurostat groups no thousands: a comma comes from a spreadsheet.
    if (figure.find(',') == std::string_view::npos)
      made.value = read_number(figure, DecimalMark::point);
    if (made.value) return true;
    ++problems_;
    not_a_figure(field,
                 {"a cell holds a figure and its flags, as in '171.44 p', or ':'; take the file as "
                  "Eurostat hands it out",
                  "in een cel staan een cijfer en de letters erbij, zoals '171.44 p', of ':'; neem "
                  "het bestand zoals Eurostat het levert"},
                 diagnostics_);
    return false;
  }

  std::string table_;
  Collector& into_;
  Diagnostics& diagnostics_;
  std::vector<std::string> dimensions_;
  std::vector<std::optional<Period>> periods_;
  CodeTree groups_;
  FlashWatch flash_;
  std::size_t problems_ = 0;
};

}  // namespace

bool is_eurostat_tsv(std::string_view bytes) {
  const auto lines = first_lines(bytes, 1);
  if (lines.empty()) return false;
  const std::string_view key = lines.front().substr(0, lines.front().find('\t'));
  if (key.size() == lines.front().size()) return false;
  const std::string name = lower(trimmed(key));
  return name.ends_with("\\time_period") || name.ends_with("\\time");
}

void read_eurostat_tsv(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    csv::RowReader rows(*file, {'\t', "I0305"}, diagnostics);
    TsvReader reader(file, into, diagnostics);
    csv::Row row;
    if (!rows.next(row) || !reader.heading(row)) return;
    while (rows.next(row) && !reader.gives_up()) reader.read(row);
    reader.finish();
  }
}

}  // namespace pricetalk::publication
