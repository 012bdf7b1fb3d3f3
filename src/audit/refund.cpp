#include "audit/refund.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "explain/book.hpp"
#include "law/interest.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

/// Builds a refund in one worksheet.
class Refunding {
 public:
  Refunding(const Contract& contract, const Audit& audit, const RefundTerms& terms, Refund& made)
      : contract_(contract), audit_(audit), terms_(terms), made_(made), book_(audit.currency) {}

  void run() {
    for (const AuditedLine& line : audit_.lines)
      for (const OpenPeriod& open : line.open) period(line, open);
    order();
    if (made_.rule != nullptr && !made_.parts.empty()) {
      for (const AuditedLine& line : audit_.lines)
        for (const PaidBack& each : line.paid_back) credited(line, each);
      made_.credited_interest =
          sum("credited-interest", credited_,
              {"interest on what was credited", "rente over wat is gecrediteerd"});
      interests_.insert(interests_.end(), credited_.begin(), credited_.end());
    }
    made_.over = sum("over", overs_, {"charged too much", "te veel gerekend"});
    made_.vat = sum("vat", vats_, {"VAT on it", "btw daarover"});
    made_.principal =
        sum("principal", principals_, {"paid too much, with VAT", "te veel betaald, met btw"});
    if (made_.rule != nullptr && !made_.parts.empty())
      made_.interest = sum("interest", interests_, made_.rule->title);
    std::vector<NodeId> all = principals_;
    all.insert(all.end(), interests_.begin(), interests_.end());
    made_.total = sum("total", all, {"to pay back", "terug te betalen"});
    std::move(book_).close(made_.evidence);
  }

 private:
  /// What is open for a period, on its invoices: the earlier ones first, so that a credit is taken
  /// from the last.
  void period(const AuditedLine& line, const OpenPeriod& open) {
    Worksheet& sheet = book_.sheet();
    std::vector<std::size_t> rows;
    for (const std::size_t i : open.rows) {
      const AuditedRow& row = audit_.rows[i];
      if (row.difference && Ratio(amount_of(*row.difference)).sign() > 0) rows.push_back(i);
    }
    std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
      return audit_.rows[a].charged.date < audit_.rows[b].charged.date;
    });
    NodeId over = sheet.given(open.totals.over, {"open in this period", "open in deze periode"});
    NodeId vat =
        sheet.given(open.totals.over_vat, {"VAT open in this period", "btw open in deze periode"});
    for (const std::size_t i : rows) {
      const AuditedRow& row = audit_.rows[i];
      const Phrase of = row_text(row.charged);
      const NodeId own =
          sheet.min(over, sheet.given(*row.difference, {"difference" + of.en, "verschil" + of.nl}));
      NodeId own_vat = book_.zero();
      if (row.vat && *row.vat)
        own_vat =
            sheet.max(book_.zero(),
                      sheet.min(vat, sheet.given(**row.vat, {"VAT on the difference" + of.en,
                                                             "btw over het verschil" + of.nl})));
      over = sheet.sub(over, own);
      vat = sheet.sub(vat, own_vat);
      if (sheet.value(own)->sign() > 0) part(line, row, own, own_vat);
    }
  }

  /// The interest that had run on what a credit paid back: the last invoices of the period first,
  /// as a credit is taken from them.
  void credited(const AuditedLine& line, const PaidBack& back) {
    std::vector<const AuditedRow*> rows;
    for (const std::size_t i : back.rows)
      if (const AuditedRow& row = audit_.rows[i];
          row.charged.kind != InvoiceKind::credit && row.difference &&
          !amount_of(*row.difference).is_negative() && !amount_of(*row.difference).is_zero())
        rows.push_back(&row);
    std::stable_sort(rows.begin(), rows.end(), [](const AuditedRow* a, const AuditedRow* b) {
      return a->charged.date > b->charged.date;
    });
    Ratio left = back.amount;
    for (const AuditedRow* row : rows) {
      if (left.sign() <= 0) return;
      const Ratio own = std::min(left, Ratio(amount_of(*row->difference)));
      left = left - own;
      interest_before(line, *row, audit_.rows[back.credit], own);
    }
  }

  void interest_before(const AuditedLine& line, const AuditedRow& row, const AuditedRow& credit,
                       const Ratio& amount) {
    Worksheet& sheet = book_.sheet();
    const InvoiceLine& charged = row.charged;
    const InvoiceLine& back = credit.charged;
    const Date from = interest_start(paid(charged).first);
    const bool known = back.paid && *back.paid <= audit_.today;
    const Date until = std::min(known ? *back.paid : back.date, terms_.until);
    if (until <= from) return;
    const Phrase of = row_text(charged);
    InputSource source;
    source.text = {"credit " + back.invoice, "creditnota " + back.invoice};
    source.where = back.where;
    NodeId principal = sheet.given(
        amount,
        {"paid back by credit " + back.invoice, "teruggegeven op creditnota " + back.invoice},
        source);
    if (charged.vat && !charged.amount.is_zero()) {
      const NodeId rate = sheet.given(
          Ratio(*charged.vat) / Ratio(charged.amount),
          {"VAT on the invoice over its amount", "btw op de factuur gedeeld door het bedrag"},
          source, Form::plain);
      principal =
          sheet.add(principal, sheet.round(sheet.mul(principal, rate), sheet.currency().rounding()),
                    {"paid back, with VAT", "teruggegeven, met btw"});
    }
    const Interest counted = pricetalk::interest(sheet, *made_.rule, principal, from, until);
    credited_.push_back(counted.amount);
    made_.to_verify = made_.to_verify || counted.to_verify;
    const std::string name = charged.invoice + "/" + charged.from.text() + "/" + line.line->id +
                             "/credited-" + std::to_string(credited_.size());
    made_.credited.push_back(
        {&line, &row, &credit,
         figure(principal, name + "/principal", {"paid back" + of.en, "teruggegeven" + of.nl}),
         from, counted.until,
         figure(counted.amount, name + "/interest",
                {made_.rule->title.en + of.en, made_.rule->title.nl + of.nl})});
  }

  Date interest_start(Date paid) const {
    return terms_.from == InterestFrom::payment ? paid : std::max(paid, terms_.discovered);
  }

  static Phrase row_text(const InvoiceLine& row) {
    return {", invoice " + row.invoice, ", factuur " + row.invoice};
  }

  std::pair<Date, PaidBy> paid(const InvoiceLine& charged) const {
    // A day that is still to come is planned or mistyped.
    if (charged.paid && *charged.paid <= audit_.today) return {*charged.paid, PaidBy::stated};
    if (charged.due) return {*charged.due, PaidBy::due};
    if (contract_.billing.payment)
      return {charged.date + contract_.billing.payment->value, PaidBy::contract};
    return {charged.date, PaidBy::invoice_day};
  }

  void part(const AuditedLine& line, const AuditedRow& row, NodeId over, NodeId vat) {
    Worksheet& sheet = book_.sheet();
    const InvoiceLine& charged = row.charged;
    RefundPart made;
    made.line = &line;
    made.row = &row;
    std::tie(made.paid, made.paid_by) = paid(charged);
    made.has_vat = row.vat.has_value();
    const std::string name = charged.invoice + "/" + charged.from.text() + "/" + line.line->id;
    const Phrase of = row_text(charged);
    const auto labelled = [&](const char* en, const char* nl) {
      return Phrase{en + of.en, nl + of.nl};
    };
    const NodeId principal =
        sheet.add(over, vat, labelled("paid too much, with VAT", "te veel betaald, met btw"));
    made.over = figure(over, name + "/over", labelled("charged too much", "te veel gerekend"));
    made.vat = figure(vat, name + "/vat", labelled("VAT on it", "btw daarover"));
    made.principal = figure(principal, name + "/principal",
                            labelled("paid too much, with VAT", "te veel betaald, met btw"));
    made.until = terms_.until;
    overs_.push_back(over);
    vats_.push_back(vat);
    principals_.push_back(principal);
    if (made_.rule != nullptr) add_interest(made, principal, name, of);
    made_.parts.push_back(std::move(made));
  }

  void add_interest(RefundPart& part, NodeId principal, const std::string& name, const Phrase& of) {
    const Interest counted = pricetalk::interest(book_.sheet(), *made_.rule, principal,
                                                 interest_start(part.paid), terms_.until);
    part.until = counted.until;
    part.interest = figure(counted.amount, name + "/interest",
                           {made_.rule->title.en + of.en, made_.rule->title.nl + of.nl});
    interests_.push_back(counted.amount);
    made_.interest_until = std::min(made_.interest_until, counted.until);
    made_.to_verify = made_.to_verify || counted.to_verify;
    if (counted.open) {
      if (made_.open)
        made_.open->add(*counted.open);
      else
        made_.open = counted.open;
    }
  }

  void order() {
    std::stable_sort(made_.parts.begin(), made_.parts.end(),
                     [](const RefundPart& a, const RefundPart& b) { return a.paid < b.paid; });
  }

  Figure figure(NodeId node, const std::string& what, Phrase label) {
    return book_.known_figure(node, contract_.id + "/refund/" + what, Fixity::fixed,
                              std::move(label));
  }
  Figure sum(const char* what, const std::vector<NodeId>& nodes, const Phrase& label) {
    return figure(book_.sum(nodes, label), what, label);
  }

  const Contract& contract_;
  const Audit& audit_;
  const RefundTerms& terms_;
  Refund& made_;
  Book book_;
  std::vector<NodeId> overs_;
  std::vector<NodeId> vats_;
  std::vector<NodeId> principals_;
  std::vector<NodeId> interests_;
  std::vector<NodeId> credited_;  ///< interest on what was credited
};

}  // namespace

Refund refund(const Contract& contract, const Audit& audit, const Law& law,
              const RefundTerms& terms) {
  Refund made;
  made.terms = terms;
  made.interest_until = terms.until;
  const Outcome<const InterestRule*> rule = law.interest_of(contract);
  if (rule)
    made.rule = *rule;
  else
    made.open = rule.why();
  Refunding(contract, audit, terms, made).run();
  return made;
}

std::string_view word(PaidBy by) {
  static constexpr std::array<std::string_view, 4> table = {"stated", "due", "contract",
                                                            "invoice-day"};
  return table[static_cast<std::size_t>(by)];
}

}  // namespace pricetalk
