#include "simulation/invoiced_line.hpp"

#include <algorithm>

#include "billing/days_text.hpp"
#include "billing/quantity.hpp"
#include "simulation/beside.hpp"

namespace pricetalk {

namespace {

Days days_of(const ActualRow& row) { return {row.from, row.to}; }

/// What of a row is charged up to and including a day.
Decimal up_to(const ActualRow& row, Date day, int decimals) {
  if (row.to <= day) return row.amount;
  if (day < row.from) return Decimal(0, 0);
  const Days all = days_of(row);
  const Days some{row.from, day};
  return round(Ratio(row.amount) * Ratio(some.count()) / Ratio(all.count()),
               Rounding::decimals(decimals));
}

}  // namespace

Decimal share_of(const ActualRow& row, const Days& days, int decimals) {
  const Decimal end = up_to(row, days.last, decimals);
  const Decimal begin = up_to(row, days.first.plus_days(-1), decimals);
  return round(Ratio(end) - Ratio(begin), Rounding::decimals(decimals));
}

InvoicedLine::InvoicedLine(const LedgerRequest& request, const Line& line) : line_(line) {
  if (request.actuals == nullptr) return;
  for (const ActualRow& row : request.actuals->rows)
    if (row.line == line.id) rows_.push_back(&row);
  std::stable_sort(rows_.begin(), rows_.end(),
                   [](const ActualRow* a, const ActualRow* b) { return a->from < b->from; });
}

bool InvoicedLine::any(const Days& days) const {
  return std::any_of(rows_.begin(), rows_.end(),
                     [&](const ActualRow* row) { return common(days_of(*row), days).has_value(); });
}

std::vector<NodeId> InvoicedLine::amounts(Worksheet& sheet, const Days& days, int decimals) const {
  std::vector<NodeId> made;
  for (const ActualRow* row : rows_) {
    const auto shared = common(days_of(*row), days);
    if (!shared) continue;
    const Phrase when = days_text(*shared);
    const Decimal amount = share_of(*row, *shared, decimals);
    const std::string at = row->place.empty() ? std::string() : " (" + row->place + ")";
    made.push_back(
        sheet.given(Ratio(amount), {"invoiced, " + when.en, "gefactureerd, " + when.nl},
                    {.kind = InputSource::Kind::given,
                     .text = {"invoice " + row->invoice + at, "factuur " + row->invoice + at},
                     .figure = {},
                     .where = {},
                     .address = {},
                     .fixity = Fixity::fixed}));
  }
  return made;
}

std::vector<Days> InvoicedLine::open(const Days& days) const {
  std::vector<Days> made;
  const auto alive = days_alive(line_, days);
  if (!alive) return made;
  Date next = alive->first;
  for (const ActualRow* row : rows_) {
    if (!row->charges || row->to < next) continue;
    if (row->from > alive->last) break;
    if (next < row->from) made.push_back({next, row->from.plus_days(-1)});
    next = row->to.plus_days(1);
    if (alive->last < next) return made;
  }
  made.push_back({next, alive->last});
  return made;
}

Invoiced InvoicedLine::how_far(const Days& days) const {
  if (!any(days)) return Invoiced::no;
  return open(days).empty() ? Invoiced::whole : Invoiced::part;
}

int ledger_decimals(const LedgerRequest& request) {
  int decimals = ledger_decimals(*request.contract);
  if (request.actuals != nullptr)
    for (const ActualRow& row : request.actuals->rows)
      decimals = std::max(decimals, row.amount.scale());
  return decimals;
}

}  // namespace pricetalk
