#pragma once

#include <cereal/archives/portable_binary.hpp>
#include <cereal/types/array.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/set.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/utility.hpp>
#include <cereal/types/vector.hpp>

#include "pricetalk/calendar/period.hpp"
#include "pricetalk/diagnostic/language.hpp"
#include "pricetalk/number/decimal.hpp"
#include "pricetalk/number/money.hpp"

// How values of the program stand in a sealed file. Heavy: for the .cpp files of this room.
namespace pricetalk {

template <class Archive>
void serialize(Archive& archive, Phrase& phrase) {
  archive(phrase.en, phrase.nl);
}

template <class Archive>
void save(Archive& archive, const Decimal& value) {
  archive(value.mantissa(), static_cast<std::uint8_t>(value.scale()));
}
template <class Archive>
void load(Archive& archive, Decimal& value) {
  std::int64_t mantissa = 0;
  std::uint8_t scale = 0;
  archive(mantissa, scale);
  value = Decimal(mantissa, scale);
}

template <class Archive>
void save(Archive& archive, const Currency& currency) {
  archive(std::string(currency.code()));
}
template <class Archive>
void load(Archive& archive, Currency& currency) {
  std::string code;
  archive(code);
  currency = *Currency::parse(code);
}

template <class Archive>
void save(Archive& archive, const Period& period) {
  archive(period.text());
}
template <class Archive>
void load(Archive& archive, Period& period) {
  std::string text;
  archive(text);
  period = *Period::parse(text);
}

}  // namespace pricetalk
