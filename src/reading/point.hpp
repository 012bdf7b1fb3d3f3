#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "pricetalk/diagnostic/language.hpp"

namespace pricetalk {

/// What a contract may leave open, so that people read it in two ways (METHODS U1…U30). The points
/// of a clause are shown in this order.
enum class Point : std::uint8_t {
  reference,             ///< which figure is compared with
  first_reference,       ///< the same before the first step
  reference_version,     ///< as it was used then, or as it is known now
  publication,           ///< which version of a figure counts
  reading_day,           ///< the announcement, or the adjustment date
  link_method,           ///< how base years are joined
  link_base,             ///< in which base year both figures are compared
  change_rounding,       ///< of the measured change
  coefficient_rounding,  ///< of new price / old price
  price_rounding,        ///< of the new price
  carried_price,         ///< whether the next step starts from the rounded price
  compounding,           ///< from the price in force, or from the original price
  threshold_since,       ///< from when the change is counted
  threshold_tested,      ///< measured change, or what of it is passed on
  threshold_part,        ///< all of the change, or what passes the threshold
  carry_over,            ///< what a limit cuts off
  unused_cap,            ///< room under the cap
  waived_year,           ///< what was waived comes back, or is lost
  late_announcement,     ///< what a late announcement does
  cap_per,               ///< a cap at each adjustment, or in a year
  cap_by_rounding,       ///< whether the last rounding may pass a limit by less than one step
  parts_rounding,        ///< each part, or only their sum
  surcharge_day,         ///< whose figures and price count
  surcharge_price,       ///< the price that a surcharge is counted on
  surcharge_rounding,    ///< of the surcharge, per unit
};

/// What a point is called.
struct PointName {
  Point point = Point::reference;
  std::string_view word;  ///< for machines
  std::string_view en;
  std::string_view nl;
};
inline constexpr std::array<PointName, 25> point_names = {{
    {Point::reference, "reference", "reference figure", "referentiecijfer"},
    {Point::first_reference, "first-reference", "first reference figure",
     "eerste referentiecijfer"},
    {Point::reference_version, "reference-version", "version of the reference",
     "versie van de referentie"},
    {Point::publication, "publication", "version of a figure", "versie van een cijfer"},
    {Point::reading_day, "reading-day", "day on which figures are read",
     "dag waarop cijfers gelden"},
    {Point::link_method, "link-method", "joining base years", "koppelen van basisjaren"},
    {Point::link_base, "link-base", "base year of the comparison", "basisjaar van de vergelijking"},
    {Point::change_rounding, "change-rounding", "rounding of the change",
     "afronding van de verandering"},
    {Point::coefficient_rounding, "coefficient-rounding", "rounding of the coefficient",
     "afronding van de coëfficiënt"},
    {Point::price_rounding, "price-rounding", "rounding of the price", "afronding van de prijs"},
    {Point::carried_price, "carried-price", "price that goes on", "prijs die doortelt"},
    {Point::compounding, "compounding", "price that is adjusted", "prijs die wordt aangepast"},
    {Point::threshold_since, "threshold-since", "threshold: since when", "drempel: sinds wanneer"},
    {Point::threshold_tested, "threshold-tested", "threshold: tested on", "drempel: getoetst op"},
    {Point::threshold_part, "threshold-part", "above the threshold", "boven de drempel"},
    {Point::carry_over, "carry-over", "what a limit cuts off", "wat een grens afsnijdt"},
    {Point::unused_cap, "unused-cap", "room under the cap", "ruimte onder het maximum"},
    {Point::waived_year, "waived-year", "what was given up", "wat is kwijtgescholden"},
    {Point::late_announcement, "late-announcement", "late announcement", "te late aankondiging"},
    {Point::cap_per, "cap-per", "what the cap counts for", "waarvoor het maximum geldt"},
    {Point::cap_by_rounding, "cap-by-rounding", "limit and last rounding",
     "grens en laatste afronding"},
    {Point::parts_rounding, "parts-rounding", "rounding of the parts", "afronding van de delen"},
    {Point::surcharge_day, "surcharge-day", "surcharge: figures of which day",
     "toeslag: cijfers van welke dag"},
    {Point::surcharge_price, "surcharge-price", "surcharge: over which price",
     "toeslag: over welke prijs"},
    {Point::surcharge_rounding, "surcharge-rounding", "rounding of the surcharge",
     "afronding van de toeslag"},
}};

/// The row of a point stands where the point does.
constexpr bool every_point_has_its_name() {
  for (std::size_t i = 0; i < point_names.size(); ++i)
    if (static_cast<std::size_t>(point_names[i].point) != i) return false;
  return true;
}
static_assert(every_point_has_its_name());

/// "reference figure", "referentiecijfer".
inline Phrase words(Point point) {
  const PointName& name = point_names[static_cast<std::size_t>(point)];
  return {std::string(name.en), std::string(name.nl)};
}
/// "reference", "coefficient-rounding": for machines.
inline std::string_view word(Point point) {
  return point_names[static_cast<std::size_t>(point)].word;
}

}  // namespace pricetalk
