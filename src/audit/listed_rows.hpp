#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "audit/offending.hpp"

namespace pricetalk {

/// Rows that are not judged, all or the first of them.
class ListedRows {
 public:
  void add(OffendingRow row) { rows_.push_back(std::move(row)); }
  /// All rows until here are in: those that come later stand later.
  void settle(bool every_row) {
    std::stable_sort(rows_.begin() + static_cast<std::ptrdiff_t>(settled_), rows_.end(),
                     [](const auto& a, const auto& b) { return a.order < b.order; });
    if (!every_row && rows_.size() > first_rows) rows_.resize(first_rows);
    settled_ = rows_.size();
  }
  bool full() const { return settled_ >= first_rows; }
  std::vector<OffendingRow>& rows() { return rows_; }

 private:
  /// How many are listed where not all are wanted.
  static constexpr std::size_t first_rows = 20;
  std::vector<OffendingRow> rows_;
  std::size_t settled_ = 0;
};

}  // namespace pricetalk
