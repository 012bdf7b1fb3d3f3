#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/explain/evidence.hpp"
#include "pricetalk/explain/figure.hpp"
#include "pricetalk/explain/outcome.hpp"

namespace pricetalk {

enum class FindingKind : std::uint8_t {
  wrong,  ///< charged differs from allowed: FOUT
  blush,  ///< allowed, but embarrassing once seen: GÊNANT
};
/// "WRONG" / "FOUT", "BLUSH" / "GÊNANT".
const Phrase& words(FindingKind kind);

/// What the file says about telling the customer (`[[disclosure]]`).
struct Told {
  Date on;          ///< of the last call
  Phrase sentence;  ///< "told on 15 January 2026 to …; to be paid back on …"
  /// What is not paid back yet of the finding's total; empty: there is no total.
  std::optional<Outcome<Figure>> open;
  bool overdue = false;  ///< the promised day has passed and something is open
};

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
  std::optional<Told> told;        ///< of a mistake: when the customer was told
  /// Of a mistake that the customer was not told: the `[[disclosure]]` to fill in after the call.
  std::string to_record;
};

/// Whether the customer must still be told: FOUT to their cost, and no `[[disclosure]]`.
bool to_be_told(const Finding& finding);
/// Whether the customer was told, and not everything is paid back.
bool to_be_paid_back(const Finding& finding);

/// What the customer knows of a mistake: "Told on … to …. Still open: …", or "Not told yet."; empty
/// where there is nothing to tell.
Phrase told_in_words(const Finding& finding);

/// The money of a finding by which it is ranked: the total, else a year, else nothing.
std::optional<Money> money(const Finding& finding);

/// FOUT before GÊNANT, then by money, then in the order in which they stand.
void rank(std::vector<Finding>& findings);

}  // namespace pricetalk
