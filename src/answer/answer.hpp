#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "answer/other_meaning.hpp"
#include "answer/received_letter.hpp"
#include "answer/reply.hpp"
#include "lint/unclear.hpp"
#include "pricetalk/audit/audit.hpp"
#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// What to answer to an announced price.
enum class LetterVerdict : std::uint8_t {
  accept,    ///< it is what the contract allows, or less
  ask,       ///< what the contract allows is not known, or can be read so that it fits
  dispute,   ///< more than the contract allows under any reading
  too_late,  ///< announced after the last day of the contract: lost, or due on a later day
};
/// "accept", "too-late": for machines.
std::string_view word(LetterVerdict verdict);
/// "accept", "akkoord".
const Phrase& words(LetterVerdict verdict);

/// One price of a line: of all of it, or of one tier.
struct AnsweredPrice {
  const PriceSchedule* prices = nullptr;  ///< never nothing
  const PriceEntry* entry = nullptr;      ///< in force on the day; nothing: no price is agreed
  LetterVerdict verdict = LetterVerdict::accept;
  BesideAllowed beside = BesideAllowed::equal;
  Phrase why;                               ///< of the verdict, a sentence without a full stop
  Outcome<Ratio> before;                    ///< of the day before, from which a percentage counts
  Outcome<Ratio> allowed;                   ///< per unit
  Outcome<Ratio> allowed_change;            ///< as a fraction
  std::optional<AnnouncedPrice> announced;  ///< empty: a percentage of a price that is not known
  ReadPrices readings;                      ///< of `ask`, and of a dispute without a known price
  /// It seems to be of another unit, or with other VAT, so that no amount can be told.
  std::optional<OtherMeaning> meant = {};
  /// Of too late: first day on which the step may be made after all; empty: it is lost, or that day
  /// is not known.
  std::optional<Date> later = {};
  /// Of too late: the contract lets the step lapse; else it moves on.
  bool lapsed = false;
  /// Of too late: the price that the contract would have allowed in time.
  std::optional<Outcome<Ratio>> in_time = {};

  /// Whether it is too late, and more than would have been allowed in time as well.
  bool too_high_as_well() const {
    return in_time && *in_time && announced && announced->low > **in_time;
  }
};

/// From which mistake an announced price follows, as the audit of invoices finds it.
struct LetterCause {
  Explanation explanation;
  bool certain = false;  ///< else it may be a coincidence, and no letter says it
};

/// One line of the contract in the letter.
struct AnsweredLine {
  const Line* line = nullptr;                     ///< never nothing
  LetterVerdict verdict = LetterVerdict::accept;  ///< the heaviest of its prices
  std::vector<AnsweredPrice> prices;              ///< one for each tier
  std::optional<LetterCause> cause;               ///< of a dispute, where one was found
  /// Announced less allowed, over a year from the day on; of what is too late until the day on
  /// which it may be charged. Below zero: less than is allowed. Empty: what is allowed is not
  /// known, or a year of the line cannot be told.
  std::optional<Figure> difference;
  /// These two: the same against the highest and the lowest price of the readings. Empty: none.
  std::optional<Figure> at_least;
  std::optional<Figure> at_most;
  /// Whether the amount is the least over all readings, as the price itself is not known.
  bool is_least() const { return !difference && at_least.has_value(); }
  /// Of what is too late and would be too high in time as well: announced less what would have been
  /// allowed in time, over a year. Empty: it would not, or a year cannot be told.
  std::optional<Figure> above_in_time = {};
};

/// What a letter comes to. Amounts are without VAT, or with it as the contract says.
struct AnsweredLetter {
  ReceivedLetter letter;
  Date today;
  /// The contract with the letter written in as announced, where the day of receipt is known. What
  /// stands in `lines` points into it and into `schedules`.
  std::shared_ptr<const Contract> contract;
  std::shared_ptr<const std::vector<PriceSchedule>> schedules;
  LetterVerdict verdict = LetterVerdict::accept;  ///< the heaviest of the lines
  std::vector<AnsweredLine> lines;                ///< that the letter is about
  std::vector<const Line*> not_moved;             ///< lines whose price does not move on the day
  Figure too_much;                                ///< disputed or too late
  bool at_least = false;  ///< of `too_much`: some of it is the least over all readings
  /// Of what is too late: a year more than would have been allowed in time. Empty: it is not, or no
  /// year can be told.
  std::optional<Figure> too_high;
  Figure below;  ///< less than is allowed, as a positive amount, of what is accepted
  /// These two: what is asked comes to at least and at most; empty: nothing is asked, or no range
  /// can be told.
  std::optional<Figure> asked_least;
  std::optional<Figure> asked_most;
  ReplyTerms reply;
  std::vector<Evidence> evidence;
};

/// Holds a letter against its contract, as known on `today`: every price is that of the contract's
/// own calculation. `why`: whether the causes of what is too much are searched. The library
/// outlives the answer. REQUIRES: the lines that the letter names are there, and have no tiers
/// where it names a price.
AnsweredLetter answer(const Contract& contract, const Library& library,
                      const ReceivedLetter& letter, Date today, Why why = Why::searched);

}  // namespace pricetalk
