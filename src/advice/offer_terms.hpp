#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "advice/claim.hpp"
#include "pricetalk/advice/proposal.hpp"

namespace pricetalk {

/// A price that moves in the first year although the customer accepts.
struct PriceMove {
  /// What moves it: a step up or down, or a discount that ends.
  enum class Kind : std::uint8_t { rises, falls, discount_ends };
  Kind kind = Kind::rises;            ///< default: it rises
  const Line* line = nullptr;         ///< never nothing
  std::size_t price = 0;              ///< which tier
  Date from;                          ///< first day of the new price
  std::optional<Figure> now;          ///< before it; empty: not known
  std::optional<Figure> then;         ///< empty: not known yet, or a later figure may change it
  const PriceEntry* entry = nullptr;  ///< that makes `then`
  Date charged_from = from;           ///< first day of `then` on an invoice
};

/// What becomes of a waived step in later years.
struct ComingBack {
  /// How much of it.
  enum class Kind : std::uint8_t {
    never,   ///< the prices go on from the lower level
    partly,  ///< a later step makes up for a part of it
    wholly,  ///< from a day on the prices are what they would have been
    more,    ///< the customer pays more than with the usual indexation
  };
  Kind kind = Kind::never;  ///< default: nothing
  /// The first day on which any of it is back, in any future; where nothing is back in these
  /// futures and may be in another, the first day on which that can happen.
  std::optional<Date> from;
  /// In every future the same, for every price on the same day; of `never`: whatever comes.
  bool sure = true;
};

/// A series with figures that nobody knows yet.
struct AssumedSeries {
  std::string name;               ///< title and publisher
  std::optional<Percent> a_year;  ///< by how much it grows; nothing: it is said otherwise
};

/// What an amount rests on that nobody can know yet.
struct Expectation {
  bool least = false;  ///< the lowest of several futures that differ
  /// No future is asked: the price is reckoned with the figures of today, and a later one may
  /// change it.
  bool so_far = false;
  Phrase figures = {};  ///< how they go on: "consumer prices (CBS): 2.5% a year"; may be empty
  std::vector<AssumedSeries> series = {};  ///< of `figures`, one by one
};

/// What a proposal takes off the bill in the same days, by one innovation or several.
struct BillReduction {
  std::vector<std::string> ids;  ///< of the innovations
  Date from;                     ///< first day
  std::optional<Date> until;     ///< empty: no end
  Explained month;               ///< a month
};

/// A saving that both sides share. It is measured: the share is promised, its amount is not.
struct SharedSaving {
  const InnovationTerms* innovation = nullptr;  ///< never nothing; states how it is measured
  Side whose = Side::supplier;                  ///< whose cost it lowers; default: ours
  Date from;                                    ///< first day on which it is shared
  Date until;                                   ///< last day
  Explained share;                              ///< of the other side, in percent
  Explained saving;                             ///< a year, cautious
  Explained part;                               ///< of the other side, of that
};

/// A price on one step of a glide path.
struct GlideStep {
  const Line* line = nullptr;         ///< never nothing
  std::size_t price = 0;              ///< which tier
  Date charged_from;                  ///< first day on an invoice
  Percent change;                     ///< by how much it rises
  std::optional<Figure> then;         ///< empty: not proved
  const PriceEntry* entry = nullptr;  ///< that makes it
};

/// Everything about an offer that the customer may see, and nothing else.
struct OfferTerms {
  const Contract* contract = nullptr;  ///< never nothing
  /// These two: what is offered; never nothing.
  std::string innovation_id;
  const InnovationTerms* innovation = nullptr;
  std::vector<const InnovationTerms*> all;  ///< it and what is offered with it
  const InnovationTerms* earned = nullptr;  ///< of a gift: the saving of ours that is its reason
  InnovationForm form = InnovationForm::exchange;  ///< default: exchange
  Date adjustment;                                 ///< whose step is waived
  /// These two: first and last of the horizon.
  ProposalYear first_year;
  ProposalYear last_year;
  Promises promises;                         ///< what was proved, and may be said
  std::vector<BillReduction> reductions;     ///< the earliest first; empty: nothing is reduced
  std::vector<SharedSaving> shared;          ///< in the order of `all`
  std::vector<GlideStep> glide;              ///< of a glide path, in the order of its days
  std::optional<Explained> reduction_month;  ///< these two: of the only reduction
  std::optional<Explained> reduction_year;
  std::optional<Explained> reduction_total;  ///< of all of them
  std::optional<Explained> original_value;   ///< of the whole contract, where it can be computed
  std::optional<Explained> reduction_part;   ///< reduction_total in percent of it
  std::vector<FallbackPrice> fallback;       ///< one for each price that the step moves
  std::vector<PriceMove> moves;              ///< that the proposal does not stop, in the first year
  std::vector<std::string> waived;           ///< lines of which a step is given up
  /// Nothing: what the waiver saves in the first year is known, whatever happens.
  std::optional<Expectation> expected;
  /// What the totals of the first year rest on that is not published, though what the waiver saves
  /// may not: "consumer prices (CBS): 2.5% a year". Empty: they are known.
  Phrase assumed_totals;
  std::vector<AssumedSeries> assumed_series;  ///< of `assumed_totals`, one by one
  std::vector<MissingKey> missing;            ///< empty: a letter can be written
  Date today;                                 ///< the day of the letter
  Date reduction_from;                        ///< first day of the earliest reduction
  std::optional<Date> reduction_until;        ///< last day of the last one; empty: no end
  std::optional<Deadline> deadline;           ///< last day to announce the indexation
  bool late = false;                          ///< that day has passed, or passes before the letter
  ComingBack coming_back;                     ///< default: nothing comes back
  /// The step moves on to a later date, so that nothing is saved in the first year.
  bool postponed = false;
  Derivation derivation;  ///< of all figures here but the fallback prices
};

}  // namespace pricetalk
