#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advice/prover.hpp"
#include "talk/letter_draft.hpp"

namespace pricetalk {

/// A price that the adjustment moves, as the page has it.
struct MovedPrice {
  const TalkPrice* price = nullptr;  ///< never nothing
  FallbackPrice step;                ///< the same as letters and annexes name it
  bool falls = false;
  /// Nothing: it could not be proved, and is not promised.
  std::optional<Proved<ClaimKind::price_becomes>> proved;
};

/// What the adjustment under discussion does to the prices.
struct PriceNews {
  std::vector<MovedPrice> moved;
  std::vector<const TalkPrice*> lost;  ///< whose step came too late
  std::vector<const TalkPrice*> open;  ///< whose new price is not known yet
  /// The first day of the new prices on invoices, where they have one and the same.
  std::optional<Date> one_day;

  bool any_rises() const;
  bool any_falls() const;
  /// Of all that moves, as the annex takes them.
  std::vector<FallbackPrice> steps() const;
};
PriceNews price_news(const TalkFacts& facts);

/// Why there is no letter about an adjustment at all: the contract ended, nothing moves, a figure
/// is waited for. Nothing: there is something to say.
std::optional<NoLetter> nothing_to_say(const LetterTask& task, const PriceNews& news);

/// Prices, first day, amounts a month and a year, costs behind them, and what a person wrote about
/// them; the annex with the steps. REQUIRES: something moved.
void add_price_fields(LetterParts& parts, const LetterTask& task, const PriceNews& news);

/// The changes in the figures behind the step, their weights and their effect; nothing where the
/// moved prices do not share one clause that weighs them.
void add_basket(LetterParts& parts, const LetterTask& task, const PriceNews& news);

/// The step of a price in percent, with two decimals, as a figure of the letter.
Explained percent_figure(const Ratio& fraction, const std::string& address, const Phrase& label,
                         Fixity fixity, NodeId node);

/// A field of text that a person wrote, and the word that says that it is there.
void add_written(Fields& fields, const char* name,
                 const std::optional<Stated<std::string>>& written);

}  // namespace pricetalk
