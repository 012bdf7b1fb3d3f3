#pragma once

#include <optional>
#include <string_view>

#include "index/publication/collector.hpp"

/// The short codes that Eurostat, the ECB, the OECD and others share (SDMX).
namespace pricetalk::publication {

/// What stands beside a figure: Eurostat's small letters (`p`, `bp`, `e`) or the codes of
/// OBS_STATUS (`A`, `P`, `M`).
struct Flags {
  FigureStatus status = FigureStatus::definitive;
  bool missing = false;  ///< there is no figure, whatever stands in its place
};
/// Nothing for a letter that is none of them.
std::optional<Flags> sdmx_flags(std::string_view text);
/// The same of INSEE, which also writes SD: semi-definitive, a provisional figure.
std::optional<Flags> insee_flags(std::string_view text);

/// Puts a code of a unit into a head: `I15` is an index on 2015=100, `RCH_A` and `PCH_PRE`
/// percentages, `EUR` an amount; a label may say more (`628: Index, 2010 = 100`). False for others.
bool take_sdmx_unit(std::string_view code, std::string_view label, Head& head);

/// `2024-S1`, `2024-B2`: the program knows no half-years, and says so once.
bool is_half_year(std::string_view period);
Phrase half_years_left_out();

}  // namespace pricetalk::publication
