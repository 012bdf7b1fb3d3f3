#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/publication/collector.hpp"

namespace pricetalk::publication {

/// What the columns of a be.STAT view mean, by their names in four languages.
class StatbelNames {
 public:
  StatbelNames() = default;
  explicit StatbelNames(const std::vector<std::string>& names);

  bool has_period() const { return month_ || quarter_ || year_; }
  bool has_figure() const { return !figures_.empty(); }
  /// Does a name say by itself that this is a Belgian price index?
  bool names_an_index() const { return index_named_; }
  const std::vector<std::size_t>& figures() const { return figures_; }
  const std::optional<std::size_t>& year() const { return year_; }
  const std::optional<std::size_t>& quarter() const { return quarter_; }
  const std::optional<std::size_t>& month() const { return month_; }
  const std::optional<std::size_t>& base() const { return base_; }
  /// Columns that tell series apart: "Niveau 1", "Product".
  const std::vector<std::size_t>& levels() const { return levels_; }
  const std::string& name(std::size_t column) const { return names_[column]; }

 private:
  std::vector<std::string> names_;
  std::optional<std::size_t> year_;
  std::optional<std::size_t> quarter_;
  std::optional<std::size_t> month_;
  std::optional<std::size_t> base_;
  std::vector<std::size_t> figures_;
  std::vector<std::size_t> levels_;
  bool index_named_ = false;
};

/// A cell that cannot be read.
struct StatbelFact {
  struct Problem {
    std::size_t column;
    std::string text;
    Phrase what;
  };
};

/// Puts the facts of a view into series.
class StatbelFacts {
 public:
  explicit StatbelFacts(Collector& into) : into_(into) {}
  /// One figure of a row; what could not be read, or nothing.
  std::optional<StatbelFact::Problem> add(const StatbelNames& names,
                                          const std::vector<std::string_view>& cells,
                                          std::size_t figure, Span where);

 private:
  std::optional<std::size_t> series_of(const StatbelNames& names,
                                       const std::vector<std::string_view>& cells,
                                       std::size_t figure);
  Collector& into_;
  std::map<std::vector<std::string>, std::optional<std::size_t>> known_;
};

}  // namespace pricetalk::publication
