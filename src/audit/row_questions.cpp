#include <algorithm>

#include "audit/line_audit.hpp"
#include "audit/name_marks.hpp"
#include "audit/party.hpp"
#include "audit/row_words.hpp"
#include "audit/sieve.hpp"
#include "explain/rounded.hpp"
#include "invoice/unit_apart.hpp"
#include "invoice/unit_code.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

const Phrase staked{"at stake in a question", "waar een vraag over gaat"};

/// Of a row that says in what it counts, where the contract counts in something else.
Phrase how_many(const std::string& charged_in, const std::string& unit) {
  const Phrase charged = invoices::unit_name(charged_in);
  const Phrase agreed = invoices::unit_name(unit);
  return {"this row counts " + charged.en + ", the contract " + agreed.en + ": how many " +
              agreed.en + " is it?",
          "deze regel telt " + charged.nl + ", het contract " + agreed.nl + ": hoeveel " +
              agreed.nl + " zijn dat?"};
}

InputSource asked_on(const InvoiceLine& row) {
  InputSource source;
  source.text = {"invoice " + row.invoice, "factuur " + row.invoice};
  source.where = row.where;
  return source;
}

const std::string& supplier_of(const Contract& contract) {
  const auto& parties = contract.terms.parties;
  return parties && parties->supplier ? parties->supplier->name.value : contract.supplier;
}

}  // namespace

bool LineAudit::counts_otherwise(const InvoiceLine& row, const Charge& own) const {
  const Outcome<Ratio> price =
      own.price == no_node ? Outcome<Ratio>(Undetermined()) : book_.sheet().value(own.price);
  if (row.unit_price && price) return invoices::far_apart(Ratio(*row.unit_price), *price);
  const Outcome<Ratio> amount = book_.sheet().value(own.amount);
  return amount && invoices::far_apart(Ratio(row.amount), *amount);
}

bool LineAudit::leaves_out_discount(const AuditedRow& row) const {
  const InvoiceLine& charged = row.charged;
  if (!line_.discount || !line_.surcharges.empty() || !charged.unit_price || prices_.size() != 1 ||
      !row.allowed_price || !*row.allowed_price)
    return false;
  const Days days{charged.from, charged.to};
  const DatedPrice* full = price_on(prices_.front(), price_day(contract_, line_, days, days.first));
  return full != nullptr && full->price && *full->price == Ratio(*charged.unit_price) &&
         !(*full->price == **row.allowed_price);
}

std::optional<Causes> LineAudit::discount_left_out() const {
  std::vector<Date> since;
  for (const std::size_t i : compared_) {
    const AuditedRow& row = audit_.rows[i];
    if (amount_of(*row.difference).is_zero() || !row.beside.is_zero()) continue;
    if (!row.discount_left_out) return std::nullopt;
    if (since.empty()) since.push_back(row.charged.from);
  }
  if (since.empty()) return std::nullopt;
  Explanation made;
  made.misreadings.push_back(
      {"discount-left-out",
       "",
       {"the discount was not taken off, since {}", "de korting is er niet afgehaald, sinds {}"},
       since});
  made.coincidence = 1'000;  // of a thousand other prices one is that before the discount
  Causes causes;
  causes.result = Causes::Result::found;
  causes.explanations.push_back(std::move(made));
  return causes;
}

/// Whether a price is the allowed one with the VAT of the row in it, beside which the VAT stands.
bool has_vat_inside(const AuditedRow& row) {
  const InvoiceLine& charged = row.charged;
  const auto rate = ChargedRates::rate_of(charged);
  if (!rate || !charged.unit_price || !row.allowed_price || !*row.allowed_price) return false;
  const Ratio with_vat = row.allowed_price->value() * Ratio::of(1000 + *rate, 1000);
  return round(with_vat, Rounding::decimals(charged.unit_price->scale())) == *charged.unit_price;
}

std::optional<Causes> LineAudit::vat_inside() const {
  std::vector<Date> since;
  for (const std::size_t i : compared_) {
    const AuditedRow& row = audit_.rows[i];
    if (amount_of(*row.difference).is_zero()) continue;
    if (!has_vat_inside(row)) return std::nullopt;
    since.push_back(row.charged.from);
  }
  if (since.empty()) return std::nullopt;
  Explanation made;
  made.misreadings.push_back({"vat-inside",
                              "",
                              {"VAT was in the price already and was added once more, on {}",
                               "de btw zat al in de prijs en is er nog eens bij gerekend, op {}"},
                              since});
  made.coincidence = 1'000;
  Causes causes;
  causes.result = Causes::Result::found;
  causes.explanations.push_back(std::move(made));
  return causes;
}

/// Asks whether a row is a sum for its days, or counts in another unit; nothing of a row in the
/// unit of the line.
Phrase LineAudit::unit_question(const InvoiceLine& row, const Charge& own) {
  const Outcome<Ratio> allowed = book_.sheet().value(own.amount);
  const auto unit_of_row = invoices::same_unit(row.unit, line_.unit);
  const bool differs = allowed && *allowed != Ratio(row.amount);
  if (Phrase asked = differs ? time_question(row, own) : Phrase{}; !asked.empty()) return asked;
  if (differs &&
      (unit_of_row == invoices::SameUnit::another || unit_of_row == invoices::SameUnit::unheard))
    return how_many(row.unit, line_.unit);
  if (row.kind == InvoiceKind::credit || !counts_otherwise(row, own)) return {};
  const Phrase charged = as_charged_text(row, contract_.currency);
  const bool per_unit = row.unit_price && own.price != no_node;
  const Phrase right =
      amount_text(*book_.sheet().value(per_unit ? own.price : own.amount), contract_.currency);
  const Phrase named = invoices::unit_name(line_.unit);
  const auto unit = [&](const std::string& name) {
    return line_.unit.empty() ? std::string() : " (" + name + ")";
  };
  return {charged.en + " cannot count in the unit of " + line_.id + unit(named.en) + ", at " +
              right.en + ": is it a sum for the period, or another unit?",
          charged.nl + " kan niet in de eenheid van " + line_.id + unit(named.nl) +
              " zijn, tegen " + right.nl +
              ": is het een bedrag voor de hele periode, of een andere eenheid?"};
}

/// Asks whether a row of a supplier who is called otherwise than that of the contract, and has
/// another price, is for this contract.
Phrase LineAudit::supplier_question(const AuditedRow& row, const Ratio& allowed) const {
  if (!row.charged.head || allowed == Ratio(row.charged.amount) ||
      !is_of_another(*row.charged.head))
    return {};
  const std::string& named = row.charged.head->supplier.name;
  const std::string& agreed = supplier_of(contract_);
  return {
      "this row is of " + named + ", the contract is with " + agreed + ": is it for this contract?",
      "deze regel is van " + named + ", het contract is met " + agreed +
          ": hoort hij bij dit contract?"};
}

/// Whether the supplier of an invoice is called otherwise than that of the contract, and nothing
/// else of it is known.
bool LineAudit::is_of_another(const InvoiceHead& head) const {
  const std::string& agreed = supplier_of(contract_);
  const std::string& named = head.supplier.name;
  return !named.empty() && !agreed.empty() && likeness(named, agreed) == 0 &&
         parties_known(contract_, head) == 0;
}

/// Asks of a row that is not what was agreed, and that another invoice corrects, whether that comes
/// in its place.
Phrase LineAudit::correction_question(const AuditedRow& row, const Ratio& allowed) const {
  const InvoiceLine& charged = row.charged;
  if (!charged.corrected_by || allowed == Ratio(charged.amount)) return {};
  const Correction& by = *charged.corrected_by;
  if (!by.corrects.empty())
    return {"invoice " + by.invoice + " corrects this one: does this one still count?",
            "factuur " + by.invoice + " corrigeert deze: telt deze nog mee?"};
  if (is_of_another(*by.head) || for_another(contract_, *by.head)) return {};
  return {
      "invoice " + by.invoice +
          " corrects another and does not say which: does this one still count?",
      "factuur " + by.invoice + " corrigeert een andere en noemt niet welke: telt deze nog mee?"};
}

/// Asks whether a row that only looks like the line, and has another price, is the same thing.
Phrase LineAudit::likeness_question(const AuditedRow& row, const Ratio& allowed) const {
  const InvoiceLine& charged = row.charged;
  if (row.by != MatchedBy::likeness || charged.corrects_price() || is_name_of(charged.line, line_))
    return {};
  if (round(allowed, Rounding::decimals(compared_decimals(contract_.currency, charged.amount))) ==
      charged.amount)
    return {};
  return {"\"" + charged.line + "\" only looks like " + line_.id +
              ", and the price is another: is it the same thing?",
          "\"" + charged.line + "\" lijkt alleen op " + line_.id +
              ", en de prijs is anders: is het hetzelfde?"};
}

/// Asks whether a row at the right price, whose name has a number or letter that its line has not,
/// is the same thing.
Phrase LineAudit::mark_question(const AuditedRow& row, const Ratio& allowed) const {
  const InvoiceLine& charged = row.charged;
  if (row.by != MatchedBy::likeness || charged.corrects_price() ||
      !(allowed == Ratio(charged.amount)) || !has_mark_of_its_own(charged, line_) ||
      is_one_of_all(charged))
    return {};
  return {"\"" + charged.line + "\" has a number or letter that " + line_.id +
              " has not: is it the same thing?",
          "\"" + charged.line + "\" heeft een cijfer of letter die " + line_.id +
              " niet heeft: is het hetzelfde?"};
}

/// Whether a row is one of several for its days that are together what the contract buys in them:
/// lift 1 to lift 6.
bool LineAudit::is_one_of_all(const InvoiceLine& row) const {
  const auto bought =
      line_.quantity ? quantity_in({row.from, row.to}) : std::optional<Ratio>(std::nullopt);
  if (!bought || Ratio(row.quantity) == *bought) return false;
  Ratio all = charged_.quantity_for({row.from, row.to});
  Ratio lost(0);  // a third is printed as 0.3333
  for (const std::size_t i : rows_) {
    const InvoiceLine& other = audit_.rows[i].charged;
    if (other.from != row.from || other.to != row.to || other.corrects_price()) continue;
    all = all + Ratio(other.quantity);
    if (other.quantity.scale() > 2)
      lost = lost + Ratio(Decimal(1, other.quantity.scale())) / Ratio(2);
  }
  return abs(all - *bought) <= lost;
}

/// Asks of a quantity at no charge whether that was meant.
Phrase LineAudit::free_question(const AuditedRow& row, const Ratio& allowed) const {
  const InvoiceLine& charged = row.charged;
  if (!charged.amount.is_zero() || charged.quantity <= Decimal() || allowed.sign() <= 0 ||
      (charged.unit_price && !charged.unit_price->is_zero()))
    return {};
  const Phrase quantity = number_text(Ratio(charged.quantity));
  return {quantity.en + " of " + line_.id + " at no charge: should it have been charged?",
          quantity.nl + " van " + line_.id + " zonder kosten: had dit gerekend moeten worden?"};
}

/// Asks of a price that is the contract's in the decimals of the row whether the difference is only
/// that: the invoice was made with the price as it is printed.
Phrase LineAudit::printed_question(const AuditedRow& row, const Ratio& allowed) const {
  const InvoiceLine& charged = row.charged;
  if (!charged.unit_price || charged.corrects_price() || !row.allowed_price ||
      !*row.allowed_price || allowed == Ratio(charged.amount))
    return {};
  const Ratio right = row.allowed_price->value();
  const int decimals = std::max(charged.unit_price->scale(), contract_.currency.minor_decimals());
  if (right == Ratio(*charged.unit_price) ||
      !(Ratio(round(right, Rounding::decimals(decimals))) == Ratio(*charged.unit_price)))
    return {};
  const Rounding cents = Rounding::decimals(compared_decimals(contract_.currency, charged.amount));
  const Ratio product = Ratio(charged.quantity) * Ratio(*charged.unit_price);
  if (!(Ratio(round(product, cents)) == Ratio(charged.amount))) return {};
  const auto text = [&](const Ratio& value, int shown, Language language) {
    return money_text({as_decimal(value, shown), contract_.currency}, language);
  };
  const auto exact = right.exact_decimal();
  const int shown = std::clamp(exact ? exact->scale() : 6, decimals + 1, 6);
  const Phrase printed{text(Ratio(*charged.unit_price), decimals, Language::en),
                       text(Ratio(*charged.unit_price), decimals, Language::nl)};
  return {"the price is charged as it is printed, " + printed.en + ", and the contract has " +
              text(right, shown, Language::en) + ": should that have been charged?",
          "de prijs is gerekend zoals hij is afgedrukt, " + printed.nl +
              ", en het contract heeft " + text(right, shown, Language::nl) +
              ": had die gerekend moeten worden?"};
}

/// A credit of a quantity at another price than the contract's, where nothing was charged: it may
/// pay back a price, or what other invoices charged.
bool LineAudit::stands_alone(const AuditedRow& row, const Ratio& allowed) const {
  const InvoiceLine& credit = row.charged;
  if (credit.kind != InvoiceKind::credit || Ratio(credit.amount) == allowed) return false;
  return std::none_of(audit_.rows.begin(), audit_.rows.end(), [&](const AuditedRow& other) {
    return other.line == &line_ && other.charged.kind != InvoiceKind::credit &&
           other.charged.from <= credit.to && credit.from <= other.charged.to;
  });
}

void LineAudit::ask(std::size_t index) {
  AuditedRow& row = audit_.rows[index];
  const Outcome<Ratio> allowed = book_.sheet().value(rights_[index]);
  if (!charges_[index] || !row.question.empty()) return;
  if (ask_whether_quantity_was_given_twice(index)) return;
  if (row.question = before_contract_question(row); !row.question.empty()) return leave_open(index);
  if (!allowed) {
    if (row.question = year_question(row, allowed); !row.question.empty()) leave_open(index);
    return;
  }
  ask_about_doubtful_vat(index);
  row.question = correction_question(row, *allowed);
  if (!row.question.empty()) return put_at_stake(index);
  row.question = mark_question(row, *allowed);
  if (!row.question.empty()) {
    row.lump_sum = {};
    return leave_open(index);
  }
  if (asks_about_quantity(index)) return;
  if (!row.lump_sum.empty() || !row.outside.empty() || !row.parts.empty()) return;
  if (Phrase asked = year_question(row, allowed); !asked.empty())
    return ask_what_is_right(index, std::move(asked));
  row.question = free_question(row, *allowed);
  if (row.question.empty()) row.question = printed_question(row, *allowed);
  if (!row.question.empty()) return put_at_stake(index);
  row.question = stands_alone(row, *allowed) ? nothing_was_charged()
                                             : unit_question(row.charged, *charges_[index]);
  if (row.question.empty() && *allowed != Ratio(row.charged.amount))
    row.question = tiers_question(row);
  if (!row.question.empty()) return leave_open(index);
  row.question = supplier_question(row, *allowed);
  if (row.question.empty()) row.question = likeness_question(row, *allowed);
  if (!row.question.empty()) put_at_stake(index);
}

void LineAudit::ask_what_is_right(std::size_t index, Phrase question) {
  audit_.rows[index].question = std::move(question);
  audit_.rows[index].at_stake_if_not = true;
  put_at_stake(index);
}

void LineAudit::ask_about_doubtful_vat(std::size_t index) {
  const AuditedRow& row = audit_.rows[index];
  const auto doubt = row.parts.empty() ? vat_doubt(row.charged, contract_.currency) : std::nullopt;
  if (doubt) put_vat_at_stake(index, *doubt);
}

void LineAudit::ask_about_rates(const std::vector<std::size_t>& rows) {
  ChargedRates all = rates_;
  for (const std::size_t i : rows) all.add(audit_.rows[i].charged);
  for (const std::size_t i : rows) {
    const AuditedRow& row = audit_.rows[i];
    const auto rate = ChargedRates::told_by(row.charged);
    const auto usual = rate ? all.instead_of(*rate) : std::nullopt;
    const bool right = book_.sheet().value(rights_[i]) == Outcome<Ratio>(Ratio(row.charged.amount));
    const bool taken_back = std::any_of(rows.begin(), rows.end(), [&](std::size_t other) {
      return takes_back(audit_.rows[other].charged, row.charged);
    });
    if (!usual || !row.question.empty() || !row.vat_question.empty() || !row.parts.empty() ||
        !right || taken_back)
      continue;
    if (const auto doubt = rate_doubt(row.charged, *rate, *usual, line_, contract_.currency))
      put_vat_at_stake(i, *doubt);
  }
}

/// Asks about the VAT of a row, whose price is judged all the same.
void LineAudit::put_vat_at_stake(std::size_t index, const VatDoubt& doubt) {
  AuditedRow& row = audit_.rows[index];
  row.vat_question = doubt.question;
  if (doubt.off.is_zero()) return;
  Worksheet& sheet = book_.sheet();
  const Phrase label{"VAT that is asked about", "btw waar de vraag over gaat"};
  row.vat_at_stake = book_.known_figure(
      sheet.given(doubt.off, label, asked_on(row.charged)),
      address("row-" + std::to_string(index + 1) + "/vat-at-stake"), Fixity::fixed, label);
}

void LineAudit::ask_about_discount(const std::vector<std::size_t>& rows) {
  if (!line_.discount) return;
  Ratio loose(0);
  for (const BelowZero::Loose& each : below_zero_.loose()) loose = loose + each.amount;
  if (loose.is_zero()) return;
  std::vector<std::size_t> left_out;
  Ratio over(0);
  for (const std::size_t i : rows) {
    const AuditedRow& row = audit_.rows[i];
    if (!row.discount_left_out || !row.question.empty() || !row.lump_sum.empty()) continue;
    over = over + Ratio(row.charged.amount) - *book_.sheet().value(rights_[i]);
    left_out.push_back(i);
  }
  if (loose < over) return;
  const Phrase credited = amount_text(loose, contract_.currency);
  for (const std::size_t i : left_out) {
    audit_.rows[i].question = {
        "the discount of " + line_.id + " is not taken off here: was it given in the credit of " +
            credited.en + " that was not recognised?",
        "de korting op " + line_.id + " is hier niet afgetrokken: zit die in het niet herkende " +
            "credit van " + credited.nl + "?"};
    audit_.rows[i].at_stake_if_not = true;
    put_at_stake(i);
  }
}

void LineAudit::leave_open(std::size_t index) {
  const AuditedRow& row = audit_.rows[index];
  rights_[index] = book_.sheet().given(unanswered(row), row.question, asked_on(row.charged));
}

void LineAudit::put_at_stake(std::size_t index) {
  AuditedRow& row = audit_.rows[index];
  Worksheet& sheet = book_.sheet();
  const NodeId charged =
      sheet.given(Ratio(row.charged.amount), {"charged", "gerekend"}, asked_on(row.charged));
  stake(index, sheet.sub(charged, rights_[index], staked));
}

/// Says what the answer to the question of a row is worth.
void LineAudit::stake(std::size_t index, NodeId money) {
  audit_.rows[index].at_stake = book_.known_figure(
      money, address("row-" + std::to_string(index + 1) + "/at-stake"), fixities_[index], staked);
  leave_open(index);
}

LineAudit::Difference LineAudit::less_below_zero(AuditedRow& row, Difference over) {
  Worksheet& sheet = book_.sheet();
  const Outcome<Ratio> amount = sheet.value(over.amount);
  if (!amount || amount->sign() <= 0) return over;
  row.beside = below_zero_.take(row.charged.invoice, *amount);
  if (row.beside.is_zero()) return over;
  InputSource source;
  source.text = {"rows below zero on invoice " + row.charged.invoice + ", not recognised",
                 "regels onder nul op factuur " + row.charged.invoice + ", niet herkend"};
  source.where = row.charged.where;
  const NodeId left = sheet.sub(over.amount, sheet.given(row.beside, source.text, source));
  if (over.vat != no_node && sheet.value(over.vat))
    over.vat =
        sheet.round(sheet.mul(over.vat, sheet.div(left, over.amount)), sheet.currency().rounding());
  over.amount = left;
  return over;
}

}  // namespace pricetalk
