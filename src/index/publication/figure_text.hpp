#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "index/publication.hpp"
#include "pricetalk/calendar/period.hpp"

/// How publishers write numbers, periods and bases.
namespace pricetalk::publication {

/// `102.91`, `102,91`, `1.274,5`, `-0.4`, `−0,4`. The other sign may group thousands, three by
/// three. Blanks at both ends are left out. Nothing for any other text.
std::optional<Decimal> read_number(std::string_view text, DecimalMark mark);

/// A figure as one cell says it. `317.671` alone says two things; which of them, the file decides.
struct CellFigure {
  Decimal value;                    ///< with the last sign in it as the decimal one
  std::optional<DecimalMark> sign;  ///< of the decimals; empty: the cell holds no sign
  /// Of one sign before three digits: the value if that sign separates thousands.
  std::optional<Decimal> as_thousands;
};
/// `101,55`, `101.55`, `1.274,5` and `1,274.5` alike; nothing for a text that is no figure.
std::optional<CellFigure> read_cell(std::string_view text);

/// A figure with the traces of a computation in binary fractions (79.4000015258789), as it was
/// before them (79.4): nothing unless at most four decimals differ from it by less than such a
/// fraction can hold, and at least five decimals are gone.
std::optional<Decimal> without_binary_noise(const Decimal& value);

/// The same value with at least so many decimals: 97.6 with two is 97.60.
Decimal with_decimals(const Decimal& value, int decimals);

/// A period as it is written in tables of Dutch, Belgian, German, French and English publishers:
/// `2025-07`, `2025M07`, `2025MM07`, `2025KW01`, `2025JJ00`, `2025-Q1`, `2025-T1`, `2025 Q1`,
/// `2015 januari`, `januari 2015`, `2015 January`, `1987 JAN`, `2022 4e kwartaal`,
/// `2022 4th quarter`, `2015 jaargemiddelde`, `2015`, `2025-07-01`.
std::optional<Period> read_period(std::string_view label);

/// Stars behind a period say how sure its figures are: `2023 april*` is provisional, two stars as
/// well (second provisional).
struct StarredLabel {
  std::string_view label;
  FigureStatus status = FigureStatus::definitive;
};
StarredLabel split_stars(std::string_view label);

/// The number of a month's name, whole or its first three letters, in Dutch, English, German or
/// French; in any case of letters.
std::optional<int> month_number(std::string_view name);

/// `2025=100` from `2015 = 100`, `2015=100`, `Index, 2010 = 100`, `JAN 1987=100`, `2020-12=100`;
/// empty when the text holds no base.
std::string base_in(std::string_view text);

}  // namespace pricetalk::publication
