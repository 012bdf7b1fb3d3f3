#include "answer/written_values.hpp"

#include <algorithm>
#include <string>

#include "document/words.hpp"
#include "invoice/cells.hpp"

namespace pricetalk {

std::optional<Percent> written_percentage(std::string_view text) {
  text = document::trimmed(text);
  if (text.ends_with('%')) text = document::trimmed(text.substr(0, text.size() - 1));
  // A percentage has no thousands: "5.625" is five and five eighths.
  std::string plain(text);
  std::replace(plain.begin(), plain.end(), ',', '.');
  const auto value = Decimal::parse(plain);
  if (!value) return std::nullopt;
  return Percent{*value};
}

std::optional<Decimal> written_price(std::string_view text) {
  using Says = cells::MarkEvidence::Says;
  text = document::trimmed(text);
  const Says says = cells::mark_evidence(text).says;
  if (says == Says::either) return std::nullopt;
  const cells::NumberMarks marks =
      says == Says::comma ? cells::NumberMarks{',', '.'} : cells::NumberMarks{'.', ','};
  const auto value = cells::number(text, marks);
  if (!value || value->is_negative()) return std::nullopt;
  return value;
}

}  // namespace pricetalk
