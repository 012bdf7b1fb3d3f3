#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/calendar/period.hpp"
#include "pricetalk/document/leaf.hpp"
#include "pricetalk/explain/outcome.hpp"
#include "pricetalk/number/decimal.hpp"

namespace pricetalk {

/// The dated facts that a period rule may count from.
enum class Event : std::uint8_t { adjustment, signature, start, bid, delivery, reset };
const Phrase& words(Event event);

/// Look-backs that only a reference (`base`) may use: the same rule read on another day.
enum class LookBack : std::uint8_t {
  earlier,             ///< "12 months earlier": the comparison period, shifted
  at_previous_date,    ///< the previous scheduled date, whether or not the price moved then
  at_last_adjustment,  ///< the day of the last step
  at_start,            ///< the line's start or the last reset
  at_signature,
  at_bid,
};

/// A phrase of the contract that names a period: "july of previous year", "3 months before",
/// "average of the 4 weeks before bid" (CONTRACT-FORMAT section 6.1).
struct PeriodRule {
  enum class Reading : std::uint8_t { figure, average, compound };
  struct Fixed {
    PeriodSpan span;
    friend bool operator==(const Fixed&, const Fixed&) = default;
  };
  struct Named {  ///< "july to september of same year", "q4 of previous year"
    Unit unit;
    int first;
    int last;
    int years_before;
    friend bool operator==(const Named&, const Named&) = default;
  };
  struct Before {  ///< "3 months before signature"; window: "the 4 weeks before bid"
    int count;
    Unit unit;
    Event event;
    bool window;
    friend bool operator==(const Before&, const Before&) = default;
  };
  struct Latest {
    friend bool operator==(const Latest&, const Latest&) = default;
  };
  struct Number {  ///< references only: a figure that the contract itself states
    Decimal value;
    friend bool operator==(const Number&, const Number&) = default;
  };
  struct Back {
    LookBack what;
    Duration by;  ///< of `earlier`
    friend bool operator==(const Back&, const Back&) = default;
  };

  Reading reading = Reading::figure;
  std::variant<Before, Fixed, Named, Latest, Number, Back> what;
  std::string text;  ///< as written

  const Back* back() const { return std::get_if<Back>(&what); }
  const Number* number() const { return std::get_if<Number>(&what); }
  friend bool operator==(const PeriodRule& a, const PeriodRule& b) {
    return a.reading == b.reading && a.what == b.what;
  }
};

/// Parses a phrase. Nothing when it is no period rule; then `problem` says what was not understood.
std::optional<PeriodRule> parse_period_rule(std::string_view text, Phrase* problem = nullptr);

template <>
struct Leaf<PeriodRule> {
  static Phrase expected();
  static std::string_view type_name() { return "period rule"; }
  static bool read(Reader&, const DocumentNode&, PeriodRule&);
};

/// The days behind the events, as far as the contract states them.
struct EventDates {
  Date adjustment;
  Date signature;
  Date start;
  std::optional<Date> bid;
  std::optional<Date> delivery;
  std::optional<Date> reset;
};

/// The periods that a rule names (not for Latest, Number and Back). Undetermined when the contract
/// does not state the event.
Outcome<PeriodSpan> span_of(const PeriodRule& rule, const EventDates& dates);

/// The span, counted back: months shift months, years shift anything. REQUIRES: `by` is a whole
/// number of the span's own unit, or years.
PeriodSpan earlier(const PeriodSpan& span, const Duration& by);

/// "July of the previous year", "juli van het jaar ervoor".
Phrase in_words(const PeriodRule& rule);

}  // namespace pricetalk
