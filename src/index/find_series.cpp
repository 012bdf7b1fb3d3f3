#include "index/find_series.hpp"

#include <algorithm>

namespace pricetalk {

std::string near_series(const Library& library, const std::string& id) {
  const auto ids = library.ids();
  if (const auto near = nearest(id, ids); !near.empty()) return std::string(near);
  const auto longer = std::find_if(ids.begin(), ids.end(), [&](std::string_view each) {
    return !id.empty() && each.size() > id.size() && each.starts_with(id);
  });
  return longer == ids.end() ? std::string() : std::string(*longer);
}

const Series* find_series(const Library& library, const std::string& id, Diagnostics& problems) {
  const Series* found = library.find(id);
  if (found != nullptr) return found;
  const std::string near = near_series(library, id);
  problems.error(
      "I0201", {},
      {"no series '" + id + "' in the figures", "geen reeks '" + id + "' in de cijfers"},
      near.empty()
          ? Phrase{"`pricetalk index list` shows all", "`pricetalk index list` toont ze alle"}
          : Phrase{"did you mean '" + near + "'?", "bedoelde u '" + near + "'?"});
  return nullptr;
}

}  // namespace pricetalk
