#include "pricetalk/explain/format.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "document/time_words.hpp"
#include "explain/rounded.hpp"
#include "pricetalk/explain/derivation.hpp"

namespace pricetalk {

namespace {

constexpr std::array<std::array<std::string_view, 7>, 2> weekdays = {
    {{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
     {"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"}}};

std::size_t row(Language language) { return language == Language::nl ? 1 : 0; }

Decimal without_sign(const Decimal& value) {
  return value.is_negative() ? Decimal(-value.mantissa(), value.scale()) : value;
}

}  // namespace

std::string grouped(const Decimal& value, Language language) {
  const std::string plain = without_sign(value).text();
  const std::size_t point = std::min(plain.find('.'), plain.size());
  std::string text = value.is_negative() ? "-" : "";
  for (std::size_t i = 0; i < point; ++i) {
    if (i != 0 && (point - i) % 3 == 0) text += language == Language::nl ? '.' : ',';
    text += plain[i];
  }
  if (point < plain.size())
    text += (language == Language::nl ? "," : ".") + plain.substr(point + 1);
  return text;
}

std::string money_text(const Money& money, Language language) {
  const std::string sign = money.amount.is_negative() ? "-" : "";
  const std::string amount = grouped(without_sign(money.amount), language);
  const std::string_view code = money.currency.code();
  if (code == "GBP" && language == Language::en) return sign + "£" + amount;
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
  return grouped(as_many_decimals(percent, decimals), language) + "%";
}

std::string date_text(const Date& date, Language language) {
  return std::to_string(date.day()) + " " + month_name(date.month(), language) + " " +
         std::to_string(date.year());
}

std::string period_text(const Period& period, Language language) {
  const bool dutch = language == Language::nl;
  const Date day = period.first_day();
  const std::string year = std::to_string(period.in_year());
  static constexpr std::array<std::array<const char*, 2>, 4> quarters = {{
      {"the first quarter of ", "het eerste kwartaal van "},
      {"the second quarter of ", "het tweede kwartaal van "},
      {"the third quarter of ", "het derde kwartaal van "},
      {"the fourth quarter of ", "het vierde kwartaal van "},
  }};
  switch (period.unit()) {
    case Unit::day:
      return date_text(day, language);
    case Unit::week:
      return "week " + period.text().substr(period.text().size() - 2) + (dutch ? " van " : " of ") +
             year;
    case Unit::month:
      return month_name(day.month(), language) + " " + year;
    case Unit::quarter:
      return quarters[static_cast<std::size_t>((day.month() - 1) / 3)][dutch ? 1 : 0] + year;
    case Unit::year:
      return year;
  }
  return year;
}

std::string weekday_date_text(const Date& date, Language language) {
  return weekday_name(date.weekday(), language) + " " + date_text(date, language);
}

std::string month_name(int month, Language language) { return month_name(month).in(language); }

std::string weekday_name(int weekday, Language language) {
  return std::string(weekdays[row(language)][static_cast<std::size_t>(weekday - 1)]);
}

}  // namespace pricetalk
