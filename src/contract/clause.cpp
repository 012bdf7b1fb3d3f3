#include "pricetalk/contract/clause.hpp"

namespace pricetalk {

Phrase words(const ComparisonBase& base) {
  switch (base.of) {
    case ComparisonBase::Of::reference:
      return {"that of the reference figure", "dat van het referentiecijfer"};
    case ComparisonBase::Of::comparison:
      return {"that of the new figure", "dat van het nieuwe cijfer"};
    case ComparisonBase::Of::series:
      break;
  }
  return same(base.series);
}

}  // namespace pricetalk
