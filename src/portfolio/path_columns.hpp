#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "chance/paths.hpp"
#include "portfolio/path_course.hpp"
#include "portfolio/plans.hpp"

namespace pricetalk {

/// A number on some paths: one for each, or one for all.
struct PathColumn {
  std::vector<std::int64_t> own;         ///< one for each path; empty: `values` is elsewhere
  const std::int64_t* values = nullptr;  ///< null: `same`
  std::int64_t same = 0;
  ColumnRanges ranges{ColumnRange{}};

  PathColumn() = default;
  PathColumn(PathColumn&&) = default;  // what `values` points at moves along
  PathColumn& operator=(PathColumn&&) = default;
  PathColumn(const PathColumn&) = delete;
  PathColumn& operator=(const PathColumn&) = delete;
  ~PathColumn() = default;

  Column column() const { return {values, same}; }
  bool differs() const { return values != nullptr; }
  std::int64_t at(std::size_t path) const { return values == nullptr ? same : values[path]; }
};

/// The numbers that follow from the figures of some paths, each computed once for all lines that
/// read it. For one thread.
class PathColumns {
 public:
  /// `chosen`: only these of the paths, by their place among them; empty: all. The paths outlive
  /// this.
  PathColumns(const Paths& paths, std::vector<std::uint32_t> chosen, Plans& plans);

  std::size_t size() const { return size_; }
  /// Which place among the paths a column has.
  std::size_t place(std::size_t column) const { return chosen_.empty() ? column : chosen_[column]; }
  /// The numbers of a value; null: it cannot be proven for these figures. Limits are put into
  /// `room`, which the result may point into.
  const PathColumn* of(const PathValue& value, PathColumn& room);
  /// Why the last value was not proven.
  const Phrase& refused() const { return refused_; }

 private:
  struct Figure {
    std::vector<std::int64_t> own;
    const std::int64_t* values = nullptr;
    ColumnRange range;
  };
  const PathColumn* computed(const PathValue& value);
  const Figure& figure(DrawnFigures::At at);

  const Paths& paths_;
  std::vector<std::uint32_t> chosen_;
  std::size_t size_;
  Plans& plans_;
  std::vector<std::vector<Figure>> figures_;
  std::unordered_map<const PathValue*, PathColumn> computed_;
  Phrase refused_;
};

/// Why a plan of bands does not run over columns.
Phrase no_bands();

}  // namespace pricetalk
