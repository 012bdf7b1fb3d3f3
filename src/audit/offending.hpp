#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pricetalk/audit/audit.hpp"

namespace pricetalk {

/// What is the matter with an invoice row. `credit`: it pays back, and is not an offence of its
/// own; what it pays back is. `question`: it has to be answered before the row can be judged.
enum class Offence : std::uint8_t { over, under, credit, undetermined, unmatched, aside, question };
/// "over", "under"…: for machines.
std::string_view word(Offence kind);

/// An invoice row that is not simply right: charged otherwise than allowed, not determined yet, not
/// recognised, or set aside. Amounts are in `currency`, with or without VAT as the contract says.
struct OffendingRow {
  std::string contract;  ///< id; empty: of no contract here
  std::string invoice;
  Date date;
  std::string line;  ///< id of the price line; empty: not recognised
  std::string name;  ///< what the invoice calls it
  std::string part;  ///< parts and surcharges that it charges apart, with + between them
  Date from;
  Date to;
  Decimal quantity;
  std::optional<Decimal> unit_price;
  std::optional<Decimal> allowed_price;  ///< empty: more than one in the period, or not known
  Decimal amount;
  std::optional<Decimal> allowed;         ///< empty: not judged
  std::optional<Decimal> difference;      ///< charged minus allowed
  std::optional<Decimal> vat_difference;  ///< VAT as charged minus that on the allowed amount
  std::string currency;                   ///< empty: neither invoice nor contract tells
  Offence kind = Offence::over;
  /// Charged minus allowed if the answer to a question is that it is the same thing; in no sum.
  std::optional<Decimal> at_stake = {};
  bool only_vat = false;         ///< a question about its VAT; the price is judged
  bool at_stake_if_not = false;  ///< with the answer "no"; with "yes" nothing is wrong
  Phrase reason;                 ///< why it is undetermined, unmatched, aside or a question
  std::string place;             ///< "file:line"
  /// Position of the row among all rows of all files.
  std::uint64_t order = 0;
};

/// The row as an offence; nothing when it is right. `order` is not filled in.
std::optional<OffendingRow> offending(const Contract& contract, const AuditedRow& row);
OffendingRow offending(const Contract& contract, const AsideRow& row);
/// All that is the matter with a row: as `offending`, and a question about its VAT.
std::vector<OffendingRow> offences(const Contract& contract, const AuditedRow& row);
/// A row of which the VAT is asked. `at_stake`: in cents; zero: not known.
OffendingRow vat_asked(const Contract& contract, const Line& line, const InvoiceLine& row,
                       const Phrase& question, const Ratio& at_stake);

/// All offending rows of an audit, in the order in which `invoices` has them.
std::vector<OffendingRow> offending_rows(const Contract& contract, const Audit& audit,
                                         const std::vector<InvoiceLine>& invoices);

}  // namespace pricetalk
