#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "pricetalk/advice/proposal.hpp"
#include "pricetalk/page/page.hpp"

namespace pricetalk {

/// What a letter is about. The last two are of the customer, all others of the supplier.
enum class LetterKind : std::uint8_t {
  innovation,    ///< an innovation instead of the indexation
  indexation,    ///< the step of the contract, in full
  partial,       ///< less than the contract allows, by a decision
  decrease,      ///< the price falls
  late,          ///< the step was announced too late
  disclosure,    ///< we charged too much, and pay it back
  confirmation,  ///< what was agreed
  reminder,      ///< what the customer still owes us
  value,         ///< what both found it is worth
  relief,        ///< a step is put off
  referral,      ///< somebody else does it better
  farewell,      ///< the contract ends
  dispute,       ///< what is right of what the customer disputes
  claim,         ///< we paid too much, and ask it back
  request,       ///< we ask for the calculation
};

/// Measured between salutation and closing. No certificate of a reading level: only counts.
struct LetterStatistics {
  /// These two: counted between salutation and closing.
  int words = 0;
  int sentences = 0;
  int longest = 0;               ///< words in the longest sentence
  std::string longest_sentence;  ///< the words of that sentence
  Decimal average;               ///< words a sentence, one decimal
};

/// One way of writing that a reader does not want to receive. `pattern` and `unless` are regular
/// expressions in ICU syntax, applied to one sentence; `unless` silences a hit in the same
/// sentence.
struct TonePattern {
  std::string_view id;       ///< "NL01"; permanent
  std::string_view pattern;  ///< found with it in one sentence, capitals or not
  std::string_view unless;   ///< empty: nothing silences it
  std::string_view hit;      ///< a sentence that must be found
  std::string_view why;      ///< shown to the writer, in the language of the pattern
  std::string_view better;   ///< what to write instead
  bool stops;                ///< no letter goes out with it until the writer confirms
};

/// A place where a pattern was found.
struct ToneFinding {
  const TonePattern* pattern = nullptr;  ///< never nothing
  std::string sentence;                  ///< in which it stands, line breaks collapsed
  std::string words;                     ///< that were found
  std::uint32_t line = 0;                ///< of the text, from 1: where the sentence begins
};

/// A rule of a good letter that this text does not keep. Advice, not an error.
struct LetterRemark {
  std::string rule;  ///< "length", "long-sentence", "decision-first", "address", "typed-amount"
  Phrase text;       ///< what to do, in a sentence
};

/// An amount that only we may see, typed by hand in words that the customer reads.
struct Leak {
  std::string figure;  ///< as it is typed
  Phrase what;         ///< "own cost of kantoor"
  std::string key;     ///< where it is typed: "innovation.slim.what"
};

/// Every own cost, margin, saving, running cost and investment of the contract file, and every
/// figure that the proposal computed for us (`own`), that stands typed in what a customer reads:
/// the words of the offer, names, units and addresses, the contract's title and id, what is said of
/// its own series. Costs, margins and savings count a unit, a year and a month. A number counts as
/// an amount with a currency beside it, in words or signs, with decimals, next to "per" and a unit,
/// or from four digits on where the word behind it is not known to count things.
std::vector<Leak> leaks(const Contract& contract, std::span<const Explained> own = {});

/// The short e-mail to which a letter is attached. It carries the message too: many people read
/// nothing else.
struct LetterMail {
  std::string subject;  ///< one line
  std::string text;     ///< salutation, at most five lines, closing and name; plain text
  std::string spoken;   ///< said on the telephone in its place; empty: its first paragraph
};

/// A letter with all that must go with it. Holds nothing that only we may see.
struct Letter {
  LetterKind kind = LetterKind::innovation;  ///< what it is about
  Language language = Language::nl;          ///< of the reader
  Page page;                                 ///< the letter itself
  std::string text;                          ///< the same in Markdown
  LetterMail mail;                           ///< to which it is attached
  std::vector<Page> annexes;                 ///< in the order in which the letter names them
  std::vector<Explained> figures;            ///< every amount in `text`, in order of first use
  /// The derivations behind `figures` that no proposal explains.
  std::vector<Evidence> evidence;
  LetterStatistics statistics;  ///< of `text`
  /// Ways of writing that a reader does not want to receive, in the order of the text.
  std::vector<ToneFinding> tone;
  std::vector<LetterRemark> remarks;  ///< rules that it does not keep, in the order of the text
  std::vector<Leak> leaks;            ///< amounts of ours that stand in it: it stops the letter

  /// A tone pattern that stops a letter was hit, or an amount of ours stands in it.
  bool stopped() const;
};

/// What stops a letter, in one paragraph: each tone pattern with its words, each amount of ours.
/// Empty where nothing does.
Phrase stop_reasons(const Letter& letter);

/// Writes the letter for an offer, or says what it still needs. There is no letter for a refusal.
/// `language`: of the reader.
std::variant<Letter, std::vector<MissingKey>> write_letter(const Offer& offer, Language language);

}  // namespace pricetalk
