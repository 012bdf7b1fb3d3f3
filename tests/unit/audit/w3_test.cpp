#include <gtest/gtest.h>

#include "audit/bulk.hpp"
#include "audited.hpp"
#include "workload.hpp"

// The invoice workload of docs/reference/speed.md in small: 100 contracts, 2,000 rows, generated
// from its seed. The expected rows were computed with Python's Decimal and Fraction
// (tests/bench/w3.py check), and by another program in another language before that.

namespace pricetalk {
namespace w3_test {

constexpr int contract_count = 100;
constexpr int row_count = 2000;

/// row, contract, line, period, amount, allowed, over
constexpr const char* expected =
    "9,30,2,2028-05,1872.62,1872.61,0.01\n"
    "66,45,3,2028-09,669.98,657.41,12.57\n"
    "94,54,1,2031-01,2192.44,2112.72,79.72\n"
    "170,42,3,2026-08,1820.31,1820.30,0.01\n"
    "280,11,2,2026-03,72986.65,72986.64,0.01\n"
    "330,52,2,2029-03,591.95,591.94,0.01\n"
    "336,86,0,2030-11,1563.27,1526.91,36.36\n"
    "448,87,2,2031-09,149084.37,149084.36,0.01\n"
    "528,52,0,2030-08,164.44,164.43,0.01\n"
    "647,25,3,2034-03,3481.74,3391.26,90.48\n"
    "712,24,1,2026-05,32086.46,32086.45,0.01\n"
    "721,61,3,2031-10,0.76,0.75,0.01\n"
    "755,4,0,2028-03,1215.30,1177.91,37.39\n"
    "762,37,0,2026-10,628.64,628.63,0.01\n"
    "814,55,0,2032-05,367.53,360.46,7.07\n"
    "904,35,2,2027-09,223244.82,223244.81,0.01\n"
    "954,50,3,2032-06,1.15,1.12,0.03\n"
    "960,11,2,2027-07,166245.94,162963.94,3282.00\n"
    "1017,83,3,2028-11,10458.41,10458.40,0.01\n"
    "1055,14,3,2029-03,9.85,9.84,0.01\n"
    "1090,31,2,2031-12,638.76,621.74,17.02\n"
    "1116,36,2,2029-03,17.52,17.15,0.37\n"
    "1119,17,0,2032-02,504.28,504.27,0.01\n"
    "1226,97,2,2034-11,243.75,243.74,0.01\n"
    "1259,87,2,2033-07,219024.80,212372.38,6652.42\n"
    "1329,70,3,2027-03,3307221.62,3134808.94,172412.68\n"
    "1341,22,2,2032-03,1337484.99,1322842.77,14642.22\n"
    "1359,15,2,2028-08,14957.72,14957.71,0.01\n"
    "1465,27,3,2030-09,601359.58,584207.04,17152.54\n"
    "1515,24,1,2029-03,23456.98,22922.86,534.12\n"
    "1518,5,3,2033-06,2551.66,2551.65,0.01\n"
    "1539,80,3,2027-02,27095.89,27095.88,0.01\n"
    "1545,25,0,2032-12,1057278.67,1057278.66,0.01\n"
    "1559,92,2,2029-09,191278.30,191278.29,0.01\n"
    "1564,53,2,2033-12,4363.54,4363.53,0.01\n"
    "1569,70,2,2035-05,38283.01,38283.00,0.01\n"
    "1643,65,1,2035-02,7008.91,7008.90,0.01\n"
    "1684,78,1,2032-05,16170.29,16170.28,0.01\n"
    "1695,25,2,2026-11,123540.46,118629.92,4910.54\n"
    "1698,87,3,2034-10,258020.19,257182.76,837.43\n"
    "1741,11,2,2035-07,124248.94,112623.09,11625.85\n"
    "1775,73,3,2031-10,43.17,43.16,0.01\n"
    "1796,87,0,2034-05,110.03,106.10,3.93\n"
    "1827,35,2,2029-03,197491.54,197139.42,352.12\n"
    "1840,63,1,2033-11,1104.04,1104.03,0.01\n"
    "1894,32,1,2029-04,159638.42,159638.41,0.01\n"
    "1904,36,3,2026-10,17696.64,17582.90,113.74\n"
    "1923,91,3,2028-06,8270.84,7992.55,278.29\n"
    "1934,71,1,2026-08,356429.53,353199.82,3229.71\n"
    "1960,13,2,2026-05,1108727.89,1108727.88,0.01\n"
    "1966,97,3,2026-09,209.02,209.01,0.01\n"
    "1997,92,2,2032-12,149133.33,149133.32,0.01\n";

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
  EXPECT_EQ(found, expected);
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
  EXPECT_LT(made.counts.kept, 60U);  // memory does not grow with the right rows
}

}  // namespace w3_test
}  // namespace pricetalk
