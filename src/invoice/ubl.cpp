#include "invoice/ubl.hpp"

#include <algorithm>
#include <map>
#include <pugixml.hpp>
#include <utility>

#include "document/words.hpp"
#include "explain/rounded.hpp"
#include "invoice/cells.hpp"
#include "invoice/largest.hpp"
#include "invoice/text.hpp"
#include "invoice/ubl_shares.hpp"
#include "invoice/xml_guard.hpp"
#include "pricetalk/calendar/period.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk::ubl {

namespace {

constexpr std::string_view ubl_names = "urn:oasis:names:specification:ubl:schema:xsd:";

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& each : node.children())
    if (local_name(each) == name) return each;
  return {};
}

/// The node at a path of local names: {"Party", "EndpointID"}.
pugi::xml_node child(pugi::xml_node node, std::initializer_list<std::string_view> path) {
  for (const std::string_view name : path) node = child(node, name);
  return node;
}

std::string text(const pugi::xml_node& node) {
  return std::string(invoice_text::stripped(node.child_value()));
}

Span place(const SourceText& source, const pugi::xml_node& node) {
  const auto size = static_cast<std::uint32_t>(source.bytes().size());
  const auto at =
      std::min(static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0)), size);
  const auto length = static_cast<std::uint32_t>(std::string_view(node.name()).size());
  return {&source, at, std::min(at + length, size)};
}

/// An xs:decimal: `100`, `+1.50`, `.5`.
std::optional<Decimal> decimal(std::string_view written) {
  std::string digits(written);
  if (digits.starts_with('+')) digits.erase(0, 1);
  const std::size_t sign = digits.starts_with('-') ? 1 : 0;
  if (digits.size() > sign && digits[sign] == '.') digits.insert(sign, "0");
  if (digits.ends_with('.')) digits.pop_back();
  if (digits.find('_') != std::string::npos) return std::nullopt;
  auto made = Decimal::parse(digits);
  // "10.0000000000": zeros that say nothing.
  if (made && made->scale() > 4) made = Ratio(*made).exact_decimal();
  if (!made || made->scale() > 8 || Ratio(largest_on_invoice) <= abs(Ratio(*made)))
    return std::nullopt;
  return made;
}

/// An xs:date, which may have a time zone behind it.
std::optional<Date> day(const std::string& written) {
  if (written.size() > 10 && std::string_view("Z+-T").find(written[10]) == std::string_view::npos)
    return std::nullopt;
  return Date::parse(std::string_view(written).substr(0, 10));
}

/// The decimal that a fraction is, with at least the decimals of an amount.
std::optional<Decimal> price_of(const Ratio& amount, const Ratio& quantity) {
  if (quantity.is_zero()) return std::nullopt;
  const auto exact = (amount / quantity).exact_decimal();
  if (!exact || exact->scale() > 8) return std::nullopt;
  if (exact->scale() >= 2) return exact;
  const Outcome<Decimal> made = rounded(Ratio(*exact), Rounding::decimals(2));
  return made ? std::optional(*made) : std::nullopt;
}

InvoiceParty party(const pugi::xml_node& node) {
  InvoiceParty made;
  const pugi::xml_node of = child(node, "Party");
  const auto add = [&](const pugi::xml_node& id) {
    const std::string value = text(id);
    if (value.empty()) return;
    const std::string scheme = id.attribute("schemeID").value();
    made.ids.push_back(scheme.empty() ? value : scheme + ":" + value);
  };
  add(child(of, "EndpointID"));
  for (const pugi::xml_node& each : of.children()) {
    const std::string_view name = local_name(each);
    if (name == "PartyIdentification") add(child(each, "ID"));
    if (name == "PartyTaxScheme" || name == "PartyLegalEntity") add(child(each, "CompanyID"));
  }
  made.name = text(child(of, {"PartyName", "Name"}));
  if (made.name.empty()) made.name = text(child(of, {"PartyLegalEntity", "RegistrationName"}));
  return made;
}

class DocumentReader {
 public:
  DocumentReader(const SourcePtr& source, std::optional<PeriodOf> period_of,
                 Diagnostics& diagnostics)
      : source_(source), period_of_(period_of), diagnostics_(diagnostics) {}

  Document read(const pugi::xml_node& root) && {
    root_ = root;
    Document made;
    const auto is_line = [](const pugi::xml_node& each) {
      const std::string_view name = local_name(each);
      return name == "InvoiceLine" || name == "CreditNoteLine";
    };
    made.not_read = static_cast<std::size_t>(std::count_if(root.begin(), root.end(), is_line));
    const std::string type = text(child(root, "InvoiceTypeCode"));
    credit_ = local_name(root) == "CreditNote" || type == "381";
    const bool below_zero = credit_ && is_below_zero();
    turned_ = credit_ && !below_zero;
    number_ = text(child(root, "ID"));
    if (number_.empty()) {
      wrong(root,
            {"this invoice has no number (cbc:ID)", "deze factuur heeft geen nummer (cbc:ID)"});
      return made;
    }
    const auto issued = day(text(child(root, "IssueDate")));
    if (!issued) {
      wrong(root, {"invoice " + number_ + " has no date (cbc:IssueDate)",
                   "factuur " + number_ + " heeft geen datum (cbc:IssueDate)"});
      return made;
    }
    if (below_zero && local_name(root) == "CreditNote") {
      ask_sign();
      return made;
    }
    issued_ = *issued;
    due_ = day(text(child(root, "DueDate")));
    if (!due_) due_ = day(text(child(root, {"PaymentMeans", "PaymentDueDate"})));
    head();
    for (const pugi::xml_node& each : root.children())
      if (is_line(each)) line(each);
    if (made.not_read == 0 && rows_.empty())
      wrong(root,
            {"invoice " + number_ + " has no lines", "factuur " + number_ + " heeft geen regels"},
            {"export or download the invoice again", "exporteer of download de factuur opnieuw"});
    if (without_period_ > 0)
      wrong(child(root, credit_ ? "CreditNoteLine" : "InvoiceLine"),
            {"invoice " + number_ + " states no period (cac:InvoicePeriod) for " +
                 std::to_string(without_period_) + " of its lines",
             "factuur " + number_ + " noemt bij " + std::to_string(without_period_) +
                 " van haar regels geen periode (cac:InvoicePeriod)"},
            {"write period_of = \"month-of-date\" or \"month-before-date\" in a column file, and "
             "add --columns FILE",
             "schrijf period_of = \"month-of-date\" of \"month-before-date\" in een kolombestand, "
             "en geef dat met --columns"});
    allowances();
    vat();
    totals();
    for (Row& row : rows_)
      if (row.line.amount.is_negative()) row.line.kind = InvoiceKind::credit;
    made.not_read -= static_cast<std::size_t>(
        std::count_if(rows_.begin(), rows_.end(), [](const Row& row) { return row.is_line; }));
    for (Row& row : rows_) {
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
    std::string category;  ///< of VAT: "S 21"
    bool is_line = true;   ///< false: a charge over the whole document
    bool kept = true;      ///< false: it states no period
  };

  /// Whether a credit states its amounts below zero: what it adds up to, or else all its lines.
  bool is_below_zero() const {
    if (const auto total = amount(child(root_, {"LegalMonetaryTotal", "LineExtensionAmount"}));
        total && !total->is_zero())
      return total->is_negative();
    bool any = false;
    for (const pugi::xml_node& each : root_.children()) {
      const auto charged = amount(child(each, "LineExtensionAmount"));
      if (!charged || charged->is_zero()) continue;
      if (!charged->is_negative()) return false;
      any = true;
    }
    return any;
  }

  /// A credit note credits what it states. Below zero that would be a charge, and may be meant as a
  /// credit all the same.
  void ask_sign() {
    const pugi::xml_node total = child(root_, "LegalMonetaryTotal");
    diagnostics_.error(
        "A0162", place(*source_, total ? total : root_),
        {"credit note " + number_ + " has amounts below zero: charged, or given back?",
         "de bedragen op creditnota " + number_ + " zijn negatief: gerekend, of teruggegeven?"},
        {"ask the supplier, and write its rows in a CSV with the sign that is meant",
         "vraag het de leverancier, en zet de regels met het juiste teken in een CSV"});
  }

  void wrong(const pugi::xml_node& node, Phrase title, Phrase hint = {}) {
    diagnostics_.error("A0128", place(*source_, node), std::move(title), std::move(hint));
  }

  void head() {
    InvoiceHead made;
    made.source = source_;
    made.document = true;
    made.currency = Currency::parse(currency_code());
    if (made.currency) decimals_ = made.currency->minor_decimals();
    const auto add = [](std::vector<std::string>& to, const std::string& reference) {
      if (!reference.empty() && reference != "NA" &&
          std::find(to.begin(), to.end(), reference) == to.end())
        to.push_back(reference);
    };
    add(made.orders, text(child(root_, {"OrderReference", "ID"})));
    for (const pugi::xml_node& each : root_.children()) {
      if (local_name(each) == "ContractDocumentReference")
        add(made.contracts, text(child(each, "ID")));
      add(made.orders, text(child(each, {"OrderLineReference", "OrderReference", "ID"})));
    }
    made.supplier = party(child(root_, "AccountingSupplierParty"));
    made.customer = party(child(root_, "AccountingCustomerParty"));
    order_ = made.orders.empty() ? std::string() : made.orders.front();
    head_ = std::make_shared<const InvoiceHead>(std::move(made));
  }

  /// Of the document; where it states none, that of its lines when they have one.
  std::string currency_code() const {
    std::string code = text(child(root_, "DocumentCurrencyCode"));
    if (!code.empty()) return code;
    for (const pugi::xml_node& each : root_.children()) {
      const std::string own = child(each, "LineExtensionAmount").attribute("currencyID").value();
      if (local_name(each) == "LegalMonetaryTotal" || own.empty()) continue;
      if (!code.empty() && own != code) return {};
      code = own;
    }
    return code;
  }

  std::optional<Decimal> amount(const pugi::xml_node& node) const { return decimal(text(node)); }

  std::optional<std::pair<Date, Date>> period(const pugi::xml_node& node) const {
    for (const pugi::xml_node& of : {node, root_}) {
      const pugi::xml_node found = child(of, "InvoicePeriod");
      const auto from = day(text(child(found, "StartDate")));
      const auto to = day(text(child(found, "EndDate")));
      if (from && to) return std::pair(*from, *to);
    }
    for (const pugi::xml_node& of : {node, root_})
      if (const auto on = day(text(child(of, {"Delivery", "ActualDeliveryDate"}))))
        return std::pair(*on, *on);
    if (period_of_) return period_of_date(issued_, *period_of_);
    return std::nullopt;
  }

  static std::string category(const pugi::xml_node& node) {
    const auto percent = decimal(text(child(node, "Percent")));
    const auto shortest = percent ? Ratio(*percent).exact_decimal() : std::nullopt;
    return text(child(node, "ID")) + " " + (shortest ? shortest->text() : "0");
  }

  InvoiceLine started(const pugi::xml_node& node) const {
    InvoiceLine made;
    made.invoice = number_;
    made.date = issued_;
    made.due = due_;
    made.where = place(*source_, node);
    made.head = head_;
    if (credit_) made.kind = InvoiceKind::credit;
    return made;
  }

  bool give_period(InvoiceLine& line, const pugi::xml_node& node) {
    const auto found = period(node);
    if (!found) {
      ++without_period_;
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

  void line(const pugi::xml_node& node) {
    Row row;
    InvoiceLine& made = row.line = started(node);
    const auto quantity =
        amount(child(node, credit_ && local_name(node) == "CreditNoteLine" ? "CreditedQuantity"
                                                                           : "InvoicedQuantity"));
    const auto charged = amount(child(node, "LineExtensionAmount"));
    if (!quantity || !charged) {
      wrong(node,
            {"line " + text(child(node, "ID")) + " of invoice " + number_ +
                 " has no quantity or no amount",
             "regel " + text(child(node, "ID")) + " van factuur " + number_ +
                 " heeft geen aantal of geen bedrag"},
            {"they are numbers below 1,000,000,000,000,000 with at most 8 decimals",
             "het zijn getallen onder 1.000.000.000.000.000 met hoogstens 8 decimalen"});
      return;
    }
    lines_ = lines_ + Ratio(*charged);
    made.quantity = turned_ ? cells::negative(*quantity) : *quantity;
    made.amount = turned_ ? cells::negative(*charged) : *charged;
    names(node, made);
    price(node, made);
    // Of a credit that states its amounts below zero, the quantity may have no sign.
    if (credit_ && !turned_ && made.unit_price &&
        Ratio(made.quantity) * Ratio(*made.unit_price) == Ratio(0) - Ratio(made.amount))
      made.quantity = cells::negative(made.quantity);
    row.category = category(child(node, {"Item", "ClassifiedTaxCategory"}));
    row.kept = give_period(made, node);
    rows_.push_back(std::move(row));
  }

  void names(const pugi::xml_node& node, InvoiceLine& made) const {
    const pugi::xml_node item = child(node, "Item");
    const auto add = [&](const std::string& name) {
      if (name.empty() || name == made.line) return;
      if (made.line.empty())
        made.line = name;
      else if (std::find(made.names.begin(), made.names.end(), name) == made.names.end())
        made.names.push_back(name);
    };
    add(text(child(item, "Name")));
    add(text(child(item, "Description")));
    for (const char* id :
         {"SellersItemIdentification", "BuyersItemIdentification", "StandardItemIdentification"})
      add(text(child(item, {id, "ID"})));
    const pugi::xml_node reference = child(node, "OrderLineReference");
    const std::string line = text(child(reference, "LineID"));
    std::string order = text(child(reference, {"OrderReference", "ID"}));
    if (order.empty()) order = order_;
    if (!line.empty() && line != "NA" && !order.empty()) add(order + "/" + line);
    add(text(child(node, "Note")));
  }

  void price(const pugi::xml_node& node, InvoiceLine& made) const {
    const pugi::xml_node price = child(node, "Price");
    const auto stated = amount(child(price, "PriceAmount"));
    const auto base = amount(child(price, "BaseQuantity"));
    if (stated && base && base->is_zero()) return;
    if (stated) {
      made.unit_price =
          base ? price_of(Ratio(*stated), Ratio(*base)) : std::optional<Decimal>(*stated);
    }
    for (const pugi::xml_node& each : node.children()) {
      if (local_name(each) != "AllowanceCharge") continue;
      made.unit_price = price_of(Ratio(made.amount), Ratio(made.quantity));
      return;
    }
  }

  struct OverDocument {
    pugi::xml_node node;
    Decimal value;
    bool is_charge = false;
    bool undone = false;  ///< another one of the document takes it back
  };

  std::vector<OverDocument> over_document() const {
    std::vector<OverDocument> found;
    for (const pugi::xml_node& each : root_.children()) {
      if (local_name(each) != "AllowanceCharge") continue;
      const auto value = amount(child(each, "Amount"));
      if (!value || value->is_zero()) continue;
      const std::string indicator = text(child(each, "ChargeIndicator"));
      found.push_back({each, *value, indicator == "true" || indicator == "1"});
    }
    return found;
  }

  /// A discount for paying in time that lowers the VAT alone: Belgian invoices state it (code 64 of
  /// UNCL 5189), and a charge of as much beside it, because nobody knows yet whether it is taken.
  static bool undoes(const OverDocument& discount, const OverDocument& charge) {
    if (discount.is_charge || !charge.is_charge || charge.undone) return false;
    if (discount.value != charge.value) return false;
    const std::string reason = text(child(discount.node, "AllowanceChargeReason"));
    return text(child(discount.node, "AllowanceChargeReasonCode")) == "64" ||
           (!reason.empty() && reason == text(child(charge.node, "AllowanceChargeReason")));
  }

  /// Discounts over the document go over its lines, charges become rows.
  void allowances() {
    std::vector<OverDocument> found = over_document();
    for (OverDocument& discount : found)
      for (OverDocument& charge : found)
        if (!discount.undone && undoes(discount, charge)) discount.undone = charge.undone = true;
    for (const OverDocument& each : found) {
      if (each.undone)
        (each.is_charge ? charges_ : allowances_) =
            (each.is_charge ? charges_ : allowances_) + Ratio(each.value);
      else if (each.is_charge)
        charge(each.node, each.value);
      else
        allowance(category(child(each.node, "TaxCategory")), each.value);
    }
  }

  void charge(const pugi::xml_node& node, const Decimal& value) {
    charges_ = charges_ + Ratio(value);
    Row row;
    row.is_line = false;
    row.line = started(node);
    row.line.line = text(child(node, "AllowanceChargeReason"));
    const std::string code = text(child(node, "AllowanceChargeReasonCode"));
    if (row.line.line.empty())
      row.line.line = code;
    else if (!code.empty())
      row.line.names.push_back(code);
    row.line.quantity = Decimal(turned_ ? -1 : 1, 0);
    row.line.unit_price = value;
    row.line.amount = turned_ ? cells::negative(value) : value;
    row.category = category(child(node, "TaxCategory"));
    row.kept = give_period(row.line, node);
    rows_.push_back(std::move(row));
  }

  void allowance(const std::string& of, const Decimal& value) {
    allowances_ = allowances_ + Ratio(value);
    std::vector<Row*> over;
    for (const bool any : {false, true}) {
      for (Row& row : rows_)
        if (row.is_line && (any || row.category == of)) over.push_back(&row);
      if (!over.empty()) break;
    }
    if (over.empty()) return;
    std::vector<Ratio> weights;
    for (const Row* row : over) weights.emplace_back(row->line.amount);
    const auto parts = shared(turned_ ? cells::negative(value) : value, weights, decimals_);
    for (std::size_t i = 0; i < over.size(); ++i) {
      InvoiceLine& line = over[i]->line;
      const Ratio net = Ratio(line.amount) - Ratio(parts[i]);
      line.amount =
          as_many_decimals(net, std::max({decimals_, line.amount.scale(), parts[i].scale()}));
      if (line.unit_price) line.unit_price = price_of(Ratio(line.amount), Ratio(line.quantity));
    }
  }

  /// The VAT of each category over its rows.
  void vat() {
    const pugi::xml_node total = tax_total();
    if (!total) return;
    bool by_category = false;
    for (const pugi::xml_node& each : total.children()) {
      if (local_name(each) != "TaxSubtotal") continue;
      by_category = true;
      if (const auto value = amount(child(each, "TaxAmount")))
        vat_over(category(child(each, "TaxCategory")), *value);
    }
    if (by_category) return;
    if (const auto value = amount(child(total, "TaxAmount"))) vat_over({}, *value);
  }

  /// The one in the currency of the document; another may stand beside it for the tax office.
  pugi::xml_node tax_total() const {
    const std::string code = currency_code();
    pugi::xml_node first;
    for (const pugi::xml_node& each : root_.children()) {
      if (local_name(each) != "TaxTotal") continue;
      if (!first) first = each;
      if (code == child(each, "TaxAmount").attribute("currencyID").value()) return each;
    }
    return first;
  }

  void vat_over(const std::string& of, const Decimal& value) {
    std::vector<Row*> over;
    for (Row& row : rows_)
      if (of.empty() || row.category == of) over.push_back(&row);
    if (over.empty()) {
      if (!value.is_zero()) unshared_vat_ = true;
      return;
    }
    std::vector<Ratio> weights;
    for (const Row* row : over) weights.emplace_back(row->line.amount);
    const auto parts = shared(turned_ ? cells::negative(value) : value, weights, decimals_);
    for (std::size_t i = 0; i < over.size(); ++i) over[i]->line.vat = parts[i];
  }

  /// What the document says it adds up to, against its lines.
  void totals() {
    const pugi::xml_node total = child(root_, "LegalMonetaryTotal");
    const auto part = [&](const char* name) {
      const auto found = amount(child(total, name));
      return found ? Ratio(*found) : Ratio(0);
    };
    const auto check = [&](const char* name, const Ratio& sum) {
      const auto stated = amount(child(total, name));
      if (!stated || Ratio(*stated) == sum) return true;
      const auto exact = sum.exact_decimal();
      const std::string found = exact ? as_many_decimals(sum, 2).text() : sum.text();
      diagnostics_.warning(
          "A0129", place(*source_, child(total, name)),
          {"invoice " + number_ + " does not add up: " + name + " is " + stated->text() +
               ", its parts make " + found,
           "de bedragen op factuur " + number_ + " tellen niet op: " + name + " is " +
               stated->text() + ", de delen zijn samen " + found},
          {"the lines count, as they stand", "de regels tellen, zoals ze er staan"});
      return false;
    };
    if (!check("LineExtensionAmount", lines_)) return;
    const Ratio net = lines_ + charges_ - allowances_;
    if (!check("TaxExclusiveAmount", net)) return;
    const auto tax = amount(child(tax_total(), "TaxAmount"));
    const Ratio gross = net + (tax ? Ratio(*tax) : Ratio(0));
    if (!check("TaxInclusiveAmount", gross)) return;
    if (!check("PayableAmount", gross - part("PrepaidAmount") + part("PayableRoundingAmount")))
      return;
    if (unshared_vat_)
      diagnostics_.warning(
          "A0129", place(*source_, tax_total()),
          {"invoice " + number_ + " has VAT of a category that none of its lines has",
           "factuur " + number_ + " heeft btw van een categorie die geen van haar regels heeft"},
          {"that VAT is in none of the rows", "die btw staat bij geen van de regels"});
  }

  const SourcePtr& source_;
  std::optional<PeriodOf> period_of_;
  Diagnostics& diagnostics_;
  pugi::xml_node root_;
  std::string number_;
  std::string order_;
  Date issued_;
  std::optional<Date> due_;
  bool credit_ = false;
  bool turned_ = false;  ///< its amounts are given back as they stand
  int decimals_ = 2;
  std::shared_ptr<const InvoiceHead> head_;
  std::vector<Row> rows_;
  Ratio lines_{0};
  Ratio charges_{0};
  Ratio allowances_{0};
  std::size_t without_period_ = 0;
  bool unshared_vat_ = false;
};

void not_ubl(const SourceText& source, const pugi::xml_node& root, Diagnostics& diagnostics) {
  const std::string name(local_name(root));
  Phrase title{"this XML is no UBL invoice: " + name, "deze XML is geen UBL-factuur: " + name};
  if (name == "CrossIndustryInvoice")
    title = {"this is an invoice in another format (CII), not UBL",
             "dit is een factuur in een ander formaat (CII), geen UBL"};
  else if (std::string_view(source.bytes()).find(ubl_names) != std::string_view::npos)
    title = {"this UBL document is no invoice: " + name,
             "dit UBL-document is geen factuur: " + name};
  diagnostics.error("A0124", place(source, root), std::move(title),
                    {"give UBL 2.1 documents Invoice or CreditNote, or a CSV",
                     "geef UBL 2.1-documenten Invoice of CreditNote, of een CSV"});
}

}  // namespace

bool is_markup(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.starts_with("\xFF\xFE<") || bytes.starts_with(std::string_view("\xFE\xFF\0<", 4)))
    return true;
  return invoice_text::stripped(bytes.substr(0, 4096)).starts_with('<');
}

std::pair<Date, Date> period_of_date(Date date, PeriodOf rule) {
  Period month = Period::containing(date, Unit::month);
  if (rule == PeriodOf::month_before_date) month = month.plus(-1);
  return {month.first_day(), month.last_day()};
}

std::optional<Document> read(const SourcePtr& bytes, std::optional<PeriodOf> period_of,
                             Diagnostics& diagnostics) {
  const SourcePtr text = plain_xml(bytes, diagnostics);
  if (!text) return std::nullopt;
  const SourceText& source = *text;
  pugi::xml_document document;
  const auto parsed = document.load_buffer(source.bytes().data(), source.bytes().size(),
                                           pugi::parse_default, pugi::encoding_utf8);
  if (!parsed) {
    const auto size = static_cast<std::uint32_t>(source.bytes().size());
    const auto at =
        std::min(static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)), size);
    diagnostics.error(
        "A0126", {&source, at, std::min(at + 1, size)},
        {"the XML breaks off or is damaged here", "de XML breekt hier af of is beschadigd"},
        {"export or download the invoice again", "exporteer of download de factuur opnieuw"});
    return std::nullopt;
  }
  pugi::xml_node root = document.document_element();
  if (local_name(root) == "StandardBusinessDocument")  // the envelope that Peppol sends it in
    for (const pugi::xml_node& each : root.children())
      if (local_name(each) != "StandardBusinessDocumentHeader") root = each;
  const std::string_view name = local_name(root);
  if (name != "Invoice" && name != "CreditNote") {
    not_ubl(source, root, diagnostics);
    return std::nullopt;
  }
  return DocumentReader(text, period_of, diagnostics).read(root);
}

}  // namespace pricetalk::ubl
