#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "answer/answer.hpp"
#include "answer/inbox_rows.hpp"
#include "answer/unread_contract.hpp"

namespace pricetalk {

/// A contract that letters are held against, with its figures.
struct InboxContract {
  std::string path;  ///< of its file, or of the register that it stands in
  std::shared_ptr<const Contract> contract;
  std::shared_ptr<const Library> library;
};

/// What became of a row: one of the verdicts of a letter, or that it could not be judged; of a
/// letter itself, that somebody has to read it.
enum class InboxState : std::uint8_t { accept, ask, dispute, too_late, to_read, not_judged };
/// "accept", "to-read", "not-judged": for machines.
std::string_view word(InboxState state);
/// "accept", "niet beoordeeld".
Phrase words(InboxState state);

/// What announced prices come to above what is allowed, a year: at least and at most. Below zero:
/// less than is allowed.
struct LetterAmount {
  Currency currency;
  Ratio least{0};
  Ratio most{0};
};

/// One letter of an inbox.
struct InboxLetter {
  InboxRow row;
  std::size_t number = 0;                   ///< of the row among all, from 1
  const InboxContract* contract = nullptr;  ///< nothing: not found
  const InboxContract* guess = nullptr;     ///< of a letter itself: the only one that it names
  std::optional<AnsweredLetter> answer;     ///< empty: not judged
  Phrase not_judged;                        ///< why; empty: it was
  bool contradicts = false;                 ///< its price and its percentage
  std::string owner;                        ///< of the row, else the tag `owner` of the contract
  std::optional<LetterAmount> amount;       ///< empty: none can be told

  InboxState state() const;
  /// Last day to answer; nothing where the price has begun, or it was not judged.
  std::optional<Date> answer_by() const;
};

/// Letters of one state and currency, together.
struct InboxSum {
  InboxState state = InboxState::accept;
  std::size_t letters = 0;
  std::size_t without_amount = 0;     ///< of `letters`
  std::vector<LetterAmount> amounts;  ///< one for each currency
};

/// All letters; none is lost: the letters of the sums are those of the rows.
struct InboxAnswer {
  Date today;
  std::vector<InboxLetter> letters;  ///< what is worth most first, then by the last day to answer
  std::vector<InboxSum> sums;        ///< one for each state, in their order
};

/// Finds the contract of each row, and which of its lines the letter names. What is not found is
/// told (A0188) and not judged; so is a letter about a contract that could not be read, with what
/// is wrong with that. The contracts outlive the answer.
std::vector<InboxLetter> addressed(std::vector<InboxRow> rows,
                                   const std::vector<InboxContract>& contracts, Date today,
                                   Diagnostics& diagnostics, const UnreadContracts& unread = {});

/// Judges one letter; nothing is done where it cannot be judged. Safe on several threads.
void judge(InboxLetter& letter, Date today);

/// Tells the letters whose price and percentage contradict each other (A0187): they were not
/// judged.
void tell_contradictions(const std::vector<InboxLetter>& letters, Diagnostics& diagnostics);

/// The sums of all states together.
InboxSum all_letters(const InboxAnswer& inbox);

/// Adds up and ranks.
InboxAnswer collected(std::vector<InboxLetter> letters, Date today);

}  // namespace pricetalk
