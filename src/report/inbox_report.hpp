#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "answer/inbox.hpp"
#include "pricetalk/page/page.hpp"

namespace pricetalk {

/// The letters of an inbox as a list of work: the sums by verdict, then the letters, those with the
/// most money first. `shown`: how many letters; 0: all.
std::string inbox_text(const InboxAnswer& inbox, std::size_t shown, Language language);
/// The same as a page, all letters.
Page inbox_page(const InboxAnswer& inbox, Language language);
/// One row for each letter, for a spreadsheet: headings and verdicts for machines, reasons in the
/// language.
std::string inbox_csv(const InboxAnswer& inbox, Language language);
/// What of an inbox could not be read.
struct InboxNotRead {
  std::size_t files = 0;  ///< of letters, and lists of them
  std::size_t contracts = 0;
};
/// The same for machines, with the sums, what was not read, and all that was told.
std::string inbox_json(const InboxAnswer& inbox, const InboxNotRead& not_read,
                       const Diagnostics& problems, bool today_from_clock);

/// The cells of one letter, as the CSV and the workbook have them. An amount is empty where none
/// can be told.
struct InboxCells {
  std::string verdict;
  std::string contract;
  std::string title;
  std::string supplier;
  std::string line;
  std::string announced;         ///< a percentage
  std::optional<Decimal> price;  ///< instead of one
  std::string on;
  std::string received;
  std::optional<Decimal> least;
  std::optional<Decimal> most;
  std::string currency;
  std::string answer_by;
  std::string owner;
  std::string why;
  std::string cause;
  std::string place;
};
InboxCells cells_of(const InboxLetter& letter, Language language);
/// The headings of those cells, in their order.
const std::vector<std::string>& inbox_headings();

/// All draft answers in one document, each on a sheet of its own, in the order of the letters.
Page inbox_letters(const InboxAnswer& inbox, Language language);

}  // namespace pricetalk
