#include "lint/review.hpp"

#include <iterator>

#include "contract/accepted.hpp"
#include "lint/contestable.hpp"
#include "lint/unclear.hpp"
#include "lint/unwise.hpp"

namespace pricetalk {

std::string_view word(Concern concern) {
  switch (concern) {
    case Concern::unclear:
      return "unclear";
    case Concern::contestable:
      return "contestable";
    case Concern::unwise:
      return "unwise";
  }
  return "";
}

std::vector<Remark> review(const Contract& contract, const Library& library, const Law& law,
                           Date today) {
  const Coverage coverage(library, today);
  std::vector<Remark> made = unclear(contract, coverage, today);
  for (const auto& more :
       {contestable(contract, coverage, law, today), unwise(contract, coverage, today)})
    made.insert(made.end(), more.begin(), more.end());
  std::erase_if(made, [&](const Remark& remark) {
    const Clause* clause = contract.find_clause(remark.clause);
    return clause != nullptr && accepts(clause->accepts, remark.code);
  });
  return made;
}

}  // namespace pricetalk
