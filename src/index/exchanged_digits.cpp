#include "index/exchanged_digits.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace pricetalk {

std::optional<Decimal> with_two_digits_exchanged(const Decimal& number,
                                                 const std::function<bool(const Decimal&)>& fits) {
  std::string text = number.text();
  const auto is_digit = [](char sign) { return '0' <= sign && sign <= '9'; };
  // By how many digits lie between them.
  for (std::size_t apart = 1; apart < text.size(); ++apart)
    for (std::size_t i = 0; i + apart < text.size(); ++i) {
      const std::size_t j = i + apart;
      if (!is_digit(text[i]) || !is_digit(text[j]) || text[i] == text[j]) continue;
      std::swap(text[i], text[j]);
      const auto other = Decimal::parse(text);
      std::swap(text[i], text[j]);
      if (other && fits(*other)) return other;
    }
  return std::nullopt;
}

std::optional<Decimal> with_one_digit_less(const Decimal& number,
                                           const std::function<bool(const Decimal&)>& fits) {
  const std::string text = number.text();
  const std::size_t end = std::min(text.find('.'), text.size());
  for (std::size_t i = 0; i < end && end > 1; ++i) {
    if (text[i] < '0' || '9' < text[i]) continue;
    const auto other = Decimal::parse(text.substr(0, i) + text.substr(i + 1));
    if (other && fits(*other)) return other;
  }
  return std::nullopt;
}

}  // namespace pricetalk
