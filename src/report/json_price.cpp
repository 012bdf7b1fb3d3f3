#include "report/json_price.hpp"

#include "contract/clause_terms_dictionary.hpp"
#include "document/dictionary.hpp"
#include "pricetalk/advice/redface.hpp"
#include "pricetalk/pricing/surcharge.hpp"
#include "pricing/breaks.hpp"
#include "pricing/day_step.hpp"
#include "pricing/link.hpp"
#include "report/json_entered.hpp"
#include "report/json_parts.hpp"
#include "report/json_readings.hpp"

namespace pricetalk {

namespace {

Json price_value(const Outcome<Ratio>& price, int decimals) {
  return price ? Json(as_decimal(*price, decimals).text()) : Json(nullptr);
}

Json break_json(const BreakCrossed& crossed) {
  Json made{{"series", crossed.series}};
  if (!crossed.series_after.empty()) made["series_after"] = crossed.series_after;
  made["from"] = crossed.from.text();
  made["what"] = sentence_json(crossed.what);
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

/// What is added to the price on the day, and the price with it.
void add_surcharges(Json& made, const PriceSchedule& prices, Date on, bool explain) {
  if (prices.line->surcharges.empty()) return;
  const int minor = prices.contract->currency.minor_decimals();
  const int decimals = prices.line->price_decimals(prices.contract->currency, prices.price);
  const ChargedPrice charged = charged_on(prices, on);
  made["surcharges"] = Json::array();
  for (const Surcharge& one : charged.surcharges) {
    Json row{{"clause", one.clause->id},
             {"date", one.date ? Json(one.date->text()) : Json(nullptr)},
             {"amount", price_value(one.amount, minor)},
             {"fixity", word(one.fixity)},
             {"address", one.address.text}};
    if (!one.late.empty()) row["late_figures"] = late_json(one.late);
    if (!one.amount) row["missing"] = reasons_json(one.amount.why(), Language::en);
    if (explain && one.why) row["steps"] = steps_json(one.why, one.answer, Language::en);
    made["surcharges"].push_back(std::move(row));
  }
  made["surcharge"] = price_value(charged.surcharge, minor);
  made["charged"] = price_value(charged.charged, decimals);
  if (prices.line->only_surcharges()) made["only_surcharges"] = true;
}

/// What each part costs on the day, in its own currency.
Json parts_json(const PriceSchedule& prices, const PriceEntry& entry, Date on, bool explain) {
  const Line& line = *prices.line;
  Json made = Json::array();
  for (std::size_t i = 0; i < line.parts.size(); ++i) {
    const Part& part = line.parts[i];
    const PriceEntry* own = prices.of_part(i, on);
    Json row{
        {"name", part.name},
        {"share", part.share.text()},
        {"currency", std::string(part.currency.code())},
        {"allowed", price_value(entry.parts[i], line.price_decimals(part.currency, prices.price))}};
    if (part.rate) row["rate"] = part.rate->value.text();
    if (part.clause) row["clause"] = prices.contract->clauses[line.clauses[*part.clause]].id;
    if (own != nullptr) row["since"] = own->from.text();
    const NodeId node = own != nullptr ? own->why.calculation->find("part " + part.name) : no_node;
    if (explain && node != no_node) row["steps"] = steps_json(own->why, node, Language::en);
    made.push_back(std::move(row));
  }
  return made;
}

Json step_value(const Outcome<Ratio>& change) {
  return change ? Json(value_text(*change, Form::percent, Language::en, 12)) : Json(nullptr);
}

/// Everything that happened to the price on the day, in its order.
Json causes_json(const DayStep& day, int decimals, bool explain) {
  Json made = Json::array();
  for (const PriceEntry* cause : day.causes) {
    Json row{{"date", cause->date.text()},
             {"before", price_value(cause->before, decimals)},
             {"allowed", price_value(cause->price, decimals)},
             {"step", step_value(cause->change())},
             {"verdict", std::string(word(cause->verdict))}};
    if (cause->clause != nullptr) row["clause"] = cause->clause->id;
    if (explain && cause->why) row["steps"] = steps_json(cause->why, cause->answer, Language::en);
    made.push_back(std::move(row));
  }
  return made;
}

Json entry_json(const PriceSchedule& prices, const PriceEntry& entry, const Contract& contract,
                const Coverage& coverage, Date on, bool explain) {
  const int decimals = prices.line->price_decimals(contract.currency, prices.price);
  Json made{{"line", prices.line->id}, {"title", prices.line->title}};
  if (prices.line->prices.size() > 1) made["tier"] = prices.price + 1;
  made["unit"] = prices.line->unit;
  if (const auto outside = not_in_force(contract, *prices.line, on))
    made["not_in_force"] = sentence_json(*outside);
  made["since"] = entry.from.text();
  const DayStep day = step_of_day(prices, entry);
  made["before"] = price_value(day.before, decimals);
  made["allowed"] = price_value(entry.price, decimals);
  if (!entry.price) made["missing"] = reasons_json(entry.price.why(), Language::en);
  made["step"] = step_value(day.change);
  if (day.own) made["own_change"] = step_value(*day.own);
  made["verdict"] = std::string(word(day.shown->verdict));
  made["fixity"] = word(entry.fixity);
  if (const auto entered = entered_figures(prices, on, coverage.library()); !entered.empty())
    made["entered_by_hand"] = entered_json(entered);
  if (!entry.late.empty()) made["late_figures"] = late_json(entry.late);
  made["address"] = entry.address.text;
  if (day.shown->clause != nullptr) made["clause"] = day.shown->clause->id;
  if (day.causes.size() > 1) made["causes"] = causes_json(day, decimals, explain);
  if (!prices.line->parts.empty()) made["parts"] = parts_json(prices, entry, on, explain);
  if (entry.deadline)
    made["announce_by"] = {{"last_working_day", entry.deadline->on.text()},
                           {"contract_day", entry.deadline->adjusted_from.text()}};
  for (const BreakCrossed& crossed : breaks_crossed(entry.why))
    made["measured_differently"].push_back(break_json(crossed));
  if (const auto other = other_link({&contract, prices.line, prices.price, &coverage}, entry))
    made["other_link_method"] = other_link_json(*other, decimals);
  if (prices.price == 0)
    for (const Settlement& settlement : settlements(contract, *prices.line, coverage, on))
      if (settlement.last >= entry.from)
        made["true_up"].push_back(settlement_json(settlement, contract));
  add_surcharges(made, prices, on, explain);
  if (!explain) return made;
  if (entry.why) made["steps"] = steps_json(entry.why, entry.answer, Language::en);
  made["readings"] =
      readings_json(two_readings({&contract, prices.line, prices.price, &coverage}, on),
                    {contract, *prices.line, on}, decimals);
  return made;
}

}  // namespace

std::string price_json(const Contract& contract, const Coverage& coverage,
                       const std::vector<PriceSchedule>& schedules, Date on, Date today,
                       bool today_from_clock, bool explain) {
  Json made{{"contract", contract.id},
            {"on", on.text()},
            {"today", today.text()},
            {"today_from_clock", today_from_clock},
            {"currency", std::string(contract.currency.code())},
            {"vat", contract.vat == Vat::excluded ? "excluded" : "included"}};
  made["prices"] = Json::array();
  for (const PriceSchedule& prices : schedules)
    if (const PriceEntry* entry = prices.on(on))
      made["prices"].push_back(entry_json(prices, *entry, contract, coverage, on, explain));
  return printed(made);
}

}  // namespace pricetalk
