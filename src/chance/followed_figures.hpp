#pragma once

#include <optional>
#include <vector>

#include "chance/fitting.hpp"
#include "chance/paths.hpp"

namespace pricetalk {

/// The figures of a series that follows another, for all paths at once: what `figure_that_follows`
/// says of each of them.
class FollowedFigures {
 public:
  /// `followed`: as `today` sees it. `shape` and `followed_shape`: their projected periods.
  FollowedFigures(const Series& follower, const Series& followed, const SeriesPaths& shape,
                  const SeriesPaths& followed_shape);

  /// Fills the figures of the follower from those of the other series.
  void fill(const SeriesPaths& followed, SeriesPaths& made) const;

 private:
  /// A figure of the followed series: of a projected period, or of the past.
  struct Part {
    std::optional<std::size_t> projected;
    std::int64_t past = 0;  // in whole 10^-scale_
  };
  std::int64_t part(const Part& part, const SeriesPaths& followed, std::size_t path) const;

  bool rate_;
  int decimals_;
  int scale_;                             // of the arithmetic: no figure has more decimals
  std::int64_t lift_ = 1;                 // from the decimals of the paths to the scale
  std::vector<std::vector<Part>> parts_;  // by period: now and a year before, or all of a mean
};

}  // namespace pricetalk
