#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "audit/bulk.hpp"
#include "audit/credit_place.hpp"
#include "pricetalk/audit/audit.hpp"

/// What an audit of one contract says, which is what that of a folder says of it.
namespace said {

using namespace pricetalk;

struct Row {
  const char* invoice;
  const char* line;
  const char* from;
  const char* to;
  const char* quantity;
  const char* price;
  const char* amount;
};

inline std::vector<InvoiceLine> rows_of(const std::vector<Row>& rows) {
  std::vector<InvoiceLine> made;
  for (const Row& row : rows) {
    InvoiceLine& line = made.emplace_back();
    line.invoice = row.invoice;
    line.line = row.line;
    line.from = *Date::parse(row.from);
    line.date = line.to = *Date::parse(row.to);
    line.quantity = *Decimal::parse(row.quantity);
    line.unit_price = Decimal::parse(row.price);
    line.amount = *Decimal::parse(row.amount);
    if (line.amount.is_negative()) line.kind = InvoiceKind::credit;
  }
  return made;
}

inline std::string money_of(const Figure& figure) {
  return std::get<Money>(figure.value).amount.text();
}

/// What an audit of one contract and that of a folder both say.
struct Said {
  std::string over;
  std::string under;
  std::size_t asked = 0;
  std::vector<std::string> gaps;  ///< "2025 120 of 100: 700.00"
  Audit audit;
  std::unique_ptr<Contract> contract;
};

inline Said said(const std::string& line, const std::vector<InvoiceLine>& rows,
                 const std::string& terms = "") {
  const auto source = std::make_shared<const SourceText>(
      "contract.toml",
      "schema = 1\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = 2024-01-01\n" + terms +
          "[price.office]\ntitle = \"Cleaning town hall\"\nunit = \"hour\"\nunit_price = 35.00\n"
          "price_date = 2024-01-01\n" +
          line);
  Loaded<Contract> read = read_contract(source);
  Said made;
  made.contract = std::make_unique<Contract>(std::move(*read.value));
  const Library library;
  const Date today = *Date::parse("2026-12-31");
  made.audit = audit(*made.contract, library, rows, today, Why::left_out);
  BulkAuditor auditor({{made.contract.get(), &library, "contract.toml"}}, {today});
  for (const InvoiceLine& row : rows) auditor.add(row);
  const BulkAudit folder = std::move(auditor).finish();
  const BulkResult& alone = folder.contracts.front();
  const auto gaps = [](const std::vector<QuantityGap>& found) {
    std::vector<std::string> texts;
    for (const QuantityGap& each : found)
      texts.push_back(std::to_string(each.year) + " " + as_decimal(each.charged, 2).text() +
                      " of " + as_decimal(each.agreed, 2).text() + ": " + money_of(each.amount));
    return texts;
  };
  made.over = money_of(made.audit.totals.over);
  made.under = money_of(made.audit.totals.under);
  made.asked = made.audit.asked().size();
  made.gaps = gaps(made.audit.gaps);
  EXPECT_EQ(money_of(alone.totals.over), made.over);
  EXPECT_EQ(money_of(alone.totals.under), made.under);
  EXPECT_EQ(alone.counts.asked, made.asked);
  EXPECT_EQ(gaps(alone.gaps), made.gaps);
  EXPECT_EQ(alone.twice.size(), made.audit.twice.size());
  EXPECT_EQ(money_of(alone.charged_twice), money_of(made.audit.charged_twice));
  EXPECT_EQ(folder.counts.unmatched + folder.counts.elsewhere, made.audit.unmatched_rows().size());
  EXPECT_EQ(Ratio(folder.sums.front().charged),
            Ratio(std::get<Money>(made.audit.charged.value).amount));
  EXPECT_EQ(alone.counts.undetermined + alone.counts.asked, made.audit.undetermined().size());
  std::vector<Phrase> readings;
  for (const auto& [line, reading] : alone.vat_readings) readings.push_back(reading);
  std::vector<Phrase> own;
  for (const AuditedLine& line : made.audit.lines)
    if (!line.vat_reading.empty()) own.push_back(line.vat_reading);
  EXPECT_EQ(readings, own);
  const auto loose = loose_credits(made.audit);
  EXPECT_EQ(alone.loose.size() + folder.loose.size(), made.over == "0.00" ? 0U : loose.size());
  EXPECT_EQ(alone.quantities_compared, made.audit.quantities_compared);
  EXPECT_EQ(folder.needs_attention(), made.audit.needs_attention());
  return made;
}

inline Said said(const std::string& line, const std::vector<Row>& rows,
                 const std::string& terms = "") {
  return said(line, rows_of(rows), terms);
}

inline const char* const hundred = "quantity = { per_month = 100 }\n";

}  // namespace said
