#include <algorithm>

#include "audit/line_audit.hpp"
#include "audit/rate_times.hpp"
#include "audit/row_words.hpp"
#include "billing/days_text.hpp"
#include "billing/quantity.hpp"
#include "billing/yearly.hpp"
#include "explain/rounded.hpp"
#include "invoice/unit_apart.hpp"
#include "invoice/unit_code.hpp"

// Rows that are one sum for their days, or one of the sums that a period was cut into.
namespace pricetalk {

namespace {

/// The unit of time in which a line counts; nothing of a line that counts something else.
std::optional<Unit> time_unit(const Line& line) {
  constexpr std::pair<std::string_view, Unit> codes[] = {{"DAY", Unit::day},
                                                         {"WEE", Unit::week},
                                                         {"MON", Unit::month},
                                                         {"QAN", Unit::quarter},
                                                         {"ANN", Unit::year}};
  for (const auto& [code, unit] : codes)
    if (invoices::same_unit(code, line.unit) == invoices::SameUnit::same) return unit;
  return std::nullopt;
}

/// How many units of time the days are.
Ratio units_in(const Days& days, Unit unit) {
  switch (unit) {
    case Unit::day:
      return Ratio(days.count());
    case Unit::week:
      return Ratio::of(days.count(), 7);
    case Unit::month:
      break;
    case Unit::quarter:
      return months_between(days.first, days.last) / Ratio(3);
    case Unit::year:
      return months_between(days.first, days.last) / Ratio(12);
  }
  return months_between(days.first, days.last);
}

bool is_one(const Days& days, Unit unit) {
  return (days.first + Duration{1, unit}).plus_days(-1) == days.last;
}

}  // namespace

std::optional<Ratio> LineAudit::quantity_in(const Days& days) const {
  if (!line_.quantity) {
    const auto unit = time_unit(line_);
    return unit ? std::optional(units_in(days, *unit)) : std::nullopt;
  }
  const Outcome<Ratio> stated = quantity_of(line_, days);
  return stated ? std::optional(*stated) : std::nullopt;
}

std::optional<Charge> LineAudit::as_lump_sum(const AuditedRow& row, const Charge& own,
                                             Taken& taken) {
  const InvoiceLine& charged = row.charged;
  const Days days{charged.from, charged.to};
  const bool gives_back = charged.kind == InvoiceKind::credit && charged.quantity < Decimal() &&
                          charged.amount < Decimal();
  if ((!gives_back && (charged.amount.is_negative() || charged.quantity <= Decimal())) ||
      !row.parts.empty() || !row.outside.empty())
    return std::nullopt;
  const auto own_off = off_by(charged, own);
  if (!own_off || own_off->is_zero() || !quantity_in(days)) return std::nullopt;
  const bool another_unit =
      !charged.unit.empty() &&
      invoices::same_unit(charged.unit, line_.unit) != invoices::SameUnit::same;
  const bool mistyped = has_another_quantity(row);
  if (line_.quantity && abs(Ratio(charged.quantity)) != Ratio(1) && !another_unit && !mistyped &&
      !counts_otherwise(charged, own))
    return std::nullopt;
  Taken instead = contracts_instead(charged, taken);
  if (gives_back) instead.quantity = Ratio(0) - instead.quantity;
  const Charge made = charge_at(prices_, charged, instead);
  const auto off = off_by(charged, made);
  const bool is_near = sums_ && off && Ratio(abs(Ratio(charged.quantity))) == Ratio(1) &&
                       *off * Ratio(10) <= abs(Ratio(charged.amount));
  if (!off || !(off->is_zero() || is_near || is_cut_off_cent(charged, *off))) return std::nullopt;
  if (mistyped && !off->is_zero()) return std::nullopt;
  taken = instead;
  return made;
}

/// Whether a row states a quantity in the unit of the line that is not the contract's, and is not
/// what makes its amount.
bool LineAudit::has_another_quantity(const AuditedRow& row) const {
  const InvoiceLine& charged = row.charged;
  const auto bought = bought_by_time(line_) && prices_.size() == 1
                          ? quantity_in({charged.from, charged.to})
                          : std::nullopt;
  if (!bought || charged.kind == InvoiceKind::credit || Ratio(charged.quantity) == Ratio(1) ||
      charged.quantity <= Decimal() || invoices::far_apart(Ratio(charged.quantity), *bought) ||
      is_rounded(charged, *bought))
    return false;
  return !charged.unit_price ||
         rounded(Ratio(charged.quantity) * Ratio(*charged.unit_price),
                 amount_rounding(contract_)) != Outcome<Decimal>(charged.amount);
}

/// Asks of a row whose amount is to the cent what the contract buys in its days, beside another
/// quantity, whether that was mistyped; if not, its own quantity holds.
bool LineAudit::asks_about_quantity(std::size_t index) {
  AuditedRow& row = audit_.rows[index];
  if (!read_as_.contains(index) || row.lump_sum.empty() || !has_another_quantity(row) ||
      !(quantity_in({row.charged.from, row.charged.to}) == taken_[index]->quantity))
    return false;
  const Ratio stated(row.charged.quantity);
  const Phrase own = number_text(stated);
  const Phrase bought = number_text(taken_[index]->quantity);
  const Phrase money = amount_text(Ratio(row.charged.amount), contract_.currency);
  row.lump_sum = {};
  row.question = {money.en + " is what the contract buys in these days, " + bought.en +
                      ", and the row states " + own.en + ": was the quantity mistyped?",
                  money.nl + " is wat het contract in deze periode koopt, " + bought.nl +
                      ", en de regel noemt " + own.nl + ": is het aantal verschreven?"};
  rights_[index] =
      as_printed(charge_at(prices_, row.charged, {stated, stated}).amount, row.charged);
  row.at_stake_if_not = true;
  put_at_stake(index);
  charge_surely_.insert(index);
  return true;
}

bool LineAudit::charges_sums(const std::vector<std::size_t>& rows) const {
  if (!line_.quantity || prices_.size() != 1) return false;
  bool any_sum = false;
  bool any_other = false;
  for (const std::size_t i : rows) {
    const InvoiceLine& row = audit_.rows[i].charged;
    if (abs(Ratio(row.quantity)) != Ratio(1) || row.unit_price || !charges_[i]) continue;
    (read_as_.contains(i) ? any_sum : any_other) = true;
  }
  return any_sum && any_other;
}

bool LineAudit::is_cut_off_cent(const InvoiceLine& row, const Ratio& off) const {
  const Days whole = billing_period(contract_, row.from);
  const bool part = row.to <= whole.last && (whole.first < row.from || row.to < whole.last);
  return part && !off.is_zero() && off <= Ratio(Decimal(1, contract_.currency.minor_decimals()));
}

/// The cents of a period that was cut fall on any of its parts, so that they add up to the whole.
void LineAudit::allow_cut_off_cent(std::size_t index) {
  Worksheet& sheet = book_.sheet();
  const AuditedRow& row = audit_.rows[index];
  const InvoiceLine& charged = row.charged;
  const Outcome<Ratio> allowed = sheet.value(rights_[index]);
  if (!allowed || charged.kind == InvoiceKind::credit) return;
  const Ratio more = Ratio(charged.amount) - *allowed;
  const bool right_price = charged.unit_price && row.allowed_price && *row.allowed_price &&
                           row.allowed_price->value() == Ratio(*charged.unit_price);
  if (!(right_price || read_as_.contains(index)) || !is_cut_off_cent(charged, abs(more))) return;
  InputSource source = on_invoice(charged);
  source.text = {"the cent of a period that was cut", "de cent van een periode die is gesplitst"};
  rights_[index] = sheet.add(rights_[index], sheet.given(more, source.text, source));
}

std::optional<Charge> LineAudit::by_time(const AuditedRow& row, const Charge& own, Taken& taken) {
  const InvoiceLine& charged = row.charged;
  if (charged.quantity.is_zero() ||
      charged.amount.is_negative() != charged.quantity.is_negative() || prices_.size() != 1 ||
      !row.parts.empty() || !row.outside.empty())
    return std::nullopt;
  const auto times = times_of_rate(line_, {charged.from, charged.to});
  const auto own_off = off_by(charged, own);
  if (!times || !own_off || own_off->is_zero()) return std::nullopt;
  const Ratio at_once = *book_.sheet().value(own.amount);
  if (at_once.is_zero() || !is_by_times(charged, *times, at_once) ||
      is_part_of_period(line_, charged, *times, at_once))
    return std::nullopt;
  taken = {taken.quantity * *times, taken.volume * *times, taken.before * *times};
  Charge made = charge_at(prices_, charged, taken);
  const Ratio right = *book_.sheet().value(made.amount);
  const Ratio more = Ratio(charged.amount) - right;
  if (more.is_zero() || !is_by_rounded_price(charged, right)) return made;
  InputSource source = on_invoice(charged);
  source.text = {"by a price for these days that was rounded",
                 "door een prijs voor deze dagen die is afgerond"};
  made.amount = book_.sheet().add(made.amount, book_.sheet().given(more, source.text, source));
  return made;
}

/// Says of a row whose price is for another time than that of the line how it was read.
void LineAudit::tell_by_time(AuditedRow& row, const Taken& taken) const {
  const Phrase charged = as_charged_text(row.charged, contract_.currency);
  const Phrase quantity = number_text(taken.quantity);
  Phrase as = quantity;
  if (row.allowed_price && *row.allowed_price) {
    const Phrase price = amount_text(row.allowed_price->value(), contract_.currency);
    as = {quantity.en + " × " + price.en, quantity.nl + " × " + price.nl};
  }
  const Phrase of = days_text({row.charged.from, row.charged.to});
  row.lump_sum = {charged.en + " is for " + of.en + " as a whole: read as " + as.en,
                  charged.nl + " is voor " + of.nl + " als geheel: gelezen als " + as.nl};
}

void LineAudit::tell_lump_sum(AuditedRow& row, const Taken& taken) const {
  const Phrase charged = as_charged_text(row.charged, contract_.currency);
  const Phrase quantity = number_text(taken.quantity);
  Phrase of_price;
  if (row.allowed_price && *row.allowed_price) {
    const Phrase price = amount_text(row.allowed_price->value(), contract_.currency);
    of_price = {" × " + price.en, " × " + price.nl};
  }
  const Ratio size = abs(Ratio(row.charged.amount));
  const Ratio bought =
      row.allowed_price && *row.allowed_price ? abs(taken.quantity * **row.allowed_price) : size;
  if (abs(size - bought) > Ratio::of(1, 100) && sums_) {
    row.lump_sum = {charged.en + " is held against what the contract buys in these days, " +
                        quantity.en + of_price.en,
                    charged.nl + " is vergeleken met wat het contract in deze periode koopt, " +
                        quantity.nl + of_price.nl};
    return;
  }
  row.lump_sum = {
      charged.en + " is what the contract buys in these days, " + quantity.en + of_price.en,
      charged.nl + " is wat het contract in deze periode koopt, " + quantity.nl + of_price.nl};
}

/// Asks of one of a line by time, for days that are not one of its units, what the sum stands for.
/// Days are counted as they are worked: one in a month is one.
Phrase LineAudit::time_question(const InvoiceLine& row, const Charge& own) const {
  const auto unit = line_.quantity ? std::nullopt : time_unit(line_);
  const Days days{row.from, row.to};
  if (!unit || unit == Unit::day || row.kind == InvoiceKind::credit || own.price == no_node ||
      row.quantity != Decimal(1, 0) || is_one(days, *unit))
    return {};
  const Outcome<Ratio> price = book_.sheet().value(own.price);
  if (!price) return {};
  const Phrase charged = as_charged_text(row, contract_.currency);
  const Phrase right = amount_text(*price, contract_.currency);
  const Phrase of = days_text(days);
  const Phrase counted = invoices::unit_name(line_.unit);
  return {charged.en + " is for " + of.en + ", and " + line_.id + " counts in " + counted.en +
              ", at " + right.en + ": what is the sum for these days?",
          charged.nl + " is voor " + of.nl + ", en " + line_.id + " telt in " + counted.nl +
              ", tegen " + right.nl + ": wat is het bedrag voor deze dagen?"};
}

std::optional<Charge> LineAudit::over_periods(const AuditedRow& row) {
  const InvoiceLine& charged = row.charged;
  if (!fills_tiers_again(row)) return std::nullopt;
  const Days days{charged.from, charged.to};
  const auto all = quantity_in(days);
  Charge made;
  std::vector<NodeId> amounts;
  InvoiceLine part = charged;
  for (Date day = days.first; day <= days.last; day = part.to.plus_days(1)) {
    const Days own = *common(invoice_period(contract_, days, day), days);
    part.from = own.first;
    part.to = own.last;
    const auto bought = quantity_in(own);
    const Ratio share =
        all && bought && all->sign() > 0 ? *bought / *all : Ratio::of(own.count(), days.count());
    const Ratio quantity = Ratio(charged.quantity) * share;
    const Charge one = charge_at(prices_, part, {quantity, quantity});
    amounts.push_back(one.amount);
    made.entries.insert(made.entries.end(), one.entries.begin(), one.entries.end());
    made.fixity = std::max(made.fixity, one.fixity);
  }
  made.amount = book_.sheet().sum(amounts);
  return made;
}

bool LineAudit::fills_tiers_again(const AuditedRow& row) const {
  const InvoiceLine& charged = row.charged;
  return line_.prices.size() > 1 && line_.quantity && charged.kind != InvoiceKind::credit &&
         charged.quantity > Decimal() && !charged.corrects_price() && row.outside.empty() &&
         invoice_period(contract_, {charged.from, charged.to}, charged.from).last < charged.to;
}

/// Asks how what was taken of a line with tiers is divided over the periods that fill them.
Phrase LineAudit::tiers_question(const AuditedRow& row) const {
  if (!fills_tiers_again(row)) return {};
  const Phrase of = days_text({row.charged.from, row.charged.to});
  return {"the tiers of " + line_.id + " are filled anew in every period, and this row is for " +
              of.en + ": how much was taken in each?",
          "de staffels van " + line_.id + " beginnen elke periode opnieuw, en deze regel is voor " +
              of.nl + ": hoeveel is er in elke periode afgenomen?"};
}

bool LineAudit::may_be_joined(const Open& open) const {
  if (open.rows.size() != 1) return false;
  const std::size_t i = open.rows.front();
  const AuditedRow& row = audit_.rows[i];
  const bool right_alone = !row.lump_sum.empty() && book_.sheet().value(rights_[i]) ==
                                                        Outcome<Ratio>(Ratio(row.charged.amount));
  return row.question.empty() && row.parts.empty() && row.outside.empty() && !right_alone &&
         row.charged.kind != InvoiceKind::credit && row.charged.quantity > Decimal() &&
         row.charged.amount > Decimal() && charges_[i].has_value();
}

void LineAudit::join_periods() {
  if (prices_.size() != 1) return;
  std::vector<const Open*> cut;
  for (const Open& open : periods_) {
    const Days whole = billing_period(contract_, open.from);
    if (open.from == whole.first && open.to == whole.last) continue;  // it stands beside the parts
    const bool goes_on = !cut.empty() && cut.back()->to.plus_days(1) == open.from;
    if (!goes_on) cut.clear();
    const bool begins = cut.empty() && open.from == whole.first;
    if (!(goes_on || begins) || whole.last < open.to || !may_be_joined(open)) {
      cut.clear();
      continue;
    }
    cut.push_back(&open);
    if (open.to != whole.last) continue;
    if (cut.size() > 1) judge_together(cut);
    cut.clear();
  }
}

void LineAudit::judge_together(const std::vector<const Open*>& cut) {
  InvoiceLine together = audit_.rows[cut.front()->rows.front()].charged;
  together.to = cut.back()->to;
  Ratio sum(0);
  bool any_differs = false;
  for (const Open* open : cut) {
    const std::size_t i = open->rows.front();
    const Ratio amount(audit_.rows[i].charged.amount);
    sum = sum + amount;
    any_differs = any_differs || book_.sheet().value(rights_[i]) != Outcome<Ratio>(amount);
  }
  const auto quantity = quantity_in({together.from, together.to});
  const auto amount = sum.exact_decimal();
  if (!any_differs || !quantity || !amount) return;
  together.amount = *amount;
  const Charge made = charge_at(prices_, together, {*quantity, *quantity});
  const auto off = off_by(together, made);
  if (!off || !off->is_zero()) return;
  for (const Open* open : cut)
    allow_of_joined(open->rows.front(), made, {together.from, together.to}, sum, *quantity);
}

/// The sum of the whole period less what its other rows charge.
void LineAudit::allow_of_joined(std::size_t index, const Charge& whole, const Days& days,
                                const Ratio& sum, const Ratio& quantity) {
  Worksheet& sheet = book_.sheet();
  AuditedRow& row = audit_.rows[index];
  InputSource source = on_invoice(row.charged);
  source.text = {"charged in the other rows of this period",
                 "gerekend in de andere regels van deze periode"};
  const NodeId others = sheet.given(sum - Ratio(row.charged.amount), source.text, source);
  rights_[index] =
      as_printed(sheet.sub(as_printed(whole.amount, row.charged), others), row.charged);
  fixities_[index] = whole.fixity;
  charges_[index] = whole;
  row.entries = whole.entries;
  row.discount_left_out = false;
  if (whole.price != no_node) row.allowed_price = sheet.value(whole.price);
  const Phrase charged = as_charged_text(row.charged, contract_.currency);
  const Phrase all = amount_text(sum, contract_.currency);
  const Phrase bought = number_text(quantity);
  const Phrase in = days_text(days);
  row.lump_sum = {charged.en + " is with the other rows of " + in.en +
                      " what the contract buys in it, " + bought.en + " for " + all.en,
                  charged.nl + " is met de andere regels van " + in.nl +
                      " wat het contract daarin koopt, " + bought.nl + " voor " + all.nl};
}

}  // namespace pricetalk
