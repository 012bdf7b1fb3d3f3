#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk::csv {

/// One field with its place. Quotes around it are gone, doubled quotes inside it are one.
struct Field {
  std::string text;  ///< blanks around an unquoted field are left out
  Span where;
};

struct Row {
  std::vector<Field> fields;
  Span where;  ///< without the line end
};

/// How the fields of a text stand apart, and under which code an open quote is reported.
struct Style {
  char separator = ',';
  const char* broken_quote = "A0102";
  /// The text is a piece of a longer one and ends with a line end: a row whose quote is still open
  /// there is left for the next piece, unless it is longer than any row.
  bool piece = false;
  std::size_t begin = 0;  ///< where the first row begins
};

/// The rows of a separated text (RFC 4180), one at a time: quoted fields may hold separators,
/// quotes and line ends; LF, CRLF or CR end a row; a byte order mark and empty lines are skipped.
/// An open quote, or text behind a closing one, is reported and its row left out.
///
/// The readers of Debian (libcsv, libfccp) open files themselves or keep no places, and the rooms
/// that use this one touch no files and point at every problem.
class RowReader {
 public:
  /// The source outlives the reader.
  RowReader(const SourceText& source, Style style, Diagnostics& diagnostics);
  /// The next row, in place of what `row` held; false at the end.
  bool next(Row& row);
  /// Where the next row begins; after the end of a piece: the row that was left.
  std::size_t at() const { return at_; }
  /// Rows that were reported and left out so far.
  std::size_t left_out() const { return left_out_; }

 private:
  bool at_line_end() const;
  Span span(std::size_t begin, std::size_t end) const;
  void read_row(Row& row);
  void read_field(Field& field);
  void read_quoted(Field& field);
  void spoil(Span where, Phrase title, Phrase hint);

  const SourceText& source_;
  std::string_view text_;
  Style style_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  std::size_t left_out_ = 0;
  bool spoiled_ = false;
  bool left_ = false;
};

/// All rows at once.
std::vector<Row> rows(const SourcePtr& source, Diagnostics& diagnostics, Style style = {});

}  // namespace pricetalk::csv
