#include "pricetalk/contract/terms.hpp"

#include <algorithm>

#include "contract/leaves.hpp"
#include "document/reader.hpp"

namespace pricetalk {

using Kind = DocumentNode::Kind;

Phrase Leaf<Due>::expected() {
  return {"a date, or a duration such as \"14 days\"", "een datum, of een duur zoals \"14 days\""};
}

bool Leaf<Due>::read(Reader& reader, const DocumentNode& node, Due& out) {
  if (node.kind == Kind::date) {
    Date day;
    if (!reader.value(node, day)) return false;
    out.on = day;
    return true;
  }
  if (node.kind != Kind::text) return false;
  Duration within;
  if (!reader.value(node, within)) return false;
  out.within = within;
  return true;
}

Phrase Leaf<Jurisdiction>::expected() {
  return {"a country code of two capital letters, such as \"NL\"",
          "een landcode van twee hoofdletters, zoals \"NL\""};
}

bool Leaf<Jurisdiction>::read(Reader&, const DocumentNode& node, Jurisdiction& out) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (node.kind != Kind::text || node.raw.size() != 2 ||
      !std::all_of(node.raw.begin(), node.raw.end(), capital))
    return false;
  out.code = node.raw;
  return true;
}

Phrase Leaf<Tags>::expected() { return {"tags, each with a text", "labels, elk met een tekst"}; }
std::string_view Leaf<Tags>::type_name() { return "table of texts"; }
bool Leaf<Tags>::read(Reader& reader, const DocumentNode& node, Tags& out) {
  if (node.kind != DocumentNode::Kind::table) return false;
  bool right = true;
  for (const Entry& entry : node.entries) {
    if (entry.value.broken) continue;
    std::string text;
    right = reader.value(entry.value, text) && right;
    out.values.emplace_back(entry.key, std::move(text));
  }
  return right;
}

Phrase Leaf<QuantityValue>::expected() {
  return {"a table such as { per_month = 1250 }, or a list of them with `from`",
          "een tabel zoals { per_month = 1250 }, of een lijst daarvan met `from`"};
}

namespace {

constexpr std::array<std::pair<std::string_view, QuantityRate::Per>, 4> rate_keys = {
    {{"per_month", QuantityRate::Per::month},
     {"per_quarter", QuantityRate::Per::quarter},
     {"per_year", QuantityRate::Per::year},
     {"once", QuantityRate::Per::once}}};

bool read_amount(Reader& reader, const DocumentNode& node, Decimal& amount) {
  if (!reader.value(node, amount)) return false;
  if (!amount.is_negative()) return true;
  return reader.error(
      "C0107", node.span, {"a quantity is not negative", "een hoeveelheid is niet negatief"},
      {"write how much is bought; what is returned or credited stands in the invoices",
       "schrijf hoeveel er wordt afgenomen; wat terugkomt of wordt gecrediteerd, staat in de "
       "facturen"});
}

bool read_amounts(Reader& reader, const DocumentNode& node, QuantityRate& rate) {
  const auto one = [&](const DocumentNode& item) {
    return read_amount(reader, item, rate.values.emplace_back());
  };
  if (node.kind != Kind::list) return one(node);
  if (rate.per != QuantityRate::Per::month || node.items.size() != 12)
    return reader.error(
        "C0108", node.span,
        {"a list of quantities is per_month and has twelve numbers, January first",
         "een lijst met hoeveelheden hoort bij per_month en heeft twaalf getallen, januari eerst"},
        {"there are " + std::to_string(node.items.size()) +
             " here; write one number when every period is the same",
         "hier staan er " + std::to_string(node.items.size()) +
             "; schrijf één getal als elke periode gelijk is"});
  return std::all_of(node.items.begin(), node.items.end(), one);
}

/// A band holds the quantity that is expected, and is of a time.
bool check_band(Reader& reader, const DocumentNode& node, const QuantityRate& rate) {
  if (!rate.at_least && !rate.at_most) return true;
  if (rate.per == QuantityRate::Per::once)
    return reader.error(
        "C0110", node.span,
        {"at_least and at_most are of a month, a quarter or a year",
         "at_least en at_most horen bij een maand, een kwartaal of een jaar"},
        {"leave them out of what is bought once", "laat ze weg bij wat één keer wordt afgenomen"});
  const bool inside =
      std::all_of(rate.values.begin(), rate.values.end(), [&](const Decimal& value) {
        return (!rate.at_least || *rate.at_least <= value) &&
               (!rate.at_most || value <= *rate.at_most);
      });
  return inside ||
         reader.error("C0110", node.span,
                      {"the quantity lies outside its own band",
                       "de hoeveelheid ligt buiten haar eigen bandbreedte"},
                      {"per_month (or per_quarter, per_year) is what is expected, from at_least up "
                       "to at_most: { per_month = 100, at_least = 80, at_most = 120 }",
                       "per_month (of per_quarter, per_year) is wat wordt verwacht, van at_least "
                       "tot en met at_most: { per_month = 100, at_least = 80, at_most = 120 }"});
}

bool read_rate(Reader& reader, const DocumentNode& node, QuantityValue::From& out) {
  if (node.kind != Kind::table) return false;
  int rates = 0;
  for (const Entry& entry : node.entries) {
    if (entry.key == "from") {
      Date day;
      if (!reader.value(entry.value, day)) return false;
      out.from = day;
      continue;
    }
    if (entry.key == "at_least" || entry.key == "at_most") {
      auto& end = entry.key == "at_least" ? out.rate.at_least : out.rate.at_most;
      if (!read_amount(reader, entry.value, end.emplace())) return false;
      continue;
    }
    const auto found = std::find_if(rate_keys.begin(), rate_keys.end(),
                                    [&](const auto& row) { return row.first == entry.key; });
    if (found == rate_keys.end())
      return reader.error(
          "T0301", entry.key_span,
          {"unknown key '" + entry.key + "' in quantity",
           "onbekende sleutel '" + entry.key + "' in quantity"},
          {"known here: per_month, per_quarter, per_year, once, from, at_least, at_most",
           "bekend zijn hier: per_month, per_quarter, per_year, once, from, at_least, at_most"});
    out.rate.per = found->second;
    ++rates;
    if (!read_amounts(reader, entry.value, out.rate)) return false;
  }
  if (rates != 1)
    return reader.error(
        "C0109", node.span,
        {"a quantity has exactly one of per_month, per_quarter, per_year, once",
         "een hoeveelheid heeft precies één van per_month, per_quarter, per_year, once"},
        {"for example quantity = { per_month = 1250 }",
         "bijvoorbeeld quantity = { per_month = 1250 }"});
  return check_band(reader, node, out.rate);
}

}  // namespace

bool Leaf<QuantityValue>::read(Reader& reader, const DocumentNode& node, QuantityValue& out) {
  if (node.kind == Kind::table) return read_rate(reader, node, out.rates.emplace_back());
  if (node.kind != Kind::list || node.items.empty()) return false;
  for (const DocumentNode& item : node.items)
    if (!read_rate(reader, item, out.rates.emplace_back())) return false;
  std::stable_sort(out.rates.begin(), out.rates.end(),
                   [](const auto& a, const auto& b) { return a.from < b.from; });
  return true;
}

Phrase Leaf<UnitPriceValue>::expected() {
  return {"an amount, or { times = 1.5, of = \"hour-rate\" }",
          "een bedrag, of { times = 1.5, of = \"hour-rate\" }"};
}

bool Leaf<UnitPriceValue>::read(Reader& reader, const DocumentNode& node, UnitPriceValue& out) {
  if (node.kind != Kind::table) return reader.value(node, out.amount);
  for (const Entry& entry : node.entries) {
    if (entry.key == "times") {
      if (!reader.value(entry.value, out.times.emplace())) return false;
    } else if (entry.key == "of") {
      Id id;
      if (!reader.value(entry.value, id)) return false;
      out.of = id.value;
    } else {
      return reader.error("T0301", entry.key_span,
                          {"unknown key '" + entry.key + "' in unit_price",
                           "onbekende sleutel '" + entry.key + "' in unit_price"},
                          {"known here: times, of", "bekend zijn hier: times, of"});
    }
  }
  return out.times && !out.of.empty();
}

Phrase Leaf<ExpectedValue>::expected() {
  return {"a number, a percentage or a word", "een getal, een percentage of een woord"};
}

bool Leaf<ExpectedValue>::read(Reader& reader, const DocumentNode& node, ExpectedValue& out) {
  out.text = node.raw;
  if (node.kind == Kind::number) return reader.value(node, out.value);
  if (node.kind != Kind::text) return false;
  if (!node.raw.ends_with('%')) {
    out.kind = ExpectedValue::Kind::word;
    return true;
  }
  Percent percent;
  if (!reader.value(node, percent)) return false;
  out.kind = ExpectedValue::Kind::percent;
  out.value = percent.of_hundred;
  return true;
}

}  // namespace pricetalk
