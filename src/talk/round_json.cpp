#include <set>

#include "document/word_of.hpp"
#include "letter/kinds.hpp"
#include "report/json_parts.hpp"
#include "talk/talk_round.hpp"

namespace pricetalk {

namespace {

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json sentences(const std::vector<Phrase>& all) {
  Json made = Json::array();
  for (const Phrase& each : all) made.push_back(sentence_json(each));
  return made;
}

Json row_json(const RoundRow& row) {
  Json made{{"contract", row.id},
            {"title", row.title},
            {"customer", text_or_null(row.customer)},
            {"file", row.path},
            {"folder", row.folder},
            {"adjustment", day_or_null(row.adjustment)},
            {"announce_by", day_or_null(row.announce_by)},
            {"working_days_left", row.days_left ? Json(*row.days_left) : Json(nullptr)},
            {"steps", Json::array()},
            {"currency", std::string(row.currency.code())},
            {"difference_year", row.per_year ? Json(row.per_year->amount.text()) : Json(nullptr)},
            {"difference_unknown", row.per_year_open},
            {"ready", row.ready},
            {"verdict", sentence_json(row.verdict)},
            {"wrong", row.wrong},
            {"blush", row.blush},
            {"letter_kind", row.letter ? Json(word_of(*row.letter)) : Json(nullptr)},
            {"letter", std::string(word(row.stands))},
            {"before_call", row.before_call},
            {"state", std::string(word(row.state.stage()))},
            {"called", day_or_null(row.state.called)},
            {"sent", day_or_null(row.state.sent)},
            {"received", day_or_null(row.state.received)},
            {"answered", day_or_null(row.state.answered)},
            {"agreed", day_or_null(row.state.agreed)},
            {"next", sentence_json(row.next)},
            {"next_by", day_or_null(row.next_by)},
            {"owner", text_or_null(row.owner)},
            {"segment", row.rhythm.segment ? Json(word(*row.rhythm.segment)) : Json(nullptr)},
            {"last_contact", day_or_null(row.rhythm.last_contact)},
            {"call_by", day_or_null(row.rhythm.call_by)},
            {"last_visit", day_or_null(row.rhythm.last_visit)},
            {"visit_by", day_or_null(row.rhythm.visit_by)},
            {"silent", sentences(row.silent)},
            {"drift", sentences(row.drift)}};
  for (const Ratio& step : row.steps)
    made["steps"].push_back(value_text(step, Form::percent, Language::en, 12));
  return made;
}

}  // namespace

std::string round_json(const TalkRound& round) {
  Json made{{"schema", 1},
            {"today", round.today.text()},
            {"talks", Json::array()},
            {"sums", Json::array()},
            {"problems", Json::array()}};
  for (const RoundRow& row : round.rows) made["talks"].push_back(row_json(row));
  for (const TalkRound::Sum& sum : round.sums())
    made["sums"].push_back({{"currency", std::string(sum.currency.code())},
                            {"vat", sum.vat == Vat::excluded ? "excluded" : "included"},
                            {"talks", sum.talks},
                            {"difference_year", sum.per_year.amount.text()},
                            {"without_amount", sum.without_amount}});
  for (const RoundProblem& each : round.problems)
    made["problems"].push_back({{"file", each.path},
                                {"place", text_or_null(each.place)},
                                {"why", sentence_json(each.what)}});
  return printed(made);
}

std::string round_calendar(const TalkRound& round, Language language) {
  std::vector<CalendarEvent> all;
  std::set<std::string> known;
  for (const RoundRow& row : round.rows)
    for (CalendarEvent each : language == Language::nl ? row.days_nl : row.days_en) {
      if (!each.deadline) continue;
      // Two ids that differ in signs only must not take each other's place.
      const std::string name = each.uid.substr(0, each.uid.rfind('@'));
      const std::string behind = each.uid.substr(name.size());
      for (int number = 2; !known.insert(each.uid).second; ++number)
        each.uid = name + "-" + std::to_string(number) + behind;
      all.push_back(std::move(each));
    }
  return calendar_file(all, round.today, language);
}

}  // namespace pricetalk
