#pragma once

#include <cstdint>

#include "document/dictionary.hpp"

namespace pricetalk {

/// Who reads what is found: who sent the invoices, or who paid them. Advice, words and letters turn
/// to him; no amount does.
enum class Addressee : std::uint8_t { supplier, customer };

template <>
struct Dictionary<Addressee> {
  static constexpr auto words =
      word_table<Addressee>({{"supplier", Addressee::supplier}, {"customer", Addressee::customer}});
};

}  // namespace pricetalk
