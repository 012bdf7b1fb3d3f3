#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pricetalk/advice/dossier.hpp"
#include "pricetalk/advice/finding.hpp"
#include "pricetalk/advice/proposal.hpp"
#include "pricetalk/letter/letter.hpp"
#include "pricetalk/page/page.hpp"
#include "pricetalk/pricing/two_readings.hpp"
#include "pricetalk/simulation/simulate.hpp"

namespace pricetalk {

/// A figure of the page and the derivation behind it, for the annex.
struct AnnexItem {
  Address address;
  Phrase what;
  Derivation derivation;
  NodeId node = no_node;
  std::vector<Phrase> notes = {};  ///< what a reader has to know beside it
};

/// One price of the contract in the talk: what is charged, what is allowed now and at the
/// adjustment.
struct TalkPrice {
  const Line* line = nullptr;
  std::size_t tier = 0;
  std::string name;                ///< title, and the tier where there are several
  std::optional<Figure> invoiced;  ///< unit price of the last invoice
  Outcome<Figure> now;
  /// What surcharges add today, and the price with them; nothing without surcharges, or where one
  /// cannot be determined. `now` and `then` are without them.
  std::optional<Figure> surcharge;
  std::optional<Figure> charged;
  Outcome<Figure> then;
  Outcome<Ratio> change;  ///< the coefficient's change; of several causes that of the price
  std::optional<Outcome<Figure>> per_year;  ///< difference times the yearly quantity
  /// Where `then` cannot be determined: the price in the lowest and the highest future.
  std::optional<std::pair<Figure, Figure>> range;
  const PriceEntry* entry = nullptr;      ///< the step under discussion; nothing: no step
  std::vector<const PriceEntry*> causes;  ///< all that moves the price on that day
  /// The first later day on which a clause moves it, where the adjustment does not.
  std::optional<Date> moves_on;
  const PriceLevelTerms* band = nullptr;
};

/// Prices that take the same step, for a page on which not every line has a row.
struct PriceGroup {
  std::vector<std::size_t> members;         ///< places in `prices`
  std::optional<Outcome<Figure>> per_year;  ///< the yearly differences of the members together
};

/// A point that the contract leaves open, and what its other reading gives in a year.
struct TalkReading {
  const Line* line = nullptr;
  OtherReading other;
  Date on;          ///< the day whose prices are compared: the adjustment, else today
  Figure per_year;  ///< other reading minus contract, times the yearly quantity
};

/// How many of them the talk shows.
inline constexpr std::size_t readings_shown = 3;

/// What the customer pays over the coming years in one future.
struct TalkFuture {
  std::string id;
  Phrase name;
  SplitTotal with_indexation;
  std::optional<SplitTotal> with_proposal;
  std::optional<SplitTotal> difference;  ///< proposal minus contract: negative is cheaper
  std::vector<std::pair<std::string, Outcome<Figure>>> years;  ///< with indexation
  std::vector<std::pair<std::string, Outcome<Figure>>> years_proposal;
};

/// Everything that the page, the annex and talk.json say. Points into what it was made from.
struct Talk {
  const Contract* contract = nullptr;
  Date today;
  std::optional<Date> adjustment;  ///< nothing: no clause moves a price any more
  std::optional<Deadline> deadline;
  std::optional<int> days_left;   ///< negative: passed
  std::optional<Date> announced;  ///< the increases of that date were announced on this day
  bool late = false;              ///< a step that can no longer be announced in time
  bool ended = false;             ///< the contract has ended
  /// The first figure that comes when the last day to announce has passed; nothing: none does.
  std::optional<Reason> after_deadline;
  std::vector<TalkPrice> prices;
  std::vector<PriceGroup> groups;  ///< of `prices`, by equal step; empty: few prices
  std::optional<Outcome<Figure>> difference_year;  ///< of all prices together
  std::vector<Reason> waiting_for;                 ///< what is missing to determine the prices
  std::vector<Phrase> provisional;  ///< figures that stand in for those that are not there yet
  std::vector<Phrase> measured_differently;  ///< breaks that the prices read across
  /// Of lines with a yearly quantity; largest amount a year first.
  std::vector<TalkReading> readings;
  Date years_from;
  Date years_to;
  std::vector<TalkFuture> futures;
  std::vector<Phrase> no_futures;  ///< why there are none, though the price moves
  std::vector<Finding> findings;   ///< ranked
  const Proposal* proposal = nullptr;
  const Letter* letter = nullptr;   ///< nothing: no letter; the page says why
  std::vector<MissingKey> missing;  ///< for the letter
  Phrase verdict;                   ///< ready, or what must be done first
  bool ready = false;
  /// A mistake was not told yet: the call comes before the talk, and the letter waits as a draft.
  bool call_first = false;
  /// The letter stays with us: something must be told or changed first.
  bool draft() const { return call_first || (letter != nullptr && letter->stopped()); }
  std::vector<Phrase> to_do;  ///< before the talk, in order of date where there is one
  std::vector<std::pair<Phrase, Phrase>> questions;  ///< that the customer may ask, and the answer
  std::vector<AnnexItem> annex;  ///< every figure on page and letter, in order of first use
  std::vector<const Simulation*> simulations;  ///< that explain what the figures rest on
};

struct TalkInput {
  const Dossier* dossier = nullptr;
  /// Of the contract as it can still be enforced; nothing: the dossier's own serve.
  const std::vector<PriceSchedule>* declined = nullptr;
  std::vector<Finding> findings;
  const Simulation* years = nullptr;  ///< five years from the adjustment; nothing: not reckoned
  std::vector<Phrase> no_years;       ///< why `years` is not there, though the price moves
  std::string proposal_alternative;   ///< id in `years`; empty: none
  const Proposal* proposal = nullptr;
  const Letter* letter = nullptr;
  std::vector<MissingKey> missing;
};

/// Gathers the talk. Everything in the input must outlive the result.
Talk make_talk(const TalkInput& input);

/// The page for the talk: one side of A4, and a second sheet for what it has no room for. Internal:
/// it shows our own gain.
Page talk_page(const Talk& talk, Language language);

/// Every figure of page and letter: formula, index table, period, status, rounding, file:line.
/// Internal.
Page annex_page(const Talk& talk, Language language);

/// The same for machines; docs/reference/talk-json.md describes it.
std::string talk_json(const Talk& talk);

}  // namespace pricetalk
