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
  const Contract* contract = nullptr;  ///< never nothing
  const Library* library = nullptr;    ///< with figures as published; never nothing
  const Coverage* coverage = nullptr;  ///< of `library`, as known on `today`
  /// Of all prices, folded at least a year beyond `today`; as `schedule(contract, coverage, until)`
  /// gives them.
  const std::vector<PriceSchedule>* schedules = nullptr;
  const Audit* audit = nullptr;  ///< nothing: no invoices were given
  Date today;                    ///< the day that "at present" is about
  /// `schedules` as the contract can still be enforced: steps that come too late to be announced
  /// have the effect that the clause gives to that. Nothing: as `schedules`.
  const std::vector<PriceSchedule>* enforceable = nullptr;

  /// The first price (tier) of a line, or nothing.
  const PriceSchedule* schedule_of(std::string_view line, std::size_t price = 0) const;
  /// What will be charged: `enforceable`, else `schedules`.
  const std::vector<PriceSchedule>& coming() const {
    return enforceable != nullptr ? *enforceable : *schedules;
  }
};

/// The next date after `today` on which a clause moves a price, or nothing.
std::optional<Date> adjustment_under_discussion(const Contract& contract, Date today);

/// The contract as it can still be enforced on `today`: a step that raises a price, has not been
/// announced and whose last day has passed is announced today, with the effect that the clause
/// gives to that. Nothing when no step is late. A step that lowers a price is owed, announced or
/// not. `as_written`: the schedules of the contract.
std::optional<Contract> enforceable(const Contract& contract,
                                    std::span<const PriceSchedule> as_written, Date adjustment,
                                    Date today);

/// What a finding is: money that is wrong, or something right that looks bad.
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
  FindingKind kind = FindingKind::blush;  ///< default: BLUSH
  std::string rule;                       ///< id of the red-face rule: "charged-above-allowed"
  std::string line;                       ///< id of the price line; empty: the whole contract
  Phrase title;  ///< what: "maximum van 3% niet toegepast op 1 januari 2021"
  std::optional<Outcome<Figure>> per_year;  ///< at present; empty: no money in it
  std::optional<Outcome<Figure>> total;     ///< since it began
  std::optional<Outcome<Figure>> vat;       ///< on the total, where VAT was charged on it
  std::optional<Date> since;                ///< first day; empty: it did not begin on a day
  std::vector<Evidence> evidence;           ///< the derivations behind the figures and the finding
  Phrase customer_question;                 ///< in the customer's words, without quotes
  Phrase advice;                            ///< what to do
  std::optional<Told> told;                 ///< of a mistake: when the customer was told
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
/// shipped. A rule reads no other number. A share lies between 0 and 100% (R0101), an amount in the
/// currency of the contract is not below zero (R0102), and a number is at least 1 (R0103).
struct RedFaceThresholds : TableBase {
  Stated<int> schema;  ///< format number; default: 1
  /// Index ahead of cost: how far the price lies above the price by the real cost mix; default: 1%.
  Stated<Percent> ahead_of_cost;
  /// Index ahead of cost: money over the last months together; default: 500.00.
  Stated<Decimal> ahead_of_cost_amount;
  /// Index ahead of cost: how many months back are added up; default: 12.
  Stated<int> ahead_of_cost_months;
  /// Price above the market: by how much it passes the upper end of the band; default: 0%.
  Stated<Percent> above_market;
  /// Price below the market: by how much it is under the lower end of the band; default: 0%.
  Stated<Percent> below_market;
  Stated<Decimal> kept_decrease;  ///< decrease not passed on: money a year; default: 250.00
  /// Measurement break: change of the year that a new method measures otherwise; default: 8%.
  Stated<Percent> measured_change;
  /// Stacked increases: two within fewer months than this; default: 12.
  Stated<int> stacked_months;
  /// Temporary surcharge that stayed: more days than this after its last day; default: 31.
  Stated<int> temporary_days;
  /// Loyal customer pays more: how many years longer a customer than the other; default: 3.
  Stated<int> loyal_years;
  Stated<Percent> loyal_price;  ///< loyal customer pays more: by how much; default: 2%
  /// Line that is not used: at most this share of what was bought was used; default: 5%.
  Stated<Percent> unused;
  /// Volume over use: at least this share of what was bought was not used; default: 20%.
  Stated<Percent> over_use;
  /// Value below price: by what share of the price the agreed value falls short; default: 0%.
  Stated<Percent> value_short;
  /// Saving not realised: by what share the saving of a year stays behind the promise; default:
  /// 10%.
  Stated<Percent> saving_short;
  /// Waived and taken back: how many months after the waived step are looked at; default: 12.
  Stated<int> recovered_months;
  /// Waived and taken back: rise of another line, or of a surcharge as a share of the price;
  /// default: 3%.
  Stated<Percent> recovered_rise;
  Stated<Percent> recovered_volume;  ///< waived and taken back: rise of a quantity; default: 10%
  /// Rounding one way: how many steps fell on our side, and none on the other; default: 3.
  Stated<int> rounding_steps;
  Stated<Decimal> rounding_amount;  ///< rounding one way: money a year; default: 25.00
  /// Pre-funded decrease: how much of what the decreases cost us was in the first price already;
  /// default: 100%.
  Stated<Percent> prefunded;
  Stated<int> relation_years;  ///< silent good customer: years of the relation; default: 3
  Stated<int> silent_days;     ///< silent good customer: days without contact; default: 90
  /// Silent good customer: days until the talk or the end of the contract; default: 365.
  Stated<int> talk_within_days;
  /// VAT at another rate: money too much on the invoices together; default: 1.00.
  Stated<Decimal> vat_amount;
  Stated<Decimal> tier_amount;  ///< lower price not used: money a year; default: 25.00
  Stated<int> drift_periods;    ///< drift: how many periods in a row something falls; default: 3
};

/// The defaults, as `rules/redface.toml` has them: a line of comment and a line with the key for
/// each.
std::string default_thresholds_text();
/// The same as values.
RedFaceThresholds default_thresholds();

/// Bytes of a thresholds file over the defaults; all problems at once (codes T, and R0101 to
/// R0103).
Loaded<RedFaceThresholds> read_thresholds(const SourcePtr& source);

/// A finding that compares several contracts, and whose it is.
struct FindingIn {
  std::size_t dossier = 0;  ///< position in what was asked
  Finding finding;          ///< as `red_face` gives it
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
