#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "pricetalk/page/page.hpp"
#include "pricetalk/talk/facts.hpp"
#include "talk/calendar_file.hpp"
#include "talk/rhythm.hpp"
#include "talk/talk_state.hpp"

namespace pricetalk {

/// What a letter of a round waits for.
enum class LetterStands : std::uint8_t { none, incomplete, draft, ready };

/// "incomplete": for machines.
std::string_view word(LetterStands stands);

/// One talk of many, with what its row says: nothing of it points into the talk.
struct RoundRow {
  std::string path;    ///< of the contract file
  std::string folder;  ///< of its talk, below that of the round
  std::string id;
  std::string title;
  std::string customer;  ///< its name; empty: the file does not say it
  Currency currency;
  Vat vat = Vat::excluded;           ///< whether its amounts hold VAT
  std::optional<Date> adjustment;    ///< nothing: no price moves any more
  std::optional<Date> announce_by;   ///< last working day; nothing: no duty to announce
  std::optional<int> days_left;      ///< working days until then; negative: it has passed
  std::vector<Ratio> steps;          ///< of the prices, from low to high, each once
  bool steps_open = false;           ///< the step of a price is not known yet
  std::optional<Money> per_year;     ///< what all prices become more; nothing: see below
  bool per_year_open = false;        ///< prices move, and that amount is not known yet
  Phrase verdict;                    ///< as the page says it, without where it stands there
  bool ready = false;                ///< for the talk
  std::size_t wrong = 0;             ///< red-face findings that are mistakes
  std::size_t blush = 0;             ///< the others
  std::optional<LetterKind> letter;  ///< that fits; nothing: none does
  LetterStands stands = LetterStands::none;
  bool before_call = false;  ///< it can go out, and nobody called yet
  TalkState state;
  Phrase next;                  ///< what comes next
  std::optional<Date> next_by;  ///< until when; nothing: no day is stated
  std::string owner;            ///< who of us does it; empty: nobody is named
  std::vector<Phrase> silent;   ///< signs of a good customer whom nobody speaks to
  std::vector<Phrase> drift;    ///< what fell for several periods in a row
  Rhythm rhythm;                ///< how often we call and visit
  /// These two: as the calendar of its talk has them.
  std::vector<CalendarEvent> days_en;
  std::vector<CalendarEvent> days_nl;
};

/// A contract that has no talk, or whose folder was not written anew: what is wrong first.
struct RoundProblem {
  std::string path;
  std::string place;  ///< file:line:column; empty: the whole file
  Phrase what;
};

/// Many talks beside each other.
struct TalkRound {
  Date today;
  std::vector<RoundRow> rows;
  std::vector<RoundProblem> problems;

  /// What all talks of a currency come to whose amounts hold VAT, or do not.
  struct Sum {
    Currency currency;
    Vat vat = Vat::excluded;
    std::size_t talks = 0;
    std::size_t without_amount = 0;  ///< of these: prices move, and the amount is not known
    Money per_year;
  };
  /// One for each currency and VAT, in the order of their codes, without VAT first.
  std::vector<Sum> sums() const;
};

/// The row of a talk.
RoundRow round_row(const TalkFacts& facts, std::string path, std::string folder);

/// Those that can still be announced in time first, by the last day to do so; then those without
/// one. Of the same day the most money goes first, whichever way it goes.
void sort(TalkRound& round);

/// The list on A4 on its side. Each talk leads to its page.
Page round_page(const TalkRound& round, Language language);
/// The same for machines.
std::string round_json(const TalkRound& round);
/// The last days to announce and to give notice, the calls and the answers of all talks. An event
/// has the name that it has in the calendar of its own talk.
std::string round_calendar(const TalkRound& round, Language language);

/// The cells of a row that page, workbook and screen share, in words.
std::string steps_text(const RoundRow& row, Language language);
std::string letter_text(const RoundRow& row, Language language);
std::string stands_text(const RoundRow& row, Language language);
std::string state_text(const RoundRow& row, Language language);
std::string days_left_text(const RoundRow& row, Language language);
/// "Waterschap Polder", or the title where the customer has no name.
const std::string& name_of(const RoundRow& row);

}  // namespace pricetalk
