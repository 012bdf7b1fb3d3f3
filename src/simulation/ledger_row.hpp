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

/// A row whose amounts `fill` gives before rounding, or no_node for nothing.
template <class Fill>
void add_row(const LedgerRequest& request, RowRecipes& rows, LedgerRow row, const char* what,
             Fill fill) {
  const Rounding cents = request.contract->currency.rounding();
  const LedgerKind kind = row.kind;
  rows.push_back({std::move(row), what, [fill, cents, kind](Worksheet& sheet, std::size_t i) {
                    const NodeId exact = fill(sheet, i);
                    return exact == no_node ? no_node : sheet.round(exact, cents, words(kind));
                  }});
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
