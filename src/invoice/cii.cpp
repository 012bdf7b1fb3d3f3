#include "invoice/cii.hpp"

#include <utility>

#include "invoice/einvoice_xml.hpp"

namespace pricetalk::einvoice {

namespace {

constexpr Syntax cii_syntax{"CII", "ram:ID", "ram:IssueDateTime", "ram:BillingSpecifiedPeriod"};

/// The day in an element such as IssueDateTime, which holds a DateTimeString or a DateTime.
std::optional<Date> day_in(const pugi::xml_node& node) {
  return day(text(node.first_child().type() == pugi::node_element ? node.first_child() : node));
}

Days billed_days(const pugi::xml_node& node) {
  const pugi::xml_node found = child(node, "BillingSpecifiedPeriod");
  return {day_in(child(found, "StartDateTime")), day_in(child(found, "EndDateTime"))};
}

std::optional<Date> delivery(const pugi::xml_node& node) {
  return day_in(child(node, {"ActualDeliverySupplyChainEvent", "OccurrenceDateTime"}));
}

std::string cii_category(const pugi::xml_node& tax) {
  return vat_category(text(child(tax, "CategoryCode")), text(child(tax, "RateApplicablePercent")));
}

InvoiceParty cii_party(const pugi::xml_node& node) {
  InvoiceParty made;
  add_company(made, child(node, {"URIUniversalCommunication", "URIID"}));
  for (const pugi::xml_node& each : node.children()) {
    const std::string_view name = local_name(each);
    if (name == "ID" || name == "GlobalID") add_company(made, each);
    if (name == "SpecifiedTaxRegistration") {
      // VA is the number for VAT; its scheme is no part of it.
      const std::string number = text(child(each, "ID"));
      if (!number.empty()) made.ids.push_back(number);
    }
    if (name == "SpecifiedLegalOrganization") add_company(made, child(each, "ID"));
  }
  made.name = text(child(node, "Name"));
  return made;
}

class CiiReader {
 public:
  CiiReader(const SourceText& source, const pugi::xml_node& root)
      : source_(source),
        root_(root),
        trade_(child(root, "SupplyChainTradeTransaction")),
        agreement_(child(trade_, "ApplicableHeaderTradeAgreement")),
        settlement_(child(trade_, "ApplicableHeaderTradeSettlement")) {}

  Document document() && {
    const pugi::xml_node document = child(root_, "ExchangedDocument");
    made_.syntax = &cii_syntax;
    made_.where = place(source_, root_);
    made_.type = text(child(document, "TypeCode"));
    made_.number = text(child(document, "ID"));
    made_.issued = day_in(child(document, "IssueDateTime"));
    made_.due = day_in(child(settlement_, {"SpecifiedTradePaymentTerms", "DueDateDateTime"}));
    made_.currency = text(child(settlement_, "InvoiceCurrencyCode"));
    made_.supplier = cii_party(child(agreement_, "SellerTradeParty"));
    made_.customer = cii_party(child(agreement_, "BuyerTradeParty"));
    made_.period = billed_days(settlement_);
    made_.delivered = delivery(child(trade_, "ApplicableHeaderTradeDelivery"));
    references(document);
    for (const pugi::xml_node& each : trade_.children())
      if (local_name(each) == "IncludedSupplyChainTradeLineItem" && is_charged(each))
        made_.lines.push_back(line(each));
    for (const pugi::xml_node& each : settlement_.children()) allowance(each);
    totals();
    return std::move(made_);
  }

 private:
  void references(const pugi::xml_node& document) {
    const auto issued = [](const pugi::xml_node& node) {
      return text(child(node, "IssuerAssignedID"));
    };
    add_reference(made_.orders, issued(child(agreement_, "BuyerOrderReferencedDocument")));
    add_reference(made_.contracts, issued(child(agreement_, "ContractReferencedDocument")));
    add_reference(made_.mentions, text(child(agreement_, "BuyerReference")));
    add_reference(made_.mentions, text(child(agreement_, {"SpecifiedProcuringProject", "ID"})));
    for (const pugi::xml_node& each : document.children())
      if (local_name(each) == "IncludedNote")
        add_reference(made_.mentions, text(child(each, "Content")));
    for (const pugi::xml_node& each : settlement_.children())
      if (local_name(each) == "InvoiceReferencedDocument")
        add_reference(made_.corrects, issued(each));
  }

  /// Factur-X has lines that head a group, or only explain; their amounts are in those of others.
  static bool is_charged(const pugi::xml_node& node) {
    const std::string status =
        text(child(node, {"AssociatedDocumentLineDocument", "LineStatusReasonCode"}));
    return status != "GROUP" && status != "INFORMATION";
  }

  Number amount(const pugi::xml_node& node, const char* name) const {
    return number(source_, child(node, name));
  }

  DocumentLine line(const pugi::xml_node& node) const {
    DocumentLine made;
    made.where = place(source_, node);
    const pugi::xml_node itself = child(node, "AssociatedDocumentLineDocument");
    made.id = text(child(itself, "LineID"));
    const pugi::xml_node delivered = child(node, "SpecifiedLineTradeDelivery");
    made.quantity = amount(delivered, "BilledQuantity");
    made.unit = publication::attribute(child(delivered, "BilledQuantity"), "unitCode");
    made.delivered = delivery(delivered);
    const pugi::xml_node settled = child(node, "SpecifiedLineTradeSettlement");
    made.amount =
        amount(child(settled, "SpecifiedTradeSettlementLineMonetarySummation"), "LineTotalAmount");
    made.discounted = static_cast<bool>(child(settled, "SpecifiedTradeAllowanceCharge"));
    made.period = billed_days(settled);
    made.vat = cii_category(child(settled, "ApplicableTradeTax"));
    agreed(child(node, "SpecifiedLineTradeAgreement"), made);
    const pugi::xml_node product = child(node, "SpecifiedTradeProduct");
    for (const char* name :
         {"Name", "Description", "SellerAssignedID", "BuyerAssignedID", "GlobalID"})
      made.names.push_back(text(child(product, name)));
    made.names.push_back(text(child(itself, {"IncludedNote", "Content"})));
    return made;
  }

  /// The price after the discount that belongs to it, and the line of the order.
  void agreed(const pugi::xml_node& node, DocumentLine& made) const {
    pugi::xml_node price = child(node, "NetPriceProductTradePrice");
    const pugi::xml_node gross = child(node, "GrossPriceProductTradePrice");
    if (!price && !child(gross, "AppliedTradeAllowanceCharge")) price = gross;
    made.price = amount(price, "ChargeAmount");
    made.base = amount(price, "BasisQuantity");
    const pugi::xml_node order = child(node, "BuyerOrderReferencedDocument");
    made.order_line = text(child(order, "LineID"));
    made.order = text(child(order, "IssuerAssignedID"));
  }

  void allowance(const pugi::xml_node& node) {
    const std::string_view name = local_name(node);
    if (name == "SpecifiedTradeAllowanceCharge") {
      const std::string indicator = text(child(node, {"ChargeIndicator", "Indicator"}));
      made_.allowances.push_back({place(source_, node), indicator == "true" || indicator == "1",
                                  text(child(node, "ReasonCode")), text(child(node, "Reason")),
                                  amount(node, "ActualAmount"),
                                  cii_category(child(node, "CategoryTradeTax"))});
    } else if (name == "SpecifiedLogisticsServiceCharge") {
      made_.allowances.push_back({place(source_, node),
                                  true,
                                  {},
                                  text(child(node, "Description")),
                                  amount(node, "AppliedAmount"),
                                  cii_category(child(node, "AppliedTradeTax"))});
    }
  }

  void totals() {
    const pugi::xml_node total =
        child(settlement_, "SpecifiedTradeSettlementHeaderMonetarySummation");
    Totals& made = made_.totals;
    made.lines = amount(total, "LineTotalAmount");
    made.net = amount(total, "TaxBasisTotalAmount");
    made.gross = amount(total, "GrandTotalAmount");
    made.prepaid = amount(total, "TotalPrepaidAmount");
    made.rounding = amount(total, "RoundingAmount");
    made.payable = amount(total, "DuePayableAmount");
    made.vat = vat_total(total);
    for (const pugi::xml_node& each : settlement_.children())
      if (local_name(each) == "ApplicableTradeTax")
        made.by_category.push_back({cii_category(each), amount(each, "CalculatedAmount")});
  }

  /// The one in the currency of the document; another may stand beside it for the tax office.
  Number vat_total(const pugi::xml_node& total) const {
    Number first;
    for (const pugi::xml_node& each : total.children()) {
      if (local_name(each) != "TaxTotalAmount") continue;
      const Number found = number(source_, each);
      if (found.currency == made_.currency) return found;
      if (first.written.empty()) first = found;
    }
    return first;
  }

  const SourceText& source_;
  pugi::xml_node root_;
  pugi::xml_node trade_;
  pugi::xml_node agreement_;
  pugi::xml_node settlement_;
  Document made_;
};

}  // namespace

Document from_cii(const SourceText& source, const pugi::xml_node& root) {
  return CiiReader(source, root).document();
}

}  // namespace pricetalk::einvoice
