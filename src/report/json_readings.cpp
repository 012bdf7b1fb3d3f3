#include "report/json_readings.hpp"

#include "report/readings.hpp"

namespace pricetalk {

namespace {

Json value(const Outcome<Ratio>& price, int decimals) {
  return price ? Json(as_decimal(*price, decimals).text()) : Json(nullptr);
}

Json amount(const Outcome<Money>& money) {
  return money ? Json(money->amount.text()) : Json(nullptr);
}

Json point_json(const PointRead& read) {
  Json made{{"point", std::string(word(read.point))}, {"clause", read.clause}};
  if (!read.symbol.empty()) made["symbol"] = read.symbol;
  made["read_as"] = read.as_read.en;
  if (read.by_default())
    made["by_default"] = true;
  else
    made["stated_at"] = read.where.place();
  return made;
}

}  // namespace

Json readings_json(const TwoReadings& readings, const ReadLine& of, int decimals) {
  Json made{{"open", Json::array()}, {"stated", Json::array()}};
  for (const OtherReading& other : readings.open) {
    Json one = point_json(other.used);
    one["other"] = other.id;
    one["sentence"] = other.sentence.en;
    one["allowed"] = value(other.price, decimals);
    one["difference"] = value(other.difference, decimals);
    if (!other.price) one["missing"] = reasons_json(other.price.why(), Language::en);
    if (const auto year = year_of(other, of)) {
      const Outcome<Ratio> each = year->value();
      one["difference_per_year"] =
          each ? Json(as_decimal(*each, of.contract.currency.minor_decimals()).text())
               : Json(nullptr);
    }
    made["open"].push_back(std::move(one));
  }
  for (const PointRead& read : readings.stated) made["stated"].push_back(point_json(read));
  return made;
}

Json late_json(const std::vector<LateFigure>& late) {
  Json list = Json::array();
  for (const LateFigure& figure : late) {
    Json one{{"symbol", figure.symbol},
             {"series", figure.series},
             {"asked", figure.asked.text()},
             {"read", figure.read.text()},
             {"reading_day", figure.reading_day.text()},
             {"came", figure.came}};
    if (figure.came && figure.since->recorded) one["published"] = figure.since->day.text();
    list.push_back(std::move(one));
  }
  return list;
}

Json settlement_json(const Settlement& settlement, const Contract& contract) {
  Json made{{"known", settlement.known ? Json(settlement.known->text()) : Json(nullptr)},
            {"day", !settlement.known     ? "unknown"
                    : settlement.recorded ? "published"
                                          : "retrieved, at the latest"},
            {"first_day", settlement.first.text()},
            {"last_day", settlement.last.text()}};
  made["figures"] = late_json(settlement.front().figures);
  made["prices"] = Json::array();
  for (const TrueUp& tier : settlement.prices) {
    const int decimals = tier.line->price_decimals(contract.currency, tier.price);
    for (const TrueUpPart& part : tier.parts) {
      Json one;
      if (tier.line->prices.size() > 1) one["tier"] = tier.price + 1;
      one["first_day"] = part.first.text();
      one["last_day"] = part.last.text();
      one["charged"] = value(part.charged, decimals);
      one["due"] = value(part.due, decimals);
      one["per_unit"] = value(part.per_unit, decimals);
      made["prices"].push_back(std::move(one));
    }
  }
  made["amount"] = amount(settlement.amount);
  if (!settlement.amount) made["missing"] = reasons_json(settlement.amount.why(), Language::en);
  made["address"] = settlement.address.text;
  if (settlement.why) made["steps"] = steps_json(settlement.why, settlement.answer, Language::en);
  return made;
}

}  // namespace pricetalk
