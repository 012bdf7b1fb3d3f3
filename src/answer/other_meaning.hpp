#pragma once

#include <cstdint>
#include <optional>

#include "billing/period.hpp"
#include "pricetalk/contract/contract.hpp"
#include "pricetalk/explain/outcome.hpp"

namespace pricetalk {

/// What a price of a letter seems to be, that can hardly be the price of one unit as the contract
/// has it.
struct OtherMeaning {
  enum class Kind : std::uint8_t {
    sum,          ///< `price` times what the contract buys in `days`
    larger,       ///< of a longer period, or of another unit
    smaller,      ///< of a shorter period, or of another unit
    with_vat,     ///< `price` with VAT on top, and the contract is without it
    without_vat,  ///< `price` less its VAT, and the contract is with it
  };
  Kind kind = Kind::sum;
  Ratio price{0};       ///< of one unit, as the contract counts; 0: larger and smaller
  bool of_now = false;  ///< whether that is the price of now, and not the allowed one
  Ratio quantity{0};    ///< of a sum
  Days days = {};       ///< of a sum
  Phrase question;      ///< a sentence without a full stop
};

/// Nothing: it is the price of a unit. `before` is the price of now.
std::optional<OtherMeaning> other_meaning(const Contract& contract, const Line& line,
                                          const Decimal& stated, const Ratio& allowed,
                                          const Outcome<Ratio>& before, Date on);

}  // namespace pricetalk
