#include <algorithm>
#include <map>

#include "audit/charged_twice.hpp"
#include "billing/charge.hpp"
#include "billing/quantity.hpp"
#include "billing/yearly.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

/// A period with so many times more or less than the contract buys counts in another unit.
const Ratio ten(10);
/// Quantities on invoices are printed in hundredths: so much each row may be off.
const Ratio a_hundredth = Ratio::of(1, 100);

/// Days that hang together, from days in any order.
std::vector<Days> joined(std::vector<Days> days) {
  std::sort(days.begin(), days.end(),
            [](const Days& a, const Days& b) { return a.first < b.first; });
  std::vector<Days> made;
  for (const Days& each : days) {
    if (!made.empty() && each.first <= made.back().last.plus_days(1))
      made.back().last = std::max(made.back().last, each.last);
    else
      made.push_back(each);
  }
  return made;
}

/// What a line buys, with what a whole calendar year comes to made once: of most lines most years
/// are whole.
class Bought {
 public:
  explicit Bought(const Line& line) : line_(line) {}

  Ratio over(const Days& days) {
    if (!is_a_year(days)) return regular_quantity(line_, days);
    if (!a_year_) a_year_ = regular_quantity(line_, days);
    return *a_year_;
  }

 private:
  /// Whether the days are a calendar year in which one rate holds, as in every other such year.
  bool is_a_year(const Days& days) const {
    const auto& rates = line_.quantity->value.rates;
    const Date end = *Date::make(days.first.year(), 12, 31);
    return rates.size() == 1 && days.first == *Date::make(days.first.year(), 1, 1) &&
           days.last == end && line_.from.value <= days.first &&
           (!line_.until || end <= line_.until->value) &&
           rates.front().from.value_or(days.first) <= days.first;
  }

  const Line& line_;
  std::optional<Ratio> a_year_;
};

}  // namespace

bool moves_a_quantity(const ChargedPeriods::Rows& rows) {
  return !rows.credit || rows.quantity.sign() < 0;
}

bool ChargedPeriods::Counted::in_unit_of_contract() const {
  return agreed.sign() > 0 && charged * ten >= agreed && charged <= agreed * ten;
}

Ratio ChargedPeriods::quantity_for(const Days& days) const {
  Ratio made(0);
  for (const auto& [part, periods] : parts_)
    for (const bool credit : {false, true})
      if (const auto found = periods.find({days.first, days.last, credit}); found != periods.end())
        made = made + found->second.all.quantity;
  return made;
}

bool ChargedPeriods::can_be_counted() const {
  return bought_by_time(*line_) && parts_.size() == 1 && parts_.begin()->first.empty();
}

void ChargedPeriods::count(const Period& period, Counted& into) const {
  into.charged = into.charged + period.all.quantity;
  into.rows += period.all.count;
  into.amount = into.amount + amount_of_period(period);
}

Ratio ChargedPeriods::amount_of_period(const Period& period) {
  Ratio made(0);
  for (const Rows& rows : period.rows) made = made + (rows.credit ? rows.amount : right_part(rows));
  return made;
}

/// Finds the periods of a year that charge another quantity than the contract buys in them.
void ChargedPeriods::find_what_differs(Counted& year) const {
  for (const auto& [key, period] : parts_.begin()->second) {
    const Rows& all = period.all;
    if (all.from.year() != year.year || !moves_a_quantity(all) || all.quantity.is_zero() ||
        band_on(*line_, all.from) != nullptr)
      continue;
    const Ratio bought = all.credit ? Ratio(0) : bought_in(period);
    const Ratio more = all.quantity - bought;
    if (!all.credit) {
      year.some_more = year.some_more || more.sign() > 0;
      year.some_less = year.some_less || more.sign() < 0;
    }
    year.differs = year.differs + more;
    year.differs_amount = year.differs_amount + more * amount_of_period(period) / all.quantity;
  }
}

namespace {

/// The filling that holds a day, which is made where there is none. `days`: of an invoice.
ChargedPeriods::Counted::Filling& filling_of(ChargedPeriods::Counted& counted, const Days& days) {
  auto& all = counted.fillings;
  auto at = std::find_if(all.begin(), all.end(),
                         [&](const auto& each) { return days.first <= each.days.last; });
  if (at == all.end() || days.last < at->days.first) at = all.insert(at, {days});
  return *at;
}

/// The parts of some days that are for one invoice of the contract each.
std::vector<std::pair<Days, Days>> invoices_over(const Contract& contract, const Days& days) {
  std::vector<std::pair<Days, Days>> made;
  for (Date day = days.first; day <= days.last; day = made.back().first.last.plus_days(1)) {
    const Days invoice = contract_invoice(contract, day);
    made.emplace_back(invoice, *common(invoice, days));
  }
  return made;
}

}  // namespace

void ChargedPeriods::fill(const Contract& contract, const Period& period, Counted& into) const {
  if (line_->prices.size() < 2) return;
  const Rows& all = period.all;
  for (const auto& [invoice, own] : invoices_over(contract, {all.from, all.to})) {
    Counted::Filling& filling = filling_of(into, invoice);
    filling.charged = filling.charged + all.quantity * part_of(period, own.first, own.last);
  }
}

std::optional<std::vector<ChargedPeriods::Counted>> ChargedPeriods::by_year(
    const Contract& contract) const {
  if (!can_be_counted()) return std::nullopt;
  std::map<int, Counted> years;
  std::map<int, std::vector<Days>> days;
  std::map<int, std::vector<Days>> by_days;
  std::map<int, Ratio> of_months;
  std::map<int, std::vector<Days>> days_together;
  for (const auto& [key, period] : parts_.begin()->second) {
    const Rows& all = period.all;
    if (!moves_a_quantity(all) || band_on(*line_, all.from) != nullptr) continue;
    const auto own = days_of_delivery(contract, all);
    if (!own) continue;
    count(period, years[all.from.year()]);
    fill(contract, period, years[all.from.year()]);
    if (all.credit) {
      years[all.from.year()].credited = years[all.from.year()].credited - all.quantity;
      continue;
    }
    const Days meant = meant_days(period, *own);
    days[all.from.year()].push_back(meant);
    Ratio& months = of_months.try_emplace(all.from.year(), 0).first->second;
    if (const auto bought = of_own_months(period, meant))
      months = months + *bought;
    else
      by_days[all.from.year()].push_back(meant);
  }
  Bought bought(*line_);
  bool more = false;
  for (auto& [number, year] : years) {
    if (days[number].empty()) return std::nullopt;
    year.year = number;
    const std::vector<Days> together = joined(std::move(days[number]));
    year.days = {together.front().first, together.back().last};
    year.agreed = of_months.at(number);
    for (const Days& each : joined(by_days[number])) year.agreed = year.agreed + bought.over(each);
    if (!year.fillings.empty())
      for (const Days& each : together)
        for (const auto& [invoice, own] : invoices_over(contract, each)) {
          Counted::Filling& filling = filling_of(year, invoice);
          filling.agreed = filling.agreed + bought.over(own);
        }
    days_together.emplace(number, together);
    if (year.charged.sign() > 0 && !year.in_unit_of_contract()) return std::nullopt;
    more = more || year.agreed < year.charged;
  }
  if (more)
    leave_out_what_is_asked([&](Date day) {
      const auto year = years.find(day.year());
      return year == years.end() || band_on(*line_, day) != nullptr ? nullptr : &year->second;
    });
  std::vector<Counted> made;
  for (auto& [number, year] : years) {
    leave_out_what_waits(year, days_together[number]);
    if (!(year.charged == year.agreed)) find_what_differs(year);
    made.push_back(std::move(year));
  }
  return made;
}

/// The days for which rows count: of what was delivered on a day all of its billing period, once
/// as much was delivered in it as the contract buys; nothing before.
std::optional<Days> ChargedPeriods::days_of_delivery(const Contract& contract,
                                                     const Rows& rows) const {
  const Days own{rows.from, rows.to};
  const Days whole = billing_period(contract, rows.from);
  if (own.first != own.last || whole == own) return own;
  Ratio delivered(0);
  for (const auto& [key, period] : parts_.begin()->second)
    if (whole.hold(period.all.from) && whole.hold(period.all.to) && moves_a_quantity(period.all))
      delivered = delivered + period.all.quantity;
  if (delivered < regular_quantity(*line_, whole)) return std::nullopt;
  return whole;
}

void ChargedPeriods::leave_out_what_waits(Counted& year, const std::vector<Days>& days) const {
  if (year.charged.sign() <= 0 || year.amount.sign() <= 0) return;
  const Ratio price = year.amount / year.charged;
  Ratio waiting(0);
  for (const Rows& rows : waiting_) {
    if (rows.from.year() != year.year) continue;
    const bool inside = std::any_of(days.begin(), days.end(), [&](const Days& own) {
      return own.first <= rows.from && rows.to <= own.last;
    });
    Ratio may_be = std::max(rows.quantity, rows.amount / price);
    // Of other days only what is beyond their own.
    if (!inside) may_be = may_be - regular_quantity(*line_, {rows.from, rows.to});
    if (may_be.sign() > 0) waiting = waiting + may_be;
  }
  const Ratio missing = year.agreed - year.charged;
  if (waiting.sign() <= 0 || missing.sign() <= 0) return;
  year.charged = year.charged + std::min(waiting, missing);
  year.amount = price * year.charged;
  year.fillings.clear();
}

void ChargedPeriods::leave_out_what_is_asked(const std::function<Counted*(Date)>& counted) const {
  for (const auto& [part, pieces] : beyond())
    for (const Beyond& twice : pieces) {
      Counted* period = counted(twice.days.first);
      if (period == nullptr) continue;
      period->charged = period->charged - twice.quantity;
      period->amount = period->amount - twice.amount;
      for (Counted::Filling& filling : period->fillings)
        if (filling.days.hold(twice.days.first)) filling.charged = filling.charged - twice.quantity;
    }
}

namespace {

bool differs(const ChargedPeriods::Counted& period) {
  return period.charged.sign() > 0 && period.amount.sign() > 0 &&
         (period.band || period.agreed.sign() > 0) &&
         abs(period.charged - period.agreed) >
             a_hundredth * Ratio(static_cast<std::int64_t>(period.rows));
}

/// "in 2025", "from 1 to 31 March 2025".
Phrase when(const ChargedPeriods::Counted& period) {
  const std::string year = "in " + std::to_string(period.year);
  if (!period.band) return {year, year};
  return {"from " + date_text(period.days.first, Language::en) + " to " +
              date_text(period.days.last, Language::en),
          "van " + date_text(period.days.first, Language::nl) + " tot en met " +
              date_text(period.days.last, Language::nl)};
}

Phrase label_of(const ChargedPeriods::Counted& period) {
  const Phrase in = when(period);
  return period.agreed < period.charged
             ? Phrase{"more than agreed " + in.en, "meer dan afgesproken " + in.nl}
             : Phrase{"less than agreed " + in.en, "minder dan afgesproken " + in.nl};
}

/// What the difference comes to.
class GapCost {
 public:
  /// `audit`: whose allowed prices are those of the line.
  GapCost(const Contract& contract, const Line& line, const Audit& audit)
      : contract_(contract), line_(line), audited_(audit.find_line(line.id)) {}

  Figure cost(const ChargedPeriods::Counted& period, const std::string& address, Book& book) const {
    const auto made = by_tiers(period, book.sheet());
    return book.known_figure(made ? *made : on_average(period, book.sheet()), address,
                             Fixity::fixed, label_of(period));
  }

 private:
  /// What is charged for the tiers that are filled, less what those of the contract's quantity
  /// come to; nothing where that is not more than nothing.
  std::optional<NodeId> by_tiers(const ChargedPeriods::Counted& period, Worksheet& sheet) const {
    if (period.fillings.empty() || audited_ == nullptr || !audited_->allowed) return std::nullopt;
    const Days days{period.fillings.front().days.first, period.fillings.back().days.last};
    const TierPrices prices = dated_prices(*audited_->allowed, line_, days);
    const auto sum = [&](const ChargedPeriods::Counted::Filling& of, const Ratio& quantity) {
      return charge(sheet, {.contract = &contract_,
                            .line = &line_,
                            .prices = &prices,
                            .invoice = of.days,
                            .taken = Taken{quantity, quantity}})
          ->amount;
    };
    const bool more = period.agreed < period.charged;
    std::vector<NodeId> nodes;
    for (const auto& each : period.fillings) {
      if (each.charged == each.agreed) continue;
      if (each.charged.sign() < 0) return std::nullopt;
      const NodeId charged = sum(each, each.charged);
      const NodeId agreed = sum(each, each.agreed);
      nodes.push_back(more ? sheet.sub(charged, agreed) : sheet.sub(agreed, charged));
    }
    const NodeId made =
        sheet.round(sheet.sum(nodes), sheet.currency().rounding(), label_of(period));
    const Outcome<Ratio> value = sheet.value(made);
    return value && value->sign() > 0 ? std::optional(made) : std::nullopt;
  }

  /// The difference at the average price of what was charged.
  static NodeId on_average(const ChargedPeriods::Counted& period, Worksheet& sheet);

  const Contract& contract_;
  const Line& line_;
  const AuditedLine* audited_;
};

NodeId GapCost::on_average(const ChargedPeriods::Counted& period, Worksheet& sheet) {
  const Phrase in = when(period);
  const auto given = [&](const Ratio& value, const char* en, const char* nl, Form form) {
    InputSource source;
    source.text = {en + in.en, nl + in.nl};
    return sheet.given(value, source.text, source, form);
  };
  const NodeId amount = given(period.amount, "charged ", "gerekend ", Form::money);
  const NodeId charged =
      given(period.charged, "quantity charged ", "gerekend aantal ", Form::plain);
  const NodeId agreed =
      given(period.agreed, "quantity of the contract ", "aantal van het contract ", Form::plain);
  const bool above = period.agreed < period.charged;
  if (period.differs == period.charged - period.agreed && period.differs_amount.sign() != 0 &&
      (period.differs_amount.sign() > 0) == above) {
    // Each period at its own price, where that says another thing than the average does.
    const Ratio average = period.amount / period.charged * abs(period.differs);
    const Rounding cents = sheet.currency().rounding();
    if (!(round(average, cents) == round(abs(period.differs_amount), cents)))
      return sheet.round(given(abs(period.differs_amount), "charged for the difference ",
                               "gerekend voor het verschil ", Form::money),
                         cents, label_of(period));
  }
  const NodeId more = above ? sheet.sub(charged, agreed) : sheet.sub(agreed, charged);
  return sheet.round(sheet.div(sheet.mul(amount, more), charged), sheet.currency().rounding(),
                     label_of(period));
}

/// What explains a difference, so that it is told and not asked: rows below zero took it back, or
/// it was counted as it was delivered, a little more here and a little less there.
Phrase explanation_of(const ChargedPeriods::Counted& period) {
  const Ratio apart = abs(period.charged - period.agreed);
  const Ratio cents = a_hundredth * Ratio(static_cast<std::int64_t>(period.rows));
  const Ratio small = period.agreed * Ratio::of(1, 20);
  const Ratio very_small = period.agreed * Ratio::of(1, 200);
  const bool less = period.charged < period.agreed;
  if (period.band) return {};
  if (less && period.credited.sign() > 0 && apart <= small && apart <= period.credited + cents)
    return {"given back in credit rows", "teruggegeven in creditregels"};
  if (period.some_more && period.some_less && apart <= very_small)
    return {"more in some periods, less in others: counted as delivered",
            "in de ene periode meer, in de andere minder: geteld zoals geleverd"};
  return {};
}

/// Adds the periods that differ. `name`: of the line.
void add_gaps(const Contract& contract, const Line& line, const std::string& name,
              const std::vector<ChargedPeriods::Counted>& periods, Book& book, Audit& audit) {
  const GapCost cost(contract, line, audit);
  for (const ChargedPeriods::Counted& period : periods) {
    if (!differs(period)) continue;
    const std::string address =
        name + (period.band ? period.days.first.text() : std::to_string(period.year));
    audit.gaps.push_back({&line, period.year, period.days.first, period.days.last, period.charged,
                          period.agreed, cost.cost(period, address, book), period.band,
                          explanation_of(period)});
  }
}

}  // namespace

void find_quantity_gaps(const Contract& contract, Audit& audit,
                        const std::map<const Line*, ChargedPeriods>& charged) {
  Book book(contract.currency);
  bool any = false;
  audit.quantities_compared = true;
  for (const Line& line : contract.lines) {
    const auto periods = charged.find(&line);
    if (periods == charged.end() || periods->second.empty()) continue;
    any = true;
    const std::string name = contract.id + "/" + line.id + "/audit/quantity/";
    const auto years = periods->second.by_year(contract);
    const auto outside = periods->second.outside_band(contract);
    if (years) add_gaps(contract, line, name, *years, book, audit);
    if (outside) add_gaps(contract, line, name, *outside, book, audit);
    audit.quantities_compared = audit.quantities_compared && years && outside;
  }
  audit.quantities_compared = audit.quantities_compared && any;
  std::move(book).close(audit.evidence);
}

}  // namespace pricetalk
