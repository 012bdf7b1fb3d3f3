#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// Whether a figure that is published after `today` may still change a determined price: a step on
/// the way to it, of a coming day, reads the latest figure of that day, has a stand-in for one that
/// is not there, or rests on one that its publisher may still revise.
bool may_still_change(const PriceSchedule& prices, const PriceEntry& entry, Date today);

/// That a step of a coming day is reckoned with the latest figure of today, and goes by the latest
/// of its own reading day: "Provisional: …". Nothing where it reads no latest figure.
std::optional<Phrase> latest_so_far(const Contract& contract, const PriceEntry& entry, Date today);

/// A figure that a person entered, and its publisher's may replace.
struct EnteredFigure {
  std::string series;  ///< its id
  Period period;
  Decimal value;         ///< as it was entered
  bool percent = false;  ///< whether the series is in percent
  Phrase who;            ///< "entered by hand", or that it was assumed

  friend bool operator==(const EnteredFigure&, const EnteredFigure&) = default;
};
/// "July 2026 of cbs/cpi: 102.90, entered by hand".
Phrase in_words(const EnteredFigure& figure);

/// Those under the price of a day and the surcharges on it. `library`: from which the price was
/// computed.
std::vector<EnteredFigure> entered_figures(const PriceSchedule& prices, Date on,
                                           const Library& library);

}  // namespace pricetalk
