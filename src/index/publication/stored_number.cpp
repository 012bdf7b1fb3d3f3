#include "index/publication/stored_number.hpp"

#include <algorithm>

#include "document/words.hpp"

namespace pricetalk::publication {

using document::all_digits;

namespace {

/// Digits and the place of the point among them: 103.95 is 10395 with 3 before the point.
struct Digits {
  bool negative = false;
  std::string digits;
  int before = 0;
};

constexpr std::size_t kept_digits = 15;
constexpr int longest_exponent = 30;

std::optional<Digits> digits_in(std::string_view text) {
  Digits made;
  if (text.starts_with('-') || text.starts_with('+')) {
    made.negative = text.front() == '-';
    text.remove_prefix(1);
  }
  int exponent = 0;
  if (const auto mark = text.find_first_of("eE"); mark != std::string_view::npos) {
    std::string_view power = text.substr(mark + 1);
    const bool down = power.starts_with('-');
    if (down || power.starts_with('+')) power.remove_prefix(1);
    if (power.size() > 3 || !all_digits(power)) return std::nullopt;
    for (const char c : power) exponent = exponent * 10 + (c - '0');
    if (exponent > longest_exponent) return std::nullopt;
    if (down) exponent = -exponent;
    text = text.substr(0, mark);
  }
  const auto point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view part =
      point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  made.digits = std::string(whole) + std::string(part);
  if (!all_digits(made.digits)) return std::nullopt;
  made.before = static_cast<int>(whole.size()) + exponent;
  return made;
}

/// Half up on the last digit that is kept; the digits may become one longer.
void round_digits(Digits& number) {
  const std::size_t zeros = std::min(number.digits.find_first_not_of('0'), number.digits.size());
  const std::size_t keep = zeros + kept_digits;
  if (number.digits.size() <= keep) return;
  const bool up = number.digits[keep] >= '5';
  number.digits.resize(keep);
  if (!up) return;
  for (std::size_t i = keep; i-- > 0;) {
    if (number.digits[i] != '9') {
      ++number.digits[i];
      return;
    }
    number.digits[i] = '0';
  }
  number.digits.insert(0, 1, '1');
  ++number.before;
}

std::string text_of(Digits number) {
  if (number.before <= 0) {
    number.digits.insert(0, static_cast<std::size_t>(1 - number.before), '0');
    number.before = 1;
  }
  const auto before = static_cast<std::size_t>(number.before);
  if (number.digits.size() < before) number.digits.append(before - number.digits.size(), '0');
  std::string whole = number.digits.substr(0, before);
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
  std::string part = number.digits.substr(before);
  part.erase(part.find_last_not_of('0') + 1);
  const std::string text = part.empty() ? whole : whole + "." + part;
  return number.negative && text != "0" ? "-" + text : text;
}

}  // namespace

std::optional<std::string> stored_number(std::string_view text) {
  auto number = digits_in(document::trimmed(text));
  if (!number) return std::nullopt;
  round_digits(*number);
  return text_of(std::move(*number));
}

std::string padded_number(std::string number, std::size_t decimals) {
  const auto point = number.find('.');
  const std::size_t found = point == std::string::npos ? 0 : number.size() - point - 1;
  if (found >= decimals) return number;
  if (point == std::string::npos) number += '.';
  return number.append(decimals - found, '0');
}

std::string percentage(std::string_view number, std::size_t decimals) {
  auto found = digits_in(number);
  if (!found) return std::string(number);
  found->before += 2;
  return padded_number(text_of(std::move(*found)), decimals) + "%";
}

}  // namespace pricetalk::publication
