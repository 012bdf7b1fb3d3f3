#include "talk/letter_refund.hpp"

#include "letter/claim_fields.hpp"
#include "letter/innovation.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

/// "both invoices", "alle 12 facturen".
std::string all_invoices(std::size_t count, const LetterTask& task) {
  if (count == 1) return task.say("the invoice", "de factuur");
  if (count == 2) return task.say("both invoices", "beide facturen");
  return task.say("all ", "alle ") + std::to_string(count) + task.say(" invoices", " facturen");
}

}  // namespace

std::optional<Date> called_on(const LetterTask& task) {
  const auto& talk = task.contract().terms.talk;
  std::optional<Date> found;
  if (talk && talk->called_on) found = talk->called_on->value;
  for (const DisclosureTerms& each : task.contract().terms.disclosure)
    if (!found || each.date.value > *found) found = each.date.value;
  return found && *found <= task.talk().today ? found : std::nullopt;
}

std::optional<Date> refund_day(const Contract& contract) {
  std::optional<Date> found;
  for (const DisclosureTerms& each : contract.terms.disclosure) {
    const auto& day = each.refunded_on ? each.refunded_on : each.refund_on;
    if (day && (!found || day->value > *found)) found = day->value;
  }
  return found;
}

std::optional<NoLetter> nobody_audited(const LetterTask& task) {
  if (task.talk().audit) return std::nullopt;
  return no_letter("nobody looked at the invoices; name them with --invoices",
                   "niemand heeft naar de facturen gekeken; noem ze met --invoices");
}

Refund refund_of(const LetterTask& task, Date until, Date discovered) {
  static const Law law = shipped_law();
  RefundTerms terms;
  terms.until = until;
  terms.discovered = discovered;
  return refund(task.contract(), *task.talk().audit, law, terms);
}

std::variant<Refund, NoLetter> refund_or_none(const LetterTask& task, Date until, Date discovered) {
  if (auto none = nobody_audited(task)) return *std::move(none);
  Refund made = refund_of(task, until, discovered);
  if (made.empty())
    return no_letter("nothing was charged too much on these invoices",
                     "op deze facturen is niets te veel gerekend");
  return made;
}

void add_refund_items(LetterParts& parts, const LetterTask& task, const Refund& refund) {
  add_items(parts, refund.evidence);
  add_items(parts, task.talk().audit->evidence);
}

void add_refund_amounts(LetterParts& parts, const LetterTask& task, const Refund& refund) {
  Fields& fields = parts.fields;
  const auto amount = [&](const char* name, const Figure& figure, Phrase label) {
    fields.values[name] = AmountField{{figure, std::move(label), no_node}, false};
  };
  amount("overcharge_total", refund.over, {"charged too much", "te veel gerekend"});
  amount("overcharge_vat", refund.vat, {"VAT on it", "btw daarover"});
  amount("refund_total", refund.total, {"paid back in all", "samen terug"});
  if (has_interest(refund)) amount("interest_total", *refund.interest, {"interest", "rente"});
  fields.holds.insert(refund_words(refund));
  fields.values["interest_until"] = refund.interest_until;
  if (refund.open) fields.holds.insert("interest_open");
  fields.values["refund_date"] = refund.terms.until;
  fields.holds.insert(refund.terms.until < task.talk().today ? "paid_already" : "still_to_pay");
}

void add_corrected_prices(LetterParts& parts, const LetterTask& task) {
  RowsField rows;
  for (const TalkPrice& price : task.facts.prices) {
    if (!price.invoiced || !price.now || price.tier > 0) continue;
    if (!(amount_of(*price.now) < amount_of(*price.invoiced))) continue;
    const auto cell = [](const Figure& figure, Phrase label) {
      return AmountField{{figure, std::move(label), no_node}, true};
    };
    rows.push_back({PlainText{price.line->title},
                    cell(*price.invoiced, {"on the last invoice", "op de laatste factuur"}),
                    cell(*price.now, {"allowed now", "nu toegestaan"})});
  }
  if (rows.empty()) return;
  parts.fields.values["corrected_rows"] = std::move(rows);
  parts.fields.holds.insert("corrected");
}

void add_refunded_invoices(LetterParts& parts, const LetterTask& task, const Refund& refund,
                           const std::string& number) {
  Page page = annex_of(
      task.contract(),
      task.say("Annex" + number + ": all invoices", "Bijlage" + number + ": alle facturen"),
      task.language);
  Page::Grid grid;
  using Align = Page::Align;
  grid.columns = {{task.say("invoice", "factuur")},
                  {task.say("line", "regel")},
                  {task.say("price", "prijs"), Align::right},
                  {task.say("right price", "juiste prijs"), Align::right},
                  {task.say("too much", "te veel"), Align::right},
                  {task.say("VAT", "btw"), Align::right},
                  {task.say("interest", "rente"), Align::right}};
  const auto money = [&](const Figure& figure) {
    return money_text(std::get<Money>(figure.value), task.language);
  };
  const Currency& currency = task.contract().currency;
  for (const RefundPart& part : refund.parts) {
    const AuditedRow& row = *part.row;
    const auto& right = row.allowed_price;
    grid.row(
        {row.charged.invoice, part.line->line->title,
         row.charged.unit_price ? money_text({*row.charged.unit_price, currency}, task.language)
                                : "–",
         right && *right
             ? money_text({as_decimal(**right, currency.minor_decimals()), currency}, task.language)
             : "–",
         money(part.over), part.has_vat ? money(part.vat) : "–",
         part.interest ? money(*part.interest) : "–"});
  }
  parts.fields.values["all_invoices"] = PlainText{all_invoices(refund.parts.size(), task)};
  page.add(std::move(grid));
  parts.annexes.push_back(std::move(page));
}

}  // namespace pricetalk
