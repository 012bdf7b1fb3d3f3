#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "document/currency_word.hpp"
#include "document/leaf.hpp"
#include "document/reader.hpp"
#include "document/token.hpp"
#include "document/words.hpp"

namespace pricetalk {

using Kind = DocumentNode::Kind;

bool is_id(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
  });
}

std::string words_in_text(const std::vector<std::string_view>& words) {
  std::string text;
  for (const std::string_view word : words) {
    if (!text.empty()) text += ", ";
    text += '"';
    text += word;
    text += '"';
  }
  return text;
}

bool report_unknown_word(Reader& reader, const DocumentNode& node,
                         const std::vector<std::string_view>& words) {
  std::string lower = node.raw;
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '_') c = '-';
  }
  std::string_view near = nearest(lower, words);
  if (near.empty()) {
    // nearest() wants a difference; a capital letter only is none.
    const auto same_word = std::find(words.begin(), words.end(), lower);
    if (same_word != words.end()) near = *same_word;
  }
  const std::string all = words_in_text(words);
  Phrase hint{"one of " + all, "een van " + all};
  if (!near.empty()) {
    const std::string word = "\"" + std::string(near) + "\"";
    hint = {"did you mean " + word + "? " + hint.en, "bedoelde u " + word + "? " + hint.nl};
  }
  const std::string key(reader.key());
  return reader.error("T0205", node.span,
                      {"unknown word for '" + key + "'", "onbekend woord voor '" + key + "'"},
                      hint);
}

bool report_planned(Reader& reader, Span span, std::string_view what) {
  const std::string quoted = "'" + std::string(what) + "'";
  return reader.error("T0303", span,
                      {quoted + " is not supported yet", quoted + " wordt nog niet ondersteund"},
                      {"leave it out for now", "laat het voorlopig weg"});
}

// ---- numbers ------------------------------------------------------------------------------------

Phrase Leaf<Decimal>::expected() { return {"a number", "een getal"}; }
std::string_view Leaf<Decimal>::type_name() { return "decimal"; }
bool Leaf<Decimal>::read(Reader& reader, const DocumentNode& node, Decimal& out) {
  if (node.kind == Kind::number) {
    const auto number = Decimal::parse(node.raw);
    if (number) out = *number;
    return number.has_value();
  }
  if (node.kind != Kind::text) return false;
  const auto written = document::written_number(node.raw);
  const std::string plain = written ? written->plain : node.raw;
  if (!Decimal::parse(plain)) return false;
  return reader.error("T0203", node.span,
                      {"a number stands without quotes", "een getal staat zonder aanhalingstekens"},
                      written && written->thousands
                          ? document::write(plain)
                          : document::write_number(plain, written ? ',' : '.'));
}

namespace {

template <class I>
bool read_whole(Reader& reader, const DocumentNode& node, I& out) {
  if (node.kind != Kind::number) {
    Decimal ignored;
    return node.kind == Kind::text && Leaf<Decimal>::read(reader, node, ignored);
  }
  const auto number = Decimal::parse(node.raw);
  if (!number) return false;
  if (number->scale() != 0 || number->mantissa() > std::numeric_limits<I>::max() ||
      number->mantissa() < std::numeric_limits<I>::min()) {
    return reader.error(
        "T0207", node.span, {"expected a whole number", "hier hoort een geheel getal"},
        reader.example().empty() ? Phrase{}
                                 : Phrase{"for example " + std::string(reader.example()),
                                          "bijvoorbeeld " + std::string(reader.example())});
  }
  out = static_cast<I>(number->mantissa());
  return true;
}

}  // namespace

Phrase Leaf<int>::expected() { return {"a whole number", "een geheel getal"}; }
std::string_view Leaf<int>::type_name() { return "whole number"; }
bool Leaf<int>::read(Reader& reader, const DocumentNode& node, int& out) {
  return read_whole(reader, node, out);
}

Phrase Leaf<std::int64_t>::expected() { return Leaf<int>::expected(); }
std::string_view Leaf<std::int64_t>::type_name() { return "whole number"; }
bool Leaf<std::int64_t>::read(Reader& reader, const DocumentNode& node, std::int64_t& out) {
  return read_whole(reader, node, out);
}

Phrase Leaf<Percent>::expected() { return {"a percentage", "een percentage"}; }
std::string_view Leaf<Percent>::type_name() { return "percentage"; }
bool Leaf<Percent>::read(Reader& reader, const DocumentNode& node, Percent& out) {
  if (node.kind == Kind::number) {
    const auto number = Decimal::parse(node.raw);
    Phrase hint = document::write("\"" + node.raw + "%\"");
    if (number && number->scale() > 0 && !number->is_zero() && *number < Decimal(1, 0) &&
        Decimal(-1, 0) < *number) {
      // 0.04 may be meant as a fraction.
      const int places = std::min(2, number->scale());
      std::int64_t mantissa = number->mantissa();
      for (int i = places; i < 2; ++i) mantissa *= 10;
      const std::string hundredfold = Decimal(mantissa, number->scale() - places).text();
      hint = {"write \"" + hundredfold + "%\", or \"" + node.raw + "%\" when it is that small",
              "schrijf \"" + hundredfold + "%\", of \"" + node.raw + "%\" als het zo klein is"};
    }
    return reader.error("T0202", node.span,
                        {"a percentage is text with a percent sign",
                         "een percentage is tekst met een procentteken"},
                        hint);
  }
  if (node.kind != Kind::text) return false;
  std::string_view text = node.raw;
  const bool sign = text.ends_with('%');
  if (sign) text.remove_suffix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  if (const auto number = Decimal::parse(text)) {
    if (sign) {
      // As a fraction it has two decimals more; a number holds 18 of them.
      if (number->scale() > 16)
        return reader.error(
            "T0117", node.span,
            {"a percentage has at most 16 decimals", "een percentage heeft hoogstens 16 decimalen"},
            {"leave out the digits that do not count", "laat de cijfers weg die niet meetellen"});
      out.of_hundred = *number;
      return true;
    }
    return reader.error("T0202", node.span,
                        {"a percentage is text with a percent sign",
                         "een percentage is tekst met een procentteken"},
                        document::write("\"" + number->text() + "%\""));
  }
  if (const auto written = document::written_number(text)) {
    return reader.error("T0206", node.span,
                        {"a number has a decimal point and no other separators",
                         "een getal heeft een decimale punt en geen andere scheidingstekens"},
                        document::write("\"" + written->plain + "%\""));
  }
  return reader.not_understood(node, expected());
}

Phrase Leaf<Points>::expected() { return {"a number of points", "een aantal punten"}; }
std::string_view Leaf<Points>::type_name() { return "points"; }
bool Leaf<Points>::read(Reader& reader, const DocumentNode& node, Points& out) {
  if (node.kind == Kind::number) {
    return reader.error(
        "T0202", node.span,
        {"points are text with the word points", "punten zijn tekst met het woord points"},
        document::write("\"" + node.raw + " points\""));
  }
  if (node.kind != Kind::text) return false;
  std::string_view text = node.raw;
  for (const std::string_view word : {" points", " point"}) {
    if (!text.ends_with(word)) continue;
    if (const auto number = Decimal::parse(text.substr(0, text.size() - word.size()))) {
      out.value = *number;
      return true;
    }
  }
  return reader.not_understood(node, expected());
}

// ---- words --------------------------------------------------------------------------------------

Phrase Leaf<bool>::expected() { return {"true or false", "true of false"}; }
std::string_view Leaf<bool>::type_name() { return "true/false"; }
bool Leaf<bool>::read(Reader& reader, const DocumentNode& node, bool& out) {
  if (node.kind == Kind::boolean) {
    out = node.raw == "true";
    return true;
  }
  if (node.kind == Kind::text && (node.raw == "true" || node.raw == "false")) {
    return reader.error(
        "T0203", node.span,
        {"true and false stand without quotes", "true en false staan zonder aanhalingstekens"},
        document::write(node.raw));
  }
  return false;
}

Phrase Leaf<std::string>::expected() { return {"a text", "een tekst"}; }
std::string_view Leaf<std::string>::type_name() { return "text"; }
bool Leaf<std::string>::read(Reader& reader, const DocumentNode& node, std::string& out) {
  if (node.kind == Kind::text) {
    out = node.raw;
    return true;
  }
  if (node.kind == Kind::table || node.kind == Kind::list) return false;
  return reader.error("T0201", node.span,
                      {"expected a text, found " + kind_in_words(node.kind).en,
                       "hier hoort een tekst, er staat " + kind_in_words(node.kind).nl},
                      document::write("\"" + node.raw + "\""));
}

Phrase Leaf<Id>::expected() { return {"a name", "een naam"}; }
std::string_view Leaf<Id>::type_name() { return "id"; }
bool Leaf<Id>::read(Reader& reader, const DocumentNode& node, Id& out) {
  if (node.kind != Kind::text) return false;
  if (!is_id(node.raw)) {
    return reader.error(
        "T0209", node.span,
        {"a name has letters, digits, - and _", "een naam heeft letters, cijfers, - en _"},
        reader.example().empty()
            ? Phrase{"write it as in its heading", "schrijf hem zoals in het kopje"}
            : Phrase{
                  "write it as in its heading, for example " + std::string(reader.example()),
                  "schrijf hem zoals in het kopje, bijvoorbeeld " + std::string(reader.example())});
  }
  out.value = node.raw;
  return true;
}

Phrase Leaf<Currency>::expected() { return {"a currency code", "een valutacode"}; }
std::string_view Leaf<Currency>::type_name() { return "currency"; }
bool Leaf<Currency>::read(Reader& reader, const DocumentNode& node, Currency& out) {
  if (node.kind != Kind::text) return false;
  const auto currency = document::currency_named(node.raw);
  if (!currency) {
    return reader.error(
        "T0206", node.span, {"this is not a currency code", "dit is geen valutacode"},
        {"three capital letters, for example \"EUR\"", "drie hoofdletters, bijvoorbeeld \"EUR\""});
  }
  out = *currency;
  return true;
}

// ---- calendar -----------------------------------------------------------------------------------

namespace {

/// Text that parse() understands.
template <class T>
bool read_text(Reader& reader, const DocumentNode& node, T& out) {
  if (node.kind != Kind::text) return false;
  const auto value = T::parse(node.raw);
  if (!value) return reader.not_understood(node, Leaf<T>::expected());
  out = *value;
  return true;
}

}  // namespace

Phrase Leaf<Date>::expected() { return {"a date", "een datum"}; }
std::string_view Leaf<Date>::type_name() { return "date"; }
bool Leaf<Date>::read(Reader& reader, const DocumentNode& node, Date& out) {
  if (node.kind == Kind::text) {
    std::string iso = Date::parse(node.raw) ? node.raw : std::string();
    const auto mistake = document::look_at(node.raw);
    Phrase hint = iso.empty() ? Phrase{} : document::write(iso);
    if (iso.empty() && mistake && mistake->code == "T0104") hint = mistake->hint;
    if (hint.empty()) return false;
    return reader.error("T0204", node.span,
                        {"a date stands without quotes", "een datum staat zonder aanhalingstekens"},
                        hint);
  }
  if (node.kind != Kind::date) return false;
  const auto date = Date::parse(node.raw);
  if (!date) return reader.not_understood(node, expected());
  out = *date;
  return true;
}

Phrase Leaf<DateTime>::expected() { return {"a day with a time", "een dag met een tijd"}; }
std::string_view Leaf<DateTime>::type_name() { return "local date-time"; }
bool Leaf<DateTime>::read(Reader& reader, const DocumentNode& node, DateTime& out) {
  if (node.kind != Kind::text && node.kind != Kind::date_time) return false;
  std::string iso = node.raw;
  if (iso.size() > 10 && (iso[10] == ' ' || iso[10] == 't')) iso[10] = 'T';
  // Seconds are read and dropped: a call is at ten, not at ten and no seconds.
  if (iso.size() > 16 && iso[16] == ':') {
    const std::string rest = iso.substr(17);
    if (rest.find_first_not_of("0123456789.") == std::string::npos) iso.resize(16);
  }
  const auto value = DateTime::parse(iso);
  if (!value) return reader.not_understood(node, expected());
  out = *value;
  return true;
}

Phrase Leaf<MonthDay>::expected() { return {"a month and day", "een maand en dag"}; }
std::string_view Leaf<MonthDay>::type_name() { return "month-day"; }
bool Leaf<MonthDay>::read(Reader& reader, const DocumentNode& node, MonthDay& out) {
  const bool is_other = node.kind == Kind::text && !MonthDay::parse(node.raw);
  if (const auto meant = is_other ? document::written_month_day(node.raw) : std::nullopt)
    return reader.error("T0206", node.span,
                        {"a day of the year is written month-day",
                         "een dag van het jaar wordt geschreven als maand-dag"},
                        document::write("\"" + *meant + "\""));
  return read_text(reader, node, out);
}

Phrase Leaf<Duration>::expected() { return {"a duration", "een duur"}; }
std::string_view Leaf<Duration>::type_name() { return "duration"; }
bool Leaf<Duration>::read(Reader& reader, const DocumentNode& node, Duration& out) {
  return read_text(reader, node, out);
}

Phrase Leaf<Period>::expected() { return {"a period", "een periode"}; }
std::string_view Leaf<Period>::type_name() { return "period"; }
bool Leaf<Period>::read(Reader& reader, const DocumentNode& node, Period& out) {
  if (node.kind == Kind::date) {
    const auto day = Period::parse(node.raw);
    if (!day) return reader.not_understood(node, expected());
    out = *day;
    return true;
  }
  if (node.kind == Kind::number && Period::parse(node.raw)) {
    return reader.error(
        "T0204", node.span,
        {"a period stands between quotes", "een periode staat tussen aanhalingstekens"},
        document::write("\"" + node.raw + "\""));
  }
  return read_text(reader, node, out);
}

Phrase Leaf<PeriodSpan>::expected() { return {"a period", "een periode"}; }
std::string_view Leaf<PeriodSpan>::type_name() { return "period, or first to last"; }
bool Leaf<PeriodSpan>::read(Reader& reader, const DocumentNode& node, PeriodSpan& out) {
  if (node.kind == Kind::date || node.kind == Kind::number) {
    Period period;
    if (!Leaf<Period>::read(reader, node, period)) return false;
    out = {period, period};
    return true;
  }
  return read_text(reader, node, out);
}

// ---- anything -----------------------------------------------------------------------------------

Phrase Leaf<DocumentNode>::expected() { return {"a value", "een waarde"}; }
std::string_view Leaf<DocumentNode>::type_name() { return "anything"; }
bool Leaf<DocumentNode>::read(Reader&, const DocumentNode& node, DocumentNode& out) {
  out = node;
  return true;
}

}  // namespace pricetalk
