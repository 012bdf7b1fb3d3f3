#pragma once

#include <map>
#include <string>
#include <vector>

namespace pricetalk {

/// What a clause says, by the keys of the format.
struct ClauseWords {
  std::string id;
  std::string symbol;  ///< of the index in the formula
  std::string series;  ///< empty: no index
  std::map<std::string, std::string> keys;
  std::vector<std::string> open;  ///< "use", "series"
};

/// The table of a file, from `[clause.ID]` on.
std::string clause_text(const ClauseWords& said);

}  // namespace pricetalk
