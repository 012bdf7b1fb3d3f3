#include "simulation/plain_row.hpp"

namespace pricetalk {

std::string_view status_word(const PlainAmount& amount) {
  if (amount.is == PlainAmount::Is::open) return "open";
  if (amount.invoiced == Invoiced::whole) return "invoiced";
  if (amount.invoiced == Invoiced::part) return "partly-invoiced";
  return word(amount.fixity);
}

namespace {

PlainAmount plain(const LedgerCell& cell) {
  if (cell.nothing) return {0, PlainAmount::Is::nothing, Fixity::fixed, Invoiced::no};
  if (!cell.units) return {0, PlainAmount::Is::open, cell.fixity, cell.invoiced};
  return {*cell.units, PlainAmount::Is::known, cell.fixity, cell.invoiced};
}

}  // namespace

std::vector<PlainRow> plain_rows(const Run& run, std::size_t at) {
  const auto periods = std::make_shared<const std::vector<LedgerPeriod>>(run.ledger.periods);
  std::vector<PlainRow> made;
  for (const LedgerRow& row : run.ledger.rows) {
    PlainRow one{at, row.kind, row.line, row.title, row.bearer, run.ledger.decimals, periods, {}};
    one.amounts.reserve(row.cells.size());
    for (const LedgerCell& cell : row.cells) one.amounts.push_back(plain(cell));
    made.push_back(std::move(one));
  }
  return made;
}

}  // namespace pricetalk
