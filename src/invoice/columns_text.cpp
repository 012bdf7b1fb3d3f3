#include "invoice/columns_text.hpp"

#include <algorithm>
#include <vector>

#include "document/toml_text.hpp"
#include "document/word_of.hpp"
#include "invoice/columns_dictionary.hpp"
#include "invoice/einvoice.hpp"
#include "invoice/layout.hpp"
#include "invoice/sheets.hpp"
#include "invoice/text.hpp"

namespace pricetalk::invoices {

namespace {

std::string toml_list(const std::vector<std::string>& texts) {
  std::string made;
  for (const std::string& each : texts) made += (made.empty() ? "" : ", ") + toml_text(each);
  return "[" + made + "]";
}

class ColumnsText {
 public:
  explicit ColumnsText(const Layout& layout) : layout_(layout) {}

  std::string text() && {
    key("schema", "1");
    if (layout_.separator != sheet_separator) {
      const bool tab = layout_.separator == '\t';
      word("delimiter", tab ? "tab" : std::string(1, layout_.separator));
      word("encoding", word_of(layout_.encoding));
      if (layout_.skip > 0) key("skip", std::to_string(layout_.skip));
    }
    marks();
    if (layout_.order) word("dates", word_of(*layout_.order));
    meanings();
    as_told();
    columns();
    fixed();
    return std::move(made_);
  }

 private:
  void key(const std::string& name, const std::string& value) {
    made_ += name + " = " + value + "\n";
  }
  void word(const std::string& name, const std::string& value) { key(name, toml_text(value)); }

  static std::string mark(char of) { return of == '\0' ? std::string() : std::string(1, of); }

  void marks() {
    word("decimal", mark(layout_.marks.decimal));
    word("thousands", mark(layout_.marks.thousands));
    if (layout_.quantity_marks.decimal != layout_.marks.decimal)
      word("quantity_decimal", mark(layout_.quantity_marks.decimal));
  }

  /// What cells mean.
  void meanings() {
    if (layout_.amount_with_vat) word("amount_is", word_of(AmountIs::with_vat));
    if (layout_.at(Column::vat))
      word("vat_is", word_of(layout_.vat_is_rate ? VatIs::rate : VatIs::amount));
    if (layout_.numbered_months) word("periods", word_of(NumberedPeriods::months));
    if (layout_.numbered_four_weeks) word("periods", word_of(NumberedPeriods::four_weeks));
  }

  /// What nobody can tell from the file, and a column file said.
  void as_told() {
    std::vector<std::string> ignored = layout_.left_out;
    for (const std::size_t column : layout_.ignored) ignored.push_back(layout_.heading[column]);
    std::erase(ignored, "");
    std::sort(ignored.begin(), ignored.end());
    ignored.erase(std::unique(ignored.begin(), ignored.end()), ignored.end());
    if (!ignored.empty()) key("ignore", toml_list(ignored));
    const ColumnTerms* terms = layout_.terms;
    if (terms == nullptr) return;
    if (terms->period_of) word("period_of", word_of(terms->period_of->value));
    if (terms->credit_word) word("credit_word", terms->credit_word->value);
    std::vector<std::string> filled;
    for (const Stated<std::string>& each : terms->fill_down) filled.push_back(each.value);
    if (!filled.empty()) key("fill_down", toml_list(filled));
  }

  void columns() {
    made_ += "\n[columns]\n";
    for (std::size_t i = 0; i < column_count; ++i)
      if (layout_.positions[i])
        word(std::string(name(static_cast<Column>(i))), layout_.heading[*layout_.positions[i]]);
  }

  void fixed() {
    if (layout_.terms == nullptr) return;
    const FixedCells& cells = layout_.terms->fixed;
    const std::size_t before = made_.size();
    const auto add = [&](const char* name, const FixedCells::Text& cell) {
      if (cell) word(name, cell->value);
    };
    add("invoice", cells.invoice);
    add("line", cells.line);
    add("part", cells.part);
    add("period", cells.period);
    if (cells.quantity) key("quantity", cells.quantity->value.text());
    if (cells.currency) word("currency", std::string(cells.currency->value.code()));
    add("contract", cells.contract);
    add("order", cells.order);
    if (made_.size() > before) made_.insert(before, "\n[fixed]\n");
  }

  const Layout& layout_;
  std::string made_;
};

}  // namespace

std::optional<std::string> reading_as_columns(const SourcePtr& beginning, const ColumnTerms* terms,
                                              Diagnostics& diagnostics) {
  if (einvoice::is_markup(beginning->bytes())) return std::nullopt;
  const auto stated =
      terms != nullptr && terms->encoding ? std::optional(terms->encoding->value) : std::nullopt;
  const auto text = invoice_text::decoded(beginning, stated, diagnostics);
  if (!text) return std::nullopt;
  const auto layout = layout_of(*text, terms, diagnostics);
  if (!layout) return std::nullopt;
  return ColumnsText(*layout).text();
}

}  // namespace pricetalk::invoices
