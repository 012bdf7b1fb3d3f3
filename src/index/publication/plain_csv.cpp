#include "document/csv.hpp"
#include "document/dictionary.hpp"
#include "document/words.hpp"
#include "index/figures_dictionary.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/formats.hpp"
#include "pricetalk/index/figures.hpp"

namespace pricetalk::publication {

namespace {

using document::lower;
using document::trimmed;

char separator_of(std::string_view line) {
  for (const char each : {';', '\t'})
    if (line.find(each) != std::string_view::npos) return each;
  return ',';
}

std::string_view first_line(std::string_view bytes) {
  return bytes.substr(0, bytes.find_first_of("\r\n"));
}

std::string_view field(std::string_view line, std::size_t which, char separator) {
  for (; which > 0; --which) {
    const auto at = line.find(separator);
    if (at == std::string_view::npos) return {};
    line.remove_prefix(at + 1);
  }
  line = trimmed(line.substr(0, line.find(separator)));
  if (line.size() >= 2 && line.front() == '"' && line.back() == '"')
    line = line.substr(1, line.size() - 2);
  return line;
}

bool is_heading(std::string_view word) {
  const std::string found = lower(word);
  return found == "period" || found == "periode" || found == "perioden";
}

/// The words of the figures file, and their Dutch ones.
std::optional<FigureStatus> status_of(const std::string& text) {
  const std::string word = lower(trimmed(text));
  if (word.empty()) return FigureStatus::definitive;
  for (const auto& [known, status] : Dictionary<FigureStatus>::words)
    if (word == known || word == words(status).nl) return status;
  return std::nullopt;
}

void refuse(const csv::Field& cell, Phrase title, Phrase hint, Diagnostics& diagnostics) {
  diagnostics.error("I0307", cell.where, std::move(title), std::move(hint));
}

class PlainReader {
 public:
  PlainReader(char separator, bool states_status, Collector& into, Diagnostics& diagnostics)
      : mark_(separator == ';' ? DecimalMark::comma : DecimalMark::point),
        into_(into),
        series_(into.open(head(states_status))),
        diagnostics_(diagnostics) {}

  void read(const csv::Row& row) {
    if (row.fields.size() < 2 || row.fields.size() > 4) {
      refuse({"", row.where},
             {"a line has a period and a figure, and perhaps a status and a day of publication",
              "een regel heeft een periode en een cijfer, en eventueel een status en een "
              "publicatiedag"},
             {"write 2026-05,103.01 or 2026-05,103.01,provisional,2026-06-09",
              "schrijf 2026-05,103.01 of 2026-05,103.01,voorlopig,2026-06-09"},
             diagnostics_);
      return;
    }
    PublishedRow made;
    made.where = row.where;
    if (period(row.fields[0], made) && value(row.fields[1], made) &&
        (row.fields.size() < 3 || status(row.fields[2], made)) &&
        (row.fields.size() < 4 || day(row.fields[3], made)))
      into_.add(series_, std::move(made));
  }

 private:
  static Head head(bool states_status) {
    Head made;
    made.states_status = states_status;
    return made;
  }
  bool period(const csv::Field& cell, PublishedRow& made) {
    const StarredLabel label = split_stars(cell.text);
    const auto found = read_period(label.label);
    if (found) {
      made.period = *found;
      made.status = label.status;
      return true;
    }
    refuse(cell, {"'" + cell.text + "' is not a period", "'" + cell.text + "' is geen periode"},
           {"write 2025-07, 2025-Q3 or 2025", "schrijf 2025-07, 2025-Q3 of 2025"}, diagnostics_);
    return false;
  }
  bool value(const csv::Field& cell, PublishedRow& made) {
    if (cell.text.empty() || cell.text == ".") return true;  // listed without a figure
    made.value = read_number(cell.text, mark_);
    // Without thousands both signs are plain.
    if (!made.value)
      made.value = read_number(
          cell.text, mark_ == DecimalMark::comma ? DecimalMark::point : DecimalMark::comma);
    if (made.value) return true;
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
  bool day(const csv::Field& cell, PublishedRow& made) {
    if (cell.text.empty()) return true;
    made.published = Date::parse(cell.text);
    if (made.published) return true;
    refuse(cell, {"'" + cell.text + "' is not a day", "'" + cell.text + "' is geen dag"},
           {"write 2026-06-09", "schrijf 2026-06-09"}, diagnostics_);
    return false;
  }

  DecimalMark mark_;
  Collector& into_;
  std::size_t series_;
  Diagnostics& diagnostics_;
};

}  // namespace

bool is_plain_csv(std::string_view bytes) {
  std::string_view line = first_line(bytes);
  char separator = separator_of(line);
  if (is_heading(field(line, 0, separator))) {
    const std::string second = lower(field(line, 1, separator));
    return second == "value" || second == "waarde" || second == "cijfer" || second == "figure" ||
           second == "index";
  }
  return read_period(split_stars(field(line, 0, separator)).label).has_value() &&
         !field(line, 1, separator).empty();
}

void read_plain_csv(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    std::string_view bytes = file->bytes();
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const char separator = separator_of(first_line(bytes));
    csv::RowReader rows(*file, {separator, "I0305"}, diagnostics);
    const bool states_status = !field(first_line(bytes), 2, separator).empty();
    PlainReader reader(separator, states_status, into, diagnostics);
    bool first = true;
    const std::size_t before = diagnostics.list().size();
    for (csv::Row row; rows.next(row); first = false) {
      if (first && is_heading(row.fields[0].text)) continue;
      reader.read(row);
      if (diagnostics.list().size() >= before + enough_problems) return;
    }
  }
}

}  // namespace pricetalk::publication
