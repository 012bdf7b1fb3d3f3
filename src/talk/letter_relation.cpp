#include <algorithm>

#include "advice/propose.hpp"
#include "document/time_words.hpp"
#include "letter/innovation.hpp"
#include "letter/price_words.hpp"
#include "pricetalk/explain/format.hpp"
#include "talk/letter_prices.hpp"

namespace pricetalk {

// Letters that move no price: a reminder, the value, somebody who does it better, a farewell.

namespace {

std::optional<Date> due_of(const PromiseTerms& promise) {
  if (!promise.due) return std::nullopt;
  return promise.due->value.on ? *promise.due->value.on
                               : promise.date.value + *promise.due->value.within;
}

std::vector<const PromiseTerms*> open_of(const Contract& contract, Side side) {
  std::vector<const PromiseTerms*> found;
  for (const auto* all : {&contract.terms.promise, &contract.terms.obligation})
    for (const PromiseTerms& each : *all)
      if (each.by.value == side && each.state.value == PromiseState::open) found.push_back(&each);
  return found;
}

CellField day_or_dash(const std::optional<Date>& day) {
  if (day) return *day;
  return PlainText{"–"};
}

/// An amount that a person stated, under the name by which the letter finds it again.
AmountField stated_amount(const Contract& contract, const Decimal& value,
                          const std::string& address, const Phrase& label) {
  const int decimals = std::max(value.scale(), contract.currency.minor_decimals());
  const Money money{as_decimal(Ratio(value), decimals), contract.currency};
  return {{Figure{money, {address}, Fixity::fixed}, label, no_node}, false};
}

/// "two years", of a relation that ends with the contract. The last day is worked as well: 1
/// January 2024 to 31 December 2025 are two years. REQUIRES: the contract has an end.
std::string worked_together(const Contract& contract, const LetterTask& task) {
  const Date over = contract.end->plus_days(1);
  const int years = relation_years(contract, over);
  if (years == 1) return task.say("a year", "een jaar");
  if (years > 1) return std::to_string(years) + task.say(" years", " jaar");
  int months = 0;
  while (shift(contract.customer_since, {1, Unit::month}, months + 1) <= over) ++months;
  if (months == 0) return task.say("a few weeks", "enkele weken");
  return std::to_string(months) + " " + words(Unit::month, months).in(task.language);
}

}  // namespace

LetterDraft reminder_draft(const LetterTask& task) {
  const Date today = task.talk().today;
  RowsField asked;
  for (const PromiseTerms* each : open_of(task.contract(), Side::customer)) {
    const auto due = due_of(*each);
    if (!due || *due >= today) continue;
    asked.push_back({PlainText{each->what.value}, each->date.value, *due});
  }
  if (asked.empty())
    return no_letter("nothing that the customer owes us is overdue",
                     "er is niets dat de klant ons nog schuldig is en te laat is");
  LetterParts parts;
  parts.fields.holds.insert(asked.size() == 1 ? "one_thing" : "several_things");
  parts.fields.values["asked_rows"] = std::move(asked);
  RowsField ours;
  for (const PromiseTerms* each : open_of(task.contract(), Side::supplier))
    ours.push_back({PlainText{each->what.value}, day_or_dash(due_of(*each))});
  if (!ours.empty()) {
    parts.fields.values["our_rows"] = std::move(ours);
    parts.fields.holds.insert("ours");
  }
  const auto& talk = task.contract().terms.talk;
  const bool reply = talk && talk->reply_by && talk->reply_by->value.date > today;
  parts.fields.holds.insert(reply ? "reply" : "no_reply");
  return parts;
}

LetterDraft value_draft(const LetterTask& task) {
  const auto& value = task.contract().terms.value;
  RowsField agreed;
  std::vector<std::string> estimates;
  if (value)
    for (std::size_t i = 0; i < value->item.size(); ++i) {
      const ValueItemTerms& item = value->item[i];
      if (!item.evidence && !item.confirmed_by) {
        estimates.push_back(item.what.value);
        continue;
      }
      CellField worth = PlainText{"–"};
      if (item.per_year)
        worth = stated_amount(task.contract(), item.per_year->value,
                              task.contract().id + "/value/" + std::to_string(i + 1),
                              {"value: " + item.what.value, "waarde: " + item.what.value});
      const std::string with =
          item.confirmed_by
              ? item.confirmed_by->value +
                    (item.confirmed_on ? ", " + task.day(item.confirmed_on->value) : std::string())
              : item.evidence->value;
      agreed.push_back({PlainText{item.what.value}, std::move(worth), PlainText{with}});
    }
  if (agreed.empty())
    return NoLetter{
        {},
        {{"value.item.confirmed_by",
          {"what the customer finds it is worth, confirmed by whom: an estimate of ours "
           "is no argument",
           "wat het de klant volgens hemzelf waard is, bevestigd door wie: een "
           "schatting van ons is geen argument"}}}};
  LetterParts parts;
  parts.fields.values["value_rows"] = std::move(agreed);
  if (!estimates.empty()) {
    parts.fields.values["estimates"] = PlainText{listed(estimates, task.language)};
    parts.fields.holds.insert("estimates");
  }
  return parts;
}

LetterDraft referral_draft(const LetterTask& task) {
  const LetterTerms& written = task.written();
  LetterNeeds needs(task.contract(), task.talk().today);
  needs.need(written.cannot_do.has_value(), "letter.cannot_do",
             {"what the customer asked and we cannot do, in sentences",
              "wat de klant vroeg en wij niet kunnen, in zinnen"});
  needs.need(written.refer_to.has_value(), "letter.refer_to",
             {"who can, and how to reach them, in sentences",
              "wie het wel kan en hoe die te bereiken is, in zinnen"});
  if (auto missing = std::move(needs).all(); !missing.empty()) return NoLetter{{}, missing};
  LetterParts parts;
  add_written(parts.fields, "cannot_do", written.cannot_do);
  add_written(parts.fields, "refer_to", written.refer_to);
  return parts;
}

LetterDraft farewell_draft(const LetterTask& task) {
  const Contract& contract = task.contract();
  const LetterTerms& written = task.written();
  LetterNeeds needs(contract, task.talk().today);
  needs.need(contract.end.has_value(), "contract.end",
             {"the last day of the contract", "de laatste dag van het contract"});
  needs.need(written.memory.has_value(), "letter.memory",
             {"one memory that only the two of you share, in sentences",
              "één herinnering die alleen u samen deelt, in zinnen"});
  needs.need(written.reachable_until.has_value(), "letter.reachable_until",
             {"until when the customer may still call", "tot wanneer de klant nog mag bellen"});
  LetterParts parts;
  RowsField rows;
  for (const Side side : {Side::supplier, Side::customer})
    for (const PromiseTerms* each : open_of(contract, side)) {
      const auto due = due_of(*each);
      needs.need(due.has_value(), "promise.due",
                 {"until when: " + each->what.value, "tot wanneer: " + each->what.value});
      if (!due) continue;
      const std::string you = informal(contract) ? task.say("you", "jij") : task.say("you", "u");
      rows.push_back({PlainText{each->what.value}, *due,
                      PlainText{side == Side::supplier ? task.say("we", "wij") : you}});
    }
  if (auto missing = std::move(needs).all(); !missing.empty()) return NoLetter{{}, missing};
  Fields& fields = parts.fields;
  if (!rows.empty()) {
    fields.values["handover_rows"] = std::move(rows);
    fields.holds.insert("handover");
  }
  fields.values["relation_time"] = PlainText{worked_together(contract, task)};
  fields.values["contract_end"] = *contract.end;
  fields.values["reachable_until"] = written.reachable_until->value;
  fields.holds.insert(*contract.end < task.talk().today ? "ended" : "ends");
  add_written(fields, "memory", written.memory);
  add_written(fields, "lesson", written.lesson);
  add_written(fields, "staff", written.staff);
  if (written.visit_at && written.visit_at->value.date > task.talk().today) {
    fields.values["visit_at"] = ClockTime{written.visit_at->value};
    fields.holds.insert("visit");
  } else {
    fields.holds.insert("no_visit");
  }
  return parts;
}

}  // namespace pricetalk
