#include "audit/bulk.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "audit/seen_rows.hpp"
#include "audit/share_out.hpp"
#include "audited.hpp"
#include "plain_sharing.hpp"
#include "planted.hpp"
#include "pricing/lower.hpp"

// One pass over the rows of many contracts gives the answer of `audit` for each contract.

namespace pricetalk {
namespace bulk_test {

using planted::Dice;
using priced::day;
using priced::Talk;

/// A contract with a line of every kind; its prices change every January, on 1 July for `half`.
std::string contract_text(int number, Dice& dice) {
  const std::string id = "K" + std::to_string(number);
  const bool with_vat = dice.one_in(5);
  std::string made = "schema = 1\n[contract]\nid = \"" + id +
                     "\"\ncurrency = \"EUR\"\nstart = 2020-01-01\n" +
                     (dice.one_in(3) ? "end = 2026-12-31\n" : "") + "orders = [\"45" +
                     std::to_string(number) + "\"]\n" + (with_vat ? "vat = \"included\"\n" : "");
  const std::vector<std::string> prorations = {"days", "months", "next-period"};
  const std::vector<std::string> amounts = {"{ decimals = 2 }", "{ to = 0.05 }",
                                            "{ decimals = 2, mode = \"half-even\" }"};
  made += "[billing]\nproration = \"" + dice.of(prorations) + "\"\namount = " + dice.of(amounts) +
          "\n[parties]\nsupplier = { name = \"S\", id = \"KVK 1000" + std::to_string(number) +
          "\" }\ncustomer = { name = \"C\", id = \"KVK 20000000\" }\n";
  const auto line = [&](const std::string& name, const std::string& rest) {
    made += "[price." + name + "]\nprice_date = 2020-01-01\n" + rest;
  };
  const auto price = [&] { return Decimal(dice.between(100, 90'000), dice.between(2, 4)).text(); };
  line("plain", "unit_price = " + price() + "\nclause = \"c\"\n");
  line("fixed", "unit_price = " + price() + "\nquantity = { per_month = 45 }\n");
  line("half", "unit_price = " + price() + "\nclause = \"h\"\n");
  line("net", "unit_price = " + price() +
                  "\nclause = \"c\"\ndiscount = { rate = \"7.5%\", until = 2023-06-30 }\n");
  line("steps",
       "tiers = [{ up_to = 50, unit_price = 10.00 }, { unit_price = 8.00 }]\n"
       "clause = \"c\"\n");
  line("volume",
       "tier_kind = \"volume\"\n"
       "tiers = [{ up_to = 50, unit_price = 10.00 }, { unit_price = 8.00 }]\n"
       "clause = \"c\"\n");
  line("split",
       "unit_price = 40.00\nparts = [{ name = \"wages\", share = \"70%\", clause = \"c\" }, "
       "{ name = \"rest\", share = \"30%\" }]\n");
  line("added", "unit_price = 40.00\nclause = \"c\"\nsurcharges = [\"s\"]\n");
  line("raw", "unit_price = " + price() + "\nclause = \"r\"\n");
  const std::string year = "index.X = { series = \"x\", use = \"previous year\" }\n";
  made += "[clause.c]\nadjust = { every = \"year\", on = \"01-01\" }\n" + year +
          "limits = { cap = \"4%\" }\n[clause.h]\nadjust = { every = \"year\", on = \"07-01\" }\n" +
          year + "[clause.r]\nadjust = { every = \"year\", on = \"01-01\" }\n" + year +
          "rounding = { price = \"none\" }\n" +
          "[clause.s]\nformula = \"surcharge = k\"\nconstants = { k = [{ value = 3 }, "
          "{ from = 2022-03-16, value = 5 }] }\n[[series]]\nid = \"x\"\ntitle = \"x\"\n"
          "publisher = \"P\"\nfrequency = \"year\"\nfigures = [";
  int level = 1000;
  for (int i = 2018; i < 2025; ++i) {  // the prices of 2026 are not determined
    made += "[\"" + std::to_string(i) + "\", " + Decimal(level, 1).text() + "],";
    level += dice.between(-15, 80);
  }
  return made + "]\n";
}

/// What one unit cost on a day, as the contract's own schedule says; 1 where nobody knows.
Ratio price_on(const Talk& talk, const std::string& line, Date on) {
  const PriceSchedule schedule = talk.schedule(line, "2027-12-31");
  const PriceEntry* entry = schedule.on(on);
  return entry == nullptr || !entry->price ? Ratio(1) : *entry->price;
}

/// Invoice rows of all contracts through each other: right ones and every kind that is not.
class Rows {
 public:
  Rows(const std::vector<Talk>& talks, Dice& dice) : talks_(talks), dice_(dice) {}

  std::vector<InvoiceLine> make(int count) && {
    for (int i = 0; i < count; ++i) one();
    for (std::size_t i = 0; i < made_.size(); ++i)
      made_[i].where.begin = static_cast<std::uint32_t>(i);
    return std::move(made_);
  }

 private:
  std::shared_ptr<const InvoiceHead> head(std::size_t contract) {
    auto head = std::make_shared<InvoiceHead>();
    const std::string number = std::to_string(contract);
    switch (dice_.between(1, 14)) {
      case 1:
        head->contracts = {"elsewhere"};
        break;
      case 2:
        head->orders = {"45" + number};
        break;
      case 3:
        head->supplier.ids = {"0106:1000" + number};
        break;
      case 4:
        head->customer.ids = {"0106:20000000"};
        break;
      case 5:
        return nullptr;
      case 6:
        head->contracts = {"K" + number};
        head->currency = Currency::parse("USD");
        break;
      default:
        head->contracts = {"k-" + number};  // signs and capitals do not count
    }
    head->document = document_;
    return head;
  }

  void period(InvoiceLine& row) {
    const int year = dice_.between(2020, 2026);
    const int month = dice_.between(1, 12);
    const int months = dice_.one_in(4) ? dice_.of(std::vector<int>{3, 6, 12}) : 1;
    row.from = *Date::make(year, month, dice_.one_in(8) ? 15 : 1);
    row.to = row.from + Duration{months, Unit::month};
    row.to = row.to.plus_days(-1);
    row.date = row.to;
    if (dice_.one_in(60)) row.from = row.to = *Date::make(2019, 5, 1);
  }

  void one() {
    if (dice_.one_in(12) && !made_.empty()) {  // the same again
      made_.push_back(dice_.of(made_));
      return;
    }
    static const std::vector<std::string> names = {"plain", "plain", "plain", "fixed",
                                                   "half",  "net",   "steps", "volume",
                                                   "split", "added", "raw",   "nobody"};
    static const std::vector<std::string> parts = {"", "wages", "rest"};
    document_ = dice_.one_in(4);
    const auto contract =
        static_cast<std::size_t>(dice_.between(0, static_cast<int>(talks_.size()) - 1));
    InvoiceLine row;
    row.invoice = dice_.one_in(40) ? "" : "F" + std::to_string(dice_.between(1, 60));
    row.line = dice_.of(names);
    row.head = head(contract);
    period(row);
    if (row.line == "split") row.part = dice_.of(parts);
    if (row.line == "added" && dice_.one_in(3)) row.part = "s";
    row.quantity = Decimal(dice_.between(1, 90'000), 3);
    if (dice_.one_in(15)) row.quantity = Decimal(-row.quantity.mantissa(), 3);
    Ratio price = Ratio(7);
    if (row.line != "nobody") price = price_on(talks_[contract], row.line, row.from);
    if (row.line == "net" && row.from < *Date::make(2023, 7, 1))
      price = round(price * Ratio::of(925, 1000), Rounding::decimals(2));
    const Decimal right = round(price, Rounding::decimals(4));
    row.unit_price = right;
    if (dice_.one_in(6)) row.unit_price = round(price * Ratio::of(104, 100), Rounding::decimals(2));
    const Rounding& rounding = amount_rounding_of(contract);
    row.amount = round(Ratio(row.quantity) * Ratio(*row.unit_price), rounding);
    if (dice_.one_in(10)) row.amount = Decimal(row.amount.mantissa() + dice_.between(-3, 3), 2);
    if (dice_.one_in(8)) row.unit_price.reset();
    if (dice_.one_in(3)) row.vat = round(Ratio(row.amount) * Ratio::of(21, 100), cents_);
    if (row.vat && dice_.one_in(10)) row.vat = Decimal(row.vat->mantissa() * 10 + 3, 3);
    if (dice_.one_in(40)) row.amount = Decimal(0, 2);
    if (dice_.one_in(9)) credit(row);
    made_.push_back(std::move(row));
  }

  void credit(InvoiceLine& row) {
    row.kind = InvoiceKind::credit;
    const auto turned = [](const Decimal& value) {
      return Decimal(-value.mantissa(), value.scale());
    };
    if (!row.amount.is_negative()) row.amount = turned(row.amount);
    if (dice_.one_in(2) && !row.quantity.is_negative()) row.quantity = turned(row.quantity);
    if (row.vat && !row.vat->is_negative()) row.vat = turned(*row.vat);
  }

  const Rounding& amount_rounding_of(std::size_t contract) {
    rounding_ = talks_[contract].contract().billing.amount
                    ? settled(talks_[contract].contract().billing.amount->value, 2).value_or(cents_)
                    : cents_;
    return rounding_;
  }

  const std::vector<Talk>& talks_;
  Dice& dice_;
  Rounding cents_ = Rounding::decimals(2);
  Rounding rounding_ = cents_;
  bool document_ = false;
  std::vector<InvoiceLine> made_;
};

/// Everything of an offending row but where it stands.
std::string text(const OffendingRow& row) {
  const auto number = [](const std::optional<Decimal>& value) {
    return value ? value->text() : std::string("-");
  };
  return std::string(word(row.kind)) + " " + row.contract + " " + row.invoice + " " + row.line +
         " '" + row.name + "' " + row.part + " " + row.from.text() + " " + row.to.text() + " " +
         row.quantity.text() + " " + number(row.unit_price) + " " + number(row.allowed_price) +
         " " + row.amount.text() + " " + number(row.allowed) + " " + number(row.difference) + " " +
         number(row.vat_difference) + " " + row.currency;
}

std::vector<std::string> texts(const std::vector<OffendingRow>& rows, const std::string& contract,
                               bool judged) {
  std::vector<std::string> made;
  for (const OffendingRow& row : rows)
    if (row.contract == contract &&
        judged == (row.kind != Offence::aside && row.kind != Offence::unmatched))
      made.push_back(text(row));
  return made;
}

std::string totals(const AuditTotals& totals) {
  return audited::text(totals.over) + " " + audited::text(totals.under) + " " +
         audited::text(totals.over_vat) + " " + audited::text(totals.under_vat);
}

std::vector<std::string> gaps(const std::vector<QuantityGap>& found) {
  std::vector<std::string> made;
  for (const QuantityGap& gap : found)
    made.push_back(gap.line->id + " " + std::to_string(gap.year) + " " +
                   as_decimal(gap.charged, 4).text() + " " + audited::text(gap.amount));
  return made;
}

Decimal sum(const std::vector<InvoiceLine>& rows) {
  Ratio made(0);
  for (const InvoiceLine& row : rows) made = made + Ratio(row.amount);
  return as_decimal(made, 2);
}

BulkAudit in_one_pass(const std::vector<Talk>& talks, const std::vector<InvoiceLine>& rows) {
  std::vector<BulkContract> contracts;
  for (const Talk& talk : talks)
    contracts.push_back({&talk.contract(), &talk.coverage().library(), ""});
  BulkAuditor auditor(contracts, {day("2026-06-30"), true});
  auditor.file("rows.csv");
  for (const InvoiceLine& row : rows) auditor.add(row);
  return std::move(auditor).finish();
}

class BulkAuditOfMany : public testing::TestWithParam<int> {};

TEST_P(BulkAuditOfMany, is_the_audit_of_each_contract_to_the_cent_and_row_by_row) {
  Dice dice(static_cast<std::uint64_t>(GetParam()) + 7'000);
  std::vector<Talk> talks;
  for (int i = 0; i < 4; ++i) talks.emplace_back(contract_text(i, dice));
  const std::vector<InvoiceLine> rows = Rows(talks, dice).make(500);
  const BulkAudit bulk = in_one_pass(talks, rows);

  std::vector<const Contract*> contracts;
  for (const Talk& talk : talks) contracts.push_back(&talk.contract());
  const SharedOut shared = plain_sharing::share(contracts, rows);
  const SharedOut indexed = share_out(contracts, rows);
  EXPECT_EQ(indexed.unclear.size(), shared.unclear.size());
  EXPECT_EQ(indexed.unknown.size(), shared.unknown.size());
  for (std::size_t i = 0; i < talks.size(); ++i)
    EXPECT_EQ(indexed.rows[i].size(), shared.rows[i].size());
  std::size_t judged = 0;
  for (std::size_t i = 0; i < talks.size(); ++i) {
    const Contract& contract = talks[i].contract();
    const Audit alone = audit(contract, talks[i].coverage().library(), shared.rows[i],
                              day("2026-06-30"), Why::left_out);
    const BulkResult& result = bulk.contracts[i];
    EXPECT_EQ(totals(result.totals), totals(alone.totals)) << contract.id;
    std::optional<Date> since;
    for (const AuditedLine& line : alone.lines)
      if (line.since && (!since || *line.since < *since)) since = line.since;
    EXPECT_EQ(result.since, since) << contract.id;
    const auto expected = offending_rows(contract, alone, shared.rows[i]);
    EXPECT_EQ(texts(bulk.offending, contract.id, true), texts(expected, contract.id, true));
    EXPECT_EQ(texts(bulk.listed, contract.id, false), texts(expected, contract.id, false));
    EXPECT_EQ(result.charged.text(), audited::text(alone.charged));
    EXPECT_EQ(result.unmatched.text(), audited::text(alone.unmatched));
    EXPECT_EQ(result.counts.undetermined + result.counts.asked, alone.undetermined().size());
    EXPECT_EQ(result.counts.asked, alone.asked().size());
    EXPECT_EQ(gaps(result.gaps), gaps(alone.gaps));
    EXPECT_EQ(result.quantities_compared, alone.quantities_compared) << contract.id;
    EXPECT_LT(result.counts.kept, result.counts.matched);  // right rows are not kept
    judged += alone.lines.size();
  }
  EXPECT_GT(judged, 20U);
  EXPECT_EQ(bulk.counts.rows, rows.size());
  EXPECT_EQ(bulk.counts.elsewhere, shared.unclear.size() + shared.unknown.size());
  EXPECT_EQ(bulk.counts.rows, bulk.counts.matched + bulk.counts.unmatched + bulk.counts.elsewhere +
                                  bulk.counts.aside);
}

INSTANTIATE_TEST_SUITE_P(Seeds, BulkAuditOfMany, testing::Range(0, 12));

TEST(BulkAuditor, what_comes_in_is_what_goes_out) {
  Dice dice(1);
  std::vector<Talk> talks;
  for (int i = 0; i < 3; ++i) talks.emplace_back(contract_text(i, dice));
  std::vector<InvoiceLine> rows = Rows(talks, dice).make(300);
  // Documents get their VAT in contracts with VAT; without documents every amount is as charged.
  for (InvoiceLine& row : rows)
    if (row.head && row.head->document) row.head.reset();
  const BulkAudit bulk = in_one_pass(talks, rows);
  Ratio all(0);
  for (const BulkSums& sums : bulk.sums) {
    all = all + Ratio(sums.charged);
    EXPECT_EQ(Ratio(sums.charged), Ratio(sums.matched) + Ratio(sums.unmatched) +
                                       Ratio(sums.elsewhere) + Ratio(sums.aside));
  }
  EXPECT_EQ(as_decimal(all, 2).text(), sum(rows).text());
  EXPECT_EQ(bulk.sums.size(), 2U);  // EUR and USD
}

TEST(BulkAuditor, lists_only_the_first_of_what_it_does_not_judge_unless_all_are_wanted) {
  Dice dice(1);
  const Talk talk(contract_text(0, dice));
  for (const bool every_row : {false, true}) {
    BulkAuditor auditor({{&talk.contract(), &talk.coverage().library(), ""}},
                        {day("2026-06-30"), every_row});
    for (int i = 0; i < 50; ++i) {
      InvoiceLine row = audited::charged("2020-01-01", "2020-01-31", "1", "1.00", "1.00");
      row.line = "unheard of";
      row.invoice = std::to_string(i);
      auditor.add(row);
    }
    const BulkAudit made = std::move(auditor).finish();
    // One contract and no reference: nothing says that the row is for it.
    EXPECT_EQ(made.counts.elsewhere, 50U);
    EXPECT_EQ(made.listed.size(), every_row ? 50U : 20U);
    EXPECT_EQ(made.sums.front().elsewhere.text(), "50.00");
  }
}

/// 10.00 a month, all of it for one contract without references.
BulkAudit of_fixed(std::vector<InvoiceLine> rows) {
  const Talk talk(
      "schema = 1\n[contract]\nid = \"K\"\ncurrency = \"EUR\"\nstart = 2020-01-01\n"
      "[price.p]\nunit_price = 10.00\nprice_date = 2020-01-01\n");
  BulkAuditor auditor({{&talk.contract(), &talk.coverage().library(), ""}},
                      {day("2026-06-30"), true});
  for (const InvoiceLine& row : rows) auditor.add(row);
  return std::move(auditor).finish();
}

TEST(BulkAuditor, vat_on_nothing_is_not_right) {
  const BulkAudit made =
      of_fixed({audited::charged("2020-01-01", "2020-01-31", "0", "10.00", "0.00", "2.10")});
  ASSERT_EQ(made.offending.size(), 1U);
  EXPECT_EQ(made.offending[0].vat_difference->text(), "2.10");
}

TEST(BulkAuditor, a_credit_is_settled_with_periods_that_were_right) {
  // February is 10.00 too high. The credit of 25.00 for the quarter pays that back, and what is
  // left is too little in the last of its months, which was charged rightly.
  const BulkAudit made =
      of_fixed({audited::charged("2020-01-01", "2020-01-31", "1", "10.00", "10.00"),
                audited::charged("2020-02-01", "2020-02-29", "1", "20.00", "20.00"),
                audited::charged("2020-03-01", "2020-03-31", "1", "10.00", "10.00"),
                audited::credit("2020-01-01", "2020-03-31", "0", "", "-25.00")});
  EXPECT_EQ(totals(made.contracts[0].totals), "0.00 15.00 0.00 0.00");
  EXPECT_EQ(made.contracts[0].since, day("2020-03-01"));
  EXPECT_EQ(made.counts.kept, 2U);
}

TEST(BulkAuditor, says_where_a_row_stood_first) {
  Dice dice(2);
  const Talk talk(contract_text(0, dice));
  BulkAuditor auditor({{&talk.contract(), &talk.coverage().library(), ""}},
                      {day("2026-06-30"), true});
  const auto row_in = [](const SourcePtr& text, std::uint32_t at) {
    InvoiceLine row = audited::charged("2020-01-01", "2020-01-31", "1", "1.00", "1.00");
    row.line = "fixed";
    row.where = {text.get(), at, at + 1};
    return row;
  };
  const auto first = std::make_shared<const SourceText>("a.csv", "h\n1\n2\n3\n");
  const auto second = std::make_shared<const SourceText>("b.csv", "h\n1\n", 7);
  auditor.file("a.csv");
  auditor.add(row_in(first, 6));
  auditor.file("b.csv");
  auditor.add(row_in(second, 2));
  const BulkAudit made = std::move(auditor).finish();
  ASSERT_EQ(made.listed.size(), 1U);
  EXPECT_EQ(made.listed[0].place, "b.csv:8");
  EXPECT_EQ(made.listed[0].reason.en, "stands already at a.csv:4");
}

TEST(SeenRows, finds_again_what_was_there_and_nothing_else) {
  SeenRows seen;
  const auto key = [](std::uint64_t i) {
    Fingerprint made;
    made.add(i);
    made.add(std::string_view("invoice"));
    made.add(Decimal(static_cast<std::int64_t>(i) * 10, 2));
    return made;
  };
  for (std::uint64_t i = 0; i < 100'000; ++i) ASSERT_FALSE(seen.seen(key(i), i + 1)) << i;
  for (std::uint64_t i = 0; i < 100'000; ++i) ASSERT_EQ(seen.seen(key(i), 1), i + 1);
}

TEST(Fingerprint, tells_values_apart_and_not_the_way_they_are_written) {
  const auto of = [](auto... parts) {
    Fingerprint made;
    (made.add(parts), ...);
    return std::pair(made.high(), made.low());
  };
  EXPECT_EQ(of(Decimal(150, 2)), of(Decimal(15, 1)));
  EXPECT_NE(of(Decimal(150, 2)), of(Decimal(15, 2)));
  EXPECT_NE(of(std::string_view("ab"), std::string_view("c")),
            of(std::string_view("a"), std::string_view("bc")));
  EXPECT_NE(of(std::string_view("12345678")), of(std::string_view("12345679")));
}

}  // namespace bulk_test
}  // namespace pricetalk
