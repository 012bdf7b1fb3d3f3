#include "letter/buyer_people.hpp"
#include "letter/claim_fields.hpp"
#include "letter/sentences.hpp"
#include "talk/letter_refund.hpp"

namespace pricetalk {

// Letters of the customer to the supplier.

LetterDraft claim_draft(const LetterTask& task) {
  const Date today = task.talk().today;
  auto found = refund_or_none(task, today, today);
  if (auto* none = std::get_if<NoLetter>(&found)) return std::move(*none);
  const auto& refund = std::get<Refund>(found);
  LetterParts parts;
  parts.fields = claim_fields(task.contract(), *task.talk().audit, refund, task.language);
  if (!is_spoken(task.language))
    parts.annexes.push_back(claim_annex(task.contract(), *task.talk().audit, task.language));
  add_refund_items(parts, task, refund);
  return parts;
}

LetterDraft request_draft(const LetterTask& task) {
  if (task.facts.ended || !task.facts.adjustment) {
    const Phrase why = no_proposal(task.talk());
    return no_letter(why.en, why.nl);
  }
  LetterParts parts;
  add_buyer_people(parts.fields, task.contract(), task.language);
  add_letter_days(parts.fields, task.contract(), task.talk().today, task.language);
  parts.fields.values["adjustment_date"] = *task.facts.adjustment;
  RowsField rows;
  for (const TalkPrice& price : task.facts.prices) {
    if (price.entry == nullptr || !price.now) continue;
    const auto cell = [&](const Figure& figure, Phrase label) {
      return AmountField{{figure, std::move(label), no_node}, true};
    };
    CellField then = PlainText{task.say("not known yet", "nog niet bekend")};
    if (price.then && !price.lost()) {
      const bool stays = price.then->value == price.now->value;
      then = cell(stays ? *price.now : *price.then, {"by the contract", "volgens het contract"});
    }
    rows.push_back({PlainText{price_name(*price.line, price.tier, task.language)},
                    cell(*price.now, {"price now", "prijs nu"}), std::move(then)});
  }
  if (rows.empty())
    return no_letter("on that day no price changes", "op die dag verandert er geen prijs");
  parts.fields.values["request_rows"] = std::move(rows);
  return parts;
}

}  // namespace pricetalk
