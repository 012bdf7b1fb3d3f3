#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "random_clause.hpp"

// Files as bookkeeping programs export them, drawn from a seed: a layout, how signs, decimals,
// days, VAT and credits are written, and the rows that charge nothing in between. Each with its own
// truth.

namespace bookkeeping {

using random_clause::decimal;
using random_clause::Dice;

/// One row that charges something, or gives it back.
struct Charge {
  std::string invoice;
  std::string name;
  int year = 2025;
  int month = 1;
  std::int64_t quantity = 0;  ///< thousandths, above zero
  std::int64_t price = 0;     ///< ten-thousandths of the currency, without VAT, above zero
  std::int64_t net = 0;       ///< cents, above zero
  std::int64_t vat = 0;       ///< cents, above zero or none
  int rate = 21;              ///< percent
  int discount = 0;           ///< percent
  bool credit = false;
};

enum class Signs : std::uint8_t {
  minus_on_amount,    ///< 1; 50,00; -50,00
  minus_on_quantity,  ///< -1; 50,00; -50,00
  word,               ///< Creditnota; 1; 50,00; 50,00
  word_and_minus,
  two_meanings,            ///< D/C, and no sign
  two_meanings_and_minus,  ///< D/C; -50,00
  two_columns              ///< Debet; Credit
};
enum class Vat : std::uint8_t {
  none,
  amount,
  rate,
  gross_and_amount,
  net_and_gross,
  gross_and_rate,
  gross_prices
};
enum class Days : std::uint8_t { from_to, month, invoice_only };

/// How a file is written.
struct Style {
  int language = 0;  ///< Dutch, English, German, French
  char separator = ';';
  bool comma = true;
  bool other_quantities = false;  ///< with the other decimal mark
  bool grouped = false;           ///< thousands have a mark
  bool euro = false;              ///< "€ 1,00"
  bool trailing_minus = false;
  bool prices = true;
  bool bare = false;  ///< "Bedrag" does not say of itself whether it holds VAT
  bool discounts = false;
  bool dates = true;
  Signs signs = Signs::minus_on_quantity;
  Vat vat = Vat::amount;
  Days days = Days::from_to;
  int day_form = 0;
  bool preamble = false;
  bool empty_rows = false;
  bool headings_repeated = false;
  bool totals = false;
  bool feet = false;
  bool others = false;     ///< columns that say nothing of money
  bool fill_down = false;  ///< the number of an invoice stands in its first row alone

  /// What the file itself cannot tell, so that a question is the right answer.
  bool must_ask() const {
    return signs == Signs::two_meanings || signs == Signs::two_columns ||
           days == Days::invoice_only;
  }
};

struct File {
  Style style;
  std::string bytes;
  std::vector<Charge> truth;
};

/// Rounded half up.
inline std::int64_t divided(std::int64_t value, std::int64_t by) { return (value + by / 2) / by; }

inline std::vector<Charge> charges_of(Dice& dice, const Style& style) {
  const std::vector<const char*> names{
      "Schoonmaak kantoor", "Onderhoud lift", "Beheer werkplek", "Advies",     "Licentie basis",
      "Bewaking nacht",     "Huur printer",   "Transport palet", "Energie kWh"};
  std::vector<Charge> made;
  const int invoices = 1 + dice.below(12);
  for (int i = 0; i < invoices; ++i) {
    const bool credit = i > 0 && dice.one_in(5);
    const int rate = style.vat == Vat::none ? 0 : dice.one_in(6) ? 9 : 21;
    const int rows = 1 + dice.below(4);
    const int first = dice.below(static_cast<int>(names.size()));
    for (int row = 0; row < rows; ++row) {
      Charge charge;
      charge.invoice = "2025" + decimal(1001 + i, 0);
      charge.name = names[static_cast<std::size_t>(first + row) % names.size()];
      charge.month = 1 + i % 12;
      switch (dice.below(4)) {
        case 0:
          charge.quantity = 1000;
          charge.price = (5000 + dice.below(900000)) * 100;
          break;
        case 1:
          charge.quantity = (1 + dice.below(400)) * 250;
          charge.price = (2000 + dice.below(9000)) * 100;
          break;
        case 2:
          charge.quantity = (1 + dice.below(300)) * 1000;
          charge.price = (500 + dice.below(9000)) * 100;
          break;
        default:
          charge.quantity = 1000 + dice.below(90000);
          charge.price = 1 + dice.below(30000);
      }
      charge.discount = style.discounts && dice.one_in(3) ? 5 * (1 + dice.below(4)) : 0;
      charge.net = std::max<std::int64_t>(
          1, divided(charge.quantity * charge.price * (100 - charge.discount), 10'000'000));
      charge.rate = rate;
      charge.vat = divided(charge.net * rate, 100);
      charge.credit = credit;
      made.push_back(charge);
    }
  }
  return made;
}

inline Style style_of(Dice& dice) {
  Style made;
  made.language = dice.below(4);
  made.separator = dice.one_in(6) ? '\t' : dice.one_in(5) ? ',' : ';';
  made.comma = made.language == 1 ? dice.one_in(4) : !dice.one_in(4);
  made.other_quantities = dice.one_in(8);
  made.grouped = dice.one_in(3);
  made.euro = dice.one_in(8);
  made.trailing_minus = dice.one_in(10);
  made.prices = !dice.one_in(8);
  made.bare = dice.one_in(2);
  made.discounts = made.prices && dice.one_in(10);
  made.dates = !dice.one_in(6);
  made.signs = static_cast<Signs>(dice.below(4));
  if (dice.one_in(20)) made.signs = static_cast<Signs>(4 + dice.below(3));
  made.vat = static_cast<Vat>(dice.below(6));
  if (dice.one_in(20)) made.vat = Vat::gross_prices;
  made.days = dice.one_in(40) ? Days::invoice_only : dice.one_in(3) ? Days::month : Days::from_to;
  made.day_form = dice.below(5);
  made.preamble = dice.one_in(6);
  made.empty_rows = dice.one_in(6);
  made.headings_repeated = dice.one_in(10);
  made.totals = dice.one_in(5);
  made.feet = dice.one_in(8);
  made.others = dice.one_in(3);
  made.fill_down = dice.one_in(60);
  return made;
}

/// Writes the file of a style and its charges.
class Writer {
 public:
  Writer(Dice& dice, const Style& style) : dice_(dice), style_(style) { columns(); }

  std::string text(const std::vector<Charge>& charges) {
    if (style_.preamble) text_ += "Factuurregels\nAdministratie 3\n\n";
    heading();
    std::int64_t all = 0;
    for (std::size_t i = 0; i < charges.size(); ++i) {
      const bool same = i > 0 && charges[i - 1].invoice == charges[i].invoice;
      if (!same && i > 0) between(charges[i - 1], all);
      row(charges[i], same);
      all += charges[i].credit ? -charges[i].net : charges[i].net;
    }
    if (style_.totals) total(all);
    if (style_.feet) text_ += "Pagina 1 van 1\n";
    return text_;
  }

 private:
  using Names = std::vector<std::vector<const char*>>;  ///< by language
  enum Cell : std::uint8_t {
    invoice,
    date,
    line,
    from,
    to,
    period,
    quantity,
    price,
    discount,
    net,
    gross,
    debit,
    credit,
    vat,
    rate,
    kind,
    account,
    unit
  };

  void add(Cell cell, const Names& names) {
    cells_.push_back(cell);
    names_.push_back(dice_.of(names[static_cast<std::size_t>(style_.language)]));
  }

  void columns() {
    add(invoice, {{"Factuurnr", "Factuurnummer", "Factuur nr."},
                  {"Invoice", "Invoice no.", "Invoice number"},
                  {"Rechnungsnr.", "Rechnungsnummer"},
                  {"Facture", "N° facture"}});
    if (style_.dates || style_.days == Days::invoice_only)
      add(date, {{"Factuurdatum", "Datum"},
                 {"Invoice date", "Date"},
                 {"Rechnungsdatum", "Datum"},
                 {"Date facture", "Date"}});
    if (style_.signs == Signs::word || style_.signs == Signs::word_and_minus)
      add(kind, {{"Soort", "Type"}, {"Kind", "Document type"}, {"Belegart"}, {"Type"}});
    if (style_.signs == Signs::two_meanings || style_.signs == Signs::two_meanings_and_minus)
      add(kind, {{"D/C"}, {"D/C"}, {"S/H"}, {"D/C"}});
    add(line, {{"Omschrijving", "Artikelomschrijving"},
               {"Description", "Item description"},
               {"Bezeichnung", "Leistung"},
               {"Désignation", "Libellé"}});
    if (style_.days == Days::from_to) {
      add(from, {{"Van", "Begindatum"}, {"From", "Start date"}, {"Von"}, {"Du"}});
      add(to, {{"T/m", "Einddatum"}, {"To", "End date"}, {"Bis"}, {"Au"}});
    }
    if (style_.days == Days::month)
      add(period, {{"Periode", "Maand"}, {"Period"}, {"Zeitraum"}, {"Période"}});
    if (style_.others) add(account, {{"Grootboek"}, {"Account"}, {"Konto"}, {"Compte"}});
    add(quantity, {{"Aantal", "Hoeveelheid"}, {"Quantity", "Qty"}, {"Menge"}, {"Quantité"}});
    if (style_.others) add(unit, {{"Eenheid"}, {"Unit"}, {"Einheit"}, {"Unité"}});
    if (style_.prices)
      add(price, {{"Prijs", "Tarief", "Prijs per eenheid"},
                  {"Unit price", "Price"},
                  {"Einzelpreis"},
                  {"Prix unitaire"}});
    if (style_.discounts)
      add(discount, {{"Korting %"}, {"Discount %"}, {"Rabatt %"}, {"Remise %"}});
    amounts();
  }

  void amounts() {
    const Names bare{{"Bedrag", "Totaal"}, {"Amount", "Total"}, {"Betrag"}, {"Montant"}};
    const Names without{{"Bedrag excl. btw", "Nettobedrag"},
                        {"Net amount", "Amount excl. VAT"},
                        {"Nettobetrag", "Betrag netto"},
                        {"Montant HT", "Total HT"}};
    const Names with{{"Bedrag incl. btw", "Totaal incl. btw"},
                     {"Gross amount", "Amount incl. VAT"},
                     {"Bruttobetrag", "Betrag brutto"},
                     {"Montant TTC", "Total TTC"}};
    const Names of_vat{
        {"Btw", "Btw-bedrag"}, {"VAT", "VAT amount"}, {"MwSt", "USt-Betrag"}, {"TVA"}};
    const Names of_rate{{"Btw %", "Btw-tarief"}, {"VAT rate"}, {"MwSt-Satz"}, {"Taux TVA"}};
    if (style_.signs == Signs::two_columns) {
      add(debit, {{"Debet"}, {"Debit"}, {"Soll"}, {"Débit"}});
      add(credit, {{"Credit"}, {"Credit"}, {"Haben"}, {"Crédit"}});
    } else if (with_vat()) {
      add(gross, style_.bare ? bare : with);
    } else {
      add(net, style_.bare ? bare : without);
    }
    if (style_.vat == Vat::net_and_gross) add(gross, with);
    if (style_.vat == Vat::rate || style_.vat == Vat::gross_and_rate)
      add(rate, of_rate);
    else if (style_.vat != Vat::none)
      add(vat, of_vat);
  }

  bool with_vat() const {
    return style_.vat == Vat::gross_and_amount || style_.vat == Vat::gross_and_rate ||
           style_.vat == Vat::gross_prices;
  }

  void heading() { print(names_); }

  void between(const Charge& before, std::int64_t all) {
    if (style_.totals && dice_.one_in(2)) total(all, before.invoice);
    if (style_.empty_rows) print(std::vector<std::string>(cells_.size()));
    if (style_.headings_repeated) heading();
  }

  void total(std::int64_t cents, const std::string& of = {}) {
    std::vector<std::string> made(cells_.size());
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (cells_[i] == line) made[i] = of.empty() ? "Totaal" : "Totaal factuur " + of;
      if (cells_[i] == net || cells_[i] == gross || cells_[i] == debit)
        made[i] = number(cents, 2, style_.comma);
    }
    print(made);
  }

  void row(const Charge& charge, bool same_invoice) {
    std::vector<std::string> made;
    made.reserve(cells_.size());
    for (const Cell each : cells_) made.push_back(cell(each, charge));
    if (style_.fill_down && same_invoice) made.front().clear();
    print(made);
  }

  std::string cell(Cell cell, const Charge& charge) const {
    const bool comma = style_.comma;
    const bool minus = charge.credit && style_.signs != Signs::word &&
                       style_.signs != Signs::two_meanings && style_.signs != Signs::two_columns;
    const int sign = minus ? -1 : 1;
    const bool gross_price = style_.vat == Vat::gross_prices;
    switch (cell) {
      case invoice:
        return charge.invoice;
      case date:
        return day(charge, 28);
      case line:
        return charge.name;
      case from:
        return day(charge, 1);
      case to:
        return day(charge, last_day(charge.month));
      case period:
        return month(charge);
      case quantity: {
        const bool taken = charge.credit && style_.signs == Signs::minus_on_quantity;
        std::int64_t value = taken ? -charge.quantity : charge.quantity;
        int scale = 3;
        while (scale > 0 && value % 10 == 0) {
          value /= 10;
          --scale;
        }
        return number(value, scale, style_.other_quantities ? !comma : comma, true);
      }
      case price: {
        const std::int64_t value =
            gross_price ? divided(charge.price * (100 + charge.rate), 100) : charge.price;
        return value % 100 == 0 ? number(value / 100, 2, comma) : number(value, 4, comma);
      }
      case discount:
        return charge.discount == 0 ? "" : std::to_string(charge.discount);
      case net:
        return number(sign * charge.net, 2, comma);
      case gross:
        return number(sign * (charge.net + charge.vat), 2, comma);
      case debit:
        return charge.credit ? "" : number(charge.net, 2, comma);
      case credit:
        return charge.credit ? number(charge.net, 2, comma) : "";
      case vat:
        return number(sign * charge.vat, 2, comma);
      case rate:
        return std::to_string(charge.rate) + (style_.euro ? "%" : "");
      case kind:
        return kind_word(charge.credit);
      case account:
        return "4310";
      case unit:
        return charge.quantity == 1000 ? "maand" : "uur";
    }
    return {};
  }

  std::string kind_word(bool is_credit) const {
    const auto language = static_cast<std::size_t>(style_.language);
    if (style_.signs == Signs::word || style_.signs == Signs::word_and_minus) {
      const std::vector<const char*> charged{"Factuur", "Invoice", "Rechnung", "Facture"};
      const std::vector<const char*> given{"Creditnota", "Credit note", "Gutschrift", "Avoir"};
      return is_credit ? given[language] : charged[language];
    }
    if (style_.language == 2) return is_credit ? "H" : "S";
    return is_credit ? "C" : "D";
  }

  std::string number(std::int64_t value, int scale, bool comma, bool bare = false) const {
    const bool minus = value < 0;
    std::string digits = decimal(minus ? -value : value, scale);
    const std::size_t point = digits.find('.');
    if (point != std::string::npos && comma) digits[point] = ',';
    if (style_.grouped && !bare)
      for (std::size_t at = std::min(point, digits.size()); at > 3; at -= 3)
        digits.insert(at - 3, 1, comma ? '.' : ',');
    if (minus) digits = style_.trailing_minus && !bare ? digits + "-" : "-" + digits;
    return style_.euro && !bare ? "€ " + digits : digits;
  }

  static int last_day(int month) {
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[static_cast<std::size_t>(month - 1)];
  }

  static std::string two(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

  std::string day(const Charge& charge, int day) const {
    const std::string year = std::to_string(charge.year);
    switch (style_.day_form) {
      case 0:
        return two(day) + "-" + two(charge.month) + "-" + year;
      case 1:
        return two(day) + "-" + two(charge.month) + "-" + year.substr(2);
      case 2:
        return year + "-" + two(charge.month) + "-" + two(day);
      case 3:
        return style_.language == 1 ? two(charge.month) + "/" + two(day) + "/" + year
                                    : two(day) + "/" + two(charge.month) + "/" + year;
      default:
        return std::to_string(day) + "." + std::to_string(charge.month) + "." + year;
    }
  }

  std::string month(const Charge& charge) const {
    const std::string year = std::to_string(charge.year);
    if (style_.day_form == 1) return two(charge.month) + "-" + year;
    if (style_.day_form == 2) return year + two(charge.month);
    return year + "-" + two(charge.month);
  }

  void print(const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) text_ += style_.separator;
      const bool quoted = cells[i].find(style_.separator) != std::string::npos;
      text_ += quoted ? "\"" + cells[i] + "\"" : cells[i];
    }
    text_ += '\n';
  }

  Dice& dice_;
  const Style& style_;
  std::vector<Cell> cells_;
  std::vector<std::string> names_;
  std::string text_;
};

/// The file of a seed.
inline File file_of(std::uint64_t seed) {
  Dice dice(seed);
  File made;
  made.style = style_of(dice);
  made.truth = charges_of(dice, made.style);
  made.bytes = Writer(dice, made.style).text(made.truth);
  return made;
}

}  // namespace bookkeeping
