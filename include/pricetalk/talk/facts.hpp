#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pricetalk/talk/talk.hpp"

namespace pricetalk {

/// A figure of the page and the derivation behind it, for the annex.
struct AnnexItem {
  Address address;                 ///< by which page and letter name it
  Phrase what;                     ///< what the figure is
  Derivation derivation;           ///< all its steps
  NodeId node = no_node;           ///< of `derivation`: the figure
  std::vector<Phrase> notes = {};  ///< what a reader has to know beside it
};

/// One price of the contract in the talk: what is charged, what is allowed now and at the
/// adjustment.
struct TalkPrice {
  const Line* line = nullptr;      ///< never nothing
  std::size_t tier = 0;            ///< which price of the line; 0 without tiers
  std::string name;                ///< title, and the tier where there are several
  std::optional<Figure> invoiced;  ///< unit price of the last invoice
  Outcome<Figure> now;             ///< allowed today, per unit
  /// What surcharges add today, and the price with them; nothing without surcharges, or where one
  /// cannot be determined. `now` and `then` are without them.
  std::optional<Figure> surcharge;
  std::optional<Figure> charged;  ///< price and surcharges of today
  /// Allowed from the adjustment on, per unit; the same as `now` when nothing moves it.
  Outcome<Figure> then;
  /// The coefficient's change; of several causes, or where a limit in money or a coarse rounding
  /// made another step of it, that of the price.
  Outcome<Ratio> change;
  /// Of the clause, where `change` is the price's for that reason.
  std::optional<Ratio> own_change = {};
  /// What the new price is more in the year from the adjustment; of what is delivered once in that
  /// year, on that day.
  std::optional<Outcome<Figure>> per_year;
  /// What invoices hold more of it until the contract ends, where that is within the year.
  std::optional<Outcome<Figure>> until_end = {};
  /// First day on which an invoice counts the new price (`billing.proration`).
  std::optional<Date> charged_from = {};
  /// What is bought in the year of `per_year`, or without an adjustment in the year from today;
  /// nothing of what is not bought as time goes by.
  std::optional<Ratio> quantity_year = {};
  bool once = false;  ///< all of it is delivered once
  /// Where `then` cannot be determined: the price in the lowest and the highest future.
  std::optional<std::pair<Figure, Figure>> range;
  const PriceEntry* entry = nullptr;      ///< the step under discussion; nothing: no step
  std::vector<const PriceEntry*> causes;  ///< all that moves the price on that day
  /// The first later day on which a clause moves it, where the adjustment does not.
  std::optional<Date> moves_on;
  /// Lower and upper end of the market, moved to today where the level says so; undetermined where
  /// its series cannot move it. Nothing without a level of today or before that has both ends.
  std::optional<std::pair<Outcome<Figure>, Outcome<Figure>>> band;

  /// The step of that day came too late: it lapses, or moves on to a later day.
  bool lost() const {
    return entry != nullptr &&
           (entry->verdict == Verdict::forfeited || entry->verdict == Verdict::moved_on);
  }
};

/// Prices that take the same step, for a page on which not every line has a row.
struct PriceGroup {
  std::vector<std::size_t> members;         ///< places in `prices`
  std::optional<Outcome<Figure>> per_year;  ///< the yearly differences of the members together
};

/// A point that the contract leaves open, and what its other reading gives in a year.
struct TalkReading {
  const Line* line = nullptr;  ///< that it is about; never nothing
  std::string clause;          ///< id; empty: the point is one of the line or the contract
  std::string point;           ///< what is open, as `price --explain --json` calls it
  Phrase what;                 ///< the same in words
  Phrase as_read;              ///< how the contract is read
  std::string other;           ///< the other reading: "coefficient-not-rounded"
  Phrase also;                 ///< how the contract can be read as well
  Date on;                     ///< the day whose prices are compared: the adjustment, else today
  Figure per_year;             ///< the other reading minus this one, as invoiced over a year
};

/// One reading of a clause over all lines that it moves.
struct ReadingTotal {
  std::string clause;     ///< id; empty: the point is one of a line or the contract
  std::string other;      ///< as `TalkReading::other`
  Phrase also;            ///< how the contract can be read as well
  std::size_t lines = 0;  ///< that it is about
  Figure per_year;        ///< of all these lines
};

/// How many readings of a line the talk shows.
inline constexpr std::size_t readings_shown = 3;

/// What the customer pays over the coming years in one future.
struct TalkFuture {
  std::string id;                           ///< as in the scenario
  Phrase name;                              ///< for people: "expected"
  SplitTotal with_indexation;               ///< of the contract as declined, over the horizon
  std::optional<SplitTotal> with_proposal;  ///< of the contract as accepted; nothing: no proposal
  std::optional<SplitTotal> difference;     ///< proposal minus contract: negative is cheaper
  std::vector<std::pair<std::string, Outcome<Figure>>> years;  ///< with indexation
  /// The same with the proposal; empty: there is none.
  std::vector<std::pair<std::string, Outcome<Figure>>> years_proposal;
};

/// The letter that fits a talk: an innovation where one is offered, else what becomes of the price.
struct FittingLetter {
  std::optional<LetterKind> kind;   ///< nothing: no letter fits now, and `why` says why
  std::optional<Letter> letter;     ///< nothing: it cannot be written, see `why` and `missing`
  Phrase why;                       ///< in one sentence; empty: something is missing, or nothing
  std::vector<MissingKey> missing;  ///< keys that the contract file does not state yet
  std::optional<Date> called_on;    ///< the call about this talk; nothing: nobody called yet
  bool stopped() const { return letter && letter->stopped(); }  ///< its words keep it with us
};

/// Everything that the page, the annex and talk.json say of a talk. Points into it.
struct TalkFacts {
  const Talk* talk = nullptr;      ///< never nothing
  std::optional<Date> adjustment;  ///< nothing: no clause moves a price any more
  /// Last day to announce the increases of that date; nothing: no duty.
  std::optional<Deadline> deadline;
  std::optional<int> days_left;  ///< negative: passed
  /// The increases of that date were announced, the last in time on this day; where all were too
  /// late, the last of them.
  std::optional<Date> announced;
  bool late = false;     ///< a step that was announced too late, or can no longer be in time
  bool in_time = false;  ///< a step that was announced in time, or still can be
  /// The lines with such a step, and the last day to announce it.
  std::vector<std::pair<std::string, Date>> late_lines;
  /// A part of the prices is too late, and another is not.
  bool partly_late() const { return late && in_time; }
  bool ended = false;  ///< the contract has ended
  /// The first figure that comes when the last day to announce has passed; nothing: none does.
  std::optional<Reason> after_deadline;
  std::vector<TalkPrice> prices;   ///< one for each price of the contract, in its order
  std::vector<PriceGroup> groups;  ///< of `prices`, by equal step; empty: few prices
  std::optional<Outcome<Figure>> difference_year;  ///< of all prices together
  /// What invoices hold more until the contract ends, where that is within the year.
  std::optional<Outcome<Figure>> difference_left;
  std::vector<Reason> waiting_for;  ///< what is missing to determine the prices
  std::vector<Phrase> provisional;  ///< figures that stand in for those that are not there yet
  std::vector<Phrase> entered;      ///< figures under a price that a person entered
  /// Breaks that the prices read across, and figures compared that do not lie whole steps apart.
  std::vector<Phrase> measured_differently;
  /// Of lines with a yearly quantity; largest amount a year first.
  std::vector<TalkReading> readings;
  std::vector<ReadingTotal> reading_totals;  ///< the same, one for each reading
  /// These two: first and last day of the horizon of `futures`.
  Date years_from;
  Date years_to;
  std::vector<TalkFuture> futures;  ///< in the order of the scenario; empty: `no_futures` says why
  std::vector<Phrase> no_futures;   ///< why there are none, though the price moves
  FittingLetter letter;             ///< what the customer is sent
  Phrase verdict;                   ///< ready, or what must be done first
  bool ready = false;               ///< for the talk; else `verdict` says what comes first
  /// A mistake was not told yet: the call comes before the talk, and the letter waits as a draft.
  bool call_first = false;
  /// The letter stays with us: something must be told or changed first.
  bool draft() const { return !untold(*talk).empty() || letter.stopped(); }
  std::vector<Phrase> to_do;  ///< before the talk, in order of date where there is one
  std::vector<std::pair<Phrase, Phrase>> questions;  ///< that the customer may ask, and the answer
  std::vector<AnnexItem> annex;  ///< every figure on page and letter, in order of first use
};

/// The talk must outlive the facts.
TalkFacts facts_of(const Talk& talk);

/// The facts for machines; docs/reference/talk-json.md describes it.
std::string talk_json(const TalkFacts& facts);

/// Why a letter is not written.
struct NoLetter {
  /// What kind of reason it is, for whoever treats one of them otherwise.
  enum class Reason : std::uint8_t {
    stated,            ///< what `why` says, or what is missing
    waits_for_figure,  ///< the new price hangs on a figure that is not there yet
    other_language,    ///< letters of that kind are not written in the customer's language
  };
  Phrase why;                       ///< in one sentence; empty: something is missing
  std::vector<MissingKey> missing;  ///< keys that the contract file does not state yet
  Reason reason = Reason::stated;   ///< of what kind `why` is
};

/// What the customer disputes in our invoices, as he wrote it.
struct Dispute {
  /// One price line that was charged too much, as he says.
  struct OfLine {
    std::string line;               ///< id
    std::optional<Decimal> amount;  ///< too much in all, with or without VAT as the contract says
  };
  std::vector<OfLine> lines;     ///< empty: he disputes nothing
  std::optional<Date> received;  ///< day on which his letter came; nothing: not said
};

/// The letter of a kind about this talk, as its page says it; `language`: of the reader. Nothing is
/// promised that was not proved, and a letter about the price waits for the call about a mistake.
/// `dispute`: what the answer to one answers.
std::variant<Letter, NoLetter> write_letter(const TalkFacts& facts, LetterKind kind,
                                            Language language, const Dispute& dispute = {});

/// What to say on the telephone before the letter of that kind is sent: at most five lines. Empty:
/// there is no such letter.
std::vector<std::string> call_brief(const TalkFacts& facts, LetterKind kind, Language language);

/// The folder of a talk, as relative name -> text: `internal/` for us (talk and annex as HTML and
/// Markdown, talk.json, talk.ics), `customer/` for them (the letter and its annexes, and where
/// both sides have an address the e-mail with them), or
/// `internal/draft/` where the letter cannot go out yet. `language` is that of the readers inside;
/// the letter is in the customer's.
std::map<std::string, std::string> talk_files(const TalkFacts& facts, Language language);

}  // namespace pricetalk
