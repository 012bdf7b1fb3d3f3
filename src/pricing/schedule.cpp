#include "pricetalk/pricing/schedule.hpp"

#include <algorithm>
#include <array>

#include "pricing/derive.hpp"
#include "pricing/parts.hpp"

namespace pricetalk {

const Phrase& words(Verdict verdict) {
  static const std::array<Phrase, 12> table = {{
      {"price as written", "prijs zoals geschreven"},
      {"adjusted", "aangepast"},
      {"unchanged", "ongewijzigd"},
      {"below the threshold", "onder de drempel"},
      {"too soon", "te vroeg"},
      {"waived", "kwijtgescholden"},
      {"reduced", "verlaagd bij besluit"},
      {"agreed price", "afgesproken prijs"},
      {"deferred", "uitgesteld"},
      {"announced too late: lost", "te laat aangekondigd: vervallen"},
      {"announced too late: at the next date", "te laat aangekondigd: naar de volgende datum"},
      {"not determined yet", "nog niet te bepalen"},
  }};
  return table[static_cast<std::size_t>(verdict)];
}

std::string_view word(Verdict verdict) {
  constexpr std::array<std::string_view, 12> table = {
      "start",   "adjusted", "unchanged", "below-threshold", "too-soon", "waived",
      "reduced", "agreed",   "deferred",  "forfeited",       "moved-on", "undetermined"};
  return table[static_cast<std::size_t>(verdict)];
}

Outcome<Ratio> PriceEntry::change() const {
  if (!why || verdict == Verdict::start || verdict == Verdict::below_threshold) return Ratio(0);
  return why.tape.at(why.calculation->outputs.moved);
}

const PriceEntry* PriceSchedule::on(Date day) const {
  const PriceEntry* found = nullptr;
  for (const PriceEntry& entry : entries)
    if (entry.from <= day) found = &entry;
  return found;
}

const PriceEntry* PriceSchedule::of_part(std::size_t part, Date day) const {
  const PriceEntry* found = nullptr;
  for (const PriceEntry& entry : entries)
    if (entry.from <= day && (entry.verdict == Verdict::start || entry.part == part) && entry.why &&
        entry.verdict != Verdict::below_threshold)
      found = &entry;
  return found;
}

std::pair<State, PriceEntry> begin(const PricingContext& c) {
  const Line::Price& price = c.line->prices[c.price];
  CalculationBuilder builder;
  const NodeId node = builder.named(builder.slot(Slot::original), Role::original_price,
                                    price.original.where.value_or(c.line->where));
  builder.outputs().price = builder.outputs().exact = node;
  const std::vector<NodeId> parts =
      c.line->parts.empty() ? std::vector<NodeId>{} : split_price(builder, c, node);
  builder.outputs().step = builder.outputs().moved = builder.constant(Decimal(0, 0), Form::percent);
  Derivation why;
  why.calculation = std::make_shared<const Calculation>(std::move(builder).finish());
  why.currency = c.contract->currency;
  why.slots = {as_written(c)};
  const std::vector<Outcome<Ratio>> slots = {Outcome<Ratio>(Ratio(price.original.value))};
  why.tape = evaluate(*why.calculation, {}, slots);

  PriceEntry entry;
  entry.date = entry.from = c.line->price_date;
  entry.answer = why.calculation->outputs.whole_price();
  entry.before = entry.price = why.tape.at(entry.answer);
  entry.why = std::move(why);
  entry.address = {address_of(c, c.line->price_date, "price")};
  State state;
  state.price = state.exact = entry.price;
  state.memory.resize(c.line->clauses.size());
  state.address = entry.address.text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Outcome<Ratio> start = entry.why.tape.at(parts[i]);
    state.parts.push_back({start, start, Fixity::fixed, state.address});
    if (const auto& clause = c.line->parts[i].clause)
      state.memory[*clause].origin = {start, {}, part_label(c.line->parts[i]), state.address};
  }
  show_parts(state, entry);
  return {std::move(state), std::move(entry)};
}

PriceSchedule schedule(const PricingContext& context, Date until) {
  PriceSchedule made{context.line, context.price, {}, context.contract, *context.coverage, {}};
  if (context.late_until) made.late_by = {{*Date::make(1, 1, 1), *context.late_until}};
  auto [state, first] = begin(context);
  made.entries.push_back(std::move(first));
  for (const Occasion& occasion : timeline(*context.contract, *context.line, until)) {
    auto [next, entry] = step(context, state, occasion);
    state = std::move(next);
    made.entries.push_back(std::move(entry));
  }
  return made;
}

std::vector<PriceSchedule> schedule(const Contract& contract, const Coverage& coverage,
                                    Date until) {
  std::vector<PriceSchedule> made;
  for (const Line& line : contract.lines)
    for (std::size_t price = 0; price < line.prices.size(); ++price)
      made.push_back(schedule(PricingContext{&contract, &line, price, &coverage}, until));
  return made;
}

}  // namespace pricetalk
