#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "pricetalk/audit/audit.hpp"
#include "pricetalk/calendar/date.hpp"
#include "pricetalk/contract/contract.hpp"
#include "pricetalk/explain/figure.hpp"
#include "pricetalk/explain/outcome.hpp"
#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// Everything that advice may look at: read-only, gathered by the caller, who keeps it alive.
struct Dossier {
  const Contract* contract = nullptr;
  const Library* library = nullptr;
  const Coverage* coverage = nullptr;  ///< of `library`, as known on `today`
  /// Of all prices, folded at least a year beyond `today`; as `schedule(contract, coverage, until)`
  /// gives them.
  const std::vector<PriceSchedule>* schedules = nullptr;
  const Audit* audit = nullptr;  ///< nothing: no invoices were given
  Date today;
  /// `schedules` as the contract can still be enforced: steps that come too late to be announced
  /// have the effect that the clause gives to that. Nothing: as `schedules`.
  const std::vector<PriceSchedule>* enforceable = nullptr;

  /// The first price (tier) of a line, or nothing.
  const PriceSchedule* schedule_of(std::string_view line, std::size_t price = 0) const;
  /// What will be charged: `enforceable`, else `schedules`.
  const std::vector<PriceSchedule>& coming() const {
    return enforceable != nullptr ? *enforceable : *schedules;
  }
  /// The first adjustment entry after `today` of any line, or nothing.
  const PriceEntry* next_adjustment() const;
};

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
/// A mistake to our own cost: less was charged than the contract allows.
bool charged_too_little(const Finding& finding);
/// Whether no letter about the price goes out beside it: a mistake, to whoever's cost, that the
/// customer does not know yet.
bool keeps_letter(const Finding& finding);
/// Whether the customer was told, and not everything is paid back.
bool to_be_paid_back(const Finding& finding);

/// What the customer knows of a mistake: "Told on … to …. Still open: …", or "Not told yet."; empty
/// where there is nothing to tell.
Phrase told_in_words(const Finding& finding);

/// The money of a finding by which it is ranked: the total, else a year, else nothing.
std::optional<Money> money(const Finding& finding);

/// FOUT before GÊNANT, then by money, then in the order in which they stand.
void rank(std::vector<Finding>& findings);

/// From which size on something is worth a blush: a file of thresholds, `rules/redface.toml` as
/// shipped. A rule reads no other number. Amounts are in the currency of the contract. The defaults
/// stand in the Dictionary below and nowhere else; `default_thresholds` reads them from there.
struct RedFaceThresholds : TableBase {
  Stated<int> schema;
  Stated<Percent> ahead_of_cost;
  Stated<Decimal> ahead_of_cost_amount;
  Stated<int> ahead_of_cost_months;
  Stated<Percent> above_market;
  Stated<Percent> below_market;
  Stated<Decimal> kept_decrease;
  Stated<Percent> measured_change;
  Stated<int> stacked_months;
  Stated<int> temporary_days;
  Stated<int> loyal_years;
  Stated<Percent> loyal_price;
  Stated<Percent> unused;
  Stated<Percent> over_use;
  Stated<Percent> value_short;
  Stated<Percent> saving_short;
  Stated<int> recovered_months;
  Stated<Percent> recovered_rise;
  Stated<Percent> recovered_volume;
  Stated<int> rounding_steps;
  Stated<Decimal> rounding_amount;
  Stated<Percent> prefunded;
  Stated<int> relation_years;
  Stated<int> silent_days;
  Stated<int> talk_within_days;
  Stated<Decimal> vat_amount;
  Stated<Decimal> tier_amount;
  Stated<int> drift_periods;
};

/// The defaults, as `rules/redface.toml` has them: a line of comment and a line with the key for
/// each.
std::string default_thresholds_text();
RedFaceThresholds default_thresholds();

/// Bytes of a thresholds file over the defaults; all problems at once (codes T, and R0101 to
/// R0103).
Loaded<RedFaceThresholds> read_thresholds(const SourcePtr& source);

/// A finding that compares several contracts, and whose it is.
struct FindingIn {
  std::size_t dossier = 0;  ///< position in what was asked
  Finding finding;
};

/// Every finding of every rule about one contract, ranked: FOUT before GÊNANT, then by money. No
/// euro is counted by two FOUT rules.
std::vector<Finding> red_face(const Dossier& dossier, const RedFaceThresholds& thresholds);
std::vector<Finding> red_face(const Dossier& dossier);  ///< with the default thresholds

/// The findings of the rules that compare contracts with each other, in the order of the contracts.
/// Add them to those of each contract and rank again.
std::vector<FindingIn> red_face_across(std::span<const Dossier> dossiers,
                                       const RedFaceThresholds& thresholds);

}  // namespace pricetalk
