#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answer/delivery_rows.hpp"
#include "pricetalk/explain/figure.hpp"
#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// What the seller risks with a delivery on a day.
enum class AtStake : std::uint8_t {
  nothing,  ///< the time to withdraw is over, and the buyer must prove
  proof,    ///< a claim may be made, and the seller must prove
  whole,    ///< the buyer may still withdraw: all of the price
  refund,   ///< the buyer withdrew in time: the price is due
};
std::string_view word(AtStake stake);
const Phrase& words(AtStake stake);

/// One delivery with its days and money.
struct JudgedDelivery {
  std::string name;  ///< as the list has it
  Span where;
  DeliveryPeriods periods;
  AtStake stake = AtStake::nothing;
  std::optional<Figure> value;  ///< empty: no quantity, no line, or no price of that day
};

/// Deliveries, most money at stake first. Points into contract and law.
struct JudgedDeliveries {
  std::vector<JudgedDelivery> all;
  Figure refund;  ///< value of what was withdrawn in time
  Figure whole;   ///< value of what may still be returned
  Figure proof;   ///< value of what the seller must prove
  std::size_t without_value = 0;
  std::vector<Evidence> evidence;
};

/// The periods of every row, with its value: the price that the contract allows on the day of
/// delivery x the quantity of the row, or the amount that the row gives.
JudgedDeliveries judge_deliveries(const Contract& contract, const Library& library, const Law& law,
                                  const std::vector<DeliveryRow>& rows, Date today);

}  // namespace pricetalk
