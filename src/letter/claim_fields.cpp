#include "letter/claim_fields.hpp"

#include <algorithm>

#include "audit/credit_place.hpp"
#include "calendar/working_day.hpp"
#include "invoice/cells.hpp"
#include "letter/buyer_people.hpp"
#include "letter/innovation.hpp"
#include "letter/price_words.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

constexpr Duration time_to_answer{2, Unit::week};

class ClaimFields {
 public:
  ClaimFields(const Contract& contract, const Audit& audit, const Refund& refund, Language language)
      : contract_(contract), audit_(audit), refund_(refund), language_(language) {}

  Fields all() && {
    add_buyer_people(fields_, contract_, language_);
    add_letter_days(fields_, contract_, audit_.today, language_);
    amounts();
    rows();
    credits();
    questions();
    return std::move(fields_);
  }

 private:
  void amount(const char* name, const Figure& figure, Phrase label) {
    fields_.values[name] = AmountField{{figure, std::move(label), no_node}, true};
  }

  void amounts() {
    amount("claim_over", refund_.over, {"charged too much", "te veel gerekend"});
    amount("claim_total", refund_.total, {"claimed back", "teruggevraagd"});
    fields_.values["invoices_until"] = last_day_invoiced(audit_);
    if (!amount_of(refund_.vat).is_zero())
      amount("claim_vat", refund_.vat, {"VAT on it", "btw daarover"});
    if (has_interest(refund_)) {
      amount("claim_interest", *refund_.interest, {"interest", "rente"});
      fields_.values["interest_until"] = refund_.interest_until;
    }
    fields_.holds.insert(refund_words(refund_));
  }

  /// The first day of the first period that is too much, and is not paid back.
  static CellField too_much_since(const AuditedLine& line) {
    for (const OpenPeriod& open : line.open)
      if (!amount_of(open.totals.over).is_zero()) return open.from;
    return PlainText{"–"};
  }

  /// By line: how much, since when, and what it fits; one cause of several lines is told once.
  void rows() {
    RowsField rows;
    std::string causes;
    std::vector<const Line*> told;
    for (const AuditedLine& line : audit_.lines) {
      if (amount_of(line.totals.over).is_zero()) continue;
      const Phrase label{"too much, " + line.line->title, "te veel, " + line.line->title};
      rows.push_back({PlainText{line.line->title}, too_much_since(line),
                      AmountField{{line.totals.over, label, no_node}, true}});
      if (line.causes.result != Causes::Result::found) continue;
      const Line* first = line.causes.lines.empty() ? line.line : line.causes.lines.front();
      if (std::find(told.begin(), told.end(), first) != told.end()) continue;
      told.push_back(first);
      causes += (causes.empty() ? "" : "; ") + line.line->title + ": " +
                line.causes.sentence().in(language_);
    }
    fields_.values["claim_rows"] = std::move(rows);
    // Causes and questions are told in the languages of the program; other letters have the prices.
    if (causes.empty() || !is_spoken(language_)) return;
    fields_.values["causes"] = PlainText{causes};
    fields_.holds.insert("cause_known");
  }

  /// Credits that may pay back what is claimed here come before the claim.
  void credits() {
    RowsField rows;
    for (const AuditedRow* row : loose_credits(audit_)) {
      const Figure paid{Money{cells::negative(row->charged.amount), audit_.currency},
                        {contract_.id + "/credit/" + row->charged.invoice},
                        Fixity::fixed};
      rows.push_back({PlainText{row->charged.invoice}, row->charged.date,
                      PlainText{row->charged.line},
                      AmountField{{paid, {"credit", "creditregel"}, no_node}, true}});
    }
    if (rows.empty()) return;
    fields_.values["credit_rows"] = std::move(rows);
    fields_.holds.insert("credits");
  }

  void questions() {
    if (!audit_.twice.empty()) {
      amount("twice_total", audit_.charged_twice, {"charged twice", "twee keer gerekend"});
      fields_.holds.insert("twice");
    }
    std::string text;
    for (const AuditedRow* row : audit_.asked())
      text += "- " + question(*row, row->question) + "\n";
    for (const AuditedRow* row : audit_.vat_asked())
      text += "- " + question(*row, row->vat_question) + "\n";
    if (text.empty()) return;
    fields_.values["questions"] = PlainText{text};
    fields_.holds.insert("questions");
  }

  std::string question(const AuditedRow& row, const Phrase& asked) const {
    const std::string of =
        say(language_, "Invoice ", "Factuur ", "Rechnung ", "Facture ") + row.charged.invoice;
    if (is_spoken(language_)) return of + ": " + asked.in(language_);
    return of + say(language_, "", "", " vom ", " du ") + date_text(row.charged.date, language_) +
           ", " + row.charged.line + say(language_, "", "", ": ", "\u00a0: ") +
           money_text({row.charged.amount, audit_.currency}, language_);
  }

  const Contract& contract_;
  const Audit& audit_;
  const Refund& refund_;
  Language language_;
  Fields fields_;
};

}  // namespace

void add_letter_days(Fields& fields, const Contract& contract, Date today, Language language) {
  const auto text = [&](const char* name, std::string value) {
    fields.values[name] = PlainText{std::move(value)};
  };
  fields.values["letter_date"] = today;
  text("reply_by", weekday_date_text(
                       last_working_day(today + time_to_answer, contract.jurisdiction), language));
  text("contract_title", contract.title);
  text("contract_id", contract.id);
  text("vat_words", vat_words(contract, language));
}

Page claim_annex(const Contract& contract, const Audit& audit, Language language) {
  Page page = annex_of(contract,
                       say(language, "Annex: row by row", "Bijlage: regel voor regel",
                           "Anlage: Die Rechnungspositionen im Einzelnen",
                           "Annexe\u00a0: le détail des lignes facturées"),
                       language);
  Page::Grid grid;
  const auto right = Page::Align::right;
  grid.columns = {
      {say(language, "invoice", "factuur", "Rechnung", "facture")},
      {say(language, "line", "regel", "Position", "poste")},
      {say(language, "from", "vanaf", "ab", "à partir du")},
      {say(language, "charged", "gerekend", "berechnet", "facturé"), right},
      {say(language, "allowed", "toegestaan", "nach Vertrag", "selon le contrat"), right},
      {say(language, "too much", "te veel", "zu viel", "en trop"), right}};
  for (const AuditedRow& row : audit.rows) {
    if (row.line == nullptr || !row.allowed || !row.difference ||
        Ratio(amount_of(*row.difference)).sign() <= 0)
      continue;
    const auto money = [&](const Decimal& amount) {
      return money_text({amount, audit.currency}, language);
    };
    grid.row({row.charged.invoice, row.line->title, date_text(row.charged.from, language),
              money(row.charged.amount), money(amount_of(*row.allowed)),
              money(amount_of(*row.difference))});
  }
  page.add(std::move(grid));
  return page;
}

Date last_day_invoiced(const Audit& audit) {
  Date last = audit.rows.front().charged.to;
  for (const AuditedRow& row : audit.rows) last = std::max(last, row.charged.to);
  return last;
}

bool has_interest(const Refund& refund) {
  return refund.interest && !amount_of(*refund.interest).is_zero();
}

std::string refund_words(const Refund& refund) {
  const bool vat = !amount_of(refund.vat).is_zero();
  if (has_interest(refund)) return vat ? "vat_and_interest" : "interest_only";
  return vat ? "vat_only" : "bare_amount";
}

Fields claim_fields(const Contract& contract, const Audit& audit, const Refund& refund,
                    Language language) {
  return ClaimFields(contract, audit, refund, language).all();
}

}  // namespace pricetalk
