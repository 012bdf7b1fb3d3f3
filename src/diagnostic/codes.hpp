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

/// One row of a room's list of diagnostics; docs/errors.md is made from all of them. A code is
/// permanent: it is never given another meaning and never used again. The first letter says who
/// reports it: T text and tables, C contract, F formula, I index, S scenario, A invoices, L law,
/// R thresholds, O outside, U command line.
///
/// Each room keeps one sorted table in `<room>/codes.hpp`, as `document_codes` does.
struct Code {
  std::string_view code;
  Wording title;        ///< what is wrong in general; the message itself may name the words
  Wording explanation;  ///< why it is refused and how to mend it, in one or two sentences
};

}  // namespace pricetalk
