#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "pricing/specialise.hpp"
#include "simulation/ledger.hpp"

namespace pricetalk {

/// What the lines of a content come to in one column of the ledger.
struct CourseAmount {
  /// A number of the line: a price of its course, or a number of its quantity.
  struct Read {
    bool price = false;
    std::size_t at = 0;  ///< which price (0: the one it starts with), or which number
  };
  std::optional<Specialised> made;  ///< nothing: nothing is charged
  std::vector<Read> reads;          ///< of `made`
};

/// The amounts of all columns, for every line that differs in price and quantity only. Each is the
/// calculation of `charge`, with prices and quantity left open.
struct AmountCourse {
  std::vector<CourseAmount> periods;
  Phrase refused;  ///< why there is no such course; empty: there is
};

/// The columns of a ledger as they are added up: those that are one price times a number each, and
/// go into one sum, together.
struct SummedAmounts {
  struct Stretch {
    std::size_t part = 0;  ///< which sum
    // These two: columns of the ledger.
    std::size_t first = 0;
    std::size_t end = 0;
    // Of products of one calculation; otherwise it is one column.
    bool products = false;
    bool price_first = false;
    std::size_t price = 0;
    std::size_t numbers = 0;  ///< which of `numbers`
  };
  std::vector<Stretch> stretches;
  std::vector<std::vector<std::size_t>> numbers;  ///< different lists of numbers
};

/// `parts`: to which sum each column is added.
SummedAmounts summed(const AmountCourse& course, std::span<const std::size_t> parts);

/// `dates`: the first days of the prices, the starting one first. The schedules of the request are
/// not looked at. REQUIRES: a line with a quantity and without tiers, parts and surcharges.
AmountCourse amount_course(const LedgerRequest& request, const Line& line,
                           const std::vector<Date>& dates);

/// The numbers of a quantity, in the order in which a course reads them.
std::vector<Decimal> numbers_of(const QuantityValue& quantity);
/// Puts such numbers in their place. REQUIRES: as many as the quantity has.
void set_numbers(QuantityValue& quantity, const std::vector<Decimal>& numbers);

}  // namespace pricetalk
