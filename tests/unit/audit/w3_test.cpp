#include <gtest/gtest.h>

#include "audit/bulk.hpp"
#include "audited.hpp"
#include "w3_rows.hpp"
#include "workload.hpp"

// The invoice workload of docs/reference/speed.md in small.

namespace pricetalk {
namespace w3_test {

using w3_rows::contract_count;
using w3_rows::row_count;

TEST(Workload, has_no_false_and_no_missed_rows) {
  const workload::Workload workload(contract_count);
  std::vector<priced::Talk> talks;
  for (int i = 0; i < contract_count; ++i) talks.emplace_back(workload.contract(i));
  std::vector<BulkContract> contracts;
  for (const priced::Talk& talk : talks)
    contracts.push_back({&talk.contract(), &talk.coverage().library(), ""});
  BulkAuditor auditor(contracts, {priced::day("2035-12-31"), true});
  Diagnostics problems;
  InvoiceRows rows(std::make_shared<const SourceText>("w3.csv", workload.rows(row_count)), nullptr,
                   problems);
  for (InvoiceLine row; rows.next(row);) auditor.add(row);
  ASSERT_TRUE(problems.empty());
  const BulkAudit made = std::move(auditor).finish();
  std::string found;
  for (const OffendingRow& row : made.offending) {
    ASSERT_EQ(row.kind, Offence::over);  // none is too low in this small one
    found += row.invoice.substr(1) + "," + row.contract + "," + row.line + "," +
             row.from.text().substr(0, 7) + "," + row.amount.text() + "," + row.allowed->text() +
             "," + row.difference->text() + "\n";
  }
  EXPECT_EQ(found, w3_rows::expected);
  Ratio over(0);
  std::size_t contracts_over = 0;
  for (const BulkResult& each : made.contracts) {
    const Decimal amount = std::get<Money>(each.totals.over.value).amount;
    over = over + Ratio(amount);
    contracts_over += amount.is_zero() ? 0U : 1U;
  }
  EXPECT_EQ(as_decimal(over, 2).text(), "236308.89");
  EXPECT_EQ(contracts_over, 38U);
  EXPECT_EQ(made.counts.matched, 2000U);
  EXPECT_LT(made.counts.kept, 70U);  // memory does not grow with the right rows
}

}  // namespace w3_test
}  // namespace pricetalk
