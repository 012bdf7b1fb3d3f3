#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pricetalk/calendar/period.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"
#include "pricetalk/index/series.hpp"

/// How publishers write numbers, periods and bases.
namespace pricetalk::publication {

/// The sign between units and tenths.
enum class DecimalMark : std::uint8_t { point, comma };

/// `102.91`, `102,91`, `1.274,5`, `-0.4`, `−0,4`. The other sign may group thousands, three by
/// three. Blanks at both ends are left out. Nothing for any other text.
std::optional<Decimal> read_number(std::string_view text, DecimalMark mark);

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
