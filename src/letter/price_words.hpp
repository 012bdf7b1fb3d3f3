#pragma once

#include <string>
#include <vector>

#include "letter/template.hpp"

namespace pricetalk {

// How every letter names a price.

/// The title of its line, with its tier; a price without its surcharges says so.
std::string name_of(const FallbackPrice& price, Language language);

/// "Prijs per uur": the unit of all lines, or nothing when they differ.
std::string price_heading(const std::vector<FallbackPrice>& prices, Language language);

/// " per uur", or nothing.
std::string of_one(const Line& line, Language language);

/// "zonder btw", "exclude VAT": as in "(amounts exclude VAT)".
std::string vat_note(const Contract& contract, Language language);

/// "zonder btw", "without VAT": behind an amount.
std::string vat_words(const Contract& contract, Language language);

/// The price in force on the day of the letter.
AmountField now_of(const FallbackPrice& price);

/// Behind "the price": which one, " van Stadskantoor".
std::string of_price(const FallbackPrice& price, Language language);

/// Between the last two of a list: " and ".
std::string and_word(Language language);

/// Where a price stands once its figures are there.
std::string not_known_yet(Language language);

}  // namespace pricetalk
