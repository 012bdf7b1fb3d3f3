#pragma once

#include <string>
#include <vector>

#include "answer/received_letter.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// A letter itself, beside the lists: what it announces, only a reader says.
struct LetterItself {
  std::string path;
  std::string text;  ///< empty: none could be read
};

/// One row of a list of letters, or a letter itself: what it says, and whose it is.
struct InboxRow {
  std::string contract;  ///< id, file or title as written; empty: `supplier` says it
  std::string supplier;  ///< as written; may be empty
  std::string line;      ///< as written; empty: the letter does not say, or is for the only one
  std::string owner;     ///< who has to answer; may be empty
  /// Without the ids of lines, which only the contract knows; a price is in `unit_price`.
  ReceivedLetter letter;
  std::optional<Decimal> unit_price;
  std::optional<Percent> beside_price;  ///< a percentage that the row gives as well; empty: none
  /// What the percentage of `letter` is when it was meant as a factor; empty: it cannot be one.
  std::optional<Percent> as_factor;
  std::optional<Currency> currency;    ///< that the row names; empty: none
  std::optional<LetterItself> itself;  ///< empty: a row of a list
  Phrase unread;                       ///< why the row cannot be used; empty: it can
  Span where;                          ///< nothing for a letter itself
};

/// The rows of a list of letters. A row that cannot be used is told (A0187) and kept, so that as
/// many come out as went in; a file that is no such list is told (A0186) and gives none.
std::vector<InboxRow> read_inbox(const SourcePtr& source, Diagnostics& diagnostics);

}  // namespace pricetalk
