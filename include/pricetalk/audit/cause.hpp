#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/diagnostic/language.hpp"

namespace pricetalk {

/// One misreading, with the adjustment dates on which it made a difference.
struct Misreading {
  std::string reading;      ///< id of the Reading
  std::string clause;       ///< id of the clause
  Phrase sentence;          ///< of the Reading
  std::vector<Date> dates;  ///< oldest first; at least one
  /// "cap of 3% not applied on 1 January 2021".
  Phrase dated() const;
};

/// A set of misreadings that gives every charged price of a line to the cent.
struct Explanation {
  std::vector<Misreading> misreadings;  ///< one or two
  int rank = 0;                         ///< of equal explanations the smaller is shown first
  Phrase sentence() const;
};

/// What the search for a cause gave, for one line.
struct Causes {
  enum class Result : std::uint8_t {
    nothing_to_explain,  ///< every price is the allowed one
    found,               ///< at least one explanation, all of one size, equally good
    single_invoice,      ///< one invoice differs, those before and after it are right
    not_found,
    not_searched,  ///< amounts without a price of one tier: nothing to compare
  };
  Result result = Result::nothing_to_explain;
  std::vector<Explanation> explanations;
  std::size_t tried = 0;  ///< how many sets were compared with the invoices
  Phrase sentence() const;
};

}  // namespace pricetalk
