#include "portfolio/bare_contracts.hpp"

#include <gmock/gmock.h>

#include "../simulation/simulated.hpp"
#include "pricetalk/index/figures.hpp"
#include "pricing/fold.hpp"
#include "random_contract.hpp"

// An audit of contracts without their clauses against that of whole ones.
namespace bare_contracts_test {

using namespace simulated;
using planted::Dice;

/// Contracts that share one library, by position as path.
struct Folder {
  std::vector<Contract> contracts;
  Library library;
  Date today;
  std::size_t read_again = 0;
};

/// Invoice rows of all lines through each other: right ones, and what is not.
class Rows {
 public:
  Rows(const Folder& folder, std::uint64_t seed) : folder_(folder), dice_(seed) {}

  std::vector<InvoiceLine> make(int count) && {
    for (int i = 0; i < count; ++i) one();
    return std::move(made_);
  }

 private:
  void one() {
    if (!made_.empty() && dice_.one_in(20)) return made_.push_back(dice_.of(made_));
    const Contract& contract = dice_.of(folder_.contracts);
    const Line& line = dice_.of(contract.lines);
    InvoiceLine row;
    auto head = std::make_shared<InvoiceHead>();
    head->contracts = {contract.id};
    row.head = head;
    row.invoice = "F" + std::to_string(dice_.between(1, 400));
    row.line = dice_.one_in(12) ? "nobody" : line.id;
    const int year = dice_.between(2023, 2026);
    row.from = *Date::make(year, dice_.between(1, 12), dice_.one_in(6) ? 15 : 1);
    row.to = (row.from + Duration{dice_.one_in(4) ? 3 : 1, Unit::month}).plus_days(-1);
    row.date = row.to;
    row.quantity = Decimal(dice_.between(1, 90'000), 3);
    const Decimal price = price_on(contract, line, row.from);
    row.unit_price = price;
    if (dice_.one_in(8)) row.unit_price = Decimal(price.mantissa() + 5, price.scale());
    row.amount = round(Ratio(row.quantity) * Ratio(*row.unit_price), Rounding::decimals(2));
    if (dice_.one_in(8)) row.amount = Decimal(row.amount.mantissa() + dice_.between(-3, 3), 2);
    if (dice_.one_in(6)) row.unit_price.reset();
    if (dice_.one_in(12)) credit(row);
    made_.push_back(std::move(row));
  }

  Decimal price_on(const Contract& contract, const Line& line, Date day) const {
    const Coverage coverage(folder_.library, std::nullopt);
    const PriceSchedule prices = schedule(PricingContext{&contract, &line, 0, &coverage}, day);
    const PriceEntry* entry = prices.on(day);
    return entry == nullptr || !entry->price ? Decimal(700, 2)
                                             : round(*entry->price, Rounding::decimals(2));
  }

  void credit(InvoiceLine& row) {
    row.kind = InvoiceKind::credit;
    row.amount = Decimal(-row.amount.mantissa(), row.amount.scale());
    if (dice_.one_in(2)) row.quantity = Decimal(-row.quantity.mantissa(), row.quantity.scale());
  }

  const Folder& folder_;
  Dice dice_;
  std::vector<InvoiceLine> made_;
};

std::string text(const Figure& figure) {
  return std::get<Money>(figure.value).amount.text() + (figure.fixity == Fixity::fixed ? "" : "*");
}

std::string text(const OffendingRow& row) {
  const auto number = [](const std::optional<Decimal>& value) {
    return value ? value->text() : std::string("-");
  };
  return std::string(word(row.kind)) + " " + row.contract + " " + row.invoice + " " + row.line +
         " '" + row.name + "' " + row.from.text() + " " + row.to.text() + " " +
         number(row.allowed_price) + " " + row.amount.text() + " " + number(row.allowed) + " " +
         number(row.difference) + " " + row.reason.en + " " + row.place + " " +
         std::to_string(row.order);
}

/// All that an audit says.
Texts texts(const BulkAudit& audit) {
  Texts made;
  for (const BulkResult& each : audit.contracts) {
    made.push_back(text(each.totals.over) + " " + text(each.totals.under) + " " +
                   text(each.charged_twice) + " " + each.charged.text() + " " +
                   each.unmatched.text() + " " + (each.since ? each.since->text() : "") + " " +
                   std::to_string(each.counts.kept) + " " +
                   std::to_string(each.counts.undetermined));
    for (const ChargedTwice& twice : each.twice)
      made.push_back(twice.line->id + " " + twice.from.text() + " " + twice.to.text() + " " +
                     text(twice.amount));
  }
  for (const OffendingRow& row : audit.offending) made.push_back(text(row));
  for (const OffendingRow& row : audit.listed) made.push_back(text(row));
  for (const BulkSums& sums : audit.sums)
    made.push_back(sums.charged.text() + " " + sums.matched.text() + " " + sums.aside.text());
  return made;
}

BulkAudit audit_of(const std::vector<BulkContract>& contracts, BulkSource* source, Date today,
                   const std::vector<InvoiceLine>& rows) {
  BulkAuditor auditor(contracts, {today, true}, source);
  auditor.file("rows.csv");
  for (const InvoiceLine& row : rows) auditor.add(row);
  return std::move(auditor).finish();
}

Texts whole_texts(const Folder& folder, const std::vector<InvoiceLine>& rows) {
  std::vector<BulkContract> contracts;
  for (std::size_t i = 0; i < folder.contracts.size(); ++i)
    contracts.push_back({&folder.contracts[i], &folder.library, std::to_string(i)});
  return texts(audit_of(contracts, nullptr, folder.today, rows));
}

/// The same without clauses; `here`: whether each contract was at hand when it was added.
Texts bare_texts(Folder& folder, const std::vector<InvoiceLine>& rows, bool here) {
  Diagnostics problems;
  const auto shared = std::make_shared<SharedTexts>();
  BareContracts bare(
      folder.today,
      [&](const std::string& path) -> std::optional<Portfolio::Read> {
        ++folder.read_again;
        return Portfolio::Read{folder.contracts[std::stoul(path)], folder.library};
      },
      shared, problems);
  for (std::size_t i = 0; i < folder.contracts.size(); ++i) {
    const Contract& contract = folder.contracts[i];
    const PortfolioEntry entry =
        TakenApart(contract, std::to_string(i), "figures").entry(*shared, folder.library);
    std::optional<Portfolio::Here> at_hand;
    if (here || !entry.unpriced.empty()) at_hand.emplace(Portfolio::Here{contract, folder.library});
    EXPECT_TRUE(bare.add(entry, at_hand));
  }
  const Texts made = texts(audit_of(bare.list(), &bare, folder.today, rows));
  EXPECT_TRUE(problems.empty()) << render(problems, Language::en);
  return made;
}

Folder random_folder() {
  Folder folder;
  folder.today = day("2025-06-30");
  for (std::uint64_t seed = 1; seed <= 60; ++seed)
    for (std::uint64_t other = 0; other < 3; ++other) {
      std::string text =
          random_contract::with_other_numbers(random_contract::text(seed), seed * 10 + other);
      const std::string id = "id = \"R";
      text.insert(text.find(id) + id.size(), std::to_string(seed) + "-" + std::to_string(other));
      folder.contracts.push_back(contract_of(text));
    }
  return folder;
}

TEST(BareContracts, are_audited_as_the_whole_ones_are) {
  Folder folder = random_folder();
  const std::vector<InvoiceLine> rows = Rows(folder, 3).make(4'000);
  const Texts whole = whole_texts(folder, rows);
  ASSERT_GT(whole.size(), 1'000U);
  EXPECT_EQ(bare_texts(folder, rows, true), whole);
  EXPECT_EQ(bare_texts(folder, rows, false), whole);
}

/// A contract on an index whose figure for 2026 is not there, and one on none.
constexpr const char* indexed = R"x(schema = 1
[contract]
id = "T"
currency = "EUR"
start = 2023-01-01
[price.p]
unit_price = 12.34
price_date = 2023-01-01
clause = "c"
[clause.c]
adjust = { every = "year", on = "01-01", first = 2024-01-01 }
formula = "P = P0 * (0.2 + 0.8*L/L0)"
index.L = { series = "l", use = "october of previous year" }
limits = { cap = "4%", floor = "0%" }
rounding = { coefficient = { decimals = 4 } }
)x";

Folder indexed_folder() {
  Folder folder;
  folder.today = day("2025-06-30");
  const SourcePtr file = source("figures.toml", R"(schema = 1
[[series]]
id = "l"
unit = "index"
figures = [["2022-10", 98.0], ["2023-10", 100.0], ["2024-10", 103.7]]
)");
  const auto series = read_figures(file);
  folder.library = Library().with(*series.value, {file});
  for (int i = 0; i < 30; ++i) {
    std::string text = indexed;
    text.insert(text.find("id = \"T") + 7, std::to_string(i));
    folder.contracts.push_back(
        contract_of(random_contract::with_other_numbers(text, static_cast<std::uint64_t>(i))));
  }
  return folder;
}

TEST(BareContracts, know_prices_without_a_quantity_and_read_nothing_again) {
  Folder folder = indexed_folder();
  std::vector<InvoiceLine> rows = Rows(folder, 5).make(2'000);
  std::erase_if(rows, [](const InvoiceLine& row) { return row.to.year() > 2025; });
  const Texts whole = whole_texts(folder, rows);
  EXPECT_EQ(bare_texts(folder, rows, true), whole);
  EXPECT_EQ(folder.read_again, 0U)
      << "rows of later days in the year have the prices of their content";
  EXPECT_EQ(bare_texts(folder, rows, false), whole);
  EXPECT_EQ(folder.read_again, 1U) << "one contract stands for all";
}

TEST(BareContracts, leave_what_is_not_determined_to_the_whole_contract) {
  Folder folder = indexed_folder();
  const std::vector<InvoiceLine> rows = Rows(folder, 7).make(2'000);
  EXPECT_EQ(bare_texts(folder, rows, true), whole_texts(folder, rows));
  EXPECT_GT(folder.read_again, 0U);
}

TEST(BareContracts, say_so_when_a_contract_was_changed_meanwhile) {
  Folder folder = indexed_folder();
  const std::vector<InvoiceLine> rows = Rows(folder, 7).make(200);
  Diagnostics problems;
  const auto shared = std::make_shared<SharedTexts>();
  BareContracts bare(
      folder.today,
      [&](const std::string&) -> std::optional<Portfolio::Read> {
        return Portfolio::Read{folder.contracts.front(), folder.library};
      },
      shared, problems);
  for (std::size_t i = 1; i < folder.contracts.size(); ++i)
    bare.add(TakenApart(folder.contracts[i], std::to_string(i), "figures")
                 .entry(*shared, folder.library),
             Portfolio::Here{folder.contracts[i], folder.library});
  audit_of(bare.list(), &bare, folder.today, rows);
  EXPECT_THAT(render(problems, Language::en), testing::HasSubstr("O0004"));
}

}  // namespace bare_contracts_test
