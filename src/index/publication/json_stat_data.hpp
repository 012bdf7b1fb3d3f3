#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "index/publication/json_objects.hpp"

/// A JSON-stat data set (json-stat.org), version 1 or 2, before anything is made of it.
namespace pricetalk::publication {

/// One dimension: its codes in order, and what is said of them.
struct JsonStatDimension {
  std::string id;
  std::vector<std::string> codes;
  std::map<std::string, std::string> labels;  ///< by code
  /// Of a measure, by code: "index", "2015=100", "per cent" and the like, all that is said.
  std::map<std::string, std::string> units;
  std::map<std::string, int> decimals;
  Span where;

  const std::string& label(const std::string& code) const;
};

/// Cells are numbered with the last dimension fastest.
struct JsonStatData {
  std::string label;
  std::string source;
  std::string updated;
  std::string table;  ///< number of the table, where the publisher adds it
  std::vector<JsonStatDimension> dimensions;
  std::vector<std::string> time;    ///< dimensions with the role of time
  std::vector<std::string> metric;  ///< and of measures
  std::map<std::size_t, JsonScalar> values;
  std::map<std::size_t, JsonScalar> statuses;
  /// One status for all cells.
  std::optional<JsonScalar> status;
};

/// The data sets of a text: one at the root, or each in an object of its own. Damage, a dimension
/// without codes and cells that do not fit the dimensions are reported (I0305, I0313).
std::vector<JsonStatData> read_json_stat_data(const SourcePtr& file, Diagnostics& diagnostics);

}  // namespace pricetalk::publication
