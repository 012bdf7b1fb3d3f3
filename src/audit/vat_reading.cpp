#include <algorithm>
#include <array>
#include <map>

#include "audit/line_audit.hpp"
#include "audit/row_words.hpp"
#include "explain/rounded.hpp"
#include "pricetalk/explain/format.hpp"

// Whether amounts hold VAT where the contract's prices do not, or the other way: the file may not
// say so, and then the contract's own prices are the evidence.
namespace pricetalk {

namespace {

/// General rates of VAT around here, in percents: a price that is too high by so much was hardly
/// raised by it.
constexpr std::array<std::int64_t, 3> general_rates{21, 19, 20};
/// Lower ones, by which prices are raised as well.
constexpr std::array<std::int64_t, 3> lower_rates{9, 6, 7};
/// So many rows of a line have to come to its prices in that way.
constexpr std::size_t enough_rows = 3;

bool is_near(const Ratio& a, const Ratio& b) { return abs(a - b) <= Ratio::of(1, 100); }

std::string percents(std::int64_t rate) { return std::to_string(rate) + "%"; }

}  // namespace

/// The rate of VAT that lies between a row and what is allowed for it, in percents; nothing where
/// none does, or where it is known whether the row holds VAT.
std::optional<std::int64_t> LineAudit::vat_between(std::size_t index) const {
  const InvoiceLine& row = audit_.rows[index].charged;
  const bool with = contract_.vat == Vat::included;
  const Outcome<Ratio> allowed = book_.sheet().value(rights_[index]);
  if (!allowed || allowed->sign() <= 0 || row.amount <= Decimal() || (row.without_vat && !with))
    return std::nullopt;
  const Ratio lower = with ? Ratio(row.amount) : *allowed;
  const Ratio higher = with ? *allowed : Ratio(row.amount);
  const auto lies_between = [&](std::int64_t rate) {
    const Ratio factor = Ratio::of(100 + rate, 100);
    if (is_near(lower * factor, higher)) return true;
    const std::optional<Outcome<Ratio>>& price = audit_.rows[index].allowed_price;
    if (!row.unit_price || !price || !*price) return false;
    const Ratio net = with ? Ratio(*row.unit_price) : **price;
    const Ratio gross = with ? **price : Ratio(*row.unit_price);
    return abs(net * factor - gross) <= Ratio::of(1, 200);  // a price in cents, with the VAT on it
  };
  const auto& stated = contract_.terms.contract.vat_rate;
  if (stated) {
    const auto percent = (stated->value.as_fraction() * Ratio(100)).exact_decimal();
    if (percent && percent->scale() == 0 && percent->mantissa() > 0)
      return lies_between(percent->mantissa()) ? std::optional(percent->mantissa()) : std::nullopt;
  }
  for (const std::int64_t rate : general_rates)
    if (lies_between(rate)) return rate;
  for (const std::int64_t rate : lower_rates)
    if (lies_between(rate)) return rate;
  return std::nullopt;
}

/// The rows of the line that come to its prices with VAT on them, or without, and how many others
/// there are.
LineAudit::VatEvidence LineAudit::vat_evidence(const std::vector<std::size_t>& rows) const {
  VatEvidence made;
  for (const std::size_t i : rows) {
    const AuditedRow& row = audit_.rows[i];
    const Outcome<Ratio> allowed = book_.sheet().value(rights_[i]);
    if (row.charged.kind == InvoiceKind::credit || row.charged.amount.is_zero()) continue;
    if (allowed && *allowed == Ratio(row.charged.amount)) {
      made.any_right = true;
    } else if (const auto rate = vat_between(i); rate && row.parts.empty()) {
      made.rows.emplace_back(i, *rate);
    } else {
      ++made.others;
    }
  }
  return made;
}

bool LineAudit::any_right() const { return !charged_.empty() || vat_evidence(rows_).any_right; }

bool LineAudit::takes_vat_reading(const std::vector<std::size_t>& rows) {
  const VatEvidence found = vat_evidence(rows);
  if (found.any_right || !charged_.empty() || found.rows.size() < enough_rows ||
      found.rows.size() < 4 * found.others)
    return false;
  const std::int64_t rate = found.rows.front().second;
  const bool one_rate = std::all_of(found.rows.begin(), found.rows.end(),
                                    [&](const auto& each) { return each.second == rate; });
  const bool general =
      contract_.terms.contract.vat_rate ||
      std::find(general_rates.begin(), general_rates.end(), rate) != general_rates.end();
  if (!one_rate || !general) return false;
  std::map<std::size_t, Ratio> right;
  Ratio otherwise(0);
  for (const auto& [i, of] : found.rows) {
    const Ratio allowed = *book_.sheet().value(rights_[i]);
    right.emplace(i, allowed);
    otherwise = otherwise + abs(Ratio(audit_.rows[i].charged.amount) - allowed);
  }
  for (const std::size_t i : rows) put_in_vat_of_contract(i, rate, right);
  const std::string count = std::to_string(found.rows.size());
  const std::string all = std::to_string(found.rows.size() + found.others);
  const bool with = contract_.vat == Vat::included;
  const Phrase money = amount_text(otherwise, contract_.currency);
  vat_reading_ = {
      (with ? "amounts are without VAT, and were raised by " : "amounts are with VAT, and ") +
          (with ? percents(rate) : percents(rate) + " was taken off") + ": " + count + " of " +
          all + " rows come to the contract's prices so; if they are " +
          (with ? "with VAT, " : "without VAT, ") + money.en +
          (with ? " too little was charged" : " too much was charged"),
      (with ? "bedragen zijn zonder btw, en zijn verhoogd met " : "bedragen zijn met btw, en ") +
          (with ? percents(rate) : percents(rate) + " is eraf gehaald") + ": " + count +
          " van de " + all + " regels komen zo op de prijzen van het contract; zijn ze " +
          (with ? "met btw, dan is " : "zonder btw, dan is ") + money.nl +
          (with ? " te weinig gerekend" : " te veel gerekend")};
  return true;
}

/// Takes the VAT off a row, or puts it on, as the contract has its prices.
void LineAudit::put_in_vat_of_contract(std::size_t index, std::int64_t rate,
                                       const std::map<std::size_t, Ratio>& right) {
  InvoiceLine& row = audit_.rows[index].charged;
  const bool with = contract_.vat == Vat::included;
  const int decimals = contract_.currency.minor_decimals();
  const Ratio factor = Ratio::of(100 + rate, 100);
  const auto known = right.find(index);
  const Ratio charged(row.amount);
  const Ratio made = known != right.end() ? known->second
                     : with               ? charged * factor
                                          : charged / factor;
  row.amount = as_many_decimals(made, std::max(decimals, row.amount.scale()));
  row.unit_price.reset();
  row.vat.reset();
  if (!with) row.vat = as_many_decimals(charged - Ratio(row.amount), decimals);
  row.without_vat = !with;
}

/// Asks of rows that come to the contract's price with VAT, or without, whether they are meant so.
/// By a lower rate prices are raised too, so that it is asked only of several rows of which none is
/// right.
void LineAudit::ask_about_vat(const std::vector<std::size_t>& rows) {
  const VatEvidence found = vat_evidence(rows);
  const bool with = contract_.vat == Vat::included;
  for (const auto& [i, rate] : found.rows) {
    AuditedRow& row = audit_.rows[i];
    const bool general =
        contract_.terms.contract.vat_rate ||
        std::find(general_rates.begin(), general_rates.end(), rate) != general_rates.end();
    const bool none_right = !found.any_right && charged_.empty() && found.others == 0 &&
                            found.rows.size() >= enough_rows;
    if (!row.question.empty() || (!general && !none_right)) continue;
    row.question = with ? Phrase{"with " + percents(rate) +
                                     " VAT this comes to the contract's price: is it with VAT?",
                                 "met " + percents(rate) +
                                     " btw erbij is dit de prijs van het contract: is het met btw?"}
                        : Phrase{"this is the contract's price with " + percents(rate) +
                                     " VAT: is it without VAT?",
                                 "dit is de prijs van het contract met " + percents(rate) +
                                     " btw: is het zonder btw?"};
    put_at_stake(i);
  }
  if (!with || contract_.terms.contract.vat_rate) return;
  for (const std::size_t i : rows) {
    AuditedRow& row = audit_.rows[i];
    const Outcome<Ratio> allowed = book_.sheet().value(rights_[i]);
    if (!row.charged.without_vat || !row.question.empty() || !allowed) continue;
    row.question = {
        "this amount is without VAT and the contract's price is with it: which rate is "
        "charged? Write vat_rate under [contract]",
        "dit bedrag is zonder btw en de prijs van het contract met btw: welk tarief "
        "geldt? Schrijf vat_rate onder [contract]"};
    put_at_stake(i);
  }
}

}  // namespace pricetalk
