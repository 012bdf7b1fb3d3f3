#include "invoice/cells.hpp"

#include <algorithm>
#include <vector>

#include "calendar/digits.hpp"
#include "document/time_words.hpp"
#include "document/words.hpp"
#include "pricetalk/calendar/period.hpp"

namespace pricetalk::cells {

namespace {

using document::all_digits;
using document::is_digit;

constexpr std::string_view euro = "\xE2\x82\xAC";
constexpr std::string_view minus = "\xE2\x88\x92";
constexpr std::string_view no_break = "\xC2\xA0";
constexpr std::string_view narrow_no_break = "\xE2\x80\xAF";

bool take_front(std::string_view& text, std::string_view what) {
  if (!text.starts_with(what)) return false;
  text.remove_prefix(what.size());
  return true;
}

bool take_back(std::string_view& text, std::string_view what) {
  if (!text.ends_with(what)) return false;
  text.remove_suffix(what.size());
  return true;
}

/// A number without its sign, currency and blanks at the ends.
struct Bare {
  std::string_view digits;
  bool negative = false;
};

Bare bare(std::string_view cell) {
  Bare made{document::trimmed(cell), false};
  std::string_view& text = made.digits;
  bool more = true;
  while (more) {
    more = take_front(text, euro) || take_back(text, euro) || take_front(text, "EUR") ||
           take_back(text, "EUR") || take_front(text, no_break) || take_back(text, no_break);
    // "12,-" is twelve and no cents, not minus twelve.
    for (const std::string_view none : {",--", ".--", ",-", ".-"})
      more = more || take_back(text, none);
    if (!made.negative) {
      if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
        text = text.substr(1, text.size() - 2);
        made.negative = more = true;
      } else if (take_front(text, "-") || take_front(text, minus) || take_back(text, "-") ||
                 take_back(text, minus) || take_back(text, "CR") || take_back(text, "Cr")) {
        made.negative = more = true;
      } else if (take_front(text, "+") || take_back(text, "+") || take_back(text, "DR") ||
                 take_back(text, "Dr")) {
        more = true;
      }
    }
    const std::string_view trimmed = document::trimmed(text);
    more = more || trimmed.size() != text.size();
    text = trimmed;
  }
  return made;
}

/// Blanks and apostrophes between digits become one mark, `'`.
std::string with_one_blank(std::string_view text) {
  std::string made;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    if (rest.starts_with(no_break)) {
      made += '\'';
      i += no_break.size();
    } else if (rest.starts_with(narrow_no_break)) {
      made += '\'';
      i += narrow_no_break.size();
    } else {
      made += text[i] == ' ' ? '\'' : text[i];
      ++i;
    }
  }
  return made;
}

/// Digits in groups of three, the first of one to three.
std::optional<std::string> ungrouped(std::string_view text, char mark) {
  if (text.find(mark) == std::string_view::npos) {
    if (!all_digits(text)) return std::nullopt;
    return std::string(text);
  }
  std::string made;
  std::size_t group = 0;
  bool first = true;
  for (const char c : text) {
    if (c == mark) {
      if (first ? (group < 1 || group > 3) : group != 3) return std::nullopt;
      first = false;
      group = 0;
    } else if (is_digit(c)) {
      made += c;
      ++group;
    } else {
      return std::nullopt;
    }
  }
  if (group != 3) return std::nullopt;
  return made;
}

int month_of(std::string_view word) {
  const std::string name = folded(word);
  if (name.size() < 3 || name.size() > 9 || std::any_of(name.begin(), name.end(), is_digit))
    return 0;
  return month_begun(name).value_or(0);
}

/// REQUIRES: digits alone.
int whole(std::string_view text) { return digits::read(text.substr(0, 8)).value_or(0); }

int year_of(std::string_view digits) {
  const int made = whole(digits);
  if (digits.size() > 2) return made;
  return made < 80 ? 2000 + made : 1900 + made;
}

/// Words of digits and words of letters; everything else stands between them.
std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> made;
  const auto kind = [](char c) {
    if (is_digit(c)) return 1;
    return document::is_letter(c) || (static_cast<unsigned char>(c) & 0x80U) != 0 ? 2 : 0;
  };
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && kind(text[end]) == kind(text[i])) ++end;
    if (kind(text[i]) != 0) made.push_back(text.substr(i, end - i));
    i = end;
  }
  return made;
}

/// The three numbers of a date, as they stand; a month by name makes the order known.
struct DateParts {
  std::array<std::string_view, 3> text;
  int named_month = 0;
};

/// A date without its time: "2025-01-31T00:00:00", "31-01-2025 00:00".
std::string_view without_time(std::string_view text) {
  text = document::trimmed(text);
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return text;
  const auto cut = text.find_last_of(" T", colon);
  return cut == std::string_view::npos ? text : document::trimmed(text.substr(0, cut));
}

std::optional<DateParts> date_parts(std::string_view cell) {
  const std::string_view text = without_time(cell);
  const auto found = words(text);
  DateParts made;
  if (found.size() == 1 && found[0].size() == 8 && found[0].size() == text.size() &&
      all_digits(text)) {
    const int year = whole(text.substr(0, 4));
    const bool year_first = year >= 1900 && year <= 2199;
    made.text = year_first ? std::array{text.substr(0, 4), text.substr(4, 2), text.substr(6, 2)}
                           : std::array{text.substr(0, 2), text.substr(2, 2), text.substr(4, 4)};
    return made;
  }
  if (found.size() != 3 || text.size() > 20) return std::nullopt;
  for (std::size_t i = 0; i < 3; ++i) {
    made.text[i] = found[i];
    if (all_digits(found[i])) {
      if (found[i].size() > 4 || found[i].size() == 3) return std::nullopt;
      continue;
    }
    const int month = month_of(found[i]);
    if (month == 0 || i == 2 || made.named_month != 0) return std::nullopt;
    made.named_month = month;
    if (i == 0) std::swap(made.text[0], made.text[1]);
  }
  if (made.named_month != 0 && !all_digits(made.text[0])) {
    // "October 1, 2025": the name came first, so the day stands second.
    made.text[0] = found[1];
  }
  return made;
}

}  // namespace

MarkEvidence mark_evidence(std::string_view cell) {
  using Says = MarkEvidence::Says;
  const std::string text = with_one_blank(bare(cell).digits);
  if (text.empty() || !is_digit(text.front())) return {};
  const auto points = std::count(text.begin(), text.end(), '.');
  const auto commas = std::count(text.begin(), text.end(), ',');
  if (points + commas == 0) return {};
  if (!std::all_of(text.begin(), text.end(),
                   [](char c) { return is_digit(c) || c == '.' || c == ',' || c == '\''; }))
    return {};
  if (points > 0 && commas > 0)
    return {text.rfind('.') > text.rfind(',') ? Says::point : Says::comma};
  const char mark = points > 0 ? '.' : ',';
  const Says decimal = mark == '.' ? Says::point : Says::comma;
  const Says thousands = mark == '.' ? Says::comma : Says::point;
  if (points + commas > 1) return {thousands};
  const std::size_t at = text.find(mark);
  const bool may_group = text.size() - at - 1 == 3 && at <= 3 && text.front() != '0' &&
                         text.find('\'') == std::string::npos;
  return {may_group ? Says::either : decimal};
}

std::optional<Decimal> number(std::string_view cell, NumberMarks marks) {
  const Bare found = bare(cell);
  std::string text = with_one_blank(found.digits);
  if (text.empty()) return std::nullopt;
  const std::size_t at = text.find(marks.decimal);
  std::string whole_part = text.substr(0, at);
  const std::string fraction = at == std::string::npos ? "" : text.substr(at + 1);
  if (at != std::string::npos && !all_digits(fraction)) return std::nullopt;
  if (whole_part.empty()) whole_part = "0";
  const char group = whole_part.find('\'') != std::string::npos ? '\'' : marks.thousands;
  const auto digits = ungrouped(whole_part, group == 0 ? '\'' : group);
  if (!digits) return std::nullopt;
  return Decimal::parse((found.negative ? "-" : "") + *digits +
                        (fraction.empty() ? "" : "." + fraction));
}

OrderEvidence order_evidence(std::string_view cell) {
  const auto parts = date_parts(cell);
  if (!parts || parts->named_month != 0 || parts->text[0].size() == 4)
    return OrderEvidence::nothing;
  const int first = whole(parts->text[0]);
  const int second = whole(parts->text[1]);
  if (first > 12 && second <= 12) return OrderEvidence::day_first;
  if (second > 12 && first <= 12) return OrderEvidence::month_first;
  return first == second ? OrderEvidence::nothing : OrderEvidence::either;
}

std::optional<Date> date(std::string_view cell, std::optional<DateOrder> order) {
  const auto parts = date_parts(cell);
  if (!parts) return std::nullopt;
  const auto& text = parts->text;
  if (parts->named_month != 0)
    return text[2].size() < 2 ? std::nullopt
                              : Date::make(year_of(text[2]), parts->named_month, whole(text[0]));
  if (text[0].size() == 4) return Date::make(whole(text[0]), whole(text[1]), whole(text[2]));
  if (order == DateOrder::year_month_day)
    return text[2].size() > 2 ? std::nullopt
                              : Date::make(year_of(text[0]), whole(text[1]), whole(text[2]));
  if (text[2].size() < 2 || text[1].size() > 2) return std::nullopt;
  // Where day and month are one number, or only one of them can be the month, no order is needed.
  DateOrder used = order.value_or(order_evidence(cell) == OrderEvidence::month_first
                                      ? DateOrder::month_day_year
                                      : DateOrder::day_month_year);
  const bool day_first = used == DateOrder::day_month_year;
  return Date::make(year_of(text[2]), whole(text[day_first ? 1 : 0]),
                    whole(text[day_first ? 0 : 1]));
}

std::optional<std::pair<Date, Date>> period(std::string_view cell, std::optional<DateOrder> order) {
  const std::string_view text = document::trimmed(cell);
  const auto days = [](const Period& found) {
    return std::pair(found.first_day(), found.last_day());
  };
  if (const auto found = Period::parse(text)) return days(*found);
  for (const std::string_view between :
       {" t/m ", " tot en met ", " to ", " bis ", " au ", " - ", " \xE2\x80\x93 "}) {
    const auto at = text.find(between);
    if (at == std::string_view::npos) continue;
    const auto from = date(text.substr(0, at), order);
    const auto to = date(text.substr(at + between.size()), order);
    if (from && to) return std::pair(*from, *to);
  }
  if (const auto day = date(text, order)) return std::pair(*day, *day);
  const auto found = words(text);
  int month = 0;
  int quarter = 0;
  int year = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::string_view word = found[i];
    const std::string name = folded(word);
    if (all_digits(word)) {
      const bool long_year = word.size() == 4;
      if (word.size() == 6 && found.size() == 1) {
        year = whole(word.substr(0, 4));
        month = whole(word.substr(4));
      } else if (long_year || (month != 0 && word.size() == 2 && year == 0)) {
        if (year != 0) return std::nullopt;
        year = year_of(word);
      } else if (month == 0 && word.size() <= 2) {
        month = whole(word);
      } else {
        return std::nullopt;
      }
    } else if (name == "q" || name == "kw" || name.starts_with("kwart") ||
               name.starts_with("quart") || name.starts_with("trim")) {
      quarter = -1;
    } else if (const int named = month_of(word); named != 0) {
      if (month != 0) return std::nullopt;
      month = named;
    } else if (name != "e" && name != "de" && name != "maand") {
      return std::nullopt;
    }
  }
  if (year < 1 || year > 9999) return std::nullopt;
  if (quarter == -1) {
    if (month < 1 || month > 4) return std::nullopt;
    return days(Period::quarter(year, month));
  }
  if (month < 1 || month > 12) return std::nullopt;
  return days(Period::month(year, month));
}

std::optional<NumberedPeriod> numbered_period(std::string_view cell) {
  NumberedPeriod made;
  bool named = false;
  for (const std::string_view word : words(cell)) {
    if (!all_digits(word)) {
      const std::string name = folded(word);
      if (name != "p" && name != "per" && name != "periode" && name != "period")
        return std::nullopt;
      named = true;
    } else if (word.size() == 4 && made.year == 0) {
      made.year = whole(word);
    } else if (word.size() <= 2 && made.number == 0) {
      made.number = whole(word);
    } else {
      return std::nullopt;
    }
  }
  if (!named || made.number < 1 || made.number > 13 || made.year < 1900) return std::nullopt;
  return made;
}

std::optional<std::pair<Date, Date>> as_month(NumberedPeriod period) {
  if (period.number > 12) return std::nullopt;
  const Period month = Period::month(period.year, period.number);
  return std::pair(month.first_day(), month.last_day());
}

std::optional<std::pair<Date, Date>> as_four_weeks(NumberedPeriod period) {
  if (period.number > 13 || period.year > 9000) return std::nullopt;
  // Week 1 is the one with 4 January in it.
  const auto week_one = [](int year) {
    return Period::containing(*Date::make(year, 1, 4), Unit::week);
  };
  const Period first = week_one(period.year).plus(4 * (period.number - 1));
  const Period last = period.number == 13 ? week_one(period.year + 1).plus(-1) : first.plus(3);
  return std::pair(first.first_day(), last.last_day());
}

std::string folded(std::string_view text) {
  // Letters of Latin-1 with an accent, U+00C0 to U+00FF, without it; '?' is no letter.
  static constexpr std::string_view plain =
      "aaaaaaaceeeeiiiidnooooo?ouuuuypsaaaaaaaceeeeiiiidnooooo?ouuuuypy";
  std::string made;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 'A' && byte <= 'Z') {
      made += static_cast<char>(byte + 32);
    } else if (byte == 0xC3 && i + 1 < text.size()) {
      const auto next = static_cast<unsigned char>(text[++i]);
      const char letter = plain[next & 0x3FU];
      if (letter != '?') made += letter;
    } else if (byte == 0xE2U) {
      i += 2;  // signs: the euro, dashes, quotes
    } else if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
               (byte >= 0xC0U && byte != 0xC2U) ||
               (byte >= 0x80U && !made.empty() &&
                static_cast<unsigned char>(made.back()) >= 0x80U)) {
      made += static_cast<char>(byte);  // other letters stay as they are
    }
  }
  return made;
}

namespace {

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), folded(text)) != words.end();
}

}  // namespace

bool says_nothing(std::string_view text) {
  if (text.empty()) return true;
  // Hyphens and dashes, of which the long ones are three bytes.
  if (text == "-" || text == "--" || text == "\xE2\x80\x93" || text == "\xE2\x80\x94") return true;
  const char first = text.front();
  return (first == 'n' || first == 'N' || first == 'g' || first == 'G') && text.size() <= 6 &&
         is_one_of(text, {"nvt", "na", "none", "geen"});
}

bool says_free(std::string_view text) {
  if (text.empty() || ('0' <= text.front() && text.front() <= '9')) return false;
  return is_one_of(text, {"gratis", "nc", "free", "nocharge", "kostenlos", "kosteloos", "gratuit",
                          "unentgeltlich", "omniet"});
}

}  // namespace pricetalk::cells
