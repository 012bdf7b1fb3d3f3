#pragma once

#include <optional>
#include <string>

#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// How often a customer is called and visited.
struct Rhythm {
  std::optional<CustomerSegment> segment;  ///< nothing: the file states none, and nothing is due
  // These two: of the last contact and visit with anybody there.
  std::optional<Date> last_contact;
  std::optional<Date> last_visit;
  // These two: the day on which the next is due; nothing: none is, or nobody knows the last one.
  std::optional<Date> call_by;
  std::optional<Date> visit_by;
};

/// A flourishing customer is called every week and visited every month, an interesting one called
/// every three weeks and visited every two months; a tiring one is visited when somebody is near.
Rhythm rhythm_of(const Contract& contract);

/// "flourishing": as the contract file has it.
std::string word(CustomerSegment segment);
/// "bloeiend".
const Phrase& words(CustomerSegment segment);

}  // namespace pricetalk
