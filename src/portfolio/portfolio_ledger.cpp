#include "portfolio/portfolio_ledger.hpp"

#include <algorithm>

namespace pricetalk {

PortfolioLedger::Kept& PortfolioLedger::kept(std::uint32_t contract) {
  if (contracts_.size() <= contract) contracts_.resize(contract + std::size_t{1});
  return contracts_[contract];
}

void PortfolioLedger::add_line(std::uint32_t contract, std::size_t group, std::size_t position,
                               const std::string& id, const std::string& title) {
  kept(contract).lines.push_back({group, position, id, title});
}

void PortfolioLedger::set(std::size_t group, std::size_t run, ColumnAmounts amounts) {
  if (groups_.size() <= group) groups_.resize(group + 1);
  if (groups_[group].size() <= run) groups_[group].resize(run + 1);
  groups_[group][run] = std::move(amounts);
}

void PortfolioLedger::set_alone(std::uint32_t contract, std::vector<PlainRow> rows) {
  Kept& one = kept(contract);
  one.alone = std::move(rows);
  one.lines = {};
  one.by_itself = true;
}

PlainRow PortfolioLedger::row_of(const LineAt& line, std::size_t run, int decimals) const {
  const ColumnAmounts& columns = groups_[line.group][run];
  PlainRow made{run, LedgerKind::price, line.id,         same(line.title),
                {},  decimals,          columns.periods, {}};
  for (std::size_t i = 0; i < columns.units.size(); ++i) {
    const std::vector<std::int64_t>& units = columns.units[i];
    if (units.empty())
      made.amounts.push_back({0, PlainAmount::Is::nothing, Fixity::fixed, Invoiced::no});
    else
      made.amounts.push_back(
          {units[line.position], PlainAmount::Is::known, columns.fixity[i], Invoiced::no});
  }
  return made;
}

void PortfolioLedger::each(std::uint32_t contract, std::size_t run, int decimals,
                           const std::function<void(const PlainRow&)>& take) const {
  if (contract >= contracts_.size()) return;
  const Kept& one = contracts_[contract];
  for (const PlainRow& row : one.alone)
    if (row.run == run) take(row);
  for (const LineAt& line : one.lines) take(row_of(line, run, decimals));
}

}  // namespace pricetalk
