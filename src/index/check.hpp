#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/index/series.hpp"

// Is a library of series sound? The figures are held against each other and against what their
// headings say; nothing is mended, and nothing is computed that a price could read.

namespace pricetalk {

/// What can be found in a series.
enum class CheckKind : std::uint8_t {
  order,              ///< rows of one table that do not follow their periods
  repeated,           ///< a later row that says what an earlier one said
  frequency,          ///< a period of another length than the heading says
  gap,                ///< periods between the first and the last without a figure, not declared
  filled_hole,        ///< a period that will never have a figure, and has one
  decimals,           ///< more or fewer decimals than published: lost zeros
  after_stop,         ///< figures after the last period that was published
  leap,               ///< a figure that can hardly be meant: a lost decimal sign, zero
  unknown_series,     ///< the heading names a series that is not in the library
  mean,               ///< a mean of months or quarters that is another figure
  rate,               ///< a change over a year that does not follow from the index
  base,               ///< the base period does not have the base value
  agrees,             ///< a disagreement that is declared and does not exist
  not_compared,       ///< a disagreement that is declared for a period that cannot be compared
  still_provisional,  ///< provisional figures of more than 18 months ago
  no_licence,
  no_source
};

/// How much a finding weighs.
enum class CheckLevel : std::uint8_t {
  error,      ///< a figure or the heading is wrong
  remark,     ///< no figure is wrong, but a reader has to know
  explained,  ///< the figures behind the published ones had more decimals: both can be right
  known       ///< the publisher's own statements differ, and the file says why
};

/// The stable English word for machines: "filled_hole", "explained".
std::string_view word(CheckKind kind);
std::string_view word(CheckLevel level);

struct CheckFinding {
  CheckKind kind = CheckKind::gap;
  CheckLevel level = CheckLevel::error;
  /// Which periods it is about; nothing when it is about the heading.
  std::optional<PeriodSpan> periods;
  std::int64_t count = 0;           ///< of periods or rows; 0 when it is about the heading
  std::optional<Decimal> stated;    ///< what stands in the library, of mean, rate and base
  std::optional<Decimal> computed;  ///< what the other figures give, with two decimals more
  Phrase text;                      ///< without the series' name
  Span where;                       ///< REQUIRES, to be printed: the library is alive
};

/// How often the figures of a series agree with those that they follow from.
struct Comparison {
  CheckKind kind = CheckKind::mean;  ///< mean, rate or base
  std::string with;                  ///< series id; of base: the base as written
  int compared = 0;                  ///< agree + explained + known + differ
  int agree = 0;
  int explained = 0;
  int known = 0;
  int differ = 0;
};

struct SeriesCheck {
  std::string series;
  std::int64_t figures = 0;
  std::vector<Comparison> comparisons;
  std::vector<CheckFinding> findings;
};

/// Checks the series named, or all; REQUIRES: every id is in the library. Means, rates and bases
/// are compared with the last version of every figure, exactly, and rounded half-up to the decimals
/// of the published figure. `today` tells only how old a provisional figure is.
std::vector<SeriesCheck> check_series(const Library& library, std::span<const std::string> ids,
                                      const Date& today);

/// Whether anything in it is an error.
bool has_errors(const std::vector<SeriesCheck>& checks);

}  // namespace pricetalk
