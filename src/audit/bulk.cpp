#include "audit/bulk.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

#include "audit/bulk_contract.hpp"
#include "audit/credit_place.hpp"
#include "audit/invoice_route.hpp"
#include "audit/name_marks.hpp"
#include "audit/party.hpp"
#include "audit/rate_times.hpp"
#include "audit/seen_rows.hpp"
#include "audit/sieve.hpp"
#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

__extension__ using Millionths = __int128;

/// A sum of very many amounts: in millionths, of which an invoice row has no smaller part.
class MoneySum {
 public:
  void add(const Decimal& amount) {
    constexpr int decimals = 6;
    if (amount.scale() > decimals) {
      finer_ = finer_ + Ratio(amount);
      return;
    }
    std::int64_t factor = 1;
    for (int i = amount.scale(); i < decimals; ++i) factor *= 10;
    millionths_ += static_cast<Millionths>(amount.mantissa()) * factor;
  }
  Decimal value(int decimals) const {
    constexpr std::int64_t million = 1'000'000;
    constexpr std::int64_t whole = 1'000'000'000'000;
    const Ratio high(static_cast<std::int64_t>(millionths_ / whole / million));
    const Ratio low(static_cast<std::int64_t>(millionths_ / million % whole));
    const Ratio rest = Ratio::of(static_cast<std::int64_t>(millionths_ % million), million);
    return as_decimal(high * Ratio(whole) + low + rest + finer_, decimals);
  }

 private:
  Millionths millionths_ = 0;
  Ratio finer_{0};
};

namespace {

/// How many rows that are not judged are listed where not all are wanted.
constexpr std::size_t first_rows = 20;

/// So many rows find their contracts before they are judged, those of one contract together: rows
/// come in no order, and what is known of thousands of contracts is far from the processor.
constexpr std::size_t block_rows = 65'536;

constexpr std::uint32_t no_contract = std::numeric_limits<std::uint32_t>::max();

}  // namespace

/// Rows that are not judged, all or the first of them.
class ListedRows {
 public:
  void add(OffendingRow row) { rows_.push_back(std::move(row)); }
  /// All rows until here are in: those that come later stand later.
  void settle(bool every_row) {
    std::stable_sort(rows_.begin() + static_cast<std::ptrdiff_t>(settled_), rows_.end(),
                     [](const auto& a, const auto& b) { return a.order < b.order; });
    if (!every_row && rows_.size() > first_rows) rows_.resize(first_rows);
    settled_ = rows_.size();
  }
  bool full() const { return settled_ >= first_rows; }
  std::vector<OffendingRow>& rows() { return rows_; }

 private:
  std::vector<OffendingRow> rows_;
  std::size_t settled_ = 0;
};

struct MoneySums {
  int decimals = 2;
  MoneySum charged;
  MoneySum matched;
  MoneySum unmatched;
  MoneySum elsewhere;
  MoneySum aside;
};

namespace {

Figure nothing(const Contract& contract, const char* what) {
  return {Money{Decimal(0, contract.currency.minor_decimals()), contract.currency},
          {contract.id + "/audit/" + what},
          Fixity::fixed};
}

}  // namespace

bool BulkAudit::over() const {
  return std::any_of(contracts.begin(), contracts.end(),
                     [](const BulkResult& each) { return !amount_of(each.totals.over).is_zero(); });
}

bool BulkAudit::needs_attention() const {
  const std::size_t open = counts.asked + counts.undetermined;
  return counts.matched <= open || counts.asked + counts.unmatched > 0 ||
         std::any_of(contracts.begin(), contracts.end(), [](const BulkResult& each) {
           return each.totals.differs() || !each.twice.empty() || any_asked(each.gaps);
         });
}

std::vector<const BulkResult*> by_difference(const BulkAudit& audit) {
  std::vector<const BulkResult*> made;
  for (const BulkResult& each : audit.contracts)
    if (each.totals.differs()) made.push_back(&each);
  const auto size = [](const BulkResult* each) {
    return std::max(amount_of(each->totals.over), amount_of(each->totals.under));
  };
  std::stable_sort(made.begin(), made.end(),
                   [&](const auto* a, const auto* b) { return size(a) > size(b); });
  return made;
}

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
  std::array<ListedRows, 3> not_judged;  ///< by `Listed`
  BulkAudit made;
};

RowPlace BulkAuditor::State::place_of(const InvoiceLine& row) {
  if (files.empty()) files.push_back({"", 1});
  std::uint64_t line = 0;
  if (row.where.source != nullptr) line = row.where.source->position(row.where.begin).line;
  line += files.back().begin;
  last_line = std::max(last_line, line);
  return {rows++, line};
}

std::string BulkAuditor::State::place_text(std::uint64_t line) const {
  const auto after =
      std::upper_bound(files.begin(), files.end(), line,
                       [](std::uint64_t at, const File& file) { return at < file.begin; });
  const File& file = *(after - 1);
  if (file.name.empty()) return {};
  return file.name + ":" + std::to_string(line - file.begin);
}

MoneySums& BulkAuditor::State::sums_of(const std::optional<Currency>& currency) {
  const std::string_view code = currency ? currency->code() : std::string_view();
  if (last_sums.second != nullptr && last_sums.first == code) return *last_sums.second;
  MoneySums& found = sums[std::string(code)];
  if (currency) found.decimals = currency->minor_decimals();
  last_sums = {std::string(code), &found};
  return found;
}

/// Whether one more row of a kind may be among those that are listed.
bool BulkAuditor::State::lists(Listed kind) const {
  return options.every_row || !not_judged[static_cast<std::size_t>(kind)].full();
}

void BulkAuditor::State::list(Listed kind, OffendingRow row, RowPlace place) {
  row.order = place.order;
  row.place = place_text(place.line);
  not_judged[static_cast<std::size_t>(kind)].add(std::move(row));
}

/// A row of no contract, and why.
OffendingRow BulkAuditor::State::of_none(const InvoiceLine& row,
                                         const InvoiceRoute::Found& found) const {
  OffendingRow listed;
  listed.invoice = row.invoice;
  listed.date = row.date;
  listed.name = row.line;
  listed.part = row.part;
  listed.from = row.from;
  listed.to = row.to;
  listed.quantity = row.quantity;
  listed.unit_price = row.unit_price;
  listed.amount = row.amount;
  listed.kind = Offence::unmatched;
  if (row.head && row.head->currency) listed.currency = row.head->currency->code();
  if (!found.fits.empty()) {
    std::string ids;
    for (std::size_t i = 0; i < found.fits.size() && i < 3; ++i)
      ids += (i == 0 ? "" : ", ") + contracts[found.fits[i]].contract->id;
    if (found.fits.size() > 3) ids += ", …";
    listed.reason = {"fits more than one contract: " + ids,
                     "past bij meer dan één contract: " + ids};
  } else if (row.head && !row.head->contracts.empty()) {
    listed.reason = {"for contract " + row.head->contracts.front() + ", which is not here",
                     "voor contract " + row.head->contracts.front() + ", dat er niet bij is"};
  } else if (row.head && !row.head->orders.empty()) {
    listed.reason = {
        "for order " + row.head->orders.front() + ", of no contract here",
        "voor bestelling " + row.head->orders.front() + ", van geen van de contracten"};
  } else {
    listed.reason = {"for no contract here", "voor geen van de contracten"};
  }
  return listed;
}

namespace {

std::uint64_t print_of(std::string_view text) {
  Fingerprint made;
  made.add(text);
  return made.low();
}

}  // namespace

void BulkAuditor::State::note_invoice(const InvoiceLine& row, std::uint32_t contract) {
  constexpr int decimals = 4;
  constexpr std::int64_t most = 100'000'000'000'000;
  const std::uint64_t print = print_of(row.invoice);
  if (invoices.empty() || invoices.back().print != print || invoices.back().contract != contract)
    invoices.push_back({print, contract, false, 0});
  Invoice& invoice = invoices.back();
  invoice.charges = invoice.charges || row.amount > Decimal();
  std::int64_t amount = row.amount.mantissa();
  if (row.amount.scale() > decimals || std::abs(amount) > most || invoice.total == unknown ||
      std::abs(invoice.total) > most * 10'000) {
    invoice.total = unknown;
    return;
  }
  for (int i = row.amount.scale(); i < decimals; ++i) amount *= 10;
  invoice.total += amount;
}

/// Each invoice of a contract once, by its fingerprint.
void BulkAuditor::State::sort_invoices() {
  std::sort(invoices.begin(), invoices.end(), [](const Invoice& a, const Invoice& b) {
    return std::pair(a.print, a.contract) < std::pair(b.print, b.contract);
  });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < invoices.size(); ++i) {
    const Invoice each = invoices[i];
    if (kept == 0 || invoices[kept - 1].print != each.print ||
        invoices[kept - 1].contract != each.contract) {
      invoices[kept++] = each;
      continue;
    }
    Invoice& same = invoices[kept - 1];
    same.charges = same.charges || each.charges;
    same.total = same.total == unknown || each.total == unknown ? unknown : same.total + each.total;
  }
  invoices.resize(kept);
}

/// REQUIRES: they are sorted.
bool BulkAuditor::State::charges(const std::string& invoice) const {
  const std::uint64_t print = print_of(invoice);
  auto at = std::lower_bound(invoices.begin(), invoices.end(), print,
                             [](const Invoice& a, std::uint64_t b) { return a.print < b; });
  for (; at != invoices.end() && at->print == print; ++at)
    if (at->charges) return true;
  return false;
}

/// What an invoice comes to for a contract; nothing where there is none. REQUIRES: they are sorted.
std::optional<Ratio> BulkAuditor::State::total_of(const std::string& invoice,
                                                  std::uint32_t contract) const {
  const std::pair wanted(print_of(invoice), contract);
  const auto at = std::lower_bound(
      invoices.begin(), invoices.end(), wanted,
      [](const Invoice& a, const auto& b) { return std::pair(a.print, a.contract) < b; });
  if (at == invoices.end() || std::pair(at->print, at->contract) != wanted || at->total == unknown)
    return std::nullopt;
  return Ratio(Decimal(at->total, 4));
}

/// Rows below zero of no contract, to the contracts of the invoices that they take back whole.
void BulkAuditor::State::offer_taken_back() {
  for (const auto& [number, taken_off] : below_zero) {
    const std::uint64_t print = print_of(number);
    auto at = std::lower_bound(invoices.begin(), invoices.end(), print,
                               [](const Invoice& a, std::uint64_t b) { return a.print < b; });
    for (; at != invoices.end() && at->print == print; ++at) {
      if (at->contract == no_contract || of[at->contract].watch == nullptr) continue;
      const auto total = total_of(number, at->contract);
      for (const InvoiceLine& row : taken_off)
        if (total && Ratio(0) - Ratio(row.amount) == *total)
          of[at->contract].watch->below_zero().take_back_whole(number);
    }
  }
}

/// Credits of no contract that stand on no invoice that charges anything, and name none.
std::vector<InvoiceLine> BulkAuditor::State::loose_of_none() const {
  std::vector<InvoiceLine> loose;
  for (const InvoiceLine& row : below_zero_of_none) {
    const std::vector<std::string> named = named_invoices(row);
    if (!charges(row.invoice) &&
        std::none_of(named.begin(), named.end(),
                     [&](const std::string& number) { return charges(number); }))
      loose.push_back(row);
  }
  return loose;
}

/// Those of a contract are its own, and those of none that may be its.
void BulkAuditor::State::tell_loose(std::size_t contract, const std::vector<InvoiceLine>& of_none) {
  BelowZero& below = of[contract].watch->below_zero();
  below.tell_loose([&](const std::string& number) { return charges(number); });
  const Contract& meant = *contracts[contract].contract;
  for (const InvoiceLine& row : of_none)
    if (!row.head || (!for_another(meant, *row.head) &&
                      row.head->currency.value_or(meant.currency) == meant.currency))
      below.add_loose(row);
}

/// By what a row is told to be the same as another: what the sieve of one contract compares.
Fingerprint BulkAuditor::State::key_of(std::size_t contract, const InvoiceLine& row,
                                       const Match& match) const {
  Fingerprint key;
  key.add(std::uint64_t{contract});
  key.add(std::string_view(row.invoice));
  if (match.line != nullptr)  // its position stands for its id
    key.add(static_cast<std::uint64_t>(match.line - contracts[contract].contract->lines.data()));
  else
    key.add(std::string_view(row.line));
  if (match.by == MatchedBy::likeness)
    for (const std::string& mark : marks_of(row.line)) key.add(std::string_view(mark));
  key.add(std::string_view(match.line != nullptr ? match.part : row.part));
  key.add((static_cast<std::uint64_t>(static_cast<std::uint32_t>(row.from.days())) << 32U) |
          static_cast<std::uint32_t>(row.to.days()));
  key.add(row.quantity);
  key.add(std::uint64_t{row.unit_price ? 1U : 0U});
  if (row.unit_price) key.add(*row.unit_price);
  key.add(row.amount);
  key.add(std::uint64_t{row.kind == InvoiceKind::credit ? 1U : 0U});
  return key;
}

/// As the sieve of one contract; what stood there before is known by its fingerprint.
std::optional<std::pair<Aside, Phrase>> BulkAuditor::State::aside(const Waiting& waits,
                                                                  const Fingerprint& key) {
  const InvoiceLine& row = waits.row;
  if (auto found = outside(*contracts[waits.contract].contract, row, options.today)) return found;
  if (row.invoice.empty()) return std::nullopt;
  const auto before = seen.seen(key, waits.place.line);
  if (!before) return std::nullopt;
  const bool one_document =
      row.head && row.head->document && files.back().begin <= *before;  // charged twice in it
  if (one_document) return std::nullopt;
  const std::string where = place_text(*before);
  return std::pair(Aside::duplicate, Phrase{"stands already at " + where, "staat al op " + where});
}

void BulkAuditor::State::take(const Waiting& waits, const Fingerprint& key) {
  const Match& match = route.match(waits.contract, waits.row);
  ++of[waits.contract].counts.rows;
  if (const auto why = aside(waits, key)) {
    if (!may_be_share(waits, key, match, *why)) put_aside(waits, *why);
    return;
  }
  take_charged(waits, match);
}

/// Keeps a row that stands there again while equal rows may still make it a share of what the
/// contract buys; with the last of them it takes them all. As `sorted_rows`.
bool BulkAuditor::State::may_be_share(const Waiting& waits, const Fingerprint& key,
                                      const Match& match, const std::pair<Aside, Phrase>& why) {
  if (why.first != Aside::duplicate || match.line == nullptr) return false;
  const auto all = equal_shares(*match.line, waits.row);
  if (!all) return false;
  Shares& known = shares[{key.high(), key.low()}];
  if (known.complete) return false;
  known.rows.emplace_back(waits, why);
  if (known.rows.size() + 1 < static_cast<std::size_t>(*all)) return true;
  known.complete = true;
  for (const auto& [row, reason] : std::exchange(known.rows, {})) take_charged(row, match);
  return true;
}

void BulkAuditor::State::put_aside(const Waiting& waits, const std::pair<Aside, Phrase>& why) {
  const auto& [row, place, contract] = waits;
  MoneySums& total = sums_of(currency_of(row, contract));
  total.charged.add(row.amount);
  total.aside.add(row.amount);
  if (lists(Listed::aside))
    list(Listed::aside,
         pricetalk::offending(*contracts[contract].contract, AsideRow{row, why.first, why.second}),
         place);
  ++of[contract].counts.aside;
  ++made.counts.aside;
}

/// Rows that were no shares stand there twice.
void BulkAuditor::State::put_repeats_aside() {
  for (const auto& [key, known] : shares)
    for (const auto& [row, why] : known.rows) put_aside(row, why);
  shares.clear();
  for (ListedRows& each : not_judged) each.settle(options.every_row);
}

std::optional<Currency> BulkAuditor::State::currency_of(const InvoiceLine& row,
                                                        std::uint32_t contract) const {
  return row.head && row.head->currency ? row.head->currency
                                        : std::optional(contracts[contract].contract->currency);
}

void BulkAuditor::State::take_charged(const Waiting& waits, const Match& match) {
  const auto& [row, place, contract] = waits;
  const Contract& meant = *contracts[contract].contract;
  Of& own = of[contract];
  MoneySums& total = sums_of(currency_of(row, contract));
  const InvoiceLine* judged = &row;
  InvoiceLine with_vat;
  if (lacks_vat(meant, row)) {
    with_vat = row;
    add_vat(meant, with_vat);
    judged = &with_vat;
  }
  total.charged.add(judged->amount);
  own.charged.add(judged->amount);
  note_invoice(*judged, contract);
  if (match.line == nullptr) {
    total.unmatched.add(judged->amount);
    own.unmatched.add(judged->amount);
    if (judged->amount.is_negative()) watch(contract).not_recognised(*judged);
    AuditedRow unmatched;
    unmatched.charged = *judged;
    if (auto found = pricetalk::offending(meant, unmatched); found && lists(Listed::unmatched))
      list(Listed::unmatched, std::move(*found), place);
    ++own.counts.unmatched;
    ++made.counts.unmatched;
    return;
  }
  total.matched.add(judged->amount);
  ++own.counts.matched;
  ++made.counts.matched;
  watch(contract).take(*judged, match, place);
}

/// The rows that wait: contract by contract, those of one in the order of the file.
std::vector<std::uint32_t> BulkAuditor::State::by_contract() const {
  std::vector<std::uint32_t> order(waiting);
  std::iota(order.begin(), order.end(), 0U);
  const auto contract = [&](std::uint32_t i) { return block[i].contract; };
  // Those of a document are all of one.
  if (std::all_of(order.begin(), order.end(),
                  [&](std::uint32_t i) { return contract(i) == contract(0); }))
    return order;
  std::vector<std::uint32_t> end(of.size(), 0);
  for (std::size_t i = 0; i < waiting; ++i) ++end[block[i].contract];
  std::partial_sum(end.begin(), end.end(), end.begin());
  for (std::size_t i = waiting; i-- > 0;)
    order[--end[block[i].contract]] = static_cast<std::uint32_t>(i);
  return order;
}

/// Judges the rows that wait, a few at a time: what was seen before is fetched for all of them at
/// once.
void BulkAuditor::State::take_block() {
  constexpr std::size_t few = 32;
  std::array<Fingerprint, few> keys;
  const std::vector<std::uint32_t> order = by_contract();
  for (std::size_t begin = 0; begin < order.size(); begin += few) {
    const std::size_t end = std::min(begin + few, order.size());
    for (std::size_t i = begin; i < end; ++i) {
      const Waiting& waits = block[order[i]];
      keys[i - begin] = key_of(waits.contract, waits.row, route.match(waits.contract, waits.row));
      seen.fetch(keys[i - begin]);
    }
    for (std::size_t i = begin; i < end; ++i) take(block[order[i]], keys[i - begin]);
  }
  waiting = 0;
  for (ListedRows& each : not_judged) each.settle(options.every_row);
}

void BulkAuditor::State::add(InvoiceLine row) {
  const RowPlace place = place_of(row);
  ++made.counts.rows;
  const InvoiceRoute::Found& found = route.find(row);
  if (found.contract) {
    if (waiting == block.size()) block.emplace_back();
    Waiting& next = block[waiting++];
    next.row = std::move(row);
    next.row.where = {};  // its text goes
    next.place = place;
    next.contract = static_cast<std::uint32_t>(*found.contract);
    if (waiting == block_rows) take_block();
    return;
  }
  std::optional<Currency> currency = row.head ? row.head->currency : std::nullopt;
  if (!currency && one_currency) currency = contracts.front().contract->currency;
  MoneySums& total = sums_of(currency);
  total.charged.add(row.amount);
  total.elsewhere.add(row.amount);
  ++made.counts.elsewhere;
  note_invoice(row, no_contract);
  if (row.amount.is_negative()) {
    below_zero_of_none.push_back(row);
    below_zero_of_none.back().where = {};
  }
  if (row.amount.is_negative())
    for (const std::string& number : named_invoices(row)) {
      InvoiceLine& kept = below_zero[number].emplace_back();
      kept.amount = row.amount;
      kept.corrects = number;
    }
  if (!lists(Listed::elsewhere)) return;
  OffendingRow none = of_none(row, found);
  if (none.currency.empty() && currency) none.currency = currency->code();
  list(Listed::elsewhere, std::move(none), place);
  not_judged[static_cast<std::size_t>(Listed::elsewhere)].settle(options.every_row);
}

BulkAuditor::BulkAuditor(std::vector<BulkContract> contracts, BulkOptions options,
                         BulkSource* source)
    : state_(std::make_unique<State>(std::move(contracts), options, source)) {}
BulkAuditor::~BulkAuditor() = default;
BulkAuditor::BulkAuditor(BulkAuditor&&) noexcept = default;
BulkAuditor& BulkAuditor::operator=(BulkAuditor&&) noexcept = default;

void BulkAuditor::prepare() {
  for (std::size_t i = 0; i < state_->of.size(); ++i) state_->watch(i).prepare();
}

void BulkAuditor::file(const std::string& name) {
  state_->take_block();
  state_->files.push_back({name, state_->last_line + 1});
  state_->route.next_file();
}

void BulkAuditor::add(InvoiceLine row) { state_->add(std::move(row)); }

BulkAudit BulkAuditor::finish(const Corrections& corrections) && {
  State& state = *state_;
  state.take_block();
  state.put_repeats_aside();
  state.sort_invoices();
  state.offer_taken_back();
  const std::vector<InvoiceLine> loose = state.loose_of_none();
  BulkAudit made = std::move(state.made);
  for (ListedRows& each : state.not_judged)
    std::move(each.rows().begin(), each.rows().end(), std::back_inserter(made.listed));
  for (std::size_t i = 0; i < state.contracts.size(); ++i) {
    const Contract& contract = *state.contracts[i].contract;
    State::Of& own = state.of[i];
    BulkResult result;
    result.contract = i;
    result.counts = own.counts;
    result.charged = own.charged.value(contract.currency.minor_decimals());
    result.unmatched = own.unmatched.value(contract.currency.minor_decimals());
    result.totals = {nothing(contract, "over"), nothing(contract, "under"),
                     nothing(contract, "over-vat"), nothing(contract, "under-vat")};
    result.charged_twice = nothing(contract, "charged-twice");
    if (own.watch != nullptr) {
      own.watch->offer(state.below_zero);
      own.watch->mark(corrections);
      state.tell_loose(i, loose);
      own.watch->below_zero().find_taken_back([&](const std::string& number) {
        return state.total_of(number, static_cast<std::uint32_t>(i));
      });
      ContractWatch::Judged judged = own.watch->judge();
      result.counts.kept = judged.kept;
      if (judged.kept > 0 && !judged.unread) result.totals = judged.totals;
      result.twice = std::move(judged.twice);
      result.gaps = std::move(judged.gaps);
      result.quantities_compared = judged.quantities_compared;
      if (!judged.unread) result.charged_twice = judged.charged_twice;
      if (!judged.turned.is_zero()) {
        MoneySums& total = state.sums_of(contract.currency);
        for (MoneySum* sum : {&total.charged, &total.matched, &own.charged})
          sum->add(judged.turned);
        result.charged = own.charged.value(contract.currency.minor_decimals());
      }
      result.since = judged.since;
      result.vat_readings = std::move(judged.vat_readings);
      for (BelowZero::Loose& each : judged.loose)
        if (each.of_contract) result.loose.push_back(std::move(each));
      for (std::size_t k = 0; k < judged.offending.size(); ++k) {
        OffendingRow& row = judged.offending[k];
        row.place = state.place_text(judged.lines[k]);
        result.counts.offending +=
            row.kind == Offence::over || row.kind == Offence::under ? 1U : 0U;
        result.counts.undetermined += row.kind == Offence::undetermined ? 1U : 0U;
        result.counts.asked += row.kind == Offence::question ? 1U : 0U;
        made.offending.push_back(std::move(row));
      }
      own.watch.reset();
    }
    made.counts.kept += result.counts.kept;
    made.counts.offending += result.counts.offending;
    made.counts.undetermined += result.counts.undetermined;
    made.counts.asked += result.counts.asked;
    made.contracts.push_back(std::move(result));
  }
  if (made.over())
    for (const InvoiceLine& row : loose)
      made.loose.push_back({row.invoice, row.date, Ratio(0) - Ratio(row.amount), false,
                            row.head ? row.head->currency : std::nullopt});
  const auto by_order = [](const OffendingRow& a, const OffendingRow& b) {
    return a.order < b.order;
  };
  std::stable_sort(made.offending.begin(), made.offending.end(), by_order);
  std::stable_sort(made.listed.begin(), made.listed.end(), by_order);
  for (const auto& [code, each] : state.sums)
    made.sums.push_back({code, each.charged.value(each.decimals), each.matched.value(each.decimals),
                         each.unmatched.value(each.decimals), each.elsewhere.value(each.decimals),
                         each.aside.value(each.decimals)});
  return made;
}

}  // namespace pricetalk
