#include "index/exchanged_digits.hpp"

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

}  // namespace pricetalk
