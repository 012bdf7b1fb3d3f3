#include "audit/year_question.hpp"

#include <algorithm>

#include "audit/line_audit.hpp"
#include "audit/row_words.hpp"
#include "billing/days_text.hpp"
#include "pricetalk/explain/format.hpp"

// Rows for a year in which nothing can have been charged: that before or after it was meant.
namespace pricetalk {

namespace {

/// No invoice is later than its days, or before them, by so much for any other reason.
constexpr Duration too_far{9, Unit::month};
constexpr Duration one_year{1, Unit::year};
constexpr Duration year_back{-1, Unit::year};

bool charges_something(const InvoiceLine& row) {
  return row.kind != InvoiceKind::credit && row.quantity > Decimal() && row.amount > Decimal();
}

InvoiceLine moved(const InvoiceLine& row, const Duration& by) {
  InvoiceLine made = row;
  made.from = row.from + by;
  made.to = (row.to.plus_days(1) + by).plus_days(-1);
  return made;
}

}  // namespace

bool may_be_of_next_year(const InvoiceLine& row) {
  if (!charges_something(row) || row.date < row.to + too_far) return false;
  // An invoice for the year before is sent in a row with that year's others.
  const InvoiceLine later = a_year_later(row);
  return later.from <= later.date && later.date <= later.to + too_far;
}

bool may_be_of_year_before(const InvoiceLine& row) {
  if (!charges_something(row) || row.from < row.date + too_far) return false;
  const InvoiceLine earlier = a_year_earlier(row);
  return earlier.from <= earlier.date && earlier.date <= earlier.to + too_far;
}

InvoiceLine a_year_later(const InvoiceLine& row) { return moved(row, one_year); }
InvoiceLine a_year_earlier(const InvoiceLine& row) { return moved(row, year_back); }

/// Whether nothing is charged for the days that a row may have meant, and it has their price.
bool LineAudit::was_meant(const InvoiceLine& meant) {
  const bool charged_then =
      std::any_of(audit_.rows.begin(), audit_.rows.end(), [&](const AuditedRow& other) {
        return other.line == &line_ && other.charged.from <= meant.to &&
               meant.from <= other.charged.to;
      });
  if (charged_then || !charged_.quantity_for({meant.from, meant.to}).is_zero()) return false;
  const Ratio quantity(meant.quantity);
  const auto off = off_by(meant, charge_at(prices_, meant, {quantity, quantity}));
  return off && off->is_zero();
}

Phrase LineAudit::year_question(const AuditedRow& row, const Outcome<Ratio>& allowed) {
  const InvoiceLine& charged = row.charged;
  if (allowed == Outcome<Ratio>(Ratio(charged.amount))) return {};
  InvoiceLine meant;
  if (may_be_of_next_year(charged))
    meant = a_year_later(charged);
  else if (may_be_of_year_before(charged))
    meant = a_year_earlier(charged);
  else
    return {};
  if (!was_meant(meant)) return {};
  const Phrase of = days_text({charged.from, charged.to});
  const Phrase then = days_text({meant.from, meant.to});
  return {"invoice " + charged.invoice + " is of " + date_text(charged.date, Language::en) +
              ", for " + of.en + ", at the price of " + then.en +
              ", for which nothing is charged: was the year mistyped?",
          "factuur " + charged.invoice + " is van " + date_text(charged.date, Language::nl) +
              ", voor " + of.nl + ", tegen de prijs van " + then.nl +
              ", waarvoor niets is gerekend: is het jaar verschreven?"};
}

/// Asks of a row for days before the contract began, on an invoice of long after them, whether
/// they are a year later: at another price, or beside what is charged for those, it may as well be
/// a late invoice of before.
Phrase LineAudit::before_contract_question(const AuditedRow& row) {
  const InvoiceLine& charged = row.charged;
  if (!(charged.to < contract_.start)) return {};
  if (Phrase asked = year_question(row, Ratio(0)); !asked.empty()) return asked;
  const Phrase of = days_text({charged.from, charged.to});
  const Phrase then = days_text({a_year_later(charged).from, a_year_later(charged).to});
  return {"invoice " + charged.invoice + " is of " + date_text(charged.date, Language::en) +
              ", for " + of.en + ", before the contract began: was " + then.en + " meant?",
          "factuur " + charged.invoice + " is van " + date_text(charged.date, Language::nl) +
              ", voor " + of.nl + ", vóór het begin van het contract: was " + then.nl +
              " bedoeld?"};
}

}  // namespace pricetalk
