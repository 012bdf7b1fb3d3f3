#include "simulation/ledger.hpp"

#include <algorithm>
#include <array>

#include "billing/days_text.hpp"
#include "explain/rounded.hpp"
#include "simulation/beside.hpp"

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

LedgerCell cell_of(Derivation why, NodeId answer, int decimals, std::string address) {
  LedgerCell cell;
  const Outcome<Ratio> value = why.tape.at(answer);
  const Outcome<Decimal> amount =
      value ? rounded(*value, Rounding::decimals(decimals)) : Outcome<Decimal>(value.why());
  cell.units =
      amount ? Outcome<std::int64_t>(amount->mantissa()) : Outcome<std::int64_t>(amount.why());
  cell.address = {std::move(address)};
  cell.fixity = fixity(why, answer);
  cell.why = std::move(why);
  cell.answer = answer;
  return cell;
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
  if (years == 0) return std::nullopt;
  for (const VolumeTerms& volume : request.future->volume) {
    const std::string& of = volume.price.value.value;
    if (of != line.id && of != every_line) continue;
    Ratio factor(1);
    for (int i = 0; i < years; ++i)
      factor = factor * (Ratio(1) + volume.growth.value.as_fraction());
    const std::string growth = volume.growth.value.text();
    const std::string count = std::to_string(years);
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

LedgerRow price_row(const LedgerRequest& request, const Line& line, int decimals) {
  LedgerRow row{LedgerKind::price, line.id, same(line.title), {}, {}, {}};
  LinePrices prices(request, line);
  for (std::size_t i = 0; i < request.periods.size(); ++i) {
    const std::string address = amount_address(request, line.id, request.periods[i], "amount");
    Worksheet sheet(request.contract->currency);
    const auto made = charge(sheet, prices.charge_of(i));
    if (!made)
      row.cells.push_back({std::int64_t{0}, {address}, {}, no_node, Fixity::fixed});
    else
      row.cells.push_back(cell_of(sheet.derivation(), made->amount, decimals, address));
  }
  return row;
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
  const int decimals = ledger_decimals(*request.contract);
  Ledger made{request.contract->currency, decimals, request.periods, {}};
  for (const Line& line : request.contract->lines)
    made.rows.push_back(price_row(request, line, decimals));
  add_retention(request, made);
  add_settlements(request, made);
  add_innovation(request, made);
  add_expected_costs(request, made);
  add_savings(request, made);
  add_vat(request, made);
  add_market_level(request, made);
  return made;
}

}  // namespace pricetalk
