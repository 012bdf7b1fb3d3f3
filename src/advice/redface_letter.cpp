#include <algorithm>

#include "advice/price_gap.hpp"
#include "advice/redface_rules.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/announced.hpp"

namespace pricetalk {

// The first invoice after a talk (S23): does it carry what the letter said? What is not allowed
// either is found by the audit and is not repeated here; so are waived and reduced steps, which
// change what is allowed.

namespace {

/// The first invoice row of a line from a day on that says a price by itself.
const AuditedRow* first_invoice(const Audit& audit, const AuditedLine& line, Date from) {
  const AuditedRow* found = nullptr;
  for (const std::size_t i : line.rows) {
    const AuditedRow& row = audit.rows[i];
    if (row.charged.from < from || row.charged.kind != InvoiceKind::invoice ||
        !row.charged.unit_price || !row.parts.empty())
      continue;
    if (found == nullptr || row.charged.from < found->charged.from) found = &row;
  }
  return found;
}

bool is_right(const AuditedRow& row) {
  return row.difference && std::get<Money>(row.difference->value).amount.is_zero();
}

}  // namespace

std::vector<Finding> not_as_in_the_letter(const Dossier& d, const RedFaceThresholds&) {
  std::vector<Finding> made;
  if (d.audit == nullptr) return made;
  for (const AuditedLine& line : d.audit->lines) {
    if (line.line->prices.size() != 1 || !line.line->surcharges.empty() || line.line->discount)
      continue;
    const PriceSchedule* prices = d.schedule_of(line.line->id);
    if (prices == nullptr) continue;
    for (const PriceEntry& entry : prices->entries) {
      if (entry.clause == nullptr || !entry.before) continue;
      const AnnouncementTerms* told =
          announced_percentage(*d.contract, entry.clause->id, entry.date, d.today);
      if (told == nullptr || is_own_change(told->change->value, entry)) continue;
      const AuditedRow* row = first_invoice(*d.audit, line, entry.from);
      if (row == nullptr || prices->on(row->charged.from) != &entry || !is_right(*row)) continue;
      const Percent& change = told->change->value;
      const Rounding cents = Rounding::decimals(line.line->price_decimals(d.contract->currency));
      Book book(d.contract->currency);
      Worksheet& sheet = book.sheet();
      const NodeId before =
          sheet.given(entry.before, {"price before it", "prijs ervoor"}, from_entry(entry));
      const auto price_at = [&](const Ratio& by, const Phrase& label) {
        const NodeId announced =
            sheet.given(by, {"announced change", "aangekondigde verandering"},
                        from_contract({"announcement", "aankondiging"}, told->span), Form::percent);
        return sheet.round(sheet.mul(before, sheet.add(sheet.constant(Decimal(1, 0)), announced)),
                           cents, label);
      };
      const NodeId letter =
          price_at(change.as_fraction(), {"price by the letter", "prijs volgens de brief"});
      // Every percentage that rounds to the announced one is what the letter said.
      const Ratio half = Ratio::of(1, 200) * Ratio(Decimal(1, change.of_hundred.scale()));
      const Outcome<Ratio> lowest = sheet.value(price_at(change.as_fraction() - half, {}));
      const Outcome<Ratio> highest = sheet.value(price_at(change.as_fraction() + half, {}));
      const Ratio charged(*row->charged.unit_price);
      if (!lowest || !highest || !sheet.value(letter) ||
          (*lowest <= charged && charged <= *highest))
        continue;
      InputSource invoice;
      invoice.text = {"invoice " + row->charged.invoice, "factuur " + row->charged.invoice};
      invoice.where = row->charged.where;
      const bool more = charged > *sheet.value(letter);
      const Phrase label{"difference with the letter a year", "verschil met de brief per jaar"};
      const auto text = [&](const Ratio& value, Language language) {
        return price_text(d, *line.line, value, language);
      };
      Finding finding = about(
          line.line, {line.line->title + ": invoice " + row->charged.invoice + " has the price " +
                          text(charged, Language::en) + ", by the letter of " +
                          date_text(told->date.value, Language::en) + " it is " +
                          text(*sheet.value(letter), Language::en),
                      line.line->title + ": op factuur " + row->charged.invoice +
                          " staat de prijs " + text(charged, Language::nl) +
                          ", volgens de brief van " + date_text(told->date.value, Language::nl) +
                          " is dat " + text(*sheet.value(letter), Language::nl)});
      if (bought_by_time(*line.line)) {
        const TierPrices on_invoice = one_price(charged, invoice);
        const TierPrices by_letter =
            priced({sheet.value(letter), {"price by the letter", "prijs volgens de brief"}, {}});
        const NodeId year =
            invoiced_difference(sheet, *d.contract, *line.line, more ? on_invoice : by_letter,
                                more ? by_letter : on_invoice, year_from(entry.from), label);
        finding.per_year = book.figure(year, entry.address.text + "/redface/not-as-in-the-letter",
                                       entry.fixity, label);
      }
      finding.since = row->charged.from;
      std::move(book).close(finding.evidence);
      made.push_back(std::move(finding));
    }
  }
  return made;
}

std::vector<Finding> reduction_not_on_invoice(const Dossier& d, const RedFaceThresholds&) {
  std::vector<Finding> made;
  if (d.audit == nullptr) return made;
  for (const auto& innovation : d.contract->terms.innovation) {
    const InnovationTerms& terms = innovation.terms;
    if (!terms.start || !terms.reduction_per_month || terms.start->value > d.today) continue;
    const Decimal& reduction = terms.reduction_per_month->value;
    const Date end = terms.start->value + Duration{1, Unit::month};
    const InvoiceLine* first = nullptr;
    bool seen = false;
    for (const AuditedRow& each : d.audit->rows) {
      const InvoiceLine& row = each.charged;
      if (row.from < terms.start->value || row.from >= end) continue;
      if (first == nullptr || row.date < first->date) first = &row;
      seen = seen || Ratio(row.amount) + Ratio(reduction) == Ratio(0);
    }
    if (seen || first == nullptr || reduction <= Decimal()) continue;
    Book book(d.contract->currency);
    Worksheet& sheet = book.sheet();
    const Phrase label{"reduction a year", "korting per jaar"};
    const NodeId year = sheet.round(
        sheet.mul(sheet.given(Ratio(reduction), {"reduction a month", "korting per maand"},
                              from_contract({"innovation", "voorstel"},
                                            terms.reduction_per_month->where.value_or(terms.span))),
                  sheet.constant(Decimal(12, 0))),
        d.contract->currency.rounding(), label);
    const auto text = [&](Language language) {
      return money_text({reduction, d.contract->currency}, language);
    };
    Finding finding =
        about(nullptr, {"invoice " + first->invoice + " lacks the reduction of " +
                            text(Language::en) + " a month (" + terms.what.value + ")",
                        "op factuur " + first->invoice + " ontbreekt de korting van " +
                            text(Language::nl) + " per maand (" + terms.what.value + ")"});
    finding.per_year = book.figure(
        year, d.contract->id + "/" + innovation.id + "/redface/reduction-not-on-invoice",
        Fixity::fixed, label);
    finding.since = terms.start->value;
    std::move(book).close(finding.evidence);
    made.push_back(std::move(finding));
  }
  return made;
}

}  // namespace pricetalk
