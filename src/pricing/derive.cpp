#include "pricing/derive.hpp"

#include <algorithm>

#include "pricetalk/explain/format.hpp"
#include "pricing/late_words.hpp"

namespace pricetalk {

std::string address_of(const PricingContext& c, Date date, const char* what) {
  std::string line = c.line->id;
  if (c.line->prices.size() > 1) line += "#" + std::to_string(c.price + 1);
  return c.contract->id + "/" + line + "/" + date.text() + "/" + what;
}

namespace {

InputSource earlier_price(const State& state) {
  return {.kind = InputSource::Kind::earlier_price,
          .text = {"price in force", "geldende prijs"},
          .figure = {},
          .where = {},
          .address = state.address,
          .fixity = state.fixity};
}

}  // namespace

InputSource as_written(const PricingContext& c) {
  const auto& original = c.line->prices[c.price].original;
  return {.kind = InputSource::Kind::contract,
          .text = {"price of the contract on " + date_text(c.line->price_date, Language::en),
                   "prijs van het contract op " + date_text(c.line->price_date, Language::nl)},
          .figure = {},
          .where = original.where.value_or(c.line->where),
          .address = {},
          .fixity = Fixity::fixed};
}

std::pair<Outcome<Ratio>, InputSource> recall(const PricingContext& c, const State& state,
                                              const ClauseMemory& memory, Slot slot) {
  InputSource remembered{
      .kind = InputSource::Kind::given,
      .text = {"remembered from the adjustment before", "onthouden van de vorige aanpassing"},
      .figure = {},
      .where = {},
      .address = state.address,
      .fixity = state.fixity};
  switch (slot) {
    case Slot::price:
      return {state.price, earlier_price(state)};
    case Slot::exact:
      return {state.exact, earlier_price(state)};
    case Slot::original:
      if (const auto& origin = memory.origin)
        return {origin->price,
                {.kind = InputSource::Kind::earlier_price,
                 .text = origin->text,
                 .figure = {},
                 .where = {},
                 .address = origin->address,
                 .fixity = origin->fixity}};
      return {Outcome<Ratio>(Ratio(c.line->prices[c.price].original.value)), as_written(c)};
    case Slot::m_last:
      return {memory.m_last, remembered};
    case Slot::carry:
      return {memory.carry, remembered};
    case Slot::room:
      return {memory.room, remembered};
    case Slot::lost:
      return {memory.lost, remembered};
    case Slot::year_ago:
      return {memory.year_ago, remembered};
  }
  return {Ratio(0), remembered};
}

namespace {

/// A figure that stands in for another one says so, and makes the price provisional. `today`: as
/// known on that day; nothing: as known now.
InputSource stand_in(InputSource source, const FigureRequest& request, std::optional<Date> today) {
  if (!request.instead_of || !source.figure) return source;
  const PeriodSpan& asked = *request.instead_of;
  Phrase why = {"in the place of that of " + span_text(asked, Language::en),
                "in plaats van dat van " + span_text(asked, Language::nl)};
  if (today && request.reading_day > *today) {
    why.en += ", which is not published yet";
    why.nl += ", dat nog niet gepubliceerd is";
  } else {
    why.en += ", which was not published yet on " + date_text(request.reading_day, Language::en);
    why.nl +=
        ", dat op " + date_text(request.reading_day, Language::nl) + " nog niet gepubliceerd was";
  }
  Phrase& remark = source.figure->remark;
  remark.en += (remark.en.empty() ? "" : "; ") + why.en;
  remark.nl += (remark.nl.empty() ? "" : "; ") + why.nl;
  source.fixity = std::max(source.fixity, Fixity::provisional);
  return source;
}

}  // namespace

Derivation derive(const PricingContext& c, const State& state, const ClauseMemory& memory,
                  Lowered lowered) {
  Derivation made;
  made.calculation = std::move(lowered.calculation);
  made.currency = c.contract->currency;
  const Figures figures(*c.coverage);
  std::vector<Outcome<Ratio>> inputs;
  inputs.reserve(lowered.requests.size() + lowered.parts.size());
  made.inputs.reserve(lowered.requests.size() + lowered.parts.size());
  made.slots.reserve(made.calculation->slots.size());
  for (std::size_t i = 0; i < lowered.requests.size(); ++i) {
    const Outcome<FigureRequest>& request = lowered.requests[i];
    if (!request) {
      inputs.emplace_back(request.why());
      made.inputs.push_back({.kind = InputSource::Kind::given,
                             .text = request.why().reasons().front().text,
                             .figure = {},
                             .where = lowered.asked_by[i],
                             .address = {},
                             .fixity = Fixity::fixed});
      continue;
    }
    const Lookup lookup = figures.look_up(*request);
    inputs.push_back(value(lookup));
    if (const auto* seen = std::get_if<Seen>(&lookup))
      made.inputs.push_back(stand_in(source_of(*seen), *request, c.coverage->today()));
    else
      made.inputs.push_back({.kind = InputSource::Kind::figure,
                             .text = inputs.back().why().reasons().front().text,
                             .figure = {},
                             .where = lowered.asked_by[i],
                             .address = {},
                             .fixity = Fixity::fixed});
  }
  for (const std::size_t part : lowered.parts) {
    const PartState& other = state.parts[part];
    inputs.push_back(other.price);
    made.inputs.push_back({.kind = InputSource::Kind::earlier_price,
                           .text = {"price in force", "geldende prijs"},
                           .figure = {},
                           .where = {},
                           .address = other.address,
                           .fixity = other.fixity});
  }
  std::vector<Outcome<Ratio>> slots;
  for (const Slot slot : made.calculation->slots) {
    auto [remembered, source] = recall(c, state, memory, slot);
    slots.push_back(std::move(remembered));
    made.slots.push_back(std::move(source));
  }
  made.tape = evaluate(*made.calculation, inputs, slots);
  return made;
}

std::optional<Date> before(const std::vector<Date>& dates, Date day) {
  std::optional<Date> found;
  for (const Date date : dates)
    if (date < day) found = date;
  return found;
}

std::optional<Date> start_reading(const Line& line, const std::vector<Date>& dates) {
  if (line.price_date <= line.from.value) return std::nullopt;
  const auto last = before(dates, line.price_date.plus_days(1));
  return last ? *last : line.price_date;
}

}  // namespace pricetalk
