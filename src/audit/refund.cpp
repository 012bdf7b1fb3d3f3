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

  static Phrase row_text(const InvoiceLine& row) {
    return {", invoice " + row.invoice, ", factuur " + row.invoice};
  }

  std::pair<Date, PaidBy> paid(const InvoiceLine& charged) const {
    if (charged.paid) return {*charged.paid, PaidBy::stated};
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
    const Date start =
        terms_.from == InterestFrom::payment ? part.paid : std::max(part.paid, terms_.discovered);
    const Interest counted =
        pricetalk::interest(book_.sheet(), *made_.rule, principal, start, terms_.until);
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
