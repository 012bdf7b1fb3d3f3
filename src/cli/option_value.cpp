#include "cli/option_value.hpp"

#include <algorithm>

#include "diagnostic/codes.hpp"
#include "document/token.hpp"
#include "document/words.hpp"
#include "index/publication/typed_period.hpp"

namespace pricetalk {

Phrase suggest(std::string_view word, const std::vector<std::string>& known,
               const Phrase& otherwise) {
  const auto found = nearest(word, {known.begin(), known.end()});
  if (found.empty()) {
    return otherwise;
  }
  const std::string meant(found);
  return {"did you mean '" + meant + "'?", "bedoelde u '" + meant + "'?"};
}

Date to_date(const std::string& option, const std::string& text) {
  if (const auto date = Date::parse(text)) {
    return *date;
  }
  Phrase hint{"write year-month-day: 2026-01-31", "schrijf jaar-maand-dag: 2026-01-31"};
  // 31-01-2026 or 31/1/2026
  std::vector<std::string> parts{""};
  for (const char sign : text) {
    if (sign == '-' || sign == '/' || sign == '.') {
      parts.emplace_back();
    } else {
      parts.back() += sign;
    }
  }
  if (parts.size() == 3 && parts[2].size() == 4) {
    const auto two = [](const std::string& digits) {
      return digits.size() == 1 ? "0" + digits : digits;
    };
    const std::string turned = parts[2] + "-" + two(parts[1]) + "-" + two(parts[0]);
    if (Date::parse(turned)) {
      hint = {"write " + turned, "schrijf " + turned};
    }
  }
  throw WrongValue{{option + " takes a date, and '" + text + "' is none",
                    option + " vraagt een datum, en '" + text + "' is er geen"},
                   hint};
}

namespace {

/// 1 to a million; 0: something else.
std::size_t count_in(const std::string& text) {
  const auto number = Decimal::parse(text);
  if (!number || number->scale() != 0) return 0;
  const std::int64_t count = number->mantissa();
  return count > 0 && count <= 1'000'000 ? static_cast<std::size_t>(count) : 0;
}

}  // namespace

namespace {

/// What was typed as an amount with a comma, a currency or thousands, as an option takes it; else
/// the example.
std::string typed_or(std::string_view text, const std::string& example) {
  const auto plain = document::number_among_signs(text);
  const auto amount = plain ? Decimal::parse(*plain) : std::nullopt;
  return amount && !amount->is_negative() && amount->scale() <= 6 ? *plain : example;
}

Phrase write_option(const std::string& option, const std::string& value) {
  return {"write " + option + " " + value, "schrijf " + option + " " + value};
}

/// `250.000`: a quarter of a million, or two hundred and fifty.
bool may_be_thousands(const std::string& text) {
  const std::size_t point = text.find('.');
  return point != std::string::npos && point > 0 && text.size() - point == 4 &&
         text.find_first_of("123456789") < point;
}

}  // namespace

std::size_t to_count(const std::string& option, const std::string& text) {
  if (const std::size_t count = count_in(text); count > 0) return count;
  throw WrongValue{{option + " takes a number of one or more, and '" + text + "' is not that",
                    option + " vraagt een aantal van één of meer; '" + text + "' is dat niet"},
                   {"write " + option + " 10", "schrijf " + option + " 10"}};
}

Shard to_shard(const std::string& option, const std::string& text) {
  const std::size_t slash = text.find('/');
  const std::size_t number = count_in(text.substr(0, slash));
  const std::size_t of = slash == std::string::npos ? 0 : count_in(text.substr(slash + 1));
  if (number > 0 && number <= of) return {number, of};
  throw WrongValue{{option + " takes a share of so many, and '" + text + "' is not that",
                    option + " vraagt een deel van een aantal; '" + text + "' is dat niet"},
                   {"write " + option + " 1/4 for the first of four",
                    "schrijf " + option + " 1/4 voor het eerste van vier"}};
}

Decimal to_amount(const std::string& option, const std::string& text) {
  const auto amount = Decimal::parse(text);
  if (amount && may_be_thousands(text)) {
    const std::size_t point = text.find('.');
    const std::string whole = text.substr(0, point);
    const std::string thousands = whole + text.substr(point + 1);
    throw WrongValue{{option + ": '" + text + "' can be " + whole + " or " + thousands,
                      option + ": '" + text + "' kan " + whole + " of " + thousands + " zijn"},
                     {"write " + option + " " + whole + ".00 or " + option + " " + thousands,
                      "schrijf " + option + " " + whole + ".00 of " + option + " " + thousands}};
  }
  if (amount && amount->scale() <= 6 && !amount->is_negative() &&
      Ratio(*amount) <= Ratio(1'000'000'000'000)) {
    return *amount;
  }
  throw WrongValue{{option + " takes an amount of zero or more, and '" + text + "' is not that",
                    option + " vraagt een bedrag van nul of meer; '" + text + "' is dat niet"},
                   write_option(option, typed_or(text, "250000.00"))};
}

std::uint64_t to_number(const std::string& option, const std::string& text) {
  const auto number = Decimal::parse(text);
  if (number && number->scale() == 0 && !number->is_negative())
    return static_cast<std::uint64_t>(number->mantissa());
  throw WrongValue{{option + " takes a whole number, and '" + text + "' is none",
                    option + " vraagt een heel getal; '" + text + "' is dat niet"},
                   {"write " + option + " 0", "schrijf " + option + " 0"}};
}

namespace {

/// The same with a decimal point and a period as `2026-07`. A figure that nobody typed is never
/// written in its place: what cannot be read of it stands as a word.
std::string figure_in_form(const std::string& text) {
  const bool meant = text.ends_with('!');
  std::string_view rest(text);
  if (meant) rest.remove_suffix(1);
  const std::size_t equals = rest.find('=');
  const std::string id(document::trimmed(rest.substr(0, std::min(equals, rest.find(':')))));
  rest = equals == std::string_view::npos ? std::string_view() : rest.substr(equals + 1);
  const std::size_t sign = rest.find_last_of(":=");
  const auto period = publication::typed_period(document::trimmed(rest.substr(0, sign)));
  // Without a sign between them it is one of both.
  const bool both = sign != std::string_view::npos;
  const auto figure = both     ? document::number_among_signs(rest.substr(sign + 1))
                      : period ? std::nullopt
                               : document::number_among_signs(rest);
  const bool is_a_name = !id.empty() && id.find_first_of(" '\"") == std::string::npos;
  const std::string made = (is_a_name ? id : "SERIES") + "=" +
                           (period ? period->text() : "YYYY-MM") + ":" + figure.value_or("FIGURE") +
                           (meant ? "!" : "");
  if (is_a_name && period && figure && !FigureByHand::parse(made)) return "SERIES=YYYY-MM:FIGURE";
  return "'" + made + "'";
}

}  // namespace

FigureByHand to_figure(const std::string& option, const std::string& text) {
  if (const auto figure = FigureByHand::parse(text)) return *figure;
  throw WrongValue{
      {option + " takes a series, a period and a figure, and '" + text + "' is not that",
       option + " vraagt een reeks, een periode en een cijfer; '" + text + "' is dat niet"},
      write_option(option, figure_in_form(text))};
}

}  // namespace pricetalk
