#include <algorithm>

#include "advice/price_gap.hpp"
#include "advice/redface_rules.hpp"
#include "explain/rounded.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

/// What was bought and used in the last year that is over.
struct Use {
  const Line* line = nullptr;
  int year = 0;
  Ratio bought;
  Phrase bought_text;
  Ratio used;
  Span used_where;
  Amount price;
};

/// From the invoices of that year where there are any, else from the contract.
bool bought_in(const Dossier& d, Use& use) {
  const AuditedLine* audited = d.audit == nullptr ? nullptr : d.audit->find_line(use.line->id);
  bool invoiced = false;
  if (audited != nullptr)
    for (const std::size_t i : audited->rows) {
      const InvoiceLine& row = d.audit->rows[i].charged;
      if (row.from.year() != use.year || row.corrects_price()) continue;
      use.bought = use.bought + Ratio(row.quantity);
      invoiced = true;
    }
  use.bought_text = invoiced ? Phrase{"quantity on the invoices", "aantal op de facturen"}
                             : Phrase{"quantity of the contract", "aantal volgens het contract"};
  if (invoiced) return true;
  if (!bought_by_time(*use.line)) return false;
  const Days year{*Date::make(use.year, 1, 1), *Date::make(use.year, 12, 31)};
  use.bought = *quantity_of(*use.line, year);
  return true;
}

std::vector<Use> uses(const Dossier& d) {
  std::vector<Use> made;
  for (const Line& line : d.contract->lines) {
    const auto* terms = d.contract->terms.price.find(line.id);
    const auto price = paid_on(d, line, d.today);
    if (terms == nullptr || !price) continue;
    const UsedTerms* last = nullptr;
    for (const UsedTerms& each : terms->terms.used)
      if (each.year.value >= 1 && each.year.value < d.today.year() &&
          (last == nullptr || last->year.value < each.year.value))
        last = &each;
    if (last == nullptr) continue;
    Use use{&line,
            last->year.value,
            {},
            {},
            Ratio(last->quantity.value),
            last->quantity.where.value_or(last->span),
            *price};
    if (bought_in(d, use) && use.bought > use.used) made.push_back(std::move(use));
  }
  return made;
}

bool hardly_used(const Use& use, const RedFaceThresholds& t) {
  return use.used <= use.bought * t.unused.value.as_fraction();
}

Finding not_used(const Dossier& d, const Use& use, const std::string& rule) {
  Book book(d.contract->currency);
  Worksheet& sheet = book.sheet();
  const Phrase label{"paid for and not used, a year", "betaald en niet gebruikt, per jaar"};
  const Days year{*Date::make(use.year, 1, 1), *Date::make(use.year, 12, 31)};
  const Line line = at_net_price(*use.line);
  const TierPrices prices = priced(use.price);
  const auto invoiced = [&](const Ratio& quantity, const InputSource& source, const Phrase& text) {
    const auto made = charge(sheet, {.contract = d.contract,
                                     .line = &line,
                                     .prices = &prices,
                                     .invoice = year,
                                     .taken = Taken{quantity, quantity},
                                     .taken_from = &source});
    return made ? sheet.named(made->amount, text)
                : sheet.named(sheet.constant(Decimal(0, 0), Form::money), text);
  };
  const NodeId unused = sheet.sub(
      invoiced(use.bought, from_contract(use.bought_text, use.line->where),
               {"what was bought", "wat is afgenomen"}),
      invoiced(use.used,
               from_contract({"use in the contract file", "gebruik in het contractbestand"},
                             use.used_where),
               {"what was used", "wat is gebruikt"}),
      label);
  const auto number = [](const Ratio& value, Language language) {
    const auto exact = value.exact_decimal();
    return writable(value)
               ? grouped(as_many_decimals(value, exact && exact->scale() == 0 ? 0 : 2), language)
               : value_text(value, Form::plain, language);
  };
  const std::string in = std::to_string(use.year);
  Finding finding = about(
      use.line, {use.line->title + ": bought " + number(use.bought, Language::en) + " in " + in +
                     ", used " + number(use.used, Language::en),
                 use.line->title + ": in " + in + " zijn er " + number(use.bought, Language::nl) +
                     " afgenomen en " + number(use.used, Language::nl) + " gebruikt"});
  finding.per_year =
      book.figure(unused, rule_address(d, *use.line, rule), use.price.source.fixity, label);
  finding.since = *Date::make(use.year, 1, 1);
  std::move(book).close(finding.evidence);
  return finding;
}

}  // namespace

std::vector<Finding> paid_but_not_used(const Dossier& d, const RedFaceThresholds& t) {
  std::vector<Finding> made;
  for (const Use& use : uses(d))
    if (hardly_used(use, t)) made.push_back(not_used(d, use, "paid-but-not-used"));
  return made;
}

std::vector<Finding> volume_over_use(const Dossier& d, const RedFaceThresholds& t) {
  std::vector<Finding> made;
  for (const Use& use : uses(d))
    if (!hardly_used(use, t) &&
        use.bought - use.used >= use.bought * t.over_use.value.as_fraction())
      made.push_back(not_used(d, use, "volume-over-use"));
  return made;
}

}  // namespace pricetalk
