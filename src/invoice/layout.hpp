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
  due
};
inline constexpr std::size_t column_count = 20;
std::string_view name(Column column);

struct Layout {
  SourcePtr source;
  TextEncoding encoding = TextEncoding::utf8;
  char separator = ',';
  std::size_t skip = 0;  ///< lines above the heading
  std::array<std::optional<std::size_t>, column_count> positions{};
  std::size_t width = 0;
  /// The columns of the documentation, with commas between them: a point before decimals, dates
  /// year-month-day, nothing else.
  bool documented = false;
  cells::NumberMarks marks;
  bool marks_matter = false;  ///< a number has a mark, so that it is worth telling
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

/// A reader that stands behind the heading; `piece`: more of the file follows.
csv::RowReader rows_below(const Layout& layout, Diagnostics& diagnostics, bool piece = false);

}  // namespace pricetalk::invoices
