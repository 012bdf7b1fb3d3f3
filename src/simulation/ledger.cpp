#include "simulation/ledger.hpp"

#include <algorithm>
#include <array>

#include "billing/days_text.hpp"
#include "explain/rounded.hpp"
#include "simulation/beside.hpp"
#include "simulation/invoiced_line.hpp"

namespace pricetalk {

const Phrase& words(LedgerKind kind) {
  static const std::array<Phrase, 12> table = {{
      {"price", "prijs"},
      {"reduction by the innovation", "verlaging door de innovatie"},
      {"own risk of the supplier on surcharges", "eigen risico van de leverancier op toeslagen"},
      {"settlement of a late figure", "verrekening van een laat cijfer"},
      {"paid back for returns", "terugbetaald bij retour"},
      {"kept when returned", "ingehouden bij retour"},
      {"cost of what is not as agreed", "kosten van wat niet volgens afspraak is"},
      {"at the market's normal price", "tegen de gewone marktprijs"},
      {"saving by the innovation", "besparing door de innovatie"},
      {"the supplier's share of that saving", "deel van die besparing voor de leverancier"},
      {"investment in the innovation", "investering in de innovatie"},
      {"VAT that is not deducted", "btw die niet wordt afgetrokken"},
  }};
  return table[static_cast<std::size_t>(kind)];
}

std::string_view word(LedgerKind kind) {
  constexpr std::array<std::string_view, 12> table = {
      "price",          "innovation", "retention", "settlement",    "refund",     "restocking",
      "non-conformity", "market",     "saving",    "shared-saving", "investment", "vat"};
  return table[static_cast<std::size_t>(kind)];
}

std::string LedgerPeriod::text() const {
  const Period begin = Period::containing(first, Unit::month);
  const Period end = Period::containing(last, Unit::month);
  if (begin.first_day() != first || end.last_day() != last)
    return first == last ? first.text() : first.text() + " to " + last.text();
  return begin == end ? begin.text() : begin.text() + " to " + end.text();
}

const LedgerRow* Ledger::find(LedgerKind kind, std::string_view line) const {
  for (const LedgerRow& row : rows)
    if (row.kind == kind && row.line == line) return &row;
  return nullptr;
}

Money Ledger::money(std::int64_t units) const { return {Decimal(units, decimals), currency}; }

namespace {

/// How many months begin in these days.
int months_beginning(const Days& days) {
  const Date first = next_month_start(days.first);
  if (days.last < first) return 0;
  return (days.last.year() - first.year()) * 12 + days.last.month() - first.month() + 1;
}

/// The first days of the years in which amounts are added up.
std::vector<Date> year_starts(const Contract& contract, Date first, Date last) {
  std::vector<Date> made;
  // Periods of months begin with a month, whatever the day on which the contract starts.
  const bool months = contract.billing.period.value.months().has_value();
  const MonthDay start{contract.start.month(), months ? 1 : contract.start.day()};
  for (const MonthDay& each : {MonthDay{1, 1}, start, MonthDay{first.month(), first.day()}})
    for (int year = first.year(); year <= last.year(); ++year) made.push_back(each.in(year));
  std::sort(made.begin(), made.end());
  made.erase(std::unique(made.begin(), made.end()), made.end());
  return made;
}

/// An invoice by the years that it touches, as far as it lies in the days.
void add_columns(std::vector<LedgerPeriod>& made, const Days& invoice, bool contracted,
                 const std::vector<Date>& starts, const Days& days) {
  const auto inside = common(invoice, days);
  if (!inside) return;
  Date first = inside->first;
  const auto add = [&](Date last) {
    made.push_back(
        {first, last, invoice.first, invoice.last, months_beginning({first, last}), contracted});
    first = last.plus_days(1);
  };
  for (const Date start : starts)
    if (first < start && start <= inside->last) add(start.plus_days(-1));
  add(inside->last);
}

}  // namespace

std::vector<LedgerPeriod> ledger_periods(const Contract& contract, Date from, int months) {
  Days period = billing_period(contract, from);
  if (period.first < from) period = billing_period(contract, period.last.plus_days(1));
  const Date until = shift(period.first, {months, Unit::month}).plus_days(-1);
  return ledger_periods(contract, Days{period.first, billing_period(contract, until).last});
}

std::vector<LedgerPeriod> ledger_periods(const Contract& contract, const Days& days) {
  const std::vector<Date> starts = year_starts(contract, days.first, days.last.plus_days(1));
  std::vector<LedgerPeriod> made;
  for (const Days& period : billing_periods_over(contract, days)) {
    const Date end = contract.end.value_or(period.last);
    if (period.first <= end)
      add_columns(made, {period.first, std::min(end, period.last)}, true, starts, days);
    if (end < period.last)
      add_columns(made, {std::max(period.first, end.plus_days(1)), period.last}, false, starts,
                  days);
  }
  return made;
}

std::string amount_address(const LedgerRequest& request, std::string_view row,
                           const LedgerPeriod& period, std::string_view what) {
  const std::string when = period.first.day() == 1
                               ? Period::containing(period.first, Unit::month).text()
                               : period.first.text();
  return request.contract->id + "/" + std::string(row) + "/" + when + "/" + std::string(what);
}

int ledger_decimals(const Contract& contract) {
  return std::max(contract.currency.minor_decimals(), amount_rounding(contract).step.scale());
}

GivenQuantity given_quantity(const Line& line, const LedgerPeriod& period) {
  const Phrase days = days_text({period.first, period.last});
  return {quantity_of(line, {period.first, period.last}),
          {.kind = InputSource::Kind::contract,
           .text = {"quantity of " + days.en, "hoeveelheid van " + days.nl},
           .figure = {},
           .where = line.quantity ? line.quantity->where.value_or(line.where) : line.where,
           .address = {},
           .fixity = Fixity::fixed}};
}

std::optional<GivenQuantity> given_volume(const LedgerRequest& request, const Line& line,
                                          std::size_t period) {
  if (request.future == nullptr) return std::nullopt;
  const Date start = request.periods.front().first;
  const Date now = request.periods[period].invoice_first;
  const int years = ((now.year() - start.year()) * 12 + now.month() - start.month()) / 12;
  for (const VolumeTerms& volume : request.future->volume) {
    const bool every = volume.price.value.value == every_line;  // not a year: once
    if (!every && (volume.price.value.value != line.id || years == 0)) continue;
    const int times = every ? 1 : years;
    Ratio factor(1);
    for (int i = 0; i < times; ++i)
      factor = factor * (Ratio(1) + volume.growth.value.as_fraction());
    const std::string growth = volume.growth.value.text();
    const std::string count = std::to_string(times);
    return GivenQuantity{factor,
                         {.kind = InputSource::Kind::projected,
                          .text = {"future " + request.future->id + ": volume " + growth +
                                       " a year, " + count + " times",
                                   "toekomst " + request.future->id + ": volume " + growth +
                                       " per jaar, " + count + " keer"},
                          .figure = {},
                          .where = volume.growth.where.value_or(volume.span),
                          .address = {},
                          .fixity = Fixity::projected}};
  }
  return std::nullopt;
}

namespace {

Days column_of(const LedgerRequest& request, std::size_t period) {
  return {request.periods[period].first, request.periods[period].last};
}

/// What invoices say of a period, and what is computed for the days that they leave open.
NodeId with_invoices(Worksheet& sheet, const InvoicedLine& invoiced, LinePrices& prices,
                     const Days& column, std::size_t period, int decimals) {
  std::vector<NodeId> parts = invoiced.amounts(sheet, column, decimals);
  for (const Days& open : invoiced.open(column)) {
    ChargeRequest asked = prices.charge_of(period);
    asked.part = open;
    if (const auto made = charge(sheet, asked)) parts.push_back(made->amount);
  }
  return sheet.sum(parts, words(LedgerKind::price));
}

RowRecipe price_row(const LedgerRequest& request, const Line& line) {
  const auto prices = std::make_shared<LinePrices>(request, line);
  const auto invoiced = std::make_shared<const InvoicedLine>(request, line);
  RowRecipe made{{LedgerKind::price, line.id, same(line.title), {}, {}, {}},
                 "amount",
                 [&request, prices, invoiced](Worksheet& sheet, std::size_t i) {
                   const Days column = column_of(request, i);
                   if (invoiced->any(column))
                     return with_invoices(sheet, *invoiced, *prices, column, i,
                                          ledger_decimals(request));
                   const auto computed = charge(sheet, prices->charge_of(i));
                   return computed ? computed->amount : no_node;
                 }};
  if (request.actuals != nullptr)
    made.invoiced = [&request, invoiced](std::size_t i) {
      return invoiced->how_far(column_of(request, i));
    };
  return made;
}

/// Whether invoices hold all that is paid in a period: every line that is bought in it.
bool all_invoiced(const LedgerRequest& request, std::size_t period) {
  const Days column = column_of(request, period);
  bool any = false;
  for (const Line& line : request.contract->lines) {
    const InvoicedLine invoiced(request, line);
    if (!invoiced.open(column).empty()) return false;
    any = any || invoiced.any(column);
  }
  return any;
}

/// What is paid besides prices, where invoices do not hold it.
void leave_to_invoices(const LedgerRequest& request, RowRecipe& recipe) {
  recipe.amount = [&request, amount = std::move(recipe.amount)](Worksheet& sheet, std::size_t i) {
    if (!all_invoiced(request, i)) return amount(sheet, i);
    Worksheet unused(request.contract->currency);
    amount(unused, i);
    return no_node;
  };
}

/// The rows of a ledger, or those of one kind, in the order of the ledger.
RowRecipes recipes(const LedgerRequest& request, const Ledger& prices,
                   std::optional<LedgerKind> only = {}) {
  RowRecipes made;
  const auto wants = [&](LedgerKind kind) { return !only || *only == kind; };
  if (wants(LedgerKind::price))
    for (const Line& line : request.contract->lines) made.push_back(price_row(request, line));
  if (wants(LedgerKind::retention)) add_retention(request, made);
  if (wants(LedgerKind::settlement)) add_settlements(request, made);
  if (wants(LedgerKind::innovation)) add_innovation(request, made);
  if (wants(LedgerKind::refund) || wants(LedgerKind::restocking) ||
      wants(LedgerKind::non_conformity))
    add_expected_costs(request, prices, made);
  if (wants(LedgerKind::saving) || wants(LedgerKind::shared_saving) ||
      wants(LedgerKind::investment))
    add_savings(request, made);
  if (wants(LedgerKind::vat)) add_vat(request, prices, made);
  if (wants(LedgerKind::market)) add_market_level(request, made);
  if (request.actuals != nullptr)
    for (RowRecipe& recipe : made)
      if (is_paid(recipe.row.kind) && recipe.row.kind != LedgerKind::price)
        leave_to_invoices(request, recipe);
  return made;
}

LedgerCell cell_of(const LedgerRequest& request, const RowRecipe& recipe, std::size_t period,
                   int decimals) {
  LedgerCell cell{std::int64_t{0},
                  {amount_address(request, recipe.row.line, request.periods[period], recipe.what)}};
  Worksheet sheet(request.contract->currency);
  const NodeId answer = recipe.amount(sheet, period);
  cell.nothing = answer == no_node;
  if (recipe.invoiced) cell.invoiced = recipe.invoiced(period);
  if (cell.nothing) return cell;
  const Outcome<Ratio> value = sheet.value(answer);
  const Outcome<Decimal> amount =
      value ? rounded(*value, Rounding::decimals(decimals)) : Outcome<Decimal>(value.why());
  cell.units =
      amount ? Outcome<std::int64_t>(amount->mantissa()) : Outcome<std::int64_t>(amount.why());
  cell.fixity = sheet.fixity(answer);
  return cell;
}

}  // namespace

LinePrices::LinePrices(const LedgerRequest& request, const Line& line)
    : request_(request), line_(line) {}

ChargeRequest LinePrices::charge_of(std::size_t i) {
  const LedgerPeriod& period = request_.periods[i];
  const Days invoice{period.invoice_first, period.invoice_last};
  // Surcharges are followed day by day; without them the prices of all periods are the same.
  if (!made_ || (!line_.surcharges.empty() && !(*made_ == invoice))) {
    prices_ = dated_prices(*request_.schedules, line_, invoice);
    made_ = invoice;
  }
  ChargeRequest made{.contract = request_.contract,
                     .line = &line_,
                     .prices = &prices_,
                     .invoice = invoice,
                     .growth = given_volume(request_, line_, i)};
  const Days column{period.first, period.last};
  if (!(column == invoice)) made.part = column;
  return made;
}

Ledger ledger(const LedgerRequest& request) {
  Ledger made{request.contract->currency, ledger_decimals(request), request.periods, {}};
  for (RowRecipe& recipe : recipes(request, made)) {
    recipe.row.cells.reserve(request.periods.size());
    for (std::size_t i = 0; i < request.periods.size(); ++i)
      recipe.row.cells.push_back(cell_of(request, recipe, i, made.decimals));
    made.rows.push_back(std::move(recipe.row));
  }
  return made;
}

std::optional<ExplainedAmount> explain_amount(const LedgerRequest& request, const Ledger& ledger,
                                              const LedgerRow& row, std::size_t period) {
  for (const RowRecipe& recipe : recipes(request, ledger, row.kind)) {
    if (recipe.row.kind != row.kind || recipe.row.line != row.line) continue;
    for (std::size_t i = 0; recipe.in_order && i < period; ++i) {
      Worksheet before(request.contract->currency);
      recipe.amount(before, i);
    }
    Worksheet sheet(request.contract->currency);
    const NodeId answer = recipe.amount(sheet, period);
    if (answer == no_node) return std::nullopt;
    return ExplainedAmount{sheet.derivation(), answer};
  }
  return std::nullopt;
}

}  // namespace pricetalk
