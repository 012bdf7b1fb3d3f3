#include "invoice/ubl.hpp"

#include <array>

#include "invoice/einvoice_xml.hpp"

namespace pricetalk::einvoice {

namespace {

constexpr Syntax ubl_syntax{"UBL", "cbc:ID", "cbc:IssueDate", "cac:InvoicePeriod"};

InvoiceParty ubl_party(const pugi::xml_node& node) {
  InvoiceParty made;
  const pugi::xml_node of = child(node, "Party");
  add_company(made, child(of, "EndpointID"));
  for (const pugi::xml_node& each : of.children()) {
    const std::string_view name = local_name(each);
    if (name == "PartyIdentification") add_company(made, child(each, "ID"));
    if (name == "PartyTaxScheme" || name == "PartyLegalEntity")
      add_company(made, child(each, "CompanyID"));
  }
  made.name = text(child(of, {"PartyName", "Name"}));
  if (made.name.empty()) made.name = text(child(of, {"PartyLegalEntity", "RegistrationName"}));
  return made;
}

class UblReader {
 public:
  UblReader(const SourceText& source, const pugi::xml_node& root) : source_(source), root_(root) {}

  Document document() && {
    made_.syntax = &ubl_syntax;
    made_.where = place(source_, root_);
    made_.credit_note = local_name(root_) == "CreditNote";
    made_.type = text(child(root_, made_.credit_note ? "CreditNoteTypeCode" : "InvoiceTypeCode"));
    made_.number = text(child(root_, "ID"));
    made_.issued = day(text(child(root_, "IssueDate")));
    made_.due = day(text(child(root_, "DueDate")));
    if (!made_.due) made_.due = day(text(child(root_, {"PaymentMeans", "PaymentDueDate"})));
    made_.currency = text(child(root_, "DocumentCurrencyCode"));
    made_.supplier = ubl_party(child(root_, "AccountingSupplierParty"));
    made_.customer = ubl_party(child(root_, "AccountingCustomerParty"));
    made_.period = days(root_);
    made_.delivered = day(text(child(root_, {"Delivery", "ActualDeliveryDate"})));
    references();
    for (const pugi::xml_node& each : root_.children()) {
      const std::string_view name = local_name(each);
      if (name == "InvoiceLine" || name == "CreditNoteLine") made_.lines.push_back(line(each));
      if (name == "AllowanceCharge") made_.allowances.push_back(allowance(each));
    }
    totals();
    return std::move(made_);
  }

 private:
  void references() {
    add_reference(made_.orders, text(child(root_, {"OrderReference", "ID"})));
    for (const pugi::xml_node& each : root_.children()) {
      const std::string_view name = local_name(each);
      if (name == "ContractDocumentReference")
        add_reference(made_.contracts, text(child(each, "ID")));
      if (name == "BillingReference")
        for (const char* kind : {"InvoiceDocumentReference", "CreditNoteDocumentReference"})
          add_reference(made_.corrects, text(child(each, {kind, "ID"})));
      if (name == "BuyerReference" || name == "Note") add_reference(made_.mentions, text(each));
      if (name == "ProjectReference") add_reference(made_.mentions, text(child(each, "ID")));
      add_reference(made_.orders,
                    text(child(each, {"OrderLineReference", "OrderReference", "ID"})));
    }
  }

  /// The first that states a day: one may say only what the VAT goes by (DescriptionCode).
  static Days days(const pugi::xml_node& node) {
    for (const pugi::xml_node& each : node.children()) {
      if (local_name(each) != "InvoicePeriod") continue;
      const Days made{day(text(child(each, "StartDate"))), day(text(child(each, "EndDate")))};
      if (made.from || made.to) return made;
    }
    return {};
  }

  static std::string category(const pugi::xml_node& node) {
    return vat_category(text(child(node, "ID")), text(child(node, "Percent")));
  }

  Number amount(const pugi::xml_node& node, const char* name) const {
    return number(source_, child(node, name));
  }

  DocumentLine line(const pugi::xml_node& node) const {
    DocumentLine made;
    made.where = place(source_, node);
    made.id = text(child(node, "ID"));
    const pugi::xml_node quantity =
        child(node, local_name(node) == "CreditNoteLine" ? "CreditedQuantity" : "InvoicedQuantity");
    made.quantity = number(source_, quantity);
    made.unit = publication::attribute(quantity, "unitCode");
    made.amount = amount(node, "LineExtensionAmount");
    const pugi::xml_node price = child(node, "Price");
    made.price = amount(price, "PriceAmount");
    made.base = amount(price, "BaseQuantity");
    made.discounted = static_cast<bool>(child(node, "AllowanceCharge"));
    made.period = days(node);
    made.delivered = day(text(child(node, {"Delivery", "ActualDeliveryDate"})));
    made.vat = category(child(node, {"Item", "ClassifiedTaxCategory"}));
    const pugi::xml_node reference = child(node, "OrderLineReference");
    made.order_line = text(child(reference, "LineID"));
    made.order = text(child(reference, {"OrderReference", "ID"}));
    const pugi::xml_node item = child(node, "Item");
    made.names = {text(child(item, "Name")), text(child(item, "Description"))};
    for (const char* id :
         {"SellersItemIdentification", "BuyersItemIdentification", "StandardItemIdentification"})
      made.names.push_back(text(child(item, {id, "ID"})));
    made.names.push_back(text(child(node, "Note")));
    return made;
  }

  Allowance allowance(const pugi::xml_node& node) const {
    const std::string indicator = text(child(node, "ChargeIndicator"));
    return {place(source_, node),
            indicator == "true" || indicator == "1",
            text(child(node, "AllowanceChargeReasonCode")),
            text(child(node, "AllowanceChargeReason")),
            amount(node, "Amount"),
            category(child(node, "TaxCategory"))};
  }

  void totals() {
    const pugi::xml_node total = child(root_, "LegalMonetaryTotal");
    Totals& made = made_.totals;
    made.lines = amount(total, "LineExtensionAmount");
    made.net = amount(total, "TaxExclusiveAmount");
    made.gross = amount(total, "TaxInclusiveAmount");
    made.prepaid = amount(total, "PrepaidAmount");
    made.rounding = amount(total, "PayableRoundingAmount");
    made.payable = amount(total, "PayableAmount");
    const pugi::xml_node tax = tax_total();
    made.vat = amount(tax, "TaxAmount");
    for (const pugi::xml_node& each : tax.children())
      if (local_name(each) == "TaxSubtotal")
        made.by_category.push_back(
            {category(child(each, "TaxCategory")), amount(each, "TaxAmount")});
  }

  /// The one in the currency of the document; another may stand beside it for the tax office.
  pugi::xml_node tax_total() const {
    pugi::xml_node first;
    for (const pugi::xml_node& each : root_.children()) {
      if (local_name(each) != "TaxTotal") continue;
      if (!first) first = each;
      const std::string own(publication::attribute(child(each, "TaxAmount"), "currencyID"));
      if (own == made_.currency) return each;
    }
    return first;
  }

  const SourceText& source_;
  const pugi::xml_node& root_;
  Document made_;
};

}  // namespace

Document from_ubl(const SourceText& source, const pugi::xml_node& root) {
  return UblReader(source, root).document();
}

}  // namespace pricetalk::einvoice
