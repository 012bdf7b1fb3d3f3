#include "cli/option_value.hpp"

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
  for (const std::string_view currency : {"€", "EUR"}) {
    if (text.starts_with(currency)) text.remove_prefix(currency.size());
    if (text.ends_with(currency)) text.remove_suffix(currency.size());
  }
  const std::size_t first = text.find_first_not_of(' ');
  const std::size_t last = text.find_last_not_of(' ');
  if (first == std::string_view::npos) return example;
  text = text.substr(first, last - first + 1);
  const auto number = document::written_number(text);
  const std::string plain = number ? number->plain : std::string(text);
  const auto amount = Decimal::parse(plain);
  return amount && !amount->is_negative() && amount->scale() <= 6 ? plain : example;
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

/// The same with a decimal point and a period as `2026-07`; what cannot be read of it stands as in
/// the example.
std::string figure_or_example(const std::string& text) {
  const std::string_view whole(text);
  const std::string meant = text.ends_with('!') ? "!" : "";
  const std::size_t equals = whole.find('=');
  const std::size_t colon = whole.rfind(':');
  std::string id(document::trimmed(whole.substr(0, whole.find_first_of(" :="))));
  if (id.empty()) id = "cbs/cpi/alle-bestedingen-2025";
  std::string period = "2026-05";
  std::string figure = "103.01";
  const std::size_t after = equals == std::string_view::npos ? id.size() : equals + 1;
  if (after < whole.size()) {
    const std::size_t end =
        colon != std::string_view::npos && colon >= after ? colon : whole.size();
    if (const auto typed = publication::typed_period(whole.substr(after, end - after)))
      period = typed->text();
    if (end < whole.size())
      if (const auto number = document::written_number(
              document::trimmed(whole.substr(end + 1, whole.size() - end - 1 - meant.size()))))
        figure = number->plain + meant;
  }
  const std::string made = id + "=" + period + ":" + figure;
  return FigureByHand::parse(made) ? "'" + made + "'"
                                   : "cbs/cpi/alle-bestedingen-2025=2026-05:103.01";
}

}  // namespace

FigureByHand to_figure(const std::string& option, const std::string& text) {
  if (const auto figure = FigureByHand::parse(text)) return *figure;
  throw WrongValue{
      {option + " takes a series, a period and a figure, and '" + text + "' is not that",
       option + " vraagt een reeks, een periode en een cijfer; '" + text + "' is dat niet"},
      write_option(option, figure_or_example(text))};
}

}  // namespace pricetalk
