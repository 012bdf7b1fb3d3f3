#pragma once

#include <cstdint>
#include <string_view>

#include "pricetalk/diagnostic/language.hpp"

/// Codes of units on e-invoices (UN/ECE recommendations 20 and 21).
namespace pricetalk::invoices {

/// Whether a code counts what a contract counts in its `unit`.
enum class SameUnit : std::uint8_t {
  unknown,  ///< one of both is no known measure; C62 (one) counts anything
  same,
  another,
};

/// HUR and "hour" or "uur" are the same, DAY and "hour" are not. Both are as they are written;
/// words are known in Dutch, English, German and French.
SameUnit same_unit(std::string_view code, std::string_view unit);

/// "hours" for HUR; the code itself where it has no name here.
Phrase unit_name(std::string_view code);

}  // namespace pricetalk::invoices
