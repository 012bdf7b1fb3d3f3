#include "talk/letter_instead.hpp"

#include <algorithm>

#include "billing/quantity.hpp"
#include "billing/yearly.hpp"
#include "explain/worksheet.hpp"
#include "talk/facts_parts.hpp"

namespace pricetalk {

namespace {

Date horizon(const LetterTask& task) {
  return task.facts.adjustment.value_or(task.talk().today) + Duration{3, Unit::year};
}

}  // namespace

Instead::Instead(const LetterTask& task, Contract changed)
    : contract(std::move(changed)),
      schedules(schedule(contract, *task.talk().coverage, horizon(task))) {}

const PriceEntry* Instead::entry_of(const TalkPrice& price, Date on) const {
  for (const PriceSchedule& prices : schedules)
    if (prices.line->id == price.line->id && prices.price == price.tier) return prices.on(on);
  return nullptr;
}

std::vector<const DecisionTerms*> decisions_of(const LetterTask& task, DecisionKind kind) {
  std::vector<const DecisionTerms*> found;
  if (!task.facts.adjustment) return found;
  for (const DecisionTerms& each : task.contract().terms.decision)
    if (each.kind.value == kind && each.date.value == *task.facts.adjustment)
      found.push_back(&each);
  return found;
}

Contract without(const Contract& contract, DecisionKind kind, Date adjustment) {
  Contract changed = contract;
  std::erase_if(changed.terms.decision, [&](const DecisionTerms& each) {
    return each.kind.value == kind && each.date.value == adjustment;
  });
  return changed;
}

Contract in_time(const Contract& contract, Date adjustment) {
  Contract changed = contract;
  std::erase_if(changed.terms.announcement,
                [&](const AnnouncementTerms& each) { return each.for_date.value == adjustment; });
  return changed;
}

std::optional<Explained> paid_less(LetterParts& parts, const LetterTask& task,
                                   const std::vector<PriceSchedule>& high,
                                   const std::vector<PriceSchedule>& low, const Days& days,
                                   const char* name, const Phrase& label) {
  const Contract& contract = task.contract();
  Worksheet sheet(contract.currency);
  std::vector<NodeId> lines;
  for (const Line& line : contract.lines) {
    if (!bought_by_time(line)) continue;
    lines.push_back(invoiced_difference(
        sheet, contract, line, dated_prices(high, line, days), dated_prices(low, line, days), days,
        {label.en + ": " + line.title, label.nl + ": " + line.title}));
  }
  if (lines.empty()) return std::nullopt;
  const std::string address = contract.id + "/" + task.facts.adjustment->text() + "/" + name;
  const NodeId sum = sheet.sum(lines, label);
  const Outcome<Figure> figure = sheet.money(sum, address);
  if (!figure || Ratio(amount_of(*figure)).sign() <= 0) return std::nullopt;
  parts.items.push_back({{address}, label, sheet.derivation(), sum});
  return Explained{*figure, label, sum};
}

bool add_paid_less(LetterParts& parts, const LetterTask& task,
                   const std::vector<PriceSchedule>& high, std::optional<Date> until,
                   const std::string& name, const Phrase& label) {
  const Date from = *task.facts.adjustment;
  Date last = (from + Duration{1, Unit::year}).plus_days(-1);
  if (until) last = std::min(last, *until);
  if (task.contract().end) last = std::min(last, *task.contract().end);
  std::string in_address = name;
  std::replace(in_address.begin(), in_address.end(), '_', '-');
  const auto less = paid_less(parts, task, high, task.talk().enforceable(), {from, last},
                              in_address.c_str(), label);
  if (!less) return false;
  parts.fields.values[name] = AmountField{*less, false};
  parts.fields.values["saved_until"] = last;
  parts.fields.holds.insert("saves");
  return true;
}

AmountField price_field(LetterParts& parts, const LetterTask& task, const TalkPrice& price,
                        const PriceEntry& entry, const Phrase& label) {
  const PriceSchedule* of = nullptr;
  for (const PriceSchedule& prices : task.talk().enforceable())
    if (prices.line == price.line && prices.price == price.tier) of = &prices;
  Figure figure = price_figure(*entry.price, *of, task.contract(), entry);
  figure.address.text += std::string("/") + label.en;
  std::replace(figure.address.text.begin(), figure.address.text.end(), ' ', '-');
  parts.items.push_back({figure.address, label, entry.why, entry.answer});
  return {Explained{figure, label, entry.answer}, true};
}

}  // namespace pricetalk
