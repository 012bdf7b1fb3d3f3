#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/calendar/period.hpp"
#include "pricetalk/diagnostic/source_text.hpp"
#include "pricetalk/document/values.hpp"
#include "pricetalk/explain/calculation.hpp"
#include "pricetalk/number/decimal.hpp"
#include "pricetalk/number/money.hpp"

namespace pricetalk {

// Values that stand behind the keys of a clause.

/// An expression of the formula language (CONTRACT-FORMAT section 5) as a tree.
struct Expression {
  /// What a node of the tree is.
  enum class Kind : std::uint8_t {
    number,  ///< `number`, a fraction of hundred when `percent`
    name,    ///< observation, reference, constant, earlier line, P0
    negate,  ///< operands[0]
    add,     ///< operands[0] + operands[1]; the same for sub, mul, div
    /// These three: operands[0] and operands[1], in this order.
    sub,
    mul,
    div,
    power,  ///< operands[0] ^ exponent
    call,   ///< min, max, average, abs, or a table of the clause
    round,  ///< operands[0] by `rounding`
  };
  Kind kind = Kind::number;          ///< default: a number
  Decimal number;                    ///< of Kind::number; of hundred when `percent`
  bool percent = false;              ///< written with a percent sign
  std::string name;                  ///< of Kind::name, and of the function or table of Kind::call
  int exponent = 1;                  ///< of Kind::power; a whole number from 1 to 60
  RoundingRule rounding;             ///< of Kind::round
  std::vector<Expression> operands;  ///< in the order of writing
  Span span;                         ///< of all of it
};

/// What the last line of a formula gives.
enum class FormulaResult : std::uint8_t { coefficient, price, change, surcharge };

/// What the contract prints: lines that name intermediate figures, the last one gives the result.
struct Formula {
  /// One line: "L = ..." or the result.
  struct Line {
    std::string name;  ///< empty: the result, without a name in front
    Expression value;  ///< right of the equals sign
    Span span;         ///< of the line
  };
  std::vector<Line> lines;  ///< at least one; the last gives the result
  /// By the name in front of the last line; default: the coefficient.
  FormulaResult result = FormulaResult::coefficient;
  std::string text;  ///< as written
};

/// A limit as written: an expression ("4%", "CPI + 1%"), or "none", which lifts one in `during`.
struct LimitValue {
  bool none = false;  ///< nothing is limited
  Expression value;   ///< what is allowed; empty for `none`
  std::string text;   ///< as written
};

/// The dated facts that a period rule may count from.
enum class Event : std::uint8_t { adjustment, signature, start, bid, delivery, reset };

/// Look-backs that only a reference (`base`) may use: the same rule read on another day.
enum class LookBack : std::uint8_t {
  earlier,             ///< "12 months earlier": the comparison period, shifted
  at_previous_date,    ///< the previous scheduled date, whether or not the price moved then
  at_last_adjustment,  ///< the day of the last step
  at_start,            ///< the line's start or the last reset
  /// These two: on the day of signature, or of the bid.
  at_signature,
  at_bid,
};

/// A phrase of the contract that names a period: "july of previous year", "3 months before",
/// "average of the 4 weeks before bid" (CONTRACT-FORMAT section 6.1).
struct PeriodRule {
  /// How the periods of a window become one value: the figure of one period, their mean, or the
  /// product of their changes.
  enum class Reading : std::uint8_t { figure, average, compound };
  /// "2019-07", "2019-07 to 2019-09".
  struct Fixed {
    PeriodSpan span;  ///< one period, or all from the first to the last
    friend bool operator==(const Fixed&, const Fixed&) = default;
  };
  struct Named {  ///< "july to september of same year", "q4 of previous year"
    Unit unit;    ///< of what is named: a month or a quarter
    /// These two: number in its year of the first and the last one; 1 is January, or the first
    /// quarter.
    int first;
    int last;
    int years_before;  ///< 0: the same year as the adjustment; 1: the previous one
    friend bool operator==(const Named&, const Named&) = default;
  };
  /// "3 months before signature", "6 months after bid"; windows: "the 4 weeks before bid",
  /// "9 months before to 4 months before".
  struct Before {
    int count;    ///< how many units before the event; below 0: after it
    Unit unit;    ///< of `count`
    Event event;  ///< from which it is counted
    bool window;  ///< all periods from `count` to `last`, not the first of them
    int last;     ///< of a window: how many units before the event its last period lies; else 1
    friend bool operator==(const Before&, const Before&) = default;
  };
  /// "first monday of month of adjustment": one day of a longer period.
  struct DayIn {
    int nth;                         ///< 1 to 4, or -1: the last one
    int weekday;                     ///< 1 is Monday; 0: any day
    std::variant<Before, Named> in;  ///< the period; a single one
    friend bool operator==(const DayIn&, const DayIn&) = default;
  };
  /// "latest published": the last one that is known on the reading day.
  struct Latest {
    friend bool operator==(const Latest&, const Latest&) = default;
  };
  struct Number {   ///< references only: a figure that the contract itself states
    Decimal value;  ///< the figure
    friend bool operator==(const Number&, const Number&) = default;
  };
  /// Another reading of the same rule; only of a reference.
  struct Back {
    LookBack what;  ///< in which way
    Duration by;    ///< of `earlier`
    friend bool operator==(const Back&, const Back&) = default;
  };

  Reading reading = Reading::figure;  ///< default: one figure
  /// Which periods; default: those counted from an event.
  std::variant<Before, Fixed, Named, Latest, Number, Back, DayIn> what;
  std::string text;  ///< as written

  /// These two: the rule as that kind, or nothing.
  const Back* back() const { return std::get_if<Back>(&what); }
  const Number* number() const { return std::get_if<Number>(&what); }
  friend bool operator==(const PeriodRule& a, const PeriodRule& b) {
    return a.reading == b.reading && a.what == b.what;
  }
};

/// A plain number (0.945) or a percentage as text ("2%"), which stands for its fraction.
struct Scalar {
  Decimal value;            ///< the fraction: "2%" is 0.02
  Form form = Form::plain;  ///< plain, or percent when it was written as one
  friend bool operator==(const Scalar&, const Scalar&) = default;
};

/// A named number: one value, or a list of dated ones.
struct ConstantValue {
  /// A value from a day on.
  struct From {
    std::optional<Date> from;  ///< empty: from the beginning
    Scalar value;              ///< what it is from then on
  };
  std::vector<From> values;  ///< in order of date
};

/// `pass_through`: a share, or knees `[{ up_to = "3%", share = "100%" }, { share = "50%" }]`.
struct PassThroughValue {
  /// A band of changes and the share of it that is passed on.
  struct Knee {
    std::optional<Percent> up_to;  ///< empty on the last one
    Percent share;                 ///< of the part of the change that lies in this band
  };
  std::vector<Knee> knees;  ///< at least one
};

/// `"10%"` or `"5 points"`.
struct ThresholdLimit {
  Decimal value;        ///< fraction, or points
  bool points = false;  ///< `value` is in index points, not a fraction
};

/// `on`: a day of the year, or the contract's anniversary.
struct AdjustDay {
  std::optional<MonthDay> day;  ///< empty: anniversary
};

/// `link.at`: a period, or the latest period that is definitive in both series.
struct LinkPoint {
  std::optional<Period> period;  ///< empty: last definitive
};

}  // namespace pricetalk
