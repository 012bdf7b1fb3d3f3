#include "pricetalk/pricing/schedule.hpp"

#include <algorithm>
#include <array>

#include "pricetalk/explain/format.hpp"
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

namespace {

std::string address_of(const PricingContext& c, Date date, const char* what) {
  std::string line = c.line->id;
  if (c.line->prices.size() > 1) line += "#" + std::to_string(c.price + 1);
  return c.contract->id + "/" + line + "/" + date.text() + "/" + what;
}

InputSource earlier_price(const State& state) {
  return {.kind = InputSource::Kind::earlier_price,
          .text = {"price in force", "geldende prijs"},
          .figure = {},
          .where = {},
          .address = state.address,
          .fixity = state.fixity};
}

InputSource as_written(const PricingContext& c) {
  const auto& original = c.line->prices[c.price].original;
  return {.kind = InputSource::Kind::contract,
          .text = {"unit_price on " + c.line->price_date.text(),
                   "unit_price op " + c.line->price_date.text()},
          .figure = {},
          .where = original.where.value_or(c.line->where),
          .address = {},
          .fixity = Fixity::fixed};
}

/// The value of a slot and where it came from.
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

/// A figure that stands in for another one says so, and makes the price provisional.
InputSource stand_in(InputSource source, const FigureRequest& request) {
  if (!request.instead_of || !source.figure) return source;
  const std::string asked = request.instead_of->text();
  const auto day = [&](Language language) { return date_text(request.reading_day, language); };
  Phrase& remark = source.figure->remark;
  remark.en +=
      (remark.en.empty() ? "" : "; ") +
      ("in the place of " + asked + ", which was not published yet on " + day(Language::en));
  remark.nl += (remark.nl.empty() ? "" : "; ") + ("in plaats van " + asked + ", dat op " +
                                                  day(Language::nl) + " nog niet gepubliceerd was");
  source.fixity = std::max(source.fixity, Fixity::provisional);
  return source;
}

}  // namespace

Derivation derive(const PricingContext& c, const State& state, const ClauseMemory& memory,
                  Lowered lowered) {
  Derivation made;
  made.calculation = std::move(lowered.calculation);
  made.currency = c.contract->currency;
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
    const Lookup lookup = c.coverage->look_up(*request);
    inputs.push_back(value(lookup));
    if (const auto* seen = std::get_if<Seen>(&lookup))
      made.inputs.push_back(stand_in(source_of(*seen), *request));
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

namespace {

/// The last scheduled date before a day, if any.
std::optional<Date> before(const std::vector<Date>& dates, Date day) {
  std::optional<Date> found;
  for (const Date date : dates)
    if (date < day) found = date;
  return found;
}

}  // namespace

std::optional<Date> start_reading(const Line& line, const std::vector<Date>& dates) {
  if (line.price_date <= line.from.value) return std::nullopt;
  const auto last = before(dates, line.price_date.plus_days(1));
  return last ? *last : line.price_date;
}

namespace {

bool too_soon(const PricingContext& c, const Clause& clause, const ClauseMemory& memory, Date day) {
  const Line& line = *c.line;
  if (line.price_binding && day < line.from.value + line.price_binding->value) return true;
  if (!clause.when.minimum_interval) return false;
  const Date since = memory.last_step.value_or(c.contract->bid.value_or(line.from.value));
  return day < since + clause.when.minimum_interval->value;
}

struct NoticeOutcome {
  NoticeEffect effect = NoticeEffect::none;
  Date first_day;
};

/// What an announcement (or the lack of one) does to an adjustment date.
NoticeOutcome judge_notice(const Clause& clause, const AnnouncementTerms* announcement, Date day) {
  const Notice& notice = clause.notice;
  if (announcement == nullptr || !notice.before ||
      announcement->date.value <= day - notice.before->value)
    return {NoticeEffect::none, day};
  const Date announced = announcement->date.value;
  switch (notice.late.value) {
    case Late::forfeits:
      return {NoticeEffect::forfeited, day};
    case Late::next_date:
      return {NoticeEffect::moved_on, day};
    case Late::level_only:
      return {NoticeEffect::none, std::max(day, announced + notice.before->value)};
    case Late::arrears: {
      const auto& limit = notice.arrears_limit;
      return {NoticeEffect::none, limit ? std::max(day, announced - limit->value) : day};
    }
  }
  return {NoticeEffect::none, day};
}

Verdict verdict_of(const StepContext& context, bool moved) {
  if (context.notice == NoticeEffect::forfeited) return Verdict::forfeited;
  if (context.notice == NoticeEffect::moved_on) return Verdict::moved_on;
  if (context.decision != nullptr) switch (context.decision->kind.value) {
      case DecisionKind::waived:
        return Verdict::waived;
      case DecisionKind::reduced:
        return Verdict::reduced;
      case DecisionKind::agreed_price:
        return Verdict::agreed;
      case DecisionKind::deferred:
        break;
    }
  return moved ? Verdict::adjusted : Verdict::unchanged;
}

/// Whether what was given up is gone for good, so that the figures of this date count as used.
bool given_up_for_good(const StepContext& context) {
  if (context.notice == NoticeEffect::forfeited) return true;
  if (context.notice == NoticeEffect::moved_on || context.decision == nullptr) return false;
  return context.decision->kind.value != DecisionKind::deferred &&
         !context.decision->catch_up.value;
}

/// What every part costs after an entry.
void show_parts(const State& state, PriceEntry& entry) {
  for (const PartState& part : state.parts) entry.parts.push_back(part.price);
}

/// After a step of a clause with resets_base the others start from its day and its price. Where it
/// is not known whether there was a step, nobody knows their start either.
void reset_others(State& next, const Clause& clause, std::size_t own, const PriceEntry& entry,
                  Date day) {
  for (std::size_t i = 0; i < next.memory.size(); ++i) {
    if (i == own) continue;
    ClauseMemory& other = next.memory[i];
    other.origin = {entry.price,
                    day,
                    {"price of " + day.text() + ", set by clause " + clause.id,
                     "prijs van " + day.text() + ", bepaald door clausule " + clause.id},
                    entry.address.text,
                    entry.fixity};
    other.used_on = std::optional<Date>{};
    other.m_last = Ratio(0);
    other.lost = Ratio(1);
    other.past.clear();
    if (entry.price) continue;
    other.used_on = entry.price.why();
    other.m_last = other.lost = entry.price.why();
  }
}

/// A step that does not happen: the price stays, nothing is remembered.
std::pair<State, PriceEntry> refuse(const State& state, PriceEntry entry, Verdict verdict) {
  show_parts(state, entry);
  entry.verdict = verdict;
  entry.price = state.price;
  entry.fixity = state.fixity;
  return {state, std::move(entry)};
}

void remember(ClauseMemory& memory, Slot slot, Outcome<Ratio> value) {
  switch (slot) {
    case Slot::m_last:
      memory.m_last = std::move(value);
      return;
    case Slot::carry:
      memory.carry = std::move(value);
      return;
    case Slot::room:
      memory.room = std::move(value);
      return;
    case Slot::lost:
      memory.lost = std::move(value);
      return;
    case Slot::price:
    case Slot::exact:
    case Slot::original:
    case Slot::year_ago:
      return;  // kept in the state, not in the memory of a clause
  }
}

bool counts_years(const Clause& clause) {
  return std::any_of(clause.ladders.begin(), clause.ladders.end(), [](const DatedLadder& dated) {
    return dated.ladder.limits.per.value == LimitPer::year;
  });
}

Date years_before(const Clause& clause, Date day) {
  return day - Duration{whole_years(clause), Unit::year};
}

/// The price of a year ago: as this clause left it then, else the original one.
Outcome<Ratio> year_ago(const PricingContext& c, const State& state, const ClauseMemory& memory,
                        const Clause& clause, Date day) {
  Outcome<Ratio> found = recall(c, state, memory, Slot::original).first;
  const Date then = years_before(clause, day);
  for (const auto& [from, price] : memory.past)
    if (from <= then) found = price;
  return found;
}

/// Keeps a price for as long as a later date can ask for it.
void keep_past(ClauseMemory& memory, const Clause& clause, Date from, const Outcome<Ratio>& price) {
  if (!counts_years(clause)) return;
  memory.past.emplace_back(from, price);
  const Date then = years_before(clause, from);
  while (memory.past.size() > 1 && memory.past[1].first <= then)
    memory.past.erase(memory.past.begin());
}

}  // namespace

std::pair<State, PriceEntry> step(const PricingContext& c, const State& state,
                                  const Occasion& occasion) {
  const Clause& clause = c.contract->clauses[c.line->clauses[occasion.clause]];
  ClauseMemory memory = state.memory[occasion.clause];
  const bool deferred = occasion.kind == Occasion::Kind::deferred;

  PriceEntry entry;
  entry.date = occasion.date;
  entry.from = occasion.day;
  entry.clause = &clause;
  entry.before = state.price;
  entry.decision = c.contract->decision_on(occasion.date, *c.line, clause);
  entry.announcement = c.contract->announcement_for(occasion.date, clause);
  entry.part = c.line->part_of(occasion.clause);
  entry.address = {address_of(c, occasion.day, "price")};
  if (entry.part) entry.address.text += "/" + c.line->parts[*entry.part].name;
  if (clause.notice.before)
    entry.deadline =
        last_day_before(occasion.date, clause.notice.before->value, c.contract->jurisdiction);
  if (too_soon(c, clause, memory, occasion.day))
    return refuse(state, std::move(entry), Verdict::too_soon);
  if (!deferred && entry.decision != nullptr &&
      entry.decision->kind.value == DecisionKind::deferred)
    return refuse(state, std::move(entry), Verdict::deferred);

  const NoticeOutcome notice = judge_notice(clause, entry.announcement, occasion.day);
  entry.from = notice.first_day;
  const std::vector<Date> dates = scheduled_dates(*c.contract, *c.line, clause, occasion.date);
  StepContext context;
  context.contract = c.contract;
  context.line = c.line;
  context.price = c.price;
  context.clause = &clause;
  context.date = occasion.date;
  context.previous_date = before(dates, occasion.date);
  context.last_step = memory.used_on;
  context.start_reading = start_reading(*c.line, dates);
  context.decision = deferred ? nullptr : entry.decision;
  context.notice = notice.effect;
  context.reading_day = [&](Date date) { return reading_day(*c.contract, clause, date); };
  context.late_until = c.late_until;
  context.reset = memory.origin ? memory.origin->reset : std::nullopt;
  context.part = entry.part;
  Lowered lowered = lower(context, *c.coverage);
  entry.late = std::move(lowered.late);
  const State mine = entry.part ? of_part(state, *entry.part) : State{};
  const State& own = entry.part ? mine : state;  // what this clause moves: the line or its part
  if (counts_years(clause)) memory.year_ago = year_ago(c, own, memory, clause, occasion.day);
  entry.why = derive(c, own, memory, std::move(lowered));

  const Outputs& outputs = entry.why.calculation->outputs;
  const Tape& tape = entry.why.tape;
  entry.answer = outputs.whole_price();
  if (outputs.passes != no_node && tape.determined(outputs.passes) &&
      tape.value(outputs.passes).is_zero()) {
    entry.answer = outputs.passes;
    return refuse(state, std::move(entry), Verdict::below_threshold);
  }

  State next = state;
  ClauseMemory& kept = next.memory[occasion.clause];
  const auto threshold_open = outputs.passes != no_node && !tape.determined(outputs.passes);
  const auto result = [&](NodeId node) { return tape.at(threshold_open ? outputs.passes : node); };
  const auto sure = [&](NodeId node) {
    return std::max(fixity(entry.why, node),
                    outputs.passes == no_node ? Fixity::fixed : fixity(entry.why, outputs.passes));
  };
  const Outcome<Ratio> price = result(outputs.price);  // of the part, where there are parts
  const Outcome<Ratio> exact = result(outputs.exact);
  next.price = result(outputs.whole_price());
  next.exact = entry.part ? next.price : exact;
  if (entry.part) next.parts[*entry.part] = {price, exact, sure(outputs.price), entry.address.text};
  entry.price = next.price;
  entry.fixity = next.fixity = sure(outputs.whole_price());
  next.address = entry.address.text;
  show_parts(next, entry);
  const bool resets = clause.resets_base.value && !entry.part;
  if (!price) {
    entry.verdict = Verdict::undetermined;
    if (threshold_open) entry.answer = outputs.passes;
    if (resets) reset_others(next, clause, occasion.clause, entry, occasion.day);
    kept.used_on = price.why();
    kept.last_step = occasion.day;
    keep_past(kept, clause, entry.from, price);
    for (const Next& slot : entry.why.calculation->next)
      remember(kept, slot.slot, tape.at(slot.node));
    return {std::move(next), std::move(entry)};
  }
  const bool moved = !(price == own.price) || !(exact == own.exact);
  const bool used = moved || given_up_for_good(context);
  for (const Next& slot : entry.why.calculation->next)
    if (slot.when == Remember::always || used) remember(kept, slot.slot, tape.at(slot.node));
  if (used) kept.used_on = std::optional<Date>(occasion.date);
  if (moved) kept.last_step = occasion.day;
  keep_past(kept, clause, entry.from, price);
  if (moved && resets) reset_others(next, clause, occasion.clause, entry, occasion.day);
  entry.verdict = next.price ? verdict_of(context, moved) : Verdict::undetermined;
  return {std::move(next), std::move(entry)};
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
