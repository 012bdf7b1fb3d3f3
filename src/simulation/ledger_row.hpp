#pragma once

#include <utility>

#include "explain/worksheet.hpp"
#include "simulation/beside.hpp"

namespace pricetalk {

// How the rows beside the prices are made: one worksheet per period.

inline InputSource from_contract(const Phrase& text, Span where) {
  return {.kind = InputSource::Kind::contract,
          .text = text,
          .figure = {},
          .where = where,
          .address = {},
          .fixity = Fixity::fixed};
}

inline InputSource from_future(const LedgerRequest& request, Span where) {
  return {.kind = InputSource::Kind::projected,
          .text = {"future " + request.future->id, "toekomst " + request.future->id},
          .figure = {},
          .where = where,
          .address = {},
          .fixity = Fixity::projected};
}

template <class T>
NodeId given_percent(Worksheet& sheet, const Stated<Percent>& percent, const Phrase& label,
                     T source) {
  return sheet.given(percent.value.as_fraction(), label, std::move(source), Form::percent);
}

/// A row with one worksheet per period; `fill` gives the node of the amount, before rounding, or
/// no_node for nothing.
template <class Fill>
void add_row(const LedgerRequest& request, Ledger& ledger, LedgerRow row, const char* what,
             Fill fill) {
  for (std::size_t i = 0; i < request.periods.size(); ++i) {
    const std::string address = amount_address(request, row.line, request.periods[i], what);
    Worksheet sheet(ledger.currency);
    const NodeId exact = fill(sheet, i);
    if (exact == no_node) {
      row.cells.push_back({std::int64_t{0}, {address}, {}, no_node, Fixity::fixed});
      continue;
    }
    const NodeId amount = sheet.round(exact, ledger.currency.rounding(), words(row.kind));
    row.cells.push_back(cell_of(sheet.derivation(), amount, ledger.decimals, address));
  }
  ledger.rows.push_back(std::move(row));
}

/// An amount of a row as an input.
inline NodeId cell_node(Worksheet& sheet, const LedgerRow& row, std::size_t period,
                        const Ledger& ledger) {
  const LedgerCell& cell = row.cells[period];
  InputSource source{.kind = InputSource::Kind::earlier_price,
                     .text = {"see " + cell.address.text, "zie " + cell.address.text},
                     .figure = {},
                     .where = {},
                     .address = cell.address.text,
                     .fixity = cell.fixity};
  Outcome<Ratio> value = cell.units ? Outcome<Ratio>(Ratio(ledger.money(*cell.units).amount))
                                    : Outcome<Ratio>(cell.units.why());
  const bool price = row.kind == LedgerKind::price;
  return sheet.given(value, price ? words(Role::line_amount) : row.title, std::move(source));
}

}  // namespace pricetalk
