#include "pricing/day_step.hpp"
#include "report/answer_report.hpp"
#include "report/json_parts.hpp"

namespace pricetalk {

namespace {

Json figure_or_null(const std::optional<Figure>& figure) {
  return figure ? figure_json(*figure) : Json(nullptr);
}

std::string price_text(const AnsweredPrice& of, const Ratio& price) {
  const Line& line = *of.prices->line;
  return as_decimal(price, line.price_decimals(of.prices->contract->currency, of.prices->price))
      .text();
}

Json price_or_null(const AnsweredPrice& of, const Outcome<Ratio>& price) {
  return price ? Json(price_text(of, *price)) : Json(nullptr);
}

std::string percent_text(const Ratio& change) {
  return round(change * Ratio(100), Rounding::decimals(4)).text();
}

Json readings_json(const AnsweredPrice& of) {
  Json made = Json::array();
  for (const ReadPrice& each : of.readings.all)
    made.push_back(
        {{"reading", sentence_json(each.reading)}, {"price", price_text(of, each.price)}});
  return made;
}

Json answered_price_json(const AnsweredPrice& price) {
  Json made{{"tier", price.prices->price + 1},
            {"verdict", std::string(word(price.verdict))},
            {"why", sentence_json(price.why)},
            {"before", price_or_null(price, price.before)},
            {"allowed", price_or_null(price, price.allowed)}};
  made["allowed_change"] =
      price.allowed_change ? Json(percent_text(*price.allowed_change)) : Json(nullptr);
  made["announced"] = price.announced ? Json(price.announced->price.text()) : Json(nullptr);
  made["address"] = price.entry != nullptr ? Json(price.entry->address.text) : Json(nullptr);
  made["readings"] = readings_json(price);
  made["later"] = day_or_null(price.later);
  made["in_time"] = price.in_time ? price_or_null(price, *price.in_time) : Json(nullptr);
  return made;
}

Json cause_json(const std::optional<LetterCause>& cause) {
  if (!cause) return nullptr;
  Json readings = Json::array();
  for (const Misreading& each : cause->explanation.misreadings) readings.push_back(each.reading);
  return {{"sentence", sentence_json(cause->explanation.sentence())},
          {"readings", readings},
          {"certain", cause->certain}};
}

Json line_json(const AnsweredLine& line) {
  Json made{{"line", line.line->id},
            {"title", line.line->title},
            {"verdict", std::string(word(line.verdict))},
            {"difference", figure_or_null(line.difference)},
            {"at_least", figure_or_null(line.at_least)},
            {"at_most", figure_or_null(line.at_most)},
            {"above_in_time", figure_or_null(line.above_in_time)},
            {"cause", cause_json(line.cause)}};
  made["prices"] = Json::array();
  for (const AnsweredPrice& price : line.prices)
    made["prices"].push_back(answered_price_json(price));
  return made;
}

}  // namespace

std::string answer_json(const AnsweredLetter& answer, const std::string& draft,
                        bool today_from_clock) {
  const Contract& contract = *answer.contract;
  Json made{{"today", answer.today.text()},
            {"today_from_clock", today_from_clock},
            {"contract", contract.id},
            {"title", contract.title},
            {"supplier", contract.supplier},
            {"currency", std::string(contract.currency.code())},
            {"vat", contract.vat == Vat::included ? "included" : "excluded"},
            {"on", answer.letter.on.text()},
            {"received", day_or_null(answer.letter.received)}};
  made["announced"] = answer.letter.change ? Json(answer.letter.change->text()) : Json(nullptr);
  made["verdict"] = std::string(word(answer.verdict));
  made["too_much"] = figure_json(answer.too_much);
  made["too_high_in_time"] = figure_or_null(answer.too_high);
  made["below"] = figure_json(answer.below);
  made["asked_least"] = figure_or_null(answer.asked_least);
  made["asked_most"] = figure_or_null(answer.asked_most);
  const ReplyTerms& reply = answer.reply;
  made["reply"] = {{"announce_by", reply.announce_by ? Json(reply.announce_by->adjusted_from.text())
                                                     : Json(nullptr)},
                   {"answer_by", day_or_null(reply.answer_by)},
                   {"object_by", day_or_null(reply.object_by)},
                   {"last_day", sentence_json(reply.last_day)},
                   {"contract_on_silence", sentence_json(reply.contract_on_silence)},
                   {"law_on_silence", sentence_json(reply.law_on_silence)}};
  made["lines"] = Json::array();
  for (const AnsweredLine& line : answer.lines) made["lines"].push_back(line_json(line));
  made["not_moved"] = Json::array();
  for (const Line* line : answer.not_moved) made["not_moved"].push_back(line->id);
  made["draft"] = draft;
  return printed(made);
}

}  // namespace pricetalk
