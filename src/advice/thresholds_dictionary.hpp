#pragma once

#include <string_view>
#include <tuple>

#include "document/reader.hpp"
#include "pricetalk/advice/redface.hpp"

namespace pricetalk {

template <>
struct Dictionary<RedFaceThresholds> {
  static constexpr std::string_view name = "thresholds file";
  static constexpr bool free_table = true;
  using T = RedFaceThresholds;
  static constexpr auto fields = std::tuple{
      field("schema", &T::schema, Need::required, "1", "format number", "1"),
      field("ahead_of_cost", &T::ahead_of_cost, Need::optional, R"("1%")",
            "index ahead of cost: how far the price lies above the price by the real cost mix",
            R"("2%")"),
      field("ahead_of_cost_amount", &T::ahead_of_cost_amount, Need::optional, "500.00",
            "index ahead of cost: money over the last months together", "1000.00"),
      field("ahead_of_cost_months", &T::ahead_of_cost_months, Need::optional, "12",
            "index ahead of cost: how many months back are added up", "24"),
      field("above_market", &T::above_market, Need::optional, R"("0%")",
            "price above the market: by how much it passes the upper end of the band", R"("5%")"),
      field("below_market", &T::below_market, Need::optional, R"("0%")",
            "price below the market: by how much it is under the lower end of the band", R"("5%")"),
      field("kept_decrease", &T::kept_decrease, Need::optional, "250.00",
            "decrease not passed on: money a year", "100.00"),
      field("measured_change", &T::measured_change, Need::optional, R"("8%")",
            "measurement break: change of the year that a new method measures otherwise",
            R"("10%")"),
      field("stacked_months", &T::stacked_months, Need::optional, "12",
            "stacked increases: two within fewer months than this", "6"),
      field("temporary_days", &T::temporary_days, Need::optional, "31",
            "temporary surcharge that stayed: more days than this after its last day", "90"),
      field("loyal_years", &T::loyal_years, Need::optional, "3",
            "loyal customer pays more: how many years longer a customer than the other", "5"),
      field("loyal_price", &T::loyal_price, Need::optional, R"("2%")",
            "loyal customer pays more: by how much", R"("5%")"),
      field("unused", &T::unused, Need::optional, R"("5%")",
            "line that is not used: at most this share of what was bought was used", R"("0%")"),
      field("over_use", &T::over_use, Need::optional, R"("20%")",
            "volume over use: at least this share of what was bought was not used", R"("30%")"),
      field("value_short", &T::value_short, Need::optional, R"("0%")",
            "value below price: by what share of the price the agreed value falls short",
            R"("10%")"),
      field("saving_short", &T::saving_short, Need::optional, R"("10%")",
            "saving not realised: by what share the saving of a year stays behind the promise",
            R"("25%")"),
      field("recovered_months", &T::recovered_months, Need::optional, "12",
            "waived and taken back: how many months after the waived step are looked at", "18"),
      field("recovered_rise", &T::recovered_rise, Need::optional, R"("3%")",
            "waived and taken back: rise of another line, or of a surcharge as a share of the "
            "price",
            R"("5%")"),
      field("recovered_volume", &T::recovered_volume, Need::optional, R"("10%")",
            "waived and taken back: rise of a quantity", R"("20%")"),
      field("rounding_steps", &T::rounding_steps, Need::optional, "3",
            "rounding one way: how many steps fell on our side, and none on the other", "5"),
      field("rounding_amount", &T::rounding_amount, Need::optional, "25.00",
            "rounding one way: money a year", "100.00"),
      field("prefunded", &T::prefunded, Need::optional, R"("100%")",
            "pre-funded decrease: how much of what the decreases cost us was in the first price "
            "already",
            R"("80%")"),
      field("relation_years", &T::relation_years, Need::optional, "3",
            "silent good customer: years of the relation", "5"),
      field("silent_days", &T::silent_days, Need::optional, "90",
            "silent good customer: days without contact", "60"),
      field("talk_within_days", &T::talk_within_days, Need::optional, "365",
            "silent good customer: days until the talk or the end of the contract", "180"),
      field("vat_amount", &T::vat_amount, Need::optional, "1.00",
            "VAT at another rate: money too much on the invoices together", "10.00"),
      field("tier_amount", &T::tier_amount, Need::optional, "25.00",
            "lower price not used: money a year", "100.00"),
      field("drift_periods", &T::drift_periods, Need::optional, "3",
            "drift: how many periods in a row something falls", "2"),
  };
};

}  // namespace pricetalk
