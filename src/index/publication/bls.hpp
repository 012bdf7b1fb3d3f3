#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "index/publication/cells.hpp"

/// What the flat files and the API replies of BLS have in common.
namespace pricetalk::publication {

/// One observation as BLS writes it.
struct BlsRow {
  csv::Field year;
  csv::Field period;  ///< M01 to M12, M13 the mean of the year; Q01 to Q05, S01 to S03, A01
  csv::Field value;
  std::string footnotes;      ///< codes, separated by commas: P preliminary, R revised, X no figure
  std::string footnote_text;  ///< in words, where the file has them
};

/// Puts observations into series. Neither kind of file states a unit or a base: they follow from
/// the survey, the first two letters of the series. The third says whether figures are seasonally
/// adjusted; those are recalculated every year, the others (CUUR) are not.
class BlsSeries {
 public:
  BlsSeries(Collector& into, Diagnostics& diagnostics) : into_(into), diagnostics_(diagnostics) {}
  void add(const std::string& id, const std::string& title, const BlsRow& row);

 private:
  void open(const std::string& id, const std::string& title);
  bool period(const std::string& id, const BlsRow& row, PublishedRow& made);

  Collector& into_;
  Diagnostics& diagnostics_;
  std::string open_id_;  ///< the rows of a series stand together
  std::size_t series_ = 0;
};

}  // namespace pricetalk::publication
