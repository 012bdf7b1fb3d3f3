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
  enum class Kind : std::uint8_t {
    number,  ///< `number`, a fraction of hundred when `percent`
    name,    ///< observation, reference, constant, earlier line, P0
    negate,  ///< operands[0]
    add,     ///< operands[0] + operands[1]; the same for sub, mul, div
    sub,
    mul,
    div,
    power,  ///< operands[0] ^ exponent
    call,   ///< min, max, average, abs, or a table of the clause
    round,  ///< operands[0] by `rounding`
  };
  Kind kind = Kind::number;
  Decimal number;
  bool percent = false;
  std::string name;
  int exponent = 1;
  RoundingRule rounding;
  std::vector<Expression> operands;
  Span span;
};

/// What the last line of a formula gives.
enum class FormulaResult : std::uint8_t { coefficient, price, change, surcharge };

/// What the contract prints: lines that name intermediate figures, the last one gives the result.
struct Formula {
  struct Line {
    std::string name;  ///< empty: the result, without a name in front
    Expression value;
    Span span;
  };
  std::vector<Line> lines;
  FormulaResult result = FormulaResult::coefficient;
  std::string text;
};

/// A limit as written: an expression ("4%", "CPI + 1%"), or "none", which lifts one in `during`.
struct LimitValue {
  bool none = false;
  Expression value;
  std::string text;
};

/// The dated facts that a period rule may count from.
enum class Event : std::uint8_t { adjustment, signature, start, bid, delivery, reset };

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

/// A plain number (0.945) or a percentage as text ("2%"), which stands for its fraction.
struct Scalar {
  Decimal value;  ///< the fraction: "2%" is 0.02
  Form form = Form::plain;
  friend bool operator==(const Scalar&, const Scalar&) = default;
};

/// A named number: one value, or a list of dated ones.
struct ConstantValue {
  struct From {
    std::optional<Date> from;  ///< empty: from the beginning
    Scalar value;
  };
  std::vector<From> values;  ///< in order of date
};

/// `pass_through`: a share, or knees `[{ up_to = "3%", share = "100%" }, { share = "50%" }]`.
struct PassThroughValue {
  struct Knee {
    std::optional<Percent> up_to;  ///< empty on the last one
    Percent share;
  };
  std::vector<Knee> knees;  ///< at least one
};

/// `"10%"` or `"5 points"`.
struct ThresholdLimit {
  Decimal value;  ///< fraction, or points
  bool points = false;
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
