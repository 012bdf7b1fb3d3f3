#include "index/begun.hpp"

#include <algorithm>

namespace pricetalk {

std::optional<RecordId> last_begun(const Series& series, Date day,
                                   const std::function<bool(RecordId)>& counts) {
  std::optional<RecordId> found;
  for (const Unit unit : all_units) {
    const auto begun = series.records.begun_by(day, unit);
    const auto last = std::find_if(begun.rbegin(), begun.rend(), counts);
    if (last == begun.rend()) continue;
    if (!found || series.records[*last].period >= series.records[*found].period) found = *last;
  }
  return found;
}

}  // namespace pricetalk
