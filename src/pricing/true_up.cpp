#include "pricing/true_up.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>

#include "explain/worksheet.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/late_words.hpp"

namespace pricetalk {

namespace {

const Date never = Date::from_days(INT32_MAX);

PriceSchedule as_known(PricingContext context, Date day, Date until) {
  context.late_until = day;
  return schedule(context, until);
}

/// The figures that came late on one day, and the first day that is charged by them.
struct Arrival {
  std::vector<LateFigure> figures;
  Date first = never;

  void add(const LateFigure& late, Date from) {
    first = std::min(first, from);
    const bool said = std::any_of(figures.begin(), figures.end(), [&](const LateFigure& each) {
      return each.series == late.series && each.asked == late.asked;
    });
    if (!said) figures.push_back(late);
  }
};

bool may_be_late(const Contract& contract, const Line& line) {
  return std::any_of(line.surcharges.begin(), line.surcharges.end(), [&](std::size_t position) {
    const auto reads = contract.clauses[position].all_reads();
    return std::any_of(reads.begin(), reads.end(), [](const IndexRead* read) {
      return read->if_missing.value == IfMissing::latest_and_true_up;
    });
  });
}

/// By the day on which the figures came.
std::map<Date, Arrival> arrivals(const PriceSchedule& prices, Date until) {
  std::map<Date, Arrival> found;
  for (const PriceEntry& entry : prices.entries)
    for (const LateFigure& late : entry.late)
      if (late.came) found[late.since->day].add(late, entry.from);
  const Line& line = *prices.line;
  if (!may_be_late(*prices.contract, line)) return found;
  const Date begin = std::max(line.from.value, line.price_date);
  for (const Date day : surcharge_days(*prices.contract, line, begin.plus_days(-1), until))
    for (const Surcharge& one : surcharges_on(prices, day))
      for (const LateFigure& late : one.late)
        if (late.came) found[late.since->day].add(late, day);
  return found;
}

/// What was or is to be charged per unit on a day; nothing before the first price.
struct PerUnit {
  Outcome<Ratio> price;
  InputSource source;
};

std::optional<PerUnit> charged(const PriceSchedule& prices, Date day) {
  const PriceEntry* entry = prices.on(day);
  if (entry == nullptr) return std::nullopt;
  PerUnit made{entry->price,
               {.kind = InputSource::Kind::earlier_price,
                .text = {"price of " + date_text(entry->from, Language::en),
                         "prijs van " + date_text(entry->from, Language::nl)},
                .figure = {},
                .where = {},
                .address = entry->address.text,
                .fixity = entry->fixity}};
  if (prices.line->surcharges.empty()) return made;
  const ChargedPrice all = charged_on(prices, day);
  made.price = all.charged;
  made.source.text = {"price and surcharges of " + date_text(day, Language::en),
                      "prijs en toeslagen van " + date_text(day, Language::nl)};
  made.source.fixity = all.fixity;
  return made;
}

/// The days from the first on which either price may change, before `end`.
std::set<Date> starts_of(const PriceSchedule& charged, const PriceSchedule& due, Date first,
                         Date end) {
  std::set<Date> starts;
  for (const PriceSchedule* prices : {&charged, &due})
    for (const PriceEntry& entry : prices->entries)
      if (entry.from < end) starts.insert(entry.from);
  for (const Date day :
       surcharge_days(*due.contract, *due.line, first.plus_days(-1), end.plus_days(-1)))
    starts.insert(day);
  return starts;
}

/// The days before `end` on which both differ.
std::vector<TrueUpPart> parts_of(const PriceSchedule& provisional, const PriceSchedule& right,
                                 Date first, Date end) {
  const std::set<Date> starts = starts_of(provisional, right, first, end);
  std::vector<TrueUpPart> parts;
  for (auto start = starts.begin(); start != starts.end(); ++start) {
    const Date last =
        std::next(start) == starts.end() ? end.plus_days(-1) : std::next(start)->plus_days(-1);
    if (last < first) continue;  // nothing was late yet
    const auto was = charged(provisional, *start);
    const auto is = charged(right, *start);
    if (!was || !is || was->price == is->price) continue;
    if (!parts.empty() && parts.back().last.plus_days(1) == *start &&
        parts.back().charged == was->price && parts.back().due == is->price) {
      parts.back().last = last;
      continue;
    }
    Worksheet sheet(right.contract->currency);
    const NodeId paid =
        sheet.given(was->price, {"charged provisionally", "voorlopig gerekend"}, was->source);
    const NodeId due = sheet.given(is->price, {"should have been", "had moeten zijn"}, is->source);
    const NodeId gap = sheet.sub(due, paid, {"difference", "verschil"});
    parts.push_back({*start, last, was->price, is->price, sheet.value(gap)});
  }
  return parts;
}

}  // namespace

std::vector<TrueUp> true_ups(const PricingContext& context, Date until) {
  std::vector<TrueUp> made;
  for (auto& [day, arrival] : arrivals(schedule(context, until), until)) {
    const bool known = day < never;
    const Date end = known ? day : until.plus_days(1);
    // A year further than is compared: an invoice period may go on behind the day.
    const Date horizon = known ? day + Duration{1, Unit::year} : until;
    TrueUp one;
    one.line = context.line;
    one.price = context.price;
    one.recorded = arrival.figures.front().since->recorded;
    one.figures = arrival.figures;
    if (known) one.known = day;
    one.charged = as_known(context, day.plus_days(-1), end.plus_days(-1));
    one.due = as_known(context, day, horizon);
    one.parts = parts_of(one.charged, one.due, arrival.first, end);
    if (one.parts.empty()) continue;
    std::string line = context.line->id;
    if (context.line->prices.size() > 1) line += "#" + std::to_string(context.price + 1);
    one.address = {context.contract->id + "/" + line + "/" + one.parts.front().first.text() +
                   "/true-up"};
    made.push_back(std::move(one));
  }
  return made;
}

namespace {

std::vector<Phrase> waits_for(const std::vector<LateFigure>& figures, Date from, Date today) {
  std::vector<Phrase> made;
  for (const LateFigure& late : figures) {
    if (late.came) continue;
    const std::string day_en = date_text(late.reading_day, Language::en);
    const std::string day_nl = date_text(late.reading_day, Language::nl);
    const Phrase first = {
        "Provisional: " + late.symbol + " of " + span_text(late.asked, Language::en),
        "Voorlopig: het cijfer van " + span_text(late.asked, Language::nl) + " (" + late.symbol +
            ")"};
    const Phrase read = {span_text(late.read, Language::en), span_text(late.read, Language::nl)};
    if (late.reading_day > today)
      made.push_back({first.en + " is not published yet; until it is, " + read.en +
                          " is read instead. If it comes after " + day_en +
                          ", the difference is settled from " + date_text(from, Language::en) +
                          " on.",
                      first.nl + " is nog niet gepubliceerd; tot dan is gerekend met " + read.nl +
                          ". Komt het na " + day_nl + ", dan wordt het verschil vanaf " +
                          date_text(from, Language::nl) + " verrekend."});
    else
      made.push_back({first.en + " was not published yet on " + day_en + "; " + read.en +
                          " is read instead. The difference is settled from " +
                          date_text(from, Language::en) + " on when it comes.",
                      first.nl + " was op " + day_nl + " nog niet gepubliceerd; gerekend is met " +
                          read.nl + ". Zodra het er is, wordt het verschil vanaf " +
                          date_text(from, Language::nl) + " verrekend."});
  }
  return made;
}

}  // namespace

std::vector<Phrase> waits_for(const PriceEntry& entry, Date today) {
  return waits_for(entry.late, entry.from, today);
}

std::vector<Phrase> waits_for(const Surcharge& surcharge, Date today) {
  return surcharge.date ? waits_for(surcharge.late, *surcharge.date, today) : std::vector<Phrase>{};
}

}  // namespace pricetalk
