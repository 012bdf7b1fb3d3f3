#include <algorithm>
#include <array>

#include "advice/redface_rules.hpp"
#include "diagnostic/codes.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

bool above_zero(const Figure& figure) { return std::get<Money>(figure.value).amount > Decimal(); }

/// "one", "two" … "ten", else the digits.
Phrase number_word(std::size_t count) {
  constexpr std::array<Wording, 11> words{{{"no", "geen"},
                                           {"one", "één"},
                                           {"two", "twee"},
                                           {"three", "drie"},
                                           {"four", "vier"},
                                           {"five", "vijf"},
                                           {"six", "zes"},
                                           {"seven", "zeven"},
                                           {"eight", "acht"},
                                           {"nine", "negen"},
                                           {"ten", "tien"}}};
  if (count < words.size()) return words[count].phrase();
  return same(std::to_string(count));
}

/// The last invoice that differs, for a single slip.
const AuditedRow* differing(const Audit& audit, const AuditedLine& line) {
  const AuditedRow* found = nullptr;
  for (const std::size_t i : line.rows) {
    const AuditedRow& row = audit.rows[i];
    if (row.difference && !std::get<Money>(row.difference->value).amount.is_zero()) found = &row;
  }
  return found;
}

Phrase what_happened(const Audit& audit, const AuditedLine& line, bool above) {
  const Causes& causes = line.causes;
  const std::string& title = line.line->title;
  if (causes.result == Causes::Result::found) {
    Phrase cause = causes.sentence();
    return {title + ": " + cause.en, title + ": " + cause.nl};
  }
  const AuditedRow* row = differing(audit, line);
  if (row != nullptr && (causes.result == Causes::Result::single_invoice || !row->adds_up)) {
    const std::string& invoice = row->charged.invoice;
    if (!row->adds_up)
      return {title + ": the amount on invoice " + invoice + " is not quantity times price",
              title + ": het bedrag op factuur " + invoice + " is niet aantal maal prijs"};
    if (row->charged.unit_price && row->allowed_price && *row->allowed_price) {
      const Currency currency = audit.currency;
      const Money charged{*row->charged.unit_price, currency};
      const Money right{as_decimal(row->allowed_price->value(), currency.minor_decimals()),
                        currency};
      return {title + ": invoice " + invoice + " has the price " +
                  money_text(charged, Language::en) + " instead of " +
                  money_text(right, Language::en),
              title + ": op factuur " + invoice + " staat de prijs " +
                  money_text(charged, Language::nl) + " in plaats van " +
                  money_text(right, Language::nl)};
    }
  }
  return above ? Phrase{title + ": charged more than the contract allows",
                        title + ": meer gerekend dan het contract toestaat"}
               : Phrase{title + ": charged less than the contract allows",
                        title + ": minder gerekend dan het contract toestaat"};
}

std::vector<Evidence> evidence_of(const Audit& audit,
                                  std::initializer_list<const Figure*> figures) {
  std::vector<Evidence> made;
  for (const Figure* figure : figures)
    if (const Evidence* found = find(audit.evidence, figure->address)) made.push_back(*found);
  return made;
}

/// The last day of the twelve months that are the last year: of the invoices, which may go on after
/// today; nothing where they ended more than a year ago.
std::optional<Date> end_of_last_year(const Audit& audit) {
  std::optional<Date> last;
  for (const AuditedRow& row : audit.rows)
    if (!last || *last < row.charged.to) last = row.charged.to;
  if (!last || *last <= audit.today - Duration{1, Unit::year}) return std::nullopt;
  return last;
}

/// What of a line was wrong in the last twelve months that were invoiced; nothing where nothing
/// was.
std::optional<Figure> in_last_year(const Audit& audit, const AuditedLine& line,
                                   Figure AuditTotals::*part, std::vector<Evidence>& evidence) {
  const auto end = end_of_last_year(audit);
  if (!end) return std::nullopt;
  const Date begin = end->plus_days(1) - Duration{1, Unit::year};
  Book book(audit.currency);
  std::vector<NodeId> nodes;
  Fixity fixity = Fixity::fixed;
  for (const OpenPeriod& open : line.open) {
    const Figure& figure = open.totals.*part;
    if (open.from < begin || !above_zero(figure)) continue;
    nodes.push_back(book.sheet().given(figure, {"from " + date_text(open.from, Language::en),
                                                "vanaf " + date_text(open.from, Language::nl)}));
    fixity = std::max(fixity, figure.fixity);
  }
  if (nodes.empty()) return std::nullopt;
  const Phrase label{"in the last year", "in het laatste jaar"};
  Figure made = book.known_figure(book.sum(nodes, label),
                                  (line.totals.*part).address.text + "/last-year", fixity, label);
  std::move(book).close(evidence);
  return made;
}

Finding from_line(const Audit& audit, const AuditedLine& line, Figure AuditTotals::*part,
                  Figure AuditTotals::*vat) {
  Finding made;
  made.line = line.line->id;
  made.title = what_happened(audit, line, part == &AuditTotals::over);
  made.total = line.totals.*part;
  if (above_zero(line.totals.*vat)) made.vat = line.totals.*vat;
  made.since = line.since;
  made.evidence = evidence_of(audit, {&(line.totals.*part), &(line.totals.*vat)});
  if (auto last = in_last_year(audit, line, part, made.evidence)) made.per_year = *std::move(last);
  return made;
}

}  // namespace

namespace {

bool explained(const AuditedLine& line) { return line.causes.result == Causes::Result::found; }

/// Lines that were charged too much: those whose every price a misreading explains, or the others.
std::vector<Finding> charged_too_much(const Dossier& dossier, bool by_misreading) {
  std::vector<Finding> made;
  if (dossier.audit == nullptr) return made;
  for (const AuditedLine& line : dossier.audit->lines) {
    if (!above_zero(line.totals.over) || explained(line) != by_misreading) continue;
    Finding finding = from_line(*dossier.audit, line, &AuditTotals::over, &AuditTotals::over_vat);
    const auto years = static_cast<std::size_t>(
        std::count_if(line.years.begin(), line.years.end(),
                      [](const AuditYear& year) { return above_zero(year.totals.over); }));
    const Phrase number = number_word(years);
    if (years > 1)
      finding.customer_question = {"Why have we been paying too much for " + number.en + " years?",
                                   "Waarom betalen wij al " + number.nl + " jaar te veel?"};
    made.push_back(std::move(finding));
  }
  return made;
}

}  // namespace

std::vector<Finding> clause_misapplied(const Dossier& dossier, const RedFaceThresholds&) {
  return charged_too_much(dossier, true);
}

std::vector<Finding> charged_above_allowed(const Dossier& dossier, const RedFaceThresholds&) {
  return charged_too_much(dossier, false);
}

std::vector<Finding> charged_below_allowed(const Dossier& dossier, const RedFaceThresholds&) {
  std::vector<Finding> made;
  if (dossier.audit == nullptr) return made;
  for (const AuditedLine& line : dossier.audit->lines)
    if (above_zero(line.totals.under))
      made.push_back(from_line(*dossier.audit, line, &AuditTotals::under, &AuditTotals::under_vat));
  return made;
}

}  // namespace pricetalk
