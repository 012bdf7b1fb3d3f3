#include "pricetalk/invoice/invoice.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <unordered_map>
#include <utility>

#include "document/currency_word.hpp"
#include "invoice/einvoice.hpp"
#include "invoice/invoice_vat.hpp"
#include "invoice/largest.hpp"
#include "invoice/layout.hpp"
#include "invoice/reading_hypothesis.hpp"
#include "invoice/row_cells.hpp"
#include "invoice/sign_words.hpp"
#include "invoice/text.hpp"
#include "invoice/vat_on_top.hpp"
#include "invoice/vat_rates.hpp"

namespace pricetalk {

namespace {

using invoices::Column;
using invoices::Layout;
using invoices::RowKind;

}  // namespace

/// Reads the rows of a CSV in one layout.
class CsvRows : private invoices::RowCells {
 public:
  CsvRows(Layout layout, Diagnostics& diagnostics, bool piece)
      : RowCells(std::move(layout), diagnostics),
        rows_(invoices::rows_below(layout_, diagnostics, piece)),
        in_pieces_(piece),
        ascii_(piece && invoice_text::is_ascii(layout_.source->bytes())) {
    if (layout_.terms != nullptr) fixed_ = layout_.terms->fixed;
    if (fixed_.period) fixed_period_ = period_in(fixed_.period->value);
    if (layout_.terms == nullptr) return;
    for (const Stated<std::string>& key : layout_.terms->fill_down)
      for (std::size_t i = 0; i < invoices::column_count; ++i)
        if (invoices::name(static_cast<Column>(i)) == key.value && layout_.positions[i])
          fill_.emplace_back(*layout_.positions[i], "");
  }

  const Layout& layout() const { return layout_; }

  bool next(InvoiceLine& line) {
    while (rows_->next(row_)) {
      if (!may_charge()) continue;
      if (read(line)) return true;
      ++not_read_;
    }
    return false;
  }

  std::size_t not_read() const { return not_read_ + rows_->left_out(); }

  /// How the rows so far were read, with those that charge nothing.
  Phrase read_as() const {
    Phrase made = layout_.read_as();
    const auto add = [&](const Phrase& text) {
      made.en += "; " + text.en;
      made.nl += "; " + text.nl;
    };
    if (products_ > 0 && !layout_.documented) {
      const std::string equal = std::to_string(equal_);
      const std::string all = std::to_string(products_);
      add({"quantity times price is the amount in " + equal + " of " + all + " rows",
           "aantal maal prijs is het bedrag in " + equal + " van de " + all + " regels"});
    }
    const auto count = [&](RowKind kind, const char* en, const char* nl) {
      const Aside& aside = aside_[static_cast<std::size_t>(kind)];
      if (aside.rows == 0) return;
      const std::string rows = std::to_string(aside.rows);
      const std::string line = std::to_string(aside.first_line);
      add({en + rows + " (line " + line + (aside.rows > 1 ? " and on)" : ")"),
           nl + rows + " (regel " + line + (aside.rows > 1 ? " en verder)" : ")")});
    };
    count(RowKind::empty, "empty rows: ", "lege regels: ");
    count(RowKind::heading, "headings repeated: ", "herhaalde kopregels: ");
    count(RowKind::total, "totals, not charged: ", "totalen, niet meegeteld: ");
    count(RowKind::text, "rows of text alone: ", "regels met alleen tekst: ");
    return made;
  }
  /// Whether there is something to tell of a file in the documented layout.
  bool set_rows_aside() const {
    return std::any_of(aside_.begin() + static_cast<std::ptrdiff_t>(RowKind::heading), aside_.end(),
                       [](const Aside& each) { return each.rows > 0; });
  }

  /// Goes on with the row that was left and what follows it.
  bool more(std::string bytes, bool last) {
    const auto at = static_cast<std::uint32_t>(rows_->at());
    const SourcePtr before = layout_.source;
    const std::uint32_t line = before->position(at).line;
    std::string text(before->bytes().substr(at));
    auto read = invoice_text::continued(std::move(bytes), layout_.encoding, ascii_);
    if (!read) {
      diagnostics_->error("A0123", {before.get(), at, at},
                          {"from here on the letters of this file are others than before it",
                           "vanaf hier zijn de letters van dit bestand andere dan daarvoor"},
                          {"save it as UTF-8", "bewaar het als UTF-8"});
      return false;
    }
    ascii_ = ascii_ && invoice_text::is_ascii(*read);
    text += *read;
    layout_.source = std::make_shared<const SourceText>(before->name(), std::move(text), line);
    not_read_ += rows_->left_out();
    rows_.emplace(*layout_.source, csv::Style{layout_.separator, "A0102", !last}, *diagnostics_);
    return true;
  }

 private:
  /// A row with all that a charge needs is not looked at twice.
  bool may_charge() {
    if (row_.fields.size() == layout_.width) {
      if (!fill_.empty()) fill_down();
      const auto has = [&](Column column) {
        const csv::Field* found = field(column);
        return found == nullptr || !found->text.empty();
      };
      const csv::Field* amount = field(Column::amount);
      const bool figure = amount != nullptr && !amount->text.empty() &&
                          ('0' <= amount->text.back() && amount->text.back() <= '9');
      if (figure && has(Column::invoice) && has(Column::line) && has(Column::quantity) &&
          has(Column::from) && has(Column::period) && has(Column::date))
        return true;
    }
    const RowKind kind = invoices::kind_of(row_, layout_);
    if (kind == RowKind::charge) return true;
    Aside& aside = aside_[static_cast<std::size_t>(kind)];
    if (aside.rows++ == 0) aside.first_line = layout_.source->position(row_.where.begin).line;
    return false;
  }

  /// Cells that stand once for the rows below them; a row of text is not one of these.
  void fill_down() {
    const csv::Field* amount = field(Column::amount);
    if (amount != nullptr && amount->text.empty()) return;
    for (auto& [column, text] : fill_) {
      csv::Field& cell = row_.fields[column];
      if (cell.text.empty())
        cell.text = text;
      else
        text = cell.text;
    }
  }

  bool read(InvoiceLine& line) {
    if (row_.fields.size() != layout_.width) {
      wrong_width();
      return false;
    }
    good_ = true;
    line.where = row_.where;
    line.invoice = text(Column::invoice, fixed_.invoice);
    line.line = text(Column::line, fixed_.line);
    line.names.clear();
    const csv::Field* unit = filled(Column::unit, true);
    line.unit = unit != nullptr ? unit->text : std::string();
    if (const csv::Field* item = filled(Column::item, true)) line.names.push_back(item->text);
    const csv::Field* part = filled(Column::part, true);
    line.part = part != nullptr ? part->text : fixed_.part ? fixed_.part->value : std::string();
    const bool dated = layout_.at(Column::date).has_value();
    line.date = dated ? date(Column::date) : Date();
    const bool back = gives_back();
    line.no_period = back && dated && states_no_period();
    if (line.no_period)
      line.from = line.to = line.date;
    else
      period(line);
    if (!dated) line.date = line.to;
    if (fixed_.quantity && !layout_.at(Column::quantity))
      line.quantity = fixed_.quantity->value;
    else
      line.quantity = number(Column::quantity, back).value_or(Decimal());
    line.unit_price = number(Column::unit_price, true);
    money(line);
    line.without_vat =
        layout_.amount_without_vat || (line.vat && !line.vat->is_zero() &&
                                       (layout_.amount_with_vat || layout_.vat_on_top ||
                                        invoices::shows_its_vat(line.amount, *line.vat)));
    price(line);
    line.paid = day_of(Column::paid);
    line.due = day_of(Column::due);
    line.kind = kind(line);
    head(line);
    return good_;
  }

  /// Whether a row is a credit by its amount or its kind: then it need not state days or quantity.
  bool gives_back() const {
    const auto of = [&](Column column) -> std::optional<Decimal> {
      const csv::Field* cell = field(column);
      if (cell == nullptr || cell->text.empty()) return std::nullopt;
      return layout_.documented ? Decimal::parse(cell->text)
                                : cells::number(cell->text, layout_.marks);
    };
    if (const auto amount = of(Column::amount); amount && amount->is_negative()) return true;
    if (const auto credit = of(Column::credit); credit && *credit > Decimal()) return true;
    const csv::Field* kind = field(Column::kind);
    if (kind == nullptr || kind->text.empty()) return false;
    return layout_.documented ? kind->text == "credit"
                              : invoices::kind_word(kind->text, layout_) == InvoiceKind::credit;
  }

  /// Whether the cells for the days of a row are all empty.
  bool states_no_period() const {
    const auto is_empty = [&](Column column) {
      const csv::Field* cell = field(column);
      return cell == nullptr || cell->text.empty();
    };
    const bool any =
        layout_.at(Column::from) || layout_.at(Column::to) || layout_.at(Column::period);
    return any && is_empty(Column::from) && is_empty(Column::to) && is_empty(Column::period);
  }

  /// Amount and VAT, from the columns and in the sense that the layout has them.
  void money(InvoiceLine& line) {
    line.vat_rate.reset();
    const csv::Field* credit = field(Column::credit);
    const csv::Field* amount = field(Column::amount);
    if (credit != nullptr && !credit->text.empty() && amount->text.empty())
      line.amount = cells::negative(number(Column::credit).value_or(Decimal()));
    else
      line.amount = number(Column::amount).value_or(Decimal());
    if (credit != nullptr && !credit->text.empty() && !amount->text.empty()) both_sides(line);
    if (layout_.vat_on_top) {
      line.vat.reset();
      return take_vat_off(line);
    }
    if (!layout_.vat_is_rate) {
      const csv::Field* vat = filled(Column::vat, true);
      const bool none = vat != nullptr && !layout_.documented && invoices::says_no_vat(vat->text);
      line.vat = none ? std::optional(Decimal()) : number(Column::vat, true);
      if (!good_ || !line.vat) return;
      if (layout_.amount_with_vat)
        line.amount = cents(Ratio(line.amount) - Ratio(*line.vat), line.amount.scale());
      line.vat_rate = beside();
      return;
    }
    line.vat.reset();
    const csv::Field* cell = filled(Column::vat, true);
    const auto rate =
        cell != nullptr ? invoices::percents(cell->text, layout_.marks) : std::nullopt;
    if (!rate || !good_) return;
    const Ratio share = Ratio(*rate) / Ratio(100);
    const Decimal whole = line.amount;
    if (layout_.amount_with_vat && share != Ratio(-1)) {
      line.amount = cents(Ratio(whole) / (Ratio(1) + share), 2);
      line.vat = cents(Ratio(whole) - Ratio(line.amount), 2);
    } else {
      line.vat = cents(Ratio(whole) * share, 2);
    }
    charged_beside(line, *rate);
  }

  /// What the other column of VAT says; nothing where there is none, or where it says nothing.
  std::optional<Decimal> beside() const {
    if (!layout_.vat_beside) return std::nullopt;
    const std::string& cell = row_.fields[*layout_.vat_beside].text;
    auto said = layout_.vat_is_rate ? cells::number(cell, layout_.marks)
                                    : invoices::percents(cell, layout_.marks);
    const bool sane = said && said->scale() <= 12 && abs(Ratio(*said)) <= Ratio(largest_on_invoice);
    return sane ? said : std::nullopt;
  }

  /// VAT that is charged beside a rate that gives another.
  void charged_beside(InvoiceLine& line, const Decimal& rate) {
    const auto charged = beside();
    if (!charged) return;
    line.vat_rate = rate;
    if (!vat::is_within_a_cent(abs(Ratio(*line.vat)), abs(Ratio(*charged)))) line.vat = charged;
  }

  /// Takes off the VAT that only quantity x price shows.
  void take_vat_off(InvoiceLine& line) {
    if (!good_) return;
    const Ratio whole(line.amount);
    std::optional<Ratio> net;
    if (line.unit_price) {
      const invoices::Factors factors{line.quantity, *line.unit_price, discount()};
      if (invoices::product_of(factors, whole)) return;
      net = invoices::net_below_vat(factors, whole);
    }
    if (!net && layout_.rate_on_top) net = whole / Ratio::of(1000 + *layout_.rate_on_top, 1000);
    if (!net) return;
    line.amount = cents(*net, 2);
    line.vat = cents(whole - Ratio(line.amount), 2);
  }

  std::optional<Decimal> discount() {
    const csv::Field* cell = filled(Column::discount, true);
    return cell != nullptr ? invoices::percents(cell->text, layout_.marks) : std::nullopt;
  }

  /// Holds the row against the reading that was taken, and makes its price that of the amount.
  void price(InvoiceLine& line) {
    if (!good_ || !line.unit_price) return;
    const bool tested = layout_.adds_up && !line.quantity.is_zero() && !line.unit_price->is_zero();
    if (!tested && !layout_.prices_with_vat) return;
    const auto taken_off = discount();
    const Ratio amount = layout_.prices_with_vat && line.vat ? Ratio(line.amount) + Ratio(*line.vat)
                                                             : Ratio(line.amount);
    const auto product = invoices::product_of({line.quantity, *line.unit_price, taken_off}, amount);
    if (tested) {
      ++products_;
      if (product) ++equal_;
    }
    if (layout_.prices_with_vat || product == invoices::Product::less_amount)
      line.unit_price.reset();
    else if (product == invoices::Product::less_share)
      line.unit_price = less(*line.unit_price, *taken_off);
  }

  /// A price less so many percents of it; nothing of one with more decimals than a price has.
  static std::optional<Decimal> less(const Decimal& price, const Decimal& percents) {
    constexpr int most_decimals = 12;
    const auto made =
        (Ratio(price) * (Ratio(100) - abs(Ratio(percents))) / Ratio(100)).exact_decimal();
    return made && made->scale() <= most_decimals ? made : std::nullopt;
  }

  /// Of what is no amount of an invoice nothing is made; it is reported as too large.
  static Decimal cents(const Ratio& value, int decimals) {
    if (Ratio(largest_on_invoice) < abs(value)) return Decimal(largest_on_invoice, 0);
    return round(value, Rounding::decimals(std::clamp(decimals, 2, 3)));
  }

  /// Both a charge and a credit in one row: zero beside a figure is an empty cell.
  void both_sides(InvoiceLine& line) {
    const auto credit = number(Column::credit);
    if (!good_ || !credit || credit->is_zero()) return;
    if (line.amount.is_zero()) {
      line.amount = cells::negative(*credit);
      return;
    }
    wrong("A0105", *field(Column::credit),
          {"this row has an amount on both sides", "deze regel heeft aan beide kanten een bedrag"},
          {"write a charge and what is given back in two rows",
           "schrijf wat gerekend en wat teruggegeven is in twee regels"});
  }

  InvoiceKind kind(const InvoiceLine& line) {
    const csv::Field* found = filled(Column::kind, true);
    if (found == nullptr) {
      // A column that tells only what is a credit, or none: the sign says it.
      const bool told = layout_.documented && layout_.at(Column::kind);
      return !told && line.amount.is_negative() ? InvoiceKind::credit : InvoiceKind::invoice;
    }
    if (layout_.documented) {
      if (found->text == "invoice")
        return line.amount.is_negative() ? InvoiceKind::credit : InvoiceKind::invoice;
      if (found->text == "credit") return InvoiceKind::credit;
    } else if (const auto read = invoices::kind_word(found->text, layout_)) {
      return *read == InvoiceKind::invoice && line.amount.is_negative() ? InvoiceKind::credit
                                                                        : *read;
    }
    wrong("A0108", *found,
          {"there is no kind '" + found->text + "'", "de soort '" + found->text + "' bestaat niet"},
          {"choose from: invoice, credit", "kies uit: invoice, credit"});
    return InvoiceKind::invoice;
  }

  /// What rows one after the other share is made once.
  void head(InvoiceLine& line) {
    static constexpr std::array columns{Column::currency, Column::contract, Column::order,
                                        Column::supplier, Column::customer};
    std::array<std::string_view, 5> cells_of{};
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (const csv::Field* found = filled(columns[i], true)) cells_of[i] = found->text;
    if (head_ && std::equal(cells_of.begin(), cells_of.end(), last_.begin())) {
      line.head = head_;
      return;
    }
    std::string key;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      last_[i] = cells_of[i];
      key += last_[i] + '\n';
    }
    if (Near* known = near(key); known != nullptr && known->key == key) {
      line.head = head_ = known->head;
      return;
    }
    if (const auto known = heads_.find(key); known != heads_.end()) {
      line.head = head_ = known->second;
      Near& place = *near(key);
      place = {std::move(key), head_};
      return;
    }
    InvoiceHead made;
    if (!in_pieces_) made.source = layout_.source;
    made.currency = currency();
    const auto add = [](std::vector<std::string>& to, const std::string& cell,
                        const std::optional<Stated<std::string>>& fixed) {
      if (!cell.empty())
        to.push_back(cell);
      else if (fixed)
        to.push_back(fixed->value);
    };
    add(made.contracts, last_[1], fixed_.contract);
    add(made.orders, last_[2], fixed_.order);
    give_party(last_[3], made.supplier);
    give_party(last_[4], made.customer);
    head_ = std::make_shared<const InvoiceHead>(std::move(made));
    line.head = head_;
    constexpr std::size_t enough = 100'000;
    if (heads_.size() >= enough) heads_.clear();
    if (!good_) return head_.reset();
    heads_.emplace(std::move(key), head_);
    if (near_.size() < 2 * heads_.size()) near_.assign(std::bit_ceil(4 * heads_.size()), {});
  }

  /// A number, or the name where there is no digit in it.
  static void give_party(const std::string& cell, InvoiceParty& party) {
    if (cell.empty()) return;
    if (std::any_of(cell.begin(), cell.end(), [](char c) { return '0' <= c && c <= '9'; }))
      party.ids.push_back(cell);
    else
      party.name = cell;
  }

  /// Heads where they are looked for first: each has one place, and the latest stands in it.
  struct Near {
    std::string key;
    std::shared_ptr<const InvoiceHead> head;
  };
  /// The place of a head; nothing as long as there is none.
  Near* near(const std::string& key) {
    if (near_.empty()) return nullptr;
    return &near_[std::hash<std::string>{}(key) & (near_.size() - 1)];
  }

  std::optional<Currency> currency() {
    const csv::Field* found = filled(Column::currency, true);
    if (found == nullptr) {
      if (!fixed_.currency) return std::nullopt;
      return fixed_.currency->value;
    }
    const auto read = document::currency_named(found->text);
    if (!read)
      wrong("A0118", *found,
            {"'" + found->text + "' is not a currency", "'" + found->text + "' is geen munt"},
            {"write three letters, for example EUR", "schrijf drie letters, bijvoorbeeld EUR"});
    return read;
  }

  std::optional<csv::RowReader> rows_;
  bool in_pieces_;
  bool ascii_;  ///< so far
  std::shared_ptr<const InvoiceHead> head_;
  std::array<std::string, 5> last_;
  std::unordered_map<std::string, std::shared_ptr<const InvoiceHead>> heads_;
  std::vector<Near> near_;
  std::size_t not_read_ = 0;
  /// Rows of one kind that charge nothing.
  struct Aside {
    std::size_t rows = 0;
    std::size_t first_line = 0;
  };
  std::array<Aside, 5> aside_{};                           ///< by `RowKind`
  std::vector<std::pair<std::size_t, std::string>> fill_;  ///< columns, and what stood in them last
  std::size_t products_ = 0;  ///< rows that can be held against quantity x price
  std::size_t equal_ = 0;     ///< of these, those that add up
};

namespace {

bool plausible(const InvoiceLine& line) {
  const Ratio most(largest_on_invoice);
  const auto fits = [&](const Decimal& value, int decimals) {
    return abs(Ratio(value)) < most && value.scale() <= decimals;
  };
  if (!fits(line.amount, 6) || !fits(line.quantity, 12)) return false;
  if (line.vat && !fits(*line.vat, 6)) return false;
  return !line.unit_price ||
         (fits(*line.unit_price, 12) && abs(Ratio(line.quantity) * Ratio(*line.unit_price)) < most);
}

}  // namespace

struct InvoiceRows::Reader {
  bool any(InvoiceLine& line);

  Diagnostics* diagnostics = nullptr;
  std::optional<CsvRows> csv;
  invoices::InvoiceVat vat;  ///< of a CSV
  std::vector<InvoiceLine> document;
  const einvoice::Syntax* syntax = nullptr;  ///< of a document
  std::shared_ptr<const Correction> correction;
  std::size_t at = 0;
  std::size_t not_read = 0;
  bool is_document = false;
  bool usable = false;
};

InvoiceRows::InvoiceRows(const SourcePtr& source, const ColumnTerms* columns,
                         Diagnostics& diagnostics)
    : InvoiceRows(source, columns, diagnostics, false) {}

InvoiceRows InvoiceRows::in_pieces(const SourcePtr& beginning, const ColumnTerms* columns,
                                   Diagnostics& diagnostics) {
  return {beginning, columns, diagnostics, true};
}

bool InvoiceRows::more(std::string bytes, bool last) {
  return reader_->csv->more(std::move(bytes), last);
}

InvoiceRows::InvoiceRows(const SourcePtr& source, const ColumnTerms* columns,
                         Diagnostics& diagnostics, bool piece)
    : reader_(std::make_unique<Reader>()) {
  reader_->diagnostics = &diagnostics;
  if (einvoice::is_markup(source->bytes())) {
    reader_->is_document = true;
    auto read = einvoice::read(source,
                               columns != nullptr && columns->period_of
                                   ? std::optional(columns->period_of->value)
                                   : std::nullopt,
                               diagnostics);
    if (!read) return;
    reader_->document = std::move(read->rows);
    reader_->syntax = read->syntax;
    reader_->correction = std::move(read->correction);
    reader_->not_read = read->not_read;
    reader_->usable = true;
    return;
  }
  const auto text = invoice_text::decoded(source,
                                          columns != nullptr && columns->encoding
                                              ? std::optional(columns->encoding->value)
                                              : std::nullopt,
                                          diagnostics);
  if (!text) return;
  auto layout = invoices::layout_of(*text, columns, diagnostics);
  if (!layout) return;
  reader_->csv.emplace(std::move(*layout), diagnostics, piece);
  reader_->usable = true;
}

InvoiceRows::~InvoiceRows() = default;
InvoiceRows::InvoiceRows(InvoiceRows&&) noexcept = default;
InvoiceRows& InvoiceRows::operator=(InvoiceRows&&) noexcept = default;

bool InvoiceRows::usable() const { return reader_->usable; }
bool InvoiceRows::is_document() const { return reader_->is_document; }
std::shared_ptr<const Correction> InvoiceRows::correction() const { return reader_->correction; }
std::size_t InvoiceRows::not_read() const {
  return reader_->not_read + (reader_->csv ? reader_->csv->not_read() : 0);
}

bool InvoiceRows::Reader::any(InvoiceLine& line) {
  if (csv) return vat.next(line, [&](InvoiceLine& row) { return csv->next(row); });
  if (at == document.size()) return false;
  line = std::move(document[at++]);
  return true;
}

bool InvoiceRows::next(InvoiceLine& line) {
  while (reader_->any(line)) {
    if (plausible(line)) return true;
    ++reader_->not_read;
    reader_->diagnostics->error(
        "A0105", line.where,
        {"a number of this row is larger, or has more decimals, than can be computed with",
         "een getal van deze regel is groter, of heeft meer decimalen, dan waarmee te rekenen is"},
        {"quantity, price, amount and quantity times price stay below 1,000,000,000,000,000; an "
         "amount has at most 6 decimals, a price 12",
         "aantal, prijs, bedrag en aantal maal prijs blijven onder 1.000.000.000.000.000; een "
         "bedrag heeft hoogstens 6 decimalen, een prijs 12"});
  }
  return false;
}

bool InvoiceRows::as_documented() const {
  return !reader_->csv ||
         (reader_->csv->layout().documented && !reader_->csv->set_rows_aside() &&
          reader_->vat.shared() == 0 && reader_->csv->layout().encoding == TextEncoding::utf8);
}

Phrase InvoiceRows::read_as() const {
  if (reader_->csv) {
    Phrase made = reader_->csv->read_as();
    if (const std::size_t rows = reader_->vat.shared(); rows > 0) {
      const std::string count = std::to_string(rows);
      made.en += "; VAT of the whole invoice, shared out over its rows: " + count;
      made.nl += "; btw van de hele factuur, verdeeld over de regels: " + count;
    }
    return made;
  }
  return reader_->syntax != nullptr ? same(std::string(reader_->syntax->name)) : Phrase{};
}

Loaded<std::vector<InvoiceLine>> read_invoices(const SourcePtr& source,
                                               const ColumnTerms* columns) {
  Loaded<std::vector<InvoiceLine>> made;
  InvoiceRows rows(source, columns, made.diagnostics);
  if (!rows.usable()) return made;
  made.value.emplace();
  for (InvoiceLine line; rows.next(line);) made.value->push_back(line);
  return made;
}

}  // namespace pricetalk
