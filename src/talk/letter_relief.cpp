#include <algorithm>

#include "letter/innovation.hpp"
#include "letter/price_words.hpp"
#include "pricetalk/explain/format.hpp"
#include "talk/letter_instead.hpp"
#include "talk/letter_prices.hpp"

namespace pricetalk {

namespace {

/// A step is put off until a day: what that saves, and what the price becomes then.
class ReliefLetter {
 public:
  ReliefLetter(const LetterTask& task, Date until)
      : task_(task),
        until_(until),
        on_time_(task, without(task.contract(), DecisionKind::deferred, *task.facts.adjustment)) {}

  LetterDraft draft() && {
    Fields& fields = parts_.fields;
    const Date from = *task_.facts.adjustment;
    const auto less = paid_less(parts_, task_, on_time_.schedules, task_.talk().enforceable(),
                                {from, until_.plus_days(-1)}, "relief-saves",
                                {"less because the step is put off", "minder door het uitstel"});
    if (!less)
      return no_letter("putting the step off saves the customer nothing that can be reckoned",
                       "het uitstel scheelt de klant niets dat is na te rekenen");
    fields.values["relief_saves"] = AmountField{*less, false};
    fields.values["adjustment_date"] = from;
    fields.values["relief_until"] = until_;
    prices();
    next();
    add_written(fields, "relief_reason", task_.written().relief_reason);
    return std::move(parts_);
  }

 private:
  /// The same price as without the delay is said so only where it is.
  void prices() {
    RowsField rows;
    bool same = true;
    bool known = true;
    for (const TalkPrice& price : task_.facts.prices) {
      if (price.entry == nullptr || price.entry->verdict != Verdict::deferred || !price.now)
        continue;
      const PriceEntry* then = nullptr;
      for (const PriceSchedule& prices : task_.talk().enforceable())
        if (prices.line == price.line && prices.price == price.tier) then = prices.on(until_);
      const PriceEntry* on_time = on_time_.entry_of(price, *task_.facts.adjustment);
      if (then == nullptr || !then->price || on_time == nullptr || !on_time->price) {
        known = false;
        continue;
      }
      same = same && *then->price == *on_time->price;
      rows.push_back({PlainText{price.name},
                      AmountField{{*price.now, {"present price", "prijs van nu"}, no_node}, true},
                      price_field(parts_, task_, price, *then,
                                  {"price after the delay", "prijs na het uitstel"})});
    }
    parts_.fields.holds.insert(known && same && !rows.empty() ? "same_price" : "other_price");
    if (rows.empty()) return;
    parts_.fields.values["relief_rows"] = std::move(rows);
    parts_.fields.holds.insert("rows");
  }

  /// The step after the one that is put off, where it comes within a year of it.
  void next() {
    std::optional<Date> found;
    for (const TalkPrice& price : task_.facts.prices) {
      if (price.entry == nullptr || price.entry->verdict != Verdict::deferred) continue;
      for (const PriceSchedule& prices : task_.talk().enforceable()) {
        if (prices.line != price.line || prices.price != price.tier) continue;
        for (const PriceEntry& entry : prices.entries)
          if (entry.clause != nullptr && entry.date > until_)
            found = std::min(found.value_or(entry.date), entry.date);
      }
    }
    if (!found || *found >= until_ + Duration{1, Unit::year}) return;
    parts_.fields.values["next_date"] = *found;
    parts_.fields.holds.insert("next_day");
  }

  const LetterTask& task_;
  Date until_;
  Instead on_time_;
  LetterParts parts_;
};

}  // namespace

LetterDraft relief_draft(const LetterTask& task) {
  if (task.facts.ended || !task.facts.adjustment) {
    const Phrase why = no_proposal(task.talk());
    return no_letter(why.en, why.nl);
  }
  for (const DecisionTerms* each : decisions_of(task, DecisionKind::deferred))
    if (each->to) return ReliefLetter(task, each->to->value).draft();
  const std::string how =
      "[[decision]] date = " + task.facts.adjustment->text() +
      ", kind = \"deferred\", to = " + (*task.facts.adjustment + Duration{6, Unit::month}).text();
  return NoLetter{{},
                  {{"decision",
                    {"until when the step is put off: " + how,
                     "tot wanneer de stap wordt uitgesteld: " + how}}}};
}

}  // namespace pricetalk
