#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/csv.hpp"
#include "index/publication/code_tree.hpp"
#include "index/publication/collector.hpp"
#include "index/publication/flash_watch.hpp"
#include "index/publication/sdmx_codes.hpp"

namespace pricetalk::publication {

/// Which column of an SDMX-CSV file holds what; found by the names in its heading.
struct SdmxColumns {
  struct Dimension {
    std::size_t column;
    std::string name;                  ///< in small letters
    std::optional<std::size_t> label;  ///< the column with the names of its codes
  };
  std::vector<Dimension> dimensions;  ///< in their order, without the period
  std::optional<std::size_t> period;
  std::optional<std::size_t> value;
  std::optional<std::size_t> flags;
  std::optional<std::size_t> flow;     ///< "ESTAT:PRC_HICP_MIDX(1.0)"
  std::optional<std::size_t> key;      ///< the ECB's "STS.M.I9.N.ECPE.CFOOD0.3.000"
  std::optional<std::size_t> updated;  ///< LAST UPDATE
  std::optional<std::size_t> title;
  std::optional<std::size_t> decimals;
  std::optional<std::size_t> multiplier;
  std::optional<Dimension> unit;  ///< a dimension or an attribute
  std::optional<std::size_t> base;
};
SdmxColumns sdmx_columns(const csv::Row& heading);

/// Finds the series of each row by its codes, and opens it at its first row.
class SdmxSeries {
 public:
  /// Turns to the series of a row; false when its unit makes it no figure for us.
  bool find(const csv::Row& row, const SdmxColumns& columns, Collector& into);
  /// One more row of the series that was found. REQUIRES: one was.
  void add(PublishedRow made, Collector& into);
  void finish(Collector& into) { flash_.tell(into); }

 private:
  struct Slot {
    bool seen = false;
    std::optional<std::size_t> series;
    SeriesUnit unit = SeriesUnit::index;
    std::size_t group = 0;
  };
  void learn(const SdmxColumns& columns);
  std::optional<Head> head_of(const csv::Row& row, const SdmxColumns& columns, Collector& into);

  /// The columns that tell one series from another.
  std::vector<std::size_t> identity_;
  std::vector<std::string> last_;
  CodeTree tree_;
  CodeTree groups_;
  CodeTree::Node node_ = CodeTree::root;
  std::vector<Slot> slots_;
  FlashWatch flash_;
};

}  // namespace pricetalk::publication
