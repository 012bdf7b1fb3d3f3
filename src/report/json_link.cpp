#include "report/json_link.hpp"

#include "report/json_parts.hpp"

namespace pricetalk {

namespace {

Json number(const Outcome<Ratio>& value) {
  return value ? Json(value_text(*value, Form::plain, Language::en, 12)) : Json(nullptr);
}

Json way_json(const LinkWay& way, bool crossed, int decimals) {
  Json made;
  if (crossed) {
    made["coefficient"] = number(way.coefficient);
    made["converted"] = number(way.converted);
  }
  made["ratio"] = number(way.ratio);
  made["amount"] =
      way.entry.price ? Json(as_decimal(*way.entry.price, decimals).text()) : Json(nullptr);
  if (!way.entry.price) made["missing"] = reasons_json(way.entry.price.why(), Language::en);
  if (crossed) made["toml"] = way.toml;
  made["steps"] = steps_json(way.entry.why, way.entry.answer, Language::en);
  return made;
}

Json rebasing_json(const Rebasing& rebasing) {
  Json made{{"periods", rebasing.periods}, {"differ", rebasing.differ}};
  if (rebasing.differ == 0) return made;
  made["largest"] = number(rebasing.largest);
  made["example"] = {{"period", rebasing.example.text()},
                     {"read", rebasing.read.text()},
                     {"computed", rebasing.computed.text()},
                     {"published", rebasing.published.text()}};
  return made;
}

}  // namespace

std::string link_json(const LinkQuestion& question, const LinkComparison& made, Date today,
                      bool today_from_clock) {
  const int decimals = question.amount.currency.minor_decimals();
  Json json{{"from", question.from->id},
            {"to", question.to->id},
            {"base", question.base.text()},
            {"use", question.use.text()},
            {"today", today.text()},
            {"today_from_clock", today_from_clock},
            {"amount", question.amount.amount.text()},
            {"currency", std::string(question.amount.currency.code())},
            {"link_needed", made.crossed}};
  if (made.at) json["at"] = made.at->text();
  json["coefficient_is"] = question.coefficient        ? "given"
                           : made.published != nullptr ? "published"
                                                       : "computed";
  json["methods"]["coefficient"] = way_json(made.coefficient, made.crossed, decimals);
  if (made.double_fraction && made.crossed) {
    json["methods"]["double-fraction"] = way_json(*made.double_fraction, true, decimals);
    json["gap"] = made.gap ? Json(as_decimal(*made.gap, decimals).text()) : Json(nullptr);
  }
  if (made.dividing.periods > 0)
    json["published_against_computed"] = {{"dividing", rebasing_json(made.dividing)},
                                          {"multiplying", rebasing_json(made.multiplying)}};
  return printed(json);
}

}  // namespace pricetalk
