#pragma once

#include <string>
#include <string_view>

#include "pricetalk/diagnostic/language.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

// Numbers in the annexes of a letter, for a reader who wants to follow the sum and has no use for
// a row of decimals. Only what is shown changes; what is reckoned with never does.

/// "541038,00" becomes "541.038,00": whole parts of four digits and more, never what stands behind
/// a decimal sign.
std::string grouped_numbers(std::string_view text, Language language);

/// "4,12034601…%" becomes "4,12%" and "1,04120346…" becomes "1,0412": two decimals of a
/// percentage, four of any other number that was cut off.
std::string shortened_numbers(std::string_view text, Language language);

/// "afgerond op vier decimalen", "afgerond op hele centen", "afgerond naar boven op 0,05".
std::string rounded_to(const Rounding& rounding, bool money, Language language);

/// Where the words about a rounding begin in a sum with its numbers.
std::string before_rounding(Language language);

}  // namespace pricetalk
