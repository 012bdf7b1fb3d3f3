#include "pricetalk/explain/outcome.hpp"

#include <algorithm>

namespace pricetalk {

void Undetermined::add(const Undetermined& other) {
  for (const Reason& reason : other.reasons_) {
    const auto at =
        std::lower_bound(reasons_.begin(), reasons_.end(), reason,
                         [](const Reason& a, const Reason& b) { return a.key < b.key; });
    if (at == reasons_.end() || at->key != reason.key) reasons_.insert(at, reason);
  }
}

}  // namespace pricetalk
