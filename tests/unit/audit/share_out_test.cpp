#include "audit/share_out.hpp"

#include <gmock/gmock.h>

#include "audited.hpp"

namespace pricetalk {
namespace share_out_test {

using audited::charged;
using priced::Talk;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// A contract of 2020 to 2025 with one line.
Talk contract(const std::string& id, const std::string& title, const std::string& keys = "",
              const std::string& rest = "", const std::string& end = "2025-12-31",
              const std::string& start = "2020-01-01") {
  return Talk("schema = 1\n[contract]\nid = \"" + id + "\"\ncurrency = \"EUR\"\nstart = " + start +
              "\nend = " + end + "\n" + keys + "\n[price.p]\ntitle = \"" + title +
              "\"\nunit_price = 30.00\nprice_date = 2020-01-01\n" + rest);
}

InvoiceLine row(const std::string& name, const char* from = "2021-01-01",
                const char* to = "2021-01-31") {
  InvoiceLine made = charged(from, to, "1", "30.00", "30.00");
  made.line = name;
  return made;
}

InvoiceLine headed(const std::string& name, const std::vector<std::string>& contracts,
                   const std::vector<std::string>& orders, InvoiceParty customer = {}) {
  auto head = std::make_shared<InvoiceHead>();
  head->contracts = contracts;
  head->orders = orders;
  head->customer = std::move(customer);
  InvoiceLine made = row(name);
  made.head = std::move(head);
  return made;
}

/// Where a row goes: the id of the contract, "unclear: …" or "unknown".
std::string goes(const std::vector<const Talk*>& talks, const InvoiceLine& row) {
  std::vector<const Contract*> contracts;
  for (const Talk* talk : talks) contracts.push_back(&talk->contract());
  const SharedOut shared = share_out(contracts, {row});
  std::string where;
  std::size_t places = shared.unclear.size() + shared.unknown.size();
  for (std::size_t i = 0; i < contracts.size(); ++i) {
    places += shared.rows[i].size();
    if (!shared.rows[i].empty()) where = contracts[i]->id;
  }
  EXPECT_EQ(places, 1U) << "a row goes to one place";
  if (!shared.unknown.empty()) return "unknown";
  if (shared.unclear.empty()) return where;
  where = "unclear:";
  for (const Contract* contract : shared.unclear.front().fits) where += " " + contract->id;
  return where;
}

TEST(ShareOut, gives_a_row_to_the_contract_that_it_names) {
  const Talk a = contract("A", "Cleaning", "orders = \"77\"");
  const Talk b = contract("B", "Cleaning");
  EXPECT_EQ(goes({&a, &b}, headed("Cleaning", {"B"}, {})), "B");
  EXPECT_EQ(goes({&a, &b}, headed("Cleaning", {}, {"77"})), "A");
  // It stays there without a line for it: the audit then lists it as not recognised.
  EXPECT_EQ(goes({&a, &b}, headed("Flowers", {"B"}, {})), "B");
  EXPECT_EQ(goes({&a, &b}, headed("Cleaning", {"C"}, {})), "unknown");
}

TEST(ShareOut, gives_a_row_without_a_contract_to_the_only_one_that_has_the_line) {
  const Talk a = contract("A", "Cleaning");
  const Talk b = contract("B", "Coffee");
  EXPECT_EQ(goes({&a, &b}, row("coffee")), "B");
  EXPECT_EQ(goes({&a, &b}, row("Flowers")), "unknown");
}

TEST(ShareOut, judges_a_row_that_fits_two_contracts_with_neither) {
  const Talk a = contract("A", "Cleaning");
  const Talk b = contract("B", "Cleaning");
  const Talk c = contract("C", "Coffee");
  EXPECT_EQ(goes({&a, &b, &c}, row("Cleaning")), "unclear: A B");
  const SharedOut shared =
      share_out(std::vector<const Contract*>{&a.contract(), &b.contract()},
                {row("Cleaning"), row("Cleaning", "2021-02-01", "2021-02-28"), row("p")});
  EXPECT_THAT(shared.unclear, SizeIs(3));
  const Diagnostics told = problems(shared);
  ASSERT_THAT(told.list(), SizeIs(2));  // one for each name
  EXPECT_EQ(told.list()[0].code, "A0141");
  EXPECT_EQ(told.list()[0].title.en,
            "this row \"Cleaning\" fits more than one contract: A, B (and 1 more of that name)");
}

TEST(ShareOut, prefers_the_contract_in_whose_term_the_period_lies) {
  const Talk old = contract("A", "Cleaning", "", "", "2022-12-31");
  const Talk fresh = contract("B", "Cleaning", "", "", "2026-12-31", "2023-01-01");
  EXPECT_EQ(goes({&old, &fresh}, row("Cleaning", "2022-12-01", "2022-12-31")), "A");
  EXPECT_EQ(goes({&old, &fresh}, row("Cleaning", "2023-01-01", "2023-01-31")), "B");
  // Outside both: it fits both as little.
  EXPECT_EQ(goes({&old, &fresh}, row("Cleaning", "2027-01-01", "2027-01-31")), "unclear: A B");
}

TEST(ShareOut, prefers_a_name_over_what_is_like_it) {
  const Talk a = contract("A", "Cleaning city hall");
  const Talk b = contract("B", "Cleaning city hall west");
  EXPECT_EQ(goes({&a, &b}, row("Cleaning city hall")), "A");
  EXPECT_EQ(goes({&a, &b}, row("Cleaning city hall west")), "B");
}

TEST(ShareOut, goes_by_the_numbers_and_names_of_the_parties) {
  const std::string of_x = "[parties]\ncustomer = { name = \"X\", id = \"KVK 11111111\" }\n";
  const std::string of_y = "[parties]\ncustomer = { name = \"Y\", id = \"KVK 22222222\" }\n";
  const Talk x = contract("A", "Cleaning", "", of_x);
  const Talk y = contract("B", "Cleaning", "", of_y);
  const Talk nobody = contract("C", "Cleaning");
  const InvoiceParty customer{"", {"0106:22222222"}};
  EXPECT_EQ(goes({&x, &y, &nobody}, headed("Cleaning", {}, {}, customer)), "B");
  EXPECT_EQ(goes({&x, &y, &nobody}, headed("Flowers", {}, {}, customer)), "B");
  EXPECT_EQ(goes({&x, &nobody}, headed("Cleaning", {}, {}, customer)), "C");
  EXPECT_EQ(goes({&x, &y}, headed("Cleaning", {}, {}, {"x", {}})), "A");
}

}  // namespace share_out_test
}  // namespace pricetalk
