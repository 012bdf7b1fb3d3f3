#include <algorithm>

#include "audit/line_audit.hpp"
#include "audit/row_words.hpp"
#include "audit/sieve.hpp"
#include "invoice/cells.hpp"
#include "pricetalk/explain/format.hpp"

// What credits pay back: of their own days first, then of others.
namespace pricetalk {

namespace {

/// Whether a price is so near to another that it may be one of the same thing.
bool is_near_price(const Ratio& one, const Ratio& other) {
  return one < Ratio(2) * other && other < Ratio(2) * one;
}

/// The price that the amount of a credit is made of; nothing where it is a sum.
std::optional<Ratio> price_that_makes(const InvoiceLine& credit) {
  const auto price = price_of(credit);
  if (!price) return std::nullopt;
  const Ratio off = *price * abs(Ratio(credit.quantity)) - abs(Ratio(credit.amount));
  return abs(off) <= Ratio::of(1, 100) ? price : std::nullopt;
}

}  // namespace

/// The periods that a credit may pay back: its own days first, then periods inside them, then those
/// that share a day with it, each oldest first.
std::vector<std::size_t> LineAudit::paid_back_by(const InvoiceLine& credit) const {
  std::vector<std::size_t> made;
  if (credit.no_period) return made;
  const auto add = [&](auto belongs) {
    for (std::size_t i = 0; i < periods_.size(); ++i)
      if (belongs(periods_[i]) && std::find(made.begin(), made.end(), i) == made.end())
        made.push_back(i);
  };
  add([&](const Open& open) { return open.from == credit.from && open.to == credit.to; });
  add([&](const Open& open) { return credit.from <= open.from && open.to <= credit.to; });
  add([&](const Open& open) { return open.from <= credit.to && credit.from <= open.to; });
  return made;
}

/// Takes a credit off what is open, in the order of the periods; what is left of it.
NodeId LineAudit::paid_back(NodeId left, const std::vector<std::size_t>& periods,
                            NodeId Open::*part, std::size_t credit) {
  Worksheet& sheet = book_.sheet();
  for (const std::size_t i : periods) {
    NodeId& open = periods_[i].*part;
    if (!positive(open)) continue;
    const NodeId paid = sheet.min(open, left);
    if (part == &Open::over && positive(paid))
      paid_back_.push_back({periods_[i].rows, credit, *sheet.value(paid)});
    open = sheet.sub(open, paid);
    left = sheet.sub(left, paid);
  }
  return left;
}

NodeId LineAudit::less_charged_twice(NodeId left, const InvoiceLine& credit) {
  Worksheet& sheet = book_.sheet();
  for (ChargedPeriods::Beyond& twice : credited_twice_) {
    if (twice.days.last < credit.from || credit.to < twice.days.first) continue;
    const Ratio taken =
        std::min(*sheet.value(left), Ratio(round(twice.amount, contract_.currency.rounding())));
    if (taken.sign() <= 0) continue;
    twice.amount = twice.amount - taken;
    const Phrase label{"taken back of what was charged twice",
                       "teruggegeven van wat twee keer is gerekend"};
    left = sheet.sub(left, sheet.given(taken, label, on_invoice(credit)));
  }
  return left;
}

/// What a credit pays back beyond what is too much in its own days, and beyond what it takes back
/// of a second charge; zero or less where nothing is left of it.
Ratio LineAudit::left_beyond(std::size_t index, const std::vector<std::size_t>& periods) const {
  const Worksheet& sheet = book_.sheet();
  const InvoiceLine& credit = audit_.rows[index].charged;
  Ratio left = Ratio(0) - *sheet.value(differences_[index].amount);
  for (const std::size_t i : periods) left = left - *sheet.value(periods_[i].over);
  for (const ChargedPeriods::Beyond& twice : credited_twice_)
    if (!(twice.days.last < credit.from) && !(credit.to < twice.days.first))
      left = left - Ratio(round(twice.amount, contract_.currency.rounding()));
  return left;
}

/// The periods before a credit, other than its own, in which too much is open, the oldest first.
std::vector<std::size_t> LineAudit::open_before(const InvoiceLine& credit,
                                                const std::vector<std::size_t>& own) const {
  std::vector<std::size_t> made;
  for (std::size_t i = 0; i < periods_.size(); ++i)
    if (periods_[i].from <= std::max(credit.date, credit.from) && positive(periods_[i].over) &&
        std::find(own.begin(), own.end(), i) == own.end())
      made.push_back(i);
  return made;
}

/// Whether a credit that does not pay back exactly what is too much may give a quantity back, at a
/// price near the one that was charged. One of something may be a sum as well, as far as that much
/// is open.
bool LineAudit::may_be_quantity(const InvoiceLine& credit, const std::vector<std::size_t>& periods,
                                const Ratio& left) const {
  const auto own = credit.corrects_price() ? price_that_makes(credit) : std::nullopt;
  if (!own || (Ratio(credit.quantity) == Ratio(1) && left.sign() < 0)) return false;
  Ratio highest(0);
  for (const std::size_t period : periods)
    for (const std::size_t i : periods_[period].rows) {
      const InvoiceLine& row = audit_.rows[i].charged;
      const auto price = row.kind == InvoiceKind::credit ? std::nullopt : price_of(row);
      if (price) highest = std::max(highest, *price);
    }
  return is_near_price(*own, highest);
}

/// Finds what is left of a credit to pay back in other days than its own: exactly what is too much
/// in one period, or in all of them. Where it is neither, that is a question, and what is open is
/// not claimed as far as the credit may pay it back. False: it pays back nothing that is known.
bool LineAudit::pays_back_elsewhere(std::size_t index, std::vector<std::size_t>& periods) {
  AuditedRow& row = audit_.rows[index];
  const Ratio left = left_beyond(index, periods);
  if (!left.is_zero() && may_be_quantity(row.charged, periods, left)) {
    row.question = {"was a quantity given back at another price, or a difference in price?",
                    "is hier een aantal teruggegeven tegen een andere prijs, of een "
                    "prijsverschil?"};
    row.difference = unanswered(row).why();
    return false;
  }
  if (left.sign() <= 0) return true;
  if (const auto before = given_before(index); before && left == abs(Ratio(row.charged.amount))) {
    row.question =
        given_twice_question(audit_.rows[*before].charged, row.charged, contract_.currency);
    row.difference = unanswered(row).why();
    return false;
  }
  const Worksheet& sheet = book_.sheet();
  std::vector<std::size_t> others = open_before(row.charged, periods);
  Ratio sum(0);
  std::optional<std::size_t> equal;
  for (const std::size_t i : others) {
    const Ratio open = *sheet.value(periods_[i].over);
    sum = sum + open;
    if (open == left) equal = i;
  }
  if (equal) {
    periods.push_back(*equal);
    return true;
  }
  if (!(sum == left) && (!others.empty() || periods.empty())) ask_what_it_pays_back(row);
  const bool home = !periods.empty();
  periods.insert(periods.end(), others.begin(), others.end());
  return row.question.empty() && (home || !others.empty());
}

/// An earlier credit on another invoice that gives the same back for the same days.
std::optional<std::size_t> LineAudit::given_before(std::size_t index) const {
  const InvoiceLine& credit = audit_.rows[index].charged;
  for (const std::size_t i : credits_) {
    if (i == index) break;
    const InvoiceLine& other = audit_.rows[i].charged;
    if (gives_the_same(credit, other)) return i;
  }
  return std::nullopt;
}

bool LineAudit::gives_the_same(const InvoiceLine& credit, const InvoiceLine& other) const {
  return other.invoice != credit.invoice && other.from == credit.from && other.to == credit.to &&
         Ratio(other.amount) == Ratio(credit.amount) &&
         Ratio(other.quantity) == Ratio(credit.quantity);
}

Phrase LineAudit::given_twice_question(const InvoiceLine& first, const InvoiceLine& credit,
                                       const Currency& currency) {
  const Phrase money = amount_text(abs(Ratio(credit.amount)), currency);
  return {"credit " + first.invoice + " gave back " + money.en +
              " for the same days already: is this the same credit once more?",
          "credit " + first.invoice + " gaf voor dezelfde dagen al " + money.nl +
              " terug: is dit dezelfde creditregel nog een keer?"};
}

/// Of a quantity only where both leave less than the contract buys in these days: else they take
/// back what was charged more than once.
bool LineAudit::ask_whether_quantity_was_given_twice(std::size_t index) {
  AuditedRow& row = audit_.rows[index];
  const InvoiceLine& credit = row.charged;
  if (credit.kind != InvoiceKind::credit || !credit.quantity.is_negative() || !row.parts.empty())
    return false;
  const Days days{credit.from, credit.to};
  const auto bought = line_.quantity ? quantity_in(days) : std::nullopt;
  if (!bought) return false;
  Ratio left = charged_.quantity_for(days);
  std::optional<std::size_t> before;
  for (const std::size_t i : rows_) {
    const InvoiceLine& other = audit_.rows[i].charged;
    if (other.from == days.first && other.to == days.last && !other.corrects_price())
      left = left + Ratio(other.quantity);
    if (i < index && !before && other.kind == InvoiceKind::credit && gives_the_same(credit, other))
      before = i;
  }
  if (!before || !(left < *bought) || given_twice_.contains(*before)) return false;
  row.question = given_twice_question(audit_.rows[*before].charged, credit, contract_.currency);
  rights_[index] = book_.zero();
  put_at_stake(index);
  given_twice_.insert(index);
  return true;
}

void LineAudit::ask_what_it_pays_back(AuditedRow& row) const {
  const InvoiceLine& credit = row.charged;
  const Money money{credit.amount.is_negative() ? cells::negative(credit.amount) : credit.amount,
                    contract_.currency};
  row.question = {"what does the credit of " + money_text(money, Language::en) + " of " +
                      date_text(credit.date, Language::en) + " pay back?",
                  "wat betaalt de creditregel van " + money_text(money, Language::nl) + " van " +
                      date_text(credit.date, Language::nl) + " terug?"};
  row.difference = unanswered(row).why();
}

/// A credit takes away what it pays back; what is left of it is open as too little, or too much.
void LineAudit::set_off(std::size_t index, std::deque<LineAudit>& all) {
  Worksheet& sheet = book_.sheet();
  const InvoiceLine& credit = audit_.rows[index].charged;
  std::vector<std::size_t> periods = paid_back_by(credit);
  const bool across = pays_back_other_lines(index, periods, all);
  bool placed = !across && pays_back_elsewhere(index, periods);
  if (placed && may_pay_back_other_lines(index, periods, all)) {
    ask_what_it_pays_back(audit_.rows[index]);
    placed = false;
  }
  if (periods.empty()) {
    if (!placed) return;
    Open& alone = periods_.emplace_back();
    alone.from = credit.from;
    alone.to = credit.to;
    alone.over = alone.under = alone.over_vat = alone.under_vat = book_.zero();
    periods.push_back(periods_.size() - 1);
  }
  const Open& first = periods_[periods.front()];
  const bool own = first.from == credit.from && first.to == credit.to;
  Open& last = periods_[own ? periods.front() : periods.back()];
  const auto set = [&](NodeId difference, NodeId Open::*over, NodeId Open::*under, auto rest_of) {
    const int sign = sheet.value(difference)->sign();
    if (sign > 0) last.*over = sheet.add(last.*over, paid_back(difference, periods, under, index));
    if (sign >= 0) return;
    const NodeId left = paid_back(sheet.sub(book_.zero(), difference), periods, over, index);
    if (placed && positive(left)) last.*under = sheet.add(last.*under, rest_of(left));
  };
  const Difference& d = differences_[index];
  NodeId share = no_node;  // of what is left: what no charge of a second time explains
  set(d.amount, &Open::over, &Open::under, [&](NodeId left) {
    const NodeId rest = less_charged_twice(left, credit);
    if (rest != left) share = sheet.div(rest, left);
    return rest;
  });
  if (d.vat == no_node || !sheet.value(d.vat)) return;
  set(d.vat, &Open::over_vat, &Open::under_vat, [&](NodeId left) {
    if (share == no_node) return left;
    return sheet.round(sheet.mul(left, share), sheet.currency().rounding());
  });
}

}  // namespace pricetalk
