#include "register/written_values.hpp"

#include <algorithm>
#include <string>

#include "document/words.hpp"
#include "invoice/cells.hpp"
#include "pricetalk/explain/figure.hpp"
#include "pricetalk/explain/format.hpp"

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

bool may_be_fraction(std::string_view text) {
  text = document::trimmed(text);
  const auto value = written_percentage(text);
  return value && !text.ends_with('%') && !value->of_hundred.is_zero() &&
         abs(Ratio(value->of_hundred)) < Ratio(1);
}

Percent fraction_as_percentage(const Percent& written) {
  const Decimal& value = written.of_hundred;
  const int scale = std::max(0, value.scale() - 2);
  return Percent{as_decimal(Ratio(value) * Ratio(100), scale)};
}

std::optional<Percent> factor_as_percentage(std::string_view text) {
  text = document::trimmed(text);
  const auto value = written_percentage(text);
  if (!value) return std::nullopt;
  const Decimal& written = value->of_hundred;
  const auto is_just_above = [&](int base) {
    return Ratio(base) < Ratio(written) && Ratio(written) < Ratio(base + base);
  };
  if (is_just_above(100)) return Percent{as_decimal(Ratio(written) - Ratio(100), written.scale())};
  if (text.ends_with('%') || !is_just_above(1) || written.scale() < 2) return std::nullopt;
  return Percent{as_decimal((Ratio(written) - Ratio(1)) * Ratio(100), written.scale() - 2)};
}

Phrase either_percentage(const Percent& one, const Percent& other) {
  const auto text = [](const Percent& each, Language language) {
    return percent_text(each.as_fraction(), each.of_hundred.scale(), language);
  };
  const auto in = [&](Language language) {
    return say(language, "write ", "schrijf ") + text(one, language) +
           say(language, " or ", " of ") + text(other, language);
  };
  return {in(Language::en), in(Language::nl)};
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
