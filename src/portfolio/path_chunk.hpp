#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "portfolio/path_book.hpp"

namespace pricetalk {

/// What one contract costs on all paths, by future and alternative that fits it: for each year what
/// is contracted, and what assumes renewal.
class PathSums {
 public:
  PathSums(const BookedContract& contract, std::size_t futures, std::size_t paths);

  /// Of a run of paths each part (BookedVariant::parts); empty where nothing is charged to it.
  std::vector<std::span<std::int64_t>> parts(std::size_t future, std::size_t variant,
                                             std::size_t first, std::size_t count);
  /// These two add to `into`, which has a number for each path: what a year costs, counted from the
  /// first; and what is contracted, of all years.
  void add_year(std::size_t future, std::size_t variant, std::size_t year,
                std::span<std::int64_t> into) const;
  void add_contracted(std::size_t future, std::size_t variant, std::span<std::int64_t> into) const;
  std::size_t years() const { return part_count_ / 2; }
  static std::uint64_t bytes(const BookedContract& contract, std::size_t futures,
                             std::size_t paths);

  /// Paths, of all futures, that were simulated one by one.
  std::size_t one_by_one = 0;
  Phrase why;
  bool open = false;  ///< some amount is not known

 private:
  static constexpr std::size_t none = SIZE_MAX;
  static std::vector<std::size_t> used(const BookedContract& contract);
  std::size_t column(std::size_t future, std::size_t variant, std::size_t part) const;
  void add(std::size_t future, std::size_t variant, std::size_t part,
           std::span<std::int64_t> into) const;

  std::size_t variants_;
  std::size_t part_count_;
  std::size_t paths_;
  std::size_t columns_ = 0;             ///< of one future
  std::vector<std::size_t> column_of_;  ///< by variant and part; none: nothing is charged to it
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
  using Parts = std::span<const std::span<std::int64_t>>;
  struct Lost {
    std::vector<bool> paths;  ///< to be simulated one by one
    Phrase why;
  };

  void run_line(const BookedContract& contract, const BookedVariant& variant, std::size_t line,
                Parts parts, Lost& lost);
  /// Those of `places` that branch in the way of `followed`; the others are left in `places`.
  /// Nothing where it is refused.
  Phrase run_places(const BookedVariant& variant, const BookedVariant::OneLine& line, bool own,
                    const PathFollowed& followed, PathColumns& columns, int decimals, Parts parts,
                    std::vector<std::uint32_t>& places);
  void simulate_lost(const BookedContract& contract, const Lost& lost, PathSums& sums,
                     ChunkNotes& notes);

  const PathBook& book_;
  const PathQuestion& question_;
  std::size_t future_;
  const std::vector<Paths>& paths_;
  Plans plans_;
  std::vector<PathColumns> columns_;
};

}  // namespace pricetalk
