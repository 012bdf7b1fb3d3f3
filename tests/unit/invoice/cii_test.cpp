#include <gmock/gmock.h>

#include <memory>

#include "invoice/columns.hpp"
#include "pricetalk/invoice/invoice.hpp"

namespace pricetalk {
namespace cii_test {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Loaded<std::vector<InvoiceLine>> read(std::string bytes) {
  return read_invoices(std::make_shared<const SourceText>("f.xml", std::move(bytes)));
}

std::vector<std::string> codes(const Loaded<std::vector<InvoiceLine>>& loaded) {
  std::vector<std::string> made;
  for (const Diagnostic& each : loaded.diagnostics.list()) made.push_back(each.code);
  return made;
}

std::string element(const std::string& name, const std::string& inside) {
  return "<ram:" + name + ">" + inside + "</ram:" + name + ">";
}
std::string day(const std::string& name, const std::string& digits) {
  return element(name, "<udt:DateTimeString format=\"102\">" + digits + "</udt:DateTimeString>");
}
std::string period(const std::string& from, const std::string& to) {
  return element("BillingSpecifiedPeriod", (from.empty() ? "" : day("StartDateTime", from)) +
                                               (to.empty() ? "" : day("EndDateTime", to)));
}
const std::string january = period("20250101", "20250131");

std::string tax(const std::string& name, const std::string& percent,
                const std::string& before = "") {
  return element(name, before + element("TypeCode", "VAT") + element("CategoryCode", "S") +
                           element("RateApplicablePercent", percent));
}

std::string allowance(bool is_charge, const std::string& amount, const std::string& reason,
                      const std::string& percent) {
  return element(
      "SpecifiedTradeAllowanceCharge",
      element("ChargeIndicator", std::string("<udt:Indicator>") + (is_charge ? "true" : "false") +
                                     "</udt:Indicator>") +
          element("ActualAmount", amount) + element("Reason", reason) +
          tax("CategoryTradeTax", percent));
}

struct CiiLine {
  std::string quantity = "2";
  std::string price = "35.00";
  std::string amount = "70.00";
  std::string settled = "";  ///< more of SpecifiedLineTradeSettlement
  std::string base = "";
  std::string status = "";
};

std::string line(const CiiLine& of) {
  return element(
      "IncludedSupplyChainTradeLineItem",
      element("AssociatedDocumentLineDocument",
              element("LineID", "1") +
                  (of.status.empty() ? "" : element("LineStatusReasonCode", of.status))) +
          element("SpecifiedTradeProduct",
                  "<ram:GlobalID schemeID=\"0088\">4012345000016</ram:GlobalID>" +
                      element("SellerAssignedID", "S-1") + element("BuyerAssignedID", "B-7") +
                      element("Name", "Schoonmaak") + element("Description", "per uur")) +
          element("SpecifiedLineTradeAgreement",
                  element("BuyerOrderReferencedDocument", element("LineID", "10")) +
                      element("GrossPriceProductTradePrice", element("ChargeAmount", "99.00")) +
                      element("NetPriceProductTradePrice",
                              element("ChargeAmount", of.price) +
                                  (of.base.empty() ? "" : element("BasisQuantity", of.base)))) +
          element("SpecifiedLineTradeDelivery",
                  "<ram:BilledQuantity unitCode=\"HUR\">" + of.quantity + "</ram:BilledQuantity>") +
          element("SpecifiedLineTradeSettlement",
                  tax("ApplicableTradeTax", "21.00") + of.settled +
                      element("SpecifiedTradeSettlementLineMonetarySummation",
                              element("LineTotalAmount", of.amount))));
}

std::string cii_document(const std::string& lines, const std::string& settled,
                         const std::string& type = "380", const std::string& agreed = "") {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rsm:CrossIndustryInvoice"
         " xmlns:rsm=\"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100\""
         " xmlns:ram=\"urn:un:unece:uncefact:data:standard:"
         "ReusableAggregateBusinessInformationEntity:100\""
         " xmlns:udt=\"urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100\">"
         "<rsm:ExchangedDocument>" +
         element("ID", "F1") + element("TypeCode", type) + day("IssueDateTime", "20250203") +
         element("IncludedNote", element("Content", "Vertrag FM-1")) +
         "</rsm:ExchangedDocument><rsm:SupplyChainTradeTransaction>" + lines +
         element("ApplicableHeaderTradeAgreement",
                 element("BuyerReference", "04011000-12345-03") +
                     element("SellerTradeParty",
                             "<ram:GlobalID schemeID=\"0106\">12345678</ram:GlobalID>" +
                                 element("Name", "A") +
                                 element("SpecifiedTaxRegistration",
                                         "<ram:ID schemeID=\"VA\">NL001234567B01</ram:ID>")) +
                     element("BuyerOrderReferencedDocument", element("IssuerAssignedID", "4500")) +
                     agreed) +
         element("ApplicableHeaderTradeDelivery", "") +
         element("ApplicableHeaderTradeSettlement",
                 element("InvoiceCurrencyCode", "EUR") + settled) +
         "</rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>\n";
}

std::string totals(const std::string& lines, const std::string& net, const std::string& vat,
                   const std::string& gross) {
  return element("SpecifiedTradeSettlementHeaderMonetarySummation",
                 element("LineTotalAmount", lines) + element("TaxBasisTotalAmount", net) +
                     "<ram:TaxTotalAmount currencyID=\"EUR\">" + vat + "</ram:TaxTotalAmount>" +
                     element("GrandTotalAmount", gross) + element("DuePayableAmount", gross));
}

TEST(Cii, gives_a_row_for_each_line_with_all_its_names) {
  const auto loaded = read(cii_document(
      line({}),
      tax("ApplicableTradeTax", "21", element("CalculatedAmount", "14.70")) + january +
          totals("70.00", "70.00", "14.70", "84.70"),
      "380", element("ContractReferencedDocument", element("IssuerAssignedID", "FM-1"))));
  EXPECT_THAT(codes(loaded), IsEmpty());
  ASSERT_EQ(loaded.value->size(), 1U);
  const InvoiceLine& row = loaded.value->front();
  EXPECT_EQ(row.invoice + " " + row.date.text(), "F1 2025-02-03");
  EXPECT_EQ(row.line, "Schoonmaak");
  EXPECT_THAT(row.names, ElementsAre("per uur", "S-1", "B-7", "4012345000016", "4500/10"));
  EXPECT_EQ(row.from.text() + " " + row.to.text(), "2025-01-01 2025-01-31");
  EXPECT_EQ(row.quantity.text() + " " + row.unit_price->text() + " " + row.amount.text(),
            "2 35.00 70.00");
  EXPECT_EQ(row.unit, "HUR");
  EXPECT_EQ(row.vat->text(), "14.70");
  EXPECT_EQ(row.kind, InvoiceKind::invoice);
  EXPECT_THAT(row.head->orders, ElementsAre("4500"));
  EXPECT_THAT(row.head->contracts, ElementsAre("FM-1"));
  EXPECT_THAT(row.head->mentions, ElementsAre("04011000-12345-03", "Vertrag FM-1"));
  EXPECT_THAT(row.head->supplier.ids, ElementsAre("0106:12345678", "NL001234567B01"));
  EXPECT_EQ(row.head->currency->code(), "EUR");
}

TEST(Cii, an_invoice_that_corrects_another_says_which) {
  Diagnostics problems;
  const InvoiceRows rows(std::make_shared<const SourceText>(
                             "f.xml", cii_document(line({}),
                                                   element("InvoiceReferencedDocument",
                                                           element("IssuerAssignedID", "F0")) +
                                                       january,
                                                   "384")),
                         nullptr, problems);
  ASSERT_NE(rows.correction(), nullptr);
  EXPECT_THAT(rows.correction()->corrects, ElementsAre("F0"));
  EXPECT_EQ(rows.correction()->head->supplier.name, "A");
  EXPECT_EQ(problems.list().front().code, "A0176");
}

TEST(Cii, a_credit_note_takes_off_whether_it_has_signs_or_not) {
  for (const char* sign : {"", "-"}) {
    const std::string minus(sign);
    const auto loaded =
        read(cii_document(line({minus + "1", "35.00", minus + "35.00"}), january, "381"));
    ASSERT_EQ(loaded.value->size(), 1U) << sign;
    const InvoiceLine& row = loaded.value->front();
    EXPECT_EQ(row.kind, InvoiceKind::credit);
    EXPECT_EQ(row.quantity.text() + " " + row.amount.text(), "-1 -35.00");
  }
}

TEST(Cii, the_period_of_a_line_goes_before_that_of_the_document) {
  const auto loaded =
      read(cii_document(line({"2", "35.00", "70.00", period("20250110", "20250112")}) +
                            line({"2", "35.00", "70.00", period("20250120", "")}) + line({}),
                        january));
  ASSERT_EQ(loaded.value->size(), 3U);
  EXPECT_EQ((*loaded.value)[0].from.text(), "2025-01-10");
  EXPECT_EQ((*loaded.value)[1].from.text() + (*loaded.value)[1].to.text(), "2025-01-202025-01-31");
  EXPECT_EQ((*loaded.value)[2].from.text(), "2025-01-01");
  EXPECT_THAT(codes(read(cii_document(line({}), ""))), ElementsAre("A0128"));
}

TEST(Cii, the_price_is_the_net_one_of_one_piece) {
  const auto loaded = read(
      cii_document(line({"10", "450.00", "45.00", "", "100"}) +
                       line({"100", "10.00", "950.00", allowance(false, "50.00", "Rabatt", "21")}),
                   january));
  ASSERT_EQ(loaded.value->size(), 2U);
  EXPECT_EQ((*loaded.value)[0].unit_price->text(), "4.50");
  EXPECT_EQ((*loaded.value)[1].unit_price->text(), "9.50");
}

TEST(Cii, discounts_go_over_the_lines_and_charges_are_rows) {
  const auto loaded = read(cii_document(
      line({"1", "100.00", "100.00"}) + line({"1", "100.00", "100.00"}),
      allowance(false, "10.01", "Treuerabatt", "21.00") +
          element("SpecifiedLogisticsServiceCharge", element("Description", "Fracht") +
                                                         element("AppliedAmount", "15.00") +
                                                         tax("AppliedTradeTax", "21")) +
          january + totals("200.00", "204.99", "0.00", "204.99")));
  EXPECT_THAT(codes(loaded), IsEmpty());
  ASSERT_EQ(loaded.value->size(), 3U);
  EXPECT_EQ((*loaded.value)[0].amount.text() + " " + (*loaded.value)[1].amount.text(),
            "94.99 95.00");
  EXPECT_EQ((*loaded.value)[2].line + " " + (*loaded.value)[2].amount.text(), "Fracht 15.00");
}

TEST(Cii, lines_that_group_or_explain_others_are_not_counted) {
  CiiLine group;
  group.status = "GROUP";
  CiiLine told;
  told.status = "INFORMATION";
  CiiLine detail;
  detail.status = "DETAIL";
  const auto loaded = read(cii_document(line(group) + line(told) + line(detail),
                                        january + totals("70.00", "70.00", "0", "70.00")));
  EXPECT_THAT(codes(loaded), IsEmpty());
  EXPECT_EQ(loaded.value->size(), 1U);
}

TEST(Cii, says_which_total_does_not_add_up) {
  const auto loaded =
      read(cii_document(line({}), january + totals("70.00", "71.00", "0.00", "71.00")));
  EXPECT_THAT(codes(loaded), ElementsAre("A0129"));
  EXPECT_THAT(loaded.diagnostics.list().front().title.en,
              HasSubstr("TaxBasisTotalAmount is 71.00"));
}

TEST(Cii, a_document_without_lines_says_which_profiles_have_none) {
  const auto loaded = read(cii_document("", january));
  EXPECT_THAT(codes(loaded), ElementsAre("A0128"));
  EXPECT_THAT(loaded.diagnostics.list().front().hint.en, HasSubstr("MINIMUM"));
}

TEST(Cii, other_documents_of_that_name_are_refused_by_name) {
  EXPECT_THAT(read("<rsm:CrossIndustryDocument "
                   "xmlns:rsm=\"urn:ferd:CrossIndustryDocument:invoice:1p0\"/>")
                  .diagnostics.list()
                  .front()
                  .title.en,
              HasSubstr("ZUGFeRD 1.0"));
  EXPECT_THAT(codes(read("<CrossIndustryInvoice xmlns=\"urn:other\"/>")), ElementsAre("A0124"));
  EXPECT_THAT(codes(read("<Invoice xmlns=\"http://www.fakturax.example/1\"/>")),
              ElementsAre("A0124"));
}

}  // namespace cii_test
}  // namespace pricetalk
