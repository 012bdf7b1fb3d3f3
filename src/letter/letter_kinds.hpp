#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "document/dictionary.hpp"
#include "pricetalk/letter/letter.hpp"

namespace pricetalk {

template <>
struct Dictionary<LetterKind> {
  static constexpr auto words =
      std::array{std::pair{std::string_view("innovation"), LetterKind::innovation}};
};

}  // namespace pricetalk
