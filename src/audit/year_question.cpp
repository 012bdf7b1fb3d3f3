#include <algorithm>

#include "audit/line_audit.hpp"
#include "audit/row_words.hpp"
#include "billing/days_text.hpp"
#include "pricetalk/explain/format.hpp"

// Rows for a year in which nothing can have been charged: that before it was meant.
namespace pricetalk {

namespace {

/// No invoice is later than its days by so much for any other reason.
constexpr Duration too_late{9, Unit::month};
constexpr Duration one_year{1, Unit::year};

}  // namespace

Phrase LineAudit::year_question(const AuditedRow& row, const Ratio& allowed) {
  const InvoiceLine& charged = row.charged;
  if (Ratio(charged.amount) == allowed || charged.kind == InvoiceKind::credit ||
      charged.quantity <= Decimal() || charged.date < charged.to + too_late)
    return {};
  InvoiceLine later = charged;
  later.from = charged.from + one_year;
  later.to = (charged.to.plus_days(1) + one_year).plus_days(-1);
  // An invoice for the year before is sent in a row with that year's others.
  if (later.date < later.from || later.to + too_late < later.date) return {};
  const bool charged_then =
      std::any_of(audit_.rows.begin(), audit_.rows.end(), [&](const AuditedRow& other) {
        return other.line == &line_ && other.charged.from <= later.to &&
               later.from <= other.charged.to;
      });
  if (charged_then) return {};
  const Ratio quantity(charged.quantity);
  const auto off = off_by(later, charge_at(prices_, later, {quantity, quantity}));
  if (!off || !off->is_zero()) return {};
  const Phrase of = days_text({charged.from, charged.to});
  const Phrase meant = days_text({later.from, later.to});
  return {"invoice " + charged.invoice + " is of " + date_text(charged.date, Language::en) +
              ", for " + of.en + ", at the price of " + meant.en +
              ", for which nothing is charged: was the year mistyped?",
          "factuur " + charged.invoice + " is van " + date_text(charged.date, Language::nl) +
              ", voor " + of.nl + ", tegen de prijs van " + meant.nl +
              ", waarvoor niets is gerekend: is het jaar verschreven?"};
}

}  // namespace pricetalk
