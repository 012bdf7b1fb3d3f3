#include "audit/row_collector.hpp"

#include <map>
#include <utility>

#include "audit/invoice_route.hpp"

namespace pricetalk {

namespace {

/// The row with a text of its own, where the one it stands in goes with the next piece of its file.
InvoiceLine on_its_own(const InvoiceLine& row) {
  InvoiceLine made = row;
  if (row.where.source == nullptr || (row.head && row.head->source)) return made;
  const SourceText& from = *row.where.source;
  auto head = row.head ? std::make_shared<InvoiceHead>(*row.head) : std::make_shared<InvoiceHead>();
  head->source = std::make_shared<const SourceText>(from.name(), std::string(row.where.text()),
                                                    from.position(row.where.begin).line);
  made.where = {head->source.get(), 0, row.where.end - row.where.begin};
  made.head = std::move(head);
  return made;
}

}  // namespace

struct RowCollector::State {
  InvoiceRoute route;
  std::map<std::size_t, std::vector<InvoiceLine>> rows;
};

RowCollector::RowCollector(std::vector<const Contract*> contracts,
                           std::span<const std::size_t> wanted)
    : state_(new State{InvoiceRoute(std::move(contracts)), {}}) {
  for (const std::size_t contract : wanted) state_->rows[contract];
}
RowCollector::~RowCollector() = default;
RowCollector::RowCollector(RowCollector&&) noexcept = default;
RowCollector& RowCollector::operator=(RowCollector&&) noexcept = default;

void RowCollector::next_file() { state_->route.next_file(); }

void RowCollector::add(const InvoiceLine& row) {
  const InvoiceRoute::Found& found = state_->route.find(row);
  if (!found.contract) return;
  const auto own = state_->rows.find(*found.contract);
  if (own != state_->rows.end()) own->second.push_back(on_its_own(row));
}

const std::vector<InvoiceLine>& RowCollector::rows(std::size_t contract) const {
  return state_->rows.at(contract);
}

}  // namespace pricetalk
