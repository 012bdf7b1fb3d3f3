#pragma once

#include "document/dictionary.hpp"
#include "pricetalk/diagnostic/language.hpp"

namespace pricetalk {

template <>
struct Dictionary<Language> {
  static constexpr auto words = word_table<Language>(
      {{"en", Language::en}, {"nl", Language::nl}, {"de", Language::de}, {"fr", Language::fr}});
};

}  // namespace pricetalk
