#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "portfolio/path_book.hpp"

namespace pricetalk {

/// What one contract costs on all paths, by future and alternative that fits it: the years, and
/// what is contracted.
class PathSums {
 public:
  PathSums(const BookedContract& contract, std::size_t futures, std::size_t paths);

  /// A year, counted from the first, or behind the last year what is contracted.
  std::span<std::int64_t> column(std::size_t future, std::size_t variant, std::size_t year) {
    return {data_.data() + at(future, variant, year), paths_};
  }
  std::span<const std::int64_t> column(std::size_t future, std::size_t variant,
                                       std::size_t year) const {
    return {data_.data() + at(future, variant, year), paths_};
  }
  std::size_t years() const { return years_; }
  static std::uint64_t bytes(const BookedContract& contract, std::size_t futures,
                             std::size_t paths);

  /// Paths, of all futures, that were simulated one by one.
  std::size_t one_by_one = 0;
  Phrase why;
  bool open = false;  ///< some amount is not known

 private:
  std::size_t at(std::size_t future, std::size_t variant, std::size_t year) const {
    return ((future * variants_ + variant) * (years_ + 1) + year) * paths_;
  }
  std::size_t variants_;
  std::size_t years_;
  std::size_t paths_;
  std::vector<std::int64_t> data_;
};

/// What a chunk says of a contract, besides the amounts.
struct ChunkNotes {
  std::size_t one_by_one = 0;
  Phrase why;
  bool open = false;
  Diagnostics problems;
};

/// Prices contracts on a run of paths of one future. For one thread.
class PathChunk {
 public:
  /// All of these outlive this. `paths`: one run for each different library.
  PathChunk(const PathBook& book, const PathQuestion& question, std::size_t future,
            const std::vector<Paths>& paths);

  /// The amounts of a contract on these paths, into its sums.
  ChunkNotes run(const BookedContract& contract, PathSums& sums);

 private:
  using Parts = std::vector<std::vector<std::int64_t>>;
  struct Lost {
    std::vector<bool> paths;  ///< to be simulated one by one
    Phrase why;
  };

  void run_line(const BookedContract& contract, const BookedVariant& variant, std::size_t line,
                Parts& parts, Lost& lost);
  /// Those of `places` that branch in the way of `followed`; the others are left in `places`.
  /// Nothing where it is refused.
  Phrase run_places(const BookedVariant& variant, const BookedVariant::OneLine& line, bool own,
                    const PathFollowed& followed, PathColumns& columns, int decimals, Parts& parts,
                    std::vector<std::uint32_t>& places);
  void simulate_lost(const BookedContract& contract, const Lost& lost, PathSums& sums,
                     ChunkNotes& notes);
  void take(const BookedContract& contract, const Parts& parts, std::size_t variant,
            PathSums& sums) const;

  const PathBook& book_;
  const PathQuestion& question_;
  std::size_t future_;
  const std::vector<Paths>& paths_;
  Plans plans_;
  std::vector<PathColumns> columns_;
};

}  // namespace pricetalk
