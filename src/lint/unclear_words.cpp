#include "lint/unclear_words.hpp"

#include <algorithm>

#include "explain/rounded.hpp"
#include "explain/unit_words.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

std::string price_in(const PriceSpread& spread, const Ratio& price, const Currency& currency,
                     Language language) {
  const int decimals = spread.line->price_decimals(currency);
  return money_text({round(price, Rounding::decimals(decimals)), currency}, language);
}

std::string span_in(const PriceSpread& spread, const Currency& currency, Language language) {
  std::string text = price_in(spread, spread.low, currency, language) +
                     say(language, " to ", " tot ") +
                     price_in(spread, spread.high, currency, language);
  if (!spread.line->unit.empty()) text += " " + per_unit(spread.line->unit, language);
  text += say(language, " on ", " op ") + date_text(spread.on, language);
  if (spread.a_year)
    text += ", " + money_text(*spread.a_year, language) + say(language, " a year", " per jaar");
  return text;
}

/// The key that answers one point alone; "": no key does; nothing: that of its subject.
std::optional<std::string_view> key_of(Point point) {
  switch (point) {
    case Point::change_rounding:
      return "rounding.change = { to = \"0.01%\" }";
    case Point::carried_price:
      return "rounding.carry = \"rounded\"";
    case Point::price_rounding:
    case Point::parts_rounding:
      return "rounding.price = { decimals = 2 }";
    case Point::threshold_since:
      return "threshold.since = \"last adjustment\"";
    case Point::threshold_tested:
      return "threshold.tested_on = \"index\"";
    case Point::threshold_part:
      return "threshold.then = \"full\"";
    case Point::carry_over:
      return "limits.carry_over = \"none\"";
    case Point::unused_cap:
      return "limits.unused_cap = \"lost\"";
    case Point::cap_per:
      return "limits.per = \"adjustment\"";
    case Point::waived_year:
      return "catch_up = false";
    case Point::late_announcement:
      return "notice.late = \"next-date\"";
    case Point::surcharge_price:
      return "compounding = \"previous\"";
    case Point::surcharge_day:
      return "adjust = { every = \"month\" }";
    case Point::reading_day:
    case Point::cap_by_rounding:
      return "";
    default:
      return std::nullopt;
  }
}

/// The keys that answer what is open, each once; empty: no key does.
std::string what_to_write(const OpenSubject& open, const std::set<Point>& points) {
  if (points.empty()) return open.write;
  std::set<std::string_view> named;
  std::string text;
  for (const Point point : points) {
    const std::string_view key = key_of(point).value_or(open.write);
    if (!key.empty() && named.insert(key).second)
      text += (text.empty() ? "" : ", ") + std::string(key);
  }
  return text;
}

}  // namespace

const std::vector<OpenSubject>& open_subjects() {
  static const std::vector<OpenSubject> all = {
      {"W0201",
       {"which period counts is not said", "welke periode telt, staat er niet"},
       "use = \"july of previous year\"",
       {}},
      {"W0214",
       {"which series of its family is meant is not said",
        "welke reeks uit de familie is bedoeld, staat er niet"},
       "series = \"…\"",
       {}},
      {"W0202",
       {"with which figure it is compared is not said",
        "met welk cijfer wordt vergeleken, staat er niet"},
       "base = \"12 months earlier\"",
       {Point::reference, Point::first_reference}},
      {"W0203",
       {"which version of a figure counts is not said",
        "welke versie van een cijfer telt, staat er niet"},
       "publication = \"definitive\"",
       {Point::reference_version, Point::publication}},
      {"W0204",
       {"how base years are joined is not said", "hoe basisjaren worden gekoppeld, staat er niet"},
       "link.method = \"coefficient\", in_base_of = \"reference\"",
       {Point::link_method, Point::link_base}},
      {"W0205",
       {"how the percentage is rounded is not said",
        "hoe het percentage wordt afgerond, staat er niet"},
       "rounding.coefficient = { decimals = 4 }",
       {Point::change_rounding, Point::coefficient_rounding}},
      {"W0206",
       {"how the price is rounded is not said", "hoe de prijs wordt afgerond, staat er niet"},
       "rounding.price = { decimals = 2 }, rounding.carry = \"rounded\"",
       {Point::price_rounding, Point::carried_price, Point::parts_rounding}},
      {"W0207",
       {"whether the last or the first price is adjusted is not said",
        "of de laatste of de eerste prijs wordt aangepast, staat er niet"},
       "compounding = \"previous\"",
       {Point::compounding}},
      {"W0208",
       {"whether the price follows a fall is not said", "of de prijs meedaalt, staat er niet"},
       "limits.floor = \"0%\"",
       {}},
      {"W0209",
       {"how the threshold works is not said", "hoe de drempel werkt, staat er niet"},
       "threshold.since = \"last adjustment\"",
       {Point::threshold_since, Point::threshold_tested, Point::threshold_part}},
      {"W0210",
       {"what becomes of a change that a limit or a waiver cuts off is not said",
        "wat er gebeurt met wat door een grens of kwijtschelding niet is doorberekend, staat er "
        "niet"},
       "limits.carry_over = \"none\"",
       {Point::carry_over, Point::unused_cap, Point::waived_year, Point::cap_per,
        Point::cap_by_rounding}},
      {"W0211",
       {"whether, and by when, a rise must be announced is not said",
        "of en wanneer een verhoging moet worden aangekondigd, staat er niet"},
       "notice = { before = \"2 months\", late = \"next-date\" }",
       {Point::reading_day, Point::late_announcement}},
      {"W0212",
       {"how the surcharge is counted is not said", "hoe de toeslag wordt gerekend, staat er niet"},
       "rounding.surcharge = { decimals = 2 }",
       {Point::surcharge_day, Point::surcharge_price, Point::surcharge_rounding}},
      {"W0213",
       {"on which day of the year the price changes is not said",
        "op welke dag van het jaar de prijs verandert, staat er niet"},
       "adjust.on = \"01-01\"",
       {}},
  };
  return all;
}

const OpenSubject& subject_of(Point point) {
  const auto& all = open_subjects();
  return *std::find_if(all.begin(), all.end(), [&](const OpenSubject& each) {
    return std::find(each.points.begin(), each.points.end(), point) != each.points.end();
  });
}

const OpenSubject& subject(std::string_view code) {
  const auto& all = open_subjects();
  return *std::find_if(all.begin(), all.end(),
                       [&](const OpenSubject& each) { return each.code == code; });
}

Phrase title_of(const OpenSubject& open, const std::optional<PriceSpread>& spread,
                const Currency& currency) {
  if (!spread) return open.open;
  return {open.open.en + ": " + span_in(*spread, currency, Language::en),
          open.open.nl + ": " + span_in(*spread, currency, Language::nl)};
}

Phrase hint_of(const OpenSubject& open, const std::optional<PriceSpread>& spread,
               const std::set<Point>& points) {
  const std::string code(open.code);
  const std::string write = what_to_write(open, points);
  Phrase hint;
  if (spread)
    hint = {"lowest: " + spread->lowest.en + "; highest: " + spread->highest.en + "; ",
            "laagste: " + spread->lowest.nl + "; hoogste: " + spread->highest.nl + "; "};
  hint.en += "ask what was meant";
  hint.nl += "vraag na wat is bedoeld";
  hint.en += write.empty() ? "; no key says it, so" : " and write it, as " + write + ", or";
  hint.nl += write.empty() ? "; geen sleutel zegt het, dus"
                           : " en schrijf het op, zoals " + write + ", of";
  hint.en += " keep it open with accept = [\"" + code + ": the reason\"]";
  hint.nl += " laat het open met accept = [\"" + code + ": de reden\"]";
  return hint;
}

}  // namespace pricetalk
