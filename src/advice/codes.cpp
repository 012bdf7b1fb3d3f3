#include "advice/codes.hpp"

#include <array>

namespace pricetalk {

namespace {

constexpr std::array<Code, 3> rows{{
    {"R0101",
     {"a share that is no share", "een aandeel dat niet kan"},
     {"A threshold in percent lies between 0% and 100%.",
      "Een drempel in procenten ligt tussen 0% en 100%."}},
    {"R0102",
     {"an amount below zero", "een bedrag onder nul"},
     {"A threshold in money is 0 or more; 0.00 shows everything.",
      "Een drempel in geld is 0 of meer; met 0.00 ziet u alles."}},
    {"R0103",
     {"a number that is too small or too large", "een aantal dat te klein of te groot is"},
     {"Days, months, years, steps and periods are counted from 1 to 10000.",
      "Dagen, maanden, jaren, stappen en perioden tellen van 1 tot en met 10000."}},
}};

}  // namespace

std::span<const Code> advice_codes() { return rows; }

}  // namespace pricetalk
