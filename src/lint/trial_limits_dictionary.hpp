#pragma once

#include <string_view>
#include <tuple>

#include "document/reader.hpp"
#include "lint/trial_limits.hpp"

namespace pricetalk {

template <>
struct Dictionary<TrialLimits> {
  static constexpr std::string_view name = "clause rules file";
  static constexpr bool free_table = true;
  using T = TrialLimits;
  static constexpr auto fields = std::tuple{
      field("schema", &T::schema, Need::required, "1", "format number", "1"),
      field("neutral", &T::neutral, Need::optional, R"("10%")",
            "moves by itself (W0101): change of the price when no figure changes", R"("5%")"),
      field("response", &T::response, Need::optional, R"("150%")",
            "overshoots (W0102): change of the price over the rise of one figure", R"("120%")"),
      field("added", &T::added, Need::optional, R"("5%")",
            "overshoots (W0102): by how much weights that are added up may pass 1", R"("1%")"),
      field("no_effect", &T::no_effect, Need::optional, R"("2%")",
            "hardly follows (W0108): change of the price over the rise of all figures", R"("1%")"),
      field("step", &T::step, Need::optional, R"("25%")",
            "leaps (W0104): change of the price on one date", R"("15%")"),
      field("smallest_cap", &T::smallest_cap, Need::optional, R"("0.1%")",
            "limit (W0115): a cap below it", R"("0.5%")"),
      field("largest_cap", &T::largest_cap, Need::optional, R"("25%")",
            "limit (W0115): a cap from it on, twice what the indices ever rose in a year",
            R"("15%")"),
      field("largest_floor", &T::largest_floor, Need::optional, R"("10%")",
            "limit (W0115): a floor above it", R"("5%")"),
      field("largest_threshold", &T::largest_threshold, Need::optional, R"("25%")",
            "limit (W0115): a threshold of it or more", R"("15%")"),
      field("smallest_share", &T::smallest_share, Need::optional, R"("1%")",
            "share (W0127): a share of the change below it", R"("10%")"),
      field("largest_share", &T::largest_share, Need::optional, R"("100%")",
            "share (W0127): a share of the change above it", R"("120%")"),
      field("largest_discount", &T::largest_discount, Need::optional, R"("75%")",
            "discount (W0139): a discount from it on", R"("50%")"),
      field("link", &T::link, Need::optional, R"("4%")",
            "link (W0123): by how much a coefficient leaves what both series say", R"("2%")"),
      field("years", &TrialLimits::years, Need::optional, "5",
            "day (W0132): years between the start of the contract and a day that it states", "10"),
  };
};

}  // namespace pricetalk
