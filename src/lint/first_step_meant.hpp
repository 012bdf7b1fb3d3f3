#pragma once

#include <vector>

#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// A first step that comes sooner or later than one interval after the price.
struct UnexpectedFirstStep {
  static constexpr const char* code = "W0133";

  Span where;    ///< the words of `on`
  Phrase title;  ///< when it comes
  Phrase remedy;
};

/// Where `on` names a day of the year, `first` is left out and the interval is not a year: "2
/// years" from 1 January begins on the next 1 January, and so does "quarter". Of each clause once,
/// and of none that accepts it.
std::vector<UnexpectedFirstStep> unexpected_first_steps(const Contract& contract);

}  // namespace pricetalk
