#include "document/token.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "diagnostic/utf8.hpp"
#include "pricetalk/calendar/date.hpp"
#include "pricetalk/number/decimal.hpp"

namespace pricetalk::document {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

/// Without blanks of any kind at both ends.
std::string_view trimmed(std::string_view text) {
  for (bool more = true; more && !text.empty();) {
    more = false;
    if (text.front() == ' ' || text.front() == '\t') {
      text.remove_prefix(1);
      more = true;
    } else if (const std::size_t blank = unusual_blank(text, 0); blank != 0) {
      text.remove_prefix(blank);
      more = true;
    }
  }
  for (bool more = true; more && !text.empty();) {
    more = false;
    if (text.back() == ' ' || text.back() == '\t') {
      text.remove_suffix(1);
      more = true;
    }
    for (const std::size_t length : {std::size_t{2}, std::size_t{3}}) {
      if (text.size() >= length && unusual_blank(text, text.size() - length) == length) {
        text.remove_suffix(length);
        more = true;
      }
    }
  }
  return text;
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

/// `digits[.digits]` with an optional sign, each part of at least one digit.
bool is_plain_number(std::string_view text) {
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  if (!all_digits(whole)) return false;
  return point == std::string_view::npos || all_digits(text.substr(point + 1));
}

std::string without_underscores(std::string_view text) {
  std::string result(text);
  std::erase(result, '_');
  return result;
}

// ---- dates --------------------------------------------------------------------------------------

constexpr std::array<std::pair<std::string_view, int>, 34> month_names{{
    {"jan", 1},       {"januari", 1},   {"january", 1},  {"feb", 2},       {"februari", 2},
    {"february", 2},  {"mrt", 3},       {"maart", 3},    {"mar", 3},       {"march", 3},
    {"apr", 4},       {"april", 4},     {"mei", 5},      {"may", 5},       {"jun", 6},
    {"juni", 6},      {"june", 6},      {"jul", 7},      {"juli", 7},      {"july", 7},
    {"aug", 8},       {"augustus", 8},  {"august", 8},   {"sep", 9},       {"sept", 9},
    {"september", 9}, {"okt", 10},      {"oktober", 10}, {"oct", 10},      {"october", 10},
    {"nov", 11},      {"november", 11}, {"dec", 12},     {"december", 12},
}};

int number_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

struct WrittenDate {
  std::string iso;      ///< empty: no such day
  bool either = false;  ///< day and month may be swapped
};

WrittenDate make_date(int year, int month, int day) {
  const auto date = Date::make(year, month, day);
  return {date ? date->text() : std::string(), false};
}

/// 01-01-2019, 1/1/2019, 1.1.2019, 01-01-19, 2019/01/01, 2019-1-1.
std::optional<WrittenDate> date_in_digits(std::string_view text) {
  std::vector<std::string_view> parts;
  char mark = 0;
  for (std::size_t at = 0; at <= text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end == at || end - at > 4) return std::nullopt;
    parts.push_back(text.substr(at, end - at));
    if (end == text.size()) break;
    const char found = text[end];
    if ((found != '-' && found != '/' && found != '.') || (mark != 0 && found != mark)) {
      return std::nullopt;
    }
    mark = found;
    at = end + 1;
  }
  if (parts.size() != 3) return std::nullopt;
  const auto small = [&](std::size_t i) { return parts[i].size() <= 2; };
  if (parts[0].size() == 4 && small(1) && small(2)) {
    return make_date(number_of(parts[0]), number_of(parts[1]), number_of(parts[2]));
  }
  if (!small(0) || !small(1) || (parts[2].size() != 4 && parts[2].size() != 2)) {
    return std::nullopt;
  }
  if (parts[2].size() == 2 && mark == '.') return std::nullopt;
  const int first = number_of(parts[0]);
  const int second = number_of(parts[1]);
  const int year = number_of(parts[2]) + (parts[2].size() == 2 ? 2000 : 0);
  if (second > 12 && first <= 12) return make_date(year, first, second);
  WrittenDate date = make_date(year, second, first);
  date.either = !date.iso.empty() && first <= 12 && first != second;
  return date;
}

/// 1 januari 2019, January 1, 2019, 1 jan. 2019.
std::optional<WrittenDate> date_in_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    if (c == ' ' || c == ',' || c == '.' || c == '-') {
      if (!word.empty()) words.push_back(std::move(word));
      word.clear();
    } else {
      word += c;
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  if (words.size() != 3) return std::nullopt;
  const auto month_in = [](const std::string& name) {
    for (const auto& [known, month] : month_names) {
      if (lower(name) == known) return month;
    }
    return 0;
  };
  const int middle = month_in(words[1]);
  const int first = month_in(words[0]);
  const std::string& day = middle != 0 ? words[0] : words[1];
  if ((middle == 0 && first == 0) || !all_digits(day) || day.size() > 2 || words[2].size() != 4 ||
      !all_digits(words[2])) {
    return std::nullopt;
  }
  return make_date(number_of(words[2]), middle != 0 ? middle : first, number_of(day));
}

bool is_date_shape(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return false;
  return all_digits(text.substr(0, 4)) && all_digits(text.substr(5, 2)) &&
         all_digits(text.substr(8, 2));
}

std::optional<Mistake> mistake_in_date(std::string_view token) {
  const Phrase title{"a date is written year-month-day",
                     "een datum wordt geschreven als jaar-maand-dag"};
  auto date = date_in_digits(token);
  if (!date) date = date_in_words(token);
  if (!date) return std::nullopt;
  if (date->iso.empty()) {
    return Mistake{"T0104",
                   title,
                   {"this day does not exist; write for example 2019-01-31",
                    "deze dag bestaat niet; schrijf bijvoorbeeld 2019-01-31"}};
  }
  Phrase hint = write(date->iso);
  if (date->either) {
    const std::string day = date->iso.substr(8);
    const std::string month = date->iso.substr(5, 2);
    hint.en += " (read as day " + day + ", month " + month + ")";
    hint.nl += " (gelezen als dag " + day + ", maand " + month + ")";
  }
  return Mistake{"T0104", title, hint};
}

/// A date or time in the right shape that TOML does not take.
std::optional<Mistake> wrong_day(std::string_view token) {
  if (!Date::parse(token.substr(0, 10))) {
    const int month = number_of(token.substr(5, 2));
    const int day = number_of(token.substr(8, 2));
    const auto swapped = Date::make(number_of(token.substr(0, 4)), day, month);
    Phrase hint{"a date is year-month-day", "een datum is jaar-maand-dag"};
    if (month > 12 && swapped) hint = write(swapped->text());
    return Mistake{"T0110", {"this day does not exist", "deze dag bestaat niet"}, hint};
  }
  const std::string_view time = token.size() > 10 ? token.substr(11) : std::string_view();
  const bool hours_and_minutes = time.size() == 5 && all_digits(time.substr(0, 2)) &&
                                 time[2] == ':' && all_digits(time.substr(3));
  if (hours_and_minutes && (token[10] == 'T' || token[10] == ' ' || token[10] == 't')) {
    return Mistake{
        "T0110",
        {"a time has hours, minutes and seconds", "een tijd heeft uren, minuten en seconden"},
        write(std::string(token.substr(0, 10)) + "T" + std::string(time) + ":00")};
  }
  return std::nullopt;
}

// ---- numbers ------------------------------------------------------------------------------------

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
  if (const auto number = written_number(text)) {
    plain = number->plain;
  } else if (!is_plain_number(text)) {
    return std::nullopt;
  }
  return Mistake{
      "T0103",
      {"a percentage stands between quotes", "een percentage staat tussen aanhalingstekens"},
      write("\"" + plain + "%\"")};
}

std::optional<Mistake> mistake_in_amount(std::string_view token) {
  std::string_view text = token;
  if (!cut_currency(text)) return std::nullopt;
  cut_currency(text);
  std::string plain(text);
  if (const auto number = written_number(text)) {
    plain = number->plain;
  } else if (!is_plain_number(text)) {
    return std::nullopt;
  }
  Phrase hint = write(plain);
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
  Phrase hint = write(number->plain);
  const std::size_t point = number->plain.find('.');
  if (point != std::string::npos && number->plain.size() - point == 4 &&
      number->plain.find_first_of("123456789") < point) {
    const std::string whole = number->plain.substr(0, point) + number->plain.substr(point + 1);
    hint.en += ", or " + whole + " if the comma stands between thousands";
    hint.nl += ", of " + whole + " als de komma tussen duizendtallen staat";
  }
  return Mistake{"T0101",
                 {"a number has a decimal point, not a comma",
                  "een getal heeft een decimale punt, geen komma"},
                 hint};
}

std::optional<Mistake> mistake_in_truth(std::string_view token) {
  const std::string word = lower(token);
  constexpr std::array<std::string_view, 4> yes{"true", "yes", "ja", "waar"};
  constexpr std::array<std::string_view, 4> no{"false", "no", "nee", "onwaar"};
  const bool is_yes = std::find(yes.begin(), yes.end(), word) != yes.end();
  if (!is_yes && std::find(no.begin(), no.end(), word) == no.end()) return std::nullopt;
  return Mistake{
      "T0109",
      {"yes and no are written true and false", "ja en nee worden geschreven als true en false"},
      write(is_yes ? "true" : "false")};
}

std::optional<Mistake> mistake_in_quotes(std::string_view token) {
  bool curly = false;
  std::string plain;
  for (std::size_t at = 0; at < token.size();) {
    const std::size_t length = utf8::length(token, at);
    const std::size_t curl = curly_quote(token, at);
    const bool edge = plain.empty() || at + length == token.size();
    if (curl != 0 && edge) {
      curly = true;
    } else if (token[at] != '"' || !edge) {
      plain += token.substr(at, length);
    }
    at += length;
  }
  if (!curly) return std::nullopt;
  return Mistake{
      "T0107",
      {"curly quotes instead of straight ones", "gekrulde aanhalingstekens in plaats van rechte"},
      write(quoted(plain))};
}

}  // namespace

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

bool starts_with_needless_zero(std::string_view digits) {
  return digits.size() > 1 && digits.front() == '0' && all_digits(digits);
}

std::size_t curly_quote(std::string_view text, std::size_t at) {
  for (const std::string_view quote : {"“", "”", "„", "‟", "‘", "’", "‚", "‛", "«", "»", "″"}) {
    if (text.substr(at).starts_with(quote)) return quote.size();
  }
  return 0;
}

std::size_t unusual_blank(std::string_view text, std::size_t at) {
  if (at >= text.size() || static_cast<unsigned char>(text[at]) < 0x80U) return 0;
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("\xC2\xA0") || rest.starts_with("\xC2\x85")) return 2;
  for (const std::string_view blank :
       {"\xE2\x80\xA8", "\xE2\x80\xA9", "\xE2\x80\xAF", "\xE2\x81\x9F", "\xE3\x80\x80",
        "\xEF\xBB\xBF", "\xE1\x9A\x80", "\xE2\x81\xA0", "\xE1\xA0\x8E"}) {
    if (rest.starts_with(blank)) return 3;
  }
  if (rest.size() >= 3 && rest.starts_with("\xE2\x80") &&
      static_cast<unsigned char>(rest[2]) >= 0x80U &&
      static_cast<unsigned char>(rest[2]) <= 0x8FU) {
    return 3;  // U+2000 to U+200F
  }
  return 0;
}

std::string quoted(std::string_view text) {
  constexpr std::size_t widest = 60;
  std::string shown;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    const std::size_t length = utf8::length(text, at);
    if (count == widest) {
      shown += "…";
      break;
    }
    shown += text.substr(at, length);
    at += length;
  }
  if (shown.find('"') == std::string::npos && shown.find('\\') == std::string::npos) {
    return "\"" + shown + "\"";
  }
  return "'" + shown + "'";
}

Phrase write(const std::string& what) { return {"write " + what, "schrijf " + what}; }

std::optional<Mistake> look_at(std::string_view token) {
  if (token.empty() || token == "true" || token == "false") return std::nullopt;
  if (const auto mistake = mistake_in_quotes(token)) return mistake;
  if (is_date_shape(token)) {
    const char next = token.size() > 10 ? token[10] : ' ';
    if (token.size() == 10 || next == 'T' || next == 't' ||
        (next == ' ' && token.size() > 11 && is_digit(token[11]))) {
      return wrong_day(token);
    }
  }
  if (const auto mistake = mistake_in_number(token)) return mistake;
  if (is_plain_number(without_underscores(token))) return std::nullopt;
  if (const auto mistake = mistake_in_percentage(token)) return mistake;
  if (const auto mistake = mistake_in_amount(token)) return mistake;
  if (const auto mistake = mistake_in_date(token)) return mistake;
  if (const auto mistake = mistake_in_separators(token)) return mistake;
  if (const auto mistake = mistake_in_truth(token)) return mistake;
  const bool time = token.size() >= 8 && token[2] == ':' && token[5] == ':' && is_digit(token[0]);
  const char first = token.front();
  if (time || first == '=' || first == ',' || first == ']' || first == '}') return std::nullopt;
  std::string_view words = token;
  while (!words.empty() && (words.back() == '"' || words.back() == '\'')) words.remove_suffix(1);
  return Mistake{"T0106",
                 {"text stands between quotes", "tekst staat tussen aanhalingstekens"},
                 write(quoted(words))};
}

}  // namespace pricetalk::document
