#include "audit/charged_rates.hpp"

#include <algorithm>

#include "audit/row_words.hpp"
#include "explain/rounded.hpp"
#include "invoice/vat_rates.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

__extension__ using Wide = __int128;

/// No VAT is more, in percents of the amount.
constexpr std::int64_t highest_rate = 30;
/// Of a smaller amount the cents do not tell the rate.
constexpr std::int64_t smallest_amount = 10;
/// What rounding of rows may set VAT and rate apart, in cents.
constexpr std::int64_t rounding_cents = 5;
/// For each row that may be a slip so many have another rate.
constexpr std::size_t others_for_one = 4;

Wide power(int digits) {
  Wide made = 1;
  for (; digits > 0; --digits) made *= 10;
  return made;
}

Wide size_of(Wide number) { return number < 0 ? -number : number; }

/// VAT and amount of a row without their signs, and a unit of both, as integers.
struct Scaled {
  Wide vat;
  Wide amount;
  Wide one;
};

/// Nothing where they have too many digits.
std::optional<Scaled> scaled(const InvoiceLine& row) {
  constexpr int most_digits = 12;
  const int of_amount = row.amount.scale();
  const int of_vat = row.vat->scale();
  if (of_amount < 0 || of_vat < 0 || of_amount + of_vat > most_digits) return std::nullopt;
  return Scaled{size_of(row.vat->mantissa()) * power(of_amount),
                size_of(row.amount.mantissa()) * power(of_vat), power(of_amount + of_vat)};
}

Ratio percents_of(std::int64_t tenths) { return Ratio::of(tenths, 10); }

/// VAT at a rate in percents, to the cent, with the sign of the VAT of the row.
Ratio vat_at(const InvoiceLine& row, const Ratio& percents, const Currency& currency) {
  const Ratio exact = abs(Ratio(row.amount)) * percents / Ratio(100);
  const Ratio made(round(exact, currency.rounding()));
  return row.vat->is_negative() ? Ratio(0) - made : made;
}

}  // namespace

std::optional<std::int64_t> ChargedRates::rate_of(const InvoiceLine& row) {
  if (!row.vat || row.kind == InvoiceKind::credit || row.vat->is_zero()) return std::nullopt;
  const auto of_row = scaled(row);
  if (!of_row || of_row->amount < smallest_amount * of_row->one) return std::nullopt;
  constexpr std::int64_t all = 1000;
  const auto near =
      static_cast<std::int64_t>((of_row->vat * all + of_row->amount / 2) / of_row->amount);
  for (const std::int64_t rate : vat::tenths_of_rates)
    if (rate > 0 && near - 1 <= rate && rate <= near + 1 &&
        size_of(of_row->vat * all - of_row->amount * rate) * 100 <= of_row->one * all)
      return rate;
  return std::nullopt;
}

std::optional<std::int64_t> ChargedRates::told_by(const InvoiceLine& row) {
  if (const auto rate = rate_of(row)) return rate;
  if (!row.vat || row.kind == InvoiceKind::credit || row.vat->is_zero()) return std::nullopt;
  const auto of_row = scaled(row);
  if (!of_row || of_row->amount < smallest_amount * of_row->one) return std::nullopt;
  return no_rate;
}

std::size_t ChargedRates::add(std::int64_t rate) {
  for (auto& [known, rows] : rows_)
    if (known == rate) return ++rows;
  rows_.emplace_back(rate, 1);
  return 1;
}

void ChargedRates::add(const ChargedRates& others) {
  for (const auto& [rate, rows] : others.rows_)
    for (std::size_t i = 0; i < rows; ++i) add(rate);
}

std::optional<std::int64_t> ChargedRates::instead_of(std::int64_t rate) const {
  std::size_t own = 0;
  std::pair<std::int64_t, std::size_t> most{0, 0};
  for (const auto& each : rows_) {
    if (each.first == rate)
      own = each.second;
    else if (each.first != no_rate && each.second > most.second)
      most = each;
  }
  const bool may_be_slip = own > 0 && own <= most_slips && own * others_for_one <= most.second;
  return may_be_slip ? std::optional(most.first) : std::nullopt;
}

bool takes_back(const InvoiceLine& credit, const InvoiceLine& row) {
  return credit.kind == InvoiceKind::credit && credit.from == row.from && credit.to == row.to &&
         Ratio(credit.amount) + Ratio(row.amount) == Ratio(0);
}

bool has_doubtful_vat(const InvoiceLine& row) {
  if (!row.vat || row.amount.is_zero()) return false;
  const auto of_row = scaled(row);
  if (!of_row) return false;
  if (of_row->vat * 100 > of_row->amount * highest_rate + of_row->one) return true;
  if (!row.vat_rate) return false;
  const Ratio stated = abs(Ratio(row.amount) * Ratio(*row.vat_rate) / Ratio(100));
  return abs(abs(Ratio(*row.vat)) - stated) > Ratio::of(rounding_cents, 100);
}

std::optional<VatDoubt> vat_doubt(const InvoiceLine& row, const Currency& currency) {
  if (!has_doubtful_vat(row)) return std::nullopt;
  const Phrase charged = amount_text(Ratio(*row.vat), currency);
  const auto with = [&](const Ratio& right, const char* en, const char* nl) {
    const Ratio off = Ratio(*row.vat) - right;
    const Phrase meant = amount_text(right, currency);
    const bool more = abs(Ratio(*row.vat)) > abs(right);
    return VatDoubt{{"the VAT on this row is " + charged.en + ", " + en + meant.en + ": was too " +
                         (more ? "much" : "little") + " VAT charged?",
                     "de btw op deze regel is " + charged.nl + ", " + nl + meant.nl +
                         ": is er te " + (more ? "veel" : "weinig") + " btw gerekend?"},
                    off};
  };
  if (row.vat_rate) {
    const Phrase rate = number_text(abs(Ratio(*row.vat_rate)));
    return with(vat_at(row, abs(Ratio(*row.vat_rate)), currency),
                ("and at the rate that the file states, " + rate.en + "%, it is ").c_str(),
                ("en tegen het tarief dat het bestand noemt, " + rate.nl + "%, is het ").c_str());
  }
  const Ratio percents = abs(Ratio(*row.vat) / Ratio(row.amount)) * Ratio(100);
  const Phrase shown = number_text(Ratio(round(percents, Rounding::decimals(1))));
  const Ratio half = Ratio(round(Ratio(*row.vat) / Ratio(2), currency.rounding()));
  if (vat::is_rate_of(abs(half), abs(Ratio(row.amount))))
    return with(half, (shown.en + "% of the amount, and no rate is so high; once is ").c_str(),
                (shown.nl + "% van het bedrag, en zo hoog is geen tarief; één keer is ").c_str());
  return VatDoubt{{"the VAT on this row is " + charged.en + ", " + shown.en +
                       "% of the amount, and no rate is so high: how much VAT was charged?",
                   "de btw op deze regel is " + charged.nl + ", " + shown.nl +
                       "% van het bedrag, en zo hoog is geen tarief: hoeveel btw is er gerekend?"},
                  Ratio(0)};
}

namespace {

/// What is asked of VAT at no rate; nothing where rounding, of many things in one sum, may be all
/// that sets it apart.
std::optional<VatDoubt> no_rate_doubt(const InvoiceLine& row, const Ratio& right,
                                      std::int64_t usual, const Line& line,
                                      const Currency& currency) {
  const Ratio off = Ratio(*row.vat) - right;
  if (abs(off) <= Ratio::of(rounding_cents, 100) || abs(off) * Ratio(200) <= abs(right))
    return std::nullopt;
  const Phrase charged = amount_text(Ratio(*row.vat), currency);
  const Ratio percents = abs(Ratio(*row.vat) / Ratio(row.amount)) * Ratio(100);
  const Phrase shown = number_text(Ratio(round(percents, Rounding::decimals(2))));
  const Phrase others = number_text(percents_of(usual));
  const Phrase meant = amount_text(right, currency);
  const bool more = off.sign() > 0;
  return VatDoubt{{"the VAT on this row is " + charged.en + ", " + shown.en +
                       "% of the amount, which is no rate; at the " + others.en +
                       "% of the other invoices of " + line.id + " it is " + meant.en +
                       ": was too " + (more ? "much" : "little") + " VAT charged?",
                   "de btw op deze regel is " + charged.nl + ", " + shown.nl +
                       "% van het bedrag, en dat is geen tarief; tegen de " + others.nl +
                       "% van de andere facturen van " + line.id + " is het " + meant.nl +
                       ": is er te " + (more ? "veel" : "weinig") + " btw gerekend?"},
                  off};
}

}  // namespace

std::optional<VatDoubt> rate_doubt(const InvoiceLine& row, std::int64_t rate, std::int64_t usual,
                                   const Line& line, const Currency& currency) {
  const Ratio right = vat_at(row, percents_of(usual), currency);
  if (rate == ChargedRates::no_rate) return no_rate_doubt(row, right, usual, line, currency);
  const Phrase own = number_text(percents_of(rate));
  const Phrase others = number_text(percents_of(usual));
  const Phrase meant = amount_text(right, currency);
  return VatDoubt{
      {"the VAT on this row is " + own.en + "%, and on the other invoices of " + line.id +
           " it is " + others.en + "%, here " + meant.en + ": is this the wrong rate?",
       "de btw op deze regel is " + own.nl + "%, en op de andere facturen van " + line.id + " " +
           others.nl + "%, hier " + meant.nl + ": is dit het verkeerde tarief?"},
      Ratio(*row.vat) - right};
}

}  // namespace pricetalk
