#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/csv.hpp"
#include "index/publication.hpp"

namespace pricetalk::publication {

/// The heading of a StatLine export, however many lines it has:
/// ```
/// "Consumentenprijzen; prijsindex 2015=100"              title
/// "Bestedingscategorieën: 000000 Alle bestedingen"       one line for each fixed dimension
/// "";"Onderwerp"                                         a dimension across the top, and then
/// "";"CPI";"CPI afgeleid"                                what it holds in each column
/// "Perioden";"2015 = 100";"2015 = 100"                   dimensions at the side, and the units
/// ```
/// Turned round, the periods stand behind their name and the units in the column below it:
/// ```
/// "Onderwerp";"Perioden";"2019";"2020*"
/// "CPI";"2015 = 100";"106,16";"107,51"
/// ```
/// A spreadsheet that saved the file again has filled every row with empty cells; they are cut off.
class StatlineLayout {
 public:
  /// A column with figures.
  struct Column {
    std::size_t index = 0;
    std::vector<std::string> label;  ///< what stands above it, from top to bottom
    std::string unit;                ///< with periods down
    std::optional<Period> period;    ///< with periods across
    FigureStatus status = FigureStatus::definitive;
  };

  /// One more row of the heading.
  void take_heading(const csv::Row& row);
  /// True once the row with the periods or units was taken: what follows are figures.
  bool complete() const { return complete_; }
  bool periods_across() const { return across_; }

  const std::string& title() const { return title_; }
  const std::vector<std::string>& fixed() const { return fixed_; }
  /// The column of the periods; with periods across, that of the units.
  std::size_t period_column() const { return period_; }
  /// The other columns at the side.
  const std::vector<std::size_t>& labels() const { return labels_; }
  const std::vector<Column>& columns() const { return columns_; }
  std::size_t width() const { return width_; }
  /// The sign of the decimals in the language of the heading.
  DecimalMark decimal_mark() const { return mark_; }

  /// `"Bron: CBS"`, `"Source: CBS"`, `"© CBS"`.
  static bool is_footer(const csv::Row& row);

 private:
  void finish(const csv::Row& row, std::size_t period);
  std::vector<std::string> label_above(std::size_t column) const;

  std::string title_;
  std::vector<std::string> fixed_;
  std::vector<std::vector<std::string>> above_;
  std::vector<std::size_t> labels_;
  std::vector<Column> columns_;
  std::size_t period_ = 0;
  std::size_t width_ = 0;
  DecimalMark mark_ = DecimalMark::comma;
  bool across_ = false;
  bool padded_ = false;
  bool complete_ = false;
};

}  // namespace pricetalk::publication
