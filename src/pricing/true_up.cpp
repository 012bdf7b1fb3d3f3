#include "pricetalk/pricing/true_up.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>

#include "pricetalk/explain/format.hpp"
#include "pricetalk/explain/worksheet.hpp"

namespace pricetalk {

namespace {

const Date never = Date::from_days(INT32_MAX);

PriceSchedule as_known(PricingContext context, Date day, Date until) {
  context.late_until = day;
  return schedule(context, until);
}

/// The figures that came late, by the day on which they did.
std::map<Date, std::vector<LateFigure>> arrivals(const PriceSchedule& prices) {
  std::map<Date, std::vector<LateFigure>> found;
  for (const PriceEntry& entry : prices.entries)
    for (const LateFigure& late : entry.late) {
      if (!late.came) continue;
      auto& known = found[late.since->day];
      const bool said = std::any_of(known.begin(), known.end(), [&](const LateFigure& each) {
        return each.series == late.series && each.asked == late.asked;
      });
      if (!said) known.push_back(late);
    }
  return found;
}

InputSource of(const PriceEntry& entry) {
  return {.kind = InputSource::Kind::earlier_price,
          .text = {"price of " + entry.from.text(), "prijs van " + entry.from.text()},
          .figure = {},
          .where = {},
          .address = entry.address.text,
          .fixity = entry.fixity};
}

/// The days before `end` on which both differ.
std::vector<TrueUpPart> parts_of(const PriceSchedule& charged, const PriceSchedule& due, Date end,
                                 const Currency& currency) {
  std::set<Date> starts;
  for (const PriceSchedule* prices : {&charged, &due})
    for (const PriceEntry& entry : prices->entries)
      if (entry.from < end) starts.insert(entry.from);
  std::vector<TrueUpPart> parts;
  for (auto start = starts.begin(); start != starts.end(); ++start) {
    const Date last =
        std::next(start) == starts.end() ? end.plus_days(-1) : std::next(start)->plus_days(-1);
    const PriceEntry* was = charged.on(*start);
    const PriceEntry* is = due.on(*start);
    if (was == nullptr || is == nullptr || was->price == is->price) continue;
    Worksheet sheet(currency);
    const NodeId paid =
        sheet.given(was->price, {"charged provisionally", "voorlopig gerekend"}, of(*was));
    const NodeId right = sheet.given(is->price, {"should have been", "had moeten zijn"}, of(*is));
    const NodeId gap = sheet.sub(right, paid, {"difference", "verschil"});
    parts.push_back({*start, last, was->price, is->price, sheet.value(gap)});
  }
  return parts;
}

}  // namespace

std::vector<TrueUp> true_ups(const PricingContext& context, Date until) {
  std::vector<TrueUp> made;
  for (auto& [day, figures] : arrivals(schedule(context, until))) {
    const bool known = day < never;
    const Date end = known ? day : until.plus_days(1);
    // A year further than is compared: an invoice period may go on behind the day.
    const Date horizon = known ? day + Duration{1, Unit::year} : until;
    TrueUp one;
    one.line = context.line;
    one.price = context.price;
    one.recorded = figures.front().since->recorded;
    one.figures = figures;
    if (known) one.known = day;
    one.charged = as_known(context, day.plus_days(-1), end.plus_days(-1));
    one.due = as_known(context, day, horizon);
    one.parts = parts_of(one.charged, one.due, end, context.contract->currency);
    if (one.parts.empty()) continue;
    std::string line = context.line->id;
    if (context.line->prices.size() > 1) line += "#" + std::to_string(context.price + 1);
    one.address = {context.contract->id + "/" + line + "/" + one.parts.front().first.text() +
                   "/true-up"};
    made.push_back(std::move(one));
  }
  return made;
}

std::vector<Phrase> waits_for(const PriceEntry& entry) {
  std::vector<Phrase> made;
  for (const LateFigure& late : entry.late) {
    if (late.came) continue;
    const std::string asked = late.asked.text();
    const std::string read = late.read.text();
    made.push_back({"Provisional: " + late.symbol + " of " + asked + " was not published yet on " +
                        date_text(late.reading_day, Language::en) + "; " + read +
                        " is read instead. The difference is settled from " +
                        date_text(entry.from, Language::en) + " on when it comes.",
                    "Voorlopig: het cijfer van " + asked + " (" + late.symbol + ") was op " +
                        date_text(late.reading_day, Language::nl) +
                        " nog niet gepubliceerd; gerekend is met " + read +
                        ". Zodra het er is, wordt het verschil vanaf " +
                        date_text(entry.from, Language::nl) + " verrekend."});
  }
  return made;
}

}  // namespace pricetalk
