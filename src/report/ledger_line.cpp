#include "report/ledger_line.hpp"

namespace pricetalk {

std::string_view LedgerOwner::tag(std::string_view name) const {
  for (const auto& [tag, value] : tags)
    if (tag == name) return value;
  return {};
}

void each_line(const LedgerOwner& owner, const PlainRow& row, const LedgerRun& run,
               const LedgerSink& sink) {
  for (std::size_t i = 0; i < row.amounts.size(); ++i)
    if (row.amounts[i].is != PlainAmount::Is::nothing)
      sink({owner, row, (*row.periods)[i], row.amounts[i], run.future, run.alternative, run.about});
}

}  // namespace pricetalk
