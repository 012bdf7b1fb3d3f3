#include "invoice/einvoice_rows.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "explain/rounded.hpp"
#include "invoice/cells.hpp"
#include "invoice/column_advice.hpp"
#include "invoice/einvoice_shares.hpp"
#include "pricetalk/calendar/period.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk::einvoice {

namespace {

/// Of UNTDID 1001: credit notes, also those that the buyer makes.
constexpr std::array<std::string_view, 11> credit_types{"81",  "83",  "261", "262", "296", "308",
                                                        "381", "396", "420", "458", "532"};
/// Prepayments, also those that the buyer makes.
constexpr std::array<std::string_view, 2> prepayment_types{"386", "500"};
constexpr std::string_view correction_type = "384";
constexpr std::string_view proforma_type = "325";

template <class Table>
bool is_one_of(const std::string& type, const Table& table) {
  return std::find(table.begin(), table.end(), type) != table.end();
}

Ratio value_of(const Number& number) { return number.value ? Ratio(*number.value) : Ratio(0); }

/// The decimal that a fraction is, with at least the decimals of an amount.
std::optional<Decimal> price_of(const Ratio& amount, const Ratio& quantity) {
  if (quantity.is_zero()) return std::nullopt;
  const auto exact = (amount / quantity).exact_decimal();
  if (!exact || exact->scale() > 8) return std::nullopt;
  if (exact->scale() >= 2) return exact;
  const Outcome<Decimal> made = rounded(Ratio(*exact), Rounding::decimals(2));
  return made ? std::optional(*made) : std::nullopt;
}

/// Whether a price makes the amount of its line, as far as the decimals of the price go; two cents
/// are allowed (Peppol's rule R120).
bool makes_amount(const DocumentLine& line) {
  const Ratio base = line.base.value ? Ratio(*line.base.value) : Ratio(1);
  const Ratio times = abs(value_of(line.quantity) / base);
  const Ratio off = abs(times * abs(value_of(line.price)) - abs(value_of(line.amount)));
  const Ratio rounded_price = Rounding::decimals(line.price.value->scale()).step;
  return off <= Ratio::of(2, 100) + times * rounded_price / Ratio(2);
}

class RowMaker {
 public:
  RowMaker(const Document& document, const SourcePtr& source, std::optional<PeriodOf> period_of,
           Diagnostics& diagnostics)
      : document_(document), source_(source), period_of_(period_of), diagnostics_(diagnostics) {}

  Rows rows() && {
    Rows made;
    made.syntax = document_.syntax;
    if (is_one_of(document_.type, prepayment_types)) {
      set_prepayment_apart();
      made.not_read = document_.lines.size();  // the last sentence names them
      return made;
    }
    if (document_.type == proforma_type) {
      set_proforma_apart();
      return made;
    }
    made.not_read = document_.lines.size();
    if (!settle_document()) {
      made.correction = std::move(correction_);
      return made;
    }
    for (const DocumentLine& each : document_.lines) add(each);
    if (document_.lines.empty()) tell_no_lines();
    if (without_period_ > 0) tell_no_period();
    allowances();
    vat();
    totals();
    for (Row& row : rows_) {
      if (row.line.amount.is_negative()) row.line.kind = InvoiceKind::credit;
      if (row.is_line) --made.not_read;
      if (row.kept)
        made.rows.push_back(std::move(row.line));
      else
        ++made.not_read;
    }
    return made;
  }

 private:
  struct Row {
    InvoiceLine line;
    std::string vat;      ///< its category: "S 21"
    bool is_line = true;  ///< false: a charge over the whole document
    bool kept = true;     ///< false: it states no period
  };

  /// What the whole document needs, and how its amounts are meant. False: it cannot be used.
  bool settle_document() {
    const Document& of = document_;
    const std::string number(of.syntax->number);
    const std::string date(of.syntax->date);
    if (of.number.empty())
      return wrong(of.where, {"this invoice has no number (" + number + ")",
                              "deze factuur heeft geen nummer (" + number + ")"});
    if (!of.issued)
      return wrong(of.where, {"invoice " + of.number + " has no date (" + date + ")",
                              "factuur " + of.number + " heeft geen datum (" + date + ")"});
    credit_ = of.credit_note || is_one_of(of.type, credit_types);
    const bool below_zero = credit_ && is_below_zero();
    turned_ = credit_ && !below_zero;
    if (below_zero && of.credit_note) return ask_sign();
    if (of.type == correction_type && !is_below_zero()) return ask_place();
    return settle_currency() && settle_head();
  }

  /// Whether the lines add up to less than nothing; without lines, whether the total does.
  bool is_below_zero() const {
    Ratio sum(0);
    for (const DocumentLine& each : document_.lines) sum = sum + value_of(each.amount);
    return (sum.is_zero() ? value_of(document_.totals.lines) : sum).sign() < 0;
  }

  bool wrong(const Span& where, Phrase title, Phrase hint = {}) {
    diagnostics_.error("A0128", where, std::move(title), std::move(hint));
    return false;
  }

  /// A credit note credits what it states. Below zero that would be a charge, and may be meant as a
  /// credit all the same.
  bool ask_sign() {
    const Span& total = document_.totals.lines.where;
    diagnostics_.error(
        "A0162", total.source != nullptr ? total : document_.where,
        {"credit note " + document_.number + " has amounts below zero: charged, or given back?",
         "de bedragen op creditnota " + document_.number +
             " zijn negatief: gerekend, of teruggegeven?"},
        {"ask the supplier, and write its rows in a CSV with the sign that is meant",
         "vraag het de leverancier, en zet de regels met het juiste teken in een CSV"});
    return false;
  }

  /// Counted beside the invoice that it corrects, everything would be charged twice.
  bool ask_place() {
    settle_head();
    correction_ = corrected();
    if (document_.corrects.empty()) return ask_what_it_corrects();
    const std::string& before = document_.corrects.front();
    diagnostics_.error("A0176", document_.where,
                       {"invoice " + document_.number + " corrects invoice " + before +
                            ": does it come in its place, or on top of it?",
                        "factuur " + document_.number + " corrigeert factuur " + before +
                            ": komt ze daarvoor in de plaats, of erbovenop?"},
                       {"in its place: write its rows in a CSV, and leave " + before +
                            " out; on top of it: write its rows in a CSV",
                        "in de plaats: zet de regels in een CSV, en laat " + before +
                            " weg; erbovenop: zet de regels in een CSV"});
    return false;
  }

  std::shared_ptr<const Correction> corrected() const {
    auto made = std::make_shared<Correction>();
    made->invoice = document_.number;
    made->corrects = document_.corrects;
    made->date = *document_.issued;
    made->head = head_;
    for (const DocumentLine& each : document_.lines)
      if (const auto days = period(each.period, each.delivered);
          days && days->first <= days->second)
        made->days.push_back(*days);
    return made;
  }

  bool ask_what_it_corrects() {
    diagnostics_.error(
        "A0176", document_.where,
        {"invoice " + document_.number +
             " corrects another, and does not say which: does it come in its place, or on top of "
             "it?",
         "factuur " + document_.number +
             " corrigeert een andere, en noemt niet welke: komt ze daarvoor in de plaats, of "
             "erbovenop?"},
        {"ask the supplier which it is; in its place: write its rows in a CSV, and leave the other "
         "out; on top of it: write its rows in a CSV",
         "vraag de leverancier welke; in de plaats: zet de regels in een CSV, en laat de andere "
         "weg; erbovenop: zet de regels in een CSV"});
    return false;
  }

  void set_prepayment_apart() {
    diagnostics_.warning(
        "A0177", document_.where,
        {"invoice " + document_.number + " is a prepayment (type " + document_.type + ")",
         "factuur " + document_.number + " is een vooruitbetaling (soort " + document_.type + ")"},
        {"its rows are in no sum: the invoice that follows charges all of it, and takes the "
         "prepayment off what is to be paid",
         "de regels tellen in geen som mee: de factuur die volgt, rekent alles en trekt de "
         "vooruitbetaling af van wat te betalen is"});
  }

  void set_proforma_apart() {
    diagnostics_.warning(
        "A0206", document_.where,
        {"invoice " + document_.number + " is a pro forma invoice (type " + document_.type + ")",
         "factuur " + document_.number + " is een pro-formafactuur (soort " + document_.type + ")"},
        {"its rows are in no sum: it charges nothing; the invoice that follows does",
         "de regels tellen in geen som mee: hiermee wordt niets in rekening gebracht; dat gebeurt "
         "met de factuur die volgt"});
  }

  /// That of the document; where it states none, that of its lines when they have one.
  bool settle_currency() {
    code_ = document_.currency;
    for (const DocumentLine& each : document_.lines) {
      const std::string& own = each.amount.currency;
      if (own.empty()) continue;
      if (code_.empty()) code_ = own;
      if (own != code_) return two_currencies(each, own);
    }
    currency_ = Currency::parse(code_);
    if (!code_.empty() && !currency_) {
      diagnostics_.error("A0118", document_.where,
                         {"'" + code_ + "' is not a currency", "'" + code_ + "' is geen munt"},
                         {"an invoice states three letters, for example EUR",
                          "op een factuur staan drie letters, bijvoorbeeld EUR"});
      return false;
    }
    if (currency_) decimals_ = currency_->minor_decimals();
    return true;
  }

  bool two_currencies(const DocumentLine& line, const std::string& own) {
    diagnostics_.error(
        "A0178", line.amount.where,
        {"invoice " + document_.number + " has amounts in " + code_ + " and in " + own,
         "factuur " + document_.number + " heeft bedragen in " + code_ + " en in " + own},
        {"nothing of it was read; ask the supplier which currency is charged",
         "er is niets van gelezen; vraag de leverancier in welke munt gerekend is"});
    return false;
  }

  bool settle_head() {
    InvoiceHead made;
    made.source = source_;
    made.document = true;
    made.currency = currency_;
    made.contracts = document_.contracts;
    made.orders = document_.orders;
    made.mentions = document_.mentions;
    made.supplier = document_.supplier;
    made.customer = document_.customer;
    head_ = std::make_shared<const InvoiceHead>(std::move(made));
    return true;
  }

  InvoiceLine started(const Span& where) const {
    InvoiceLine made;
    made.invoice = document_.number;
    made.date = *document_.issued;
    made.due = document_.due;
    made.where = where;
    made.head = head_;
    made.without_vat = true;
    if (!credit_) return made;
    made.kind = InvoiceKind::credit;
    for (const std::string& number : document_.corrects) made.corrects += number + "\n";
    return made;
  }

  void add(const DocumentLine& line) {
    if (!line.quantity.value || !line.amount.value) return tell_no_number(line);
    Row row;
    InvoiceLine& made = row.line = started(line.where);
    lines_ = lines_ + Ratio(*line.amount.value);
    made.unit = line.unit;
    made.quantity = signed_as_meant(*line.quantity.value);
    made.amount = signed_as_meant(*line.amount.value);
    give_names(line, made);
    give_price(line, made);
    // Of a credit that states its amounts below zero, the quantity may have no sign.
    if (credit_ && !turned_ && made.unit_price &&
        Ratio(made.quantity) * Ratio(*made.unit_price) == Ratio(0) - Ratio(made.amount))
      made.quantity = cells::negative(made.quantity);
    row.vat = line.vat;
    row.kept = give_period(made, line.period, line.delivered);
    rows_.push_back(std::move(row));
  }

  Decimal signed_as_meant(const Decimal& value) const {
    return turned_ ? cells::negative(value) : value;
  }

  void tell_no_number(const DocumentLine& line) {
    const std::string of = "line " + line.id + " of invoice " + document_.number;
    const std::string van = "regel " + line.id + " van factuur " + document_.number;
    for (const Number* each : {&line.quantity, &line.amount}) {
      if (each->written.empty() || each->value) continue;
      wrong(each->where,
            {"'" + each->written + "' is not a number: " + of,
             "'" + each->written + "' is geen getal: " + van},
            {"it is a number below 1,000,000,000,000,000 with a point before the decimals",
             "het is een getal onder 1.000.000.000.000.000 met een punt voor de decimalen"});
      return;
    }
    wrong(line.where,
          {of + " has no quantity or no amount", van + " heeft geen aantal of geen bedrag"},
          {"export or download the invoice again", "exporteer of download de factuur opnieuw"});
  }

  void give_names(const DocumentLine& line, InvoiceLine& made) const {
    const auto add_name = [&](const std::string& name) {
      if (name.empty() || name == made.line) return;
      if (made.line.empty())
        made.line = name;
      else if (std::find(made.names.begin(), made.names.end(), name) == made.names.end())
        made.names.push_back(name);
    };
    for (const std::string& name : line.names) add_name(name);
    std::string order = line.order;
    if (order.empty() && !document_.orders.empty()) order = document_.orders.front();
    if (!line.order_line.empty() && line.order_line != "NA" && !order.empty())
      add_name(order + "/" + line.order_line);
  }

  void give_price(const DocumentLine& line, InvoiceLine& made) {
    if (line.discounted) {
      made.unit_price = price_of(Ratio(made.amount), Ratio(made.quantity));
      return;
    }
    if (!line.price.value && !line.price.written.empty()) return tell_no_price(line);
    if (!line.price.value || (line.base.value && line.base.value->is_zero())) return;
    if (!makes_amount(line)) {
      diagnostics_.warning(
          "A0129", line.price.where,
          {"line " + line.id + " of invoice " + document_.number +
               " does not add up: quantity times price is not the amount",
           "regel " + line.id + " van factuur " + document_.number +
               " klopt niet: aantal maal prijs is niet het bedrag"},
          {"the amount counts, " + line.amount.written, "het bedrag telt, " + line.amount.written});
      return;
    }
    made.unit_price = line.base.value ? price_of(value_of(line.price), Ratio(*line.base.value))
                                      : line.price.value;
  }

  void tell_no_price(const DocumentLine& line) {
    diagnostics_.warning(
        "A0129", line.price.where,
        {"'" + line.price.written + "' is not a price: line " + line.id + " of invoice " +
             document_.number,
         "'" + line.price.written + "' is geen prijs: regel " + line.id + " van factuur " +
             document_.number},
        {"the amount counts, " + line.amount.written, "het bedrag telt, " + line.amount.written});
  }

  /// The period of a line, of the document, a day of delivery, or what the rule makes of a day.
  std::optional<std::pair<Date, Date>> period(const Days& own,
                                              const std::optional<Date>& delivered) const {
    const Days& whole = document_.period;
    if (own.from && own.to) return std::pair(*own.from, *own.to);
    if (own.from && whole.to && *own.from <= *whole.to) return std::pair(*own.from, *whole.to);
    if (own.to && whole.from && *whole.from <= *own.to) return std::pair(*whole.from, *own.to);
    const std::optional<Date> one_day = own.from ? own.from : own.to;
    if (!one_day) {
      if (whole.from && whole.to) return std::pair(*whole.from, *whole.to);
      if (delivered) return std::pair(*delivered, *delivered);
      if (document_.delivered) return std::pair(*document_.delivered, *document_.delivered);
    }
    if (!period_of_) return std::nullopt;
    const std::optional<Date> of_whole = whole.from ? whole.from : whole.to;
    if (one_day || of_whole)
      return period_of_date(one_day ? *one_day : *of_whole, PeriodOf::month_of_date);
    return period_of_date(*document_.issued, *period_of_);
  }

  bool give_period(InvoiceLine& line, const Days& own, const std::optional<Date>& delivered) {
    const auto found = period(own, delivered);
    if (!found && credit_) {
      line.from = line.to = line.date;
      line.no_period = true;
      return true;
    }
    if (!found) {
      if (without_period_++ == 0) first_without_ = line.where;
      return false;
    }
    std::tie(line.from, line.to) = *found;
    if (line.from <= line.to) return true;
    diagnostics_.error(
        "A0107", line.where,
        {"this period ends before it begins", "deze periode eindigt voordat ze begint"},
        {"it begins on " + date_text(line.from, Language::en),
         "ze begint op " + date_text(line.from, Language::nl)});
    return false;
  }

  void tell_no_lines() {
    wrong(document_.where,
          {"invoice " + document_.number + " has no lines",
           "factuur " + document_.number + " heeft geen regels"},
          {"ask for an invoice with its lines (of Factur-X and ZUGFeRD the profiles MINIMUM and "
           "BASIC WL have none)",
           "vraag om een factuur met regels (van Factur-X en ZUGFeRD hebben de profielen MINIMUM "
           "en BASIC WL er geen)"});
  }

  void tell_no_period() {
    const std::string element(document_.syntax->period);
    const std::string count = std::to_string(without_period_);
    wrong(first_without_,
          {"invoice " + document_.number + " states no period (" + element + ") for " + count +
               " of its lines",
           "factuur " + document_.number + " noemt bij " + count +
               " van haar regels geen periode (" + element + ")"},
          invoices::in_column_file(
              {"write period_of = \"month-of-date\" or \"month-before-date\"",
               "schrijf period_of = \"month-of-date\" of \"month-before-date\""}));
  }

  /// A discount for paying in time that lowers the VAT alone: Belgian invoices state it (code 64 of
  /// UNCL 5189), and a charge of as much beside it, because nobody knows yet whether it is taken.
  static bool undoes(const Allowance& discount, const Allowance& charge) {
    if (discount.is_charge || !charge.is_charge) return false;
    if (value_of(discount.amount) != value_of(charge.amount)) return false;
    return discount.code == "64" || (!discount.reason.empty() && discount.reason == charge.reason);
  }

  /// Discounts over the document go over its lines, charges become rows.
  void allowances() {
    std::vector<const Allowance*> left;
    for (const Allowance& each : document_.allowances) {
      if (!each.amount.value || each.amount.value->is_zero()) continue;
      Ratio& sum = each.is_charge ? charges_ : allowances_;
      sum = sum + Ratio(*each.amount.value);
      left.push_back(&each);
    }
    for (std::size_t i = 0; i < left.size();) {
      const auto mirror = std::find_if(left.begin(), left.end(), [&](const Allowance* other) {
        return undoes(*left[i], *other);
      });
      if (mirror == left.end()) {
        ++i;
        continue;
      }
      const auto other = static_cast<std::size_t>(mirror - left.begin());
      left.erase(left.begin() + static_cast<std::ptrdiff_t>(std::max(i, other)));
      left.erase(left.begin() + static_cast<std::ptrdiff_t>(std::min(i, other)));
      i = 0;
    }
    for (const Allowance* each : left) {
      if (each->is_charge)
        charge(*each);
      else if (is_prepaid(*each))
        tell_prepaid(*each);
      else
        share_out(*each);
    }
  }

  /// What was paid in advance, written as a discount: it lowers what is to be paid, and no price.
  static bool is_prepaid(const Allowance& of) {
    static constexpr std::array<std::string_view, 12> words{
        "voorschot", "vooruitbeta", "vooruitgefact", "aanbetaling", "deelfactu", "termijnfactu",
        "prepa",     "advance",     "acompte",       "anzahlung",   "abschlag",  "downpayment"};
    const std::string reason = cells::folded(of.reason);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
      return reason.find(word) != std::string::npos;
    });
  }

  void tell_prepaid(const Allowance& of) {
    diagnostics_.warning(
        "A0193", of.where,
        {"the discount of " + of.amount.value->text() + " over invoice " + document_.number +
             " is a prepayment that is set off: " + of.reason,
         "de korting van " + of.amount.value->text() + " over factuur " + document_.number +
             " is een verrekend voorschot: " + of.reason},
        {"it is not taken off the prices; the invoice that asked for it is not counted either",
         "ze gaat niet van de prijzen af; de factuur waarop het voorschot is gevraagd telt ook "
         "niet "
         "mee"});
  }

  void charge(const Allowance& of) {
    Row row;
    row.is_line = false;
    row.line = started(of.where);
    row.line.line = of.reason.empty() ? of.code : of.reason;
    if (!of.reason.empty() && !of.code.empty()) row.line.names.push_back(of.code);
    row.line.quantity = signed_as_meant(Decimal(1, 0));
    row.line.unit_price = *of.amount.value;
    row.line.amount = signed_as_meant(*of.amount.value);
    row.vat = of.vat;
    row.kept = give_period(row.line, {}, std::nullopt);
    rows_.push_back(std::move(row));
  }

  void share_out(const Allowance& of) {
    std::vector<Row*> over;
    for (const bool any : {false, true}) {
      for (Row& row : rows_)
        if (row.is_line && (any || row.vat == of.vat)) over.push_back(&row);
      if (!over.empty()) break;
    }
    if (over.empty()) return;
    const auto parts = shares(*of.amount.value, over);
    for (std::size_t i = 0; i < over.size(); ++i) {
      InvoiceLine& line = over[i]->line;
      const Ratio net = Ratio(line.amount) - Ratio(parts[i]);
      line.amount =
          as_many_decimals(net, std::max({decimals_, line.amount.scale(), parts[i].scale()}));
      if (line.unit_price) line.unit_price = price_of(Ratio(line.amount), Ratio(line.quantity));
    }
  }

  std::vector<Decimal> shares(const Decimal& value, const std::vector<Row*>& over) const {
    std::vector<Ratio> weights;
    for (const Row* row : over) weights.emplace_back(row->line.amount);
    return shared(signed_as_meant(value), weights, decimals_);
  }

  /// The VAT of each category over its rows.
  void vat() {
    const Totals& totals = document_.totals;
    for (const VatShare& each : totals.by_category)
      if (each.amount.value) vat_over(&each.vat, *each.amount.value);
    if (totals.by_category.empty() && totals.vat.value) vat_over(nullptr, *totals.vat.value);
  }

  void vat_over(const std::string* category, const Decimal& value) {
    std::vector<Row*> over;
    for (Row& row : rows_)
      if (category == nullptr || row.vat == *category) over.push_back(&row);
    if (over.empty()) {
      if (!value.is_zero()) unshared_vat_ = true;
      return;
    }
    const auto parts = shares(value, over);
    for (std::size_t i = 0; i < over.size(); ++i) over[i]->line.vat = parts[i];
  }

  /// What the document says it adds up to, against its lines.
  void totals() {
    const Totals& stated = document_.totals;
    const Ratio net = lines_ + charges_ - allowances_;
    const Ratio gross = net + value_of(stated.vat);
    const Ratio payable = gross - value_of(stated.prepaid) + value_of(stated.rounding);
    if (!adds_up(stated.lines, lines_) || !adds_up(stated.net, net) ||
        !adds_up(stated.gross, gross) || !adds_up(stated.payable, payable))
      return;
    if (unshared_vat_)
      diagnostics_.warning(
          "A0129", stated.vat.where,
          {"invoice " + document_.number + " has VAT of a category that none of its lines has",
           "factuur " + document_.number +
               " heeft btw van een categorie die geen van haar regels heeft"},
          {"that VAT is in none of the rows", "die btw staat bij geen van de regels"});
  }

  bool adds_up(const Number& total, const Ratio& sum) {
    if (!total.value || Ratio(*total.value) == sum) return true;
    const std::string found = sum.exact_decimal() ? as_many_decimals(sum, 2).text() : sum.text();
    diagnostics_.warning(
        "A0129", total.where,
        {"invoice " + document_.number + " does not add up: " + total.element + " is " +
             total.value->text() + ", its parts make " + found,
         "de bedragen op factuur " + document_.number + " tellen niet op: " + total.element +
             " is " + total.value->text() + ", de delen zijn samen " + found},
        {"the lines count, as they stand", "de regels tellen, zoals ze er staan"});
    return false;
  }

  const Document& document_;
  const SourcePtr& source_;
  std::optional<PeriodOf> period_of_;
  Diagnostics& diagnostics_;
  bool credit_ = false;
  bool turned_ = false;  ///< its amounts are given back as they stand
  std::string code_;     ///< of the currency; empty: not stated
  std::optional<Currency> currency_;
  int decimals_ = 2;
  std::shared_ptr<const InvoiceHead> head_;
  std::shared_ptr<const Correction> correction_;
  std::vector<Row> rows_;
  Ratio lines_{0};
  Ratio charges_{0};
  Ratio allowances_{0};
  std::size_t without_period_ = 0;
  Span first_without_;
  bool unshared_vat_ = false;
};

}  // namespace

std::pair<Date, Date> period_of_date(Date date, PeriodOf rule) {
  Period month = Period::containing(date, Unit::month);
  if (rule == PeriodOf::month_before_date) month = month.plus(-1);
  return {month.first_day(), month.last_day()};
}

Rows rows_of(const Document& document, const SourcePtr& source, std::optional<PeriodOf> period_of,
             Diagnostics& diagnostics) {
  return RowMaker(document, source, period_of, diagnostics).rows();
}

}  // namespace pricetalk::einvoice
