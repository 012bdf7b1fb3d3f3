#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/publication/collector.hpp"

namespace pricetalk::publication {

/// What an SDMX-ML message says of a series, in the order of the file: its key and its attributes.
struct SdmxKey {
  std::vector<std::pair<std::string, std::string>> key;
  std::vector<std::pair<std::string, std::string>> attributes;

  /// The value of a dimension or attribute; empty when it is not there.
  std::string_view find(std::string_view name) const;
};

/// Fills the head of a series: `sender` as in the header (FR1, ESTAT), `data_set` the id of the
/// table. False when its unit is no index, percentage or amount; then that was said in a remark.
bool sdmx_head(const SdmxKey& series, std::string_view sender, std::string_view data_set,
               Head& head, Collector& into);

/// `2015=100` from the title of a French series: `Base 2015`, `base 100 en 2010`, `Base 100 au 4e
/// trimestre 1998`, `base 100 en janvier 2015`; empty when it holds none.
std::string french_base(std::string_view title);

}  // namespace pricetalk::publication
