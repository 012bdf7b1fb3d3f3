#include <gmock/gmock.h>

#include <array>
#include <memory>

#include "invoice/columns.hpp"
#include "invoice/einvoice_shares.hpp"
#include "pricetalk/invoice/invoice.hpp"

namespace pricetalk {
namespace ubl_test {

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

const std::string names =
    " xmlns:cac=\"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2\""
    " xmlns:cbc=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\"";
const std::string period =
    "<cac:InvoicePeriod><cbc:StartDate>2025-01-01</cbc:StartDate>"
    "<cbc:EndDate>2025-01-31</cbc:EndDate></cac:InvoicePeriod>";

std::string document(const std::string& inside, const std::string& root = "Invoice") {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + root +
         " xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:" + root + "-2\"" + names + ">" +
         "<cbc:ID>F1</cbc:ID><cbc:IssueDate>2025-02-03+01:00</cbc:IssueDate>"
         "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>" +
         inside + "</" + root + ">\n";
}

/// A line of an invoice; `more` stands before its item.
std::string line(const std::string& quantity, const std::string& price, const std::string& amount,
                 const std::string& percent = "21", const std::string& more = "",
                 const std::string& kind = "Invoice") {
  const std::string element = kind + "Line";
  const std::string count = kind == "Invoice" ? "InvoicedQuantity" : "CreditedQuantity";
  return "<cac:" + element + "><cbc:ID>1</cbc:ID><cbc:" + count + " unitCode=\"HUR\">" + quantity +
         "</cbc:" + count + "><cbc:LineExtensionAmount currencyID=\"EUR\">" + amount +
         "</cbc:LineExtensionAmount>" + more +
         "<cac:Item><cbc:Description>per uur</cbc:Description><cbc:Name>Schoonmaak</cbc:Name>"
         "<cac:BuyersItemIdentification><cbc:ID>B-7</cbc:ID></cac:BuyersItemIdentification>"
         "<cac:SellersItemIdentification><cbc:ID>S-1</cbc:ID></cac:SellersItemIdentification>"
         "<cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>" +
         percent +
         "</cbc:Percent></cac:ClassifiedTaxCategory></cac:Item><cac:Price><cbc:PriceAmount>" +
         price + "</cbc:PriceAmount></cac:Price></cac:" + element + ">";
}

std::string vat(const std::string& total, const std::vector<std::array<std::string, 2>>& parts) {
  std::string made =
      "<cac:TaxTotal><cbc:TaxAmount currencyID=\"EUR\">" + total + "</cbc:TaxAmount>";
  for (const auto& [amount, percent] : parts)
    made += "<cac:TaxSubtotal><cbc:TaxAmount>" + amount +
            "</cbc:TaxAmount><cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>" + percent +
            "</cbc:Percent></cac:TaxCategory></cac:TaxSubtotal>";
  return made + "</cac:TaxTotal>";
}

std::string discount(const std::string& amount, const std::string& percent, bool charge = false) {
  return std::string("<cac:AllowanceCharge><cbc:ChargeIndicator>") + (charge ? "true" : "false") +
         "</cbc:ChargeIndicator><cbc:AllowanceChargeReason>Spoed</cbc:AllowanceChargeReason>"
         "<cbc:Amount>" +
         amount + "</cbc:Amount><cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>" + percent +
         "</cbc:Percent></cac:TaxCategory></cac:AllowanceCharge>";
}

TEST(Ubl, gives_a_row_for_each_line_with_all_its_names) {
  const auto loaded = read(document(
      period +
      "<cac:OrderReference><cbc:ID>4500</cbc:ID></cac:OrderReference>"
      "<cac:ContractDocumentReference><cbc:ID>FM-1</cbc:ID></cac:ContractDocumentReference>"
      "<cac:AccountingSupplierParty><cac:Party><cbc:EndpointID schemeID=\"0106\">12345678"
      "</cbc:EndpointID><cac:PartyName><cbc:Name>A</cbc:Name></cac:PartyName><cac:PartyTaxScheme>"
      "<cbc:CompanyID>NL001234567B01</cbc:CompanyID></cac:PartyTaxScheme></cac:Party>"
      "</cac:AccountingSupplierParty>" +
      vat("14.70", {{"14.70", "21"}}) +
      line("2", "35.00", "70.00", "21.00",
           "<cac:OrderLineReference><cbc:LineID>10</cbc:LineID></cac:OrderLineReference>")));
  EXPECT_THAT(codes(loaded), IsEmpty());
  ASSERT_EQ(loaded.value->size(), 1U);
  const InvoiceLine& row = loaded.value->front();
  EXPECT_EQ(row.invoice + " " + row.date.text(), "F1 2025-02-03");
  EXPECT_EQ(row.line, "Schoonmaak");
  EXPECT_THAT(row.names, ElementsAre("per uur", "S-1", "B-7", "4500/10"));
  EXPECT_EQ(row.from.text() + " " + row.to.text(), "2025-01-01 2025-01-31");
  EXPECT_EQ(row.quantity.text() + " " + row.unit_price->text() + " " + row.amount.text(),
            "2 35.00 70.00");
  EXPECT_EQ(row.vat->text(), "14.70");
  EXPECT_EQ(row.kind, InvoiceKind::invoice);
  EXPECT_THAT(row.head->orders, ElementsAre("4500"));
  EXPECT_THAT(row.head->contracts, ElementsAre("FM-1"));
  EXPECT_THAT(row.head->supplier.ids, ElementsAre("0106:12345678", "NL001234567B01"));
  EXPECT_EQ(row.head->currency->code(), "EUR");
}

TEST(Ubl, a_credit_note_takes_off) {
  const auto loaded = read(document(
      period + vat("7.35", {{"7.35", "21"}}) + line("1", "35.00", "35.00", "21", "", "CreditNote"),
      "CreditNote"));
  ASSERT_EQ(loaded.value->size(), 1U);
  const InvoiceLine& row = loaded.value->front();
  EXPECT_EQ(row.kind, InvoiceKind::credit);
  EXPECT_EQ(row.quantity.text() + " " + row.unit_price->text() + " " + row.amount.text() + " " +
                row.vat->text(),
            "-1 35.00 -35.00 -7.35");
}

TEST(Ubl, the_period_of_a_line_goes_before_that_of_the_document) {
  const std::string own =
      "<cac:InvoicePeriod><cbc:StartDate>2025-01-10</cbc:StartDate>"
      "<cbc:EndDate>2025-01-12</cbc:EndDate></cac:InvoicePeriod>";
  const std::string delivered =
      "<cac:Delivery><cbc:ActualDeliveryDate>2025-01-20</cbc:ActualDeliveryDate></cac:Delivery>";
  const auto both = read(document(period + line("1", "1", "1", "21", own) + line("1", "1", "1")));
  EXPECT_EQ((*both.value)[0].from.text(), "2025-01-10");
  EXPECT_EQ((*both.value)[1].from.text(), "2025-01-01");
  EXPECT_EQ(read(document(delivered + line("1", "1", "1"))).value->front().to.text(), "2025-01-20");
}

TEST(Ubl, without_a_period_it_asks_for_a_rule) {
  const auto loaded = read(document(line("1", "1", "1") + line("1", "1", "1")));
  EXPECT_THAT(*loaded.value, IsEmpty());
  EXPECT_THAT(codes(loaded), ElementsAre("A0128"));
  Diagnostics unused;
  ColumnTerms columns;
  columns.period_of = Stated<PeriodOf>{PeriodOf::month_before_date, {}};
  InvoiceRows rows(std::make_shared<const SourceText>("f.xml", document(line("1", "1", "1"))),
                   &columns, unused);
  InvoiceLine row;
  ASSERT_TRUE(rows.next(row));
  EXPECT_EQ(row.from.text() + " " + row.to.text(), "2025-01-01 2025-01-31");
}

TEST(Ubl, the_price_is_of_one_after_base_quantity_and_discounts) {
  // 450.00 per 100 is 4.50; 1000.00 less 5 % over 100 is 9.50; 100 over 3 has no end.
  std::string by_hundred = line("10", "450.00", "45.00");
  by_hundred.replace(by_hundred.find("</cbc:PriceAmount>"), 18,
                     "</cbc:PriceAmount><cbc:BaseQuantity>100</cbc:BaseQuantity>");
  const auto loaded = read(document(period + by_hundred +
                                    line("100", "10.00", "950.00", "21", discount("50.00", "21")) +
                                    line("3", "40.00", "100.00", "21", discount("20.00", "21"))));
  ASSERT_EQ(loaded.value->size(), 3U);
  EXPECT_EQ((*loaded.value)[0].unit_price->text(), "4.50");
  EXPECT_EQ((*loaded.value)[1].unit_price->text(), "9.50");
  EXPECT_FALSE((*loaded.value)[2].unit_price);
}

TEST(Ubl, a_discount_over_the_document_is_shared_to_the_cent) {
  // 10.00 over 100.00, 100.00 and 100.00 is 3.34, 3.33 and 3.33.
  const auto loaded =
      read(document(period + discount("10.00", "21") + vat("60.90", {{"60.90", "21"}}) +
                    line("1", "100.00", "100.00") + line("1", "100.00", "100.00") +
                    line("1", "100.00", "100.00")));
  ASSERT_EQ(loaded.value->size(), 3U);
  EXPECT_EQ((*loaded.value)[0].amount.text(), "96.66");
  EXPECT_EQ((*loaded.value)[1].amount.text(), "96.67");
  EXPECT_EQ((*loaded.value)[0].unit_price->text(), "96.66");
}

TEST(Ubl, a_charge_over_the_document_is_a_row_of_its_own) {
  const auto loaded =
      read(document(period + discount("15.00", "21", true) + vat("24.15", {{"24.15", "21"}}) +
                    line("1", "100.00", "100.00")));
  ASSERT_EQ(loaded.value->size(), 2U);
  EXPECT_EQ((*loaded.value)[1].line + " " + (*loaded.value)[1].amount.text(), "Spoed 15.00");
  EXPECT_EQ((*loaded.value)[0].vat->text() + " " + (*loaded.value)[1].vat->text(), "21.00 3.15");
}

TEST(Ubl, vat_adds_up_by_category) {
  // 21 %: 0.07 over 0.11, 0.11, 0.11 is 0.0233 each: 0.03, 0.02, 0.02. 9 %: 9.00 of 100.00.
  const auto loaded = read(document(period + vat("9.07", {{"0.07", "21"}, {"9.00", "9.0"}}) +
                                    line("1", "0.11", "0.11") + line("1", "100", "100", "9") +
                                    line("1", "0.11", "0.11") + line("1", "0.11", "0.11")));
  std::vector<std::string> found;
  for (const InvoiceLine& row : *loaded.value) found.push_back(row.vat->text());
  EXPECT_THAT(found, ElementsAre("0.03", "9.00", "0.02", "0.02"));
}

TEST(Ubl, shares_of_a_negative_total_add_up_too) {
  const auto shares = einvoice::shared(*Decimal::parse("-0.10"), {Ratio(1), Ratio(1), Ratio(1)}, 2);
  EXPECT_EQ(shares[0].text() + " " + shares[1].text() + " " + shares[2].text(),
            "-0.03 -0.03 -0.04");
  EXPECT_EQ(einvoice::shared(*Decimal::parse("1.00"), {Ratio(0), Ratio(0)}, 2)[0].text(), "1.00");
}

TEST(Ubl, says_which_total_does_not_add_up) {
  const auto loaded = read(
      document(period + vat("21.00", {{"21.00", "21"}}) +
               "<cac:LegalMonetaryTotal><cbc:LineExtensionAmount>100.00</cbc:LineExtensionAmount>"
               "<cbc:TaxExclusiveAmount>100.00</cbc:TaxExclusiveAmount>"
               "<cbc:TaxInclusiveAmount>121.00</cbc:TaxInclusiveAmount>"
               "<cbc:PrepaidAmount>20.00</cbc:PrepaidAmount>"
               "<cbc:PayableAmount>121.00</cbc:PayableAmount></cac:LegalMonetaryTotal>" +
               line("1", "100.00", "100.00")));
  EXPECT_THAT(codes(loaded), ElementsAre("A0129"));
  EXPECT_THAT(loaded.diagnostics.list().front().title.en, HasSubstr("its parts make 101.00"));
  EXPECT_EQ(loaded.value->size(), 1U);
}

TEST(Ubl, is_read_from_the_envelope_that_peppol_sends) {
  std::string inside = document(period + line("1", "1", "1"));
  inside.erase(0, inside.find("<Invoice"));
  const auto loaded =
      read("<?xml version=\"1.0\"?><StandardBusinessDocument><StandardBusinessDocumentHeader/>" +
           inside + "</StandardBusinessDocument>");
  ASSERT_TRUE(loaded.value);
  EXPECT_EQ(loaded.value->size(), 1U);
}

TEST(Ubl, is_read_in_the_encoding_that_it_declares) {
  std::string bytes = document(period + line("1", "1", "1"));
  bytes.replace(bytes.find("UTF-8"), 5, "ISO-8859-1");
  bytes.replace(bytes.find("Schoonmaak"), 10, "Caf\xE9");
  EXPECT_EQ(read(bytes).value->front().line, "Caf\xC3\xA9");
  bytes.replace(bytes.find("ISO-8859-1"), 10, "UTF-8");
  EXPECT_THAT(codes(read(bytes)), ElementsAre("A0123"));
  bytes.replace(bytes.find(" encoding=\"UTF-8\""), 17, "");
  EXPECT_THAT(codes(read(bytes)), ElementsAre("A0123"));
}

TEST(Ubl, hostile_xml_is_refused_before_it_is_read) {
  const std::string bomb =
      "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
  EXPECT_THAT(codes(read("<?xml version=\"1.0\"?>" + bomb + document(""))), ElementsAre("A0125"));
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  EXPECT_THAT(codes(read(document(deep))), ElementsAre("A0127"));
  EXPECT_THAT(codes(read(document(period).substr(0, 300))), ElementsAre("A0126"));
  std::string many;
  for (int i = 0; i < 4'100'000; ++i) many += "<a/>";
  EXPECT_THAT(codes(read(document(many))), ElementsAre("A0184"));
  EXPECT_THAT(codes(read("<html><body/></html>")), ElementsAre("A0124"));
  EXPECT_THAT(codes(read(document(period, "Order"))), ElementsAre("A0124"));
  EXPECT_THAT(codes(read("<rsm:CrossIndustryDocument/>")), ElementsAre("A0124"));
}

TEST(Ubl, a_line_without_quantity_is_left_out_and_the_others_are_read) {
  std::string bad = line("1", "1", "1");
  bad.replace(bad.find("InvoicedQuantity"), 16, "Nothing");
  bad.replace(bad.find("InvoicedQuantity"), 16, "Nothing");
  const auto loaded = read(document(period + bad + line("1", "1", "1")));
  EXPECT_THAT(codes(loaded), ElementsAre("A0128"));
  EXPECT_EQ(loaded.value->size(), 1U);
}

std::string over_document(bool is_charge, const std::string& code, const std::string& reason,
                          const std::string& value) {
  return std::string("<cac:AllowanceCharge><cbc:ChargeIndicator>") +
         (is_charge ? "true" : "false") + "</cbc:ChargeIndicator><cbc:AllowanceChargeReasonCode>" +
         code + "</cbc:AllowanceChargeReasonCode><cbc:AllowanceChargeReason>" + reason +
         "</cbc:AllowanceChargeReason><cbc:Amount currencyID=\"EUR\">" + value +
         "</cbc:Amount></cac:AllowanceCharge>";
}

std::string total_of_lines(const std::string& value) {
  return "<cac:LegalMonetaryTotal><cbc:LineExtensionAmount>" + value +
         "</cbc:LineExtensionAmount></cac:LegalMonetaryTotal>";
}

TEST(Ubl, a_discount_for_paying_in_time_that_a_charge_takes_back_is_no_discount) {
  for (const auto& [code, reason, mirror] :
       {std::array{"64", "Korting contant", "Correctie korting"},
        std::array{"", "Conditional cash/payment discount", "Conditional cash/payment discount"}}) {
    const auto found = read(document(period + over_document(false, code, reason, "117.70") +
                                     over_document(true, "ZZZ", mirror, "117.70") +
                                     line("100", "34.85", "3485.00")));
    ASSERT_EQ(found.value->size(), 1U) << code;
    EXPECT_EQ(found.value->front().amount.text(), "3485.00");
    EXPECT_EQ(found.value->front().unit_price->text(), "34.85");
  }
  const auto real = read(document(period + over_document(false, "95", "Korting", "100.00") +
                                  over_document(true, "FC", "Transport", "100.00") +
                                  line("100", "34.85", "3485.00")));
  ASSERT_EQ(real.value->size(), 2U);
  EXPECT_EQ(real.value->front().amount.text(), "3385.00");
}

TEST(Ubl, a_credit_in_an_invoice_that_is_below_zero_is_a_credit) {
  const std::string type = "<cbc:InvoiceTypeCode>381</cbc:InvoiceTypeCode>";
  for (const char* quantity : {"10", "-10"}) {
    const auto found = read(document(type + period + line(quantity, "34.85", "-348.50")));
    ASSERT_EQ(found.value->size(), 1U) << quantity;
    const InvoiceLine& row = found.value->front();
    EXPECT_EQ(row.kind, InvoiceKind::credit);
    EXPECT_EQ(row.amount.text(), "-348.50");
    EXPECT_EQ(row.quantity.text(), "-10");
  }
  const auto above = read(document(type + period + line("10", "34.85", "348.50")));
  EXPECT_EQ(above.value->front().amount.text(), "-348.50");
}

TEST(Ubl, a_credit_note_below_zero_is_a_question) {
  const std::string inside =
      period + total_of_lines("-348.50") + line("-10", "34.85", "-348.50", "21", "", "CreditNote");
  const auto found = read(document(inside, "CreditNote"));
  EXPECT_EQ(codes(found), std::vector<std::string>{"A0162"});
  const auto right = read(document(
      period + total_of_lines("348.50") + line("10", "34.85", "348.50", "21", "", "CreditNote"),
      "CreditNote"));
  ASSERT_EQ(right.value->size(), 1U);
  EXPECT_EQ(right.value->front().amount.text(), "-348.50");
}

TEST(Ubl, a_document_without_a_currency_has_that_of_its_lines) {
  std::string dollars = document(period + line("10", "34.85", "348.50"));
  const std::string stated = "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>";
  dollars.erase(dollars.find(stated), stated.size());
  const auto euros = read(dollars);
  EXPECT_EQ(euros.value->front().head->currency, Currency::parse("EUR"));
  const auto at = dollars.find("currencyID=\"EUR\"");
  dollars.replace(at, 16, "currencyID=\"USD\"");
  EXPECT_EQ(read(dollars).value->front().head->currency, Currency::parse("USD"));
}

TEST(Ubl, a_document_with_amounts_in_two_currencies_is_a_question) {
  std::string mixed = document(period + line("10", "34.85", "348.50") + line("1", "1", "1"));
  mixed.replace(mixed.rfind("currencyID=\"EUR\""), 16, "currencyID=\"USD\"");
  EXPECT_THAT(codes(read(mixed)), ElementsAre("A0178"));
  std::string unknown = document(period + line("10", "34.85", "348.50"));
  unknown.replace(unknown.find(">EUR<"), 5, ">EURO<");
  EXPECT_THAT(codes(read(unknown)), ElementsAre("A0178"));
  for (std::size_t at = 0; (at = unknown.find("\"EUR\"", at)) != std::string::npos;)
    unknown.replace(at, 5, "\"EURO\"");
  EXPECT_THAT(codes(read(unknown)), ElementsAre("A0118"));
}

TEST(Ubl, a_pro_forma_invoice_is_set_apart) {
  const auto found = read(document("<cbc:InvoiceTypeCode>325</cbc:InvoiceTypeCode>" + period +
                                   line("10", "34.85", "348.50")));
  EXPECT_THAT(codes(found), ElementsAre("A0206"));
  EXPECT_TRUE(found.ok());
  EXPECT_THAT(*found.value, IsEmpty());
}

TEST(Ubl, a_prepayment_is_set_apart) {
  const auto found = read(document("<cbc:InvoiceTypeCode>386</cbc:InvoiceTypeCode>" + period +
                                   line("10", "34.85", "348.50")));
  EXPECT_THAT(codes(found), ElementsAre("A0177"));
  EXPECT_TRUE(found.ok());
  EXPECT_THAT(*found.value, IsEmpty());
}

TEST(Ubl, an_invoice_that_corrects_another_is_a_question_unless_it_takes_back) {
  const std::string corrects =
      "<cbc:InvoiceTypeCode>384</cbc:InvoiceTypeCode><cac:BillingReference>"
      "<cac:InvoiceDocumentReference><cbc:ID>F0</cbc:ID></cac:InvoiceDocumentReference>"
      "</cac:BillingReference>";
  EXPECT_THAT(codes(read(document(corrects + period + line("10", "34.85", "348.50")))),
              ElementsAre("A0176"));
  EXPECT_THAT(codes(read(document("<cbc:InvoiceTypeCode>384</cbc:InvoiceTypeCode>" + period +
                                  line("10", "34.85", "348.50")))),
              ElementsAre("A0176"));
  const auto back = read(document(corrects + period + line("-10", "34.85", "-348.50")));
  EXPECT_THAT(codes(back), IsEmpty());
  ASSERT_EQ(back.value->size(), 1U);
  EXPECT_EQ(back.value->front().kind, InvoiceKind::credit);
  EXPECT_EQ(back.value->front().quantity.text(), "-10");
}

TEST(Ubl, an_invoice_that_corrects_another_says_which_and_for_which_days) {
  Diagnostics problems;
  const InvoiceRows rows(
      std::make_shared<const SourceText>(
          "f.xml", document("<cbc:InvoiceTypeCode>384</cbc:InvoiceTypeCode><cac:BillingReference>"
                            "<cac:InvoiceDocumentReference><cbc:ID>F0</cbc:ID>"
                            "</cac:InvoiceDocumentReference></cac:BillingReference>" +
                            period + line("10", "34.85", "348.50"))),
      nullptr, problems);
  const auto correction = rows.correction();
  ASSERT_NE(correction, nullptr);
  EXPECT_EQ(correction->invoice, "F1");
  EXPECT_THAT(correction->corrects, ElementsAre("F0"));
  ASSERT_EQ(correction->days.size(), 1U);
  EXPECT_EQ(correction->days.front().second.text(), "2025-01-31");
}

TEST(Ubl, a_credit_is_told_by_its_lines_when_the_total_has_another_sign) {
  const std::string type = "<cbc:InvoiceTypeCode>381</cbc:InvoiceTypeCode>";
  const auto found =
      read(document(type + period + total_of_lines("-348.50") + line("10", "34.85", "348.50")));
  ASSERT_EQ(found.value->size(), 1U);
  EXPECT_EQ(found.value->front().amount.text(), "-348.50");
  EXPECT_EQ(found.value->front().quantity.text(), "-10");
}

TEST(Ubl, what_binary_fractions_leave_behind_the_eighth_decimal_is_rounded_off) {
  const auto found = read(document(period + line("2.6666666666666665", "34.85", "92.93") +
                                   line("0.10000000000000000555", "10.00", "1.0000000000000002")));
  EXPECT_THAT(codes(found), IsEmpty());
  ASSERT_EQ(found.value->size(), 2U);
  EXPECT_EQ((*found.value)[0].quantity.text(), "2.66666667");
  EXPECT_EQ((*found.value)[0].unit_price->text(), "34.85");
  EXPECT_EQ((*found.value)[1].quantity.text() + " " + (*found.value)[1].amount.text(), "0.1 1");
}

TEST(Ubl, a_number_that_is_none_is_named) {
  const auto found = read(document(period + line("2,5", "34.85", "87.13")));
  EXPECT_THAT(codes(found), ElementsAre("A0128"));
  EXPECT_THAT(found.diagnostics.list().front().title.en, HasSubstr("'2,5' is not a number"));
}

TEST(Ubl, a_price_that_does_not_make_its_amount_is_not_the_price) {
  const auto found = read(document(period + line("100", "34.85", "3602.00")));
  EXPECT_THAT(codes(found), ElementsAre("A0129"));
  ASSERT_EQ(found.value->size(), 1U);
  EXPECT_FALSE(found.value->front().unit_price);
  const auto none = read(document(period + line("100", "3e1", "3602.00")));
  EXPECT_THAT(codes(none), ElementsAre("A0129"));
  EXPECT_EQ(none.value->size(), 1U);
  // 10,000 at 0.2345 is 2,345.00, and the price is written with two decimals.
  const auto rounded = read(document(period + line("10000", "0.23", "2345.00")));
  EXPECT_THAT(codes(rounded), IsEmpty());
  EXPECT_EQ(rounded.value->front().unit_price->text(), "0.23");
}

std::string stated_days(const std::string& from, const std::string& to) {
  return "<cac:InvoicePeriod>" +
         (from.empty() ? "" : "<cbc:StartDate>" + from + "</cbc:StartDate>") +
         (to.empty() ? "" : "<cbc:EndDate>" + to + "</cbc:EndDate>") + "</cac:InvoicePeriod>";
}

std::string days_of(const std::string& bytes, std::optional<PeriodOf> rule = std::nullopt) {
  ColumnTerms columns;
  if (rule) columns.period_of = Stated<PeriodOf>{*rule, {}};
  Diagnostics problems;
  InvoiceRows rows(std::make_shared<const SourceText>("f.xml", bytes), &columns, problems);
  InvoiceLine row;
  if (!rows.next(row)) return problems.list().empty() ? "nothing" : problems.list().front().code;
  return row.from.text() + " " + row.to.text();
}

TEST(Ubl, a_period_with_one_day_takes_the_other_from_the_document_or_is_asked) {
  const std::string end = line("1", "1", "1", "21", stated_days("", "2025-01-20"));
  EXPECT_EQ(days_of(document(period + end)), "2025-01-01 2025-01-20");
  const std::string begin = line("1", "1", "1", "21", stated_days("2025-01-20", ""));
  EXPECT_EQ(days_of(document(period + begin)), "2025-01-20 2025-01-31");
  EXPECT_EQ(days_of(document(begin)), "A0128");
  EXPECT_EQ(days_of(document(begin), PeriodOf::month_before_date), "2025-01-01 2025-01-31");
  const std::string whole = stated_days("2025-03-05", "");
  EXPECT_EQ(days_of(document(whole + line("1", "1", "1"))), "A0128");
  EXPECT_EQ(days_of(document(whole + line("1", "1", "1")), PeriodOf::month_of_date),
            "2025-03-01 2025-03-31");
}

TEST(Ubl, a_period_that_only_says_what_the_vat_goes_by_is_none) {
  const std::string code =
      "<cac:InvoicePeriod><cbc:DescriptionCode>35</cbc:DescriptionCode></cac:InvoicePeriod>";
  EXPECT_EQ(days_of(document(code + line("1", "1", "1"))), "A0128");
  EXPECT_EQ(days_of(document(code + period + line("1", "1", "1"))), "2025-01-01 2025-01-31");
}

TEST(Ubl, hands_over_the_unit_and_what_may_point_to_a_contract) {
  const auto found = read(document(
      "<cbc:Note>Contract FM-1</cbc:Note><cbc:BuyerReference>afdeling 7</cbc:BuyerReference>"
      "<cac:ProjectReference><cbc:ID>P-12</cbc:ID></cac:ProjectReference>" +
      period + line("1", "1", "1")));
  ASSERT_EQ(found.value->size(), 1U);
  EXPECT_EQ(found.value->front().unit, "HUR");
  EXPECT_THAT(found.value->front().head->mentions,
              ElementsAre("Contract FM-1", "afdeling 7", "P-12"));
}

}  // namespace ubl_test
}  // namespace pricetalk
