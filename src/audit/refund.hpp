#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/dictionary.hpp"
#include "law/law.hpp"
#include "pricetalk/audit/audit.hpp"

namespace pricetalk {

/// From when a refund carries interest.
enum class InterestFrom : std::uint8_t {
  payment,    ///< from each payment: what an honest supplier offers, and what bad faith owes
  discovery,  ///< from the day on which the mistake was known
};

template <>
struct Dictionary<InterestFrom> {
  static constexpr auto words = word_table<InterestFrom>(
      {{"payment", InterestFrom::payment}, {"discovery", InterestFrom::discovery}});
};

struct RefundTerms {
  InterestFrom from = InterestFrom::payment;
  Date discovered;  ///< when the mistake was known
  Date until;       ///< the day on which the money is paid back
};

/// How the day of payment is known.
enum class PaidBy : std::uint8_t {
  stated,      ///< the file says when the customer paid
  due,         ///< the last day of payment on the invoice
  contract,    ///< the day of the invoice and billing.payment
  invoice_day  ///< nothing is known: as if paid at once
};
/// "stated", "invoice-day": for machines.
std::string_view word(PaidBy by);

/// What was paid too much on one invoice for one period, and the interest on it.
struct RefundPart {
  const AuditedLine* line = nullptr;
  const AuditedRow* row = nullptr;
  Date paid;
  PaidBy paid_by = PaidBy::invoice_day;
  bool has_vat = false;  ///< the invoice states its VAT; else `vat` is zero
  Figure over;           ///< too much, not yet paid back; with or without VAT as the contract says
  Figure vat;            ///< VAT on it
  Figure principal;      ///< both together: what the customer paid
  std::optional<Figure> interest;  ///< nothing without a rule
  Date until;                      ///< last day with interest
};

/// Interest on what a credit has paid back: it ran from the payment until the credit.
struct InterestBefore {
  const AuditedLine* line = nullptr;
  const AuditedRow* row = nullptr;     ///< that was too much
  const AuditedRow* credit = nullptr;  ///< that paid it back
  Figure principal;                    ///< what it paid back, with its VAT
  Date paid;                           ///< of the row
  Date until;                          ///< day of the credit
  Figure interest;
};

/// The one default plan for a wrong charge (S3): all of it back, with its VAT and interest. There
/// is no other form here: another one is the customer's choice.
struct Refund {
  RefundTerms terms;
  std::vector<RefundPart> parts;  ///< by day of payment
  Figure over;
  Figure vat;
  Figure principal;
  std::vector<InterestBefore> credited;  ///< in the order of the credits; only with parts
  /// Of all parts and of what was credited, as far as the rate is known.
  std::optional<Figure> interest;
  std::optional<Figure> credited_interest;  ///< of that, on what was credited
  Figure total;                             ///< principal and that interest
  /// Why the interest, or a part of it, is not known; nothing when it is.
  std::optional<Undetermined> open;
  const InterestRule* rule = nullptr;
  Date interest_until;     ///< the last day with a known rate, or the one asked for
  bool to_verify = false;  ///< a rate was used that was not seen in an official text
  std::vector<Evidence> evidence;

  bool empty() const { return parts.empty(); }
};

/// The refund of everything that an audit found too much. The audit and the law must outlive it.
Refund refund(const Contract& contract, const Audit& audit, const Law& law,
              const RefundTerms& terms);

/// What of a refund can still be claimed on a day, and when it ends.
struct ClaimWindow {
  /// Of one part of the refund.
  struct Row {
    const RefundPart* part = nullptr;
    Date sure_until;     ///< last day, whatever the customer knew
    Date at_most_until;  ///< last day for who learned of it on the day of discovery
  };
  /// What drops out of the sure time in one month.
  struct Lost {
    Period month;
    Figure amount;
  };
  const ClaimRule* rule = nullptr;
  std::vector<Row> rows;         ///< as the parts
  Figure sure;                   ///< claimable on the day, whatever the customer knew
  Figure depends;                ///< claimable only for who could not know earlier
  Figure gone;                   ///< too late
  std::optional<Date> oldest;    ///< oldest payment that is surely claimable
  std::optional<Date> next_end;  ///< the first day on which something leaves the sure time
  std::vector<Lost> waiting;     ///< the months of the coming year in which something does
  std::vector<Evidence> evidence;
};

/// Undetermined when no rule is known (Law::claim_of). The refund must outlive the window.
Outcome<ClaimWindow> claim_window(const Contract& contract, const Refund& refund, const Law& law,
                                  Date today);

}  // namespace pricetalk
