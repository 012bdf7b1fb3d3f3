#include "pricetalk/report/json_price.hpp"

#include "pricetalk/document/dictionary.hpp"
#include "pricetalk/pricing/breaks.hpp"
#include "pricetalk/pricing/link.hpp"
#include "report/json_parts.hpp"

namespace pricetalk {

namespace {

Json price_value(const Outcome<Ratio>& price, int decimals) {
  return price ? Json(as_decimal(*price, decimals).text()) : Json(nullptr);
}

Json break_json(const BreakCrossed& crossed) {
  Json made{{"series", crossed.series}};
  if (!crossed.series_after.empty()) made["series_after"] = crossed.series_after;
  made["from"] = crossed.from.text();
  made["what"] = crossed.what;
  made["before"] = crossed.before.text();
  made["after"] = crossed.after.text();
  return made;
}

Json other_link_json(const OtherLink& other, int decimals) {
  Json made;
  for (const auto& [text, method] : Dictionary<LinkMethod>::words)
    if (method == other.method) made["method"] = std::string(text);
  made["allowed"] = price_value(other.entry.price, decimals);
  made["difference"] = price_value(other.gap, decimals);
  return made;
}

Json entry_json(const PriceSchedule& prices, const PriceEntry& entry, const Contract& contract,
                const Coverage& coverage, bool explain, Language language) {
  const int decimals = prices.line->price_decimals(contract.currency, prices.price);
  Json made{{"line", prices.line->id}, {"title", prices.line->title}};
  if (prices.line->prices.size() > 1) made["tier"] = prices.price + 1;
  made["unit"] = prices.line->unit;
  made["since"] = entry.from.text();
  made["before"] = price_value(entry.before, decimals);
  made["allowed"] = price_value(entry.price, decimals);
  if (!entry.price) made["missing"] = reasons_json(entry.price.why(), language);
  const Outcome<Ratio> change = entry.change();
  made["step"] =
      change ? Json(value_text(*change, Form::percent, Language::en, 12)) : Json(nullptr);
  made["verdict"] = words(entry.verdict).in(language);
  made["fixity"] = word(entry.fixity);
  made["address"] = entry.address.text;
  if (entry.clause != nullptr) made["clause"] = entry.clause->id;
  if (entry.deadline)
    made["announce_by"] = {{"last_working_day", entry.deadline->on.text()},
                           {"contract_day", entry.deadline->adjusted_from.text()}};
  for (const BreakCrossed& crossed : breaks_crossed(entry.why))
    made["measured_differently"].push_back(break_json(crossed));
  if (const auto other = other_link({&contract, prices.line, prices.price, &coverage}, entry))
    made["other_link_method"] = other_link_json(*other, decimals);
  if (explain && entry.why) made["steps"] = steps_json(entry.why, entry.answer, language);
  return made;
}

}  // namespace

std::string price_json(const Contract& contract, const Coverage& coverage,
                       const std::vector<PriceSchedule>& schedules, Date on, Date today,
                       bool today_from_clock, bool explain, Language language) {
  Json made{{"contract", contract.id},
            {"on", on.text()},
            {"today", today.text()},
            {"today_from_clock", today_from_clock},
            {"currency", std::string(contract.currency.code())},
            {"vat", contract.vat == Vat::excluded ? "excluded" : "included"}};
  made["prices"] = Json::array();
  for (const PriceSchedule& prices : schedules)
    if (const PriceEntry* entry = prices.on(on))
      made["prices"].push_back(entry_json(prices, *entry, contract, coverage, explain, language));
  return printed(made);
}

}  // namespace pricetalk
