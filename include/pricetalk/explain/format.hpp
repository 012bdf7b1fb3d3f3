#pragma once

#include <string>

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/calendar/period.hpp"
#include "pricetalk/diagnostic/language.hpp"
#include "pricetalk/number/money.hpp"
#include "pricetalk/number/ratio.hpp"

// Numbers and days as a person reads them, one way for terminal, page, letter and annex.

namespace pricetalk {

/// "18.450,00" or "18,450.00": grouped in threes, decimals as they are.
std::string grouped(const Decimal& value, Language language);
/// What stands between the groups: a narrow blank in French.
std::string thousands_sign(Language language);
/// "%", with an unbroken blank before it in German and French.
std::string percent_sign(Language language);

/// "€ 18.450,00", "€18,450.00", "USD 18,450.00": a space after the sign in Dutch. A minus stands
/// before the sign. In German and French the sign stands behind: "18.450,00 €".
std::string money_text(const Money& money, Language language);

/// The same with a plus sign before what is above zero: "+ € 18.450,00".
std::string signed_money_text(const Money& money, Language language);

/// A fraction as a percentage: 0.0412 is "4,12%". Rounded half-up to `decimals` for display only.
std::string percent_text(const Ratio& fraction, int decimals, Language language);
/// The same with the decimals that it has: 0.1041 is "10,41%". With four where they have no end.
std::string exact_percent_text(const Ratio& fraction, Language language);

/// "1 januari 2026", "1 January 2026", "1. Januar 2026", "1er janvier 2026".
std::string date_text(const Date& date, Language language);

/// "april 2026", "derde kwartaal 2023", "2023", "week 27 van 2019"; a day as a date.
std::string period_text(const Period& period, Language language);

/// "donderdag 1 januari 2026", "Thursday 1 January 2026".
std::string weekday_date_text(const Date& date, Language language);

/// "januari", "January". REQUIRES: 1 <= month <= 12.
std::string month_name(int month, Language language);
/// 1 is Monday. REQUIRES: 1 <= weekday <= 7.
std::string weekday_name(int weekday, Language language);

}  // namespace pricetalk
