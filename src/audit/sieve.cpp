#include "audit/sieve.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "audit/credit_place.hpp"
#include "audit/inside.hpp"
#include "audit/name_marks.hpp"
#include "audit/party.hpp"
#include "audit/rate_times.hpp"
#include "audit/year_question.hpp"
#include "explain/rounded.hpp"
#include "invoice/cells.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

/// Nobody bills further ahead, or for a longer time; such a date is mistyped.
constexpr Duration farthest{2, Unit::year};
constexpr Duration longest{10, Unit::year};

std::string key_of(const InvoiceLine& row, const Match& match) {
  std::string key = row.invoice;
  const auto add = [&](const std::string& text) { key += '\n' + text; };
  const auto add_number = [&](const Decimal& number) { add(Ratio(number).text()); };
  add(match.line != nullptr ? match.line->id : row.line);
  // Two names that look like one line may be two things: "building A", "building B".
  if (match.by == MatchedBy::likeness)
    for (const std::string& mark : marks_of(row.line)) add(mark);
  add(match.line != nullptr ? match.part : row.part);
  add(row.from.text());
  add(row.to.text());
  add_number(row.quantity);
  if (row.unit_price) add_number(*row.unit_price);
  add_number(row.amount);
  add(row.kind == InvoiceKind::credit ? "credit" : "");
  return key;
}

Phrase day(Date date) { return {date_text(date, Language::en), date_text(date, Language::nl)}; }

}  // namespace

namespace {

bool is_document(const InvoiceLine& row) { return row.head && row.head->document; }

/// What the invoices of its line and days say about a credit.
struct Paid {
  bool charged = false;     ///< something was charged for these days
  bool same_price = false;  ///< at the price that the credit states
  Ratio highest_price{0};   ///< that was charged; zero where no row tells one
};

/// Whether a price makes the amount of a credit, to the cent; a price below zero says once more
/// that it is paid back.
bool is_price_of(const Ratio& price, const InvoiceLine& credit) {
  if (credit.unit_price) return price == abs(Ratio(*credit.unit_price));
  return !credit.quantity.is_zero() &&
         abs(price * abs(Ratio(credit.quantity)) - abs(Ratio(credit.amount))) <= Ratio::of(1, 100);
}

/// Whether a credit gives a quantity back for a part of the time of a price.
bool is_pro_rata(const Ratio& price, const AuditedRow& credit) {
  const InvoiceLine& row = credit.charged;
  const auto times = times_of_rate(*credit.line, {row.from, row.to});
  return times && *times < Ratio(1) && row.unit_price &&
         is_by_rounded_price(row, abs(Ratio(row.quantity)) * price * *times);
}

Paid paid_for(const AuditedRow& credit, const std::vector<AuditedRow>& rows) {
  Paid made;
  for (const AuditedRow& other : rows) {
    const InvoiceLine& invoice = other.charged;
    if (other.line != credit.line || invoice.kind == InvoiceKind::credit) continue;
    if (invoice.to < credit.charged.from || credit.charged.to < invoice.from) continue;
    made.charged = true;
    const auto price = price_of(invoice);
    if (!price) continue;
    made.highest_price = std::max(made.highest_price, *price);
    made.same_price =
        made.same_price || is_price_of(*price, credit.charged) || is_pro_rata(*price, credit);
  }
  return made;
}

/// A quantity that comes back, at a price above zero.
void give_back_quantity(InvoiceLine& credit) {
  if (!credit.quantity.is_negative()) credit.quantity = cells::negative(credit.quantity);
  if (credit.unit_price && credit.unit_price->is_negative())
    credit.unit_price = cells::negative(*credit.unit_price);
}

/// A credit above zero: whoever writes all credits so means what comes back.
/// Its quantity comes back when that was charged at its price; else its price
/// does.
void turn(InvoiceLine& credit, const Paid& paid) {
  credit.amount = cells::negative(credit.amount);
  if (credit.vat && !credit.vat->is_negative()) credit.vat = cells::negative(*credit.vat);
  if (paid.same_price) return give_back_quantity(credit);
  if (credit.quantity.is_negative()) credit.quantity = cells::negative(credit.quantity);
  if (credit.unit_price && !credit.unit_price->is_negative())
    credit.unit_price = cells::negative(*credit.unit_price);
}

}  // namespace

std::optional<Ratio> price_of(const InvoiceLine& row) {
  if (row.unit_price) return abs(Ratio(*row.unit_price));
  if (row.quantity.is_zero() || abs(Ratio(row.quantity)) == Ratio(1)) return std::nullopt;
  return abs(Ratio(row.amount) / Ratio(row.quantity));
}

Phrase nothing_was_charged() {
  return {"nothing was charged for these days: what does this credit pay back?",
          "voor deze dagen is niets gerekend: wat betaalt deze creditregel terug?"};
}

void settle_signs(std::vector<AuditedRow>& rows) {
  const auto credit = [](const AuditedRow& row) {
    return row.line != nullptr && row.charged.kind == InvoiceKind::credit &&
           !is_document(row.charged);
  };
  const bool some_below = std::any_of(rows.begin(), rows.end(), [&](const AuditedRow& row) {
    return credit(row) && row.charged.amount.is_negative();
  });
  for (AuditedRow& row : rows) {
    if (!credit(row) || row.charged.amount <= Decimal()) continue;
    const Paid paid = paid_for(row, rows);
    if (some_below && !paid.same_price)
      row.question = {"this credit is above zero, others are below it: does it pay back?",
                      "deze creditregel is boven nul, andere zijn eronder: is dit een "
                      "terugbetaling?"};
    else if (!paid.charged)
      row.question = nothing_was_charged();
    else
      turn(row.charged, paid);
  }
}

/// Whether a credit without a price is exactly a row that was charged, but for its sign.
bool takes_back_a_row(const AuditedRow& credit, const std::vector<AuditedRow>& rows) {
  const InvoiceLine& own = credit.charged;
  return !own.unit_price && !own.quantity.is_zero() &&
         std::any_of(rows.begin(), rows.end(), [&](const AuditedRow& other) {
           const InvoiceLine& row = other.charged;
           return other.line == credit.line && row.kind != InvoiceKind::credit &&
                  row.from == own.from && row.to == own.to && row.quantity == own.quantity &&
                  Ratio(row.amount) + Ratio(own.amount) == Ratio(0);
         });
}

/// A credit of a CSV below zero whose quantity and price are as they were charged takes the
/// quantity back: its amount alone has the sign, or its price as well.
void take_back_quantity(AuditedRow& row, const std::vector<AuditedRow>& rows) {
  InvoiceLine& credit = row.charged;
  if (row.line != nullptr && !is_document(credit) && credit.corrects_price() &&
      takes_back_a_row(row, rows))
    return give_back_quantity(credit);
  if (row.line == nullptr || is_document(credit) || !credit.corrects_price() ||
      !credit.unit_price || credit.quantity.is_zero())
    return;
  const Ratio difference =
      Ratio(credit.quantity) * abs(Ratio(*credit.unit_price)) + Ratio(credit.amount);
  const bool adds_up = abs(difference) <= Ratio::of(1, 100);
  if (adds_up && paid_for(row, rows).same_price) give_back_quantity(credit);
}

/// A credit of a quantity at a price of its own.
bool states_a_price(const InvoiceLine& credit) {
  if (credit.kind != InvoiceKind::credit || !credit.quantity.is_negative()) return false;
  if (!credit.unit_price)
    return !is_document(credit) && credit.amount.is_negative() && price_of(credit).has_value();
  const Ratio product = Ratio(credit.quantity) * Ratio(*credit.unit_price);
  return is_document(credit) || abs(product - Ratio(credit.amount)) <= Ratio::of(1, 100);
}

void settle_credit_notes(std::vector<AuditedRow>& rows) {
  for (AuditedRow& row : rows) {
    take_back_quantity(row, rows);
    InvoiceLine& credit = row.charged;
    if (row.line == nullptr || !states_a_price(credit)) continue;
    const Paid paid = paid_for(row, rows);
    if (!paid.charged || paid.same_price) continue;
    if (paid.highest_price.is_zero() && !is_document(credit)) continue;
    credit.quantity = cells::negative(credit.quantity);
    if (credit.unit_price) credit.unit_price = cells::negative(*credit.unit_price);
  }
}

bool lacks_vat(const Contract& contract, const InvoiceLine& row) {
  return contract.vat == Vat::included && row.without_vat &&
         (row.vat || contract.terms.contract.vat_rate);
}

void add_vat(const Contract& contract, InvoiceLine& row) {
  if (!lacks_vat(contract, row)) return;
  const Ratio net(row.amount);
  const Ratio vat =
      row.vat ? Ratio(*row.vat) : net * contract.terms.contract.vat_rate->value.as_fraction();
  const int decimals =
      std::max(row.amount.scale(), row.vat ? row.vat->scale() : contract.currency.minor_decimals());
  row.amount = as_many_decimals(net + vat, decimals);
  row.unit_price.reset();
  row.vat.reset();
  row.without_vat = false;
}

std::optional<std::pair<Aside, Phrase>> outside(const Contract& contract, const InvoiceLine& row,
                                                Date today) {
  const auto made = [](Aside why, Phrase reason) { return std::pair(why, std::move(reason)); };
  if (row.head && row.head->currency && *row.head->currency != contract.currency)
    return made(Aside::another_currency, same(std::string(row.head->currency->code())));
  // Its year may be mistyped, which is asked.
  const bool next_year = may_be_of_next_year(row) && contract.start <= a_year_later(row).from;
  if (row.to < contract.start && !next_year)
    return made(Aside::outside, {"before the contract begins, " + day(contract.start).en,
                                 "vóór het begin van het contract, " + day(contract.start).nl});
  // What a credit pays back after the end may well lie before it.
  const bool late_credit =
      row.kind == InvoiceKind::credit && contract.end && row.from.year() - contract.end->year() < 2;
  if (contract.end && *contract.end < row.from && !late_credit)
    return made(Aside::outside, {"after the contract ends, " + day(*contract.end).en,
                                 "na het einde van het contract, " + day(*contract.end).nl});
  if (row.from.year() - today.year() >= 2 && today + farthest < row.from)
    return made(Aside::outside, {"more than two years ahead", "meer dan twee jaar vooruit"});
  if (row.to.year() - row.from.year() >= 10 && row.from + longest < row.to)
    return made(Aside::outside, {"over more than ten years", "over meer dan tien jaar"});
  return std::nullopt;
}

void find_days_outside(const Contract& contract, std::vector<AuditedRow>& rows) {
  for (AuditedRow& row : rows) {
    if (row.line == nullptr || row.charged.corrects_price()) continue;
    const auto found = days_outside(contract, *row.line, {row.charged.from, row.charged.to});
    if (!found) continue;
    row.outside = *found;
    if (!row.line->quantity && row.question.empty())
      row.question = {
          found->en + ": how much of this row was delivered on the other days?",
          found->nl + ": hoeveel van deze factuurregel is op de andere dagen geleverd?"};
  }
}

std::optional<AsideRow> Sieve::aside(const InvoiceLine& row, const Match& match) {
  const auto made = [&](Aside why, Phrase reason) { return AsideRow{row, why, std::move(reason)}; };
  if (row.head) {
    const auto known = heads_.find(row.head);
    const std::optional<Phrase>& another =
        known != heads_.end()
            ? known->second
            : heads_.emplace(row.head, for_another(contract_, *row.head)).first->second;
    if (another) return made(Aside::another_contract, *another);
  }
  if (auto found = outside(contract_, row, today_)) return made(found->first, found->second);
  if (row.invoice.empty()) return std::nullopt;
  const auto [seen, fresh] =
      seen_.emplace(key_of(row, match), Seen{row.head.get(), row.where.place()});
  const bool one_document = row.head && row.head->document && seen->second.head == row.head.get();
  if (fresh || one_document) return std::nullopt;
  return made(Aside::duplicate,
              {"stands already at " + seen->second.place, "staat al op " + seen->second.place});
}

namespace {

/// Rows of a CSV that stand there again, as they came.
class Repeats {
 public:
  void add(std::size_t row, std::string key, int shares) {
    auto& [rows, all] = by_key_[std::move(key)];
    rows.push_back(row);
    all = shares;
  }
  /// Those that are equal shares of what the contract buys, with the one that stands before them.
  std::set<std::size_t> shares() const {
    std::set<std::size_t> made;
    for (const auto& [key, found] : by_key_) {
      const auto more = static_cast<std::size_t>(found.shares - 1);
      if (more <= found.rows.size())
        made.insert(found.rows.begin(), found.rows.begin() + static_cast<std::ptrdiff_t>(more));
    }
    return made;
  }

 private:
  struct Found {
    std::vector<std::size_t> rows;
    int shares = 0;
  };
  std::map<std::string, Found> by_key_;
};

}  // namespace

Sorted sorted_rows(const Contract& contract, const std::vector<InvoiceLine>& invoices, Date today) {
  Sorted made;
  Matcher matcher(contract);
  Sieve sieve(contract, today);
  std::vector<std::optional<AsideRow>> asides;
  Repeats repeats;
  for (const InvoiceLine& invoice : invoices) {
    const Match& match = matcher.match(invoice);
    asides.push_back(sieve.aside(invoice, match));
    if (!asides.back() || asides.back()->why != Aside::duplicate || match.line == nullptr) continue;
    if (const auto shares = equal_shares(*match.line, invoice))
      repeats.add(asides.size() - 1, key_of(invoice, match), *shares);
  }
  for (const std::size_t i : repeats.shares()) asides[i].reset();
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < invoices.size(); ++i) {
    if (asides[i]) {
      made.aside.push_back(std::move(*asides[i]));
      continue;
    }
    const Match& match = matcher.match(invoices[i]);
    AuditedRow& row = made.rows.emplace_back();
    row.charged = invoices[i];
    add_vat(contract, row.charged);
    row.line = match.line;
    row.by = match.by;
    row.likeness = match.likeness;
    parts.push_back(match.part);
  }
  place_credits(made.rows);
  settle_signs(made.rows);
  settle_credit_notes(made.rows);
  made.rows = with_parts_together(std::move(made.rows), parts);
  find_days_outside(contract, made.rows);
  return made;
}

namespace {

/// That all days of a row lie before or after its line, within the contract; nothing where they do
/// not.
std::optional<Phrase> beyond_line(const AuditedRow& row) {
  if (row.line == nullptr || row.charged.corrects_price() ||
      (!row.question.empty() && may_be_of_next_year(row.charged)))
    return std::nullopt;
  const Line& line = *row.line;
  if (row.charged.to < line.from.value)
    return Phrase{
        "this period lies before the beginning of " + line.title + ", " + day(line.from.value).en,
        "deze periode ligt vóór het begin van " + line.title + ", " + day(line.from.value).nl};
  if (line.until && line.until->value < row.charged.from)
    return Phrase{
        "this period lies after the end of " + line.title + ", " + day(line.until->value).en,
        "deze periode ligt na het einde van " + line.title + ", " + day(line.until->value).nl};
  return std::nullopt;
}

}  // namespace

Diagnostics problems(const Audit& audit) {
  Diagnostics made;
  for (const AuditedRow& row : audit.rows) {
    const auto beyond = beyond_line(row);
    if (row.outside.empty() && !beyond) continue;
    const InvoiceLine& charged = row.parts.empty() ? row.charged : row.parts.front();
    if (charged.head) made.keep(charged.head->source);
    made.warning("A0133", charged.where, beyond.value_or(row.outside),
                 beyond ? Phrase{"no price was agreed for it; it is held against the price that "
                                 "the line has nearest to it",
                                 "daarvoor is geen prijs afgesproken; ze is vergeleken met de "
                                 "prijs van de regel die er het dichtst bij ligt"}
                 : row.question.empty()
                     ? Phrase{"no price was agreed for them; allowed is what the contract buys on "
                              "the other days",
                              "daarvoor is geen prijs afgesproken; toegestaan is wat het contract "
                              "op de andere dagen afneemt"}
                     : Phrase{"the contract states no quantity; split the row at that day",
                              "het contract noemt geen hoeveelheid; splits de regel op die dag"});
  }
  for (const AsideRow& row : audit.aside) {
    if (row.charged.head) made.keep(row.charged.head->source);
    const std::string invoice = row.charged.invoice;
    switch (row.why) {
      case Aside::another_contract:
        break;
      case Aside::duplicate:
        made.warning("A0131", row.charged.where,
                     {"this row of invoice " + invoice + " " + row.reason.en,
                      "deze regel van factuur " + invoice + " " + row.reason.nl},
                     {"it is not counted a second time", "hij telt niet nog een keer mee"});
        break;
      case Aside::another_currency:
        made.warning("A0132", row.charged.where,
                     {"this row is in " + row.reason.en + ", the contract in " +
                          std::string(audit.currency.code()),
                      "deze regel is in " + row.reason.nl + ", het contract in " +
                          std::string(audit.currency.code())},
                     {"it is in no sum; write " + std::string(audit.currency.code()) +
                          " where the column is wrong, else ask for an invoice in " +
                          std::string(audit.currency.code()),
                      "hij telt in geen som mee; schrijf " + std::string(audit.currency.code()) +
                          " als de kolom niet klopt, vraag anders een factuur in " +
                          std::string(audit.currency.code())});
        break;
      case Aside::outside:
        made.warning("A0133", row.charged.where,
                     {"this period lies " + row.reason.en, "deze periode ligt " + row.reason.nl},
                     {"no price was agreed for it; it is in no sum",
                      "daarvoor is geen prijs afgesproken; de regel telt in geen som mee"});
        break;
    }
  }
  return made;
}

}  // namespace pricetalk
