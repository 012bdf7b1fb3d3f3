#include <gmock/gmock.h>

#include "audit/name_marks.hpp"
#include "audit/party.hpp"
#include "audited.hpp"

namespace pricetalk {
namespace match_test {

using audited::charged;
using audited::of;
using audited::text;
using priced::Talk;
using testing::ElementsAre;
using testing::IsEmpty;

/// Fixed prices from 2020 to 2025: two lines of cleaning, and one in parts with a surcharge.
Talk contract() {
  return Talk(R"(schema = 1
[contract]
id = "FM-1"
currency = "EUR"
start = 2020-01-01
end = 2025-12-31
orders = "4500012345"
[parties]
supplier = { name = "A", id = ["KVK 12345678", "NL001234567B01"] }
customer = { name = "B", id = "GLN 8712345000004" }
[price.city-hall]
title = "Cleaning city hall"
alias = ["Stadhuis, Kade 1", "4500012345/10"]
unit_price = 30.00
price_date = 2020-01-01
[price.sports-hall]
title = "Cleaning sports hall"
unit_price = 40.00
price_date = 2020-01-01
[price.machine]
unit_price = 100.00
price_date = 2020-01-01
parts = [{ name = "labour", share = "60%", alias = "Loondeel" }, { name = "material", share = "40%" }]
surcharges = ["fuel"]
[clause.fuel]
alias = "Brandstoftoeslag"
formula = "surcharge = k"
constants = { k = 5 }
)");
}

InvoiceLine row(const std::string& name, const char* quantity = "1", const char* price = "30.00",
                const char* amount = "30.00") {
  InvoiceLine made = charged("2021-01-01", "2021-01-31", quantity, price, amount);
  made.line = name;
  return made;
}

std::string matched(const Talk& talk, const InvoiceLine& row) {
  const Match found = match(talk.contract(), row);
  if (found.line == nullptr) return "nothing";
  static constexpr const char* words[] = {"nothing", "id", "alias", "title", "likeness"};
  return found.line->id + (found.part.empty() ? "" : "/" + found.part) + " by " +
         words[static_cast<std::size_t>(found.by)];
}

TEST(Match, goes_by_id_alias_and_title_over_all_names_of_a_row) {
  const Talk talk = contract();
  EXPECT_EQ(matched(talk, row("CITY-HALL")), "city-hall by id");
  EXPECT_EQ(matched(talk, row("stadhuis, kade 1")), "city-hall by alias");
  EXPECT_EQ(matched(talk, row("cleaning  sports hall")), "sports-hall by title");
  InvoiceLine named = row("Anything");
  named.names = {"A-17", "4500012345/10"};
  EXPECT_EQ(matched(talk, named), "city-hall by alias");
}

TEST(Match, finds_parts_and_surcharges) {
  const Talk talk = contract();
  EXPECT_EQ(matched(talk, row("machine/labour")), "machine/labour by id");
  EXPECT_EQ(matched(talk, row("Loondeel")), "machine/labour by alias");
  EXPECT_EQ(matched(talk, row("Brandstoftoeslag")), "machine/fuel by alias");
  InvoiceLine parted = row("machine");
  parted.part = "Material";
  EXPECT_EQ(matched(talk, parted), "machine/material by id");
  parted.part = "paint";
  EXPECT_EQ(matched(talk, parted), "nothing");
}

TEST(Match, by_likeness_needs_sixty_of_a_hundred_and_twenty_more_than_another) {
  // cleaning 8 + city 4 + hall 4 of 16 and 16: 100; cleaning + hall of 16 and 18: 2 x 12 / 34.
  EXPECT_EQ(likeness("Cleaning city hall", "Cleaning, city hall 2025"), 100);
  EXPECT_EQ(likeness("Cleaning city hall", "Cleaning sports hall"), 70);
  EXPECT_EQ(likeness("schoonmaak raadhuis", "Schoonmaakwerk raadhuis januari"), 90);
  EXPECT_EQ(likeness("", "x"), 0);
  EXPECT_EQ(likeness("abc", "xyz"), 0);
  const Talk talk = contract();
  EXPECT_EQ(matched(talk, row("Cleaning city hall, January 2021")), "city-hall by likeness");
  EXPECT_EQ(matched(talk, row("Cleaning of hall")), "nothing");
  EXPECT_EQ(matched(talk, row("Coffee")), "nothing");
}

TEST(Match, by_likeness_keeps_apart_what_a_number_or_a_letter_tells_apart) {
  const Talk talk(R"(schema = 1
[contract]
id = "AB-1"
currency = "EUR"
start = 2020-01-01
[price.a]
title = "Schoonmaak gebouw A"
unit_price = 30.00
price_date = 2020-01-01
[price.level-2]
title = "Glasbewassing niveau 2"
unit_price = 20.00
price_date = 2020-01-01
)");
  EXPECT_EQ(matched(talk, row("Schoonmaak gebouw A januari 2025")), "a by likeness");
  EXPECT_EQ(matched(talk, row("Schoonmaak gebouw A, 12-01-2025")), "a by likeness");
  EXPECT_EQ(matched(talk, row("Schoonmaak gebouw")), "a by likeness");
  EXPECT_EQ(matched(talk, row("Schoonmaak gebouw B")), "nothing");
  EXPECT_EQ(matched(talk, row("Schoonmaak gebouw B januari 2025")), "nothing");
  EXPECT_EQ(matched(talk, row("Glasbewassing niveau 2, Q1")), "level-2 by likeness");
  EXPECT_EQ(matched(talk, row("Glasbewassing niveau 3")), "nothing");
  EXPECT_EQ(matched(talk, row("Glasbewassing 3e niveau")), "nothing");
}

TEST(Match, by_likeness_never_takes_work_beside_the_agreed_for_the_agreed) {
  const Talk talk = contract();
  EXPECT_EQ(matched(talk, row("Cleaning city hall, extra")), "nothing");
  EXPECT_EQ(matched(talk, row("Cleaning city hall discount")), "nothing");
  EXPECT_EQ(matched(talk, row("Spoed cleaning city hall")), "nothing");
  EXPECT_EQ(matched(talk, row("Korting cleaning city hall")), "nothing");
}

TEST(Match, days_periods_amounts_and_orders_tell_nothing_apart) {
  for (const char* name :
       {"Schoonmaak januari 2025", "Schoonmaak 12-01-2025", "Schoonmaak Q1", "Schoonmaak week 12",
        "Schoonmaak 3e kwartaal", "Schoonmaak 21%", "Schoonmaak 1.250,00", "Schoonmaak 4500012345"})
    EXPECT_THAT(marks_of(name), IsEmpty()) << name;
  EXPECT_THAT(marks_of("Gebouw B, 2e verdieping"), ElementsAre("2e", "b"));
  EXPECT_THAT(marks_of("Hal II"), ElementsAre("ii"));
  EXPECT_THAT(marks_of("Vitamine C en D"), ElementsAre("c", "d"));
  EXPECT_TRUE(marks_differ("Gebouw A", "Gebouw B"));
  EXPECT_FALSE(marks_differ("Gebouw A", "Gebouw"));
  EXPECT_TRUE(names_an_extra("Meerwerkuren"));
  EXPECT_FALSE(names_an_extra("Onderhoud"));
}

TEST(Match, companies_are_compared_by_numbers_of_one_kind) {
  const auto same = [](const char* a, const char* b) { return same_party({a}, {b}); };
  EXPECT_EQ(same("0106:12345678", "KVK 12345678"), SameParty::yes);
  EXPECT_EQ(same("12345678", "KvK 12345678"), SameParty::yes);
  EXPECT_EQ(same("9944:NL001234567B01", "NL 0012.34.567.B01"), SameParty::yes);
  EXPECT_EQ(same("0208:0123456789", "BE 0123.456.789"), SameParty::yes);
  EXPECT_EQ(same("0106:12345678", "KVK 87654321"), SameParty::no);
  EXPECT_EQ(same("0106:12345678", "NL001234567B01"), SameParty::unknown);
  EXPECT_EQ(same_party({}, {"KVK 1"}), SameParty::unknown);
  EXPECT_EQ(same_party({"0106:1", "9944:NL001234567B01"}, {"KVK 2", "NL001234567B01"}),
            SameParty::yes);
}

std::string another(const Talk& talk, const InvoiceHead& head) {
  const auto found = for_another(talk.contract(), head);
  return found ? found->en : "ours";
}

TEST(Match, an_invoice_of_another_party_contract_or_order_is_not_ours) {
  const Talk talk = contract();
  InvoiceHead head;
  EXPECT_EQ(another(talk, head), "ours");
  head.contracts = {"fm 1"};
  EXPECT_EQ(another(talk, head), "ours");
  head.contracts = {"FM-2"};
  EXPECT_EQ(another(talk, head), "for contract FM-2");
  head.orders = {"4500012345"};
  EXPECT_EQ(another(talk, head), "ours");
  head.contracts.clear();
  head.orders = {"4500099999"};
  EXPECT_EQ(another(talk, head), "for order 4500099999");
  head.orders.clear();
  head.customer = {"C", {"0088:8799999000004"}};
  EXPECT_EQ(another(talk, head), "to another customer, C (0088:8799999000004)");
  head.supplier = {"D", {"0106:99999999"}};
  EXPECT_EQ(another(talk, head), "from another supplier, D (0106:99999999)");
}

TEST(Sieve, a_row_that_stands_there_twice_counts_once) {
  const Talk talk = contract();
  InvoiceLine other = row("city-hall", "2", "30.00", "60.00");
  InvoiceLine later = row("city-hall");
  later.invoice = "F2";
  // The alias and the id are one line; another quantity or number is another delivery.
  const Audit made = of(talk, {row("city-hall"), row("Stadhuis, Kade 1"), other, later});
  EXPECT_EQ(text(made.matched), "120.00");
  ASSERT_EQ(made.aside.size(), 1U);
  EXPECT_EQ(made.aside[0].why, Aside::duplicate);
  const Diagnostics told = problems(made);
  ASSERT_EQ(told.list().size(), 1U);
  EXPECT_EQ(told.list()[0].code, "A0131");
}

TEST(Sieve, other_currencies_and_times_are_aside_and_in_no_sum) {
  const Talk talk = contract();
  InvoiceLine dollars = row("city-hall");
  auto head = std::make_shared<InvoiceHead>();
  head->currency = Currency::parse("USD");
  dollars.head = head;
  InvoiceLine early = row("city-hall");
  early.from = early.to = early.date = priced::day("2019-12-31");
  InvoiceLine late = row("city-hall");
  late.from = late.to = priced::day("2026-01-01");
  InvoiceLine across = row("city-hall");
  across.from = priced::day("2019-12-01");
  const Audit made = of(talk, {dollars, early, late, across, row("coffee")});
  std::vector<Aside> why;
  for (const AsideRow& each : made.aside) why.push_back(each.why);
  EXPECT_THAT(why, ElementsAre(Aside::another_currency, Aside::outside, Aside::outside));
  EXPECT_EQ(text(made.charged), "60.00");
  EXPECT_EQ(text(made.matched), "30.00");
  EXPECT_EQ(text(made.unmatched), "30.00");
}

TEST(Sieve, a_mistyped_year_does_not_make_a_schedule_of_thousands_of_years) {
  const Talk talk(priced::yearly("", R"(["2021", 4])"));
  InvoiceLine far = row("p");
  far.from = far.to = priced::day("9025-01-01");
  InvoiceLine long_one = row("p");
  long_one.to = priced::day("9025-01-01");
  const Audit made = of(talk, {far, long_one}, "2021-02-01");
  EXPECT_EQ(made.aside.size(), 2U);
  EXPECT_THAT(made.rows, IsEmpty());
}

TEST(Parts, of_one_price_are_judged_together) {
  // 60.00 + 40.00 + 5.00 of surcharge, three pieces: 315.00; 61.00 is 3.00 too much.
  const Talk talk = contract();
  const std::vector<InvoiceLine> right{row("machine/labour", "3", "60.00", "180.00"),
                                       row("machine/material", "3", "40.00", "120.00"),
                                       row("Brandstoftoeslag", "3", "5.00", "15.00")};
  const Audit fine = of(talk, right);
  EXPECT_FALSE(fine.differs());
  ASSERT_EQ(fine.rows.size(), 1U);
  EXPECT_EQ(fine.row_count(), 3U);
  EXPECT_EQ(fine.rows[0].charged.unit_price->text(), "105.00");
  EXPECT_EQ(fine.rows[0].charged.quantity.text(), "3");
  EXPECT_EQ(text(fine.charged), "315.00");
  std::vector<InvoiceLine> wrong = right;
  wrong[0] = row("machine/labour", "3", "61.00", "183.00");
  EXPECT_EQ(text(of(talk, wrong).totals.over), "3.00");
}

TEST(Parts, a_surcharge_on_an_invoice_of_its_own_goes_with_the_price) {
  const Talk talk = contract();
  InvoiceLine surcharge = row("Brandstoftoeslag", "1", "15.00", "15.00");
  surcharge.invoice = "F9";
  const Audit made = of(talk, {row("machine", "3", "100.00", "300.00"), surcharge});
  EXPECT_FALSE(made.differs());
  ASSERT_EQ(made.rows.size(), 1U);
  EXPECT_EQ(made.rows[0].charged.invoice, "F2021-01-01+F9");
  EXPECT_FALSE(made.rows[0].charged.unit_price);
}

/// A row of a UBL document.
InvoiceLine of_document(InvoiceLine row, const std::shared_ptr<const InvoiceHead>& head) {
  row.head = head;
  return row;
}
std::shared_ptr<const InvoiceHead> document() {
  auto head = std::make_shared<InvoiceHead>();
  head->document = true;
  return head;
}

TEST(CreditNotes, at_the_charged_price_take_a_quantity_back_and_at_another_correct_the_price) {
  const Talk talk = contract();
  InvoiceLine back = row("city-hall", "-1", "32.00", "-32.00");
  back.kind = InvoiceKind::credit;
  InvoiceLine correction = row("city-hall", "-10", "2.00", "-20.00");
  correction.kind = InvoiceKind::credit;
  const InvoiceLine invoice = row("city-hall", "10", "32.00", "320.00");
  // 10 x 32.00, allowed 30.00: 20.00 too much. One comes back at 32.00: 2.00 of it is paid back.
  const Audit one = of(talk, {of_document(invoice, document()), of_document(back, document())});
  EXPECT_EQ(text(one.totals.over), "18.00");
  const Audit all =
      of(talk, {of_document(invoice, document()), of_document(correction, document())});
  EXPECT_FALSE(all.differs());
  EXPECT_TRUE(all.rows[1].charged.corrects_price());
}

TEST(Sieve, equal_lines_of_one_document_are_both_charged_and_of_two_files_once) {
  const Talk talk = contract();
  const auto head = document();
  const InvoiceLine line = row("city-hall");
  EXPECT_EQ(text(of(talk, {of_document(line, head), of_document(line, head)}).matched), "60.00");
  EXPECT_EQ(text(of(talk, {of_document(line, head), of_document(line, document())}).matched),
            "30.00");
}

}  // namespace match_test
}  // namespace pricetalk
