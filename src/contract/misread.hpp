#pragma once

#include "pricetalk/contract/terms.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// Which values of a contract could not be read, so that what they set off in the rules between
/// keys is not reported as well.
class Misread {
 public:
  /// `found`: what was noticed while the terms were read.
  Misread(const Diagnostics& found, const ContractTerms& terms);

  /// Whether a rule between keys can say this although something could not be read.
  bool lets_say(const Diagnostic& diagnostic) const;

 private:
  bool anything_ = false;
  bool other_than_formulas_ = false;  ///< some value that is no formula
  bool in_clauses_ = false;           ///< some such value of a clause
  bool names_known_ = true;           ///< none that could have given a formula its names
};

}  // namespace pricetalk
