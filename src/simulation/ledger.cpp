#include "pricetalk/simulation/ledger.hpp"

#include <algorithm>
#include <array>

#include "simulation/beside.hpp"
#include "simulation/invoice_line.hpp"
#include "simulation/quantity.hpp"

namespace pricetalk {

const Phrase& words(LedgerKind kind) {
  static const std::array<Phrase, 8> table = {{
      {"price", "prijs"},
      {"reduction by the innovation", "verlaging door de innovatie"},
      {"own risk of the supplier on surcharges", "eigen risico van de leverancier op toeslagen"},
      {"settlement of a late figure", "verrekening van een laat cijfer"},
      {"paid back for returns", "terugbetaald bij retour"},
      {"kept when returned", "ingehouden bij retour"},
      {"cost of what is not as agreed", "kosten van wat niet volgens afspraak is"},
      {"at the market's normal price", "tegen de gewone marktprijs"},
  }};
  return table[static_cast<std::size_t>(kind)];
}

std::string_view word(LedgerKind kind) {
  constexpr std::array<std::string_view, 8> table = {"price",          "innovation", "retention",
                                                     "settlement",     "refund",     "restocking",
                                                     "non-conformity", "market"};
  return table[static_cast<std::size_t>(kind)];
}

std::string LedgerPeriod::text() const {
  const std::string begin = Period::containing(first, Unit::month).text();
  return months == 1 ? begin : begin + " to " + Period::containing(last, Unit::month).text();
}

const LedgerRow* Ledger::find(LedgerKind kind, std::string_view line) const {
  for (const LedgerRow& row : rows)
    if (row.kind == kind && row.line == line) return &row;
  return nullptr;
}

Money Ledger::money(std::int64_t units) const {
  return {Decimal(units, currency.minor_decimals()), currency};
}

std::vector<LedgerPeriod> billing_periods(const Contract& contract, Date from, int months) {
  const int step = std::max(1, contract.billing.period.value.months().value_or(1));
  const Date anchor = *Date::make(contract.start.year(), contract.start.month(), 1);
  const auto at = [&](int i) { return shift(anchor, {step, Unit::month}, i); };
  int i = ((from.year() - anchor.year()) * 12 + from.month() - anchor.month()) / step - 1;
  while (at(i) < from) ++i;
  std::vector<LedgerPeriod> made;
  for (int covered = 0; covered < months; covered += step, ++i) {
    const Date first = at(i);
    made.push_back({first, at(i + 1).plus_days(-1), step, !contract.end || first <= *contract.end});
  }
  return made;
}

std::string amount_address(const LedgerRequest& request, std::string_view row,
                           const LedgerPeriod& period, std::string_view what) {
  return request.contract->id + "/" + std::string(row) + "/" +
         Period::containing(period.first, Unit::month).text() + "/" + std::string(what);
}

LedgerCell cell_of(Derivation why, NodeId answer, Currency currency, std::string address) {
  LedgerCell cell;
  const Outcome<Ratio> value = why.tape.at(answer);
  if (value)
    cell.units = round(*value, currency.rounding()).mantissa();
  else
    cell.units = value.why();
  cell.address = {std::move(address)};
  cell.fixity = fixity(why, answer);
  cell.why = std::move(why);
  cell.answer = answer;
  return cell;
}

GivenQuantity given_quantity(const Line& line, const LedgerPeriod& period) {
  return {quantity_of(line, period),
          {.kind = InputSource::Kind::contract,
           .text = {"quantity of " + period.text(), "hoeveelheid van " + period.text()},
           .figure = {},
           .where = line.quantity ? line.quantity->where.value_or(line.where) : line.where,
           .address = {},
           .fixity = Fixity::fixed}};
}

std::optional<GivenQuantity> given_volume(const LedgerRequest& request, const Line& line,
                                          std::size_t period) {
  if (request.future == nullptr) return std::nullopt;
  const Date start = request.periods.front().first;
  const Date now = request.periods[period].first;
  const int years = ((now.year() - start.year()) * 12 + now.month() - start.month()) / 12;
  for (const VolumeTerms& volume : request.future->volume) {
    if (volume.price.value.value != line.id || years == 0) continue;
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

std::vector<const PriceSchedule*> schedules_of(const LedgerRequest& request, const Line& line) {
  std::vector<const PriceSchedule*> found;
  for (const PriceSchedule& schedule : *request.schedules)
    if (schedule.line == &line) found.push_back(&schedule);
  return found;
}

LedgerRow price_row(const LedgerRequest& request, const Line& line) {
  LedgerRow row{LedgerKind::price, line.id, same(line.title), {}, {}, {}};
  const auto prices = schedules_of(request, line);
  for (std::size_t i = 0; i < request.periods.size(); ++i) {
    const LedgerPeriod& period = request.periods[i];
    const std::string address = amount_address(request, line.id, period, "amount");
    const auto parts = price_parts(*request.contract, line, prices, period);
    if (parts.empty()) {
      row.cells.push_back({std::int64_t{0}, {address}, {}, no_node, Fixity::fixed});
      continue;
    }
    LineAmount made = line_amount(*request.contract, line, given_quantity(line, period),
                                  given_volume(request, line, i), parts);
    row.cells.push_back(
        cell_of(std::move(made.why), made.answer, request.contract->currency, address));
  }
  return row;
}

}  // namespace

Ledger ledger(const LedgerRequest& request) {
  Ledger made{request.contract->currency, request.periods, {}};
  for (const Line& line : request.contract->lines) made.rows.push_back(price_row(request, line));
  add_retention(request, made);
  add_settlements(request, made);
  add_innovation(request, made);
  add_expected_costs(request, made);
  add_market_level(request, made);
  return made;
}

}  // namespace pricetalk
