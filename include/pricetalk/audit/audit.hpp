#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "pricetalk/audit/cause.hpp"
#include "pricetalk/audit/evidence.hpp"
#include "pricetalk/audit/invoice.hpp"
#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// By what an invoice row was recognised.
enum class MatchedBy : std::uint8_t { nothing, id, alias, title };

/// The line that an invoice means: by id, then alias, then title; capitals do not count. Nothing
/// when no line, or more than one, answers to the name.
std::pair<const Line*, MatchedBy> match(const Contract& contract, std::string_view name);

/// One invoice row against what was allowed in its period.
///
/// A period in which the price changes is split as `billing.proration` says: by days (each price
/// counts for its share of the days), by months (each calendar month at the price of its first day
/// in the period), or not at all (the price of the first day holds until the next period).
struct AuditedRow {
  InvoiceLine charged;
  const Line* line = nullptr;  ///< nothing: unmatched
  MatchedBy by = MatchedBy::nothing;
  std::vector<const PriceEntry*> entries;  ///< the allowed prices that hold in the period
  /// The allowed price of one unit, net of the line's discount; empty when the period has more than
  /// one, the quantity runs through several tiers, or the row corrects a price.
  std::optional<Outcome<Ratio>> allowed_price;
  Outcome<Figure> allowed;     ///< amount, rounded as the contract bills
  Outcome<Figure> difference;  ///< charged minus allowed
  /// The VAT that belongs to the difference: as charged, minus that on the allowed amount at the
  /// row's own rate. Empty where the row has no VAT.
  std::optional<Outcome<Figure>> vat;
  bool adds_up = true;  ///< quantity x unit price is the amount
};

/// Too much and too little are kept apart and never set off; a credit is set off only against the
/// periods that it pays back.
struct AuditTotals {
  Figure over;      ///< charged too much, not yet paid back
  Figure under;     ///< charged too little, as a positive amount
  Figure over_vat;  ///< VAT on `over`, row by row; zero where no row has VAT
  Figure under_vat;
  bool differs() const;
};

struct AuditYear {
  int year = 0;  ///< in which the charged period begins
  AuditTotals totals;
  Figure cumulative;             ///< `over` of this year and all before it
  std::size_t undetermined = 0;  ///< rows of the year that could not be judged
};

struct AuditedLine {
  const Line* line = nullptr;
  std::shared_ptr<const std::vector<PriceSchedule>> allowed;  ///< one for each tier
  std::vector<std::size_t> rows;  ///< positions in Audit::rows, by period
  std::vector<AuditYear> years;
  AuditTotals totals;
  std::optional<Date> since;  ///< first day of the first period that still differs
  Causes causes;
};

/// Invoices against a contract: matched or listed, allowed or not, since when, and why.
struct Audit {
  Date today;
  Currency currency;
  std::vector<AuditedRow> rows;    ///< every row of the file, in its order
  std::vector<AuditedLine> lines;  ///< lines with at least one invoice row, in contract order
  std::vector<AuditYear> years;    ///< all lines together
  AuditTotals totals;
  Figure charged;  ///< all rows: matched + unmatched
  Figure matched;
  Figure unmatched;
  std::vector<Evidence> evidence;  ///< the derivation behind every figure

  /// Rows whose allowed price is not known, with the reasons.
  std::vector<const AuditedRow*> undetermined() const;
  std::vector<const AuditedRow*> unmatched_rows() const;
  const AuditedLine* find_line(std::string_view id) const;
  bool differs() const { return totals.differs(); }
};

/// Audits invoices as known on `today`. The contract and the library must outlive the result.
Audit audit(const Contract& contract, const Library& library,
            const std::vector<InvoiceLine>& invoices, Date today);

}  // namespace pricetalk
