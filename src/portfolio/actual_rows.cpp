#include "portfolio/actual_rows.hpp"

#include <algorithm>

#include "simulation/invoiced_line.hpp"

namespace pricetalk {

namespace {

constexpr std::size_t most_told = 20;

/// The amount as the contract has its amounts; nothing where the row does not tell.
std::optional<Decimal> in_terms_of(const Contract& contract, const InvoiceLine& row) {
  const bool document = row.head != nullptr && row.head->document;
  if (!document || contract.vat == Vat::excluded) return row.amount;
  if (!row.vat) return std::nullopt;
  return (Ratio(row.amount) + Ratio(*row.vat)).exact_decimal();
}

}  // namespace

std::size_t ActualRows::rows() const {
  std::size_t count = 0;
  for (const auto& [currency, each] : sums) count += each.all.rows;
  return count;
}

std::size_t ActualRows::left_rows() const {
  std::size_t count = 0;
  for (const auto& [currency, each] : sums) count += each.left.rows;
  return count;
}

ActualRowsReader::ActualRowsReader(std::vector<const Contract*> contracts)
    : contracts_(contracts), route_(std::move(contracts)), of_(contracts_.size()) {}

/// The currency of an invoice that does not say is that of its contract, or of all of them.
std::string ActualRowsReader::currency_of(const InvoiceLine& row, const Contract* contract) const {
  if (row.head != nullptr && row.head->currency) return std::string(row.head->currency->code());
  if (contract == nullptr && !contracts_.empty() &&
      std::all_of(contracts_.begin(), contracts_.end(), [&](const Contract* each) {
        return each->currency == contracts_.front()->currency;
      }))
    contract = contracts_.front();
  return contract == nullptr ? std::string() : std::string(contract->currency.code());
}

void ActualRowsReader::add(const InvoiceLine& row) {
  const InvoiceRoute::Found found = route_.find(row);
  if (!found.contract)
    return leave(row, currency_of(row, nullptr),
                 contracts_.size() == 1 ? Phrase{"of no price line", "van geen prijsregel"}
                 : found.fits.empty()
                     ? Phrase{"of none of these contracts", "van geen van deze contracten"}
                     : Phrase{"of more than one contract", "van meer dan één contract"});
  const Contract& contract = *contracts_[*found.contract];
  const std::string currency = currency_of(row, &contract);
  if (currency != contract.currency.code())
    return leave(
        row, currency,
        {"in another currency than the contract", "in een andere valuta dan het contract"});
  const Match match = route_.match(*found.contract, row);
  if (match.line == nullptr)
    return leave(row, currency, {"of no price line", "van geen prijsregel"});
  if (seen(row)) return leave(row, currency, {"stands there twice", "staat er twee keer"});
  const auto amount = in_terms_of(contract, row);
  if (!amount)
    return leave(row, currency,
                 {"without VAT, which the contract's amounts hold",
                  "zonder btw, die in de bedragen van het contract zit"});
  if (match.by == MatchedBy::likeness) ++made_.alike;
  auto& actuals = of_[*found.contract];
  if (!actuals) actuals = std::make_shared<Actuals>();
  actuals->rows.push_back({match.line->id, row.from, row.to, *amount,
                           row.kind == InvoiceKind::invoice && !row.amount.is_negative(),
                           row.invoice, row.where.place()});
  ActualSums& sums = made_.sums[currency];
  sums.all.add(row.amount);
  sums.counted.add(row.amount);
}

bool ActualRowsReader::seen(const InvoiceLine& row) {
  // A document is one invoice; what it holds twice was charged twice.
  if (row.head != nullptr && row.head->document) return false;
  const std::string key = row.invoice + '\n' + row.line + '\n' + row.part + '\n' + row.from.text() +
                          row.to.text() + row.date.text() + '\n' + row.quantity.text() + ' ' +
                          row.amount.text() + ' ' + std::to_string(static_cast<int>(row.kind));
  return !seen_.insert(key).second;
}

void ActualRowsReader::leave(const InvoiceLine& row, const std::string& currency, Phrase why) {
  ActualSums& sums = made_.sums[currency];
  sums.all.add(row.amount);
  sums.left.add(row.amount);
  if (made_.left.size() < most_told)
    made_.left.push_back({row.where.place(), row.invoice, row.line, row.amount, std::move(why)});
}

ActualRows ActualRowsReader::finish() && {
  for (auto& actuals : of_) made_.of.push_back(std::move(actuals));
  return std::move(made_);
}

namespace {

/// The days of a line up to the period of its last invoice; days that follow each other are one.
void add_open(const LedgerRequest& request, const Line& line, std::vector<NotInvoiced>& found) {
  std::optional<Date> last;
  for (const ActualRow& row : request.actuals->rows)
    if (row.line == line.id && (!last || *last < row.to)) last = row.to;
  if (!last) return;
  const InvoicedLine invoiced(request, line);
  for (const LedgerPeriod& period : request.periods) {
    if (*last < period.first) return;
    for (const Days& open : invoiced.open({period.first, period.last})) {
      const bool goes_on = !found.empty() && found.back().line == line.id &&
                           found.back().days.last.plus_days(1) == open.first;
      if (goes_on)
        found.back().days.last = open.last;
      else
        found.push_back({line.id, open});
    }
  }
}

}  // namespace

ActualCover cover_of(const Contract& contract, const Actuals& actuals, const Days& days) {
  ActualCover made;
  LedgerRequest request;
  request.contract = &contract;
  request.actuals = &actuals;
  request.periods = ledger_periods(contract, days);
  const int decimals = ledger_decimals(request);
  for (const ActualRow& row : actuals.rows) {
    const auto shared = common({row.from, row.to}, days);
    const Decimal inside = shared ? share_of(row, *shared, decimals) : Decimal(0, 0);
    if (shared)
      made.inside.add(inside);
    else
      ++made.outside.rows;
    made.outside.amount = made.outside.amount + Ratio(row.amount) - Ratio(inside);
  }
  for (const Line& line : contract.lines) add_open(request, line, made.open);
  return made;
}

}  // namespace pricetalk
