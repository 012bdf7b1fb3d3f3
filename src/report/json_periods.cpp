#include "report/json_periods.hpp"

#include "document/word_of.hpp"

namespace pricetalk {

namespace {

Json rule_json(const ClauseRule* rule) {
  if (rule == nullptr) return nullptr;
  return {{"id", rule->id},
          {"jurisdiction", rule->jurisdiction},
          {"act", rule->act},
          {"from", rule->from.text()},
          {"to", day_or_null(rule->to)},
          {"known_until", rule->read_on.text()},
          {"time", rule->time ? Json(rule->time->text()) : Json(nullptr)},
          {"says", sentence_json(rule->says)},
          {"except", rule->except ? sentence_json(*rule->except) : Json(nullptr)},
          {"seen", rule->seen}};
}

Json phrases_json(const std::vector<Phrase>& phrases) {
  Json made = Json::array();
  for (const Phrase& each : phrases) made.push_back(sentence_json(each));
  return made;
}

Json day_json(const PeriodDay& day, Date today) {
  Json made{{"kind", word(day.kind)},
            {"last", day_or_null(day.last)},
            {"days_left", day.last ? Json(day.last->days() - today.days()) : Json(nullptr)},
            {"basis", word(day.basis)},
            {"counted_from", word_of(day.counted_from)},
            {"event", day_or_null(day.event)},
            {"event_at_latest", day.event_at_latest},
            {"by_law", day_or_null(day.by_law)},
            {"by_contract", day_or_null(day.by_contract)},
            {"agreed", day.agreed ? Json(day.agreed->text()) : Json(nullptr)},
            {"before_day_off", day_or_null(day.before_day_off)},
            {"if_not_told", day_or_null(day.if_not_told)},
            {"rule", rule_json(day.row.rule)},
            {"by_directive", day.row.by_directive},
            {"also", rule_json(day.also)}};
  if (!day.question.empty()) made["question"] = sentence_json(day.question);
  return made;
}

}  // namespace

Json periods_json(const DeliveryPeriods& periods) {
  const DeliveryFacts& facts = periods.facts;
  Json made{{"line", facts.line == nullptr ? Json(nullptr) : Json(facts.line->id)},
            {"delivered", facts.delivered.text()},
            {"bought", day_or_null(facts.bought)},
            {"received", day_or_null(facts.received)},
            {"discovered", day_or_null(facts.discovered)},
            {"complained", day_or_null(facts.complained)},
            {"withdrawn", day_or_null(facts.withdrawn)},
            {"decides", periods.decides.text()},
            {"prover", word(periods.prover)},
            {"proof", sentence_json(periods.proof)},
            {"claim", word(periods.claim)},
            {"claim_says", sentence_json(periods.claim_says)}};
  made["days"] = Json::array();
  for (const PeriodDay& day : periods.days) made["days"].push_back(day_json(day, periods.today));
  made["questions"] = phrases_json(periods.questions);
  made["to_look_at"] = phrases_json(periods.flags);
  made["evidence"] = phrases_json(periods.evidence);
  made["besides"] = Json::array();
  for (const ClauseRule* rule : periods.beside) made["besides"].push_back(rule_json(rule));
  return made;
}

Json delivery_cost_json(const DeliveryCost& cost) {
  Json spans = Json::array();
  for (const DeliveryCostSpan& span : cost.spans)
    spans.push_back(
        {{"what", span.kind == DeliveryCostSpan::Kind::returned ? "returned" : "faulty"},
         {"first_month", span.first_month},
         {"last_month", span.last_month ? Json(*span.last_month) : Json(nullptr)},
         {"until", day_or_null(span.until)},
         {"bearer", span.bearer ? Json(word_of(*span.bearer)) : Json(nullptr)},
         {"cost", span.cost ? figure_json(*span.cost) : Json(nullptr)}});
  const auto side = [](const std::optional<Outcome<Figure>>& amount) {
    return amount && *amount ? figure_json(**amount) : Json(nullptr);
  };
  return {{"future", cost.future},           {"line", cost.line},
          {"by_month", cost.by_month},       {"supplier", side(cost.supplier)},
          {"customer", side(cost.customer)}, {"around_the_turn", side(cost.either)},
          {"spans", std::move(spans)}};
}

}  // namespace pricetalk
