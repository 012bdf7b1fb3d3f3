#include "invoice/layout.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "document/words.hpp"
#include "invoice/column_advice.hpp"
#include "invoice/heading.hpp"
#include "invoice/reading_hypothesis.hpp"
#include "invoice/sheets.hpp"
#include "invoice/sign_words.hpp"

namespace pricetalk::invoices {

namespace {

constexpr std::size_t enough_rows = 1000;

/// The line at an offset of the text, without its end.
std::string_view line_at(std::string_view bytes, std::size_t begin) {
  const std::string_view rest = bytes.substr(std::min(begin, bytes.size()));
  return rest.substr(0, std::min(rest.find_first_of("\r\n"), rest.size()));
}

/// Where the line after this one begins.
std::size_t next_line(std::string_view bytes, std::size_t begin) {
  const std::size_t end = begin + line_at(bytes, begin).size();
  if (end >= bytes.size()) return bytes.size();
  return end + (bytes.substr(end).starts_with("\r\n") ? 2 : 1);
}

/// Of the marks that could stand between columns, the one under which the most headings are known.
char separator_of(std::string_view heading) {
  char best = ',';
  std::size_t most_known = 0;
  std::size_t most = 0;
  const std::string line(heading);
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

std::size_t known_in(std::string_view line, char separator) {
  Diagnostics unused;
  const SourceText text("heading", std::string(line));
  csv::RowReader reader(text, {separator, "A0102"}, unused);
  csv::Row row;
  return reader.next(row) ? known_headings(row) : 0;
}

/// Finds the heading: below the lines that a column file skips, and below what a program printed
/// above it. What is no heading at all is left to be told so.
void find_heading(Layout& layout) {
  constexpr std::size_t most_above = 40;
  constexpr std::size_t few_headings = 3;
  const std::string_view bytes = layout.source->bytes();
  std::size_t begin = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const bool stated = layout.terms != nullptr && layout.terms->delimiter;
  const std::string_view first = line_at(bytes, begin);
  std::optional<char> separator;
  if (first.starts_with("sep=") && first.size() == 5) {  // a line that spreadsheets write
    separator = first.back();
    begin = next_line(bytes, begin);
    ++layout.skip;
  }
  if (stated) {
    const std::string& mark = layout.terms->delimiter->value;
    separator = mark == "tab" ? '\t' : mark.front();
  }
  if (bytes.find(sheet_separator) != std::string_view::npos) separator = sheet_separator;
  const int skip = layout.terms != nullptr && layout.terms->skip ? layout.terms->skip->value : 0;
  for (int i = 0; i < skip; ++i, ++layout.skip) begin = next_line(bytes, begin);
  layout.begin = begin;
  layout.separator = separator.value_or(separator_of(line_at(bytes, begin)));
  std::size_t lines = 0;
  for (std::size_t at = begin; at < bytes.size() && lines < most_above;
       at = next_line(bytes, at), ++lines) {
    const std::string_view line = line_at(bytes, at);
    const char mark = separator.value_or(separator_of(line));
    if (line.empty() || known_in(line, mark) < few_headings) continue;
    layout.begin = at;
    layout.separator = mark;
    layout.skip += lines;
    return;
  }
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
    drop_days_that_are_none(Column::paid);
    drop_days_that_are_none(Column::due);
    if (!decide()) return false;
    layout_.quantity_marks = layout_.marks;
    return prove_reading(sample_, marks_are_told() ? nullptr : &*unsure_number_, layout_,
                         diagnostics_) &&
           find_sign_column(sample_, layout_, diagnostics_);
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

  bool marks_are_told() const { return marks_known_ || points_ + commas_ > 0 || !unsure_number_; }

  void look(const csv::Row& row) {
    if (row.fields.size() != layout_.width || kind_of(row, layout_) != RowKind::charge) return;
    if (sample_.size() < enough_rows) sample_.push_back(row);
    if (const csv::Field* period = cell(row, Column::period)) {
      if (!numbered_ && cells::numbered_period(period->text)) numbered_ = *period;
      only_counted_ = only_counted_ && (period->text.empty() || is_a_count(period->text));
      if (!counted_ && !period->text.empty()) counted_ = *period;
    }
    for (const Column column : {Column::unit_price, Column::amount, Column::vat, Column::quantity})
      if (const csv::Field* field = cell(row, column)) number(*field, column);
    for (const Column column :
         {Column::date, Column::from, Column::to, Column::period, Column::paid, Column::due})
      if (const csv::Field* field = cell(row, column)) date(*field);
  }

  /// `1`, `012`: a number beside a year that stands elsewhere.
  static bool is_a_count(const std::string& text) {
    return text.size() <= 3 && document::all_digits(text);
  }

  void number(const csv::Field& field, Column column) {
    using Says = cells::MarkEvidence::Says;
    // Three decimals of a quantity say nothing of those of a price, and a rate has words.
    if (column == Column::vat && field.text.find('%') != std::string::npos) return;
    if (column == Column::quantity && points_ + commas_ > 0) {
      layout_.marks_matter =
          layout_.marks_matter || cells::mark_evidence(field.text).says != Says::nothing;
      return;
    }
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

  /// "Ja" and "Nee" under Betaald say whether, not when.
  void drop_days_that_are_none(Column column) {
    auto& position = layout_.positions[static_cast<std::size_t>(column)];
    if (!position || (layout_.terms != nullptr && layout_.terms->columns.paid)) return;
    bool any = false;
    for (const csv::Row& row : sample_) {
      const std::string& text = row.fields[*position].text;
      any = any || !text.empty();
      if (cells::date(text, DateOrder::day_month_year) ||
          cells::date(text, DateOrder::month_day_year))
        return;
    }
    if (!any) return;
    layout_.left_out.push_back(layout_.heading[*position]);
    position.reset();
  }

  /// `Boekjaar;Periode` with 2025;1 is the month of the books: a service may be of another one.
  bool periods_are_of_the_books() {
    if (!only_counted_ || !counted_) return false;
    const std::string name = layout_.heading[*layout_.at(Column::period)];
    const std::string write = "ignore = [\"" + name + "\"]";
    diagnostics_.error(
        "A0116", counted_->where,
        {"'" + counted_->text + "' is no period: '" + name + "' counts the periods of the books",
         "'" + counted_->text + "' is geen periode: '" + name +
             "' telt de perioden van de boekhouding"},
        {"does the day of the invoice tell the period? Write " + write +
             " and period_of = \"month-of-date\" (or month-before-date) in a column file, and add "
             "--columns FILE; else add a column with the month, as 2025-01",
         "volgt de periode uit de factuurdatum? Schrijf " + write +
             " en period_of = \"month-of-date\" (of month-before-date) in een kolombestand, en "
             "geef dat met --columns; voeg anders een kolom met de maand toe, zoals 2025-01"});
    return true;
  }

  /// Whether the day of the invoice lies in the period of its row in one order of day and month
  /// only, in several months; then that is the order.
  bool told_by_periods() {
    constexpr std::size_t enough_months = 3;
    std::set<Date> day_first;
    std::set<Date> month_first;
    for (const csv::Row& row : sample_) {
      const csv::Field* day = cell(row, Column::date);
      const csv::Field* stated = cell(row, Column::period);
      const auto period = day && stated ? cells::period(stated->text, std::nullopt) : std::nullopt;
      if (!period || cells::order_evidence(day->text) != cells::OrderEvidence::either) continue;
      const auto lies_in = [&](DateOrder order) {
        const auto date = cells::date(day->text, order);
        return date && period->first <= *date && *date <= period->second;
      };
      const bool a = lies_in(DateOrder::day_month_year);
      const bool b = lies_in(DateOrder::month_day_year);
      if (a && !b) day_first.insert(period->first);
      if (b && !a) month_first.insert(period->first);
    }
    if (std::max(day_first.size(), month_first.size()) < enough_months ||
        (!day_first.empty() && !month_first.empty()))
      return false;
    layout_.order = day_first.empty() ? DateOrder::month_day_year : DateOrder::day_month_year;
    const std::string months = std::to_string(std::max(day_first.size(), month_first.size()));
    layout_.proofs.push_back(
        {"dates lie in the period of their row so, in " + months + " months",
         "datums liggen zo in de periode van hun regel, in " + months + " maanden"});
    return true;
  }

  bool periods_are_told() {
    const ColumnTerms* terms = layout_.terms;
    if (terms != nullptr && terms->periods) {
      layout_.numbered_months = terms->periods->value == NumberedPeriods::months;
      layout_.numbered_four_weeks = !layout_.numbered_months;
      return true;
    }
    if (!numbered_) return true;
    diagnostics_.error(
        "A0165", numbered_->where,
        {"'" + numbered_->text + "': a month, or one of thirteen periods of four weeks?",
         "'" + numbered_->text + "': een maand, of een van dertien perioden van vier weken?"},
        in_column_file({"write periods = \"months\" (or four-weeks)",
                        "schrijf periods = \"months\" (of four-weeks)"}));
    return false;
  }

  bool decide() {
    if (!marks_known_ && points_ + commas_ > 0) marks_from(commas_ > points_ ? ',' : '.');
    if (periods_are_of_the_books() || !periods_are_told()) return false;
    if (!layout_.order) {
      if (day_first_ + month_first_ > 0) {
        layout_.order =
            month_first_ > day_first_ ? DateOrder::month_day_year : DateOrder::day_month_year;
      } else if (unsure_date_ && !told_by_periods()) {
        const std::string text = unsure_date_->text;
        diagnostics_.error(
            "A0113", unsure_date_->where,
            {"'" + text + "': day or month first? No date in the file tells",
             "'" + text +
                 "': eerst de dag of eerst de maand? Geen datum in het bestand maakt dat "
                 "duidelijk"},
            in_column_file({"write dates = \"day-month-year\" (or month-day-year)",
                            "schrijf dates = \"day-month-year\" (of month-day-year)"}));
        return false;
      }
    }
    return true;
  }

  Layout& layout_;
  Diagnostics& diagnostics_;
  bool marks_known_ = false;
  std::size_t points_ = 0;
  std::size_t commas_ = 0;
  std::size_t day_first_ = 0;
  std::size_t month_first_ = 0;
  std::vector<csv::Row> sample_;  ///< of rows that charge something
  std::optional<csv::Field> numbered_;
  std::optional<csv::Field> counted_;  ///< the first period
  bool only_counted_ = true;           ///< all periods are numbers without a year
  std::optional<csv::Field> unsure_number_;
  std::optional<csv::Field> unsure_date_;
};

}  // namespace

csv::RowReader rows_below(const Layout& layout, Diagnostics& diagnostics, bool piece) {
  csv::RowReader reader(*layout.source, {layout.separator, "A0102", piece, layout.begin},
                        diagnostics);
  csv::Row row;
  reader.next(row);
  return reader;
}

std::optional<Layout> layout_of(const invoice_text::Decoded& text, const ColumnTerms* terms,
                                Diagnostics& diagnostics) {
  Layout made;
  made.source = text.source;
  made.encoding = text.encoding;
  made.terms = terms;
  find_heading(made);
  csv::RowReader reader(*made.source, {made.separator, "A0102", false, made.begin}, diagnostics);
  csv::Row row;
  if (!reader.next(row)) {
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
  // A worksheet stores no thousands; 7,500 in a text can be anything.
  if (made.separator == sheet_separator && made.marks.decimal == '.' &&
      (terms == nullptr || !terms->thousands))
    made.marks.thousands = made.quantity_marks.thousands = '\0';
  return made;
}

namespace {

Phrase name_of_separator(char separator) {
  if (separator == '\t') return {"tabs", "tabs"};
  if (separator == ',') return {"commas", "komma's"};
  return same(std::string(1, separator));
}

}  // namespace

Phrase Layout::read_as() const {
  Phrase made =
      separator == sheet_separator ? Phrase{"worksheet", "werkblad"} : invoice_text::name(encoding);
  const auto add = [&](const std::string& en, const std::string& nl) {
    made.en += ", " + en;
    made.nl += ", " + nl;
  };
  if (separator != sheet_separator) {
    const Phrase mark = name_of_separator(separator);
    add(mark.en + " between columns", mark.nl + " tussen de kolommen");
  }
  if (marks_matter && separator != sheet_separator)
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
  for (const Phrase& proof : proofs) {
    made.en += "; " + proof.en;
    made.nl += "; " + proof.nl;
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
