#pragma once

#include <string>
#include <string_view>

#include "pricetalk/diagnostic/language.hpp"

namespace pricetalk {

/// A Phrase that can stand in a constexpr table.
struct Wording {
  std::string_view en;
  std::string_view nl;

  Phrase phrase() const { return {std::string(en), std::string(nl)}; }
};

/// What one diagnostic means; docs/errors.md and `pricetalk explain` are made from all. A code is
/// permanent: it is never given another meaning and never used again. The first letter says who
/// reports it: T text and tables, C contract, F formula, I index, S scenario, A invoices, L law,
/// R thresholds, D letters as files, O outside, B frozen runs and bridges, U command line.
///
/// All stand in words/errors.toml; document/error_codes.hpp reads them.
struct Code {
  std::string_view code;
  Wording title;        ///< what is wrong in general; the message itself may name the words
  Wording explanation;  ///< why it is refused and how to mend it, in one or two sentences
};

}  // namespace pricetalk
