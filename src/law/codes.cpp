#include "law/codes.hpp"

#include <array>

namespace pricetalk {
namespace {

constexpr std::array<Code, 4> rows{{
    {"L0101",
     {"a rate that ends before it begins", "een percentage dat eindigt voor het begint"},
     {"`from` is the first day of a rate and `to` its last.",
      "`from` is de eerste dag van een percentage en `to` de laatste."}},
    {"L0102",
     {"two rates on one day", "twee percentages op een dag"},
     {"On each day one rate is valid. A row without `to` is the last.",
      "Op elke dag geldt één percentage. Een regel zonder `to` is de laatste."}},
    {"L0103",
     {"a time that cannot be", "een termijn die niet kan"},
     {"A time to claim money back is 1 to 100 years.",
      "Een termijn om geld terug te vorderen is 1 tot 100 jaar."}},
    {"L0104",
     {"the longest time is shorter than the sure one",
      "de langste termijn is korter dan de zekere"},
     {"`sure_years` holds whatever the customer knew; `at_most_years` is the end for everybody.",
      "`sure_years` geldt wat de klant ook wist; `at_most_years` is het einde voor iedereen."}},
}};

}  // namespace

std::span<const Code> law_codes() { return rows; }

}  // namespace pricetalk
