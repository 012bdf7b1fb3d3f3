#include "invoice/layout.hpp"

#include <algorithm>
#include <array>

#include "document/words.hpp"
#include "invoice/heading.hpp"

namespace pricetalk::invoices {

namespace {

constexpr std::size_t enough_rows = 1000;

/// The line at an offset of the text, without its end.
std::string_view line_of(std::string_view bytes, std::size_t skip) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  for (std::size_t i = 0;; ++i) {
    const auto end = std::min(bytes.find_first_of("\r\n"), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    if (i == skip || end == bytes.size()) return line;
    bytes.remove_prefix(end + (bytes.substr(end).starts_with("\r\n") ? 2 : 1));
  }
}

/// Of the marks that could stand between columns, the one under which the most headings are known.
char separator_of(const SourcePtr& source, std::size_t skip) {
  char best = ',';
  std::size_t most_known = 0;
  std::size_t most = 0;
  const std::string line(line_of(source->bytes(), skip));
  for (const char candidate : {',', ';', '\t', '|'}) {
    Diagnostics unused;
    const SourceText text("heading", line);
    csv::RowReader reader(text, {candidate, "A0102"}, unused);
    csv::Row row;
    if (!reader.next(row)) continue;
    const std::size_t known = known_headings(row);
    if (known > most_known || (known == most_known && row.fields.size() > most)) {
      best = candidate;
      most_known = known;
      most = row.fields.size();
    }
  }
  return best;
}

/// What the rows say about marks and dates.
class Look {
 public:
  Look(Layout& layout, Diagnostics& diagnostics) : layout_(layout), diagnostics_(diagnostics) {}

  bool look() && {
    const ColumnTerms* terms = layout_.terms;
    if (terms != nullptr && terms->decimal) marks_from(terms->decimal->value.front());
    if (terms != nullptr && terms->thousands)
      layout_.marks.thousands =
          terms->thousands->value.empty() ? '\0' : terms->thousands->value.front();
    marks_known_ = terms != nullptr && terms->decimal;
    if (terms != nullptr && terms->dates) layout_.order = terms->dates->value;
    Diagnostics unused;
    csv::RowReader rows = rows_below(layout_, unused);
    csv::Row row;
    for (std::size_t i = 0; (i < enough_rows || !decided()) && rows.next(row); ++i) look(row);
    drop_vat_words();
    return decide();
  }

 private:
  bool decided() const {
    return (marks_known_ || points_ + commas_ > 0 || !unsure_number_) &&
           (layout_.order || day_first_ + month_first_ > 0 || !unsure_date_);
  }

  void marks_from(char decimal) {
    layout_.marks = decimal == ',' ? cells::NumberMarks{',', '.'} : cells::NumberMarks{'.', ','};
  }

  const csv::Field* cell(const csv::Row& row, Column column) const {
    const auto position = layout_.at(column);
    return position && *position < row.fields.size() ? &row.fields[*position] : nullptr;
  }

  void look(const csv::Row& row) {
    if (row.fields.size() != layout_.width) return;
    for (const Column column : {Column::quantity, Column::unit_price, Column::amount, Column::vat})
      if (const csv::Field* field = cell(row, column)) number(*field, column);
    for (const Column column :
         {Column::date, Column::from, Column::to, Column::period, Column::paid, Column::due})
      if (const csv::Field* field = cell(row, column)) date(*field);
  }

  void number(const csv::Field& field, Column column) {
    using Says = cells::MarkEvidence::Says;
    const bool word = column == Column::vat && !field.text.empty() &&
                      (field.text.find('%') != std::string::npos ||
                       std::none_of(field.text.begin(), field.text.end(), document::is_digit));
    if (word) vat_words_ = true;
    switch (cells::mark_evidence(field.text).says) {
      case Says::nothing:
        return;
      case Says::point:
        ++points_;
        break;
      case Says::comma:
        ++commas_;
        break;
      case Says::either:
        if (!unsure_number_) unsure_number_ = field;
        break;
    }
    layout_.marks_matter = true;
  }

  void date(const csv::Field& field) {
    switch (cells::order_evidence(field.text)) {
      case cells::OrderEvidence::nothing:
        return;
      case cells::OrderEvidence::day_first:
        ++day_first_;
        break;
      case cells::OrderEvidence::month_first:
        ++month_first_;
        break;
      case cells::OrderEvidence::either:
        if (!unsure_date_) unsure_date_ = field;
        break;
    }
    layout_.order_matters = true;
  }

  /// "Hoog" or "21%" in a column called Btw is a rate, not an amount.
  void drop_vat_words() {
    const auto position = layout_.at(Column::vat);
    const bool stated = layout_.terms != nullptr && layout_.terms->columns.vat;
    if (!vat_words_ || !position || stated) return;
    layout_.positions[static_cast<std::size_t>(Column::vat)].reset();
    Diagnostics unused;
    csv::RowReader rows(*layout_.source, {layout_.separator, "A0102"}, unused);
    csv::Row row;
    for (std::size_t i = 0; i <= layout_.skip; ++i)
      if (!rows.next(row)) return;
    layout_.left_out.push_back(row.fields[*position].text);
  }

  bool decide() {
    if (!marks_known_) {
      if (points_ + commas_ > 0)
        marks_from(commas_ > points_ ? ',' : '.');
      else if (unsure_number_) {
        const std::string text = unsure_number_->text;
        diagnostics_.error(
            "A0114", unsure_number_->where,
            {"'" + text + "' can be read in two ways, and no other number in the file tells which",
             "'" + text +
                 "' is op twee manieren te lezen, en geen ander getal in het bestand maakt "
                 "duidelijk hoe"},
            {"write decimal = \",\" or decimal = \".\" in a column file, and add --columns FILE",
             "schrijf decimal = \",\" of decimal = \".\" in een kolombestand, en geef dat met "
             "--columns"});
        return false;
      }
    }
    if (!layout_.order) {
      if (day_first_ + month_first_ > 0) {
        layout_.order =
            month_first_ > day_first_ ? DateOrder::month_day_year : DateOrder::day_month_year;
      } else if (unsure_date_) {
        const std::string text = unsure_date_->text;
        diagnostics_.error(
            "A0113", unsure_date_->where,
            {"'" + text + "': day or month first? No date in the file tells",
             "'" + text +
                 "': eerst de dag of eerst de maand? Geen datum in het bestand maakt dat "
                 "duidelijk"},
            {"write dates = \"day-month-year\" (or month-day-year) in a column file, and add "
             "--columns FILE",
             "schrijf dates = \"day-month-year\" (of month-day-year) in een kolombestand, en geef "
             "dat met --columns"});
        return false;
      }
    }
    return true;
  }

  Layout& layout_;
  Diagnostics& diagnostics_;
  bool marks_known_ = false;
  bool vat_words_ = false;
  std::size_t points_ = 0;
  std::size_t commas_ = 0;
  std::size_t day_first_ = 0;
  std::size_t month_first_ = 0;
  std::optional<csv::Field> unsure_number_;
  std::optional<csv::Field> unsure_date_;
};

}  // namespace

csv::RowReader rows_below(const Layout& layout, Diagnostics& diagnostics, bool piece) {
  csv::RowReader reader(*layout.source, {layout.separator, "A0102", piece}, diagnostics);
  csv::Row row;
  for (std::size_t i = 0; i <= layout.skip; ++i) reader.next(row);
  return reader;
}

std::optional<Layout> layout_of(const invoice_text::Decoded& text, const ColumnTerms* terms,
                                Diagnostics& diagnostics) {
  Layout made;
  made.source = text.source;
  made.encoding = text.encoding;
  made.terms = terms;
  if (terms != nullptr && terms->skip) made.skip = static_cast<std::size_t>(terms->skip->value);
  const std::string_view first = line_of(text.source->bytes(), 0);
  if (first.starts_with("sep=") && first.size() == 5) {  // a line that spreadsheets write
    ++made.skip;
    made.separator = first.back();
  } else {
    made.separator = separator_of(text.source, made.skip);
  }
  if (terms != nullptr && terms->delimiter) {
    const std::string& stated = terms->delimiter->value;
    made.separator = stated == "tab" ? '\t' : stated.front();
  }
  csv::RowReader reader(*made.source, {made.separator, "A0102"}, diagnostics);
  csv::Row row;
  for (std::size_t i = 0; i <= made.skip; ++i) {
    if (reader.next(row)) continue;
    if (!diagnostics.has_errors())
      diagnostics.error("A0101", {made.source.get(), 0, 0},
                        {"there is no heading", "er is geen kopregel"},
                        {"the first line names the columns", "de eerste regel noemt de kolommen"});
    return std::nullopt;
  }
  if (!read_heading(row, made, diagnostics)) return std::nullopt;
  csv::Row below;
  Diagnostics unused;
  csv::RowReader rows = rows_below(made, unused);
  if (!rows.next(below) && unused.empty())
    diagnostics.error(
        "A0109", row.where,
        {"there are no rows below the heading", "onder de kopregel staan geen regels"});
  if (!made.documented && !Look(made, diagnostics).look()) return std::nullopt;
  return made;
}

Phrase Layout::read_as() const {
  const Phrase letters = invoice_text::name(encoding);
  Phrase made = letters;
  const auto add = [&](const std::string& en, const std::string& nl) {
    made.en += ", " + en;
    made.nl += ", " + nl;
  };
  if (separator == '\t')
    add("tabs between columns", "tabs tussen de kolommen");
  else if (separator == ',')
    add("commas between columns", "komma's tussen de kolommen");
  else
    add(std::string(1, separator) + " between columns",
        std::string(1, separator) + " tussen de kolommen");
  if (marks_matter)
    marks.decimal == ',' ? add("decimal comma", "decimale komma")
                         : add("decimal point", "decimale punt");
  if (order_matters && order) switch (*order) {
      case DateOrder::day_month_year:
        add("day-month-year", "dag-maand-jaar");
        break;
      case DateOrder::month_day_year:
        add("month-day-year", "maand-dag-jaar");
        break;
      case DateOrder::year_month_day:
        add("year-month-day", "jaar-maand-dag");
        break;
    }
  if (!left_out.empty()) {
    std::string list;
    for (const std::string& each : left_out) list += (list.empty() ? "" : ", ") + each;
    made.en += "; not used: " + list;
    made.nl += "; niet gebruikt: " + list;
  }
  return made;
}

}  // namespace pricetalk::invoices
