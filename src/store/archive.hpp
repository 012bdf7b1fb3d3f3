#pragma once

#include <algorithm>
#include <bit>
#include <cereal/cereal.hpp>
#include <cereal/types/array.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/set.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/utility.hpp>
#include <cereal/types/vector.hpp>
#include <cstddef>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/calendar/period.hpp"
#include "pricetalk/diagnostic/language.hpp"
#include "pricetalk/number/decimal.hpp"
#include "pricetalk/number/money.hpp"

// How values of the program stand in a sealed file. Heavy: for the .cpp files of this room.
namespace pricetalk {

/// Writes values behind one another into a text: numbers with their lowest byte first. Straight
/// into memory, because a stream costs more than the values.
class BytesOut : public cereal::OutputArchive<BytesOut, cereal::AllowEmptyClassElision> {
 public:
  explicit BytesOut(std::string& bytes) : OutputArchive(this), bytes_(bytes) {}

  void put(const void* data, std::size_t size, std::size_t of_one) {
    bytes_.append(static_cast<const char*>(data), size);
    if constexpr (std::endian::native == std::endian::big) {
      char* const end = bytes_.data() + bytes_.size();
      for (char* at = end - size; at < end; at += of_one) std::reverse(at, at + of_one);
    }
  }

 private:
  std::string& bytes_;
};

/// Reads what BytesOut wrote. Throws std::out_of_range where there is less than that.
class BytesIn : public cereal::InputArchive<BytesIn, cereal::AllowEmptyClassElision> {
 public:
  explicit BytesIn(std::string_view bytes) : InputArchive(this), left_(bytes) {}

  void take(void* data, std::size_t size, std::size_t of_one) {
    if (size > left_.size()) throw std::out_of_range("sealed contents end early");
    auto* const to = static_cast<char*>(data);
    if (size > 0) std::memcpy(to, left_.data(), size);
    left_.remove_prefix(size);
    if constexpr (std::endian::native == std::endian::big)
      for (std::size_t at = 0; at < size; at += of_one) std::reverse(to + at, to + at + of_one);
  }

 private:
  std::string_view left_;
};

template <class T>
requires std::is_arithmetic_v<T>
void save(BytesOut& archive, const T& number) {
  archive.put(&number, sizeof number, sizeof number);
}
template <class T>
requires std::is_arithmetic_v<T>
void load(BytesIn& archive, T& number) { archive.take(&number, sizeof number, sizeof number); }
template <class T>
void save(BytesOut& archive, const cereal::BinaryData<T>& data) {
  archive.put(data.data, static_cast<std::size_t>(data.size), sizeof(std::remove_pointer_t<T>));
}
template <class T>
void load(BytesIn& archive, cereal::BinaryData<T>& data) {
  archive.take(data.data, static_cast<std::size_t>(data.size), sizeof(std::remove_pointer_t<T>));
}
template <class T>
void save(BytesOut& archive, const cereal::NameValuePair<T>& pair) {
  archive(pair.value);
}
template <class T>
void load(BytesIn& archive, cereal::NameValuePair<T>& pair) {
  archive(pair.value);
}
template <class T>
void save(BytesOut& archive, const cereal::SizeTag<T>& tag) {
  archive(tag.size);
}
template <class T>
void load(BytesIn& archive, cereal::SizeTag<T>& tag) {
  archive(tag.size);
}

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
void save(Archive& archive, const Date& date) {
  archive(static_cast<std::int32_t>(date.days()));
}
template <class Archive>
void load(Archive& archive, Date& date) {
  std::int32_t days = 0;
  archive(days);
  date = Date::from_days(days);
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

CEREAL_REGISTER_ARCHIVE(pricetalk::BytesOut)
CEREAL_REGISTER_ARCHIVE(pricetalk::BytesIn)
CEREAL_SETUP_ARCHIVE_TRAITS(pricetalk::BytesIn, pricetalk::BytesOut)
