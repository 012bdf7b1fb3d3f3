#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

/// A number that a person typed in a text, in digits or in Dutch or English words.
struct TypedNumber {
  std::string text;           ///< as it is typed
  std::vector<Ratio> values;  ///< that it can have: "1.250" is a thousand or one and a quarter
  int decimals = 0;           ///< typed behind the sign, where there is only one
  bool money = false;         ///< a currency stands beside it
  bool amount = false;        ///< it is meant as an amount of money, by what stands beside it
};

/// Every number of a text, in order. A year, a percentage and a time of day are no amounts, nor is
/// a number without cents in front of a word that is known to count things ("5000 kamers"): behind
/// one of four digits or more, or with cents, any other word leaves it an amount.
std::vector<TypedNumber> typed_numbers(std::string_view text);

/// The number at the begin of a text in words, as "veertigduizend" or "twenty-seven", and how many
/// bytes it takes; nothing where no number is written out.
struct WrittenNumber {
  int value = 0;
  std::size_t bytes = 0;
};
std::optional<WrittenNumber> written_number(std::string_view text);

/// A letter of Western Europe, or a byte of one.
bool is_letter(char sign);

/// The word at the begin of a text, in small letters; empty where none begins.
std::string first_word(std::string_view text);

}  // namespace pricetalk
