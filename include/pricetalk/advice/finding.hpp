#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pricetalk/audit/evidence.hpp"
#include "pricetalk/calendar/date.hpp"
#include "pricetalk/explain/figure.hpp"
#include "pricetalk/explain/outcome.hpp"

namespace pricetalk {

enum class FindingKind : std::uint8_t {
  wrong,  ///< charged differs from allowed: FOUT
  blush,  ///< allowed, but embarrassing once seen: GÊNANT
};
/// "WRONG" / "FOUT", "BLUSH" / "GÊNANT".
const Phrase& words(FindingKind kind);

/// Something that would make us blush, with the question that the customer would ask. Amounts are
/// with or without VAT as the contract says, and positive.
struct Finding {
  FindingKind kind = FindingKind::blush;
  std::string rule;  ///< id of the red-face rule: "charged-above-allowed"
  std::string line;  ///< id of the price line; empty: the whole contract
  Phrase title;      ///< what: "maximum van 3% niet toegepast op 1 januari 2021"
  std::optional<Outcome<Figure>> per_year;  ///< at present; empty: no money in it
  std::optional<Outcome<Figure>> total;     ///< since it began
  std::optional<Outcome<Figure>> vat;       ///< on the total, where VAT was charged on it
  std::optional<Date> since;
  std::vector<Evidence> evidence;  ///< the derivations behind the figures and the finding
  Phrase customer_question;        ///< in the customer's words, without quotes
  Phrase advice;                   ///< what to do
};

/// The money of a finding by which it is ranked: the total, else a year, else nothing.
std::optional<Money> money(const Finding& finding);

/// FOUT before GÊNANT, then by money, then in the order in which they stand.
void rank(std::vector<Finding>& findings);

}  // namespace pricetalk
