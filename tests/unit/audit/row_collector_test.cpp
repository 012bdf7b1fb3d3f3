#include "audit/row_collector.hpp"

#include <gmock/gmock.h>

#include "../pricing/priced.hpp"

namespace pricetalk {
namespace row_collector_test {

using priced::Talk;
using testing::ElementsAre;

Talk contract(const std::string& id) {
  return Talk("schema = 1\n[contract]\nid = \"" + id +
              "\"\ncurrency = \"EUR\"\nstart = 2020-01-01\n[price.p]\ntitle = \"" + id +
              " work\"\nunit_price = 30.00\nprice_date = 2020-01-01\n");
}

std::string row(const std::string& number, const std::string& contract, const std::string& line) {
  return number + ",2025-01-31," + contract + "," + line + ",2025-01-01,2025-01-31,1,,30.00\n";
}

std::vector<std::string> told(const std::vector<InvoiceLine>& rows) {
  std::vector<std::string> made;
  for (const InvoiceLine& each : rows) made.push_back(each.where.place() + " " + each.invoice);
  return made;
}

TEST(RowCollector, keeps_the_rows_of_the_wanted_contracts_and_where_they_stood) {
  const Talk a = contract("A");
  const Talk b = contract("B");
  const Talk c = contract("C");
  const std::vector<std::size_t> wanted{0, 2};
  RowCollector collector({&a.contract(), &b.contract(), &c.contract()}, wanted);
  {
    // Each piece of the file is gone when the next is there, and with it the text of its rows.
    Diagnostics problems;
    auto rows = InvoiceRows::in_pieces(
        std::make_shared<const SourceText>(
            "f.csv", "invoice,date,contract,line,from,to,quantity,unit_price,amount\n" +
                         row("1", "A", "A work") + row("2", "B", "B work")),
        nullptr, problems);
    const auto take = [&] {
      for (InvoiceLine each; rows.next(each);) collector.add(each);
    };
    collector.next_file();
    take();
    ASSERT_TRUE(rows.more(row("3", "", "C work") + row("4", "D", "A work"), false));
    take();
    ASSERT_TRUE(rows.more(row("5", "A", "anything"), true));
    take();
    EXPECT_TRUE(problems.empty());
  }
  EXPECT_THAT(told(collector.rows(0)), ElementsAre("f.csv:2 1", "f.csv:6 5"));
  EXPECT_THAT(told(collector.rows(2)), ElementsAre("f.csv:4 3"));
  EXPECT_EQ(std::string(collector.rows(2).front().where.text()) + "\n", row("3", "", "C work"));
}

TEST(RowCollector, leaves_rows_of_a_file_that_stays_where_they_are) {
  const Talk a = contract("A");
  const std::vector<std::size_t> wanted{0};
  RowCollector collector({&a.contract()}, wanted);
  const auto text = std::make_shared<const SourceText>(
      "f.csv",
      "invoice,date,contract,line,from,to,quantity,unit_price,amount\n" + row("1", "A", "A work"));
  const auto read = read_invoices(text);
  ASSERT_TRUE(read.ok());
  collector.next_file();
  for (const InvoiceLine& each : *read.value) collector.add(each);
  ASSERT_EQ(collector.rows(0).size(), 1U);
  EXPECT_EQ(collector.rows(0).front().where, read.value->front().where);
  EXPECT_EQ(collector.rows(0).front().head, read.value->front().head);
}

/// A row of a document that every contract can be meant by.
InvoiceLine mentioning(const std::vector<std::string>& mentions) {
  InvoiceHead head;
  head.document = true;
  head.mentions = mentions;
  InvoiceLine row;
  row.invoice = "1";
  row.line = "work";
  row.from = *Date::parse("2025-01-01");
  row.to = *Date::parse("2025-01-31");
  row.head = std::make_shared<const InvoiceHead>(std::move(head));
  return row;
}

Talk alike(const std::string& id) {
  return Talk("schema = 1\n[contract]\nid = \"" + id +
              "\"\ncurrency = \"EUR\"\nstart = 2020-01-01\norders = [\"45-" + id +
              "\"]\n[price.p]\ntitle = \"work\"\nunit_price = 30.00\nprice_date = 2020-01-01\n");
}

TEST(RowCollector, a_note_tells_which_of_several_contracts_is_meant_and_rules_none_out) {
  const Talk first = alike("FM-2024-01");
  const Talk second = alike("FM-2024-02");
  const Talk other = contract("Z");
  const std::vector<std::size_t> wanted{0, 1, 2};
  const auto rows_of = [&](const std::vector<std::string>& mentions) {
    RowCollector collector({&first.contract(), &second.contract(), &other.contract()}, wanted);
    collector.next_file();
    collector.add(mentioning(mentions));
    return std::to_string(collector.rows(0).size()) + std::to_string(collector.rows(1).size()) +
           std::to_string(collector.rows(2).size());
  };
  EXPECT_EQ(rows_of({}), "000");
  EXPECT_EQ(rows_of({"Volgens contract FM 2024 02, juni"}), "010");
  EXPECT_EQ(rows_of({"04011000-12345-03", "(45-FM-2024-01)"}), "100");
  EXPECT_EQ(rows_of({"FM-2024-021"}), "000");
  EXPECT_EQ(rows_of({"contract Z"}), "000") << "its lines are called otherwise";
}

}  // namespace row_collector_test
}  // namespace pricetalk
