#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/diagnostic/language.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

/// A day as a letter names it: the year, and the day of the week, may be left out.
struct SaidDay {
  std::optional<int> year;
  int month = 1;
  int day = 1;
  std::optional<int> weekday;  ///< 1 Monday … 7 Sunday

  /// The same day, as far as both say.
  bool is(const SaidDay& other) const;
};

/// A figure in a sentence.
struct SaidFigure {
  enum class Kind : std::uint8_t {
    amount,      ///< of money, or a number with cents
    percentage,  ///< of a hundred
    day,         ///< and nothing else
    year,        ///< 1900 to 2099
    number       ///< any other in digits
  };
  Kind kind = Kind::number;
  std::string text;  ///< as it is written
  Ratio value;       ///< not of a day
  SaidDay day;       ///< of a day
};

/// The figures of a sentence: days first, then percentages, then other numbers, each in order.
/// "1.250" is read as the language of the letter has it.
std::vector<SaidFigure> said_figures(std::string_view sentence, Language language);

/// Whether two figures say the same.
bool same_figure(const SaidFigure& a, const SaidFigure& b);

}  // namespace pricetalk
