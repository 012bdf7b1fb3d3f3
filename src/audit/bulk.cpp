#include "audit/bulk.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>
#include <utility>

#include "audit/bulk_state.hpp"
#include "audit/name_marks.hpp"
#include "audit/rate_times.hpp"
#include "audit/sieve.hpp"

namespace pricetalk {

namespace {

/// So many rows find their contracts before they are judged, those of one contract together: rows
/// come in no order, and what is known of thousands of contracts is far from the processor.
constexpr std::size_t block_rows = 65'536;

}  // namespace

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
    OffendingRow found = *pricetalk::offending(meant, unmatched);
    look_at(found, *judged, place, contract);
    if (lists(Listed::unmatched)) list(Listed::unmatched, std::move(found), place);
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

namespace {

/// Whether a row says of which contract, order or supplier it is.
bool names_another(const InvoiceLine& row) {
  return row.head && (!row.head->contracts.empty() || !row.head->orders.empty() ||
                      !row.head->supplier.name.empty() || !row.head->supplier.ids.empty());
}

}  // namespace

/// Keeps a row above zero that was not recognised: it may be a line under another name.
void BulkAuditor::State::look_at(OffendingRow listed, const InvoiceLine& row, RowPlace place,
                                 std::optional<std::size_t> contract) {
  if (row.amount <= Decimal() || !not_recognised.takes_more()) return;
  listed.order = place.order;
  listed.place = place_text(place.line);
  not_recognised.add(std::move(listed), row, contract);
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
  if (!found.fits.empty() || !names_another(row)) ++made.counts.unplaced;
  if (!lists(Listed::elsewhere) && !not_recognised.takes_more()) return;
  OffendingRow none = of_none(row, found);
  if (none.currency.empty() && currency) none.currency = currency->code();
  look_at(none, row, place, std::nullopt);
  if (!lists(Listed::elsewhere)) return;
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

}  // namespace pricetalk
