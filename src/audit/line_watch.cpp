#include "audit/line_watch.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>

#include "audit/inside.hpp"
#include "billing/charge.hpp"
#include "pricetalk/pricing/schedule.hpp"
#include "pricing/fold.hpp"

namespace pricetalk {

namespace {

__extension__ using Wide = __int128;

/// Whether quantity x price, rounded half up to the scale of the step, is the amount; all three are
/// integers of at most 18 digits, so no product overflows. Nothing for other roundings.
std::optional<bool> is_product(const Decimal& quantity, const Decimal& price, const Decimal& amount,
                               const Rounding& rounding) {
  if (rounding.mode != RoundingMode::half_up || rounding.step.mantissa() != 1) return std::nullopt;
  const int scale = quantity.scale() + price.scale();
  const int dropped = scale - rounding.step.scale();
  if (dropped > 18 || amount.scale() > rounding.step.scale()) return std::nullopt;
  constexpr auto power = [](int digits) {
    std::int64_t made = 1;
    for (; digits > 0; --digits) made *= 10;
    return made;
  };
  Wide product = static_cast<Wide>(quantity.mantissa()) * price.mantissa();
  Wide wanted =
      static_cast<Wide>(amount.mantissa()) * power(rounding.step.scale() - amount.scale());
  constexpr Wide most = static_cast<Wide>(1) << 62U;
  if (wanted > most || wanted < -most) return std::nullopt;
  if (dropped <= 0) {
    if (product > most || product < -most) return std::nullopt;
    return product * power(-dropped) == wanted;
  }
  // |product - wanted x unit| <= unit / 2, and a tie goes away from zero.
  if (product < 0) {
    product = -product;
    wanted = -wanted;
  }
  const Wide unit = power(dropped);
  const Wide twice = 2 * (product - wanted * unit);
  return -unit <= twice && twice < unit;
}

/// What is bought once has the price of its own day, wherever in the row's period that lies.
bool bought_once(const Line& line) {
  return line.quantity &&
         std::any_of(line.quantity->value.rates.begin(), line.quantity->value.rates.end(),
                     [](const QuantityValue::From& each) {
                       return each.rate.per == QuantityRate::Per::once;
                     });
}

}  // namespace

LineWatch::LineWatch(const Contract& contract, const Line& line, Date today)
    : contract_(&contract),
      line_(&line),
      rounding_(amount_rounding(contract)),
      alive_from_(std::max(contract.start, line.from.value).days()),
      alive_until_(std::numeric_limits<std::int32_t>::max()),
      by_days_(contract.billing.proration.value == Proration::days),
      today_(today.days()),
      simple_(line.prices.size() == 1 && line.parts.empty() && line.surcharges.empty() &&
              !bought_once(line)) {
  if (contract.end) alive_until_ = contract.end->days();
  if (line.until) alive_until_ = std::min(alive_until_, line.until->value.days());
}

bool LineWatch::outside(std::int32_t from, std::int32_t to) const {
  if (alive_from_ <= from && to <= alive_until_) return false;
  return days_outside(*contract_, *line_, {Date::from_days(from), Date::from_days(to)}).has_value();
}

std::int32_t LineWatch::price_day_of(std::int32_t from, std::int32_t to) const {
  if (by_days_) return from;
  const Days row{Date::from_days(from), Date::from_days(to)};
  return price_day(*contract_, *line_, row, row.first).days();
}

/// Prices of the schedule; later prices do not change earlier ones.
void LineWatch::make(const PricingContext& of, Date until) {
  const PriceSchedule own = schedule(of, std::max(until, Date::from_days(today_)));
  KnownPrices made;
  made.until = std::max(until, Date::from_days(today_));
  for (const PriceEntry& entry : own.entries) {
    const auto price = entry.price ? entry.price->exact_decimal() : std::nullopt;
    made.prices.push_back(
        {entry.from.days(), entry.fixity, price.has_value(), price.value_or(Decimal())});
  }
  take(std::move(made));
}

void LineWatch::take(KnownPrices prices) {
  known_until_ = prices.until.days();
  prices_ = std::move(prices.prices);
  decimal_ = std::all_of(prices_.begin(), prices_.end(),
                         [](const KnownPrice& price) { return price.known; });
}

/// The one price of a period; nothing where there is none or more than one.
const KnownPrice* LineWatch::single_price(std::int32_t from, std::int32_t to) const {
  // As `price_on`: of all that have begun the one that stands last.
  const std::int32_t begin = price_day_of(from, to);
  const KnownPrice* found = nullptr;
  for (const KnownPrice& price : prices_) {
    if (price.from <= begin) found = &price;
  }
  if (found == nullptr || !found->known) return nullptr;
  for (const KnownPrice& price : prices_)
    if (begin < price.from && price.from <= to && !(price.known && price.amount == found->amount))
      return nullptr;
  return found;
}

/// With the amount right the VAT on the allowed amount is that of the row, unless it has decimals
/// below the cent or stands on nothing.
bool LineWatch::right_vat(const InvoiceLine& row) const {
  if (has_doubtful_vat(row)) return false;
  return !row.vat || (row.vat->scale() <= contract_->currency.minor_decimals() &&
                      (!row.amount.is_zero() || row.vat->is_zero()));
}

bool LineWatch::right_by_sheet(const InvoiceLine& row) const {
  Worksheet sheet(contract_->currency);
  const TierPrices prices{dated()};
  const auto made = charge(sheet, {.contract = contract_,
                                   .line = line_,
                                   .prices = &prices,
                                   .invoice = {row.from, row.to},
                                   .taken = Taken{row.quantity, row.quantity}});
  const Outcome<Ratio> amount = sheet.value(made->amount);
  if (!amount || !(*amount == Ratio(row.amount))) return false;
  if (!row.unit_price || made->price == no_node) return true;
  const Outcome<Ratio> price = sheet.value(made->price);
  return price && *price == Ratio(*row.unit_price);
}

namespace {

/// A number in steps of so many decimals; nothing for a finer or too large one.
std::optional<std::int64_t> in_steps(const Decimal& value, int decimals) {
  constexpr std::int64_t most = 900'000'000'000'000;
  if (value.scale() > decimals) return std::nullopt;
  std::int64_t made = value.mantissa();
  for (int i = value.scale(); i < decimals; ++i) {
    if (made > most || made < -most) return std::nullopt;
    made *= 10;
  }
  if (made > most || made < -most) return std::nullopt;
  return made;
}

}  // namespace

/// Leaves what the row charged behind; false where its numbers are too fine or
/// too large for that.
bool LineWatch::remember(const InvoiceLine& row, std::int32_t from, std::int32_t to) {
  const auto quantity = in_steps(row.quantity, step);
  const auto amount = in_steps(row.amount, step);
  if (!quantity || !amount) return false;
  Charged made;
  made.from = from;
  made.to = to;
  made.quantity = made.largest = *quantity;
  made.amount = *amount;
  made.rows = 1;
  made.first_invoice = made.invoice = print_of_invoice(row.invoice);
  if (row.unit_price) {
    const auto known = std::find(charged_prices_.begin(), charged_prices_.end(), *row.unit_price);
    made.price = static_cast<std::int32_t>(known - charged_prices_.begin());
    if (known == charged_prices_.end()) charged_prices_.push_back(*row.unit_price);
  }
  const auto at = std::lower_bound(charged_.begin(), charged_.end(), made);
  if (at == charged_.end() || !at->same_place(made)) {
    charged_.insert(at, made);
    return true;
  }
  constexpr std::int64_t most = 4'000'000'000'000'000'000;
  if (std::abs(at->quantity) > most || std::abs(at->amount) > most) return false;
  at->alike = at->alike && at->invoice != made.invoice && at->quantity == *quantity * at->rows &&
              at->amount == *amount * at->rows;
  at->quantity += *quantity;
  at->largest = std::max(at->largest, *quantity);
  at->amount += *amount;
  at->invoice = made.invoice;
  ++at->rows;
  return true;
}

void LineWatch::note_vat(const InvoiceLine& row, std::uint64_t order, std::uint64_t line) {
  const auto rate = ChargedRates::told_by(row);
  if (!rate) return;
  const std::size_t rows = rates_.add(*rate);
  if (rows <= ChargedRates::most_slips) {
    rare_.push_back({*rate, row, order, line});
    rare_.back().row.where = {};
    rare_.back().row.head = nullptr;
  } else if (rows == ChargedRates::most_slips + 1) {
    std::erase_if(rare_, [&](const Rare& each) { return each.rate == *rate; });
  }
}

std::vector<ChargedPeriods::Rows> LineWatch::charged() const {
  std::vector<ChargedPeriods::Rows> made;
  for (const Charged& each : charged_) {
    ChargedPeriods::Rows& rows = made.emplace_back();
    rows.from = Date::from_days(each.from);
    rows.to = Date::from_days(each.to);
    rows.quantity = Ratio(Decimal(each.quantity, step));
    rows.largest = Ratio(Decimal(each.largest, step));
    rows.amount = Ratio(Decimal(each.amount, step));
    rows.count = each.rows;
    rows.alike = each.alike;
    rows.print = each.invoice;
  }
  return made;
}

std::vector<ChargedPeriods::Rows> LineWatch::taken_back(
    const std::set<std::uint32_t>& invoices) const {
  std::vector<ChargedPeriods::Rows> made;
  for (const Charged& each : charged_) {
    if (!each.alike) continue;
    int times = invoices.contains(each.first_invoice) ? 1 : 0;
    if (each.invoice != each.first_invoice && invoices.contains(each.invoice)) ++times;
    const Ratio rows(each.rows);
    for (; times > 0; --times) {
      ChargedPeriods::Rows& back = made.emplace_back();
      back.from = Date::from_days(each.from);
      back.to = Date::from_days(each.to);
      back.quantity = Ratio(0) - Ratio(Decimal(each.quantity, step)) / rows;
      back.amount = Ratio(0) - Ratio(Decimal(each.amount, step)) / rows;
      back.credit = true;
    }
  }
  return made;
}

std::vector<ChargedRow> LineWatch::charged_rows() const {
  constexpr std::uint32_t most = 1'000;  // nobody takes back more equal rows of one period
  std::vector<ChargedRow> made;
  for (const Charged& each : charged_) {
    const auto rows = static_cast<std::int64_t>(each.rows);
    if (each.quantity != each.largest * rows || each.amount % rows != 0) continue;
    ChargedRow row;
    row.from = Date::from_days(each.from);
    row.to = Date::from_days(each.to);
    row.quantity = Decimal(each.largest, step);
    row.amount = Decimal(each.amount / rows, step);
    if (each.price >= 0) row.unit_price = charged_prices_[static_cast<std::size_t>(each.price)];
    made.insert(made.end(), std::min(each.rows, most), row);
  }
  return made;
}

bool LineWatch::judges(const InvoiceLine& row) const {
  const bool lacks_vat = contract_->vat == Vat::included && row.without_vat;
  return simple_ && row.kind != InvoiceKind::credit && right_vat(row) && !lacks_vat &&
         contract_->start <= row.to && !outside(row.from.days(), row.to.days());
}

bool LineWatch::right(const InvoiceLine& row) {
  if (!knows(row.to)) return false;
  const std::int32_t from = row.from.days();
  const std::int32_t to = row.to.days();
  const KnownPrice* price = line_->discount ? nullptr : single_price(from, to);
  std::optional<bool> right;
  if (price != nullptr) {
    if (row.unit_price && !(*row.unit_price == price->amount)) return false;
    right = is_product(row.quantity, price->amount, row.amount, rounding_);
  }
  if (!(right ? *right : right_by_sheet(row))) return false;
  return remember(row, from, to);
}

std::vector<InvoiceLine> LineWatch::stand_ins() const {
  constexpr std::int64_t one = 10'000;  // in steps; of one of something no price is told
  std::vector<InvoiceLine> made;
  for (const Charged& each : charged_) {
    InvoiceLine& row = made.emplace_back();
    row.line = line_->id;
    row.from = Date::from_days(each.from);
    row.to = row.date = Date::from_days(each.to);
    if (each.price >= 0)
      row.unit_price = charged_prices_[static_cast<std::size_t>(each.price)];
    else if (each.quantity != 0 && each.largest != one)
      row.unit_price = round(Ratio(each.amount) / Ratio(each.quantity), Rounding::decimals(8));
  }
  return made;
}

DatedPrices LineWatch::dated() const {
  DatedPrices made;
  for (const KnownPrice& price : prices_)
    made.push_back({Date::from_days(price.from),
                    price.known ? Outcome<Ratio>(Ratio(price.amount)) : Undetermined(),
                    price.fixity,
                    {},
                    nullptr,
                    nullptr});
  return made;
}

std::vector<DatedPrices> LineWatch::prices() const {
  if (!simple_ || !decimal_ || !known_until_) return {};
  return {dated()};
}

}  // namespace pricetalk
