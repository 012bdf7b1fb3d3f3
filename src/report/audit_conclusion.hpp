#pragma once

#include <cstddef>
#include <optional>

#include "audit/bulk.hpp"
#include "pricetalk/audit/audit.hpp"

namespace pricetalk {

/// How far an audit reached: what the last sentence clears, and what it does not. Counts are rows
/// of the files.
struct AuditReach {
  std::size_t judged = 0;                     ///< held against the contract
  std::size_t asked = 0;                      ///< a question has to be answered first
  std::size_t vat_asked = 0;                  ///< judged, but for a question about their VAT
  std::size_t undetermined = 0;               ///< the allowed price is not known
  std::size_t unmatched = 0;                  ///< of a contract here, not recognised
  std::size_t elsewhere = 0;                  ///< for no contract here
  std::size_t aside = 0;                      ///< not counted
  std::optional<Money> unmatched_money = {};  ///< of the unmatched, where it is one currency
  NotRead not_read = {};
  bool differs = false;              ///< charged too much or too little
  bool twice = false;                ///< days that were charged more than once
  bool quantities_compared = false;  ///< of every line with rows
  bool quantities_differ = false;
};
AuditReach reach_of(const Audit& audit, const NotRead& not_read);
AuditReach reach_of(const BulkAudit& audit, const NotRead& not_read);

/// The last sentence: what was judged (prices, quantities) and what was not, without a full stop.
/// "What the contract allows" is said of nothing less than all rows.
Phrase conclusion(const AuditReach& reach);

/// What is asked of rows that were not recognised and charge as much as a line; money follows.
Phrase again_text();

/// Above questions about VAT.
Phrase vat_questions_heading();

/// What comes before the money of a question that with "yes" is worth nothing.
Phrase right_if_so();

/// "rows not read: 1, files not read: 2"; empty where all was read.
Phrase not_read_text(const NotRead& not_read);

}  // namespace pricetalk
