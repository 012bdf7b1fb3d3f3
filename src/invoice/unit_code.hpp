#pragma once

#include <cstdint>
#include <string_view>

#include "pricetalk/diagnostic/language.hpp"

/// Units on invoices: codes of UN/ECE recommendations 20 and 21, or words.
namespace pricetalk::invoices {

/// Whether an invoice counts what a contract counts in its `unit`.
enum class SameUnit : std::uint8_t {
  unknown,  ///< one of both is no known measure, or not said; C62 (one) counts anything
  same,
  another,
  unheard,  ///< the invoice counts by a word that is not known, and not that of the contract
};

/// HUR and "hour" or "uur" are the same, DAY and "hour" are not. Both are as they are written;
/// words are known in Dutch, English, German and French.
SameUnit same_unit(std::string_view charged, std::string_view agreed);

/// "hours" for HUR and for "uur"; the text itself where it has no name here.
Phrase unit_name(std::string_view unit);

}  // namespace pricetalk::invoices
