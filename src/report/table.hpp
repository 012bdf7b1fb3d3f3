#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace pricetalk {

/// A table of text for the terminal.
struct Table {
  enum class Align : std::uint8_t { left, right };
  struct Column {
    std::string title;
    Align align = Align::left;
  };
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;  ///< as many cells as columns

  void row(std::vector<std::string> cells) { rows.push_back(std::move(cells)); }
};

/// Columns padded with blanks by code points, two blanks between them, a line under the titles; no
/// blanks at line ends.
std::string as_text(const Table& table);

/// The same, no wider than a line of so many letters as far as one column beside the first allows:
/// columns that do not fit follow below, the first one again beside them. 0: any width.
std::string as_text(const Table& table, std::size_t line);

/// How many letters its widest line has.
std::size_t width(const Table& table);

/// Code points of a UTF-8 text.
std::size_t width(const std::string& text);

}  // namespace pricetalk
