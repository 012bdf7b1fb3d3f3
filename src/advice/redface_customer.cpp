#include <algorithm>
#include <map>

#include "advice/price_gap.hpp"
#include "advice/redface_rules.hpp"
#include "explain/rounded.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

InputSource from_row(const InvoiceLine& row) {
  InputSource source;
  source.kind = InputSource::Kind::given;
  source.text = {"invoice " + row.invoice, "factuur " + row.invoice};
  source.where = row.where;
  return source;
}

/// "F1, F2 and F3".
Phrase names_of(const std::vector<std::string>& invoices) {
  Phrase text;
  for (std::size_t i = 0; i < invoices.size(); ++i) {
    const bool last = i > 0 && i + 1 == invoices.size();
    text.en += (i == 0 ? "" : last ? " and " : ", ") + invoices[i];
    text.nl += (i == 0 ? "" : last ? " en " : ", ") + invoices[i];
  }
  return text;
}

void add_once(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

/// Rounded to cents: amounts in a file may have more decimals.
Outcome<Figure> total_of(Book& book, const std::vector<NodeId>& amounts, const Currency& currency,
                         const std::string& address, const Phrase& label) {
  const NodeId sum = book.sheet().round(book.sum(amounts, {}), currency.rounding(), label);
  return book.figure(sum, address, Fixity::fixed, label);
}

}  // namespace

namespace {

/// Rows that stand there a second time and are not counted.
std::optional<Finding> same_row_twice(const Dossier& d) {
  Book book(d.contract->currency);
  std::vector<NodeId> amounts;
  std::vector<NodeId> vat;
  std::vector<std::string> invoices;
  std::optional<Date> since;
  for (const AsideRow& each : d.audit->aside) {
    const InvoiceLine& row = each.charged;
    if (each.why != Aside::duplicate || row.amount <= Decimal()) continue;
    amounts.push_back(book.sheet().given(Ratio(row.amount), from_row(row).text, from_row(row)));
    if (row.vat)
      vat.push_back(book.sheet().given(Ratio(*row.vat), from_row(row).text, from_row(row)));
    add_once(invoices, row.invoice);
    if (!since || row.date < *since) since = row.date;
  }
  if (amounts.empty()) return std::nullopt;
  const Phrase names = names_of(invoices);
  Finding finding = about(nullptr, {"stands twice among the invoices: " + names.en,
                                    "staat twee keer tussen de facturen: " + names.nl});
  const std::string address = d.contract->id + "/redface/paid-twice";
  finding.total = total_of(book, amounts, d.contract->currency, address,
                           {"rows that stand there twice", "regels die er twee keer staan"});
  if (!vat.empty())
    finding.vat = total_of(book, vat, d.contract->currency, address + "/vat",
                           {"VAT on them", "btw daarover"});
  finding.since = since;
  std::move(book).close(finding.evidence);
  return finding;
}

/// Days of a line that several rows charge.
std::optional<Finding> same_days_twice(const Dossier& d, const Line& line) {
  Book book(d.contract->currency);
  std::vector<NodeId> amounts;
  std::vector<std::string> invoices;
  const ChargedTwice* first = nullptr;
  const ChargedTwice* last = nullptr;
  for (const ChargedTwice& each : d.audit->twice) {
    if (each.line != &line) continue;
    amounts.push_back(book.sheet().given(each.amount, same(line.title)));
    for (const std::string& invoice : each.invoices) add_once(invoices, invoice);
    if (first == nullptr) first = &each;
    last = &each;
  }
  if (first == nullptr) return std::nullopt;
  const auto text = [&](Language language, const char* twice, const char* until, const char* on) {
    return line.title + twice + date_text(first->from, language) + until +
           date_text(last->to, language) + on;
  };
  constexpr std::size_t most = 4;
  if (invoices.size() > most) {
    invoices.resize(most);
    invoices.emplace_back("…");
  }
  const Phrase names = names_of(invoices);
  const bool once = !bought_by_time(line) && line.quantity;
  Finding finding = about(&line, {text(Language::en,
                                       once ? ": bought once and charged more than once, "
                                            : ": the same days charged more than once, ",
                                       " to ", ", on invoices ") +
                                      names.en,
                                  text(Language::nl,
                                       once ? ": eenmalig afgenomen en meer dan één keer gerekend, "
                                            : ": dezelfde dagen meer dan één keer gerekend, ",
                                       " tot en met ", ", op de facturen ") +
                                      names.nl});
  finding.total = total_of(book, amounts, d.contract->currency, rule_address(d, line, "paid-twice"),
                           {"charged more than once", "meer dan één keer gerekend"});
  finding.since = first->from;
  std::move(book).close(finding.evidence);
  return finding;
}

}  // namespace

std::vector<Finding> paid_twice(const Dossier& d, const RedFaceThresholds&) {
  std::vector<Finding> made;
  if (d.audit == nullptr) return made;
  if (auto found = same_row_twice(d)) made.push_back(std::move(*found));
  for (const Line& line : d.contract->lines)
    if (auto found = same_days_twice(d, line)) made.push_back(std::move(*found));
  return made;
}

namespace {

/// The VAT rate of a row to half a percent.
std::optional<Decimal> vat_rate(const InvoiceLine& row) {
  if (!row.vat || row.amount.is_zero() || abs(Ratio(*row.vat)) > abs(Ratio(row.amount)))
    return std::nullopt;
  return round(Ratio(*row.vat) / Ratio(row.amount), Rounding{RoundingMode::half_up, Decimal(5, 3)});
}

/// The rate of more than half of the rows.
std::optional<Decimal> usual_rate(const Audit& audit, const AuditedLine& line) {
  std::map<Decimal, std::size_t> counts;
  std::size_t rows = 0;
  for (const std::size_t i : line.rows)
    if (const auto rate = vat_rate(audit.rows[i].charged)) {
      ++counts[*rate];
      ++rows;
    }
  for (const auto& [rate, count] : counts)
    if (count * 2 > rows) return rate;
  return std::nullopt;
}

}  // namespace

std::vector<Finding> vat_at_another_rate(const Dossier& d, const RedFaceThresholds& t) {
  std::vector<Finding> made;
  if (d.audit == nullptr) return made;
  for (const AuditedLine& line : d.audit->lines) {
    const auto usual = usual_rate(*d.audit, line);
    if (!usual) continue;
    Book book(d.contract->currency);
    Worksheet& sheet = book.sheet();
    const NodeId rate = sheet.constant(*usual, Form::percent);
    std::vector<NodeId> excess;
    std::vector<std::string> invoices;
    std::optional<Date> since;
    std::optional<Decimal> other;
    for (const std::size_t i : line.rows) {
      const InvoiceLine& row = d.audit->rows[i].charged;
      const auto own = vat_rate(row);
      if (!own || *own <= *usual || row.amount.is_negative()) continue;
      const NodeId right = sheet.round(
          sheet.mul(sheet.given(Ratio(row.amount), from_row(row).text, from_row(row)), rate),
          d.contract->currency.rounding());
      excess.push_back(sheet.sub(
          sheet.given(Ratio(*row.vat), {"VAT charged", "gerekende btw"}, from_row(row)), right));
      add_once(invoices, row.invoice);
      if (!other) other = own;
      if (!since || row.date < *since) since = row.date;
    }
    if (excess.empty()) continue;
    const Outcome<Figure> total = total_of(
        book, excess, d.contract->currency, rule_address(d, *line.line, "vat-at-another-rate"),
        {"VAT above the usual rate", "btw boven het gewone tarief"});
    if (!at_least(std::optional(total), t.vat_amount.value)) continue;
    const Phrase names = names_of(invoices);
    const auto percent = [](const Decimal& value, Language language) {
      const bool whole = as_many_decimals(value, 2) == value;
      return percent_text(Ratio(value), whole ? 0 : 1, language);
    };
    Finding finding =
        about(line.line,
              {line.line->title + ": VAT of " + percent(*other, Language::en) + " instead of " +
                   percent(*usual, Language::en) + " on invoice " + names.en,
               line.line->title + ": " + percent(*other, Language::nl) + " btw in plaats van " +
                   percent(*usual, Language::nl) + " op factuur " + names.nl});
    finding.total = total;
    finding.since = since;
    std::move(book).close(finding.evidence);
    made.push_back(std::move(finding));
  }
  return made;
}

namespace {

/// An invoice whose quantity would cost less if it reached the next tier.
struct Dear {
  Ratio bought;
  Ratio enough;  ///< the first quantity of the next tier
  NodeId cheaper = no_node;
  Fixity fixity = Fixity::fixed;
};

std::optional<Dear> dear_invoice(Worksheet& sheet, const Dossier& d, const Line& line,
                                 const TierPrices& prices, const Days& invoice) {
  const Outcome<Ratio> bought = quantity_of(line, invoice);
  if (!bought || bought->sign() <= 0) return std::nullopt;
  const std::size_t tier = tier_parts(line, {*bought, *bought}).front().tier;
  if (tier + 1 == line.prices.size()) return std::nullopt;
  const Ratio enough = Ratio(*line.prices[tier].up_to) + Ratio(1);
  ChargeRequest asked{.contract = d.contract, .line = &line, .prices = &prices, .invoice = invoice};
  const auto paid = charge(sheet, asked);
  asked.taken = Taken{enough, enough};
  const auto lower = charge(sheet, asked);
  if (!paid || !sheet.value(paid->amount) || !sheet.value(lower->amount)) return std::nullopt;
  Dear made{*bought, enough, sheet.sub(paid->amount, lower->amount), paid->fixity};
  if (sheet.value(made.cheaper)->sign() <= 0) return std::nullopt;
  return made;
}

}  // namespace

/// Volume tiers only: all pieces at the price of the volume, so that one more may cost less in all.
std::vector<Finding> lower_price_not_used(const Dossier& d, const RedFaceThresholds& t) {
  std::vector<Finding> made;
  for (const Line& line : d.contract->lines) {
    if (line.tier_kind != TierKind::volume || line.prices.size() < 2 || !bought_by_time(line) ||
        (line.until && line.until->value < d.today))
      continue;
    Book book(d.contract->currency);
    Worksheet& sheet = book.sheet();
    const TierPrices prices =
        dated_prices(*d.schedules, line, billing_period(*d.contract, d.today));
    std::vector<NodeId> cheaper;
    std::optional<Dear> first;
    // Prices of later dates are not known yet: the year at those of today.
    TierPrices today;
    for (const DatedPrices& tier : prices) {
      const DatedPrice* now = price_on(tier, d.today);
      if (now != nullptr) today.push_back({*now});
      if (now != nullptr) today.back().front().from = *Date::make(1, 1, 1);
    }
    if (today.size() != line.prices.size()) continue;
    for (const Days& invoice : billing_periods_over(*d.contract, year_from(d.today))) {
      const auto dear = dear_invoice(sheet, d, line, today, invoice);
      if (!dear) continue;
      if (!first) first = dear;
      cheaper.push_back(dear->cheaper);
    }
    if (!first) continue;
    const Phrase label{"cheaper a year", "goedkoper per jaar"};
    const Outcome<Figure> per_year =
        book.figure(sheet.sum(cheaper, label), rule_address(d, line, "lower-price-not-used"),
                    first->fixity, label);
    if (!at_least(std::optional(per_year), t.tier_amount.value)) continue;
    const auto number = [&](const Ratio& value, Language language) {
      return value_text(value, Form::plain, language, 2);
    };
    Finding finding =
        about(&line, {line.title + ": " + number(first->enough, Language::en) +
                          " cost less in all than " + number(first->bought, Language::en),
                      line.title + ": " + number(first->enough, Language::nl) +
                          " kosten samen minder dan " + number(first->bought, Language::nl)});
    finding.per_year = per_year;
    std::move(book).close(finding.evidence);
    made.push_back(std::move(finding));
  }
  return made;
}

}  // namespace pricetalk
