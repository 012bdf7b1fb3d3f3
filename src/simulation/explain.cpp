#include "explain/borrowed.hpp"
#include "simulation/ledger.hpp"

namespace pricetalk {

namespace {

std::optional<Run::Explained> amount_of(const Run& run, const LedgerRow& row, std::size_t period) {
  auto made = explain_amount(request_of(run), run.ledger, row, period);
  if (!made) return std::nullopt;
  return Run::Explained{std::make_shared<const Derivation>(std::move(made->why)), made->answer};
}

}  // namespace

LedgerRequest request_of(const Run& run) {
  return {run.contract.get(), &run.schedules,     run.library.get(),
          run.assumed.get(),  run.innovation,     run.ledger.periods,
          run.actuals.get(),  run.vat_deductible, run.beside_it};
}

std::optional<Run::Explained> Run::explain(const Address& address) const {
  for (const auto& [name, node] : sum_nodes)
    if (name == address) return Explained{borrowed(sums), node};
  for (const LedgerRow& row : ledger.rows)
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (row.cells[i].address == address && !row.cells[i].nothing) return amount_of(*this, row, i);
  for (const PriceSchedule& schedule : schedules)
    for (const PriceEntry& entry : schedule.entries)
      if (entry.address == address && entry.why)
        return Explained{borrowed(entry.why), entry.answer};
  return std::nullopt;
}

}  // namespace pricetalk
