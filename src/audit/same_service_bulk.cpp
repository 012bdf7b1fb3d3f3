#include "audit/same_service_bulk.hpp"

#include <algorithm>
#include <utility>

#include "audit/party.hpp"

namespace pricetalk {

void NotRecognised::add(OffendingRow listed, const InvoiceLine& row,
                        std::optional<std::size_t> contract) {
  by_key_[service_key(row)].push_back(rows_.size());
  rows_.push_back({std::move(listed), contract ? nullptr : row.head, contract});
}

void NotRecognised::ask(std::size_t position, const Contract& contract,
                        const std::vector<std::pair<const Line*, ServiceKey>>& charged) {
  const auto may_be = [&](const Row& row) {
    return row.contract ? *row.contract == position
                        : !row.head || !for_another(contract, *row.head);
  };
  SteadyServices steady;
  for (const auto& [line, key] : charged)
    if (const auto found = by_key_.find(key); found != by_key_.end())
      for (const std::size_t i : found->second)
        if (may_be(rows_[i])) steady.add(rows_[i].listed.name, rows_[i].listed.from);
  for (const auto& [line, key] : charged) {
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) continue;
    for (const std::size_t i : found->second) {
      Row& row = rows_[i];
      if (row.asked || !may_be(row) || steady.holds(row.listed.name)) continue;
      row.asked = true;
      const std::string name = row.contract ? line->id : contract.id + "/" + line->id;
      row.listed.reason =
          same_service_question(name, row.listed.quantity, row.listed.amount, contract.currency);
      row.listed.at_stake = row.listed.amount;
      if (row.listed.currency.empty()) row.listed.currency = contract.currency.code();
    }
  }
}

void NotRecognised::tell(std::vector<OffendingRow>& listed) && {
  for (Row& row : rows_) {
    if (!row.asked) continue;
    const auto same = std::find_if(listed.begin(), listed.end(), [&](const OffendingRow& each) {
      return each.order == row.listed.order && each.kind == Offence::unmatched;
    });
    if (same != listed.end())
      *same = std::move(row.listed);
    else
      listed.push_back(std::move(row.listed));
  }
}

}  // namespace pricetalk
