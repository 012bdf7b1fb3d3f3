#include "report/readings.hpp"

#include <set>

#include "billing/yearly.hpp"
#include "explain/worksheet.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/late_words.hpp"
#include "report/explanation.hpp"
#include "report/table.hpp"

namespace pricetalk {

namespace {

constexpr std::size_t most_shown = 10;

/// Whether more than one clause is read: then each row names its own.
bool several_clauses(const TwoReadings& readings) {
  std::set<std::string> clauses;
  for (const OtherReading& each : readings.open) clauses.insert(each.used.clause);
  for (const PointRead& each : readings.stated) clauses.insert(each.clause);
  return clauses.size() > 1;
}

std::string point_text(const PointRead& read, bool name_clause, Language language) {
  std::string which = name_clause ? read.clause : "";
  if (!read.symbol.empty()) which += (which.empty() ? "" : ", ") + read.symbol;
  return words(read.point).in(language) + (which.empty() ? "" : " (" + which + ")");
}

std::string year_text(const OtherReading& other, const ReadLine& of, Language language) {
  const auto year = year_of(other, of);
  if (!year) return {};
  const Outcome<Ratio> value = year->value();
  if (!value) return say(language, "not determined yet", "nog niet te bepalen");
  const Currency& currency = of.contract.currency;
  return signed_money_text({as_decimal(*value, currency.minor_decimals()), currency}, language);
}

/// "1 January up to and including 9 March 2025: €102.00 charged, €103.00 due"
std::string part_text(const TrueUpPart& part, int decimals, const Currency& currency,
                      Language language) {
  const auto price = [&](const Outcome<Ratio>& value) {
    return price_text(value, decimals, currency, language);
  };
  return say(language, "from ", "van ") + date_text(part.first, language) +
         say(language, " up to and including ", " tot en met ") + date_text(part.last, language) +
         say(language, " ", " is ") + price(part.charged) +
         say(language, " was charged where ", " gerekend waar ") + price(part.due) +
         say(language, " was due", " gold");
}

std::string day_text(const Settlement& s, Language language) {
  if (!s.known)
    return say(language, "the day on which it became known is not recorded",
               "de dag waarop het bekend werd, is niet vastgelegd");
  const std::string day = date_text(*s.known, language);
  if (s.recorded) return say(language, "published on ", "gepubliceerd op ") + day;
  return say(language, "publication day not recorded, known on ",
             "publicatiedag niet vastgelegd, bekend op ") +
         day + say(language, " at the latest", " op zijn laatst");
}

std::string settlement_text(const Settlement& s, const Contract& contract, Language language) {
  std::string text = say(language, "Settlement: ", "Verrekening: ");
  for (std::size_t i = 0; i < s.front().figures.size(); ++i) {
    const LateFigure& late = s.front().figures[i];
    text += (i == 0 ? "" : ", ") + late.series + " " + span_text(late.asked, language);
  }
  text += " (" + day_text(s, language) + "); ";
  bool first = true;
  for (const TrueUp& tier : s.prices) {
    const int decimals = tier.line->price_decimals(contract.currency, tier.price);
    for (const TrueUpPart& part : tier.parts) {
      text += (first ? "" : "; ") + part_text(part, decimals, contract.currency, language);
      first = false;
    }
  }
  text += ". ";
  if (!s.amount)
    return text +
           say(language, "The amount is not determined: ", "Het bedrag is niet te bepalen: ") +
           reasons_text(s.amount.why(), language) + ".";
  const Ratio amount(s.amount->amount);
  if (amount.is_zero())
    return text + say(language, "Nothing is settled.", "Er is niets te verrekenen.");
  const Money size{amount.sign() < 0 ? as_decimal(-amount, contract.currency.minor_decimals())
                                     : s.amount->amount,
                   contract.currency};
  return text +
         (amount.sign() > 0 ? say(language, "The customer still pays ", "De klant betaalt nog ")
                            : say(language, "The customer gets back ", "De klant krijgt terug: ")) +
         money_text(size, language) +
         (s.recorded ? std::string() : say(language, " at most", " (ten hoogste)")) + ".";
}

}  // namespace

std::optional<ReadingYear> year_of(const OtherReading& other, const ReadLine& of) {
  if (of.line.prices.size() > 1 || !bought_by_time(of.line)) return std::nullopt;
  const auto side = [](const Outcome<Ratio>& price, Phrase label) {
    InputSource source;
    source.text = std::move(label);
    return one_price(price, std::move(source));
  };
  Outcome<Ratio> own = other.difference;
  if (own && other.price) own = *other.price - *own;
  ReadingYear made{Worksheet(of.contract.currency)};
  made.answer = invoiced_difference(
      made.sheet, of.contract, of.line,
      side(other.price, {"price by the other reading", "prijs volgens de andere lezing"}),
      side(own, {"price as it is read", "prijs zoals die gelezen wordt"}), year_from(of.on),
      {"difference a year", "verschil per jaar"});
  return made;
}

std::string readings_text(const TwoReadings& readings, const ReadLine& of, int decimals,
                          Language language) {
  const bool yearly = of.line.prices.size() == 1 && bought_by_time(of.line);
  const Currency& currency = of.contract.currency;
  std::string text;
  const bool name_clause = several_clauses(readings);
  if (!readings.open.empty()) {
    text += say(language, "What the contract leaves open can be read otherwise as well:",
                "Wat het contract open laat, is ook anders te lezen:") +
            std::string("\n");
    Table table;
    table.columns = {
        {say(language, "point", "punt"), Table::Align::left},
        {say(language, "read as (by default)", "gelezen als (standaard)"), Table::Align::left},
        {say(language, "also possible", "ook mogelijk"), Table::Align::left},
        {readings.with_surcharges ? say(language, "with surcharges", "met toeslagen")
                                  : say(language, "price", "prijs"),
         Table::Align::right},
        {yearly ? say(language, "a year", "per jaar") : std::string(), Table::Align::right}};
    for (std::size_t i = 0; i < readings.open.size() && i < most_shown; ++i) {
      const OtherReading& other = readings.open[i];
      table.row({point_text(other.used, name_clause, language), other.used.as_read.in(language),
                 other.sentence.in(language), price_text(other.price, decimals, currency, language),
                 year_text(other, of, language)});
    }
    text += as_text(table);
    if (readings.open.size() > most_shown) {
      const std::string more = std::to_string(readings.open.size() - most_shown);
      text += say(language, "and ", "en nog ") + more +
              say(language, " more with a smaller difference", " met een kleiner verschil") + "\n";
    }
  }
  if (readings.stated.empty()) return text;
  text += say(language, "What the contract says itself:", "Wat het contract zelf zegt:") +
          std::string("\n");
  for (const PointRead& read : readings.stated)
    text += "  " + point_text(read, name_clause, language) + ": " + read.as_read.in(language) +
            " [" + read.where.place() + "]\n";
  return text;
}

Phrase in_words(const Settlement& settlement, const Contract& contract) {
  return {settlement_text(settlement, contract, Language::en),
          settlement_text(settlement, contract, Language::nl)};
}

}  // namespace pricetalk
