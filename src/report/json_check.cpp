#include "report/json_check.hpp"

#include "explain/rounded.hpp"
#include "report/json_parts.hpp"

namespace pricetalk {

namespace {

Json place_json(const Noted& each) {
  Json made{{"file", each.file}};
  if (each.region) {
    made["line"] = each.region->begin.line;
    made["column"] = each.region->begin.column;
  }
  return made;
}

Json noted_json(const Noted& each) {
  Json made{{"code", each.code},
            {"level", std::string(word(each.level))},
            {"title", sentence_json(each.title)}};
  if (!each.hint.empty()) made["hint"] = sentence_json(each.hint);
  made.update(place_json(each));
  return made;
}

Json spread_json(const PriceSpread& spread, const Currency& currency) {
  const Rounding rounding = Rounding::decimals(spread.line->price_decimals(currency));
  Json made{{"line", spread.line->id},
            {"on", spread.on.text()},
            {"low", round(spread.low, rounding).text()},
            {"high", round(spread.high, rounding).text()},
            {"currency", std::string(currency.code())},
            {"lowest", sentence_json(spread.lowest)},
            {"highest", sentence_json(spread.highest)}};
  made["a_year"] = spread.a_year ? Json(spread.a_year->amount.text()) : Json(nullptr);
  return made;
}

Json rule_json(const ClauseRule& rule) {
  Json made{
      {"jurisdiction", rule.jurisdiction},  {"act", rule.act},
      {"from", rule.from.text()},           {"to", rule.to ? Json(rule.to->text()) : Json(nullptr)},
      {"known_until", rule.read_on.text()}, {"text_read", rule.seen},
      {"says", sentence_json(rule.says)}};
  if (rule.except) made["except"] = sentence_json(*rule.except);
  return made;
}

Json remark_json(const Remark& remark, const std::string& file, const Currency& currency) {
  Json made = noted_json(noted(remark, file));
  made["concern"] = std::string(word(remark.concern));
  made["question"] = remark.question;
  if (!remark.clause.empty()) made["clause"] = remark.clause;
  if (remark.spread) made["spread"] = spread_json(*remark.spread, currency);
  if (remark.rule != nullptr) made["rule"] = rule_json(*remark.rule);
  return made;
}

std::string kind_word(ExampleResult::Kind kind) {
  switch (kind) {
    case ExampleResult::Kind::holds:
      return "holds";
    case ExampleResult::Kind::differs:
      return "differs";
    case ExampleResult::Kind::undetermined:
      return "undetermined";
    case ExampleResult::Kind::unsupported:
      return "unsupported";
  }
  return "";
}

Json example_json(const ExampleResult& result) {
  Json made{{"on", result.example->on.value.text()},
            {"what", result.example->what.value},
            {"result", kind_word(result.kind)}};
  if (!result.computed.empty()) made["computed"] = result.computed;
  if (!result.stated.empty()) made["stated"] = result.stated;
  return made;
}

Json file_json(const CheckedFile& checked) {
  Json made{{"file", checked.file}, {"problems", Json::array()}};
  for (const Noted& each : checked.problems) made["problems"].push_back(noted_json(each));
  made["worked_examples"] = Json::array();
  for (const ExampleResult& each : checked.examples)
    made["worked_examples"].push_back(example_json(each));
  made["remarks"] = Json::array();
  for (const Remark& each : checked.remarks)
    made["remarks"].push_back(remark_json(each, checked.file, checked.contract->currency));
  return made;
}

}  // namespace

std::string checked_json(const std::vector<CheckedFile>& files, Date today, bool today_from_clock) {
  Json made{
      {"today", today.text()}, {"today_from_clock", today_from_clock}, {"files", Json::array()}};
  for (const CheckedFile& each : files) made["files"].push_back(file_json(each));
  return printed(made);
}

}  // namespace pricetalk
