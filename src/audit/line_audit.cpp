#include "audit/line_audit.hpp"

#include <algorithm>

#include "audit/inside.hpp"
#include "audit/rate_times.hpp"
#include "audit/year_question.hpp"
#include "billing/days_text.hpp"
#include "explain/rounded.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/fold.hpp"

namespace pricetalk {

namespace {

/// The rate of the VAT on a row: the plainest percentage that gives its VAT to the cent, else the
/// quotient itself.
Ratio vat_rate(const Decimal& amount, const Decimal& vat, const Rounding& cents) {
  Ratio exact = Ratio(vat) / Ratio(amount);
  for (const int decimals : {2, 3, 4}) {
    const Outcome<Decimal> rate = rounded(exact, Rounding::decimals(decimals));
    if (rate && rounded(Ratio(amount) * Ratio(*rate), cents) == Outcome<Decimal>(vat)) return *rate;
  }
  return exact;
}

Phrase of_row(const InvoiceLine& row) {
  const Phrase days = days_text({row.from, row.to});
  return {"invoice " + row.invoice + ", " + days.en, "factuur " + row.invoice + ", " + days.nl};
}

Phrase with(const char* en, const char* nl, const Phrase& rest) {
  return {std::string(en) + rest.en, std::string(nl) + rest.nl};
}

}  // namespace

InputSource on_invoice(const InvoiceLine& row) {
  InputSource source;
  source.text = of_row(row);
  source.where = row.where;
  return source;
}

Outcome<Ratio> unanswered(const AuditedRow& row) {
  return Undetermined(Reason{.kind = Reason::Kind::not_stated,
                             .key = row.charged.invoice + " " + row.question.en,
                             .text = row.question,
                             .series = {},
                             .period = {},
                             .expected = {},
                             .source = {}});
}

bool LineAudit::positive(NodeId node) const {
  const Outcome<Ratio> value = book_.sheet().value(node);
  return value && value->sign() > 0;
}

void LineAudit::group(const std::vector<std::size_t>& rows) {
  std::map<std::pair<Date, Date>, std::size_t> positions;
  for (const std::size_t i : rows) {
    const InvoiceLine& row = audit_.rows[i].charged;
    if (row.corrects_price()) continue;
    const auto [found, fresh] = positions.try_emplace({row.from, row.to}, periods_.size());
    if (fresh) {
      Open& open = periods_.emplace_back();
      open.from = row.from;
      open.to = row.to;
    }
    Open& open = periods_[found->second];
    open.rows.push_back(i);
    if (audit_.rows[i].question.empty()) open.volume = open.volume + Ratio(row.quantity);
  }
  for (const std::size_t i : rows) {
    const InvoiceLine& row = audit_.rows[i].charged;
    if (!row.corrects_price()) continue;
    const auto found = positions.find({row.from, row.to});
    if (found != positions.end() && !row.no_period)
      periods_[found->second].rows.push_back(i);
    else
      pay_backs_.push_back(i);
  }
  std::stable_sort(periods_.begin(), periods_.end(), [](const Open& a, const Open& b) {
    return a.from != b.from ? a.from < b.from : a.to < b.to;
  });
  if (line_.prices.size() > 1) count_together();
}

/// VAT as charged, minus the VAT on the allowed amount at the row's own rate.
NodeId LineAudit::vat_difference(const InvoiceLine& charged, NodeId allowed,
                                 const std::string& name, AuditedRow& row) {
  Worksheet& sheet = book_.sheet();
  const NodeId as_charged = sheet.given(
      Ratio(*charged.vat), {"VAT as charged", "btw op de factuur"}, on_invoice(charged));
  NodeId right = book_.zero();
  if (!charged.amount.is_zero()) {
    const Rounding cents = contract_.currency.rounding();
    const NodeId rate = sheet.given(vat_rate(charged.amount, *charged.vat, cents),
                                    {"VAT rate of the invoice", "btw-tarief van de factuur"},
                                    on_invoice(charged), Form::percent);
    right = sheet.round(sheet.mul(allowed, rate), cents,
                        {"VAT on the allowed amount", "btw over het toegestane bedrag"});
  }
  const Phrase label = with("VAT on the difference, ", "btw over het verschil, ", of_row(charged));
  const NodeId difference = sheet.sub(as_charged, right, label);
  row.vat = book_.figure(difference, address(name + "/vat"), fixity_, label);
  return difference;
}

Charge LineAudit::charge_at(const TierPrices& prices, const InvoiceLine& row, const Taken& taken) {
  const Days charged{row.from, row.to};
  // A credit that corrects a price is for days of any kind.
  const Days inside = days_inside(contract_, line_, charged).value_or(charged);
  InputSource source;
  if (inside != charged)
    source.text = {"quantity on the invoice, for the days inside the contract",
                   "aantal op de factuur, voor de dagen binnen het contract"};
  // What was taken is always charged.
  return *charge(book_.sheet(), {.contract = &contract_,
                                 .line = &line_,
                                 .prices = &prices,
                                 .invoice = inside,
                                 .taken = taken,
                                 .taken_from = inside == charged ? nullptr : &source});
}

/// The part of a quantity that belongs to the days on which the contract and the line hold.
Taken LineAudit::taken_inside(const AuditedRow& row, Taken taken) const {
  if (row.outside.empty() || !line_.quantity) return taken;
  const Days charged{row.charged.from, row.charged.to};
  const auto inside = days_inside(contract_, line_, charged);
  if (!inside) return taken;
  const Ratio share = share_inside(line_, charged, *inside);
  return {taken.quantity * share, taken.volume * share, taken.before * share};
}

int compared_decimals(const Currency& currency, const Decimal& amount) {
  const auto shortest = Ratio(amount).exact_decimal();
  return std::max(currency.minor_decimals(), shortest ? shortest->scale() : amount.scale());
}

NodeId LineAudit::as_printed(NodeId amount, const InvoiceLine& row) {
  const int decimals = compared_decimals(contract_.currency, row.amount);
  if (amount_rounding(contract_).step.scale() <= decimals) return amount;
  return book_.sheet().round(
      amount, Rounding::decimals(decimals),
      {"allowed, in the decimals of the invoice", "toegestaan, in de decimalen van de factuur"});
}

/// How far a row is from what would be charged for it; nothing where that is not known.
std::optional<Ratio> LineAudit::off_by(const InvoiceLine& row, const Charge& made) {
  const Outcome<Ratio> amount = book_.sheet().value(as_printed(made.amount, row));
  return amount ? std::optional(abs(Ratio(row.amount) - *amount)) : std::nullopt;
}

Taken LineAudit::contracts_instead(const InvoiceLine& row, const Taken& taken) const {
  const Ratio contracts = *quantity_in({row.from, row.to});
  return {contracts, taken.volume - taken.quantity + contracts, taken.before};
}

Charge LineAudit::allowed(const InvoiceLine& row, const Charge& own, Taken& taken, bool alone) {
  const auto own_off = off_by(row, own);
  if (!alone || !own_off || own_off->is_zero() || !stands_for_contract(row)) return own;
  const Taken instead = contracts_instead(row, taken);
  const Charge other = charge_at(prices_, row, instead);
  const auto other_off = off_by(row, other);
  // Two decimals and more that are the contract's quantity are no count of anything else.
  const bool surely = row.quantity.scale() >= 2 && is_rounded(row, instead.quantity);
  if (!other_off || (!surely && *own_off <= *other_off)) return own;
  taken = instead;
  return other;
}

bool LineAudit::is_rounded(const InvoiceLine& row, const Ratio& quantity) {
  return round(quantity, Rounding::decimals(row.quantity.scale())) == row.quantity;
}

/// Whether the quantity of a row is the contract's for its days: rounded to the decimals of the
/// row, or that of the whole period of which the row is for a part.
bool LineAudit::stands_for_contract(const InvoiceLine& row) {
  if (!line_.quantity || row.quantity.is_negative()) return false;
  const Days days{row.from, row.to};
  const Outcome<Ratio> own = quantity_of(line_, days);
  if (!own || own->is_zero()) return false;
  if (is_rounded(row, *own)) return true;
  if (!always_) {
    always_ = line_;
    always_->until.reset();
  }
  always_->from.value = std::min(line_.from.value, billing_period(contract_, days.first).first);
  const auto periods = billing_periods_over(contract_, days);
  const Outcome<Ratio> whole = quantity_of(*always_, {periods.front().first, periods.back().last});
  return whole && *whole == Ratio(row.quantity);
}

void LineAudit::judge(std::size_t index, const Open& open, Ratio& before) {
  AuditedRow& row = audit_.rows[index];
  const InvoiceLine& charged = row.charged;
  NodeId& right = rights_[index];
  right = book_.zero();
  if (!row.question.empty()) {
    right = book_.sheet().given(unanswered(row), row.question, on_invoice(charged));
  } else if (!charged.corrects_price()) {
    Taken taken = taken_inside(row, {charged.quantity, open.volume + open.elsewhere, before});
    before = before + Ratio(charged.quantity);
    const Charge own = charge_at(prices_, charged, taken);
    const auto sum = as_lump_sum(row, own, taken);
    const auto timed = sum ? std::nullopt : by_time(row, own, taken);
    const auto off = off_by(charged, own);
    const auto spread = sum || timed || !off || off->is_zero() ? std::nullopt : over_periods(row);
    const Charge made = sum      ? *sum
                        : timed  ? *timed
                        : spread ? *spread
                                 : allowed(charged, own, taken, open.rows.size() == 1);
    taken_[index] = taken;
    row.lump_sum = {};
    right = as_printed(made.amount, charged);
    if (!row.repeated.is_zero()) {
      InputSource source = on_invoice(charged);
      source.text = {"charged once more, which is asked", "nog eens gerekend, wat wordt gevraagd"};
      const NodeId once_more = book_.sheet().round(
          book_.sheet().given(row.repeated, source.text, source),
          Rounding::decimals(compared_decimals(contract_.currency, charged.amount)));
      right = book_.sheet().add(right, once_more);
    }
    fixities_[index] = made.fixity;
    row.entries = made.entries;
    if (made.price != no_node) row.allowed_price = book_.sheet().value(made.price);
    row.discount_left_out = leaves_out_discount(row);
    if (sum) tell_lump_sum(row, taken);
    if (timed) {
      tell_by_time(row, taken);
      // The price for the days of the row, beside which its own stands.
      if (row.allowed_price && *row.allowed_price && charged.unit_price && row.adds_up)
        row.allowed_price =
            Ratio(row.allowed_price->value()) * *times_of_rate(line_, {charged.from, charged.to});
    }
    if (sum || timed) read_as_.insert(index);
    charges_[index] = made;
    allow_cut_off_cent(index);
  }
  fixity_ = std::max(fixity_, fixities_[index]);
}

void LineAudit::compare(std::size_t index) {
  Worksheet& sheet = book_.sheet();
  AuditedRow& row = audit_.rows[index];
  const InvoiceLine& charged = row.charged;
  const std::string name = "row-" + std::to_string(index + 1);
  const NodeId right = rights_[index];
  const Fixity fixity = fixities_[index];
  const NodeId amount =
      sheet.given(Ratio(charged.amount), {"charged", "gerekend"}, on_invoice(charged));
  const Phrase label = with("difference, ", "verschil, ", of_row(charged));
  Difference& made = differences_[index];
  made.amount = sheet.sub(amount, right, label);
  row.allowed = book_.figure(right, address(name + "/allowed"), fixity,
                             with("allowed, ", "toegestaan, ", of_row(charged)));
  row.difference = book_.figure(made.amount, address(name + "/difference"), fixity, label);
  if (charged.vat && row.vat_question.empty()) made.vat = vat_difference(charged, right, name, row);
}

/// What was charged too much or too little is open in its own days.
void LineAudit::settle(Open& open) {
  Worksheet& sheet = book_.sheet();
  const auto book = [&](NodeId difference, NodeId& over, NodeId& under) {
    const int sign = sheet.value(difference)->sign();
    if (sign > 0) over = sheet.add(over, difference);
    if (sign < 0) under = sheet.sub(under, difference);
  };
  for (const std::size_t i : open.rows) {
    const Difference& d = differences_[i];
    if (!sheet.value(d.amount)) {
      ++open.undetermined;
    } else if (audit_.rows[i].charged.kind == InvoiceKind::credit) {
      credits_.push_back(i);
    } else {
      const Difference left = less_below_zero(audit_.rows[i], d);
      book(left.amount, open.over, open.under);
      if (left.vat != no_node && sheet.value(left.vat))
        book(left.vat, open.over_vat, open.under_vat);
    }
  }
}

LineCharges LineAudit::charges(const std::vector<std::size_t>& rows) {
  LineCharges made{&line_, {}};
  for (const std::size_t i : rows) {
    const AuditedRow& row = audit_.rows[i];
    const InvoiceLine& c = row.charged;
    // What was charged for days outside, or a second time, has its cause already, and says nothing
    // of the price.
    if (c.kind == InvoiceKind::credit || !row.difference || !taken_[i] || !row.outside.empty() ||
        (!row.lump_sum.empty() && amount_of(*row.difference).is_zero()) || asked_back_.contains(i))
      continue;
    const Ratio once = Ratio(c.amount) - row.repeated;
    ChargedPeriod period{c.invoice,
                         c.from,
                         c.to,
                         *taken_[i],
                         tier_parts(line_, *taken_[i]),
                         read_as_.contains(i) ? std::nullopt : c.unit_price,
                         once.exact_decimal().value_or(c.amount),
                         false};
    const bool compares_price = period.unit_price && row.allowed_price && *row.allowed_price;
    period.differs = compares_price ? !(row.allowed_price->value() == Ratio(*c.unit_price))
                                    : !std::get<Money>(row.difference->value).amount.is_zero();
    made.charged.push_back(std::move(period));
    compared_.push_back(i);
  }
  return made;
}

void LineAudit::find_prices(const std::vector<std::size_t>& rows) {
  std::vector<PriceSchedule> schedules;
  for (std::size_t price = 0; price < line_.prices.size(); ++price)
    schedules.push_back(schedule(PricingContext{&contract_, &line_, price, &coverage_}, until_));
  schedules_ = std::make_shared<const std::vector<PriceSchedule>>(std::move(schedules));
  Date first = line_.price_date;
  Date last = first;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const InvoiceLine& row = audit_.rows[rows[i]].charged;
    first = i == 0 ? row.from : std::min(first, row.from);
    last = i == 0 ? row.to : std::max(last, row.to);
    if (row.to < row.date) last = std::max(last, row.date);  // its year may be mistyped
    if (may_be_of_year_before(row)) first = std::min(first, a_year_earlier(row).from);
  }
  for (const PriceSchedule& each : *schedules_)
    prices_.push_back(dated_prices(each, {first, last}));
}

void LineAudit::judge_periods(const std::vector<std::size_t>& rows) {
  sums_ = false;
  judge_each(rows);
  if (!charges_sums(rows)) return;
  sums_ = true;
  judge_each(rows);
}

void LineAudit::judge_each(const std::vector<std::size_t>& rows) {
  periods_.clear();
  pay_backs_.clear();
  makes_up_.clear();
  read_as_.clear();
  taken_.assign(audit_.rows.size(), std::nullopt);
  rights_.assign(audit_.rows.size(), no_node);
  fixities_.assign(audit_.rows.size(), Fixity::fixed);
  charges_.assign(audit_.rows.size(), std::nullopt);
  group(rows);
  for (Open& open : periods_) {
    open.over = open.under = open.over_vat = open.under_vat = book_.zero();
    Ratio before = open.earlier;
    for (const std::size_t i : by_tier(open.rows)) judge(i, open, before);
  }
  join_periods();
  join_same_days();
  for (const std::size_t i : pay_backs_) {
    Ratio unused(0);
    judge(i, Open{}, unused);
  }
}

void LineAudit::look_at(std::vector<std::size_t> rows, std::vector<DatedPrices> prices) {
  rows_ = std::move(rows);
  if (prices.empty())
    find_prices(rows_);
  else
    prices_ = std::move(prices);
  differences_.resize(audit_.rows.size());
  judge_periods(rows_);
}

void LineAudit::ask_all(bool others_right) {
  if (!others_right && takes_vat_reading(rows_)) judge_periods(rows_);
  for (const std::size_t i : rows_) ask(i);
  ask_about_discount(rows_);
  ask_about_vat(rows_);
  ask_about_rates(rows_);
}

void LineAudit::settle_all() {
  leave_what_is_asked_back(rows_);
  for (const std::size_t i : rows_) compare(i);
  for (Open& open : periods_) settle(open);
  for (const std::size_t i : pay_backs_)
    if (book_.sheet().value(differences_[i].amount)) credits_.push_back(i);
}

void LineAudit::set_off_all(std::deque<LineAudit>& all) {
  for (const std::size_t i : credits_) set_off(i, all);
  std::stable_sort(periods_.begin(), periods_.end(),
                   [](const Open& a, const Open& b) { return a.from < b.from; });
}

AuditedLine LineAudit::judged() {
  AuditedLine made;
  made.line = &line_;
  made.allowed = schedules_;
  earlier_steps(rows_);
  sum_up(made);
  std::vector<std::size_t> rows = rows_;
  std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
    return audit_.rows[a].charged.from < audit_.rows[b].charged.from;
  });
  made.rows = std::move(rows);
  return made;
}

void LineAudit::explain(AuditedLine& line, Found found) && {
  if (auto discount = discount_left_out()) found = {std::move(*discount), {}};
  if (auto inside = vat_inside()) found = {std::move(*inside), {}};
  if (!found.subsets.empty()) share(found);
  line.causes = std::move(found.causes);
  std::move(book_).close(audit_.evidence);
}

AuditedLine LineAudit::differences() && {
  AuditedLine made;
  made.line = &line_;
  made.allowed = schedules_;
  sum_up(made);
  made.rows = std::move(rows_);
  return made;
}

}  // namespace pricetalk
