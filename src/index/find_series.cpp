#include "index/find_series.hpp"

namespace pricetalk {

const Series* find_series(const Library& library, const std::string& id, Diagnostics& problems) {
  const Series* found = library.find(id);
  if (found != nullptr) return found;
  const std::string near(nearest(id, library.ids()));
  problems.error(
      "I0201", {},
      {"no series '" + id + "' in the figures", "geen reeks '" + id + "' in de cijfers"},
      near.empty()
          ? Phrase{"`pricetalk index list` shows all", "`pricetalk index list` toont ze alle"}
          : Phrase{"did you mean '" + near + "'?", "bedoelde u '" + near + "'?"});
  return nullptr;
}

}  // namespace pricetalk
