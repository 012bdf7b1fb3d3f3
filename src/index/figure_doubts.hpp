#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include "pricetalk/index/series.hpp"

/// Figures that stand in a series, and that can hardly be meant.
namespace pricetalk {

/// What speaks against one of them.
struct FigureDoubt {
  RecordId figure = 0;
  Phrase why;    ///< "about 10 times the figure 100.00 of 2024-01; decimal sign: is 102.50 meant?"
  Phrase cause;  ///< another series, base year or unit; may be empty
};

/// How a series is watched.
enum class Watch : std::uint8_t {
  impossible,  ///< an index of zero or below, five times or a fifth of the figure before
  unusual,     ///< and what leaves everything behind that the index showed before
};

/// Each figure is held against those before it, and one that is doubted against none. At most
/// three.
std::vector<FigureDoubt> figure_doubts(const Series& series, const Library& library, Watch watch);

/// What is doubtful in the series that many contracts read, looked at once for each.
class KnownFigureDoubts {
 public:
  /// As `figure_doubts` with the library that asks first.
  const std::vector<FigureDoubt>& of(const std::shared_ptr<const Series>& series,
                                     const Library& library);

 private:
  std::map<std::shared_ptr<const Series>, std::vector<FigureDoubt>> known_;
};

}  // namespace pricetalk
