#include "pricetalk/pricing/surcharge.hpp"

#include <algorithm>
#include <utility>

#include "explain/worksheet.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/derive.hpp"

namespace pricetalk {

namespace {

bool has_dates(const Schedule& when) {
  return when.every || !when.dates.empty() || when.at_delivery;
}

bool alive(const Line& line, Date day) {
  return line.from.value <= day && (!line.until || day <= line.until->value);
}

/// The last date that counts on a day, and the one before it.
struct Dates {
  std::optional<Date> date;
  std::optional<Date> previous;
  std::optional<Date> in_the_price;  ///< the last one not after price_date
};

Dates dates_on(const Contract& contract, const Line& line, const Clause& clause, Date day) {
  Dates made;
  if (!has_dates(clause.when)) {
    made.date = day;
    if (line.from.value < day) made.previous = day.plus_days(-1);
    made.in_the_price = line.price_date;
    return made;
  }
  made.date = last_date(contract, line, clause, day);
  if (made.date) made.previous = last_date(contract, line, clause, made.date->plus_days(-1));
  made.in_the_price = last_date(contract, line, clause, std::min(day, line.price_date));
  return made;
}

std::string address_of(const PriceSchedule& prices, const Clause& clause, Date date) {
  std::string line = prices.line->id;
  if (prices.line->prices.size() > 1) line += "#" + std::to_string(prices.price + 1);
  return prices.contract->id + "/" + line + "/" + date.text() + "/surcharge/" + clause.id;
}

/// The state that a surcharge reads: the price in force on its date, and no memory.
State state_of(const PriceSchedule& prices, const PriceEntry* entry) {
  State state;
  if (entry == nullptr) {
    const Line& line = *prices.line;
    state.price = Undetermined(Reason{
        .kind = Reason::Kind::not_stated,
        .key = "price " + line.id + " before " + line.price_date.text(),
        .text = {"no price of '" + line.id + "' before " + date_text(line.price_date, Language::en),
                 "geen prijs van '" + line.id + "' vóór " +
                     date_text(line.price_date, Language::nl)},
        .series = {},
        .period = {},
        .expected = {},
        .source = {}});
  } else {
    state.price = entry->price;
    state.fixity = entry->fixity;
    state.address = entry->address.text;
  }
  state.exact = state.price;
  return state;
}

/// By when late figures must have come to count for a day.
std::optional<Date> late_until(const PriceSchedule& prices, Date day) {
  std::optional<Date> found;
  for (const PriceSchedule::LateBy& each : prices.late_by)
    if (each.from <= day) found = each.until;
  return found;
}

Surcharge surcharge_of(const PriceSchedule& prices, const Clause& clause, Date day) {
  const Contract& contract = *prices.contract;
  const Line& line = *prices.line;
  const Dates dates = dates_on(contract, line, clause, day);
  Surcharge made;
  made.clause = &clause;
  made.date = dates.date;
  made.address = {address_of(prices, clause, dates.date.value_or(day))};
  if (!dates.date) return made;
  StepContext context;
  context.contract = &contract;
  context.line = &line;
  context.price = prices.price;
  context.clause = &clause;
  context.date = *dates.date;
  context.previous_date = dates.previous;
  context.last_step = std::optional<Date>{};
  context.start_reading = start_reading(
      line, dates.in_the_price ? std::vector<Date>{*dates.in_the_price} : std::vector<Date>{});
  context.reading_day = [&](Date date) { return reading_day(contract, clause, date); };
  context.late_until = late_until(prices, day);
  Lowered lowered = lower_surcharge(context, *prices.coverage);
  made.late = std::move(lowered.late);
  const PriceEntry* on_date = prices.on(*dates.date);
  made.why = derive({&contract, &line, prices.price, &*prices.coverage},
                    state_of(prices, on_date != nullptr ? on_date : prices.on(day)), ClauseMemory{},
                    std::move(lowered));
  made.answer = made.why.calculation->outputs.surcharge;
  made.amount = made.why.tape.at(made.answer);
  made.fixity = fixity(made.why, made.answer);
  return made;
}

InputSource earlier(std::string address, Fixity fixity, Phrase text) {
  return {.kind = InputSource::Kind::earlier_price,
          .text = std::move(text),
          .figure = {},
          .where = {},
          .address = std::move(address),
          .fixity = fixity};
}

}  // namespace

std::vector<Surcharge> surcharges_on(const PriceSchedule& prices, Date day) {
  std::vector<Surcharge> made;
  if (prices.contract == nullptr || !prices.coverage || !alive(*prices.line, day)) return made;
  for (const std::size_t place : prices.line->surcharges)
    if (const Clause* clause = prices.contract->clauses[place].on(day))
      made.push_back(surcharge_of(prices, *clause, day));
  return made;
}

std::vector<Date> surcharge_days(const Contract& contract, const Line& line, Date first,
                                 Date last) {
  std::vector<Date> days;
  if (!line.surcharges.empty() && first < line.from.value && line.from.value <= last)
    days.push_back(line.from.value);
  const auto add = [&](const Clause& clause, Date after, Date until) {
    if (!has_dates(clause.when)) {
      for (Date day = after.plus_days(1); day <= until; day = day.plus_days(1)) days.push_back(day);
      return;
    }
    for (auto date = last_date(contract, line, clause, until); date && after < *date;
         date = last_date(contract, line, clause, date->plus_days(-1)))
      days.push_back(*date);
  };
  for (const std::size_t index : line.surcharges) {
    const Clause& clause = contract.clauses[index];
    if (!clause.later) {
      add(clause, first, last);
      continue;
    }
    const Date turn = clause.later->from;
    add(clause, first, std::min(last, turn.plus_days(-1)));
    if (first < turn && turn <= last) days.push_back(turn);
    if (clause.later->clause) add(*clause.later->clause, std::max(first, turn.plus_days(-1)), last);
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

ChargedPrice charged_on(const PriceSchedule& prices, Date day) {
  ChargedPrice made;
  made.entry = prices.on(day);
  made.surcharges = surcharges_on(prices, day);
  const State state = state_of(prices, made.entry);
  Worksheet sheet(prices.contract->currency);
  const Phrase in_force{"price in force", "geldende prijs"};
  const NodeId price =
      sheet.given(state.price, in_force, earlier(state.address, state.fixity, in_force));
  std::vector<NodeId> added;
  made.fixity = state.fixity;
  for (const Surcharge& one : made.surcharges) {
    const Phrase name{"surcharge " + one.clause->id, "toeslag " + one.clause->id};
    added.push_back(sheet.given(one.amount, name, earlier(one.address.text, one.fixity, name)));
    made.fixity = std::max(made.fixity, one.fixity);
  }
  made.sum = sheet.named(sheet.sum(added), Role::surcharge);
  made.answer = sheet.named(sheet.add(price, made.sum), Role::charged);
  made.surcharge = sheet.value(made.sum);
  made.charged = sheet.value(made.answer);
  made.why = sheet.derivation();
  return made;
}

SurchargesDue due_of(const Contract& contract, const Clause& clause, const Outcome<Ratio>& total,
                     InputSource source) {
  Worksheet sheet(contract.currency);
  const Phrase to_date{"surcharges to date, " + clause.id, "toeslagen tot nu toe, " + clause.id};
  const NodeId sum = sheet.given(total, to_date, std::move(source));
  const Phrase to_pay{"due of the surcharges", "te betalen van de toeslagen"};
  SurchargesDue made;
  made.kept = Ratio(0);
  if (!clause.retention) {
    made.answer = sheet.sum({sum}, to_pay);
  } else {
    const RetentionTerms& terms = *clause.retention;
    const auto fraction = [&](const Stated<Percent>& percent) {
      return sheet.constant(percent.value.as_fraction().exact_decimal().value_or(Decimal()),
                            Form::percent);
    };
    // Of a total below zero the same is kept on the other side.
    const bool below = total && total->sign() < 0;
    const NodeId size = below ? sheet.sub(sheet.constant(Decimal(0, 0), Form::money), sum,
                                          {"size of the total", "grootte van het totaal"})
                              : sum;
    const NodeId share =
        sheet.mul(size, fraction(terms.share), {"share kept", "deel dat blijft liggen"});
    const NodeId least = sheet.mul(
        sheet.constant(terms.contract_sum ? terms.contract_sum->value : Decimal(), Form::money),
        fraction(terms.minimum), {"least that is kept", "minste dat blijft liggen"});
    const NodeId kept = sheet.min(size, sheet.max(share, least),
                                  {"own risk of the supplier", "eigen risico van de leverancier"});
    made.kept = sheet.value(kept);
    made.answer = below ? sheet.sub(kept, size, to_pay) : sheet.sub(size, kept, to_pay);
  }
  made.due = sheet.value(made.answer);
  made.why = sheet.derivation();
  return made;
}

}  // namespace pricetalk
