#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "document/csv.hpp"
#include "invoice/cells.hpp"
#include "invoice/text.hpp"

/// How an invoice CSV is laid out, from its heading, its first rows and a column file.
namespace pricetalk::invoices {

enum class Column : std::uint8_t {
  invoice,
  date,
  line,
  from,
  to,
  quantity,
  unit_price,
  amount,
  vat,
  kind,
  item,
  part,
  period,
  currency,
  contract,
  order,
  supplier,
  customer,
  paid,
  due,
  credit,
  discount,
  unit
};
inline constexpr std::size_t column_count = 23;
std::string_view name(Column column);

/// What a row of the file is besides a charge.
enum class RowKind : std::uint8_t { charge, empty, heading, total, text };

struct Layout {
  SourcePtr source;
  TextEncoding encoding = TextEncoding::utf8;
  char separator = ',';
  std::size_t begin = 0;             ///< of the heading, in the text
  std::size_t skip = 0;              ///< lines above it
  std::vector<std::string> heading;  ///< as it is written
  std::vector<Span> heading_places;
  std::vector<bool> used;            ///< columns of the heading that mean something
  std::vector<std::size_t> ignored;  ///< columns that a column file says to leave alone
  std::vector<std::size_t> amounts;  ///< columns that can be the amount, by their heading
  std::vector<std::size_t> vats;     ///< columns that can be the VAT, by their heading
  std::array<std::optional<std::size_t>, column_count> positions{};
  std::size_t width = 0;
  /// The columns of the documentation, with commas between them: a point before decimals, dates
  /// year-month-day, nothing else.
  bool documented = false;
  cells::NumberMarks marks;
  cells::NumberMarks quantity_marks;
  bool amount_with_vat = false;     ///< the VAT of the row is taken off
  bool amount_without_vat = false;  ///< the heading says so
  bool vat_is_rate = false;
  std::optional<std::size_t> vat_beside{};    ///< the amount beside a rate, or the other way
  bool vat_on_top = false;                    ///< no column tells it: quantity x price does
  std::optional<std::int64_t> rate_on_top{};  ///< in tenths of a percent, where it is one for all
  bool prices_with_vat = false;               ///< a price is not that of the row without VAT
  bool numbered_months = false;               ///< "periode 3 2025" is March
  bool numbered_four_weeks = false;           ///< it is the third of thirteen
  std::string credit_word;                    ///< folded; empty: the usual words
  bool adds_up = false;                       ///< the rows can be held against quantity x price
  std::vector<Phrase> proofs;  ///< what the rows showed that the heading does not say
  bool marks_matter = false;   ///< a number has a mark, so that it is worth telling
  std::optional<DateOrder> order;
  bool order_matters = false;
  std::vector<std::string> left_out;  ///< headings of columns that are not used
  const ColumnTerms* terms = nullptr;

  std::optional<std::size_t> at(Column column) const {
    return positions[static_cast<std::size_t>(column)];
  }
  Phrase read_as() const;
};

/// Nothing, with errors, when the heading cannot be used or the file can be read in two ways.
std::optional<Layout> layout_of(const invoice_text::Decoded& text, const ColumnTerms* terms,
                                Diagnostics& diagnostics);

/// What a row is, by its cells alone.
RowKind kind_of(const csv::Row& row, const Layout& layout);

/// A reader that stands behind the heading; `piece`: more of the file follows.
csv::RowReader rows_below(const Layout& layout, Diagnostics& diagnostics, bool piece = false);

}  // namespace pricetalk::invoices
