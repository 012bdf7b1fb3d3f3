#pragma once

#include <string>
#include <vector>

#include "letter/letter_file.hpp"
#include "letter/said_figures.hpp"
#include "pricetalk/letter/letter.hpp"

namespace pricetalk {

/// A figure that follows from nothing: it is not in the letter that is made today, its annexes or
/// their derivations, nor in what the contract says to its customer.
struct Stranger {
  SaidFigure figure;
  std::string sentence;
  std::uint32_t line = 0;  ///< of the text that was read
  Phrase ours;             ///< what of ours it is, where it is that; no customer may see it
};

/// What the letter promises, and what became of it.
struct PromiseChange {
  enum class Kind : std::uint8_t {
    changed,   ///< another figure, or a word that turns it round or makes it weaker
    dropped,   ///< it is no longer there
    added,     ///< it stands only in the text that was read
    reworded,  ///< the same figures in other words
  };
  Kind kind = Kind::changed;
  std::string said;        ///< by the letter that is made; empty where it was added
  std::string says;        ///< by the text that was read; empty where it was dropped
  std::uint32_t line = 0;  ///< of the text that was read; 0 where it was dropped
};

/// A letter that somebody changed, held against the one that is made today.
struct ReadBack {
  LetterFile letter;
  Language language = Language::nl;
  bool annexes = false;  ///< the annexes stand in it too
  std::vector<Stranger> strangers;
  std::vector<PromiseChange> promises;
  std::vector<ToneFinding> tone;
  LetterStatistics statistics;

  /// It can go out as it is: other words for the same promise are for a reader to judge.
  bool holds() const;
};

/// `own`: the figures of the proposal that only we may see.
ReadBack read_back(LetterFile file, const Letter& made, const Contract& contract,
                   std::span<const Explained> own);

}  // namespace pricetalk
