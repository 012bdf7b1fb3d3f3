#include <algorithm>

#include "billing/charge.hpp"

namespace pricetalk {

namespace {

bool same_surcharges(const ChargedPrice& a, const ChargedPrice& b) {
  return std::equal(a.surcharges.begin(), a.surcharges.end(), b.surcharges.begin(),
                    b.surcharges.end(),
                    [](const Surcharge& x, const Surcharge& y) { return x.amount == y.amount; });
}

bool same_price(const DatedPrice* a, const DatedPrice* b) {
  if (a == b) return true;
  if (a == nullptr || b == nullptr || !(a->price == b->price)) return false;
  if ((a->parts == nullptr) != (b->parts == nullptr)) return false;
  return a->parts == nullptr || same_surcharges(*a->parts, *b->parts);
}

/// Cuts the days of an invoice.
class Cutting {
 public:
  Cutting(const Contract& contract, const Line& line, const TierPrices& prices, const Days& invoice,
          const Days& days)
      : contract_(contract),
        proration_(contract.billing.proration.value),
        line_(line),
        prices_(prices),
        invoice_(invoice),
        days_(days) {}

  std::vector<Piece> cut(const std::optional<Days>& also) {
    starts_ = {days_.first};
    if (proration_ == Proration::next_period)
      for (Date day = days_.first; day <= days_.last;) {
        const Days period = invoice_period(contract_, invoice_, day);
        add(period.first);
        day = period.last.plus_days(1);
      }
    else
      for (const DatedPrices& tier : prices_)
        for (const DatedPrice& price : tier)
          add(proration_ == Proration::months ? next_month_start(price.from) : price.from);
    if (line_.discount && line_.discount->until) add(line_.discount->until->value.plus_days(1));
    std::vector<Date> kept;
    if (also) kept = {also->first, also->last.plus_days(1)};
    for (const Date day : kept) add(day);
    std::sort(starts_.begin(), starts_.end());
    starts_.erase(std::unique(starts_.begin(), starts_.end()), starts_.end());
    std::vector<Piece> made;
    for (std::size_t i = 0; i < starts_.size(); ++i) {
      const Date last = i + 1 < starts_.size() ? starts_[i + 1].plus_days(-1) : days_.last;
      Piece piece = on(price_day(contract_, line_, invoice_, starts_[i]), {starts_[i], last});
      const bool boundary = std::find(kept.begin(), kept.end(), starts_[i]) != kept.end();
      if (!boundary && !made.empty() && same(made.back(), piece))
        made.back().days.last = last;
      else
        made.push_back(std::move(piece));
    }
    return made;
  }

  /// The prices of a day, for these days.
  Piece on(Date day, const Days& days) const {
    Piece made{days, {}, discounted_on(line_, days.first), {}};
    for (const DatedPrices& tier : prices_) made.prices.push_back(price_on(tier, day));
    return made;
  }

 private:
  void add(Date day) {
    if (days_.first < day && day <= days_.last) starts_.push_back(day);
  }

  static bool same(const Piece& a, const Piece& b) {
    return a.discounted == b.discounted &&
           std::equal(a.prices.begin(), a.prices.end(), b.prices.begin(), same_price);
  }

  const Contract& contract_;
  Proration proration_;
  const Line& line_;
  const TierPrices& prices_;
  Days invoice_;
  Days days_;  ///< of the invoice, those that the line has
  std::vector<Date> starts_;
};

bool only_once(const Line& line) {
  const auto once = [](const QuantityValue::From& each) {
    return each.rate.per == QuantityRate::Per::once;
  };
  return line.quantity &&
         std::all_of(line.quantity->value.rates.begin(), line.quantity->value.rates.end(), once);
}

}  // namespace

Date price_day(const Contract& contract, const Line& line, const Days& invoice, Date day) {
  const Proration proration = contract.billing.proration.value;
  if (proration == Proration::days) return day;
  const Date begin = proration == Proration::months
                         ? Period::containing(day, Unit::month).first_day()
                         : invoice_period(contract, invoice, day).first;
  return std::min(day, std::max(begin, line.from.value));
}

Date charged_from(const Contract& contract, const Line& line, Date day) {
  const Days invoice = billing_period(contract, day);
  if (price_day(contract, line, invoice, day) == day) return day;
  return contract.billing.proration.value == Proration::months ? next_month_start(day)
                                                               : invoice.last.plus_days(1);
}

bool discounted_on(const Line& line, Date day) {
  return line.discount && (!line.discount->until || day <= line.discount->until->value);
}

std::vector<Piece> pieces(const Contract& contract, const Line& line, const TierPrices& prices,
                          const Days& invoice, const std::optional<Days>& cut) {
  // Without a quantity of the contract nobody knows on which of its days a row was delivered.
  const auto alive = line.quantity ? days_alive(line, invoice) : std::nullopt;
  Cutting cutting(contract, line, prices, invoice, alive.value_or(invoice));
  const std::vector<OnceInside> once = once_inside(line, invoice);
  std::vector<Piece> made;
  if (once.empty() || !only_once(line)) made = cutting.cut(cut);
  for (const OnceInside& one : once) {
    made.push_back(cutting.on(one.day, {one.day, one.day}));
    made.back().once = one.quantity;
  }
  return made;
}

}  // namespace pricetalk
