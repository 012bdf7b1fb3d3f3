#include "report/json_parts.hpp"

#include "report/explanation.hpp"

namespace pricetalk {

Json reasons_json(const Undetermined& undetermined, Language language) {
  Json list = Json::array();
  for (const Reason& reason : undetermined.reasons()) {
    Json one{{"key", reason.key}, {"text", reason.text.in(language)}};
    one["kind"] = reason.kind == Reason::Kind::not_yet ? "not-yet" : "missing";
    if (!reason.series.empty()) one["series"] = reason.series;
    if (reason.period) one["period"] = reason.period->text();
    if (reason.expected) one["expected"] = reason.expected->text();
    if (!reason.source.empty()) one["source"] = reason.source;
    list.push_back(std::move(one));
  }
  return list;
}

Json steps_json(const Derivation& derivation, NodeId output, Language language) {
  Json list = Json::array();
  for (const OutlineRow& row : outline(derivation, output)) {
    Json one;
    one["step"] = row.label.in(language);
    if (!row.symbol.empty()) one["symbol"] = row.symbol;
    one["value"] = row.value ? Json(value_text(row, Language::en)) : Json(nullptr);
    if (!row.value) one["missing"] = reasons_json(row.value.why(), language);
    if (!row.formula.empty()) one["formula"] = row.formula.in(language);
    if (!row.numbers.empty()) one["numbers"] = row.numbers.in(language);
    if (row.rounding) one["rounding"] = words(*row.rounding).in(language);
    if (row.source != nullptr) one["source"] = source_text(*row.source, language);
    if (const std::string place = row.where.place(); !place.empty()) one["asked_at"] = place;
    if (row.by_default) one["by_default"] = true;
    list.push_back(std::move(one));
  }
  return list;
}

Json day_or_null(const std::optional<Date>& day) { return day ? Json(day->text()) : Json(nullptr); }

Json sentence_json(const Phrase& sentence) {
  return Json{{"en", sentence.en}, {"nl", sentence.nl}};
}

Json figure_json(const Figure& figure) {
  Json made;
  if (const auto* money = std::get_if<Money>(&figure.value)) {
    made["value"] = money->amount.text();
    made["currency"] = std::string(money->currency.code());
  } else if (const auto* percent = std::get_if<Percent>(&figure.value)) {
    made["value"] = percent->text();
  } else if (const auto* decimal = std::get_if<Decimal>(&figure.value)) {
    made["value"] = decimal->text();
  } else {
    made["value"] = std::get<Count>(figure.value).value;
  }
  made["address"] = figure.address.text;
  made["fixity"] = word(figure.fixity);
  return made;
}

std::string printed(const Json& json) { return json.dump(2) + "\n"; }

}  // namespace pricetalk
