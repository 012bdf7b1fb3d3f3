#include "pricetalk/explain/format.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "document/time_words.hpp"
#include "explain/rounded.hpp"
#include "pricetalk/explain/derivation.hpp"

namespace pricetalk {

namespace {

/// In the order of Language.
constexpr std::array<std::array<std::string_view, 7>, 4> weekdays = {
    {{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
     {"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"},
     {"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"},
     {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"}}};

// Neither comes apart at the end of a line.
constexpr std::string_view unbroken = "\u00a0";
constexpr std::string_view narrow_unbroken = "\u202f";

Decimal without_sign(const Decimal& value) {
  return value.is_negative() ? Decimal(-value.mantissa(), value.scale()) : value;
}

}  // namespace

std::string grouped(const Decimal& value, Language language) {
  const std::string plain = without_sign(value).text();
  const std::size_t point = std::min(plain.find('.'), plain.size());
  std::string text = value.is_negative() ? "-" : "";
  for (std::size_t i = 0; i < point; ++i) {
    if (i != 0 && (point - i) % 3 == 0) text += thousands_sign(language);
    text += plain[i];
  }
  if (point < plain.size())
    text += (language == Language::en ? "." : ",") + plain.substr(point + 1);
  return text;
}

std::string thousands_sign(Language language) {
  return say(language, ",", ".", ".", narrow_unbroken);
}

std::string percent_sign(Language language) {
  return is_spoken(language) ? "%" : std::string(unbroken) + "%";
}

std::string money_text(const Money& money, Language language) {
  const std::string sign = money.amount.is_negative() ? "-" : "";
  const std::string amount = grouped(without_sign(money.amount), language);
  const std::string_view code = money.currency.code();
  if (!is_spoken(language))
    return sign + amount + std::string(unbroken) + (code == "EUR" ? "€" : std::string(code));
  if (code == "GBP" && language == Language::en) return sign + "£" + amount;
  if (code == "GBP") return (sign.empty() ? "" : "- ") + std::string("£ ") + amount;
  if (code != "EUR") return sign + std::string(code) + " " + amount;
  if (language == Language::en) return sign + "€" + amount;
  return (sign.empty() ? "" : "- ") + std::string("€ ") + amount;
}

std::string signed_money_text(const Money& money, Language language) {
  const bool positive = !money.amount.is_negative() && !money.amount.is_zero();
  if (!positive) return money_text(money, language);
  return (language == Language::nl ? "+ " : "+") + money_text(money, language);
}

std::string percent_text(const Ratio& fraction, int decimals, Language language) {
  const Ratio percent = fraction * Ratio(100);
  if (!writable(percent)) return value_text(percent, Form::plain, language);
  return grouped(as_many_decimals(percent, decimals), language) + percent_sign(language);
}

std::string exact_percent_text(const Ratio& fraction, Language language) {
  const auto exact = (fraction * Ratio(100)).exact_decimal();
  return exact ? decimal_text(*exact, language) + percent_sign(language)
               : percent_text(fraction, 4, language);
}

std::string date_text(const Date& date, Language language) {
  const bool first = date.day() == 1;
  return std::to_string(date.day()) + say(language, "", "", ".", first ? "er" : "") + " " +
         month_name(date.month(), language) + " " + std::to_string(date.year());
}

std::string period_text(const Period& period, Language language) {
  const Date day = period.first_day();
  const std::string year = std::to_string(period.in_year());
  static constexpr std::array<std::array<const char*, 4>, 4> quarters = {{
      {"the first quarter of ", "het eerste kwartaal van ", "1. Quartal ", "1er trimestre "},
      {"the second quarter of ", "het tweede kwartaal van ", "2. Quartal ", "2e trimestre "},
      {"the third quarter of ", "het derde kwartaal van ", "3. Quartal ", "3e trimestre "},
      {"the fourth quarter of ", "het vierde kwartaal van ", "4. Quartal ", "4e trimestre "},
  }};
  switch (period.unit()) {
    case Unit::day:
      return date_text(day, language);
    case Unit::week:
      return say(language, "week ", "week ", "Kalenderwoche ", "semaine ") +
             period.text().substr(period.text().size() - 2) +
             say(language, " of ", " van ", " ", " de ") + year;
    case Unit::month:
      return month_name(day.month(), language) + " " + year;
    case Unit::quarter:
      return quarters[static_cast<std::size_t>((day.month() - 1) / 3)]
                     [static_cast<std::size_t>(language)] +
             year;
    case Unit::year:
      return year;
  }
  return year;
}

std::string weekday_date_text(const Date& date, Language language) {
  return weekday_name(date.weekday(), language) + say(language, " ", " ", ", den ", " ") +
         date_text(date, language);
}

std::string month_name(int month, Language language) {
  return std::string(month_word(month, language));
}

std::string weekday_name(int weekday, Language language) {
  return std::string(
      weekdays[static_cast<std::size_t>(language)][static_cast<std::size_t>(weekday - 1)]);
}

}  // namespace pricetalk
