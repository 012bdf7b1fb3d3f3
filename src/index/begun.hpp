#pragma once

#include <functional>
#include <optional>

#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// The last record of the latest period that had begun on a day, among the records that count;
/// nothing when none does. Of periods of several units the latest by `Period`'s own order. Asks
/// only as many records as lie behind the answer.
std::optional<RecordId> last_begun(const Series& series, Date day,
                                   const std::function<bool(RecordId)>& counts);

}  // namespace pricetalk
