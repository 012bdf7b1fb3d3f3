#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "audit/bulk.hpp"
#include "audit/bulk_contract.hpp"
#include "audit/invoice_route.hpp"
#include "audit/listed_rows.hpp"
#include "audit/money_sum.hpp"
#include "audit/same_service_bulk.hpp"
#include "audit/seen_rows.hpp"

namespace pricetalk {

inline constexpr std::uint32_t no_contract = std::numeric_limits<std::uint32_t>::max();

/// The fingerprint of a text.
std::uint64_t print_of(std::string_view text);

/// What a pass over all rows knows. Rows come in by bulk.cpp; what they come to is made in
/// bulk_finish.cpp.
struct BulkAuditor::State {
  /// Why a row is not judged.
  enum class Listed : std::uint8_t { elsewhere, aside, unmatched };
  struct Of {
    std::unique_ptr<ContractWatch> watch = {};
    BulkCounts counts = {};
    MoneySum charged = {};
    MoneySum unmatched = {};
  };
  struct File {
    std::string name;
    std::uint64_t begin;  ///< line of its beginning among all lines
  };
  /// A row that has found its contract and waits to be judged.
  struct Waiting {
    InvoiceLine row;
    RowPlace place;
    std::uint32_t contract = 0;
  };

  State(std::vector<BulkContract> list, BulkOptions asked, BulkSource* knows)
      : contracts(std::move(list)),
        source(knows),
        options(asked),
        route([&] {
          std::vector<const Contract*> all;
          for (const BulkContract& each : contracts) all.push_back(each.contract);
          return all;
        }()),
        of(contracts.size()) {
    made.today = options.today;
    one_currency = !contracts.empty();
    for (const BulkContract& each : contracts)
      one_currency =
          one_currency && each.contract->currency == contracts.front().contract->currency;
  }

  ContractWatch& watch(std::size_t contract) {
    auto& made_for = of[contract].watch;
    if (made_for == nullptr)
      made_for =
          std::make_unique<ContractWatch>(contracts[contract], contract, source, options.today);
    return *made_for;
  }
  void add(InvoiceLine row);
  std::vector<std::uint32_t> by_contract() const;
  void take_block();
  void take(const Waiting& waits, const Fingerprint& key);
  void take_charged(const Waiting& waits, const Match& match);
  bool may_be_share(const Waiting& waits, const Fingerprint& key, const Match& match,
                    const std::pair<Aside, Phrase>& why);
  void put_aside(const Waiting& waits, const std::pair<Aside, Phrase>& why);
  void put_repeats_aside();
  std::optional<Currency> currency_of(const InvoiceLine& row, std::uint32_t contract) const;
  Fingerprint key_of(std::size_t contract, const InvoiceLine& row, const Match& match) const;
  std::optional<std::pair<Aside, Phrase>> aside(const Waiting& waits, const Fingerprint& key);
  RowPlace place_of(const InvoiceLine& row);
  MoneySums& sums_of(const std::optional<Currency>& currency);
  bool lists(Listed kind) const;
  void list(Listed kind, OffendingRow row, RowPlace place);
  std::string place_text(std::uint64_t line) const;
  void look_at(OffendingRow listed, const InvoiceLine& row, RowPlace place,
               std::optional<std::size_t> contract);
  void note_invoice(const InvoiceLine& row, std::uint32_t contract);
  void sort_invoices();
  bool charges(const std::string& invoice) const;
  std::optional<Ratio> total_of(const std::string& invoice, std::uint32_t contract) const;
  void offer_taken_back();
  std::vector<InvoiceLine> loose_of_none() const;
  void tell_loose(std::size_t contract, const std::vector<InvoiceLine>& of_none);
  OffendingRow of_none(const InvoiceLine& row, const InvoiceRoute::Found& found) const;

  std::vector<BulkContract> contracts;
  BulkSource* source;
  BulkOptions options;
  InvoiceRoute route;
  std::vector<Of> of;
  std::vector<Waiting> block;
  /// Rows below zero of no contract, by the invoice that they name.
  std::map<std::string, std::vector<InvoiceLine>> below_zero;
  std::vector<InvoiceLine> below_zero_of_none;  ///< all of them
  /// What an invoice charges for a contract: rows of one mostly stand together, and are one.
  struct Invoice {
    std::uint64_t print;
    std::uint32_t contract;
    bool charges;        ///< a row above zero
    std::int64_t total;  ///< in ten-thousandths; `unknown`
  };
  static constexpr std::int64_t unknown = std::numeric_limits<std::int64_t>::min();
  std::vector<Invoice> invoices;
  std::size_t waiting = 0;  ///< how many of the block
  SeenRows seen;
  /// Rows that stand there again, as long as more of them may make them shares.
  struct Shares {
    std::vector<std::pair<Waiting, std::pair<Aside, Phrase>>> rows;
    bool complete = false;
  };
  std::map<std::pair<std::uint64_t, std::uint64_t>, Shares> shares;
  std::vector<File> files;
  std::uint64_t last_line = 0;  ///< of all files, as far as rows came
  std::uint64_t rows = 0;
  std::map<std::string, MoneySums> sums;
  std::pair<std::string, MoneySums*> last_sums{"", nullptr};
  bool one_currency = false;
  NotRecognised not_recognised;          ///< rows above zero
  std::array<ListedRows, 3> not_judged;  ///< by `Listed`
  BulkAudit made;
};

}  // namespace pricetalk
