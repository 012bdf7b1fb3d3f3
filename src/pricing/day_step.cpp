#include "pricing/day_step.hpp"

#include <algorithm>

#include "explain/worksheet.hpp"
#include "pricing/shown_step.hpp"

namespace pricetalk {

namespace {

/// Also of a part of the price, and where nobody knows.
bool moves(const PriceEntry& entry) {
  return !entry.price || !entry.before || !(*entry.price == *entry.before);
}

Outcome<Ratio> change_of_price(const PriceSchedule& prices, const Outcome<Ratio>& before,
                               const PriceEntry& last) {
  Worksheet sheet(prices.contract->currency);
  const InputSource source{.kind = InputSource::Kind::earlier_price,
                           .text = {"price", "prijs"},
                           .figure = {},
                           .where = prices.line->where,
                           .address = last.address.text,
                           .fixity = last.fixity};
  const NodeId after = sheet.given(last.price, {"price of the day", "prijs van de dag"}, source);
  const NodeId old =
      sheet.given(before, {"price of the day before", "prijs van de dag ervoor"}, source);
  return sheet.value(sheet.div(sheet.sub(after, old), old));
}

}  // namespace

DayStep step_of_day(const PriceSchedule& prices, const PriceEntry& entry) {
  DayStep made{{}, &entry, entry.before, entry.change()};
  const auto of_one = [&] {
    ShownStep step = shown_step(prices, *made.shown);
    made.change = std::move(step.step);
    made.own = step.own;
  };
  for (const PriceEntry& each : prices.entries)
    if (each.from == entry.from && each.verdict != Verdict::start) made.causes.push_back(&each);
  if (made.causes.empty()) made.causes = {&entry};
  if (made.causes.size() == 1) {
    of_one();
    return made;
  }
  const auto count = std::count_if(made.causes.begin(), made.causes.end(),
                                   [](const PriceEntry* each) { return moves(*each); });
  for (const PriceEntry* each : made.causes)
    if (moves(*each)) made.shown = each;
  made.before = made.causes.front()->before;
  if (count == 1)
    of_one();
  else
    made.change = change_of_price(prices, made.before, *made.causes.back());
  return made;
}

}  // namespace pricetalk
