#include "pricetalk/audit/audit.hpp"

#include <algorithm>
#include <deque>
#include <set>
#include <string_view>

#include "audit/charged_twice.hpp"
#include "audit/line_audit.hpp"
#include "audit/same_service.hpp"
#include "audit/sieve.hpp"
#include "explain/rounded.hpp"

namespace pricetalk {

bool AuditTotals::differs() const {
  const auto any = [](const Figure& figure) {
    return !std::get<Money>(figure.value).amount.is_zero();
  };
  return any(over) || any(under);
}

std::vector<const AuditedRow*> Audit::undetermined() const {
  std::vector<const AuditedRow*> found;
  for (const AuditedRow& row : rows)
    if (row.line != nullptr && !row.difference) found.push_back(&row);
  return found;
}

std::vector<const AuditedRow*> Audit::unmatched_rows() const {
  std::vector<const AuditedRow*> found;
  for (const AuditedRow& row : rows)
    if (row.line == nullptr) found.push_back(&row);
  return found;
}

bool any_asked(const std::vector<QuantityGap>& gaps) {
  return std::any_of(gaps.begin(), gaps.end(), [](const QuantityGap& gap) { return !gap.note(); });
}

std::vector<const AuditedRow*> Audit::asked() const {
  std::vector<const AuditedRow*> found;
  for (const AuditedRow& row : rows)
    if (row.line != nullptr && !row.question.empty()) found.push_back(&row);
  return found;
}

std::vector<const AuditedRow*> Audit::vat_asked() const {
  std::vector<const AuditedRow*> found;
  for (const AuditedRow& row : rows)
    if (!row.vat_question.empty()) found.push_back(&row);
  return found;
}

bool Audit::judged_any() const {
  return std::any_of(rows.begin(), rows.end(),
                     [](const AuditedRow& row) { return row.line != nullptr && row.difference; });
}

bool Audit::needs_attention() const {
  return differs() || !twice.empty() || any_asked(gaps) || !unmatched_rows().empty() ||
         !asked().empty() || !vat_asked().empty() || !judged_any();
}

std::size_t Audit::row_count() const {
  std::size_t count = 0;
  for (const AuditedRow& row : rows) count += std::max<std::size_t>(row.parts.size(), 1);
  return count;
}

const AuditedLine* Audit::find_line(std::string_view id) const {
  for (const AuditedLine& line : lines)
    if (line.line->id == id) return &line;
  return nullptr;
}

namespace {

/// All lines together, from the figures of the lines.
class Summary {
 public:
  Summary(const Contract& contract, Audit& audit)
      : contract_(contract), audit_(audit), book_(contract.currency) {}

  void run() && {
    rows();
    years();
    std::vector<NodeId> parts[4];
    for (const AuditedLine& line : audit_.lines) collect(line.totals, line.line->title, parts);
    audit_.totals = totals(parts, "", {"", ""});
    std::move(book_).close(audit_.evidence);
  }

 private:
  std::string address(const std::string& what) const { return contract_.id + "/audit/" + what; }

  void collect(const AuditTotals& totals, const std::string& label, std::vector<NodeId>* parts) {
    const Figure* figures[] = {&totals.over, &totals.under, &totals.over_vat, &totals.under_vat};
    for (std::size_t i = 0; i < 4; ++i) {
      parts[i].push_back(book_.sheet().given(*figures[i], same(label)));
      fixity_ = std::max(fixity_, figures[i]->fixity);
    }
  }

  AuditTotals totals(const std::vector<NodeId>* parts, const std::string& prefix,
                     const Phrase& in) {
    const auto make = [&](std::size_t i, const char* what, const Phrase& label) {
      const Phrase named{label.en + in.en, label.nl + in.nl};
      return book_.known_figure(book_.sum(parts[i], named), address(prefix + what), fixity_, named);
    };
    return {make(0, "over", {"charged too much", "te veel gerekend"}),
            make(1, "under", {"charged too little", "te weinig gerekend"}),
            make(2, "over-vat", {"VAT on what was charged too much", "btw over het te veel"}),
            make(3, "under-vat", {"VAT on what was charged too little", "btw over het te weinig"})};
  }

  void rows() {
    std::vector<NodeId> matched;
    std::vector<NodeId> unmatched;
    for (const AuditedRow& row : audit_.rows) {
      InputSource source;
      source.text = {"invoice " + row.charged.invoice, "factuur " + row.charged.invoice};
      source.where = row.charged.where;
      const NodeId node = book_.sheet().given(Ratio(row.charged.amount), source.text, source);
      (row.line != nullptr ? matched : unmatched).push_back(node);
    }
    const Phrase known{"charged for lines of the contract",
                       "gerekend voor regels van het contract"};
    const Phrase unknown{"charged for anything else", "gerekend voor iets anders"};
    const Phrase all{"charged in all", "in totaal gerekend"};
    const NodeId first = book_.sum(matched, known);
    const NodeId second = book_.sum(unmatched, unknown);
    audit_.matched = book_.known_figure(first, address("matched"), Fixity::fixed, known);
    audit_.unmatched = book_.known_figure(second, address("unmatched"), Fixity::fixed, unknown);
    audit_.charged = book_.known_figure(book_.sheet().add(first, second, all), address("charged"),
                                        Fixity::fixed, all);
  }

  void years() {
    std::vector<int> found;
    for (const AuditedLine& line : audit_.lines)
      for (const AuditYear& year : line.years) found.push_back(year.year);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::vector<NodeId> so_far;
    for (const int number : found) {
      AuditYear year;
      year.year = number;
      std::vector<NodeId> parts[4];
      for (const AuditedLine& line : audit_.lines)
        for (const AuditYear& own : line.years) {
          if (own.year != number) continue;
          collect(own.totals, line.line->title, parts);
          so_far.push_back(parts[0].back());
          year.undetermined += own.undetermined;
        }
      const std::string text = std::to_string(number);
      year.totals = totals(parts, text + "/", {" in " + text, " in " + text});
      const Phrase label{"charged too much until " + text, "te veel gerekend tot en met " + text};
      year.cumulative = book_.known_figure(book_.sum(so_far, label), address(text + "/cumulative"),
                                           fixity_, label);
      const auto earlier = [&](std::optional<Figure> AuditYear::*part, const char* what,
                               const Phrase& named) {
        std::vector<NodeId> known;
        for (const AuditedLine& line : audit_.lines)
          for (const AuditYear& own : line.years)
            if (own.year == number && own.*part)
              known.push_back(book_.sheet().given(*(own.*part), same(line.line->title)));
        if (known.empty()) return std::optional<Figure>{};
        return std::optional<Figure>(book_.known_figure(
            book_.sum(known, named), address(text + "/" + what), fixity_, named));
      };
      year.over_earlier = earlier(&AuditYear::over_earlier, "over-earlier",
                                  {"too much in " + text + " by earlier steps",
                                   "te veel in " + text + " door eerdere stappen"});
      year.under_earlier = earlier(&AuditYear::under_earlier, "under-earlier",
                                   {"too little in " + text + " by earlier steps",
                                    "te weinig in " + text + " door eerdere stappen"});
      audit_.years.push_back(std::move(year));
    }
  }

  const Contract& contract_;
  Audit& audit_;
  Book book_;
  Fixity fixity_ = Fixity::fixed;
};

}  // namespace

void sum_up(const Contract& contract, Audit& audit) { Summary(contract, audit).run(); }

namespace {

void find_causes(const Contract& contract, const Coverage& coverage, std::deque<LineAudit>& audits,
                 Audit& made) {
  std::vector<LineCharges> charges;
  for (std::size_t i = 0; i < audits.size(); ++i)
    charges.push_back(audits[i].charges(made.lines[i].rows));
  std::vector<Found> found = search(contract, coverage, charges);
  for (std::size_t i = 0; i < audits.size(); ++i)
    std::move(audits[i]).explain(made.lines[i], std::move(found[i]));
}

}  // namespace

std::vector<bool> right_elsewhere(const std::deque<LineAudit>& audits) {
  std::vector<bool> right;
  for (const LineAudit& each : audits) right.push_back(each.any_right());
  const auto all = std::count(right.begin(), right.end(), true);
  std::vector<bool> made;
  for (const bool own : right) made.push_back(all > (own ? 1 : 0));
  return made;
}

namespace {

void add_to(std::map<std::string, Ratio>& totals, const InvoiceLine& row) {
  Ratio& total = totals.try_emplace(row.invoice, 0).first->second;
  total = total + Ratio(row.amount);
}

}  // namespace

Audit audit(const Contract& contract, const Library& library,
            const std::vector<InvoiceLine>& invoices, Date today, Why why) {
  Audit made;
  made.today = today;
  made.currency = contract.currency;
  Date until = today;
  Sorted sorted = sorted_rows(contract, invoices, today);
  made.aside = std::move(sorted.aside);
  for (AuditedRow& row : sorted.rows) {
    const InvoiceLine& invoice = row.charged;
    row.adds_up = !invoice.unit_price ||
                  rounded(Ratio(invoice.quantity) * Ratio(*invoice.unit_price),
                          amount_rounding(contract)) == Outcome<Decimal>(invoice.amount);
    until = std::max(until, invoice.to);
    made.rows.push_back(std::move(row));
  }
  const Coverage coverage(library, today);
  std::map<const Line*, ChargedPeriods> charged;
  BelowZero below_zero;
  std::set<std::string_view> charging;
  std::map<std::string, Ratio> totals;
  for (const AuditedRow& row : made.rows) {
    if (row.line == nullptr) below_zero.add(row.charged);
    if (row.parts.empty()) add_to(totals, row.charged);
    for (const InvoiceLine& part : row.parts) add_to(totals, part);
    if (row.charged.amount > Decimal()) charging.insert(row.charged.invoice);
    for (const InvoiceLine& part : row.parts)
      if (part.amount > Decimal()) charging.insert(part.invoice);
  }
  below_zero.tell_loose([&](const std::string& number) { return charging.contains(number); });
  below_zero.find_taken_back([&](const std::string& number) {
    const auto total = totals.find(number);
    return total == totals.end() ? std::nullopt : std::optional(total->second);
  });
  std::deque<LineAudit> audits;
  for (const Line& line : contract.lines) {
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < made.rows.size(); ++i)
      if (made.rows[i].line == &line) rows.push_back(i);
    if (rows.empty()) continue;
    audits
        .emplace_back(contract, line, coverage, until, made,
                      charged.try_emplace(&line, line).first->second, below_zero)
        .look_at(std::move(rows));
  }
  const std::vector<bool> others_right = right_elsewhere(audits);
  judge_lines(audits, others_right, below_zero);
  for (LineAudit& each : audits)
    made.lines.push_back(why == Why::searched ? each.judged() : std::move(each).differences());
  if (why == Why::searched) find_causes(contract, coverage, audits, made);
  find_charged_twice(contract, made, charged);
  find_quantity_gaps(contract, made, charged);
  ask_about_same_services(contract, made);
  sum_up(contract, made);
  return made;
}

}  // namespace pricetalk
