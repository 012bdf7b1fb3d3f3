#pragma once

#include <optional>
#include <vector>

#include "contract/formula_token.hpp"
#include "pricetalk/diagnostic/language.hpp"

namespace pricetalk {

/// Words that people write beside a formula and that do not belong in it.
struct Aside {
  const char* code;      ///< of the error that says so
  std::size_t word = 0;  ///< that it points to
  /// These two: the words that are left out, the second one behind them.
  std::size_t from = 0;
  std::size_t to = 0;
  Phrase title;
  Phrase remedy;
};

/// "waarin S = …", "where S is …" in the line that begins at a word: it ends the formula.
std::optional<Aside> explanation_in(const std::vector<Token>& tokens, std::size_t begin);

/// "S/S0 - 1, minimaal 1% en maximaal 3%" in the line that begins at a word.
std::optional<Aside> limits_in(const std::vector<Token>& tokens, std::size_t begin);

/// "maximaal 3%" as the whole of a cap or a floor.
std::optional<Aside> limit_in_words(const std::vector<Token>& tokens);

}  // namespace pricetalk
