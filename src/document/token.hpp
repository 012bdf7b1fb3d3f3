#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pricetalk/diagnostic/language.hpp"

namespace pricetalk::document {

/// What is wrong with a value that stands without quotes, and what to write instead.
struct Mistake {
  std::string_view code;
  Phrase title;
  Phrase hint;
};

/// Looks at a value as typed, without quotes and without blanks around it: `31,25`, `4%`,
/// `01-01-2019`, `€ 31.25`, `Schoonmaak stadskantoor`. Nothing when it is a number, date, time,
/// true or false as the format has them, or when only the TOML parser can say what is wrong.
std::optional<Mistake> look_at(std::string_view token);

/// A number as the format has it, of the form that nearly all have: digits without a needless zero,
/// perhaps a sign, perhaps a point between them, at most eighteen digits. `look_at` finds no
/// mistake in it.
bool is_everyday_number(std::string_view token);

/// A number as people write it, `1.250.000,50` or `31,-`, as the format wants it: "1250000.50".
/// Nothing when it is not one, or needs no change of form.
struct WrittenNumber {
  std::string plain;
  bool comma = false;      ///< a decimal comma
  bool thousands = false;  ///< separators between thousands
};
std::optional<WrittenNumber> written_number(std::string_view text);

/// The number as the format wants it, also where it stands so already, or beside a euro sign or a
/// percent sign: "100.87" for `€ 100,87` and for `100.87%`. Nothing when there is no number.
std::optional<std::string> number_among_signs(std::string_view text);

/// A day of the year as people write it, `31-12`, `1/7/2026` or `31 december`, as the format wants
/// it: "12-31". Nothing when it is not one.
std::optional<std::string> written_month_day(std::string_view text);

/// What stands before and behind a number where it is written.
struct Around {
  std::string before;
  std::string after;
};
/// "write 1.000, or 1000 if the comma stands between thousands": what to write for a number that
/// has `plain` as its text when its last `mark` (',' or '.') is the decimal one. Exactly three
/// digits behind a single mark can be thousands too.
Phrase write_number(const std::string& plain, char mark, const Around& around = {});

/// True when a bracketed `[1,05]` shows by its second part that the comma is a decimal one.
bool starts_with_needless_zero(std::string_view digits);

/// The parts of look_at(). Each knows one kind of value.
std::optional<Mistake> mistake_in_date(std::string_view token);
std::optional<Mistake> mistake_in_number(std::string_view token);
std::optional<Mistake> mistake_in_percentage(std::string_view token);
std::optional<Mistake> mistake_in_amount(std::string_view token);
std::optional<Mistake> mistake_in_separators(std::string_view token);

}  // namespace pricetalk::document
