#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/diagnostic/language.hpp"
#include "pricetalk/explain/figure.hpp"

namespace pricetalk {

/// One misreading, with the adjustment dates on which it made a difference.
struct Misreading {
  std::string reading;      ///< id of the Reading
  std::string clause;       ///< id of the clause
  Phrase sentence;          ///< of the Reading; `{}` stands where the dates go
  std::vector<Date> dates;  ///< oldest first; at least one
  /// "cap of 3% not applied on 1 January 2021".
  Phrase dated() const;
};

/// A set of misreadings that gives every charged price of a line to the cent.
struct Explanation {
  std::vector<Misreading> misreadings;  ///< one to three
  /// The one invoice that the set does not give: a slip beside it. Empty: there is none.
  std::string invoice;
  int rank = 0;  ///< of equal explanations the smaller is shown first
  /// In millionths: how often a price that is wrong in another way, by no more than 5 %, would be
  /// met by a set that is as usual; of the misreading with the least evidence.
  std::uint32_t coincidence = 0;

  /// Whether it may well be a coincidence: more than one in a hundred; of several mistakes, or with
  /// an invoice left out, where there are far more ways to choose, more than one in a thousand.
  bool weak() const {
    return coincidence > (misreadings.size() == 1 && invoice.empty() ? 10'000U : 1'000U);
  }
  Phrase sentence() const;
};

/// What one cause has in the difference. Too much and too little are kept apart; before credits.
struct CauseShare {
  Phrase what;
  std::string reading;  ///< id; empty: an invoice by itself, or an amount that does not add up
  Figure over;          ///< may be negative: without it more would have been charged too much
  Figure under;
};

/// What the search for a cause gave, for one line.
struct Causes {
  enum class Result : std::uint8_t {
    nothing_to_explain,  ///< every price is the allowed one
    found,               ///< at least one explanation, all of one size, equally good
    possible,            ///< the same, but the first may be a coincidence
    single_invoice,      ///< one invoice differs, the others are right
    not_found,
    stopped,       ///< nothing found until the search reached its bound
    not_searched,  ///< no price that could be compared
  };
  Result result = Result::nothing_to_explain;
  std::vector<Explanation> explanations;
  std::string invoice;    ///< that differs from all others, where there is one
  std::size_t tried = 0;  ///< how many sets were compared with the invoices
  bool stopped = false;   ///< the search reached its bound; there may be more explanations
  /// The line's difference divided over the first explanation; adds up to the cent.
  std::vector<CauseShare> shares;
  Phrase sentence() const;
};

}  // namespace pricetalk
