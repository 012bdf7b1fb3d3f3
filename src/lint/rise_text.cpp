#include "lint/rise_text.hpp"

#include "explain/rounded.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

Decimal rise_in_percent(const Ratio& rise) {
  const Ratio percent = rise * Ratio(100);
  const Decimal tenths = as_many_decimals(percent, 1);
  return Ratio(tenths) == percent ? tenths : as_many_decimals(percent, 2);
}

std::string rise_text(const Ratio& rise, Language language) {
  return percent_text(rise, rise_in_percent(rise).scale(), language);
}

}  // namespace pricetalk
