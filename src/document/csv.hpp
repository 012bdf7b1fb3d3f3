#pragma once

#include <string>
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

/// The rows of a comma-separated text (RFC 4180): quoted fields may hold commas, quotes and line
/// ends; LF, CRLF or CR end a row; a byte order mark and empty lines are skipped. An open quote, or
/// text behind a closing one, is reported (A0102) and ends its row.
///
/// The readers of Debian (libcsv, libfccp) open files themselves or keep no places, and this room
/// touches no files and points at every problem.
std::vector<Row> rows(const SourcePtr& source, Diagnostics& diagnostics);

}  // namespace pricetalk::csv
