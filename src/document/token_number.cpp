#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostic/utf8.hpp"
#include "document/token.hpp"
#include "document/words.hpp"
#include "pricetalk/number/decimal.hpp"

namespace pricetalk::document {
namespace {

std::string without_underscores(std::string_view text) {
  std::string result(text);
  std::erase(result, '_');
  return result;
}

bool cut_suffix(std::string_view& text, std::string_view suffix) {
  if (!text.ends_with(suffix)) return false;
  text.remove_suffix(suffix.size());
  text = trimmed(text);
  return true;
}

bool cut_prefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  text = trimmed(text);
  return true;
}

constexpr std::array<std::string_view, 7> currency_signs{"€", "$", "£", "¥", "CHF", "US$", "Fr."};
constexpr std::array<std::string_view, 30> currency_words{
    "EUR", "eur", "Eur", "euro", "Euro", "EURO", "euros", "USD", "usd", "GBP",
    "gbp", "CHF", "chf", "DKK",  "SEK",  "NOK",  "PLN",   "CZK", "HUF", "RON",
    "BGN", "JPY", "CAD", "AUD",  "NZD",  "CNY",  "INR",   "TRY", "KWD", "ISK"};

/// Takes a currency sign or code off one end.
bool cut_currency(std::string_view& text) {
  const auto cut = [&](std::string_view sign) {
    return cut_prefix(text, sign) || cut_suffix(text, sign);
  };
  // A sign before the digits: "-€ 5" is rare, "€ -5" is not.
  return std::any_of(currency_signs.begin(), currency_signs.end(), cut) ||
         std::any_of(currency_words.begin(), currency_words.end(), cut);
}

Mistake form_of_number(Phrase title, Phrase hint) {
  return {"T0116", std::move(title), std::move(hint)};
}

}  // namespace

bool is_everyday_number(std::string_view token) {
  constexpr std::ptrdiff_t most_digits = 18;
  if (!token.empty() && (token.front() == '+' || token.front() == '-')) token.remove_prefix(1);
  const std::string_view whole = token.substr(0, token.find('.'));
  const bool needless_zero = whole.size() > 1 && whole.front() == '0';
  return all_digits(whole) && !needless_zero && is_plain_number(token) &&
         std::count_if(token.begin(), token.end(), is_digit) <= most_digits;
}

/// Exponents, other bases, inf and nan, and numbers that TOML itself does not take.
std::optional<Mistake> mistake_in_number(std::string_view token) {
  std::string_view body = token;
  std::string sign;
  if (!body.empty() && (body.front() == '+' || body.front() == '-')) {
    if (body.front() == '-') sign = "-";
    body.remove_prefix(1);
  }
  if (body == "inf" || body == "nan") {
    return form_of_number(
        {"infinite and undefined numbers do not exist here",
         "oneindige en onbepaalde getallen bestaan hier niet"},
        {"leave the key out when there is no number", "laat de sleutel weg als er geen getal is"});
  }
  if (body.size() > 2 && body[0] == '0' && (body[1] == 'x' || body[1] == 'o' || body[1] == 'b') &&
      std::all_of(body.begin() + 2, body.end(),
                  [](char c) { return is_digit(c) || is_letter(c) || c == '_'; })) {
    return form_of_number(
        {"a number is written in ordinary digits", "een getal wordt in gewone cijfers geschreven"},
        {"write for example 31.25", "schrijf bijvoorbeeld 31.25"});
  }
  const std::string plain = without_underscores(body);
  const std::size_t exponent = plain.find_first_of("eE");
  if (exponent != std::string::npos && is_plain_number(plain.substr(0, exponent)) &&
      is_plain_number(std::string_view(plain).substr(exponent + 1))) {
    return form_of_number(
        {"a number is written without an exponent", "een getal wordt zonder exponent geschreven"},
        {"write all digits: 0.01, 1000000", "schrijf alle cijfers: 0.01, 1000000"});
  }
  if (plain.size() > 1 && plain.front() == '.' && all_digits(std::string_view(plain).substr(1))) {
    return form_of_number(
        {"a digit stands before the decimal point", "voor de decimale punt staat een cijfer"},
        write(sign + "0" + plain));
  }
  if (plain.size() > 1 && plain.back() == '.' &&
      all_digits(std::string_view(plain).substr(0, plain.size() - 1))) {
    return form_of_number(
        {"a digit stands behind the decimal point", "achter de decimale punt staat een cijfer"},
        write(sign + plain.substr(0, plain.size() - 1)));
  }
  if (!is_plain_number(plain)) return std::nullopt;
  if (plain.size() > 1 && plain[0] == '0' && is_digit(plain[1])) {
    const std::size_t first = std::min(plain.find_first_not_of('0'), plain.size() - 1);
    const std::size_t from = is_digit(plain[first]) ? first : first - 1;
    return form_of_number({"a number does not start with needless zeros",
                           "een getal begint niet met overbodige nullen"},
                          write(sign + plain.substr(from)));
  }
  if (!Decimal::parse(sign + plain)) {
    return Mistake{
        "T0117",
        {"a number has at most 18 digits", "een getal heeft hoogstens 18 cijfers"},
        {"leave out the digits that do not count", "laat de cijfers weg die niet meetellen"}};
  }
  if (body.size() != plain.size() &&
      (body.front() == '_' || body.back() == '_' || body.find("__") != std::string_view::npos ||
       body.find("_.") != std::string_view::npos || body.find("._") != std::string_view::npos)) {
    return form_of_number(
        {"an underscore stands between two digits", "een laag streepje staat tussen twee cijfers"},
        write(sign + plain));
  }
  return std::nullopt;
}

std::optional<Mistake> mistake_in_percentage(std::string_view token) {
  std::string_view text = token;
  if (!cut_suffix(text, "%") && !cut_suffix(text, "procent") && !cut_suffix(text, "percent") &&
      !cut_suffix(text, "pct")) {
    return std::nullopt;
  }
  std::string plain(text);
  const auto number = written_number(text);
  if (number) {
    plain = number->plain;
  } else if (!is_plain_number(text)) {
    return std::nullopt;
  }
  // With thousands written too its last mark is the decimal one.
  const bool one_mark = !number || !number->thousands;
  return Mistake{
      "T0103",
      {"a percentage stands between quotes", "een percentage staat tussen aanhalingstekens"},
      one_mark ? write_number(plain, number ? ',' : '.', {"\"", "%\""})
               : write("\"" + plain + "%\"")};
}

std::optional<Mistake> mistake_in_amount(std::string_view token) {
  std::string_view text = token;
  if (!cut_currency(text)) return std::nullopt;
  cut_currency(text);
  std::string plain(text);
  const auto number = written_number(text);
  if (number) {
    plain = number->plain;
  } else if (!is_plain_number(text)) {
    return std::nullopt;
  }
  // With thousands written too ("1.250,500") its last mark is the decimal one.
  Phrase hint =
      number && number->thousands ? write(plain) : write_number(plain, number ? ',' : '.');
  hint.en += "; the currency has a key of its own";
  hint.nl += "; de valuta heeft een eigen sleutel";
  return Mistake{
      "T0105",
      {"an amount is written without a currency", "een bedrag wordt zonder valuta geschreven"},
      hint};
}

std::optional<Mistake> mistake_in_separators(std::string_view token) {
  const auto number = written_number(token);
  if (!number) return std::nullopt;
  if (number->thousands) {
    return Mistake{"T0102",
                   {"a number has no separators between thousands",
                    "een getal heeft geen scheidingstekens tussen duizendtallen"},
                   write(number->plain)};
  }
  return Mistake{"T0101",
                 {"a number has a decimal point, not a comma",
                  "een getal heeft een decimale punt, geen komma"},
                 write_number(number->plain, ',')};
}

Phrase write_number(const std::string& plain, char mark, const Around& around) {
  const auto in_place = [&](const std::string& number) {
    return around.before + number + around.after;
  };
  Phrase hint = write(in_place(plain));
  const std::size_t point = plain.find('.');
  if (point != std::string::npos && plain.size() - point == 4 &&
      plain.find_first_of("123456789") < point) {
    const std::string whole = plain.substr(0, point) + plain.substr(point + 1);
    hint.en += ", or " + in_place(whole) + " if the " + (mark == ',' ? "comma" : "point") +
               " stands between thousands";
    hint.nl += ", of " + in_place(whole) + " als de " + (mark == ',' ? "komma" : "punt") +
               " tussen duizendtallen staat";
  }
  return hint;
}

std::optional<WrittenNumber> written_number(std::string_view text) {
  std::string sign;
  text = trimmed(text);
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    if (text.front() == '-') sign = "-";
    text = trimmed(text.substr(1));
  }
  bool dash = false;  // 31,- and 31,--
  for (const std::string_view end : {",-", ",--", ",—", ",–", ".-", ".--"}) {
    if (text.size() > end.size() && text.ends_with(end) &&
        is_digit(text[text.size() - end.size() - 1])) {
      text.remove_suffix(end.size());
      dash = true;
      break;
    }
  }
  std::vector<std::string> groups{{}};
  std::string marks;  // one character per separator; a blank of any kind is ' '
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (is_digit(c)) {
      groups.back() += c;
      ++at;
      continue;
    }
    const std::size_t blank = unusual_blank(text, at);
    if (c == '.' || c == ',' || c == ' ' || c == '\'' || blank != 0) {
      marks += blank != 0 ? ' ' : c;
    } else if (curly_quote(text, at) != 0 && text.substr(at).starts_with("’")) {
      marks += '\'';
    } else {
      return std::nullopt;
    }
    at += utf8::length(text, at);
    groups.emplace_back();
  }
  for (const std::string& group : groups) {
    if (group.empty() || group.size() > 30) return std::nullopt;
  }
  WrittenNumber number;
  if (marks.empty()) {
    if (!dash) return std::nullopt;
    number.plain = sign + groups[0];
    number.comma = true;
    return number;
  }
  // The last separator is the decimal one when it stands there once and is a point or a comma.
  const char last = marks.back();
  const bool once = std::count(marks.begin(), marks.end(), last) == 1;
  bool decimals = once && (last == ',' || last == '.') && !dash;
  if (last == '.' && marks.size() == 1 && !dash) return std::nullopt;  // 31.25 as it should be
  const std::string thousands = decimals ? marks.substr(0, marks.size() - 1) : marks;
  if (!thousands.empty()) {
    if (std::count(thousands.begin(), thousands.end(), thousands[0]) !=
        static_cast<std::ptrdiff_t>(thousands.size())) {
      return std::nullopt;
    }
    if (groups[0].size() > 3) return std::nullopt;
    for (std::size_t i = 1; i <= thousands.size(); ++i) {
      if (groups[i].size() != 3) return std::nullopt;
    }
  }
  number.plain = sign;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (decimals && i + 1 == groups.size()) number.plain += '.';
    number.plain += groups[i];
  }
  number.thousands = !thousands.empty();
  number.comma = decimals && last == ',';
  return number;
}

std::optional<std::string> number_among_signs(std::string_view text) {
  text = trimmed(text);
  for (const std::string_view sign : {"€", "EUR", "%"}) {
    if (text.starts_with(sign)) text.remove_prefix(sign.size());
    if (text.ends_with(sign)) text.remove_suffix(sign.size());
  }
  text = trimmed(text);
  if (const auto number = written_number(text)) return number->plain;
  return is_everyday_number(text) ? std::optional(std::string(text)) : std::nullopt;
}

bool starts_with_needless_zero(std::string_view digits) {
  return digits.size() > 1 && digits.front() == '0' && all_digits(digits);
}

}  // namespace pricetalk::document
